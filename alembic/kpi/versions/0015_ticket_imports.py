"""Ticket exports: what each row tells, how it compares, and what an import brought."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from services.common import migrations as shared

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

TIME = sa.TIMESTAMP(timezone=True)
NOW = sa.func.clock_timestamp()
STATES = (
    "comparing", "compared", "proposed", "approved", "running", "done", "undo_proposed", "undoing", "undone", "refused",
    "expired", "failed",
)  # fmt: skip
WORKED_ON = "state IN ('comparing', 'approved', 'running', 'undoing')"


def upgrade() -> None:
    op.create_table(
        "ticket_import",
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("source_id", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False, server_default="comparing"),
        sa.Column("file_name", sa.Text, nullable=False),
        sa.Column("sha256", sa.LargeBinary, nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("reading", JSONB, nullable=False),
        sa.Column("requested_at", TIME, nullable=False, server_default=NOW),
        sa.Column("requested_by", sa.Text, nullable=False),
        sa.Column("requested_by_side", sa.Text, nullable=False),
        sa.Column("rows", sa.Integer, nullable=False),
        sa.Column("faulty", sa.Integer, nullable=False),
        sa.Column("faults", JSONB, nullable=False),
        sa.Column("first_created_at", TIME),
        sa.Column("last_created_at", TIME),
        sa.Column("done", sa.Integer, nullable=False, server_default="0"),
        sa.Column("counts", JSONB),
        sa.Column("compared_at", TIME),
        sa.Column("complete_orphans", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.Column("asked_at", TIME),
        sa.Column("asked_by", sa.Text),
        sa.Column("asked_by_side", sa.Text),
        sa.Column("answered_at", TIME),
        sa.Column("answered_by", sa.Text),
        sa.Column("loaded", sa.Integer, nullable=False, server_default="0"),
        sa.Column("loaded_at", TIME),
        sa.Column("undo_asked_at", TIME),
        sa.Column("undo_asked_by", sa.Text),
        sa.Column("undo_asked_by_side", sa.Text),
        sa.Column("undo_answered_at", TIME),
        sa.Column("undo_answered_by", sa.Text),
        sa.Column("undone_at", TIME),
        sa.CheckConstraint(f"state IN ({', '.join(map(repr, STATES))})", "ck_ticket_import_state"),
    )
    op.create_index("ix_ticket_import_source_id", "ticket_import", ["contract_id", "source_id", "id"])
    op.create_index(
        "ix_ticket_import_worked_on", "ticket_import", ["requested_at"], postgresql_where=sa.text(WORKED_ON)
    )
    shared.protect("kpi", "ticket_import", read=shared.PARTY)

    # Of what the tool sent and the export lacks there is a row too, without a line.
    op.create_table(
        "ticket_import_row",
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("import_id", sa.Uuid, primary_key=True),
        sa.Column("ticket_id", sa.Text, primary_key=True),
        sa.Column("line", sa.Integer),
        sa.Column("created_at", TIME, nullable=False),
        sa.Column("fate", sa.Text),
        sa.Column("differences", JSONB),
        sa.Column("unloadable", sa.Text),
        sa.Column("loaded_by", sa.Uuid),
        sa.Column("told", JSONB),
        sa.Column("requester", sa.Text),
        sa.CheckConstraint(
            "fate IN ('equal', 'different', 'missing_here', 'orphan_here', 'missing_there')",
            "ck_ticket_import_row_fate",
        ),
    )
    op.create_index(
        "ix_ticket_import_row_waiting", "ticket_import_row", ["contract_id", "import_id", "ticket_id"],
        postgresql_where=sa.text("fate IS NULL"),
    )  # fmt: skip
    op.create_index(
        "ix_ticket_import_row_requester", "ticket_import_row", ["contract_id", "requester"],
        postgresql_where=sa.text("requester IS NOT NULL"),
    )  # fmt: skip
    shared.protect("kpi", "ticket_import_row", read=shared.PARTY)
    op.execute("REVOKE SELECT ON ticket_import_row FROM kpi_app")
    op.execute(
        "GRANT SELECT (contract_id, import_id, ticket_id, line, created_at, fate, differences, unloadable, loaded_by)"
        " ON ticket_import_row TO kpi_app"
    )

    op.create_table(
        "import_delivery",
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("delivery_id", sa.Uuid, primary_key=True),
        sa.Column("source_id", sa.Text, nullable=False),
        sa.Column("import_id", sa.Uuid, nullable=False),
        sa.Column("taken_back_at", TIME),
    )
    op.create_index("ix_import_delivery_import_id", "import_delivery", ["contract_id", "import_id"])
    op.create_index(
        "ix_import_delivery_taken_back", "import_delivery", ["contract_id", "source_id"],
        postgresql_where=sa.text("taken_back_at IS NOT NULL"),
    )  # fmt: skip
    # As the events that it brought: read by the parties of a contract that the source feeds too.
    fed = (
        "EXISTS (SELECT 1 FROM source_feed f WHERE f.source_id = import_delivery.source_id"
        f" AND f.recorded_at IS NOT NULL AND f.{shared.PARTY})"
    )
    shared.protect("kpi", "import_delivery", read=f"{shared.PARTY} OR {fed}")


def downgrade() -> None:
    # What imports brought is told by events that the version before cannot read.
    read = ("ticket_event", "ticket_mark", "delivery", "source_feed", "import_delivery")
    for table in read:
        op.execute(f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY")
    op.execute(
        "INSERT INTO ticket_mark (contract_id, source_id, ticket_id) SELECT DISTINCT f.contract_id, e.source_id,"
        " e.ticket_id FROM ticket_event e JOIN import_delivery i USING (contract_id, delivery_id)"
        " JOIN source_feed f ON f.source_id = e.source_id AND f.recorded_at IS NOT NULL"
        " UNION SELECT e.contract_id, e.source_id, e.ticket_id FROM ticket_event e"
        " JOIN import_delivery i USING (contract_id, delivery_id)"
    )
    op.execute(
        "DELETE FROM ticket_event e USING import_delivery i"
        " WHERE (e.contract_id, e.delivery_id) = (i.contract_id, i.delivery_id)"
    )
    op.execute("DELETE FROM delivery WHERE origin = 'import'")
    for table in read[:-1]:
        op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
    for table in ("import_delivery", "ticket_import_row", "ticket_import"):
        op.drop_table(table)
