"""Actions, threads and the mutual evaluation on screen: carried by both parties from a figure to its check."""

import re
import uuid
from datetime import datetime, timedelta

from playwright.sync_api import Page, expect

from tests.support.visits import NARROW, PARIS, Visits


def _fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth <= 0"))


def test_a_figure_becomes_an_action_that_both_carry(visits: Visits) -> None:
    """given an indicator / when one proposes, the other accepts, one does it / then the other verifies; all is told."""
    title = f"Fiche {uuid.uuid4().hex[:6]}"
    provider = visits.page("sous_traitant", f"{visits.contract}/indicateurs/fcr_ticket", options={"viewport": NARROW})
    provider.get_by_role("link", name="Créer une action").click()
    form = provider.get_by_role("form", name="Action")
    expect(form.get_by_label("Indicateur")).to_have_value("fcr_ticket")
    expect(form.get_by_label("Porteur de votre côté")).to_contain_text("Karim Benali")
    form.get_by_label("Ce qui sera fait, en une ligne").fill(title)
    form.get_by_label("Cause").fill("Deux jours d'attente.\n<b>Trois relances</b>")
    form.get_by_label("Échéance", exact=True).fill(f"{datetime.now(PARIS) - timedelta(days=2):%Y-%m-%d}")
    form.get_by_label("Gain attendu").fill("3,5")
    assert _fits(provider)
    form.get_by_role("button", name="Proposer à l’autre partie").click()
    expect(provider.get_by_role("heading", level=1, name=title)).to_be_visible()
    expect(provider.get_by_text("+3,5 pts d’ici le")).to_be_visible()
    expect(provider.get_by_text(re.compile("en retard de"))).to_be_visible()
    assert _fits(provider)

    client = visits.page("donneur_ordre", f"{visits.contract}/actions")
    expect(client.get_by_role("heading", level=1)).to_contain_text("votre réponse")
    client.get_by_role("link", name=title).click()
    # Words are words, never markup.
    expect(client.get_by_text("<b>Trois relances</b>")).to_be_visible()
    client.get_by_role("button", name="Accepter", exact=True).press("Enter")
    expect(client.get_by_label("Porteur de votre côté")).to_contain_text("Claire Morel")
    client.get_by_role("button", name="Confirmer", exact=True).click()
    expect(client.get_by_text("Action acceptée")).to_be_visible()

    # What it showed is old: it says so instead of overwriting, and shows what is new.
    provider.get_by_role("button", name="Ajouter une remarque").click()
    provider.get_by_label("Vos mots, lus par les deux parties").fill("Nous commençons lundi.")
    provider.get_by_role("button", name="Confirmer", exact=True).click()
    expect(provider.get_by_role("alert")).to_contain_text("Quelqu’un a agi entre-temps")
    expect(provider.get_by_text("Action acceptée")).to_be_visible()
    provider.get_by_role("button", name="Confirmer", exact=True).click()
    expect(provider.get_by_role("listitem").filter(has_text="Nous commençons lundi.")).to_be_visible()
    provider.get_by_role("button", name="Déclarer faite").click()
    provider.get_by_role("button", name="Confirmer", exact=True).click()
    expect(provider.get_by_text("Action faite")).to_be_visible()
    expect(provider.get_by_role("button", name="Confirmer qu’elle est faite")).to_have_count(0)

    client.reload()
    client.get_by_role("button", name="Confirmer qu’elle est faite").click()
    client.get_by_role("button", name="Confirmer", exact=True).click()
    expect(client.get_by_text("Action vérifiée")).to_be_visible()
    client.goto(visits.url(f"{visits.contract}/actions", etat="closes", indicator="fcr_ticket"))
    expect(client.get_by_role("link", name=title)).to_be_visible()


def test_a_question_is_answered_and_both_delays_are_told(visits: Visits) -> None:
    """given a question between managers / then the other reads and answers it, it is read, closed, and counted."""
    subject = f"Question {uuid.uuid4().hex[:6]}"
    client = visits.page("donneur_ordre", f"{visits.contract}/echanges")
    client.get_by_role("button", name="Ouvrir un échange").click()
    form = client.get_by_role("form", name="Ouvrir un échange")
    form.get_by_label("Sujet").fill(subject)
    form.get_by_label("Message").fill("Que disent vos agents ?\n😀 <i>merci</i>")
    form.get_by_label("Pour le (facultatif)").fill(f"{datetime.now(PARIS) + timedelta(days=3):%Y-%m-%d}")
    form.get_by_label(re.compile("Entre responsables")).check()
    form.get_by_role("button", name="Envoyer").click()
    expect(client.get_by_role("heading", level=1, name=subject)).to_be_visible()
    expect(client.get_by_text("Pas encore lu par l’autre partie.")).to_be_visible()

    provider = visits.page("sous_traitant", f"{visits.contract}/echanges", options={"viewport": NARROW}, attente="nous")
    expect(provider.get_by_role("heading", level=1)).to_contain_text("votre réponse")
    assert _fits(provider)
    provider.get_by_role("link", name=subject).click()
    expect(provider.get_by_text("<i>merci</i>")).to_be_visible()
    provider.get_by_label("Votre réponse").fill("Ils proposent une fiche.")
    provider.get_by_role("button", name="Envoyer", exact=True).click()
    expect(provider.get_by_text("aucune réponse attendue")).to_be_visible()
    assert _fits(provider)

    client.reload()
    expect(client.get_by_text(re.compile("Lu par l’autre partie le")).first).to_be_visible()
    client.get_by_label("Votre message").fill("Merci.")
    client.get_by_label("Ensuite").select_option("close")
    client.get_by_role("button", name="Envoyer et clore").click()
    expect(client.get_by_text("Échange clos.")).to_be_visible()
    client.goto(visits.url(f"{visits.contract}/echanges"))
    delays = client.get_by_role("region", name="Délais de réponse")
    expect(delays.get_by_role("row").filter(has_text="Prestataire").first).to_contain_text(re.compile(r"\d"))
    expect(delays.get_by_role("row").filter(has_text="Donneur d’ordre").first).to_be_visible()


def test_both_read_what_each_says_of_the_other(visits: Visits) -> None:
    """given a quarter that both evaluated / then both read the same scores and gaps, on a phone too."""
    read = []
    for name, options in (("donneur_ordre", {}), ("sous_traitant", {"viewport": NARROW})):
        page = visits.page(name, f"{visits.contract}/echanges", options=options)
        page.get_by_role("link", name="Évaluation mutuelle").click()
        table = page.get_by_role("table").first
        expect(table.get_by_role("row").filter(has_text="Réactivité")).to_contain_text("+2")
        read.append(table.inner_text())
        assert _fits(page)
    assert read[0] == read[1]


def test_from_a_missed_indicator_to_words_and_to_an_action(visits: Visits) -> None:
    """given a promise missed last month / when it is followed / then words in three acts, an action in three more."""
    title = f"Rappel {uuid.uuid4().hex[:6]}"
    page = visits.page("sous_traitant", f"{visits.contract}/pilotage")
    tile = page.get_by_role("navigation", name="À regarder d’abord").get_by_role("link", name=re.compile("par ticket"))
    expect(tile).to_contain_text("Manqué")
    tile.click()
    page.get_by_role("link", name="Pourquoi ce chiffre ?").click()
    page.get_by_role("link", name="Lire les mots des clients mécontents").click()
    words = page.locator(".verbatims > li").filter(has=page.get_by_role("link", name="Créer une action"))
    expect(words.first).to_be_visible()
    expect(page).to_have_url(re.compile("theme=resolution"))

    words.first.get_by_role("link", name="Créer une action").click()
    page.get_by_label("Ce qui sera fait, en une ligne").fill(title)
    page.get_by_label("Cause").fill("Les clients doivent relancer.")
    page.get_by_label("Gain attendu").fill("2")
    page.get_by_role("button", name="Proposer à l’autre partie").click()
    expect(page.get_by_role("heading", level=1, name=title)).to_be_visible()
    expect(page.get_by_text("Les mots d’un client").first).to_be_visible()
