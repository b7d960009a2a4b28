"""Objectives and commitments as kpi was told them, notes beside the figures, and counts of deliveries per source."""

import sqlalchemy as sa
from alembic import op

from services.common import migrations as shared

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

TIME = sa.TIMESTAMP(timezone=True)
NOW = sa.func.clock_timestamp()
TOLD = ("objective_version", "commitment_version")


def upgrade() -> None:
    op.create_table(
        "objective_version",
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("statement", sa.Text, nullable=False),
        sa.Column("recorded_at", TIME, nullable=False),
    )
    op.create_table(
        "commitment_version",
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("indicator", sa.Text, nullable=False),
        sa.Column("variant", sa.Text),
        sa.Column("class", sa.Text, nullable=False),
        sa.Column("objective_id", sa.Uuid),
        sa.Column("target", sa.Numeric, nullable=False),
        sa.Column("tolerance", sa.Numeric, nullable=False),
        sa.Column("unit", sa.Text, nullable=False),
        sa.Column("direction", sa.Text, nullable=False),
        sa.Column("weight", sa.Numeric),
        sa.Column("clause", sa.Text, nullable=False),
        sa.Column("valid_from", TIME, nullable=False),
        sa.Column("recorded_at", TIME, nullable=False),
        sa.Column("ends", sa.Boolean, nullable=False),
    )
    for table in TOLD:
        shared.protect("kpi", table, read=shared.PARTY)
        # A figure names the version that judged it: what was told is added to, never rewritten.
        op.execute(f"REVOKE UPDATE, DELETE ON {table} FROM kpi_worker")

    op.create_table(
        "annotation",
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("indicator", sa.Text, nullable=False),
        sa.Column("starts_on", sa.Date, nullable=False),
        sa.Column("ends_on", sa.Date),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("author_subject", sa.Text, nullable=False),
        sa.Column("author_name", sa.Text),
        sa.Column("organisation_id", sa.Uuid, nullable=False),
        sa.Column("side", sa.Text, nullable=False),
        sa.Column("created_at", TIME, nullable=False, server_default=NOW),
        sa.Column("withdrawn_at", TIME),
        sa.CheckConstraint("kind IN ('cause', 'event', 'data', 'remark')", "ck_annotation_kind"),
        sa.CheckConstraint("ends_on >= starts_on", "ck_annotation_days"),
    )
    own = f"organisation_id = {shared.ORGANISATION} AND {shared.PARTY}"
    shared.protect("kpi", "annotation", read=shared.PARTY, write=own)
    op.execute("GRANT UPDATE (withdrawn_at) ON annotation TO kpi_app")
    op.execute(f"CREATE POLICY annotation_update ON annotation FOR UPDATE TO kpi_app USING ({own}) WITH CHECK ({own})")
    _create_tally()
    _ask_for_every_contract_again()


def _create_tally() -> None:
    # Millions of deliveries are not counted at each look: up to an instant they are counted once, by the worker.
    counts = (
        "accepted", "duplicate", "malformed", "rejected_signature", "rejected_stale", "conflicts", "replayed",
    )  # fmt: skip
    op.create_table(
        "delivery_tally",
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("source_id", sa.Text, primary_key=True),
        *(sa.Column(name, sa.BigInteger, nullable=False) for name in counts),
        sa.Column("last_received_at", TIME),
    )
    shared.protect("kpi", "delivery_tally", read=shared.PARTY)
    op.create_table(
        "delivery_tally_end",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("counted_until", TIME, nullable=False),
    )
    op.execute("INSERT INTO delivery_tally_end VALUES (1, '1970-01-01 00:00+00')")
    shared.protect("kpi", "delivery_tally_end", read="true")
    op.create_index(
        "ix_ticket_share_source",
        "ticket_share",
        ["contract_id", "source_id"],
        postgresql_include=["numerator"],
        postgresql_where=sa.text("indicator = 'data_completeness'"),
    )


def _ask_for_every_contract_again() -> None:
    """What was told before this migration held no commitments here: the next comparison brings every contract whole."""
    op.execute("ALTER TABLE contract NO FORCE ROW LEVEL SECURITY")
    op.execute("UPDATE contract SET revision = 0")
    op.execute("ALTER TABLE contract FORCE ROW LEVEL SECURITY")


def downgrade() -> None:
    op.drop_index("ix_ticket_share_source", "ticket_share")
    for table in ("delivery_tally_end", "delivery_tally", "annotation", *reversed(TOLD)):
        op.drop_table(table)
