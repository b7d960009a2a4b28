"""An installation of the faults' own, without the demonstration, and what can only be seen from inside it."""

import asyncio
import json
import os
import signal
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import asyncpg
import httpx

from tests.support.callers import Api
from tests.support.copil import Copil, running_copil
from tests.support.databases import blocking
from tests.support.newcomers import Agreement, Newcomers
from tests.support.processes import descendants

BACKEND = "postgres-backend"
"""One connection's process of PostgreSQL, which then ends all others and recovers."""
PARTS = ("gateway", "kpi", "kpi-worker", "contracts", "feedback", "postgres", BACKEND)


@dataclass(frozen=True)
class Ground:
    """A running installation with two companies under contract."""

    copil: Copil
    newcomers: Newcomers
    agreement: Agreement

    @property
    def http(self) -> httpx.Client:
        """Connections to the gateway."""
        return self.newcomers.http

    def kill(self, part: str) -> int | None:
        """SIGKILL one process; its id, None when it was not running."""
        pid = self._backend() if part == BACKEND else self.copil.pids.get(part)
        if pid is None:
            return None
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            return None
        return pid

    def _backend(self) -> int | None:
        """A process that serves the role which stores deliveries, if there is one now."""
        postmaster = self.copil.pids.get("postgres")
        for pid in sorted(descendants(postmaster)) if postmaster else ():
            with suppress(OSError):
                if b"kpi_worker" in Path(f"/proc/{pid}/cmdline").read_bytes():
                    return pid
        return None

    def stopped(self, *parts: str) -> AbstractContextManager[None]:
        """SIGSTOP processes, those below them included, until the block ends."""
        return self.copil.stopped(*parts)

    def waiting(self) -> dict[str, int]:
        """How much is promised but not yet done: rows by table; only the databases themselves know."""
        return blocking(self._waiting())

    async def _waiting(self) -> dict[str, int]:
        counts = {}
        untold = "answer_route WHERE told_at IS NULL"
        for service, tables in {"kpi": ("outbox", "ticket_mark", untold), "contracts": ("outbox",)}.items():
            connection = await asyncpg.connect(
                host=(self.copil.folder / "postgres.socket").read_text().strip(),
                user="postgres",
                password=(self.copil.folder / "postgres.password").read_text().strip(),
                database=f"copil_{service}",
            )
            try:
                async with asyncio.timeout(10):
                    for table in tables:
                        counts[f"{service}.{table}"] = await connection.fetchval(f"SELECT count(*) FROM {table}")
            finally:
                await connection.close()
        return counts


@contextmanager
def ground(folder: Path) -> Iterator[Ground]:
    """Start an installation on that folder and put two companies under contract."""
    with running_copil(folder, {"DEMO": "0"}) as copil, httpx.Client(timeout=30.0, trust_env=False) as http:
        told = json.loads((folder / "administrator.json").read_text())
        admin = Api(http, copil.base_url, partial(copil.token_of, told["client_id"], told["client_secret"]))
        newcomers = Newcomers(copil, http, admin)
        yield Ground(copil, newcomers, newcomers.agreement())
