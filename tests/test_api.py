"""The Python door: `import rujuk`."""

import inspect
import subprocess
import sys
from dataclasses import is_dataclass

import pytest

import rujuk
from project import STAGES
from rujuk.model import errors

HEAVY = (
    "numpy",
    "onnxruntime",
    "tokenizers",
    "trafilatura",
    "lxml",
    "jinja2",
    "rich",
    "py3langid",
    "pycld2",
    "sqlite3",
)


def modules_after(statement: str) -> set[str]:
    """Return the top-level modules that a new interpreter has loaded after a statement."""
    code = f"import sys; {statement}; print(*sorted({{name.split('.')[0] for name in sys.modules}}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    return set(done.stdout.split())


def test_the_public_names_are_sorted_and_there() -> None:
    assert rujuk.__all__ == sorted(rujuk.__all__)
    assert len(set(rujuk.__all__)) == len(rujuk.__all__)
    assert [name for name in rujuk.__all__ if not hasattr(rujuk, name)] == []


def test_every_public_thing_of_the_module_is_among_them() -> None:
    public = {
        name
        for name, value in vars(rujuk).items()
        if not name.startswith("_") and not inspect.ismodule(value)
    }
    assert public - {"TYPE_CHECKING", "Any", "import_module"} <= set(rujuk.__all__)


@pytest.mark.parametrize("name", rujuk.__all__)
def test_a_public_name_says_what_it_promises(name: str) -> None:
    value = getattr(rujuk, name)
    assert inspect.getdoc(value)
    if is_dataclass(value):
        assert not (value.__doc__ or "").startswith(f"{name}("), (
            "the docstring is the one that dataclass makes"
        )
        frozen: bool = getattr(value, "__dataclass_params__").frozen  # noqa: B009 - unknown to the type stubs
        assert frozen or name == "Report"  # the ledger alone is written to


def test_every_exception_of_ours_has_one_root() -> None:
    own = [value for value in vars(errors).values() if inspect.isclass(value)]
    assert len(own) > 4
    assert all(issubclass(error, rujuk.RujukError) for error in own)


def test_import_loads_nothing_heavy() -> None:
    assert modules_after("import rujuk") & {*HEAVY} == set()


def test_the_command_line_s_help_loads_nothing_heavy() -> None:
    statement = (
        "from rujuk.cli.main import rujuk; import contextlib, io\n"
        "with contextlib.redirect_stdout(io.StringIO()): rujuk(['--help'], standalone_mode=False)\n"
        "sys.stdout = sys.__stdout__"
    )
    assert modules_after(statement) & {*HEAVY} == set()


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_s_verb_is_reached_from_the_front(stage: str) -> None:
    assert callable(getattr(getattr(rujuk, stage), stage))


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        rujuk.nothing  # noqa: B018
