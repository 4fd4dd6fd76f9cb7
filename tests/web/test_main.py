import subprocess
import sys

import pytest
from click.testing import CliRunner

BLOCKED = "import runpy, sys; sys.modules['{name}'] = None; sys.argv[0] = 'x'; runpy.run_module('rujuk.web', run_name='__main__')"


@pytest.mark.parametrize("name", ["uvicorn", "starlette"])
def test_without_the_extra_it_says_what_to_install(name):
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", BLOCKED.format(name=name)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr == f'rujuk.web: {name} is not installed; run: pip install "rujuk[web]"\n'


def test_a_file_that_is_no_archive_is_named(tmp_path):
    from rujuk.web.__main__ import serve

    (tmp_path / "catatan.txt").write_text("Catatan rapat. " * 50)
    result = CliRunner().invoke(serve, [str(tmp_path / "catatan.txt")])
    assert result.exit_code == 1
    assert "catatan.txt: file is not a database" in result.output
