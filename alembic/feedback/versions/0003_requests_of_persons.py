"""Requests of persons for access and erasure, and answers whose words were erased."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

from services.common import migrations as shared

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

SHOWN = (
    "contract_id, id, kind, state, received_on, due_on, extended, in_charge, case_reference, identified_by, pseudonyms,"
    " erasure, erased, steps"
)
SIDES = "('donneur_ordre', 'sous_traitant')"


def upgrade() -> None:
    op.add_column("survey_answer", sa.Column("erased_at", sa.TIMESTAMP(timezone=True)))
    op.create_table(
        "person_request",
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False, server_default="received"),
        sa.Column("received_on", sa.Date, nullable=False),
        sa.Column("due_on", sa.Date, nullable=False),
        sa.Column("extended", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.Column("in_charge", sa.Text, nullable=False),
        sa.Column("case_reference", sa.Text),
        sa.Column("identified_by", ARRAY(sa.Text), nullable=False),
        sa.Column("pseudonyms", ARRAY(sa.Text), nullable=False),
        sa.Column("sealed_references", sa.LargeBinary),
        sa.Column("found_tickets", JSONB),
        sa.Column("erasure", sa.Text),
        sa.Column("erased", JSONB),
        sa.Column("steps", JSONB, nullable=False),
        sa.CheckConstraint("kind IN ('access', 'erasure')", "ck_person_request_kind"),
        sa.CheckConstraint("state IN ('received', 'in_progress', 'answered', 'refused')", "ck_person_request_state"),
        sa.CheckConstraint(f"in_charge IN {SIDES}", "ck_person_request_in_charge"),
        sa.CheckConstraint("erasure IN ('ordered', 'waiting', 'words', 'done')", "ck_person_request_erasure"),
        # Who it is is known while the request is open, and forgotten with it.
        sa.CheckConstraint(
            "sealed_references IS NULL OR (state IN ('received', 'in_progress') AND erasure IS DISTINCT FROM 'done')",
            "ck_person_request_forgotten",
        ),
    )
    op.create_index(
        "ix_person_request_erasing",
        "person_request",
        ["id"],
        postgresql_where=sa.text("erasure IN ('ordered', 'words')"),
    )
    shared.protect("feedback", "person_request", read=shared.PARTY, write=shared.PARTY, writes=("INSERT", "UPDATE"))
    # Requests may put down how a person is found, and take it away; only the worker reads it.
    op.execute("REVOKE SELECT ON person_request FROM feedback_app")
    op.execute(f"GRANT SELECT ({SHOWN}) ON person_request TO feedback_app")


def downgrade() -> None:
    op.drop_table("person_request")
    op.drop_column("survey_answer", "erased_at")
