"""Publishing: a figure is kept whole, under a number that grows, when its value has settled for now.

Folds mark the periods they touch: those over are published as soon as their contract is quiet, open ones after the next
local midnight. A version stands for one instant T at which the rollups equal the events: everything recorded by T is
visible (`settle`), and in the one snapshot that is read no ticket waits, nothing is due by T, and no fold is later.
Read again as of T and as known at T, the events therefore give the version.
"""

import asyncio
from datetime import datetime
from uuid import UUID

import msgspec
import structlog
from prometheus_client import Gauge
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.database import Database
from services.common.errors import Unavailable
from services.common.instants import now, to_microseconds
from services.common.news import BOTH, tell_people
from services.kpi.figures import repository
from services.kpi.figures.rules.figure import Figure, Ground, content_digest, figures_of
from services.kpi.figures.rules.news import is_news
from services.kpi.figures.rules.periods import Period, parse_period
from services.kpi.figures.service import read_ground, read_measures
from services.kpi.folding import clock
from services.kpi.recording import settle

IDLE_SECONDS = 0.5
"""Between two looks: changes that come close together make one version."""
MOST_PERIODS = 40
"""Published in one transaction, so that a fold of the same days waits no longer than it takes itself."""
_OVERTAKEN = frozenset({"40001", "40P01"})
"""What PostgreSQL answers when somebody else changed what we had read."""

log = structlog.get_logger()
waiting = Gauge("copil_publish_waiting", "Periods whose figures wait to be published")


async def keep_publishing(database: Database) -> None:
    """Publish for ever; what could not be published stays marked and is tried again."""
    while True:
        published = await publish_due(database)
        async with database.background_session() as session:
            waiting.set(await repository.periods_due(session, now()))
        if not published:
            await asyncio.sleep(IDLE_SECONDS)


async def publish_due(database: Database, at: datetime | None = None) -> int:
    """Publish what is due in every quiet contract; how many periods were looked at."""
    async with database.background_session() as session:
        contracts = await repository.contracts_due(session, at or now())
    return sum([await publish_contract(database, contract_id, at) for contract_id in contracts])


async def publish_contract(database: Database, contract_id: UUID, at: datetime | None = None) -> int:
    """Publish some of the periods of a contract that are due, at one instant (default now); how many were looked at."""
    instant = at or now()
    try:
        async with database.background_session() as session:
            await settle(session, instant)
        async with database.background_session() as session:
            # One snapshot for all that follows; who changes what we write meanwhile makes us begin again.
            await session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
            return await _publish(session, contract_id, instant)
    except Unavailable:
        return 0
    except DBAPIError as error:
        if getattr(error.orig, "sqlstate", None) not in _OVERTAKEN:
            raise
        log.info("publishing_overtaken", contract=str(contract_id))
        return 0


async def _publish(session: AsyncSession, contract_id: UUID, at: datetime) -> int:
    periods = [parse_period(text) for text in await repository.take_due(session, contract_id, at, MOST_PERIODS)]
    data_as_of = await repository.quiet_since(session, contract_id, at)
    if not periods or data_as_of is None:
        return 0
    ground = await read_ground(session, contract_id, to_microseconds(data_as_of), known_at=at)
    added = sum([await _publish_period(session, ground, period, at) for period in periods])
    await repository.forget_due(session, contract_id, [period.text for period in periods])
    if added:
        await clock.touch(session, contract_id)
        log.info("figures_published", contract=str(contract_id), periods=len(periods), versions=added)
    return len(periods)


async def _publish_period(session: AsyncSession, ground: Ground, period: Period, at: datetime) -> int:
    measures = await read_measures(session, ground.contract_id, period)
    latest = await repository.latest_versions(session, ground.contract_id, period)
    versions = []
    for figure in figures_of(ground, period, measures):
        number, digest = latest.get((figure.indicator, figure.variant or ""), (0, b""))
        content = content_digest(figure)
        if digest == content or (number == 0 and not _says_something(figure)):
            continue
        body = msgspec.json.encode(msgspec.structs.replace(figure, version=number + 1)).decode()
        if is_news(figure, period, ground.zone, at):
            await _tell(session, ground.contract_id, figure)
        versions.append((figure.indicator, figure.variant or "", number + 1, content, body))
    if versions:
        await repository.publish(session, ground.contract_id, period, at, versions)
    return len(versions)


async def _tell(session: AsyncSession, contract_id: UUID, figure: Figure) -> None:
    """Have managers of both parties told of what a month that is over missed, once however often it is published."""
    key = f"{contract_id}:{figure.figure_id}"
    data = {"indicator": figure.indicator, "period": figure.period}
    await tell_people(session, contract_id, "figure_missed", key, sides=BOTH, subject_id=figure.indicator, data=data)


def _says_something(figure: Figure) -> bool:
    """A figure that never had a value is not published; one that lost its value is."""
    return figure.value is not None
