"""`copil restore`: everything is checked and tried beside the data folder's content before it takes its place."""

import asyncio
import hashlib
import json
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import asyncpg

from deploy.local.backup.archive import Manifest, checked_manifest, unpack
from deploy.local.backup.taking import refuse_external
from deploy.local.errors import BackupError
from deploy.local.folder import DataFolder, FolderLock
from deploy.local.migrate import revisions
from deploy.local.options import REPOSITORY, Options
from deploy.local.postgres import EmbeddedServer, wheel_binaries
from deploy.local.privileges import server_identity
from deploy.local.secrets import SERVICES, load_or_create
from deploy.local.urls import service_urls

_UNFINISHED = "restore.unfinished"
_ASIDE = "before-restore-"
_SPARE_BYTES = 200_000_000
_REVISION = re.compile(r"^revision(?::[^=]*)? = ['\"]([^'\"]+)", re.MULTILINE)


@dataclass(frozen=True)
class Restored:
    """What a restoration did."""

    manifest: Manifest
    moved_to: Path | None
    """Where the former content of the data folder is."""
    demonstration: bool
    """Whether the backup is of an installation with the demonstration."""


def restore(options: Options, archive: Path, *, force: bool = False) -> Restored:
    """Put a backup into the data folder; `force` moves what it holds aside. Raises: RunnerError.

    On any failure the data folder keeps what it held.
    """
    refuse_external(options, "restore")
    archive = archive.expanduser().absolute()
    manifest = checked_manifest(archive)
    _refuse_unknown(archive, manifest)
    binaries = options.postgres_binaries or wheel_binaries()
    _refuse_other_server(manifest, binaries)
    folder = options.folder
    folder.create()
    lock = FolderLock(folder)
    lock.acquire()
    try:
        held = _content(folder)
        if held and not force:
            raise BackupError(f"{folder.root} is not empty; --force moves what it holds aside, and deletes nothing.")
        _refuse_small_disk(manifest, folder.root)
        unfinished = folder.root / _UNFINISHED
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(mode=0o711 if os.geteuid() == 0 else 0o700)
        try:
            _prepare(archive, manifest, unfinished, binaries)
            moved_to = _take_place(folder, unfinished, held)
        finally:
            shutil.rmtree(unfinished, ignore_errors=True)
        folder.create()
        return Restored(manifest, moved_to, "demonstration.json" in manifest.parts)
    except OSError as error:
        raise BackupError(f"{folder.root} cannot be written: {error.strerror}.") from error
    finally:
        lock.close()


def _content(folder: DataFolder) -> list[Path]:
    """What the folder holds, leaving out what says nothing: our lock, empty folders, what was moved aside before."""
    return [
        path
        for path in sorted(folder.root.iterdir())
        if path.name not in ("lock", _UNFINISHED, folder.placing.name)
        and not path.name.startswith(_ASIDE)
        and not (path.name == "logs" and not any(path.iterdir()))
    ]


def _refuse_unknown(archive: Path, manifest: Manifest) -> None:
    for service in SERVICES:
        files = (REPOSITORY / "alembic" / service / "versions").glob("*.py")
        known = {found for file in files for found in _REVISION.findall(file.read_text())}
        if strange := set(manifest.revisions.get(service, ())) - known:
            raise BackupError(
                f"{archive} was written by another version, Copil {manifest.version}: its database {service} stands at "
                f"{', '.join(sorted(strange))}, which is unknown here. Restore it with that version or a later one."
            )


def _refuse_other_server(manifest: Manifest, binaries: Path) -> None:
    command = [str(binaries / "postgres"), "--version"]
    said = subprocess.run(command, capture_output=True, text=True).stdout  # noqa: S603 - our own program
    found = re.search(r"\) (\d+)", said)
    if not found or int(found[1]) != manifest.postgres_major:
        raise BackupError(
            f"The backup was written by PostgreSQL {manifest.postgres_major}, and {binaries} holds {said.strip()!r}: "
            "set COPIL_POSTGRES_BINARIES to the programs of that version."
        )


def _refuse_small_disk(manifest: Manifest, root: Path) -> None:
    free = shutil.disk_usage(root).free
    if free < manifest.unpacked_bytes + _SPARE_BYTES:
        raise BackupError(
            f"{root} has {free / 1e6:.0f} MB left; the backup needs {manifest.unpacked_bytes / 1e6:.0f} MB and some."
        )


def _prepare(archive: Path, manifest: Manifest, folder: Path, binaries: Path) -> None:
    """Unpack, compare file by file with what the server noted, and let a server play the journal to its end."""
    unpack(archive, folder)
    cluster = folder / "postgres"
    _compare_files(archive, cluster)
    secrets = load_or_create(folder / "secrets.json")
    if identity := server_identity(cluster):
        for place in (cluster, *cluster.rglob("*")):
            os.chown(place, identity.uid, identity.gid)
    os.sync()
    (folder / "logs").mkdir(mode=0o700)
    server = EmbeddedServer(folder, binaries=binaries)
    try:
        server.start(timeout=600)
        urls = service_urls(server.admin_url, secrets.database_passwords)
        found = {service: asyncio.run(revisions(urls[service].owner)) for service in SERVICES}
    except (OSError, asyncpg.PostgresError) as error:
        raise BackupError(f"The restored database does not answer: {error}.") from error
    finally:
        server.stop()
    if found != manifest.revisions:
        raise BackupError(f"{archive} is damaged: its databases are not those of its manifest.")
    shutil.rmtree(folder / "logs")


def _compare_files(archive: Path, cluster: Path) -> None:
    told = json.loads((cluster / "backup_manifest").read_bytes())
    for file in told["Files"]:
        place = cluster / (file["Path"] if "Path" in file else os.fsdecode(bytes.fromhex(file["Encoded-Path"])))
        try:
            with place.open("rb") as content:
                digest = hashlib.file_digest(content, "sha256").hexdigest()
        except FileNotFoundError:
            digest = ""
        if digest != file["Checksum"]:
            raise BackupError(f"{archive} is damaged: {place.relative_to(cluster)} is not what the server wrote.")


def _take_place(folder: DataFolder, unfinished: Path, held: list[Path]) -> Path | None:
    # Inside the data folder, never beside it: a volume or a StateDirectory cannot be renamed itself.
    aside = folder.root / f"{_ASIDE}{datetime.now(UTC):%Y%m%dT%H%M%SZ}"
    # From here on an interruption leaves a folder that `copil run` refuses, instead of half an installation.
    shutil.rmtree(folder.placing, ignore_errors=True)
    unfinished.rename(folder.placing)
    if held:
        aside.mkdir(mode=0o700)
    for path in held:
        path.rename(aside / path.name)
    for path in sorted(folder.placing.iterdir()):
        path.rename(folder.root / path.name)
    folder.placing.rmdir()
    os.sync()
    return aside if held else None
