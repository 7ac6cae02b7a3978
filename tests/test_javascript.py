"""The JavaScript tests, run as one test so that `make test` is all tests."""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_the_javascript_suite_passes() -> None:
    deno = Path(sys.executable).with_name("deno")
    program = str(deno) if deno.exists() else shutil.which("deno")
    assert program, "deno comes with the test extra: pip install -e '.[test]'"
    command = [program, "test", "--allow-read", "--quiet", "tests/frontend"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{done.stdout[-6000:]}\n{done.stderr[-3000:]}"
    assert " 0 passed" not in done.stdout
