"""Control limits of a series, as both parties read them."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from services.kpi.control.rules import Refusal, Signal


class LimitItem(BaseModel):
    """The limits of one day or month with data."""

    period: str
    low: str
    high: str
    signal: Signal | None = Field(
        description="`beyond`: more than chance moves it; `run`: one of eight in a row on one side of the centre."
    )
    rough: bool = Field(description="Fewer than 5 of the rarer outcome are expected: its limits are approximate.")


class LimitsOut(BaseModel):
    """How far the series moves by itself: three standard deviations around the centre of a stretch."""

    model_config = ConfigDict(populate_by_name=True)

    centre: str | None = Field(description="All that was good over all that was counted in the stretch.")
    sigmas: Literal[3] = 3
    first: str = Field(alias="from")
    last: str = Field(alias="to")
    periods: int = Field(description="With data, and no longer provisional: those that the centre is made of.")
    refusal: Refusal | None = Field(
        description="Why there are none: fewer than 8 periods, or all of them at one end of the scale."
    )
    items: list[LimitItem]
