"""What a letter says of what happened (pure)."""

from collections.abc import Sequence
from uuid import UUID

from gateway.letters.schemas import ContractCounts
from gateway.mail.rules import Letter, on_one_line

LONGEST_TITLE = 120

LABELS: dict[str, tuple[str, str]] = {
    "contract_to_accept": ("Contrat à accepter", "Contract to accept"),
    "contract_active": ("Contrat en vigueur", "Contract in force"),
    "amendment_proposed": ("Avenants à accepter", "Amendments to accept"),
    "amendment_answered": ("Réponses à vos avenants", "Answers to your amendments"),
    "action_proposed": ("Actions proposées, à accepter", "Actions proposed, to accept"),
    "action_named": ("Actions qui vous sont confiées", "Actions you answer for"),
    "action_answered": ("Réponses sur des actions", "Answers on actions"),
    "action_date_asked": ("Autres dates demandées", "Other dates asked for"),
    "action_done": ("Actions faites, à vérifier", "Actions done, to verify"),
    "action_due_soon": ("Actions à échéance sous trois jours", "Actions due within three days"),
    "action_overdue": ("Actions en retard", "Actions overdue"),
    "relay_received": ("Paroles de clients à traiter", "Customers' words to deal with"),
    "relay_replied": ("Réponses du prestataire à lire", "Replies of the provider to read"),
    "relay_accepted": ("Réponses acceptées", "Replies accepted"),
    "relay_insufficient": ("Réponses jugées insuffisantes", "Replies found insufficient"),
    "relay_overdue": ("Paroles de clients en retard", "Customers' words overdue"),
    "words_to_release": ("Paroles à relire avant transmission", "Words to read before they are passed on"),
    "mask_reported": ("Masquages signalés, à corriger", "Masks reported, to correct"),
    "mask_answered": ("Réponses à vos signalements de masquage", "Answers to masks you reported"),
    "thread_written": ("Messages dans les échanges", "Messages in threads"),
    "thread_asks": ("Questions qui attendent votre réponse", "Questions that wait for your answer"),
    "confidential_written": ("Messages confidentiels", "Confidential messages"),
    "confidential_asks": ("Questions confidentielles en attente", "Confidential questions waiting"),
    "evaluation_proposed": ("Critères d'évaluation à accepter", "Evaluation criteria to agree"),
    "evaluation_given": ("Évaluations rendues", "Evaluations given"),
    "baseline_proposed": ("Références avant externalisation à accepter", "Baselines to agree"),
    "scope_proposed": ("Périmètres à accepter", "Scopes to agree"),
    "staff_proposed": ("Listes d'agents à accepter", "Staff lists to agree"),
    "proposal_answered": ("Réponses à vos propositions", "Answers to your proposals"),
    "practice_proposed": ("Pratiques à convenir", "Practices to agree on"),
    "replay_proposed": ("Relectures à approuver", "Replays to approve"),
    "tool_switched_off": ("Outils du prestataire arrêtés", "Tools of the provider switched off"),
    "source_silent": ("Sources silencieuses", "Silent sources"),
    "figure_missed": ("Indicateurs manqués sur un mois terminé", "Indicators missed in a month that is over"),
}
_OTHER = ("Autres nouveautés", "Other news")

_TEXTS = {
    "fr": (
        ("Copil : {count} nouveauté", "Copil : {count} nouveautés"),
        "Bonjour,\n\nVoici ce que vous n'avez pas encore lu sur Copil.\n",
        "{label} : {count}",
        "Ce courrier ne contient aucune donnée de vos clients : tout se lit dans Copil.\n"
        "Choisir ce que vous recevez, et quand :\n{url}\n",
    ),
    "en": (
        ("Copil: {count} item of news", "Copil: {count} items of news"),
        "Hello,\n\nHere is what you have not read on Copil yet.\n",
        "{label}: {count}",
        "This letter holds no data of your customers: everything is read in Copil.\n"
        "Choose what you receive, and when:\n{url}\n",
    ),
}


def news_letter(letter_id: UUID, language: str, contracts: Sequence[ContractCounts], public_url: str) -> Letter:
    """The letter that tells what happened, contract by contract, and where to read it."""
    subjects, greeting, line, end = _TEXTS[language]
    english = language == "en"
    total = sum(one.count for contract in contracts for one in contract.counts)
    blocks = [greeting]
    for contract in contracts:
        counts = [
            "- " + line.format(label=LABELS.get(one.kind, _OTHER)[english], count=one.count) for one in contract.counts
        ]
        url = f"{public_url}/notifications?contrat={contract.contract_id}{'&langue=en' if english else ''}"
        blocks.append("\n".join([title_of(contract.title), *counts, url]) + "\n")
    preferences = f"{public_url}/notifications/preferences{'?langue=en' if english else ''}"
    # French counts none and one as one.
    subject = subjects[total > 1].format(count=total)
    text = "\n".join([*blocks, "-- \n" + end.format(url=preferences)])
    return Letter(subject, text, name=str(letter_id), unsubscribe=preferences)


def title_of(title: str) -> str:
    """A contract's title on one line of bounded length."""
    named = on_one_line(title)
    return named if len(named) <= LONGEST_TITLE else named[: LONGEST_TITLE - 1] + "…"
