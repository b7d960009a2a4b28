"""Passwords of people (argon2id), their sessions and tries (digests only), and the BI keys of organisations.

Only the worker role knows passwords, sessions and tries: who somebody is has to be found before there is an
organisation to be in. A BI key is its organisation's: requests see and write those of their own.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY

from services.common import migrations as shared

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

TIME = sa.TIMESTAMP(timezone=True)
NOW = sa.func.clock_timestamp()
OWN = f"organisation_id = {shared.ORGANISATION}"


def upgrade() -> None:
    op.create_table(
        "account",
        sa.Column("person_id", sa.Uuid, primary_key=True),
        sa.Column("organisation_id", sa.Uuid, nullable=False),
        sa.Column("email", sa.Text),
        sa.Column("password_hash", sa.Text),
        sa.Column("created_at", TIME, nullable=False, server_default=NOW),
        sa.Column("closed_at", TIME),
        sa.UniqueConstraint("email", name="uq_account_email"),
        sa.CheckConstraint("password_hash LIKE '$argon2id$%'", "ck_account_password_hash"),
        sa.CheckConstraint("(closed_at IS NULL) = (num_nonnulls(email, password_hash) = 2)", "ck_account_closed"),
    )
    shared.protect("gateway", "account", read=None)

    op.create_table(
        "session",
        sa.Column("digest", sa.LargeBinary, primary_key=True),
        sa.Column("person_id", sa.Uuid, sa.ForeignKey("account.person_id"), nullable=False),
        sa.Column("created_at", TIME, nullable=False, server_default=NOW),
        sa.Column("seen_at", TIME, nullable=False, server_default=NOW),
        sa.Column("expires_at", TIME, nullable=False),
        sa.Column("ended_at", TIME),
        sa.CheckConstraint("octet_length(digest) = 32", "ck_session_digest"),
    )
    op.create_index("ix_session_person_id", "session", ["person_id"])
    op.create_index("ix_session_ended_at", "session", ["ended_at"])
    op.create_index("ix_session_expires_at", "session", ["expires_at"])
    shared.protect("gateway", "session", read=None)

    op.create_table(
        "sign_in_try",
        sa.Column("key", sa.LargeBinary, primary_key=True),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("since", TIME, nullable=False),
        sa.Column("last_at", TIME, nullable=False),
        sa.CheckConstraint("octet_length(key) = 32", "ck_sign_in_try_key"),
    )
    op.create_index("ix_sign_in_try_last_at", "sign_in_try", ["last_at"])
    shared.protect("gateway", "sign_in_try", read=None)

    op.create_table(
        "bi_key",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("organisation_id", sa.Uuid, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("contract_ids", ARRAY(sa.Uuid), nullable=False),
        sa.Column("secret_sha256", sa.LargeBinary, nullable=False),
        sa.Column("created_at", TIME, nullable=False, server_default=NOW),
        sa.Column("created_by", sa.Text, nullable=False),
        sa.Column("created_by_name", sa.Text),
        sa.Column("expires_at", TIME, nullable=False),
        sa.Column("used_at", TIME),
        sa.Column("revoked_at", TIME),
        sa.CheckConstraint("octet_length(secret_sha256) = 32", "ck_bi_key_digest"),
        sa.CheckConstraint("cardinality(contract_ids) BETWEEN 1 AND 50", "ck_bi_key_contract_ids"),
    )
    op.create_index("ix_bi_key_organisation_id_id", "bi_key", ["organisation_id", "id"])
    op.create_index("ix_bi_key_revoked_at", "bi_key", ["revoked_at"])
    shared.protect("gateway", "bi_key", read=OWN, write=OWN)
    op.execute("GRANT UPDATE (revoked_at) ON bi_key TO gateway_app")
    op.execute(f"CREATE POLICY bi_key_update ON bi_key FOR UPDATE TO gateway_app USING ({OWN}) WITH CHECK ({OWN})")


def downgrade() -> None:
    for table in ("bi_key", "sign_in_try", "session", "account"):
        op.drop_table(table)
