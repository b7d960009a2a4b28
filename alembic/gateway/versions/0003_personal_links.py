"""Links that let one person in once (digests only), and what sessions are told apart by."""

import sqlalchemy as sa
from alembic import op

from services.common import migrations as shared

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

TIME = sa.TIMESTAMP(timezone=True)
NOW = sa.func.clock_timestamp()


def upgrade() -> None:
    op.create_table(
        "personal_link",
        sa.Column("digest", sa.LargeBinary, primary_key=True),
        sa.Column("purpose", sa.Text, nullable=False),
        sa.Column("person_id", sa.Uuid, nullable=False),
        sa.Column("organisation_id", sa.Uuid, nullable=False),
        sa.Column("created_at", TIME, nullable=False, server_default=NOW),
        sa.Column("expires_at", TIME, nullable=False),
        sa.Column("ended_at", TIME),
        sa.CheckConstraint("octet_length(digest) = 32", "ck_personal_link_digest"),
        sa.CheckConstraint("purpose IN ('first_administrator', 'invitation', 'password')", "ck_personal_link_purpose"),
    )
    op.create_index("ix_personal_link_person_id", "personal_link", ["person_id"])
    op.create_index("ix_personal_link_expires_at", "personal_link", ["expires_at"])
    shared.protect("gateway", "personal_link", read=None)

    op.add_column("session", sa.Column("id", sa.Uuid, nullable=False, server_default=sa.text("gen_random_uuid()")))
    op.add_column("session", sa.Column("address", sa.Text))
    op.add_column("session", sa.Column("device", sa.Text))


def downgrade() -> None:
    for column in ("device", "address", "id"):
        op.drop_column("session", column)
    op.drop_table("personal_link")
