"""The screens of the front end, each in the state that shows most of it."""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page, expect

from tests.support.visits import Visits, month_before, this_month

Prepare = Callable[[Page], None]


@dataclass(frozen=True)
class Screen:
    """Where it is and what to do there."""

    path: str
    """`{contract}` stands for the first pair's contract."""
    visitor: str | None = "donneur_ordre"
    prepare: Prepare | None = None


def _open_ticket(page: Page) -> None:
    button = page.get_by_role("region", name="Les tickets").get_by_role("button").first
    button.click()
    expect(button).to_have_attribute("aria-expanded", "true")


def _open_annotation(page: Page) -> None:
    page.get_by_role("button", name="Annoter la courbe").click()
    expect(page.get_by_label("Texte, lu par les deux parties")).to_be_visible()


def _open_masking(page: Page) -> None:
    summary = page.get_by_text("Masquage :").first
    summary.click()
    expect(page.get_by_text("permettraient de reconnaître").first).to_be_visible()


def _offer_file(page: Page) -> None:
    content = "réf;note;date\r\n1;9;12/10/2026 14:03\r\n2;douze;12/10/2026\r\n".encode("windows-1252")
    page.get_by_label("Choisir un fichier CSV").set_input_files(
        {"name": "enquête.csv", "mimeType": "text/csv", "buffer": content}
    )
    page.get_by_label("Question de toutes les lignes").select_option("nps")
    expect(page.get_by_role("button", name="Enregistrer une réponse")).to_be_enabled()


def _open_survey(page: Page) -> None:
    page.get_by_text("Inviter des clients").first.click()
    page.get_by_role("button", name="Modifier l’enquête de").first.click()
    expect(page.get_by_label("Adresse pour exercer ses droits")).to_be_visible()


def _open_survey_tool(page: Page) -> None:
    page.get_by_role("link", name="Enquête du site").click()
    expect(page.get_by_role("region", name="Dernières livraisons").get_by_role("row").nth(1)).to_be_visible()


def _open_outgoing(page: Page) -> None:
    if not page.locator(".outgoing-hook").count():
        form = page.get_by_role("form", name="Ajouter un outil")
        form.get_by_label("Nom de l’outil, lu par les deux parties").fill("Outil du prestataire")
        form.get_by_label("Adresse qui reçoit les messages").fill("https://outil.prestataire.example/copil")
        form.get_by_role("button", name="Ajouter l’outil").click()
    page.get_by_role("button", name="Envoyer un essai").first.click()
    page.get_by_text("Vérifier une signature").first.click()
    expect(page.locator(".outgoing-hook").first.get_by_role("row").nth(1)).to_be_visible()


def _open_request_form(page: Page) -> None:
    page.get_by_role("button", name="Inscrire une demande").click()
    form = page.get_by_role("form", name="Inscrire une demande")
    form.get_by_label("Référence 1", exact=True).fill("48213")
    form.get_by_label("Sorte de référence 1").select_option("ticket")
    form.get_by_role("button", name="Inscrire la demande").click()
    # Another request may be there already: that this one is kept is told by the form, which closes.
    expect(form).to_have_count(0)
    expect(page.locator(".rights-card").first).to_be_visible()
    page.get_by_role("button", name="Inscrire une demande").click()
    expect(form).to_be_visible()


def _open_baseline(page: Page) -> None:
    page.get_by_text("Répartition : Canal").click()
    page.get_by_role("button", name="Proposer une référence").click()
    expect(page.get_by_role("form", name="Proposer une référence")).to_be_visible()


def _open_key_form(page: Page) -> None:
    page.get_by_role("button", name="Créer une clé").click()
    expect(page.get_by_role("form", name="Créer une clé").get_by_role("checkbox").first).to_be_visible()


def _try_sample(page: Page) -> None:
    page.get_by_role("link", name="Console d’essai").click()
    page.get_by_role("button", name="Essayer").click()
    expect(page.get_by_role("heading", name="Ce qu’il en adviendrait")).to_be_visible()


def _indicator(page: Page) -> None:
    _open_ticket(page)
    _open_annotation(page)


def _open_action(page: Page) -> None:
    page.get_by_role("link", name="Prévenir des retards du transporteur la veille").click()
    page.get_by_role("button", name="Demander une autre date").click()
    expect(page.get_by_label("Date demandée")).to_be_visible()


def _open_thread_form(page: Page) -> None:
    page.get_by_role("button", name="Ouvrir un échange").click()
    expect(page.get_by_role("form", name="Ouvrir un échange")).to_be_visible()
    expect(page.get_by_role("region", name="Délais de réponse")).to_be_visible()


SCREENS = {
    "connexion": Screen("/connexion", None),
    "contrats": Screen("/contrats", "platform_admin"),
    "pilotage": Screen("{contract}/pilotage"),
    "indicateurs": Screen("{contract}/indicateurs"),
    "indicateur": Screen("{contract}/indicateurs/fcr_ticket", "sous_traitant", _indicator),
    "verbatims": Screen("{contract}/verbatims", "sous_traitant", _open_masking),
    "a-traiter": Screen("{contract}/a-traiter", "sous_traitant"),
    "regles": Screen("{contract}/a-traiter/regles"),
    "outil": Screen("{contract}/a-traiter/outil", "sous_traitant", _open_outgoing),
    "enquetes": Screen("{contract}/enquetes", "donneur_ordre", _open_survey),
    "outils d’enquête": Screen("{contract}/verbatims/outils", "sous_traitant"),
    "outil d’enquête": Screen("{contract}/verbatims/outils", "sous_traitant", _open_survey_tool),
    "importer": Screen("{contract}/verbatims/importer", "sous_traitant", _offer_file),
    "avant": Screen("{contract}/avant-apres?kpi=csat", prepare=_open_baseline),
    "droits": Screen("{contract}/droits", prepare=_open_request_form),
    "actions": Screen("{contract}/actions", "sous_traitant"),
    "action": Screen("{contract}/actions", prepare=_open_action),
    "echanges": Screen("{contract}/echanges", "sous_traitant", _open_thread_form),
    "evaluation": Screen("{contract}/evaluation"),
    "sources": Screen("{contract}/sources", "sous_traitant"),
    "essai": Screen("{contract}/sources", "sous_traitant", _try_sample),
    "cles": Screen("/cles", prepare=_open_key_form),
    "aide": Screen("/aide/bi"),
    "guides": Screen("/aide"),
    "glossaire": Screen("/aide/glossaire", None),
    "erreurs": Screen("/aide/erreurs", None),
    "confidentialite": Screen("/confidentialite", None),
    "introuvable": Screen("/contrats/00000000-0000-7000-8000-000000000000/pilotage"),
}


def show(visits: Visits, name: str) -> Page:
    """The screen in French, whole, in the wide window; its period does not move under the test."""
    screen = SCREENS[name]
    contract = visits.contract
    page = visits.context(screen.visitor, reduced_motion="reduce").new_page()
    period = (
        f"?periode={month_before(this_month())}" if "indicateur" in screen.path or "pilotage" in screen.path else ""
    )
    page.goto(visits.url(screen.path.format(contract=contract)) + period)
    settled(page)
    if screen.prepare is not None:
        screen.prepare(page)
    return page


def settled(page: Page) -> None:
    """Everything that the page waited for is there."""
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator(".skeleton, [aria-busy=true]")).to_have_count(0)
    page.evaluate("document.fonts.ready.then(() => true)")


def speak(page: Page, language: str) -> None:
    """Change the language by the page's own switch, without loading it again."""
    if page.locator("html").get_attribute("lang") != language:
        page.get_by_role("button", name="English" if language == "en" else "Français").click()
        expect(page.locator(f"html[lang={language}]")).to_have_count(1)
        settled(page)
