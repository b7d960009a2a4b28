"""The assistant of every ticketing tool: from its name to an address, its steps, and its secret; then what it sent."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_accessibility import AXE, RUN_AXE, TAGS, WHOLE_HEIGHT, WIDER_THAN_THE_WINDOW
from tests.browser.test_language import FRENCH, WORDS
from tests.factories.webhooks import cloud_event, compact, generic_headers
from tests.support.callers import Api
from tests.support.newcomers import KPI, Agreement, Connected, Newcomers
from tests.support.screens import settled, speak
from tests.support.sending import SECOND, now_us
from tests.support.visits import NARROW, PARIS, WIDE, Visits

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
    in_one_language_at_a_time(page)


def in_one_language_at_a_time(page: Page) -> None:
    """English on a phone, then French on a desk: nothing too wide, no rule broken, no word of the other language."""
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


@pytest.fixture
def active(empty_visits: Visits) -> Iterator[Agreement]:
    """An active contract between two new companies."""
    copil = empty_visits.copil
    with httpx.Client(timeout=60.0, trust_env=False) as http:
        yield Newcomers(copil, http, Api(http, copil.base_url, copil.administrator)).agreement()


def send(source: Connected, body: bytes, expected: int) -> None:
    """A signed delivery."""
    headers = generic_headers(body, now_us(), source.secret, batch=body.startswith(b"["))
    answer = httpx.post(source.url, content=body, headers=headers, trust_env=False)
    assert answer.status_code == expected, answer.text


def event(ticket: str, at_us: int, event_id: str | None = None) -> bytes:
    """The creation of a ticket."""
    return compact([cloud_event("created", ticket, at_us, {"status": "new"}, event_id=event_id)])


def test_deliveries_are_narrowed_by_the_address(empty_visits: Visits, active: Agreement) -> None:
    """given deliveries of several kinds / when each filter is set / then those, in the address, and back at once."""
    source = active.connect(name="12")
    now = now_us()
    send(source, event("T-1", now - SECOND, "e-1"), 202)
    send(source, event("T-2", now - SECOND, "e-1"), 200)
    send(source, event("T-3", now + 600 * SECOND), 202)
    send(source, b"[{}]", 400)
    page = empty_visits.newcomer(active.sous_traitant.id, "Karim Benali", "reader")
    page.goto(empty_visits.url(f"/contrats/{active.id}/sources"))
    settled(page)
    tickets = page.get_by_role("region", name="Dernières livraisons").locator("tbody td[data-label=Ticket]")
    form = page.get_by_role("form", name="Filtrer les livraisons")
    clear = page.get_by_role("button", name="Effacer les filtres")

    def asked() -> dict[str, list[str]]:
        found = parse_qs(urlsplit(page.url).query)
        return {name: found[name] for name in ("sort", "conflit", "horloge", "origine", "du", "au") if name in found}

    expect(tickets).to_have_text(["–", "T-3", "T-2", "T-1"])
    # A reader may not have anything read again.
    expect(page.get_by_role("button", name="Relire")).to_have_count(0)
    expect(clear).to_have_count(0)

    form.get_by_label("Conflit").select_option("oui")
    expect(tickets).to_have_text(["T-2"])
    expect(page.get_by_text("Même clé, autre contenu : gardée, sans effet.")).to_be_visible()
    assert asked() == {"conflit": ["oui"]}
    page.reload()
    expect(tickets).to_have_text(["T-2"])
    form.get_by_label("Conflit").focus()
    page.keyboard.press("Home")
    expect(tickets).to_have_count(4)
    form.get_by_label("Horloge de l’outil").select_option("avance")
    expect(tickets).to_have_text(["T-3"])
    expect(page.get_by_text("Horloge de l’outil en avance : l’heure de réception fait foi.")).to_be_visible()
    page.get_by_role("navigation", name="par sort").get_by_role("link", name="Illisible").click()
    expect(page.get_by_role("status").filter(has_text="Aucune livraison ne répond à ces filtres.")).to_be_visible()
    assert asked() == {"horloge": ["avance"], "sort": ["malformed"]}
    in_one_language_at_a_time(page)
    clear.click()
    expect(tickets).to_have_count(4)
    assert asked() == {}
    expect(form.get_by_label("Conflit")).to_be_focused()

    today = datetime.now(PARIS).date()
    form.get_by_label("Du", exact=True).fill(f"{today + timedelta(days=1)}")
    form.get_by_label("Au", exact=True).fill(f"{today}")
    expect(form.get_by_text("La fin doit venir après le début.")).to_be_visible()
    form.get_by_role("button", name="Appliquer").click()
    assert asked() == {}
    form.get_by_label("Du", exact=True).fill(f"{today - timedelta(days=1)}")
    form.get_by_label("Heure de début").fill("09:30")
    page.keyboard.press("Enter")
    expect(clear).to_be_visible()
    assert asked() == {"du": [f"{today - timedelta(days=1)}T09:30"], "au": [f"{today}"]}
    expect(tickets).to_have_count(4)
    form.get_by_label("Origine").select_option("replay")
    expect(tickets).to_have_count(0)


def test_a_range_of_the_quarantine_is_read_again(empty_visits: Visits, active: Agreement) -> None:
    """given more than one call reads / when a manager chooses a span / then what waits is counted, read, and told."""
    source = active.connect(name="12")
    for number in range(501):
        send(source, compact([{"n": number}]), 400)
    send(source, b"{", 400)
    page = empty_visits.newcomer(active.donneur_ordre.id, "Karim Benali")
    page.goto(empty_visits.url(f"/contrats/{active.id}/sources"))
    settled(page)
    page.get_by_role("button", name="Relire une période").click()
    form = page.get_by_role("group", name="Relire une période")
    act = form.get_by_role("button", name="Relire cette période")
    yesterday = datetime.now(PARIS).date() - timedelta(days=1)
    form.get_by_label("Au", exact=True).fill(f"{yesterday}")
    expect(form.get_by_text("Aucune livraison n’attend dans cette période.")).to_be_visible()
    expect(act).to_be_disabled()
    form.get_by_label("Au", exact=True).fill("")
    form.get_by_label("Du", exact=True).fill(f"{yesterday}")
    expect(form.get_by_text("502 livraisons attendent dans cette période")).to_be_visible()
    in_one_language_at_a_time(page)
    calls: list[str | None] = []
    page.on("request", lambda one: calls.append(one.post_data) if one.url.endswith("/rereadings") else None)
    act.click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("Relire les 502 livraisons qui attendent ?")
    dialog.get_by_role("button", name="Annuler").click()
    assert calls == []
    act.click()
    dialog.get_by_role("button", name="Relire", exact=True).click()
    told = page.get_by_role("status").filter(has_text="502 restent illisibles")
    expect(told).to_contain_text("Aucune livraison n’a pu être lue.")
    expect(told).to_be_focused()
    expect(told.get_by_role("listitem")).to_have_text([
        "501 Il manque le champ specversion.", "1 Le corps n’est pas du JSON.",
    ])  # fmt: skip
    assert len(calls) == 2
    in_one_language_at_a_time(page)


@pytest.mark.parametrize(
    ("kind", "body", "waits", "approve", "then"),
    [
        (
            "staff", {"author_ids": ["31", "32"]}, "Une liste attend l’accord de l’autre partie.",
            "Approuver cette liste", "2 personnes du donneur d’ordre répondent dans cet outil.",
        ),
        (
            "scopes", {"conditions": [{"attribute": "channel", "operator": "includes", "values": ["phone"]}]},
            "Un périmètre attend l’accord de l’autre partie.", "Approuver ce périmètre", "Canal parmi phone",
        ),
    ],
)  # fmt: skip
def test_what_both_agree_on(
    empty_visits: Visits, active: Agreement, kind: str, body: dict[str, object], waits: str, approve: str, then: str
) -> None:
    """given a version that one party proposed / then it waits, the other alone may approve it, and it holds."""
    source = active.connect(name="12")
    proposed = active.sous_traitant.manager.post(f"{KPI}/contracts/{active.id}/sources/{source.id}/{kind}", body)
    assert proposed.status_code == 201, proposed.text
    address = empty_visits.url(f"/contrats/{active.id}/sources")
    page = empty_visits.newcomer(active.sous_traitant.id, "Karim Benali")
    page.goto(address)
    expect(page.get_by_text(waits)).to_be_visible()
    expect(page.get_by_role("button", name=approve)).to_have_count(0)
    page = empty_visits.newcomer(active.donneur_ordre.id, "Claire Martin")
    page.goto(address)
    settled(page)
    in_one_language_at_a_time(page)
    page.get_by_role("button", name=approve).click()
    expect(page.get_by_text(waits)).to_have_count(0)
    expect(page.get_by_text(then)).to_be_visible()
