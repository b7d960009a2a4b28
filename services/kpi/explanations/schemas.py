"""What crosses HTTP about explanations."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from services.common.instants import Instant
from services.kpi.dimensions.rules import Attribute, Name
from services.kpi.explanations.example import EXAMPLE
from services.kpi.figures.schemas import Class, Direction, FigureOut, Verdict
from services.kpi.staff.rules import HandledBy
from services.kpi.terms.delays import Owner


class Words(BaseModel):
    """The same in both languages."""

    fr: str
    en: str


class FormulaOut(BaseModel):
    """How the indicator is made, in words."""

    text: Words
    numerator: Words
    denominator: Words
    reference_event: Words
    source: str = Field(description="The definition of the contract vocabulary.")


class ObjectiveOut(BaseModel):
    """The objective that the commitment serves."""

    id: str
    statement: str


class CommitmentOut(BaseModel):
    """The version of the commitment that judged."""

    model_config = ConfigDict(validate_by_name=True, serialize_by_alias=True)

    id: str
    clause: str
    target: str
    tolerance: str
    direction: Direction
    class_: Class = Field(alias="class")
    weight: str | None
    objective: ObjectiveOut | None
    valid_from: Instant
    recorded_at: Instant


class DelaysOut(BaseModel):
    """Promised delays."""

    schedule: str | None
    first_response_target_seconds: int | None
    resolution_target_seconds: int | None
    resolution_schedule: str | None = Field(description="Where the resolution counts in another schedule.")


class PriorityDelaysOut(DelaysOut):
    """What is promised to tickets of some priorities instead."""

    names: list[str] = Field(description="In lower case.")


class SlaOut(DelaysOut):
    """The general delays, and those of priorities that have their own."""

    priorities: list[PriorityDelaysOut]


class ClocksOut(BaseModel):
    """Whose time it is while a ticket waits, and whose time each promise does not count."""

    pending: Owner
    hold: Owner
    hold_reasons: dict[str, Owner]
    first_response_stops: list[Owner]
    resolution_stops: list[Owner]
    time_leaves_out: list[Owner] = Field(description="Of `ttr_contractual`.")


class TimesOut(BaseModel):
    """Unsolved time in whole seconds, by whose it was: the four add up to `total_s`.

    New and open are the provider's time; of pending and hold the contract says whose.
    """

    sous_traitant_s: int
    donneur_ordre_s: int
    customer_s: int
    third_party_s: int
    total_s: int


class SessionsOut(BaseModel):
    """Where a customer who writes on a ticket again after more than that silence begins another contact."""

    channels: list[str]
    silence_minutes: int


class RepeatContactsOut(BaseModel):
    """When a contact repeats another."""

    days: int
    channels: list[str] | None = Field(description="Null: all of them.")
    reason: Literal["form", "group", "none"]
    across_sources: bool
    sessions: SessionsOut | None = Field(
        default=None, description="Left out where each ticket is one contact, as without such an agreement."
    )


class DimensionOut(BaseModel):
    """What tells the value of a ticket in a dimension; `values`: shown value by told text, null: the told text."""

    attribute: Attribute
    values: dict[str, str] | None


class TermsOut(BaseModel):
    """A version of the terms that was in force in the period."""

    id: str
    valid_from: Instant
    recorded_at: Instant
    reopen_window_hours: str
    repeat_contacts: RepeatContactsOut
    dimensions: dict[Name, DimensionOut] = Field(description="By what figures are also told.")
    sla: SlaOut | None
    clocks: ClocksOut


class CalendarOut(BaseModel):
    """The period on the clock, and the schedule that the indicator counts in, if it does."""

    model_config = ConfigDict(validate_by_name=True, serialize_by_alias=True)

    zone: str
    from_: Instant = Field(alias="from")
    to: Instant
    schedule: str | None
    working_seconds: int | None = Field(description="Of the schedule within the period.")
    holidays: list[str]


class HeardOut(BaseModel):
    """What makes the figures of a period incomplete, where the contract says so."""

    silent_s: int = Field(
        description="Time in which a source was silent without explanation; 0 where the contract does not judge by it."
    )
    elapsed_s: int = Field(description="Time of the period so far.")
    minimum_time_heard: str | None = Field(description="Share of the time without such silences.")
    minimum_data_completeness: str | None = Field(description="Share of tickets whose creation came.")


class CountsIn(BaseModel):
    """Tickets that count."""

    numerator: int
    denominator: int
    pending: int
    tickets: int | None = Field(
        default=None,
        description="Told where tickets are several contacts each: they count more often than they are.",
    )


class CountsOut(BaseModel):
    """Tickets that do not count, for one reason."""

    reason: str
    tickets: int


class Counts(BaseModel):
    """The population of the figure, split: `in.denominator` and all `out` add up to `recomputed.tickets_read`.

    The population: tickets created in the period (or first heard of in it, while their creation is missing), and those
    that count in it, or a session of which began in it, though created before. Where tickets are several contacts each
    it is `in.tickets` that adds up with `out`: those of which no contact counts.
    """

    model_config = ConfigDict(validate_by_name=True, serialize_by_alias=True)

    in_: CountsIn = Field(alias="in")
    out: list[CountsOut]


class Recomputed(BaseModel):
    """The figure made anew from the stored events of its population, not from the rollups."""

    value: str | None
    numerator: int | None
    denominator: int | None
    tickets_read: int
    equal: bool = Field(description="Whether it came out as the figure says; compared, never assumed.")


class VersionOut(BaseModel):
    """A published version of the figure."""

    version: int
    published_at: Instant
    value: str | None
    verdict: Verdict


class EventOut(BaseModel):
    """A stored event of a ticket, in the order that counts; never free text nor contact data."""

    kind: str
    effective_at: Instant
    received_at: Instant
    recorded_at: Instant
    delivery_id: str
    origin: str = Field(
        description=(
            "`live`, `replay`, `held`, `import`: told by a ticket export, or `feedback`: an answer that feedback"
            " received, `delivery_id` being its id."
        )
    )


class ContactOut(BaseModel):
    """Another contact of the same customer."""

    source_id: str
    ticket_id: str
    created_at: Instant = Field(description="When it began: of a later session with its first message.")


class HandledOut(BaseModel):
    """How many tickets the agents of one side alone answered publicly so far, those of both, and nobody's."""

    sous_traitant: int
    donneur_ordre: int
    both: int
    nobody: int


class SessionOut(BaseModel):
    """One of several contacts that a ticket is: the first begins with its creation, a later one with a message."""

    began_at: Instant
    counted: Literal["in", "out"]
    reason: str | None = Field(description="Why it is out.")
    in_numerator: bool | None
    pending: bool
    repeats: ContactOut | None
    repeated_by: ContactOut | None


class CountedTicket(BaseModel):
    """One ticket of the population."""

    source_id: str
    ticket_id: str
    counted: Literal["in", "out"]
    reason: str | None = Field(description="Why it is out.")
    in_numerator: bool | None = Field(description="Null where the indicator has no such split.")
    value_s: int | None = Field(description="Of durations.")
    answer: Literal["promoter", "passive", "detractor", "satisfied", "dissatisfied"] | None = Field(
        description="Of surveys."
    )
    pending: bool
    reference_at: Instant | None
    repeats: ContactOut | None = Field(
        description="Of `fcr_observed` and `repeat_rate`: the nearest contact before it that it repeats."
    )
    repeated_by: ContactOut | None = Field(
        description="Of the same: the nearest contact after it within N days, which makes a first contact fail."
    )
    priority: str | None = Field(description="At its creation; it chooses the promised delays.")
    times: TimesOut | None
    handled_by: HandledBy | None = Field(description="Whose agents wrote its public messages so far; null without one.")
    events: list[EventOut]
    sessions: list[SessionOut] | None = Field(
        default=None,
        description="Of `fcr_observed` and `repeat_rate`, of a ticket that is several contacts: those that began in the"
        " period, each of which counts by itself. What the ticket says is then true of one of them, the first that"
        " counts. Left out of every other.",
    )


class CountedTickets(BaseModel):
    """A page of the population, by ticket id."""

    items: list[CountedTicket]
    next_cursor: str | None


class ExplanationOut(BaseModel):
    """What a figure is made of, down to the events."""

    model_config = ConfigDict(json_schema_extra={"examples": [EXAMPLE]})

    figure: FigureOut
    formula: FormulaOut
    commitment: CommitmentOut | None
    terms: list[TermsOut]
    calendar: CalendarOut
    counts: Counts
    heard: HeardOut
    times: TimesOut | None = Field(
        description="Of the tickets that count, added up; null where none of them is a ticket that was worked on."
    )
    handled: HandledOut | None = Field(
        description="Of the tickets that count; null where nothing tells the donneur d'ordre's own staff apart."
    )
    recomputed: Recomputed
    versions: list[VersionOut]
    tickets: CountedTickets
