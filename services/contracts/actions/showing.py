"""Actions as both parties read them."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from services.contracts.actions import rules
from services.contracts.actions.models import Action, ActionStep
from services.contracts.actions.rules import Standing, State
from services.contracts.actions.schemas import ActionTold, ActionView, ActionWithSteps, Effect, StepView
from services.contracts.agreements.rules import Side
from services.contracts.authors import Author
from services.contracts.fields import amount_text

_EFFECT = ("indicator", "variant", "direction", "change", "amount", "by")
_UNSAID = frozenset({"closed_on", "proposed_side", "postponed", "owner_donneur_ordre", "owner_sous_traitant"})
"""Columns whose changes the state, the author or another field tells."""


def standing_of(action: Action) -> Standing:
    """Where an action stands."""
    done, asked = (None if side is None else Side(side) for side in (action.done_side, action.asked_side))
    return Standing(State(action.state), Side(action.proposed_side), done, asked)


def show(action: Action, today: date) -> ActionView:
    """An action on a day of its contract's zone."""
    return ActionView.model_validate(_told(action, today))


def show_with_steps(action: Action, steps: Sequence[ActionStep], today: date) -> ActionWithSteps:
    """The same with everything that happened to it."""
    return ActionWithSteps.model_validate({**_told(action, today), "steps": [_step(one) for one in steps]})


def tell(action: Action) -> ActionTold:
    """An action as other services are told of it."""
    return ActionTold.model_validate({**_columns(action), "expected_effect": _effect(action)})


def _columns(action: Action) -> dict[str, Any]:
    return {name: value for name, value in vars(action).items() if not name.startswith("_")}


def _effect(action: Action) -> dict[str, Any] | None:
    if action.effect_indicator is None:
        return None
    return {**{name: getattr(action, f"effect_{name}") for name in _EFFECT}, "by": str(action.effect_by)}


def _told(action: Action, today: date) -> dict[str, Any]:
    columns = _columns(action)
    asked = {"due_on": action.asked_due_on, "side": action.asked_side}
    return {
        **{name: str(value) if name == "due_on" else value for name, value in columns.items()},
        "owners": {side: _owner(columns, side) for side in Side},
        "origin": {"kind": action.origin_kind, "id": action.origin_id},
        "expected_effect": _effect(action),
        "asked_date": None if action.asked_due_on is None else asked,
        "awaits": rules.awaits(standing_of(action)),
        "days_late": rules.days_late(State(action.state), action.due_on, action.done_on, today),
        "author": _author(action),
    }


def _owner(columns: Mapping[str, Any], side: Side) -> dict[str, Any] | None:
    person_id = columns[f"owner_{side}"]
    return None if person_id is None else {"person_id": person_id, "name": columns[f"owner_{side}_name"]}


def _author(written: Action | ActionStep) -> Author:
    return Author(side=Side(written.written_side), name=written.written_name)


def _step(step: ActionStep) -> StepView:
    said = {"step": step.step, "state": step.state, "comment": step.comment, "changes": step.changes}
    return StepView.model_validate({**said, "author": _author(step), "written_at": step.written_at})


def effect_columns(effect: Effect | None) -> dict[str, Any]:
    """An expected effect as it is kept."""
    return {f"effect_{name}": None if effect is None else getattr(effect, name) for name in _EFFECT}


def told_changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, list[Any]]:
    """Field -> [before, after], as texts, of what a step changed."""
    return {name: [_text(before[name]), _text(value)] for name, value in after.items() if name not in _UNSAID}


def _text(value: object) -> str | None:
    return None if value is None else amount_text(value) if isinstance(value, Decimal) else str(value)
