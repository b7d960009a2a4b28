"""A series of values, as both parties read it."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic.config import JsonDict

from services.common.instants import Instant
from services.kpi.control.schemas import LimitsOut

_ITEM: JsonDict = {
    "period": "2026-10-05",
    "value": "0.7190",
    "numerator": 719,
    "denominator": 1000,
    "interval": None,
    "target": "0.7000",
    "tolerance": "0.0200",
    "verdict": "met",
    "provisional": False,
}


class IntervalOut(BaseModel):
    """Where the true value lies; in the unit of the value."""

    low: str
    high: str
    level: Literal["0.95"] = "0.95"


class SeriesItem(BaseModel):
    """The value of one day or month; value null without data."""

    period: str
    value: str | None
    numerator: int | None
    denominator: int | None
    interval: IntervalOut | None = Field(
        description="Of samples (ces, csat, nps, fcr_declared): the others count everything."
    )
    target: str | None = Field(description="In force at the end of the period (of an open one: at `data_as_of`).")
    tolerance: str | None
    verdict: Literal["met", "met_within_tolerance", "missed", "no_target", "no_value", "insufficient_sample",
                     "incomplete"]  # fmt: skip
    provisional: bool


class SeriesOut(BaseModel):
    """One item for every day or month of the range; decimals are text, in the unit of the indicator."""

    model_config = ConfigDict(
        populate_by_name=True,
        json_schema_extra={
            "examples": [
                {
                    "indicator": "fcr_ticket",
                    "variant": None,
                    "unit": "ratio",
                    "direction": "higher",
                    "grain": "day",
                    "window": 7,
                    "dimensions": {},
                    "from": "2026-10-05",
                    "to": "2026-10-05",
                    "data_as_of": "2026-10-31T17:42:03.120417Z",
                    "items": [_ITEM],
                    "limits": None,
                }
            ]
        },
    )

    indicator: str
    variant: Literal["median", "p90", "mean"] | None
    unit: Literal["ratio", "points", "s", "count"]
    direction: Literal["higher", "lower"]
    grain: Literal["day", "month"]
    window: int
    dimensions: dict[str, str] = Field(description="The value of a dimension that it is of; empty: the whole contract.")
    first: str = Field(alias="from")
    last: str = Field(alias="to")
    data_as_of: Instant | None
    items: list[SeriesItem]
    limits: LimitsOut | None = Field(None, description="Where asked for.")
