"""Figures by site, channel and reason on screen: declared in the set-up, compared, and followed down to the tickets."""

import re
from typing import Any

import httpx
from playwright.sync_api import Page, expect

from tests.browser.test_accessibility import AXE, RUN_AXE, TAGS, WIDER_THAN_THE_WINDOW
from tests.factories.contracts import commitment_body, objective_body
from tests.support.callers import Api
from tests.support.newcomers import PARAMETERS, Newcomers
from tests.support.screens import settled
from tests.support.visits import NARROW, Visits, month_before, this_month


def _look(page: Page) -> None:
    settled(page)
    page.evaluate(AXE.read_text())
    assert page.evaluate(RUN_AXE, {"type": "tag", "values": TAGS}) == []
    assert page.evaluate(WIDER_THAN_THE_WINDOW) <= 0


def _told(visits: Visits, **query: str) -> dict[str, Any]:
    path = f"/api/kpi/v1/contracts/{visits.copil.credentials['contract_id']}/comparisons"
    api = httpx.Client(
        base_url=visits.copil.base_url, headers={"authorization": f"Bearer {visits.copil.token('donneur_ordre')}"}
    )
    with api:
        answer = api.get(path, params=query)
    assert answer.status_code == 200, answer.text
    told: dict[str, Any] = answer.json()
    return told


def test_which_reason_does_worse_and_its_tickets(visits: Visits) -> None:
    """given a month of several reasons / then the worst is first, and its tickets and counts are those of the API."""
    period = month_before(this_month())
    told = _told(visits, indicator="sla_resolution", dimension="reason", period=period)
    page = visits.page(
        "donneur_ordre", f"{visits.contract}/indicateurs/sla_resolution", periode=period, dimension="reason"
    )
    rows = page.get_by_role("region", name="Comparaison").get_by_role("row")
    expect(rows).to_have_count(len(told["items"]) + 1)
    names = [
        text.strip()
        for text in page.get_by_role("region", name="Comparaison").get_by_role("rowheader").all_inner_texts()
    ]
    assert names == [item["dimensions"]["reason"] or "Non renseigné" for item in told["items"]]
    _look(page)
    worst = told["items"][0]
    row = rows.filter(has=page.get_by_role("rowheader", name=names[0]))
    row.get_by_role("link").press("Enter")
    expect(page.get_by_text(f"Motif du contact : {names[0]}, seulement.").first).to_be_visible()
    why = page.locator("#pourquoi")
    expect(why).to_contain_text("même valeur")
    numbers = [re.sub(r"[^\d]", "", text) for text in why.locator(".sum b").all_inner_texts()]
    assert numbers[:2] == [str(worst["numerator"]), str(worst["denominator"])]
    expect(why).not_to_contain_text("Valeurs publiées")
    _look(page)
    page.set_viewport_size({"width": NARROW["width"], "height": NARROW["height"]})
    _look(page)
    why.get_by_role("link", name="Revenir à l’ensemble").click()
    expect(page.get_by_text("seulement.")).to_have_count(0)
    expect(why).to_contain_text("Valeurs publiées")


def test_declared_by_an_amendment(empty_visits: Visits) -> None:
    """given an agreement / when a site made of two groups is proposed / then the other side reads it, and agrees."""
    with httpx.Client(timeout=60.0, trust_env=False) as http:
        newcomers = Newcomers(
            empty_visits.copil, http, Api(http, empty_visits.copil.base_url, empty_visits.copil.administrator)
        )
        agreement = newcomers.draft()
        manager = agreement.donneur_ordre.manager
        manager.put(f"{agreement.path}/parameters", PARAMETERS)
        objective = manager.post(f"{agreement.path}/objectives", objective_body()).json()["id"]
        assert manager.put(f"{agreement.path}/commitments", commitment_body(objective_id=objective)).is_success
        agreement.accept()
        client = empty_visits.newcomer(agreement.donneur_ordre.id, "Claire Morel")
        provider = empty_visits.newcomer(agreement.sous_traitant.id, "Karim Benali")
        client.goto(empty_visits.url(f"/contrats/{agreement.id}/avenants"))
        client.get_by_label("Réouverture et délais promis").check()
        client.get_by_role("button", name="Ajouter une dimension").click()
        client.get_by_role("combobox", name="Dimension").select_option("site")
        client.get_by_role("combobox", name="Lue dans").select_option("group")
        client.get_by_label("Valeurs, une par ligne").fill("Lyon N1 =")
        client.get_by_role("button", name="Proposer l’avenant").click()
        expect(client.get_by_text("Chaque texte de l’outil figure une seule fois")).to_be_visible()
        _look(client)
        client.get_by_label("Valeurs, une par ligne").fill("Lyon N1 = Lyon\nLyon N2 = Lyon\nTunis")
        client.get_by_role("button", name="Proposer l’avenant").click()
        expect(client.get_by_text("Avenant proposé : il attend")).to_be_visible()
        provider.goto(empty_visits.url(f"/contrats/{agreement.id}/avenants"))
        said = "Site, groupe (Lyon N1 → Lyon, Lyon N2 → Lyon, Tunis)"
        expect(provider.get_by_role("row", name="Dimensions")).to_contain_text(said)
        for page in (client, provider):
            page.goto(empty_visits.url(f"/contrats/{agreement.id}/avenants"))
            page.get_by_role("button", name="Accepter l’avenant").click()
            page.get_by_role("dialog").get_by_role("button", name="Accepter", exact=True).click()
            expect(page.get_by_role("button", name="Accepter l’avenant")).to_have_count(0)
        kept = manager.get(f"{agreement.path}/parameters").json()["items"]
        values = {"Lyon N1": "Lyon", "Lyon N2": "Lyon", "Tunis": "Tunis"}
        assert [one["dimensions"] for one in kept][-1] == {"site": {"attribute": "group", "values": values}}
