"""Who may sign for each party of a contract, told to both of them; nothing else of the other party's people is."""

from alembic import op

from services.common import migrations as shared

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

# `parties_of` has no rows for who is no party. What is said for the contract takes the place of what holds elsewhere,
# from its beginning to its end.
SIGNATORIES_OF = f"""
    CREATE FUNCTION signatories_of(contract uuid)
    RETURNS TABLE (side text, person_id uuid, name text, scope text, valid_from timestamptz, valid_to timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT party.side, CASE WHEN p.organisation_id = {shared.ORGANISATION} THEN p.id END,
            p.name, f.scope, f.valid_from, f.valid_to
        FROM parties_of(contract) party
        JOIN person p ON p.organisation_id = party.organisation_id
        LEFT JOIN contract_function f ON f.person_id = p.id AND f.contract_id = contract AND f.ended_at IS NULL
            AND (f.valid_to IS NULL OR f.valid_to > now())
        WHERE (party.valid_to IS NULL OR party.valid_to > now())
            AND p.deactivated_at IS NULL AND p.joined_at IS NOT NULL
            AND CASE WHEN f.id IS NULL THEN NOT p.only_contracts AND 'signatory' = ANY (p.functions)
                ELSE 'signatory' = ANY (f.functions) END
        ORDER BY party.side, p.name, p.id
    $$
"""


def upgrade() -> None:
    op.execute("CREATE POLICY person_owner ON person FOR SELECT TO contracts_owner USING (true)")
    op.execute(SIGNATORIES_OF)
    op.execute("REVOKE ALL ON FUNCTION signatories_of(uuid) FROM PUBLIC")
    op.execute("GRANT EXECUTE ON FUNCTION signatories_of(uuid) TO contracts_app")


def downgrade() -> None:
    op.execute("DROP FUNCTION signatories_of(uuid)")
    op.execute("DROP POLICY person_owner ON person")
