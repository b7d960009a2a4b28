"""Writing and reading commitments over HTTP."""

from typing import Any

import pytest

from services.common.auth.access import Function
from tests.factories.contracts import commitment_body, objective_body
from tests.support.callers import Api, faults
from tests.support.contracts import ContractsHouse, Pair

SHARES = ("sla_resolution", "sla_first_response", "fcr_ticket", "one_touch", "csat", "data_completeness")


def _put(side: Api, pair: Pair, **changes: Any) -> dict[str, Any]:
    answer = side.put(f"{pair.path}/commitments", commitment_body(**changes))
    assert answer.is_success, answer.text
    written: dict[str, Any] = answer.json()
    return written


def _list(pair: Pair, **query: str) -> list[dict[str, Any]]:
    answer = pair.sous_traitant.get(f"{pair.path}/commitments", params=query)
    assert answer.status_code == 200, answer.text
    items: list[dict[str, Any]] = answer.json()["items"]
    return items


def _seven(pair: Pair) -> None:
    for indicator in SHARES:
        _put(pair.donneur_ordre, pair, indicator=indicator)
    _put(pair.donneur_ordre, pair, indicator="nps", unit="points", target="-12.5")


def test_a_draft_takes_a_commitment_at_once(house: ContractsHouse, pair: Pair) -> None:
    objective = pair.donneur_ordre.post(f"{pair.path}/objectives", objective_body()).json()["id"]
    body = commitment_body(
        indicator="ttr", variant="p90", unit="s", direction="lower", target="14400", tolerance="1800",
        objective_id=objective,
    )  # fmt: skip
    answer = pair.donneur_ordre.put(f"{pair.path}/commitments", body)
    assert answer.status_code == 200
    version = answer.json()
    said = {name: value for name, value in body.items() if name != "checks"}
    assert {name: version[name] for name in said} == said | {"valid_from": "2025-12-31T23:00:00Z"}
    told = {name: version[name] for name in ("ends", "override_reason", "state", "orphan", "contract_id")}
    assert told == {
        "ends": False, "override_reason": None, "state": "in_force", "orphan": False, "contract_id": pair.contract_id,
    }  # fmt: skip
    assert version["recorded_at"].endswith("Z")
    assert answer.headers["etag"] == pair.donneur_ordre.get(pair.path).headers["etag"] == '"3"'
    assert _list(pair) == _list(pair, history="true") == [version]
    for reader in (house.platform, house.member(pair.donneur_ordre_id, Function.BI_READER)):
        assert reader.get(f"{pair.path}/commitments").json() == {"items": [version], "next_cursor": None}


def test_an_amount_has_one_text(pair: Pair) -> None:
    first = _put(pair.donneur_ordre, pair, target="0.80", tolerance="0.000", weight="10")
    assert (first["target"], first["tolerance"], first["weight"]) == ("0.8", "0", "10")
    # The same instant and amounts in other words are the same text.
    again = _put(pair.sous_traitant, pair, tolerance="0", weight="10.0", valid_from="2025-12-31T23:00:00Z")
    assert again == first
    assert len(_list(pair, history="true")) == 1


def test_the_version_of_the_instant_is_in_force(pair: Pair) -> None:
    for target, valid_from in (("0.8", "2026-01-01"), ("0.9", "2026-07-01"), ("0.85", "2026-07-01")):
        _put(pair.donneur_ordre, pair, target=target, valid_from=f"{valid_from}T00:00:00Z")
    _put(pair.donneur_ordre, pair, indicator="csat", valid_from="2026-07-01T00:00:00Z")

    def targets(at: str) -> dict[str, str]:
        return {item["indicator"]: item["target"] for item in _list(pair, at=at)}

    assert targets("2025-12-31T23:59:59Z") == {}
    assert targets("2026-06-30T23:59:59.999999Z") == {"sla_resolution": "0.8"}
    assert targets("2026-07-01T02:00:00+02:00") == {"sla_resolution": "0.85", "csat": "0.8"}
    assert [item["target"] for item in _list(pair, history="true")] == ["0.8", "0.9", "0.85", "0.8"]


def test_variants_are_promised_side_by_side(pair: Pair) -> None:
    duration = {"indicator": "frt", "unit": "s", "direction": "lower", "target": "3600", "tolerance": "0"}
    for variant in ("median", "p90"):
        _put(pair.donneur_ordre, pair, **duration, variant=variant)
    assert [item["variant"] for item in _list(pair)] == ["median", "p90"]


def test_a_version_may_end_a_commitment(pair: Pair) -> None:
    begun = _put(pair.donneur_ordre, pair, valid_from="2026-01-01T00:00:00Z")
    path = f"{pair.path}/commitments"
    end = {"indicator": "sla_resolution", "ends": True, "valid_from": "2026-03-01T00:00:00Z"}
    ended = pair.donneur_ordre.put(path, end)
    assert ended.status_code == 200
    repeated = ("class", "target", "tolerance", "unit", "direction", "weight", "clause", "objective_id")
    assert {name: ended.json()[name] for name in repeated} == {name: begun[name] for name in repeated}
    assert (ended.json()["ends"], ended.json()["orphan"]) == (True, False)
    assert _list(pair, at="2026-02-28T23:59:59Z") == [begun]
    assert _list(pair, at="2026-03-01T00:00:00Z") == []
    assert pair.donneur_ordre.put(path, end).json() == ended.json()
    assert len(_list(pair, history="true")) == 2
    # It may be taken up again, and what does not hold cannot end.
    _put(pair.donneur_ordre, pair, valid_from="2026-05-01T00:00:00Z")
    assert len(_list(pair, at="2026-05-01T00:00:00Z")) == 1
    for change in (
        {"valid_from": "2026-04-01T00:00:00Z"},
        {"valid_from": "2025-01-01T00:00:00Z"},
        {"indicator": "csat"},
    ):
        assert faults(pair.donneur_ordre.put(path, end | change)) == {"ends"}


def test_a_contractual_commitment_without_objective_is_an_orphan(pair: Pair) -> None:
    assert _put(pair.donneur_ordre, pair)["orphan"] is True
    _put(pair.donneur_ordre, pair, **{"class": "observed", "indicator": "csat"})
    assert {item["indicator"]: item["orphan"] for item in _list(pair)} == {"sla_resolution": True, "csat": False}


def test_an_eighth_needs_a_reason(pair: Pair) -> None:
    _seven(pair)
    eighth = {"indicator": "reopen_rate", "direction": "lower", "target": "0.05"}
    path = f"{pair.path}/commitments"
    assert faults(pair.donneur_ordre.put(path, commitment_body(**eighth))) == {"override_reason"}
    assert faults(pair.donneur_ordre.put(path, commitment_body(**eighth, override_reason=" "))) == {"override_reason"}
    assert len(_list(pair)) == 7
    observed = _put(pair.donneur_ordre, pair, **eighth, **{"class": "observed"})
    assert observed["class"] == "observed"
    # A new target for one of the seven is no eighth.
    _put(pair.donneur_ordre, pair, target="0.9")
    kept = _put(pair.donneur_ordre, pair, **eighth, override_reason="Exigé par le régulateur")
    assert kept["override_reason"] == "Exigé par le régulateur"
    assert len(_list(pair)) == 8


def test_what_is_proposed_counts_for_the_cap(pair: Pair) -> None:
    _seven(pair)
    pair.accept()
    path = f"{pair.path}/commitments"
    end = {"indicator": "csat", "ends": True, "valid_from": "2026-06-01T00:00:00Z"}
    assert pair.donneur_ordre.put(path, end).status_code == 202
    body = commitment_body(
        indicator="backlog", unit="count", direction="lower", target="20", tolerance="0",
        valid_from="2026-06-01T00:00:00Z",
    )  # fmt: skip
    # The end is only proposed: both may accept the one without the other.
    assert faults(pair.donneur_ordre.put(path, body)) == {"override_reason"}
    pair.accept()
    assert pair.donneur_ordre.put(path, body).status_code == 202
    second = body | {"indicator": "reopen_rate", "unit": "ratio", "target": "0.1"}
    assert faults(pair.sous_traitant.put(path, second)) == {"override_reason"}


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"indicator": "fcr"}, {"indicator"}),
        ({"class": "committed"}, {"class"}),
        ({"target": "1.01"}, {"target"}),
        ({"target": "-0.1", "tolerance": "2"}, {"target", "tolerance"}),
        ({"target": "0.99999"}, {"target"}),
        ({"target": 0.9}, {"target"}),
        ({"target": "90 %"}, {"target"}),
        ({"target": "NaN"}, {"target"}),
        ({"target": "1" * 20}, {"target"}),
        ({"tolerance": "-0.1"}, {"tolerance"}),
        ({"weight": "-1"}, {"weight"}),
        ({"unit": "points"}, {"unit"}),
        ({"unit": "%"}, {"unit"}),
        ({"direction": "lower"}, {"direction"}),
        ({"variant": "p90"}, {"variant"}),
        ({"indicator": "ttr", "unit": "s", "direction": "lower"}, {"variant"}),
        (
            {"indicator": "ttr", "variant": "mean", "unit": "s", "direction": "lower", "target": "0.5"},
            {"target", "tolerance"},
        ),
        ({"indicator": "nps", "unit": "points", "target": "-100.5"}, {"target"}),
        ({"clause": ""}, {"clause"}),
        ({"ends": "true"}, {"ends"}),
        ({"valid_from": "2026-01-01"}, {"valid_from"}),
        ({"recorded_at": "2026-01-01T00:00:00Z"}, {"recorded_at"}),
        ({"objective_id": "0197f3a2-6b1c-7c55-9d0e-4a1f6b2c3d99"}, {"objective_id"}),
    ],
)
def test_wrong_fields_are_named(pair: Pair, changes: dict[str, Any], fields: set[str]) -> None:
    assert faults(pair.donneur_ordre.put(f"{pair.path}/commitments", commitment_body(**changes))) == fields
    assert _list(pair, history="true") == []


def test_missing_fields_are_named_at_once(pair: Pair) -> None:
    values = {"class", "target", "tolerance", "unit", "direction", "clause"}
    path = f"{pair.path}/commitments"
    assert faults(pair.donneur_ordre.put(path, {})) == {*values, "indicator", "valid_from"}
    assert faults(pair.donneur_ordre.put(path, commitment_body(**dict.fromkeys(values)))) == values
    assert faults(pair.donneur_ordre.put(path, {"ends": True})) == {"indicator", "valid_from"}


def test_an_objective_of_another_contract_is_unknown(house: ContractsHouse, pair: Pair) -> None:
    other = house.pair()
    foreign = other.donneur_ordre.post(f"{other.path}/objectives", objective_body()).json()["id"]
    body = commitment_body(objective_id=foreign)
    assert faults(pair.donneur_ordre.put(f"{pair.path}/commitments", body)) == {"objective_id"}


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ({"at": "2026-01-01"}, "query.at"),
        ({"at": "2026-01-01T00:00:00Z", "history": "true"}, "at"),
        ({"history": "maybe"}, "query.history"),
        ({"cursor": "?"}, "cursor"),
    ],
)
def test_wrong_queries_are_named(pair: Pair, query: dict[str, str], field: str) -> None:
    assert faults(pair.donneur_ordre.get(f"{pair.path}/commitments", params=query)) == {field}


@pytest.mark.parametrize("history", ["true", "false"])
def test_lists_are_paged(pair: Pair, history: str) -> None:
    path = f"{pair.path}/commitments"
    made = [
        _put(pair.donneur_ordre, pair, indicator=indicator)["id"] for indicator in ("one_touch", "csat", "fcr_ticket")
    ]
    query = {"limit": "2", "history": history}
    first = pair.donneur_ordre.get(path, params=query).json()
    rest = pair.donneur_ordre.get(path, params=query | {"cursor": first["next_cursor"]}).json()
    assert [item["id"] for item in first["items"] + rest["items"]] == made
    assert rest["next_cursor"] is None


def test_the_platform_writes_drafts_only(house: ContractsHouse, pair: Pair) -> None:
    path = f"{pair.path}/commitments"
    assert house.platform.put(path, commitment_body()).status_code == 200
    pair.accept()
    answer = house.platform.put(path, commitment_body(target="0.9"))
    assert (answer.status_code, answer.json()["code"]) == (409, "contract_accepted")


def test_if_match_guards_against_a_change_in_between(pair: Pair) -> None:
    path = f"{pair.path}/commitments"
    seen = pair.donneur_ordre.get(pair.path).headers["etag"]
    _put(pair.sous_traitant, pair)
    late = pair.donneur_ordre.put(path, commitment_body(target="0.9"), headers={"if-match": seen})
    assert (late.status_code, late.json()["code"]) == (412, "precondition_failed")
