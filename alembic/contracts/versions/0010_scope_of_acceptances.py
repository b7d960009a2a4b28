"""By virtue of which words somebody accepted: what they were named for in the contract at that instant."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("acceptance", sa.Column("accepted_scope", sa.Text))


def downgrade() -> None:
    op.drop_column("acceptance", "accepted_scope")
