"""Promising to tell the provider's tools, in the transaction of what they are told of."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.common.identifiers import new_id
from services.feedback.outgoing import repository
from services.feedback.outgoing.rules.payload import ERASED, event_of_item, event_of_step


async def announce_items(session: AsyncSession, contract_id: UUID, answers: Sequence[UUID]) -> None:
    """Tell of answers that this transaction relayed; those of them that were relayed before are left out."""
    if not answers:
        return
    rows = await repository.hooks_for_items(session, contract_id, answers)
    wanted = ((row, event_of_item(row.kind)) for row in rows)
    messages = [_message(contract_id, row.hook, row.answer_id, event) for row, event in wanted if event in row.events]
    await repository.add_messages(session, messages)


async def announce_step(session: AsyncSession, contract_id: UUID, answer_id: UUID, step: str) -> None:
    """Tell of a step that was taken, if it is one that tools are told of."""
    event = event_of_step(step)
    if event is not None:
        hooks = await repository.hooks_for_step(session, contract_id, answer_id, event)
        messages = [_message(contract_id, hook, answer_id, event) for hook in hooks]
        await repository.add_messages(session, messages)


async def announce_erased(session: AsyncSession, contract_id: UUID, answers: Sequence[UUID]) -> None:
    """Tell whoever was told of these answers that their words are no more. Worker role only."""
    rows = await repository.hooks_told(session, contract_id, answers) if answers else []
    await repository.add_messages(session, [_message(contract_id, row.hook, row.answer_id, ERASED) for row in rows])


def _message(contract_id: UUID, hook_id: UUID, answer_id: UUID, event: str) -> dict[str, Any]:
    return {"contract": contract_id, "id": new_id(), "hook": hook_id, "answer": answer_id, "event": event}
