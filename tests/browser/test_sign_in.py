"""Signing in and out: by keyboard, back to the page that was asked for, with nothing kept that a script could read."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.support.visits import Visits

NAMES = ("donneur_ordre", "sous_traitant", "platform_admin")
# Straight to the figures with one contract; with several, which other tests may have made, to the choice.
ARRIVED = re.compile(r"/contrats($|\?|/.+/pilotage)")


def _type(page: Page, email: str, password: str) -> None:
    """By keyboard alone: the first field has the focus."""
    expect(page.get_by_label("Adresse e-mail")).to_be_focused()
    page.keyboard.type(email)
    page.keyboard.press("Tab")
    page.keyboard.type(password)
    page.keyboard.press("Enter")


@pytest.mark.parametrize("name", NAMES)
def test_by_keyboard(visits: Visits, name: str) -> None:
    """given a person of the demonstration / when they type their sign-in / then their page opens, nothing is leaked."""
    told = visits.copil.credentials["users"][name]
    page = visits.page(None, "/")
    expect(page).to_have_url(re.compile("/connexion"))
    _type(page, told["email"], told["password"])
    expect(page).to_have_url(ARRIVED)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    port = visits.copil.base_url.rsplit(":", 1)[1]
    (cookie,) = page.context.cookies()
    assert (cookie["name"], cookie["httpOnly"], cookie["sameSite"], cookie["path"]) == (
        f"copil-{port}", True, "Lax", "/",
    )  # fmt: skip
    kept: str = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])")
    assert cookie["value"] not in kept
    assert told["password"] not in kept
    assert not re.search(r"token|bearer|eyJ", kept, re.IGNORECASE)


def test_a_wrong_password_says_so(visits: Visits) -> None:
    """given a wrong password / then the page says so, keeps the address, and takes the right one next."""
    person = visits.doors.person("donneur_ordre")
    page = visits.page(None, "/connexion")
    _type(page, person["email"], "certainly-not-this-one")
    expect(page.get_by_role("alert")).to_contain_text("Adresse ou mot de passe inconnu")
    expect(page.get_by_label("Adresse e-mail")).to_have_value(person["email"])
    expect(page.get_by_label("Mot de passe")).to_be_focused()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type(person["password"])
    page.keyboard.press("Enter")
    expect(page).to_have_url(ARRIVED)


def test_back_to_what_was_asked(visits: Visits) -> None:
    """given the address of a figure / when nobody is signed in / then the sign-in leads there afterwards."""
    told = visits.copil.credentials["users"]["sous_traitant"]
    asked = visits.url(f"{visits.contract}/indicateurs/sla_resolution", periode="2026-09", comptes="out")
    page = visits.context().new_page()
    page.goto(asked)
    expect(page).to_have_url(re.compile("/connexion"))
    _type(page, told["email"], told["password"])
    expect(page).to_have_url(asked)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Respect du délai de résolution")


def test_signing_out_here(visits: Visits) -> None:
    """given two sessions / when one signs out / then it is gone for good, and the other stays."""
    person = visits.doors.person("donneur_ordre")
    first, second = (
        visits.context(cookies=visits.doors.sign_in(person["email"], person["password"])).new_page() for _ in range(2)
    )
    for page in (first, second):
        page.goto(visits.url("/cles"))
        expect(page.get_by_role("heading", level=1, name="Clés")).to_be_visible()
    cookies = first.context.cookies()
    first.get_by_role("button", name="Mon compte").click()
    first.get_by_role("button", name="Se déconnecter", exact=True).click()
    expect(first).to_have_url(re.compile("/connexion"))
    assert first.context.cookies() == []
    # The cookie itself is worth nothing any more.
    first.context.add_cookies([{"name": c["name"], "value": c["value"], "url": visits.copil.base_url} for c in cookies])
    first.goto(visits.url("/cles"))
    expect(first).to_have_url(re.compile("/connexion"))
    second.reload()
    expect(second.get_by_role("heading", level=1, name="Clés")).to_be_visible()


def test_signing_out_everywhere(visits: Visits) -> None:
    """given two sessions / when one signs out of all devices / then the other has to sign in again."""
    person = visits.doors.person("sous_traitant")
    first, second = (
        visits.context(cookies=visits.doors.sign_in(person["email"], person["password"])).new_page() for _ in range(2)
    )
    for page in (first, second):
        page.goto(visits.url("/cles"))
        expect(page.get_by_role("heading", level=1, name="Clés")).to_be_visible()
    first.get_by_role("button", name="Mon compte").click()
    first.get_by_role("button", name="Se déconnecter de tous les appareils").click()
    expect(first).to_have_url(re.compile("/connexion"))
    second.reload()
    expect(second).to_have_url(re.compile("/connexion"))
