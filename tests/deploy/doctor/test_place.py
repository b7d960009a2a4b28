"""What the doctor sees without asking anybody."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from deploy.local.doctor import place
from deploy.local.doctor.databases import skew
from deploy.local.doctor.finding import Finding, Level
from deploy.local.folder import DataFolder

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    """A data folder in good order."""
    made = DataFolder(tmp_path / "data")
    made.create()
    made.secrets.touch(mode=0o600)
    return made


def _repaired(finding: Finding) -> Level:
    assert finding.level is Level.OK or "->" in str(finding), "what is wrong comes with what to do"
    return finding.level


def test_a_full_disk_is_told_before_it_stops_everything(tmp_path: Path) -> None:
    assert _repaired(place.disk(tmp_path, 0, 0)) is Level.OK
    assert _repaired(place.disk(tmp_path, 0, 10**18)) is Level.WARNING
    assert _repaired(place.disk(tmp_path, 10**18)) is Level.WRONG


def test_a_folder_in_good_order(folder: DataFolder) -> None:
    assert place.permissions(folder).level is Level.OK


def test_secrets_that_others_can_read(folder: DataFolder) -> None:
    folder.secrets.chmod(0o640)
    finding = place.permissions(folder)
    assert _repaired(finding) is Level.WRONG
    assert "chmod 600" in finding.remedy


def test_a_folder_that_others_can_write(folder: DataFolder) -> None:
    folder.root.chmod(0o777)
    assert _repaired(place.permissions(folder)) is Level.WRONG


def test_a_database_without_its_secrets(folder: DataFolder) -> None:
    (folder.root / "postgres").mkdir()
    folder.secrets.unlink()
    assert "backup" in place.permissions(folder).remedy


def test_an_interrupted_restoration(folder: DataFolder) -> None:
    folder.placing.mkdir()
    assert _repaired(place.permissions(folder)) is Level.WRONG


def test_an_old_python_and_packages_of_another_lock(tmp_path: Path) -> None:
    assert _repaired(place.python((3, 10))) is Level.WRONG
    assert place.python((3, 11), tmp_path).level is Level.OK
    (tmp_path / "run.lock").write_text("other==1")
    assert _repaired(place.python((3, 11), tmp_path)) is Level.WARNING


def test_a_front_end_that_is_missing_or_old(tmp_path: Path) -> None:
    assert _repaired(place.front_end(tmp_path)) is Level.WRONG
    (tmp_path / "dist").mkdir()
    (tmp_path / "dist" / "index.html").touch()
    assert _repaired(place.front_end(tmp_path)) is Level.WARNING


def test_the_age_of_the_backup(folder: DataFolder, tmp_path: Path) -> None:
    assert _repaired(place.backup(folder, NOW)) is Level.WARNING
    archive = tmp_path / "copil.tar"
    archive.write_bytes(b"whole")

    def note(hours: float) -> None:
        taken = (NOW - timedelta(hours=hours)).isoformat()
        told = {"file": str(archive), "complete_to": taken, "bytes": 5}
        folder.last_backup.write_text(json.dumps(told))

    note(20)
    assert _repaired(place.backup(folder, NOW)) is Level.OK
    note(49)
    assert "49 hours" in place.backup(folder, NOW).sentence
    note(20)
    archive.write_bytes(b"cut")
    assert _repaired(place.backup(folder, NOW)) is Level.WRONG
    archive.unlink()
    assert "not there" in place.backup(folder, NOW).sentence
    folder.last_backup.write_text("{")
    assert _repaired(place.backup(folder, NOW)) is Level.WARNING


def test_errors_in_logs_of_the_last_day_only(folder: DataFolder) -> None:
    (folder.logs / "kpi.log").write_text(
        '{"level":"error","event":"old","timestamp":"2026-11-20T09:00:00Z"}\n'
        '{"level":"info","timestamp":"2026-11-28T11:00:00Z"}\nfree words\n'
    )
    (folder.logs / "postgres.log").write_text(
        "2026-11-28 11:08:48.513 UTC [1] a@b ERROR:  could not serialize access due to concurrent update\n"
    )
    assert place.logs(folder, NOW).level is Level.OK
    with (folder.logs / "postgres.log").open("a") as file:
        file.write("2026-11-28 11:09:00.000 UTC [1] a@b PANIC:  could not write: No space left on device\n")
    with (folder.logs / "kpi.log").open("a") as file:
        file.write('{"level":"error","event":"new","timestamp":"2026-11-28T11:30:00.123456Z"}\n')
    finding = place.logs(folder, NOW)
    assert _repaired(finding) is Level.WARNING
    assert "kpi.log (1), postgres.log (1)" in finding.sentence


@pytest.mark.parametrize(("seconds", "level"), [(0, Level.OK), (1.5, Level.OK), (-5, Level.WRONG), (7, Level.WRONG)])
def test_the_clock_of_the_database(seconds: float, level: Level) -> None:
    theirs = NOW + timedelta(seconds=seconds)
    assert _repaired(skew(NOW - timedelta(milliseconds=3), theirs, NOW + timedelta(milliseconds=3))) is level
