"""Signing in through an organisation's provider, in a browser: there, its own pages, and back from another site."""

import json
import re
from typing import Any

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_day_one import Journey
from tests.browser.test_day_one import journey as journey  # the fixture
from tests.support.newcomers import CONTRACTS
from tests.support.provider import CLIENT_ID, CLIENT_SECRET, OpenIdProvider, openid_provider
from tests.support.visits import WIDE


@pytest.fixture(autouse=True)
def _development(monkeypatch: pytest.MonkeyPatch) -> None:
    """The provider of this test is on this machine."""
    monkeypatch.setenv("GATEWAY_PROVIDERS_ON_LOOPBACK", "true")


def company(journey: Journey) -> dict[str, dict[str, Any]]:
    """An administrator and a reader of a new organisation, with their passwords."""
    told = json.loads((journey.copil.folder / "administrator.json").read_text())
    token = journey.copil.token_of(told["client_id"], told["client_secret"])
    people = {}
    with httpx.Client(
        base_url=journey.copil.base_url, timeout=60, trust_env=False, headers={"authorization": f"Bearer {token}"}
    ) as http:
        organisation = http.post(f"{CONTRACTS}/organisations", json={"name": "Maison Verlaine"}).json()["id"]
        for name, function in (("ada", "administrator"), ("claire", "reader")):
            body = {"email": f"{name}@essai.example", "name": name.title(), "functions": [function]}
            answer = http.post(f"{CONTRACTS}/organisations/{organisation}/people", json=body)
            assert answer.status_code == 201, answer.text
            people[name] = answer.json()
    return people


def record(journey: Journey, page: Page, provider: OpenIdProvider) -> str:
    """The administrator records the provider and tries it out; the link of the organisation."""
    form = page.get_by_role("form", name="Fournisseur d’identité")
    form.get_by_label("Émetteur").fill(provider.issuer)
    form.get_by_label("Identifiant du client").fill(CLIENT_ID)
    form.get_by_label("Secret du client").fill(CLIENT_SECRET)
    form.get_by_label("Domaines").fill("@Essai.example")
    form.get_by_role("button", name="Enregistrer").click()
    expect(form.get_by_label("Domaines")).to_have_value("essai.example")
    page.get_by_role("button", name="Essayer ce fournisseur").click()
    expect(page.get_by_text("en ordre")).to_have_count(3)
    journey.look(page)
    return page.locator(".copy-value code").nth(1).inner_text()


def at_the_provider(page: Page, provider: OpenIdProvider, login: str) -> None:
    """Its own pages: who one is, and that this may be told."""
    page.wait_for_url(re.compile(re.escape(provider.issuer)))
    page.locator("[name=login]").fill(login)
    page.locator("[name=password]").fill("any")
    page.locator("button[type=submit]").click()
    page.locator("[name=prompt][value=consent]").wait_for(state="attached")
    page.locator("button[type=submit]").click()


@pytest.mark.parametrize("journey", [WIDE], ids=["wide"], indirect=True)
def test_people_sign_in_through_their_organisation(journey: Journey) -> None:
    """given a provider that an administrator recorded / then who is invited comes in by it, and nobody else."""
    people = company(journey)
    ada = journey.open("/connexion?retour=/organisation/connexion")
    ada.get_by_label("Adresse e-mail").fill(people["ada"]["email"])
    ada.get_by_label("Mot de passe", exact=True).fill(people["ada"]["password"])
    ada.get_by_role("button", name="Se connecter").click()
    callback = ada.locator(".copy-value code").first.inner_text()
    accounts = {people["claire"]["email"]: True, "nobody@essai.example": True}
    with openid_provider(callback, accounts, host="localhost") as provider:
        link = record(journey, ada, provider)

        claire = journey.open("/connexion?retour=/moi")
        claire.get_by_role("button", name="Continuer avec votre organisation").click()
        claire.get_by_label("Adresse e-mail professionnelle").fill(people["claire"]["email"])
        claire.get_by_role("button", name="Continuer avec votre organisation").click()
        at_the_provider(claire, provider, people["claire"]["email"])
        expect(claire.get_by_role("heading", name="Mon compte")).to_be_visible()
        expect(claire.locator("main").get_by_text(people["claire"]["email"])).to_be_visible()
        kept = [
            cookie for cookie in claire.context.cookies(journey.copil.base_url) if cookie["name"].startswith("copil-")
        ]
        assert [(cookie["httpOnly"], cookie["sameSite"]) for cookie in kept] == [(True, "Lax")]

        stranger = journey.open(link)
        stranger.get_by_role("button", name="Continuer avec votre organisation").click()
        at_the_provider(stranger, provider, "nobody@essai.example")
        expect(stranger.get_by_text("Personne de cette organisation n’est invité ici")).to_be_visible()
        expect(stranger.get_by_role("button", name="Se connecter")).to_be_visible()
