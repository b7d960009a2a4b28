"""Versions that were taken out of a draft: they stay as they were told, and rule no more."""

import sqlalchemy as sa
from alembic import op

from services.common import migrations as shared

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "version_taken_out",
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("told_at", sa.TIMESTAMP(timezone=True), nullable=False, server_default=sa.func.clock_timestamp()),
    )
    shared.protect("kpi", "version_taken_out", read=shared.PARTY)
    op.execute("REVOKE UPDATE, DELETE ON version_taken_out FROM kpi_worker")


def downgrade() -> None:
    op.drop_table("version_taken_out")
