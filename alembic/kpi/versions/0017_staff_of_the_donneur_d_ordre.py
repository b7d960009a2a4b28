"""Who of the agents of a tool is the donneur d'ordre's own staff: pseudonyms, in versions with dates."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY

from services.common import migrations as shared

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

TIME = sa.TIMESTAMP(timezone=True)
NOW = sa.func.clock_timestamp()


def upgrade() -> None:
    op.create_table(
        "staff_version",
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("source_id", sa.Text, primary_key=True),
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("valid_from", TIME, nullable=False),
        # Keyed as those of the events are; the ids that they stand for are kept nowhere.
        sa.Column("agents", ARRAY(sa.Text), nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("requested_at", TIME, nullable=False, server_default=NOW),
        sa.Column("requested_by", sa.Text, nullable=False),
        sa.Column("requested_by_side", sa.Text, nullable=False),
        sa.Column("approved_at", TIME),
        sa.Column("approved_by", sa.Text),
        # From when it is known: of one set before the activation when it was set, else when the other party approved.
        sa.Column("recorded_at", TIME),
        sa.CheckConstraint("state IN ('proposed', 'in_force', 'superseded')", "ck_staff_version_state"),
        sa.CheckConstraint("(state = 'in_force') = (recorded_at IS NOT NULL)", "ck_staff_version_recorded_at"),
    )
    op.create_index(
        "uq_staff_version_proposed",
        "staff_version",
        ["contract_id", "source_id"],
        unique=True,
        postgresql_where=sa.text("state = 'proposed'"),
    )
    shared.protect("kpi", "staff_version", read=shared.PARTY_OR_PLATFORM)


def downgrade() -> None:
    op.drop_table("staff_version")
