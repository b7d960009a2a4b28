"""People who are invited first and join later, and what they prefer."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

TIME = sa.TIMESTAMP(timezone=True)
NEW = ("joined_at", "invited_until", "language", "zone", "theme")


def upgrade() -> None:
    op.add_column("person", sa.Column("joined_at", TIME))
    op.add_column("person", sa.Column("invited_until", TIME))
    op.add_column("person", sa.Column("language", sa.Text))
    op.add_column("person", sa.Column("zone", sa.Text))
    op.add_column("person", sa.Column("theme", sa.Text))
    # Whoever is there was given a password.
    op.execute("ALTER TABLE person NO FORCE ROW LEVEL SECURITY")
    op.execute("UPDATE person SET joined_at = created_at")
    op.execute("ALTER TABLE person FORCE ROW LEVEL SECURITY")
    op.create_check_constraint("ck_person_language", "person", "language IN ('fr', 'en')")
    op.create_check_constraint("ck_person_theme", "person", "theme IN ('light', 'dark')")
    op.execute(f"GRANT UPDATE ({', '.join(NEW)}) ON person TO contracts_app")


def downgrade() -> None:
    # Who never joined has nothing to sign in with: without the column they would count as people who may act.
    op.execute("ALTER TABLE person NO FORCE ROW LEVEL SECURITY")
    op.execute(
        "UPDATE person SET deactivated_at = clock_timestamp() WHERE joined_at IS NULL AND deactivated_at IS NULL"
    )
    op.execute("ALTER TABLE person FORCE ROW LEVEL SECURITY")
    for column in reversed(NEW):
        op.drop_column("person", column)
