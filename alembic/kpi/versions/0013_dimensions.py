"""Dimensions: the values of each ticket, and the sums of each value by day."""

import sqlalchemy as sa
from alembic import op

from services.common import migrations as shared

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

SUMS = ("denominator", "numerator", "total_seconds", "pending")


def upgrade() -> None:
    # Nothing to fold again: no version of any terms declares a dimension yet.
    op.create_table(
        "ticket_dimension",
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("source_id", sa.Text, primary_key=True),
        sa.Column("ticket_id", sa.Text, primary_key=True),
        sa.Column("dimension", sa.Text, primary_key=True),
        sa.Column("value", sa.Text, primary_key=True),
    )
    shared.protect("kpi", "ticket_dimension", read=shared.PARTY)
    # In the order in which it is read: all values of an indicator over some days.
    op.create_table(
        "rollup_dimension_day",
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("dimension", sa.Text, primary_key=True),
        sa.Column("indicator", sa.Text, primary_key=True),
        sa.Column("day", sa.Date, primary_key=True),
        sa.Column("value", sa.Text, primary_key=True),
        *(sa.Column(name, sa.BigInteger, nullable=False) for name in SUMS),
    )
    op.execute("ALTER TABLE rollup_dimension_day SET (fillfactor = 70)")
    shared.protect("kpi", "rollup_dimension_day", read=shared.PARTY)


def downgrade() -> None:
    op.drop_table("rollup_dimension_day")
    op.drop_table("ticket_dimension")
