"""Before and after on screen: what was frozen, what may be said of it, and a baseline that both agree on."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.support.visits import NARROW, Visits

SCORE = "Net Promoter Score (NPS)"


def _open(visits: Visits, name: str) -> Page:
    page = visits.page(name, f"{visits.contract}/pilotage")
    page.get_by_role("navigation", name="Navigation principale").get_by_role("link", name="Avant/après").click()
    expect(page.get_by_role("heading", level=1, name="Avant et après")).to_be_visible()
    return page


def _waiting(page: Page) -> Locator:
    return page.locator(".notice", has_text="attend l’accord de l’autre partie")


def test_both_parties_read_the_same_honest_table(visits: Visits) -> None:
    """given the frozen baseline / then points and percent, both counts and intervals, the test, what is declared."""
    read = []
    for name in ("donneur_ordre", "sous_traitant"):
        page = _open(visits, name)
        row = page.get_by_role("region", name="Références convenues").get_by_role(
            "row", name="Satisfaction après contact"
        )
        expect(row).to_contain_text(re.compile(r"79,2\s%198 sur 250, déclaré"))
        expect(row).to_contain_text(re.compile(r"[+−]\d+,\d\spts?"))
        expect(row).to_contain_text(re.compile(r"[+−]\d+,\d\s%"))
        # Another test may have had another one agreed, which then stands first.
        row.get_by_role("link").click()
        detail = page.locator("#lecture")
        expect(detail).to_contain_text(re.compile(r"test z de deux proportions\s:\sp\s[<=]\s0,[0-9]{3}"))
        expect(detail).to_contain_text("Copil ne l’a pas mesurée")
        detail.get_by_text("Répartition : Canal").click()
        expect(
            detail.get_by_role("region", name="Répartition : Canal").get_by_role("row", name="Téléphone")
        ).to_be_visible()
        read.append(re.sub(r"\s", " ", row.inner_text() + detail.inner_text()))
    assert read[0] == read[1]


def test_a_baseline_is_proposed_by_one_and_frozen_by_the_other(visits: Visits) -> None:
    """given a score declared by the client company / when the provider agrees / then it is a line of the table."""
    client = _open(visits, "donneur_ordre")
    client.get_by_role("button", name="Proposer une référence").click()
    form = client.get_by_role("form", name="Proposer une référence")
    form.get_by_label("Indicateur").select_option("nps")
    form.get_by_label("Réponses ou tickets comptés").fill("20")
    form.get_by_label("Dont promoteurs").fill("15")
    form.get_by_label("Dont détracteurs").fill("9")
    form.get_by_label("Qui les a mesurés").fill("<b>Enquête</b> d’avant")
    form.get_by_role("button", name="Proposer à l’autre partie").click()
    expect(form.get_by_role("alert")).to_have_text("Les nombres ne vont pas ensemble.")
    form.get_by_label("Dont détracteurs").fill("2")
    form.get_by_role("button", name="Proposer à l’autre partie").click()
    expect(_waiting(client)).to_contain_text("<b>Enquête</b> d’avant")
    expect(_waiting(client).get_by_role("button", name="Convenir")).to_have_count(0)

    provider = _open(visits, "sous_traitant")
    provider.set_viewport_size({"width": NARROW["width"], "height": NARROW["height"]})
    _waiting(provider).get_by_role("button", name="Convenir de cette référence").click()
    provider.get_by_role("dialog").get_by_role("button", name="Convenir", exact=True).click()
    row = provider.get_by_role("region", name="Références convenues").get_by_role("row", name=SCORE)
    expect(row).to_contain_text("15 promoteurs, 2 détracteurs sur 20, déclaré")
    row.get_by_role("link", name=SCORE).click()
    expect(provider.locator("#lecture").get_by_role("heading", name=SCORE)).to_be_visible()
    expect(provider.locator("#lecture")).to_contain_text("Moins de 30 réponses d’un côté")
    assert provider.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]


def test_any_two_stretches_and_what_cannot_be_compared(visits: Visits) -> None:
    """given an indicator without a baseline / then measured days, refused where nothing was counted before."""
    page = visits.page("sous_traitant", f"{visits.contract}/indicateurs/ces")
    page.get_by_role("link", name="Avant et après", exact=True).click()
    detail = page.locator("#lecture")
    expect(detail.get_by_role("heading", name="Effort du client (CES)")).to_be_visible()
    expect(detail).to_contain_text("Trop peu pour comparer.")
    expect(detail).to_contain_text("Rien n’a été compté avant.")
    detail.get_by_label("Indicateur").select_option("ttr")
    expect(detail).to_contain_text("Une durée est montrée sans être comparée")


def test_limits_on_the_curve(visits: Visits) -> None:
    """given the curve / when its control is asked for / then its centre in words, and a column of the table."""
    page = visits.page("donneur_ordre", f"{visits.contract}/indicateurs/csat")
    page.get_by_role("navigation", name="Pas de la courbe").get_by_role("link", name="Contrôle").click()
    expect(page).to_have_url(re.compile("vue=controle"))
    expect(page.get_by_text(re.compile(r"trois écarts-types autour de \d+,\d\s%"))).to_be_visible()
    expect(page.locator(".chart-limits")).to_have_attribute("d", re.compile("^M"))
    page.get_by_role("button", name="Voir le tableau").click()
    expect(page.get_by_role("columnheader", name="Limites de contrôle")).to_be_visible()
