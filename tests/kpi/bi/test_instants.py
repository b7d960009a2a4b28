"""Tables at instants: the figures and tickets of then, the same rows on every page, the same bytes for ever."""

from datetime import timedelta
from typing import Any

import pytest

from services.common.instants import from_microseconds, now, to_microseconds, to_text
from services.common.pagination import decode_cursor, encode_cursor
from services.kpi.bi import answers, service
from services.kpi.figures.recomputing import measure_all
from tests.factories.webhooks import cloud_event, generic_delivery
from tests.kpi.bi.conftest import NOW, START
from tests.kpi.bi.support import Rows, Tables, as_csv, pull, read, read_csv
from tests.support.callers import faults
from tests.support.kpi_service import PUBLIC_URL
from tests.support.lives import HOUR

RANGE = {"from": "2026-09", "to": "2026-11"}
AMID = to_text(from_microseconds(START + 100 * HOUR))


def without(rows: Rows, *names: str) -> Rows:
    """Rows without some of their columns."""
    return [{name: cell for name, cell in row.items() if name not in names} for row in rows]


def pages(tables: Tables, table: str, **params: str) -> Rows:
    """Every row, sending the cursor alone with what was asked for first."""
    rows: Rows = []
    cursor: dict[str, str] = {}
    while True:
        page = read(tables.key.get(f"/v1/bi/{table}", params={**params, **cursor}))
        rows += page["data"]
        if page["next_cursor"] is None:
            return rows
        cursor = {"cursor": page["next_cursor"]}


@pytest.mark.parametrize("grain", ["day", "month", "quarter"])
def test_at_the_present_instant_figures_are_those_of_now(tables: Tables, grain: str) -> None:
    span = {"grain": grain, "from": "2026-10-10", "to": "2026-11-20"}
    live = pull(tables.key, "figures", **span)
    for contract in tables.both:
        own = [row for row in live if row["contract_id"] == contract]
        at = own[0]["data_as_of"]
        assert pull(tables.key, "figures", **span, contract_id=contract, as_of=at) == own


def test_every_row_is_the_figure_of_then(tables: Tables) -> None:
    known_at = to_text(now() - timedelta(seconds=1))
    instants = {"as_of": AMID, "known_at": known_at}
    rows = pull(tables.key, "figures", grain="day", **{"from": "2026-10-20", "to": "2026-10-24"}, **instants)
    assert {row["data_as_of"] for row in rows} == {AMID}
    for row in rows[::7]:
        path = f"/v1/contracts/{row['contract_id']}/figures"
        items = tables.key.get(path, params={"period": row["period"], **instants}).json()["items"]
        figure = next(item for item in items if item["figure_id"] == row["figure_id"])
        for name in ("numerator", "denominator", "sample_size", "verdict", "state", "provisional", "version"):
            assert row[name] == figure[name]
        assert row["value"] is None or str(row["value"]) == figure["value"]


@pytest.mark.parametrize("limit", ["5", "50", "10000"])
def test_pages_of_figures_are_the_whole_of_one_evaluation(
    tables: Tables, monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    """given pages of any size, also such as take too long / then all rows once, every contract evaluated once."""
    evaluated: list[Any] = []

    async def noting(*args: Any) -> Any:
        evaluated.append(args)
        return await measure_all(*args)

    monkeypatch.setattr(service, "measure_all", noting)
    instants = {"as_of": AMID, "known_at": to_text(now() - timedelta(seconds=1))}
    narrow = {**RANGE, **instants, **({"indicator": "ttr"} if limit == "5" else {})}
    rows = pages(tables, "figures", **narrow, limit=limit)
    assert len(evaluated) == 2
    if limit == "50":
        monkeypatch.setattr(answers, "PAGE_SECONDS", 0.0)
        assert pages(tables, "figures", **{**narrow, "indicator": "csat"}) == [
            row for row in rows if row["indicator"] == "csat"
        ]
    assert {row["watermark"] for row in rows} == {0}
    assert read_csv(tables.key.get("/v1/bi/figures.csv", params=narrow)) == [as_csv(row) for row in rows]
    assert len(evaluated) == 2


@pytest.mark.parametrize("table", ["figures", "tickets"])
async def test_a_past_reads_the_same_bytes_and_a_pull_keeps_its_instants(tables: Tables, table: str) -> None:
    """given a pull of a past, and a first page as of an instant / when events come late / then the past is the same
    bytes, and the pages that follow tell what was known at the first."""
    span = RANGE if table == "figures" else {}
    key, address = tables.key, f"/v1/bi/{table}"
    past = {**span, "as_of": AMID, "known_at": to_text(now())}
    seen = [key.get(address, params=past).content, key.get(f"{address}.csv", params=past).content]
    first = read(key.get(address, params={**span, "as_of": AMID, "limit": "10"}))
    kept = decode_cursor(first["next_cursor"])[:2]
    assert kept[0] == AMID
    moment = START + 90 * HOUR
    events = [
        cloud_event("created", f"T-{table}", moment), cloud_event("status", f"T-{table}", moment, {"status": "solved"}),
    ]  # fmt: skip
    received = to_microseconds(now())
    await tables.workbench.store(tables.sources[0], [generic_delivery(event, received) for event in events])
    await tables.workbench.fold(NOW)
    rows: Rows = list(first["data"])
    page = first
    while page["next"] is not None:
        page = read(key.get("/v1" + page["next"].removeprefix(PUBLIC_URL).replace("/bi/v1", "/bi")))
        rows += page["data"]
    then = pull(key, table, **span, as_of=kept[0], known_at=kept[1])
    assert without(rows, "watermark") == without(then, "watermark")
    assert {row["watermark"] for row in then} == {0}
    assert [key.get(address, params=past).content, key.get(f"{address}.csv", params=past).content] == seen
    assert key.get(address, params=past).headers["x-watermark"] == "0"
    assert without(pull(key, table, **span, as_of=AMID), "watermark") != without(then, "watermark")


def test_every_row_is_the_ticket_of_then(tables: Tables) -> None:
    """given each instant alone and both / then the rows of the list of tickets at those instants."""
    contract = tables.first.contract_id
    known_at = to_text(now() - timedelta(seconds=1))
    for instants in ({"as_of": AMID, "known_at": known_at}, {"as_of": AMID}, {"known_at": "2020-01-01T00:00:00Z"}):
        rows = pull(tables.key, "tickets", contract_id=contract, **instants)
        path = f"/v1/contracts/{contract}/tickets"
        items = tables.key.get(path, params={"limit": "1000", **instants}).json()["items"]
        assert [row["ticket_id"] for row in rows] == [item["ticket_id"] for item in items]
        assert len(rows) > 10 or "as_of" not in instants
        for row, item in zip(rows, items, strict=True):
            for name in ("status", "created_at", "first_response_s", "requester_wait_s", "fcr", "fcr_final", "reopens"):
                assert row[name] == item[name], name


@pytest.mark.parametrize("table", ["figures", "tickets"])
def test_what_is_wrong_is_named(tables: Tables, table: str) -> None:
    for name in ("as_of", "known_at"):
        for wrong in ("yesterday", "2026-10-20T10:00:00", "20261020", "9999-12-31T23:59:59Z"):
            assert faults(tables.key.get(f"/v1/bi/{table}", params={name: wrong})) == {f"query.{name}"}
    # A cursor of figures as they are now holds no instants.
    place = ["2026-10-01T00:00:00Z", "x", *["a"] * (4 if table == "figures" else 3)]
    short = place[2:] if table == "figures" else place[:4]
    for cursor, params in ((place, {}), (place[:-1], {}), (short, {"as_of": AMID})):
        answer = tables.key.get(f"/v1/bi/{table}", params={**params, "cursor": encode_cursor(*cursor)})
        assert faults(answer) == {"cursor"}
