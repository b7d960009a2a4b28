"""A new commitment changes the verdict of a figure at once, without folding any ticket again."""

from typing import Any
from uuid import UUID

from services.common.auth.access import Function
from services.common.instants import now, to_microseconds
from tests.factories.webhooks import at, cloud_event, generic_delivery
from tests.support.callers import Api
from tests.support.kpi_service import KpiHouse, KpiPair, commitment, snapshot

NINE = at("2026-10-20T07:00:00+00:00")
HOUR = 3_600_000_000


def first_contact(api: Api, pair: KpiPair) -> dict[str, Any]:
    items = api.get(f"{pair.path}/figures", params={"period": "2026-10"}).json()["items"]
    (figure,) = (item for item in items if item["indicator"] == "fcr_ticket")
    assert isinstance(figure, dict)
    return figure


def number(api: Api, pair: KpiPair) -> int:
    return int(api.get(f"{pair.path}/watermark").json()["watermark"])


async def test_a_new_commitment_judges_what_is_folded(house: KpiHouse) -> None:
    """given one of two tickets reopened / when a target, a milder one, its end are told / then the verdicts follow."""
    told = snapshot()
    house.tell(told)
    pair = KpiPair(told["id"], *(party["organisation_id"] for party in told["parties"]))
    api = house.member(pair.sous_traitant_id, Function.READER)
    async with house.workbench() as workbench:
        source = await workbench.source(UUID(pair.contract_id))
        events = [
            cloud_event(kind, ticket, NINE + hours * HOUR, data)
            for ticket in ("T-1", "T-2")
            for kind, hours, data in (("created", 0, None), ("status", 1, {"status": "solved"}))
        ]
        events.append(cloud_event("status", "T-2", NINE + 2 * HOUR, {"status": "open"}))
        await workbench.store(source, [generic_delivery(event, NINE + 3 * HOUR) for event in events])
        await workbench.fold(NINE + 3 * HOUR)
        figure = first_contact(api, pair)
        assert (figure["value"], figure["target"], figure["verdict"]) == ("0.5000", None, "no_target")
        strict = commitment()
        milder = commitment(target="0.52", recorded_at="2026-10-01T00:00:00Z")
        over = commitment(ends=True, recorded_at="2026-10-02T00:00:00Z")
        versions: list[dict[str, Any]] = []
        for added, target, verdict in (
            (strict, "0.7000", "missed"), (milder, "0.5200", "met_within_tolerance"), (over, None, "no_target"),
        ):  # fmt: skip
            before = number(api, pair)
            versions.append(added)
            house.tell(told | {"revision": len(versions) + 1, "commitments": versions})
            assert number(api, pair) > before
            assert await workbench.count("ticket_mark", source) == 0
            figure = first_contact(api, pair)
            assert (figure["value"], figure["target"], figure["verdict"]) == ("0.5000", target, verdict)
        unchanged = number(api, pair)
        house.tell(told | {"revision": len(versions) + 1, "commitments": versions})
        assert number(api, pair) == unchanged
        await workbench.fold(to_microseconds(now()))


def test_a_note_moves_the_number_too(house: KpiHouse) -> None:
    pair = house.pair()
    api = house.member(pair.donneur_ordre_id, Function.MANAGER)
    before = number(api, pair)
    note = {"indicator": "nps", "starts_on": "2026-10-12", "kind": "data", "text": "Enquête interrompue"}
    written = api.post(f"{pair.path}/annotations", note).json()
    between = number(api, pair)
    assert api.delete(f"{pair.path}/annotations/{written['id']}").status_code == 204
    after = number(api, pair)
    assert before < between < after
    assert api.delete(f"{pair.path}/annotations/{written['id']}").status_code == 204
    assert number(api, pair) == after
