"""Log files of the processes, kept within a bound without any thread."""

import os
import shutil
from contextlib import suppress
from pathlib import Path

LARGEST = 20 * 1024 * 1024


def open_log(path: Path) -> int:
    """Descriptor that appends to a private log file."""
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600)


def bound_logs(folder: Path, largest: int = LARGEST) -> None:
    """Move the content of each log that has grown too large aside, in place of the one moved before.

    The writers go on with the same file: they append, so they notice nothing.
    """
    for path in folder.glob("*.log"):
        if path.stat().st_size > largest:
            # On a full disk the copy fails, and the room is needed all the more.
            with suppress(OSError):
                shutil.copyfile(path, path.with_suffix(".log.1"))
            os.truncate(path, 0)
