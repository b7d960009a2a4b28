"""Answers through feedback's own doors, their masked words, and what kpi is told of them."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from services.common import migrations as shared

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

TIME = sa.TIMESTAMP(timezone=True)
NOW = sa.func.clock_timestamp()
KINDS = "ck_survey_answer_kind"


def upgrade() -> None:
    shared.create_outbox("feedback")
    op.drop_constraint(KINDS, "survey_answer")
    op.create_check_constraint(KINDS, "survey_answer", "kind IN ('csat', 'nps', 'fcr_declared')")
    op.alter_column("survey_answer", "ticket_id", nullable=True)
    op.add_column("survey_answer", sa.Column("door", sa.Text, nullable=False, server_default="ticket"))
    op.add_column("survey_answer", sa.Column("channel", sa.Text))
    op.add_column("survey_answer", sa.Column("ticket_url", sa.Text))
    op.add_column("survey_answer", sa.Column("same_as", sa.Uuid))
    op.create_check_constraint("ck_survey_answer_door", "survey_answer", "door IN ('ticket', 'api', 'csv')")
    op.create_index("ix_survey_answer_contract_id_ticket_id", "survey_answer", ["contract_id", "ticket_id"])
    op.create_table(
        "verbatim",
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("answer_id", sa.Uuid, primary_key=True),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("hidden", JSONB, nullable=False),
        sa.Column("rules", sa.Integer, nullable=False),
        sa.Column("masked_at", TIME, nullable=False, server_default=NOW),
        sa.ForeignKeyConstraint(["contract_id", "answer_id"], ["survey_answer.contract_id", "survey_answer.id"]),
    )
    op.create_index("ix_verbatim_rules", "verbatim", ["rules"])
    shared.protect("feedback", "verbatim", read=shared.PARTY, write=shared.PARTY)
    # Requests keep answers of their own contracts; the sealed words they may put down and never take up.
    for table in ("survey_answer", "answer_comment"):
        op.execute(f"GRANT INSERT ON {table} TO feedback_app")
        op.execute(f"CREATE POLICY {table}_insert ON {table} FOR INSERT TO feedback_app WITH CHECK ({shared.PARTY})")


def downgrade() -> None:
    for table in ("survey_answer", "answer_comment"):
        op.execute(f"DROP POLICY {table}_insert ON {table}")
        op.execute(f"REVOKE INSERT ON {table} FROM feedback_app")
    op.drop_table("verbatim")
    op.drop_table("outbox")
    # The older schema has no place for what came through other doors.
    op.execute(
        "DELETE FROM answer_comment c USING survey_answer a"
        " WHERE (a.contract_id, a.id) = (c.contract_id, c.answer_id) AND a.door <> 'ticket'"
    )
    op.execute("DELETE FROM survey_answer WHERE door <> 'ticket'")
    op.drop_index("ix_survey_answer_contract_id_ticket_id", "survey_answer")
    for column in ("same_as", "ticket_url", "channel", "door"):
        op.drop_column("survey_answer", column)
    op.alter_column("survey_answer", "ticket_id", nullable=False)
    op.drop_constraint(KINDS, "survey_answer")
    op.create_check_constraint(KINDS, "survey_answer", "kind IN ('csat', 'nps')")
