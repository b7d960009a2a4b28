"""Deciding and keeping the fate of a batch of deliveries in one transaction."""

import os
from collections.abc import Sequence
from typing import Any
from uuid import UUID

import msgspec
from asyncpg import Connection

from services.common.instants import from_microseconds, to_microseconds, to_text
from services.common.outbox import outbox_row
from services.kpi.ingestion import repository
from services.kpi.ingestion.arrival import Arrival, Item, Outcome
from services.kpi.ingestion.connectors.base import SurveyAnswer
from services.kpi.ingestion.repository import Key
from services.kpi.tickets.rules.events import effective_instant, encode_event

Holder = tuple[bytes, UUID]

SALT_BYTES = 16


async def store(connection: Connection, arrivals: Sequence[Arrival]) -> list[Outcome]:
    """Keep every delivery of the batch, in order, and say what became of each.

    Shape: one outcome per arrival. The transaction is durable when this returns; on any error nothing of it is kept.
    """
    async with connection.transaction():
        held = await _claim(connection, arrivals)
        rows = _Rows()
        outcomes = [_decide(arrival, held, rows) for arrival in arrivals]
        await repository.insert(connection, repository.ADD_DELIVERIES, rows.deliveries)
        await repository.insert(connection, repository.ADD_BODIES, rows.bodies)
        await repository.insert(connection, repository.ADD_EVENTS, rows.events)
        await repository.insert(connection, repository.ADD_TO_OUTBOX, rows.messages)
        await repository.insert(connection, repository.QUARANTINE, rows.quarantined)
    return outcomes


def keys_of(arrival: Arrival) -> list[Key]:
    """What deduplicates each event of a delivery."""
    return [(arrival.source.id, item.parsed.key) for item in arrival.items if item.parsed is not None]


class _Rows:
    """Rows gathered for the bulk statements."""

    __slots__ = ("bodies", "deliveries", "events", "messages", "quarantined")

    def __init__(self) -> None:
        self.deliveries: list[tuple[Any, ...]] = []
        self.bodies: list[tuple[Any, ...]] = []
        self.events: list[tuple[Any, ...]] = []
        self.messages: list[tuple[Any, ...]] = []
        self.quarantined: list[tuple[Any, ...]] = []


async def _claim(connection: Connection, arrivals: Sequence[Arrival]) -> dict[Key, Holder | None]:
    """Who holds each key of the batch: None when the batch itself has just taken it."""
    wanted: dict[Key, tuple[Any, ...]] = {}
    for arrival in arrivals:
        source = arrival.source
        for item in arrival.items:
            if item.parsed is not None:
                wanted.setdefault(
                    (source.id, item.parsed.key),
                    (
                        source.contract_id, source.id, item.parsed.key, arrival.received_at, source.window_seconds,
                        item.digest, arrival.receipt_id,
                    ),
                )  # fmt: skip
    if not wanted:
        return {}
    # Sorted: two writers that claim the same keys must take them in the same order.
    rows = [wanted[key] for key in sorted(wanted)]
    taken = await repository.claim(connection, rows, with_window=any(row[4] is not None for row in rows))
    if len(taken) == len(rows):
        return dict.fromkeys(wanted)
    others = [row[:3] for row in rows if (row[1], row[2]) not in taken]
    held: dict[Key, Holder | None] = dict.fromkeys(taken)
    held.update(await repository.holders(connection, others))
    return held


def _decide(arrival: Arrival, held: dict[Key, Holder | None], rows: _Rows) -> Outcome:
    if arrival.refusal is not None:
        outcome = Outcome(arrival.refusal, arrival.receipt_id, arrival.digest, reason=arrival.reason)
        if arrival.refusal == "malformed":
            _quarantine(arrival, arrival.digest, arrival.receipt_id, arrival.reason or "", arrival.body, rows)
        _keep(arrival, outcome, [], skewed=False, rows=rows)
        return outcome
    position, skewed = 0, False
    fates: list[Outcome] = []
    for item in arrival.items:
        fate = _decide_item(arrival, item, held, rows)
        fates.append(fate)
        if fate.verdict == "accepted" and item.parsed is not None:
            added, item_skewed = _add_events(arrival, item, position, rows)
            position, skewed = position + added, skewed or item_skewed
            if item.parsed.answer is not None:
                rows.messages.append(_answer_message(arrival, item, item.parsed.answer))
    outcome = _whole(arrival, fates)
    _keep(arrival, outcome, fates, skewed=skewed, rows=rows, events=position)
    return outcome


def _decide_item(arrival: Arrival, item: Item, held: dict[Key, Holder | None], rows: _Rows) -> Outcome:
    if item.parsed is None:
        reason = item.fault or ""
        _quarantine(arrival, item.digest, arrival.receipt_id, reason, item.body, rows)
        return Outcome("malformed", arrival.receipt_id, item.digest, reason=reason)
    key = (arrival.source.id, item.parsed.key)
    holder = held[key]
    if holder is None:
        # From here on the key is held by this delivery, for the rest of the batch too.
        held[key] = (item.digest, arrival.receipt_id)
        return Outcome("accepted", arrival.receipt_id, item.digest)
    digest, receipt_id = holder
    conflict = digest != item.digest
    # A repetition to the letter has the receipt of the first; a conflict is kept and has its own.
    shown = arrival.receipt_id if conflict else receipt_id
    return Outcome("duplicate", shown, item.digest, conflict=conflict, first_receipt_id=receipt_id)


def _whole(arrival: Arrival, fates: list[Outcome]) -> Outcome:
    """The fate of the delivery: of its one event, or for a batch the best fate among its events."""
    if not arrival.is_batch:
        return fates[0]
    verdicts = {fate.verdict for fate in fates}
    verdict = next((best for best in ("accepted", "duplicate") if best in verdicts), "malformed")
    if not fates:
        verdict = "accepted"
    return Outcome(
        verdict,  # type: ignore[arg-type]
        arrival.receipt_id,
        arrival.digest,
        conflict=any(fate.conflict for fate in fates),
        items=fates,
    )


def _keep(
    arrival: Arrival, outcome: Outcome, fates: list[Outcome], *, skewed: bool, rows: _Rows, events: int = 0
) -> None:
    first = arrival.items[0].parsed if len(arrival.items) == 1 else None
    rows.deliveries.append(
        (
            arrival.source.contract_id, arrival.receipt_id, arrival.source.id, arrival.received_at, arrival.origin,
            outcome.verdict, outcome.conflict, outcome.reason, first.event_type if first else None,
            first.ticket_id if first else None, outcome.first_receipt_id, arrival.digest, os.urandom(SALT_BYTES),
            len(arrival.body), events, skewed, arrival.secret_slot,
        )
    )  # fmt: skip
    # Rejected: no body. Malformed as a whole: the quarantine has it. Repeated to the letter: the first one has it.
    if outcome.verdict == "accepted" or outcome.conflict or any(fate.verdict == "accepted" for fate in fates):
        headers = msgspec.json.encode(arrival.headers).decode()
        rows.bodies.append((arrival.source.contract_id, arrival.receipt_id, headers, arrival.body))


def _add_events(arrival: Arrival, item: Item, position: int, rows: _Rows) -> tuple[int, bool]:
    """Add an item's neutral events from that position on; how many, and whether a source clock was ahead."""
    parsed = item.parsed
    assert parsed is not None
    if not parsed.events or parsed.ticket_id is None:
        return 0, False
    received_us = to_microseconds(arrival.received_at)
    any_skewed = False
    timed = []
    for offset, (source_us, batch_position, event) in enumerate(parsed.events):
        effective_us, skewed = effective_instant(source_us, received_us)
        any_skewed = any_skewed or skewed
        timed.append((position + offset, from_microseconds(effective_us), batch_position, encode_event(event).decode()))
    source = arrival.source
    rows.events += repository.event_rows(
        source.contract_id, source.id, parsed.ticket_id, arrival.receipt_id, arrival.received_at, timed
    )
    return len(timed), any_skewed


def _answer_message(arrival: Arrival, item: Item, answer: SurveyAnswer) -> tuple[Any, ...]:
    """What feedback is told of a survey answer that came with a ticket."""
    assert item.parsed is not None
    return outbox_row(
        "feedback",
        "POST",
        "/internal/answers",
        {
            "contract_id": arrival.source.contract_id,
            "source_id": arrival.source.id,
            "answers": [
                {
                    "answer_key": item.parsed.key.hex(),
                    "ticket_id": item.parsed.ticket_id,
                    "kind": answer.kind,
                    "score": answer.score,
                    "scale_max": answer.scale_max,
                    "comment": answer.comment,
                    "answered_at": to_text(from_microseconds(answer.answered_us)),
                    "received_at": to_text(arrival.received_at),
                }
            ],
        },
    )


def _quarantine(arrival: Arrival, digest: bytes, receipt_id: UUID, reason: str, body: bytes, rows: _Rows) -> None:
    source = arrival.source
    headers = msgspec.json.encode(arrival.headers).decode()
    rows.quarantined.append(
        (source.contract_id, source.id, digest, receipt_id, arrival.received_at, reason, headers, body)
    )
