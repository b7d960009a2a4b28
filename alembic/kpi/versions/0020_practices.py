"""Practices: actions whose effect was shown, for the other contracts of the same two parties."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from services.common import migrations as shared

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

TIME = sa.TIMESTAMP(timezone=True)
NOW = sa.func.clock_timestamp()


def upgrade() -> None:
    op.create_table(
        "practice",
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("id", sa.Uuid, primary_key=True),
        # Of the register of actions, which contracts keeps.
        sa.Column("action_id", sa.Uuid, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("practice", sa.Text, nullable=False),
        sa.Column("conditions", sa.Text),
        # Two stretches of days compared, as the figures told when it was proposed: it never moves.
        sa.Column("effect", JSONB, nullable=False),
        sa.Column("state", sa.Text, nullable=False, server_default="proposed"),
        sa.Column("proposed_at", TIME, nullable=False, server_default=NOW),
        sa.Column("proposed_by", JSONB, nullable=False),
        sa.Column("agreed_at", TIME),
        sa.Column("agreed_by", JSONB),
        sa.Column("withdrawn_at", TIME),
        sa.Column("withdrawn_by", JSONB),
        sa.CheckConstraint("state IN ('proposed', 'agreed', 'withdrawn')", "ck_practice_state"),
        sa.CheckConstraint("state <> 'agreed' OR agreed_at IS NOT NULL", "ck_practice_agreed_at"),
        sa.CheckConstraint("(state = 'withdrawn') = (withdrawn_at IS NOT NULL)", "ck_practice_withdrawn_at"),
    )
    op.create_index(
        "uq_practice_action",
        "practice",
        ["contract_id", "action_id"],
        unique=True,
        postgresql_where=sa.text("state <> 'withdrawn'"),
    )
    shared.protect("kpi", "practice", read=shared.PARTY, write=shared.PARTY)
    # What was proposed is never written again: only what became of it, and of what was taken back not even that.
    op.execute("GRANT UPDATE (state, agreed_at, agreed_by, withdrawn_at, withdrawn_by) ON practice TO kpi_app")
    op.execute(
        "CREATE POLICY practice_update ON practice FOR UPDATE TO kpi_app"
        f" USING (state IN ('proposed', 'agreed') AND {shared.PARTY}) WITH CHECK ({shared.PARTY})"
    )


def downgrade() -> None:
    op.drop_table("practice")
