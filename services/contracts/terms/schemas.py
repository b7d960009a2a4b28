"""Bodies of a contract's parameters."""

import re
from decimal import Decimal
from typing import Annotated, Any, Literal, Self
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Discriminator, Field, Tag, model_validator
from pydantic.config import JsonDict

from services.common.instants import Instant
from services.common.schemas import RequestBody
from services.contracts.authors import Author, VersionState
from services.contracts.fields import Amount, DayText, Line, Passage, StatedInstant, ZoneName
from services.contracts.terms import rules
from services.contracts.terms.delays import Clocks, Sla

LONGEST_WINDOW_HOURS = 24 * 366
LARGEST_SAMPLE = 1_000_000
MOST_DIMENSION_VALUES = 500
MOST_CONTACT_DAYS = 366
MOST_SILENCE_MINUTES = 30 * 24 * 60

_TIME_OF_DAY = re.compile(r"([01]\d|2[0-3]):[0-5]\d|24:00", re.ASCII)


def _time_of_day(text: str) -> str:
    if not _TIME_OF_DAY.fullmatch(text):
        raise ValueError('must be a time of day "HH:MM", from "00:00" to "24:00"')
    return text


def _starts_within_day(interval: tuple[str, str]) -> tuple[str, str]:
    if interval[0] == "24:00":
        raise ValueError("24:00 can only end an interval")
    return interval


def _apart(intervals: list[tuple[str, str]]) -> list[tuple[str, str]]:
    if rules.overlap(intervals):
        raise ValueError("must not overlap (one that passes midnight counts on both sides of it)")
    return intervals


def _each_once(days: list[int]) -> list[int]:
    if len(set(days)) < len(days):
        raise ValueError("must name each day once")
    return days


def _holiday_kind(value: Any) -> str:
    return "own_hours" if isinstance(value, dict | OwnHours) else "closed"


TimeOfDay = Annotated[str, AfterValidator(_time_of_day)]
Interval = Annotated[tuple[TimeOfDay, TimeOfDay], AfterValidator(_starts_within_day)]
Intervals = Annotated[list[Interval], Field(max_length=48), AfterValidator(_apart)]
Weekday = Annotated[int, Field(strict=True, ge=0, le=6)]
Share = Annotated[Amount, Field(ge=Decimal(0), le=Decimal(1))]
GraceHours = Annotated[int, Field(strict=True, ge=0, le=LONGEST_WINDOW_HOURS)]
SampleSize = Annotated[int, Field(strict=True, ge=0, le=LARGEST_SAMPLE)]
DimensionName = Literal["channel", "site", "country", "queue", "lot", "reason", "priority", "tag", "handled"]
DimensionAttribute = Literal["channel", "group", "brand", "form", "priority", "tag", "handled_by"]


def _not_the_rest(shown: str) -> str:
    if shown == "*":
        raise ValueError('must not be "*": that is what everything not named is counted under')
    return shown


ShownValue = Annotated[Line, Field(max_length=120), AfterValidator(_not_the_rest)]


class OwnHours(RequestBody):
    """A date with hours of its own; none means closed."""

    date: DayText
    intervals: Intervals


Holiday = Annotated[
    Annotated[DayText, Tag("closed")] | Annotated[OwnHours, Tag("own_hours")], Discriminator(_holiday_kind)
]


def _date_once(holidays: list[DayText | OwnHours]) -> list[DayText | OwnHours]:
    dates = [holiday.date if isinstance(holiday, OwnHours) else holiday for holiday in holidays]
    if len(set(dates)) < len(dates):
        raise ValueError("must name each date once")
    return holidays


class Schedule(RequestBody):
    """Opening hours in the local time of a zone. Days: 0 is Monday. An end at or before its start passes midnight."""

    tz: ZoneName
    days: Annotated[list[Weekday], AfterValidator(_each_once)]
    intervals: Intervals
    holidays: Annotated[list[Holiday], Field(max_length=2_000), AfterValidator(_date_once)] = Field(
        default_factory=list
    )


def _channel_once(channels: list[str]) -> list[str]:
    if len(set(channels)) < len(channels):
        raise ValueError("must name each channel once")
    return channels


class Sessions(RequestBody):
    """Where one ticket may be several contacts: on these channels, a message of the customer that comes more than so
    many minutes after the last public message of anybody begins the next one.
    """

    channels: Annotated[list[Line], Field(min_length=1, max_length=100), AfterValidator(_channel_once)]
    silence_minutes: Annotated[int, Field(strict=True, ge=1, le=MOST_SILENCE_MINUTES)]


class RepeatContacts(RequestBody):
    """When a contact repeats another of the same customer: for `fcr_observed` and `repeat_rate`.

    `days`: N, of 24 hours each. `channels`: the only ones that count, as the tools write them; null: all of them.
    `reason`: what tells why the customer came, the form or the group of the ticket at its creation; it must be the same
    where both tickets tell one (`none`: it need not be). `across_sources`: whether one name of a customer means one
    person in all sources of the contract, or in each source for itself. `sessions`: where one ticket may be several
    contacts; null: nowhere.
    """

    days: Annotated[int, Field(strict=True, ge=1, le=MOST_CONTACT_DAYS)] = 7
    channels: Annotated[list[Line], Field(max_length=100)] | None = None
    reason: Literal["form", "group", "none"] = "form"
    across_sources: Annotated[bool, Field(strict=True)] = False
    sessions: Sessions | None = None

    @model_validator(mode="after")
    def _count_their_channels(self) -> Self:
        if (
            self.sessions is not None
            and self.channels is not None
            and not {*self.sessions.channels} <= {*self.channels}
        ):
            raise ValueError("must count every channel on which it counts sessions")
        return self


class Dimension(RequestBody):
    """What tells the value of a ticket in a dimension: an attribute of it, as it was at its creation.

    `handled_by` is told by the messages so far: `sous_traitant`, `donneur_ordre`, `both` or `nobody`.

    `values`: the value to show by the text that the tools tell (so a site may be made of several groups); null: the
    told text itself. Of tags only those named count, and a ticket may have several of them.
    """

    attribute: DimensionAttribute
    values: Annotated[dict[Line, ShownValue], Field(min_length=1, max_length=MOST_DIMENSION_VALUES)] | None = None

    @model_validator(mode="after")
    def _name_the_tags(self) -> Self:
        if self.attribute == "tag" and self.values is None:
            raise ValueError("must name the values where the attribute is the tag")
        return self


_EXAMPLE: JsonDict = {
    "valid_from": "2026-10-01T00:00:00+02:00",
    "schedules": {
        "office": {
            "tz": "Europe/Paris",
            "days": [0, 1, 2, 3, 4],
            "intervals": [["09:00", "18:00"]],
            "holidays": ["2026-12-25", {"date": "2026-12-24", "intervals": [["09:00", "13:00"]]}],
        }
    },
    "reopen_window_hours": 168,
    "sla": {
        "schedule": "office",
        "first_response_target_seconds": 3600,
        "resolution_target_seconds": 28800,
        "resolution_schedule": None,
        "priorities": [
            {
                "names": ["urgent"],
                "schedule": None,
                "first_response_target_seconds": 900,
                "resolution_target_seconds": 14400,
                "resolution_schedule": None,
            }
        ],
    },
    "clocks": {
        "pending": "customer",
        "hold": "third_party",
        "hold_reasons": {"attente siège": "donneur_ordre"},
        "first_response_stops": [],
        "resolution_stops": ["customer", "donneur_ordre"],
        "time_leaves_out": [],
    },
    "late_grace_hours": 72,
    "minimum_sample_size": 10,
    "minimum_data_completeness": "0.98",
    "minimum_time_heard": "0.95",
    "repeat_contacts": {
        "days": 7,
        "channels": None,
        "reason": "form",
        "across_sources": False,
        "sessions": {"channels": ["chat", "whatsapp"], "silence_minutes": 1440},
    },
    "dimensions": {
        "channel": {"attribute": "channel", "values": None},
        "site": {"attribute": "group", "values": {"Lyon N1": "Lyon", "Lyon N2": "Lyon", "Tunis N1": "Tunis"}},
    },
}


Dimensions = dict[DimensionName, Dimension]


class Parameters(RequestBody):
    """The parameters of a contract from an instant on."""

    model_config = ConfigDict(json_schema_extra={"examples": [_EXAMPLE]})

    valid_from: StatedInstant
    schedules: Annotated[dict[Line, Schedule], Field(max_length=50)]
    reopen_window_hours: Annotated[int, Field(strict=True, gt=0, le=LONGEST_WINDOW_HOURS)] = 168
    sla: Sla | None = None
    late_grace_hours: GraceHours = 72
    """How long after its end a period stays provisional, because events may come late."""
    minimum_sample_size: SampleSize = 10
    """Fewer answers than that carry no verdict."""
    minimum_data_completeness: Share | None = None
    """The share of complete data below which the figures of a period are incomplete; null: never."""
    minimum_time_heard: Share | None = None
    """The share of a period's time in which no source was silent without explanation, below which its figures are
    incomplete; null: never."""
    repeat_contacts: RepeatContacts | None = None
    """When a contact repeats another; null: within 7 days, on any channel, with the same form where both tell one."""
    clocks: Clocks | None = None
    """Whose time stops the clocks; null: the customer's stops the resolution's, and nobody's the first response's."""
    dimensions: Dimensions | None = None
    """By what figures are also told: channel, site, country and so on; null: by none."""

    comment: Passage | None = None
    """Read by both parties; no part of what is accepted."""

    def body(self) -> dict[str, Any]:
        """Everything but the instant and the comment, as it is kept and handed on."""
        told = self.model_dump(mode="json", exclude={"valid_from", "comment"})
        if self.sla is not None:
            told["sla"] = self.sla.body()
        # Not said it is not written: texts of before it could be said keep their digest.
        for name in ("repeat_contacts", "clocks", "minimum_time_heard"):
            if getattr(self, name) is None:
                del told[name]
        if self.repeat_contacts is not None and self.repeat_contacts.sessions is None:
            del told["repeat_contacts"]["sessions"]
        if not self.dimensions:
            del told["dimensions"]
        return told

    def unknown_schedules(self) -> list[str]:
        """The fields that name a schedule which is not among those of the text."""
        if self.sla is None:
            return []
        named = {f"sla.{field}": name for field, name in self.sla.schedules().items()}
        for index, one in enumerate(self.sla.priorities):
            named |= {f"sla.priorities.{index}.{field}": name for field, name in one.schedules().items()}
        return [field for field, name in named.items() if name is not None and name not in self.schedules]


class VersionView(BaseModel):
    """One version of the parameters."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": "0197f3b1-2c3d-7e4f-8a5b-6c7d8e9f0a05",
                    "contract_id": "0197f3b0-1a2b-7c3d-8e4f-5a6b7c8d9e04",
                    "recorded_at": "2026-09-15T08:05:00.123456Z",
                    "state": "in_force",
                    "author": {"side": "donneur_ordre", "name": "Claire Morel"},
                    "written_at": "2026-09-15T08:05:00.123456Z",
                    "comment": "Convenu en comité du 15 septembre.",
                    "digest": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                    **_EXAMPLE,
                    "valid_from": "2026-09-30T22:00:00Z",
                }
            ]
        },
    )

    id: UUID
    contract_id: UUID
    valid_from: Instant
    recorded_at: Instant | None
    """When it came into force; null while it is only proposed."""
    state: VersionState
    digest: str
    author: Author
    written_at: Instant | None
    comment: str | None
    schedules: dict[str, Schedule]
    reopen_window_hours: int
    sla: Sla | None
    # Versions written before these existed go by the defaults.
    late_grace_hours: int = 72
    minimum_sample_size: int = 10
    minimum_data_completeness: Amount | None = None
    minimum_time_heard: Amount | None = None
    repeat_contacts: RepeatContacts | None = None
    clocks: Clocks | None = None
    dimensions: Dimensions | None = None
