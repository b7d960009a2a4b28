"""Keeping measurements: the events of an answer are kept once, however often they are told."""

from collections.abc import Iterator

from sqlalchemy.ext.asyncio import AsyncSession

from services.common.errors import NotFound
from services.common.instants import from_microseconds, to_microseconds
from services.kpi.answers import repository
from services.kpi.answers.repository import EventRow
from services.kpi.answers.schemas import MeasurementsKept, MeasurementsTold, MeasurementTold
from services.kpi.clients.contracts import ContractsDirectory
from services.kpi.tickets.rules.events import Answered, Withdrawn, effective_instant, encode_event


async def keep(session: AsyncSession, directory: ContractsDirectory, told: MeasurementsTold) -> MeasurementsKept:
    """Keep what is new. Raises: NotFound when there is no such contract (yet): it is told again later."""
    if not await repository.is_known(session, told.contract_id) and not await directory.resolve(told.contract_id):
        raise NotFound
    rows = [row for measurement in told.measurements for row in _events(measurement)]
    return MeasurementsKept(kept=await repository.add(session, told.contract_id, rows))


def _events(told: MeasurementTold) -> Iterator[EventRow]:
    """The answer, and after it, where it turned out to count elsewhere, its withdrawal: whichever is heard first."""
    effective_us, _ = effective_instant(to_microseconds(told.answered_at), to_microseconds(told.received_at))
    effective_at = from_microseconds(effective_us)
    answer = Answered(told.kind, told.score, told.scale_max, told.channel or None)
    yield EventRow(told.answer_id, 0, effective_at, told.received_at, encode_event(answer).decode())
    if told.withdrawn:
        yield EventRow(told.answer_id, 1, effective_at, told.received_at, encode_event(Withdrawn()).decode())
