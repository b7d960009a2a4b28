"""What an earlier server left behind: processes that still end, a lock file that names a process of somebody else."""

import os
import signal
import time
from pathlib import Path

from deploy.local.errors import ServerRemainsError

_PROC = Path("/proc")


def server_processes(data: Path) -> list[int]:
    """Live processes of a server on this folder (zombies are not); always empty where there is no /proc."""
    if not _PROC.is_dir():
        return []
    return [int(entry.name) for entry in _PROC.iterdir() if entry.name.isdigit() and _serves(entry, data)]


def end_remains(data: Path, timeout: float) -> None:
    """End every process of an earlier server on this folder and drop its misleading lock file.

    Blocks at most `timeout` seconds. The caller must hold the folder's lock. Raises: ServerRemainsError.
    """
    started = time.monotonic()
    told: set[tuple[int, int]] = set()
    while remaining := server_processes(data):
        elapsed = (time.monotonic() - started) / timeout
        if elapsed > 1:
            raise ServerRemainsError(f"Process {remaining[0]} of an earlier PostgreSQL still uses {data}.")
        postmaster = locked_by(data)
        for pid in remaining:
            if elapsed > 0.8:
                number = signal.SIGKILL
            elif elapsed > 0.5 or postmaster not in remaining:
                number = signal.SIGQUIT
            elif pid == postmaster:
                number = signal.SIGINT
            else:
                continue
            if (pid, number) not in told:
                told.add((pid, number))
                _signal(pid, number)
        time.sleep(0.01)
    pid_now = locked_by(data)
    # PostgreSQL would take a zombie, or a stranger with the same number, for a running server. A lock file that
    # names nobody stays: PostgreSQL itself reads from it which shared memory to check.
    if pid_now is not None and _exists(pid_now):
        (data / "postmaster.pid").unlink(missing_ok=True)


def locked_by(data: Path) -> int | None:
    """The process named by the server's lock file."""
    lines = lock_file_lines(data)
    return int(lines[0]) if lines and lines[0].isdigit() else None


def lock_file_lines(data: Path) -> list[str]:
    """Content of the server's lock file: process, folder, start, port, socket folder, address, memory, status."""
    try:
        return (data / "postmaster.pid").read_text().split("\n")
    except FileNotFoundError:
        return []


def _serves(entry: Path, data: Path) -> bool:
    try:
        if (entry / "comm").read_text().strip() != "postgres":
            return False
        arguments = (entry / "cmdline").read_bytes().split(b"\0")
        if b"-D" in arguments and os.fsencode(data) in arguments:
            return True
        return (entry / "cwd").readlink() == data
    except OSError:
        return False


def _exists(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _signal(pid: int, number: int) -> None:
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        return
