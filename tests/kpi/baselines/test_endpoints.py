"""Before and after over HTTP: frozen by both parties, never moving, refused where it cannot be borne."""

from decimal import Decimal
from typing import Any

import asyncpg
import pytest

from services.common import statistics
from services.common.auth.access import Function
from services.common.identifiers import new_id
from tests.factories.webhooks import Delivery, cloud_event, generic_delivery
from tests.kpi.dimensions.support import DAY, HOUR, START, TWO_DAYS
from tests.support.callers import Api, faults
from tests.support.databases import looking
from tests.support.kpi import version
from tests.support.kpi_service import KpiHouse, KpiPair, contract_uuid
from tests.support.problems import problem

F = Function
SITES = {"site": {"attribute": "group"}}
OCTOBER = {"before_from": "2026-10-01", "before_to": "2026-10-31", "after_from": "2026-11-01", "after_to": "2026-11-30"}
IMPORTED: dict[str, Any] = {
    "indicator": "csat",
    "from": "2025-10-01",
    "to": "2025-12-31",
    "origin": "imported",
    "counts": {"denominator": 80, "numerator": 48, "asked": 320},
    "source": "Enquête du service interne\navant le transfert \U0001f469\u200d\U0001f4bb \u202e <b>",
}


def _rated(number: int, group: str, content: bool, at_us: int) -> list[Delivery]:
    ticket = f"T-{number:03}"
    return [
        generic_delivery(cloud_event(kind, ticket, when, data), when + 1_000_000)
        for kind, when, data in (
            ("created", at_us, {"group": group, "requester": f"c{number}"}),
            ("csat", at_us + HOUR, {"score": 5 if content else 1, "scale_max": 5}),
            ("nps", at_us + HOUR, {"score": 10 if content else 3}),
        )
    ]


@pytest.fixture(scope="module")
async def measured(house: KpiHouse) -> KpiPair:
    """October: 80 answers, 48 content (Lyon 40 of 60, Tunis 8 of 20). November: 70, 56 (Lyon 24 of 35, Tunis 32)."""
    told = house.pair(terms=[{**version({**TWO_DAYS, "dimensions": SITES}), "id": str(new_id())}])
    deliveries, number = [], 0
    for moment, group, answers, content in (
        (START, "Lyon", 60, 40), (START, "Tunis", 20, 8), (START + 31 * DAY, "Lyon", 35, 24),
        (START + 31 * DAY, "Tunis", 35, 32),
    ):  # fmt: skip
        for place in range(answers):
            deliveries += _rated(number, group, place < content, moment + place * 60_000_000)
            number += 1
    async with house.workbench() as bench:
        source = await bench.source(contract_uuid(told))
        await bench.store(source, deliveries)
        await bench.fold(START + 80 * DAY)
    return told


def manager(house: KpiHouse, pair: KpiPair, side: str, **claims: Any) -> Api:
    organisation = pair.donneur_ordre_id if side == "donneur_ordre" else pair.sous_traitant_id
    return house.member(organisation, F.MANAGER, **claims)


def told(api: Api, address: str, **params: str) -> dict[str, Any]:
    answer = api.get(address, params=params)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def proposed(api: Api, pair: KpiPair, **changes: Any) -> dict[str, Any]:
    answer = api.post(f"{pair.path}/baselines", IMPORTED | changes)
    assert answer.status_code == 201, answer.text
    found: dict[str, Any] = answer.json()
    return found


def test_two_stretches_of_days(house: KpiHouse, measured: KpiPair) -> None:
    """given 48 of 80 then 56 of 70 / then the published difference, of which the mix of sites explains a part."""
    api = manager(house, measured, "donneur_ordre")
    found = told(api, f"{measured.path}/before-after", indicator="csat", **OCTOBER)
    assert (found["before"]["value"], found["before"]["sample_size"]) == ("0.6000", 80)
    assert (found["after"]["numerator"], found["after"]["denominator"]) == (56, 70)
    assert found["after"]["interval"]["of"] == "sample"
    assert found["difference"] == {"value": "0.2000", "low": "0.0524", "high": "0.3339", "level": "0.95"}
    assert (found["relative_percent"], found["reading"], found["test"]["method"]) == ("33.33", "better", "pooled_z")
    assert (found["minimum_sample_size"], found["reasons"], found["baseline"]) == (10, [], None)
    (mix,) = found["mix"]
    assert (mix["dimension"], mix["moved"], mix["refusal"]) == ("site", "0.2500", None)
    assert [(one["value"], one["weight"], one["before_n"], one["after_n"]) for one in mix["strata"]] == [
        ("Lyon", "0.7500", 60, 35),
        ("Tunis", "0.2500", 20, 35),
    ]
    # 0.75 x 24/35 + 0.25 x 32/35, with the Wilson limits of both.
    assert mix["reweighted"]["value"] == "0.7429"
    assert mix["reweighted"]["difference"]["value"] == "0.1429"
    assert {"season", "mix_moved"} <= set(found["warnings"])
    other = manager(house, measured, "sous_traitant")
    assert told(other, f"{measured.path}/before-after", indicator="csat", **OCTOBER) == found


@pytest.mark.parametrize(
    ("indicator", "variant", "reading"),
    [("nps", "", "better"), ("frt", "median", "not_compared"), ("backlog", "", "not_compared")],
)
def test_live_and_from_the_events_alike(
    house: KpiHouse, measured: KpiPair, indicator: str, variant: str, reading: str
) -> None:
    """given both instants / then the same bytes each time, and but for the instant what the sums tell."""
    api = manager(house, measured, "donneur_ordre")
    params = {"indicator": indicator, **OCTOBER, **({"variant": variant} if variant else {})}
    live = told(api, f"{measured.path}/before-after", **params)
    assert live["reading"] == reading
    at = {"as_of": live["data_as_of"], "known_at": "2100-01-01T00:00:00Z"}
    again = told(api, f"{measured.path}/before-after", **params, **at)
    assert again == live


def test_too_few_answers_bear_no_verdict(house: KpiHouse, measured: KpiPair) -> None:
    """given a day with few answers before / then what was counted, why there is no verdict, and nothing else."""
    api = manager(house, measured, "donneur_ordre")
    days = {
        "before_from": "2025-01-01",
        "before_to": "2025-01-31",
        "after_from": "2026-11-01",
        "after_to": "2026-11-30",
    }
    found = told(api, f"{measured.path}/before-after", indicator="csat", **days)
    assert (found["reading"], found["reasons"]) == ("too_few", ["before_empty"])
    assert found["difference"] is found["test"] is found["relative_percent"] is found["before"]["value"] is None


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"after_from": "2026-10-31"}, "query.after_from"),
        ({"before_to": "2026-09-30"}, "query.before_to"),
        ({"before_from": "2020-01-01"}, "query.before_to"),
        ({"variant": "median"}, "query.variant"),
        ({"after_to": "9999-12-31"}, "query.after_to"),
        ({"claimed_percent": "-101"}, "query.claimed_percent"),
        ({"claimed_percent": "NaN"}, "query.claimed_percent"),
        ({"claimed_percent": "1E+400"}, "query.claimed_percent"),
        ({"indicator": "humeur"}, "query.indicator"),
    ],
)
def test_days_that_compare_nothing_are_refused(
    house: KpiHouse, measured: KpiPair, change: dict[str, str], field: str
) -> None:
    api = manager(house, measured, "donneur_ordre")
    answer = api.get(f"{measured.path}/before-after", params={"indicator": "csat", **OCTOBER, **change})
    assert field in faults(answer)


def test_one_proposes_and_the_other_freezes(house: KpiHouse, measured: KpiPair) -> None:
    """given a declared baseline / when the other party agrees / then it is frozen, compared with, and stays."""
    ours = manager(house, measured, "donneur_ordre", subject="p-1", name="Claire Morel")
    theirs = manager(house, measured, "sous_traitant", name="Yann Le Goff")
    made = proposed(ours, measured)
    path = f"{measured.path}/baselines/{made['id']}"
    assert (made["state"], made["value"], made["known_at"], made["frozen_at"]) == ("proposed", "0.6000", None, None)
    assert made["proposed_by"]["name"] == "Claire Morel"
    assert made["source"] == IMPORTED["source"]
    days = {"from": "2026-11-01", "to": "2026-11-30"}
    before = told(theirs, f"{path}/comparison", **days)
    assert {"imported", "baseline_proposed"} <= set(before["warnings"])
    problem(ours.post(f"{path}/agreements", {}), 403)
    problem(ours.post(f"{measured.path}/baselines", IMPORTED), 409)
    frozen = theirs.post(f"{path}/agreements", {}).json()
    assert (frozen["state"], frozen["agreed_by"]["name"]) == ("agreed", "Yann Le Goff")
    problem(theirs.post(f"{path}/agreements", {}), 409)
    problem(ours.delete(path), 409)
    compared = told(ours, f"{path}/comparison", **days, claimed_percent="12")
    assert (compared["before"]["origin"], compared["before"]["response_rate"]) == ("imported", "0.2500")
    assert compared["difference"]["low"] == "0.0524"
    assert compared["needed_sample"]["claimed"] == statistics.proportions_sample(Decimal("0.6"), Decimal("0.672"))
    assert compared["baseline"]["state"] == "agreed"
    assert {"imported", "mix_unknown"} <= set(compared["warnings"])
    assert "baseline_proposed" not in compared["warnings"]

    assert "reason" in faults(ours.post(f"{measured.path}/baselines", IMPORTED))
    second = proposed(
        theirs, measured, reason="Le tableau comptait deux fois décembre.", counts={"denominator": 60, "numerator": 30}
    )
    assert second["supersedes"] == made["id"]
    assert told(ours, path)["state"] == "agreed"
    assert ours.post(f"{measured.path}/baselines/{second['id']}/agreements", {}).status_code == 200
    assert told(ours, path) == {**frozen, "state": "superseded"}
    assert "baseline_superseded" in told(ours, f"{path}/comparison", **days)["warnings"]
    listed = told(theirs, f"{measured.path}/baselines", indicator="csat")["items"]
    assert [one["id"] for one in listed] == [second["id"], made["id"]]
    assert "query.from" in faults(ours.get(f"{path}/comparison", params={"from": "2025-12-31", "to": "2026-01-31"}))


def test_what_we_measured_is_taken_from_the_events_and_never_moves(house: KpiHouse, measured: KpiPair) -> None:
    """given a measured baseline / then its counts and strata, the same figures again at the instant it keeps."""
    ours, theirs = (manager(house, measured, side) for side in ("donneur_ordre", "sous_traitant"))
    body = {"indicator": "nps", "from": "2026-10-01", "to": "2026-10-31", "origin": "measured"}
    # The tests live in the past of their tickets: only what is over can be frozen.
    answer = ours.post(f"{measured.path}/baselines", body)
    assert answer.status_code == 201, answer.text
    made = answer.json()
    assert made["counts"] == {
        "denominator": 80, "numerator": None, "promoters": 48, "detractors": 32, "seconds": None, "asked": None
    }  # fmt: skip
    assert made["strata"]["site"]["Tunis"]["promoters"] == 8
    again = told(
        theirs, f"{measured.path}/before-after", indicator="nps", **OCTOBER, as_of=made["known_at"],
        known_at=made["known_at"],
    )  # fmt: skip
    assert (again["before"]["promoters"], again["before"]["detractors"]) == (48, 32)
    compared = told(
        theirs, f"{measured.path}/baselines/{made['id']}/comparison", **{"from": "2026-11-01", "to": "2026-11-30"}
    )
    assert compared["mix"][0]["moved"] == "0.2500"
    assert theirs.delete(f"{measured.path}/baselines/{made['id']}").status_code == 204
    assert theirs.delete(f"{measured.path}/baselines/{made['id']}").status_code == 204
    refused = told(ours, f"{measured.path}/baselines/{made['id']}")
    assert (refused["state"], refused["withdrawn_by"]["side"]) == ("withdrawn", "sous_traitant")
    for days, field in (
        ({"from": "2026-10-01", "to": "2027-10-01"}, "to"), ({"from": "2025-01-01", "to": "2025-01-02"}, "from"),
    ):  # fmt: skip
        assert faults(ours.post(f"{measured.path}/baselines", body | days)) == {field}


@pytest.mark.parametrize(
    "wrong",
    [
        {"counts": {"denominator": 10, "numerator": 11}},
        {"counts": {"denominator": 10, "promoters": 1, "detractors": 1}},
        {"counts": {"denominator": 10, "numerator": 5, "asked": 9}},
        {"counts": {"denominator": 10.5, "numerator": 5}},
        {"counts": {"denominator": 10**9, "numerator": 5}},
        {"counts": None},
        {"source": None},
        {"source": " \n "},
        {"source": "x\u0007"},
        {"source": "x\ty"},
        {"source": "x" * 2_001},
        {"origin": "measured"},
        {"origin": "rêvé"},
        {"indicator": "backlog"},
        {"variant": "median"},
        {"to": "2025-09-30"},
        {"strata": {"site": {"Lyon": {"denominator": 79, "numerator": 48}}}},
        {"strata": {"tag": {"a": {"denominator": 80, "numerator": 48}}}},
        {"strata": {"site": {}}},
        {"value": "0.9"},
    ],
)
def test_what_cannot_be_a_baseline_is_refused(house: KpiHouse, measured: KpiPair, wrong: dict[str, Any]) -> None:
    """given a wrong proposal / then 422, whatever is agreed already."""
    body = {**IMPORTED, "indicator": "fcr_declared", **wrong}
    problem(manager(house, measured, "donneur_ordre").post(f"{measured.path}/baselines", body), 422)


def test_strangers_find_nothing_and_readers_write_nothing(house: KpiHouse) -> None:
    """given somebody of another contract, of neither, of none, or without the function / then 404, 401, 403."""
    pair, other = house.pair(), house.pair()
    made = proposed(manager(house, pair, "donneur_ordre"), pair)
    reader = house.member(pair.sous_traitant_id, F.READER)
    path = f"/baselines/{made['id']}"
    compared = {"params": {"from": "2026-11-01", "to": "2026-11-30"}}
    assert reader.get(f"{pair.path}{path}").status_code == 200
    assert reader.get(f"{pair.path}{path}/comparison", **compared).status_code == 200
    problem(reader.post(f"{pair.path}/baselines", IMPORTED), 403)
    problem(reader.post(f"{pair.path}{path}/agreements", {}), 403)
    problem(reader.delete(f"{pair.path}{path}"), 403)
    bi = house.member(pair.sous_traitant_id, F.BI_READER)
    problem(bi.get(f"{pair.path}/baselines"), 403)
    assert bi.get(f"{pair.path}{path}/comparison", **compared).status_code == 200
    stranger = manager(house, other, "donneur_ordre")
    for address in (f"{pair.path}{path}", f"{other.path}{path}", f"{other.path}/baselines/{new_id()}"):
        problem(stranger.get(address), 404)
        problem(stranger.get(f"{address}/comparison", **compared), 404)
        problem(stranger.post(f"{address}/agreements", {}), 404)
        problem(stranger.delete(address), 404)
    assert house.stranger.get(f"{pair.path}/baselines").status_code == 401


async def test_the_database_keeps_what_was_frozen(house: KpiHouse, measured: KpiPair) -> None:
    """given the role of requests / then it sees no other party's rows, and can write no count."""
    pair = house.pair()
    made = proposed(manager(house, pair, "donneur_ordre"), pair)
    seen = "SELECT count(*) FROM baseline WHERE contract_id = $1"
    for organisation, rows in ((measured.donneur_ordre_id, 0), (pair.donneur_ordre_id, 1), (pair.sous_traitant_id, 1)):
        async with looking(house.urls.app, organisation) as connection:
            assert await connection.fetchval(seen, pair.contract_id) == rows
    for statement in (
        "UPDATE baseline SET counts = '{}' WHERE contract_id = $1",
        "UPDATE baseline SET source = 'x' WHERE contract_id = $1",
        "UPDATE baseline SET proposed_by = '{}' WHERE contract_id = $1",
        "DELETE FROM baseline WHERE contract_id = $1",
    ):
        async with looking(house.urls.app, pair.donneur_ordre_id) as connection:
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await connection.execute(statement, pair.contract_id)
    over = "UPDATE baseline SET state = 'agreed' WHERE contract_id = $1 AND state = 'withdrawn'"
    assert manager(house, pair, "donneur_ordre").delete(f"{pair.path}/baselines/{made['id']}").status_code == 204
    async with looking(house.urls.app, pair.donneur_ordre_id) as connection:
        assert await connection.execute(over, pair.contract_id) == "UPDATE 0"
