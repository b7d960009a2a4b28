"""What the environment says about a run."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from deploy.local.errors import RunnerError
from deploy.local.folder import DataFolder

REPOSITORY = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Options:
    """Choices of the person who starts Copil."""

    folder: DataFolder
    port: int = 8000
    demo: bool = True
    postgres_url: str | None = None
    """Administrator's address of an external PostgreSQL; None for the embedded one."""
    postgres_binaries: Path | None = None
    """Folder of server programs for the embedded one; None for those of the wheel."""
    logs_to_terminal: bool = False
    smtp_url: str | None = None
    """Where mail is handed in; without it links are handed over."""
    mail_from: str = "Copil <copil@localhost>"

    @property
    def base_url(self) -> str:
        """Where people and programs find Copil."""
        return f"http://127.0.0.1:{self.port}"


def from_environment(environment: Mapping[str, str] = os.environ) -> Options:
    """Read DEMO and COPIL_{PORT,DATA_DIR,POSTGRES_URL,POSTGRES_BINARIES,LOGS,SMTP_URL,MAIL_FROM}.

    Raises: RunnerError.
    """
    port = environment.get("COPIL_PORT") or "8000"
    if not port.isdecimal() or not 0 < int(port) < 65536:
        raise RunnerError(f"COPIL_PORT is {port!r}; it must be a port number between 1 and 65535.")
    logs = environment.get("COPIL_LOGS") or "files"
    if logs not in ("files", "terminal"):
        raise RunnerError(f"COPIL_LOGS is {logs!r}; it must be files or terminal.")
    url = environment.get("COPIL_POSTGRES_URL") or None
    if url and not url.startswith(("postgresql://", "postgres://")):
        raise RunnerError("COPIL_POSTGRES_URL must begin with postgresql://.")
    binaries = environment.get("COPIL_POSTGRES_BINARIES")
    if binaries and not (Path(binaries) / "postgres").is_file():
        raise RunnerError(f"COPIL_POSTGRES_BINARIES is {binaries!r}; there is no program postgres in it.")
    smtp_url = environment.get("COPIL_SMTP_URL") or None
    if smtp_url and not smtp_url.startswith(("smtps://", "smtp://", "smtp+plain://")):
        raise RunnerError("COPIL_SMTP_URL must begin with smtps://, smtp:// or smtp+plain://.")
    root = Path(environment.get("COPIL_DATA_DIR") or REPOSITORY / ".copil")
    return Options(
        folder=DataFolder(root.expanduser().resolve()),
        port=int(port),
        demo=environment.get("DEMO", "1") != "0",
        postgres_url=url,
        postgres_binaries=Path(binaries) if binaries else None,
        logs_to_terminal=logs == "terminal",
        smtp_url=smtp_url,
        mail_from=environment.get("COPIL_MAIL_FROM") or Options.mail_from,
    )
