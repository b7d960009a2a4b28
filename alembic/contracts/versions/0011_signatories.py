"""Who may sign for each party of a contract, told to both of them; nothing else of the other party's people is."""

from alembic import op

from services.common import migrations as shared

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

# `parties_of` has no rows for who is no party. What is said for the contract takes the place of what holds elsewhere,
# from its beginning to its end; until one that is to come begins, what holds elsewhere goes on.
SIGNATORIES_OF = f"""
    CREATE FUNCTION signatories_of(contract uuid)
    RETURNS TABLE (side text, person_id uuid, name text, scope text, valid_from timestamptz, valid_to timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        WITH present AS (
            SELECT party.side, p.id, CASE WHEN p.organisation_id = {shared.ORGANISATION} THEN p.id END AS told,
                p.name, NOT p.only_contracts AND 'signatory' = ANY (p.functions) AS everywhere
            FROM parties_of(contract) party JOIN person p ON p.organisation_id = party.organisation_id
            WHERE (party.valid_to IS NULL OR party.valid_to > now())
                AND p.deactivated_at IS NULL AND p.joined_at IS NOT NULL
        ), said AS (
            SELECT f.* FROM contract_function f
            WHERE f.contract_id = contract AND f.ended_at IS NULL AND (f.valid_to IS NULL OR f.valid_to > now())
        )
        SELECT one.side, one.told, one.name, f.scope, f.valid_from, f.valid_to
        FROM present one JOIN said f ON f.person_id = one.id WHERE 'signatory' = ANY (f.functions)
        UNION ALL
        SELECT one.side, one.told, one.name, NULL, NULL, f.valid_from
        FROM present one LEFT JOIN said f ON f.person_id = one.id
        WHERE one.everywhere AND (f.id IS NULL OR f.valid_from > now())
        ORDER BY 1, 3, 2, 5 NULLS FIRST
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
