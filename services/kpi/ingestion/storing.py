"""Deciding and keeping the fate of a batch of deliveries in one transaction."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import msgspec
from asyncpg import Connection

from services.common.instants import to_microseconds
from services.kpi.ingestion import repository
from services.kpi.ingestion.arrival import Arrival, Item, Outcome
from services.kpi.ingestion.connectors.base import ParsedItem
from services.kpi.ingestion.repository import Key
from services.kpi.tickets.rules.events import NeutralEvent, effective_instant

Holder = tuple[bytes, UUID]


class Told(msgspec.Struct):
    """A neutral event with its place, as `KEEP` reads it."""

    ticket_id: str
    effective_us: int
    batch_position: int
    event: NeutralEvent


async def store(connection: Connection, arrivals: Sequence[Arrival]) -> list[Outcome]:
    """Keep every delivery of the batch, in order, and say what became of each.

    Shape: one outcome per arrival. The transaction is durable when this returns; on any error nothing of it is kept.
    """
    async with connection.transaction():
        held = await _claim(connection, arrivals)
        rows = _Rows()
        outcomes = [_decide(arrival, held, rows) for arrival in arrivals]
        recorded_at = await repository.keep(connection, rows.deliveries)
        await repository.insert(connection, repository.KEEP_ANSWERS, rows.answers, recorded_at)
        await repository.insert(connection, repository.QUARANTINE, rows.quarantined, recorded_at)
        await repository.insert(connection, repository.HOLD, rows.held)
    return outcomes


def keys_of(arrival: Arrival) -> list[Key]:
    """What deduplicates each event of a delivery."""
    return [(arrival.source.id, item.parsed.key) for item in arrival.items if item.parsed is not None]


class _Rows:
    """Rows gathered for the bulk statements."""

    __slots__ = ("answers", "deliveries", "held", "quarantined")

    def __init__(self) -> None:
        self.deliveries: list[tuple[Any, ...]] = []
        self.answers: list[tuple[Any, ...]] = []
        self.quarantined: list[tuple[Any, ...]] = []
        self.held: list[tuple[Any, ...]] = []


async def _claim(connection: Connection, arrivals: Sequence[Arrival]) -> dict[Key, Holder]:
    """Take the keys of the batch that are free; who holds each of the others."""
    rows = []
    for arrival in arrivals:
        read = [item.parsed for item in arrival.items if item.parsed is not None]
        if read:
            keys, digests = b"".join([item.key for item in read]), b"".join([item.digest for item in read])
            source = arrival.source
            window = source.window_seconds
            rows.append((source.contract_id, source.id, arrival.received_at, window, arrival.receipt_id, keys, digests))
    if not rows:
        return {}
    others = await repository.claim(connection, rows, with_window=any(row[3] is not None for row in rows))
    if not others:
        return {}
    found = await repository.holders(connection, others)
    return {(source_id, key): found[source_id, key] for _, source_id, key in others}


def _decide(arrival: Arrival, held: dict[Key, Holder], rows: _Rows) -> Outcome:
    if arrival.refusal is not None:
        outcome = Outcome(arrival.refusal, arrival.receipt_id, arrival.digest, reason=arrival.reason)
        if arrival.refusal == "malformed":
            _quarantine(arrival, arrival.digest, arrival.reason or "", arrival.headers, arrival.body, rows)
        if arrival.refusal == "unverified":
            _hold(arrival, rows)
        _keep(arrival, outcome, [], [], skewed=False, rows=rows)
        return outcome
    told: list[Told] = []
    skewed = False
    fates: list[Outcome] = []
    received_us = to_microseconds(arrival.received_at)
    for item in arrival.items:
        fate = _decide_item(arrival, item, held, rows)
        fates.append(fate)
        if fate.verdict == "accepted" and item.parsed is not None:
            skewed |= _tell(item.parsed, received_us, told)
            _keep_answer(arrival, item.parsed, rows)
    outcome = _whole(arrival, fates)
    _keep(arrival, outcome, fates, told, skewed=skewed, rows=rows)
    return outcome


def _decide_item(arrival: Arrival, item: Item, held: dict[Key, Holder], rows: _Rows) -> Outcome:
    if item.parsed is None:
        reason = item.fault or ""
        headers = {**arrival.headers, "content-type": item.media_type}
        _quarantine(arrival, item.digest, reason, headers, item.body, rows)
        return Outcome("malformed", arrival.receipt_id, item.digest, reason=reason)
    key = (arrival.source.id, item.parsed.key)
    holder = held.get(key)
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
    arrival: Arrival, outcome: Outcome, fates: list[Outcome], told: list[Told], *, skewed: bool, rows: _Rows
) -> None:
    first = arrival.items[0].parsed if len(arrival.items) == 1 else None
    # Rejected: no body. Malformed as a whole: the quarantine has it. Repeated to the letter: the first one has it.
    whole = outcome.verdict == "accepted" or outcome.conflict or any(fate.verdict == "accepted" for fate in fates)
    rows.deliveries.append(
        (
            arrival.source.contract_id, arrival.receipt_id, arrival.source.id, arrival.received_at, arrival.origin,
            outcome.verdict, outcome.conflict, outcome.reason, first.event_type if first else None,
            first.ticket_id if first else None, outcome.first_receipt_id, arrival.digest, len(arrival.body), len(told),
            skewed, arrival.secret_slot,
            msgspec.json.encode(arrival.headers).decode() if whole else None,
            arrival.body if whole else None,
            msgspec.json.encode(told).decode() if told else None,
        )
    )  # fmt: skip


def _tell(parsed: ParsedItem, received_us: int, told: list[Told]) -> bool:
    """Add an item's neutral events; whether a source clock was ahead."""
    any_skewed = False
    if parsed.ticket_id is not None:
        for source_us, batch_position, event in parsed.events:
            effective_us, skewed = effective_instant(source_us, received_us)
            any_skewed |= skewed
            told.append(Told(parsed.ticket_id, effective_us, batch_position, event))
    return any_skewed


def _keep_answer(arrival: Arrival, parsed: ParsedItem, rows: _Rows) -> None:
    """An answer without its words: those stay in the content. Whose it is the fold says, once the ticket is known."""
    answer = parsed.answer
    if answer is not None and parsed.ticket_id is not None:
        rows.answers.append(
            (
                arrival.source.contract_id, arrival.source.id, parsed.key, parsed.ticket_id, arrival.receipt_id,
                arrival.received_at, answer.kind, answer.score, answer.scale_max, answer.answered_us,
            )
        )  # fmt: skip


def _quarantine(
    arrival: Arrival, digest: bytes, reason: str, headers: dict[str, str], body: bytes, rows: _Rows
) -> None:
    source = arrival.source
    kept = msgspec.json.encode(headers).decode()
    rows.quarantined.append(
        (source.contract_id, source.id, digest, arrival.receipt_id, arrival.received_at, reason, kept, body)
    )


def _hold(arrival: Arrival, rows: _Rows) -> None:
    kept = msgspec.json.encode(arrival.headers).decode()
    rows.held.append(
        (
            arrival.source.contract_id, arrival.source.id, arrival.receipt_id, arrival.received_at, arrival.digest,
            len(arrival.body), kept, arrival.body,
        )
    )  # fmt: skip
