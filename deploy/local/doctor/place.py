"""What can be seen without asking anybody: disk, files, versions, logs."""

import json
import os
import re
import shutil
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from deploy.local.doctor.finding import Finding, ok, skipped, warning, wrong
from deploy.local.files import read_json_object
from deploy.local.folder import DataFolder

LEAST_FREE = 500_000_000
COMFORTABLE = 2_000_000_000
OLDEST_BACKUP = timedelta(hours=48)
_LOOK_BACK = timedelta(hours=24)
_LAST_BYTES = 2_000_000
_PRIVATE = ("secrets.json", "postgres.password", "demo-credentials.json", "administrator.json", "demonstration.json")
# Two that write the same at once: the loser begins again, nothing is lost.
_HARMLESS = ("could not serialize access", "deadlock detected")
_SERVER_LINE = re.compile(r"^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)\.\d+ UTC .*?\b(?:ERROR|FATAL|PANIC): ")


def disk(folder: Path, least: int = LEAST_FREE, comfortable: int = COMFORTABLE) -> Finding:
    """Room on the disk of the data folder."""
    free = shutil.disk_usage(folder).free
    told = f"{free / 1e9:.1f} GB left on the disk of {folder}."
    if free < least:
        return wrong("disk", told, "make room now: without it nothing is accepted any more")
    if free < comfortable:
        return warning("disk", told, "make room: deliveries are kept for good")
    return ok("disk", told)


def permissions(folder: DataFolder) -> Finding:
    """Whether the data folder is ours, and closed to others."""
    if not os.access(folder.root, os.W_OK | os.X_OK):
        return wrong("folder", f"{folder.root} cannot be written by this user.", "run as its owner, or chown it")
    if folder.root.stat().st_mode & 0o022:
        return wrong("folder", f"{folder.root} can be written by others.", f"chmod go-w {folder.root}")
    for name in _PRIVATE:
        path = folder.root / name
        if path.exists() and path.stat().st_mode & 0o077:
            return wrong("folder", f"{path} is open to others.", f"chmod 600 {path}, and think of who read it")
    if (folder.root / "postgres").exists() and not folder.secrets.exists():
        return wrong("folder", "secrets.json is missing.", "copy it from a backup before the next start")
    if folder.placing.exists():
        return wrong("folder", "A restoration was interrupted.", "copil restore --force FILE again")
    return ok("folder", f"{folder.root} is private.")


def python(version: tuple[int, ...] = sys.version_info[:2], environment: Path | None = None) -> Finding:
    """Version of Python, and packages as locked."""
    if version < (3, 11):
        return wrong("python", f"Python {'.'.join(map(str, version))}.", "make clean, then make PYTHON=python3.12 run")
    installed = (environment or Path(sys.prefix)) / "run.lock"
    locked = Path(__file__).resolve().parents[3] / "requirements" / "run.txt"
    if installed.exists() and installed.read_bytes() != locked.read_bytes():
        return warning("python", "The packages are not those of requirements/run.txt.", "make run installs them")
    return ok("python", f"Python {'.'.join(map(str, version))}.")


def front_end(folder: Path) -> Finding:
    """Whether there are screens to serve."""
    if not (folder / "dist" / "index.html").is_file():
        return wrong("front end", "It is not built, so there are no screens.", "make frontend")
    try:
        from deploy.local.frontend import is_current
    except ImportError:
        return ok("front end", "Built.")
    if not is_current(folder):
        return warning("front end", "It is older than its sources.", "make frontend")
    return ok("front end", "Built from the present sources.")


def backup(folder: DataFolder, now: datetime | None = None) -> Finding:
    """When the last backup was taken, and whether it is still there."""
    remedy = "copil backup FOLDER, or the timer of deploy/systemd"
    try:
        note = read_json_object(folder.last_backup)
        if note is None:
            return warning("backup", "Never taken with copil backup.", remedy)
        age = (now or datetime.now(UTC)) - datetime.fromisoformat(note["complete_to"])
        file, size = Path(note["file"]), note["bytes"]
    except (ValueError, KeyError, TypeError):
        return warning("backup", f"{folder.last_backup} cannot be read.", remedy)
    if age > OLDEST_BACKUP:
        return warning("backup", f"The last one is {age.total_seconds() / 3600:.0f} hours old.", remedy)
    if not file.is_file():
        return warning("backup", f"{file} is not there any more.", f"find where it was moved, or {remedy}")
    if file.stat().st_size != size:
        return wrong("backup", f"{file} has changed since it was written.", remedy)
    return ok("backup", f"{age.total_seconds() / 3600:.0f} hours old: {file}.")


def logs(folder: DataFolder, now: datetime | None = None) -> Finding:
    """Errors of the last day."""
    since = (now or datetime.now(UTC)) - _LOOK_BACK
    counts = {path.name: sum(1 for _ in _errors(path, since)) for path in sorted(folder.logs.glob("*.log"))}
    guilty = [f"{name} ({count})" for name, count in counts.items() if count]
    if guilty:
        return warning("logs", f"Errors within 24 hours in {', '.join(guilty)}.", f"read them in {folder.logs}")
    return ok("logs", "No errors within 24 hours.") if counts else skipped("logs", "None written yet.")


def _errors(path: Path, since: datetime) -> Iterator[str]:
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - _LAST_BYTES))
        for line in file.read().decode(errors="replace").splitlines():
            written = _written(line)
            if written is not None and written >= since:
                yield line


def _written(line: str) -> datetime | None:
    """The instant of a line that tells an error, else None."""
    try:
        if found := _SERVER_LINE.match(line):
            if any(words in line for words in _HARMLESS):
                return None
            return datetime.fromisoformat(found[1]).replace(tzinfo=UTC)
        told = json.loads(line) if line.startswith("{") else {}
        return datetime.fromisoformat(told["timestamp"]) if told.get("level") in ("error", "critical") else None
    except (ValueError, KeyError, TypeError):
        return None
