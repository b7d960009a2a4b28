"""What a new version of a scope says."""

import msgspec

from services.kpi.agreed.service import Content
from services.kpi.scopes.rules import Condition
from services.kpi.scopes.schemas import ConditionIn, NewScope


def content_of(wanted: NewScope) -> Content:
    """The conditions as they are kept, each value once."""
    conditions = [_condition(told) for told in wanted.conditions]
    return Content(msgspec.json.encode(conditions).decode(), wanted.valid_from)


def _condition(told: ConditionIn) -> Condition:
    return Condition(told.attribute, told.operator, tuple(dict.fromkeys(told.values)))
