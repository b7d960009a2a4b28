"""Recording requests of persons, and their steps until they are answered."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import msgspec
from pydantic import SecretStr
from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.auth.caller import ContractAccess
from services.common.encryption import Vault
from services.common.errors import Conflict, FieldFault, Forbidden, Invalid, NotFound
from services.common.identifiers import new_id
from services.common.instants import now, to_text
from services.common.pseudonyms import pseudonymiser
from services.feedback.rights import repository
from services.feedback.rights.rules import EXTENDED, NotNow, after, due_on
from services.feedback.rights.schemas import ErasureTold, NewPersonRequest, NextStep, PersonRequestOut

A_DAY = timedelta(days=1)
"""A day may have begun elsewhere before it does in UTC."""


async def record(
    session: AsyncSession, vault: Vault, key: SecretStr, access: ContractAccess, wanted: NewPersonRequest
) -> PersonRequestOut:
    """Keep a request: who the person is only sealed and as pseudonyms. Raises: Invalid."""
    if wanted.received_on > now().date() + A_DAY:
        raise Invalid(FieldFault("received_on", "must not lie in the future"))
    pseudonym = pseudonymiser(key, access.contract_id)
    references = [{"kind": one.kind, "value": _normal(one.kind, one.value)} for one in wanted.references]
    row = await repository.add(
        session,
        {
            "contract": access.contract_id,
            "id": new_id(),
            "kind": wanted.kind,
            "received_on": wanted.received_on,
            "due_on": due_on(wanted.received_on),
            "in_charge": wanted.in_charge,
            "case_reference": wanted.case_reference or None,
            "identified_by": sorted({one["kind"] for one in references}),
            "pseudonyms": sorted({pseudonym(one["value"]) for one in references}),
            "sealed": vault.seal(msgspec.json.encode(references)),
            "steps": [step_of("record", access.side)],
        },
    )
    return show(row)


async def take(session: AsyncSession, access: ContractAccess, request_id: UUID, wanted: NextStep) -> PersonRequestOut:
    """Take a step. Raises: NotFound, Forbidden when the other side is in charge, Conflict when it is not possible."""
    row = await in_charge(session, access, request_id)
    extends, erases = wanted.step == "extend", wanted.step == "erase"
    late = now().date() - A_DAY > row.due_on
    try:
        state = after(wanted.step, row.kind, row.state, row.erasure, extended=row.extended, late=late)
    except NotNow as fault:
        raise Conflict(f"Not possible: {fault}.") from None
    if state in ("answered", "refused"):
        # First: the table holds no closed request of which it is still known who the person is.
        await repository.forget(session, access.contract_id, request_id)
    changed = await repository.change(
        session,
        {
            "contract": access.contract_id,
            "id": request_id,
            "state": state,
            "due_on": due_on(row.received_on, EXTENDED) if extends else row.due_on,
            "extended": row.extended or extends,
            "erasure": "ordered" if erases else row.erasure,
            "step": [step_of(wanted.step, access.side, wanted.reason)],
        },
    )
    return show(changed)


async def in_charge(session: AsyncSession, access: ContractAccess, request_id: UUID) -> Row[Any]:
    """The request, locked, for the side that answers it. Raises: NotFound, Forbidden."""
    row = await repository.lock(session, access.contract_id, request_id)
    if row is None:
        raise NotFound
    if row.in_charge != access.side:
        raise Forbidden("The other party is in charge of this request.")
    return row


async def keep_outcome(session: AsyncSession, request_id: UUID, told: ErasureTold) -> None:
    """kpi has erased its part: that of feedback is next."""
    erased = {"tickets": len(told.tickets), "contents": told.contents}
    await repository.told(session, told.contract_id, request_id, erased, [list(one) for one in told.tickets])


def step_of(step: str, side: str | None, reason: str | None = None) -> dict[str, Any]:
    """A step as it is kept."""
    return {"step": step, "at": to_text(now()), "side": side, "reason": reason}


def show(row: Row[Any]) -> PersonRequestOut:
    """A request as both parties read it."""
    return PersonRequestOut.model_validate(dict(row._mapping))


def _normal(kind: str, value: str) -> str:
    return value.lower() if kind == "email" else value
