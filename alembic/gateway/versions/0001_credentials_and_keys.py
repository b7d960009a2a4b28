"""Secrets of machine clients (digests only) and the keys that sign tokens (sealed).

No table here belongs to an organisation's requests, so none has an organisation condition: a client is looked up
before anybody knows whose it is, signing keys and the readiness probe are the platform's. Row security is forced all
the same, so that the role of requests reads and never writes.
"""

import sqlalchemy as sa
from alembic import op

from services.common import migrations as shared

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TIME = sa.TIMESTAMP(timezone=True)
NOW = sa.func.clock_timestamp()


def upgrade() -> None:
    shared.create_readiness_probe("gateway")

    op.create_table(
        "credential",
        sa.Column("client_id", sa.Text, primary_key=True),
        sa.Column("secret_sha256", sa.LargeBinary),
        sa.Column("organisation_id", sa.Uuid),
        sa.Column("created_at", TIME, nullable=False, server_default=NOW),
        sa.Column("revoked_at", TIME),
        sa.CheckConstraint("octet_length(secret_sha256) = 32", "ck_credential_digest"),
        sa.CheckConstraint("length(client_id) BETWEEN 1 AND 200", "ck_credential_client_id"),
    )
    op.create_index("ix_credential_revoked_at", "credential", ["revoked_at"])
    shared.protect("gateway", "credential", read="true")

    op.create_table(
        "signing_key",
        sa.Column("kid", sa.Text, primary_key=True),
        sa.Column("sealed_pem", sa.LargeBinary, nullable=False),
        sa.Column("created_at", TIME, nullable=False, server_default=NOW),
        sa.Column("signs_from", TIME, nullable=False),
        sa.Column("retires_at", TIME),
    )
    shared.protect("gateway", "signing_key", read="true")


def downgrade() -> None:
    for table in ("signing_key", "credential", "readiness_probe"):
        op.drop_table(table)
