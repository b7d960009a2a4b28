"""The bell, the page of notifications and the choice of mail, by keyboard, in both languages and widths."""

import re
import uuid
from datetime import datetime, timedelta

from playwright.sync_api import Page, expect

from tests.browser.test_accessibility import AXE, COLOURS, RUN_AXE, TAGS, WIDER_THAN_THE_WINDOW
from tests.support.visits import NARROW, PARIS, Visits


def _propose(visits: Visits, title: str) -> None:
    """An action that the donneur d'ordre proposes."""
    path = f"/api/contracts/v1/contracts/{visits.copil.credentials['contract_id']}/actions"
    with visits.copil.client("donneur_ordre") as client:
        owners = client.get(f"{path}/owners").json()["items"]
        owner = next(one["person_id"] for one in owners if one["side"] == "donneur_ordre")
        body = {
            "title": title,
            "cause": "Trois relances par demande.",
            "owners": {"donneur_ordre": owner},
            "due_on": f"{datetime.now(PARIS) + timedelta(days=30):%Y-%m-%d}",
            "origin": {"kind": "free"},
        }
        answer = client.post(path, json=body)
        assert answer.status_code == 201, answer.text


def _look(page: Page) -> None:
    """Axe in both themes, and nothing wider than the window."""
    page.evaluate(AXE.read_text())
    for theme, only in (("light", {"type": "tag", "values": TAGS}), ("dark", {"type": "rule", "values": COLOURS})):
        page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
        assert page.evaluate(RUN_AXE, only) == [], (page.url, theme)
    assert page.evaluate(WIDER_THAN_THE_WINDOW) <= 0, page.url


def test_what_the_other_party_asks_rings_and_leads_to_it(visits: Visits) -> None:
    """given a proposed action / when the provider follows the bell / then it lands on the action, which is read."""
    title = f"Action {uuid.uuid4().hex[:6]}"
    _propose(visits, title)
    page = visits.page("sous_traitant", f"{visits.contract}/sources", options={"viewport": NARROW})
    bell = page.get_by_role("banner").get_by_role("link", name=re.compile(r"^Notifications \(\d+ non lues?\)"))
    expect(bell).to_be_visible()
    bell.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text(re.compile("non lues?"))
    row = page.get_by_role("listitem").filter(has_text=title)
    expect(row).to_contain_text("non lue")
    _look(page)
    row.get_by_role("link", name="Une action vous est proposée").press("Enter")
    expect(page.get_by_role("heading", level=1, name=title)).to_be_visible()
    page.goto(visits.url("/notifications"))
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("link", name="Choisir les courriels")).to_be_visible()
    expect(page.locator(".skeleton")).to_have_count(0)
    expect(row).to_have_count(0)
    page.get_by_role("link", name="Toutes").press("Enter")
    expect(row).to_be_visible()
    expect(row).not_to_contain_text("non lue")


def test_mail_is_chosen_and_everything_read_at_once(visits: Visits) -> None:
    """given somebody / when they choose mail and read all / then both stay so, in English and French."""
    person = visits.doors.person("sous_traitant")
    _propose(visits, f"Action {uuid.uuid4().hex[:6]}")
    context = visits.context(cookies=visits.doors.sign_in(person["email"], person["password"]))
    page = context.new_page()
    page.goto(visits.url("/notifications/preferences", langue="en"))
    form = page.get_by_role("form", name="Mail")
    expect(form.get_by_label("Actions")).to_have_value("by_urgency")
    expect(page.get_by_text("This installation sends no mail.")).to_be_visible()
    _look(page)
    form.get_by_label("Actions").select_option("Every Monday")
    form.get_by_role("button", name="Save").press("Enter")
    expect(page.get_by_role("status")).to_have_text("Saved.")
    page.reload()
    expect(form.get_by_label("Actions")).to_have_value("weekly")
    page.goto(visits.url("/notifications", langue="en"))
    page.get_by_role("button", name="Mark all as read").click()
    expect(page.get_by_role("heading", level=1, name="Everything is read.")).to_be_visible()
    expect(page.get_by_text("Nothing waits to be read.")).to_be_visible()
