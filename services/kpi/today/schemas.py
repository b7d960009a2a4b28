"""What crosses HTTP about the day of the provider's team: counts and tickets, nobody."""

from datetime import date
from typing import Literal

from pydantic import BaseModel, Field

from services.common.instants import Instant
from services.kpi.figures.schemas import FigureOut


class HalfHourOut(BaseModel):
    """Half an hour of the local day."""

    starts_at: Instant
    created: int
    first_responses: int = Field(description="First public messages of a human agent (D6).")
    solved: int = Field(description="Steps out of the stock of open tickets.")
    reopened: int = Field(description="Steps back into it.")
    due_first_response: int = Field(description="Open tickets that break the promise in it unless they are answered.")
    due_resolution: int = Field(description="The same of the resolution.")


class OpenOut(BaseModel):
    """Open tickets by status."""

    new: int
    open: int
    pending: int
    hold: int


class OverdueOut(BaseModel):
    """Open tickets whose promise is broken already."""

    first_response: int
    resolution: int


class DueOut(BaseModel):
    """A promise of an open ticket that breaks today unless something happens before."""

    at: Instant = Field(description="One second after the promised delay is used up, if the clock runs on.")
    source_id: str
    ticket_id: str
    promise: Literal["first_response", "resolution"]
    priority: str | None


class DueList(BaseModel):
    """A page of them, soonest first."""

    items: list[DueOut]
    next_cursor: str | None


class OutlookOut(BaseModel):
    """What the rest of the day must bring for the commitment to be met on the whole day."""

    remaining: int = Field(
        description="Judgements still to come: what the weekday usually brings beyond those so far, and at least `due`."
    )
    rate_needed: str | None = Field(
        description="Share of them to keep, four decimals, rounded up: (T(m+R) - k)/R. Above 1: lost; 0 or less: won."
    )
    may_miss: int = Field(description="How many of them may be missed; below zero: too many were already.")


class GoalOut(BaseModel):
    """A promise of today so far, against its commitment."""

    figure: FigureOut = Field(description="Of the day so far, as `GET .../figures?period=<day>` tells it.")
    usual: int | None = Field(
        description="Judgements on the same weekday: trimmed mean of eight weeks; null from less than two."
    )
    outlook: OutlookOut | None = Field(description="Null without a commitment in force.")


class BoardOut(BaseModel):
    """The day counted by ticket."""

    half_hours: list[HalfHourOut] = Field(description="All of the day: 46 or 50 on the days on which clocks change.")
    open: OpenOut
    overdue: OverdueOut
    due: DueList


class TodayOut(BaseModel):
    """The local day of the contract so far, of the whole team: no person, no pseudonym, no ranking."""

    as_of: Instant
    zone: str
    day: date
    board: BoardOut | None = Field(
        description="Null where more than 20,000 tickets are open or were touched today: then only `goals` are told."
    )
    goals: list[GoalOut]
