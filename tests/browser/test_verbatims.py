"""What customers say, as both parties read it: the same words, nobody named, a score as a filter."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.support.visits import NARROW, Visits


def _open(visits: Visits, name: str) -> Page:
    page = visits.page(name, f"{visits.contract}/pilotage")
    page.get_by_role("navigation", name="Navigation principale").get_by_role("link", name="Verbatims").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("réponses de clients")
    return page


def _answers(page: Page) -> Locator:
    return page.locator(".verbatims > li")


def test_both_parties_read_the_same_words(visits: Visits) -> None:
    """given both parties on the page / then the same answers, personal data masked and counted, first contact twice."""
    read = []
    for name in ("donneur_ordre", "sous_traitant"):
        page = _open(visits, name)
        expect(_answers(page)).to_have_count(25)
        read.append(_answers(page).all_inner_texts())
        expect(page.get_by_text("Résolution au premier contact — déclarée")).to_be_visible()
        expect(page.get_by_text("Résolution au premier contact — par ticket")).to_be_visible()
        # To what the tickets say, and to who came back.
        gaps = page.locator("dl.readings").first.get_by_text(re.compile(r"[+−]?\d+,\d\spts?"))
        expect(gaps).to_have_count(2)
        page.get_by_role("link", name="Résolu au premier contact").click()
        expect(page).to_have_url(re.compile("question=fcr_declared"))
        masking = page.get_by_text("Masquage : 1 élément").first
        masking.click()
        expect(page.get_by_text("permettraient de reconnaître").first).to_be_visible()
        assert not re.search(r"@example\.fr|06 39 98", page.locator("main").inner_text())
        link = page.get_by_role("link", name=re.compile("^Ticket")).first
        assert (link.get_attribute("href") or "").startswith("https://assistance.example/tickets/")
        assert "noopener" in (link.get_attribute("rel") or "")
    assert read[0] == read[1]


def test_a_score_is_a_filter_that_the_address_keeps(visits: Visits) -> None:
    """given the histogram / when a bar is followed by keyboard / then its answers only, also after a reload."""
    page = _open(visits, "sous_traitant")
    bar = page.get_by_role("link", name=re.compile(r"^Note 9 :"))
    wanted = int(re.sub(r"\D", "", bar.inner_text().split(":")[-1]))
    bar.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("note=9"))
    expect(page.get_by_role("heading", name="Réponses notées 9 sur 10")).to_be_visible()
    expect(_answers(page)).to_have_count(min(wanted, 25))
    page.reload()
    expect(_answers(page)).to_have_count(min(wanted, 25))
    expect(page.get_by_role("link", name=re.compile(r"^Note 9 :"))).to_have_attribute("aria-current", "page")
    page.goto(visits.url(f"{visits.contract}/verbatims", periode="2020-01"))
    expect(page.get_by_text("Aucune réponse à montrer")).to_be_visible()


def test_on_a_phone_nothing_is_wider_than_it(visits: Visits) -> None:
    page = visits.page("donneur_ordre", f"{visits.contract}/verbatims", options={"viewport": NARROW})
    expect(_answers(page).first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
