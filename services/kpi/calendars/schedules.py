"""A schedule as a contract writes it: local opening hours in a zone, with holidays; read strictly, kept canonical."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import pairwise

import msgspec

from services.common.zones import zone_names

MINUTES_PER_DAY = 1_440

Spans = tuple[tuple[int, int], ...]
"""Half-open [start, end) in minutes of one local date, sorted, apart from each other."""

_TIME = re.compile(r"([01]\d|2[0-3]):([0-5]\d)|(24):(00)", re.ASCII)
_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_FIELDS = frozenset({"tz", "days", "intervals", "holidays"})


class Holiday(msgspec.Struct, frozen=True):
    """A local date (proleptic ordinal) with hours of its own; no span means closed."""

    ordinal: int
    spans: Spans = ()


class Schedule(msgspec.Struct, frozen=True):
    """Opening hours: `days` (0 = Monday) have `spans`, `holidays` have their own."""

    tz: str
    days: tuple[int, ...]
    spans: Spans
    holidays: tuple[Holiday, ...] = ()


Problems = list[tuple[str, str]]
"""What is wrong with a document: (path of the field, message)."""


class InvalidSchedule(ValueError):
    """The document is no schedule; `problems` names each field."""

    def __init__(self, problems: Problems) -> None:
        super().__init__("; ".join(f"{path}: {message}" for path, message in problems))
        self.problems = problems


def parse_schedule(document: object, path: str = "") -> Schedule:
    """The schedule of a JSON document `{"tz","days","intervals","holidays"}`. Raises: InvalidSchedule."""
    problems: Problems = []
    if not isinstance(document, Mapping):
        raise InvalidSchedule([(path, "must be an object")])
    prefix = f"{path}." if path else ""
    problems.extend((f"{prefix}{name}", "unknown field") for name in document if name not in _FIELDS)
    tz = document.get("tz")
    if not isinstance(tz, str) or tz not in zone_names():
        problems.append((f"{prefix}tz", "must be the name of an IANA time zone"))
    days = _days(document.get("days"), f"{prefix}days", problems)
    spans = _spans(document.get("intervals"), f"{prefix}intervals", problems)
    holidays = _holidays(document.get("holidays", ()), f"{prefix}holidays", problems)
    if problems:
        raise InvalidSchedule(problems)
    return Schedule(str(tz), days, spans, holidays)


def validate(document: object, path: str = "") -> None:
    """Nothing when the document is a schedule. Raises: InvalidSchedule."""
    parse_schedule(document, path)


def _days(value: object, path: str, problems: Problems) -> tuple[int, ...]:
    if not isinstance(value, list | tuple):
        problems.append((path, "must be a list of days, 0 (Monday) to 6 (Sunday)"))
        return ()
    good = [day for day in value if isinstance(day, int) and not isinstance(day, bool) and 0 <= day <= 6]
    problems.extend(
        (f"{path}[{index}]", "must be a whole number from 0 (Monday) to 6 (Sunday)")
        for index, day in enumerate(value)
        if not (isinstance(day, int) and not isinstance(day, bool) and 0 <= day <= 6)
    )
    return tuple(sorted(set(good)))


def _spans(value: object, path: str, problems: Problems) -> Spans:
    if not isinstance(value, list | tuple):
        problems.append((path, 'must be a list of intervals such as ["09:00", "18:00"]'))
        return ()
    spans: list[tuple[int, int]] = []
    for index, interval in enumerate(value):
        spans.extend(_split_at_midnight(interval, f"{path}[{index}]", problems))
    spans.sort()
    if any(later[0] < earlier[1] for earlier, later in pairwise(spans)):
        problems.append((path, "intervals must not overlap (one that passes midnight counts on both sides of it)"))
    return tuple(spans)


def _split_at_midnight(interval: object, path: str, problems: Problems) -> Iterable[tuple[int, int]]:
    if not isinstance(interval, list | tuple) or len(interval) != 2:
        problems.append((path, 'must be a pair such as ["09:00", "18:00"]'))
        return
    start, end = _minutes(interval[0], f"{path}[0]", problems), _minutes(interval[1], f"{path}[1]", problems)
    if start is None or end is None:
        return
    if start == MINUTES_PER_DAY:
        problems.append((f"{path}[0]", "24:00 can only end an interval"))
    elif start < end:
        yield (start, end)
    else:
        yield (start, MINUTES_PER_DAY)
        if end > 0:
            yield (0, end)


def _minutes(value: object, path: str, problems: Problems) -> int | None:
    match = _TIME.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        problems.append((path, 'must be a time of day "HH:MM", from "00:00" to "24:00"'))
        return None
    hours, minutes = (part for part in match.groups() if part is not None)
    return int(hours) * 60 + int(minutes)


def _holidays(value: object, path: str, problems: Problems) -> tuple[Holiday, ...]:
    if not isinstance(value, list | tuple):
        problems.append((path, 'must be a list of dates "YYYY-MM-DD" or {"date", "intervals"}'))
        return ()
    holidays: dict[int, Holiday] = {}
    for index, entry in enumerate(value):
        where = f"{path}[{index}]"
        holiday = _holiday(entry, where, problems)
        if holiday is None:
            continue
        if holidays.setdefault(holiday.ordinal, holiday) != holiday:
            problems.append((where, "this date already has other hours"))
    return tuple(holidays[ordinal] for ordinal in sorted(holidays))


def _holiday(entry: object, path: str, problems: Problems) -> Holiday | None:
    if isinstance(entry, Mapping):
        problems.extend((f"{path}.{name}", "unknown field") for name in entry if name not in {"date", "intervals"})
        ordinal = _ordinal(entry.get("date"), f"{path}.date", problems)
        spans = _spans(entry.get("intervals"), f"{path}.intervals", problems)
        return None if ordinal is None else Holiday(ordinal, spans)
    ordinal = _ordinal(entry, path, problems)
    return None if ordinal is None else Holiday(ordinal)


def _ordinal(value: object, path: str, problems: Problems) -> int | None:
    if isinstance(value, str) and _DATE.fullmatch(value):
        try:
            return date.fromisoformat(value).toordinal()
        except ValueError:
            pass
    problems.append((path, 'must be a date "YYYY-MM-DD" that exists'))
    return None
