"""What feedback knows of contracts, and the survey answers."""

import sqlalchemy as sa
from alembic import op

from services.common import migrations as shared

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TIME = sa.TIMESTAMP(timezone=True)
NOW = sa.func.clock_timestamp()


def upgrade() -> None:
    shared.create_contract_party("feedback")
    shared.create_idempotency_key("feedback")
    shared.create_readiness_probe("feedback")
    op.create_table(
        "contract",
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("revision", sa.BigInteger, nullable=False),
        sa.Column("told_at", TIME, nullable=False, server_default=NOW),
    )
    op.create_table(
        "survey_answer",
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("source_id", sa.Text, nullable=False),
        sa.Column("answer_key", sa.Text, nullable=False),
        sa.Column("ticket_id", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("score", sa.Integer, nullable=False),
        sa.Column("scale_max", sa.Integer, nullable=False),
        sa.Column("has_comment", sa.Boolean, nullable=False),
        sa.Column("answered_at", TIME, nullable=False),
        sa.Column("recorded_at", TIME, nullable=False, server_default=NOW),
        sa.CheckConstraint("kind IN ('csat', 'nps')", "ck_survey_answer_kind"),
        sa.CheckConstraint("score BETWEEN 0 AND scale_max", "ck_survey_answer_score"),
    )
    op.create_index(
        "uq_survey_answer_contract_id_source_id_answer_key",
        "survey_answer",
        ["contract_id", "source_id", "answer_key"],
        unique=True,
    )
    op.create_index(
        "ix_survey_answer_contract_id_answered_at_id", "survey_answer", ["contract_id", "answered_at", "id"]
    )
    op.create_table(
        "answer_comment",
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("answer_id", sa.Uuid, primary_key=True),
        sa.Column("sealed_text", sa.LargeBinary, nullable=False),
        sa.ForeignKeyConstraint(["contract_id", "answer_id"], ["survey_answer.contract_id", "survey_answer.id"]),
    )
    shared.protect("feedback", "contract", read=shared.PARTY_OR_PLATFORM)
    shared.protect("feedback", "survey_answer", read=shared.PARTY)
    # Nobody reads comments on behalf of a request: masking comes first.
    shared.protect("feedback", "answer_comment", read=None)


def downgrade() -> None:
    for table in (
        "answer_comment",
        "survey_answer",
        "contract",
        "readiness_probe",
        "idempotency_key",
        "contract_party",
    ):
        op.drop_table(table)
