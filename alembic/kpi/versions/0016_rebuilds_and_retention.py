"""Rebuilds that compare in the shade and swap at once, and an end for raw contents."""

import sqlalchemy as sa
from alembic import op

from services.common import migrations as shared

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

TIME = sa.TIMESTAMP(timezone=True)
NOW = sa.func.clock_timestamp()
PHASES = ("waiting", "reading", "folding", "comparing", "swapping", "done")
ADDED = (
    "mode", "phase", "requested_by_side", "started_at", "tickets_total", "tickets_done", "waiting_tickets",
    "differing_tickets", "moved_days", "attempts",
)  # fmt: skip

# The role of the worker may not drop tables; only whole months of contents, never the present or the coming ones.
DROP_BODIES = """
CREATE FUNCTION drop_delivery_bodies(month date) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
    part text := 'delivery_body' || to_char(month, '"_"YYYY"_"MM');
BEGIN
    IF month <> date_trunc('month', month)::date OR month >= date_trunc('month', now() AT TIME ZONE 'UTC')::date THEN
        RAISE EXCEPTION 'only whole months that are over are dropped';
    END IF;
    IF to_regclass(part) IS NULL THEN
        RETURN false;
    END IF;
    EXECUTE format('DROP TABLE %I', part);
    RETURN true;
END $$
"""


def upgrade() -> None:
    for column in (
        sa.Column("mode", sa.Text, nullable=False, server_default="rebuild"),
        sa.Column("phase", sa.Text, nullable=False, server_default="waiting"),
        sa.Column("requested_by_side", sa.Text),
        sa.Column("started_at", TIME),
        sa.Column("tickets_total", sa.Integer, nullable=False, server_default="0"),
        sa.Column("tickets_done", sa.Integer, nullable=False, server_default="0"),
        sa.Column("waiting_tickets", sa.Integer, nullable=False, server_default="0"),
        sa.Column("differing_tickets", sa.Integer),
        sa.Column("moved_days", sa.Integer),
        sa.Column("attempts", sa.SmallInteger, nullable=False, server_default="0"),
    ):
        op.add_column("rebuild", column)
    op.create_check_constraint("ck_rebuild_mode", "rebuild", "mode IN ('rebuild', 'verify')")
    op.create_check_constraint("ck_rebuild_phase", "rebuild", f"phase IN ({', '.join(map(repr, PHASES))})")
    op.execute("ALTER TABLE rebuild NO FORCE ROW LEVEL SECURITY")
    op.execute("UPDATE rebuild SET phase = 'done' WHERE state IN ('done', 'failed')")
    op.execute("ALTER TABLE rebuild FORCE ROW LEVEL SECURITY")

    # What a rebuild has found so far: names, no content, gone when it is over.
    op.create_table(
        "rebuild_delivery",
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("rebuild_id", sa.Uuid, primary_key=True),
        sa.Column("home_contract_id", sa.Uuid, nullable=False),
        sa.Column("recorded_at", TIME, primary_key=True),
        sa.Column("delivery_id", sa.Uuid, primary_key=True),
    )
    op.create_table(
        "rebuild_ticket",
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("rebuild_id", sa.Uuid, primary_key=True),
        sa.Column("source_id", sa.Text, primary_key=True),
        sa.Column("ticket_id", sa.Text, primary_key=True),
    )
    for table in ("rebuild_delivery", "rebuild_ticket"):
        shared.protect("kpi", table, read=None)

    op.create_table(
        "content_dropped",
        sa.Column("month", sa.Date, primary_key=True),
        sa.Column("deliveries", sa.BigInteger, nullable=False),
        sa.Column("bytes", sa.BigInteger, nullable=False),
        sa.Column("sha256", sa.LargeBinary, nullable=False),
        sa.Column("dropped_at", TIME, nullable=False, server_default=NOW),
    )
    shared.protect("kpi", "content_dropped", read=None)
    op.execute(DROP_BODIES)
    op.execute("REVOKE ALL ON FUNCTION drop_delivery_bodies FROM PUBLIC")
    op.execute("GRANT EXECUTE ON FUNCTION drop_delivery_bodies TO kpi_worker")


def downgrade() -> None:
    op.execute("DROP FUNCTION drop_delivery_bodies")
    for table in ("content_dropped", "rebuild_ticket", "rebuild_delivery"):
        op.drop_table(table)
    op.drop_constraint("ck_rebuild_phase", "rebuild", type_="check")
    op.drop_constraint("ck_rebuild_mode", "rebuild", type_="check")
    # A verification must not become a rebuild of the version before.
    op.execute("ALTER TABLE rebuild NO FORCE ROW LEVEL SECURITY")
    op.execute("DELETE FROM rebuild WHERE mode = 'verify' AND state IN ('waiting', 'running')")
    op.execute("ALTER TABLE rebuild FORCE ROW LEVEL SECURITY")
    for column in reversed(ADDED):
        op.drop_column("rebuild", column)
