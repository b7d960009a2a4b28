"""Drafts that are corrected or abandoned, with their history; versions that were withdrawn or refused."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from services.common import migrations as shared

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

TIME = sa.TIMESTAMP(timezone=True)
VERSIONS = ("terms_version", "objective", "commitment_version")
CORRECTED = "title, kind, donneur_ordre_id, sous_traitant_id, zone, starts_on, ends_on, abandoned_at"

# Only a draft changes, and only its parties' places follow it: who leaves keeps the row that says until when.
KEEP_CONTRACT = f"""
    CREATE FUNCTION keep_contract() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
    DECLARE
        life text[] := '{{revision,change,state_told}}'::text[];
    BEGIN
        IF OLD.abandoned_at IS NULL AND OLD.activated_at IS NULL THEN
            IF (NEW.donneur_ordre_id <> OLD.donneur_ordre_id OR NEW.sous_traitant_id <> OLD.sous_traitant_id
                OR NEW.abandoned_at IS NOT NULL) AND session_user = 'contracts_app'
                AND NOT coalesce({shared.PLATFORM} OR OLD.donneur_ordre_id = {shared.ORGANISATION}, false) THEN
                RAISE EXCEPTION 'only who drafts a contract names its parties' USING ERRCODE = 'restrict_violation';
            END IF;
        ELSIF to_jsonb(NEW) - life <> to_jsonb(OLD) - life THEN
            RAISE EXCEPTION 'a contract changes only while it is a draft' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
    END $$
"""
MOVE_PARTIES = """
    CREATE FUNCTION move_parties() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, public AS $$
    BEGIN
        UPDATE contract_party SET valid_to = clock_timestamp()
        WHERE contract_id = NEW.contract_id AND valid_to IS NULL AND (
            NEW.abandoned_at IS NOT NULL OR (organisation_id, side) NOT IN (
                (NEW.donneur_ordre_id, 'donneur_ordre'), (NEW.sous_traitant_id, 'sous_traitant')
            )
        );
        IF NEW.abandoned_at IS NULL THEN
            INSERT INTO contract_party (contract_id, organisation_id, side, valid_from) VALUES
                (NEW.contract_id, NEW.donneur_ordre_id, 'donneur_ordre', now()),
                (NEW.contract_id, NEW.sous_traitant_id, 'sous_traitant', now())
            ON CONFLICT (contract_id, organisation_id, side) DO UPDATE SET valid_from = now(), valid_to = NULL
            WHERE contract_party.valid_to IS NOT NULL;
        END IF;
        UPDATE contract_function f SET ended_at = clock_timestamp(), ended_by = 'contract'
        WHERE f.contract_id = NEW.contract_id AND f.ended_at IS NULL AND f.organisation_id NOT IN (
            SELECT p.organisation_id FROM contract_party p WHERE p.contract_id = NEW.contract_id AND p.valid_to IS NULL
        );
        RETURN NULL;
    END $$
"""

# What was proposed may also be withdrawn or refused; what was written in a draft may be taken out of it.
ALLOWED_BEFORE = "OLD.state = 'proposed' AND NEW.state = 'in_force'"
ALLOWED = """(
                OLD.state = 'proposed' AND NEW.state IN ('in_force', 'withdrawn', 'refused')
                OR OLD.state = 'in_force' AND NEW.state = 'withdrawn' AND EXISTS (
                    SELECT 1 FROM contract c WHERE c.contract_id = OLD.contract_id AND c.activated_at IS NULL
                )
            )"""


def _keep_terms_version(allowed: str) -> str:
    return f"""
    CREATE OR REPLACE FUNCTION keep_terms_version() RETURNS trigger LANGUAGE plpgsql
    SET search_path = pg_catalog, public AS $$
    BEGIN
        IF TG_OP = 'DELETE' OR (TG_OP = 'UPDATE' AND NOT (
            {allowed}
            AND to_jsonb(NEW) - '{{state,recorded_at}}'::text[] = to_jsonb(OLD) - '{{state,recorded_at}}'::text[]
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
    """


def _keep_version(allowed: str) -> str:
    return f"""
    CREATE OR REPLACE FUNCTION keep_version() RETURNS trigger LANGUAGE plpgsql
    SET search_path = pg_catalog, public AS $$
    DECLARE
        following timestamptz;
    BEGIN
        IF TG_OP = 'DELETE' OR (TG_OP = 'UPDATE' AND NOT (
            {allowed}
            AND to_jsonb(NEW) - '{{state,recorded_at}}'::text[] = to_jsonb(OLD) - '{{state,recorded_at}}'::text[]
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
    op.add_column("contract", sa.Column("abandoned_at", TIME))
    op.create_check_constraint("ck_contract_abandoned", "contract", "num_nonnulls(activated_at, abandoned_at) <= 1")
    op.execute(f"GRANT UPDATE ({CORRECTED}) ON contract TO contracts_app")
    for function in (KEEP_CONTRACT, MOVE_PARTIES):
        op.execute(function)
    op.execute("REVOKE ALL ON FUNCTION move_parties() FROM PUBLIC")
    op.execute("CREATE TRIGGER contract_stands BEFORE UPDATE ON contract FOR EACH ROW EXECUTE FUNCTION keep_contract()")
    op.execute(
        "CREATE TRIGGER contract_moves_parties AFTER UPDATE OF donneur_ordre_id, sous_traitant_id, abandoned_at"
        " ON contract FOR EACH ROW EXECUTE FUNCTION move_parties()"
    )
    op.execute(
        "CREATE POLICY contract_party_move ON contract_party FOR UPDATE TO contracts_owner"
        " USING (true) WITH CHECK (true)"
    )
    op.execute("CREATE POLICY contract_function_owner ON contract_function FOR SELECT TO contracts_owner USING (true)")
    op.execute(
        "CREATE POLICY contract_function_end ON contract_function FOR UPDATE TO contracts_owner"
        " USING (true) WITH CHECK (true)"
    )
    _corrections()
    for function in (_keep_terms_version(ALLOWED), _keep_version(ALLOWED)):
        op.execute(function)
    for table in VERSIONS:
        _states(table, "'proposed', 'in_force', 'withdrawn', 'refused'")
        _updated_by(table, shared.PARTY_OR_PLATFORM)


def _corrections() -> None:
    op.create_table(
        "contract_correction",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("contract_id", sa.Uuid, sa.ForeignKey("contract.contract_id"), nullable=False),
        sa.Column("before", JSONB, nullable=False),
        sa.Column("after", JSONB, nullable=False),
        sa.Column("written_by", sa.Text, nullable=False),
        sa.Column("written_side", sa.Text),
        sa.Column("written_name", sa.Text),
        sa.Column("written_at", TIME, nullable=False, server_default=sa.func.clock_timestamp()),
    )
    op.create_index("ix_contract_correction_contract_id_id", "contract_correction", ["contract_id", "id"])
    for name, moment, each in (
        ("stands", "BEFORE UPDATE OR DELETE", "ROW"),
        ("stays", "BEFORE TRUNCATE", "STATEMENT"),
    ):
        op.execute(
            f"CREATE TRIGGER contract_correction_{name} {moment} ON contract_correction"
            f" FOR EACH {each} EXECUTE FUNCTION refuse_change()"
        )
    shared.protect("contracts", "contract_correction", read=shared.PARTY_OR_PLATFORM, write=shared.PARTY_OR_PLATFORM)


def _states(table: str, states: str) -> None:
    op.drop_constraint(f"ck_{table}_state", table)
    op.create_check_constraint(f"ck_{table}_state", table, f"state IN ({states})")


def _updated_by(table: str, who: str) -> None:
    op.execute(f"DROP POLICY {table}_update ON {table}")
    op.execute(f"CREATE POLICY {table}_update ON {table} FOR UPDATE TO contracts_app USING ({who}) WITH CHECK ({who})")


def downgrade() -> None:
    # What was withdrawn or refused has no place in the tables of before.
    for table in ("acceptance", *VERSIONS):
        op.execute(f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY")
        op.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
    for table, column in zip(VERSIONS, ("version_id", "objective_id", "commitment_id"), strict=True):
        closed = f"SELECT id FROM {table} WHERE state NOT IN ('proposed', 'in_force')"
        op.execute(f"DELETE FROM acceptance WHERE {column} IN ({closed})")
    op.execute(
        "UPDATE commitment_version SET objective_id = NULL WHERE objective_id IN"
        " (SELECT id FROM objective WHERE state NOT IN ('proposed', 'in_force'))"
    )
    op.execute(
        "UPDATE objective SET replaces = NULL WHERE replaces IN"
        " (SELECT id FROM objective WHERE state NOT IN ('proposed', 'in_force'))"
    )
    for table in VERSIONS:
        op.execute(f"DELETE FROM {table} WHERE state NOT IN ('proposed', 'in_force')")
        _states(table, "'proposed', 'in_force'")
        _updated_by(table, shared.PARTY)
    for function in (_keep_terms_version(ALLOWED_BEFORE), _keep_version(ALLOWED_BEFORE)):
        op.execute(function)
    for table in ("acceptance", *VERSIONS):
        op.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
        op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
    op.drop_table("contract_correction")
    for policy in ("end", "owner"):
        op.execute(f"DROP POLICY contract_function_{policy} ON contract_function")
    op.execute("DROP POLICY contract_party_move ON contract_party")
    op.execute("DROP TRIGGER contract_moves_parties ON contract")
    op.execute("DROP TRIGGER contract_stands ON contract")
    op.execute("DROP FUNCTION move_parties()")
    op.execute("DROP FUNCTION keep_contract()")
    op.execute(f"REVOKE UPDATE ({CORRECTED}) ON contract FROM contracts_app")
    op.drop_column("contract", "abandoned_at")
