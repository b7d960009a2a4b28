"""What crosses HTTP about comparisons."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic.config import JsonDict

from services.common.instants import Instant
from services.kpi.dimensions.rules import Name
from services.kpi.figures.schemas import Direction, Unit, Variant

Reading = Literal["better", "worse", "not_distinguishable", "too_few", "not_compared"]

_EXAMPLE: JsonDict = {
    "indicator": "fcr_ticket",
    "variant": None,
    "unit": "ratio",
    "direction": "higher",
    "period": "2026-10",
    "dimension": "site",
    "data_as_of": "2026-10-31T17:42:03.120417Z",
    "compared": "value",
    "limit_seconds": None,
    "minimum_sample_size": 10,
    "values_left_out": 0,
    "whole": {"value": "0.7190", "numerator": 1438, "denominator": 2000},
    "items": [
        {
            "figure_id": "AZfzsBorfD2OT1prfI2eBGZjcl90aWNrZXQuLjIwMjYtMTAuc2l0ZS5MeW9u",
            "dimensions": {"site": "Lyon"},
            "value": "0.6750",
            "numerator": 540,
            "denominator": 800,
            "sample_size": 800,
            "provisional": False,
            "interval": {"low": "0.6418", "high": "0.7065", "level": "0.95", "of": "noise"},
            "own": {"value": "0.6750", "numerator": 540, "denominator": 800},
            "rest": {"value": "0.7483", "numerator": 898, "denominator": 1200},
            "difference": {"value": "-0.0733", "low": "-0.1142", "high": "-0.0329", "level": "0.95"},
            "test": {"method": "pooled_z", "p_value": "0.000352", "p_adjusted": "0.000704"},
            "reading": "worse",
        }
    ],
}


class ComparisonInterval(BaseModel):
    """Where a value lies, in its unit. `of`: a sample's true value, or how far full counts move from month to month."""

    low: str
    high: str
    level: Literal["0.95"] = "0.95"
    of: Literal["sample", "noise"]


class Part(BaseModel):
    """What is compared: a share (of a duration: within the limit) or a score, with its counts."""

    value: str | None
    numerator: int | None
    denominator: int | None


class DifferenceOut(BaseModel):
    """The value less the rest of the contract: a ratio, or points of a score."""

    value: str
    low: str
    high: str
    level: Literal["0.95"] = "0.95"


class TestOut(BaseModel):
    """How likely so large a difference is by chance; `p_adjusted`: beside all values compared here (Holm)."""

    __test__ = False

    method: Literal["pooled_z", "fisher", "coded_answers"]
    p_value: str
    p_adjusted: str


class ComparisonItem(BaseModel):
    """One value of the dimension beside the rest."""

    figure_id: str = Field(description="Of the figure of this value: its explanation names the tickets.")
    dimensions: dict[str, str]
    value: str | None
    numerator: int | None
    denominator: int | None
    sample_size: int
    provisional: bool
    interval: ComparisonInterval | None = Field(description="Null for a mean, a stock, and where there is too little.")
    own: Part | None
    rest: Part | None
    difference: DifferenceOut | None
    test: TestOut | None
    reading: Reading = Field(
        description="`too_few`: it or the rest is below the agreed sample size; `not_compared`: nothing beside it,"
        " or the indicator has no test (a mean, a stock)."
    )


class ComparisonOut(BaseModel):
    """The values of a dimension, worst first, those without a value last."""

    model_config = ConfigDict(json_schema_extra={"examples": [_EXAMPLE]})

    indicator: str
    variant: Variant | None
    unit: Unit
    direction: Direction
    period: str
    dimension: Name
    data_as_of: Instant | None
    compared: Literal["value", "share_within_limit"] | None = Field(
        description="Of a median or P90: the share of tickets that took no longer than that of the whole contract."
    )
    limit_seconds: int | None
    minimum_sample_size: int
    values_left_out: int = Field(description="Beyond the 200 values with most tickets or answers.")
    whole: Part
    items: list[ComparisonItem]
