"""`copil replay`: one verdict a line, then a summary; a wrong file or source is one clear sentence."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.factories.webhooks import at, cloud_event, generic_delivery
from tests.support.copil import Copil

NINE = at("2026-10-05T09:00:00+00:00")


COMMAND = Path(sys.executable).parent / "copil"
"""As `make` puts it beside the interpreter."""


def _replay(copil: Copil, source: str, file: Path) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        "COPIL_PORT": copil.base_url.rpartition(":")[2],
        "COPIL_DATA_DIR": str(copil.folder),
    }
    command = [str(COMMAND), "replay", "--source", source, file.name]
    return subprocess.run(
        command, cwd=file.parent, env=environment, capture_output=True, text=True, timeout=60, check=False
    )


@pytest.mark.parametrize("form", ["array", "lines"])
def test_a_recorded_file_is_replayed(copil: Copil, tmp_path: Path, form: str) -> None:
    source = copil.credentials["sources"]["generic"]
    event = cloud_event("created", f"C-{form}", NINE, event_id=f"command-{form}")
    good = generic_delivery(event, NINE, secret=source["secret"])
    forged = generic_delivery(event, NINE, secret="whsec_" + "QUJD" * 11)
    recorded = [delivery.recorded(n) for n, delivery in enumerate([good, good, forged], 1)]
    file = tmp_path / "recorded"
    file.write_text(json.dumps(recorded) if form == "array" else "\n".join(json.dumps(one) for one in recorded))
    done = _replay(copil, source["id"], file)
    assert (done.returncode, done.stderr) == (0, "")
    lines = [line.split("\t") for line in done.stdout.splitlines()]
    assert [line[:2] for line in lines[:3]] == [["1", "accepted"], ["2", "duplicate"], ["3", "rejected_signature"]]
    assert lines[0][2] == lines[1][2], "a repetition has the receipt of the first"
    assert lines[3] == ["accepted 1, duplicate 1, rejected_signature 1"]


def test_what_is_wrong_is_said_in_one_sentence(copil: Copil, tmp_path: Path) -> None:
    source = copil.credentials["sources"]["generic"]
    file = tmp_path / "recorded"
    for content, words in (
        ("{not json", "neither a JSON array nor NDJSON"),
        ('[{"n": 1, "received_at": "2026-10-05T09:00:00", "headers": {}, "body": ""}]', "0.received_at"),
    ):
        file.write_text(content)
        refused = _replay(copil, source["id"], file)
        assert (refused.returncode, refused.stdout) == (1, "")
        assert words in refused.stderr
    file.write_text(json.dumps([generic_delivery(cloud_event("created", "C-x", NINE), NINE).recorded(1)]))
    assert "Not found" in _replay(copil, "unknown", file).stderr
    missing = _replay(copil, source["id"], tmp_path / "missing")
    assert "cannot be read" in missing.stderr
