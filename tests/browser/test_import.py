"""Answers of a spreadsheet, on screen: read as it is written, shown, kept once somebody says so."""

import csv
import io
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from tests.support.marks import new_mark
from tests.support.visits import NARROW, Visits

HEADER = "réf;Avis;Répondu le;Mots"


def _file(rows: Sequence[str]) -> bytes:
    """As a French spreadsheet saves it."""
    return ("\r\n".join([HEADER, *rows]) + "\r\n").encode("windows-1252")


def _offer(page: Page, content: bytes, name: str = "enquête.csv") -> None:
    page.get_by_label("Choisir un fichier CSV").set_input_files(
        {"name": name, "mimeType": "text/csv", "buffer": content}
    )
    expect(page.get_by_role("heading", name="Comment il est lu")).to_be_visible()


def _say_columns(page: Page) -> None:
    page.get_by_role("combobox", name="Identifiant").select_option("1")
    page.get_by_label("Note (nécessaire)").select_option("2")
    page.get_by_label("Commentaire").select_option("4")
    page.get_by_label("Question de toutes les lignes").select_option("nps")


def _counts(page: Page) -> dict[str, int]:
    found = page.locator("dl.fates > div")
    expect(found).to_have_count(4)
    texts = [one.split("\n") for one in found.all_inner_texts()]
    return {name.strip(): int(re.sub(r"\D", "", value)) for name, value in texts}


def _verbatims(visits: Visits, mark: str) -> list[dict[str, Any]]:
    contract = visits.copil.credentials["contract_id"]
    with visits.copil.client("sous_traitant") as api:
        answer = api.get(
            f"/api/feedback/v1/contracts/{contract}/verbatims",
            params={"from": "2019-03-12T00:00:00Z", "to": "2019-03-12T20:00:00Z", "limit": 1000},
        )
    return [one for one in answer.json()["items"] if mark in (one["text"] or "")]


def test_a_french_spreadsheet_is_read_and_kept_on_a_word(visits: Visits) -> None:
    """given a file in Windows-1252 with its own names / when columns are said / then it is kept only on a word."""
    mark = new_mark()
    rows = [
        f"{mark}-1;9;12/03/2019 14:03;Très bien {mark}, appelez le 06 39 98 00 00",
        f'{mark}-2;douze;12/03/2019 14:03;"=HYPERLINK(""http://x.example"")"',
        f"{mark}-3;7;31/02/2019;",
        f"{mark}-1;9;12/03/2019 14:03;Très bien {mark}",
    ]
    page = visits.page("sous_traitant", f"{visits.contract}/verbatims")
    page.get_by_role("link", name="Importer des réponses").click()
    _offer(page, _file(rows))
    expect(page.get_by_text("Windows-1252 (Excel en français)")).to_be_visible()
    expect(page.get_by_text("point-virgule")).to_be_visible()
    expect(page.get_by_text("Il manque : Question, Note")).to_be_visible()
    expect(page.get_by_role("cell", name=f"Très bien {mark}, appelez le 06 39 98 00 00")).to_be_visible()
    _say_columns(page)
    keep = page.get_by_role("button", name="Enregistrer une réponse")
    expect(keep).to_be_enabled()
    assert _counts(page) == {"Nouvelles": 1, "Déjà connues": 1, "Contredites": 0, "Refusées": 2}
    table = page.get_by_role("region", name="Lignes écartées")
    expect(table.get_by_role("row", name=re.compile("Ligne 3.*Note.*n’est pas un nombre"))).to_be_visible()
    expect(table.get_by_role("row", name=re.compile("Ligne 4.*Date de réponse.*calendrier"))).to_be_visible()
    assert _verbatims(visits, mark) == []
    with page.expect_download() as download:
        page.get_by_role("button", name="Exporter").click()
        page.get_by_role("menuitem", name="Texte (CSV)").click()
    text = Path(download.value.path()).read_bytes().decode("utf-8-sig").partition("\r\n\r\n")[0]
    written = [row["Ligne telle qu’elle est écrite"] for row in csv.DictReader(io.StringIO(text), delimiter=";")]
    assert written[0].startswith(f"{mark}-2;douze")
    keep.click()
    expect(page.get_by_text("Une réponse est enregistrée.")).to_be_visible()
    [one] = _verbatims(visits, mark)
    assert (one["text"], one["score"], one["kind"]) == (f"Très bien {mark}, appelez le [[phone]]", 9, "nps")
    page.get_by_role("button", name="Importer un autre fichier").click()
    _offer(page, _file(rows))
    _say_columns(page)
    expect(page.get_by_role("button", name="Rien à enregistrer")).to_be_disabled()
    assert _counts(page)["Déjà connues"] == 2


def test_a_large_file_goes_in_parts_and_shows_how_far_it_is(visits: Visits) -> None:
    """given more answers than a request takes / when one part fails / then resuming keeps the rest, once."""
    mark = new_mark()
    rows = [f"{mark}-{number};{number % 11};13/03/2019 10:00;{mark}" for number in range(600)]
    rows[599] = f"{mark}-x;99;13/03/2019 10:00;"
    page = visits.page("donneur_ordre", f"{visits.contract}/verbatims/importer", options={"viewport": NARROW})
    _offer(page, _file(rows))
    _say_columns(page)
    keep = page.get_by_role("button", name=re.compile("Enregistrer 599 réponses"))
    expect(keep).to_be_enabled()
    expect(page.get_by_role("region", name="Lignes écartées").get_by_text("Ligne 601")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    sent: list[str] = []

    def second_fails(route: Any) -> None:
        if route.request.method != "POST":
            route.continue_()
            return
        sent.append(route.request.url)
        if len(sent) == 2:
            route.abort()
        else:
            route.continue_()

    page.route(re.compile(r"/answers/imports\?"), second_fails)
    keep.click()
    expect(page.get_by_role("alert")).to_contain_text("1 sur 2")
    page.get_by_role("button", name="Reprendre").click()
    expect(page.get_by_text("599 réponses sont enregistrées")).to_be_visible()
    assert len(sent) == 3
    _take_back(visits, stored=599)


def _take_back(visits: Visits, stored: int) -> None:
    """Undo the load: hundreds of words for the provider's team would stand in the way of other tests."""
    path = f"/api/feedback/v1/contracts/{visits.copil.credentials['contract_id']}/answers/imports"
    with visits.copil.client("donneur_ordre") as api:
        ids = [one["id"] for one in api.get(path).json()["items"] if one["summary"]["stored"] == stored]
        assert [api.post(f"{path}/{one}/undo").status_code for one in ids] == [200]


def test_who_may_not_import_is_not_offered_it(visits: Visits) -> None:
    person = visits.doors.person("sous_traitant", "reader")
    page = visits.context(cookies=visits.doors.sign_in(person["email"], person["password"])).new_page()
    page.goto(visits.url(f"{visits.contract}/verbatims"))
    expect(page.locator(".verbatims > li").first).to_be_visible()
    expect(page.get_by_role("link", name="Importer des réponses")).to_have_count(0)
    page.goto(visits.url(f"{visits.contract}/verbatims/importer"))
    expect(page.get_by_text("L’import revient à un responsable")).to_be_visible()
    expect(page.get_by_label("Choisir un fichier CSV")).to_have_count(0)
