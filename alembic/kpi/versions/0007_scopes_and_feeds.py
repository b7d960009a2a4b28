"""Which tickets of a source belong to a contract, and sources that feed further contracts of the same two parties."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from services.common import migrations as shared

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

TIME = sa.TIMESTAMP(timezone=True)
NOW = sa.func.clock_timestamp()
# A party of a fed contract reads what feeds it, up to the end of the feed, whatever became of the home contract.
FED = (
    "EXISTS (SELECT 1 FROM source_feed f WHERE f.source_id = {0}.{1} AND f.recorded_at IS NOT NULL{2}"
    f" AND f.{shared.PARTY})"
)
READ_BY_FED = {
    "source": (shared.PARTY_OR_PLATFORM, FED.format("source", "id", "")),
    "ticket_event": (
        shared.PARTY,
        FED.format("ticket_event", "source_id", " AND (f.ended_at IS NULL OR ticket_event.recorded_at <= f.ended_at)"),
    ),
    "delivery": (
        shared.PARTY,
        FED.format("delivery", "source_id", " AND (f.ended_at IS NULL OR delivery.recorded_at <= f.ended_at)"),
    ),
}


def upgrade() -> None:
    op.create_table(
        "scope_version",
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("source_id", sa.Text, primary_key=True),
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("valid_from", TIME, nullable=False),
        sa.Column("conditions", JSONB, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("requested_at", TIME, nullable=False, server_default=NOW),
        sa.Column("requested_by", sa.Text, nullable=False),
        sa.Column("requested_by_side", sa.Text, nullable=False),
        sa.Column("approved_at", TIME),
        sa.Column("approved_by", sa.Text),
        # From when it is known: of one set before the activation when it was set, else when the other party approved.
        sa.Column("recorded_at", TIME),
        sa.CheckConstraint("state IN ('proposed', 'in_force', 'superseded')", "ck_scope_version_state"),
        sa.CheckConstraint("(state = 'in_force') = (recorded_at IS NOT NULL)", "ck_scope_version_recorded_at"),
    )
    op.create_index(
        "uq_scope_version_proposed",
        "scope_version",
        ["contract_id", "source_id"],
        unique=True,
        postgresql_where=sa.text("state = 'proposed'"),
    )
    shared.protect("kpi", "scope_version", read=shared.PARTY_OR_PLATFORM)

    op.create_table(
        "source_feed",
        # The contract that is fed; deliveries, keys and events stay with the home contract.
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("source_id", sa.Text, primary_key=True),
        sa.Column("home_contract_id", sa.Uuid, nullable=False),
        sa.Column("scope_id", sa.Uuid),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("requested_at", TIME, nullable=False, server_default=NOW),
        sa.Column("requested_by", sa.Text, nullable=False),
        sa.Column("requested_by_side", sa.Text, nullable=False),
        sa.Column("approved_at", TIME),
        sa.Column("approved_by", sa.Text),
        sa.Column("recorded_at", TIME),
        sa.Column("marked_at", TIME),
        sa.Column("ended_at", TIME),
        sa.CheckConstraint("state IN ('proposed', 'active', 'ended')", "ck_source_feed_state"),
        sa.CheckConstraint("contract_id <> home_contract_id", "ck_source_feed_home"),
        sa.CheckConstraint("state <> 'active' OR recorded_at IS NOT NULL", "ck_source_feed_recorded_at"),
        sa.CheckConstraint("(state = 'ended') = (ended_at IS NOT NULL)", "ck_source_feed_ended_at"),
    )
    op.create_index("ix_source_feed_source_id", "source_feed", ["source_id"])
    op.create_index("ix_source_feed_home_contract_id", "source_feed", ["home_contract_id"])
    shared.protect("kpi", "source_feed", read=shared.PARTY_OR_PLATFORM)
    for table, (own, fed) in READ_BY_FED.items():
        op.execute(f"ALTER POLICY {table}_read ON {table} USING ({own} OR {fed})")


def downgrade() -> None:
    for table, (own, _) in READ_BY_FED.items():
        op.execute(f"ALTER POLICY {table}_read ON {table} USING ({own})")
    _forget_what_only_this_knows()
    for table in ("source_feed", "scope_version"):
        op.drop_table(table)


def _forget_what_only_this_knows() -> None:
    """Shares under codes that are no indicators, and all that feeds brought; every scoped contract is folded again."""
    tables = ("ticket_share", "ticket_state", "ticket_mark", "rollup_day", "rollup_month", "source_feed")
    for table in tables:
        op.execute(f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY")
    fed = (
        "EXISTS (SELECT 1 FROM source_feed f WHERE f.contract_id = t.contract_id AND f.source_id = t.source_id"
        " AND f.recorded_at IS NOT NULL)"
    )
    again = (
        "(SELECT contract_id FROM source_feed WHERE recorded_at IS NOT NULL"
        " UNION SELECT contract_id FROM ticket_share WHERE indicator LIKE 'out_of_scope.%')"
    )
    op.execute(f"DELETE FROM ticket_state t WHERE {fed}")
    op.execute(f"DELETE FROM ticket_mark t WHERE {fed}")
    op.execute(
        "INSERT INTO ticket_mark (contract_id, source_id, ticket_id)"
        f" SELECT contract_id, source_id, ticket_id FROM ticket_state WHERE contract_id IN {again}"
    )
    # Shares and their sums together, shares last: they say which contracts are meant.
    for table in ("rollup_day", "rollup_month", "ticket_share"):
        op.execute(f"DELETE FROM {table} WHERE contract_id IN {again}")
    for table in tables:
        op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
