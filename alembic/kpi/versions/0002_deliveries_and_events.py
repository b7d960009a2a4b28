"""Every delivery with its fate, what deduplicates it, and the neutral events that facts are made of."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from services.common import migrations as shared

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

TIME = sa.TIMESTAMP(timezone=True)
NOW = sa.func.clock_timestamp()

CREATE_PARTITION = """
CREATE FUNCTION create_delivery_partitions(first date, months integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
    parent text;
    part text;
    begins date;
    ends date;
BEGIN
    FOR step IN 0..least(months, 24) LOOP
        begins := date_trunc('month', first)::date + make_interval(months => step);
        ends := begins + interval '1 month';
        FOREACH parent IN ARRAY ARRAY['delivery', 'delivery_body'] LOOP
            part := parent || to_char(begins, '"_"YYYY"_"MM');
            IF to_regclass(part) IS NULL THEN
                EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)',
                    part, parent, begins || ' 00:00+00', ends || ' 00:00+00');
                EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', part);
                EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', part);
            END IF;
        END LOOP;
    END LOOP;
END $$
"""


def upgrade() -> None:
    # Monthly partitions: retention drops a month at once. Personal data stays in the body, apart, deletable.
    op.create_table(
        "delivery",
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("recorded_at", TIME, primary_key=True),
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("source_id", sa.Text, nullable=False),
        sa.Column("received_at", TIME, nullable=False),
        sa.Column("origin", sa.Text, nullable=False),
        sa.Column("verdict", sa.Text, nullable=False),
        sa.Column("conflict", sa.Boolean, nullable=False),
        sa.Column("reason", sa.Text),
        sa.Column("event_type", sa.Text),
        sa.Column("ticket_id", sa.Text),
        sa.Column("first_receipt_id", sa.Uuid),
        sa.Column("sha256", sa.LargeBinary, nullable=False),
        sa.Column("salt", sa.LargeBinary, nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("events", sa.Integer, nullable=False),
        sa.Column("skewed", sa.Boolean, nullable=False),
        sa.Column("secret_slot", sa.SmallInteger),
        postgresql_partition_by="RANGE (recorded_at)",
    )
    op.create_index("ix_delivery_source_id", "delivery", ["contract_id", "source_id", "recorded_at", "id"])
    op.create_table(
        "delivery_body",
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("recorded_at", TIME, primary_key=True),
        sa.Column("delivery_id", sa.Uuid, primary_key=True),
        sa.Column("headers", JSONB, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        postgresql_partition_by="RANGE (recorded_at)",
    )
    # Compressing a kilobyte costs more processor than it saves disk on this path.
    op.execute("ALTER TABLE delivery_body ALTER COLUMN body SET STORAGE EXTERNAL")
    # The platform administrator sees the health of sources, which is counted from here.
    shared.protect("kpi", "delivery", read=shared.PARTY_OR_PLATFORM)
    shared.protect("kpi", "delivery_body", read=None)
    op.execute(CREATE_PARTITION)
    op.execute("REVOKE ALL ON FUNCTION create_delivery_partitions FROM PUBLIC")
    op.execute("GRANT EXECUTE ON FUNCTION create_delivery_partitions TO kpi_worker")
    op.execute("SELECT create_delivery_partitions((now() AT TIME ZONE 'UTC')::date, 3)")

    op.create_table(
        "quarantine",
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("source_id", sa.Text, primary_key=True),
        sa.Column("sha256", sa.LargeBinary, primary_key=True),
        sa.Column("receipt_id", sa.Uuid, nullable=False),
        sa.Column("received_at", TIME, nullable=False),
        sa.Column("recorded_at", TIME, nullable=False, server_default=sa.func.now()),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("headers", JSONB, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.Column("released_at", TIME),
    )
    shared.protect("kpi", "quarantine", read=shared.PARTY)
    op.execute("REVOKE SELECT ON quarantine FROM kpi_app")
    op.execute(
        "GRANT SELECT (contract_id, source_id, sha256, receipt_id, received_at, recorded_at, reason, released_at)"
        " ON quarantine TO kpi_app"
    )

    # Not partitioned: a unique index on a partitioned table is unique per partition only.
    op.create_table(
        "dedup",
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("source_id", sa.Text, primary_key=True),
        sa.Column("key", sa.LargeBinary, primary_key=True),
        sa.Column("accepted_at", TIME, nullable=False),
        sa.Column("window_seconds", sa.Integer),
        sa.Column("sha256", sa.LargeBinary, nullable=False),
        sa.Column("receipt_id", sa.Uuid, nullable=False),
    )
    shared.protect("kpi", "dedup", read=None)

    op.create_table(
        "ticket_event",
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("source_id", sa.Text, primary_key=True),
        sa.Column("ticket_id", sa.Text, primary_key=True),
        sa.Column("delivery_id", sa.Uuid, primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("effective_at", TIME, nullable=False),
        sa.Column("received_at", TIME, nullable=False),
        sa.Column("recorded_at", TIME, nullable=False),
        sa.Column("batch_position", sa.Integer, nullable=False),
        sa.Column("schema_version", sa.SmallInteger, nullable=False),
        sa.Column("event", JSONB, nullable=False),
    )
    shared.protect("kpi", "ticket_event", read=shared.PARTY)


def downgrade() -> None:
    for table in ("ticket_event", "dedup", "quarantine", "delivery_body", "delivery"):
        op.drop_table(table)
    op.execute("DROP FUNCTION create_delivery_partitions")
