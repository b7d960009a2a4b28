"""Small private files, written so that a reader never sees half of one."""

import json
import os
import tempfile
from pathlib import Path
from typing import Any


def write_private(path: Path, content: bytes) -> None:
    """Replace a file atomically and durably, readable by its owner only."""
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def write_private_json(path: Path, content: object) -> None:
    """Replace a JSON file atomically and durably, readable by its owner only."""
    write_private(path, json.dumps(content, indent=2).encode() + b"\n")


def read_json_object(path: Path) -> dict[str, Any] | None:
    """The object kept in a file, or None when there is no such file. Raises: ValueError."""
    try:
        content = json.loads(path.read_bytes())
    except FileNotFoundError:
        return None
    if not isinstance(content, dict):
        raise ValueError(f"{path} does not hold a JSON object")
    return content


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
