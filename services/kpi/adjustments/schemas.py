"""What crosses HTTP about adjustments."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic.config import JsonDict

from services.common.instants import Instant
from services.kpi.adjustments.rules import Cause
from services.kpi.explanations.schemas import EventOut
from services.kpi.figures.rules.indicators import Unit, Variant
from services.kpi.figures.schemas import Verdict

_BEFORE: JsonDict = {
    "version": 3, "published_at": "2026-11-04T10:15:00.482913Z", "value": "0.7190", "numerator": 1438,
    "denominator": 2000, "target": "0.7200", "verdict": "met_within_tolerance",
}  # fmt: skip
_AFTER: JsonDict = {
    "version": 4, "published_at": "2026-11-05T08:00:12.104217Z", "value": "0.7186", "numerator": 1438,
    "denominator": 2001, "target": "0.7200", "verdict": "met_within_tolerance",
}  # fmt: skip
_LINE: JsonDict = {
    "figure_id": "AZnDoH0ufBGai1sfDTwuSmZjcl90aWNrZXQuLjIwMjYtMTA",
    "indicator": "fcr_ticket",
    "variant": None,
    "unit": "ratio",
    "period": "2026-10",
    "before": _BEFORE,
    "after": _AFTER,
    "differences": ["value", "denominator", "sample_size"],
}


class VersionValueOut(BaseModel):
    """What one version told."""

    version: int
    published_at: Instant
    value: str | None
    numerator: int | None
    denominator: int | None
    target: str | None
    verdict: Verdict


class AdjustmentLineOut(BaseModel):
    """A version of a figure of a period that was over, telling something else than the version before it."""

    model_config = ConfigDict(json_schema_extra={"examples": [_LINE]})

    figure_id: str
    indicator: str
    variant: Variant | None
    unit: Unit
    period: str
    before: VersionValueOut
    after: VersionValueOut
    differences: list[str] = Field(description="The parts of the figure that differ.")


class SessionsCounted(BaseModel):
    """Of a ticket that is several contacts: how many of them count, and how many of those above the line."""

    numerator: int
    denominator: int


class CountedOut(BaseModel):
    """How a version counted the ticket."""

    counted: Literal["in", "out"]
    reason: str | None
    in_numerator: bool | None
    value_s: int | None
    answer: str | None
    sessions: SessionsCounted | None = Field(
        default=None, description="Of a ticket that is several contacts; left out of every other."
    )


class MovedTicketOut(BaseModel):
    """A ticket that counts otherwise: before and after, why, and the events recorded in between."""

    source_id: str
    ticket_id: str
    before: CountedOut | None = Field(description="Null: the figure did not speak of it.")
    after: CountedOut | None
    cause: Cause = Field(
        description="`events`: its own, recorded in between; `undone`: a load of an export, undone in between;"
        " `neighbour`: another contact of its customer; `terms`: parameters or scopes recorded in between; `time`: a"
        " window or a due instant that passed."
    )
    events: list[EventOut]


class CauseOut(BaseModel):
    """How many tickets moved for one cause."""

    cause: Cause
    tickets: int


class AgreedOut(BaseModel):
    """A version of what is agreed, recorded between the two; or what was learnt or said then of a silence."""

    id: str
    kind: Literal["terms", "commitment", "scope", "silence"]
    valid_from: Instant = Field(description="Of a silence: when it began.")
    recorded_at: Instant


class MovedTicketsOut(BaseModel):
    """A page of the tickets, by ticket id."""

    items: list[MovedTicketOut]
    next_cursor: str | None


class AdjustmentOut(BaseModel):
    """What lies between a version and the one before it; read again, it is the same."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    **_LINE,
                    "causes": [{"cause": "events", "tickets": 1}],
                    "agreed": [],
                    "adds_up": True,
                    "tickets": {
                        "items": [
                            {
                                "source_id": "5f0c7e1b9a3d4c2e8b6f1a0d9c8e7b6a5f4d3c2b",
                                "ticket_id": "48120",
                                "before": None,
                                "after": {
                                    "counted": "in", "reason": None, "in_numerator": False, "value_s": None,
                                    "answer": None,
                                },
                                "cause": "events",
                                "events": [
                                    {
                                        "kind": "status_changed",
                                        "effective_at": "2026-10-31T16:41:53Z",
                                        "received_at": "2026-11-05T07:59:58.101Z",
                                        "recorded_at": "2026-11-05T07:59:58.113402Z",
                                        "delivery_id": "0197f3c0-9a8b-7c6d-8e5f-4a3b2c1d0e09",
                                        "origin": "live",
                                    }
                                ],
                            }
                        ],
                        "next_cursor": None,
                    },
                }
            ]
        }
    )  # fmt: skip

    figure_id: str
    indicator: str
    variant: Variant | None
    unit: Unit
    period: str
    before: VersionValueOut
    after: VersionValueOut
    differences: list[str]
    causes: list[CauseOut]
    agreed: list[AgreedOut]
    adds_up: bool = Field(
        description="Whether these tickets are exactly the difference of the two counts; compared, never assumed."
    )
    tickets: MovedTicketsOut
