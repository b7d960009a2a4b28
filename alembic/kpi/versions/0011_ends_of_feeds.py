"""Feeds that a party ends from an instant, and feeds that the other party refuses."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

TIME = sa.TIMESTAMP(timezone=True)
ADDED: dict[str, Any] = {
    # Tickets created from then on are none of the contract that is fed, as known from `end_recorded_at` on.
    "ends_at": TIME,
    "end_recorded_at": TIME,
    "end_requested_by": sa.Text(),
    "end_requested_by_side": sa.Text(),
    "refused_at": TIME,
    "refused_by": sa.Text(),
}
TABLES = ("source_feed", "ticket_share", "ticket_mark")


def upgrade() -> None:
    for name, kind in ADDED.items():
        op.add_column("source_feed", sa.Column(name, kind))
    op.drop_constraint("ck_source_feed_state", "source_feed")
    for name, condition in (
        ("ck_source_feed_state", "state IN ('proposed', 'active', 'ended', 'refused')"),
        ("ck_source_feed_refused_at", "(state = 'refused') = (refused_at IS NOT NULL)"),
        ("ck_source_feed_ends_at", "(ends_at IS NULL) = (end_recorded_at IS NULL)"),
        ("ck_source_feed_end_of_something", "ends_at IS NULL OR recorded_at IS NOT NULL"),
    ):
        op.create_check_constraint(name, "source_feed", condition)


def downgrade() -> None:
    for table in TABLES:
        op.execute(f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY")
    # Before, a feed only ended with what was recorded by then; tickets that its end left out are folded again.
    op.execute(
        "INSERT INTO ticket_mark (contract_id, source_id, ticket_id)"
        " SELECT contract_id, source_id, ticket_id FROM ticket_share WHERE indicator = 'out_of_scope.feed_ended'"
    )
    op.execute("UPDATE source_feed SET state = 'ended', ended_at = ends_at WHERE state = 'active' AND ends_at <= now()")
    op.execute("DELETE FROM source_feed WHERE state = 'refused'")
    for table in TABLES:
        op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
    for name in ("end_of_something", "ends_at", "refused_at", "state"):
        op.drop_constraint(f"ck_source_feed_{name}", "source_feed")
    op.create_check_constraint("ck_source_feed_state", "source_feed", "state IN ('proposed', 'active', 'ended')")
    for name in ADDED:
        op.drop_column("source_feed", name)
