"""An open page follows what the ticketing tool sends, for both parties, without being loaded again."""

import re
import time
from typing import Any

import httpx
from playwright.sync_api import Page, expect

from tests.factories.webhooks import cloud_event, compact, generic_headers
from tests.support.sending import SECOND, now_us
from tests.support.visits import Visits, this_month

WITHIN_MS = 15_000
"""A page asks every 3 s; the rest is a busy machine."""


def _open(visits: Visits, name: str) -> tuple[Page, int]:
    """The running month of the second pair, and over how many tickets its first-contact resolution is counted."""
    path = f"/contrats/{visits.copil.credentials['other_contract_id']}/pilotage"
    page = visits.page(name, path, periode=this_month())
    row = page.get_by_role("row").filter(has=page.get_by_role("link", name="Résolution au premier contact"))
    expect(row.first).to_be_visible()
    page.evaluate("window.neverReloaded = true")
    return page, _sample(row.first.inner_text())


def _sample(text: str) -> int:
    found = re.search(r"(\d[\d\s]*?)\s*tickets", text)
    assert found, text
    return int(re.sub(r"\D", "", found[1]))


def _send(visits: Visits, *events: dict[str, Any]) -> None:
    source = visits.copil.credentials["sources"]["autre_generic"]
    body = compact(list(events))
    headers = generic_headers(body, now_us(), source["secret"], batch=True)
    answer = httpx.post(source["url"], content=body, headers=headers, trust_env=False)
    assert answer.status_code == 202, answer.text


def test_both_open_pages_follow_a_delivery(visits: Visits) -> None:
    """given the same month open at both parties / when a ticket is solved / then both pages count it by themselves."""
    opened = [_open(visits, name) for name in ("autre_donneur_ordre", "autre_sous_traitant")]
    assert opened[0][1] == opened[1][1]
    ticket, now = f"DIRECT-{time.time_ns()}", now_us()
    _send(
        visits,
        cloud_event("created", ticket, now - 3 * SECOND, {"status": "new"}),
        cloud_event("message", ticket, now - 2 * SECOND, {"author": "agent", "public": True}),
        cloud_event("status", ticket, now - SECOND, {"status": "solved", "previous": "new"}),
    )
    for page, before in opened:
        row = page.get_by_role("row").filter(has=page.get_by_role("link", name="Résolution au premier contact")).first
        more = re.compile(rf"\b{before + 1:,} tickets".replace(",", r"\s").replace(" ", r"\s"))
        expect(row).to_have_text(more, timeout=WITHIN_MS)
        assert page.evaluate("window.neverReloaded") is True
