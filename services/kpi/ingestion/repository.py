"""The statements of a group commit: every fate of a batch of deliveries, in one transaction.

Spoken to asyncpg directly: bulk arrays through the toolkit cost a fifth of this path (docs/decisions).
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from asyncpg import Connection

_CLAIM: Final = """
    INSERT INTO dedup (contract_id, source_id, key, accepted_at, window_seconds, sha256, receipt_id)
    SELECT * FROM unnest($1::uuid[], $2::text[], $3::bytea[], $4::timestamptz[], $5::int[], $6::bytea[], $7::uuid[])
    ON CONFLICT (contract_id, source_id, key) """
CLAIM: Final = _CLAIM + "DO NOTHING RETURNING source_id, key"
# A key that may come again after its window (body hashes) is taken over by the later delivery.
CLAIM_WITH_WINDOW: Final = (
    _CLAIM
    + """DO UPDATE SET accepted_at = excluded.accepted_at, sha256 = excluded.sha256, receipt_id = excluded.receipt_id
    WHERE excluded.accepted_at - dedup.accepted_at > make_interval(secs => excluded.window_seconds)
    RETURNING source_id, key"""
)

HOLDERS: Final = """
    SELECT d.source_id, d.key, d.sha256, d.receipt_id
    FROM unnest($1::uuid[], $2::text[], $3::bytea[]) AS wanted (contract_id, source_id, key)
    JOIN dedup d USING (contract_id, source_id, key)
"""

ADD_DELIVERIES: Final = """
    INSERT INTO delivery (recorded_at, contract_id, id, source_id, received_at, origin, verdict, conflict, reason,
        event_type, ticket_id, first_receipt_id, sha256, salt, size, events, skewed, secret_slot)
    SELECT now(), * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::timestamptz[], $5::text[], $6::text[],
        $7::bool[], $8::text[], $9::text[], $10::text[], $11::uuid[], $12::bytea[], $13::bytea[], $14::int[],
        $15::int[], $16::bool[], $17::smallint[])
"""

ADD_BODIES: Final = """
    INSERT INTO delivery_body (recorded_at, contract_id, delivery_id, headers, body)
    SELECT now(), c, d, h::jsonb, b FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::bytea[]) AS t (c, d, h, b)
"""

ADD_EVENTS: Final = """
    WITH added AS (
        INSERT INTO ticket_event (recorded_at, schema_version, contract_id, source_id, ticket_id, delivery_id, position,
            effective_at, received_at, batch_position, event)
        SELECT now(), 1, c, s, t, d, p, e, r, b, j::jsonb
        FROM unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::int[], $6::timestamptz[], $7::timestamptz[],
            $8::int[], $9::text[]) AS t (c, s, t, d, p, e, r, b, j)
    )
    INSERT INTO ticket_mark (contract_id, source_id, ticket_id)
    SELECT DISTINCT c, s, t FROM unnest($1::uuid[], $2::text[], $3::text[]) AS t (c, s, t)
"""

ADD_TO_OUTBOX: Final = """
    INSERT INTO outbox (id, destination, method, path, body)
    SELECT i, d, m, p, b::jsonb FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[])
        AS t (i, d, m, p, b)
"""

QUARANTINE: Final = """
    INSERT INTO quarantine (contract_id, source_id, sha256, receipt_id, received_at, reason, headers, body)
    SELECT c, s, k, i, r, w, h::jsonb, b
    FROM unnest($1::uuid[], $2::text[], $3::bytea[], $4::uuid[], $5::timestamptz[], $6::text[], $7::text[], $8::bytea[])
        AS t (c, s, k, i, r, w, h, b)
    ON CONFLICT (contract_id, source_id, sha256) DO NOTHING
"""

Key = tuple[str, bytes]


async def claim(connection: Connection, rows: Sequence[tuple[Any, ...]], *, with_window: bool) -> set[Key]:
    """Take the keys that are free; the (source, key) pairs that are now ours. Rows must have distinct keys, sorted."""
    found = await connection.fetch(CLAIM_WITH_WINDOW if with_window else CLAIM, *columns(rows))
    return {(row[0], row[1]) for row in found}


async def holders(connection: Connection, keys: Sequence[tuple[UUID, str, bytes]]) -> dict[Key, tuple[bytes, UUID]]:
    """Digest and receipt of the delivery that holds each key."""
    found = await connection.fetch(HOLDERS, *columns(keys))
    return {(row[0], row[1]): (row[2], row[3]) for row in found}


async def insert(connection: Connection, statement: str, rows: Sequence[tuple[Any, ...]]) -> None:
    """Run one of the bulk statements above, if there is anything to keep."""
    if rows:
        await connection.execute(statement, *columns(rows))


def columns(rows: Iterable[tuple[Any, ...]]) -> list[list[Any]]:
    """Rows turned into the column arrays that `unnest` takes."""
    return [list(column) for column in zip(*rows, strict=True)]


def event_rows(
    contract_id: UUID,
    source_id: str,
    ticket_id: str,
    delivery_id: UUID,
    received_at: datetime,
    timed: Iterable[tuple[int, datetime, int, str]],
) -> list[tuple[Any, ...]]:
    """Rows of ADD_EVENTS from (position, effective time, batch position, event as JSON)."""
    return [
        (contract_id, source_id, ticket_id, delivery_id, position, effective, received_at, batch_position, event)
        for position, effective, batch_position, event in timed
    ]
