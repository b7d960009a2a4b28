"""Withdrawing an amendment, and refusing one."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.common.auth.caller import ContractAccess
from services.common.errors import Forbidden, NotFound
from services.common.identifiers import new_id
from services.contracts import authors
from services.contracts.acceptances import amendments
from services.contracts.acceptances.amendments import Amendment
from services.contracts.acceptances.errors import AmendmentSettled, NotProposed
from services.contracts.agreements import service as agreements
from services.contracts.closings import repository
from services.contracts.closings.models import AmendmentClosing
from services.contracts.closings.schemas import ClosingView
from services.contracts.notifications import service as notifications
from services.contracts.notifications.rules import Kind


async def withdraw(
    session: AsyncSession, access: ContractAccess, amendment_id: UUID, comment: str | None, if_match: str | None
) -> ClosingView:
    """Take back what one's own side proposed. Raises: Forbidden, NotFound, Conflict, PreconditionFailed."""
    amendment = await _waiting(session, access, amendment_id, if_match)
    if access.side != amendment.row.written_side:
        raise Forbidden("Who proposed an amendment withdraws it; the other side refuses it.")
    return await _close(session, access, amendment, "withdrawn", comment)


async def refuse(
    session: AsyncSession, access: ContractAccess, amendment_id: UUID, comment: str, if_match: str | None
) -> ClosingView:
    """Refuse what the other side proposed. Raises: Forbidden, NotFound, Conflict, PreconditionFailed."""
    amendment = await _waiting(session, access, amendment_id, if_match)
    if access.side == amendment.row.written_side:
        raise Forbidden("Who proposed an amendment withdraws it; the other side refuses it.")
    return await _close(session, access, amendment, "refused", comment)


async def _waiting(
    session: AsyncSession, access: ContractAccess, amendment_id: UUID, if_match: str | None
) -> Amendment:
    contract = await agreements.lock(session, access.contract_id, if_match)
    found = await amendments.named(session, contract.id, amendment_id)
    if not found:
        raise NotFound
    if contract.activated_at is None:
        raise NotProposed("The contract is a draft: what is written in it is changed at once.")
    if found[-1].row.state != "proposed":
        raise AmendmentSettled
    return found[-1]


async def _close(
    session: AsyncSession, access: ContractAccess, amendment: Amendment, outcome: str, comment: str | None
) -> ClosingView:
    # Commitments that were to serve this objective are nothing without it.
    closed = [amendment, *await amendments.resting_on(session, access.contract_id, amendment)]
    rows = [
        await repository.add(
            session,
            {
                "id": new_id(),
                "contract_id": access.contract_id,
                one.column: one.row.id,
                "outcome": outcome,
                "comment": comment,
                **authors.columns_of(access),
            },
        )
        for one in closed
    ]
    for one in closed:
        await one.settle(session, outcome)
        await notifications.note_to_other(session, access, Kind.AMENDMENT_ANSWERED, one.row.id, outcome=outcome)
    return show(rows[0])


async def list_made(
    session: AsyncSession, contract_id: UUID, after: UUID | None, limit: int
) -> Sequence[AmendmentClosing]:
    """Amendments of a contract that did not come into force."""
    return await repository.page(session, contract_id, after, limit)


def show(row: AmendmentClosing) -> ClosingView:
    """A closing as both parties read it."""
    return ClosingView.model_validate({**vars(row), "version_id": row.amendment_id, **authors.shown(row)})
