"""Everything that two sides tell, put together: values, change, test, reading, mix, and what to mind. Pure."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Literal

import msgspec

from services.kpi.baselines.rules.comparing import (
    SMALL,
    Change,
    Reading,
    Reason,
    are_other_months,
    change_of,
    needed,
    needed_for,
    reading_of,
    reasons,
    relative_percent,
)
from services.kpi.baselines.rules.mix import MOVED, Mix, mix_of
from services.kpi.baselines.rules.sides import Side, is_compared
from services.kpi.figures.rules.indicators import Indicator

Caution = Literal[
    "imported", "baseline_proposed", "baseline_superseded", "baseline_withdrawn", "before_provisional",
    "after_provisional", "small_sample", "season", "mix_unknown", "mix_moved", "mix_changes_reading",
]  # fmt: skip


class BeforeAfter(msgspec.Struct, frozen=True):
    """What is told of two sides. `reasons`: why there is no verdict; `mixes`: by dimension known on both sides."""

    before: Side
    after: Side
    change: Change | None
    relative_percent: Decimal | None
    needed: int | None
    needed_for_claim: int | None
    reading: Reading
    reasons: tuple[Reason, ...]
    warnings: tuple[Caution, ...]
    mixes: Mapping[str, Mix]


def compare(indicator: Indicator, before: Side, after: Side, minimum: int, claim: Decimal | None = None) -> BeforeAfter:
    """Two sides held together. Below the minimum nothing is called a change: only what was counted is told."""
    why = reasons(indicator, before.counts, after.counts, minimum)
    change = None if why else change_of(indicator, before.counts, after.counts)
    if change is not None:
        reading = reading_of(change, indicator.direction)
    else:
        reading = "too_few" if is_compared(indicator) else "not_compared"
    mixes = {}
    if is_compared(indicator):
        known = sorted(before.strata.keys() & after.strata.keys())
        mixes = {name: mix_of(indicator, before.strata[name], after.strata[name]) for name in known}
    return BeforeAfter(
        before,
        after,
        change,
        None if why else relative_percent(indicator, before.counts, after.counts),
        needed(indicator, before.counts, after.counts),
        None if claim is None else needed_for(indicator, before.counts, claim),
        reading,
        tuple(why),
        tuple(_warnings(indicator, before, after, reading, mixes)),
        mixes,
    )


def _warnings(
    indicator: Indicator, before: Side, after: Side, reading: Reading, mixes: Mapping[str, Mix]
) -> list[Caution]:
    found: list[Caution] = []
    if are_other_months(before, after):
        found.append("season")
    if not is_compared(indicator):
        return found
    if 0 < min(before.counts.n, after.counts.n) < SMALL:
        found.append("small_sample")
    if not mixes:
        found.append("mix_unknown")
    if any(mix.moved is not None and mix.moved >= MOVED for mix in mixes.values()):
        found.append("mix_moved")
    if reading in ("better", "worse") and any(
        mix.weighted is not None and mix.weighted.reading != reading for mix in mixes.values()
    ):
        found.append("mix_changes_reading")
    return found
