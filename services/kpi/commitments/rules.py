"""The contract's commitments over time: immutable versions, and which one judges an indicator at an instant. Pure."""

from bisect import bisect_right
from collections.abc import Iterable
from decimal import Decimal
from typing import Literal

import msgspec

Class = Literal["contractual", "observed"]
Direction = Literal["higher", "lower"]
Unit = Literal["ratio", "points", "s", "count"]


class Commitment(msgspec.Struct, frozen=True):
    """One immutable version of what is promised on an indicator, from `valid_from_us` on."""

    id: str
    indicator: str
    variant: str | None
    class_: Class
    objective_id: str | None
    target: Decimal
    tolerance: Decimal
    unit: Unit
    direction: Direction
    weight: Decimal | None
    clause: str
    valid_from_us: int
    recorded_at_us: int
    ends: bool = False

    @property
    def orphan(self) -> bool:
        """Whether it binds without serving an objective: it is kept, and carries neither bonus nor malus."""
        return self.class_ == "contractual" and self.objective_id is None and not self.ends


class Commitments:
    """All versions of a contract's commitments that are known, ready to answer which one judges when."""

    __slots__ = ("_ruling", "_starts", "versions")

    def __init__(self, versions: Iterable[Commitment] = ()) -> None:
        self.versions = tuple(sorted(versions, key=lambda item: (item.valid_from_us, item.recorded_at_us, item.id)))
        self._ruling: dict[tuple[str, str | None], list[Commitment]] = {}
        for version in self.versions:
            said = self._ruling.setdefault((version.indicator, version.variant), [])
            # Of the versions valid from the same instant, the last recorded one rules.
            if said and said[-1].valid_from_us == version.valid_from_us:
                said.pop()
            said.append(version)
        self._starts = {key: [version.valid_from_us for version in said] for key, said in self._ruling.items()}

    def known_at(self, instant_us: int) -> "Commitments":
        """The commitments as they were known at an instant: only versions recorded by then."""
        if all(version.recorded_at_us <= instant_us for version in self.versions):
            return self
        return Commitments(version for version in self.versions if version.recorded_at_us <= instant_us)

    def ruling(self, indicator: str, variant: str | None, at_us: int) -> Commitment | None:
        """The commitment that judges at an instant: the latest valid, then the last recorded; None once it ended."""
        key = (indicator, variant)
        index = bisect_right(self._starts.get(key, ()), at_us) - 1
        if index < 0:
            return None
        said = self._ruling[key][index]
        return None if said.ends else said
