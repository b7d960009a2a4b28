"""An explanation tells whose the unsolved time was, which promise a ticket had, and by which rules of the contract."""

from typing import Any

from services.common.auth.access import Function
from services.common.identifiers import new_id
from tests.factories.tickets import CLOCKS, PRIORITIES
from tests.factories.webhooks import cloud_event, generic_delivery
from tests.kpi.folding.test_fold import HOUR, START
from tests.support.figures import explanation, figures
from tests.support.kpi import PARAMETERS, version
from tests.support.kpi_service import KpiHouse, contract_uuid

MONTH = "2026-10"


def _life(ticket: str, priority: str, reason: str | None, begins_us: int) -> list[dict[str, Any]]:
    """New for an hour, on hold for four, solved after six; answered after half an hour."""
    waits = {"status": "hold"} if reason is None else {"status": "hold", "hold_reason": reason}
    return [
        cloud_event("created", ticket, begins_us, {"priority": priority}),
        cloud_event("message", ticket, begins_us + HOUR // 2, {"author": "agent", "public": True, "message_id": "m"}),
        cloud_event("status", ticket, begins_us + HOUR, waits),
        cloud_event("status", ticket, begins_us + 5 * HOUR, {"status": "open"}),
        cloud_event("status", ticket, begins_us + 6 * HOUR, {"status": "solved"}),
    ]


async def test_whose_time_and_which_promise(house: KpiHouse) -> None:
    parameters = {
        **PARAMETERS,
        "sla": {
            "schedule": None,
            "first_response_target_seconds": 3_600,
            "resolution_target_seconds": 4 * 3_600,
            "priorities": [PRIORITIES[0]],
        },
        "clocks": CLOCKS,
    }
    pair = house.pair(terms=[{**version(parameters), "id": str(new_id())}])
    async with house.workbench() as bench:
        source = await bench.source(contract_uuid(pair))
        lives = [
            event
            for number, (priority, reason) in enumerate(
                [("urgent", "Head office"), ("normal", "head office"), ("normal", None)]
            )
            for event in _life(f"T-{number}", priority, reason, START)
        ]
        await bench.store(source, [generic_delivery(lives, START + 7 * HOUR)])
        await bench.fold(START + 200 * HOUR)
    api = house.member(pair.sous_traitant_id, Function.READER)
    found = figures(api, pair.path, MONTH)
    # Two hours are left of six where the head office's time stops the clock: the urgent promise was two hours.
    resolution = found["sla_resolution", None]
    assert (resolution["numerator"], resolution["denominator"]) == (2, 3)
    # Half an hour is late for an urgent ticket only.
    response = found["sla_first_response", None]
    assert (response["numerator"], response["denominator"]) == (2, 3)
    told = explanation(api, resolution["figure_id"])
    assert told["recomputed"]["equal"]
    assert told["times"] == {
        "sous_traitant_s": 3 * 2 * 3_600,
        "donneur_ordre_s": 2 * 4 * 3_600,
        "customer_s": 0,
        "third_party_s": 4 * 3_600,
        "total_s": 3 * 6 * 3_600,
    }
    first, _, last = told["tickets"]["items"]
    assert (first["priority"], first["times"]["donneur_ordre_s"], first["times"]["third_party_s"]) == (
        "urgent",
        14_400,
        0,
    )
    assert (last["priority"], last["times"]["donneur_ordre_s"], last["times"]["third_party_s"]) == ("normal", 0, 14_400)
    (terms,) = told["terms"]
    assert terms["sla"]["priorities"] == [
        {
            "names": ["urgent", "p1"],
            "schedule": None,
            "first_response_target_seconds": 900,
            "resolution_target_seconds": 7_200,
            "resolution_schedule": None,
        }
    ]
    assert terms["clocks"]["resolution_stops"] == ["customer", "donneur_ordre"]
    assert terms["clocks"]["hold_reasons"] == {"head office": "donneur_ordre", "parts": "sous_traitant"}
    assert explanation(api, found["nps", None]["figure_id"])["times"] is None
