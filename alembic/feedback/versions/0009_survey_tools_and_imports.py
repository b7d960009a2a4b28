"""Survey tools with their deliveries, and imports that can be taken back."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

from services.common import migrations as shared

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

TIME = sa.TIMESTAMP(timezone=True)
NOW = sa.func.clock_timestamp()
SIDES = "('donneur_ordre', 'sous_traitant')"
DOORS = "ck_survey_answer_door"
WORDS = ("mask_correction", "answer_theme", "relay_step", "relay_item", "answer_comment", "verbatim")
SHOWN = (
    "contract_id, id, system, name, tolerance_seconds, fields, previous_secret_until, awaiting_secret, created_at,"
    " created_side, created_name, changed_at, changed_side, changed_name"
)
VERDICTS = "('accepted', 'duplicate', 'rejected_signature', 'rejected_stale', 'malformed', 'unverified')"


def upgrade() -> None:
    op.drop_constraint(DOORS, "survey_answer")
    op.create_check_constraint(DOORS, "survey_answer", "door IN ('ticket', 'api', 'csv', 'survey', 'xlsx', 'tool')")
    op.add_column("survey_answer", sa.Column("import_id", sa.Uuid))
    op.add_column("survey_answer", sa.Column("delivery_id", sa.Uuid))
    op.add_column("survey_answer", sa.Column("withdrawn_at", TIME))
    op.create_index(
        "ix_survey_answer_import",
        "survey_answer",
        ["contract_id", "import_id"],
        postgresql_where=sa.text("import_id IS NOT NULL"),
    )
    _create_imports()
    _create_tools()
    _create_deliveries()


def _create_imports() -> None:
    op.create_table(
        "answer_import",
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("organisation_id", sa.Uuid, nullable=False),
        sa.Column("side", sa.Text, nullable=False),
        sa.Column("author_subject", sa.Text, nullable=False),
        sa.Column("author_name", sa.Text),
        sa.Column("file_name", sa.Text),
        sa.Column("format", sa.Text, nullable=False),
        sa.Column("digests", ARRAY(sa.LargeBinary), nullable=False),
        sa.Column("stored", sa.Integer, nullable=False),
        sa.Column("duplicate", sa.Integer, nullable=False),
        sa.Column("conflict", sa.Integer, nullable=False),
        sa.Column("refused", sa.Integer, nullable=False),
        sa.Column("created_at", TIME, nullable=False, server_default=NOW),
        sa.Column("undone_at", TIME),
        sa.Column("undone_name", sa.Text),
        sa.Column("withdrawn", sa.Integer),
        sa.CheckConstraint(f"side IN {SIDES}", "ck_answer_import_side"),
        sa.CheckConstraint("format IN ('csv', 'xlsx')", "ck_answer_import_format"),
        sa.CheckConstraint("(undone_at IS NULL) = (withdrawn IS NULL)", "ck_answer_import_undone"),
    )
    shared.protect("feedback", "answer_import", read=shared.PARTY, write=shared.PARTY, writes=("INSERT", "UPDATE"))


def _create_tools() -> None:
    op.create_table(
        "survey_tool",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("contract_id", sa.Uuid, nullable=False),
        sa.Column("system", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("sealed_secret", sa.LargeBinary),
        sa.Column("sealed_previous_secret", sa.LargeBinary),
        sa.Column("previous_secret_until", TIME),
        sa.Column("awaiting_secret", sa.Boolean, sa.Computed("sealed_secret IS NULL", persisted=True), nullable=False),
        sa.Column("tolerance_seconds", sa.Integer, nullable=False),
        sa.Column("fields", JSONB, nullable=False),
        sa.Column("created_at", TIME, nullable=False, server_default=NOW),
        sa.Column("created_side", sa.Text, nullable=False),
        sa.Column("created_name", sa.Text),
        sa.Column("changed_at", TIME),
        sa.Column("changed_side", sa.Text),
        sa.Column("changed_name", sa.Text),
        sa.CheckConstraint(f"created_side IN {SIDES}", "ck_survey_tool_created_side"),
        sa.CheckConstraint(f"changed_side IN {SIDES}", "ck_survey_tool_changed_side"),
    )
    op.create_index("ix_survey_tool_contract_id", "survey_tool", ["contract_id"])
    shared.protect("feedback", "survey_tool", read=shared.PARTY, write=shared.PARTY, writes=("INSERT", "UPDATE"))
    # Requests may put secrets down; only whoever verifies takes them up.
    op.execute("REVOKE SELECT ON survey_tool FROM feedback_app")
    op.execute(f"GRANT SELECT ({SHOWN}) ON survey_tool TO feedback_app")


def _create_deliveries() -> None:
    op.create_table(
        "survey_delivery",
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("tool_id", sa.Text, sa.ForeignKey("survey_tool.id"), nullable=False),
        sa.Column("received_at", TIME, nullable=False),
        sa.Column("verdict", sa.Text, nullable=False),
        sa.Column("conflict", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.Column("reason", sa.Text),
        sa.Column("trial", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.Column("event_type", sa.Text),
        sa.Column("delivery_key", sa.Text),
        sa.Column("first_id", sa.Uuid),
        sa.Column("sha256", sa.LargeBinary, nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("stored", sa.Integer, nullable=False, server_default="0"),
        sa.Column("known", sa.Integer, nullable=False, server_default="0"),
        sa.Column("contradicted", sa.Integer, nullable=False, server_default="0"),
        sa.Column("questions", JSONB, nullable=False, server_default="[]"),
        sa.Column("headers", JSONB),
        sa.Column("sealed_body", sa.LargeBinary),
        sa.Column("reread_at", TIME),
        sa.CheckConstraint(f"verdict IN {VERDICTS}", "ck_survey_delivery_verdict"),
        sa.CheckConstraint(
            "state IN ('read', 'nothing', 'unmapped', 'quarantined', 'held', 'refused')", "ck_survey_delivery_state"
        ),
    )
    op.create_index(
        "ix_survey_delivery_tool_id_received_at", "survey_delivery", ["contract_id", "tool_id", "received_at", "id"]
    )
    op.create_index(
        "uq_survey_delivery_key",
        "survey_delivery",
        ["tool_id", "delivery_key"],
        unique=True,
        postgresql_where=sa.text("verdict = 'accepted'"),
    )
    op.create_index(
        "uq_survey_delivery_quarantined",
        "survey_delivery",
        ["tool_id", "sha256"],
        unique=True,
        postgresql_where=sa.text("verdict = 'malformed'"),
    )
    op.create_index(
        "ix_survey_delivery_bodies",
        "survey_delivery",
        ["received_at"],
        postgresql_where=sa.text("sealed_body IS NOT NULL"),
    )
    shared.protect("feedback", "survey_delivery", read=shared.PARTY)
    # What came is for whoever reads it again, never for a request.
    op.execute("REVOKE SELECT ON survey_delivery FROM feedback_app")
    op.execute(
        "GRANT SELECT (contract_id, id, tool_id, received_at, verdict, conflict, reason, trial, event_type, first_id,"
        " sha256, size, state, stored, known, contradicted, questions, reread_at) ON survey_delivery TO feedback_app"
    )


def downgrade() -> None:
    for table in ("survey_delivery", "survey_tool", "answer_import"):
        op.drop_table(table)
    # The older schema has no place for what came through other doors, and none for what was taken back.
    gone = "a.door IN ('xlsx', 'tool') OR a.withdrawn_at IS NOT NULL"
    _force("NO FORCE")
    for table in WORDS:
        op.execute(
            f"DELETE FROM {table} c USING survey_answer a WHERE (a.contract_id, a.id) = (c.contract_id, c.answer_id)"
            f" AND ({gone})"
        )
    op.execute(f"DELETE FROM survey_answer a WHERE {gone}")
    _force("FORCE")
    op.drop_index("ix_survey_answer_import", "survey_answer")
    for column in ("withdrawn_at", "delivery_id", "import_id"):
        op.drop_column("survey_answer", column)
    op.drop_constraint(DOORS, "survey_answer")
    op.create_check_constraint(DOORS, "survey_answer", "door IN ('ticket', 'api', 'csv', 'survey')")


def _force(word: str) -> None:
    for table in ("survey_answer", *WORDS):
        op.execute(f"ALTER TABLE {table} {word} ROW LEVEL SECURITY")
