"""Sources whose secret is not known yet, and the deliveries that wait for it."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from services.common import migrations as shared

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

TIME = sa.TIMESTAMP(timezone=True)
TOLD = (
    "contract_id, source_id, receipt_id, received_at, sha256, size, verified_at, verified_verdict, verified_receipt_id"
)


def upgrade() -> None:
    op.alter_column("source", "sealed_secret", nullable=True)
    op.create_table(
        "held_delivery",
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("receipt_id", sa.Uuid, primary_key=True),
        sa.Column("source_id", sa.Text, nullable=False),
        sa.Column("received_at", TIME, nullable=False),
        sa.Column("sha256", sa.LargeBinary, nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("headers", JSONB),
        sa.Column("body", sa.LargeBinary),
        sa.Column("verified_at", TIME),
        sa.Column("verified_verdict", sa.Text),
        sa.Column("verified_receipt_id", sa.Uuid),
        # Once its fate is known the bytes are where every other delivery has them, or nowhere.
        sa.CheckConstraint("(verified_at IS NULL) = (body IS NOT NULL)", "ck_held_delivery_body"),
    )
    op.create_index(
        "ix_held_delivery_waiting",
        "held_delivery",
        ["source_id", "received_at"],
        postgresql_where=sa.text("verified_at IS NULL"),
    )
    shared.protect("kpi", "held_delivery", read=shared.PARTY_OR_PLATFORM)
    op.execute("REVOKE SELECT ON held_delivery FROM kpi_app")
    op.execute(f"GRANT SELECT ({TOLD}) ON held_delivery TO kpi_app")
    op.add_column("delivery_tally", sa.Column("unverified", sa.BigInteger, nullable=False, server_default="0"))


def downgrade() -> None:
    op.drop_column("delivery_tally", "unverified")
    op.drop_table("held_delivery")
    # Without a secret nothing can be verified: such a source cannot live before this migration.
    op.execute("ALTER TABLE source NO FORCE ROW LEVEL SECURITY")
    op.execute("DELETE FROM source WHERE sealed_secret IS NULL")
    op.execute("ALTER TABLE source FORCE ROW LEVEL SECURITY")
    op.alter_column("source", "sealed_secret", nullable=False)
