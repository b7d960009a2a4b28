"""The table of figures: the numbers of the pages to the last digit, whole whichever way it is read."""

from datetime import date
from decimal import Decimal
from typing import Any

import httpx
import pytest

from services.common.auth.access import Function
from services.common.instants import now, to_text
from services.kpi.bi import answers
from services.kpi.figures.rules.indicators import SERIES
from tests.kpi.bi.support import Tables, as_csv, pull, read, read_csv
from tests.support.callers import Api, faults
from tests.support.kpi_service import KpiHouse, snapshot
from tests.support.problems import problem

F = Function
SAME = (
    "figure_id", "version", "indicator", "variant", "period", "unit", "direction", "numerator", "denominator",
    "sample_size", "verdict", "certainty", "state", "provisional", "data_as_of",
)  # fmt: skip
RANGE = {"from": "2026-09", "to": "2026-11"}


def pages(api: Api, tables: Tables, periods: list[str]) -> list[dict[str, Any]]:
    """The figures as the pages show them, in the order of the table."""
    found = []
    for contract in tables.both:
        for period in periods:
            answer = api.get(f"/v1/contracts/{contract}/figures", params={"period": period})
            items = answer.json()["items"]
            found += sorted(items, key=lambda item: (item["indicator"], item["variant"] or ""))
    return found


def exact(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


@pytest.mark.parametrize(
    ("grain", "first", "last", "periods"),
    [
        ("month", "2026-09", "2026-11", ["2026-09", "2026-10", "2026-11"]),
        ("quarter", "2026-09", "2026-10-01", ["2026-Q3", "2026-Q4"]),
        ("day", "2026-10-24", "2026-10-26", ["2026-10-24", "2026-10-25", "2026-10-26"]),
    ],
)
def test_every_row_is_the_figure_of_the_page(
    tables: Tables, grain: str, first: str, last: str, periods: list[str]
) -> None:
    rows = pull(tables.key, "figures", grain=grain, **{"from": first, "to": last})
    shown = pages(tables.key, tables, periods)
    assert len(rows) == len(shown) == 2 * len(periods) * len(SERIES)
    assert [row["contract_id"] for row in rows[:: len(rows) // 2]] == tables.both
    for row, figure in zip(rows, shown, strict=True):
        assert {name: row[name] for name in SAME} == {name: figure[name] for name in SAME}
        for name in ("value", "target", "tolerance"):
            assert (row[name], str(row[name])) == (exact(figure[name]), str(exact(figure[name])))
        interval = figure["interval"] or {"low": None, "high": None, "level": None}
        for name in ("low", "high", "level"):
            assert row[f"interval_{name}"] == exact(interval[name])
        assert date.fromisoformat(row["period_start"]) <= date.fromisoformat(row["period_end"])
    assert any(row["interval_low"] is not None for row in rows)


def test_days_of_a_period_are_local_dates(tables: Tables) -> None:
    first, *_, last = pull(tables.key, "figures", grain="quarter", **{"from": "2026-Q1", "to": "2026-Q4"})
    assert (first["period_start"], first["period_end"]) == ("2026-01-01", "2026-03-31")
    assert (last["period_start"], last["period_end"]) == ("2026-10-01", "2026-12-31")


@pytest.mark.parametrize("limit", ["1", "7", "21", "42", "10000"])
def test_pages_are_the_whole(tables: Tables, limit: str) -> None:
    whole = pull(tables.key, "figures", **RANGE)
    narrow = {"indicator": "ttr", **RANGE} if limit == "1" else RANGE
    wanted = [row for row in whole if limit != "1" or row["indicator"] == "ttr"]
    assert pull(tables.key, "figures", limit=limit, **narrow) == wanted


def test_csv_tells_the_same(tables: Tables) -> None:
    rows = pull(tables.key, "figures", **RANGE)
    by_suffix = tables.key.get("/v1/bi/figures.csv", params=RANGE)
    assert read_csv(by_suffix) == [as_csv(row) for row in rows]
    by_accept = tables.key.get("/v1/bi/figures", params=RANGE, headers={"accept": "text/csv;q=1.0, */*;q=0.1"})
    assert by_accept.content == by_suffix.content
    page = tables.key.get("/v1/bi/figures.csv", params={**RANGE, "limit": "50"})
    assert read_csv(page) == [as_csv(row) for row in rows[:50]]
    assert "/bi/v1/figures.csv?" in page.headers["link"]
    assert tables.key.get("/v1/bi/figures", params=RANGE, headers={"accept": "application/json, text/csv"}).json()


@pytest.mark.parametrize("table", ["figures", "figures.csv", "tickets", "tickets.csv"])
def test_the_head_alone(tables: Tables, table: str) -> None:
    """given a reader of files, which asks for the head first / then what the table is, and its length when known."""
    params = {"contract_id": tables.first.contract_id}
    head = tables.key.call("HEAD", f"/v1/bi/{table}", params=params)
    whole = tables.key.get(f"/v1/bi/{table}", params=params)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-type"] == whole.headers["content-type"]
    if table == "figures":
        assert int(head.headers["content-length"]) == len(whole.content)
    if table.endswith(".csv"):
        assert "content-length" not in head.headers
    problem(tables.house.stranger.get(f"/v1/bi/{table}"), 401)


def test_a_contract_alone_and_its_number(tables: Tables) -> None:
    """given one contract / then its rows, with the number that its page watches."""
    contract = tables.second.contract_id
    page = read(tables.key.get("/v1/bi/figures", params={**RANGE, "contract_id": contract}))
    watermark = int(tables.key.get(f"/v1/contracts/{contract}/watermark").json()["watermark"])
    assert page["watermark"] == watermark
    assert {row["contract_id"] for row in page["data"]} == {contract}
    assert {row["watermark"] for row in page["data"]} == {watermark}
    assert {row["contract_title"] for row in page["data"]} == {'=HYPERLINK("x")'}
    both = read(tables.key.get("/v1/bi/figures", params={**RANGE, "limit": "1"}))
    assert both["watermark"] > watermark


def test_both_parties_read_the_same_bytes(tables: Tables) -> None:
    params = {**RANGE, "contract_id": tables.first.contract_id}
    house, pair = tables.house, tables.first
    told = {
        house.member(organisation, function).get("/v1/bi/figures", params=params).content
        for organisation, function in (
            (pair.donneur_ordre_id, F.BI_READER), (pair.sous_traitant_id, F.BI_READER),
            (pair.sous_traitant_id, F.READER),
        )
    }  # fmt: skip
    assert len(told) == 1


def test_without_a_range_it_is_a_year(tables: Tables) -> None:
    rows = pull(tables.key, "figures", indicator="nps", contract_id=tables.first.contract_id)
    assert len(rows) == 13
    assert rows[0]["period"][5:] == rows[-1]["period"][5:]
    assert int(rows[-1]["period"][:4]) == int(rows[0]["period"][:4]) + 1


@pytest.mark.parametrize(
    ("params", "named"),
    [
        ({"from": "2026-13"}, {"query.from"}),
        ({"to": "october"}, {"query.to"}),
        ({"from": "2026-10", "to": "2026-09"}, {"query.to"}),
        ({"grain": "day", "from": "2024-01", "to": "2026-04"}, {"query.to"}),
        ({"from": "2001", "to": "2026-04"}, {"query.from"}),
        ({"from": "2001-01", "to": "2026-04"}, {"query.to"}),
        ({"grain": "week"}, {"query.grain"}),
        ({"indicator": "x"}, {"query.indicator"}),
        ({"limit": "0"}, {"query.limit"}),
        ({"limit": "10001"}, {"query.limit"}),
        ({"cursor": "x"}, {"cursor"}),
        ({"cursor": "WyJhIl0"}, {"cursor"}),
        ({"cursor": "WzEsMiwzLDRd"}, {"cursor"}),
    ],
)
def test_what_is_wrong_is_named(tables: Tables, params: dict[str, str], named: set[str]) -> None:
    assert faults(tables.key.get("/v1/bi/figures", params=params)) == named


def test_a_csv_is_whole_or_broken_off(house: KpiHouse) -> None:
    """given a long table on its way / when its reader is no party any more / then it breaks off, and is no shorter
    table that looks whole."""
    told = snapshot()
    house.tell(told)
    api = house.member(told["parties"][0]["organisation_id"], F.BI_READER)
    address = "/v1/bi/figures.csv?grain=day&from=2024-09-01&to=2026-10-31"
    with api.stream(address) as answer:
        assert answer.status_code == 200
        pieces = answer.iter_bytes()
        assert next(pieces).startswith(b"figure_id,contract_id,")
        told["parties"][0]["valid_to"] = to_text(now())
        house.tell(told | {"revision": 2})
        with pytest.raises(httpx.RemoteProtocolError):
            list(pieces)
    problem(api.get(f"{address}&contract_id={told['id']}"), 404)


def test_a_page_that_takes_long_ends_where_it_is(tables: Tables, monkeypatch: pytest.MonkeyPatch) -> None:
    """given no time at all / then each page still goes on, and all of them are the whole."""
    whole = pull(tables.key, "tickets", created_from="2026-10-24")
    monkeypatch.setattr(answers, "PAGE_SECONDS", 0.0)
    slow = read(tables.key.get("/v1/bi/tickets", params={"created_from": "2026-10-24"}))
    assert slow["count"] <= 1
    assert slow["next"] is not None
    told = pull(tables.key, "tickets", created_from="2026-10-24")
    assert [row["ticket_id"] for row in told] == [row["ticket_id"] for row in whole]


@pytest.mark.parametrize("table", ["figures", "tickets", "figures.csv", "tickets.csv", "catalog"])
def test_who_reads_what(tables: Tables, table: str) -> None:
    """Own contracts only, those of the key's scope only; 401, then 404, then 403."""
    house, contract = tables.house, tables.first.contract_id
    organisation = tables.first.donneur_ordre_id
    other = house.pair()
    address, one = f"/v1/bi/{table}", f"/v1/bi/{table}?contract_id={contract}"
    problem(house.stranger.get(one), 401)
    outsider = house.member(other.donneur_ordre_id, *(set(F) - {F.PLATFORM_ADMIN}))
    for api in (
        outsider,
        house.member(other.donneur_ordre_id, F.PLATFORM_ADMIN),
        house.member(organisation, F.BI_READER, contracts=[tables.second.contract_id]),
        house.member(organisation, F.BI_READER, contracts=[]),
    ):
        problem(api.get(one), 404)
    problem(tables.key.get(f"{address}?contract_id=nope"), 404)
    problem(house.member(organisation, F.PLATFORM_ADMIN).get(one), 403)
    problem(house.member(organisation, F.PLATFORM_ADMIN).get(address), 403)
    assert contract not in outsider.get(address).text
    scoped = house.member(organisation, F.BI_READER, contracts=[contract])
    # The bytes of tickets grow with the hour: waits are counted until now.
    assert scoped.get(address).text.count(contract) == scoped.get(one).text.count(contract)
    assert tables.second.contract_id not in scoped.get(address).text
    assert house.member(organisation, F.BI_READER, contracts=[]).get(address).status_code == 200


def test_the_catalog_names_every_column(tables: Tables) -> None:
    """given the catalog / then the rows have its columns in its order, each cell of its type."""
    catalog = tables.key.get("/v1/bi/catalog").json()
    assert [item["name"] for item in catalog["sets"]] == ["figures", "tickets"]
    kinds: dict[str, tuple[type, ...]] = {
        "string": (str,), "integer": (int,), "decimal": (Decimal, int), "boolean": (bool,), "date": (str,),
        "datetime": (str,),
    }  # fmt: skip
    for told in catalog["sets"]:
        rows = pull(tables.key, told["name"])
        assert told["json_url"].endswith(f"/bi/v1/{told['name']}")
        assert list(rows[0]) == [column["name"] for column in told["columns"]]
        assert {told["watermark_column"], *told["key"]} <= set(rows[0])
        assert len({tuple(row[name] for name in told["key"]) for row in rows}) == len(rows)
        for column in told["columns"]:
            cells = {type(row[column["name"]]) for row in rows}
            assert cells <= {*kinds[column["type"]], *([type(None)] if column["nullable"] else [])}, column
            assert column["label"]["fr"]
            assert column["label"]["en"]
