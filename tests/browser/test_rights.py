"""Requests of end customers on screen: both parties see them and their deadline, the party in charge answers."""

import json
import re
import uuid
from datetime import datetime, timedelta
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.support.visits import NARROW, PARIS, Visits


def _open(visits: Visits, name: str, **options: object) -> Page:
    page = visits.page(name, f"{visits.contract}/verbatims", options=dict(options))
    page.get_by_role("link", name="Droits des personnes").click()
    expect(page.get_by_role("heading", level=2, name="Demandes")).to_be_visible()
    return page


def _record(page: Page, case: str, kind: str, received: str, email: str) -> Locator:
    page.get_by_role("button", name="Inscrire une demande").click()
    form = page.get_by_role("form", name="Inscrire une demande")
    form.get_by_label("Droit exercé").select_option(kind)
    form.get_by_label("Reçue le").fill(received)
    form.get_by_label("Votre numéro de dossier (facultatif)").fill(case)
    form.get_by_label("Référence 1", exact=True).fill(email)
    form.get_by_role("button", name="Inscrire la demande").click()
    card = page.get_by_role("article").filter(has_text=case)
    expect(card).to_be_visible()
    return card


def test_access_is_followed_by_both_and_answered_by_one(visits: Visits) -> None:
    """given a request of long ago / then both see it is late, nobody who it is, and the party in charge exports."""
    case, email = f"DPO-{uuid.uuid4().hex[:6]}", f"client-{uuid.uuid4().hex[:6]}@exemple.fr"
    long_ago = (datetime.now(PARIS) - timedelta(days=45)).strftime("%Y-%m-%d")
    provider = _open(visits, "sous_traitant", viewport=NARROW)
    card = _record(provider, case, "access", long_ago, email)
    expect(card.get_by_text(re.compile("en retard d"))).to_be_visible()
    expect(card.get_by_text("Répond : le donneur d’ordre.")).to_be_visible()
    expect(card.get_by_role("button", name="Exporter (JSON)")).to_have_count(0)
    assert provider.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    controller = _open(visits, "donneur_ordre")
    expect(controller.get_by_text(re.compile("dépassé (son|leur) échéance"))).to_be_visible()
    assert email not in controller.locator("main").inner_text()
    card = controller.get_by_role("article").filter(has_text=case)
    card.get_by_role("button", name="Prendre en charge").click()
    expect(card.get_by_text("en cours")).to_be_visible()
    with controller.expect_download() as download:
        card.get_by_role("button", name="Exporter (JSON)").click()
    told = json.loads(Path(download.value.path()).read_text())
    assert (told["tickets"], told["deliveries"], told["answers"]) == ([], [], [])
    card.get_by_role("button", name="La personne a reçu sa réponse").click()
    expect(card.get_by_text("répondue")).to_be_visible()
    card.get_by_text("Ce qui a été fait").click()
    expect(card.get_by_text("Export tiré")).to_be_visible()
    expect(card.get_by_role("button", name="Exporter (JSON)")).to_have_count(0)


def test_erasure_is_looked_at_confirmed_and_carried_out(visits: Visits) -> None:
    """given an erasure / when ordered after a second question / then its progress is shown until it is done."""
    case = f"DPO-{uuid.uuid4().hex[:6]}"
    page = _open(visits, "donneur_ordre")
    today = datetime.now(PARIS).strftime("%Y-%m-%d")
    card = _record(page, case, "erasure", today, f"client-{uuid.uuid4().hex[:6]}@exemple.fr")
    expect(card.get_by_role("button", name="La personne a reçu sa réponse")).to_have_count(0)
    card.get_by_role("button", name="Chercher ce que Copil garde").click()
    expect(card.get_by_text("Aucun ticket, aucun contenu brut, aucune réponse")).to_be_visible()
    card.get_by_role("button", name="Prolonger").click()
    card.get_by_label("Motif de la prolongation, à dire à la personne").fill("Beaucoup de tickets à relire.")
    card.get_by_role("button", name="Prolonger de deux mois").click()
    expect(card.get_by_text("Échéance prolongée")).to_be_visible()
    card.get_by_role("button", name="Effacer", exact=True).click()
    page.get_by_role("dialog").get_by_role("button", name="Effacer définitivement").click()
    expect(card.get_by_text("Les chiffres n’ont pas changé.")).to_be_visible()
    card.get_by_role("button", name="La personne a reçu sa réponse").click()
    expect(card.get_by_text("répondue")).to_be_visible()
