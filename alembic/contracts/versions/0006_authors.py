"""Who wrote each version and when it was written, and which objective another one replaces."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

TABLES = ("terms_version", "objective", "commitment_version")


def upgrade() -> None:
    for table in TABLES:
        op.add_column(table, sa.Column("written_side", sa.Text))
        op.add_column(table, sa.Column("written_name", sa.Text))
        # The default only comes afterwards: of what was written before, nobody noted when it was only proposed.
        op.add_column(table, sa.Column("written_at", sa.TIMESTAMP(timezone=True)))
        op.alter_column(table, "written_at", server_default=sa.func.clock_timestamp())
    op.add_column("acceptance", sa.Column("accepted_name", sa.Text))
    op.add_column("objective", sa.Column("replaces", sa.Uuid))
    # A composite key, so that an objective replaces one of its own contract.
    op.create_foreign_key(
        "fk_objective_replaces", "objective", "objective", ["contract_id", "replaces"], ["contract_id", "id"]
    )


def downgrade() -> None:
    op.drop_constraint("fk_objective_replaces", "objective")
    op.drop_column("objective", "replaces")
    op.drop_column("acceptance", "accepted_name")
    for table in reversed(TABLES):
        for column in ("written_at", "written_name", "written_side"):
            op.drop_column(table, column)
