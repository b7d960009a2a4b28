"""What the parties say beside a text: comments, refusals and withdrawals of amendments, the four questions."""

import sqlalchemy as sa
from alembic import op

from services.common import migrations as shared

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

COMMENTED = ("terms_version", "objective", "commitment_version", "acceptance")
TABLES = ("amendment_closing", "commitment_check")


def upgrade() -> None:
    for table in COMMENTED:
        op.add_column(table, sa.Column("comment", sa.Text))
    op.create_table(
        "amendment_closing",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("contract_id", sa.Uuid, sa.ForeignKey("contract.contract_id"), nullable=False),
        sa.Column("version_id", sa.Uuid, sa.ForeignKey("terms_version.id")),
        sa.Column("objective_id", sa.Uuid, sa.ForeignKey("objective.id")),
        sa.Column("commitment_id", sa.Uuid, sa.ForeignKey("commitment_version.id")),
        sa.Column("outcome", sa.Text, nullable=False),
        *_said(),
        sa.CheckConstraint("outcome IN ('withdrawn', 'refused')", "ck_amendment_closing_outcome"),
        sa.CheckConstraint("outcome = 'withdrawn' OR comment IS NOT NULL", "ck_amendment_closing_reason"),
        sa.CheckConstraint(
            "num_nonnulls(version_id, objective_id, commitment_id) = 1", "ck_amendment_closing_one_text"
        ),
    )
    op.create_table(
        "commitment_check",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("contract_id", sa.Uuid, sa.ForeignKey("contract.contract_id"), nullable=False),
        sa.Column("commitment_id", sa.Uuid, sa.ForeignKey("commitment_version.id"), nullable=False),
        *(sa.Column(name, sa.Boolean, nullable=False) for name in ("specific", "measurable", "realistic", "aligned")),
        *_said(),
    )
    for table in TABLES:
        op.create_index(f"ix_{table}_contract_id_id", table, ["contract_id", "id"])
        op.execute(
            f"CREATE TRIGGER {table}_stands BEFORE UPDATE OR DELETE ON {table}"
            " FOR EACH ROW EXECUTE FUNCTION refuse_change()"
        )
        op.execute(
            f"CREATE TRIGGER {table}_stays BEFORE TRUNCATE ON {table}"
            " FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )
        shared.protect("contracts", table, read=shared.PARTY_OR_PLATFORM, write=shared.PARTY_OR_PLATFORM)


def _said() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("comment", sa.Text),
        sa.Column("written_by", sa.Text, nullable=False),
        sa.Column("written_side", sa.Text),
        sa.Column("written_name", sa.Text),
        sa.Column("written_at", sa.TIMESTAMP(timezone=True), nullable=False, server_default=sa.func.clock_timestamp()),
    )


def downgrade() -> None:
    for table in TABLES:
        op.drop_table(table)
    for table in COMMENTED:
        op.drop_column(table, "comment")
