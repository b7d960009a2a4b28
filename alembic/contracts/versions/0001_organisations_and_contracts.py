"""Organisations, their machine clients, and contracts with their parties."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY

from services.common import migrations as shared

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TIME = sa.TIMESTAMP(timezone=True)
OWN = f"{shared.PLATFORM} OR organisation_id = {shared.ORGANISATION}"

# A party may not read the row of the other one, and nobody may write his own: these three run with the rights of
# their owner, and each gives out or writes one narrow thing.
FUNCTIONS = (
    """
    CREATE FUNCTION make_parties() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, public AS $$
    BEGIN
        INSERT INTO contract_party (contract_id, organisation_id, side, valid_from) VALUES
            (NEW.contract_id, NEW.donneur_ordre_id, 'donneur_ordre', now()),
            (NEW.contract_id, NEW.sous_traitant_id, 'sous_traitant', now());
        RETURN NULL;
    END $$
    """,
    f"""
    CREATE FUNCTION parties_of(contract uuid)
    RETURNS TABLE (organisation_id uuid, side text, valid_from timestamptz, valid_to timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT p.organisation_id, p.side, p.valid_from, p.valid_to FROM contract_party p
        WHERE p.contract_id = contract AND (
            {shared.PLATFORM} OR session_user = 'contracts_worker' OR EXISTS (
                SELECT 1 FROM contract_party own WHERE own.contract_id = contract
                AND own.organisation_id = {shared.ORGANISATION} AND own.valid_from <= now()
                AND (own.valid_to IS NULL OR own.valid_to > now())
            )
        )
    $$
    """,
    """
    CREATE FUNCTION known_organisations(ids uuid[]) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT o.id FROM organisation o WHERE o.id = ANY(ids)
    $$
    """,
)
SIGNATURES = ("make_parties()", "parties_of(uuid)", "known_organisations(uuid[])")


def upgrade() -> None:
    shared.create_contract_party("contracts")
    shared.create_outbox("contracts")
    shared.create_idempotency_key("contracts")
    shared.create_readiness_probe("contracts")
    _create_tables()
    for function in FUNCTIONS:
        op.execute(function)
    for signature in SIGNATURES:
        op.execute(f"REVOKE ALL ON FUNCTION {signature} FROM PUBLIC")
    for signature in SIGNATURES[1:]:
        op.execute(f"GRANT EXECUTE ON FUNCTION {signature} TO contracts_app, contracts_worker")
    op.execute(
        "CREATE TRIGGER contract_makes_parties AFTER INSERT ON contract FOR EACH ROW EXECUTE FUNCTION make_parties()"
    )
    _protect()


def _create_tables() -> None:
    op.create_table(
        "organisation",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("marker", sa.Text),
        sa.Column("created_at", TIME, nullable=False),
        sa.UniqueConstraint("marker", name="uq_organisation_marker"),
    )
    op.create_table(
        "client",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("organisation_id", sa.Uuid, sa.ForeignKey("organisation.id"), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("functions", ARRAY(sa.Text), nullable=False),
        sa.Column("created_at", TIME, nullable=False),
        sa.Column("revoked_at", TIME),
    )
    op.create_index("ix_client_organisation_id_id", "client", ["organisation_id", "id"])
    op.create_table(
        "contract",
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("donneur_ordre_id", sa.Uuid, sa.ForeignKey("organisation.id"), nullable=False),
        sa.Column("sous_traitant_id", sa.Uuid, sa.ForeignKey("organisation.id"), nullable=False),
        sa.Column("zone", sa.Text, nullable=False),
        sa.Column("starts_on", sa.Date, nullable=False),
        sa.Column("ends_on", sa.Date),
        sa.Column("created_at", TIME, nullable=False),
        sa.Column("activated_at", TIME),
        sa.Column("revision", sa.BigInteger, nullable=False),
        sa.Column("change", sa.BigInteger, nullable=False),
        sa.Column("state_told", sa.Text, nullable=False),
        sa.CheckConstraint("donneur_ordre_id <> sous_traitant_id", "ck_contract_two_parties"),
        sa.CheckConstraint("ends_on >= starts_on", "ck_contract_dates"),
        sa.CheckConstraint("kind IN ('specialisee', 'capacite', 'externalisation')", "ck_contract_kind"),
    )
    op.create_index("ix_contract_change", "contract", ["change"])
    op.create_table(
        "change_counter",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("value", sa.BigInteger, nullable=False),
    )
    op.execute("INSERT INTO change_counter (id, value) VALUES (1, 0)")


def _protect() -> None:
    # Nothing of a contract changes but its life, whatever the program asks for.
    shared.protect(
        "contracts",
        "contract",
        read=shared.PARTY_OR_PLATFORM,
        write=f"{shared.PLATFORM} OR donneur_ordre_id = {shared.ORGANISATION}",
    )
    op.execute("GRANT UPDATE (activated_at, revision, change, state_told) ON contract TO contracts_app")
    op.execute(
        "CREATE POLICY contract_update ON contract FOR UPDATE TO contracts_app"
        f" USING ({shared.PARTY_OR_PLATFORM}) WITH CHECK ({shared.PARTY_OR_PLATFORM})"
    )
    shared.protect(
        "contracts",
        "organisation",
        read=(
            f"{shared.PLATFORM} OR id = {shared.ORGANISATION}"
            " OR id IN (SELECT donneur_ordre_id FROM contract UNION SELECT sous_traitant_id FROM contract)"
        ),
        write=shared.PLATFORM,
    )
    shared.protect("contracts", "client", read=OWN, write=OWN)
    op.execute("GRANT UPDATE (revoked_at) ON client TO contracts_app")
    op.execute(f"CREATE POLICY client_update ON client FOR UPDATE TO contracts_app USING ({OWN}) WITH CHECK ({OWN})")
    shared.protect("contracts", "change_counter", read="true", write="true", writes=("UPDATE",))
    op.execute("CREATE POLICY organisation_owner ON organisation FOR SELECT TO contracts_owner USING (true)")
    op.execute("CREATE POLICY contract_party_owner ON contract_party FOR SELECT TO contracts_owner USING (true)")
    op.execute("CREATE POLICY contract_party_make ON contract_party FOR INSERT TO contracts_owner WITH CHECK (true)")


def downgrade() -> None:
    # It reads contract, which in its turn refers to organisation.
    op.execute("DROP POLICY organisation_read ON organisation")
    for table in ("contract", "client", "organisation", "change_counter"):
        op.drop_table(table)
    for signature in SIGNATURES:
        op.execute(f"DROP FUNCTION {signature}")
    for table in ("readiness_probe", "idempotency_key", "outbox", "contract_party"):
        op.drop_table(table)
