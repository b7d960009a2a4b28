"""How much of a period no source was silent in, as known at an instant.

A silence is a gap of a source (health) that nobody explained and that nothing filled. Each of its instants is written
once, so what was known at an instant never changes, and telling it looks at no delivery: unlike the share of expected
deliveries, which rests on a rhythm that is learnt anew at each reading.
"""

from collections.abc import Iterable

import msgspec


class Silence(msgspec.Struct, frozen=True):
    """A gap: from when to when (None: still lasting), and when each thing was known of it; all in microseconds."""

    start_us: int
    end_us: int | None
    recorded_us: int
    ended_known_us: int | None = None
    resolved_us: int | None = None
    explained_us: int | None = None


class Silences:
    """All gaps of the sources of a contract."""

    __slots__ = ("_all",)

    def __init__(self, gaps: Iterable[Silence] = ()) -> None:
        self._all = tuple(gaps)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Silences) and self._all == other._all

    def __hash__(self) -> int:
        return hash(self._all)

    def known_at(self, instant_us: int) -> "Silences":
        """What was known at an instant: of a gap that is seen to be over only later, that it lasts."""
        return Silences(
            msgspec.structs.replace(
                gap,
                end_us=gap.end_us if _by(gap.ended_known_us, instant_us) else None,
                resolved_us=gap.resolved_us if _by(gap.resolved_us, instant_us) else None,
                explained_us=gap.explained_us if _by(gap.explained_us, instant_us) else None,
            )
            for gap in self._all
            if gap.recorded_us <= instant_us
        )

    def silent_us(self, from_us: int, until_us: int) -> int:
        """Microseconds of [from, until) in which a source at least was silent, unexplained."""
        total, reached_us = 0, from_us
        for gap in sorted(self._standing, key=lambda gap: gap.start_us):
            start_us = max(gap.start_us, reached_us)
            end_us = until_us if gap.end_us is None else min(gap.end_us, until_us)
            if start_us < end_us:
                total += end_us - start_us
                reached_us = end_us
        return total

    def any_lasts(self) -> bool:
        """Whether time alone makes the silence longer."""
        return any(gap.end_us is None for gap in self._standing)

    @property
    def _standing(self) -> list[Silence]:
        return [gap for gap in self._all if gap.resolved_us is None and gap.explained_us is None]


NO_SILENCES = Silences()


def _by(known_us: int | None, instant_us: int) -> bool:
    return known_us is not None and known_us <= instant_us
