"""What can be done with contracts."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.common.auth.caller import Caller
from services.common.database import Database
from services.common.errors import FieldFault, Forbidden, Invalid, NotFound, PreconditionFailed
from services.common.identifiers import new_id
from services.common.instants import now
from services.common.outbox import Relay
from services.contracts.agreements import repository, rules
from services.contracts.agreements.errors import DraftAbandoned
from services.contracts.agreements.models import Contract
from services.contracts.agreements.schemas import ContractView, NewContract
from services.contracts.directory import service as directory
from services.contracts.organisations import repository as organisations


async def create(session: AsyncSession, relay: Relay, caller: Caller, body: NewContract) -> ContractView:
    """Draft a contract, for the platform or the donneur d'ordre itself. Raises: Forbidden, Invalid."""
    if not caller.is_platform_admin and caller.organisation_id != body.donneur_ordre_id:
        raise Forbidden("Only the donneur d'ordre drafts its contracts.")
    await check(session, body)
    contract_id = new_id()
    columns = {**body.model_dump(), "id": contract_id, "created_at": now(), "state_told": rules.State.DRAFT}
    await repository.add(session, columns)
    await directory.record_change(session, relay, contract_id, rules.State.DRAFT)
    return show(await read(session, contract_id))


async def check(session: AsyncSession, body: NewContract) -> None:
    """Whether a contract could be drafted like that. Raises: Invalid."""
    parties = {"donneur_ordre_id": body.donneur_ordre_id, "sous_traitant_id": body.sous_traitant_id}
    known = await organisations.known(session, list(parties.values()))
    faults = [FieldFault(name, "is not an organisation") for name, party in parties.items() if party not in known]
    if body.donneur_ordre_id == body.sous_traitant_id:
        faults.append(FieldFault("sous_traitant_id", "must differ from donneur_ordre_id"))
    if body.ends_on is not None and body.ends_on < body.starts_on:
        faults.append(FieldFault("ends_on", "must not lie before starts_on"))
    if faults:
        raise Invalid(*faults)


async def read(session: AsyncSession, contract_id: UUID) -> Contract:
    """One contract. Raises: NotFound."""
    contract = await repository.find(session, contract_id)
    if contract is None:
        raise NotFound
    return contract


async def list_visible(session: AsyncSession, caller: Caller, after: UUID | None, limit: int) -> Sequence[Contract]:
    """The contracts of the caller's organisation, within what the caller was given; all of them for the platform."""
    visible_to = None if caller.is_platform_admin else caller.organisation_id or UUID(int=0)
    return await repository.page(session, visible_to, after, limit, among=caller.contracts)


def show(contract: Contract) -> ContractView:
    """A contract as it is now."""
    columns = {name: value for name, value in vars(contract).items() if not name.startswith("_")}
    return ContractView.model_validate({**columns, "state": state_of(contract)})


def state_of(contract: Contract, at: datetime | None = None) -> rules.State:
    """The state of a contract now, or at another instant."""
    return rules.state_of(contract.activated_at, contract.ends_on, contract.zone, at or now(), contract.abandoned_at)


async def lock(session: AsyncSession, contract_id: UUID, if_match: str | None = None) -> Contract:
    """A contract that only this transaction changes, at the revision expected.

    Raises: NotFound, PreconditionFailed, DraftAbandoned.
    """
    contract = await repository.lock(session, contract_id)
    if contract is None:
        raise NotFound
    if not rules.is_expected(if_match, contract.revision):
        raise PreconditionFailed
    if contract.abandoned_at is not None:
        raise DraftAbandoned
    return contract


async def announce(session: AsyncSession, relay: Relay, contract: Contract) -> int:
    """Raise the revision of a locked contract and tell the other services what it has become; the new revision."""
    return await directory.record_change(session, relay, contract.id, state_of(contract))


async def activate(session: AsyncSession, contract_id: UUID) -> Contract:
    """Make a locked draft active; the contract as it is then."""
    await repository.activate(session, contract_id)
    return await read(session, contract_id)


async def tell_ends(database: Database, relay: Relay, at: datetime | None = None) -> None:
    """Tell the other services of contracts whose last day has passed since they were told."""
    instant = at or now()
    async with database.background_session() as session:
        candidates = await repository.untold_ends(session, rules.may_have_ended_by(instant))
    for contract_id in candidates:
        async with database.background_session() as session:
            contract = await lock(session, contract_id)
            state = state_of(contract, instant)
            if state != contract.state_told:
                await directory.record_change(session, relay, contract_id, state)


async def withdraw_party(database: Database, relay: Relay, contract_id: UUID, organisation_id: UUID) -> None:
    """End an organisation's access to a contract from now on; an operation of the operator, without a route.

    Raises: NotFound when it has no access now.
    """
    async with database.background_session() as session:
        contract = await lock(session, contract_id)
        if not await repository.withdraw(session, contract_id, organisation_id):
            raise NotFound
        await announce(session, relay, contract)
