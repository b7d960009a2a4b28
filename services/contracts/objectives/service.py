"""Writing objectives: at once while the contract is a draft, as an amendment of both afterwards."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.common.auth.caller import ContractAccess
from services.common.errors import FieldFault, Invalid, NotFound
from services.common.identifiers import new_id
from services.common.outbox import Relay
from services.contracts import authors
from services.contracts.agreements import service as agreements
from services.contracts.notifications import service as notifications
from services.contracts.notifications.rules import Kind
from services.contracts.objectives import repository, rules
from services.contracts.objectives.models import Objective
from services.contracts.objectives.schemas import NewObjective, ObjectiveView
from services.contracts.terms.errors import ContractAccepted
from services.contracts.terms.rules import digest_of


async def write(session: AsyncSession, relay: Relay, access: ContractAccess, body: NewObjective) -> ObjectiveView:
    """Record an objective of a draft, or propose one. Raises: Invalid, Conflict."""
    faults = list(
        rules.faults_of(body.metric, body.baseline_value, body.target_value, body.change, body.starts_on, body.due_on)
    )
    if faults:
        raise Invalid(*faults)
    contract = await agreements.lock(session, access.contract_id)
    if body.replaces is not None:
        await _check_replaced(session, contract.id, body.replaces)
    if contract.activated_at is not None and access.side is None:
        raise ContractAccepted("Only its parties amend it.")
    objective_id = new_id()
    objective = await repository.add(
        session,
        {
            **body.model_dump(),
            "id": objective_id,
            "contract_id": contract.id,
            "state": "in_force" if contract.activated_at is None else "proposed",
            "digest": digest_of({"contract_id": str(contract.id), "id": str(objective_id), **body.body()}),
            **authors.columns_of(access),
        },
    )
    if objective.state == "in_force":
        await agreements.announce(session, relay, contract)
    else:
        await notifications.note_to_other(session, access, Kind.AMENDMENT_PROPOSED, objective.id, part="objective")
    return show(objective)


async def _check_replaced(session: AsyncSession, contract_id: UUID, replaced_id: UUID) -> None:
    replaced = await repository.find(session, contract_id, replaced_id)
    if replaced is None or replaced.state in ("withdrawn", "refused"):
        raise Invalid(FieldFault("replaces", "is not an objective of this contract"))
    standing = await repository.in_state(session, contract_id, "in_force")
    if any(objective.replaces == replaced_id for objective in standing):
        raise Invalid(FieldFault("replaces", "was replaced before: name the objective that replaced it"))


async def read(session: AsyncSession, contract_id: UUID, objective_id: UUID) -> Objective:
    """One objective. Raises: NotFound."""
    objective = await repository.find(session, contract_id, objective_id)
    if objective is None:
        raise NotFound
    return objective


async def list_written(session: AsyncSession, contract_id: UUID, after: UUID | None, limit: int) -> Sequence[Objective]:
    """Every objective, proposed ones included."""
    return await repository.page(session, contract_id, after, limit)


def show(objective: Objective) -> ObjectiveView:
    """An objective as both parties read it."""
    return ObjectiveView.model_validate({**vars(objective), **authors.shown(objective)})


def text_of(objective: Objective) -> dict[str, Any]:
    """What a party accepts with an objective: all that it says, and the id by which commitments name it."""
    apart = {"contract_id", "recorded_at", "state", "digest", "author", "written_at", "comment"}
    # Without a predecessor it says nothing of one, so that a text accepted before there were any keeps its digest.
    return show(objective).model_dump(mode="json", exclude=apart if objective.replaces else apart | {"replaces"})
