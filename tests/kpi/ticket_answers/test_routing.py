"""Answers that come with tickets go to the contracts whose scope holds the ticket, once each, with their words."""

from collections.abc import Sequence
from typing import Any

import pytest
from pydantic import SecretStr
from sqlalchemy import text

from services.common.identifiers import new_id
from services.common.instants import now, to_microseconds
from services.kpi.rebuilds import repository as rebuilds
from services.kpi.rebuilds.service import Rebuilder
from services.kpi.rights.service import Eraser
from services.kpi.sources.registry import Source
from services.kpi.ticket_answers.rules import queue_of
from services.kpi.ticket_answers.service import AnswerTeller
from tests.factories.webhooks import (
    Delivery,
    rfc3339,
    zendesk_csat,
    zendesk_delivery,
    zendesk_event,
    zendesk_status,
)
from tests.kpi.folding.test_fold import HOUR, START
from tests.kpi.scopes.support import NOW, feed, group, keep_feeds, managers, set_scope, sibling
from tests.support.figures import figures
from tests.support.kpi import PARAMETERS, version
from tests.support.kpi_service import PSEUDONYM_KEY, KpiHouse, KpiPair, contract_uuid

_PROMISED = text("SELECT body FROM outbox WHERE path = '/internal/answers' AND body->>'contract_id' = :contract")
HERE, THERE, NOWHERE = "41000000000001", "41000000000002", "41000000000003"


def _brand(*names: str) -> dict[str, Any]:
    return group(*names, attribute="brand")


def _created(ticket: str, brand: str, at_us: int = START) -> Delivery:
    body = zendesk_event("created", ticket, at_us, status="NEW", detail={"brand_id": brand})
    return zendesk_delivery(body, at_us + 2_000_000)


def _rated(ticket: str, words: str, at_us: int = START + HOUR, csat: str = "good") -> Delivery:
    return zendesk_delivery(zendesk_csat(ticket, csat, at_us, words), at_us + 2_000_000)


async def _work(bench: Any, at_us: int = NOW) -> None:
    """Fold, and promise what is to be told."""
    await bench.fold(at_us)
    while await AnswerTeller(bench.database, bench.sources, bench.gate).run_next():
        pass


async def _told(bench: Any, *pairs: KpiPair) -> list[list[tuple[str, str | None]]]:
    """(ticket, words) that feedback is promised for each contract, every promise there is."""
    found = []
    async with bench.database.background_session() as session:
        for pair in pairs:
            bodies = (await session.scalars(_PROMISED, {"contract": pair.contract_id})).all()
            found.append(sorted((one["ticket_id"], one["comment"]) for body in bodies for one in body["answers"]))
    return found


async def _scoped(house: KpiHouse, bench: Any, brands: Sequence[str] = (HERE,)) -> tuple[KpiPair, KpiPair, Source]:
    """A home contract with some brands, and another one that its source feeds with one more."""
    home = house.pair(state="draft")
    other = sibling(house, home)
    manager, _ = managers(house, home)
    source = await bench.source(contract_uuid(home), "zendesk")
    assert set_scope(manager, home, source.id, _brand(*brands)).status_code == 201
    assert feed(manager, other, source.id, _brand(THERE)).status_code == 201
    await keep_feeds(bench)
    return home, other, source


async def test_an_answer_goes_where_its_ticket_is(house: KpiHouse) -> None:
    """given one source, two brands, two contracts / then each is told of its own answers, the home of no others."""
    async with house.workbench() as bench:
        home, other, source = await _scoped(house, bench)
        tickets = (("1", HERE), ("2", THERE), ("3", NOWHERE))
        deliveries = [
            d for ticket, brand in tickets for d in (_created(ticket, brand), _rated(ticket, f"mot {ticket}"))
        ]
        await bench.store(source, deliveries)
        await _work(bench)
        assert await _told(bench, home, other) == [[("1", "mot 1")], [("2", "mot 2")]]
        # What the two are told of is what their figures count.
        manager, _ = managers(house, home)
        for pair in (home, other):
            assert figures(manager, pair.path, "2026-10")["csat", None]["denominator"] == 1
        # Sent again, folded again, rebuilt: nothing is told twice.
        await bench.store(source, deliveries)
        await bench.store(source, [_rated("1", "mot 1"), _rated("2", "autre mot")])
        await _work(bench, NOW + HOUR)
        for pair in (home, other):
            async with bench.database.background_session() as session:
                await rebuilds.add(session, contract_uuid(pair), new_id(), "test")
            assert await Rebuilder(bench.database, bench.sources, bench.gate).run_next()
        await _work(bench, to_microseconds(now()))
        assert [len(told) for told in await _told(bench, home, other)] == [1, 2]


async def test_a_ticket_of_both_scopes_brings_its_answer_to_both(house: KpiHouse) -> None:
    async with house.workbench() as bench:
        home, other, source = await _scoped(house, bench, (HERE, THERE))
        await bench.store(source, [_created("2", THERE), _rated("2", "merci")])
        await _work(bench)
        assert await _told(bench, home, other) == [[("2", "merci")], [("2", "merci")]]


@pytest.mark.parametrize(
    ("declared", "group_told", "queue"),
    [
        (None, None, None), (None, "", None), (None, "SAV", "SAV"), (None, "  Équipe\n Lyon\t", "Équipe Lyon"),
        (None, "x" * 200, "x" * 80), (None, "\u0007", None), ("Livraisons", "41000", "Livraisons"),
        ("*", "41000", None), ("", "41000", None), (None, "a" * 79 + " b", "a" * 79),
    ],
)  # fmt: skip
def test_the_queue_that_is_told(declared: str | None, group_told: str | None, queue: str | None) -> None:
    assert queue_of(declared, group_told) == queue


async def test_an_answer_is_told_with_the_queue_of_its_ticket(house: KpiHouse) -> None:
    """given tickets whose group is told / then their answers name it, as the terms do where they declare queues; a
    ticket that moves afterwards names the first, and one that was in none at its creation names none."""
    names = {"dimensions": {"queue": {"attribute": "group", "values": {"7001": "Livraisons"}}}}
    named = house.pair(terms=[{**version({**PARAMETERS, **names}), "id": str(new_id())}])
    plain = house.pair()
    async with house.workbench() as bench:
        for pair in (named, plain):
            source = await bench.source(contract_uuid(pair), "zendesk")
            for ticket, told in (("1", "7001"), ("2", "7002"), ("3", None)):
                created = zendesk_event("created", ticket, START, status="NEW", detail={"group_id": told})
                moved = zendesk_event(
                    "status_changed", ticket, START + HOUR // 2, zendesk_status("OPEN", "NEW"), created_us=START,
                    detail={"group_id": "7003"},
                )  # fmt: skip
                await bench.store(source, [zendesk_delivery(created, START + 1), zendesk_delivery(moved, START + HOUR)])
                await bench.store(source, [_rated(ticket, f"mot {ticket}", START + 2 * HOUR)])
        await _work(bench)
        found = []
        for pair in (named, plain):
            async with bench.database.background_session() as session:
                bodies = (await session.scalars(_PROMISED, {"contract": pair.contract_id})).all()
            answers = [one for body in bodies for one in body["answers"]]
            found.append({one["ticket_id"]: one.get("queue", "not said") for one in answers})
    assert found[0] == {"1": "Livraisons", "2": "not said", "3": "not said"}
    assert found[1] == {"1": "7001", "2": "7002", "3": "not said"}


async def test_an_answer_waits_until_it_is_known_whose_ticket_it_is(house: KpiHouse) -> None:
    """given an answer that arrives before its ticket / then nobody is told until the creation tells the scope."""
    async with house.workbench() as bench:
        home, other, source = await _scoped(house, bench)
        await bench.store(source, [_rated("2", "en avance")])
        await _work(bench)
        assert await _told(bench, home, other) == [[], []]
        await bench.store(source, [_created("2", THERE)])
        await _work(bench)
        assert await _told(bench, home, other) == [[], [("2", "en avance")]]
        # Without any scope there is nothing to wait for.
        alone = house.pair()
        unscoped = await bench.source(contract_uuid(alone), "zendesk")
        await bench.store(unscoped, [_rated("7", "tout de suite")])
        await _work(bench)
        assert await _told(bench, alone) == [[("7", "tout de suite")]]


async def test_the_scope_in_force_at_the_creation_decides(house: KpiHouse) -> None:
    """given a scope that changes between creation and answer / then the one of the creation says who is told."""
    async with house.workbench() as bench:
        home, other, source = await _scoped(house, bench)
        manager, _ = managers(house, home)
        changed = {"valid_from": rfc3339(START + HOUR)}
        assert set_scope(manager, other, source.id, _brand(NOWHERE), **changed).status_code == 201
        await bench.store(source, [_created("2", THERE), _rated("2", "avant", START + 5 * HOUR)])
        late = START + 2 * HOUR
        await bench.store(source, [_created("4", THERE, late), _rated("4", "après", late + HOUR)])
        await bench.store(source, [_created("5", NOWHERE, late), _rated("5", "neuf", late + HOUR)])
        await _work(bench)
        assert await _told(bench, home, other) == [[], [("2", "avant"), ("5", "neuf")]]


async def test_a_feed_that_begins_later_brings_what_was_answered_before(house: KpiHouse) -> None:
    home = house.pair(state="draft")
    other = sibling(house, home)
    manager, _ = managers(house, home)
    async with house.workbench() as bench:
        source = await bench.source(contract_uuid(home), "zendesk")
        await bench.store(source, [_created("2", THERE), _rated("2", "déjà dit"), _created("1", HERE), _rated("1", "")])
        await _work(bench)
        assert await _told(bench, home, other) == [[("1", None), ("2", "déjà dit")], []]
        assert feed(manager, other, source.id, _brand(THERE)).status_code == 201
        await keep_feeds(bench)
        await _work(bench)
        assert await _told(bench, home, other) == [[("1", None), ("2", "déjà dit")], [("2", "déjà dit")]]


async def test_words_erased_before_they_are_told_are_told_to_nobody(house: KpiHouse) -> None:
    """given answers of a person, one told and one that waits / when erased / then the score goes on, no words."""
    async with house.workbench() as bench:
        home, other, source = await _scoped(house, bench)
        await bench.store(source, [_created("1", HERE), _rated("1", "de Zoé"), _rated("2", "de Zoé aussi")])
        await _work(bench)
        asked = {"contract_id": home.contract_id, "references": [{"kind": "ticket", "value": t} for t in ("1", "2")]}
        assert house.service("feedback").put(f"/internal/person-erasures/{new_id()}", asked).status_code == 204
        assert await Eraser(bench.database, bench.vault, SecretStr(PSEUDONYM_KEY)).run_next()
        await bench.store(source, [_created("2", THERE)])
        await _work(bench)
        assert await _told(bench, home, other) == [[("1", None)], [("2", None)]]


async def test_answers_of_deliveries_kept_before_are_found_by_a_rebuild(house: KpiHouse) -> None:
    """given a delivery whose answer was not kept beside it, as before / when rebuilt / then it goes to its contract."""
    async with house.workbench() as bench:
        home, other, source = await _scoped(house, bench)
        await bench.store(source, [_created("2", THERE), _rated("2", "retrouvé")])
        async with bench.database.background_session() as session:
            await session.execute(text("DELETE FROM ticket_answer WHERE source_id = :source"), {"source": source.id})
        await _work(bench)
        assert await _told(bench, home, other) == [[], []]
        async with bench.database.background_session() as session:
            await rebuilds.add(session, contract_uuid(other), new_id(), "test")
        assert await Rebuilder(bench.database, bench.sources, bench.gate).run_next()
        await _work(bench, to_microseconds(now()))
        assert await _told(bench, home, other) == [[], [("2", "retrouvé")]]
