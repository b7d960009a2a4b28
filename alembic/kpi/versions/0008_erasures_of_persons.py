"""Erasures of what is held about a person: asked for by feedback, carried out by the worker."""

import sqlalchemy as sa
from alembic import op

from services.common import migrations as shared

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

TIME = sa.TIMESTAMP(timezone=True)


def upgrade() -> None:
    op.create_table(
        "person_erasure",
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("request_id", sa.Uuid, primary_key=True),
        sa.Column("sealed_references", sa.LargeBinary),
        sa.Column("asked_at", TIME, nullable=False, server_default=sa.func.clock_timestamp()),
        sa.Column("done_at", TIME),
        sa.Column("tickets", sa.Integer),
        sa.Column("contents", sa.Integer),
        # Who it was is known only until it is done.
        sa.CheckConstraint("(done_at IS NULL) = (sealed_references IS NOT NULL)", "ck_person_erasure_references"),
    )
    op.create_index(
        "ix_person_erasure_waiting", "person_erasure", ["asked_at"], postgresql_where=sa.text("done_at IS NULL")
    )
    shared.protect("kpi", "person_erasure", read=None)


def downgrade() -> None:
    op.drop_table("person_erasure")
