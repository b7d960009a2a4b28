"""Surveys that we host, their invitations, and answers through them."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY

from services.common import migrations as shared

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

TIME = sa.TIMESTAMP(timezone=True)
NOW = sa.func.clock_timestamp()
DOORS = "ck_survey_answer_door"
WORDS = ("mask_correction", "answer_theme", "relay_step", "relay_item", "answer_comment", "verbatim")
SIDES = "('donneur_ordre', 'sous_traitant')"


def upgrade() -> None:
    op.drop_constraint(DOORS, "survey_answer")
    op.create_check_constraint(DOORS, "survey_answer", "door IN ('ticket', 'api', 'csv', 'survey')")
    op.add_column("contract", sa.Column("zone", sa.Text))
    # What was told before named no zone that we kept: at its next comparison the service takes everything over again.
    op.execute("UPDATE contract SET revision = 0")
    op.create_table(
        "survey",
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("brand", sa.Text, nullable=False),
        sa.Column("languages", ARRAY(sa.Text), nullable=False),
        sa.Column("asks_solved", sa.Boolean, nullable=False),
        sa.Column("asks_comment", sa.Boolean, nullable=False),
        sa.Column("open_days", sa.Integer, nullable=False),
        sa.Column("rest_days", sa.Integer, nullable=False),
        sa.Column("kept_months", sa.Integer, nullable=False),
        sa.Column("controller_side", sa.Text, nullable=False),
        sa.Column("controller_name", sa.Text, nullable=False),
        sa.Column("rights_contact", sa.Text, nullable=False),
        sa.Column("active", sa.Boolean, nullable=False),
        sa.Column("created_at", TIME, nullable=False, server_default=NOW),
        sa.Column("changed_at", TIME, nullable=False),
        sa.Column("changed_side", sa.Text, nullable=False),
        sa.Column("changed_name", sa.Text),
        sa.CheckConstraint(f"controller_side IN {SIDES}", "ck_survey_controller_side"),
        sa.CheckConstraint(f"changed_side IN {SIDES}", "ck_survey_changed_side"),
    )
    op.create_table(
        "survey_invitation",
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("survey_id", sa.Uuid, nullable=False),
        sa.Column("key_digest", sa.Text, nullable=False),
        sa.Column("verdict", sa.Text, nullable=False),
        sa.Column("customer", sa.Text),
        sa.Column("ticket_id", sa.Text),
        sa.Column("ticket_url", sa.Text),
        sa.Column("channel", sa.Text),
        sa.Column("language", sa.Text),
        sa.Column("invited_at", TIME, nullable=False),
        sa.Column("expires_at", TIME),
        sa.Column("answered_at", TIME),
        sa.Column("answer_digest", sa.Text),
        sa.Column("refused_at", TIME),
        sa.Column("erased_at", TIME),
        sa.ForeignKeyConstraint(["contract_id", "survey_id"], ["survey.contract_id", "survey.id"]),
        sa.CheckConstraint("verdict IN ('invited', 'fatigued')", "ck_survey_invitation_verdict"),
        sa.CheckConstraint("(verdict = 'invited') = (expires_at IS NOT NULL)", "ck_survey_invitation_expires"),
        # Once erased nothing ties it to anybody any more: it is counted, and that is all.
        sa.CheckConstraint(
            "erased_at IS NULL OR coalesce(customer, ticket_id, ticket_url, answer_digest) IS NULL",
            "ck_survey_invitation_erased",
        ),
    )
    op.create_index(
        "uq_survey_invitation_contract_id_survey_id_key_digest",
        "survey_invitation",
        ["contract_id", "survey_id", "key_digest"],
        unique=True,
    )
    op.create_index("uq_survey_invitation_id", "survey_invitation", ["id"], unique=True)
    op.create_index(
        "ix_survey_invitation_contract_id_customer_invited_at",
        "survey_invitation",
        ["contract_id", "customer", "invited_at"],
    )
    op.create_index(
        "ix_survey_invitation_contract_id_survey_id_invited_at",
        "survey_invitation",
        ["contract_id", "survey_id", "invited_at"],
    )
    op.create_index("ix_survey_invitation_contract_id_ticket_id", "survey_invitation", ["contract_id", "ticket_id"])
    shared.protect("feedback", "survey", read=shared.PARTY, write=shared.PARTY, writes=("INSERT", "UPDATE"))
    # Requests invite and count; what becomes of an invitation is written by the page, which no party calls.
    shared.protect("feedback", "survey_invitation", read=shared.PARTY, write=shared.PARTY)


def downgrade() -> None:
    op.drop_table("survey_invitation")
    op.drop_table("survey")
    op.drop_column("contract", "zone")
    # The older schema has no place for what came through this door.
    _force("NO FORCE")
    for table in WORDS:
        op.execute(
            f"DELETE FROM {table} c USING survey_answer a"
            " WHERE (a.contract_id, a.id) = (c.contract_id, c.answer_id) AND a.door = 'survey'"
        )
    op.execute("DELETE FROM survey_answer WHERE door = 'survey'")
    _force("FORCE")
    op.drop_constraint(DOORS, "survey_answer")
    op.create_check_constraint(DOORS, "survey_answer", "door IN ('ticket', 'api', 'csv')")


def _force(word: str) -> None:
    for table in ("survey_answer", *WORDS):
        op.execute(f"ALTER TABLE {table} {word} ROW LEVEL SECURITY")
