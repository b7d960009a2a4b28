"""What crosses HTTP about figures: the same bytes for both parties."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic.config import JsonDict

from services.common.instants import Instant

Verdict = Literal["met", "met_within_tolerance", "missed", "no_target", "no_value", "insufficient_sample", "incomplete"]
Certainty = Literal["exact", "established", "not_distinguishable", "none"]
State = Literal["open", "closed", "contested", "agreed", "frozen"]
Variant = Literal["median", "p90", "mean"]
Unit = Literal["ratio", "points", "s", "count"]
Direction = Literal["higher", "lower"]
Class = Literal["contractual", "observed"]

CONTRACT_ID = "0197f3b0-1a2b-7c3d-8e4f-5a6b7c8d9e04"
FIGURE_ID = "AZfzsBorfD2OT1prfI2eBGZjcl90aWNrZXQuLjIwMjYtMTA"

FIGURE_EXAMPLE: JsonDict = {
    "figure_id": FIGURE_ID,
    "version": 3,
    "indicator": "fcr_ticket",
    "variant": None,
    "period": "2026-10",
    "dimensions": {},
    "value": "0.7190",
    "unit": "ratio",
    "direction": "higher",
    "numerator": 1438,
    "denominator": 2000,
    "sample_size": 2000,
    "interval": None,
    "target": "0.7200",
    "tolerance": "0.0200",
    "verdict": "met_within_tolerance",
    "certainty": "exact",
    "state": "closed",
    "provisional": False,
    "data_as_of": "2026-11-22T05:36:05.482913Z",
    "commitment": {
        "id": "0197f3b4-5f6a-7b7c-8d8e-9f0a1b2c3d08",
        "clause": "Article 6.3: sept demandes sur dix sont résolues au premier contact.",
        "class": "contractual",
        "weight": "2",
        "objective_id": "0197f3b3-4e5f-7a6b-8c7d-8e9f0a1b2c07",
        "orphan": False,
        "valid_from": "2026-09-30T22:00:00Z",
    },
}


class IntervalOut(BaseModel):
    """Where the true value of a sample lies, in the unit of the value."""

    low: str
    high: str
    level: Literal["0.95"]


class JudgedBy(BaseModel):
    """The commitment that judged."""

    model_config = ConfigDict(validate_by_name=True, serialize_by_alias=True)

    id: str
    clause: str
    class_: Class = Field(alias="class")
    weight: str | None
    objective_id: str | None
    orphan: bool = Field(description="Binds without serving an objective: kept, and carries neither bonus nor malus.")
    valid_from: Instant


class FigureOut(BaseModel):
    """One indicator over one period; decimals are text in the scale of the unit, null where there is no value."""

    model_config = ConfigDict(json_schema_extra={"examples": [FIGURE_EXAMPLE]})

    figure_id: str = Field(
        description="Opaque and stable: one per contract, indicator, variant, period and value of a dimension."
    )
    version: int | None = Field(description="Number of the published version that this is; null while it is live.")
    indicator: str
    variant: Variant | None = Field(description="Statistic of a duration; null for everything else.")
    period: str
    dimensions: dict[str, str] = Field(description="The value of a dimension that it is of; empty: the whole contract.")
    value: str | None
    unit: Unit
    direction: Direction = Field(description="Where better lies.")
    numerator: int | None = Field(
        description="Of a mean: seconds. Of `nps`: promoters less detractors. Of a rank: null."
    )
    denominator: int | None
    sample_size: int
    interval: IntervalOut | None = Field(
        description="Of samples (`ces`, `csat`, `nps`, `fcr_declared`); a census has none."
    )
    target: str | None
    tolerance: str | None
    verdict: Verdict = Field(description="What the contract says of the published value.")
    certainty: Certainty = Field(description="What statistics say; `exact` for a census.")
    state: State
    provisional: bool = Field(
        description="Period not over, a ticket of the denominator still in its window, or late events still awaited."
    )
    data_as_of: Instant | None = Field(description="The last fold or timer that touched the contract.")
    commitment: JudgedBy | None


class WatermarkOut(BaseModel):
    """Grows when anything that a page of the contract shows has changed."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"watermark": "1234", "data_as_of": "2026-11-22T05:36:05.482913Z"}]}
    )

    watermark: str
    data_as_of: Instant | None
