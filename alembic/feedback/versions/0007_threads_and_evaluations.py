"""Threads between the parties, and what each says of the other per quarter."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from services.common import migrations as shared

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

SIDES = "('donneur_ordre', 'sous_traitant')"
KINDS = "('concern', 'idea', 'praise', 'remark')"
ABOUT = "('figure', 'verbatim', 'action', 'free')"
# Nobody writes in the name of the other side, whatever the program asks for.
OWN_SIDE = (
    "EXISTS (SELECT 1 FROM contract_party p WHERE p.contract_id = {table}.contract_id"
    f" AND p.organisation_id = {shared.ORGANISATION} AND p.side = {{table}}.{{column}}"
    " AND p.valid_from <= now() AND (p.valid_to IS NULL OR p.valid_to > now()))"
)
STANDS = (
    "thread_message",
    "thread_reading",
    "evaluation_grid",
    "evaluation_criterion",
    "evaluation",
    "evaluation_scores",
)
# That a side has given its scores is no secret; what they are is, until the other has given its own or the time for it
# is over. What the time is the service decides, and it is kept with the scores.
OPENED = (
    "EXISTS (SELECT 1 FROM contract_party p WHERE p.contract_id = evaluation_scores.contract_id"
    f" AND p.organisation_id = {shared.ORGANISATION} AND p.valid_from <= now()"
    " AND (p.valid_to IS NULL OR p.valid_to > now())"
    " AND (p.side = evaluation_scores.side OR evaluation_scores.closes_at <= now() OR EXISTS ("
    "SELECT 1 FROM evaluation e WHERE e.contract_id = evaluation_scores.contract_id"
    " AND e.quarter = evaluation_scores.quarter AND e.side = p.side)))"
)
REFUSE_CHANGE = """
    CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION 'What the parties say to each other never changes' USING ERRCODE = 'restrict_violation';
    END $$
"""


def upgrade() -> None:
    _threads()
    _evaluations()
    op.execute(REFUSE_CHANGE)
    for table in STANDS:
        for name, when, each in (("stands", "UPDATE OR DELETE", "ROW"), ("stays", "TRUNCATE", "STATEMENT")):
            op.execute(
                f"CREATE TRIGGER {table}_{name} BEFORE {when} ON {table} FOR EACH {each}"
                " EXECUTE FUNCTION refuse_change()"
            )


def _threads() -> None:
    op.create_table(
        "thread",
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("managers_only", sa.Boolean, nullable=False),
        sa.Column("about_kind", sa.Text, nullable=False),
        sa.Column("about_id", sa.Text),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("awaits", sa.Text),
        sa.Column("answer_by", sa.Date),
        sa.Column("spoke_at", sa.TIMESTAMP(timezone=True), nullable=False),
        *_written(),
        sa.CheckConstraint(f"kind IN {KINDS}", "ck_thread_kind"),
        sa.CheckConstraint(f"about_kind IN {ABOUT}", "ck_thread_about"),
        sa.CheckConstraint("state IN ('open', 'answered', 'closed')", "ck_thread_state"),
        sa.CheckConstraint(f"awaits IN {SIDES}", "ck_thread_awaits"),
    )
    op.create_index("ix_thread_contract_id_about_kind_about_id", "thread", ["contract_id", "about_kind", "about_id"])
    op.create_table(
        "thread_message",
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("thread_id", sa.Uuid, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("asks", sa.Boolean, nullable=False),
        sa.Column("answer_by", sa.Date),
        sa.Column("closes", sa.Boolean, nullable=False),
        *_written(),
        sa.ForeignKeyConstraint(["contract_id", "thread_id"], ["thread.contract_id", "thread.id"]),
        sa.CheckConstraint("answer_by IS NULL OR asks", "ck_thread_message_answer_by"),
        sa.CheckConstraint("NOT (asks AND closes)", "ck_thread_message_closes"),
    )
    op.create_index("ix_thread_message_contract_id_thread_id_id", "thread_message", ["contract_id", "thread_id", "id"])
    op.create_table(
        "thread_reading",
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("message_id", sa.Uuid, primary_key=True),
        sa.Column("side", sa.Text, nullable=False),
        sa.Column("read_at", sa.TIMESTAMP(timezone=True), nullable=False, server_default=sa.func.clock_timestamp()),
        sa.ForeignKeyConstraint(["contract_id", "message_id"], ["thread_message.contract_id", "thread_message.id"]),
    )
    shared.protect("feedback", "thread", read=shared.PARTY, write=shared.PARTY, writes=("INSERT", "UPDATE"))
    op.execute("REVOKE UPDATE ON thread FROM feedback_app")
    op.execute("GRANT UPDATE (state, awaits, answer_by, spoke_at) ON thread TO feedback_app")
    own = OWN_SIDE.format(table="thread_message", column="written_side")
    shared.protect("feedback", "thread_message", read=shared.PARTY, write=own)
    own = OWN_SIDE.format(table="thread_reading", column="side")
    shared.protect("feedback", "thread_reading", read=shared.PARTY, write=own)


def _evaluations() -> None:
    op.create_table(
        "evaluation_grid",
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("comment", sa.Text),
        sa.Column("answers", sa.Uuid),
        sa.Column("outcome", sa.Text, nullable=False),
        *_written(),
        sa.ForeignKeyConstraint(["contract_id", "answers"], ["evaluation_grid.contract_id", "evaluation_grid.id"]),
        sa.CheckConstraint("outcome IN ('proposed', 'agreed', 'refused')", "ck_evaluation_grid_outcome"),
        sa.CheckConstraint("(outcome = 'proposed') = (answers IS NULL)", "ck_evaluation_grid_answers"),
    )
    # Of two answers at once one wins.
    op.create_index(
        "uq_evaluation_grid_answers", "evaluation_grid", ["contract_id", "answers"], unique=True,
        postgresql_where=sa.text("answers IS NOT NULL"),
    )  # fmt: skip
    op.create_table(
        "evaluation_criterion",
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("grid_id", sa.Uuid, primary_key=True),
        sa.Column("place", sa.Integer, primary_key=True),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("label_fr", sa.Text, nullable=False),
        sa.Column("label_en", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(["contract_id", "grid_id"], ["evaluation_grid.contract_id", "evaluation_grid.id"]),
        sa.CheckConstraint("place BETWEEN 1 AND 10", "ck_evaluation_criterion_place"),
    )
    op.create_table(
        "evaluation",
        *_submission(),
        sa.Column("grid_id", sa.Uuid, nullable=False),
        *_written(),
        sa.ForeignKeyConstraint(["contract_id", "grid_id"], ["evaluation_grid.contract_id", "evaluation_grid.id"]),
        sa.CheckConstraint(f"side IN {SIDES} AND side = written_side", "ck_evaluation_side"),
        sa.CheckConstraint("quarter ~ '^[0-9]{4}-Q[1-4]$'", "ck_evaluation_quarter"),
    )
    op.create_table(
        "evaluation_scores",
        *_submission(),
        sa.Column("scores", JSONB, nullable=False),
        sa.Column("comment", sa.Text),
        sa.Column("closes_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["contract_id", "quarter", "side", "version"],
            ["evaluation.contract_id", "evaluation.quarter", "evaluation.side", "evaluation.version"],
        ),
    )
    party_side = OWN_SIDE.format(table="evaluation_grid", column="written_side")
    shared.protect("feedback", "evaluation_grid", read=shared.PARTY, write=party_side)
    shared.protect("feedback", "evaluation_criterion", read=shared.PARTY, write=shared.PARTY)
    shared.protect(
        "feedback", "evaluation", read=shared.PARTY, write=OWN_SIDE.format(table="evaluation", column="side")
    )
    own = OWN_SIDE.format(table="evaluation_scores", column="side")
    shared.protect("feedback", "evaluation_scores", read=OPENED, write=own)


def _submission() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("quarter", sa.Text, primary_key=True),
        sa.Column("side", sa.Text, primary_key=True),
        sa.Column("version", sa.Integer, primary_key=True),
    )


def _written() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("written_by", sa.Text, nullable=False),
        sa.Column("written_side", sa.Text, nullable=False),
        sa.Column("written_name", sa.Text),
        sa.Column("written_at", sa.TIMESTAMP(timezone=True), nullable=False, server_default=sa.func.clock_timestamp()),
    )


def downgrade() -> None:
    for table in (
        "evaluation_scores", "evaluation", "evaluation_criterion", "evaluation_grid", "thread_reading",
        "thread_message", "thread",
    ):  # fmt: skip
        op.drop_table(table)
    op.execute("DROP FUNCTION refuse_change()")
