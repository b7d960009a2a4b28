"""Outgoing webhooks: the provider's own tools, what they are to be told, and every attempt at it."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY

from services.common import migrations as shared

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

TIME = sa.TIMESTAMP(timezone=True)
NOW = sa.func.clock_timestamp()
# It is the provider's tool: the other party's requests read of it, and write messages by what they do with an item.
PROVIDER = shared.PARTY.replace(" AND p.valid_from", " AND p.side = 'sous_traitant' AND p.valid_from")
SHOWN = (
    "contract_id, id, name, host, sealed_url, previous_secret_until, events, teams, state, off_reason, failing_since,"
    " created_at, created_name, changed_at, changed_name"
)


def upgrade() -> None:
    op.create_table(
        "outgoing_hook",
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("host", sa.Text, nullable=False),
        sa.Column("sealed_url", sa.LargeBinary),
        sa.Column("sealed_secret", sa.LargeBinary),
        sa.Column("sealed_previous_secret", sa.LargeBinary),
        sa.Column("previous_secret_until", TIME),
        sa.Column("events", ARRAY(sa.Text), nullable=False),
        sa.Column("teams", ARRAY(sa.Uuid)),
        sa.Column("state", sa.Text, nullable=False, server_default="active"),
        sa.Column("off_reason", sa.Text),
        sa.Column("failing_since", TIME),
        sa.Column("created_at", TIME, nullable=False, server_default=NOW),
        sa.Column("created_name", sa.Text),
        sa.Column("changed_at", TIME),
        sa.Column("changed_name", sa.Text),
        sa.CheckConstraint("state IN ('active', 'paused', 'switched_off', 'removed')", "ck_outgoing_hook_state"),
        sa.CheckConstraint("off_reason IN ('gone', 'disabled', 'failing')", "ck_outgoing_hook_off_reason"),
        sa.CheckConstraint("(state = 'switched_off') = (off_reason IS NOT NULL)", "ck_outgoing_hook_off"),
        sa.CheckConstraint(
            "state = 'removed' OR (sealed_url IS NOT NULL AND sealed_secret IS NOT NULL)", "ck_outgoing_hook_sealed"
        ),
    )
    shared.protect("feedback", "outgoing_hook", read=shared.PARTY, write=PROVIDER, writes=("INSERT", "UPDATE"))
    # Requests may put secrets down; only whoever signs takes them up.
    op.execute("REVOKE SELECT ON outgoing_hook FROM feedback_app")
    op.execute(f"GRANT SELECT ({SHOWN}) ON outgoing_hook TO feedback_app")
    _create_messages()
    op.create_table(
        "outgoing_attempt",
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("message_id", sa.Uuid, primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("ended_at", TIME, nullable=False, server_default=NOW),
        sa.Column("duration_ms", sa.Integer, nullable=False),
        sa.Column("status", sa.SmallInteger),
        sa.Column("reason", sa.Text),
        sa.ForeignKeyConstraint(
            ["contract_id", "message_id"], ["outgoing_message.contract_id", "outgoing_message.id"], ondelete="CASCADE"
        ),
    )
    shared.protect("feedback", "outgoing_attempt", read=shared.PARTY)


def _create_messages() -> None:
    op.create_table(
        "outgoing_message",
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("hook_id", sa.Uuid, nullable=False),
        sa.Column("answer_id", sa.Uuid),
        sa.Column("event", sa.Text, nullable=False),
        sa.Column("created_at", TIME, nullable=False, server_default=NOW),
        sa.Column("state", sa.Text, nullable=False, server_default="waiting"),
        sa.Column("tries", sa.SmallInteger, nullable=False, server_default="0"),
        sa.Column("next_attempt_at", TIME, nullable=False, server_default=NOW),
        sa.Column("sending_until", TIME),
        sa.Column("ended_at", TIME),
        sa.Column("reason", sa.Text),
        sa.CheckConstraint("state IN ('waiting', 'delivered', 'dead')", "ck_outgoing_message_state"),
        sa.CheckConstraint("(answer_id IS NULL) = (event = 'hook.test')", "ck_outgoing_message_about"),
        sa.ForeignKeyConstraint(["contract_id", "hook_id"], ["outgoing_hook.contract_id", "outgoing_hook.id"]),
        sa.ForeignKeyConstraint(
            ["contract_id", "answer_id"], ["relay_item.contract_id", "relay_item.answer_id"], ondelete="CASCADE"
        ),
    )
    op.create_index("ix_outgoing_message_page", "outgoing_message", ["contract_id", "hook_id", "created_at", "id"])
    op.create_index(
        "ix_outgoing_message_due",
        "outgoing_message",
        ["contract_id", "hook_id", "next_attempt_at"],
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.create_index("ix_outgoing_message_answer", "outgoing_message", ["contract_id", "answer_id"])
    op.create_index(
        "uq_outgoing_message_created",
        "outgoing_message",
        ["contract_id", "hook_id", "answer_id"],
        unique=True,
        postgresql_where=sa.text("event IN ('item.created', 'praise.created')"),
    )
    shared.protect("feedback", "outgoing_message", read=shared.PARTY, write=shared.PARTY)
    op.execute("GRANT UPDATE ON outgoing_message TO feedback_app")
    op.execute(
        "CREATE POLICY outgoing_message_update ON outgoing_message FOR UPDATE TO feedback_app"
        f" USING ({PROVIDER}) WITH CHECK ({PROVIDER})"
    )


def downgrade() -> None:
    for table in ("outgoing_attempt", "outgoing_message", "outgoing_hook"):
        op.drop_table(table)
