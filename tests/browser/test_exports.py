"""What is taken away from a page holds the API's numbers, filtered as the page is, and runs as no formula."""

import csv
import io
import re
import struct
import time
import warnings
import xml.etree.ElementTree as ET
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import httpx
import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from playwright.sync_api import Locator, Page, expect

from tests.factories.webhooks import cloud_event, compact, generic_headers
from tests.support.processes import eventually
from tests.support.sending import SECOND, now_us
from tests.support.visits import Visits, month_before, this_month

LAST = month_before(this_month())
Sorted = Callable[[dict[str, Any]], bool]


def _figures(visits: Visits, period: str = LAST) -> list[dict[str, Any]]:
    contract = visits.copil.credentials["contract_id"]
    with visits.copil.client("sous_traitant") as other:
        answer = other.get(f"/api/kpi/v1/contracts/{contract}/figures", params={"period": period})
    items: list[dict[str, Any]] = answer.json()["items"]
    return items


def _take(page: Page, where: Locator, item: str) -> Path:
    """Export from the menu of a part of the page; the file."""
    with page.expect_download() as download:
        where.get_by_role("button", name="Exporter").click()
        page.get_by_role("menuitem", name=item).click()
    return Path(download.value.path())


def _rows(path: Path, separator: str = ";") -> list[dict[str, str]]:
    """The table of a CSV file: the lines before the blank one."""
    text = path.read_bytes().decode("utf-8-sig")
    table, _, notes = text.partition("\r\n\r\n")
    assert notes.startswith(("# ", '"# '))
    return list(csv.DictReader(io.StringIO(table), delimiter=separator, strict=True))


def _sheet(path: Path) -> tuple[Worksheet, list[dict[str, Any]]]:
    copied = io.BytesIO(path.read_bytes())
    with warnings.catch_warnings():
        # openpyxl misses a named style; spreadsheets have their own.
        warnings.filterwarnings("ignore", "Workbook contains no default style")
        book = load_workbook(copied)
    assert len(book.worksheets) == 2
    sheet = book.worksheets[0]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n", "d"}
    header, *rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    return sheet, [dict(zip(map(str, header), row, strict=True)) for row in rows]


def _told(items: list[dict[str, Any]]) -> list[tuple[str, str, int]]:
    """Value, target and sample of figures, to be compared whatever their order."""
    return sorted((_plain(one["value"]), _plain(one["target"]), one["sample_size"]) for one in items)


def _plain(value: str | None) -> str:
    return "" if value is None else str(Decimal(value).normalize())


def _number(value: object) -> str:
    """A cell of a workbook; Excel holds numbers in binary."""
    return "" if value is None else str(Decimal(str(round(float(str(value)), 6))).normalize())


@pytest.mark.parametrize(("screen", "part"), [("pilotage", "La réglette"), ("indicateurs", None)])
def test_tables_of_figures(visits: Visits, screen: str, part: str | None) -> None:
    """given a table of figures / then its workbook and its text hold exactly the API's numbers, row by row."""
    page = visits.page("donneur_ordre", f"{visits.contract}/{screen}", periode=LAST)
    expect(page.get_by_role("table").first).to_be_visible()
    where = page.get_by_role("region", name=part) if part else page.get_by_role("main")
    binding: Sorted = lambda one: one["commitment"] is not None and one["commitment"]["class"] == "contractual"  # noqa: E731
    figures = [one for one in _figures(visits) if part is None or binding(one)]
    expected = _told(figures)

    taken = _take(page, where, "Texte (CSV)")
    assert taken.read_bytes().startswith(b"\xef\xbb\xbf")
    rows = _rows(taken)
    assert sorted(
        (_plain(row["Mesure"].replace(",", ".") or None), _plain(row["Cible"].replace(",", ".") or None),
         int(row["Échantillon"])) for row in rows
    ) == expected  # fmt: skip
    # French decimals: not one point in a number.
    assert not any("." in row[column] for row in rows for column in ("Mesure", "Cible", "Tolérance", "Échantillon"))

    sheet, cells = _sheet(_take(page, where, "Classeur (XLSX)"))
    assert sheet.freeze_panes == "A2"
    assert sorted((_number(row["Mesure"]), _number(row["Cible"]), row["Échantillon"]) for row in cells) == expected
    assert [row["Indicateur"] for row in cells] == [row["Indicateur"] for row in rows]
    shown = where.get_by_role("rowheader").get_by_role("link").all_inner_texts()
    assert [re.sub(r"\s+", " ", str(row["Indicateur"])) for row in cells] == [re.sub(r"\s+", " ", n) for n in shown]


def test_a_menu_at_the_lower_edge(visits: Visits) -> None:
    """given a window that ends right under the button / then every entry of the menu can still be reached."""
    page = visits.page("donneur_ordre", f"{visits.contract}/indicateurs", periode=LAST)
    button = page.get_by_role("main").get_by_role("button", name="Exporter")
    expect(page.get_by_role("rowheader").first).to_be_visible()
    below = button.bounding_box()
    assert below is not None
    page.set_viewport_size({"width": 1440, "height": int(below["y"] + below["height"]) + 4})
    page.evaluate("window.scrollTo(0, 0)")
    assert _rows(_take(page, page.get_by_role("main"), "Texte (CSV)"))
    assert _take(page, page.get_by_role("main"), "Classeur (XLSX)").stat().st_size


def test_tickets_as_filtered(visits: Visits) -> None:
    """given the tickets outside the numerator / then both files hold these tickets, all of them, and no others."""
    page = visits.page(
        "sous_traitant", f"{visits.contract}/indicateurs/sla_resolution", periode=LAST, comptes="not_numerator"
    )
    expect(page.get_by_role("region", name="Les tickets")).to_be_visible()
    figure = next(one for one in _figures(visits) if one["indicator"] == "sla_resolution")
    with visits.copil.client("donneur_ordre") as other:
        answer = other.get(
            f"/api/kpi/v1/figures/{figure['figure_id']}/explanation", params={"counted": "not_numerator", "limit": 1000}
        )
    told = {(item["source_id"], item["ticket_id"]) for item in answer.json()["tickets"]["items"]}
    assert len(told) == figure["denominator"] - figure["numerator"]
    rows = _rows(_take(page, page.locator("#tickets"), "Texte (CSV)"))
    assert {(row["Source"], row["Ticket"]) for row in rows} == told
    assert len(rows) == len(told)
    assert {row["Au numérateur"] for row in rows} == {"non"}
    _, cells = _sheet(_take(page, page.locator("#tickets"), "Classeur (XLSX)"))
    assert [row["Ticket"] for row in cells] == [row["Ticket"] for row in rows]


def test_a_name_that_looks_like_a_formula(visits: Visits) -> None:
    """given a ticket whose number begins with `=` / then the text neutralises it and the workbook holds a text."""
    ticket, now = f'=HYPERLINK("http://x.example/{time.time_ns()}")', now_us()
    source = visits.copil.credentials["sources"]["autre_generic"]
    body = compact(
        [
            cloud_event("created", ticket, now - 3 * SECOND, {"status": "new"}),
            cloud_event("status", ticket, now - SECOND, {"status": "solved", "previous": "new"}),
        ]
    )
    headers = generic_headers(body, now, source["secret"], batch=True)
    assert httpx.post(source["url"], content=body, headers=headers, trust_env=False).status_code == 202
    contract = visits.copil.credentials["other_contract_id"]
    with visits.copil.client("autre_donneur_ordre") as party:
        path = f"/api/kpi/v1/contracts/{contract}"
        figures = party.get(f"{path}/figures", params={"period": this_month()}).json()["items"]
        figure = next(one for one in figures if one["indicator"] == "one_touch")

        def counted() -> bool:
            asked = {"counted": "in", "limit": "1000"}
            told = party.get(f"/api/kpi/v1/figures/{figure['figure_id']}/explanation", params=asked).json()
            return any(item["ticket_id"] == ticket for item in told["tickets"]["items"])

        eventually(counted, "the ticket is counted")
    path = f"/contrats/{contract}/indicateurs/one_touch"
    page = visits.page("autre_donneur_ordre", path, periode=this_month(), comptes="in")
    expect(page.get_by_role("region", name="Les tickets")).to_be_visible()
    rows = _rows(_take(page, page.locator("#tickets"), "Texte (CSV)"))
    assert [row["Ticket"] for row in rows if "HYPERLINK" in row["Ticket"]][-1].startswith("'=HYPERLINK")
    assert not any(value.startswith(("=", "+", "@", "\t")) for row in rows for value in row.values())
    _, cells = _sheet(_take(page, page.locator("#tickets"), "Classeur (XLSX)"))
    assert ticket in {row["Ticket"] for row in cells}


def test_english_text(visits: Visits) -> None:
    """given the page in English / then commas separate and points mark decimals."""
    page = visits.page("donneur_ordre", f"{visits.contract}/indicateurs", periode=LAST, langue="en")
    expect(page.get_by_role("table").first).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("main").get_by_role("button", name="Export").click()
        page.get_by_role("menuitem", name="CSV").click()
    rows = _rows(Path(download.value.path()), ",")
    expected = sorted(_plain(one["value"]) for one in _figures(visits))
    column = next(name for name in rows[0] if name in ("Measure", "Value", "Measured"))
    assert sorted(_plain(row[column] or None) for row in rows) == expected


def test_the_curve_as_picture_and_as_data(visits: Visits) -> None:
    """given the curve / then PNG, SVG and the clipboard hold it, the last with the days of the API."""
    permissions = {"permissions": ["clipboard-read", "clipboard-write"]}
    path = f"{visits.contract}/indicateurs/sla_resolution"
    page = visits.page("donneur_ordre", path, periode=LAST, options=permissions)
    chart = page.get_by_role("figure")
    expect(chart).to_be_visible()

    png = _take(page, chart, "Image (PNG)").read_bytes()
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    assert width >= 800
    assert height >= 300
    assert len(png) > 10_000

    svg = ET.fromstring(_take(page, chart, "Dessin (SVG)").read_bytes())
    assert svg.tag == "{http://www.w3.org/2000/svg}svg"
    words = " ".join(part.strip() for part in svg.itertext())
    assert "Respect du délai de résolution" in words
    assert "Copil" in words
    assert not re.search(r"<script|javascript:|\bclass=", ET.tostring(svg, encoding="unicode"))

    chart.get_by_role("button", name="Exporter").click()
    page.get_by_role("menuitem", name="Copier les données").click()
    expect(chart.get_by_text("Données copiées.")).to_be_visible()
    pasted = str(page.evaluate("navigator.clipboard.readText()"))
    rows = list(csv.DictReader(io.StringIO(pasted), delimiter="\t"))
    contract = visits.copil.credentials["contract_id"]
    asked = {
        "indicator": "sla_resolution",
        "from": rows[0]["Jour"],
        "to": rows[-1]["Jour"],
        "grain": "day",
        "window": "7",
    }
    with visits.copil.client("sous_traitant") as other:
        items = other.get(f"/api/kpi/v1/contracts/{contract}/series", params=asked).json()["items"]
    assert [(row["Jour"], row["Mesure"].replace(",", "."), int(row["Dénominateur"])) for row in rows] == [
        (item["period"], item["value"], item["denominator"]) for item in items
    ]
