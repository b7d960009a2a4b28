"""Taking an import back: what it brought counts no more, its words go, and its keys may come again."""

from collections import defaultdict
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.common.auth.caller import ContractAccess
from services.common.errors import Forbidden, NotFound
from services.common.instants import now
from services.feedback.answer_imports import repository
from services.feedback.answer_imports.models import AnswerImport
from services.feedback.answers import repository as answers
from services.feedback.answers.doors import tell_kpi
from services.feedback.answers.rules.given import Held, tickets_of


async def undo(session: AsyncSession, access: ContractAccess, import_id: UUID) -> AnswerImport:
    """Take back what an import brought; again changes nothing. By the worker role, once access was checked.

    Raises: NotFound, Forbidden to the other party, which can ask whoever sent the file.
    """
    contract_id = access.contract_id
    # From here on no part of it can come, and whoever takes it back at the same time waits.
    found = await repository.lock(session, contract_id, import_id)
    if found is None:
        raise NotFound
    if found.organisation_id != access.caller.organisation_id:
        raise Forbidden("Only the organisation that sent a file takes it back.")
    if found.undone_at is not None:
        return found
    # Whoever tells of the same tickets waits, as at reception.
    await answers.lock_tickets(
        session, contract_id, tickets_of(await repository.brought(session, contract_id, import_id))
    )
    rows = await repository.brought(session, contract_id, import_id)
    await _count_the_others(session, contract_id, import_id)
    await repository.withdraw(session, contract_id, import_id)
    await tell_kpi(session, contract_id, [row for row in rows if row.same_as is None], now(), withdrawn=True)
    await repository.undone(session, contract_id, import_id, access.caller.name, len(rows))
    undone = await repository.lock(session, contract_id, import_id)
    assert undone is not None
    return undone


async def _count_the_others(session: AsyncSession, contract_id: UUID, import_id: UUID) -> None:
    """Of answers that were another telling of one that goes, the first counts now, and the rest are told with it."""
    tellings: dict[UUID | None, list[Held]] = defaultdict(list)
    for held in await repository.shadowed(session, contract_id, import_id):
        tellings[held.same_as].append(held)
    for first, *rest in tellings.values():
        await repository.point(session, contract_id, [held.id for held in rest], first.id)
    firsts = [held[0] for held in tellings.values()]
    await repository.point(session, contract_id, [held.id for held in firsts], None)
    await tell_kpi(session, contract_id, firsts, now())
