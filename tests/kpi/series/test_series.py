"""Series over HTTP: the values of the pages, windows recomputed from the tickets, targets as they were in force."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import Any
from uuid import UUID

import pytest

from services.common.auth.access import Function
from services.common.identifiers import new_id
from services.common.instants import from_microseconds, now, to_microseconds
from services.kpi.figures.rules.indicators import INDICATORS, SERIES, Kind
from services.kpi.figures.rules.values import rounded
from services.kpi.folding.rules import Contribution
from services.kpi.terms.repository import read_terms
from tests.factories.webhooks import at
from tests.support.callers import Api, faults
from tests.support.kpi import shares_at
from tests.support.kpi_service import KpiHouse, KpiPair, commitment
from tests.support.lives import HOUR, random_lives
from tests.support.problems import problem

F = Function
START = at("2026-10-19T06:00:00+00:00")  # the week before the clocks change
NOW = START + 14 * 24 * HOUR
FIRST, LAST = date(2026, 10, 15), date(2026, 11, 4)
DAYS = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]


class Told:
    """A contract with two weeks of random lives, and every share of its tickets."""

    def __init__(self, api: Api, pair: KpiPair, shares: list[Contribution]) -> None:
        self.api = api
        self.pair = pair
        self.shares = shares

    def series(self, **params: Any) -> dict[str, Any]:
        """The answer, with the usual range unless told otherwise."""
        wanted = {"from": FIRST.isoformat(), "to": LAST.isoformat()} | params
        sent = {name: str(value) for name, value in wanted.items() if value is not None}
        answer = self.api.get(f"{self.pair.path}/series", params=sent)
        assert answer.status_code == 200, answer.text
        content: dict[str, Any] = answer.json()
        return content

    def page(self, period: str) -> dict[tuple[str, str | None], dict[str, Any]]:
        """The figures of a period as the page shows them."""
        answer = self.api.get(f"{self.pair.path}/figures", params={"period": period})
        assert answer.status_code == 200, answer.text
        return {(item["indicator"], item["variant"]): item for item in answer.json()["items"]}


@pytest.fixture(scope="module")
async def told(house: KpiHouse) -> Told:
    """Folded at NOW."""
    pair = house.pair(commitments=[commitment(), commitment(indicator="csat", target="0.5", tolerance="0.1")])
    async with house.workbench() as workbench:
        source = await workbench.source(UUID(pair.contract_id))
        await workbench.store(source, random_lives(Random(7), START, 120, 9 * 24))
        await workbench.fold(NOW)
        shares: list[Contribution] = []
        async with workbench.database.background_session() as session:
            terms = await read_terms(session, UUID(pair.contract_id))
        for own in shares_at(await workbench.events(source), source.id, terms, NOW).values():
            shares += own
    return Told(house.member(pair.donneur_ordre_id, F.READER), pair, shares)


def expected(shares: list[Contribution], code: str, variant: str | None, first: date, last: date) -> str | None:
    """The value from the tickets' shares alone, by the definitions."""
    indicator = INDICATORS[code]
    own = [share for share in shares if share.indicator == code and share.day <= last]
    if indicator.kind is Kind.STOCK:
        heard = any(share.indicator == "data_completeness" and share.day <= last for share in shares)
        return str(sum(share.numerator for share in own)) if heard else None
    own = [share for share in own if share.day >= first]
    if not own:
        return None
    if variant in ("median", "p90"):
        seconds = sorted(share.total_s for share in own)
        tenths = {"median": 5, "p90": 9}[variant]
        return str(next(value for place, value in enumerate(seconds, 1) if place * 10 >= tenths * len(seconds)))
    top = sum(share.total_s if variant == "mean" else share.numerator for share in own)
    scale = 100 if indicator.kind is Kind.SCORE else 1
    return str(rounded(Fraction(scale * top, sum(share.denominator for share in own)), indicator.unit))


@pytest.mark.parametrize(("code", "variant"), SERIES)
@pytest.mark.parametrize("window", [1, 2, 7, 31])
def test_each_day_is_its_window_of_tickets(told: Told, code: str, variant: str | None, window: int) -> None:
    items = told.series(indicator=code, variant=variant, window=window)["items"]
    assert [item["period"] for item in items] == [day.isoformat() for day in DAYS]
    for day, item in zip(DAYS, items, strict=True):
        begun = day <= from_microseconds(NOW).date()
        value = expected(told.shares, code, variant, day - timedelta(days=window - 1), day)
        assert item["value"] == (value if begun or code != "backlog" else None), day
    if code not in ("sla_first_response", "ces", "fcr_declared"):
        assert any(item["value"] is not None for item in items)


@pytest.mark.parametrize(("code", "variant"), SERIES)
@pytest.mark.parametrize("grain", ["day", "month"])
def test_it_tells_what_the_pages_tell(told: Told, code: str, variant: str | None, grain: str) -> None:
    """given a series without a window / then each item is the figure of that day or month, field by field."""
    content = told.series(indicator=code, variant=variant, grain=grain)
    assert (content["indicator"], content["variant"], content["grain"]) == (code, variant, grain)
    if grain == "month":
        assert [item["period"] for item in content["items"]] == ["2026-10", "2026-11"]
        assert (content["from"], content["to"]) == ("2026-10-01", "2026-11-30")
    for item in content["items"][::3] if grain == "day" else content["items"]:
        figure = told.page(item["period"])[code, variant]
        assert item == {name: figure[name] for name in item}
        assert content["data_as_of"] == figure["data_as_of"]
        assert (content["unit"], content["direction"]) == (figure["unit"], figure["direction"])


def test_both_parties_read_the_same_bytes(house: KpiHouse, told: Told) -> None:
    params = {"indicator": "csat", "from": "2026-10-19", "to": "2026-10-30", "window": "7"}
    answers = [
        house.member(organisation, function).get(f"{told.pair.path}/series", params=params).content
        for organisation, function in (
            (told.pair.donneur_ordre_id, F.MANAGER), (told.pair.sous_traitant_id, F.AUDITOR),
            (told.pair.sous_traitant_id, F.BI_READER),
        )
    ]  # fmt: skip
    assert len(set(answers)) == 1


def test_a_sample_has_its_interval(told: Told) -> None:
    """given enough answers in the window / then the interval holds the value; a census has none."""
    items = told.series(indicator="csat", window=14)["items"]
    judged = [item for item in items if (item["denominator"] or 0) >= 10]
    assert judged
    for item in judged:
        assert float(item["interval"]["low"]) <= float(item["value"]) <= float(item["interval"]["high"])
        assert item["interval"]["level"] == "0.95"
        assert item["verdict"] in ("met", "met_within_tolerance", "missed")
    few = [item for item in items if 0 < (item["denominator"] or 0) < 10]
    assert {item["verdict"] for item in few} <= {"insufficient_sample"}
    assert all(item["interval"] is None for item in told.series(indicator="fcr_ticket")["items"])


def test_limits_come_where_they_are_asked_for(told: Told) -> None:
    """given days of ratings / then limits around all that was good over all, of settled days; also at instants."""
    plain = told.series(indicator="csat")
    assert plain["limits"] is None
    told_with = told.series(indicator="csat", limits="true")
    limits = told_with.pop("limits")
    assert told_with == {name: value for name, value in plain.items() if name != "limits"}
    settled = [item for item in plain["items"] if item["denominator"] and not item["provisional"]]
    good, counted = (sum(item[name] for item in settled) for name in ("numerator", "denominator"))
    assert (limits["centre"], limits["periods"]) == (str(rounded(Fraction(good, counted), "ratio")), len(settled))
    assert [one["period"] for one in limits["items"]] == [item["period"] for item in plain["items"] if item["value"]]
    assert all(Decimal(one["low"]) <= Decimal(limits["centre"]) <= Decimal(one["high"]) for one in limits["items"])
    assert limits["refusal"] is None
    at = {"as_of": plain["data_as_of"], "known_at": "2100-01-01T00:00:00Z"}
    assert told.series(indicator="csat", limits="true", **at)["limits"] == limits
    few = told.series(indicator="csat", limits="true", limits_from="2026-10-19", limits_to="2026-10-21")["limits"]
    assert (few["refusal"], few["items"], few["from"], few["to"]) == ("too_few_periods", [], "2026-10-19", "2026-10-21")
    months = told.series(indicator="nps", limits="true", grain="month")["limits"]
    assert (months["refusal"], months["from"], months["to"]) == ("too_few_periods", "2026-10-01", "2026-11-30")


async def test_the_target_is_the_one_in_force_at_each_day_s_end(house: KpiHouse) -> None:
    """given a target raised within a day and later ended / then each day shows the one of its end."""
    pair = house.pair(
        commitments=[
            commitment(),
            commitment(target="0.75", tolerance="0", valid_from="2026-10-20T12:00:00Z"),
            commitment(ends=True, valid_from="2026-10-21T22:00:00Z"),
        ]
    )
    async with house.workbench() as workbench:
        # The clock of a contract that was just told rings at the present instant.
        await workbench.fold(to_microseconds(now()))
    told = Told(house.member(pair.donneur_ordre_id, F.READER), pair, [])
    content = told.series(indicator="fcr_ticket", **{"from": "2026-10-19", "to": "2026-10-22"})
    assert content["data_as_of"] is not None
    assert [(item["target"], item["tolerance"]) for item in content["items"]] == [
        ("0.7000", "0.0200"), ("0.7500", "0.0000"), ("0.7500", "0.0000"), (None, None),
    ]  # fmt: skip
    assert {item["verdict"] for item in content["items"]} == {"no_value"}


@pytest.mark.parametrize(
    ("params", "named"),
    [
        ({"indicator": "gut_feeling"}, {"query.indicator"}),
        ({"indicator": None}, {"query.indicator"}),
        ({"indicator": "ttr"}, {"query.variant"}),
        ({"indicator": "ttr", "variant": "p95"}, {"query.variant"}),
        ({"variant": "median"}, {"query.variant"}),
        ({"limits": "true", "indicator": "ttr", "variant": "p90"}, {"query.limits"}),
        ({"limits": "true", "window": "7"}, {"query.window"}),
        ({"limits": "true", "limits_from": "2026-10-19"}, {"query.limits_to"}),
        ({"limits": "true", "limits_from": "2026-10-19", "limits_to": "2026-10-18"}, {"query.limits_to"}),
        ({"limits_from": "2026-10-19", "limits_to": "2026-10-20"}, {"query.limits_from"}),
        ({"limits": "true", "limits_from": "0001-01-01", "limits_to": "2026-10-20"}, {"query.limits_from"}),
        ({"from": None}, {"query.from"}),
        ({"from": "2026-10"}, {"query.from"}),
        ({"to": "2026-02-30"}, {"query.to"}),
        ({"to": "2026-10-01"}, {"query.to"}),
        ({"from": "0001-01-01"}, {"query.from", "query.to"}),
        ({"to": "9999-12-31"}, {"query.to"}),
        ({"from": "2024-01-01", "to": "2026-03-12"}, {"query.to"}),
        ({"grain": "month", "from": "2016-10-31", "to": "2026-10-01"}, {"query.to"}),
        ({"grain": "week"}, {"query.grain"}),
        ({"grain": "month", "window": "7"}, {"query.window"}),
        ({"window": "0"}, {"query.window"}),
        ({"window": "32"}, {"query.window"}),
    ],
)
def test_what_is_wrong_is_named(told: Told, params: dict[str, str | None], named: set[str]) -> None:
    usual = {"indicator": "fcr_ticket", "from": "2026-10-15", "to": "2026-11-04"}
    sent = {name: value for name, value in {**usual, **params}.items() if value is not None}
    assert faults(told.api.get(f"{told.pair.path}/series", params=sent)) == named


def test_the_longest_range(told: Told) -> None:
    assert len(told.series(indicator="backlog", **{"from": "2024-01-01", "to": "2026-03-10"})["items"]) == 800


def test_others_find_nothing(house: KpiHouse, told: Told) -> None:
    other = house.pair()
    address = f"{told.pair.path}/series?indicator=nps&from=2026-10-19&to=2026-10-20"
    problem(house.stranger.get(address), 401)
    for api in (
        house.member(other.donneur_ordre_id, *(set(F) - {F.PLATFORM_ADMIN})),
        house.member(str(new_id()), F.PLATFORM_ADMIN),
        house.member(told.pair.donneur_ordre_id, F.BI_READER, contracts=[other.contract_id]),
    ):
        problem(api.get(address), 404)
    problem(house.member(told.pair.donneur_ordre_id, F.PLATFORM_ADMIN).get(address), 403)
