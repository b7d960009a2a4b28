"""What a database looks like, for comparing migrations with themselves and with the models."""

from typing import Any

import asyncpg
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, MetaData
from sqlalchemy.ext.asyncio import create_async_engine

from deploy.local.urls import plain
from services.common.migrations import migrate

_ASPECTS = {
    "columns": "SELECT table_name, column_name, data_type, is_nullable, column_default"
    " FROM information_schema.columns WHERE table_schema = 'public'",
    "constraints": "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint"
    " WHERE connamespace = 'public'::regnamespace",
    "indexes": "SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'",
    "policies": "SELECT tablename, policyname, roles::text, cmd, qual, with_check FROM pg_policies",
    "grants": "SELECT grantee, table_name, column_name, privilege_type FROM information_schema.column_privileges"
    " WHERE table_schema = 'public'",
    "triggers": "SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal",
    "functions": "SELECT pg_get_functiondef(oid), proacl::text FROM pg_proc"
    " WHERE pronamespace = 'public'::regnamespace",
}
_UNFORCED = (
    "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')"
    " AND NOT (relrowsecurity AND relforcerowsecurity)"
)


async def picture(owner_url: str) -> dict[str, set[tuple[Any, ...]]]:
    """Everything that migrations make, but the table in which Alembic keeps its place."""
    connection = await asyncpg.connect(plain(owner_url))
    try:
        return {
            aspect: {tuple(row) for row in await connection.fetch(query) if "alembic_version" not in str(tuple(row))}
            for aspect, query in _ASPECTS.items()
        }
    finally:
        await connection.close()


async def up_down_up(service: str, owner_url: str) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    """Pictures after going up, down again, and up again."""
    pictures = []
    for revision in ("head", "base", "head"):
        await migrate(service, owner_url, revision)
        pictures.append(await picture(owner_url))
    return pictures[0], pictures[1], pictures[2]


async def without_forced_row_security(owner_url: str) -> set[str]:
    """Tables whose rows are not protected from their own owner."""
    connection = await asyncpg.connect(plain(owner_url))
    try:
        return {row["relname"] for row in await connection.fetch(_UNFORCED)}
    finally:
        await connection.close()


async def differences(owner_url: str, metadata: MetaData) -> list[Any]:
    """How the models differ from the migrated database, in the tables that have models."""

    def compare(connection: Connection) -> list[Any]:
        context = MigrationContext.configure(
            connection,
            opts={
                "compare_type": True,
                "include_object": lambda thing, name, kind, _reflected, _compared: (
                    (name if kind == "table" else thing.table.name) in metadata.tables
                ),
            },
        )
        return list(compare_metadata(context, metadata))

    engine = create_async_engine(owner_url)
    try:
        async with engine.connect() as connection:
            return await connection.run_sync(compare)
    finally:
        await engine.dispose()
