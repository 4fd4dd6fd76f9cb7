"""What all tests share: one run over the samples, no network, hypothesis without a clock."""

import socket
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from project import CAPTURES, OUTLETS
from rujuk.pipeline.files import write
from rujuk.pipeline.settings import Settings
from written import SampleRun

# A gate must give the same answer twice: the same examples every time, and no clock. To look for new ones:
# pytest --hypothesis-profile=search
settings.register_profile(
    "gate", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("search", deadline=None, max_examples=1000)
settings.load_profile("gate")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="Write the goldens in tests/dossiers anew instead of comparing.",
    )


@pytest.fixture(scope="session", autouse=True)
def _no_network() -> Iterator[None]:
    """Refuse connections to other computers: no test and no code under test needs one."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in (
            "127.0.0.1",
            "::1",
            "localhost",
        ):
            raise AssertionError(f"a test reached for the network: {address}")
        connect(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded)
        yield


@pytest.fixture(scope="session")
def sample_run(tmp_path_factory: pytest.TempPathFactory) -> SampleRun:
    """Return the one run over the samples that the tests of a session share; nobody may write to its folder."""
    folder = tmp_path_factory.mktemp("samples-run")
    report = write([CAPTURES], folder, Settings(outlets=(OUTLETS,)))
    assert report.drops == []
    return SampleRun(folder)
