"""The donneur d'ordre's own staff over HTTP: who sets it, what it changes, and that it names nobody to anybody."""

from typing import Any

import httpx
import pytest

from services.common.auth.access import Function
from services.common.identifiers import new_id
from services.common.instants import now, to_text
from services.common.pseudonyms import pseudonymiser
from tests.factories.webhooks import at, cloud_event, generic_delivery
from tests.kpi.scopes.support import managers, sibling
from tests.support.callers import Api, faults
from tests.support.databases import looking
from tests.support.figures import explanation, figures, sums_differ
from tests.support.kpi import PARAMETERS, version
from tests.support.kpi_service import PSEUDONYM_KEY, KpiHouse, KpiPair, contract_uuid
from tests.support.problems import problem

MONTH = "2026-10"
HOUR = 3_600_000_000
START = at("2026-10-05T08:00:00+00:00")
NOW = at("2026-10-20T08:00:00+00:00")
HANDLED = {**PARAMETERS, "dimensions": {"handled": {"attribute": "handled_by"}}}
OWN, AGENT = "do-712", "st-100"


def _messages(ticket: str, *authors: str | None) -> list[Any]:
    events = [cloud_event("created", ticket, START, {"requester": "anna"})]
    for number, author in enumerate(authors, 1):
        data = {"author": "agent", "public": True, **({} if author is None else {"author_id": author})}
        events.append(cloud_event("message", ticket, START + number * HOUR, data))
    events.append(cloud_event("status", ticket, START + 9 * HOUR, {"status": "solved"}))
    return [generic_delivery(event, START + 10 * HOUR) for event in events]


async def _loaded(house: KpiHouse, state: str) -> tuple[KpiPair, str]:
    """Tickets of the provider, of the donneur d'ordre, of both, and of nobody."""
    pair = house.pair(state=state, terms=[{**version(HANDLED), "id": str(new_id())}])
    async with house.workbench() as bench:
        source = await bench.source(contract_uuid(pair))
        for ticket, authors in (
            ("T-1", (AGENT,)), ("T-2", (OWN,)), ("T-3", (AGENT, OWN)), ("T-4", ()), ("T-5", (None,))
        ):  # fmt: skip
            await bench.store(source, _messages(ticket, *authors))
        await bench.fold(NOW)
    return pair, source.id


async def _fold(house: KpiHouse) -> None:
    async with house.workbench() as bench:
        await bench.fold(NOW)


def _set(api: Api, pair: KpiPair, source_id: str, *authors: str, **more: Any) -> httpx.Response:
    return api.post(f"{pair.path}/sources/{source_id}/staff", {"author_ids": list(authors), **more})


def _why(api: Api, pair: KpiPair, **query: Any) -> dict[str, Any]:
    figure = figures(api, pair.path, MONTH)["fcr_ticket", None]
    return explanation(api, figure["figure_id"], limit=100, **query)


async def test_before_the_activation_it_is_in_force_at_once(house: KpiHouse) -> None:
    """given tickets of both sides / when the staff is told / then tickets, counts and figures are separable."""
    pair, source_id = await _loaded(house, "draft")
    donneur_ordre, sous_traitant = managers(house, pair)
    before = _why(donneur_ordre, pair)
    assert before["handled"] is None
    assert {item["ticket_id"]: item["handled_by"] for item in before["tickets"]["items"]} == {
        "T-1": "sous_traitant", "T-2": "sous_traitant", "T-3": "sous_traitant", "T-4": None, "T-5": "sous_traitant"
    }  # fmt: skip
    known = to_text(now())
    answer = _set(donneur_ordre, pair, source_id, OWN, OWN, "do-713")
    assert answer.status_code == 201, answer.text
    told = answer.json()
    assert (told["state"], told["people"], told["valid_from"]) == ("in_force", 2, None)
    assert OWN not in answer.text
    await _fold(house)
    why = _why(donneur_ordre, pair)
    assert why == _why(sous_traitant, pair)
    assert why["recomputed"]["equal"] is True
    assert why["handled"] == {"sous_traitant": 2, "donneur_ordre": 1, "both": 1, "nobody": 1}
    assert sum(why["handled"].values()) == why["counts"]["in"]["denominator"]
    assert {item["ticket_id"]: item["handled_by"] for item in why["tickets"]["items"]} == {
        "T-1": "sous_traitant", "T-2": "donneur_ordre", "T-3": "both", "T-4": None, "T-5": "sous_traitant"
    }  # fmt: skip
    # As it was known before, nobody was the donneur d'ordre's.
    assert _why(donneur_ordre, pair, known_at=known)["handled"] is None
    by_value = donneur_ordre.get(f"{pair.path}/figures", params={"period": MONTH, "dimension": "handled"}).json()
    solved = {
        item["dimensions"]["handled"]: item["denominator"]
        for item in by_value["items"]
        if item["indicator"] == "fcr_ticket"
    }
    assert solved == {"sous_traitant": 2, "donneur_ordre": 1, "both": 1, "nobody": 1}
    for item in by_value["items"]:
        if item["indicator"] in ("fcr_ticket", "frt") and item["value"] is not None:
            assert explanation(sous_traitant, item["figure_id"])["recomputed"]["equal"] is True
    async with house.workbench() as bench:
        assert await sums_differ(bench.database, contract_uuid(pair)) == 0
    # The row of a ticket keeps exactly its fields.
    assert "handled_by" not in donneur_ordre.get(f"{pair.path}/tickets").json()["items"][0]


async def test_after_the_activation_both_parties_agree(house: KpiHouse) -> None:
    pair, source_id = await _loaded(house, "active")
    donneur_ordre, sous_traitant = managers(house, pair)
    proposed = _set(sous_traitant, pair, source_id, OWN, AGENT).json()
    assert (proposed["state"], proposed["recorded_at"]) == ("proposed", None)
    await _fold(house)
    assert _why(donneur_ordre, pair)["handled"] is None
    path = f"{pair.path}/sources/{source_id}/staff"
    problem(sous_traitant.post(f"{path}/{proposed['id']}/approvals"), 403)
    other = _set(donneur_ordre, pair, source_id, OWN, valid_from="2026-10-01T00:00:00Z").json()
    states = [(item["id"], item["state"], item["people"]) for item in sous_traitant.get(path).json()["items"]]
    assert states == [(other["id"], "proposed", 1), (proposed["id"], "superseded", 2)]
    problem(donneur_ordre.post(f"{path}/{proposed['id']}/approvals"), 409)
    before = to_text(now())
    approved = sous_traitant.post(f"{path}/{other['id']}/approvals")
    assert approved.status_code == 200, approved.text
    assert approved.json()["recorded_at"] == approved.json()["approved_at"] > before
    problem(sous_traitant.post(f"{path}/{other['id']}/approvals"), 409)
    await _fold(house)
    assert _why(donneur_ordre, pair)["handled"]["both"] == 1
    assert _why(donneur_ordre, pair, known_at=before)["handled"] is None


async def test_a_fed_contract_has_its_own_list(house: KpiHouse) -> None:
    """given a source that feeds a second contract / then its list is judged by the pseudonyms of the home's events."""
    pair, source_id = await _loaded(house, "active")
    fed = sibling(house, pair)
    manager, _ = managers(house, pair)
    assert manager.post(f"{fed.path}/feeds", {"source_id": source_id, "conditions": []}).status_code == 201
    assert _set(manager, fed, source_id, OWN).json()["state"] == "in_force"
    await _fold(house)
    assert _why(manager, fed)["handled"] == {"sous_traitant": 2, "donneur_ordre": 1, "both": 1, "nobody": 1}
    assert _why(manager, pair)["handled"] is None


async def test_who_may_set_and_see(house: KpiHouse) -> None:
    pair, source_id = await _loaded(house, "draft")
    path, body = f"{pair.path}/sources/{source_id}/staff", {"author_ids": [OWN]}
    reader = house.member(pair.sous_traitant_id, Function.READER)
    problem(house.stranger.post(path, body), 401)
    problem(house.stranger.get(path), 401)
    problem(reader.post(path, body), 403)
    assert reader.get(path).json() == {"items": [], "next_cursor": None}
    foreign, _ = managers(house, house.pair())
    problem(foreign.get(path), 404)
    problem(foreign.post(path, body), 404)
    manager, _ = managers(house, pair)
    problem(manager.get(f"{pair.path}/sources/{'a' * 40}/staff"), 404)
    problem(manager.post(f"{path}/nope/approvals"), 404)


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ({}, {"author_ids"}),
        ({"author_ids": [""]}, {"author_ids.0"}),
        ({"author_ids": ["a\0b"]}, {"author_ids.0"}),
        ({"author_ids": ["a"] * 2001}, {"author_ids"}),
        ({"author_ids": [], "more": 1}, {"more"}),
        ({"author_ids": [], "valid_from": "2026-10-01T00:00:00"}, {"valid_from"}),
    ],
)
async def test_what_is_no_list_is_refused(house: KpiHouse, body: dict[str, Any], wrong: set[str]) -> None:
    pair = house.pair(state="draft")
    manager, _ = managers(house, pair)
    async with house.workbench() as bench:
        source = await bench.source(contract_uuid(pair))
    assert faults(manager.post(f"{pair.path}/sources/{source.id}/staff", body)) == wrong


async def test_rows_of_others_are_not_there_and_ids_are_kept_nowhere(house: KpiHouse) -> None:
    pair, source_id = await _loaded(house, "draft")
    manager, _ = managers(house, pair)
    assert _set(manager, pair, source_id, OWN).status_code == 201
    other = house.pair()
    for organisation, seen in ((pair.donneur_ordre_id, 1), (pair.sous_traitant_id, 1), (other.donneur_ordre_id, 0)):
        async with looking(house.urls.app, organisation) as connection:
            rows = await connection.fetch(
                "SELECT agents FROM staff_version WHERE contract_id = $1", contract_uuid(pair)
            )
            assert len(rows) == seen
            assert all(OWN not in row["agents"] for row in rows)


async def test_no_answer_names_an_agent(house: KpiHouse) -> None:
    """given every GET of the service as the donneur d'ordre / then no pseudonym or id of an agent is in any answer."""
    pair, source_id = await _loaded(house, "draft")
    donneur_ordre, _ = managers(house, pair)
    _set(donneur_ordre, pair, source_id, OWN)
    await _fold(house)
    pseudonym = pseudonymiser(house.app.state.pseudonym_key, contract_uuid(pair))
    names = {OWN, AGENT, pseudonym(OWN), pseudonym(AGENT)}
    assert house.app.state.pseudonym_key.get_secret_value() == PSEUDONYM_KEY
    figure = figures(donneur_ordre, pair.path, MONTH)["fcr_ticket", None]["figure_id"]
    ids = {
        "contract_id": pair.contract_id, "source_id": source_id, "figure_id": figure,
    }  # fmt: skip
    query = {
        "period": MONTH, "dimension": "handled", "indicator": "fcr_ticket", "from": "2026-10-01", "to": "2026-10-31",
        "contract": pair.contract_id, "limit": "100",
    }  # fmt: skip
    document = house.app.openapi()
    read = 0
    for path, methods in document["paths"].items():
        parameters = {item["name"] for item in methods.get("get", {}).get("parameters", ()) if item["in"] == "path"}
        if "get" not in methods or path.startswith("/internal") or not parameters <= set(ids):
            continue
        taken = {item["name"] for item in methods["get"].get("parameters", ()) if item["in"] == "query"}
        for wanted in ({name: value for name, value in query.items() if name in taken}, {}):
            answer = donneur_ordre.get(path.format(**ids), params=wanted)
            read += answer.status_code == 200
            assert not [name for name in names if name in answer.text], path
    assert read > 25
