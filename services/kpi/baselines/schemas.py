"""What crosses HTTP about before and after, and about baselines."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal
from unicodedata import category
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from services.common.errors import FieldFault
from services.common.instants import Day, Instant
from services.common.schemas import RequestBody
from services.kpi.annotations.schemas import Author
from services.kpi.baselines.examples import BASELINE, COMPARED, NEW
from services.kpi.baselines.rules.answer import Caution
from services.kpi.baselines.rules.comparing import Method, Reading, Reason
from services.kpi.baselines.rules.mix import Refusal
from services.kpi.baselines.rules.sides import Counts, added, fault_of
from services.kpi.dimensions.rules import LONGEST_VALUE, Name
from services.kpi.figures.rules.indicators import INDICATORS, Direction, Indicator, Kind, Unit, Variant
from services.kpi.indicator_codes import IndicatorCode

MOST_COUNTED = 100_000_000
MOST_VALUES = 100
LONGEST_WORDS = 2_000
FIRST_YEAR, LAST_YEAR, MOST_DAYS = 1970, 2199, 800
Origin = Literal["measured", "imported"]
State = Literal["proposed", "agreed", "superseded", "withdrawn"]
Count = Annotated[int, Field(strict=True, ge=0, le=MOST_COUNTED)]


def _readable(text: str) -> str:
    if not text.strip():
        raise ValueError("must hold something to read")
    if any(category(sign) in ("Cc", "Cs") and sign != "\n" for sign in text):
        raise ValueError("must hold no control characters but line feeds")
    return text


Words = Annotated[str, Field(min_length=1, max_length=LONGEST_WORDS), AfterValidator(_readable)]
"""Kept and shown as written, never interpreted."""


class CountsIn(RequestBody):
    """Exact counts: a share has `numerator` of `denominator`; a score `promoters` and `detractors` of `denominator`."""

    denominator: Count
    numerator: Count | None = None
    promoters: Count | None = None
    detractors: Count | None = None
    seconds: Annotated[int, Field(strict=True, ge=0, le=10**12)] | None = Field(
        None, description="The value of a duration: whole seconds, over `denominator` tickets."
    )
    asked: Count | None = Field(None, description="How many were asked, where that is known: gives the response rate.")

    def counts(self) -> Counts:
        """What the rules compare."""
        good = self.numerator if self.promoters is None else self.promoters
        return Counts(self.denominator, good or 0, self.detractors or 0, self.seconds, self.asked)

    def fault(self, indicator: Indicator) -> str | None:
        """Why these cannot be counts of an indicator."""
        needs = {
            Kind.SHARE: {"numerator"},
            Kind.SCORE: {"promoters", "detractors"},
            Kind.DURATION: {"seconds"},
        }.get(indicator.kind, set())
        given = {
            name for name in ("numerator", "promoters", "detractors", "seconds") if getattr(self, name) is not None
        }
        if given != needs:
            return f"must hold denominator, {', '.join(sorted(needs))} and nothing else that is counted"
        return fault_of(self.counts(), indicator.kind)


StratumName = Annotated[str, Field(max_length=LONGEST_VALUE, pattern=r"^[^\x00]*$")]
StrataIn = dict[Name, Annotated[dict[StratumName, CountsIn], Field(min_length=1, max_length=MOST_VALUES)]]


class NewBaseline(RequestBody):
    """What is to be compared with later: counts of some days, measured by us or declared with where they come from."""

    model_config = ConfigDict(str_strip_whitespace=False, json_schema_extra={"examples": [NEW]})

    indicator: IndicatorCode
    variant: Variant | None = None
    first: Day = Field(alias="from")
    last: Day = Field(alias="to")
    origin: Origin = Field(
        description="`measured`: the counts are taken from our own figures, as known at this instant, and left out"
        " here; `imported`: they are declared, and the other party sees that they are."
    )
    counts: CountsIn | None = Field(None, description="Of an imported one.")
    strata: StrataIn | None = Field(
        None, description="The same counts by the values of a dimension, which add up to them; of an imported one."
    )
    source: Words | None = Field(None, description="Who measured it, and how; of an imported one.")
    reason: Words | None = Field(None, description="Why it replaces the one that is agreed; needed when one is.")

    def fault(self) -> FieldFault | None:
        """What does not fit together."""
        indicator = INDICATORS[self.indicator]
        if indicator.kind is Kind.STOCK:
            return FieldFault("indicator", "must not be a stock")
        if self.variant not in indicator.variants:
            needed = "must be median, p90 or mean" if indicator.variants[0] else "must be left out: there is only one"
            return FieldFault("variant", needed)
        if fault := fault_of_days(self.first, self.last):
            return FieldFault("to", fault)
        if self.origin == "measured":
            told = [name for name in ("counts", "strata", "source") if getattr(self, name) is not None]
            return FieldFault(told[0], "must be left out of what we measure ourselves") if told else None
        if self.counts is None or self.source is None:
            return FieldFault("counts" if self.counts is None else "source", "is needed of what is declared")
        if fault := self.counts.fault(indicator):
            return FieldFault("counts", fault)
        for name, values in (self.strata or {}).items():
            if fault := self._fault_of_strata(indicator, name, values):
                return FieldFault(f"strata.{name}", fault)
        return None

    def _fault_of_strata(self, indicator: Indicator, name: Name, values: dict[str, CountsIn]) -> str | None:
        if name == "tag" or indicator.kind is Kind.DURATION:
            return "must be a dimension whose values add up to the whole"
        for one in values.values():
            if fault := one.fault(indicator):
                return fault
        whole, parts = self.whole(), added({value: one.counts() for value, one in values.items()})
        same = (parts.n, parts.good, parts.against) == (whole.n, whole.good, whole.against)
        return None if same else "must add up to counts"

    def whole(self) -> Counts:
        """The declared counts."""
        return Counts(0) if self.counts is None else self.counts.counts()


def fault_of_days(first: date, last: date) -> str | None:
    """Why two days cannot bound a stretch."""
    if not (FIRST_YEAR <= first.year <= LAST_YEAR and FIRST_YEAR <= last.year <= LAST_YEAR):
        return f"must lie in the years {FIRST_YEAR} to {LAST_YEAR}"
    if last < first:
        return "must not lie before from"
    return None if (last - first).days < MOST_DAYS else f"must lie less than {MOST_DAYS} days after from"


class CountsOut(BaseModel):
    """Exact counts; null what the indicator does not have."""

    denominator: int
    numerator: int | None
    promoters: int | None
    detractors: int | None
    seconds: int | None
    asked: int | None


class BaselineOut(BaseModel):
    """A baseline, the same for both parties; agreed, nothing of it changes any more."""

    model_config = ConfigDict(populate_by_name=True, json_schema_extra={"examples": [BASELINE]})

    id: UUID
    indicator: str
    variant: Variant | None
    first: date = Field(alias="from")
    last: date = Field(alias="to")
    origin: Origin
    counts: CountsOut
    value: str | None
    strata: dict[str, dict[str, CountsOut]]
    source: str | None
    known_at: Instant | None = Field(
        description="Measured: the figures as of and as known at this instant tell the same."
    )
    reason: str | None
    supersedes: UUID | None
    state: State
    proposed_at: Instant
    proposed_by: Author
    frozen_at: Instant | None = Field(description="When the other party agreed.")
    agreed_by: Author | None
    withdrawn_at: Instant | None
    withdrawn_by: Author | None = Field(description="Whoever proposed it took it back; the other party refused it.")


class SideInterval(BaseModel):
    """Where a value lies, 95 %, in its unit. `of`: a sample's true value, or how far full counts move by themselves."""

    low: str
    high: str
    level: Literal["0.95"] = "0.95"
    of: Literal["sample", "noise"]


class SideOut(BaseModel):
    """One side: what was counted, its value and interval."""

    model_config = ConfigDict(populate_by_name=True)

    first: date = Field(alias="from")
    last: date = Field(alias="to")
    origin: Literal["live", "measured", "imported"]
    value: str | None
    numerator: int | None
    denominator: int | None
    promoters: int | None
    detractors: int | None
    sample_size: int
    interval: SideInterval | None
    response_rate: str | None = Field(description="Answers over those asked, where these were told.")
    provisional: bool


class ChangeOut(BaseModel):
    """After less before: a ratio (0.1100 is 11 points), or points of a score."""

    value: str
    low: str
    high: str
    level: Literal["0.95"] = "0.95"


class ChangeTest(BaseModel):
    """Which test, and how likely so large a change is by chance."""

    method: Method
    p_value: str


class NeededSample(BaseModel):
    """Answers that each side needs to show a change: 5 % two-sided, 80 % power."""

    observed: int | None = Field(description="One as large as was observed; null when there is none.")
    claimed: int | None = Field(description="One as large as `claimed_percent` says.")


class StratumOut(BaseModel):
    """One value of a dimension on both sides."""

    value: str
    weight: str = Field(description="Its part of the answers before, 0 to 1.")
    before_value: str | None
    before_n: int
    after_value: str | None
    after_n: int


class WeightedOut(BaseModel):
    """The value after, with the mix of before; `reading` by its interval alone."""

    value: str
    low: str
    high: str
    difference: ChangeOut
    reading: Reading


class MixOut(BaseModel):
    """Whether the mix moved, and what is left of the change without that."""

    dimension: Name
    moved: str | None = Field(description="Total variation between the two mixes, 0 to 1.")
    reweighted: WeightedOut | None
    refusal: Refusal | None = Field(description="Why there is no re-weighted value.")
    leans_on_few: bool = Field(description="A stratum has fewer than 10 answers after.")
    strata: list[StratumOut]


class BaselineRef(BaseModel):
    """Which baseline was compared with."""

    id: UUID
    origin: Origin
    state: State
    frozen_at: Instant | None


class BeforeAfterOut(BaseModel):
    """Two stretches of days compared. What cannot be borne is not told: see `reasons`."""

    model_config = ConfigDict(json_schema_extra={"examples": [COMPARED]})

    indicator: str
    variant: Variant | None
    unit: Unit
    direction: Direction
    before: SideOut
    after: SideOut
    difference: ChangeOut | None
    relative_percent: str | None = Field(
        description="Of the value before; null when that is 0 (of a score: not above 0)."
    )
    test: ChangeTest | None
    needed_sample: NeededSample
    minimum_sample_size: int
    reading: Reading = Field(
        description="`not_shown`: no difference is shown, which is not that there is none; `too_few`: a side is below"
        " the minimum; `not_compared`: a duration or a stock, of which only values are told."
    )
    reasons: list[Reason]
    warnings: list[Caution]
    mix: list[MixOut]
    baseline: BaselineRef | None
    data_as_of: Instant | None


Claim = Annotated[Decimal, Field(ge=-100, le=1_000, max_digits=6, decimal_places=2)]
"""A relative change that somebody claims, in percent."""
