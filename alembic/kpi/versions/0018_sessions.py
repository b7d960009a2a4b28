"""Several contacts on one ticket: where the terms count sessions, each of them is one."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

KEY = ("contract_id", "source_id", "ticket_id")


def upgrade() -> None:
    # Microseconds of silence before it; null of the contact that the creation of the ticket begins.
    op.add_column("ticket_contact", sa.Column("silence_us", sa.BigInteger))
    _key(*KEY, "created_us")
    # Told to this service before it could count them.
    _fold_again(
        "terms_version",
        "SELECT contract_id FROM terms_version WHERE jsonb_typeof(body->'repeat_contacts'->'sessions') = 'object'",
    )


def downgrade() -> None:
    # Whoever was judged by a session is judged anew, and no share of one stays.
    _fold_again("ticket_contact", "SELECT contract_id FROM ticket_contact WHERE silence_us IS NOT NULL")
    _force(("ticket_contact",), "NO FORCE")
    op.execute("DELETE FROM ticket_contact WHERE silence_us IS NOT NULL")
    _force(("ticket_contact",), "FORCE")
    _key(*KEY)
    op.drop_column("ticket_contact", "silence_us")


def _key(*columns: str) -> None:
    op.drop_constraint("ticket_contact_pkey", "ticket_contact")
    op.create_primary_key("ticket_contact_pkey", "ticket_contact", list(columns))


def _fold_again(table: str, contracts: str) -> None:
    tables = (table, "ticket_state", "ticket_mark")
    _force(tables, "NO FORCE")
    op.execute(
        "INSERT INTO ticket_mark (contract_id, source_id, ticket_id)"
        f" SELECT contract_id, source_id, ticket_id FROM ticket_state WHERE contract_id IN ({contracts})"
    )
    _force(tables, "FORCE")


def _force(tables: tuple[str, ...], word: str) -> None:
    for table in tables:
        op.execute(f"ALTER TABLE {table} {word} ROW LEVEL SECURITY")
