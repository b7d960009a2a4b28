"""An answer given to us through our own doors, and when two answers are one and the same."""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Literal
from urllib.parse import urlsplit
from uuid import UUID

import msgspec

Kind = Literal["ces", "csat", "nps", "fcr_declared"]
Door = Literal["api", "csv", "xlsx", "tool", "survey"]

SCALES: dict[Kind, int | None] = {"ces": 7, "csat": None, "nps": 10, "fcr_declared": 1}
"""The only scale of a question; of a satisfaction rating the sender says it."""
LOWEST: dict[Kind, int] = {"ces": 1}
"""The lowest score, where it is not 0: agreement is asked from 1 to 7 (CES 2.0)."""
CSAT_SCALE = 5
MOST_KEY, MOST_COMMENT, MOST_REFERENCE, MOST_CHANNEL, MOST_QUEUE, MOST_LINK = 200, 5_000, 200, 50, 80, 500
EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)
AHEAD = timedelta(minutes=5)
"""How far a sender's clock may run before ours."""
SAME_WITHIN = timedelta(hours=24)
"""A tool and an export of it tell the same answer at slightly different instants."""


class Given(msgspec.Struct, frozen=True):
    """One answer, read and found right. `key` is the sender's: the same key is the same answer."""

    key: str
    kind: Kind
    score: int
    scale_max: int
    answered_at: datetime
    comment: str | None = None
    ticket_id: str | None = None
    ticket_url: str | None = None
    channel: str | None = None
    queue: str | None = None


class Held(msgspec.Struct, frozen=True):
    """What is known of an answer that is kept. `ticket`: whether it came with one."""

    id: UUID
    key: str
    kind: str
    score: int
    scale_max: int
    answered_at: datetime
    ticket_id: str | None
    ticket: bool
    same_as: UUID | None = None
    channel: str | None = None
    """Of one that is told to kpi: the channel that its sender named."""


def erased_key(pseudonym: Callable[[str], str], key: str) -> str:
    """What is kept of a sender's key once the answer is erased: tells a repetition, and names nobody."""
    return f"erased:{pseudonym(f'answer {key}')}"


def is_repeated(given: Given, held: Held) -> bool:
    """Whether what came under a known key says the same."""
    return (given.kind, given.score, given.scale_max, given.answered_at) == (
        held.kind, held.score, held.scale_max, held.answered_at,
    )  # fmt: skip


def twin_of(given: Given | Held, others: Iterable[Held]) -> Held | None:
    """The answer that this one is, told through another door; None when nothing shows it.

    Same ticket, same question, same score. With one that came with the ticket the instants may differ by a day; between
    two of our own doors only the very same instant tells that it is one answer.
    """
    if given.ticket_id is None:
        return None
    for other in others:
        if (given.ticket_id, given.kind) != (other.ticket_id, other.kind):
            continue
        if given.score * other.scale_max != other.score * given.scale_max or other.same_as is not None:
            continue
        apart = abs(given.answered_at - other.answered_at)
        if (other.ticket and apart <= SAME_WITHIN) or apart == timedelta(0):
            return other
    return None


def fault_of_score(kind: Kind, score: int, scale_max: int | None) -> str | None:
    """Why a score cannot be one of this question."""
    scale = SCALES[kind] or scale_max or CSAT_SCALE
    if scale_max is not None and scale_max != scale:
        return f"scale_max of {kind} is {scale}"
    lowest = LOWEST.get(kind, 0)
    return None if lowest <= score <= scale else f"score must lie between {lowest} and {scale}"


def scale_of(kind: Kind, scale_max: int | None) -> int:
    """The scale of a score that was found right."""
    return SCALES[kind] or scale_max or CSAT_SCALE


def fault_of_instant(at: datetime, now: datetime) -> str | None:
    """Why an answer cannot have been given then."""
    if at < EARLIEST:
        return "must not lie before the year 2000"
    return "must not lie in the future" if at > now + AHEAD else None


def fault_of_link(link: str) -> str | None:
    """Why an address cannot be shown as a link: only plain web addresses are, and nothing is ever run."""
    try:
        parts = urlsplit(link)
        host, user = parts.hostname, parts.username
    except ValueError:
        return "must be a web address"
    if parts.scheme not in ("http", "https") or not host:
        return "must begin with http:// or https://"
    if user is not None or not link.isprintable() or " " in link:
        return "must be a web address without a name, blanks or control characters"
    return None


def tickets_of(answers: Sequence[Given | Held]) -> list[str]:
    """The tickets that answers name."""
    return sorted({answer.ticket_id for answer in answers if answer.ticket_id is not None})
