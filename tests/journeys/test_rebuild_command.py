"""`copil rebuild` against the running installation: progress, what it found, and the exit status."""

import os
import subprocess
import sys
from pathlib import Path

from tests.support.copil import Copil

COMMAND = Path(sys.executable).parent / "copil"
"""As `make` puts it beside the interpreter."""


def _rebuild(copil: Copil, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        "COPIL_PORT": copil.base_url.rpartition(":")[2],
        "COPIL_DATA_DIR": str(copil.folder),
    }
    command = [str(COMMAND), "rebuild", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=600, check=False)


def test_every_contract_comes_out_identical(copil: Copil) -> None:
    """given all that was ever delivered / when compared, and one contract exchanged / then nothing differs."""
    for arguments in (["--all", "--verify"], ["--contract", copil.credentials["other_contract_id"]]):
        done = _rebuild(copil, *arguments)
        assert (done.returncode, done.stderr) == (0, ""), done.stdout
        *told, last = done.stdout.splitlines()
        number = last.split(" of ")[0]
        assert last == f"{number} of {number} contracts identical."
        assert sum(": identical (" in line for line in told) == int(number) > 0


def test_what_is_wrong_is_said_in_one_sentence(copil: Copil) -> None:
    unknown = _rebuild(copil, "--contract", "00000000-0000-7000-8000-000000000000")
    assert (unknown.returncode, unknown.stdout) == (1, "")
    assert len(unknown.stderr.splitlines()) == 1
    neither = _rebuild(copil)
    assert neither.returncode == 2
    assert "--contract" in neither.stderr
