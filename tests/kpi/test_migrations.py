"""What a migration of kpi does beside making tables."""

import asyncpg
import pytest

from deploy.local.urls import plain
from services.common.migrations import migrate
from tests.support.databases import blocking, own_database
from tests.support.postgres import ProvisionedServer


def test_contracts_told_before_commitments_are_asked_for_again(embedded_postgres: ProvisionedServer) -> None:
    """given a contract told before / when its commitments get a place / then any snapshot of it is newer."""
    with own_database(embedded_postgres, "kpi", "kpi_told_before", revision="0003") as urls:
        blocking(_told_before(urls.worker))
        blocking(migrate("kpi", urls.owner))
        assert blocking(_revision(urls.worker)) == 0


async def _told_before(url: str) -> None:
    connection = await asyncpg.connect(plain(url))
    try:
        await connection.execute(
            "INSERT INTO contract (contract_id, revision, title, zone, state)"
            " VALUES (gen_random_uuid(), 7, 'x', 'UTC', 'active')"
        )
    finally:
        await connection.close()


async def _revision(url: str) -> int:
    connection = await asyncpg.connect(plain(url))
    try:
        return int(await connection.fetchval("SELECT revision FROM contract"))
    finally:
        await connection.close()


def test_back_before_answers_waited_the_home_is_told(embedded_postgres: ProvisionedServer) -> None:
    """given answers that wait and one that was told / when the revision is taken back / then none is lost."""
    with own_database(embedded_postgres, "kpi", "kpi_answers_waited") as urls:
        blocking(_keep_answers(urls.worker))
        blocking(migrate("kpi", urls.owner, "0009"))
        assert blocking(_promised(urls.worker)) == [b"never".hex(), b"waits".hex()]
        blocking(migrate("kpi", urls.owner))
        blocking(_keep_answers(urls.worker))


async def _keep_answers(url: str) -> None:
    """One that was told, one that waits to be, one of which it is not known whose it is."""
    connection = await asyncpg.connect(plain(url))
    try:
        await connection.execute(
            "INSERT INTO ticket_answer (contract_id, source_id, answer_key, ticket_id, delivery_id, recorded_at,"
            " received_at, kind, score, scale_max, answered_at) SELECT gen_random_uuid(), 's', key::bytea, '1',"
            " gen_random_uuid(), now(), now(), 'csat', 1, 1, now() FROM unnest(ARRAY['told', 'waits', 'never']) AS key"
        )
        await connection.execute(
            "INSERT INTO answer_route (contract_id, source_id, answer_key, home_contract_id, told_at)"
            " SELECT gen_random_uuid(), source_id, answer_key, contract_id,"
            " CASE WHEN answer_key = 'told' THEN now() END"
            " FROM ticket_answer WHERE answer_key <> 'never'"
        )
    finally:
        await connection.close()


async def _promised(url: str) -> list[str]:
    connection = await asyncpg.connect(plain(url))
    try:
        rows = await connection.fetch("SELECT body->'answers'->0->>'answer_key' AS key FROM outbox")
        return sorted(row["key"] for row in rows)
    finally:
        await connection.close()


def test_back_before_feeds_were_ended(embedded_postgres: ProvisionedServer) -> None:
    """given feeds ended and refused / when the revision is taken back / then they end as feeds did, and are folded."""
    with own_database(embedded_postgres, "kpi", "kpi_ended_feeds") as urls:
        blocking(_run(urls.worker, _FEEDS))
        blocking(migrate("kpi", urls.owner, "0010"))
        states = "SELECT source_id || ' ' || state || ' ' || (ended_at = '2026-01-02') FROM source_feed ORDER BY 1"
        assert [row[0] for row in blocking(_run(urls.worker, states))[:1]] == ["ended ended true"]
        assert len(blocking(_run(urls.worker, "SELECT 1 FROM source_feed"))) == 2
        assert [row[0] for row in blocking(_run(urls.worker, "SELECT ticket_id FROM ticket_mark"))] == ["late"]
        blocking(migrate("kpi", urls.owner))


def test_contacts_are_made_of_tickets_folded_before(embedded_postgres: ProvisionedServer) -> None:
    """given tickets folded before / when contacts get a place / then they wait; taken back, nothing of it is left."""
    with own_database(embedded_postgres, "kpi", "kpi_contacts", revision="0011") as urls:
        state = "INSERT INTO ticket_state (contract_id, source_id, ticket_id) VALUES (gen_random_uuid(), 's', 'T-1')"
        blocking(_run(urls.worker, state))
        blocking(migrate("kpi", urls.owner))
        assert [row[0] for row in blocking(_run(urls.worker, "SELECT ticket_id FROM ticket_mark"))] == ["T-1"]
        for statement in _OBSERVED:
            blocking(_run(urls.worker, statement))
        blocking(migrate("kpi", urls.owner, "0011"))
        for table in ("ticket_share", "rollup_day", "rollup_month"):
            left = blocking(_run(urls.worker, f"SELECT indicator FROM {table}"))
            assert [row[0] for row in left] == ["frt"], table
        assert blocking(_run(urls.worker, "SELECT 1 FROM ticket_event")) == []
        blocking(migrate("kpi", urls.owner))


def test_sessions_come_and_go(embedded_postgres: ProvisionedServer) -> None:
    """given terms that say sessions, told before kpi knew them / then what they judge waits; back and forth as well."""
    with own_database(embedded_postgres, "kpi", "kpi_sessions", revision="0017") as urls:
        for statement in _SESSIONS:
            blocking(_run(urls.worker, statement))
        marked = "SELECT ticket_id FROM ticket_mark ORDER BY 1"
        blocking(migrate("kpi", urls.owner))
        assert [row[0] for row in blocking(_run(urls.worker, marked))] == ["T-1", "T-2"]
        # Two contacts of one ticket have a place, and the first of it is what it was.
        session = (
            "INSERT INTO ticket_contact (contract_id, source_id, ticket_id, created_us, customer, silence_us)"
            " SELECT contract_id, source_id, ticket_id, 9, customer, 9 FROM ticket_contact WHERE ticket_id = 'T-1'"
        )
        blocking(_run(urls.worker, session))
        blocking(_run(urls.worker, "DELETE FROM ticket_mark"))
        blocking(migrate("kpi", urls.owner, "0017"))
        kept = "SELECT ticket_id, created_us FROM ticket_contact ORDER BY 1"
        assert [tuple(row) for row in blocking(_run(urls.worker, kept))] == [("T-1", 0), ("T-9", 0)]
        assert [row[0] for row in blocking(_run(urls.worker, marked))] == ["T-1", "T-2"]
        again = "INSERT INTO ticket_contact SELECT contract_id, source_id, ticket_id, 9, customer FROM ticket_contact"
        with pytest.raises(asyncpg.UniqueViolationError):
            blocking(_run(urls.worker, again))
        blocking(_run(urls.worker, "DELETE FROM ticket_mark"))
        blocking(migrate("kpi", urls.owner))
        assert [row[0] for row in blocking(_run(urls.worker, marked))] == ["T-1", "T-2"]


_SAYS = "00000000-0000-0000-0000-000000000001"
_SAYS_NOT = "00000000-0000-0000-0000-000000000002"
_SESSIONS = (
    "INSERT INTO terms_version (contract_id, id, valid_from, recorded_at, body) VALUES"
    f" ('{_SAYS}', gen_random_uuid(), now(), now(), '{{\"repeat_contacts\": {{\"sessions\": {{}}}}}}'),"
    f" ('{_SAYS_NOT}', gen_random_uuid(), now(), now(), '{{\"repeat_contacts\": {{\"sessions\": null}}}}'),"
    f" ('{_SAYS_NOT}', gen_random_uuid(), now(), now(), '{{}}')",
    "INSERT INTO ticket_state (contract_id, source_id, ticket_id) VALUES"
    f" ('{_SAYS}', 's', 'T-1'), ('{_SAYS}', 's', 'T-2'), ('{_SAYS_NOT}', 's', 'T-9')",
    f"INSERT INTO ticket_contact VALUES ('{_SAYS}', 's', 'T-1', 0, 'c'), ('{_SAYS_NOT}', 's', 'T-9', 0, 'c')",
)

_OBSERVED = (
    "INSERT INTO ticket_share (contract_id, source_id, ticket_id, indicator, day, denominator, numerator,"
    " total_seconds, pending) SELECT gen_random_uuid(), 's', 'T-1', code, '2026-10-05', 1, 1, 0, 0"
    " FROM unnest(ARRAY['frt', 'fcr_observed', 'repeat_rate']) AS code",
    *(
        f"INSERT INTO rollup_{grain} (contract_id, indicator, {grain}, denominator, numerator, total_seconds, pending)"
        f" SELECT gen_random_uuid(), code, '2026-10-01', 1, 1, 0, 0"
        " FROM unnest(ARRAY['frt', 'fcr_observed', 'repeat_rate']) AS code"
        for grain in ("day", "month")
    ),
    "INSERT INTO ticket_contact VALUES (gen_random_uuid(), 's', 'T-1', 0, 'c')",
    "INSERT INTO ticket_event (contract_id, source_id, ticket_id, delivery_id, position, effective_at, received_at,"
    " recorded_at, batch_position, schema_version, event) VALUES (gen_random_uuid(), 's', 'T-1', gen_random_uuid(), 0,"
    " now(), now(), now(), 0, 2, jsonb_build_object('kind', 'linked'))",
)

_FEEDS = """
    WITH feeds AS (
        INSERT INTO source_feed (contract_id, source_id, home_contract_id, state, requested_by, requested_by_side,
            recorded_at, ends_at, end_recorded_at, refused_at)
        VALUES
            (gen_random_uuid(), 'ended', gen_random_uuid(), 'active', 'x', 'x', '2026-01-01', '2026-01-02', now(),
                NULL),
            (gen_random_uuid(), 'will end', gen_random_uuid(), 'active', 'x', 'x', now(), '2126-01-01', now(), NULL),
            (gen_random_uuid(), 'refused', gen_random_uuid(), 'refused', 'x', 'x', NULL, NULL, NULL, now())
    )
    INSERT INTO ticket_share (contract_id, source_id, ticket_id, indicator, day, denominator, numerator, total_seconds,
        pending) VALUES (gen_random_uuid(), 'ended', 'late', 'out_of_scope.feed_ended', '2026-01-03', 1, 0, 0, 0)
"""


async def _run(url: str, statement: str) -> list[asyncpg.Record]:
    connection = await asyncpg.connect(plain(url))
    try:
        return list(await connection.fetch(statement))
    finally:
        await connection.close()
