"""The scope of a source in a contract: conditions on what tickets are, and which version judges a ticket."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, get_args

import msgspec

Attribute = Literal["brand", "form", "group", "channel", "tag"]
Operator = Literal["includes", "excludes"]
ATTRIBUTES: tuple[Attribute, ...] = get_args(Attribute)
BEGINNING_US = 0
"""From when a version rules that rules from the beginning: no event is older."""
_FOREVER_US = 1 << 62

SHARE = "out_of_scope."
FEED_ENDED = "feed_ended"
REASONS: tuple[str, ...] = (
    FEED_ENDED,
    *(
        f"{attribute}_{fault}"
        for attribute in ATTRIBUTES
        for fault in ("not_in", "excluded", "not_told")
        if (attribute, fault) != ("tag", "not_told")
    ),
)
"""What leaves a ticket out, in the order in which it is looked at: the end of the feed, then each condition."""
OUT_OF_SCOPE: dict[str, str] = {f"{SHARE}{reason}": reason for reason in REASONS}
"""Reason by the code under which shares and sums count it, beside the indicators."""


class Description(msgspec.Struct, frozen=True):
    """What conditions look at, as the creation was told: None was not told, an empty text was told to be none.

    Tools leave an empty list of tags out: a ticket of which no tag was told has none.
    """

    brand: str | None = None
    form: str | None = None
    group: str | None = None
    channel: str | None = None
    tags: tuple[str, ...] = ()
    priority: str | None = None
    """No condition looks at it: dimensions do."""
    handled_by: str | None = None
    """By the messages so far, not at the creation; no condition looks at it: dimensions do."""

    def values_of(self, attribute: Attribute) -> Sequence[str] | None:
        """The values of an attribute; None when it was not told."""
        if attribute == "tag":
            return self.tags
        value: str | None = getattr(self, attribute)
        return None if value is None else (value,) if value else ()


class Condition(msgspec.Struct, frozen=True):
    """The ticket has (or has not) any of the values."""

    attribute: Attribute
    operator: Operator
    values: tuple[str, ...]

    def fault(self, description: Description) -> str | None:
        """Why it does not hold; None when it does. What was not told satisfies no condition, neither way."""
        found = description.values_of(self.attribute)
        if found is None:
            return f"{self.attribute}_not_told"
        has_any = not set(self.values).isdisjoint(found)
        if self.operator == "includes":
            return None if has_any else f"{self.attribute}_not_in"
        return f"{self.attribute}_excluded" if has_any else None


class ScopeVersion(msgspec.Struct, frozen=True):
    """Conditions that all must hold, for tickets created from `valid_from_us` on; known since `recorded_at_us`."""

    id: str
    valid_from_us: int
    recorded_at_us: int
    conditions: tuple[Condition, ...]

    def fault(self, description: Description) -> str | None:
        """The first reason that leaves a ticket out, in the order of `REASONS`; None when it is in scope."""
        faults = {fault for condition in self.conditions if (fault := condition.fault(description)) is not None}
        return next((reason for reason in REASONS if reason in faults), None)


class FeedEnd(msgspec.Struct, frozen=True):
    """Tickets created from `at_us` on are none of the contract; known since `recorded_at_us`."""

    at_us: int
    recorded_at_us: int


class Scopes:
    """All versions of one source's scope in one contract that are known, and the end that a party set to its feed."""

    __slots__ = ("_ruling", "_starts", "end", "versions")

    def __init__(self, versions: Iterable[ScopeVersion] = (), end: FeedEnd | None = None) -> None:
        self.end = end
        self.versions = tuple(sorted(versions, key=lambda item: (item.valid_from_us, item.recorded_at_us, item.id)))
        # Of the versions valid from the same instant, the last recorded one rules.
        ruling = {version.valid_from_us: version for version in self.versions}
        self._starts = list(ruling)
        self._ruling = list(ruling.values())

    def known_at(self, instant_us: int) -> "Scopes":
        """The same as it was known at an instant."""
        end = self.end if self.end is not None and self.end.recorded_at_us <= instant_us else None
        if end is self.end and all(version.recorded_at_us <= instant_us for version in self.versions):
            return self
        return Scopes((version for version in self.versions if version.recorded_at_us <= instant_us), end)

    def has_ended(self, created_us: int) -> bool:
        """Whether a ticket created at an instant came after the end."""
        return self.end is not None and created_us >= self.end.at_us

    def in_force(self, instant_us: int) -> ScopeVersion | None:
        """The version in force at an instant; None before the first one: everything counts."""
        index = bisect_right(self._starts, instant_us) - 1
        return self._ruling[index] if index >= 0 else None

    @property
    def leaves_out(self) -> bool:
        """Whether any version, or the end, may leave a ticket out."""
        return self.end is not None or any(version.conditions for version in self.versions)

    def pieces(self, from_us: int) -> Iterator[tuple[int, int, tuple[Condition, ...]]]:
        """(from, until, conditions) of everything that rules from an instant on, up to the end."""
        end_us = _FOREVER_US if self.end is None else self.end.at_us
        starts, conditions = [BEGINNING_US, *self._starts], [(), *(version.conditions for version in self._ruling)]
        for start_us, until_us, held in zip(starts, [*self._starts, _FOREVER_US], conditions, strict=True):
            if max(start_us, from_us) < min(until_us, end_us):
                yield max(start_us, from_us), min(until_us, end_us), held


NO_SCOPES = Scopes()


def may_share_tickets(first: Scopes, second: Scopes, from_us: int) -> bool:
    """Whether a ticket created from an instant on may be in both scopes."""
    return any(
        max(a_from, b_from) < min(a_until, b_until) and not _exclude_each_other((*a, *b))
        for a_from, a_until, a in first.pieces(from_us)
        for b_from, b_until, b in second.pieces(from_us)
    )


def _exclude_each_other(conditions: Sequence[Condition]) -> bool:
    """Whether no ticket can satisfy all of them. Values are compared as they are written."""
    for attribute in ATTRIBUTES:
        included = [
            set(item.values) for item in conditions if (item.attribute, item.operator) == (attribute, "includes")
        ]
        excluded = {
            value
            for item in conditions
            if (item.attribute, item.operator) == (attribute, "excludes")
            for value in item.values
        }
        if attribute == "tag":
            # A ticket has many tags: only where every tag that would let it in is excluded can it be in neither.
            impossible = any(wanted <= excluded for wanted in included)
        else:
            impossible = bool(included) and set.intersection(*included) <= excluded
        if impossible:
            return True
    return False
