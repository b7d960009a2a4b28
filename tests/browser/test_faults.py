"""Faults around an open page: a service that hangs, a cut network, a session that ends while somebody writes."""

import re
import time

from playwright.sync_api import Locator, Page, expect

from tests.support.visits import Visits, month_before, this_month

STALE = "ne répond pas"
SLOW_MS = 60_000
"""A hanging service is refused after 10 s by the gateway; two refusals in a row are told."""


def test_a_hanging_service_leaves_the_page_as_it_was(visits: Visits) -> None:
    """given kpi stopped / then the open page keeps its figures, says that they are old, and recovers by itself."""
    page = visits.page("donneur_ordre", f"{visits.contract}/pilotage")
    sentence = page.get_by_role("heading", level=1)
    expect(sentence).to_contain_text("engagements")
    rows = page.get_by_role("table").first.get_by_role("row")
    expect(page.locator(".skeleton")).to_have_count(0)
    before = (sentence.inner_text(), rows.all_inner_texts())
    page.evaluate("window.neverReloaded = true")
    notice = page.get_by_role("status").filter(has_text=STALE)
    with visits.copil.stopped("kpi"):
        expect(notice).to_be_visible(timeout=SLOW_MS)
        assert (sentence.inner_text(), rows.all_inner_texts()) == before
    expect(notice).to_have_count(0, timeout=SLOW_MS)
    assert page.evaluate("window.neverReloaded") is True
    assert sentence.inner_text() == before[0]
    visits.copil.wait_ready(30)


def test_one_failing_part_stays_alone(visits: Visits) -> None:
    """given that nothing can be said of the sources / then the figures are there all the same."""
    page = visits.context("donneur_ordre").new_page()
    page.route("**/freshness", lambda route: route.fulfill(status=500, json={"status": 500, "code": "internal_error"}))
    page.goto(visits.url(f"{visits.contract}/pilotage"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("engagements")
    expect(page.get_by_role("table")).to_have_count(2)


def test_a_cut_network(visits: Visits) -> None:
    """given no network / then the open page says so and keeps its figures; another page of it says what to do."""
    page = visits.page("sous_traitant", f"{visits.contract}/pilotage")
    expect(page.get_by_role("heading", level=1)).to_contain_text("engagements")
    expect(page.locator(".skeleton")).to_have_count(0)
    page.context.set_offline(True)
    notice = page.get_by_role("status").filter(has_text=STALE)
    expect(notice).to_be_visible(timeout=SLOW_MS)
    expect(page.get_by_role("heading", level=1)).to_contain_text("engagements")
    # A month that was not read yet cannot be shown: that is said in its place.
    page.get_by_role("combobox", name="Mois", exact=True).select_option(month_before(this_month(), 4))
    expect(page.get_by_role("main")).to_contain_text(re.compile("ne répond pas"))
    page.context.set_offline(False)
    page.get_by_role("button", name="Réessayer").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("engagements")
    expect(notice).to_have_count(0, timeout=SLOW_MS)


def _write(visits: Visits, page: Page, text: str) -> Locator:
    """Begin a note on a figure of the second pair."""
    contract = visits.copil.credentials["other_contract_id"]
    page.goto(visits.url(f"/contrats/{contract}/indicateurs/fcr_ticket", periode=this_month()))
    page.get_by_role("button", name="Annoter la courbe").click()
    field = page.get_by_label("Texte, lu par les deux parties")
    field.press_sequentially(text)
    return field


def _withdraw(page: Page, text: str) -> None:
    """Leave the demonstration as it was told."""
    note = page.get_by_role("listitem").filter(has_text=text)
    note.get_by_role("button", name="Retirer").click()
    page.get_by_role("dialog").get_by_role("button", name="Retirer l’annotation").click()
    expect(note).to_have_count(0)


def test_a_session_that_ends_while_writing(visits: Visits) -> None:
    """given a note half written / when the session ends / then signing in over the page keeps the text and sends it."""
    person = visits.doors.person("autre_donneur_ordre")
    text = f"Essai {time.time_ns()}"
    page = visits.context(cookies=visits.doors.sign_in(person["email"], person["password"])).new_page()
    field = _write(visits, page, text)
    page.context.clear_cookies()
    page.get_by_role("button", name="Publier l’annotation").click()
    dialog = page.get_by_role("dialog", name="Votre session a pris fin")
    expect(dialog).to_be_visible()
    expect(field).to_have_value(text)
    expect(dialog.get_by_label("Adresse e-mail")).to_have_value(person["email"])
    dialog.get_by_label("Mot de passe").fill(person["password"])
    dialog.get_by_label("Mot de passe").press("Enter")
    expect(dialog).to_have_count(0)
    note = page.get_by_role("listitem").filter(has_text=text)
    expect(note).to_have_count(1)
    expect(field).to_have_count(0)
    _withdraw(page, text)


def test_two_tabs_lose_nothing(visits: Visits) -> None:
    """given a note begun in one tab / when another opens, writes on and sends / then one note holds all of it."""
    person = visits.doors.person("autre_sous_traitant")
    context = visits.context(cookies=visits.doors.sign_in(person["email"], person["password"]))
    first, second = context.new_page(), context.new_page()
    text = f"Premier onglet {time.time_ns()}"
    field = _write(visits, first, text)
    second.goto(first.url)
    other = second.get_by_label("Texte, lu par les deux parties")
    expect(other).to_have_value(text)
    other.press("End")
    other.press_sequentially(", second onglet")
    expect(field).to_have_value(f"{text}, second onglet")
    # A tab that is closed or loaded again loses nothing either.
    first.reload()
    expect(field).to_have_value(f"{text}, second onglet")
    second.get_by_role("button", name="Publier l’annotation").click()
    expect(second.get_by_role("listitem").filter(has_text=text)).to_have_count(1)
    expect(field).to_have_count(0)
    _withdraw(second, text)
