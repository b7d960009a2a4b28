"""Pure rules of the four questions."""

from collections.abc import Sequence
from typing import Protocol


class Answered(Protocol):
    """One set of answers."""

    @property
    def specific(self) -> bool: ...
    @property
    def measurable(self) -> bool: ...
    @property
    def realistic(self) -> bool: ...
    @property
    def aligned(self) -> bool: ...


def settled(answers: Sequence[Answered]) -> bool:
    """Whether the last answers are four times yes."""
    if not answers:
        return False
    last = answers[-1]
    return last.specific and last.measurable and last.realistic and last.aligned
