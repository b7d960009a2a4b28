"""Answers on effort (CES 2.0): agreement from 1 to 7."""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

KINDS = "ck_survey_answer_kind"
EFFORT = "ck_survey_answer_effort"
WORDS = ("mask_correction", "answer_theme", "relay_step", "relay_item", "answer_comment", "verbatim")


def upgrade() -> None:
    op.drop_constraint(KINDS, "survey_answer")
    op.create_check_constraint(KINDS, "survey_answer", "kind IN ('ces', 'csat', 'nps', 'fcr_declared')")
    op.create_check_constraint(EFFORT, "survey_answer", "kind <> 'ces' OR (score >= 1 AND scale_max = 7)")


def downgrade() -> None:
    # The older schema has no place for them.
    _force("NO FORCE")
    for table in WORDS:
        op.execute(
            f"DELETE FROM {table} w USING survey_answer a"
            " WHERE (a.contract_id, a.id) = (w.contract_id, w.answer_id) AND a.kind = 'ces'"
        )
    op.execute("DELETE FROM survey_answer WHERE kind = 'ces'")
    _force("FORCE")
    op.drop_constraint(EFFORT, "survey_answer")
    op.drop_constraint(KINDS, "survey_answer")
    op.create_check_constraint(KINDS, "survey_answer", "kind IN ('csat', 'nps', 'fcr_declared')")


def _force(word: str) -> None:
    for table in ("survey_answer", *WORDS):
        op.execute(f"ALTER TABLE {table} {word} ROW LEVEL SECURITY")
