"""Telling who is the donneur d'ordre's own staff: at once before the activation, afterwards with the other party."""

from datetime import UTC
from uuid import UUID

from pydantic import SecretStr
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.errors import Conflict, Forbidden, NotFound
from services.common.identifiers import new_id
from services.common.pseudonyms import pseudonymiser
from services.kpi.feeds import repository as feeds
from services.kpi.feeds.rules import Feed
from services.kpi.folding.clock import touch
from services.kpi.scopes.service import BEGINNING, Asking
from services.kpi.staff import repository
from services.kpi.staff.schemas import NewStaff


async def propose(session: AsyncSession, asking: Asking, feed: Feed, wanted: NewStaff, key: SecretStr) -> UUID:
    """Put a new version in force, or before the other party where the contract is active; worker role.

    A version that waits gives way: who answers with another one proposes in turn.
    """
    in_force = await feeds.is_draft(session, asking.contract_id)
    await repository.supersede(session, asking.contract_id, asking.source_id)
    await feeds.begin_recording(session)
    staff_id = new_id()
    # Events are kept with the home contract, their people under its key.
    pseudonym = pseudonymiser(key, feed.home)
    values = {
        "contract": asking.contract_id,
        "source": asking.source_id,
        "id": staff_id,
        "valid_from": BEGINNING if wanted.valid_from is None else wanted.valid_from.astimezone(UTC),
        "agents": sorted({pseudonym(author) for author in wanted.author_ids}),
        "in_force": in_force,
        "by": asking.subject,
        "side": asking.side,
    }
    await repository.add(session, values)
    if in_force:
        await feeds.mark_source(session, asking.contract_id, feed)
    await touch(session, asking.contract_id, judged_anew=in_force)
    return staff_id


async def approve(session: AsyncSession, asking: Asking, feed: Feed, staff_id: UUID) -> None:
    """Put a version in force that the other party proposed; worker role. Raises: NotFound, Forbidden, Conflict."""
    found = await repository.find(session, asking.contract_id, asking.source_id, staff_id)
    if found is None:
        raise NotFound
    if found.requested_by_side == asking.side:
        raise Forbidden("The other party approves who is of the staff.")
    await feeds.begin_recording(session)
    if not await repository.approve(session, asking.contract_id, asking.source_id, staff_id, asking.subject):
        raise Conflict("This version does not wait for an approval.")
    await feeds.mark_source(session, asking.contract_id, feed)
    await touch(session, asking.contract_id, judged_anew=True)
