"""Parameters as immutable versions, and what each side accepted."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from services.common import migrations as shared

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

TIME = sa.TIMESTAMP(timezone=True)

# `recorded_at` is never what the program says: it is the clock of the database, later than every other of the contract.
FUNCTIONS = (
    """
    CREATE FUNCTION keep_terms_version() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
    BEGIN
        IF TG_OP = 'DELETE' OR (TG_OP = 'UPDATE' AND NOT (
            OLD.state = 'proposed' AND NEW.state = 'in_force'
            AND to_jsonb(NEW) - '{state,recorded_at}'::text[] = to_jsonb(OLD) - '{state,recorded_at}'::text[]
        )) THEN
            RAISE EXCEPTION 'versions of parameters never change' USING ERRCODE = 'restrict_violation';
        END IF;
        NEW.recorded_at := NULL;
        IF NEW.state = 'in_force' THEN
            NEW.recorded_at := greatest(clock_timestamp(), (
                SELECT max(recorded_at) + interval '1 microsecond' FROM terms_version
                WHERE contract_id = NEW.contract_id
            ));
        END IF;
        RETURN NEW;
    END $$
    """,
    """
    CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
    BEGIN
        RAISE EXCEPTION '% never changes', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END $$
    """,
)
TRIGGERS = (
    "CREATE TRIGGER terms_version_stands BEFORE INSERT OR UPDATE OR DELETE ON terms_version"
    " FOR EACH ROW EXECUTE FUNCTION keep_terms_version()",
    "CREATE TRIGGER terms_version_stays BEFORE TRUNCATE ON terms_version"
    " FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()",
    "CREATE TRIGGER acceptance_stands BEFORE UPDATE OR DELETE ON acceptance"
    " FOR EACH ROW EXECUTE FUNCTION refuse_change()",
    "CREATE TRIGGER acceptance_stays BEFORE TRUNCATE ON acceptance FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()",
)
OWN_SIDE = (
    f"organisation_id = {shared.ORGANISATION} AND (contract_id, side) IN (SELECT p.contract_id, p.side"
    f" FROM contract_party p WHERE p.organisation_id = {shared.ORGANISATION} AND p.valid_from <= now()"
    " AND (p.valid_to IS NULL OR p.valid_to > now()))"
)


def upgrade() -> None:
    op.create_table(
        "terms_version",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("contract_id", sa.Uuid, sa.ForeignKey("contract.contract_id"), nullable=False),
        sa.Column("valid_from", TIME, nullable=False),
        sa.Column("recorded_at", TIME),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("body", JSONB, nullable=False),
        sa.Column("written_by", sa.Text, nullable=False),
        sa.CheckConstraint("state IN ('proposed', 'in_force')", "ck_terms_version_state"),
        sa.CheckConstraint("(state = 'in_force') = (recorded_at IS NOT NULL)", "ck_terms_version_recorded"),
    )
    op.create_index("ix_terms_version_contract_id_id", "terms_version", ["contract_id", "id"])
    op.create_table(
        "acceptance",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("contract_id", sa.Uuid, sa.ForeignKey("contract.contract_id"), nullable=False),
        sa.Column("organisation_id", sa.Uuid, sa.ForeignKey("organisation.id"), nullable=False),
        sa.Column("side", sa.Text, nullable=False),
        sa.Column("version_id", sa.Uuid, sa.ForeignKey("terms_version.id")),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("accepted_by", sa.Text, nullable=False),
        sa.Column("accepted_at", TIME, nullable=False, server_default=sa.func.clock_timestamp()),
        sa.CheckConstraint("side IN ('donneur_ordre', 'sous_traitant')", "ck_acceptance_side"),
    )
    op.create_index("ix_acceptance_contract_id_id", "acceptance", ["contract_id", "id"])
    for statement in (*FUNCTIONS, *TRIGGERS):
        op.execute(statement)

    shared.protect("contracts", "terms_version", read=shared.PARTY_OR_PLATFORM, write=shared.PARTY_OR_PLATFORM)
    op.execute("GRANT UPDATE (state) ON terms_version TO contracts_app")
    op.execute(
        "CREATE POLICY terms_version_update ON terms_version FOR UPDATE TO contracts_app"
        f" USING ({shared.PARTY}) WITH CHECK ({shared.PARTY})"
    )
    shared.protect("contracts", "acceptance", read=shared.PARTY_OR_PLATFORM, write=OWN_SIDE)


def downgrade() -> None:
    op.drop_table("acceptance")
    op.drop_table("terms_version")
    op.execute("DROP FUNCTION keep_terms_version()")
    op.execute("DROP FUNCTION refuse_change()")
