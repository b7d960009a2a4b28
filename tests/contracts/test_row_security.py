"""The second wall: what the role of requests can see and do, whatever the program asks for."""

import asyncpg
import pytest

from tests.factories.contracts import commitment_body, objective_body
from tests.support.contracts import ContractsHouse, Pair
from tests.support.databases import looking

OF_THE_CONTRACT = ("terms_version", "objective", "commitment_version")
TABLES = (
    "organisation",
    "client",
    "person",
    "contract",
    "contract_party",
    *OF_THE_CONTRACT,
    "acceptance",
    "idempotency_key",
)

OBJECTIVE_COLUMNS = (
    "id, contract_id, recorded_at, statement, metric, baseline_value, target_value, change, starts_on, due_on,"
    " owner_donneur_ordre, owner_sous_traitant, motive, digest, written_by, state"
)
OBJECTIVE_VALUES = (
    "timestamptz '2001-01-01', 'x', 'csat', 0.7, 0.8, 'points', date '2026-01-01', date '2026-12-31',"
    " 'a', 'b', 'quality', 'x', 'me'"
)
COMMITMENT_COLUMNS = (
    "id, contract_id, recorded_at, indicator, class, target, tolerance, unit, direction, clause, valid_from, ends,"
    " digest, written_by, state"
)
COMMITMENT_VALUES = (
    "timestamptz '2001-01-01', 'csat', 'contractual', 0.8, 0, 'ratio', 'higher', 'x', now(), false, 'x', 'me'"
)


async def _counts(house: ContractsHouse, organisation: str | None, pair: Pair) -> dict[str, int]:
    url = house.urls.app
    both = [pair.donneur_ordre_id, pair.sous_traitant_id]
    column = {"organisation": "id", "contract": "donneur_ordre_id"} | dict.fromkeys(OF_THE_CONTRACT, "contract_id")
    found = {}
    async with looking(url, organisation) as connection:
        for table in TABLES:
            wanted = [pair.contract_id] if table in OF_THE_CONTRACT else both
            found[table] = await connection.fetchval(
                f"SELECT count(*) FROM {table} WHERE {column.get(table, 'organisation_id')} = ANY($1::uuid[])", wanted
            )
    return found


async def test_rows_of_others_are_not_there(house: ContractsHouse, active: Pair) -> None:
    assert active.donneur_ordre.post(f"{active.path}/objectives", objective_body()).status_code == 202
    assert active.donneur_ordre.put(f"{active.path}/commitments", commitment_body()).status_code == 202
    for organisation in (active.donneur_ordre_id, active.sous_traitant_id):
        body = {"name": "x", "functions": ["reader"]}
        house.platform.post(f"/v1/organisations/{organisation}/clients", body)
        house.platform.post(f"/v1/organisations/{organisation}/people", body | {"email": f"{organisation}@x.example"})
    accept = active.donneur_ordre.post(f"{active.path}/acceptances", headers={"idempotency-key": "k"})
    assert accept.status_code == 201
    assert await _counts(house, active.donneur_ordre_id, active) == {
        "organisation": 2,
        "client": 1,
        "person": 1,
        "contract": 1,
        "contract_party": 1,
        "terms_version": 1,
        "objective": 1,
        "commitment_version": 1,
        "acceptance": 4,
        "idempotency_key": 1,
    }
    for outsider in (house.organisation(), None):
        assert set((await _counts(house, outsider, active)).values()) == {0}


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO contract_party (contract_id, organisation_id, side, valid_from)"
        " VALUES ($1, $2, 'donneur_ordre', now())",
        "UPDATE contract SET created_at = now() WHERE contract_id = $1 AND $2::uuid IS NOT NULL",
        "DELETE FROM contract WHERE contract_id = $1 AND $2::uuid IS NOT NULL",
        "INSERT INTO contract (contract_id, title, kind, donneur_ordre_id, sous_traitant_id, zone, starts_on,"
        " created_at, revision, change, state_told) SELECT $1, 'x', 'capacite', '0197f3a2-6b1c-7c55-9d0e-4a1f6b2c3d99',"
        " $2, 'UTC', now(), now(), 0, 0, 'draft'",
        "INSERT INTO acceptance (id, contract_id, organisation_id, side, digest, accepted_by)"
        " VALUES (gen_random_uuid(), $1, $2, 'sous_traitant', 'x', 'me')",
        "INSERT INTO terms_version (id, contract_id, valid_from, state, digest, body, written_by)"
        " VALUES (gen_random_uuid(), '0197f3a2-6b1c-7c55-9d0e-4a1f6b2c3d99', now(), 'in_force', 'x', '{}',"
        " $1::text || $2)",
        f"INSERT INTO objective ({OBJECTIVE_COLUMNS}) SELECT gen_random_uuid(),"
        f" '0197f3a2-6b1c-7c55-9d0e-4a1f6b2c3d99', {OBJECTIVE_VALUES}, 'in_force' WHERE $1::uuid <> $2::uuid",
        f"INSERT INTO commitment_version ({COMMITMENT_COLUMNS}) SELECT gen_random_uuid(),"
        f" '0197f3a2-6b1c-7c55-9d0e-4a1f6b2c3d99', {COMMITMENT_VALUES}, 'in_force' WHERE $1::uuid <> $2::uuid",
        "UPDATE client SET functions = '{platform_admin}' WHERE $1::uuid <> $2::uuid",
        "INSERT INTO organisation (id, name, created_at) SELECT $1, 'x', now() WHERE $2::uuid IS NOT NULL",
        "SELECT body FROM outbox WHERE $1::uuid <> $2::uuid",
    ],
)
async def test_a_party_cannot_write_beyond_its_place(house: ContractsHouse, pair: Pair, statement: str) -> None:
    async with looking(house.urls.app, pair.donneur_ordre_id) as connection:
        with pytest.raises(asyncpg.PostgresError, match=r"row-level security|permission denied"):
            await connection.execute(statement, pair.contract_id, pair.donneur_ordre_id)


@pytest.mark.parametrize(
    "column",
    ["sous_traitant_id = donneur_ordre_id, donneur_ordre_id = sous_traitant_id", "abandoned_at = now()"],
)
async def test_only_who_drafts_names_the_parties(house: ContractsHouse, pair: Pair, column: str) -> None:
    async with looking(house.urls.app, pair.sous_traitant_id) as connection:
        with pytest.raises(asyncpg.RestrictViolationError):
            await connection.execute(f"UPDATE contract SET {column} WHERE contract_id = $1", pair.contract_id)


@pytest.mark.parametrize("role", ["app", "worker"])
@pytest.mark.parametrize("column", ["title = 'mine'", "starts_on = now()", "abandoned_at = now()", "zone = 'UTC'"])
async def test_an_accepted_contract_stands_still(house: ContractsHouse, active: Pair, role: str, column: str) -> None:
    async with looking(getattr(house.urls, role), active.donneur_ordre_id) as connection:
        with pytest.raises((asyncpg.RestrictViolationError, asyncpg.CheckViolationError)):
            await connection.execute(f"UPDATE contract SET {column} WHERE contract_id = $1", active.contract_id)


async def test_the_other_party_is_told_only_to_a_party(house: ContractsHouse, pair: Pair) -> None:
    outsider = house.organisation()
    for organisation, seen in ((pair.donneur_ordre_id, 2), (pair.sous_traitant_id, 2), (outsider, 0), (None, 0)):
        async with looking(house.urls.app, organisation) as connection:
            assert await connection.fetchval("SELECT count(*) FROM parties_of($1)", pair.contract_id) == seen


@pytest.mark.parametrize("role", ["app", "worker", "owner"])
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE terms_version SET body = '{}' WHERE contract_id = $1",
        "UPDATE terms_version SET recorded_at = now() WHERE contract_id = $1",
        "UPDATE terms_version SET valid_from = now() WHERE contract_id = $1",
        "UPDATE terms_version SET state = 'proposed' WHERE contract_id = $1",
        "UPDATE terms_version SET state = 'withdrawn' WHERE contract_id = $1",
        "DELETE FROM terms_version WHERE contract_id = $1",
        "UPDATE objective SET target_value = 1 WHERE contract_id = $1",
        "UPDATE objective SET state = 'proposed' WHERE contract_id = $1",
        "UPDATE commitment_version SET state = 'refused' WHERE contract_id = $1",
        "DELETE FROM objective WHERE contract_id = $1",
        "UPDATE commitment_version SET target = 1 WHERE contract_id = $1",
        "UPDATE commitment_version SET recorded_at = now() WHERE contract_id = $1",
        "UPDATE commitment_version SET ends = true WHERE contract_id = $1",
        "DELETE FROM commitment_version WHERE contract_id = $1",
        "UPDATE acceptance SET digest = 'x' WHERE contract_id = $1",
        "DELETE FROM acceptance WHERE contract_id = $1",
    ],
)
async def test_history_stands_still(house: ContractsHouse, active: Pair, role: str, statement: str) -> None:
    assert active.donneur_ordre.post(f"{active.path}/objectives", objective_body()).is_success
    assert active.donneur_ordre.put(f"{active.path}/commitments", commitment_body()).is_success
    active.accept()
    async with looking(getattr(house.urls, role), active.donneur_ordre_id) as connection:
        if role == "owner":
            # Without a policy it sees no row, so that nothing is found to change.
            assert (await connection.execute(statement, active.contract_id)).endswith(" 0")
        else:
            with pytest.raises(asyncpg.PostgresError, match=r"never change|permission denied"):
                await connection.execute(statement, active.contract_id)


@pytest.mark.parametrize("table", [*OF_THE_CONTRACT, "acceptance"])
async def test_nobody_empties_history(house: ContractsHouse, table: str) -> None:
    async with looking(house.urls.owner) as connection:
        with pytest.raises(asyncpg.RestrictViolationError):
            await connection.execute(f"TRUNCATE {table} CASCADE")


async def test_the_database_alone_says_when_a_version_was_recorded(house: ContractsHouse, active: Pair) -> None:
    insert = (
        "INSERT INTO terms_version (id, contract_id, valid_from, recorded_at, state, digest, body, written_by)"
        " VALUES (gen_random_uuid(), $1, now(), '2001-01-01', $2, 'x', '{}', 'me') RETURNING recorded_at"
    )
    async with looking(house.urls.app, active.donneur_ordre_id) as connection:
        first = await connection.fetchval(insert, active.contract_id, "in_force")
        second = await connection.fetchval(insert, active.contract_id, "in_force")
        assert await connection.fetchval(insert, active.contract_id, "proposed") is None
        assert second > first > await connection.fetchval("SELECT now() - interval '1 minute'")
        # Only proposed to in force, with nothing else.
        update = "UPDATE terms_version SET state = 'in_force' WHERE contract_id = $1 AND state = 'proposed'"
        assert await connection.execute(update, active.contract_id) == "UPDATE 1"


@pytest.mark.parametrize(
    ("table", "columns", "values"),
    [
        ("objective", OBJECTIVE_COLUMNS, OBJECTIVE_VALUES),
        ("commitment_version", COMMITMENT_COLUMNS, COMMITMENT_VALUES),
    ],
)
async def test_the_database_alone_says_when_a_promise_was_recorded(
    house: ContractsHouse, active: Pair, table: str, columns: str, values: str
) -> None:
    insert = f"INSERT INTO {table} ({columns}) SELECT gen_random_uuid(), $1, {values}, $2 RETURNING recorded_at"
    async with looking(house.urls.app, active.donneur_ordre_id) as connection:
        first = await connection.fetchval(insert, active.contract_id, "in_force")
        second = await connection.fetchval(insert, active.contract_id, "in_force")
        assert await connection.fetchval(insert, active.contract_id, "proposed") is None
        assert second > first > await connection.fetchval("SELECT now() - interval '1 minute'")
        update = f"UPDATE {table} SET state = 'in_force' WHERE contract_id = $1 AND state = 'proposed'"
        assert await connection.execute(update, active.contract_id) == "UPDATE 1"
        newest = await connection.fetchval(
            f"SELECT max(recorded_at) FROM {table} WHERE contract_id = $1", active.contract_id
        )
        assert newest > second


async def test_a_commitment_serves_an_objective_of_its_own_contract(house: ContractsHouse, active: Pair) -> None:
    other = house.pair()
    foreign = other.donneur_ordre.post(f"{other.path}/objectives", objective_body()).json()["id"]
    insert = (
        f"INSERT INTO commitment_version ({COMMITMENT_COLUMNS}, objective_id)"
        f" SELECT gen_random_uuid(), $1, {COMMITMENT_VALUES}, 'proposed', $2"
    )
    async with looking(house.urls.worker) as connection:
        with pytest.raises(asyncpg.ForeignKeyViolationError):
            await connection.execute(insert, active.contract_id, foreign)
