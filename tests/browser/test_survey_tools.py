"""Survey tools and taking files back, on screen: by whoever manages, from the address to the first answer."""

import io
import json
import re
from datetime import UTC, datetime

import httpx
from openpyxl import Workbook
from playwright.sync_api import expect

from services.feedback.survey_tools.connectors.signatures import sign_standard
from tests.support.marks import new_mark
from tests.support.visits import NARROW, Visits


def test_a_survey_tool_is_connected_step_by_step(visits: Visits) -> None:
    """given a tool that sends before anything is mapped / when its questions are named / then what waited counts."""
    mark = new_mark()
    page = visits.page("sous_traitant", f"{visits.contract}/verbatims")
    page.get_by_role("link", name="Outils d’enquête").click()
    page.get_by_label("Autre outil, par JSON signé").check()
    page.get_by_label("Nom de l’outil, lu par les deux parties").fill(f"Enquête {mark}")
    page.get_by_role("button", name="Créer l’adresse").click()
    expect(page.get_by_role("heading", name=f"Relier « Enquête {mark} »")).to_be_visible()
    url, secret = (page.locator(".copy-block code").nth(place).inner_text() for place in range(2))
    assert re.search(r"/surveys/[0-9a-f]{40}$", url)
    answers = {"reco": 9, "mot": f"{mark}, appelez le 06 39 98 00 00"}
    body = json.dumps({"id": mark, "answered_at": "2019-03-14T10:00:00Z", "answers": answers}).encode()
    headers = sign_standard(body, secret, datetime.now(UTC), f"msg_{mark}")
    taken = httpx.post(url, content=body, headers={"content-type": "application/json", **headers}, trust_env=False)
    assert taken.status_code == 202, taken.text
    expect(page.get_by_text("en attente : aucune question reliée n’y figure")).to_be_visible()
    assert "06 39 98" not in page.content()
    page.get_by_label("Recommandation (NPS)").select_option("reco")
    page.get_by_label("Commentaire").select_option("mot")
    page.get_by_role("button", name="Enregistrer et relire").click()
    expect(page.get_by_text("Une livraison en attente a été relue.")).to_be_visible()
    expect(page.get_by_role("region", name="Dernières livraisons").get_by_text("lue", exact=True)).to_be_visible()
    page.get_by_role("button", name="Envoyer un essai").click()
    expect(page.get_by_text("Recommandation (NPS) : 9 sur 10")).to_be_visible()
    with visits.copil.client("donneur_ordre") as api:
        query = {"from": "2019-03-14T00:00:00Z", "to": "2019-03-15T00:00:00Z"}
        found = api.get(f"/api/feedback/v1{visits.contract.replace('contrats', 'contracts')}/verbatims", params=query)
    assert [one["text"] for one in found.json()["items"]] == [f"{mark}, appelez le [[phone]]"]
    other = visits.page("donneur_ordre", f"{visits.contract}/verbatims/outils", options={"viewport": NARROW})
    expect(other.get_by_role("link", name=f"Enquête {mark}")).to_be_visible()
    assert other.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    other.get_by_role("link", name=f"Enquête {mark}").click()
    expect(other.get_by_role("heading", name="Dernières livraisons")).to_be_visible()
    assert secret not in other.content()
    assert other.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


def test_a_workbook_is_imported_and_taken_back(visits: Visits) -> None:
    """given a workbook that was kept by mistake / when it is taken back / then its words are gone and both see who."""
    mark = new_mark()
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Mars"
    sheet.append(["identifiant", "question", "note", "date", "commentaire"])
    sheet.append([f"{mark}-1", "nps", 3, datetime(2019, 3, 16, 10, 0), mark])  # noqa: DTZ001 - in the file's zone
    book.create_sheet("Notes")
    stream = io.BytesIO()
    book.save(stream)
    page = visits.page("sous_traitant", f"{visits.contract}/verbatims/importer")
    page.get_by_label("Choisir un fichier CSV ou XLSX").set_input_files(
        {
            "name": f"{mark}.xlsx",
            "mimeType": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "buffer": stream.getvalue(),
        }
    )
    expect(page.get_by_text("Feuille lue : Mars")).to_be_visible()
    expect(page.get_by_text("Une autre feuille n’est pas lue.")).to_be_visible()
    page.get_by_role("button", name="Enregistrer une réponse").click()
    expect(page.get_by_text("Une réponse est enregistrée.")).to_be_visible()
    row = page.get_by_role("row").filter(has_text=f"{mark}.xlsx")
    row.get_by_role("button", name="Annuler cet import").click()
    row.get_by_role("button", name="Annuler l’import").click()
    expect(row.get_by_text("Annulé le")).to_be_visible()
    with visits.copil.client("donneur_ordre") as api:
        query = {"from": "2019-03-16T00:00:00Z", "to": "2019-03-17T00:00:00Z"}
        found = api.get(f"/api/feedback/v1{visits.contract.replace('contrats', 'contracts')}/verbatims", params=query)
    assert mark not in found.text
    other = visits.page("donneur_ordre", f"{visits.contract}/verbatims/importer", options={"viewport": NARROW})
    theirs = other.get_by_role("row").filter(has_text=f"{mark}.xlsx")
    expect(theirs.get_by_text("Annulé le")).to_be_visible()
    expect(theirs.get_by_role("button")).to_have_count(0)
    assert other.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
