"""What figures are read from: shares of tickets, months, the clock of a contract, published versions."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from services.common import migrations as shared

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

TIME = sa.TIMESTAMP(timezone=True)
SUMS = ("denominator", "numerator", "total_seconds", "pending")


def upgrade() -> None:
    # The one record of what each ticket contributes: the days and months are its sums.
    op.create_table(
        "ticket_share",
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("source_id", sa.Text, primary_key=True),
        sa.Column("ticket_id", sa.Text, primary_key=True),
        sa.Column("indicator", sa.Text, primary_key=True),
        sa.Column("day", sa.Date, primary_key=True),
        *(sa.Column(name, sa.BigInteger, nullable=False) for name in SUMS),
    )
    op.execute("ALTER TABLE ticket_share SET (fillfactor = 90)")
    # Percentiles read the seconds from the index alone.
    op.create_index(
        "ix_ticket_share_day", "ticket_share", ["contract_id", "indicator", "day"], postgresql_include=["total_seconds"]
    )
    shared.protect("kpi", "ticket_share", read=shared.PARTY)
    op.drop_column("ticket_state", "contributions")

    op.add_column("rollup_day", sa.Column("median_seconds", sa.BigInteger))
    op.add_column("rollup_day", sa.Column("p90_seconds", sa.BigInteger))
    op.create_table(
        "rollup_month",
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("indicator", sa.Text, primary_key=True),
        sa.Column("month", sa.Date, primary_key=True),
        *(sa.Column(name, sa.BigInteger, nullable=False) for name in SUMS),
    )
    op.execute("ALTER TABLE rollup_month SET (fillfactor = 70)")
    shared.protect("kpi", "rollup_month", read=shared.PARTY)

    op.create_table(
        "contract_clock",
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("change", sa.BigInteger, nullable=False),
        sa.Column("data_as_of", TIME),
        sa.Column("next_timer_at", TIME, nullable=False),
    )
    op.execute("ALTER TABLE contract_clock SET (fillfactor = 50)")
    op.create_index("ix_contract_clock_next_timer_at", "contract_clock", ["next_timer_at"])
    # What a party writes beside the figures moves the clock too.
    shared.protect("kpi", "contract_clock", read=shared.PARTY, write=shared.PARTY, writes=("INSERT", "UPDATE"))

    op.create_table(
        "period_mark",
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("period", sa.Text, primary_key=True),
        sa.Column("due_at", TIME, nullable=False),
    )
    op.create_index("ix_period_mark_due_at", "period_mark", ["due_at"])
    shared.protect("kpi", "period_mark", read=None)

    op.create_table(
        "figure_version",
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("period", sa.Text, primary_key=True),
        sa.Column("indicator", sa.Text, primary_key=True),
        sa.Column("variant", sa.Text, primary_key=True),
        sa.Column("version", sa.Integer, primary_key=True),
        sa.Column("published_at", TIME, nullable=False),
        sa.Column("digest", sa.LargeBinary, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    shared.protect("kpi", "figure_version", read=shared.PARTY)
    # A published version never changes.
    op.execute("REVOKE UPDATE, DELETE ON figure_version FROM kpi_worker")

    _fold_everything_again()
    op.execute("ALTER TABLE contract NO FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE contract_clock NO FORCE ROW LEVEL SECURITY")
    op.execute(
        "INSERT INTO contract_clock (contract_id, change, next_timer_at) SELECT contract_id, 1, now() FROM contract"
    )
    op.execute("ALTER TABLE contract_clock FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE contract FORCE ROW LEVEL SECURITY")


def _fold_everything_again() -> None:
    """The days were sums of what this migration gives another form: the worker makes them anew from the events."""
    op.execute("TRUNCATE rollup_day")
    for table in ("ticket_state", "ticket_mark"):
        op.execute(f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY")
    op.execute(
        "INSERT INTO ticket_mark (contract_id, source_id, ticket_id)"
        " SELECT contract_id, source_id, ticket_id FROM ticket_state"
    )
    for table in ("ticket_state", "ticket_mark"):
        op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")


def downgrade() -> None:
    for table in ("figure_version", "period_mark", "contract_clock", "rollup_month", "ticket_share"):
        op.drop_table(table)
    op.drop_column("rollup_day", "p90_seconds")
    op.drop_column("rollup_day", "median_seconds")
    op.add_column("ticket_state", sa.Column("contributions", JSONB, nullable=False, server_default="[]"))
    _fold_everything_again()
