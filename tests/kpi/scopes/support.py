"""Scopes and feeds over HTTP, and what the worker does about them."""

from typing import Any

import httpx

from services.common.auth.access import Function
from services.kpi.feeds.service import FeedKeeper
from tests.kpi.folding.test_fold import HOUR, START
from tests.support.callers import Api
from tests.support.kpi_service import KpiHouse, KpiPair, snapshot

NOW = START + 40 * 24 * HOUR


def group(*names: str, operator: str = "includes", attribute: str = "group") -> dict[str, Any]:
    """One condition."""
    return {"attribute": attribute, "operator": operator, "values": list(names)}


def set_scope(api: Api, pair: KpiPair, source_id: str, *conditions: dict[str, Any], **more: Any) -> httpx.Response:
    """Set or propose a scope."""
    return api.post(f"{pair.path}/sources/{source_id}/scopes", {"conditions": list(conditions), **more})


def feed(api: Api, pair: KpiPair, source_id: str, *conditions: dict[str, Any]) -> httpx.Response:
    """Have a source feed a contract too."""
    return api.post(f"{pair.path}/feeds", {"source_id": source_id, "conditions": list(conditions)})


def out_of_scope(api: Api, pair: KpiPair, **query: Any) -> dict[str, Any]:
    """What is left out."""
    answer = api.get(f"{pair.path}/out-of-scope", params=query)
    assert answer.status_code == 200, answer.text
    told: dict[str, Any] = answer.json()
    return told


def counts(api: Api, pair: KpiPair, **query: Any) -> dict[str, int]:
    """Tickets left out by reason."""
    return {row["reason"]: row["tickets"] for row in out_of_scope(api, pair, **query)["counts"]}


def tickets(api: Api, pair: KpiPair, **query: Any) -> list[str]:
    """The tickets of the contract."""
    answer = api.get(f"{pair.path}/tickets", params={"limit": 1000, **query})
    assert answer.status_code == 200, answer.text
    return [row["ticket_id"] for row in answer.json()["items"]]


def sibling(house: KpiHouse, pair: KpiPair, **changes: Any) -> KpiPair:
    """Another contract of the same two parties."""
    parties = [
        {"organisation_id": organisation, "side": side, "valid_from": "2026-01-01T00:00:00Z", "valid_to": None}
        for side, organisation in (("donneur_ordre", pair.donneur_ordre_id), ("sous_traitant", pair.sous_traitant_id))
    ]
    return house.pair(**{"state": "draft", "parties": parties, **changes})


def tell_again(house: KpiHouse, pair: KpiPair, **changes: Any) -> None:
    """The same contract at its next revision."""
    parties = [
        {"organisation_id": organisation, "side": side, "valid_from": "2026-01-01T00:00:00Z", "valid_to": None}
        for side, organisation in (("donneur_ordre", pair.donneur_ordre_id), ("sous_traitant", pair.sous_traitant_id))
    ]
    house.tell(snapshot(**{"id": pair.contract_id, "revision": 2, "parties": parties, "terms": [], **changes}))


def managers(house: KpiHouse, pair: KpiPair) -> tuple[Api, Api]:
    """Of the donneur d'ordre, and of the sous-traitant."""
    donneur_ordre = house.member(pair.donneur_ordre_id, Function.MANAGER)
    return donneur_ordre, house.member(pair.sous_traitant_id, Function.MANAGER)


async def keep_feeds(bench: Any) -> None:
    """What the worker does about feeds."""
    while await FeedKeeper(bench.database).run_next():
        pass
