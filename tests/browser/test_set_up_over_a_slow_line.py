"""The steps of the set-up when answers come late and in another order."""

import re
import time

import httpx
from playwright.sync_api import Page, Route, expect

from tests.support.callers import Api
from tests.support.newcomers import Newcomers
from tests.support.visits import Visits

CONTRACT = re.compile(r"/api/contracts/v1/contracts/[0-9a-f-]{36}$")
LATE_SECONDS = 1.5


def _late(route: Route) -> None:
    time.sleep(LATE_SECONDS)
    route.continue_()


def _heading(page: Page, steps: int) -> None:
    expect(page.get_by_role("heading", name=f"Mise en route : {steps} étapes sur 7")).to_be_visible()


def test_one_s_own_writing_is_not_somebody_else_s(empty_visits: Visits) -> None:
    """given the contract read again later than its parameters / when the next step is written / then it is kept."""
    copil = empty_visits.copil
    with httpx.Client(timeout=60.0, trust_env=False) as http:
        agreement = Newcomers(copil, http, Api(http, copil.base_url, copil.administrator)).draft()
    page = empty_visits.newcomer(agreement.donneur_ordre.id, "Claire Morel")
    page.goto(empty_visits.url(f"/contrats/{agreement.id}/mise-en-route"))
    page.get_by_role("button", name="Proposer les jours fériés de France").click()
    expect(page.get_by_text("Voir et corriger la liste")).to_be_visible()
    page.route(CONTRACT, _late)
    page.get_by_role("button", name="Enregistrer les horaires").click()
    _heading(page, 2)
    page.get_by_role("button", name="Enregistrer les délais").click()
    _heading(page, 3)
    expect(page.get_by_role("alert")).to_have_count(0)
