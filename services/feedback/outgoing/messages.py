"""What tools were told and are to be told: reading it, trying a tool, sending again."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.auth.caller import ContractAccess
from services.common.errors import FieldFault, Invalid, NotFound
from services.common.identifiers import new_id
from services.common.instants import from_microseconds, to_microseconds
from services.common.pagination import Page, PageRequest, cut_page, encode_cursor
from services.feedback.outgoing import repository, service
from services.feedback.outgoing.rules.payload import TRIAL
from services.feedback.outgoing.schemas import AttemptOut, MessageOut, Resent

MOST_RESENT = 1_000


async def list_messages(
    session: AsyncSession, contract_id: UUID, hook_id: UUID, state: str | None, page: PageRequest
) -> Page[MessageOut]:
    """A page of messages of a tool, the newest first. Raises: NotFound, Invalid."""
    await service.find(session, contract_id, hook_id)
    rows = await repository.page(session, contract_id, hook_id, state, _position(page), page.limit + 1)
    kept, more = cut_page(rows, page.limit)
    cursor = encode_cursor(to_microseconds(kept[-1].created_at), str(kept[-1].id)) if more else None
    return Page(items=await _shown(session, contract_id, kept), next_cursor=cursor)


async def try_out(session: AsyncSession, access: ContractAccess, hook_id: UUID) -> MessageOut:
    """Send a message that concerns no customer, also to a tool that is paused or off. Raises: as `find_to_change`."""
    await service.find_to_change(session, access, hook_id)
    message_id = new_id()
    row = {"contract": access.contract_id, "id": message_id, "hook": hook_id, "answer": None, "event": TRIAL}
    await repository.add_messages(session, [row])
    return await _one(session, access.contract_id, hook_id, message_id)


async def resend(session: AsyncSession, access: ContractAccess, hook_id: UUID, message_id: UUID) -> MessageOut:
    """Send a message again at once, under the same id. Raises: as `find_to_change`, NotFound."""
    # A stranger's message is missing before anything else is said.
    if await repository.message(session, access.contract_id, hook_id, message_id) is None:
        raise NotFound
    await service.find_to_change(session, access, hook_id)
    await repository.resend(session, access.contract_id, hook_id, message_id)
    return await _one(session, access.contract_id, hook_id, message_id)


async def resend_dead(session: AsyncSession, access: ContractAccess, hook_id: UUID) -> Resent:
    """Send everything again that the tool did not take, up to 1,000 at a time. Raises: as `find_to_change`."""
    await service.find_to_change(session, access, hook_id)
    resent = await repository.resend_dead(session, access.contract_id, hook_id, MOST_RESENT)
    return Resent(resent=resent, more=resent == MOST_RESENT)


async def _one(session: AsyncSession, contract_id: UUID, hook_id: UUID, message_id: UUID) -> MessageOut:
    row = await repository.message(session, contract_id, hook_id, message_id)
    if row is None:
        raise NotFound
    return (await _shown(session, contract_id, [row]))[0]


async def _shown(session: AsyncSession, contract_id: UUID, rows: Sequence[Row[Any]]) -> list[MessageOut]:
    found: dict[UUID, list[AttemptOut]] = defaultdict(list)
    for one in await repository.attempts(session, contract_id, [row.id for row in rows]) if rows else []:
        found[one.message_id].append(AttemptOut.model_validate(dict(one._mapping)))
    return [
        MessageOut.model_validate(
            {
                **row._mapping,
                "item_id": row.answer_id,
                "next_attempt_at": row.next_attempt_at if row.state == "waiting" else None,
                "attempts": found[row.id],
            }
        )
        for row in rows
    ]


def _position(page: PageRequest) -> tuple[datetime, UUID] | None:
    try:
        match page.after:
            case None:
                return None
            case [int(microseconds), str(message_id)] if not isinstance(microseconds, bool):
                return from_microseconds(microseconds), UUID(message_id)
    except (ValueError, OverflowError):
        pass
    raise Invalid(FieldFault("cursor", "is not a cursor of this list"))
