"""When the demonstration takes place: six whole months and the days since, until the instant of the start."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property

from services.common.instants import to_microseconds
from services.common.zones import zone

ZONE = "Europe/Paris"
MONTHS = 6


def month_before(month: date, months: int) -> date:
    """The first day of the month that lies so many months before."""
    index = month.year * 12 + month.month - 1 - months
    return date(index // 12, index % 12 + 1, 1)


def midnight_us(day: date, hour: float = 0.0) -> int:
    """The instant of a local time of day; one that a clock change leaves out is taken as before the change."""
    wall = datetime.combine(day, time(), zone(ZONE)) + timedelta(hours=hour)
    return to_microseconds(wall.astimezone(UTC))


@dataclass(frozen=True)
class Span:
    """The time that the demonstration tells of, seen from the instant at which it is loaded."""

    now: datetime

    @cached_property
    def now_us(self) -> int:
        """Nothing arrives later."""
        return to_microseconds(self.now)

    @cached_property
    def today(self) -> date:
        """The local date of the start; all that is told depends on nothing finer, but for where it is cut off."""
        return self.now.astimezone(zone(ZONE)).date()

    @cached_property
    def first(self) -> date:
        """The first day."""
        return month_before(self.today, MONTHS)

    @cached_property
    def last_complete(self) -> date:
        """The first day of the last month that is over."""
        return month_before(self.today, 1)

    def month(self, age: int) -> date:
        """The first day of a month: 0 is the present one, 1 the last complete one."""
        return month_before(self.today, age)

    def age(self, day: date) -> int:
        """How many months a day lies before the present month; 0 for a later one too."""
        return max(0, (self.today.year - day.year) * 12 + self.today.month - day.month)

    def days(self) -> list[date]:
        """Every day, today included."""
        return [self.first + timedelta(days=number) for number in range((self.today - self.first).days + 1)]
