"""The assistant of every ticketing tool: from its name to an address, its steps, and its secret."""

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_accessibility import AXE, RUN_AXE, TAGS, WHOLE_HEIGHT, WIDER_THAN_THE_WINDOW
from tests.browser.test_language import FRENCH, WORDS
from tests.support.callers import Api
from tests.support.newcomers import Newcomers
from tests.support.screens import settled, speak
from tests.support.visits import NARROW, WIDE, Visits

TOOLS = ("Zendesk", "Freshdesk", "Intercom", "Zammad", "Chatwoot", "GLPI")


@pytest.fixture
def page(empty_visits: Visits) -> Page:
    """Where a tool is connected to a new draft, open for a manager of the provider."""
    copil = empty_visits.copil
    with httpx.Client(timeout=60.0, trust_env=False) as http:
        agreement = Newcomers(copil, http, Api(http, copil.base_url, copil.administrator)).draft()
    opened = empty_visits.newcomer(agreement.sous_traitant.id, "Karim Benali")
    opened.goto(empty_visits.url(f"/contrats/{agreement.id}/sources/nouvelle"))
    return opened


@pytest.mark.parametrize("tool", TOOLS)
def test_a_tool_is_connected_by_its_own_steps(page: Page, tool: str) -> None:
    """given a tool / when a manager connects it / then its address and steps, accessible, in one language at a time."""
    page.get_by_label(tool, exact=True).check()
    page.get_by_label("Nom de la source").fill("12")
    page.get_by_role("button", name="Créer l’adresse").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Relier « 12 »")
    expect(page.locator("pre code").first).to_contain_text("/hooks/")
    expect(page.get_by_role("heading", name="Dans l’outil")).to_be_visible()
    settled(page)
    for language, window in (("en", NARROW), ("fr", WIDE)):
        speak(page, language)
        page.set_viewport_size(window)  # type: ignore[arg-type]
        assert page.evaluate(WIDER_THAN_THE_WINDOW) <= 0, language
        page.set_viewport_size({**window, "height": page.evaluate(WHOLE_HEIGHT)})  # type: ignore[typeddict-item]
        page.evaluate(AXE.read_text())
        assert page.evaluate(RUN_AXE, {"type": "tag", "values": TAGS}) == [], language
        if language == "en":
            said = [text for text in page.evaluate(WORDS) if text != "Voix du Rhône"]
            assert [text for text in said if FRENCH.search(text)] == []
