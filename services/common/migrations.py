"""What the Alembic histories of all services share: running them, and the row security of every table."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

import sqlalchemy as sa
from alembic import command, context, op
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import create_async_engine

ROOT = Path(__file__).resolve().parents[2] / "alembic"

PLATFORM = "current_setting('app.platform', true) = 'on'"
ORGANISATION = "nullif(current_setting('app.org', true), '')::uuid"
PARTY = (
    "contract_id IN (SELECT p.contract_id FROM contract_party p"
    f" WHERE p.organisation_id = {ORGANISATION} AND p.valid_from <= now()"
    " AND (p.valid_to IS NULL OR p.valid_to > now()))"
)
PARTY_OR_PLATFORM = f"{PLATFORM} OR {PARTY}"


def config(service: str, connection: Connection | None = None) -> Config:
    """The Alembic configuration of one service."""
    settings = Config()
    settings.set_main_option("script_location", str(ROOT / service))
    settings.attributes["connection"] = connection
    return settings


def head(service: str) -> str | None:
    """The newest revision of a service's history."""
    return ScriptDirectory(str(ROOT / service), file_template="%%(rev)s").get_current_head()


async def migrate(service: str, url: str, revision: str = "head") -> bool:
    """Bring one database to a revision, up or down; whether anything had to be done."""
    engine = create_async_engine(url)
    try:
        async with engine.connect() as connection:
            changed = await connection.run_sync(_migrate, service, revision)
            await connection.commit()
            return changed
    finally:
        await engine.dispose()


def upgrade(service: str, url: str, revision: str = "head") -> bool:
    """`migrate` for synchronous callers."""
    return asyncio.run(migrate(service, url, revision))


def _migrate(connection: Connection, service: str, revision: str) -> bool:
    current = MigrationContext.configure(connection).get_current_revision()
    target = head(service) if revision == "head" else None if revision == "base" else revision
    if current == target:
        return False
    # Waiting for a lock would stop every request behind it: fail fast and let the operator try again.
    connection.execute(sa.text("SET lock_timeout = '5s'"))
    step = command.downgrade if revision == "base" or _is_older(target, current) else command.upgrade
    step(config(service, connection), revision)
    return True


def _is_older(target: str | None, current: str | None) -> bool:
    return current is not None and target is not None and target < current


def run_environment() -> None:
    """The body of every `alembic/<service>/env.py`."""
    connection = context.config.attributes["connection"]
    context.configure(connection=connection, transaction_per_migration=True)
    with context.begin_transaction():
        context.run_migrations()


def protect(
    service: str,
    table: str,
    *,
    read: str | None,
    write: str | None = None,
    writes: Sequence[str] = ("INSERT",),
    worker: bool = True,
) -> None:
    """Force row-level security on a table and say who passes.

    `read` and `write` are the conditions of requests (role `<service>_app`; None: no access at all); the worker role
    passes everywhere it is granted.
    """
    app, background = f"{service}_app", f"{service}_worker"
    op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
    op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
    if read is not None:
        op.execute(f"GRANT SELECT ON {table} TO {app}")
        op.execute(f"CREATE POLICY {table}_read ON {table} FOR SELECT TO {app} USING ({read})")
    if write is not None:
        for action in writes:
            conditions = {
                "INSERT": f"WITH CHECK ({write})",
                "UPDATE": f"USING ({write}) WITH CHECK ({write})",
                "DELETE": f"USING ({write})",
            }[action]
            op.execute(f"GRANT {action} ON {table} TO {app}")
            op.execute(f"CREATE POLICY {table}_{action.lower()} ON {table} FOR {action} TO {app} {conditions}")
    if worker:
        op.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON {table} TO {background}")
        op.execute(f"CREATE POLICY {table}_worker ON {table} FOR ALL TO {background} USING (true) WITH CHECK (true)")


def create_contract_party(service: str) -> None:
    """Which organisation stands on which side of which contract, and when: what every policy rests on."""
    op.create_table(
        "contract_party",
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("organisation_id", sa.Uuid, primary_key=True),
        sa.Column("side", sa.Text, primary_key=True),
        sa.Column("valid_from", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("valid_to", sa.TIMESTAMP(timezone=True)),
        sa.CheckConstraint("side IN ('donneur_ordre', 'sous_traitant')", "ck_contract_party_side"),
    )
    op.create_index("ix_contract_party_organisation_id", "contract_party", ["organisation_id"])
    protect(service, "contract_party", read=f"{PLATFORM} OR organisation_id = {ORGANISATION}")


def create_outbox(service: str) -> None:
    """What this service promises to tell others; only the worker reads it."""
    op.create_table(
        "outbox",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("destination", sa.Text, nullable=False),
        sa.Column("method", sa.Text, nullable=False),
        sa.Column("path", sa.Text, nullable=False),
        sa.Column("body", sa.dialects.postgresql.JSONB, nullable=False),
        sa.Column("created_at", sa.TIMESTAMP(timezone=True), nullable=False, server_default=sa.func.clock_timestamp()),
        sa.Column("attempts", sa.Integer, nullable=False, server_default="0"),
        sa.Column(
            "next_attempt_at", sa.TIMESTAMP(timezone=True), nullable=False, server_default=sa.func.clock_timestamp()
        ),
        sa.Column("last_error", sa.Text),
    )
    op.create_index("ix_outbox_next_attempt_at", "outbox", ["next_attempt_at"])
    protect(service, "outbox", read=None, write="true")


def create_idempotency_key(service: str) -> None:
    """Writes already done, by organisation, caller and key, with their first answer (encrypted)."""
    op.create_table(
        "idempotency_key",
        sa.Column("organisation_id", sa.Uuid, primary_key=True),
        sa.Column("subject", sa.Text, primary_key=True),
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("fingerprint", sa.LargeBinary, nullable=False),
        sa.Column("answer", sa.LargeBinary),
        sa.Column("created_at", sa.TIMESTAMP(timezone=True), nullable=False, server_default=sa.func.clock_timestamp()),
    )
    own = f"organisation_id = {ORGANISATION}"
    protect(service, "idempotency_key", read=own, write=own, writes=("INSERT", "UPDATE"))


def create_readiness_probe(service: str) -> None:
    """One row that `/readyz` writes: ready means able to commit."""
    op.create_table(
        "readiness_probe",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("written_at", sa.TIMESTAMP(timezone=True), nullable=False, server_default=sa.func.clock_timestamp()),
    )
    op.execute("INSERT INTO readiness_probe (id) VALUES (1)")
    protect(service, "readiness_probe", read="true", write="true", writes=("UPDATE",))
