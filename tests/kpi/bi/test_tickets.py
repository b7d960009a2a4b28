"""The table of tickets: the rows of the list, flat, all of one instant whatever happens between pages."""

from typing import Any

import pytest

from services.common.instants import now, to_microseconds
from services.kpi.bi import service as bi
from services.kpi.tickets import service as tickets
from tests.factories.webhooks import cloud_event, generic_delivery
from tests.kpi.bi.support import Rows, Tables, as_csv, pull, read, read_csv
from tests.support.callers import faults
from tests.support.kpi_service import PUBLIC_URL

BY_SCHEDULE = ("first_response_business_s", "full_resolution_business_s", "requester_wait_business_s")


def listed(tables: Tables, contract: str) -> list[dict[str, Any]]:
    """The tickets of a contract as the list tells them."""
    items: list[dict[str, Any]] = []
    cursor = None
    while True:
        params = {"limit": "1000"} | ({"cursor": cursor} if cursor else {})
        page = tables.key.get(f"/v1/contracts/{contract}/tickets", params=params).json()
        items += page["items"]
        cursor = page["next_cursor"]
        if cursor is None:
            return items


def still(rows: Rows) -> Rows:
    """Without what grows with the hour of asking."""
    return [{name: cell for name, cell in row.items() if "wait" not in name} for row in rows]


def test_every_row_is_the_ticket_of_the_list(tables: Tables) -> None:
    rows = pull(tables.key, "tickets")
    tickets = [(contract, ticket) for contract in tables.both for ticket in listed(tables, contract)]
    assert len(rows) == len(tickets) > 60
    for row, (contract, ticket) in zip(rows, tickets, strict=True):
        assert row["contract_id"] == contract
        for name, value in ticket.items():
            if name in BY_SCHEDULE and "wait" not in name:
                told = {f"{name}_{schedule}": seconds for schedule, seconds in (value or {}).items()}
                assert {column: row[column] for column in told} == told
            elif "wait" not in name:
                assert row[name] == value, name


def test_schedules_of_all_contracts_are_columns_of_every_row(tables: Tables) -> None:
    names = [f"{fact}_{schedule}" for fact in BY_SCHEDULE for schedule in ("bureau", "nuit", "weekend")]
    rows = pull(tables.key, "tickets", limit="10")
    assert {tuple(row)[-9:] for row in rows} == {tuple(names)}
    nights = {row["contract_id"] for row in rows if row["first_response_business_s_nuit"] is not None}
    assert nights == {tables.first.contract_id}
    alone = pull(tables.key, "tickets", contract_id=tables.second.contract_id)
    assert tuple(alone[0])[-6:] == tuple(name for name in names if not name.endswith("nuit"))


@pytest.mark.parametrize("limit", ["3", "39", "10000"])
def test_pages_are_the_whole(tables: Tables, limit: str) -> None:
    assert still(pull(tables.key, "tickets", limit=limit)) == still(pull(tables.key, "tickets"))


def test_csv_tells_the_same(tables: Tables) -> None:
    rows = still(pull(tables.key, "tickets"))
    told = read_csv(tables.key.get("/v1/bi/tickets.csv"))
    assert [{name: row[name] for name in rows[0]} for row in told] == [as_csv(row) for row in rows]


@pytest.mark.parametrize(("ahead", "batch"), [(1000, 1000), (3, 2), (2, 3)])
def test_days_of_creation(tables: Tables, monkeypatch: pytest.MonkeyPatch, ahead: int, batch: int) -> None:
    """Days are those of Paris: what was created at 22:30 UTC belongs to the day after; without creation, to none."""
    monkeypatch.setattr(tickets, "AHEAD", ahead)
    monkeypatch.setattr(bi, "BATCH_WITHIN", batch)
    whole = pull(tables.key, "tickets")
    narrow = pull(tables.key, "tickets", created_from="2026-10-22", created_to="2026-10-24", limit="5")
    inside = {
        (row["contract_id"], row["ticket_id"])
        for row in whole
        if row["created_at"] is not None and "2026-10-21T22:00:00Z" <= row["created_at"] < "2026-10-24T22:00:00Z"
    }
    assert {(row["contract_id"], row["ticket_id"]) for row in narrow} == inside
    assert 0 < len(narrow) == len(inside) < len(whole)
    assert any(row["created_at"] is None for row in whole)


async def test_a_pull_is_of_one_instant(tables: Tables) -> None:
    """given a first page / when tickets are added and changed / then the next pages tell what was known before."""
    before = still(pull(tables.key, "tickets"))
    page = read(tables.key.get("/v1/bi/tickets", params={"limit": "10"}))
    rows: Rows = list(page["data"])
    moment = to_microseconds(now())
    events = [cloud_event("created", "T-ZZ", moment), cloud_event("status", "T-9", moment, {"status": "hold"})]
    await tables.workbench.store(tables.sources[1], [generic_delivery(event, moment) for event in events])
    while page["next"] is not None:
        page = read(tables.key.get("/v1" + page["next"].removeprefix(PUBLIC_URL).replace("/bi/v1", "/bi")))
        rows += page["data"]
    assert still(rows) == before
    after = pull(tables.key, "tickets")
    assert len(after) == len(before) + 1
    await tables.workbench.fold(moment)


@pytest.mark.parametrize(
    ("params", "named"),
    [
        ({"created_from": "yesterday"}, {"query.created_from"}),
        ({"created_from": "2026-10-02", "created_to": "2026-10-01"}, {"query.created_to"}),
        ({"cursor": "WyJhIiwiYiIsImMiLCJkIl0"}, {"cursor"}),
        ({"cursor": "WyIyMDI2LTEwLTAxVDAwOjAwOjAwIiwiYiIsImMiLCJkIl0"}, {"cursor"}),
        ({"cursor": "WyI5OTk5LTEyLTMxVDIzOjU5OjU5WiIsImIiLCJjIiwiZCJd"}, {"cursor"}),
        ({"cursor": "WyJhIl0"}, {"cursor"}),
    ],
)
def test_what_is_wrong_is_named(tables: Tables, params: dict[str, str], named: set[str]) -> None:
    assert faults(tables.key.get("/v1/bi/tickets", params=params)) == named
