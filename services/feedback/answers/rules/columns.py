"""Which column of a file holds what: by the names of its header, or as whoever sends it says."""

from collections.abc import Sequence

import msgspec

from services.feedback.answers.rules.cells import plain
from services.feedback.answers.rules.given import Kind

COLUMNS: dict[str, tuple[str, ...]] = {
    "key": ("cle", "key", "id", "identifiant", "answer key"),
    "kind": ("question", "kind", "type", "enquete"),
    "score": ("note", "score", "reponse", "valeur"),
    "scale": ("echelle", "scale", "scale max", "note max"),
    "answered_at": ("date", "answered at", "repondu le", "date de reponse"),
    "comment": ("commentaire", "comment", "verbatim"),
    "ticket": ("ticket", "ticket id", "reference", "demande"),
    "ticket_url": ("lien", "url", "ticket url", "lien du ticket"),
    "channel": ("canal", "channel"),
    "queue": ("file", "file d attente", "file d’attente", "queue"),
}
NEEDED = ("kind", "score", "answered_at")
NONE = 0
MOST_PLACE = 1_000


class TwiceNamed(ValueError):
    """Two columns of a header say that they hold the same; the message is its name."""


class WrongChoice(ValueError):
    """What was said about columns cannot be understood."""


class ChosenColumns(msgspec.Struct, frozen=True):
    """What the sender says beside the header: columns by their place (the first is 1; 0: none), and one question."""

    places: dict[str, int] = {}
    question: Kind | None = None


def read_choice(words: str | None, question: Kind | None) -> ChosenColumns:
    """`score:3,comment:0` as a choice. Raises: WrongChoice."""
    places: dict[str, int] = {}
    for word in (words or "").split(",") if words else ():
        name, _, place = word.partition(":")
        if name not in COLUMNS or name in places or not place.isascii() or not place.isdigit():
            raise WrongChoice
        if int(place) > MOST_PLACE:
            raise WrongChoice
        places[name] = int(place)
    taken = [place for place in places.values() if place != NONE]
    if len(taken) != len(set(taken)):
        raise WrongChoice
    return ChosenColumns(places, question)


def places_of(header: Sequence[str], chosen: ChosenColumns) -> dict[str, int]:
    """Where each column stands, the first at 0; what was chosen goes before the header. Raises: TwiceNamed."""
    names = [plain(cell) for cell in header]
    taken = {place - 1 for place in chosen.places.values()}
    places = {}
    for column, spellings in COLUMNS.items():
        if column in chosen.places:
            if chosen.places[column] != NONE:
                places[column] = chosen.places[column] - 1
            continue
        found = [place for place, name in enumerate(names) if name in spellings and place not in taken]
        if len(found) > 1:
            raise TwiceNamed(column)
        if found:
            places[column] = found[0]
    return places
