"""What a check has to say: one line."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How bad it is."""

    OK = "ok"
    SKIPPED = "-"
    """Could not be looked at; the reason is another finding."""
    WARNING = "warning"
    WRONG = "WRONG"


@dataclass(frozen=True)
class Finding:
    """One line of the report."""

    level: Level
    subject: str
    sentence: str
    remedy: str = ""

    def __str__(self) -> str:
        told = f"{self.level:<8} {self.subject:<12} {self.sentence}"
        return f"{told} -> {self.remedy}" if self.remedy else told


def ok(subject: str, sentence: str) -> Finding:
    """Nothing to do."""
    return Finding(Level.OK, subject, sentence)


def skipped(subject: str, sentence: str) -> Finding:
    """Not looked at."""
    return Finding(Level.SKIPPED, subject, sentence)


def warning(subject: str, sentence: str, remedy: str) -> Finding:
    """Works today, but not for ever."""
    return Finding(Level.WARNING, subject, sentence, remedy)


def wrong(subject: str, sentence: str, remedy: str) -> Finding:
    """Does not work as it should."""
    return Finding(Level.WRONG, subject, sentence, remedy)
