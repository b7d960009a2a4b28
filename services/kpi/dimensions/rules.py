"""Dimensions of a contract: which are declared, and which values of them a ticket has. Pure.

A ticket has the values that the terms in force at its creation give it, of what it was at its creation, as its scope
is decided; but who handled it is told by its messages so far. Only single dimensions cut figures: a combination of
them is stored nowhere.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, get_args

import msgspec

from services.kpi.scopes.rules import Description

Name = Literal["channel", "site", "country", "queue", "lot", "reason", "priority", "tag", "handled"]
Attribute = Literal["channel", "group", "brand", "form", "priority", "tag", "handled_by"]
NAMES: tuple[Name, ...] = get_args(Name)
ATTRIBUTES: tuple[Attribute, ...] = get_args(Attribute)

NOT_TOLD = ""
"""Of tickets of which the tool did not tell the attribute, or told that there is none, and of those created before the
dimension was declared: so every ticket has a value, and the values of a dimension make up the whole."""
OTHER = "*"
"""Of tickets whose told text is none of those declared."""
LONGEST_VALUE = 120
"""Characters; of a longer told text the first ones, so that it fits the keys of sums."""
MOST_VALUES = 500
"""Told texts that a dimension may declare."""
_LONGEST_TOLD = 200

Cut = tuple[Name, str]
"""(dimension, value)."""
Cuts = tuple[Cut, ...]
"""The values of one ticket, in order."""

_Problems = list[tuple[str, str]]


class Dimension(msgspec.Struct, frozen=True):
    """One dimension as terms declare it. `values`: shown value by told text; None: the told text itself."""

    name: Name
    attribute: Attribute
    values: dict[str, str] | None = None

    @property
    def shown(self) -> tuple[str, ...]:
        """The values it may have, as far as they are declared."""
        return () if self.values is None else tuple(sorted(set(self.values.values())))

    def values_of(self, description: Description) -> frozenset[str]:
        """The values of a ticket: one, but for tags, of which it may have several."""
        told = _told(description, self.attribute)
        if not told:
            return frozenset((NOT_TOLD,))
        if self.values is None:
            return frozenset(text[:LONGEST_VALUE] for text in told)
        found = frozenset(self.values[text] for text in told if text in self.values)
        return found or frozenset((OTHER,))


def cuts_of(names: Iterable[Name], declared: Sequence[Dimension], description: Description | None) -> Cuts:
    """The values of a ticket in every dimension of its contract.

    `names`: what any version of the terms declares; `declared`: what the one in force at its creation does.
    `description` None: of the ticket nothing of the kind is known, or there is none (an answer that stands alone).
    """
    in_force = {dimension.name: dimension for dimension in declared}
    cuts: list[Cut] = []
    for name in names:
        dimension = in_force.get(name)
        if dimension is None or description is None:
            cuts.append((name, NOT_TOLD))
        else:
            cuts += ((name, value) for value in dimension.values_of(description))
    return tuple(sorted(cuts))


def parse_dimensions(document: object, problems: _Problems) -> tuple[Dimension, ...]:
    """The dimensions of a parameters document; what is wrong is added to the problems."""
    if document is None:
        return ()
    if not isinstance(document, Mapping):
        problems.append(("dimensions", "must be an object of named dimensions"))
        return ()
    found = [_dimension(name, declared, problems) for name, declared in document.items()]
    return tuple(sorted((one for one in found if one is not None), key=lambda one: one.name))


def _dimension(name: object, declared: object, problems: _Problems) -> Dimension | None:
    path = f"dimensions.{name}"
    if name not in NAMES:
        problems.append((path, f"must be one of {', '.join(NAMES)}"))
        return None
    if not isinstance(declared, Mapping) or declared.get("attribute") not in ATTRIBUTES:
        problems.append((f"{path}.attribute", f"must be one of {', '.join(ATTRIBUTES)}"))
        return None
    attribute, values = declared["attribute"], declared.get("values")
    if values is None and attribute == "tag":
        problems.append((f"{path}.values", "must name the tags that count"))
        return None
    if values is not None and not _are_values(values):
        problems.append((f"{path}.values", f"must give each of 1 to {MOST_VALUES} told texts the value it is shown as"))
        return None
    return Dimension(name, attribute, None if values is None else dict(values))


def _are_values(values: object) -> bool:
    return (
        isinstance(values, Mapping)
        and 0 < len(values) <= MOST_VALUES
        and all(isinstance(told, str) and 0 < len(told) <= _LONGEST_TOLD for told in values)
        and all(isinstance(shown, str) and 0 < len(shown) <= LONGEST_VALUE for shown in values.values())
        and OTHER not in values.values()
    )


def _told(description: Description, attribute: Attribute) -> Sequence[str]:
    """What was told of an attribute, without white space around it; empty texts tell that there is none."""
    if attribute == "tag":
        texts: Sequence[str | None] = description.tags
    else:
        texts = (getattr(description, attribute),)
    return [told for text in texts if text is not None and (told := text.strip())]
