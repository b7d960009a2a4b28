"""Every history: numbered, one head, up-down-up equal, and every table behind row security; on both servers."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from services.common.migrations import ROOT, migrate
from tests.support.postgres import ProvisionedServer, debian_binaries, provisioned_server

SERVICES = ("contracts", "kpi", "feedback", "gateway")

WITHOUT_ROW_SECURITY = {"alembic_version"}
"""Written by migrations only."""

_TABLES = text(
    "SELECT c.relname, c.relrowsecurity AND c.relforcerowsecurity AS forced FROM pg_class c"
    " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p')"
)
_SCHEMA = text(
    "SELECT 'column', table_name, column_name, data_type || is_nullable || coalesce(column_default, '')"
    " FROM information_schema.columns WHERE table_schema = 'public'"
    " UNION ALL SELECT 'policy', tablename, policyname, concat_ws('|', permissive, roles::text, cmd, qual, with_check)"
    " FROM pg_policies UNION ALL SELECT 'index', tablename, indexname, indexdef FROM pg_indexes"
    " WHERE schemaname = 'public' UNION ALL SELECT 'constraint', conrelid::regclass::text, conname,"
    " pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace"
    " UNION ALL SELECT 'grant', table_name, grantee, privilege_type FROM information_schema.role_table_grants"
    " WHERE table_schema = 'public' UNION ALL SELECT 'function', proname, '', prosrc FROM pg_proc"
    " WHERE pronamespace = 'public'::regnamespace ORDER BY 1, 2, 3, 4"
)
_ROLES = text("SELECT rolname FROM pg_roles WHERE rolname ~ '_(owner|app|worker)$' AND (rolsuper OR rolbypassrls)")


@pytest.fixture(scope="module", params=["embedded", "debian-15"])
def server(request: pytest.FixtureRequest) -> Iterator[ProvisionedServer]:
    """A server of its own: these tests take every database down and up."""
    with provisioned_server(debian_binaries() if request.param == "debian-15" else None) as provisioned:
        yield provisioned


async def _rows(url: str, statement: object) -> list[tuple[object, ...]]:
    engine = create_async_engine(url)
    try:
        async with engine.connect() as connection:
            return [tuple(row) for row in await connection.execute(statement)]  # type: ignore[call-overload]
    finally:
        await engine.dispose()


@pytest.mark.parametrize("service", SERVICES)
async def test_up_down_up_gives_the_same_schema(server: ProvisionedServer, service: str) -> None:
    owner = server.services[service].owner
    await migrate(service, owner)
    first = await _rows(owner, _SCHEMA)
    assert len(first) > 20
    await migrate(service, owner, "base")
    left = {row[1] for row in await _rows(owner, _SCHEMA)}
    assert left <= {"alembic_version"}
    await migrate(service, owner)
    assert await _rows(owner, _SCHEMA) == first


@pytest.mark.parametrize("service", SERVICES)
async def test_every_table_forces_row_security(server: ProvisionedServer, service: str) -> None:
    await migrate(service, server.services[service].owner)
    tables = await _rows(server.services[service].owner, _TABLES)
    assert len(tables) > 3
    open_tables = {name for name, forced in tables if not forced}
    assert open_tables <= WITHOUT_ROW_SECURITY


async def test_no_role_of_a_service_is_above_row_security(server: ProvisionedServer) -> None:
    assert await _rows(server.admin_url.replace("postgresql://", "postgresql+asyncpg://", 1), _ROLES) == []


@pytest.mark.parametrize("service", SERVICES)
def test_one_head_and_numbered_files(service: str) -> None:
    script = ScriptDirectory(str(ROOT / service))
    assert len(script.get_heads()) == 1
    names = sorted(path.name for path in Path(ROOT / service / "versions").glob("*.py"))
    assert names
    assert [name[:4] for name in names] == [f"{number:04}" for number in range(1, len(names) + 1)]
    assert all(re.fullmatch(r"\d{4}_[a-z0-9_]+\.py", name) for name in names)
