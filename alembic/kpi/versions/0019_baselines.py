"""Baselines: counts of some days that both parties freeze, to compare later ones with."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from services.common import migrations as shared

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

TIME = sa.TIMESTAMP(timezone=True)
NOW = sa.func.clock_timestamp()
SERIES = ["contract_id", "indicator", "variant"]


def upgrade() -> None:
    op.create_table(
        "baseline",
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("indicator", sa.Text, nullable=False),
        # Empty where there is only one.
        sa.Column("variant", sa.Text, nullable=False),
        sa.Column("first", sa.Date, nullable=False),
        sa.Column("last", sa.Date, nullable=False),
        sa.Column("origin", sa.Text, nullable=False),
        sa.Column("counts", JSONB, nullable=False),
        # By dimension, then value.
        sa.Column("strata", JSONB, nullable=False),
        sa.Column("source", sa.Text),
        # Of what we measured ourselves: as of and as known at this instant the figures tell the same.
        sa.Column("known_at", TIME),
        sa.Column("reason", sa.Text),
        sa.Column("supersedes", sa.Uuid),
        sa.Column("state", sa.Text, nullable=False, server_default="proposed"),
        sa.Column("proposed_at", TIME, nullable=False, server_default=NOW),
        sa.Column("proposed_by", JSONB, nullable=False),
        sa.Column("frozen_at", TIME),
        sa.Column("agreed_by", JSONB),
        sa.Column("withdrawn_at", TIME),
        sa.Column("withdrawn_by", JSONB),
        sa.CheckConstraint("last >= first", "ck_baseline_days"),
        sa.CheckConstraint("state IN ('proposed', 'agreed', 'superseded', 'withdrawn')", "ck_baseline_state"),
        sa.CheckConstraint("(state IN ('agreed', 'superseded')) = (frozen_at IS NOT NULL)", "ck_baseline_frozen_at"),
        sa.CheckConstraint("(origin = 'measured') = (known_at IS NOT NULL)", "ck_baseline_known_at"),
        sa.CheckConstraint("origin IN ('measured', 'imported')", "ck_baseline_origin"),
        sa.CheckConstraint("(origin = 'imported') = (source IS NOT NULL)", "ck_baseline_source"),
    )
    for state in ("proposed", "agreed"):
        op.create_index(
            f"uq_baseline_{state}", "baseline", SERIES, unique=True, postgresql_where=sa.text(f"state = '{state}'")
        )
    shared.protect("kpi", "baseline", read=shared.PARTY, write=shared.PARTY)
    # What was proposed is never written again by a request: only what became of it, and of what is over not even that.
    op.execute("GRANT UPDATE (state, frozen_at, agreed_by, withdrawn_at, withdrawn_by) ON baseline TO kpi_app")
    op.execute(
        "CREATE POLICY baseline_update ON baseline FOR UPDATE TO kpi_app"
        f" USING (state IN ('proposed', 'agreed') AND {shared.PARTY}) WITH CHECK ({shared.PARTY})"
    )


def downgrade() -> None:
    op.drop_table("baseline")
