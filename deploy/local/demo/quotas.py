"""Outcomes dealt to quotas, not by chance alone: any run of tickets has the shares asked for, give or take one."""

from collections.abc import Mapping, Sequence
from random import Random
from typing import TypeVar

K = TypeVar("K")


class Quota:
    """Deals labels so that their counts follow the sum of the shares asked for, which may change at every deal."""

    def __init__(self, draw: Random) -> None:
        self._draw = draw
        self._owed: dict[str, float] = {}

    def deal(self, shares: Mapping[str, float]) -> str:
        """One label; the shares add up to 1."""
        owed = self._owed
        for label, share in shares.items():
            owed[label] = owed.get(label, 0.0) + share
        # By chance among the labels that are owed, in proportion to how much: bounded, and without a visible rhythm.
        point = self._draw.random() * sum(max(0.0, owed[label]) for label in shares)
        for chosen in shares:
            point -= max(0.0, owed[chosen])
            if point < 0:
                break
        owed[chosen] -= 1
        return chosen

    def hits(self, share: float) -> bool:
        """Whether this one is among the share."""
        return self.deal({"yes": share, "no": 1 - share}) == "yes"


def apportion(total: int, weights: Sequence[float]) -> list[int]:
    """Whole numbers in proportion to the weights, with exactly that total (largest remainders)."""
    whole = sum(weights)
    exact = [total * weight / whole for weight in weights]
    counts = [int(value) for value in exact]
    by_remainder = sorted(range(len(exact)), key=lambda place: (counts[place] - exact[place], place))
    for place in by_remainder[: total - sum(counts)]:
        counts[place] += 1
    return counts


def chosen(draw: Random, weights: Mapping[K, float]) -> K:
    """One key by chance, in proportion to its weight."""
    return draw.choices(list(weights), list(weights.values()))[0]
