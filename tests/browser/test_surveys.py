"""A customer answers our page with a keyboard and no script, and both parties read it; a manager invites by a file."""

import csv
import io
import re
import uuid
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_accessibility import AXE, RUN_AXE, TAGS, WIDER_THAN_THE_WINDOW
from tests.support.callers import Api
from tests.support.marks import new_mark
from tests.support.visits import NARROW, WIDE, Visits, this_month

MARK = new_mark()
SHORT = {"width": 320, "height": 700}


@pytest.fixture(scope="module")
def manager(long_visits: Visits) -> Api:
    """A program of the provider."""
    copil = long_visits.copil
    return Api(long_visits.doors._http, copil.base_url, lambda: copil.token("sous_traitant"))


@pytest.fixture(scope="module")
def survey(long_visits: Visits, manager: Api) -> str:
    """The address of the demonstration's survey."""
    path = f"/api/feedback/v1/contracts/{long_visits.copil.credentials['contract_id']}/surveys"
    items = manager.get(path).json()["items"]
    return f"{path}/{next(item['id'] for item in items if item['kind'] == 'nps')}"


def _link(manager: Api, survey: str, **changes: Any) -> str:
    wanted = {"key": uuid.uuid4().hex, "customer_key": uuid.uuid4().hex, "channel": "e-mail", **changes}
    made = manager.post(f"{survey}/invitations", {"invitations": [wanted]})
    assert made.status_code == 200, made.text
    return str(made.json()["items"][0]["url"])


def _reach(page: Page, name: str) -> None:
    """Tab until the field of that name has the focus; everything that has it on the way shows it."""
    for _ in range(12):
        page.keyboard.press("Tab")
        focused = page.locator(":focus")
        if focused.get_attribute("name") == name or focused.inner_text() == name:
            return
    raise AssertionError(f"{name} is not reached by Tab")


def test_a_customer_answers_by_keyboard_without_script(visits: Visits, manager: Api, survey: str) -> None:
    """given a link / when answered by keys alone, a mistake first / then both parties read it, and it is used."""
    url = _link(manager, survey, ticket_id=f"T-{MARK}")
    page = visits.context(java_script_enabled=False, viewport=NARROW).new_page()
    page.goto(url)
    expect(page.get_by_role("group", name=re.compile("Recommanderiez-vous Maison Verlaine"))).to_be_visible()
    _reach(page, "comment")
    page.keyboard.type(f"Bien {MARK} <b>👍</b>, appelez le 06 39 98 00 00")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("n’est pas encore envoyée")
    expect(page.get_by_role("textbox")).to_have_value(re.compile(MARK))
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Choisissez une note.")).to_be_focused()
    _reach(page, "score")
    page.keyboard.press("Space")
    for _ in range(9):
        page.keyboard.press("ArrowRight")
    expect(page.get_by_role("radio", name="9", exact=True)).to_be_checked()
    _reach(page, "solved")
    page.keyboard.press("Space")
    _reach(page, "Envoyer ma réponse")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Merci de votre réponse.")
    page.goto(url)
    expect(page.get_by_role("heading", level=1)).to_have_text("Vous avez déjà répondu.")
    assert page.context.cookies() == []
    for name in ("donneur_ordre", "sous_traitant"):
        reader = visits.page(name, f"{visits.contract}/verbatims", periode=this_month())
        said = reader.get_by_role("listitem").filter(has_text=MARK)
        expect(said).to_contain_text(f"Bien {MARK} <b>👍</b>, appelez le téléphone")
        expect(said).to_contain_text("9 sur 10")
        expect(said).to_contain_text(f"Ticket T-{MARK}")
        expect(reader.get_by_text("Taux de réponse – Maison Verlaine")).to_be_visible()
        reader.goto(visits.url(f"{visits.contract}/indicateurs/nps", periode=this_month()))
        expect(reader.locator(".indicator-head").get_by_text("Taux de réponse – Maison Verlaine")).to_be_visible()


def test_the_page_is_accessible_in_both_languages_and_themes(visits: Visits, manager: Api, survey: str) -> None:
    """given the page, its mistakes and its ends / then no rule of axe is broken and nothing is wider than 320 px."""
    url = _link(manager, survey)
    page = visits.context().new_page()
    axe = AXE.read_text()
    found: list[str] = []

    def look(what: str) -> None:
        for size, theme in ((WIDE, "light"), (SHORT, "dark")):
            page.set_viewport_size(size)  # type: ignore[arg-type]
            page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
            page.evaluate(axe)
            found.extend(f"{what}: {one}" for one in page.evaluate(RUN_AXE, {"type": "tag", "values": TAGS}))
            if page.evaluate(WIDER_THAN_THE_WINDOW) > 0:
                found.append(f"{what}: wider than {size['width']}")

    page.goto(url)
    look("fr")
    assert page.locator("html").get_attribute("lang") == "fr"
    smallest = "Math.min(...[...document.querySelectorAll('.grades label, .choice, button')].map(e => e.offsetHeight))"
    assert page.evaluate(smallest) >= 44
    page.get_by_role("link", name="English").click()
    assert page.locator("html").get_attribute("lang") == "en"
    page.get_by_label("What explains your grade?").fill("x" * 5_001)
    page.get_by_role("button", name="Send my answer").click()
    expect(page.get_by_role("alert")).to_contain_text("5,001 characters")
    expect(page.get_by_role("textbox")).to_have_value("x" * 5_001)
    look("mistakes")
    page.goto(f"{visits.copil.base_url}/s/nothing")
    look("unknown")
    assert found == []


def test_a_manager_writes_a_survey_and_invites_by_a_file(visits: Visits) -> None:
    """given the form / when a survey is made and a file of customers chosen / then links come back, seen by both."""
    brand = f"Atelier {MARK}"
    page = visits.page("sous_traitant", f"{visits.contract}/verbatims")
    page.get_by_role("link", name="Enquêtes").click()
    page.get_by_role("button", name="Créer une enquête").click()
    form = page.get_by_role("form", name="Créer une enquête")
    expect(form.get_by_label("Nom du responsable, lu par les clients")).to_have_value("Maison Verlaine")
    form.get_by_label("Question").select_option("csat")
    form.get_by_label("Marque").fill(brand)
    form.get_by_label("Adresse pour exercer ses droits").fill("javascript:alert(1)")
    form.get_by_role("button", name="Créer l’enquête").click()
    expect(form.get_by_role("alert")).to_contain_text("ni une adresse e-mail ni une page web")
    form.get_by_label("Adresse pour exercer ses droits").fill("https://maison-verlaine.example/droits")
    form.get_by_role("button", name="Créer l’enquête").click()
    panel = page.locator(".survey").filter(has_text=brand)
    expect(panel.get_by_text("Personne n’a encore été invité.")).to_be_visible()
    preview = visits.context().new_page()
    preview.goto(panel.get_by_role("link", name="Voir la page").get_attribute("href") or "")
    expect(preview.get_by_text("Aperçu")).to_be_visible()
    panel.get_by_text("Inviter des clients").click()
    text = f"Client;Ticket\r\n{MARK}-é1;T-1\r\n{MARK}-é1;T-2\r\n;T-3\r\n{MARK}-2;\r\n"
    with page.expect_download() as download:
        panel.get_by_label("Fichier de clients (CSV)").set_input_files(
            {"name": "clients.csv", "mimeType": "text/csv", "buffer": text.encode("windows-1252")}
        )
    content = Path(download.value.path()).read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(content), delimiter=";"))
    assert [(row["Client"], row["Sort"], row["Lien"] != "") for row in rows] == [
        (f"{MARK}-é1", "invité", True), (f"{MARK}-é1", "laissé au repos", False), (f"{MARK}-2", "invité", True),
    ]  # fmt: skip
    expect(panel.get_by_text("Lignes sans client, passées : 4.")).to_be_visible()
    customer = visits.context(java_script_enabled=False).new_page()
    customer.goto(rows[0]["Lien"])
    customer.get_by_role("radio", name="5, Très bon").check()
    customer.get_by_role("button", name="Envoyer ma réponse").click()
    expect(customer.get_by_role("heading", level=1)).to_have_text("Merci de votre réponse.")
    other = visits.page("donneur_ordre", f"{visits.contract}/enquetes", options={"viewport": NARROW})
    row = other.locator(".survey").filter(has_text=brand).locator("tbody tr")
    expect(row).to_contain_text("50,0")
    assert other.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    # What one party reads the other may have changed meanwhile: it says so, and overwrites nothing.
    panel.get_by_role("button", name="Modifier").click()
    theirs = other.locator(".survey").filter(has_text=brand)
    theirs.get_by_role("button", name="Modifier").click()
    theirs.get_by_label("Ouverte : des clients").uncheck()
    theirs.get_by_role("button", name="Enregistrer").click()
    expect(theirs.get_by_text("Close : aucune invitation")).to_be_visible()
    panel.get_by_role("button", name="Enregistrer").click()
    expect(panel.get_by_role("alert")).to_contain_text("Quelqu’un a modifié cette enquête entre-temps")
