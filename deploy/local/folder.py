"""The data folder: everything that one installation keeps, and the lock that gives it to one supervisor."""

import fcntl
import os
from dataclasses import dataclass
from pathlib import Path

from deploy.local.errors import FolderInUseError, RunnerError


@dataclass(frozen=True)
class DataFolder:
    """Names of what lies in the data folder."""

    root: Path

    @property
    def secrets(self) -> Path:
        """Passwords and keys, drawn once."""
        return self.root / "secrets.json"

    @property
    def processes(self) -> Path:
        """Which processes run now."""
        return self.root / "processes.json"

    @property
    def migrations(self) -> Path:
        """Which migrations each database was last brought to."""
        return self.root / "migrations.json"

    @property
    def demo_credentials(self) -> Path:
        """Sign-ins of the demonstration, written once it is loaded."""
        return self.root / "demo-credentials.json"

    @property
    def administrator(self) -> Path:
        """Client credentials of the platform administrator."""
        return self.root / "administrator.json"

    @property
    def last_backup(self) -> Path:
        """Which backup was taken last."""
        return self.root / "last-backup.json"

    @property
    def placing(self) -> Path:
        """There while a restoration puts its parts in place."""
        return self.root / "restore.placing"

    @property
    def first_link(self) -> Path:
        """The first administrator's link, while the installation has no administrator."""
        return self.root / "administrator-link.json"

    @property
    def logs(self) -> Path:
        """One bounded log file per process."""
        return self.root / "logs"

    def create(self) -> None:
        """Make the folder when it is missing; one that exists keeps its access rights."""
        try:
            if not self.root.exists():
                self.root.mkdir(parents=True)
                # As root the database server runs as another user and has to walk through this folder. Nothing
                # can be listed in it, and each thing inside is closed to others by itself.
                self.root.chmod(0o711 if os.geteuid() == 0 else 0o700)
            self.logs.mkdir(mode=0o700, exist_ok=True)
        except OSError as error:
            raise RunnerError(f"The data folder {self.root} cannot be created: {error.strerror}.") from error


class FolderLock:
    """Holds a data folder for this process until released; the kernel releases it when the process dies."""

    def __init__(self, folder: DataFolder) -> None:
        self._path = folder.root / "lock"
        self._descriptor = -1

    def acquire(self) -> None:
        """Take the lock. Raises: FolderInUseError."""
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            holder = os.read(descriptor, 32).decode(errors="replace").strip() or "unknown"
            os.close(descriptor)
            raise FolderInUseError(
                f"Another copil (process {holder}) already uses the data folder {self._path.parent}."
            ) from error
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, f"{os.getpid()}\n".encode(), 0)
        self._descriptor = descriptor

    def close(self) -> None:
        """Release the lock, or in a forked child drop the inherited hold on it."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1
