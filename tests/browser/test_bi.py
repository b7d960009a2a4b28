"""A key for a BI tool, from the screen where it is drawn to the moment it is withdrawn."""

import time

import httpx
from playwright.sync_api import expect

from tests.support.processes import eventually
from tests.support.visits import Visits, month_before, this_month


def test_a_key_reads_until_it_is_withdrawn(visits: Visits) -> None:
    """given a key drawn on the screen / then it reads the screen's figures; withdrawn, nothing within 5 s."""
    name = f"Tableur {time.time_ns()}"
    page = visits.page("sous_traitant", "/cles")
    page.get_by_role("button", name="Créer une clé").click()
    form = page.get_by_role("form", name="Créer une clé")
    form.get_by_label("Nom, pour la reconnaître").fill(name)
    form.get_by_role("checkbox").first.check()
    form.get_by_role("button", name="Créer la clé").click()
    told = page.get_by_role("heading", name=name)
    expect(told).to_be_focused()
    values = page.locator("dl code")
    user, secret = values.nth(0).inner_text(), values.nth(1).inner_text()

    contract, period = visits.copil.credentials["contract_id"], month_before(this_month())
    asked = {"contract_id": contract, "from": period, "to": period, "grain": "month", "indicator": "fcr_ticket"}

    def read() -> httpx.Response:
        return httpx.get(f"{visits.copil.base_url}/bi/v1/figures", params=asked, auth=(user, secret), trust_env=False)

    answer = read()
    assert answer.status_code == 200, answer.text
    (row,) = answer.json()["data"]
    with visits.copil.client("donneur_ordre") as other:
        items = other.get(f"/api/kpi/v1/contracts/{contract}/figures", params={"period": period}).json()["items"]
    figure = next(item for item in items if item["indicator"] == "fcr_ticket")
    assert (str(row["value"]), row["verdict"]) == (figure["value"], figure["verdict"])

    page.get_by_role("button", name="J’ai recopié le secret").click()
    expect(page.get_by_text(secret)).to_have_count(0)
    line = page.get_by_role("row").filter(has_text=name)
    line.get_by_role("button", name="Retirer").click()
    page.get_by_role("dialog").get_by_role("button", name="Retirer la clé").click()
    expect(line).to_contain_text("Retirée le")
    eventually(lambda: read().status_code == 401, "the key reads nothing any more", 5)
