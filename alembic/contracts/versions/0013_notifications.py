"""What happened that people are told of, whom it was told to, and how they want it by mail."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

from services.common import migrations as shared

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

SIDES = "('donneur_ordre', 'sous_traitant')"
PERSON = "nullif(current_setting('app.person', true), '')::uuid"
# A person's own rows, as long as their organisation is a party: the request says who it is for.
OWN = f"person_id = {PERSON} AND organisation_id = {shared.ORGANISATION}"
# Nobody tells anything in the name of the other side.
OWN_SIDE = (
    "EXISTS (SELECT 1 FROM contract_party p WHERE p.contract_id = notification_event.contract_id"
    f" AND p.organisation_id = {shared.ORGANISATION} AND p.side = notification_event.doer_side"
    " AND p.valid_from <= now() AND (p.valid_to IS NULL OR p.valid_to > now()))"
)


def upgrade() -> None:
    op.create_table(
        "notification_event",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("contract_id", sa.Uuid, sa.ForeignKey("contract.contract_id"), nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("sides", ARRAY(sa.Text), nullable=False),
        sa.Column("people", ARRAY(sa.Uuid), nullable=False),
        sa.Column("doer", sa.Text),
        sa.Column("doer_side", sa.Text),
        sa.Column("subject_id", sa.Text),
        sa.Column("data", JSONB, nullable=False, server_default="{}"),
        sa.Column("occurred_at", sa.TIMESTAMP(timezone=True), nullable=False, server_default=sa.func.clock_timestamp()),
        sa.Column("told_at", sa.TIMESTAMP(timezone=True)),
        sa.UniqueConstraint("key", name="uq_notification_event_key"),
        sa.CheckConstraint(f"doer_side IN {SIDES}", "ck_notification_event_doer_side"),
        sa.CheckConstraint("length(key) <= 200 AND length(subject_id) <= 200", "ck_notification_event_bounds"),
        sa.CheckConstraint("length(data::text) <= 1000", "ck_notification_event_data"),
    )
    op.create_index(
        "ix_notification_event_untold", "notification_event", ["id"], postgresql_where=sa.text("told_at IS NULL")
    )
    op.create_index("ix_notification_event_contract_id_subject_id", "notification_event", ["contract_id", "subject_id"])
    op.create_index("ix_notification_event_occurred_at", "notification_event", ["occurred_at"])
    shared.protect("contracts", "notification_event", read=None, write=OWN_SIDE)

    op.create_table(
        "notification",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("event_id", sa.Uuid, sa.ForeignKey("notification_event.id", ondelete="CASCADE"), nullable=False),
        sa.Column("person_id", sa.Uuid, sa.ForeignKey("person.id"), nullable=False),
        sa.Column("organisation_id", sa.Uuid, sa.ForeignKey("organisation.id"), nullable=False),
        sa.Column("contract_id", sa.Uuid, sa.ForeignKey("contract.contract_id"), nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("personal", sa.Boolean, nullable=False),
        sa.Column("doer_side", sa.Text),
        sa.Column("subject_id", sa.Text),
        sa.Column("data", JSONB, nullable=False),
        sa.Column("occurred_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("told_at", sa.TIMESTAMP(timezone=True), nullable=False, server_default=sa.func.clock_timestamp()),
        sa.Column("read_at", sa.TIMESTAMP(timezone=True)),
        sa.Column("settled_at", sa.TIMESTAMP(timezone=True)),
        sa.Column("letter_id", sa.Uuid),
        sa.Column("mailed_at", sa.TIMESTAMP(timezone=True)),
        sa.UniqueConstraint("person_id", "event_id", name="uq_notification_person_id_event_id"),
    )
    op.create_index("ix_notification_person_id_id", "notification", ["person_id", "id"])
    op.create_index("ix_notification_event_id", "notification", ["event_id"])
    op.create_index(
        "ix_notification_waiting",
        "notification",
        ["person_id", "id"],
        postgresql_where=sa.text("read_at IS NULL AND settled_at IS NULL"),
    )
    op.create_index(
        "ix_notification_contract_id_subject_id",
        "notification",
        ["contract_id", "subject_id"],
        postgresql_where=sa.text("settled_at IS NULL"),
    )
    shared.protect(
        "contracts",
        "notification",
        read=f"{OWN} AND {shared.PARTY}",
        write=f"{OWN} AND {shared.PARTY}",
        writes=("UPDATE",),
    )
    op.execute("REVOKE UPDATE ON notification FROM contracts_app")
    op.execute("GRANT UPDATE (read_at) ON notification TO contracts_app")

    op.create_table(
        "mailbox",
        sa.Column("person_id", sa.Uuid, sa.ForeignKey("person.id"), primary_key=True),
        sa.Column("organisation_id", sa.Uuid, sa.ForeignKey("organisation.id"), nullable=False),
        sa.Column("rhythms", JSONB, nullable=False, server_default="{}"),
        sa.Column("revision", sa.Integer, nullable=False, server_default="0"),
        sa.Column("look_at", sa.TIMESTAMP(timezone=True)),
        sa.Column("letter_id", sa.Uuid),
        sa.Column("attempts", sa.Integer, nullable=False, server_default="0"),
        sa.Column("last_error", sa.Text),
        sa.Column("mailed_at", sa.TIMESTAMP(timezone=True)),
    )
    op.create_index("ix_mailbox_look_at", "mailbox", ["look_at"])
    shared.protect("contracts", "mailbox", read=OWN, write=OWN, writes=("INSERT", "UPDATE"))
    op.execute("REVOKE INSERT, UPDATE ON mailbox FROM contracts_app")
    op.execute("GRANT INSERT (person_id, organisation_id, rhythms, revision, look_at) ON mailbox TO contracts_app")
    op.execute("GRANT UPDATE (rhythms, revision, look_at) ON mailbox TO contracts_app")


def downgrade() -> None:
    op.drop_table("mailbox")
    op.drop_table("notification")
    op.drop_table("notification_event")
