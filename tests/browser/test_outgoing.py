"""The provider's own tool, set up by its managers and seen by the client company."""

import re
import uuid

from playwright.sync_api import expect

from tests.support.visits import NARROW, Visits

SEVERAL = re.compile(r"^\d tentatives$")
"""Two, or one more where the page was slower than the first wait."""


def test_a_tool_is_set_up_tried_and_removed(visits: Visits) -> None:
    """given an address / when added, tried, paused and removed / then a secret once, attempts, and the host to both."""
    mark = uuid.uuid4().hex[:10]
    page = visits.page("sous_traitant", f"{visits.contract}/a-traiter")
    page.get_by_role("link", name="Vers votre outil").click()
    form = page.get_by_role("form", name="Ajouter un outil")
    form.get_by_label("Nom de l’outil, lu par les deux parties").fill(f"Outil {mark}")
    address = form.get_by_label("Adresse qui reçoit les messages")
    address.fill("https://127.0.0.1/copil")
    form.get_by_role("button", name="Ajouter l’outil").click()
    expect(form.get_by_role("alert")).to_contain_text("Rien n’est jamais envoyé à cette adresse")
    address.fill(f"https://outil.prestataire.example/{mark}-chemin")
    form.get_by_label("Félicitation").uncheck()
    address.press("Enter")
    card = page.get_by_role("region", name=f"Outil {mark}", exact=True)
    secret = card.locator("code", has_text="whsec_").first.text_content() or ""
    assert re.fullmatch(r"whsec_[A-Za-z0-9+/=]{44}", secret)
    # Nobody knows the name: what comes of it is said, and it can be sent again at once.
    card.get_by_role("button", name="Envoyer un essai").click()
    expect(card.get_by_text("nom d’hôte introuvable").first).to_be_visible()
    expect(card.get_by_text("à envoyer", exact=True)).to_be_visible()
    card.get_by_role("button", name=re.compile("^Renvoyer le message du")).click()
    expect(card.get_by_text(SEVERAL)).to_be_visible()
    card.get_by_role("button", name="Suspendre").focus()
    page.keyboard.press("Enter")
    expect(card.get_by_text("suspendu", exact=True)).to_be_visible()
    page.reload()
    expect(card.get_by_text(f"{mark}-chemin").first).to_be_visible()
    assert secret not in page.content()
    other = visits.page("donneur_ordre", f"{visits.contract}/a-traiter/outil", options={"viewport": NARROW})
    seen = other.get_by_role("region", name=f"Outil {mark}", exact=True)
    expect(seen.get_by_text("outil.prestataire.example")).to_be_visible()
    expect(seen.get_by_text(SEVERAL)).to_be_visible()
    assert f"{mark}-chemin" not in other.content()
    expect(other.get_by_role("heading", name="Vers l’outil du prestataire")).to_be_visible()
    expect(other.get_by_role("button", name="Envoyer un essai")).to_have_count(0)
    expect(other.get_by_role("form", name="Ajouter un outil")).to_have_count(0)
    assert other.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    card.get_by_role("button", name="Retirer", exact=True).click()
    card.get_by_role("button", name="Retirer l’outil").click()
    expect(card.get_by_text("retiré", exact=True)).to_be_visible()
    expect(card.get_by_role("button", name="Envoyer un essai")).to_have_count(0)
