"""Proposing actions, taking their steps, and reading them."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.common.auth.caller import ContractAccess
from services.common.errors import Conflict, FieldFault, Forbidden, Invalid, NotFound, PreconditionFailed
from services.common.identifiers import new_id
from services.common.instants import now
from services.common.zones import zone
from services.contracts import authors
from services.contracts.actions import repository, rules
from services.contracts.actions.errors import ContractNotActive
from services.contracts.actions.models import Action
from services.contracts.actions.rules import NotNow, NotTheirs, State, Step
from services.contracts.actions.schemas import ActionParts, ActionWithSteps, NewAction, NewStep, PossibleOwner
from services.contracts.actions.showing import effect_columns, show_with_steps, standing_of, told_changes
from services.contracts.agreements import service as agreements
from services.contracts.agreements.models import Contract
from services.contracts.agreements.rules import Side, is_expected
from services.contracts.notifications import service as notifications
from services.contracts.notifications.rules import Kind


async def propose(session: AsyncSession, access: ContractAccess, body: NewAction) -> ActionWithSteps:
    """Propose an action to the other party. Raises: Invalid, ContractNotActive."""
    contract = await agreements.read(session, access.contract_id)
    if contract.activated_at is None:
        raise ContractNotActive("Actions are for contracts that both parties have accepted.")
    side = Side(access.side or "")
    _check_effect(body, "expected_effect")
    action_id, author = new_id(), authors.columns_of(access)
    columns = {
        "contract_id": access.contract_id,
        "id": action_id,
        **_said(body),
        **await _owners(session, access.contract_id, body.owners.model_dump()),
        "origin_kind": body.origin.kind,
        "origin_id": body.origin.id,
        "state": State.PROPOSED,
        "revision": 1,
        "proposed_side": side,
        **author,
    }
    action = await repository.add(session, columns)
    await _record(session, access, action, "propose", None, {})
    await _tell(session, access, action, None)
    return await _whole(session, action, today_of(contract))


async def take(
    session: AsyncSession, access: ContractAccess, action_id: UUID, body: NewStep, if_match: str
) -> ActionWithSteps:
    """Take a step. Raises: NotFound, PreconditionFailed, Conflict, Forbidden, Invalid."""
    action = await repository.lock(session, access.contract_id, action_id)
    if action is None:
        raise NotFound
    if not is_expected(if_match, action.revision):
        raise PreconditionFailed
    if action.revision >= rules.MOST_STEPS:
        raise Conflict(f"An action has at most {rules.MOST_STEPS} steps: propose another one.")
    side, today = Side(access.side or ""), today_of(await agreements.read(session, access.contract_id))
    try:
        state = rules.after(body.step, standing_of(action), side)
    except NotNow as fault:
        raise Conflict(f"Not possible: {fault}.") from None
    except NotTheirs as fault:
        raise Forbidden(f"Not yours: {fault}.") from None
    changed = await _changed(session, action, side, body, today)
    if state in rules.CLOSED:
        changed["closed_on"] = today
    before = {name: getattr(action, name) for name in changed}
    action = await repository.change(session, action, {**changed, "state": state, "revision": action.revision + 1})
    await _record(session, access, action, body.step, body.comment, told_changes(before, changed))
    await _tell(session, access, action, body.step, before)
    return await _whole(session, action, today)


async def _changed(session: AsyncSession, action: Action, side: Side, body: NewStep, today: date) -> dict[str, Any]:
    """What a step changes beside the state."""
    changed: dict[str, Any] = {}
    match body.step:
        case Step.CHANGE if body.changes is not None:
            _check_effect(body.changes, "changes.expected_effect")
            changed = {**_said(body.changes), "proposed_side": side}
        case Step.START:
            changed = {"started_on": _happened(body.on, None, today)}
        case Step.FINISH:
            done_on = _happened(body.on, action.started_on, today)
            changed = {"done_on": done_on, "done_side": side, "started_on": action.started_on or done_on}
            changed |= {"asked_due_on": None, "asked_side": None}
        case Step.REOPEN:
            changed = {"done_on": None, "done_side": None}
        case Step.ASK_DATE:
            if body.due_on == action.due_on:
                raise Invalid(FieldFault("due_on", "is the date already agreed"))
            changed = {"asked_due_on": body.due_on, "asked_side": side}
        case Step.AGREE_DATE:
            changed = {"due_on": action.asked_due_on, "postponed": action.postponed + 1}
            changed |= {"asked_due_on": None, "asked_side": None}
        case Step.KEEP_DATE:
            changed = {"asked_due_on": None, "asked_side": None}
    if body.owner is not None:
        changed |= await _owners(session, action.contract_id, {str(side): body.owner}, field="owner")
    return {name: value for name, value in changed.items() if value != getattr(action, name)}


def _happened(on: date | None, earliest: date | None, today: date) -> date:
    day = on or today
    if day > today:
        raise Invalid(FieldFault("on", "must not lie in the future"))
    if earliest is not None and day < earliest:
        raise Invalid(FieldFault("on", f"must not lie before the start, {earliest}"))
    return day


def _said(parts: ActionParts) -> dict[str, Any]:
    said = parts.model_dump(include={"title", "cause", "description", "due_on"})
    return {**said, **effect_columns(parts.expected_effect)}


def _check_effect(parts: ActionParts, field: str) -> None:
    effect = parts.expected_effect
    if effect is None:
        return
    found = rules.effect_faults(effect.indicator, effect.variant, effect.direction, effect.change, effect.amount)
    faults = [FieldFault(f"{field}.{fault.field}", fault.message) for fault in found]
    if faults:
        raise Invalid(*faults)


async def _owners(
    session: AsyncSession, contract_id: UUID, named: dict[str, UUID | None], field: str | None = None
) -> dict[str, Any]:
    columns: dict[str, Any] = {}
    faults = []
    for side, person_id in named.items():
        if person_id is None:
            continue
        found = await repository.owner(session, contract_id, person_id)
        if found is None or found.side != side:
            # One answer for who is not there, is of the other side or may take no step: it tells nothing of anybody.
            words = "must be somebody of that side who may take the steps of actions in this contract"
            faults.append(FieldFault(field or f"owners.{side}", words))
            continue
        columns |= {f"owner_{side}": person_id, f"owner_{side}_name": found.name}
    if faults:
        raise Invalid(*faults)
    return columns


async def _record(
    session: AsyncSession, access: ContractAccess, action: Action, step: str, comment: str | None, changes: Any
) -> None:
    columns = {"contract_id": action.contract_id, "id": new_id(), "action_id": action.id, "step": step}
    columns |= {"state": action.state, "comment": comment, "changes": changes}
    await repository.add_step(session, {**columns, **authors.columns_of(access)})


_ASKING: dict[Step | None, Kind] = {
    None: Kind.ACTION_PROPOSED,
    Step.CHANGE: Kind.ACTION_PROPOSED,
    Step.ASK_DATE: Kind.ACTION_DATE_ASKED,
    Step.FINISH: Kind.ACTION_DONE,
}
_ANSWERING: dict[Step | None, str] = {
    Step.ACCEPT: "accepted",
    Step.REFUSE: "refused",
    Step.VERIFY: "verified",
    Step.REOPEN: "reopened",
    Step.ABANDON: "abandoned",
    Step.AGREE_DATE: "date_agreed",
    Step.KEEP_DATE: "date_kept",
}
_OWNERS = ("owner_donneur_ordre", "owner_sous_traitant")


async def _tell(
    session: AsyncSession, access: ContractAccess, action: Action, step: Step | None, before: Mapping[str, Any] = {}
) -> None:
    """Tell the other party what is asked or answered, who is accountable too, and somebody newly named."""
    across = [rules.other(Side(access.side or ""))]
    owners = {name: getattr(action, name) for name in _OWNERS}
    named = {owner for name, owner in owners.items() if owner is not None and (step is None or name in before)}
    if step in _ASKING:
        await notifications.note(session, access, _ASKING[step], sides=across, subject_id=action.id)
    elif step in _ANSWERING:
        people = {owner for owner in owners.values() if owner is not None} - named
        outcome = _ANSWERING[step]
        await notifications.note(
            session,
            access,
            Kind.ACTION_ANSWERED,
            sides=across,
            people=people,
            subject_id=action.id,
            data={"outcome": outcome},
        )
    if named:
        due_on = action.due_on.isoformat()
        await notifications.note(
            session, access, Kind.ACTION_NAMED, people=named, subject_id=action.id, data={"due_on": due_on}
        )


async def read(session: AsyncSession, contract_id: UUID, action_id: UUID) -> ActionWithSteps:
    """One action with its history. Raises: NotFound."""
    action = await find(session, contract_id, action_id)
    return await _whole(session, action, today_of(await agreements.read(session, contract_id)))


async def find(session: AsyncSession, contract_id: UUID, action_id: UUID) -> Action:
    """One action. Raises: NotFound."""
    action = await repository.find(session, contract_id, action_id)
    if action is None:
        raise NotFound
    return action


async def _whole(session: AsyncSession, action: Action, today: date) -> ActionWithSteps:
    return show_with_steps(action, await repository.steps(session, action.contract_id, action.id), today)


async def today_in(session: AsyncSession, contract_id: UUID) -> date:
    """Today's date where a contract is."""
    return today_of(await agreements.read(session, contract_id))


def today_of(contract: Contract) -> date:
    """Today's date in the contract's zone."""
    return now().astimezone(zone(contract.zone)).date()


async def possible_owners(session: AsyncSession, access: ContractAccess) -> list[PossibleOwner]:
    """Who may be accountable: one's own people, and of the other party those whom it has named itself before."""
    own = Side(access.side or "")
    organisation_id = access.caller.organisation_id or UUID(int=0)
    mine = [
        PossibleOwner(side=own, person_id=row.person_id, name=row.name)
        for row in await repository.own_people(session, access.contract_id, organisation_id)
    ]
    across = rules.other(own)
    theirs = [
        PossibleOwner(side=across, person_id=person_id, name=name)
        for person_id, name in await repository.named(session, access.contract_id, across)
    ]
    return sorted([*mine, *theirs], key=lambda one: (one.side, one.name, one.person_id))
