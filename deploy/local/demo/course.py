"""The course of the months: how many tickets come on a day, how well they go, and two bad spells that explain it."""

from datetime import date, timedelta
from functools import lru_cache

from deploy.local.demo.companies import Pair, Tool
from deploy.local.demo.holidays import easter, holidays
from deploy.local.demo.quotas import apportion
from deploy.local.demo.span import Span

_WRITTEN = (1.28, 1.1, 1.0, 0.98, 0.94, 0.42, 0.34)
_CALLS = (1.3, 1.08, 1.0, 0.95, 0.92, 0.0, 0.0)
_PARCEL_WEEK = 1.3
_BREAKDOWN = 2.3
_MONTH_FIRST_CONTACT = 0.717
_MONTH_IN_TIME = 0.865
"""What the carrier's bad week makes of the last complete month: both promises are missed."""
REASON_OF_PARCEL_WEEK = "livraison"
"""The reason that the carrier's bad week is about."""


class Course:
    """What every day of a pair is like."""

    def __init__(self, pair: Pair, span: Span) -> None:
        self._pair = pair
        self._span = span
        self._off = {day for year in range(span.first.year, span.today.year + 1) for day in holidays(year)}
        troubled = pair.service.troubled
        self.parcel_week = self._busiest_week() if troubled else None
        """Monday of the week in which the carrier's tracking was wrong, in the middle of the last complete month."""
        self.breakdown = self._working_day(span.month(4) + timedelta(days=11)) if troubled else None
        """The day on which the tools stood still, three months earlier."""
        self._parcels = self._calibrated() if troubled else (0.0, 0.0)

    def _busiest_week(self) -> date:
        """A week with holidays would move the month's figures too little."""
        month = self._span.last_complete
        mondays = [day for day in (month + timedelta(days=number) for number in range(5, 17)) if day.weekday() == 0]
        return max(mondays, key=lambda monday: (self._weight_of_week(monday), monday))

    def _weight_of_week(self, monday: date) -> float:
        return sum(self._plain_weight(monday + timedelta(days=number), by_phone=False) for number in range(7))

    def _calibrated(self) -> tuple[float, float]:
        """How badly parcels went in their week (settled at the first contact, settled late), for the month's figures.

        Whatever the number of days, of weekends and of holidays, the month then ends where the story wants it.
        """
        service, age = self._pair.service, 1
        usual = service.first_contact[age]
        usual_late = usual * service.late_solutions[0] + (1 - usual) * service.late_solutions[1]
        tickets = parcels = 0.0
        for tool in self._pair.tools:
            for day, count in self.tickets(tool):
                if self._span.month(1) <= day < self._span.month(0):
                    tickets += count
                    if self.in_parcel_week(day):
                        reasons = self.reasons(day)
                        parcels += count * reasons[REASON_OF_PARCEL_WEEK] / sum(reasons.values())
        share = parcels / tickets
        return usual - (usual - _MONTH_FIRST_CONTACT) / share, usual_late + (1 - _MONTH_IN_TIME - usual_late) / share

    def _working_day(self, day: date) -> date:
        while day.weekday() > 4 or day in self._off:
            day += timedelta(days=1)
        return day

    def in_parcel_week(self, day: date) -> bool:
        """Whether the carrier's tracking was wrong."""
        return self.parcel_week is not None and 0 <= (day - self.parcel_week).days < 7

    def is_working_day(self, day: date) -> bool:
        """Whether the office is open."""
        return day.weekday() < 5 and day not in self._off

    def tickets(self, tool: Tool) -> list[tuple[date, int]]:
        """How many tickets each day brings to a tool; the total is fixed."""
        days = self._span.days()
        total = round(self._pair.tickets * tool.share)
        return list(zip(days, apportion(total, [self._weight(day, tool) for day in days]), strict=True))

    def _weight(self, day: date, tool: Tool) -> float:
        weight = self._plain_weight(day, by_phone=tool.by_phone)
        if self.in_parcel_week(day):
            weight *= _PARCEL_WEEK
        return weight * _BREAKDOWN if day == self.breakdown else weight

    def _plain_weight(self, day: date, *, by_phone: bool) -> float:
        weight = (_CALLS if by_phone else _WRITTEN)[day.weekday()] * season(day)
        if day in self._off:
            weight *= 0.0 if by_phone else 0.4
        return weight

    def reasons(self, day: date) -> dict[str, float]:
        """Why customers write, in shares."""
        shares = dict(self._pair.reasons)
        if self.in_parcel_week(day):
            shares[REASON_OF_PARCEL_WEEK] *= 2.8
        return shares

    def outcomes(self, tool: Tool, day: date, reason: str) -> dict[str, float]:
        """Shares of tickets settled by one message, by several, reopened in time or too late to count."""
        service = self._pair.service
        single = service.first_contact[self._span.age(day)] + tool.better
        reopened = service.reopened
        if self.in_parcel_week(day) and reason == REASON_OF_PARCEL_WEEK:
            single, reopened = self._parcels[0] + tool.better, 0.045
        return {"single": single - 0.006, "reopened_late": 0.006, "reopened": reopened,
                "several": 1 - single - reopened}  # fmt: skip

    def late_answers(self, tool: Tool, day: date) -> float:
        """Share of tickets answered after the promised delay."""
        if day == self.breakdown:
            return 0.6
        return self._pair.service.late_answers * (0.3 if tool.by_phone else 1.25)

    def late_solutions(self, day: date, reason: str, outcome: str) -> float:
        """Share of tickets settled after the promised delay."""
        if self.in_parcel_week(day) and reason == REASON_OF_PARCEL_WEEK:
            return self._parcels[1]
        return self._pair.service.late_solutions[outcome not in ("single", "reopened_late")]


@lru_cache(maxsize=4096)
def season(day: date) -> float:
    """How busy an online shop is: sales, the return from holidays, the weeks before Christmas, quiet in August."""
    friday = next(date(day.year, 11, number) for number in range(23, 30) if date(day.year, 11, number).weekday() == 4)
    winter_sales = next(date(day.year, 1, n) for n in range(6, 13) if date(day.year, 1, n).weekday() == 2)
    summer_sales = next(date(day.year, 6, n) for n in range(24, 31) if date(day.year, 6, n).weekday() == 2)
    if 0 <= (day - winter_sales).days < 10 or 0 <= (day - summer_sales).days < 10:
        return 1.3
    if -4 <= (day - friday).days < 5:
        return 1.35
    if day.month == 12:
        return 1.22 if day.day < 24 else 0.8
    if day.month == 9 and day.day <= 12:
        return 1.2
    if day.month == 8 or 0 <= (day - easter(day.year)).days < 2:
        return 0.8
    return 1.0
