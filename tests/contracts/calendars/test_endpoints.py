"""Public holidays as a proposal for schedules."""

from tests.support.callers import faults
from tests.support.contracts import ContractsHouse, Pair

ELEVEN = 11


def test_the_holidays_of_some_years_are_proposed_in_order(house: ContractsHouse, pair: Pair) -> None:
    answer = pair.donneur_ordre.get("/v1/holidays", params={"from_year": "2026", "to_year": "2027"})
    assert answer.status_code == 200
    items = answer.json()["items"]
    assert len(items) == 2 * ELEVEN
    assert [one["date"] for one in items] == sorted(one["date"] for one in items)
    assert {"date": "2026-07-14", "name": "Fête nationale"} in items
    assert {"date": "2026-04-06", "name": "Lundi de Pâques"} in items
    assert house.platform.get("/v1/holidays", params={"from_year": "2026", "to_year": "2026"}).is_success


def test_a_span_that_is_none_is_refused(pair: Pair) -> None:
    for first, last in ((2027, 2026), (2026, 2036)):
        answer = pair.donneur_ordre.get("/v1/holidays", params={"from_year": first, "to_year": last})
        assert faults(answer) == {"to_year"}
    assert pair.donneur_ordre.get("/v1/holidays", params={"from_year": 1, "to_year": 2}).status_code == 422
