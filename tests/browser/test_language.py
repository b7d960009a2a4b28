"""One language at a time: no French on an English page, no English on a French one, data aside."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.support.screens import SCREENS, show, speak
from tests.support.visits import Visits

FRENCH = re.compile(
    r"\b(le|la|les|l’|d’|des|du|de|et|est|sont|pour|dans|sur|avec|une|un|ce|cette|aucun|aucune|pas|ou|au|aux|par|depuis"
    r"|mois|jour|jours|manqué|tenu|cible|mesure|sans|clé|clés|engagement|engagements|prestataire)\b|[àâçéèêëîïôùûœ]",
    re.IGNORECASE,
)
ENGLISH = re.compile(
    r"\b(the|of|and|is|are|was|for|with|this|that|not|from|by|to|in|each|any|your|you|it|its|no|which|when|since|until"
    r"|day|days|month|missed|met|target|key|keys|measured|commitment|commitments|provider|yes)\b",
    re.IGNORECASE,
)
WORDS = """() => {
  const found = [document.title]
  const foreign = one => one.closest('[lang]') !== document.documentElement
  const skipped = one => one.closest('code, pre, script, style') || foreign(one)
  for (const one of document.querySelectorAll('[aria-label], [title], [placeholder], [aria-valuetext], [alt]')) {
    if (skipped(one)) continue
    for (const name of ['aria-label', 'title', 'placeholder', 'aria-valuetext', 'alt']) {
      if (one.hasAttribute(name)) found.push(one.getAttribute(name))
    }
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode
    if (data.trim() && !skipped(parentElement)) found.push(data)
  }
  return [...new Set(found.map(text => text.replace(/\\s+/g, ' ').trim()))]
}"""
NAMES = (
    "Net Promoter Score", "Power BI", "Basic", "Next URL", "Cursor", "Grafana", "Satmetrix Systems", "Fred Reichheld",
    "Bain & Company", "Europe/Paris", "English", "Français", "Infinity", "Service engagement", "enquête.csv", "– réf",
)  # fmt: skip
"""What is called so in every language."""


@pytest.fixture(scope="module")
def data(long_visits: Visits) -> list[str]:
    """What people and tools wrote in their own language: never translated; the longest first."""
    contract = long_visits.copil.credentials["contract_id"]
    kpi, contracts = f"/api/kpi/v1/contracts/{contract}", f"/api/contracts/v1/contracts/{contract}"
    found: set[str] = set()
    with long_visits.copil.client("sous_traitant") as party:
        for path in (contracts, f"{contracts}/commitments", f"{contracts}/objectives", f"{contracts}/parameters",
                     f"{contracts}/actions", f"/api/feedback/v1/contracts/{contract}/threads",
                     *(f"/api/feedback/v1/contracts/{contract}/{what}" for what in (
                         "themes", "relay/teams", "relay/items?view=all", "relay/hooks", "survey-tools",
                         "surveys")),
                     f"{kpi}/baselines", f"{kpi}/practices", f"{kpi}/annotations", f"{kpi}/freshness",
                     "/api/contracts/v1/organisations"):  # fmt: skip
            answer = party.get(path)
            assert answer.status_code == 200, f"{path}: {answer.text}"
            found |= set(_texts(answer.json()))
    for name in ("donneur_ordre", "sous_traitant"):
        with long_visits.copil.client(name) as manager:
            found |= set(_texts(manager.get("/auth/keys", params={"limit": 1000}).json()))
            found |= set(_texts(manager.get("/api/contracts/v1/contracts", params={"limit": 1000}).json()))
    with long_visits.copil.client("platform_admin") as admin:
        for path in ("/api/contracts/v1/organisations", "/api/contracts/v1/contracts"):
            found |= set(_texts(admin.get(path, params={"limit": 1000}).json()))
    for told in long_visits.copil.credentials["users"].values():
        found.add(told["email"])
    return sorted(found | set(NAMES), key=len, reverse=True)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str) and not re.fullmatch(r"[a-z_0-9.\-]{1,7}", value):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _texts(inner)
    if isinstance(value, dict):
        # Schedules are named by the parties.
        yield from (name for name in value if not re.fullmatch(r"[a-z_]+", name) or name in ("bureau", "astreinte"))


@pytest.fixture(scope="module", params=SCREENS)
def screen(request: pytest.FixtureRequest, long_visits: Visits) -> Iterator[Page]:
    """One screen, read in both languages."""
    page = show(long_visits, request.param)
    yield page
    page.context.close()


@pytest.mark.parametrize(("language", "other"), [("en", FRENCH), ("fr", ENGLISH)], ids=["no French", "no English"])
def test_one_language(screen: Page, data: list[str], language: str, other: re.Pattern[str]) -> None:
    """given a screen in a language / then nothing that the page itself says is in the other one."""
    speak(screen, language)
    found = []
    for text in screen.evaluate(WORDS):
        # Names of parameters are quoted.
        left = re.sub(r"[«“‘] ?[a-z_]+ ?[»”’]", "·", text)
        for value in data:
            left = left.replace(re.sub(r"\s+", " ", value), "·")
        if match := other.search(left):
            found.append(f"{match[0]!r} in {json.dumps(text, ensure_ascii=False)[:160]}")
    assert found == []
