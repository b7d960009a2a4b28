"""The lives of a tool's tickets: a fixed function of the seed and the date of the start."""

import math
from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Literal

import msgspec

from deploy.local.demo import wording
from deploy.local.demo.companies import ANSWER_TARGET_S, BUREAU, SOLUTION_TARGET_S, Pair, Tool, schedules
from deploy.local.demo.course import Course
from deploy.local.demo.quotas import Quota, chosen
from deploy.local.demo.span import Span, midnight_us
from deploy.local.demo.subjects import subject
from services.kpi.calendars.instants import DAY_US, HOUR_US, SECOND_US
from services.kpi.calendars.rules import BusinessClock, clock_of, parse_schedule

Kind = Literal["created", "message", "status", "rating", "recommendation", "merged", "spam", "deleted"]
Author = Literal["agent", "customer", "bot"]

_MINUTE = 60
_FATES = {"counted": 0.962, "spam": 0.012, "merged": 0.017, "deleted": 0.005, "unanswered": 0.004}
_WINDOW_US = 168 * HOUR_US
_HOURS = {9: 9, 10: 11, 11: 9, 12: 6, 13: 6, 14: 9, 15: 9, 16: 8, 17: 8, 18: 7, 19: 5, 20: 5, 21: 4, 22: 3, 23: 1,
          7: 2, 8: 5, 6: 1, 0: 1}  # fmt: skip
_CALL_HOURS = {9.0: 12, 9.5: 13, 10.0: 14, 10.5: 13, 11.0: 11, 11.5: 9, 12.0: 6, 13.5: 8, 14.0: 11, 14.5: 11, 15.0: 10,
               15.5: 9, 16.0: 9, 16.5: 8, 17.0: 7, 17.5: 5}  # fmt: skip


class Happening(msgspec.Struct):
    """One thing that happens to a ticket."""

    at_us: int
    kind: Kind
    author: Author = "customer"
    public: bool = True
    status: str = ""
    previous: str = ""
    score: int = 0
    text: str = ""


class Story(msgspec.Struct):
    """The life of one ticket."""

    number: int
    reason: str
    subject: str
    channel: str
    requester: int
    agent: int
    by_agent: bool
    outcome: str
    happenings: list[Happening]

    def add(self, at_us: int, kind: Kind, **more: object) -> None:
        """Something happens."""
        self.happenings.append(Happening(at_us, kind, **more))  # type: ignore[arg-type]


def stories(seed: int, pair: Pair, tool: Tool, span: Span) -> Iterator[Story]:
    """Every ticket of the tool in the order of creation, those of the rest of today included."""
    teller = _Teller(Random(f"{seed}/{tool.name}"), pair, tool, span)  # noqa: S311 - a demonstration, not a secret
    number = 0
    for day, count in teller.course.tickets(tool):
        # Each day draws by itself: how long a life takes to tell never moves the openings of another day.
        draw = Random(f"{seed}/{tool.name}/{day}")  # noqa: S311 - as above
        for opened_us in sorted(_opening(draw, day, tool) for _ in range(count)):
            yield teller.tell(number, day, opened_us)
            number += 1


def _opening(draw: Random, day: date, tool: Tool) -> int:
    hour = chosen(draw, _CALL_HOURS) + draw.random() / 2 if tool.by_phone else chosen(draw, _HOURS) + draw.random()
    return midnight_us(day, hour) // 1000 * 1000


def _spread(draw: Random, median_s: float, sigma: float, most_s: float = math.inf) -> int:
    """Microseconds around a median, long on one side."""
    return int(min(most_s, median_s * math.exp(draw.gauss(0.0, sigma))) * SECOND_US)


class _Teller:
    """Tells one life after the other, with the outcomes dealt to quotas."""

    def __init__(self, draw: Random, pair: Pair, tool: Tool, span: Span) -> None:
        self.course = Course(pair, span)
        self._draw = draw
        self._tool = tool
        self._clock: BusinessClock = clock_of(parse_schedule(schedules(span.first, span.today)[BUREAU], BUREAU))
        self._fates, self._outcomes, self._late_answers, self._late_solutions, self._rated, self._asked = (
            Quota(draw) for _ in range(6)
        )

    def tell(self, number: int, day: date, opened_us: int) -> Story:
        """The life of one ticket."""
        draw, tool = self._draw, self._tool
        reason = chosen(draw, self.course.reasons(day))
        story = Story(
            number=number,
            reason=reason,
            subject=subject(draw, reason),
            channel=chosen(draw, tool.channels),
            requester=draw.randrange(9_000),
            agent=draw.randrange(len(wording.AGENTS)),
            by_agent=not tool.by_phone and draw.random() < 0.03,
            outcome="",
            happenings=[],
        )
        story.add(opened_us, "created", author="agent" if story.by_agent else "customer", status="new")
        fate = self._fates.deal(_FATES)
        match fate:
            case "spam" | "merged" | "deleted":
                story.add(opened_us + _spread(draw, 40 * _MINUTE, 0.7), fate)
            case "unanswered":
                pass
            case _:
                self._work(story, day, opened_us)
        return story

    def _work(self, story: Story, day: date, opened_us: int) -> None:
        draw, tool = self._draw, self._tool
        outcome = story.outcome = self._outcomes.deal(self.course.outcomes(tool, day, story.reason))
        if not tool.by_phone and draw.random() < 0.6:
            story.add(opened_us + 2 * SECOND_US, "message", author="bot", text=wording.ACKNOWLEDGED)
        answered_us = self._answered(
            story, opened_us, late=self._late_answers.hits(self.course.late_answers(tool, day))
        )
        late = self._late_solutions.hits(self.course.late_solutions(day, story.reason, outcome))
        solved_us = self._solve(story, opened_us, answered_us, late=late)
        if outcome in ("reopened", "reopened_late"):
            solved_us = self._reopen(story, solved_us)
        if not tool.by_phone and draw.random() < 0.75:
            # The tool closes by itself in the fourth night.
            closed_us = (solved_us // DAY_US + 4) * DAY_US + 90 * _MINUTE * SECOND_US
            story.add(closed_us, "status", status="closed", previous="solved")
        self._ask(story, solved_us)

    def _answered(self, story: Story, opened_us: int, *, late: bool) -> int:
        """When an agent first answers."""
        draw, quick = self._draw, story.channel in ("chat", "phone")
        if late:
            amount_us = int(ANSWER_TARGET_S * (1.04 + 0.9 * draw.random()) * SECOND_US)
        else:
            median_s = 0.8 * _MINUTE if self._tool.by_phone else 3 * _MINUTE if quick else 34 * _MINUTE
            amount_us = _spread(draw, median_s, 0.7 if quick else 0.95, 0.94 * ANSWER_TARGET_S)
        return self._later(opened_us, amount_us)

    def _later(self, start_us: int, amount_us: int) -> int:
        reached_us = self._clock.advance(start_us, max(SECOND_US, amount_us))
        assert reached_us is not None
        return reached_us

    def _solve(self, story: Story, opened_us: int, answered_us: int, *, late: bool) -> int:
        """From the first answer to the solution: in all the customer waits within the promise, or beyond it."""
        draw = self._draw
        several = story.outcome == "several"
        spent_us = self._clock.elapsed(opened_us, answered_us)
        if late:
            whole_us = int(SOLUTION_TARGET_S * (1.05 + 0.9 * draw.random()) * SECOND_US)
        else:
            # A reopen comes on top of it: then the first time is short.
            most_s = SOLUTION_TARGET_S * (0.6 if story.outcome == "reopened" else 0.94)
            median_s = 3.2 * 3600 if several else (5 * _MINUTE if self._tool.by_phone else 16 * _MINUTE)
            whole_us = min(spent_us + _spread(draw, median_s, 0.9), int(most_s * SECOND_US))
        left_us = max(30 * SECOND_US, whole_us - spent_us)
        story.add(answered_us - SECOND_US, "status", status="open", previous="new")
        words = wording.question(draw) if several else wording.answer(draw)
        story.add(answered_us, "message", author="agent", text=words)
        if draw.random() < 0.22:
            story.add(answered_us + _MINUTE * SECOND_US, "message", author="agent", public=False,
                      text=draw.choice(wording.NOTES))  # fmt: skip
        at_us, status = answered_us, "open"
        rounds = draw.choice((1, 1, 1, 2, 2, 3)) if several else 0
        for _ in range(rounds):
            at_us = self._customer_replies(story, at_us)
            at_us = self._wait(story, at_us, left_us // rounds)
            story.add(at_us, "message", author="agent", text=wording.answer(draw))
        if not several:
            if late:
                status = "hold"
                story.add(at_us + 2 * SECOND_US, "status", status=status, previous="open")
            at_us = self._later(at_us, left_us)
        story.add(at_us + 2 * SECOND_US, "status", status="solved", previous=status)
        return at_us + 2 * SECOND_US

    def _customer_replies(self, story: Story, at_us: int) -> int:
        draw = self._draw
        story.add(at_us + 3 * SECOND_US, "status", status="pending", previous="open")
        at_us += _spread(draw, 3.5 * 3600, 1.0, 5 * 86_400)
        story.add(at_us, "message", author="customer", text=draw.choice(wording.REPLIES))
        story.add(at_us + SECOND_US, "status", status="open", previous="pending")
        return at_us + SECOND_US

    def _wait(self, story: Story, at_us: int, amount_us: int) -> int:
        """The customer waits, for a third party in some cases."""
        if amount_us > HOUR_US and self._draw.random() < 0.4:
            held_us, back_us = self._later(at_us, amount_us // 4), self._later(at_us, amount_us * 3 // 4)
            story.add(held_us, "status", status="hold", previous="open")
            story.add(back_us, "status", status="open", previous="hold")
        return self._later(at_us, amount_us)

    def _reopen(self, story: Story, solved_us: int) -> int:
        draw = self._draw
        if story.outcome == "reopened":
            again_us = solved_us + _spread(draw, 26 * 3600, 0.8, 166 * 3600)
        else:
            again_us = solved_us + _WINDOW_US + _spread(draw, 2 * 86_400, 0.8, 12 * 86_400)
        story.add(again_us, "message", author="customer", text=draw.choice(wording.AGAIN))
        story.add(again_us, "status", status="open", previous="solved")
        at_us = self._later(again_us, _spread(draw, 70 * _MINUTE, 0.7, 0.3 * SOLUTION_TARGET_S))
        story.add(at_us, "message", author="agent", text=wording.answer(draw))
        story.add(at_us + SECOND_US, "status", status="solved", previous="open")
        return at_us + SECOND_US

    def _ask(self, story: Story, solved_us: int) -> None:
        """Whether the customer answers the surveys; what they answer is settled once all who answer are known."""
        draw = self._draw
        if self._tool.csat and self._rated.hits(self._tool.csat):
            story.add(solved_us + _spread(draw, 8 * 3600, 1.0, 12 * 86_400), "rating")
        if self._tool.nps and self._asked.hits(self._tool.nps):
            story.add(solved_us + _spread(draw, 3 * 3600, 1.0, 6 * 86_400), "recommendation")
