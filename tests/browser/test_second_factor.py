"""A signatory is asked for a second factor, sets it up, signs in with it and accepts; an administrator resets it."""

import base64
import json
import re
import time
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from gateway.second_factor.rules import STEP, code_at
from tests.browser.test_accessibility import WHOLE_HEIGHT
from tests.browser.test_day_one import Journey
from tests.factories.contracts import parameters_body
from tests.support.callers import Api
from tests.support.copil import Copil
from tests.support.newcomers import CONTRACTS, PARAMETERS, Agreement, Newcomers
from tests.support.visits import NARROW, WIDE

WHO = {"Karim Benali": ["manager", "signatory"], "Ada Fontaine": ["administrator"], "Nadia Roux": ["reader"]}
SCOPE = "Avenants de moins de 10 000 € par an"


@pytest.fixture
def journey(request: pytest.FixtureRequest, browser: Browser, empty_copil: Copil) -> Iterator[Journey]:
    """Browsers of one width."""
    made = Journey(browser, empty_copil, request.param)
    yield made
    made.close()
    assert made.faults == []


def signatory(journey: Journey) -> tuple[Agreement, list[dict[str, Any]]]:
    """An agreement with an amendment that waits, and people of the provider."""
    told = json.loads((journey.copil.folder / "administrator.json").read_text())
    token = journey.copil.token_of(told["client_id"], told["client_secret"])
    with httpx.Client(timeout=60, trust_env=False) as http:
        newcomers = Newcomers(journey.copil, http, Api(http, journey.copil.base_url, token))
        agreement = newcomers.agreement(PARAMETERS)
        later = parameters_body(valid_from="2027-01-01T00:00:00Z", reopen_window_hours=72)
        proposed = agreement.donneur_ordre.manager.put(f"{agreement.path}/parameters", later)
        assert proposed.status_code == 202, proposed.text
        people = []
        for name, functions in WHO.items():
            email = f"{name.split()[0].lower()}.{time.monotonic_ns()}@essai.example"
            body = {"email": email, "name": name, "functions": functions}
            answer = newcomers.admin.post(f"{CONTRACTS}/organisations/{agreement.sous_traitant.id}/people", body)
            assert answer.status_code == 201, answer.text
            people.append(answer.json())
    return agreement, people


def fill_in(page: Page, person: dict[str, Any]) -> None:
    """Address and password, by keyboard."""
    expect(page.get_by_label("Adresse e-mail")).to_be_focused()
    page.keyboard.type(person["email"])
    page.keyboard.press("Tab")
    page.keyboard.type(person["password"])
    page.keyboard.press("Enter")


def give_scope(journey: Journey, agreement: Agreement, administrator: dict[str, Any], person: dict[str, Any]) -> None:
    """The administrator says what somebody may sign in the contract, with a session of a browser."""
    page = journey.open("/connexion?retour=/organisation/personnes")
    fill_in(page, administrator)
    expect(page.get_by_role("row", name=re.compile(person["name"]))).to_be_visible()
    answer = page.request.put(
        f"{journey.copil.base_url}{agreement.path}/functions/{person['id']}",
        data={"functions": person["functions"], "scope": SCOPE},
        headers={"x-copil-csrf": "1", "origin": journey.copil.base_url},
    )
    assert answer.ok, answer.text()
    page.close()


def fresh_code(secret: bytes, after: int = 0) -> tuple[str, int]:
    """A code that was not used yet, once there is one, and its half-minute."""
    while (step := int(time.time()) // STEP) + 1 <= after:
        time.sleep(0.5)
    step = max(step, after + 1)
    return code_at(secret, step), step


def look(journey: Journey, page: Page) -> None:
    """The page in a window as high as itself: what a fixed bar covers now can be scrolled to."""
    page.set_viewport_size({"width": journey.window["width"], "height": page.evaluate(WHOLE_HEIGHT)})
    journey.look(page)
    page.set_viewport_size(journey.window)  # type: ignore[arg-type]


def section(page: Page) -> Locator:
    """The part of one's account that this is about."""
    return page.locator("#double-authentification")


@pytest.mark.parametrize("journey", [WIDE, NARROW], ids=["wide", "narrow"], indirect=True)
def test_a_signatory_sets_a_second_factor_up_and_accepts(journey: Journey) -> None:
    """given a signatory with a password alone / then they are told what is missing, and accept once it is there."""
    agreement, (karim, ada, nadia) = signatory(journey)
    give_scope(journey, agreement, ada, karim)
    amendments = f"/contrats/{agreement.id}/avenants"
    page = journey.open(f"/connexion?retour={amendments}")
    look(journey, page)
    fill_in(page, karim)
    expect(page.get_by_text("Vous êtes habilité à signer")).to_contain_text(SCOPE)
    accept = page.get_by_role("button", name="Accepter l’avenant")
    accept.click()
    page.get_by_role("button", name="Accepter", exact=True).click()
    link = page.get_by_role("link", name="Activez la double authentification")
    expect(link).to_be_visible()
    look(journey, page)
    link.click()
    expect(section(page).get_by_text("Vous êtes signataire")).to_be_visible()
    expect(section(page).get_by_role("heading")).to_be_focused()
    look(journey, page)

    section(page).get_by_role("button", name="Activer la double authentification").click()
    section(page).get_by_label("Mot de passe actuel").fill(karim["password"])
    section(page).get_by_role("button", name="Continuer").click()
    expect(section(page).get_by_role("img", name=re.compile("Code QR"))).to_be_visible()
    look(journey, page)
    text = section(page).locator(".copy-value code").inner_text().replace(" ", "")
    secret = base64.b32decode(text + "=" * (-len(text) % 8))
    section(page).get_by_label("Code de l’application").fill("000000")
    section(page).get_by_role("button", name="Activer", exact=True).click()
    expect(section(page).get_by_text("Ce code n’est pas celui du moment")).to_be_visible()
    given, used = fresh_code(secret)
    section(page).get_by_label("Code de l’application").fill(given)
    section(page).get_by_role("button", name="Activer", exact=True).click()
    expect(page.get_by_role("heading", name="Vos dix codes de secours")).to_be_focused()
    codes = page.locator(".codes-once pre").inner_text().split()
    assert len(codes) == 10
    look(journey, page)
    page.get_by_role("button", name="Je les ai gardés").click()
    expect(section(page).get_by_text("Codes de secours encore bons : 10 sur 10.")).to_be_visible()

    again = journey.open(f"/connexion?retour={amendments}")
    fill_in(again, karim)
    expect(again.get_by_label("Code de votre application")).to_be_focused()
    look(journey, again)
    again.get_by_label("Code de votre application").fill(given)
    again.keyboard.press("Enter")
    expect(again.get_by_role("alert")).to_contain_text("il a déjà servi")
    assert not [cookie for cookie in again.context.cookies() if not str(cookie["name"]).endswith("-step")]
    again.get_by_label("Code de votre application").fill(fresh_code(secret, used)[0])
    again.keyboard.press("Enter")
    again.get_by_role("button", name="Accepter l’avenant").click()
    again.get_by_role("button", name="Accepter", exact=True).click()
    expect(
        again.get_by_text("Aucun avenant n’attend.").or_(again.get_by_text("En attente de l’autre partie"))
    ).to_be_visible()

    admin = journey.open("/connexion?retour=/organisation/personnes")
    fill_in(admin, ada)
    row = admin.get_by_role("row", name=re.compile("Karim Benali"))
    expect(row.get_by_text("Double authentification active")).to_be_visible()
    look(journey, admin)
    row.get_by_role("button", name="Réinitialiser la double authentification").click()
    admin.get_by_role("button", name="Réinitialiser", exact=True).click()
    expect(row.get_by_text("Double authentification active")).to_have_count(0)
    admin.get_by_role("link", name="Connexion et journal des accès").click()
    entry = admin.get_by_role("row", name=re.compile("réinitialisée"))
    expect(entry).to_contain_text("Ada Fontaine")
    expect(entry).to_contain_text("Karim Benali")
    again.reload()
    expect(again.get_by_role("button", name="Se connecter")).to_be_visible()

    form = admin.get_by_role("form", name="Fournisseur d’identité")
    form.get_by_label("Émetteur").fill("https://localhost:1")
    form.get_by_label("Identifiant du client").fill("copil")
    form.get_by_label("Secret du client").fill("un secret")
    form.get_by_role("button", name="Enregistrer").click()
    expect(admin.get_by_text("Laissé vide, le secret enregistré reste.")).to_be_visible()
    admin.get_by_role("button", name="Essayer ce fournisseur").click()
    expect(admin.get_by_text("the description cannot be read: no connection")).to_be_visible()
    look(journey, admin)
    stranger = journey.open("/connexion?refus=unknown")
    expect(stranger.get_by_text("Personne de cette organisation n’est invité ici")).to_be_visible()
    stranger.get_by_role("button", name="Continuer avec votre organisation").click()
    stranger.get_by_label("Adresse e-mail professionnelle").fill("nobody@nowhere.example")
    stranger.get_by_role("button", name="Continuer avec votre organisation").click()
    expect(stranger.get_by_text("Aucune organisation ne se connecte ainsi")).to_be_visible()
    look(journey, stranger)

    reader = journey.open("/connexion?retour=/cles")
    fill_in(reader, nadia)
    expect(reader.get_by_text("Peuvent donner cette fonction chez vous : Ada Fontaine.")).to_be_visible()
    look(journey, reader)
    reader.goto(f"{journey.copil.base_url}/contrats/{agreement.id}/contrat")
    named = reader.get_by_role("region", name="Signataires")
    expect(named).to_contain_text("Karim Benali")
    expect(named).to_contain_text(SCOPE)
    look(journey, reader)
