"""Who somebody is at the provider of their organisation: bound at their first sign-in through it."""

import sqlalchemy as sa
from alembic import op

from services.common import migrations as shared

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

# Of what was done then, nothing can be told by a version that does not know the word.
KINDS = "'provider_bound', 'provider_subject_refused', 'provider_released'"


def upgrade() -> None:
    op.create_table(
        "provider_binding",
        sa.Column("person_id", sa.Uuid, sa.ForeignKey("account.person_id", ondelete="CASCADE"), primary_key=True),
        # A subject is the provider's word for somebody, and may be another one to each of its clients.
        sa.Column("issuer", sa.Text, primary_key=True),
        sa.Column("client_id", sa.Text, primary_key=True),
        sa.Column("subject_digest", sa.LargeBinary, nullable=False),
        sa.Column("bound_at", sa.TIMESTAMP(timezone=True), nullable=False, server_default=sa.func.clock_timestamp()),
        sa.CheckConstraint("octet_length(subject_digest) = 32", "ck_provider_binding_subject_digest"),
    )
    shared.protect("gateway", "provider_binding", read=None)


def downgrade() -> None:
    op.drop_table("provider_binding")
    op.execute("ALTER TABLE journal_entry NO FORCE ROW LEVEL SECURITY")
    op.execute(f"DELETE FROM journal_entry WHERE kind IN ({KINDS})")
    op.execute("ALTER TABLE journal_entry FORCE ROW LEVEL SECURITY")
