"""Whether people are told of a figure that is published; pure."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from services.kpi.figures.rules.figure import Figure
from services.kpi.figures.rules.periods import Period

LATELY = timedelta(days=45)
"""History that is loaded is no news."""


def is_news(figure: Figure, period: Period, zone: ZoneInfo, at: datetime) -> bool:
    """Whether a version says that a month which ended lately, and is over, was missed."""
    today = at.astimezone(zone).date()
    return period.grain == "month" and figure.verdict == "missed" and timedelta(0) < today - period.last <= LATELY
