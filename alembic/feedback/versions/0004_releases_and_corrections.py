"""Words that wait for somebody to read them before the provider does, and masks that people correct."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY

from services.common import migrations as shared

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

TIME = sa.TIMESTAMP(timezone=True)
NOW = sa.func.clock_timestamp()
SIDES = "('donneur_ordre', 'sous_traitant')"
SHOWN = (
    "contract_id, id, answer_id, action, kind, place, marks, state, subject, name, side, asked_at, answered_by,"
    " answered_at"
)


def upgrade() -> None:
    op.create_table(
        "release_rule",
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("required", sa.Boolean, nullable=False),
        sa.Column("set_at", TIME, nullable=False, server_default=NOW),
        sa.Column("set_by", sa.Text),
    )
    shared.protect("feedback", "release_rule", read=shared.PARTY, write=shared.PARTY)
    op.add_column("verbatim", sa.Column("released_at", TIME))
    op.add_column("verbatim", sa.Column("released_by", sa.Text))
    op.execute("GRANT UPDATE (text, hidden, rules, released_at, released_by) ON verbatim TO feedback_app")
    op.execute(
        f"CREATE POLICY verbatim_update ON verbatim FOR UPDATE TO feedback_app USING ({shared.PARTY})"
        f" WITH CHECK ({shared.PARTY})"
    )
    op.create_table(
        "mask_correction",
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("answer_id", sa.Uuid, nullable=False),
        sa.Column("action", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("place", sa.Integer),
        sa.Column("marks", ARRAY(sa.Text), nullable=False),
        sa.Column("sealed_piece", sa.LargeBinary),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("name", sa.Text),
        sa.Column("side", sa.Text, nullable=False),
        sa.Column("asked_at", TIME, nullable=False, server_default=NOW),
        sa.Column("answered_by", sa.Text),
        sa.Column("answered_at", TIME),
        sa.CheckConstraint("action IN ('hide', 'show')", "ck_mask_correction_action"),
        sa.CheckConstraint(
            "state IN ('asked', 'confirmed', 'applied', 'refused', 'obsolete')", "ck_mask_correction_state"
        ),
        sa.CheckConstraint(f"side IN {SIDES}", "ck_mask_correction_side"),
        sa.CheckConstraint("(action = 'show') = (place IS NOT NULL)", "ck_mask_correction_place"),
        sa.ForeignKeyConstraint(["contract_id", "answer_id"], ["survey_answer.contract_id", "survey_answer.id"]),
    )
    op.create_index("ix_mask_correction_contract_id_answer_id", "mask_correction", ["contract_id", "answer_id"])
    shared.protect("feedback", "mask_correction", read=shared.PARTY, write=shared.PARTY, writes=("INSERT", "UPDATE"))
    # What was hidden by hand is somebody's: requests put it down and never take it up.
    op.execute("REVOKE SELECT, UPDATE ON mask_correction FROM feedback_app")
    op.execute(f"GRANT SELECT ({SHOWN}) ON mask_correction TO feedback_app")
    op.execute("GRANT UPDATE (state, answered_by, answered_at) ON mask_correction TO feedback_app")


def downgrade() -> None:
    op.drop_table("mask_correction")
    op.execute("DROP POLICY verbatim_update ON verbatim")
    op.execute("REVOKE UPDATE (text, hidden, rules, released_at, released_by) ON verbatim FROM feedback_app")
    op.drop_column("verbatim", "released_by")
    op.drop_column("verbatim", "released_at")
    op.drop_table("release_rule")
