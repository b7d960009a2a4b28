"""Answers that came with tickets wait until it is known whose tickets those are, and are told to each contract once."""

import sqlalchemy as sa
from alembic import op

from services.common import migrations as shared

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

TIME = sa.TIMESTAMP(timezone=True)
# Before, the home contract alone was told, whatever the scope. What nobody was told is told there; words are not at
# hand here, and stay in the content of the delivery.
TELL_THE_HOME = (
    "INSERT INTO outbox (id, destination, method, path, body)"
    " SELECT gen_random_uuid(), 'feedback', 'POST', '/internal/answers', jsonb_build_object("
    "  'contract_id', a.contract_id, 'source_id', a.source_id, 'answers', jsonb_build_array(jsonb_build_object("
    "   'answer_key', encode(a.answer_key, 'hex'), 'ticket_id', a.ticket_id, 'kind', a.kind, 'score', a.score,"
    "   'scale_max', a.scale_max, 'comment', NULL, 'answered_at', a.answered_at, 'received_at', a.received_at)))"
    " FROM ticket_answer a WHERE NOT EXISTS (SELECT 1 FROM answer_route r WHERE r.told_at IS NOT NULL"
    "  AND (r.home_contract_id, r.source_id, r.answer_key) = (a.contract_id, a.source_id, a.answer_key))"
)


def upgrade() -> None:
    op.create_table(
        "ticket_answer",
        # The home contract of the source.
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("source_id", sa.Text, primary_key=True),
        sa.Column("answer_key", sa.LargeBinary, primary_key=True),
        sa.Column("ticket_id", sa.Text, nullable=False),
        sa.Column("delivery_id", sa.Uuid, nullable=False),
        sa.Column("recorded_at", TIME, nullable=False),
        sa.Column("received_at", TIME, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("score", sa.Integer, nullable=False),
        sa.Column("scale_max", sa.Integer, nullable=False),
        sa.Column("answered_at", TIME, nullable=False),
    )
    op.create_index("ix_ticket_answer_ticket", "ticket_answer", ["contract_id", "source_id", "ticket_id"])
    shared.protect("kpi", "ticket_answer", read=None)
    op.create_table(
        "answer_route",
        # The contract that is told.
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("source_id", sa.Text, primary_key=True),
        sa.Column("answer_key", sa.LargeBinary, primary_key=True),
        sa.Column("home_contract_id", sa.Uuid, nullable=False),
        sa.Column("routed_at", TIME, nullable=False, server_default=sa.func.clock_timestamp()),
        sa.Column("told_at", TIME),
    )
    op.create_index(
        "ix_answer_route_waiting", "answer_route", ["routed_at"], postgresql_where=sa.text("told_at IS NULL")
    )
    shared.protect("kpi", "answer_route", read=None)


def downgrade() -> None:
    tables = ("ticket_answer", "answer_route", "outbox")
    for table in tables:
        op.execute(f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY")
    op.execute(TELL_THE_HOME)
    op.execute("ALTER TABLE outbox FORCE ROW LEVEL SECURITY")
    for table in ("answer_route", "ticket_answer"):
        op.drop_table(table)
