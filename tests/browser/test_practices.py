"""From an action that was shown to help to a practice that all contracts of the two companies read."""

from typing import Any

from playwright.sync_api import Page, expect

from tests.support.newcomers import KPI
from tests.support.visits import NARROW, Visits

ACTION = "Un plan de secours quand les outils tombent"
WORDS = "Une boîte de secours <b>prête</b>"


def _taken_back(visits: Visits) -> None:
    path = f"{KPI}/contracts/{visits.copil.credentials['contract_id']}/practices"
    with visits.copil.client("donneur_ordre") as manager:
        kept: list[dict[str, Any]] = manager.get(path).json()["items"]
        for one in kept:
            assert manager.delete(f"{path}/{one['id']}").status_code == 204


def _action(visits: Visits, name: str, title: str) -> Page:
    page = visits.page(name, f"{visits.contract}/actions?etat=closes")
    page.locator(".actions-list").get_by_role("link", name=title).click()
    expect(page.get_by_role("heading", level=1, name=title)).to_be_visible()
    return page


def test_what_was_shown_to_help_is_shared(visits: Visits) -> None:
    """given a verified action whose effect is shown / when one tells it and the other agrees / then both read it."""
    _taken_back(visits)
    provider = _action(visits, "sous_traitant", ACTION)
    effect = provider.locator("#effet")
    expect(effect).to_contain_text("Mieux, écart établi.")
    expect(effect).to_contain_text("test z de deux proportions")
    effect.get_by_role("button", name="En faire une pratique à partager").click()
    form = effect.get_by_role("form", name="Partager une pratique")
    form.get_by_label("Ce qu’il faut faire").fill(WORDS)
    form.get_by_role("button", name="Proposer cette pratique").click()
    effect.get_by_role("link", name="Cette action est une pratique").click()
    card = provider.locator("#pratiques .practice")
    expect(card).to_contain_text("En attente de l’accord de l’autre partie.")

    client = visits.page("donneur_ordre", f"{visits.contract}/actions")
    client.set_viewport_size({"width": NARROW["width"], "height": NARROW["height"]})
    card = client.locator("#pratiques .practice")
    expect(card).to_contain_text(WORDS)
    card.get_by_role("button", name="En convenir et la partager").click()
    expect(card).to_contain_text("convenue le")
    expect(card).to_contain_text("Mieux, écart établi.")
    assert client.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]


def test_what_is_not_shown_is_not_offered(visits: Visits) -> None:
    """given a verified action after which nothing became better / then its page says so, and offers no practice."""
    page = _action(visits, "sous_traitant", "Une fiche de réponse par motif de livraison")
    effect = page.locator("#effet")
    expect(effect).to_contain_text("Pas de différence démontrée.")
    expect(effect).to_contain_text("il faudrait")
    expect(effect.get_by_role("button", name="En faire une pratique à partager")).to_have_count(0)
