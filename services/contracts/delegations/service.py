"""Giving and taking functions in one contract."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.common.auth.caller import ContractAccess
from services.common.errors import FieldFault, Invalid, NotFound
from services.common.identifiers import new_id
from services.common.instants import now
from services.contracts.delegations import repository, rules
from services.contracts.delegations.models import ContractFunction
from services.contracts.delegations.schemas import DelegationView, NewDelegation
from services.contracts.people import repository as people


async def give(session: AsyncSession, access: ContractAccess, person_id: UUID, body: NewDelegation) -> DelegationView:
    """Say what somebody of one's organisation does in a contract, in place of what was said before.

    Raises: NotFound, Invalid.
    """
    organisation_id = await _own(session, access, person_id)
    present = now()
    valid_from = body.valid_from or present
    faults = rules.faults(body.functions, body.scope, valid_from, body.valid_to)
    if await repository.present(session, person_id, access.contract_id) >= rules.MOST:
        faults.append(("functions", f"somebody has functions of their own in at most {rules.MOST} contracts"))
    if faults:
        raise Invalid(*(FieldFault(field, words) for field, words in faults))
    await repository.end(session, access.contract_id, person_id, access.caller.subject)
    row = ContractFunction(
        id=new_id(),
        organisation_id=organisation_id,
        contract_id=access.contract_id,
        person_id=person_id,
        functions=list(body.functions),
        scope=body.scope,
        valid_from=valid_from,
        valid_to=body.valid_to,
        recorded_at=present,
        recorded_by=access.caller.subject,
        ended_at=None,
        ended_by=None,
    )
    await repository.add(session, {name: value for name, value in vars(row).items() if not name.startswith("_")})
    return DelegationView.model_validate(row)


async def take(session: AsyncSession, access: ContractAccess, person_id: UUID) -> None:
    """Let somebody do in a contract what they do elsewhere. Raises: NotFound when nothing else was said."""
    await _own(session, access, person_id)
    if not await repository.end(session, access.contract_id, person_id, access.caller.subject):
        raise NotFound


async def scope_of(session: AsyncSession, access: ContractAccess) -> str | None:
    """For what the caller is named in the contract now; None for machine clients, and for who is named for nothing."""
    try:
        person_id = UUID(access.caller.subject)
    except ValueError:
        return None
    return await repository.scope_of(session, access.contract_id, person_id)


async def _own(session: AsyncSession, access: ContractAccess, person_id: UUID) -> UUID:
    organisation_id = access.caller.organisation_id or UUID(int=0)
    await people.lock(session, organisation_id)
    person = await people.find(session, organisation_id, person_id)
    if person is None or person.deactivated_at is not None:
        raise NotFound
    return organisation_id


async def list_given(
    session: AsyncSession, access: ContractAccess, after: UUID | None, limit: int
) -> Sequence[ContractFunction]:
    """What people of one's organisation do or did in a contract."""
    return await repository.page(session, access.contract_id, after, limit)
