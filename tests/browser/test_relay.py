"""The customers' words reach the team and come back: themes and search, the inbox of both parties, rules and teams."""

import re
import time
from datetime import UTC, datetime, timedelta
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.support.visits import NARROW, Visits, this_month

SAID = "Réponse toute faite"


def _inbox(visits: Visits, name: str, **asked: Any) -> Page:
    page = visits.page(name, f"{visits.contract}/a-traiter", **asked)
    expect(page.get_by_role("heading", name="Retours relayés")).to_be_visible()
    return page


def _card(page: Page, words: str) -> Locator:
    return page.locator(".relay-card").filter(has_text=words)


def test_the_relay_by_both_parties(visits: Visits) -> None:
    """given words of a displeased customer / when the team treats them and the client company answers / then both see
    each step, whose it is, and that it is over."""
    provider = _inbox(visits, "sous_traitant")
    card = _card(provider, SAID)
    card.get_by_role("button", name="Prendre en compte").focus()
    provider.keyboard.press("Enter")
    card.get_by_role("button", name="Dire la cause").click()
    card.get_by_label("Cause").select_option(label="Ton")
    card.get_by_label("Précision (facultatif)").fill("Réponses copiées")
    card.get_by_role("button", name="Enregistrer").click()
    card.get_by_role("link", name="Créer une action").click()
    # What the team told of the cause is there already, and the action leads back to the words.
    expect(provider.get_by_label("Cause")).to_have_value("Ton : Réponses copiées")
    expect(provider).to_have_url(re.compile(r"origin=verbatim%3A[0-9a-f-]{36}&indicator=nps$"))
    provider.get_by_label("Ce qui sera fait, en une ligne").fill("Réécrire les modèles de réponse")
    provider.get_by_label("Gain attendu").fill("2")
    provider.get_by_role("button", name="Proposer à l’autre partie").click()
    expect(provider.get_by_role("heading", level=1, name="Réécrire les modèles de réponse")).to_be_visible()
    provider.get_by_role("main").get_by_role("link", name="Les mots d’un client").click()
    expect(provider).to_have_url(re.compile("retour=[0-9a-f-]{36}"))
    asked = provider.locator(".panel").filter(has=provider.get_by_role("heading", name="Le retour demandé"))
    asked.get_by_role("button", name="Dire ce qui est fait").click()
    expect(asked.get_by_label("Action qui s’en occupe")).to_contain_text("Réécrire les modèles de réponse")
    asked.get_by_label("Ce qui est fait").fill("Écoute des échanges <b>du jour</b>")
    asked.get_by_role("button", name="Enregistrer").click()
    expect(asked.get_by_text("Écoute des échanges <b>du jour</b>")).to_be_visible()
    expect(asked.get_by_role("link", name="Action : Réécrire les modèles de réponse")).to_be_visible()
    asked.get_by_role("link", name="Voir tous les retours").click()
    expect(asked).to_have_count(0)
    card.get_by_role("button", name="Répondre au donneur d’ordre").click()
    card.get_by_label("Ce qui a été fait, pour le donneur d’ordre").fill("Modèles de réponse réécrits")
    card.get_by_role("button", name="Enregistrer").click()
    expect(card).to_have_count(0)
    client = _inbox(visits, "donneur_ordre", etat="replied")
    answered = _card(client, SAID)
    expect(answered.get_by_text("Modèles de réponse réécrits")).to_be_visible()
    expect(answered.get_by_text("Karim Benali").first).to_be_visible()
    answered.get_by_role("button", name="Juger la réponse insuffisante").click()
    answered.get_by_label("Ce qui manque à la réponse").fill("Depuis quand ?")
    answered.get_by_role("button", name="Enregistrer").click()
    expect(answered).to_have_count(0)
    provider.reload()
    returned = _card(provider, SAID)
    expect(returned.get_by_text("Depuis quand ?")).to_be_visible()
    returned.get_by_role("button", name="Répondre au donneur d’ordre").click()
    returned.get_by_label("Ce qui a été fait, pour le donneur d’ordre").fill("Depuis lundi")
    returned.get_by_role("button", name="Enregistrer").click()
    expect(returned).to_have_count(0)
    client.reload()
    answered.get_by_role("button", name="Accepter la réponse").click()
    client.get_by_role("link", name=re.compile("^Clos")).click()
    expect(answered.get_by_text("Réponse acceptée").first).to_be_visible()
    expect(client.locator(".relay-delays")).to_contain_text("Donner son avis sur la réponse")


def test_more_than_a_page_is_counted_narrowed_and_shown_in_full(visits: Visits) -> None:
    """given more items than a page holds / then the heading and the filters tell how many, the rest comes when it is
    asked for, and queue and kind narrow from the address."""
    credentials = visits.copil.credentials
    contract = f"/contrats/{credentials['other_contract_id']}"
    relay = f"/api/feedback/v1{contract.replace('contrats', 'contracts')}/relay"
    with visits.copil.client("autre_sous_traitant") as api:
        team = api.post(f"{relay}/teams", json={"name": "Échanges"}).json()["id"]
        rules = {"items": [{"when": {"queues": ["Échanges"]}, "team_id": team, "answer_within_hours": 24}]}
        etag = api.get(f"{relay}/rules").headers["etag"]
        assert api.put(f"{relay}/rules", json=rules, headers={"if-match": etag}).status_code == 200
        now = datetime.now(UTC)
        answers = [
            {"key": f"page-{n}", "kind": "nps", "score": 10 if n == 30 else 1, "comment": f"Échange {n}",
             "queue": "Échanges", "answered_at": (now + timedelta(milliseconds=n)).isoformat()} for n in range(31)
        ]  # fmt: skip
        told = api.post(relay.replace("/relay", "/answers"), json={"answers": answers})
        assert told.status_code == 200, told.text
        deadline = time.monotonic() + 30
        while (counts := api.get(f"{relay}/counts").json())["trouble"]["open"] < 30 or not counts["praise"]["open"]:
            assert time.monotonic() < deadline
            time.sleep(0.2)
    page = visits.page("autre_sous_traitant", f"{contract}/a-traiter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("30 retours")
    cards = page.locator(".relay-card:not(.relay-praise)")
    expect(cards).to_have_count(25)
    page.get_by_role("button", name="Afficher la suite").focus()
    page.keyboard.press("Enter")
    expect(cards).to_have_count(30)
    page.get_by_role("link", name="En retard (0)").click()
    expect(page).to_have_url(re.compile("retard=oui"))
    expect(page.get_by_text("Rien ici pour le moment")).to_be_visible()
    page.get_by_role("link", name="Félicitations", exact=True).click()
    expect(page).to_have_url(re.compile("sorte=felicitations"))
    expect(page.get_by_role("heading", name="À transmettre (1)")).to_be_visible()
    words = visits.page("autre_donneur_ordre", f"{contract}/verbatims", periode=this_month(), file="Échanges")
    expect(words.locator(".verbatims > li").first).to_contain_text("File Échanges")
    chosen = words.get_by_role("navigation", name="Filtrer par file d’attente").get_by_role(
        "link", name=re.compile("^Échanges")
    )
    expect(chosen).to_have_attribute("aria-current", re.compile("true|page"))
    chosen.click()
    expect(words).not_to_have_url(re.compile("file="))


def test_congratulations_are_passed_on_in_one_act(visits: Visits) -> None:
    """given what pleased customers said / then it stands apart, both read it, and the provider passes it on."""
    client = _inbox(visits, "donneur_ordre")
    praise = _card(client, "Conseillère très aimable")
    expect(praise).to_be_visible()
    expect(praise.get_by_role("button", name="Lu et transmis à l’équipe")).to_have_count(0)
    provider = _inbox(visits, "sous_traitant")
    card = _card(provider, "Conseillère très aimable")
    card.get_by_role("button", name="Lu et transmis à l’équipe").click()
    expect(card).to_have_count(0)


def test_from_an_indicator_to_the_words_behind_it_by_theme_and_search(visits: Visits) -> None:
    """given NPS / when its words are asked for / then displeased customers only; a theme and words narrow them, the
    address keeps it, and a theme is added and taken away by hand."""
    page = visits.page("donneur_ordre", f"{visits.contract}/indicateurs/nps", periode=this_month())
    page.get_by_role("link", name="Lire les mots des clients mécontents").click()
    expect(page).to_have_url(re.compile("notes=basses"))
    words = page.locator(".verbatims > li")
    expect(words.filter(has_text="Toujours pas reçu mon colis")).to_have_count(1)
    expect(words.filter(has_text="Bravo à toute l'équipe")).to_have_count(0)
    page.get_by_role("navigation", name="Filtrer par thème").get_by_role("link", name=re.compile("^Délai")).click()
    expect(page).to_have_url(re.compile("theme=delay"))
    expect(words).to_have_count(1)
    page.get_by_label("Chercher dans les mots des clients").fill("colis recu")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("q=colis"))
    page.reload()
    expect(words).to_have_count(1)
    page.get_by_label("Chercher dans les mots des clients").fill("colis -retard")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Aucune réponse à montrer")).to_be_visible()
    page.get_by_role("button", name="Effacer la recherche").click()
    expect(words).to_have_count(1)
    words.get_by_text("Ajouter un thème").click()
    words.get_by_role("button", name="Produit", exact=True).click()
    taken = words.get_by_role("button", name="Retirer le thème Produit")
    taken.click()
    expect(taken).to_have_count(0)


def test_rules_and_teams_are_set_up_by_those_whose_they_are(visits: Visits) -> None:
    """given the page of rules / then teams are changed by the provider, rules by either party, and both see who did."""
    client = visits.page("donneur_ordre", f"{visits.contract}/a-traiter/regles")
    expect(client.get_by_text("Suivi client").first).to_be_visible()
    expect(client.get_by_role("button", name="Créer une équipe")).to_have_count(0)
    expect(client.get_by_role("group", name="Règle 1", exact=True)).to_be_visible()
    client.get_by_role("group", name="Règle 2", exact=True).get_by_label("Réponse sous (heures)").fill("96")
    client.get_by_role("group", name="Règle 2", exact=True).get_by_label("Files d’attente").fill("Conseil ; Livraisons")
    with client.expect_response(lambda answer: answer.request.method == "PUT"):
        client.get_by_role("button", name="Enregistrer les règles").click()
    expect(client.locator("main").get_by_text("Claire Morel").first).to_be_visible()
    provider = visits.page("sous_traitant", f"{visits.contract}/a-traiter/regles")
    provider.get_by_role("button", name="Modifier l’équipe Suivi client").click()
    provider.get_by_label("Ajouter une personne").select_option(label="Karim Benali")
    provider.get_by_role("button", name="Ajouter Karim Benali").click()
    provider.get_by_role("button", name="Enregistrer l’équipe").click()
    expect(provider.get_by_text("une personne", exact=True)).to_be_visible()
    rule = provider.get_by_role("group", name="Règle 2", exact=True)
    expect(rule.get_by_label("Réponse sous (heures)")).to_have_value("96")
    expect(rule.get_by_label("Files d’attente")).to_have_value("Conseil ; Livraisons")


def test_on_a_phone_nothing_is_wider_than_it(visits: Visits) -> None:
    for path in ("a-traiter", "a-traiter/regles"):
        page = visits.page("sous_traitant", f"{visits.contract}/{path}", options={"viewport": NARROW})
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        expect(page.locator(".relay-card").first).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
