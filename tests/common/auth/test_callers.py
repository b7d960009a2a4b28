"""From verified claims to the caller, and what the scope of a caller closes."""

from typing import Any
from uuid import UUID

import pytest

from services.common.auth.access import Permission
from services.common.auth.authentication import caller_from
from services.common.errors import Forbidden, SecondFactorRequired, Unauthenticated
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


def test_functions_in_one_contract_take_the_place_of_one_s_own() -> None:
    """given a reader, signatory in one contract and only auditor in another / then each holds there."""
    signs, checks, other = new_id(), new_id(), new_id()
    claims = CLAIMS | {"contract_functions": {str(signs): ["signatory"], str(checks): ["auditor"]}}
    caller = caller_from(claims)
    assert caller.holds(Permission.ACCEPTANCE_CREATE, signs)
    assert not caller.holds(Permission.ACCEPTANCE_CREATE, checks)
    assert not caller.holds(Permission.ACCEPTANCE_CREATE, other)
    assert not caller.holds(Permission.ACCEPTANCE_CREATE)
    assert caller.holds_somewhere(Permission.ACCEPTANCE_CREATE)
    assert not caller.holds_somewhere(Permission.SOURCE_MANAGE)
    assert caller.reaches(other)
    only = caller_from(claims | {"only_contracts": True})
    assert [only.reaches(contract) for contract in (signs, checks, other)] == [True, True, False]
    assert not caller_from(CLAIMS | {"only_contracts": True}).reaches(signs)


def test_a_refusal_names_what_would_do_and_who_gives_it() -> None:
    caller = caller_from(CLAIMS | {"administrators": ["Ada Fontaine"]})
    with pytest.raises(Forbidden) as refused:
        caller.require(Permission.ACCEPTANCE_CREATE)
    assert refused.value.members == {"functions": ["manager", "signatory"], "administrators": ["Ada Fontaine"]}


@pytest.mark.parametrize("wrong", [["x"], {"nope": ["reader"]}, {str(UUID(int=1)): ["boss"]}, {str(UUID(int=1)): 1}])
def test_functions_by_contract_of_another_shape_are_not_ours(wrong: Any) -> None:
    with pytest.raises(Unauthenticated):
        caller_from(CLAIMS | {"contract_functions": wrong})


def test_signatories_need_a_second_factor_and_programs_do_not() -> None:
    """given somebody who signs in one contract / then a code opens it there; by other functions nothing is asked."""
    signs, other = new_id(), new_id()
    claims = CLAIMS | {"functions": ["manager"], "contract_functions": {str(signs): ["manager", "signatory"]}}
    program, by_password = caller_from(claims), caller_from(claims | {"amr": ["pwd"]})
    with_code = caller_from(claims | {"amr": ["pwd", "otp"]})
    for caller in (program, by_password, with_code):
        caller.require(Permission.ACCEPTANCE_CREATE, other)
        caller.require(Permission.TERMS_WRITE, signs)
    for caller in (program, with_code):
        caller.require(Permission.ACCEPTANCE_CREATE, signs)
    with pytest.raises(SecondFactorRequired):
        by_password.require(Permission.ACCEPTANCE_CREATE, signs)
    # Without the function it is the function that is missing.
    reader = caller_from(CLAIMS | {"amr": ["pwd"]})
    with pytest.raises(Forbidden) as refused:
        reader.require(Permission.ACCEPTANCE_CREATE)
    assert refused.value.code == "forbidden"


@pytest.mark.parametrize("wrong", ["otp", [1], {"otp": 1}, 1])
def test_proofs_of_another_shape_are_not_ours(wrong: Any) -> None:
    with pytest.raises(Unauthenticated):
        caller_from(CLAIMS | {"amr": wrong})
