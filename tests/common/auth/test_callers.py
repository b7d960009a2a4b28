"""From verified claims to the caller, and what the scope of a caller closes."""

from typing import Any
from uuid import UUID

import pytest

from services.common.auth.authentication import caller_from
from services.common.errors import Unauthenticated
from services.common.identifiers import new_id

CLAIMS: dict[str, Any] = {"sub": "1", "iss": "gateway", "org": str(new_id()), "functions": ["reader"], "roles": []}


def test_a_caller_without_name_and_scope_has_none() -> None:
    caller = caller_from(CLAIMS)
    assert (caller.name, caller.contracts) == (None, None)
    assert caller.reaches(new_id())


def test_a_name_and_a_scope_are_read() -> None:
    inside = new_id()
    caller = caller_from(CLAIMS | {"name": "Claire Morel", "contracts": [str(inside)]})
    assert caller.name == "Claire Morel"
    assert caller.contracts == frozenset({inside})
    assert caller.reaches(inside)
    assert not caller.reaches(new_id())


def test_an_empty_scope_reaches_nothing() -> None:
    assert not caller_from(CLAIMS | {"contracts": []}).reaches(UUID(int=0))


@pytest.mark.parametrize(
    "wrong", [{"name": 1}, {"name": ["x"]}, {"contracts": "all"}, {"contracts": {"a": 1}}, {"contracts": ["nope"]},
              {"contracts": [1]}]
)  # fmt: skip
def test_a_name_or_scope_of_another_shape_is_not_ours(wrong: dict[str, Any]) -> None:
    with pytest.raises(Unauthenticated):
        caller_from(CLAIMS | wrong)
