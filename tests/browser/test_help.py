"""Help and notices: open to everybody, and words explained where they stand."""

from playwright.sync_api import Page, expect

from tests.support.copil import Copil
from tests.support.processes import eventually
from tests.support.screens import settled, show, speak
from tests.support.visits import NARROW, Visits

PAGES = {
    "/aide": "Aide",
    "/aide/glossaire": "Glossaire",
    "/aide/erreurs": "Erreurs",
    "/confidentialite": "Confidentialité",
    "/mentions-legales": "Mentions légales",
    "/accessibilite": "Accessibilité\u00a0: non audité",
}


def _open(page: Page, address: str, title: str) -> None:
    page.goto(address)
    settled(page)
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    expect(page).to_have_title(f"{title} — Copil")


def test_a_stranger_reads_every_page_and_finds_the_others_from_sign_in(visits: Visits) -> None:
    """given nobody signed in / when the pages are opened / then each is there, and none asks to sign in."""
    page = visits.context(None).new_page()
    for path, title in PAGES.items():
        _open(page, visits.url(path), title)
        assert page.get_by_role("link", name="Pilotage").count() == 0
    page.goto(visits.url("/connexion"))
    page.get_by_role("contentinfo").get_by_role("link", name="Confidentialité").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Confidentialité")


def test_somebody_signed_in_reads_them_in_the_usual_frame(visits: Visits) -> None:
    page = visits.context("sous_traitant").new_page()
    page.goto(visits.url("/contrats"))
    settled(page)
    page.get_by_role("button", name="Mon compte").click()
    page.locator("#account").get_by_role("link", name="Mentions légales").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Mentions légales")
    expect(page.get_by_role("navigation", name="Principale").or_(page.locator(".rail")).first).to_be_visible()
    expect(page.get_by_text("Non renseigné par l’exploitant").first).to_be_visible()


def test_every_failure_is_there_in_both_languages(visits: Visits, copil: Copil) -> None:
    """given the API's own catalogue / then each of its codes has its place, its words and what to do."""
    with copil.client() as api:
        # The catalogue is there once each service was heard.
        eventually(lambda: api.get("/docs/errors.json").status_code == 200, "the catalogue is there", 30)
        codes = api.get("/docs/errors.json").json()
    page = visits.context(None).new_page()
    _open(page, visits.url("/aide/erreurs"), "Erreurs")
    assert set(page.locator(".glossary > div").evaluate_all("all => all.map(one => one.id)")) == set(codes)
    assert page.get_by_text("À faire\u00a0:").count() == len(codes)
    speak(page, "en")
    expect(page.locator("#not_found")).to_contain_text(codes["not_found"]["meaning"])


def test_a_word_is_explained_where_it_stands(visits: Visits) -> None:
    """given an indicator on a phone / when a word is asked for / then its meaning opens, and leads to the glossary."""
    page = show(visits, "indicateur")
    page.set_viewport_size(NARROW)  # type: ignore[arg-type]
    button = page.get_by_role("button", name="Définition\u00a0: Certitude")
    button.focus()
    page.keyboard.press("Enter")
    meaning = page.get_by_role("note", name="Certitude")
    expect(meaning).to_contain_text("Ce que dit la statistique")
    page.keyboard.press("Escape")
    expect(meaning).to_be_hidden()
    expect(button).to_be_focused()
    button.click()
    meaning.get_by_role("link", name="Voir le glossaire").click()
    expect(page.locator("#certitude")).to_be_in_viewport()
