"""The address is the state: language and period travel in it, and a wrong one never breaks the page."""

import re

from playwright.sync_api import Page, expect

from tests.support.visits import Visits, month_before, this_month

CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}


def _figures(page: Page) -> list[str]:
    """Everything the page says of the month: sentence, tiles, both tables."""
    expect(page.get_by_role("table")).to_have_count(2)
    expect(page.locator(".skeleton")).to_have_count(0)
    main = page.get_by_role("main")
    parts = [main.get_by_role("heading", level=1), main.get_by_role("navigation"), *main.get_by_role("table").all()]
    return [re.sub(r"\s+", " ", part.inner_text()) for part in parts]


def test_a_copied_link_shows_the_other_party_the_same(visits: Visits) -> None:
    """given a month and English / when the link is copied to the other party / then both read the same words."""
    period = month_before(this_month(), 3)
    first = visits.page("donneur_ordre", f"{visits.contract}/pilotage", options=CLIPBOARD)
    first.get_by_role("combobox", name="Mois", exact=True).select_option(period)
    first.get_by_role("combobox", name="Comparer à").select_option("aucune")
    first.get_by_role("button", name="English").click()
    expect(first.get_by_role("combobox", name="Month", exact=True)).to_have_value(period)
    first.get_by_role("button", name="Copy link").click()
    expect(first.get_by_role("button", name="Link copied")).to_be_visible()
    link = str(first.evaluate("navigator.clipboard.readText()"))
    assert f"periode={period}" in link
    assert "langue=en" in link
    second = visits.context("sous_traitant").new_page()
    second.goto(link)
    expect(second.get_by_role("combobox", name="Month", exact=True)).to_have_value(period)
    assert second.locator("html").get_attribute("lang") == "en"
    assert _figures(second) == _figures(first)


def test_a_link_freezes_the_last_month(visits: Visits) -> None:
    """given the page without a period / then the copied link names the month that was shown."""
    page = visits.page("donneur_ordre", f"{visits.contract}/pilotage", options=CLIPBOARD)
    page.get_by_role("button", name="Copier le lien").click()
    expect(page.get_by_role("button", name="Lien copié")).to_be_visible()
    assert f"periode={month_before(this_month())}" in page.evaluate("navigator.clipboard.readText()")


def test_a_wrong_parameter_falls_back(visits: Visits) -> None:
    """given parameters that mean nothing / then the usual page, with a discreet notice that can be closed."""
    page = visits.page("donneur_ordre", f"{visits.contract}/pilotage", periode="2026-13", comparer="jamais", kpi="nps")
    expect(page.get_by_role("combobox", name="Mois", exact=True)).to_have_value(month_before(this_month()))
    notice = page.get_by_role("status").filter(has_text="n’a pas été comprise")
    expect(notice).to_contain_text("(periode, comparer)")
    # What was right in the address still holds.
    expect(page.get_by_role("figure").get_by_role("heading", name="Net Promoter Score")).to_be_visible()
    notice.get_by_role("button", name="Fermer").click()
    expect(notice).to_have_count(0)


def test_back_and_forward(visits: Visits) -> None:
    """given a month before and a figure opened / then back and forward show each again."""
    last = month_before(this_month())
    page = visits.page("sous_traitant", f"{visits.contract}/pilotage")
    month = page.get_by_role("combobox", name="Mois", exact=True)
    page.get_by_role("link", name="Mois précédent").click()
    expect(month).to_have_value(month_before(last))
    page.get_by_role("table").first.get_by_role("link", name="Taux de réouverture").click()
    expect(page.get_by_role("heading", level=1, name="Taux de réouverture")).to_be_visible()
    page.go_back()
    expect(month).to_have_value(month_before(last))
    page.go_back()
    expect(month).to_have_value(last)
    page.go_forward()
    expect(month).to_have_value(month_before(last))
    page.go_forward()
    expect(page.get_by_role("heading", level=1, name="Taux de réouverture")).to_be_visible()
    expect(page).to_have_url(re.compile(f"periode={month_before(last)}"))
