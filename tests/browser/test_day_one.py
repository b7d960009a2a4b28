"""Two companies start from nothing: the first administrator's link, organisations, invitations, first managers."""

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect

from deploy.local import frontend
from tests.browser.test_accessibility import AXE, COLOURS, RUN_AXE, TAGS, WHOLE_HEIGHT
from tests.support.copil import ROOT, Copil, running_copil
from tests.support.postgres import temporary_folder
from tests.support.visits import EXPECTED, NARROW, PATIENCE_MS, WIDE

PASSWORDS = {
    "Ada Fontaine": "quatre ânes gris au pré",
    "Claire Morel": "une barque verte sans rame",
    "Yanis Benali": "le facteur aime les coings",
    "Hugo Petit": "trois lampes sous un pont",
    "Inès Roux": "seize boutons de nacre ronds",
}
COMPANIES = {"Maison Vauban": ("Claire Morel", "Hugo Petit"), "Voix du Rhône": ("Yanis Benali", "Inès Roux")}


def address_of(name: str) -> str:
    """The address of somebody."""
    first, last = name.lower().replace("è", "e").split()
    return f"{first}.{last}@essai.example"


class Journey:
    """A running installation in which nobody has been, and browsers that open it."""

    def __init__(self, browser: Browser, copil: Copil, window: dict[str, int]) -> None:
        self.browser = browser
        self.copil = copil
        self.window = window
        self.faults: list[str] = []
        self.contexts: list[BrowserContext] = []

    def page(self) -> Page:
        """A browser profile of its own."""
        context = self.browser.new_context(viewport=self.window, locale="fr-FR", reduced_motion="reduce")  # type: ignore[arg-type]
        context.set_default_timeout(PATIENCE_MS)
        context.on("console", self._hear)
        context.on("weberror", lambda error: self.faults.append(str(error.error)))
        self.contexts.append(context)
        return context.new_page()

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not message.text.startswith(EXPECTED):
            self.faults.append(message.text)

    def open(self, path: str) -> Page:
        """A page of somebody who is not signed in."""
        page = self.page()
        page.goto(path if path.startswith("http") else self.copil.base_url + path)
        return page

    def printed_link(self) -> str:
        """The administrator's link, as the terminal shows it."""
        told = (self.copil.folder / "terminal.txt").read_text()
        link: str = re.findall(r"http://\S+/invitation#\S+", told)[-1]
        return link

    def look(self, page: Page) -> None:
        """Axe in both themes, and nothing wider than the window."""
        page.evaluate(AXE.read_text())
        window = page.viewport_size
        assert window is not None
        # As high as the page: what the bar of a phone covers now can be scrolled to.
        page.set_viewport_size({"width": window["width"], "height": page.evaluate(WHOLE_HEIGHT)})
        for theme in ("light", "dark"):
            page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
            only: dict[str, Any] = {"type": "tag", "values": TAGS}
            if theme == "dark":
                only = {"type": "rule", "values": COLOURS}
            assert page.evaluate(RUN_AXE, only) == [], page.url
        page.evaluate("delete document.documentElement.dataset.theme")
        page.set_viewport_size(window)
        wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wider <= 0, page.url

    def join(self, link: str, name: str, *, email: str | None = None) -> Page:
        """Somebody opens their link and chooses a password."""
        page = self.open(link)
        if email is not None:
            page.get_by_label("Votre nom").fill(name)
            page.get_by_label("Adresse e-mail").fill(email)
        else:
            expect(page.get_by_label("Votre nom")).to_have_value(name)
        page.get_by_label("Mot de passe", exact=True).fill("azertyuiopqs")
        expect(page.get_by_text("Facile à deviner")).to_be_visible()
        self.look(page)
        page.get_by_label("Mot de passe", exact=True).fill(PASSWORDS[name])
        expect(page.get_by_text("Très solide.")).to_be_visible()
        page.get_by_role("button", name="Entrer").click()
        page.wait_for_url(re.compile(r"/(contrats|admin/organisations)"))
        return page

    def invite(self, page: Page, name: str, function: str) -> str:
        """Invite somebody from the page of people; their link."""
        page.get_by_role("button", name=re.compile("^Inviter (une personne|le premier administrateur)$")).click()
        form = page.get_by_role("form", name="Inviter une personne")
        form.get_by_role("textbox", name="Nom").fill(name)
        form.get_by_label("Adresse e-mail").fill(address_of(name))
        form.get_by_role("checkbox", name=re.compile(f"^{function} ")).check()
        self.look(page)
        form.get_by_role("button", name="Inviter", exact=True).click()
        expect(page.get_by_role("heading", name=f"Le lien de {name} est prêt.")).to_be_focused()
        self.look(page)
        link = page.locator(".link-once code").inner_text()
        page.get_by_role("button", name="Fermer").click()
        expect(page.get_by_role("row", name=re.compile(name)).get_by_text("Invitée")).to_be_visible()
        return link

    def close(self) -> None:
        """Close all."""
        for context in self.contexts:
            with suppress(Exception):
                context.close()


@pytest.fixture
def journey(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Journey]:
    """An empty installation, and how wide its windows are."""
    frontend.build(ROOT / "frontend")
    with temporary_folder() as folder, running_copil(folder / "data", {"DEMO": "0"}) as copil:
        made = Journey(browser, copil, request.param)
        # Ready is told a moment before the link is drawn and shown.
        for _ in range(200):
            if "Ctrl-C" in (copil.folder / "terminal.txt").read_text():
                break
            made.page().wait_for_timeout(100)
        yield made
        made.close()
        assert made.faults == []


@pytest.mark.parametrize("journey", [WIDE, NARROW], ids=["wide", "narrow"], indirect=True)
def test_two_companies_begin_without_us(journey: Journey) -> None:
    """given an empty installation / then its administrator, two organisations and their managers come in by links."""
    ada = journey.join(journey.printed_link(), "Ada Fontaine", email=address_of("Ada Fontaine"))
    expect(ada.get_by_role("heading", name="Organisations")).to_be_visible()
    assert "#" not in ada.url
    spent = journey.open(journey.printed_link())
    expect(spent.get_by_role("heading", name="Ce lien n’ouvre plus rien.")).to_be_visible()
    journey.look(spent)

    invitations: dict[str, str] = {}
    for company, (administrator, _) in COMPANIES.items():
        ada.goto(journey.copil.base_url + "/admin/organisations")
        ada.get_by_label("Nouvelle organisation").fill(company)
        ada.get_by_role("button", name="Ajouter").click()
        expect(ada.get_by_role("heading", name=company)).to_be_visible()
        invitations[company] = journey.invite(ada, administrator, "Administrateur")
    ada.goto(journey.copil.base_url + "/admin/organisations")
    expect(ada.get_by_role("link", name="Voix du Rhône")).to_be_visible()
    expect(ada.get_by_text("Aucun serveur de courrier n’est réglé")).to_be_visible()
    journey.look(ada)

    for company, (administrator, manager) in COMPANIES.items():
        page = journey.join(invitations[company], administrator)
        page.goto(journey.copil.base_url + "/organisation/personnes")
        expect(page.get_by_role("heading", name=f"Personnes de {company}")).to_be_visible()
        others = [name for name in PASSWORDS if name not in COMPANIES[company]]
        link = journey.invite(page, manager, "Responsable")
        assert not [name for name in others if name in page.locator("main").inner_text()]
        journey.join(link, manager)

        manager_page = journey.open("/connexion")
        manager_page.get_by_label("Adresse e-mail").fill(address_of(manager))
        manager_page.get_by_label("Mot de passe", exact=True).fill(PASSWORDS[manager])
        manager_page.get_by_role("button", name="Se connecter").click()
        expect(manager_page.get_by_role("heading", name="Aucun contrat ne vous est ouvert.")).to_be_visible()
        manager_page.goto(journey.copil.base_url + "/organisation/personnes")
        expect(manager_page.get_by_text("adressez-vous à l’un d’eux")).to_be_visible()


@pytest.mark.parametrize("journey", [WIDE], ids=["wide"], indirect=True)
def test_somebody_looks_after_their_own_account(journey: Journey) -> None:
    """given the first administrator / then profile, password and sessions are theirs to change, in both languages."""
    ada = journey.join(journey.printed_link(), "Ada Fontaine", email=address_of("Ada Fontaine"))
    there = journey.open("/connexion")
    there.get_by_label("Adresse e-mail").fill(address_of("Ada Fontaine"))
    there.get_by_label("Mot de passe", exact=True).fill(PASSWORDS["Ada Fontaine"])
    there.get_by_role("button", name="Se connecter").click()
    expect(there.get_by_role("heading", name="Organisations")).to_be_visible()

    ada.goto(journey.copil.base_url + "/moi")
    expect(ada.get_by_role("row").filter(has_text="Chrome, Linux")).to_have_count(2)
    journey.look(ada)
    ada.set_viewport_size(NARROW)  # type: ignore[arg-type]
    journey.look(ada)
    ada.get_by_role("button", name="Fermer toutes les autres").click()
    expect(ada.get_by_role("row").filter(has_text="Chrome, Linux")).to_have_count(1)
    there.goto(journey.copil.base_url + "/moi")
    expect(there.get_by_role("button", name="Se connecter")).to_be_visible()

    change = ada.get_by_role("form", name="Changer le mot de passe")
    change.get_by_label("Mot de passe actuel").fill("pas celui-là du tout")
    change.get_by_label("Mot de passe", exact=True).fill(PASSWORDS["Claire Morel"])
    change.get_by_role("button", name="Changer le mot de passe").click()
    expect(change.get_by_text("Ce n’est pas votre mot de passe actuel.")).to_be_visible()
    change.get_by_label("Mot de passe actuel").fill(PASSWORDS["Ada Fontaine"])
    change.get_by_role("button", name="Changer le mot de passe").click()
    expect(change.get_by_text("Changé. Vos autres sessions sont fermées.")).to_be_visible()

    profile = ada.get_by_role("form", name="Profil")
    profile.get_by_label("Langue").select_option("en")
    profile.get_by_label("Thème").select_option("dark")
    profile.get_by_role("button", name="Enregistrer").click()
    expect(ada.get_by_role("heading", name="My account")).to_be_visible()
    assert ada.evaluate("document.documentElement.dataset.theme") == "dark"
    journey.look(ada)

    again = journey.open("/connexion")
    again.get_by_label("Adresse e-mail").fill(address_of("Ada Fontaine"))
    again.get_by_label("Mot de passe", exact=True).fill(PASSWORDS["Claire Morel"])
    again.get_by_role("button", name="Se connecter").click()
    expect(again.get_by_role("heading", name="Organisations")).to_be_visible()
    assert again.evaluate("document.documentElement.dataset.theme") == "dark"
    again.goto(journey.copil.base_url + "/moi")
    expect(again.get_by_role("heading", name="My account")).to_be_visible()
    lost = journey.open("/mot-de-passe?langue=en")
    expect(lost.get_by_text("This installation sends no mail.")).to_be_visible()
    journey.look(lost)
