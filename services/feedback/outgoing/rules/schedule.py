"""When a message is tried again, what an answer means, and when a tool is no longer called; pure."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Literal

import msgspec

WAITS_S = (5, 300, 1_800, 7_200, 18_000, 36_000, 36_000)
"""Between an attempt and the next: the schedule that Svix made usual, over some 27 hours."""
MOST_TRIES = len(WAITS_S) + 1
MOST_JITTER = 20
"""Per cent that a wait may be longer, so that what failed together does not come back together."""
LONGEST_ASKED_S = 36_000
"""A tool that asks for more time gets as much as the longest wait."""
FAILING_DAYS = 5
CONTROL = "webhook-delivery"
"""The header field by which an answer stops further attempts."""

Reason = Literal[
    "status", "redirect", "gone", "timeout", "no_name", "refused", "certificate", "connection", "aborted", "disabled",
    "switched_off", "removed", "unreadable",
]  # fmt: skip
OffReason = Literal["gone", "disabled", "failing"]


class Outcome(msgspec.Struct, frozen=True):
    """What became of one attempt. `reason`: None when it was taken. `wait_s`: what the answer asked for."""

    status: int | None
    reason: Reason | None
    wait_s: int | None = None
    duration_ms: int = 0

    @property
    def taken(self) -> bool:
        """Whether the tool has it."""
        return self.reason is None


class Next(msgspec.Struct, frozen=True):
    """What follows an attempt: a further one after so many seconds, or none; and whether the tool is switched off."""

    state: Literal["delivered", "waiting", "dead"]
    wait_s: int | None = None
    off: OffReason | None = None


def outcome_of(status: int, control: str | None, retry_after: str | None, at: datetime) -> Outcome:
    """What an answer means: 2xx is taken, everything else is not; a redirect is not followed."""
    asked = wait_asked(retry_after, at)
    if 200 <= status < 300:
        return Outcome(status, None)
    if status == 410:
        return Outcome(status, "gone")
    match (control or "").strip().lower():
        case "abort-message":
            return Outcome(status, "aborted")
        case "disable":
            return Outcome(status, "disabled")
    return Outcome(status, "redirect" if 300 <= status < 400 else "status", asked)


def after(outcome: Outcome, tries: int, jitter: int, failing_s: int) -> Next:
    """What follows the attempt with that number. `failing_s`: since when nothing was taken; `jitter`: 0 to 20."""
    if outcome.taken:
        return Next("delivered")
    if outcome.reason in ("gone", "disabled"):
        return Next("dead", off=outcome.reason)
    if failing_s >= FAILING_DAYS * 86_400:
        return Next("dead", off="failing")
    if outcome.reason == "aborted" or tries >= MOST_TRIES:
        return Next("dead")
    usual = WAITS_S[max(0, tries - 1)]
    usual += usual * min(MOST_JITTER, max(0, jitter)) // 100
    return Next("waiting", max(usual, min(LONGEST_ASKED_S, outcome.wait_s or 0)))


def wait_asked(retry_after: str | None, at: datetime) -> int | None:
    """Seconds that a `Retry-After` asks for, as a number or an instant; None when it says nothing readable."""
    told = (retry_after or "").strip()
    if told.isascii() and told.isdecimal():
        return min(LONGEST_ASKED_S, int(told[:9]))
    if not told or len(told) > 64:
        return None
    try:
        until = parsedate_to_datetime(told)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if until.tzinfo is None:
        until = until.replace(tzinfo=UTC)
    return max(0, min(LONGEST_ASKED_S, int((until - at).total_seconds())))
