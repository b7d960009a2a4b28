"""Contacts of customers, for what a ticket counts for by its neighbours."""

import sqlalchemy as sa
from alembic import op

from services.common import migrations as shared

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

MARKED = ("ticket_state", "ticket_mark")
SUMMED = ("ticket_share", "rollup_day", "rollup_month")


def upgrade() -> None:
    op.create_table(
        "ticket_contact",
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("source_id", sa.Text, primary_key=True),
        sa.Column("ticket_id", sa.Text, primary_key=True),
        # Microseconds since 1970: compared with windows in the same unit, exactly.
        sa.Column("created_us", sa.BigInteger, nullable=False),
        sa.Column("customer", sa.Text, nullable=False),
        sa.Column("channel", sa.Text),
        sa.Column("form", sa.Text),
        sa.Column("group_name", sa.Text),
    )
    op.create_index("ix_ticket_contact_customer", "ticket_contact", ["contract_id", "customer", "created_us"])
    shared.protect("kpi", "ticket_contact", read=shared.PARTY)
    # Every ticket that was folded is looked at once more, by the same fold as any other.
    _force(MARKED, "NO FORCE")
    op.execute(
        "INSERT INTO ticket_mark (contract_id, source_id, ticket_id)"
        " SELECT contract_id, source_id, ticket_id FROM ticket_state"
    )
    _force(MARKED, "FORCE")


def downgrade() -> None:
    _force(SUMMED, "NO FORCE")
    for table in SUMMED:
        op.execute(f"DELETE FROM {table} WHERE indicator IN ('fcr_observed', 'repeat_rate')")
    _force(SUMMED, "FORCE")
    # Kept by erasures for contacts alone, and read by nobody before.
    _force(("ticket_event",), "NO FORCE")
    op.execute("DELETE FROM ticket_event WHERE event->>'kind' = 'linked'")
    _force(("ticket_event",), "FORCE")
    op.drop_table("ticket_contact")


def _force(tables: tuple[str, ...], word: str) -> None:
    for table in tables:
        op.execute(f"ALTER TABLE {table} {word} ROW LEVEL SECURITY")
