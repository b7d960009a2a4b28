"""Every figure of the demonstration, computed again: by the product from its events, and here from the tickets."""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction
from typing import Any
from zoneinfo import ZoneInfo

import httpx
import pytest

from tests.support.copil import Copil

PAIRS = [
    ("contract_id", "donneur_ordre", "sous_traitant"),
    ("other_contract_id", "autre_donneur_ordre", "autre_sous_traitant"),
]
PARIS = ZoneInfo("Europe/Paris")
KPI = "/api/kpi/v1"
AT_ONCE = 4
Key = tuple[str, str | None]
"""(indicator, variant)."""
Ticket = dict[str, Any]


def _periods(party: httpx.Client, contract: str) -> list[str]:
    """Every month and quarter from the contract's start to now."""
    first = date.fromisoformat(party.get(f"/api/contracts/v1/contracts/{contract}").json()["starts_on"]).replace(day=1)
    today = datetime.now(PARIS).date()
    months = []
    while first <= today:
        months.append(first)
        first = (first + timedelta(days=32)).replace(day=1)
    quarters = sorted({f"{month:%Y}-Q{(month.month + 2) // 3}" for month in months})
    return [f"{month:%Y-%m}" for month in months] + quarters


def _figures(party: httpx.Client, contract: str, period: str) -> dict[Key, dict[str, Any]]:
    answer = party.get(f"{KPI}/contracts/{contract}/figures", params={"period": period})
    assert answer.status_code == 200, answer.text
    return {(item["indicator"], item["variant"]): item for item in answer.json()["items"]}


def _tickets(party: httpx.Client, contract: str) -> list[Ticket]:
    """Every ticket that counts, page after page."""
    found: list[Ticket] = []
    asked = {"limit": "1000"}
    while True:
        page = party.get(f"{KPI}/contracts/{contract}/tickets", params=asked).json()
        found += page["items"]
        if page["next_cursor"] is None:
            return [one for one in found if not one["orphan"] and one["excluded"] is None]
        asked = {"limit": "1000", "cursor": page["next_cursor"]}


@pytest.mark.parametrize(("contract_key", "first", "second"), PAIRS, ids=["first pair", "second pair"])
def test_every_figure_comes_out_of_its_events(copil: Copil, contract_key: str, first: str, second: str) -> None:
    """given every month / then each figure equals its recomputation, and both read the same bytes.

    Quarters too, of the pair with few tickets: those of the other cost as much again as its months.
    """
    contract = copil.credentials[contract_key]
    with copil.client(first) as party, copil.client(second) as other, ThreadPoolExecutor(AT_ONCE) as threads:

        def unequal(figure: dict[str, Any]) -> str | None:
            path = f"{KPI}/figures/{figure['figure_id']}/explanation"
            answer = party.get(path, params={"limit": 1})
            assert answer.status_code == 200, answer.text
            told = answer.json()
            again, seen = told["recomputed"], told["figure"]
            counted = told["counts"]["in"]
            whole = seen["denominator"] is None or seen["denominator"] == counted["denominator"]
            if again["equal"] is True and again["value"] == seen["value"] and whole:
                return None
            return f"{figure['indicator']} {figure['variant']} {figure['period']}: {seen['value']} but {again}"

        read = 0
        with_quarters = contract_key == "other_contract_id"
        for period in [one for one in _periods(party, contract) if with_quarters or "Q" not in one]:
            params = {"period": period}
            mine, theirs = (
                client.get(f"{KPI}/contracts/{contract}/figures", params=params) for client in (party, other)
            )
            assert mine.content == theirs.content
            figures = mine.json()["items"]
            assert [found for found in threads.map(unequal, figures) if found] == []
            read += sum(figure["value"] is not None for figure in figures)
        assert read > 100


@pytest.mark.parametrize(("contract_key", "first", "second"), PAIRS, ids=["first pair", "second pair"])
def test_every_month_comes_out_of_the_tickets(copil: Copil, contract_key: str, first: str, second: str) -> None:
    """given the list of tickets / then shares and durations counted here, months and quarters, are the figures."""
    contract = copil.credentials[contract_key]
    with copil.client(first) as party, copil.client(second) as other:
        solved, answered = _by_period(_tickets(other, contract))
        today = f"{datetime.now(PARIS):%Y-%m}"
        for period in _periods(party, contract):
            if period == today or _quarter(today) == period:
                # It moves while it is read.
                continue
            figures = _figures(party, contract, period)
            told = {key: figures[key]["value"] for key in COUNTED}
            assert told == _counted(solved[period], answered[period]), period
            for key in (("fcr_ticket", None), ("one_touch", None), ("reopen_rate", None)):
                assert figures[key]["denominator"] == len(solved[period])


COUNTED: tuple[Key, ...] = (
    ("fcr_ticket", None), ("one_touch", None), ("reopen_rate", None),
    ("frt", "median"), ("frt", "p90"), ("frt", "mean"),
)  # fmt: skip


def _by_period(tickets: Iterable[Ticket]) -> tuple[dict[str, list[Ticket]], dict[str, list[Ticket]]]:
    """Tickets by month and by quarter of their first solve, and those answered by that of their creation (D10, D6)."""
    solved, answered = defaultdict(list), defaultdict(list)
    for ticket in tickets:
        created = datetime.fromisoformat(ticket["created_at"])
        if ticket["first_resolution_s"] is not None:
            # Whole seconds were cut from the duration: half a second leads back into the second of the solve.
            at = created + timedelta(seconds=ticket["first_resolution_s"], milliseconds=500)
            for period in _both(at):
                solved[period].append(ticket)
        if ticket["first_response_s"] is not None and not ticket["agent_created"]:
            for period in _both(created):
                answered[period].append(ticket)
    return solved, answered


def _both(at: datetime) -> tuple[str, str]:
    month = f"{at.astimezone(PARIS):%Y-%m}"
    return month, _quarter(month)


def _quarter(month: str) -> str:
    return f"{month[:4]}-Q{(int(month[5:]) + 2) // 3}"


def _counted(solved: Sequence[Ticket], answered: Sequence[Ticket]) -> dict[Key, str | None]:
    seconds = sorted(ticket["first_response_s"] for ticket in answered)
    return {
        ("fcr_ticket", None): _share([ticket["fcr"] for ticket in solved]),
        ("one_touch", None): _share([ticket["one_touch"] for ticket in solved]),
        ("reopen_rate", None): _share([ticket["reopened_within_window"] for ticket in solved]),
        ("frt", "median"): _nearest_rank(seconds, Fraction(1, 2)),
        ("frt", "p90"): _nearest_rank(seconds, Fraction(9, 10)),
        ("frt", "mean"): _rounded(Fraction(sum(seconds), len(seconds)), "1") if seconds else None,
    }


def _share(outcomes: Sequence[bool]) -> str | None:
    assert all(isinstance(outcome, bool) for outcome in outcomes)
    return _rounded(Fraction(sum(outcomes), len(outcomes)), "0.0001") if outcomes else None


def _nearest_rank(ascending: Sequence[int], share: Fraction) -> str | None:
    return str(ascending[math.ceil(share * len(ascending)) - 1]) if ascending else None


def _rounded(value: Fraction, scale: str) -> str:
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return str(exact.quantize(Decimal(scale), ROUND_HALF_EVEN))


@pytest.mark.parametrize("indicator", ["sla_resolution", "sla_first_response", "csat", "nps"])
def test_the_listed_tickets_make_the_value(copil: Copil, indicator: str) -> None:
    """given the tickets that an explanation lists / then they lie in its month, and counted they are the value."""
    contract = copil.credentials["contract_id"]
    today = datetime.now(PARIS).date().replace(day=1)
    period = f"{today - timedelta(days=1):%Y-%m}"
    with copil.client("donneur_ordre") as party:
        figure = _figures(party, contract, period)[(indicator, None)]
        listed: list[dict[str, Any]] = []
        asked = {"counted": "in", "limit": "1000"}
        while True:
            page = party.get(f"{KPI}/figures/{figure['figure_id']}/explanation", params=asked).json()["tickets"]
            listed += page["items"]
            if page["next_cursor"] is None:
                break
            asked["cursor"] = page["next_cursor"]
    assert len({(one["source_id"], one["ticket_id"]) for one in listed}) == len(listed) == figure["sample_size"]
    assert {_both(datetime.fromisoformat(one["reference_at"]))[0] for one in listed} == {period}
    if indicator == "nps":
        sides = [one["answer"] for one in listed]
        points = Fraction(100 * (sides.count("promoter") - sides.count("detractor")), len(sides))
        assert Decimal(figure["value"]) == Decimal(_rounded(points, "0.01"))
    else:
        assert figure["value"] == _share([one["in_numerator"] for one in listed])
