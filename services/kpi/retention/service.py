"""Keeping the months: coming ones are made ahead, raw contents of those that are over are dropped."""

from datetime import UTC, date, datetime

import structlog
from sqlalchemy.exc import DBAPIError

from services.common.database import Database
from services.kpi.retention import repository
from services.kpi.retention.rules import first_kept, months_over

MONTHS_AHEAD = 3
_LOCK_NOT_AVAILABLE = "55P03"

log = structlog.get_logger()


async def keep_months(database: Database, today: date, kept_months: int) -> list[date]:
    """Make the coming months, drop contents that are older than that many months; which months went.

    Neutral events, figures, and of each delivery when it came, its verdict and its digest stay.
    """
    async with database.background_session() as session:
        await repository.prepare_months(session, today, MONTHS_AHEAD)
        await repository.forget_unread(session, _midnight(first_kept(today, kept_months)))
        over = months_over(await repository.held_months(session), today, kept_months)
    return [month for month in over if await _drop(database, month)]


async def _drop(database: Database, month: date) -> bool:
    """One month, in a transaction of its own; False when somebody reads it just now: the next look finds it again."""
    try:
        async with database.background_session() as session:
            following = date(month.year + month.month // 12, month.month % 12 + 1, 1)
            noted = await repository.drop_month(session, month, _midnight(month), _midnight(following))
    except DBAPIError as error:
        if getattr(error.orig, "sqlstate", None) != _LOCK_NOT_AVAILABLE:
            raise
        log.info("contents_in_use", month=str(month))
        return False
    log.info("contents_dropped", month=str(month), deliveries=noted.deliveries, bytes=int(noted.bytes))
    return True


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
