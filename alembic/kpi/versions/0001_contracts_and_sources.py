"""What kpi knows of contracts, and the sources that feed it."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

from services.common import migrations as shared

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TIME = sa.TIMESTAMP(timezone=True)
NOW = sa.func.clock_timestamp()


def upgrade() -> None:
    shared.create_contract_party("kpi")
    shared.create_outbox("kpi")
    shared.create_idempotency_key("kpi")
    shared.create_readiness_probe("kpi")

    op.create_table(
        "contract",
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("revision", sa.BigInteger, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("zone", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("told_at", TIME, nullable=False, server_default=NOW),
    )
    shared.protect("kpi", "contract", read=shared.PARTY_OR_PLATFORM)

    op.create_table(
        "terms_version",
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("valid_from", TIME, nullable=False),
        sa.Column("recorded_at", TIME, nullable=False),
        sa.Column("body", JSONB, nullable=False),
    )
    shared.protect("kpi", "terms_version", read=shared.PARTY)

    op.create_table(
        "source",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("contract_id", sa.Uuid, nullable=False),
        sa.Column("system", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("sealed_secret", sa.LargeBinary, nullable=False),
        sa.Column("sealed_previous_secret", sa.LargeBinary),
        sa.Column("previous_secret_until", TIME),
        sa.Column("signature_tolerance_seconds", sa.Integer, nullable=False),
        sa.Column("body_hash_window_seconds", sa.Integer),
        sa.Column("bot_author_ids", ARRAY(sa.Text), nullable=False),
        sa.Column("created_at", TIME, nullable=False, server_default=NOW),
        sa.Column("created_by_organisation", sa.Uuid, nullable=False),
    )
    op.create_index("ix_source_contract_id", "source", ["contract_id"])
    shared.protect("kpi", "source", read=shared.PARTY_OR_PLATFORM, write=shared.PARTY, writes=("INSERT", "UPDATE"))


def downgrade() -> None:
    tables = ("source", "terms_version", "contract", "readiness_probe", "idempotency_key", "outbox", "contract_party")
    for table in tables:
        op.drop_table(table)
