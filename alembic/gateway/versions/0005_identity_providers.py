"""Through which provider people of an organisation may sign in (its secret sealed), and sign-ins on their way there."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY

from services.common import migrations as shared

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

TIME = sa.TIMESTAMP(timezone=True)
NOW = sa.func.clock_timestamp()
OWN = f"organisation_id = {shared.ORGANISATION}"


def upgrade() -> None:
    op.create_table(
        "identity_provider",
        sa.Column("organisation_id", sa.Uuid, primary_key=True),
        sa.Column("issuer", sa.Text, nullable=False),
        sa.Column("client_id", sa.Text, nullable=False),
        sa.Column("sealed_client_secret", sa.LargeBinary, nullable=False),
        sa.Column("domains", ARRAY(sa.Text), nullable=False),
        sa.Column("updated_at", TIME, nullable=False, server_default=NOW),
        sa.Column("updated_by", sa.Text, nullable=False),
        sa.Column("updated_by_name", sa.Text),
        sa.CheckConstraint("length(issuer) <= 500", "ck_identity_provider_issuer"),
        sa.CheckConstraint("cardinality(domains) <= 50", "ck_identity_provider_domains"),
    )
    shared.protect(
        "gateway", "identity_provider", read=OWN, write=OWN, writes=("INSERT", "UPDATE", "DELETE")
    )  # fmt: skip

    op.create_table(
        "provider_sign_in",
        sa.Column("digest", sa.LargeBinary, primary_key=True),
        sa.Column("organisation_id", sa.Uuid, nullable=False),
        sa.Column("return_to", sa.Text),
        sa.Column("expires_at", TIME, nullable=False),
        sa.CheckConstraint("octet_length(digest) = 32", "ck_provider_sign_in_digest"),
    )
    op.create_index("ix_provider_sign_in_expires_at", "provider_sign_in", ["expires_at"])
    shared.protect("gateway", "provider_sign_in", read=None)


def downgrade() -> None:
    for table in ("provider_sign_in", "identity_provider"):
        op.drop_table(table)
