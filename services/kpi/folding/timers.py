"""When time alone changes the figures of a contract, and which periods are to be published when."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.instants import from_microseconds, to_microseconds
from services.common.zones import zone
from services.kpi.calendars.instants import HOUR_US
from services.kpi.calendars.rules import local_date
from services.kpi.feeds.repository import read_feeds
from services.kpi.feeds.rules import Feeds
from services.kpi.figures.rules.periods import end_us, ended_between, midnight_us, next_timer_us, periods_of
from services.kpi.folding import clock
from services.kpi.silences.repository import read_silences
from services.kpi.terms.repository import read_terms, zone_of
from services.kpi.terms.rules import Terms

MOST_TIMERS = 200


class Setting(msgspec.Struct, frozen=True):
    """What folding a contract's tickets needs to know of the contract."""

    zone_name: str
    terms: Terms
    feeds: Feeds

    @property
    def zone(self) -> ZoneInfo:
        """The zone in which its days are cut."""
        return zone(self.zone_name)


async def read_setting(session: AsyncSession, contract_id: UUID) -> Setting:
    """The zone and the terms of a contract, and what feeds it."""
    zone_name = await zone_of(session, contract_id) or "UTC"
    return Setting(zone_name, await read_terms(session, contract_id), await read_feeds(session, contract_id))


async def ring(session: AsyncSession, folded: Mapping[UUID, Setting], at: datetime) -> int:
    """Bring the clocks of folded contracts, and of those whose timer has come, to that instant; how many had come."""
    rung = await clock.due_clocks(session, at, MOST_TIMERS)
    settings = dict(folded)
    marks: dict[tuple[UUID, str], datetime] = {}
    at_us = to_microseconds(at)
    for row in rung:
        setting = settings.get(row.contract_id) or await read_setting(session, row.contract_id)
        settings[row.contract_id] = setting
        if row.data_as_of is not None:
            for period in _settled_since(to_microseconds(row.data_as_of), at_us, setting):
                marks[row.contract_id, period] = at
    await clock.mark_periods(session, marks)
    ordered = sorted(settings)
    next_timers = [await _next_timer(session, contract, settings[contract], at_us) for contract in ordered]
    if ordered:
        await clock.advance(session, ordered, next_timers, at)
    return len(rung)


async def _next_timer(session: AsyncSession, contract_id: UUID, setting: Setting, at_us: int) -> datetime:
    """When time alone changes the figures next: by the hour while a silence that judges them lasts."""
    next_us = next_timer_us(at_us, setting.zone, _grace_us(setting, at_us))
    silences = await read_silences(session, contract_id, setting.terms)
    if silences.any_lasts():
        await mark_moved(
            session, {contract_id: setting}, {contract_id: [local_date(at_us, setting.zone)]}, from_microseconds(at_us)
        )
        next_us = min(next_us, (at_us // HOUR_US + 1) * HOUR_US)
    return from_microseconds(next_us)


async def mark_moved(
    session: AsyncSession, settings: Mapping[UUID, Setting], days: Mapping[UUID, Iterable[date]], at: datetime
) -> None:
    """Have the periods of these days published: at once when they are over, else at the next local midnight."""
    marks: dict[tuple[UUID, str], datetime] = {}
    at_us = to_microseconds(at)
    for contract_id, moved in days.items():
        tz = settings[contract_id].zone
        coming = from_microseconds(midnight_us(local_date(at_us, tz) + timedelta(days=1), tz))
        for day in moved:
            for period in periods_of(day):
                if (contract_id, period.text) not in marks:
                    marks[contract_id, period.text] = at if end_us(period, tz) <= at_us else coming
    await clock.mark_periods(session, marks)


def _settled_since(after_us: int, until_us: int, setting: Setting) -> set[str]:
    """Periods that ended, or whose wait for late events ended, since then."""
    grace_us = _grace_us(setting, until_us)
    ended = ended_between(after_us, until_us, setting.zone)
    settled = ended_between(after_us - grace_us, until_us - grace_us, setting.zone)
    return {period.text for period in (*ended, *settled)}


def _grace_us(setting: Setting, at_us: int) -> int:
    return setting.terms.parameters(at_us).late_grace_us
