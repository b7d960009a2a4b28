"""Two companies that can sign in: from a draft to the first figure, and to a first amendment, on screen alone."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_accessibility import AXE, RUN_AXE, TAGS, WHOLE_HEIGHT, WIDER_THAN_THE_WINDOW
from tests.factories.webhooks import GENERIC_SECRET, cloud_event, compact, generic_headers
from tests.support.screens import settled, speak
from tests.support.sending import SECOND, now_us
from tests.support.visits import NARROW, PARIS, WIDE, Visits, this_month

PASTED = (
    "Indicateur\tVariante\tCible\tTolérance\tClause\n"
    "Respect du délai de première réponse\t\t90 %\t2\tArticle 4.2 : neuf premières réponses sur dix à temps.\n"
    "humeur\t\t80\t\tArticle 9\n"
    "ttr\tmédiane\t4 h\t\tArticle 5 : la moitié des demandes résolues en quatre heures.\n"
)


@dataclass
class Pages:
    """What is looked at along the way."""

    look: Callable[[Page, str], None]
    faults: list[str] = field(default_factory=list)
    by_phone: bool = False
    """Everything is done on a phone, and each page is looked at as it is there."""

    def check(self, page: Page, name: str) -> None:
        """Accessible and within the window, on a desk and on a phone, in both languages."""
        if self.by_phone:
            settled(page)
            if page.evaluate(WIDER_THAN_THE_WINDOW) > 0:
                self.faults.append(f"{name}: wider than a phone")
            return
        for language, size in (("en", NARROW), ("fr", WIDE)):
            speak(page, language)
            where = f"{name}-{language}-{size['width']}"
            for window in (NARROW, WIDE, size):
                page.set_viewport_size(window)  # type: ignore[arg-type]
                settled(page)
                if page.evaluate(WIDER_THAN_THE_WINDOW) > 0:
                    self.faults.append(f"{where}: wider than {window['width']}")
            # Whole, so that the bar at the bottom of a phone covers nothing.
            page.set_viewport_size({**size, "height": page.evaluate(WHOLE_HEIGHT)})  # type: ignore[typeddict-item]
            page.evaluate(AXE.read_text())
            found = page.evaluate(RUN_AXE, {"type": "tag", "values": TAGS})
            self.faults += [f"{where}: {one}" for one in found]
            self.look(page, where)


@pytest.mark.parametrize("by_phone", [False, True], ids=["desk", "phone"])
def test_two_companies_reach_their_first_figure(visits: Visits, by_phone: bool) -> None:
    """given two organisations without a contract / when each does its part / then the first figure is judged."""
    pages = Pages(lambda _page, _name: None, by_phone=by_phone)
    journey(visits, pages)
    assert pages.faults == []


def journey(visits: Visits, pages: Pages) -> None:
    """All of it, in the order in which it happens."""
    window = NARROW if pages.by_phone else WIDE
    client_id, client = _manager(visits, "Maison Vauban", "Claire Morel", window)
    provider_id, provider = _manager(visits, "Voix du Rhône", "Karim Benali", window)
    assert client_id != provider_id
    client.goto(visits.url("/contrats"))
    expect(client.get_by_text("Code de votre organisation")).to_be_visible()
    contract = _draft(client, provider_id, pages)
    _schedules(client, pages)
    _rules(client)
    _objective(client, pages)
    _commitments(client, pages)
    # The other party reads the same draft, and answers with another value.
    provider.goto(visits.url("/contrats"))
    expect(provider.get_by_role("heading", name="Mise en route : 5 étapes sur 7")).to_be_visible()
    _counter_value(provider)
    client.reload()
    expect(client.get_by_text("Karim Benali").first).to_be_visible()
    source = _connect(provider, contract, visits)
    _verify(provider, source, pages)
    _scope(provider, source, pages)
    _accept(client, contract, visits, pages)
    expect(client.get_by_text("En attente de l’autre partie")).to_be_visible()
    _accept(provider, contract, visits, None)
    expect(provider.get_by_role("heading", name="Le contrat est en vigueur.")).to_be_visible()
    _first_figure(visits, client, provider, contract, pages)
    _amend(visits, client, provider, contract, pages)


def _manager(visits: Visits, organisation: str, name: str, window: dict[str, int]) -> tuple[str, Page]:
    """A new organisation and its manager, signed in; inviting them has tests of its own."""
    with visits.copil.client("platform_admin") as admin:
        made = admin.post("/api/contracts/v1/organisations", json={"name": organisation})
        assert made.status_code == 201, made.text
        organisation_id = str(made.json()["id"])
        body = {"email": f"{uuid4()}@copil.example", "name": name, "functions": ["manager"]}
        answer = admin.post(f"/api/contracts/v1/organisations/{organisation_id}/people", json=body)
        assert answer.status_code == 201, answer.text
    told = answer.json()
    cookies = visits.doors.sign_in(told["email"], told["password"])
    return organisation_id, visits.context(cookies=cookies, reduced_motion="reduce", viewport=window).new_page()


def _draft(page: Page, provider_id: str, pages: Pages) -> str:
    page.get_by_role("link", name="Préparer un contrat").click()
    expect(page.get_by_role("form", name="Préparer un contrat")).to_be_visible()
    pages.check(page, "nouveau")
    page.get_by_label("Intitulé").fill("Assistance niveau 1")
    page.get_by_label("Code du prestataire").fill(str(uuid4()))
    # The month has begun already: what happened since then counts too.
    page.get_by_label("Premier jour").fill(f"{this_month()}-01")
    page.get_by_role("button", name="Créer le brouillon").click()
    expect(page.get_by_role("alert")).to_contain_text("Code du prestataire")
    page.get_by_label("Code du prestataire").fill(provider_id)
    page.get_by_role("button", name="Créer le brouillon").click()
    expect(page.get_by_role("heading", name="Mise en route : 1 étape sur 7")).to_be_visible()
    return page.url.split("/contrats/")[1].split("/")[0]


def _schedules(page: Page, pages: Pages) -> None:
    page.get_by_role("button", name="Proposer les jours fériés de France").click()
    expect(page.get_by_text("jours fermés")).to_be_visible()
    page.get_by_text("Voir et corriger la liste").click()
    page.locator(".holiday-list").get_by_role("button", name="Retirer").first.click()
    pages.check(page, "horaires")
    page.get_by_role("button", name="Enregistrer les horaires").click()
    expect(page.get_by_role("heading", name="Mise en route : 2 étapes sur 7")).to_be_visible()


def _rules(page: Page) -> None:
    page.get_by_label("Première réponse promise", exact=True).fill("1 h")
    # What is promised counts day and night here: the test may run on a Sunday.
    page.get_by_label("Temps compté dans l’horaire").select_option("")
    page.get_by_role("button", name="Enregistrer les délais").click()
    expect(page.get_by_role("heading", name="Mise en route : 3 étapes sur 7")).to_be_visible()


def _objective(page: Page, pages: Pages) -> None:
    form = page.get_by_role("form", name="Ajouter un objectif")
    form.get_by_label("Spécifique").fill("Satisfaire quatre clients sur cinq")
    form.get_by_role("textbox", name="Valeur de départ").fill("70")
    form.get_by_role("textbox", name="Valeur visée").fill("85")
    form.get_by_label("Atteignable").fill("Claire Morel")
    form.get_by_role("button", name="Inscrire l’objectif").click()
    # One part is missing: the browser asks for it, and nothing is written.
    expect(page.get_by_role("heading", name="Mise en route : 3 étapes sur 7")).to_be_visible()
    pages.check(page, "objectif")
    form.get_by_label("Qui en répond chez le prestataire").fill("Karim Benali")
    form.get_by_role("button", name="Inscrire l’objectif").click()
    expect(page.get_by_role("heading", name="Mise en route : 4 étapes sur 7")).to_be_visible()


def _commitments(page: Page, pages: Pages) -> None:
    page.get_by_role("button", name="Ajouter un engagement").click()
    form = page.get_by_role("form", name="Ajouter un engagement")
    form.get_by_label("Cible").fill("75")
    form.get_by_label("Clause").fill("Article 4.1 : trois demandes sur quatre résolues au premier contact.")
    form.get_by_role("button", name="Inscrire l’engagement").click()
    expect(form.get_by_text("Répondez aux quatre questions.")).to_be_visible()
    pages.check(page, "engagement")
    _answer_four(page)
    form.get_by_role("button", name="Inscrire l’engagement").click()
    expect(page.get_by_role("rowheader", name="Résolution au premier contact")).to_be_visible()
    page.get_by_role("button", name="Coller depuis un tableur").click()
    page.get_by_label("Lignes copiées du tableur").fill(PASTED)
    expect(page.get_by_text("Cet indicateur n’est pas au catalogue.")).to_be_visible()
    _answer_four(page)
    pages.check(page, "coller")
    page.get_by_role("button", name="Inscrire 2 engagements").click()
    expect(page.get_by_role("heading", name="Mise en route : 5 étapes sur 7")).to_be_visible()


def _answer_four(page: Page) -> None:
    for question in page.get_by_role("group", name="Quatre questions").get_by_role("checkbox").all():
        question.check()


def _counter_value(page: Page) -> None:
    page.get_by_role("link", name="Engagements").click()
    page.get_by_role("row").filter(has_text="au premier contact").get_by_role("button", name="Changer").click()
    form = page.get_by_role("form", name="Proposer une autre valeur")
    form.get_by_label("Cible").fill("70")
    _answer_four(page)
    form.get_by_role("button", name="Inscrire l’engagement").click()
    expect(page.locator(".history")).to_contain_text("75")
    expect(page.locator(".history del").first).to_be_visible()


def _connect(page: Page, contract: str, visits: Visits) -> dict[str, str]:
    page.goto(visits.url(f"/contrats/{contract}/sources"))
    page.get_by_role("link", name="Relier un outil").click()
    page.get_by_label("Autre outil, par CloudEvents signés").check()
    page.get_by_label("Nom de la source").fill("Outil de la Voix du Rhône")
    page.get_by_label("L’outil en tire un").check()
    page.get_by_role("button", name="Créer l’adresse").click()
    expect(page.get_by_role("heading", name="Relier « Outil de la Voix du Rhône »")).to_be_visible()
    address = page.locator("pre code").first.inner_text()
    return {"url": address, "secret": GENERIC_SECRET}


def _verify(page: Page, source: dict[str, str], pages: Pages) -> None:
    ticket = str(uuid4())
    now = now_us()
    _send(source, cloud_event("created", ticket, now - 3 * SECOND, {"status": "new", "channel": "phone"}))
    waiting = page.locator('[data-result="waits"]')
    expect(waiting).to_have_count(4)
    pages.check(page, "connexion")
    page.get_by_label("Secret de l’outil").fill(source["secret"])
    page.get_by_role("button", name="Enregistrer le secret").click()
    expect(page.locator('[data-result="yes"]')).to_have_count(5)
    expect(page.get_by_text("En attente du secret :")).to_have_count(0)
    _send(
        source,
        cloud_event("message", ticket, now - 2 * SECOND, {"author": "agent", "public": True}),
        cloud_event("status", ticket, now - SECOND, {"status": "solved", "previous": "new"}),
    )


def _scope(page: Page, source: dict[str, str], pages: Pages) -> None:
    """Only calls belong to the contract: the next ticket, by e-mail, is told to be out and why."""
    page.get_by_role("button", name="Fixer un périmètre").click()
    page.get_by_role("button", name="Ajouter une condition").click()
    page.get_by_label("Critère").select_option("channel")
    page.get_by_role("button", name="+ phone").press("Enter")
    pages.check(page, "perimetre")
    page.get_by_role("button", name="Enregistrer le périmètre").click()
    expect(page.get_by_text("Canal parmi phone")).to_be_visible()
    _send(source, cloud_event("created", str(uuid4()), now_us(), {"status": "new", "channel": "email"}))
    expect(page.locator('[data-result="outside"]')).to_be_visible()
    expect(page.get_by_text("Canal : pas dans la liste du périmètre")).to_be_visible()


def _send(source: dict[str, str], *events: dict[str, Any]) -> None:
    body = compact(list(events))
    headers = generic_headers(body, now_us(), source["secret"], batch=True)
    answer = httpx.post(source["url"], content=body, headers=headers, trust_env=False)
    assert answer.status_code == 202, answer.text


def _accept(page: Page, contract: str, visits: Visits, pages: Pages | None) -> None:
    page.goto(visits.url(f"/contrats/{contract}/mise-en-route", etape="acceptation"))
    expect(page.get_by_role("button", name="Accepter ce texte")).to_be_visible()
    if pages is not None:
        pages.check(page, "acceptation")
    page.get_by_role("button", name="Accepter ce texte").click()
    page.get_by_role("dialog").get_by_role("button", name="Accepter", exact=True).click()


def _first_figure(visits: Visits, client: Page, provider: Page, contract: str, pages: Pages) -> None:
    for page in (client, provider):
        page.goto(visits.url(f"/contrats/{contract}/pilotage", periode=this_month()))
        row = page.get_by_role("row").filter(has=page.get_by_role("link", name="Résolution au premier contact"))
        expect(row.first).to_contain_text("100")
        expect(row.first).to_contain_text("70")
    pages.check(client, "pilotage")


def _amend(visits: Visits, client: Page, provider: Page, contract: str, pages: Pages) -> None:
    client.goto(visits.url(f"/contrats/{contract}/avenants"))
    row = client.get_by_role("row").filter(has_text="au premier contact")
    row.get_by_role("button", name="Changer la cible").click()
    form = client.get_by_role("form", name="Proposer une autre cible")
    form.get_by_label("Cible").fill("80")
    first_day = form.get_by_label("À partir du").input_value()
    _answer_four(client)
    form.get_by_role("button", name="Proposer l’avenant").click()
    for page in (client, provider):
        page.goto(visits.url(f"/contrats/{contract}/avenants"))
        expect(page.get_by_role("columnheader", name="Avant", exact=True)).to_be_visible()
        if page is provider:
            pages.check(page, "avenants")
        page.get_by_role("button", name="Accepter l’avenant").click()
        page.get_by_role("dialog").get_by_role("button", name="Accepter", exact=True).click()
        if page is client:
            expect(page.get_by_text("Votre organisation l’a accepté.")).to_be_visible()
    expect(provider.get_by_text("Aucun avenant n’attend.")).to_be_visible()
    # A day before keeps the old target; from that day on the new one holds.
    day_before = datetime.fromisoformat(first_day).replace(tzinfo=PARIS) - timedelta(days=1)
    for date, target in ((f"{day_before:%Y-%m-%d}", "70"), (first_day, "80")):
        provider.goto(visits.url(f"/contrats/{contract}/contrat", date=date))
        promised = provider.get_by_role("row").filter(has_text="au premier contact").first
        expect(promised).to_contain_text(target)
    pages.check(provider, "contrat")
