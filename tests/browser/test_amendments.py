"""Amendments on screen: proposed by one, accepted or refused by the other, and what they do to the figures."""

import re
from datetime import datetime, timedelta
from uuid import uuid4

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_accessibility import AXE, RUN_AXE, TAGS, WIDER_THAN_THE_WINDOW
from tests.factories.contracts import commitment_body, objective_body
from tests.factories.webhooks import cloud_event, compact, generic_headers
from tests.support.callers import Api
from tests.support.newcomers import PARAMETERS, Agreement, Connected, Newcomers
from tests.support.screens import settled
from tests.support.sending import SECOND, now_us
from tests.support.visits import PARIS, Visits, month_before, this_month

TWO_MINUTES = {"schedule": None, "first_response_target_seconds": 60, "resolution_target_seconds": 120}
ON_CHAT = {"days": 7, "sessions": {"channels": ["chat"], "silence_minutes": 1440}}
TOOK = 90 * SECOND
LATE = "Respect du délai de résolution"


@pytest.fixture
def visits(empty_visits: Visits) -> Visits:
    """Of an installation that began with nothing."""
    return empty_visits


def _agreement(visits: Visits, http: httpx.Client) -> Agreement:
    newcomers = Newcomers(visits.copil, http, Api(http, visits.copil.base_url, visits.copil.administrator))
    agreement = newcomers.draft()
    manager = agreement.donneur_ordre.manager
    manager.put(f"{agreement.path}/parameters", PARAMETERS | {"sla": TWO_MINUTES, "repeat_contacts": ON_CHAT})
    objective = manager.post(f"{agreement.path}/objectives", objective_body()).json()["id"]
    answer = manager.put(f"{agreement.path}/commitments", commitment_body(objective_id=objective))
    assert answer.status_code == 200, answer.text
    agreement.accept()
    return agreement


def _solved(http: httpx.Client, source: Connected, at_us: int) -> None:
    ticket = str(uuid4())
    events = [
        cloud_event("created", ticket, at_us - TOOK, {"status": "new", "channel": "phone"}),
        cloud_event("status", ticket, at_us, {"status": "solved", "previous": "new"}),
    ]
    body = compact(events)
    headers = generic_headers(body, now_us(), source.secret, batch=True)
    assert http.post(source.url, content=body, headers=headers).status_code == 202


def _came_back(http: httpx.Client, source: Connected, at_us: int) -> str:
    """A chat to which its customer came back on the third day; its ticket."""
    ticket, opened_us = str(uuid4()), at_us - 3 * 86_400 * SECOND
    asked = {"status": "new", "channel": "chat", "requester": "client-12"}
    said = {"author": "customer", "public": True}
    events = [
        cloud_event("created", ticket, opened_us, asked),
        cloud_event("status", ticket, opened_us + TOOK, {"status": "solved", "previous": "new"}),
        cloud_event("message", ticket, at_us, said),
    ]
    body = compact(events)
    headers = generic_headers(body, now_us(), source.secret, batch=True)
    assert http.post(source.url, content=body, headers=headers).status_code == 202
    return ticket


def _kept(page: Page, visits: Visits, agreement: Agreement, period: str, share: str) -> None:
    page.goto(visits.url(f"/contrats/{agreement.id}/pilotage", periode=period))
    row = page.get_by_role("row").filter(has=page.get_by_role("link", name=LATE)).first
    expect(row).to_contain_text(share)


def _look(page: Page) -> None:
    settled(page)
    page.evaluate(AXE.read_text())
    assert page.evaluate(RUN_AXE, {"type": "tag", "values": TAGS}) == []
    assert page.evaluate(WIDER_THAN_THE_WINDOW) <= 0


def test_a_new_delay_judges_from_its_day_on_and_leaves_the_past_alone(visits: Visits) -> None:
    """given tickets solved in 90 s last month and this one, 120 s promised / when 60 s are agreed from the first of
    this month on / then last month's figure is what it was, and this month's is judged by 60 s. The same amendment
    tells conversations apart by another silence; a chat of last month is shown as the two that it was.
    """
    month, before = this_month(), month_before(this_month())
    with httpx.Client(timeout=60.0, trust_env=False) as http:
        agreement = _agreement(visits, http)
        source = agreement.connect()
        past = datetime.fromisoformat(f"{before}-15T12:00:00").replace(tzinfo=PARIS)
        _solved(http, source, int(past.timestamp()) * SECOND)
        chat = _came_back(http, source, int(past.timestamp()) * SECOND)
        _solved(http, source, now_us())
    client = visits.newcomer(agreement.donneur_ordre.id, "Claire Morel")
    provider = visits.newcomer(agreement.sous_traitant.id, "Karim Benali")
    for period in (before, month):
        _kept(client, visits, agreement, period, "100")

    client.goto(visits.url(f"/contrats/{agreement.id}/avenants"))
    client.get_by_label("Réouverture et délais promis").check()
    client.get_by_label("Résolution promise", exact=True).fill("60 s")
    silence = client.get_by_label("Silence avant une nouvelle conversation")
    expect(silence).to_have_value("24 h")
    silence.fill("31 jours")
    client.get_by_role("button", name="Proposer l’avenant").click()
    expect(client.get_by_role("alert").filter(has_text="Le silence est un nombre entier")).to_be_visible()
    silence.fill("90")
    client.get_by_label("À partir du").fill(f"{month}-01")
    client.get_by_label("Commentaire (facultatif)").fill("Une minute suffit désormais.")
    client.get_by_role("button", name="Proposer l’avenant").click()
    expect(client.get_by_text("Avenant proposé : il attend")).to_be_visible()
    for page in (client, provider):
        page.goto(visits.url(f"/contrats/{agreement.id}/avenants"))
        row = page.get_by_role("row", name=re.compile("^Résolution promise"))
        expect(row).to_contain_text("2 min")
        expect(row).to_contain_text("1 min")
        row = page.get_by_role("row", name=re.compile("^Nouveau contact d’un client"))
        expect(row).to_contain_text(re.compile("conversations sur chat après 1.h.30.min de silence"))
        expect(page.get_by_text("Une minute suffit désormais.").first).to_be_visible()
        _look(page)
        page.get_by_role("button", name="Accepter l’avenant").click()
        page.get_by_role("dialog").get_by_role("button", name="Accepter", exact=True).click()
        expect(page.get_by_role("button", name="Accepter l’avenant")).to_have_count(0)
    _kept(client, visits, agreement, month, "0,0")
    _kept(client, visits, agreement, before, "100")

    client.goto(visits.url(f"/contrats/{agreement.id}/indicateurs/fcr_observed", periode=before))
    expect(client.get_by_text("est un nouveau contact").first).to_be_visible()
    row = client.get_by_role("row").filter(has=client.get_by_role("button", name=chat))
    expect(row).to_contain_text("2 conversations")
    expect(row).to_contain_text("comptées : 1, au numérateur : 0")
    row.get_by_role("button", name=chat).click()
    told = client.get_by_role("list", name=f"Conversations du ticket {chat}")
    expect(told.get_by_role("listitem")).to_have_count(2)
    expect(told).to_contain_text("écartée")
    _look(client)


def test_a_refusal_tells_why_and_a_withdrawal_ends_the_waiting(visits: Visits) -> None:
    """given two proposals / when the other side refuses one with a comment and the first withdraws the other /
    then nothing waits, nothing changed, and both read why.
    """
    with httpx.Client(timeout=60.0, trust_env=False) as http:
        agreement = _agreement(visits, http)
    client = visits.newcomer(agreement.donneur_ordre.id, "Claire Morel")
    provider = visits.newcomer(agreement.sous_traitant.id, "Karim Benali")
    client.goto(visits.url(f"/contrats/{agreement.id}/avenants"))
    client.get_by_role("button", name="Mettre fin").click()
    client.get_by_role("form", name="Mettre fin à un engagement").get_by_role("button", name="Proposer").click()
    expect(client.get_by_text("engagement retiré").first).to_be_visible()
    client.get_by_label("Horaires et jours fériés").check()
    client.get_by_label("samedi").first.check()
    client.get_by_role("button", name="Proposer l’avenant").click()
    expect(client.get_by_role("button", name="Retirer l’avenant")).to_have_count(2)

    provider.goto(visits.url(f"/contrats/{agreement.id}/avenants"))
    card = provider.get_by_role("article").filter(has_text="engagement retiré")
    card.get_by_role("button", name="Refuser…").click()
    card.get_by_label("Commentaire").fill("Nous y tenons encore.")
    card.get_by_role("button", name="Refuser avec ce commentaire").click()
    expect(provider.get_by_role("button", name="Refuser…")).to_have_count(1)

    client.reload()
    expect(client.get_by_text("Nous y tenons encore.")).to_be_visible()
    client.get_by_role("button", name="Retirer l’avenant").click()
    client.get_by_role("dialog").get_by_role("button", name="Retirer", exact=True).click()
    expect(client.get_by_text("Aucun avenant n’attend.")).to_be_visible()
    _look(client)
    provider.reload()
    expect(provider.get_by_text("Aucun avenant n’attend.")).to_be_visible()
    tomorrow = datetime.now(PARIS) + timedelta(days=40)
    provider.goto(visits.url(f"/contrats/{agreement.id}/contrat", date=f"{tomorrow:%Y-%m-%d}"))
    expect(provider.get_by_role("row").filter(has_text=LATE)).to_be_visible()
