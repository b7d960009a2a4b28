"""People of an organisation; what they sign in with is kept by the gateway."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY

from services.common import migrations as shared

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

TIME = sa.TIMESTAMP(timezone=True)
OWN = f"{shared.PLATFORM} OR organisation_id = {shared.ORGANISATION}"


def upgrade() -> None:
    op.create_table(
        "person",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("organisation_id", sa.Uuid, sa.ForeignKey("organisation.id"), nullable=False),
        sa.Column("email", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("functions", ARRAY(sa.Text), nullable=False),
        sa.Column("created_at", TIME, nullable=False),
        sa.Column("deactivated_at", TIME),
        sa.CheckConstraint("email = lower(email) AND position('@' IN email) > 1", "ck_person_email"),
    )
    op.create_index("ix_person_organisation_id_id", "person", ["organisation_id", "id"])
    # Of one who left, the address may come back with another.
    op.create_index(
        "uq_person_email", "person", ["email"], unique=True, postgresql_where=sa.text("deactivated_at IS NULL")
    )
    shared.protect("contracts", "person", read=OWN, write=OWN)
    op.execute("GRANT UPDATE (name, functions, deactivated_at) ON person TO contracts_app")
    op.execute(f"CREATE POLICY person_update ON person FOR UPDATE TO contracts_app USING ({OWN}) WITH CHECK ({OWN})")


def downgrade() -> None:
    op.drop_table("person")
