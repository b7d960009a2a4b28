"""`copil backup`: one point of time of all four databases, and the secrets without which they cannot be read.

A base backup copies the whole cluster while it is written to, together with the journal of that time; started from it,
PostgreSQL plays the journal to its end. See decision 0009.
"""

import asyncio
import gzip
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import asyncpg

from deploy.local.backup.archive import (
    CLUSTER,
    FORMAT,
    JOURNAL,
    OPTIONAL_FILES,
    SECRET_FILES,
    SERVER_MANIFEST,
    Manifest,
    new_archive,
)
from deploy.local.backup.version import VERSION
from deploy.local.errors import BackupError, FolderInUseError
from deploy.local.files import write_private_json
from deploy.local.folder import FolderLock
from deploy.local.options import Options
from deploy.local.postgres import SUPERUSER, EmbeddedServer, wheel_binaries
from deploy.local.secrets import SERVICES
from deploy.local.urls import database_name

_SAMPLE_SECONDS = 0.1
_ARCHIVES = re.compile(r"copil-\d{8}T\d{6}Z\.tar")
_END = re.compile(rb'"End-LSN": "([0-9A-F]+/[0-9A-F]+)"')


@dataclass(frozen=True)
class _Server:
    """Where the running server is reached, and the programs that go with it."""

    socket_folder: str
    password: str
    binaries: Path


@dataclass(frozen=True)
class Taken:
    """A finished backup."""

    path: Path
    complete_to: str
    size: int
    """Bytes."""


def take(options: Options, target: Path, keep: int | None = None) -> Taken:
    """Write a backup to a new file, or into a folder under a name of its own; the installation may run or not.

    `keep`: of the archives with such names in the folder, remove all but the newest so many. Raises: BackupError.
    """
    refuse_external(options, "backup")
    path = _path(target)
    if not (options.folder.root / "postgres").is_dir():
        raise BackupError(f"There is nothing to back up in {options.folder.root}.")
    try:
        with _running(options) as server, tempfile.TemporaryDirectory(dir=path.parent, prefix=".copil-backup-") as work:
            manifest = _write(options, server, path, Path(work))
    except OSError as error:
        raise BackupError(f"The backup cannot be written to {path.parent}: {error.strerror}.") from error
    taken = Taken(path, manifest.complete_to, path.stat().st_size)
    note = {"file": str(path), "complete_to": taken.complete_to, "bytes": taken.size}
    write_private_json(options.folder.last_backup, note)
    if keep is not None:
        _remove_older(path, keep)
    return taken


def refuse_external(options: Options, verb: str) -> None:
    """Raises: BackupError when the database is not ours to copy."""
    if options.postgres_url:
        raise BackupError(
            f"copil {verb} works on the embedded database. COPIL_POSTGRES_URL is set: use that server's own means, so "
            f"that all four databases come from one point of time, and keep {options.folder.secrets} with them."
        )


def _path(target: Path) -> Path:
    path = target.expanduser().absolute()
    if path.is_dir():
        path = path / f"copil-{datetime.now(UTC):%Y%m%dT%H%M%SZ}.tar"
    if not path.parent.is_dir():
        raise BackupError(f"There is no folder {path.parent}.")
    if path.exists():
        raise BackupError(f"{path} exists already; a backup is never written over.")
    return path


@contextmanager
def _running(options: Options) -> Iterator[_Server]:
    """The server of the running installation, or one started for the length of the block."""
    folder, binaries = options.folder, options.postgres_binaries or wheel_binaries()
    lock = FolderLock(folder)
    try:
        lock.acquire()
    except FolderInUseError:
        try:
            told = (folder.root / "postgres.socket").read_text().strip()
            yield _Server(told, (folder.root / "postgres.password").read_text().strip(), binaries)
        except FileNotFoundError as error:
            raise BackupError("Copil is just starting or stopping; try again in a moment.") from error
        return
    server = EmbeddedServer(folder.root, binaries=binaries)
    try:
        server.start()
        password = (folder.root / "postgres.password").read_text().strip()
        yield _Server(str(server.socket_folder), password, binaries)
    finally:
        server.stop()
        lock.close()


def _write(options: Options, server: _Server, path: Path, work: Path) -> Manifest:
    began = datetime.now(UTC)
    copied = asyncio.run(_copy(server, work))
    sizes = _unpacked(work)
    with new_archive(path) as archive:
        for name, source in ((CLUSTER, CLUSTER), (JOURNAL, JOURNAL), (SERVER_MANIFEST, "backup_manifest.gz")):
            with (work / source).open("rb") as content:
                archive.add(name, content, (work / source).stat().st_size)
            (work / source).unlink()
        for name in (*SECRET_FILES, *OPTIONAL_FILES):
            kept = options.folder.root / name
            if name in SECRET_FILES or kept.exists():
                with kept.open("rb") as content:
                    archive.add(name, content, os.fstat(content.fileno()).st_size)
        manifest = Manifest(
            format=FORMAT,
            version=VERSION,
            began_at=_text(began),
            complete_to=_text(copied.complete_to),
            postgres_major=copied.major,
            unpacked_bytes=sizes,
            revisions=copied.revisions,
            parts=archive.parts,
        )
        archive.finish(manifest)
    return manifest


@dataclass(frozen=True)
class _Copied:
    complete_to: datetime
    major: int
    revisions: dict[str, list[str]]


async def _copy(server: _Server, work: Path) -> _Copied:
    """Run pg_basebackup, and meanwhile note how far the journal had come at which instant."""
    try:
        connection = await _connect(server, SUPERUSER)
    except (OSError, asyncpg.PostgresError, TimeoutError) as error:
        raise BackupError(f"The database does not answer: {error}.") from error
    try:
        major = int(await connection.fetchval("SELECT current_setting('server_version_num')")) // 10000
        revisions = {service: await _revisions(server, service) for service in SERVICES}
        process = await _basebackup(server, work)
        reached = [await _position(connection)]
        ending = asyncio.ensure_future(process.communicate())
        while not (await asyncio.wait([ending], timeout=_SAMPLE_SECONDS))[0]:
            reached.append(await _position(connection))
        said = ending.result()[1].decode(errors="replace").strip()
        if process.returncode != 0:
            raise BackupError(f"pg_basebackup failed: {said[-800:]}")
    finally:
        await connection.close()
    end = _compressed_manifest(work)
    complete = [instant for instant, position in reached if position <= end]
    if not complete:
        raise BackupError("The backup does not hold its own beginning; it is of no use and was not kept.")
    return _Copied(max(complete), major, revisions)


async def _basebackup(server: _Server, work: Path) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        str(server.binaries / "pg_basebackup"),
        f"--pgdata={work}",
        "--format=tar",
        "--compress=client-gzip:1",
        "--wal-method=stream",
        "--checkpoint=fast",
        "--manifest-checksums=SHA256",
        "--no-password",
        f"--host={server.socket_folder}",
        f"--username={SUPERUSER}",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env={**os.environ, "PGPASSWORD": server.password, "LC_ALL": "C"},
    )


async def _position(connection: asyncpg.Connection) -> tuple[datetime, int]:
    # The instant first: what was acknowledged by then is in the journal up to the position.
    instant = datetime.now(UTC)
    return instant, _number(await connection.fetchval("SELECT pg_current_wal_flush_lsn()::text"))


def _compressed_manifest(work: Path) -> int:
    """Compress the server's manifest of the backup; returns the position at which the backup is consistent."""
    path = work / "backup_manifest"
    ends = _END.findall(path.read_bytes())
    with path.open("rb") as plain, gzip.open(work / "backup_manifest.gz", "wb", compresslevel=1) as file:
        shutil.copyfileobj(plain, file)
    path.unlink()
    return max(_number(end.decode()) for end in ends)


def _number(position: str) -> int:
    high, _, low = position.partition("/")
    return (int(high, 16) << 32) + int(low, 16)


async def _connect(server: _Server, database: str) -> asyncpg.Connection:
    return await asyncpg.connect(
        host=server.socket_folder, user=SUPERUSER, password=server.password, database=database, timeout=20
    )


async def _revisions(server: _Server, service: str) -> list[str]:
    connection = await _connect(server, database_name(service))
    try:
        rows = await connection.fetch("SELECT version_num FROM public.alembic_version ORDER BY version_num")
    except asyncpg.UndefinedTableError:
        return []
    finally:
        await connection.close()
    return [row["version_num"] for row in rows]


def _unpacked(work: Path) -> int:
    """Bytes that the parts need once unpacked."""
    total = 0
    for name in (CLUSTER, JOURNAL):
        with gzip.open(work / name) as plain:
            while chunk := plain.read(1 << 20):
                total += len(chunk)
    return total


def _remove_older(path: Path, keep: int) -> None:
    archives = sorted(found for found in path.parent.iterdir() if _ARCHIVES.fullmatch(found.name))
    for old in archives[: max(0, len(archives) - keep)]:
        if old != path:
            old.unlink()


def _text(instant: datetime) -> str:
    return instant.isoformat(timespec="milliseconds").replace("+00:00", "Z")
