"""Which side answered a customer: the provider's agents, the donneur d'ordre's own staff, or both. Pure.

People are contract-keyed pseudonyms here, and are told to nobody. A message is judged by the list in force when it was
written: who joins or leaves the donneur d'ordre's staff does not change what was answered before.
"""

from bisect import bisect_right
from collections.abc import Iterable
from typing import Literal, get_args

import msgspec

Organisation = Literal["donneur_ordre", "sous_traitant"]
HandledBy = Literal["sous_traitant", "donneur_ordre", "both"]
HANDLED_BY: tuple[HandledBy, ...] = get_args(HandledBy)
NOBODY = "nobody"
"""In counts and dimensions: no public message of an agent so far."""

Written = tuple[int, str | None, Organisation | None]
"""A public message of an agent: (instant, pseudonym of its author, whose the tool says the author is)."""


class StaffVersion(msgspec.Struct, frozen=True):
    """The donneur d'ordre's own staff in one tool, for messages from `valid_from_us` on; known since then."""

    id: str
    valid_from_us: int
    recorded_at_us: int
    agents: frozenset[str]


class Staff:
    """All versions for one source in one contract that are known."""

    __slots__ = ("_ruling", "_starts", "versions")

    def __init__(self, versions: Iterable[StaffVersion] = ()) -> None:
        self.versions = tuple(sorted(versions, key=lambda item: (item.valid_from_us, item.recorded_at_us, item.id)))
        # Of the versions valid from the same instant, the last recorded one rules.
        ruling = {version.valid_from_us: version for version in self.versions}
        self._starts = list(ruling)
        self._ruling = list(ruling.values())

    def known_at(self, instant_us: int) -> "Staff":
        """The same as it was known at an instant."""
        if all(version.recorded_at_us <= instant_us for version in self.versions):
            return self
        return Staff(version for version in self.versions if version.recorded_at_us <= instant_us)

    def holds(self, agent: str, instant_us: int) -> bool:
        """Whether an author was of the donneur d'ordre's staff at an instant; before the first version nobody was."""
        index = bisect_right(self._starts, instant_us) - 1
        return index >= 0 and agent in self._ruling[index].agents


NO_STAFF = Staff()


class Handled(msgspec.Struct, frozen=True):
    """Public messages of agents, by whose they are."""

    sous_traitant: int = 0
    donneur_ordre: int = 0

    @property
    def by(self) -> HandledBy | None:
        """Who handled the ticket so far; None without a public message of an agent."""
        if self.donneur_ordre:
            return "both" if self.sous_traitant else "donneur_ordre"
        return "sous_traitant" if self.sous_traitant else None


NOT_HANDLED = Handled()


def handled(messages: Iterable[Written], staff: Staff, untold: int = 0) -> Handled:
    """Messages of each side. What the tool says itself goes before the list; an author who is not told, or in no list,
    is the provider's, and so are `untold` messages more.
    """
    own = other = 0
    for at_us, agent, by in messages:
        if by == "donneur_ordre" or (by is None and agent is not None and staff.holds(agent, at_us)):
            own += 1
        else:
            other += 1
    return Handled(other + untold, own) if own or other or untold else NOT_HANDLED
