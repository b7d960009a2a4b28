"""Objectives, commitments as immutable versions, and acceptances of both."""

import sqlalchemy as sa
from alembic import op

from services.common import migrations as shared

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

TIME = sa.TIMESTAMP(timezone=True)
TABLES = ("objective", "commitment_version")

# As for parameters: `recorded_at` is the clock of the database, later than every other of the contract in this table.
KEEP = """
    CREATE FUNCTION keep_version() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
    DECLARE
        following timestamptz;
    BEGIN
        IF TG_OP = 'DELETE' OR (TG_OP = 'UPDATE' AND NOT (
            OLD.state = 'proposed' AND NEW.state = 'in_force'
            AND to_jsonb(NEW) - '{state,recorded_at}'::text[] = to_jsonb(OLD) - '{state,recorded_at}'::text[]
        )) THEN
            RAISE EXCEPTION 'a row of % never changes', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
        END IF;
        NEW.recorded_at := NULL;
        IF NEW.state = 'in_force' THEN
            EXECUTE format('SELECT max(recorded_at) FROM %I WHERE contract_id = $1', TG_TABLE_NAME)
                INTO following USING NEW.contract_id;
            NEW.recorded_at := greatest(clock_timestamp(), following + interval '1 microsecond');
        END IF;
        RETURN NEW;
    END $$
"""


def upgrade() -> None:
    _create_tables()
    op.add_column("acceptance", sa.Column("objective_id", sa.Uuid, sa.ForeignKey("objective.id")))
    op.add_column("acceptance", sa.Column("commitment_id", sa.Uuid, sa.ForeignKey("commitment_version.id")))
    op.create_check_constraint(
        "ck_acceptance_one_text", "acceptance", "num_nonnulls(version_id, objective_id, commitment_id) <= 1"
    )
    op.execute(KEEP)
    for table in TABLES:
        op.execute(
            f"CREATE TRIGGER {table}_stands BEFORE INSERT OR UPDATE OR DELETE ON {table}"
            " FOR EACH ROW EXECUTE FUNCTION keep_version()"
        )
        op.execute(
            f"CREATE TRIGGER {table}_stays BEFORE TRUNCATE ON {table}"
            " FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )
        shared.protect("contracts", table, read=shared.PARTY_OR_PLATFORM, write=shared.PARTY_OR_PLATFORM)
        op.execute(f"GRANT UPDATE (state) ON {table} TO contracts_app")
        op.execute(
            f"CREATE POLICY {table}_update ON {table} FOR UPDATE TO contracts_app"
            f" USING ({shared.PARTY}) WITH CHECK ({shared.PARTY})"
        )


def _create_tables() -> None:
    op.create_table(
        "objective",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("contract_id", sa.Uuid, sa.ForeignKey("contract.contract_id"), nullable=False),
        sa.Column("statement", sa.Text, nullable=False),
        sa.Column("metric", sa.Text, nullable=False),
        sa.Column("baseline_value", sa.Numeric, nullable=False),
        sa.Column("target_value", sa.Numeric, nullable=False),
        sa.Column("change", sa.Text, nullable=False),
        sa.Column("starts_on", sa.Date, nullable=False),
        sa.Column("due_on", sa.Date, nullable=False),
        sa.Column("owner_donneur_ordre", sa.Text, nullable=False),
        sa.Column("owner_sous_traitant", sa.Text, nullable=False),
        sa.Column("motive", sa.Text, nullable=False),
        sa.Column("strategic_priority", sa.Text),
        *_life(),
        sa.CheckConstraint("state IN ('proposed', 'in_force')", "ck_objective_state"),
        sa.CheckConstraint("(state = 'in_force') = (recorded_at IS NOT NULL)", "ck_objective_recorded"),
        sa.CheckConstraint("change IN ('relative', 'points')", "ck_objective_change"),
        sa.CheckConstraint("due_on >= starts_on", "ck_objective_dates"),
        sa.UniqueConstraint("contract_id", "id", name="uq_objective_contract_id_id"),
    )
    op.create_table(
        "commitment_version",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("contract_id", sa.Uuid, sa.ForeignKey("contract.contract_id"), nullable=False),
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
        sa.Column("ends", sa.Boolean, nullable=False),
        sa.Column("override_reason", sa.Text),
        *_life(),
        # A composite key, so that a commitment serves an objective of its own contract.
        sa.ForeignKeyConstraint(["contract_id", "objective_id"], ["objective.contract_id", "objective.id"]),
        sa.CheckConstraint("state IN ('proposed', 'in_force')", "ck_commitment_version_state"),
        sa.CheckConstraint("(state = 'in_force') = (recorded_at IS NOT NULL)", "ck_commitment_version_recorded"),
        sa.CheckConstraint("class IN ('contractual', 'observed')", "ck_commitment_version_class"),
        sa.CheckConstraint("direction IN ('higher', 'lower')", "ck_commitment_version_direction"),
        sa.CheckConstraint("tolerance >= 0 AND weight >= 0", "ck_commitment_version_amounts"),
    )
    op.create_index("ix_commitment_version_contract_id_id", "commitment_version", ["contract_id", "id"])


def _life() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("recorded_at", TIME),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("written_by", sa.Text, nullable=False),
    )


def downgrade() -> None:
    op.drop_constraint("ck_acceptance_one_text", "acceptance")
    op.drop_column("acceptance", "commitment_id")
    op.drop_column("acceptance", "objective_id")
    for table in reversed(TABLES):
        op.drop_table(table)
    op.execute("DROP FUNCTION keep_version()")
