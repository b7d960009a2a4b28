"""Strangers to a contract find nothing of it, and cannot tell it from one that does not exist."""

import re
import uuid

import pytest
from playwright.sync_api import Page, expect

from tests.support.visits import Visits

SCREENS = ("pilotage", "indicateurs", "indicateurs/fcr_ticket", "sources")


def _words(page: Page) -> str:
    expect(page.get_by_role("heading", level=1)).to_have_text("Cette page n’existe pas, ou ne vous est pas ouverte.")
    return re.sub(r"\s+", " ", page.locator("body").inner_text())


@pytest.mark.parametrize("screen", SCREENS)
def test_a_foreign_contract_looks_like_a_missing_one(visits: Visits, screen: str) -> None:
    """given the second pair / when it opens the first pair's addresses / then the same page as for no contract."""
    page = visits.page("autre_donneur_ordre", f"{visits.contract}/{screen}")
    foreign = _words(page)
    page.goto(visits.url(f"/contrats/{uuid.uuid4()}/{screen}"))
    assert _words(page) == foreign
    assert "Verlaine" not in foreign


def test_lists_hold_only_one_s_own(visits: Visits) -> None:
    """given the second pair / then its lists lead to its own contract, sources and keys, and name nobody else."""
    own = visits.copil.credentials["other_contract_id"]
    page = visits.page("autre_sous_traitant", "/contrats")
    expect(page).to_have_url(re.compile(f"/contrats/{own}/pilotage"))
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    for address in (f"/contrats/{own}/sources", "/cles", f"/contrats/{own}/indicateurs"):
        page.goto(visits.url(address))
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        expect(page.locator(".skeleton")).to_have_count(0)
        seen = page.locator("body").inner_text()
        assert not re.search(r"Verlaine|Accord Relation|Téléphonie|Zendesk du prestataire", seen), address
    expect(page.get_by_role("navigation", name="Navigation principale").get_by_role("link").first).to_have_attribute(
        "href", f"/contrats/{own}/pilotage"
    )


def test_a_reader_is_told_who_can_grant(visits: Visits) -> None:
    """given a person who only reads / when they open the keys / then the page says who holds them, and offers none."""
    person = visits.doors.person("donneur_ordre", "reader")
    page = visits.context(cookies=visits.doors.sign_in(person["email"], person["password"])).new_page()
    page.goto(visits.url("/cles"))
    expect(page.get_by_role("main")).to_contain_text("responsables et ses administrateurs")
    expect(page.get_by_role("button", name="Créer une clé")).to_have_count(0)
    expect(page.get_by_role("link", name="Clés", exact=True)).to_have_count(0)
    page.goto(visits.url(f"{visits.contract}/pilotage"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("engagements")
