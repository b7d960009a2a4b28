"""The life of an acceptance over HTTP."""

from typing import Any

import pytest

from services.common.auth.access import Function
from services.common.identifiers import new_id
from tests.factories.contracts import parameters_body
from tests.support.callers import Api, faults
from tests.support.contracts import ContractsHouse, Pair
from tests.support.problems import problem


def _state(pair: Pair) -> str:
    return str(pair.donneur_ordre.get(pair.path).json()["state"])


def _given(pair: Pair) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = pair.sous_traitant.get(f"{pair.path}/acceptances").json()["items"]
    return items


def _propose(side: Api, pair: Pair, **changes: Any) -> str:
    answer = side.put(f"{pair.path}/parameters", parameters_body(**changes))
    assert answer.status_code == 202, answer.text
    return str(answer.json()["id"])


def _versions(pair: Pair) -> dict[str, dict[str, Any]]:
    items = pair.donneur_ordre.get(f"{pair.path}/parameters").json()["items"]
    return {item["id"]: item for item in items}


def test_a_contract_is_active_once_both_accepted_the_same_text(house: ContractsHouse, pair: Pair) -> None:
    path = f"{pair.path}/acceptances"
    first = pair.donneur_ordre.post(path, {})
    assert first.status_code == 201
    assert (first.json()["side"], first.json()["contract_state"]) == ("donneur_ordre", "draft")
    assert _state(pair) == "draft"

    # A machine client may send nothing at all.
    second = house.member(pair.sous_traitant_id, Function.SIGNATORY, subject="s").call("POST", path)
    assert second.status_code == 201
    assert (second.json()["side"], second.json()["contract_state"]) == ("sous_traitant", "active")
    assert second.json()["digest"] == first.json()["digest"]
    assert second.json()["accepted"] == [{"subject": "contract", "version_id": None, "digest": second.json()["digest"]}]
    view = pair.donneur_ordre.get(pair.path).json()
    assert (view["state"], view["revision"]) == ("active", 2)
    assert view["activated_at"] >= second.json()["accepted_at"]
    assert [(item["side"], item["accepted_by"], item["void"]) for item in _given(pair)] == [
        ("donneur_ordre", _given(pair)[0]["accepted_by"], False),
        ("sous_traitant", "s", False),
    ]


def test_a_signatory_accepts_in_a_session_with_a_second_factor(house: ContractsHouse, pair: Pair) -> None:
    """given people who sign / when a password alone opened their session / then they are told what is missing."""
    path = f"{pair.path}/acceptances"

    def person(*functions: Function, proofs: list[str]) -> Api:
        return house.member(pair.sous_traitant_id, *functions, amr=proofs)

    for functions in ((Function.SIGNATORY,), (Function.MANAGER, Function.SIGNATORY)):
        refused = person(*functions, proofs=["pwd"]).post(path, {})
        assert problem(refused, 403, "second_factor_required")["title"] == "This needs a second factor"
    assert _given(pair) == []
    # A stranger learns nothing of it, and a manager needs none.
    stranger = house.member(str(new_id()), Function.SIGNATORY, amr=["pwd"])
    problem(stranger.post(path, {}), 404)
    assert person(Function.MANAGER, proofs=["pwd"]).post(path, {}).status_code == 201
    assert person(Function.SIGNATORY, proofs=["fed", "otp"]).post(path, {}).status_code == 200


def test_accepting_twice_is_a_quiet_success(pair: Pair) -> None:
    path = f"{pair.path}/acceptances"
    first = pair.donneur_ordre.post(path, {}).json()
    again = pair.donneur_ordre.post(path, {})
    assert again.status_code == 200
    assert again.json() == first | {"accepted": []}
    pair.accept()
    late = pair.donneur_ordre.post(path, {})
    assert late.status_code == 200
    assert late.json() == first | {"accepted": [], "contract_state": "active"}
    assert len(_given(pair)) == 2


def test_an_acceptance_is_void_when_the_draft_changes(pair: Pair) -> None:
    path = f"{pair.path}/acceptances"
    before = pair.donneur_ordre.post(path, {}).json()["digest"]
    assert pair.sous_traitant.put(f"{pair.path}/parameters", parameters_body()).status_code == 200
    assert [item["void"] for item in _given(pair)] == [True]

    theirs = pair.sous_traitant.post(path, {}).json()
    assert theirs["digest"] != before
    assert (theirs["contract_state"], _state(pair)) == ("draft", "draft")
    again = pair.donneur_ordre.post(path, {})
    assert (again.status_code, again.json()["contract_state"]) == (201, "active")
    assert [item["void"] for item in _given(pair)] == [True, False, False]


def test_writing_the_same_parameters_voids_nothing(pair: Pair) -> None:
    pair.donneur_ordre.put(f"{pair.path}/parameters", parameters_body())
    pair.donneur_ordre.post(f"{pair.path}/acceptances", {})
    pair.sous_traitant.put(f"{pair.path}/parameters", parameters_body())
    assert pair.sous_traitant.post(f"{pair.path}/acceptances", {}).json()["contract_state"] == "active"


def test_nothing_but_what_was_read_is_accepted_under_if_match(pair: Pair) -> None:
    seen = pair.donneur_ordre.get(pair.path).headers["etag"]
    pair.sous_traitant.put(f"{pair.path}/parameters", parameters_body())
    late = pair.donneur_ordre.post(f"{pair.path}/acceptances", {}, headers={"if-match": seen})
    assert late.status_code == 412
    assert _given(pair) == []


def test_an_amendment_needs_both(house: ContractsHouse, active: Pair) -> None:
    path = f"{active.path}/acceptances"
    amendment = _propose(active.sous_traitant, active, sla=None)
    before = active.donneur_ordre.post(path, {"version_id": amendment})
    assert before.status_code == 201
    assert before.json()["accepted"] == [
        {"subject": "amendment", "version_id": amendment, "digest": _versions(active)[amendment]["digest"]}
    ]
    assert _versions(active)[amendment]["state"] == "proposed"
    assert len(house.peers.told[active.contract_id][-1]["terms"]) == 1

    after = active.sous_traitant.post(path, {})
    assert (after.status_code, after.json()["contract_state"]) == (201, "active")
    assert after.json()["digest"] != before.json()["digest"]
    version = _versions(active)[amendment]
    assert version["state"] == "in_force"
    assert version["recorded_at"] >= after.json()["accepted_at"]
    told = house.peers.told[active.contract_id][-1]
    assert [(item["id"], item["recorded_at"]) for item in told["terms"]][-1] == (amendment, version["recorded_at"])
    for body in ({}, {"version_id": amendment}):
        assert active.donneur_ordre.post(path, body).status_code == 200


def test_all_that_is_proposed_at_that_moment_is_accepted(active: Pair) -> None:
    path = f"{active.path}/acceptances"
    first = _propose(active.donneur_ordre, active, reopen_window_hours=48)
    second = _propose(active.donneur_ordre, active, reopen_window_hours=24)
    assert [item["version_id"] for item in active.donneur_ordre.post(path, {}).json()["accepted"]] == [first, second]
    third = _propose(active.donneur_ordre, active, reopen_window_hours=12)
    active.sous_traitant.post(path, {})
    versions = _versions(active)
    assert [versions[item]["state"] for item in (first, second, third)] == ["in_force", "in_force", "proposed"]
    # Of one instant the later proposal is recorded later, and so rules.
    assert versions[first]["recorded_at"] < versions[second]["recorded_at"]


def test_one_side_alone_brings_nothing_into_force(active: Pair) -> None:
    amendment = _propose(active.donneur_ordre, active, sla=None)
    for _ in range(2):
        active.donneur_ordre.post(f"{active.path}/acceptances", {})
    assert _versions(active)[amendment]["state"] == "proposed"


@pytest.mark.parametrize("version", ["0197f3a2-6b1c-7c55-9d0e-4a1f6b2c3d99", "x", 3])
def test_an_unknown_version_is_named(active: Pair, version: Any) -> None:
    assert faults(active.donneur_ordre.post(f"{active.path}/acceptances", {"version_id": version})) == {"version_id"}


def test_a_foreign_version_is_unknown(house: ContractsHouse, active: Pair) -> None:
    other = house.active_pair()
    foreign = _propose(other.donneur_ordre, other, sla=None)
    assert faults(active.donneur_ordre.post(f"{active.path}/acceptances", {"version_id": foreign})) == {"version_id"}


def test_a_draft_is_accepted_as_a_whole(pair: Pair) -> None:
    version = pair.donneur_ordre.put(f"{pair.path}/parameters", parameters_body()).json()["id"]
    answer = pair.donneur_ordre.post(f"{pair.path}/acceptances", {"version_id": version})
    assert (answer.status_code, answer.json()["code"]) == (409, "version_not_proposed")


def test_unknown_fields_are_named(pair: Pair) -> None:
    assert faults(pair.donneur_ordre.post(f"{pair.path}/acceptances", {"side": "both"})) == {"side"}
