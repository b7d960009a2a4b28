"""What the columns of each tool's own export are called, and its words for a status.

Names as the tools document them: Zendesk ticket fields, views and metric sets; Freshdesk ticket exports, and the
tickets of its API with `stats`; Intercom conversations; Zammad and Chatwoot lists; GLPI searches in French and English.
Compared without accents, capitals and underscores. Whoever imports may say otherwise, column by column.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Literal, get_args

from services.kpi.ticket_imports.rules.cells import plain
from services.kpi.tickets.rules.events import Status

Field = Literal[
    "ticket_id", "created_at", "status", "first_response_at", "first_response_minutes", "first_solved_at", "solved_at",
    "closed_at", "reopened_at", "updated_at", "reopens", "replies", "channel", "group", "priority", "tags", "brand",
    "form", "requester", "satisfaction", "satisfaction_at",
]  # fmt: skip
FIELDS: tuple[Field, ...] = get_args(Field)
NEEDED: tuple[Field, ...] = ("ticket_id", "created_at", "status")
NONE = 0
MOST_PLACE = 1_000

Names = Mapping[Field, tuple[str, ...]]

_GENERIC: Names = {
    "ticket_id": ("ticket id", "id", "ticket", "numero", "number", "identifiant"),
    "created_at": ("created at", "created", "date de creation", "cree le"),
    "status": ("status", "statut", "state", "etat"),
    "first_response_at": ("first response at", "first responded at", "first reply at", "premiere reponse"),
    "first_solved_at": ("first solved at", "first resolved at"),
    "solved_at": ("solved at", "resolved at", "solved", "date de resolution", "resolu le"),
    "closed_at": ("closed at", "closed", "date de cloture", "clos le"),
    "reopened_at": ("reopened at",),
    "updated_at": ("updated at", "updated", "derniere modification", "modifie le"),
    "reopens": ("reopens", "reopen count", "reouvertures"),
    "replies": ("replies", "public agent messages", "reponses"),
    "channel": ("channel", "canal"),
    "group": ("group", "groupe", "team", "equipe"),
    "priority": ("priority", "priorite"),
    "tags": ("tags", "etiquettes", "labels"),
    "brand": ("brand", "marque"),
    "form": ("form", "formulaire", "type"),
    "requester": ("requester", "requester id", "demandeur", "customer id"),
    "satisfaction": ("satisfaction", "csat", "satisfaction score"),
    "satisfaction_at": ("satisfaction at", "rated at"),
}
_NAMES: dict[str, Names] = {
    "generic": _GENERIC,
    "zendesk": {
        "ticket_id": ("id", "ticket id"),
        "created_at": ("created at", "requested", "created", "demande"),
        "status": ("status", "statut"),
        "first_response_minutes": ("metric set.reply time in minutes.calendar", "first reply time in minutes"),
        "solved_at": ("metric set.solved at", "solved at", "solved", "resolu"),
        "updated_at": ("updated at", "updated", "mis a jour"),
        "reopens": ("metric set.reopens", "reopens"),
        "replies": ("metric set.replies", "replies"),
        "channel": ("via.channel", "channel"),
        "group": ("group id",),
        "priority": ("priority", "priorite"),
        "tags": ("tags",),
        "brand": ("brand id",),
        "form": ("ticket form id",),
        "requester": ("requester id",),
        "satisfaction": ("satisfaction rating.score", "satisfaction score"),
        "satisfaction_at": ("satisfaction rating.created at",),
    },
    "freshdesk": {
        "ticket_id": ("ticket id", "id"),
        "created_at": ("created time", "created at"),
        "status": ("status",),
        "first_response_at": ("initial response time", "stats.first responded at"),
        "solved_at": ("resolved time", "stats.resolved at"),
        "closed_at": ("closed time", "stats.closed at"),
        "reopened_at": ("stats.reopened at",),
        "updated_at": ("last update time", "updated at"),
        "channel": ("source",),
        "group": ("group",),
        "priority": ("priority",),
        "tags": ("tags",),
        "brand": ("product",),
        "form": ("type",),
        "requester": ("email", "requester.email"),
    },
    "intercom": {
        "ticket_id": ("id", "conversation id"),
        "created_at": ("created at", "conversation started at"),
        "status": ("state", "conversation state"),
        "first_response_at": ("statistics.first admin reply at", "first teammate reply at"),
        "first_solved_at": ("statistics.first close at", "first closed at"),
        "closed_at": ("statistics.last close at", "last closed at"),
        "updated_at": ("updated at",),
        "reopens": ("statistics.count reopens", "reopens"),
        "channel": ("source.type", "channel"),
        "group": ("team assignee id",),
        "priority": ("priority",),
        "tags": ("tags.tags",),
        "requester": ("contacts.contacts.0.id", "contact id"),
        "satisfaction": ("conversation rating.rating",),
        "satisfaction_at": ("conversation rating.created at",),
    },
    "zammad": {
        "ticket_id": ("id",),
        "created_at": ("created at", "created"),
        "status": ("state", "state.name"),
        "first_response_at": ("first response at",),
        "first_solved_at": ("close at",),
        "closed_at": ("last close at",),
        "updated_at": ("updated at",),
        "channel": ("create article type",),
        "group": ("group", "group.name"),
        "priority": ("priority", "priority.name"),
        "tags": ("tags",),
        "requester": ("customer id",),
    },
    "chatwoot": {
        "ticket_id": ("id", "conversation id", "display id"),
        "created_at": ("created at",),
        "status": ("status",),
        "first_response_at": ("first reply created at",),
        "solved_at": ("resolved at",),
        "updated_at": ("updated at", "last activity at"),
        "channel": ("meta.channel", "channel"),
        "group": ("meta.team.name", "team"),
        "priority": ("priority",),
        "tags": ("labels",),
        "brand": ("inbox id",),
        "requester": ("meta.sender.id",),
    },
    "glpi": {
        "ticket_id": ("id",),
        "created_at": ("date d ouverture", "opening date", "date"),
        "status": ("statut", "status", "status.id"),
        "solved_at": ("date de resolution", "resolution date", "solvedate", "date solve"),
        "closed_at": ("date de cloture", "closing date", "closedate", "date close"),
        "updated_at": ("derniere modification", "last update", "date mod"),
        "channel": ("source de la demande", "request source"),
        "group": ("technicien groupe de techniciens", "technician technician group"),
        "priority": ("priorite", "priority"),
        "brand": ("entite", "entity"),
        "form": ("categorie", "category"),
    },
}
_COMMON: dict[str, Status] = {
    "new": "new", "open": "open", "pending": "pending", "hold": "hold", "on hold": "hold", "solved": "solved",
    "resolved": "solved", "closed": "closed", "nouveau": "new", "ouvert": "open", "en attente": "pending",
    "en pause": "hold", "resolu": "solved", "ferme": "closed", "clos": "closed",
}  # fmt: skip
_WORDS: dict[str, dict[str, Status]] = {
    "zendesk": {"archived": "closed"},
    "freshdesk": {
        "2": "open", "3": "pending", "4": "solved", "5": "closed", "6": "pending", "7": "hold",
        "waiting on customer": "pending", "waiting on third party": "hold", "en attente du client": "pending",
        "en attente d un tiers": "hold",
    },
    "intercom": {"snoozed": "pending"},
    "zammad": {"pending reminder": "pending", "pending close": "pending"},
    # As its webhooks are read: a conversation that is pending still waits for its first agent.
    "chatwoot": {"pending": "new", "snoozed": "pending"},
    "glpi": {
        "1": "new", "2": "open", "3": "open", "4": "pending", "5": "solved", "6": "closed",
        "en cours attribue": "open", "en cours planifie": "open", "processing assigned": "open",
        "processing planned": "open",
    },
}  # fmt: skip
SCORES: dict[str, dict[str, tuple[int, int]]] = {
    "zendesk": {"good": (1, 1), "good with comment": (1, 1), "bad": (0, 1), "bad with comment": (0, 1)},
}
"""Ratings that are words: (score, scale)."""
SCALES = {"intercom": 5, "chatwoot": 5, "generic": 5}
"""The highest rating where it is a number."""


@lru_cache(maxsize=1024)
def status_of(system: str, word: str) -> Status | None:
    """The status that a word of the tool's export names; None when there is no such word."""
    told = plain(word)
    return _WORDS.get(system, {}).get(told) or _COMMON.get(told)


def places_of(system: str, columns: Sequence[str], chosen: Mapping[Field, int]) -> dict[Field, str]:
    """Which column holds what: what was chosen by place (the first is 1; 0: none) goes before the names."""
    told = {plain(column): column for column in reversed(columns)}
    taken = {columns[place - 1] for place in chosen.values() if 0 < place <= len(columns)}
    names = _NAMES.get(system, _GENERIC)
    found: dict[Field, str] = {}
    for field in FIELDS:
        if field in chosen:
            if 0 < chosen[field] <= len(columns):
                found[field] = columns[chosen[field] - 1]
            continue
        spellings = (*names.get(field, ()), *(_GENERIC.get(field, ()) if field in NEEDED else ()))
        column = next((told[name] for name in spellings if name in told and told[name] not in taken), None)
        if column is not None:
            found[field] = column
            taken.add(column)
    return found


class WrongChoice(ValueError):
    """What was said about columns cannot be understood."""


def read_choice(words: str | None) -> dict[Field, int]:
    """`solved_at:3,tags:0` as a choice. Raises: WrongChoice."""
    chosen: dict[Field, int] = {}
    for word in words.split(",") if words else ():
        name, _, place = word.partition(":")
        field = next((one for one in FIELDS if one == name), None)
        if field is None or field in chosen or not _is_place(place) or int(place) > MOST_PLACE:
            raise WrongChoice
        chosen[field] = int(place)
    taken = [place for place in chosen.values() if place != NONE]
    if len(taken) != len(set(taken)):
        raise WrongChoice
    return chosen


def _is_place(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 4
