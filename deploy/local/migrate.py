"""Brings the four databases to the newest migrations, and knows quickly when there is nothing to do."""

import asyncio
import hashlib
import importlib
from collections.abc import Mapping
from pathlib import Path

import asyncpg

from deploy.local.files import read_json_object, write_private_json
from deploy.local.secrets import SERVICES
from deploy.local.urls import ServiceUrls, plain

REPOSITORY = Path(__file__).resolve().parents[2]


async def pending(urls: Mapping[str, ServiceUrls], note: Path, migrations: Path = REPOSITORY / "alembic") -> list[str]:
    """Services whose migrations differ from those last applied, or whose database does not stand where they led."""
    applied = read_json_object(note) or {}
    answers = await asyncio.gather(*(revisions(urls[service].owner) for service in SERVICES))
    return [
        service
        for service, reached in zip(SERVICES, answers, strict=True)
        if applied.get(service) != {"files": fingerprint(migrations / service), "revisions": reached}
    ]


def migrate(urls: Mapping[str, ServiceUrls], note: Path, migrations: Path = REPOSITORY / "alembic") -> list[str]:
    """Upgrade the databases that are not at head and note what they reached; returns the services upgraded."""
    late = asyncio.run(pending(urls, note, migrations))
    if not late:
        return []
    # Alembic and SQLAlchemy cost half a second to import: a start without new migrations does not pay it.
    upgrade = importlib.import_module("services.common.migrations").upgrade
    applied = read_json_object(note) or {}
    for service in late:
        upgrade(service, urls[service].owner)
        applied[service] = {
            "files": fingerprint(migrations / service),
            "revisions": asyncio.run(revisions(urls[service].owner)),
        }
        write_private_json(note, applied)
    return late


def fingerprint(folder: Path) -> str:
    """Hash of the names and contents of the migrations of one service."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.py")):
        digest.update(f"{path.relative_to(folder)}\0{path.stat().st_size}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


async def revisions(url: str) -> list[str]:
    """The revisions at which a database stands; none before its first migration."""
    connection = await asyncpg.connect(plain(url))
    try:
        if await connection.fetchval("SELECT to_regclass('public.alembic_version')") is None:
            return []
        rows = await connection.fetch("SELECT version_num FROM public.alembic_version ORDER BY version_num")
        return [row["version_num"] for row in rows]
    finally:
        await connection.close()
