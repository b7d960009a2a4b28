"""What the fold worker keeps per ticket and per day, and replays of recorded deliveries."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from services.common import migrations as shared

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

TIME = sa.TIMESTAMP(timezone=True)
NOW = sa.func.clock_timestamp()


def upgrade() -> None:
    # Marks are only ever added and taken: a unique mark per ticket would make ingestion wait for the worker.
    op.create_table(
        "ticket_mark",
        sa.Column("id", sa.BigInteger, sa.Identity(always=True), primary_key=True),
        sa.Column("contract_id", sa.Uuid, nullable=False),
        sa.Column("source_id", sa.Text, nullable=False),
        sa.Column("ticket_id", sa.Text, nullable=False),
    )
    shared.protect("kpi", "ticket_mark", read=None)

    op.create_table(
        "ticket_state",
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("source_id", sa.Text, primary_key=True),
        sa.Column("ticket_id", sa.Text, primary_key=True),
        sa.Column("contributions", JSONB, nullable=False, server_default="[]"),
        sa.Column("evaluated_at", TIME),
        sa.Column("next_change_at", TIME),
    )
    op.execute("ALTER TABLE ticket_state SET (fillfactor = 80)")
    op.create_index(
        "ix_ticket_state_next_change_at",
        "ticket_state",
        ["next_change_at"],
        postgresql_where=sa.text("next_change_at IS NOT NULL"),
    )
    shared.protect("kpi", "ticket_state", read=shared.PARTY)

    op.create_table(
        "rollup_day",
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("indicator", sa.Text, primary_key=True),
        sa.Column("day", sa.Date, primary_key=True),
        sa.Column("denominator", sa.BigInteger, nullable=False),
        sa.Column("numerator", sa.BigInteger, nullable=False),
        sa.Column("total_seconds", sa.BigInteger, nullable=False),
        sa.Column("pending", sa.BigInteger, nullable=False),
    )
    op.execute("ALTER TABLE rollup_day SET (fillfactor = 70)")
    shared.protect("kpi", "rollup_day", read=shared.PARTY)

    op.create_table(
        "replay",
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("source_id", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("requested_at", TIME, nullable=False, server_default=NOW),
        sa.Column("requested_by", sa.Text, nullable=False),
        sa.Column("requested_by_side", sa.Text),
        sa.Column("approved_at", TIME),
        sa.Column("approved_by", sa.Text),
        sa.Column("finished_at", TIME),
        sa.Column("deliveries", sa.Integer, nullable=False),
        sa.Column("done", sa.Integer, nullable=False, server_default="0"),
        sa.Column("summary", JSONB),
        sa.Column("payload", sa.LargeBinary),
        sa.CheckConstraint("state IN ('proposed', 'approved', 'running', 'done', 'failed')", "ck_replay_state"),
    )
    op.create_index("ix_replay_waiting", "replay", ["requested_at"], postgresql_where=sa.text("state = 'approved'"))
    shared.protect("kpi", "replay", read=shared.PARTY_OR_PLATFORM)

    op.create_table(
        "rebuild",
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("state", sa.Text, nullable=False, server_default="waiting"),
        sa.Column("requested_at", TIME, nullable=False, server_default=NOW),
        sa.Column("requested_by", sa.Text, nullable=False),
        sa.Column("finished_at", TIME),
        sa.Column("deliveries", sa.Integer, nullable=False, server_default="0"),
        sa.Column("changed_tickets", sa.Integer, nullable=False, server_default="0"),
        sa.Column("differing_days", sa.Integer),
        sa.CheckConstraint("state IN ('waiting', 'running', 'done', 'failed')", "ck_rebuild_state"),
    )
    shared.protect("kpi", "rebuild", read=shared.PARTY_OR_PLATFORM, write=shared.PARTY_OR_PLATFORM, writes=("INSERT",))


def downgrade() -> None:
    for table in ("rebuild", "replay", "rollup_day", "ticket_state", "ticket_mark"):
        op.drop_table(table)
