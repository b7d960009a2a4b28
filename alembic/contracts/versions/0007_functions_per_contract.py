"""Functions that a person has in one contract, from when until when; and people who reach only some contracts."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY

from services.common import migrations as shared

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

TIME = sa.TIMESTAMP(timezone=True)
OWN = f"organisation_id = {shared.ORGANISATION}"


def upgrade() -> None:
    op.add_column("person", sa.Column("only_contracts", sa.Boolean, nullable=False, server_default=sa.false()))
    op.execute("GRANT UPDATE (only_contracts) ON person TO contracts_app")
    op.create_table(
        "contract_function",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("organisation_id", sa.Uuid, sa.ForeignKey("organisation.id"), nullable=False),
        sa.Column("contract_id", sa.Uuid, sa.ForeignKey("contract.contract_id"), nullable=False),
        sa.Column("person_id", sa.Uuid, sa.ForeignKey("person.id"), nullable=False),
        sa.Column("functions", ARRAY(sa.Text), nullable=False),
        sa.Column("scope", sa.Text),
        sa.Column("valid_from", TIME, nullable=False),
        sa.Column("valid_to", TIME),
        sa.Column("recorded_at", TIME, nullable=False),
        sa.Column("recorded_by", sa.Text, nullable=False),
        sa.Column("ended_at", TIME),
        sa.Column("ended_by", sa.Text),
        sa.CheckConstraint("valid_to > valid_from", "ck_contract_function_dates"),
        sa.CheckConstraint("num_nonnulls(ended_at, ended_by) IN (0, 2)", "ck_contract_function_ended"),
    )
    op.create_index("ix_contract_function_contract_id_id", "contract_function", ["contract_id", "id"])
    op.create_index(
        "uq_contract_function_present", "contract_function", ["person_id", "contract_id"],
        unique=True, postgresql_where=sa.text("ended_at IS NULL"),
    )  # fmt: skip
    shared.protect("contracts", "contract_function", read=OWN, write=OWN)
    op.execute("GRANT UPDATE (ended_at, ended_by) ON contract_function TO contracts_app")
    op.execute(
        f"CREATE POLICY contract_function_update ON contract_function FOR UPDATE TO contracts_app"
        f" USING ({OWN}) WITH CHECK ({OWN})"
    )


def downgrade() -> None:
    op.drop_table("contract_function")
    op.drop_column("person", "only_contracts")
