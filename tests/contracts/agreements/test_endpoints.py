"""Drafting and reading contracts over HTTP."""

from typing import Any

import pytest

from services.common.auth.access import Function
from tests.factories.contracts import contract_body
from tests.support.callers import faults
from tests.support.contracts import ContractsHouse, Pair


def test_a_manager_of_the_donneur_d_ordre_drafts(house: ContractsHouse) -> None:
    ours, theirs = house.organisation(), house.organisation()
    answer = house.member(ours, Function.MANAGER).post(
        "/v1/contracts", contract_body(ours, theirs, ends_on="2026-12-31")
    )
    assert answer.status_code == 201
    assert answer.headers["etag"] == '"1"'
    view = answer.json()
    assert (view["state"], view["revision"], view["activated_at"]) == ("draft", 1, None)
    assert (view["starts_on"], view["ends_on"]) == ("2026-01-01", "2026-12-31")
    for organisation in (ours, theirs):
        assert house.member(organisation, Function.READER).get(f"/v1/contracts/{view['id']}").json() == view


def test_a_platform_administrator_drafts_for_others(house: ContractsHouse) -> None:
    body = contract_body(house.organisation(), house.organisation())
    answer = house.platform.post("/v1/contracts", body)
    assert answer.status_code == 201
    assert house.platform.get(f"/v1/contracts/{answer.json()['id']}").json() == answer.json()


def test_a_manager_of_the_sous_traitant_does_not_draft(house: ContractsHouse) -> None:
    ours, theirs = house.organisation(), house.organisation()
    answer = house.member(theirs, Function.MANAGER).post("/v1/contracts", contract_body(ours, theirs))
    assert (answer.status_code, answer.json()["code"]) == (403, "forbidden")


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"titel": "x"}, {"titel"}),
        ({"title": "a\0b"}, {"title"}),
        ({"title": "  "}, {"title"}),
        ({"kind": "regie"}, {"kind"}),
        ({"zone": "Europe/Atlantis"}, {"zone"}),
        ({"starts_on": "2026-02-30"}, {"starts_on"}),
        ({"starts_on": 1767225600}, {"starts_on"}),
        ({"starts_on": "2026-03-01", "ends_on": "2026-02-28"}, {"ends_on"}),
        ({"donneur_ordre_id": "x", "zone": 3}, {"donneur_ordre_id", "zone"}),
        ({"sous_traitant_id": "0197f3a2-6b1c-7c55-9d0e-4a1f6b2c3d99"}, {"sous_traitant_id"}),
    ],
)
def test_wrong_fields_are_named(house: ContractsHouse, changes: dict[str, Any], fields: set[str]) -> None:
    body = contract_body(house.organisation(), house.organisation()) | changes
    assert faults(house.platform.post("/v1/contracts", body)) == fields


def test_both_unknown_parties_are_named_and_must_differ(house: ContractsHouse) -> None:
    nobody = "0197f3a2-6b1c-7c55-9d0e-4a1f6b2c3d99"
    assert faults(house.platform.post("/v1/contracts", contract_body(nobody, nobody))) == {
        "donneur_ordre_id",
        "sous_traitant_id",
    }
    ours = house.organisation()
    assert faults(house.platform.post("/v1/contracts", contract_body(ours, ours))) == {"sous_traitant_id"}


def test_each_lists_its_own(house: ContractsHouse, pair: Pair) -> None:
    other = house.pair()
    assert [item["id"] for item in pair.sous_traitant.get("/v1/contracts").json()["items"]] == [pair.contract_id]
    everything = _all(house)
    assert {pair.contract_id, other.contract_id} <= set(everything)
    assert everything == sorted(everything)


def _all(house: ContractsHouse) -> list[str]:
    found: list[str] = []
    cursor: str | None = None
    while True:
        query = {"limit": "3"} | ({"cursor": cursor} if cursor else {})
        page = house.platform.get("/v1/contracts", params=query).json()
        found += [item["id"] for item in page["items"]]
        cursor = page["next_cursor"]
        if cursor is None:
            return found


@pytest.mark.parametrize("query", [{"limit": "0"}, {"limit": "1001"}])
def test_a_page_has_1_to_1000_items(pair: Pair, query: dict[str, str]) -> None:
    assert faults(pair.donneur_ordre.get("/v1/contracts", params=query)) == {"query.limit"}


@pytest.mark.parametrize("cursor", ["?", "WzFd", "WyJ4Il0", "bnVsbA"])
def test_a_strange_cursor_is_named(pair: Pair, cursor: str) -> None:
    assert faults(pair.donneur_ordre.get("/v1/contracts", params={"cursor": cursor})) == {"cursor"}


def test_one_party_twice_is_one_pair_only(house: ContractsHouse) -> None:
    """The same two companies may have several contracts, and stand on other sides in each."""
    first = house.pair()
    back = house.member(first.sous_traitant_id, Function.MANAGER).post(
        "/v1/contracts", contract_body(first.sous_traitant_id, first.donneur_ordre_id)
    )
    assert back.status_code == 201
    listed = first.donneur_ordre.get("/v1/contracts").json()["items"]
    assert [item["id"] for item in listed] == [first.contract_id, back.json()["id"]]
