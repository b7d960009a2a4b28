"""Figures: ratios of one run, by alternated rounds, each with its gate."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import asdict, dataclass, field
from statistics import median
from typing import Any, TypeVar

ROUNDS = 5

Result = TypeVar("Result")


@dataclass(frozen=True)
class Figure:
    """One line of the table; `values` has one entry per round."""

    name: str
    what: str
    peer: str
    values: Sequence[float]
    unit: str = "x"
    at_least: float | None = None
    at_most: float | None = None
    facts: dict[str, Any] = field(default_factory=dict)
    """Medians that help to read the figure; absolute, so good for this machine and this minute only."""

    @property
    def median(self) -> float:
        """What is compared with the gate."""
        return median(self.values)

    @property
    def verdict(self) -> str:
        """Whether the gate is met."""
        if self.at_least is None and self.at_most is None:
            return "-"
        low_enough = self.at_most is None or self.median <= self.at_most
        high_enough = self.at_least is None or self.median >= self.at_least
        return "met" if low_enough and high_enough else "MISSED"

    @property
    def gate(self) -> str:
        """The gate as text."""
        if self.at_least is not None:
            return f">= {self.at_least:g}"
        return f"<= {self.at_most:g}" if self.at_most is not None else "-"

    def as_json(self) -> dict[str, Any]:
        """The whole figure."""
        told = {name: list(value) if name == "values" else value for name, value in asdict(self).items()}
        return told | {"median": self.median, "low": min(self.values), "high": max(self.values), "met": self.verdict}


def alternate(*sides: Callable[[], Result], rounds: int = ROUNDS) -> list[list[Result]]:
    """Run every side in each round, in reversed order every other round; the results of each side by round."""
    found: list[list[Result]] = [[] for _ in sides]
    for number in range(rounds):
        order = range(len(sides)) if number % 2 == 0 else reversed(range(len(sides)))
        for index in order:
            found[index].append(sides[index]())
    return found


async def alternate_async(*sides: Callable[[], Awaitable[Result]], rounds: int = ROUNDS) -> list[list[Result]]:
    """The same for sides that share an event loop."""
    found: list[list[Result]] = [[] for _ in sides]
    for number in range(rounds):
        order = range(len(sides)) if number % 2 == 0 else reversed(range(len(sides)))
        for index in order:
            found[index].append(await sides[index]())
    return found


def ratios(ours: Sequence[float], theirs: Sequence[float]) -> list[float]:
    """Ours over theirs, round by round."""
    return [one / other for one, other in zip(ours, theirs, strict=True)]
