"""Second factors of people (sealed), recovery codes and half-open sign-ins (digests only), and a journal of both."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY

from services.common import migrations as shared

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

TIME = sa.TIMESTAMP(timezone=True)
NOW = sa.func.clock_timestamp()
OWN = f"organisation_id = {shared.ORGANISATION}"
PROOFS = "amr <@ ARRAY['pwd', 'fed', 'otp']::text[] AND cardinality(amr) > 0"


def upgrade() -> None:
    # Sessions that are open were opened by a password: there was nothing else.
    op.add_column("session", sa.Column("amr", ARRAY(sa.Text), nullable=False, server_default=sa.text("'{pwd}'")))
    op.create_check_constraint("ck_session_amr", "session", PROOFS)

    op.create_table(
        "second_factor",
        sa.Column("person_id", sa.Uuid, sa.ForeignKey("account.person_id", ondelete="CASCADE"), primary_key=True),
        sa.Column("sealed_secret", sa.LargeBinary, nullable=False),
        sa.Column("created_at", TIME, nullable=False, server_default=NOW),
        sa.Column("active_at", TIME),
        sa.Column("last_step", sa.BigInteger, nullable=False, server_default="0"),
    )
    shared.protect("gateway", "second_factor", read=None)

    op.create_table(
        "recovery_code",
        sa.Column("digest", sa.LargeBinary, primary_key=True),
        sa.Column("person_id", sa.Uuid, sa.ForeignKey("account.person_id", ondelete="CASCADE"), nullable=False),
        sa.Column("used_at", TIME),
        sa.CheckConstraint("octet_length(digest) = 32", "ck_recovery_code_digest"),
    )
    op.create_index("ix_recovery_code_person_id", "recovery_code", ["person_id"])
    shared.protect("gateway", "recovery_code", read=None)

    op.create_table(
        "sign_in_step",
        sa.Column("digest", sa.LargeBinary, primary_key=True),
        sa.Column("person_id", sa.Uuid, sa.ForeignKey("account.person_id", ondelete="CASCADE"), nullable=False),
        sa.Column("amr", ARRAY(sa.Text), nullable=False),
        sa.Column("expires_at", TIME, nullable=False),
        sa.CheckConstraint("octet_length(digest) = 32", "ck_sign_in_step_digest"),
        sa.CheckConstraint(PROOFS, "ck_sign_in_step_amr"),
    )
    op.create_index("ix_sign_in_step_person_id", "sign_in_step", ["person_id"])
    op.create_index("ix_sign_in_step_expires_at", "sign_in_step", ["expires_at"])
    shared.protect("gateway", "sign_in_step", read=None)

    op.create_table(
        "journal_entry",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("organisation_id", sa.Uuid, nullable=False),
        sa.Column("person_id", sa.Uuid),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("recorded_at", TIME, nullable=False, server_default=NOW),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("by_name", sa.Text),
    )
    op.create_index("ix_journal_entry_organisation_id_id", "journal_entry", ["organisation_id", "id"])
    shared.protect("gateway", "journal_entry", read=OWN, write=OWN)
    # Written once: what was done stays told.
    op.execute("REVOKE UPDATE, DELETE ON journal_entry FROM gateway_worker")


def downgrade() -> None:
    for table in ("journal_entry", "sign_in_step", "recovery_code", "second_factor"):
        op.drop_table(table)
    op.drop_constraint("ck_session_amr", "session")
    op.drop_column("session", "amr")
