"""Brings a PostgreSQL server, embedded or external, to the roles and databases that the services need."""

import asyncio
from collections.abc import Mapping

import asyncpg

from deploy.local.errors import ProvisioningError
from deploy.local.scram import verifier
from deploy.local.secrets import DATABASE_ROLES, SERVICES
from deploy.local.urls import ServiceUrls, database_name, plain_url, service_urls

OLDEST_VERSION = 150000


async def provision(admin_url: str, passwords: Mapping[str, str]) -> dict[str, ServiceUrls]:
    """Create what is missing, correct what differs, and return the addresses; repeating it changes nothing.

    The administrator needs CREATEROLE and CREATEDB, not more. Raises: ProvisioningError.
    """
    try:
        admin = await asyncpg.connect(admin_url)
    except (OSError, asyncpg.PostgresError, TimeoutError) as error:
        raise ProvisioningError(f"The database server does not answer: {error}") from error
    try:
        version = int(await admin.fetchval("SELECT current_setting('server_version_num')"))
        if version < OLDEST_VERSION:
            raise ProvisioningError("The database server is older than PostgreSQL 15.")
        await _ensure_roles(admin, passwords)
        for service in SERVICES:
            await _ensure_database(admin, service)
    except asyncpg.InsufficientPrivilegeError as error:
        raise ProvisioningError(f"The administrator of the database server lacks a right: {error}") from error
    finally:
        await admin.close()
    await asyncio.gather(*(_close_database(admin_url, passwords, service) for service in SERVICES))
    return service_urls(admin_url, passwords)


async def _ensure_roles(admin: asyncpg.Connection, passwords: Mapping[str, str]) -> None:
    async with admin.transaction():
        present = {row["rolname"] for row in await _roles(admin)}
        for role in DATABASE_ROLES:
            verb = "ALTER" if role in present else "CREATE"
            await admin.execute(f"{verb} ROLE {role} LOGIN PASSWORD '{verifier(passwords[role])}'")
        for row in await _roles(admin):
            if row["privileged"]:
                # Named only when it must change: an administrator who is not superuser may not even mention them.
                await admin.execute(
                    f"ALTER ROLE {row['rolname']} NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION"
                )
        for role, granted in await _memberships(admin):
            raise ProvisioningError(f"Role {role} is a member of {granted}; it must be a member of nothing.")


async def _roles(admin: asyncpg.Connection) -> list[asyncpg.Record]:
    rows: list[asyncpg.Record] = await admin.fetch(
        """
        SELECT rolname, rolsuper OR rolbypassrls OR rolcreatedb OR rolcreaterole OR rolreplication AS privileged
        FROM pg_roles WHERE rolname = ANY($1)
        """,
        list(DATABASE_ROLES),
    )
    return rows


async def _memberships(admin: asyncpg.Connection) -> list[asyncpg.Record]:
    rows: list[asyncpg.Record] = await admin.fetch(
        """
        SELECT member.rolname, granted.rolname
        FROM pg_auth_members JOIN pg_roles member ON member.oid = pg_auth_members.member
        JOIN pg_roles granted ON granted.oid = pg_auth_members.roleid
        WHERE member.rolname = ANY($1)
        """,
        list(DATABASE_ROLES),
    )
    return rows


async def _ensure_database(admin: asyncpg.Connection, service: str) -> None:
    owner = f"{service}_owner"
    name = database_name(service)
    current = await admin.fetchval(
        "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = $1",
        name,
    )
    if current is None:
        if not await admin.fetchval("SELECT rolsuper FROM pg_roles WHERE rolname = current_user"):
            # A database can only be given to a role that its creator may become (PostgreSQL 16).
            await admin.execute(f"GRANT {owner} TO CURRENT_USER")
        await admin.execute(
            f"CREATE DATABASE {name} OWNER {owner} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'"
        )
    elif current != owner:
        raise ProvisioningError(f"Database {name} belongs to {current}, not to {owner}.")


async def _close_database(admin_url: str, passwords: Mapping[str, str], service: str) -> None:
    """Leave the database to its three roles, and creation in it to the owner alone; done as the owner."""
    owner, app, worker = (f"{service}_{right}" for right in ("owner", "app", "worker"))
    name = database_name(service)
    connection = await asyncpg.connect(plain_url(admin_url, owner, passwords[owner], name))
    try:
        await connection.execute(
            f"""
            REVOKE ALL ON DATABASE {name} FROM PUBLIC, {app}, {worker};
            GRANT CONNECT ON DATABASE {name} TO {owner}, {app}, {worker};
            REVOKE ALL ON SCHEMA public FROM PUBLIC;
            REVOKE CREATE ON SCHEMA public FROM {app}, {worker};
            GRANT USAGE ON SCHEMA public TO {app}, {worker};
            """
        )
        for role in (app, worker):
            if await connection.fetchval("SELECT has_schema_privilege($1, 'public', 'CREATE')", role):
                raise ProvisioningError(
                    f"Role {role} can create tables in {name}; its schema public is not the owner's."
                )
    finally:
        await connection.close()
