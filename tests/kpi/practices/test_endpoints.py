"""Practices over HTTP: from verified actions with a shown effect, agreed by both, seen in contracts of the same two."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

import pytest

from services.common.auth.access import Function
from services.common.identifiers import new_id
from services.kpi.practices.schemas import ActionTold
from tests.factories.webhooks import Delivery, cloud_event, generic_delivery
from tests.kpi.dimensions.support import DAY, HOUR, START, TWO_DAYS
from tests.support.callers import Api, faults
from tests.support.kpi import version
from tests.support.kpi_service import KpiHouse, KpiPair, contract_uuid, snapshot
from tests.support.problems import problem

F = Function
DAYS: dict[str, Any] = {
    "before": {"from": "2026-10-01", "to": "2026-10-31"},
    "after": {"from": "2026-11-02", "to": "2026-11-30"},
}
WORDS = {"practice": "Une fiche par motif \U0001f4cb <b>\nrelue", "conditions": "Deux heures"}


class Register:
    """What contracts would tell of actions."""

    def __init__(self) -> None:
        self.actions: dict[tuple[UUID, UUID], ActionTold] = {}

    async def read(self, contract_id: UUID, action_id: UUID) -> ActionTold | None:
        """One action."""
        return self.actions.get((contract_id, action_id))

    def add(self, pair: KpiPair, **changes: Any) -> str:
        """A verified action of the first of November, which was to make more customers content."""
        action_id = new_id()
        told = {
            "title": "Des fiches",
            "state": "verified",
            "started_on": "2026-11-01",
            "done_on": "2026-11-01",
            "expected_effect": {"indicator": "csat", "variant": None},
        }
        self.actions[contract_uuid(pair), action_id] = ActionTold.model_validate(told | changes)
        return str(action_id)


@pytest.fixture(scope="module")
def register(house: KpiHouse) -> Iterator[Register]:
    """The register of actions in the place of contracts', which the whole installation's tests ask."""
    real, house.app.state.actions = house.app.state.actions, Register()
    yield house.app.state.actions
    house.app.state.actions = real


def _rated(number: int, at_us: int, *, content: bool) -> list[Delivery]:
    ticket = f"P-{number:03}"
    return [
        generic_delivery(cloud_event(kind, ticket, when, data), when + 1_000_000)
        for kind, when, data in (
            ("created", at_us, {"requester": f"c{number}"}),
            ("csat", at_us + HOUR, {"score": 5 if content else 1, "scale_max": 5}),
        )
    ]


@pytest.fixture(scope="module")
async def measured(house: KpiHouse) -> KpiPair:
    """October: 48 of 80 content; from the second of November 56 of 70."""
    told = house.pair(terms=[{**version(TWO_DAYS), "id": str(new_id())}])
    deliveries: list[Delivery] = []
    for moment, answers, content in ((START, 80, 48), (START + 32 * DAY, 70, 56)):
        for place in range(answers):
            deliveries += _rated(len(deliveries), moment + place * 60_000_000, content=place < content)
    async with house.workbench() as bench:
        source = await bench.source(contract_uuid(told))
        await bench.store(source, deliveries)
        await bench.fold(START + 80 * DAY)
    return told


def manager(house: KpiHouse, pair: KpiPair, side: str) -> Api:
    organisation = pair.donneur_ordre_id if side == "donneur_ordre" else pair.sous_traitant_id
    return house.member(organisation, F.MANAGER)


def listed(api: Api, pair: KpiPair) -> list[dict[str, Any]]:
    answer = api.get(f"{pair.path}/practices")
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["items"]
    return found


def test_from_an_action_to_the_other_contracts(house: KpiHouse, register: Register, measured: KpiPair) -> None:
    """when one proposes and the other agrees / then a contract of the same two shows it, until one takes it back."""
    provider, client = (manager(house, measured, side) for side in ("sous_traitant", "donneur_ordre"))
    told = snapshot()
    for party, organisation in zip(
        told["parties"], (measured.donneur_ordre_id, measured.sous_traitant_id), strict=True
    ):
        party["organisation_id"] = organisation
    house.tell(told)
    sister = KpiPair(told["id"], measured.donneur_ordre_id, measured.sous_traitant_id)

    made = provider.post(f"{measured.path}/practices", {"action_id": register.add(measured), **WORDS, **DAYS})
    assert made.status_code == 201, made.text
    practice = made.json()
    assert (practice["title"], practice["practice"], practice["state"]) == ("Des fiches", WORDS["practice"], "proposed")
    effect = practice["effect"]
    assert (effect["before"]["numerator"], effect["before"]["denominator"]) == (48, 80)
    assert (effect["after"]["value"], effect["reading"], effect["difference"]["low"]) == ("0.8000", "better", "0.0524")
    assert listed(client, measured) == [practice]
    assert listed(client, sister) == []

    path = f"{measured.path}/practices/{practice['id']}"
    assert problem(provider.post(f"{path}/agreements", {}), 403)["code"] == "forbidden"
    agreed = client.post(f"{path}/agreements", {})
    assert (agreed.status_code, agreed.json()["state"]) == (200, "agreed")
    assert agreed.json()["effect"] == effect
    assert problem(client.post(f"{path}/agreements", {}), 409)["code"] == "conflict"
    for api in (provider, client):
        assert listed(api, sister) == [agreed.json()]
    assert provider.post(f"{sister.path}/practices/{practice['id']}/agreements", {}).status_code == 404

    for _ in range(2):
        assert provider.delete(path).status_code == 204
    assert listed(client, sister) == []
    (kept,) = listed(client, measured)
    assert (kept["state"], kept["withdrawn_by"]["side"]) == ("withdrawn", "sous_traitant")


def test_what_is_not_shown_is_not_shared(house: KpiHouse, register: Register, measured: KpiPair) -> None:
    """given actions that are not verified, name nothing, or showed nothing / then each is refused, and none kept."""
    api, path = manager(house, measured, "sous_traitant"), f"{measured.path}/practices"
    kept = listed(api, measured)

    def sent(action_id: str, **changes: Any) -> Any:
        return api.post(path, {"action_id": action_id, **WORDS, **DAYS, **changes})

    assert faults(sent(str(new_id()))) == {"action_id"}
    assert problem(sent(register.add(measured, state="done")), 409)["code"] == "conflict"
    assert problem(sent(register.add(measured, expected_effect=None)), 409)["code"] == "conflict"
    nps = {"indicator": "nps", "variant": None}
    assert "do not show" in problem(sent(register.add(measured, expected_effect=nps)), 409)["detail"]
    action = register.add(measured)
    assert faults(sent(action, before=DAYS["after"], after=DAYS["after"])) == {"before.to"}
    assert faults(sent(action, after={"from": "2026-11-01", "to": "2026-11-30"})) == {"after.from"}
    assert faults(sent(action, after={"from": "2026-11-30", "to": "2026-11-02"})) == {"after.to"}
    assert faults(sent(action, practice=" \n ")) == {"practice"}
    assert listed(api, measured) == kept


def test_nobody_else_sees_it(house: KpiHouse, register: Register, measured: KpiPair) -> None:
    """given another organisation, and one party with another partner / then nothing of it is there for them."""
    provider = manager(house, measured, "sous_traitant")
    made = provider.post(f"{measured.path}/practices", {"action_id": register.add(measured), **WORDS, **DAYS})
    path = f"{measured.path}/practices/{made.json()['id']}"
    assert manager(house, measured, "donneur_ordre").post(f"{path}/agreements", {}).status_code == 200
    strangers = house.pair()
    assert manager(house, strangers, "donneur_ordre").get(f"{measured.path}/practices").status_code == 404
    told = snapshot()
    told["parties"][1]["organisation_id"] = measured.sous_traitant_id
    house.tell(told)
    other = KpiPair(told["id"], told["parties"][0]["organisation_id"], measured.sous_traitant_id)
    for side in ("donneur_ordre", "sous_traitant"):
        assert listed(manager(house, other, side), other) == []
    reader = house.member(measured.donneur_ordre_id, F.READER)
    assert reader.get(f"{measured.path}/practices").status_code == 200
    assert reader.delete(path).status_code == 403
    assert house.stranger.get(f"{measured.path}/practices").status_code == 401
