"""Adjustments as they are told."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from services.kpi.adjustments.rules import CAUSES, Move, differences
from services.kpi.adjustments.schemas import (
    AdjustmentLineOut,
    AdjustmentOut,
    AgreedOut,
    CauseOut,
    CountedOut,
    MovedTicketOut,
    MovedTicketsOut,
    SessionsCounted,
    VersionValueOut,
)
from services.kpi.adjustments.service import Adjustment, Line
from services.kpi.explanations.answers import told_events
from services.kpi.explanations.rules import Entry
from services.kpi.explanations.schemas import EventOut
from services.kpi.figures.rules.figure import Figure


def line_out(line: Line) -> AdjustmentLineOut:
    """One line of a period."""
    return AdjustmentLineOut(**_line(line))


def adjustment_out(found: Adjustment, shown: Sequence[Move], next_cursor: str | None) -> AdjustmentOut:
    """A whole adjustment with a page of its tickets."""
    causes = Counter(move.cause for move in found.moves)
    return AdjustmentOut(
        **_line(found.line),
        causes=[CauseOut(cause=cause, tickets=causes[cause]) for cause in CAUSES if causes[cause]],
        agreed=[
            AgreedOut(id=str(row.id), kind=row.kind, valid_from=row.valid_from, recorded_at=row.recorded_at)
            for row in found.versions
        ],
        adds_up=found.adds_up,
        tickets=MovedTicketsOut(items=[_ticket(found, move) for move in shown], next_cursor=next_cursor),
    )


def _line(line: Line) -> dict[str, Any]:
    after = line.after
    return {
        "figure_id": after.figure_id,
        "indicator": after.indicator,
        "variant": after.variant,
        "unit": after.unit,
        "period": after.period,
        "before": _version(line.before, line.before_at),
        "after": _version(after, line.after_at),
        "differences": list(differences(line.before, after)),
    }


def _version(figure: Figure, at: datetime) -> VersionValueOut:
    return VersionValueOut(
        version=figure.version or 0,
        published_at=at,
        value=_text(figure.value),
        numerator=figure.numerator,
        denominator=figure.denominator,
        target=_text(figure.target),
        verdict=figure.verdict,
    )


def _ticket(found: Adjustment, move: Move) -> MovedTicketOut:
    return MovedTicketOut(
        source_id=move.source_id,
        ticket_id=move.ticket_id,
        before=_counted(move.before),
        after=_counted(move.after),
        cause=move.cause,
        events=[EventOut(**event) for event in told_events(found.events.get((move.source_id, move.ticket_id), ()))],
    )


def _counted(entry: Entry | None) -> CountedOut | None:
    if entry is None:
        return None
    counted = CountedOut(
        counted=entry.counted,
        reason=entry.reason,
        in_numerator=entry.in_numerator,
        value_s=entry.value_s,
        answer=entry.answer,
    )
    if entry.sessions:
        counted.sessions = SessionsCounted(numerator=entry.numerator, denominator=entry.denominator)
    return counted


def _text(amount: object) -> str | None:
    return None if amount is None else str(amount)
