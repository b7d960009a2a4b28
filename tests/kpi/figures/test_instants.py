"""Series and comparisons at instants: at the present one the very bytes of now, at a past one the same for ever."""

from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from pydantic import SecretStr

from services.common.auth.access import Function
from services.common.identifiers import new_id
from services.common.instants import from_microseconds, now, to_microseconds, to_text
from services.kpi.figures.rules.indicators import SERIES
from services.kpi.rights.service import Eraser
from tests.factories.webhooks import cloud_event, generic_delivery
from tests.kpi.dimensions.support import DAY, HOUR, OTHERWISE, START, WITH_DIMENSIONS, random_lives
from tests.kpi.scopes.support import tell_again
from tests.support.callers import Api, faults
from tests.support.kpi import version
from tests.support.kpi_service import PSEUDONYM_KEY, KpiHouse, KpiPair, commitment, contract_uuid
from tests.support.problems import problem

NOW = START + 20 * DAY
EARLIER = to_text(from_microseconds(START + 4 * DAY + 5 * HOUR))
SPAN = {"from": "2026-10-15", "to": "2026-11-12"}
SHAPES = (
    {"grain": "day", "window": "1"}, {"grain": "day", "window": "2"}, {"grain": "day", "window": "7"},
    {"grain": "day", "window": "31"}, {"grain": "month"},
)  # fmt: skip
VALUES = ("Lyon", "", "*", "Nulle part")
COMPARED = [*((*one, "site") for one in SERIES), ("csat", None, "tag"), ("ttr", "p90", "tag"), ("backlog", None, "tag"),
            ("frt", "median", "handled"), ("repeat_rate", None, "channel")]  # fmt: skip
PERIODS = ("2026-10", "2026-Q4", "2026-10-21")
Asked = tuple[str, dict[str, str]]
"""(address, parameters)."""
REFERENCES = [{"kind": "requester", "value": "anna"}]


def _pair(house: KpiHouse) -> KpiPair:
    """A contract that declares dimensions and judges by the completeness of the data."""
    terms = {**version({**WITH_DIMENSIONS, "minimum_data_completeness": "0.93"}), "id": str(new_id())}
    median = commitment(indicator="ttr", variant="median", target="90000", tolerance="0", unit="s", direction="lower")
    return house.pair(terms=[terms], commitments=[commitment(), median, commitment(indicator="csat", target="0.5")])


@pytest.fixture(scope="module")
async def pair(house: KpiHouse) -> KpiPair:
    """Random lives of October, folded in November."""
    told = _pair(house)
    async with house.workbench() as bench:
        source = await bench.source(contract_uuid(told))
        await bench.store(source, random_lives(Random(11), 60))
        await bench.fold(NOW)
    return told


@pytest.fixture
def api(house: KpiHouse, pair: KpiPair) -> Api:
    """A reader of the client company."""
    return house.member(pair.donneur_ordre_id, Function.READER)


def named(indicator: str, variant: str | None) -> dict[str, str]:
    """The parameters that name a figure."""
    return {"indicator": indicator, **({"variant": variant} if variant else {})}


def read(api: Api, address: str, **query: str) -> bytes:
    """The bytes of an answer."""
    answer = api.get(address, params=query)
    assert answer.status_code == 200, answer.text
    return bytes(answer.content)


@pytest.mark.parametrize(("indicator", "variant"), SERIES)
def test_at_the_present_instant_a_series_is_that_of_now(
    pair: KpiPair, api: Api, indicator: str, variant: str | None
) -> None:
    """given any indicator, grain and window, whole or of a value / then both readings are the same bytes."""
    present = to_text(from_microseconds(NOW))
    whole = {**SPAN, **named(indicator, variant)}
    asked = [{**whole, **shape} for shape in SHAPES]
    asked += [{**one, "dimension": "site", "value": value} for one in asked[2::2] for value in VALUES]
    told = set()
    for query in asked:
        live = read(api, f"{pair.path}/series", **query)
        assert read(api, f"{pair.path}/series", **query, as_of=present) == live, query
        told.add(live)
    assert len(told) > 1
    known = {**asked[0], "as_of": present, "known_at": to_text(now())}
    assert read(api, f"{pair.path}/series", **known) == read(api, f"{pair.path}/series", **asked[0])


@pytest.mark.parametrize(("indicator", "variant", "dimension"), COMPARED)
def test_at_the_present_instant_a_comparison_is_that_of_now(
    pair: KpiPair, api: Api, indicator: str, variant: str | None, dimension: str
) -> None:
    for period in PERIODS:
        query = {**named(indicator, variant), "dimension": dimension, "period": period}
        live = read(api, f"{pair.path}/comparisons", **query)
        assert read(api, f"{pair.path}/comparisons", **query, as_of=to_text(from_microseconds(NOW))) == live


@pytest.mark.parametrize(("indicator", "variant"), SERIES)
def test_in_the_past_each_value_is_the_figure_of_then(
    pair: KpiPair, api: Api, indicator: str, variant: str | None
) -> None:
    """given an instant amid the lives / then series and comparisons tell what the figures of that instant tell."""
    instants = {"as_of": EARLIER}
    for grain, periods in (("month", ["2026-10", "2026-11"]), ("day", ["2026-10-22", "2026-10-23", "2026-10-24"])):
        span = {"from": f"{periods[0]}-01"[:10], "to": f"{periods[-1]}-01"[:10], "grain": grain}
        answer = api.get(f"{pair.path}/series", params={**named(indicator, variant), **span, **instants}).json()
        assert answer["data_as_of"] == EARLIER
        for period, item in zip(periods, answer["items"], strict=True):
            figure = _figure(api, pair, indicator, variant, period=period, **instants)
            assert item == {name: figure[name] for name in item}
    query = {**named(indicator, variant), "dimension": "site", "period": "2026-10", **instants}
    compared = api.get(f"{pair.path}/comparisons", params=query).json()
    assert compared["data_as_of"] == EARLIER
    assert len(compared["items"]) >= 2
    for item in compared["items"]:
        values = api.get(f"{pair.path}/figures", params={"period": "2026-10", "dimension": "site", **instants}).json()[
            "items"
        ]
        figure = next(one for one in values if one["figure_id"] == item["figure_id"])
        for name in ("value", "numerator", "denominator", "sample_size", "provisional", "dimensions"):
            assert item[name] == figure[name]
    whole = _figure(api, pair, indicator, variant, period="2026-10", **instants)
    assert compared["whole"] == {name: whole[name] for name in ("value", "numerator", "denominator")}


def _figure(api: Api, pair: KpiPair, indicator: str, variant: str | None, **query: str) -> dict[str, Any]:
    items = api.get(f"{pair.path}/figures", params=query).json()["items"]
    found: dict[str, Any] = next(one for one in items if (one["indicator"], one["variant"]) == (indicator, variant))
    return found


def _correction(draw: Random, number: int) -> dict[str, Any]:
    """Something told late of a ticket: its creation, another state, an answer, that it was spam, or that it was not."""
    kinds: list[tuple[str, dict[str, Any]]] = [
        ("created", {"group": draw.choice(["Lyon N1", "Tunis N1"]), "requester": draw.choice(["anna", "bruno"])}),
        ("status", {"status": draw.choice(["open", "pending", "solved", "closed"])}),
        ("message", {"author": "agent", "public": True, "author_id": "bob"}),
        ("csat", {"score": draw.randrange(1, 6), "scale_max": 5}),
        (draw.choice(["spam", "deleted", "restored"]), {}),
    ]
    kind, data = draw.choice(kinds)
    moment = START + draw.randrange(12 * DAY)
    return cloud_event(kind, f"T-{draw.randrange(45):02}", moment, data, event_id=f"correction/{number}")


def _everything(pair: KpiPair) -> Iterator[Asked]:
    for indicator, variant in (("fcr_ticket", None), ("ttr", "median"), ("repeat_rate", None), ("backlog", None)):
        for shape in ({"window": "1"}, {"window": "7"}, {"grain": "month"}):
            yield f"{pair.path}/series", {**SPAN, **named(indicator, variant), **shape}
        yield f"{pair.path}/series", {**SPAN, **named(indicator, variant), "dimension": "site", "value": "Lyon"}
        for dimension in ("site", "handled"):
            query = {**named(indicator, variant), "dimension": dimension, "period": "2026-10"}
            yield f"{pair.path}/comparisons", query


async def test_what_was_known_reads_the_same_after_what_came_late_was_corrected_and_erased(house: KpiHouse) -> None:
    """given readings at two past instants / when events come late, terms are told anew, a person is erased and all is
    folded / then each reading is the same bytes, and the present one is another."""
    draw, pair = Random(20_261_201), _pair(house)
    api = house.member(pair.sous_traitant_id, Function.READER)
    instants: list[dict[str, str]] = []
    seen: list[tuple[str, dict[str, str], bytes]] = []

    def note() -> None:
        instants.append({"as_of": to_text(from_microseconds(NOW)), "known_at": to_text(now())})
        for address, query in _everything(pair):
            asked = {**query, **instants[-1]}
            seen.append((address, asked, read(api, address, **asked)))

    async with house.workbench() as bench:
        source = await bench.source(contract_uuid(pair))
        await bench.store(source, random_lives(draw, 40))
        await bench.fold(NOW)
        note()
        events = [_correction(draw, number) for number in range(150)]
        await bench.store(source, [generic_delivery(event, to_microseconds(now())) for event in events])
        # Read while all of it waits to be folded.
        note()
        await bench.fold(NOW)
        later = [_correction(draw, 1_000 + number) for number in range(50)]
        await bench.store(source, [generic_delivery(event, to_microseconds(now())) for event in later])
        person = {"contract_id": pair.contract_id, "references": REFERENCES}
        assert house.service("feedback").put(f"/internal/person-erasures/{new_id()}", person).status_code == 204
        assert await Eraser(bench.database, bench.vault, SecretStr(PSEUDONYM_KEY)).run_next()
        await bench.fold(NOW)
    assert len({content for _, _, content in seen}) == len(seen), "a correction moved nothing somewhere"
    for address, asked, content in seen:
        assert read(api, address, **asked) == content, asked
    moved = 0
    for address, asked, content in seen[len(seen) // 2 :]:
        present = {name: value for name, value in asked.items() if name != "known_at"}
        moved += read(api, address, **present) != content
    assert moved > len(seen) // 4


def test_what_cannot_be_asked(house: KpiHouse, pair: KpiPair, api: Api) -> None:
    """given no instants, or such at which the dimension was not declared yet / then as other routes answer."""
    series: Asked = (f"{pair.path}/series", {**SPAN, "indicator": "csat", "dimension": "site", "value": "Lyon"})
    compared: Asked = (f"{pair.path}/comparisons", {"indicator": "csat", "dimension": "site", "period": "2026-10"})
    for address, query in (series, compared):
        for name in ("as_of", "known_at"):
            for wrong in ("yesterday", "2026-10-20", "2026-10-20T10:00:00", "20261020", "9999-12-31T23:59:59Z"):
                assert faults(api.get(address, params={**query, name: wrong})) == {f"query.{name}"}
        nothing = api.get(address, params={**query, "known_at": "2025-01-01T00:00:00Z"})
        assert problem(nothing, 422)["code"] == "invalid"
        # Before anything, and after everything.
        for instant in ("2001-01-01T00:00:00Z", "2199-01-01T00:00:00Z"):
            told = api.get(address, params={**query, "as_of": instant}).json()
            assert told["data_as_of"] == instant
    before = api.get(compared[0], params={**compared[1], "as_of": "2001-01-01T00:00:00Z"}).json()
    assert {item["value"] for item in before["items"]} == {None}


async def test_a_cut_is_by_the_terms_as_they_were_known(house: KpiHouse) -> None:
    """given a dimension that was declared otherwise later / then what was known before is cut as it was."""
    terms = {**version(WITH_DIMENSIONS), "id": str(new_id())}
    pair = house.pair(terms=[terms])
    api = house.member(pair.donneur_ordre_id, Function.READER)
    at = to_text(from_microseconds(NOW))
    query = {"indicator": "csat", "dimension": "site", "period": "2026-10", "as_of": at}
    async with house.workbench() as bench:
        source = await bench.source(contract_uuid(pair))
        await bench.store(source, random_lives(Random(3), 30))
        await bench.fold(NOW)
        known_at = to_text(now())
        before = read(api, f"{pair.path}/comparisons", **query, known_at=known_at)
        again = {**version(OTHERWISE, recorded_at=to_text(now())), "id": str(new_id())}
        tell_again(house, pair, terms=[terms, again])
        await bench.fold(NOW)
    assert read(api, f"{pair.path}/comparisons", **query, known_at=known_at) == before
    sites = {item["dimensions"]["site"] for item in api.get(f"{pair.path}/comparisons", params=query).json()["items"]}
    assert "Villeurbanne" in sites
    assert b"Villeurbanne" not in before
