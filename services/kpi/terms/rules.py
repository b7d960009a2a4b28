"""The contract's terms over time: immutable versions, which one was in force, and business time across them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation
from math import isfinite
from typing import Literal

import msgspec

from services.kpi.calendars.instants import DAY_US, HOUR_US, SECOND_US, InvalidInstant, parse_instant
from services.kpi.calendars.rules import FURTHEST_US, BusinessClock, clock_of
from services.kpi.calendars.schedules import InvalidSchedule, Problems, Schedule, parse_schedule
from services.kpi.dimensions.rules import Dimension, Name, parse_dimensions
from services.kpi.terms.delays import USUAL_CLOCKS, Clocks, Sla, parse_clocks, parse_sla

DEFAULT_REOPEN_WINDOW_US = 168 * HOUR_US
DEFAULT_LATE_GRACE_US = 72 * HOUR_US
DEFAULT_SAMPLE_SIZE = 10
"""Answers below which a sampled figure is not judged."""
_LONGEST_WINDOW_HOURS = 24 * 366
_MOST_CONTACT_DAYS = 366
_MOST_SILENCE_MINUTES = 30 * 24 * 60
# Beyond every instant that can be written, so that "until further notice" is a number too.
_FOREVER_US = 1 << 62


class Parameters(msgspec.Struct, frozen=True):
    """What the contract says of figures: how long late events are awaited, and what is too little to judge."""

    late_grace_us: int = DEFAULT_LATE_GRACE_US
    minimum_sample_size: int = DEFAULT_SAMPLE_SIZE
    minimum_data_completeness: Decimal | None = None
    minimum_time_heard: Decimal | None = None
    """The share of a period's time in which no source was silent, below which its figures are incomplete."""


class SessionRules(msgspec.Struct, frozen=True):
    """Where a customer who writes again is a contact of its own: on these channels, after a longer silence."""

    channels: frozenset[str]
    silence_us: int


class ContactRules(msgspec.Struct, frozen=True):
    """When two contacts of a customer are a contact and its repetition.

    `window_us`: N days of 24 hours, both ends within. `channels`: the only ones that count; None: all of them.
    `reason`: the attribute of a ticket that tells why the customer came, which must be the same where both tickets
    tell one; None: it need not be. `across_sources`: whether one name of a customer means one person in all sources.
    `sessions`: where one ticket may be several contacts; None: nowhere.
    """

    window_us: int = 7 * DAY_US
    channels: frozenset[str] | None = None
    reason: Literal["form", "group"] | None = "form"
    across_sources: bool = False
    sessions: SessionRules | None = None


class TermsVersion(msgspec.Struct, frozen=True):
    """One immutable version of the terms, in force from `valid_from_us`, known since `recorded_at_us`."""

    id: str
    valid_from_us: int
    recorded_at_us: int
    schedules: dict[str, Schedule]
    reopen_window_us: int = DEFAULT_REOPEN_WINDOW_US
    sla: Sla | None = None
    parameters: Parameters = Parameters()
    contacts: ContactRules = ContactRules()
    clocks: Clocks = USUAL_CLOCKS
    dimensions: tuple[Dimension, ...] = ()


class InvalidTerms(ValueError):
    """The document is no version of terms; `problems` names each field."""

    def __init__(self, problems: Problems) -> None:
        super().__init__("; ".join(f"{path}: {message}" for path, message in problems))
        self.problems = problems


def parse_terms(document: Mapping[str, object], version_id: str, recorded_at_us: int) -> TermsVersion:
    """The version of a parameters document; fields that kpi does not use are ignored. Raises: InvalidTerms."""
    problems: Problems = []
    valid_from_us = 0
    try:
        valid_from_us = parse_instant(document.get("valid_from"))
    except InvalidInstant as error:
        problems.append(("valid_from", str(error)))
    schedules = _schedules(document.get("schedules"), problems)
    window_us = _window(document, "reopen_window_hours", DEFAULT_REOPEN_WINDOW_US, problems)
    parameters = _parameters(document, problems)
    sla = parse_sla(document.get("sla"), schedules, problems)
    contacts = _contacts(document.get("repeat_contacts"), problems)
    clocks = parse_clocks(document.get("clocks"), problems)
    dimensions = parse_dimensions(document.get("dimensions"), problems)
    if problems:
        raise InvalidTerms(problems)
    return TermsVersion(
        id=version_id,
        valid_from_us=valid_from_us,
        recorded_at_us=recorded_at_us,
        schedules=schedules,
        reopen_window_us=window_us,
        sla=sla,
        parameters=parameters,
        contacts=contacts,
        clocks=clocks,
        dimensions=dimensions,
    )


def _schedules(value: object, problems: Problems) -> dict[str, Schedule]:
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        problems.append(("schedules", "must be an object of named schedules"))
        return {}
    schedules: dict[str, Schedule] = {}
    for name, document in value.items():
        try:
            schedules[str(name)] = parse_schedule(document, f"schedules.{name}")
        except InvalidSchedule as error:
            problems.extend(error.problems)
    return schedules


def _parameters(document: Mapping[str, object], problems: Problems) -> Parameters:
    sample_size = document.get("minimum_sample_size")
    if sample_size is None:
        sample_size = DEFAULT_SAMPLE_SIZE
    elif not isinstance(sample_size, int) or isinstance(sample_size, bool) or sample_size < 0:
        problems.append(("minimum_sample_size", "must be a whole number, 0 or more"))
        sample_size = DEFAULT_SAMPLE_SIZE
    completeness = _ratio(document, "minimum_data_completeness", problems)
    time_heard = _ratio(document, "minimum_time_heard", problems)
    grace_us = _window(document, "late_grace_hours", DEFAULT_LATE_GRACE_US, problems)
    return Parameters(grace_us, sample_size, completeness, time_heard)


def _ratio(document: Mapping[str, object], field: str, problems: Problems) -> Decimal | None:
    value = document.get(field)
    try:
        ratio = None if value is None else Decimal(str(value))
        if ratio is None or 0 <= ratio <= 1:
            return ratio
    except InvalidOperation:
        pass
    problems.append((field, "must be a ratio from 0 to 1"))
    return None


def _window(document: Mapping[str, object], field: str, default_us: int, problems: Problems) -> int:
    value = document.get(field)
    if value is None:
        return default_us
    if isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value):
        hours = Decimal(repr(value))
        if 0 <= hours <= _LONGEST_WINDOW_HOURS:
            return int(hours * HOUR_US)
    problems.append((field, f"must be a number of hours from 0 to {_LONGEST_WINDOW_HOURS}"))
    return default_us


def _contacts(value: object, problems: Problems) -> ContactRules:
    if value is None:
        return USUAL_CONTACTS
    if not isinstance(value, Mapping):
        problems.append(("repeat_contacts", "must be an object"))
        return USUAL_CONTACTS
    days, channels = value.get("days", 7), value.get("channels")
    reason, across = value.get("reason", "form"), value.get("across_sources", False)
    for field, is_sound, message in (
        ("days", type(days) is int and 1 <= days <= _MOST_CONTACT_DAYS, f"must be 1 to {_MOST_CONTACT_DAYS} days"),
        ("channels", _is_channels(channels), "must be a list of channels, or null"),
        ("reason", reason in ("form", "group", "none"), "must be form, group or none"),
        ("across_sources", isinstance(across, bool), "must be true or false"),
    ):
        if not is_sound:
            problems.append((f"repeat_contacts.{field}", message))
            return USUAL_CONTACTS
    counted = None if channels is None else frozenset(channels)
    sessions = _sessions(value.get("sessions"), problems)
    return ContactRules(days * DAY_US, counted, None if reason == "none" else reason, across, sessions)


def _sessions(value: object, problems: Problems) -> SessionRules | None:
    path = "repeat_contacts.sessions"
    if value is None:
        return None
    if not isinstance(value, Mapping):
        problems.append((path, "must be an object"))
        return None
    channels, minutes = value.get("channels"), value.get("silence_minutes")
    if not channels or not isinstance(channels, list) or not _is_channels(channels):
        problems.append((f"{path}.channels", "must be a list of channels"))
        return None
    if type(minutes) is not int or not 1 <= minutes <= _MOST_SILENCE_MINUTES:
        problems.append((f"{path}.silence_minutes", f"must be 1 to {_MOST_SILENCE_MINUTES} minutes"))
        return None
    return SessionRules(frozenset(channels), minutes * 60 * SECOND_US)


def _is_channels(value: object) -> bool:
    return value is None or (isinstance(value, list) and all(isinstance(one, str) and one for one in value))


def _shortest_silences(versions: Iterable[TermsVersion]) -> dict[str, int]:
    shortest: dict[str, int] = {}
    for version in versions:
        sessions = version.contacts.sessions
        if sessions is not None:
            for channel in sessions.channels:
                shortest[channel] = min(shortest.get(channel, _FOREVER_US), sessions.silence_us)
    return shortest


NO_PARAMETERS = Parameters()
USUAL_CONTACTS = ContactRules()

_Piece = tuple[int, int, BusinessClock]


class Terms:
    """All versions of a contract's terms that are known, ready to answer what was in force when."""

    __slots__ = ("_names", "_pieces", "_ruling", "_starts", "dimension_names", "session_silences_us", "versions")

    def __init__(self, versions: Iterable[TermsVersion] = ()) -> None:
        self.versions = tuple(sorted(versions, key=lambda item: (item.valid_from_us, item.recorded_at_us, item.id)))
        # Of the versions valid from the same instant, the last recorded one rules.
        ruling = {version.valid_from_us: version for version in self.versions}
        self._starts = list(ruling)
        self._ruling = list(ruling.values())
        self._pieces: dict[str, list[_Piece]] = {}
        for version, until_us in zip(self._ruling, [*self._starts[1:], _FOREVER_US], strict=False):
            for name, schedule in version.schedules.items():
                self._pieces.setdefault(name, []).append((version.valid_from_us, until_us, clock_of(schedule)))
        self.dimension_names: tuple[Name, ...] = tuple(
            sorted({dimension.name for version in self.versions for dimension in version.dimensions})
        )
        self.session_silences_us = _shortest_silences(self._ruling)
        """By channel, the shortest silence that begins a session under any version; empty where none declares them."""
        # Names visible from each start on, gathered once: rows ask for them at every evaluation.
        self._names: list[tuple[str, ...]] = []
        for start_us in self._starts:
            known = {name for item in self.versions if item.valid_from_us <= start_us for name in item.schedules}
            self._names.append(tuple(sorted(known)))

    def known_at(self, instant_us: int) -> "Terms":
        """The terms as they were known at an instant: only versions recorded by then."""
        if all(version.recorded_at_us <= instant_us for version in self.versions):
            return self
        return Terms(version for version in self.versions if version.recorded_at_us <= instant_us)

    def in_force(self, instant_us: int) -> TermsVersion | None:
        """The version in force at an instant; None before the first one."""
        index = bisect_right(self._starts, instant_us) - 1
        return self._ruling[index] if index >= 0 else None

    def in_force_during(self, from_us: int, until_us: int) -> tuple[TermsVersion, ...]:
        """The versions in force at some instant of [from, until), in order."""
        first, last = bisect_right(self._starts, from_us), bisect_left(self._starts, until_us)
        return tuple(self._ruling[max(first - 1, 0) : last])

    def reopen_window_us(self, instant_us: int) -> int:
        """How long after a solve at that instant a reopen still belongs to it."""
        version = self.in_force(instant_us)
        return DEFAULT_REOPEN_WINDOW_US if version is None else version.reopen_window_us

    def parameters(self, instant_us: int) -> Parameters:
        """What is said of figures at an instant; the defaults before the first version."""
        version = self.in_force(instant_us)
        return NO_PARAMETERS if version is None else version.parameters

    @property
    def asks_for_time_heard(self) -> bool:
        """Whether a version judges by the silences of sources."""
        return any(version.parameters.minimum_time_heard is not None for version in self.versions)

    def contact_rules(self, created_us: int) -> ContactRules:
        """What makes a repetition of a contact that began at an instant; the defaults before the first version."""
        version = self.in_force(created_us)
        return USUAL_CONTACTS if version is None else version.contacts

    def dimensions(self, created_us: int) -> tuple[Dimension, ...]:
        """The dimensions of a ticket created at an instant; none before the first version."""
        version = self.in_force(created_us)
        return () if version is None else version.dimensions

    @property
    def longest_contact_window_us(self) -> int:
        """How far apart two contacts may be, and one still decide of the other."""
        return max(USUAL_CONTACTS.window_us, *(version.contacts.window_us for version in self.versions), 0)

    def schedule_names(self, as_of_us: int) -> tuple[str, ...]:
        """The schedules of every version valid by that instant, sorted."""
        index = bisect_right(self._starts, as_of_us) - 1
        return self._names[index] if index >= 0 else ()

    def elapsed(self, schedule: str | None, a_us: int, b_us: int) -> int:
        """Microseconds of [a, b) in a schedule, summed over the versions in force; calendar time when it is None."""
        if b_us <= a_us:
            return 0
        if schedule is None:
            return b_us - a_us
        total = 0
        for from_us, until_us, clock in self._pieces.get(schedule, ()):
            low, high = max(a_us, from_us), min(b_us, until_us)
            if low < high:
                total += clock.elapsed(low, high)
        return total

    def advance(self, schedule: str | None, start_us: int, amount_us: int) -> int | None:
        """The earliest instant at which `elapsed` from the start reaches the amount; None when not in five years."""
        if schedule is None or amount_us <= 0:
            return start_us + max(amount_us, 0)
        left_us = amount_us
        for from_us, until_us, clock in self._pieces.get(schedule, ()):
            low = max(start_us, from_us)
            if low >= until_us:
                continue
            high = min(until_us, low + FURTHEST_US)
            available_us = clock.elapsed(low, high) if until_us < _FOREVER_US else left_us
            if left_us <= available_us:
                return clock.advance(low, left_us)
            left_us -= available_us
        return None
