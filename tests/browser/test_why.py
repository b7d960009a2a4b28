"""« Pourquoi la résolution au premier contact est-elle manquée ? »: three acts from Pilotage to a ticket's events."""

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.support.visits import Visits, month_before, this_month

FCR = "Résolution au premier contact — par ticket"


class Acts:
    """What a person does, counted."""

    def __init__(self, *, keyboard: bool) -> None:
        self._keyboard = keyboard
        self.done = 0

    def on(self, control: Locator) -> None:
        """Activate a link or a button."""
        self.done += 1
        if self._keyboard:
            control.press("Enter")
        else:
            control.click()


def number(text: str) -> int:
    """An integer as the page writes it."""
    return int(re.sub(r"[^\d]", "", text))


@pytest.mark.parametrize("keyboard", [False, True], ids=["mouse", "keyboard"])
def test_three_acts_from_the_tile_to_the_events(visits: Visits, keyboard: bool) -> None:
    """given a missed commitment / when looked into / then three acts lead to events, and all counts are the API's."""
    acts = Acts(keyboard=keyboard)
    page = visits.page("donneur_ordre", f"{visits.contract}/pilotage")
    tile = page.get_by_role("navigation", name="À regarder d’abord").get_by_role("link", name=FCR)
    expect(tile).to_contain_text("Manqué")
    acts.on(tile)
    expect(page.get_by_role("figure").get_by_role("heading", name=FCR)).to_be_visible()
    acts.on(page.get_by_role("link", name="Pourquoi ce chiffre ?"))
    expect(page.get_by_role("heading", level=1, name=FCR)).to_be_visible()

    told = _explanation(visits)
    counts, figure = told["counts"], told["figure"]
    assert figure["verdict"] == "missed"
    recomputed = page.get_by_text("Recalculé à partir des évènements")
    expect(recomputed).to_contain_text("même valeur")
    assert number(recomputed.inner_text()) == told["recomputed"]["tickets_read"]
    why = page.get_by_role("table").filter(has=page.get_by_role("rowheader", name="Tickets lus"))
    shown = [number(text) for text in why.get_by_role("cell").all_inner_texts() if text]
    out = sorted((one["tickets"] for one in counts["out"] if one["tickets"]), reverse=True)
    numerator, denominator = counts["in"]["numerator"], counts["in"]["denominator"]
    assert shown == [sum(out) + denominator, *out, denominator, numerator, denominator - numerator]
    assert (figure["numerator"], figure["denominator"]) == (numerator, denominator)

    first = told["tickets"]["items"][0]
    acts.on(page.get_by_role("button", name=first["ticket_id"], exact=True))
    events = page.get_by_role("region", name=f"Évènements du ticket {first['ticket_id']}")
    expect(events.locator("tbody tr").first).to_be_visible()
    # What several deliveries only repeat is told once, with how many they were.
    rows = events.locator("tbody tr").all_inner_texts()
    repeated = [re.search(r"(\d+) livraisons", row) for row in rows]
    assert sum(int(found[1]) if found else 1 for found in repeated) == len(first["events"])
    deliveries = {cell.strip() for cell in events.locator("tbody code").all_inner_texts()}
    assert deliveries <= {event["delivery_id"] for event in first["events"]}
    assert len(deliveries) > 1
    assert acts.done == 3


def _explanation(visits: Visits) -> dict[str, Any]:
    contract, period = visits.copil.credentials["contract_id"], month_before(this_month())
    with visits.copil.client("sous_traitant") as other:
        figures = other.get(f"/api/kpi/v1/contracts/{contract}/figures", params={"period": period}).json()["items"]
        figure = next(one for one in figures if one["indicator"] == "fcr_ticket")
        answer = other.get(f"/api/kpi/v1/figures/{figure['figure_id']}/explanation", params={"limit": 25})
    assert answer.status_code == 200, answer.text
    told: dict[str, Any] = answer.json()
    return told
