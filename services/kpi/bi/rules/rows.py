"""From a figure or a ticket to the cells of a row."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from services.kpi.bi.rules.columns import BY_SCHEDULE, Cell, Column
from services.kpi.figures.rules.figure import Figure
from services.kpi.figures.rules.periods import Period


def figure_row(contract_id: str, title: str, watermark: int, period: Period, figure: Figure) -> list[Cell]:
    """A figure in the order of its columns."""
    interval = figure.interval
    return [
        figure.figure_id,
        contract_id,
        title,
        figure.period,
        period.first.isoformat(),
        period.last.isoformat(),
        figure.indicator,
        figure.variant,
        figure.unit,
        figure.direction,
        figure.value,
        figure.numerator,
        figure.denominator,
        figure.sample_size,
        None if interval is None else interval.low,
        None if interval is None else interval.high,
        None if interval is None else Decimal(interval.level),
        figure.target,
        figure.tolerance,
        figure.verdict,
        figure.certainty,
        figure.state,
        figure.provisional,
        figure.version,
        figure.data_as_of,
        watermark,
    ]


def ticket_cells(columns: Sequence[Column], beside: Mapping[str, Cell], ticket: Mapping[str, Any]) -> list[Cell]:
    """A ticket in the order of the columns; what its contract does not count stays empty."""
    flat: dict[str, Cell] = {**beside}
    by_schedule = {fact for fact, _, _ in BY_SCHEDULE}
    for name, value in ticket.items():
        if name in by_schedule:
            flat |= {f"{name}_{schedule}": seconds for schedule, seconds in (value or {}).items()}
        else:
            flat[name] = value
    return [flat.get(column.name) for column in columns]
