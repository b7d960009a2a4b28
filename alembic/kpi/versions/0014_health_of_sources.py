"""Deliveries by the hour, the gaps in the rhythm of a source, and the longest silence that the parties allow."""

import sqlalchemy as sa
from alembic import op

from services.common import migrations as shared

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

TIME = sa.TIMESTAMP(timezone=True)
COUNTS = {
    "accepted": "verdict = 'accepted'",
    "duplicate": "verdict = 'duplicate'",
    "malformed": "verdict = 'malformed'",
    "rejected_signature": "verdict = 'rejected_signature'",
    "rejected_stale": "verdict = 'rejected_stale'",
    "unverified": "verdict = 'unverified'",
    "conflicts": "conflict",
    "skewed": "skewed",
    "replayed": "origin = 'replay'",
}
FED = (
    "EXISTS (SELECT 1 FROM source_feed f WHERE f.source_id = {0}.source_id AND f.recorded_at IS NOT NULL"
    f" AND f.{shared.PARTY} AND (f.ended_at IS NULL OR {{1}} <= f.ended_at))"
)


def upgrade() -> None:
    op.create_table(
        "delivery_hour",
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("source_id", sa.Text, primary_key=True),
        sa.Column("hour", TIME, primary_key=True),
        *(sa.Column(name, sa.BigInteger, nullable=False) for name in COUNTS),
        sa.Column("first_accepted_at", TIME),
        sa.Column("last_accepted_at", TIME),
    )
    shared.protect("kpi", "delivery_hour", read=f"{shared.PARTY} OR {FED.format('delivery_hour', 'hour')}")
    op.create_table(
        "source_gap",
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("source_id", sa.Text, nullable=False),
        sa.Column("starts_at", TIME, nullable=False),
        sa.Column("ends_at", TIME),
        sa.Column("rule", sa.Text, nullable=False),
        sa.Column("expected", sa.BigInteger, nullable=False),
        # When it was found, when it was seen to be over, and when it was found no longer: never supplied.
        sa.Column("recorded_at", TIME, nullable=False, server_default=sa.func.clock_timestamp()),
        sa.Column("closed_at", TIME),
        sa.Column("resolved_at", TIME),
        sa.Column("explanation", sa.Text),
        sa.Column("reason", sa.Text),
        sa.Column("explained_at", TIME),
        sa.Column("explained_by", sa.Text),
        sa.Column("explained_by_side", sa.Text),
        sa.CheckConstraint("rule IN ('rhythm', 'limit')", "ck_source_gap_rule"),
        sa.CheckConstraint("explanation IN ('quiet', 'made_up')", "ck_source_gap_explanation"),
        sa.CheckConstraint("(explanation IS NULL) = (explained_at IS NULL)", "ck_source_gap_explained_at"),
        sa.CheckConstraint("ends_at > starts_at", "ck_source_gap_ends_at"),
    )
    op.create_index("ix_source_gap_source_id", "source_gap", ["contract_id", "source_id", "starts_at"])
    op.create_index(
        "uq_source_gap_open",
        "source_gap",
        ["contract_id", "source_id"],
        unique=True,
        postgresql_where=sa.text("ends_at IS NULL AND resolved_at IS NULL"),
    )
    shared.protect("kpi", "source_gap", read=f"{shared.PARTY} OR {FED.format('source_gap', 'starts_at')}")
    op.add_column("source", sa.Column("silence_alert_minutes", sa.Integer))
    op.add_column("source", sa.Column("silence_alert_set_at", TIME))
    _count_what_was_counted()


def _count_what_was_counted() -> None:
    """Deliveries up to the instant that the tally has reached; the worker goes on from there with both."""
    counts = ", ".join(f"count(*) FILTER (WHERE {condition})" for condition in COUNTS.values())
    _force(("delivery", "delivery_hour", "delivery_tally_end"), "NO FORCE")
    op.execute(
        f"INSERT INTO delivery_hour (contract_id, source_id, hour, {', '.join(COUNTS)}, first_accepted_at,"
        f" last_accepted_at) SELECT contract_id, source_id, date_trunc('hour', received_at, 'UTC'), {counts},"
        " min(received_at) FILTER (WHERE verdict = 'accepted'), max(received_at) FILTER (WHERE verdict = 'accepted')"
        " FROM delivery WHERE recorded_at <= (SELECT counted_until FROM delivery_tally_end WHERE id = 1)"
        " GROUP BY contract_id, source_id, date_trunc('hour', received_at, 'UTC')"
    )
    _force(("delivery", "delivery_hour", "delivery_tally_end"), "FORCE")


def downgrade() -> None:
    op.drop_column("source", "silence_alert_set_at")
    op.drop_column("source", "silence_alert_minutes")
    op.drop_table("source_gap")
    op.drop_table("delivery_hour")


def _force(tables: tuple[str, ...], word: str) -> None:
    for table in tables:
        op.execute(f"ALTER TABLE {table} {word} ROW LEVEL SECURITY")
