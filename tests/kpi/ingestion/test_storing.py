"""Keeping deliveries: every fate, once, in one transaction; on both servers."""

import asyncio
from uuid import UUID

from sqlalchemy import text

from services.kpi.ingestion.arrival import Outcome
from services.kpi.ingestion.committer import Committer
from services.kpi.ticket_answers.service import AnswerTeller
from tests.factories.webhooks import at, cloud_event, generic_delivery
from tests.support.kpi import Workbench, arrival, verdicts

NINE = at("2026-10-05T09:00:00+00:00")
MINUTE = 60_000_000


async def test_accepted_then_duplicate_then_conflict(workbench: Workbench) -> None:
    """given an event / when it comes again, then with another body / then one effect, and the other body is kept."""
    source = await workbench.source((await workbench.contract()).id)
    first = generic_delivery(cloud_event("created", "T-1", NINE, {"status": "new"}, event_id="e-1"), NINE)
    again = generic_delivery(cloud_event("created", "T-1", NINE, {"status": "new"}, event_id="e-1"), NINE + MINUTE)
    other = generic_delivery(cloud_event("created", "T-1", NINE, {"status": "open"}, event_id="e-1"), NINE + MINUTE)

    (accepted,) = await workbench.store(source, [first])
    (duplicate,) = await workbench.store(source, [again])
    (conflict,) = await workbench.store(source, [other])

    assert verdicts([accepted, duplicate, conflict]) == ["accepted", "duplicate", "duplicate"]
    assert duplicate.receipt_id == accepted.receipt_id
    assert not duplicate.conflict
    assert conflict.conflict
    assert conflict.receipt_id != accepted.receipt_id
    assert conflict.first_receipt_id == accepted.receipt_id
    assert await workbench.count("ticket_event", source) == 1
    assert await workbench.count("delivery", source) == 3
    assert await _bodies(workbench, source.contract_id) == {accepted.receipt_id, conflict.receipt_id}


async def test_twins_in_one_batch_have_one_effect(workbench: Workbench) -> None:
    source = await workbench.source((await workbench.contract()).id)
    event = cloud_event("created", "T-1", NINE, event_id="e-1")
    outcomes = await workbench.store(source, [generic_delivery(event, NINE + index) for index in range(5)])
    assert verdicts(outcomes) == ["accepted"] + ["duplicate"] * 4
    assert {outcome.receipt_id for outcome in outcomes} == {outcomes[0].receipt_id}
    assert await workbench.count("ticket_event", source) == 1


async def test_the_same_event_to_two_contracts_counts_in_both(workbench: Workbench) -> None:
    """given one source id per contract / then keys of one never hide events of the other."""
    sources = [await workbench.source((await workbench.contract()).id) for _ in range(2)]
    delivery = generic_delivery(cloud_event("created", "T-1", NINE, event_id="e-1"), NINE)
    outcomes = [(await workbench.store(source, [delivery]))[0] for source in sources]
    assert verdicts(outcomes) == ["accepted", "accepted"]


async def test_parallel_writers_accept_a_key_once(workbench: Workbench) -> None:
    """given the same events on several connections at once / then each is accepted once and nothing deadlocks."""
    source = await workbench.source((await workbench.contract()).id)
    events = [cloud_event("created", f"T-{number}", NINE, event_id=f"e-{number}") for number in range(40)]

    async def send(order: int) -> list[Outcome]:
        shuffled = events[order:] + events[:order]
        return await workbench.store(source, [generic_delivery(event, NINE) for event in shuffled])

    found = [outcome for outcomes in await asyncio.gather(*map(send, (0, 10, 20, 30))) for outcome in outcomes]
    assert sorted(verdicts(found)) == ["accepted"] * 40 + ["duplicate"] * 120
    assert await workbench.count("ticket_event", source) == 40


async def test_body_hash_window_takes_the_key_over(workbench: Workbench) -> None:
    """given a source whose keys are body hashes / when a twin comes after the window / then it is a new event."""
    source = await workbench.source((await workbench.contract()).id, window=900)
    event = cloud_event("created", "T-1", NINE, event_id="e-1")
    found = []
    for minutes in (0, 10, 15, 16, 20, 32):
        found += await workbench.store(source, [generic_delivery(event, NINE + minutes * MINUTE)])
    assert verdicts(found) == ["accepted", "duplicate", "duplicate", "accepted", "duplicate", "accepted"]


async def test_a_batch_has_a_verdict_per_event(workbench: Workbench) -> None:
    source = await workbench.source((await workbench.contract()).id)
    good = cloud_event("created", "T-1", NINE, event_id="e-1")
    bad = cloud_event("status", "T-1", NINE, {"status": "asleep"}, event_id="e-2")
    (outcome,) = await workbench.store(source, [generic_delivery([good, bad, good], NINE)])
    assert outcome.verdict == "accepted"
    assert outcome.items is not None
    assert verdicts(outcome.items) == ["accepted", "malformed", "duplicate"]
    assert await workbench.count("quarantine", source) == 1
    assert await workbench.count("ticket_event", source) == 1


async def test_malformed_is_quarantined_once_per_body(workbench: Workbench) -> None:
    source = await workbench.source((await workbench.contract()).id)
    bad = generic_delivery({"specversion": 1.0, "id": "e", "source": "s", "type": "t"}, NINE)
    outcomes = await workbench.store(source, [bad, bad]) + await workbench.store(source, [bad])
    assert verdicts(outcomes) == ["malformed"] * 3
    assert await workbench.count("quarantine", source) == 1
    assert await workbench.count("delivery", source) == 3
    assert await _bodies(workbench, source.contract_id) == set()


async def test_rejected_keeps_no_body(workbench: Workbench) -> None:
    source = await workbench.source((await workbench.contract()).id)
    delivery = generic_delivery(cloud_event("created", "T-1", NINE), NINE, secret="whsec_" + "QUJD" * 10)
    (outcome,) = await workbench.store(source, [delivery])
    assert outcome.verdict == "rejected_signature"
    assert await workbench.count("delivery", source, "reason IS NOT NULL AND size > 0") == 1
    assert await workbench.count("quarantine", source) == 0
    assert await _bodies(workbench, source.contract_id) == set()


async def test_answers_go_to_feedback_and_their_words_nowhere_else(workbench: Workbench) -> None:
    source = await workbench.source((await workbench.contract()).id)
    words = "Réponse rapide, merci à Zoé"
    event = cloud_event("csat", "T-1", NINE, {"score": 4, "scale_max": 5, "comment": words})
    await workbench.store(source, [generic_delivery(event, NINE)])
    await workbench.fold(NINE + 60_000_000)
    teller = AnswerTeller(workbench.database, workbench.sources, workbench.gate)
    while await teller.run_next():
        pass
    async with workbench.database.background_session() as session:
        told = await session.scalar(
            text("SELECT body::text FROM outbox WHERE body->>'source_id' = :source"), {"source": source.id}
        )
        events = await session.scalar(
            text("SELECT string_agg(event::text, '') FROM ticket_event WHERE source_id = :source"),
            {"source": source.id},
        )
        kept = await session.scalar(text("SELECT ticket_answer::text FROM ticket_answer WHERE source_id = :source"),
                                    {"source": source.id})  # fmt: skip
    assert words in told
    assert "Zo" not in events + kept


async def test_a_poisonous_delivery_does_not_refuse_the_others(workbench: Workbench) -> None:
    """given a batch with one delivery that the database refuses / then the others of the batch are kept."""
    source = await workbench.source((await workbench.contract()).id)
    arrivals = [
        arrival(source, generic_delivery(cloud_event("created", f"T-{number}", NINE, event_id=f"e-{number}"), NINE))
        for number in range(8)
    ]
    arrivals[3].received_at = "not an instant"  # type: ignore[assignment]
    committer = Committer(workbench.gate.store, writers=2, most_waiting=100)
    found = await asyncio.gather(*(committer.submit(one) for one in arrivals), return_exceptions=True)
    assert [isinstance(one, Exception) for one in found] == [index == 3 for index in range(8)]
    assert await workbench.count("ticket_event", source) == 7


async def _bodies(workbench: Workbench, contract_id: UUID) -> set[UUID]:
    statement = text("SELECT delivery_id FROM delivery_body WHERE contract_id = :contract")
    async with workbench.database.background_session() as session:
        return set(await session.scalars(statement, {"contract": contract_id}))


async def test_a_malformed_event_of_a_batch_can_be_read_again(workbench: Workbench) -> None:
    """given an event of a batch in quarantine / then it is kept as a delivery of its own."""
    source = await workbench.source((await workbench.contract()).id)
    good = cloud_event("created", "T-1", NINE, event_id="e-1")
    bad = cloud_event("status", "T-1", NINE, {"status": "asleep"}, event_id="e-2")
    await workbench.store(source, [generic_delivery([good, bad], NINE)])
    async with workbench.database.background_session() as session:
        row = (
            await session.execute(
                text("SELECT headers, body, received_at FROM quarantine WHERE source_id = :source"),
                {"source": source.id},
            )
        ).one()
    again = workbench.gate.reread(source, row.headers, row.body, row.received_at)
    assert (again.refusal, again.reason) == ("malformed", "data.status is mistyped")
    understood = workbench.gate.reread(source, row.headers, row.body.replace(b"asleep", b"hold"), row.received_at)
    assert understood.refusal is None
    assert [item.parsed.ticket_id for item in understood.items if item.parsed] == ["T-1"]
