"""The delays that a contract promises: to which priority, in which schedule, and whose time they count."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate, pairwise
from typing import Literal, get_args

import msgspec

from services.kpi.calendars.instants import SECOND_US
from services.kpi.calendars.schedules import Problems

Owner = Literal["sous_traitant", "donneur_ordre", "customer", "third_party"]
"""Whose time it is while a ticket is not solved."""
OWNERS: tuple[Owner, ...] = get_args(Owner)
_LONGEST_TARGET_S = 5 * 366 * 86_400


class Clocks(msgspec.Struct, frozen=True):
    """Whose time each status is, and whose time stops a clock; without other words as D9 has it.

    New and open are the provider's. `hold_reasons`: what a ticket on hold waits for, in lower case; a hold for another
    reason, or for none, is `hold`'s. `time_leaves_out`: what the contractual resolution time does not count.
    """

    pending: Owner = "customer"
    hold: Owner = "third_party"
    hold_reasons: dict[str, Owner] = {}
    first_response_stops: frozenset[Owner] = frozenset()
    resolution_stops: frozenset[Owner] = frozenset({"customer"})
    time_leaves_out: frozenset[Owner] = frozenset()

    def owner(self, status: str, reason: str | None) -> Owner:
        """Whose time a stretch of a status is."""
        if status == "pending":
            return self.pending
        if status == "hold":
            return self.hold if reason is None else self.hold_reasons.get(reason.casefold(), self.hold)
        return "sous_traitant"


USUAL_CLOCKS = Clocks()


class Sla(msgspec.Struct, frozen=True):
    """Promised delays in seconds; counted in the named schedule, or in calendar time without one.

    `resolution_schedule`: where the resolution counts in another one. `priorities`: what is promised instead, whole, to
    tickets of a priority, by its name in lower case.
    """

    schedule: str | None = None
    first_response_target_s: int | None = None
    resolution_target_s: int | None = None
    resolution_schedule: str | None = None
    priorities: dict[str, "Sla"] = {}

    def of(self, priority: str | None) -> "Sla":
        """What is promised to a ticket of that priority."""
        return self if priority is None else self.priorities.get(priority.casefold(), self)

    @property
    def counts_resolution_in(self) -> str | None:
        """The schedule of the resolution."""
        return self.resolution_schedule or self.schedule


def in_seconds(times_us: Iterable[int]) -> list[int]:
    """Whole seconds that sum to the floor of the whole (D14), each within a second of its own exact time."""
    sums = [0, *(total_us // SECOND_US for total_us in accumulate(times_us))]
    return [after - before for before, after in pairwise(sums)]


def parse_clocks(value: object, problems: Problems) -> Clocks:
    """The `clocks` of a parameters document."""
    if value is None:
        return USUAL_CLOCKS
    if not isinstance(value, Mapping):
        problems.append(("clocks", "must be an object"))
        return USUAL_CLOCKS
    reasons = value.get("hold_reasons", {})
    if not isinstance(reasons, Mapping):
        problems.append(("clocks.hold_reasons", "must be an object of reasons"))
        reasons = {}
    usual = USUAL_CLOCKS
    return Clocks(
        _owner(value.get("pending", usual.pending), "clocks.pending", problems),
        _owner(value.get("hold", usual.hold), "clocks.hold", problems),
        {
            str(reason).casefold(): _owner(owner, f"clocks.hold_reasons.{reason}", problems)
            for reason, owner in reasons.items()
        },
        *(
            _owners(value.get(field), f"clocks.{field}", default, problems)
            for field, default in (
                ("first_response_stops", usual.first_response_stops),
                ("resolution_stops", usual.resolution_stops),
                ("time_leaves_out", usual.time_leaves_out),
            )
        ),
    )


def parse_sla(value: object, schedules: Mapping[str, object], problems: Problems) -> Sla | None:
    """The `sla` of a parameters document."""
    if value is None:
        return None
    if not isinstance(value, Mapping):
        problems.append(("sla", "must be an object"))
        return None
    general = _delays(value, "sla", schedules, problems)
    told = value.get("priorities", [])
    if not isinstance(told, list) or not all(isinstance(one, Mapping) for one in told):
        problems.append(("sla.priorities", "must be a list of objects"))
        return general
    priorities: dict[str, Sla] = {}
    for index, one in enumerate(told):
        path = f"sla.priorities.{index}"
        delays = _delays(one, path, schedules, problems)
        for name in _names(one.get("names"), f"{path}.names", problems):
            if name in priorities:
                problems.append((f"{path}.names", "must not name a priority twice"))
            priorities[name] = delays
    return msgspec.structs.replace(general, priorities=priorities)


def _delays(value: Mapping[str, object], path: str, schedules: Mapping[str, object], problems: Problems) -> Sla:
    return Sla(
        _schedule(value.get("schedule"), f"{path}.schedule", schedules, problems),
        _target(value.get("first_response_target_seconds"), f"{path}.first_response_target_seconds", problems),
        _target(value.get("resolution_target_seconds"), f"{path}.resolution_target_seconds", problems),
        _schedule(value.get("resolution_schedule"), f"{path}.resolution_schedule", schedules, problems),
    )


def _schedule(name: object, path: str, schedules: Mapping[str, object], problems: Problems) -> str | None:
    if name is None or (isinstance(name, str) and name in schedules):
        return name
    problems.append((path, "must be the name of one of the schedules"))
    return None


def _names(value: object, path: str, problems: Problems) -> Iterator[str]:
    if not isinstance(value, list) or not value or not all(isinstance(name, str) and name for name in value):
        problems.append((path, "must be a list of names"))
        return
    yield from dict.fromkeys(name.casefold() for name in value)


def _target(value: object, path: str, problems: Problems) -> int | None:
    if value is None:
        return None
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _LONGEST_TARGET_S:
        return value
    problems.append((path, f"must be a whole number of seconds from 0 to {_LONGEST_TARGET_S}"))
    return None


def _owner(value: object, path: str, problems: Problems) -> Owner:
    for owner in OWNERS:
        if value == owner:
            return owner
    problems.append((path, f"must be one of {', '.join(OWNERS)}"))
    return "sous_traitant"


def _owners(value: object, path: str, default: frozenset[Owner], problems: Problems) -> frozenset[Owner]:
    if value is None:
        return default
    if not isinstance(value, list):
        problems.append((path, f"must be a list of some of {', '.join(OWNERS)}"))
        return default
    return frozenset(_owner(one, path, problems) for one in value)
