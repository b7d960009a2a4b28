"""The statements of a group commit: every fate of a batch of deliveries, in one transaction.

Spoken to asyncpg directly: bulk arrays through the toolkit cost a fifth of this path (docs/decisions).
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from asyncpg import Connection

from services.kpi.recording import WRITING
from services.kpi.tickets.rules.events import SCHEMA_VERSION

# One row per delivery, with the keys and digests of its events joined: 32 bytes each. Sorted: two writers that claim
# the same keys must take them in the same order. Of twins in one batch the first to arrive takes the key. The lock is
# held from before `recorded_at` is taken until the commit (see services/kpi/recording.py).
_CLAIM: Final = """
    WITH wanted AS (
        SELECT DISTINCT ON (source_id, key) contract_id, source_id, substr(keys, n * 32 + 1, 32) AS key, received_at,
            window_seconds, substr(digests, n * 32 + 1, 32) AS sha256, receipt_id
        FROM unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::int[], $5::uuid[], $6::bytea[], $7::bytea[])
            WITH ORDINALITY
            AS d (contract_id, source_id, received_at, window_seconds, receipt_id, keys, digests, place),
            generate_series(0, length(keys) / 32 - 1) AS n,
            (SELECT pg_advisory_xact_lock_shared({writing})) AS writing
        ORDER BY source_id, key, place, n
    ), taken AS (
        INSERT INTO dedup (contract_id, source_id, key, accepted_at, window_seconds, sha256, receipt_id)
        SELECT contract_id, source_id, key, received_at, window_seconds, sha256, receipt_id FROM wanted
        ON CONFLICT (contract_id, source_id, key) {on_conflict}
        RETURNING contract_id, source_id, key
    )
    SELECT contract_id, source_id, key FROM wanted EXCEPT SELECT contract_id, source_id, key FROM taken
"""
CLAIM: Final = _CLAIM.format(writing=WRITING, on_conflict="DO NOTHING")
# A key that may come again after its window (body hashes) is taken over by the later delivery.
CLAIM_WITH_WINDOW: Final = _CLAIM.format(
    writing=WRITING,
    on_conflict="DO UPDATE SET accepted_at = excluded.accepted_at, sha256 = excluded.sha256,"
    " receipt_id = excluded.receipt_id"
    " WHERE excluded.accepted_at - dedup.accepted_at > make_interval(secs => excluded.window_seconds)",
)

HOLDERS: Final = """
    SELECT d.source_id, d.key, d.sha256, d.receipt_id
    FROM unnest($1::uuid[], $2::text[], $3::bytea[]) AS wanted (contract_id, source_id, key)
    JOIN dedup d USING (contract_id, source_id, key)
"""

# A whole batch of deliveries, recorded at one instant; `told` is a JSON array of what their events tell, in order.
KEEP: Final = f"""
    WITH kept AS (
        SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::timestamptz[], $5::text[], $6::text[], $7::bool[],
            $8::text[], $9::text[], $10::text[], $11::uuid[], $12::bytea[], $13::int[], $14::int[], $15::bool[],
            $16::smallint[], $17::text[], $18::bytea[], $19::text[])
            AS t (contract_id, id, source_id, received_at, origin, verdict, conflict, reason, event_type, ticket_id,
                first_receipt_id, sha256, size, events, skewed, secret_slot, headers, body, told)
    ), deliveries AS (
        INSERT INTO delivery (recorded_at, salt, contract_id, id, source_id, received_at, origin, verdict, conflict,
            reason, event_type, ticket_id, first_receipt_id, sha256, size, events, skewed, secret_slot)
        SELECT statement_timestamp(), uuid_send(gen_random_uuid()), contract_id, id, source_id, received_at, origin,
            verdict, conflict, reason, event_type, ticket_id, first_receipt_id, sha256, size, events, skewed,
            secret_slot
        FROM kept
    ), bodies AS (
        INSERT INTO delivery_body (recorded_at, contract_id, delivery_id, headers, body)
        SELECT statement_timestamp(), contract_id, id, headers::jsonb, body FROM kept WHERE body IS NOT NULL
    ), told AS (
        SELECT k.contract_id, k.source_id, e.ticket_id, k.id, e.place - 1 AS position,
            TIMESTAMPTZ 'epoch' + e.effective_us * INTERVAL '1 microsecond' AS effective_at, k.received_at,
            e.batch_position, e.event
        FROM kept k, ROWS FROM (
            jsonb_to_recordset(k.told::jsonb)
                AS (ticket_id text, effective_us bigint, batch_position int, event jsonb)
        ) WITH ORDINALITY AS e (ticket_id, effective_us, batch_position, event, place)
    ), events AS (
        INSERT INTO ticket_event (recorded_at, schema_version, contract_id, source_id, ticket_id, delivery_id, position,
            effective_at, received_at, batch_position, event)
        SELECT statement_timestamp(), {SCHEMA_VERSION}, * FROM told
    ), marks AS (
        INSERT INTO ticket_mark (contract_id, source_id, ticket_id)
        SELECT contract_id, source_id, ticket_id FROM told
        UNION SELECT f.contract_id, t.source_id, t.ticket_id FROM told t
            JOIN source_feed f ON f.source_id = t.source_id AND f.state = 'active'
    )
    SELECT statement_timestamp()
"""

# Answers of the items that hold their keys; a key that comes again after its window tells nothing new.
KEEP_ANSWERS: Final = """
    INSERT INTO ticket_answer (contract_id, source_id, answer_key, ticket_id, delivery_id, recorded_at, received_at,
        kind, score, scale_max, answered_at)
    SELECT c, s, k, t, d, $11, r, n, v, m, TIMESTAMPTZ 'epoch' + a * INTERVAL '1 microsecond'
    FROM unnest($1::uuid[], $2::text[], $3::bytea[], $4::text[], $5::uuid[], $6::timestamptz[], $7::text[], $8::int[],
        $9::int[], $10::bigint[]) AS told (c, s, k, t, d, r, n, v, m, a)
    ON CONFLICT (contract_id, source_id, answer_key) DO NOTHING
"""

QUARANTINE: Final = """
    INSERT INTO quarantine (contract_id, source_id, sha256, receipt_id, received_at, recorded_at, reason, headers, body)
    SELECT c, s, k, i, r, $9, w, h::jsonb, b
    FROM unnest($1::uuid[], $2::text[], $3::bytea[], $4::uuid[], $5::timestamptz[], $6::text[], $7::text[], $8::bytea[])
        AS t (c, s, k, i, r, w, h, b)
    ON CONFLICT (contract_id, source_id, sha256) DO NOTHING
"""

HOLD: Final = """
    INSERT INTO held_delivery (contract_id, source_id, receipt_id, received_at, sha256, size, headers, body)
    SELECT c, s, i, r, k, z, h::jsonb, b
    FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::timestamptz[], $5::bytea[], $6::int[], $7::text[], $8::bytea[])
        AS t (c, s, i, r, k, z, h, b)
"""

Key = tuple[str, bytes]


async def claim(
    connection: Connection, rows: Sequence[tuple[Any, ...]], *, with_window: bool
) -> list[tuple[UUID, str, bytes]]:
    """Take the keys that are free, for ever or until their window is over; the keys that others hold."""
    found = await connection.fetch(CLAIM_WITH_WINDOW if with_window else CLAIM, *columns(rows))
    return [tuple(row) for row in found]


async def holders(connection: Connection, keys: Sequence[tuple[UUID, str, bytes]]) -> dict[Key, tuple[bytes, UUID]]:
    """Digest and receipt of the delivery that holds each key."""
    found = await connection.fetch(HOLDERS, *columns(keys))
    return {(row[0], row[1]): (row[2], row[3]) for row in found}


async def keep(connection: Connection, rows: Sequence[tuple[Any, ...]]) -> datetime:
    """Keep a batch of deliveries; the instant at which it is recorded."""
    recorded_at: datetime = await connection.fetchval(KEEP, *columns(rows))
    return recorded_at


async def insert(connection: Connection, statement: str, rows: Sequence[tuple[Any, ...]], *more: object) -> None:
    """Run one of the bulk statements above, if there is anything to keep."""
    if rows:
        await connection.execute(statement, *columns(rows), *more)


def columns(rows: Iterable[tuple[Any, ...]]) -> list[list[Any]]:
    """Rows turned into the column arrays that `unnest` takes."""
    return [list(column) for column in zip(*rows, strict=True)]
