"""Making a practice of an action, agreeing to it, taking it back."""

from typing import Any, Protocol
from uuid import UUID

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.auth.caller import ContractAccess
from services.common.errors import Conflict, FieldFault, Forbidden, Invalid, NotFound
from services.common.identifiers import new_id
from services.common.news import across, tell_people
from services.kpi.authors import author_of
from services.kpi.baselines.comparison import Wanted, compare_days
from services.kpi.baselines.schemas import BeforeAfterOut
from services.kpi.figures.rules.indicators import INDICATORS
from services.kpi.figures.rules.instants import Instants
from services.kpi.folding.clock import touch
from services.kpi.practices import repository
from services.kpi.practices.rules import fault_of_days, is_shown
from services.kpi.practices.schemas import ActionTold, NewPractice, PracticeOut


class Actions(Protocol):
    """The register of actions, which contracts keeps."""

    async def read(self, contract_id: UUID, action_id: UUID) -> ActionTold | None:
        """One action. Raises: Unavailable."""


async def propose(session: AsyncSession, access: ContractAccess, actions: Actions, wanted: NewPractice) -> PracticeOut:
    """Put a practice before the other party, with its effect as the figures tell it now.

    Raises: Invalid, Conflict, Unavailable.
    """
    faults = [
        FieldFault(f"{name}.to", fault)
        for name, days in (("before", wanted.before), ("after", wanted.after))
        if (fault := days.fault()) is not None
    ]
    if faults:
        raise Invalid(*faults)
    action = await actions.read(access.contract_id, wanted.action_id)
    if action is None:
        raise Invalid(FieldFault("action_id", "names no action of this contract"))
    if action.state != "verified" or action.started_on is None or action.done_on is None:
        raise Conflict("A practice comes from an action that the other party has verified.")
    before, after = wanted.before.days(), wanted.after.days()
    if (overlap := fault_of_days(before, after, action.started_on, action.done_on)) is not None:
        raise Invalid(overlap)
    if action.expected_effect is None:
        raise Conflict("This action names no indicator that it was to change: there is no effect to show.")
    indicator = INDICATORS[action.expected_effect.indicator]
    asked = Wanted(indicator, action.expected_effect.variant, after, None)
    effect = await compare_days(session, access.contract_id, asked, before, Instants())
    if not is_shown(effect.reading):
        raise Conflict("Between these days the figures do not show that it became better.")
    return await _keep(session, access, wanted, action.title, effect)


async def _keep(
    session: AsyncSession, access: ContractAccess, wanted: NewPractice, title: str, effect: BeforeAfterOut
) -> PracticeOut:
    row = await repository.propose(
        session,
        {
            **author_of(access),
            "id": new_id(),
            "action": wanted.action_id,
            "title": title,
            "practice": wanted.practice,
            "conditions": wanted.conditions,
            "effect": effect.model_dump_json(by_alias=True),
        },
    )
    if row is None:
        raise Conflict("This action is a practice already, or waits to be one.")
    sides = across(access.side)
    await tell_people(
        session, access.contract_id, "practice_proposed", row.id, sides=sides, subject_id=row.id, doer=access
    )
    await touch(session, access.contract_id)
    return show(row)


async def agree(session: AsyncSession, access: ContractAccess, practice_id: UUID) -> PracticeOut:
    """Agree to what the other party proposed. Raises: NotFound, Forbidden, Conflict when it does not wait."""
    row = await read(session, access.contract_id, practice_id)
    if row.proposed_by["side"] == access.side:
        raise Forbidden("The other party agrees to what was proposed.")
    agreed = await repository.agree(session, practice_id, author_of(access))
    if agreed is None:
        raise Conflict("This practice does not wait for an agreement.")
    await _tell_answer(session, access, practice_id, "agreed")
    await touch(session, access.contract_id)
    return show(agreed)


async def withdraw(session: AsyncSession, access: ContractAccess, practice_id: UUID) -> None:
    """Refuse it, or share it no longer: either party at any time, and again is no failure. Raises: NotFound."""
    row = await read(session, access.contract_id, practice_id)
    if row.state == "withdrawn":
        return
    await repository.withdraw(session, practice_id, author_of(access))
    await _tell_answer(session, access, practice_id, "withdrawn")
    await touch(session, access.contract_id)


async def _tell_answer(session: AsyncSession, access: ContractAccess, practice_id: UUID, outcome: str) -> None:
    await tell_people(
        session,
        access.contract_id,
        "proposal_answered",
        f"{practice_id}:{outcome}",
        sides=across(access.side),
        subject_id=practice_id,
        doer=access,
        data={"part": "practice", "outcome": outcome},
    )


async def read(session: AsyncSession, contract_id: UUID, practice_id: UUID) -> Row[Any]:
    """One practice of a contract. Raises: NotFound."""
    row = await repository.find(session, contract_id, practice_id)
    if row is None:
        raise NotFound
    return row


def show(row: Row[Any]) -> PracticeOut:
    """A practice as both parties read it."""
    return PracticeOut.model_validate(row._mapping)
