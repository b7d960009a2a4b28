"""What people note beside the figures: kept as written, shown to both parties, taken back by its own side only."""

from typing import Any

import asyncpg
import pytest

from services.common.auth.access import Function
from services.common.identifiers import new_id
from tests.support.callers import Api, faults
from tests.support.databases import looking
from tests.support.kpi_service import KpiHouse, KpiPair
from tests.support.problems import problem

F = Function
NOTE: dict[str, Any] = {
    "indicator": "fcr_ticket",
    "starts_on": "2026-10-12",
    "ends_on": "2026-10-14",
    "kind": "cause",
    "text": "Panne du transporteur",
}


@pytest.fixture
def pair(house: KpiHouse) -> KpiPair:
    """A contract of the test's own."""
    return house.pair()


def donneur(house: KpiHouse, pair: KpiPair, *functions: Function, **claims: Any) -> Api:
    return house.member(pair.donneur_ordre_id, *(functions or (F.MANAGER,)), **claims)


def prestataire(house: KpiHouse, pair: KpiPair, *functions: Function, **claims: Any) -> Api:
    return house.member(pair.sous_traitant_id, *(functions or (F.MANAGER,)), **claims)


def written(api: Api, pair: KpiPair, **changes: Any) -> dict[str, Any]:
    answer = api.post(f"{pair.path}/annotations", NOTE | changes)
    assert answer.status_code == 201, answer.text
    content: dict[str, Any] = answer.json()
    return content


def test_what_one_writes_both_read(house: KpiHouse, pair: KpiPair) -> None:
    """given a team lead with a name / then both parties read the note with its author, byte for byte the same."""
    author = donneur(house, pair, F.TEAM_LEAD, subject="person-7", name="Claire Morel")
    note = written(author, pair)
    assert note | {"id": "", "created_at": ""} == {
        **NOTE,
        "id": "",
        "author": {
            "subject": "person-7",
            "name": "Claire Morel",
            "organisation_id": pair.donneur_ordre_id,
            "side": "donneur_ordre",
        },
        "created_at": "",
        "withdrawn_at": None,
    }
    lists = [
        api.get(f"{pair.path}/annotations").content
        for api in (author, prestataire(house, pair, F.READER), donneur(house, pair, F.AUDITOR))
    ]
    assert len(set(lists)) == 1
    assert house.stranger.get(f"{pair.path}/annotations").status_code == 401


@pytest.mark.parametrize(
    "text",
    ["  deux espaces  ", "<script>alert(1)</script>", "=1+1", "a\nb\tc", "\u202e\U0001f600", "{{ x }} %s", "é" * 2000],
)
def test_a_text_comes_back_as_it_was_written(house: KpiHouse, pair: KpiPair, text: str) -> None:
    assert written(donneur(house, pair), pair, text=text)["text"] == text
    (shown,) = prestataire(house, pair).get(f"{pair.path}/annotations").json()["items"]
    assert shown["text"] == text


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"text": ""}, "text"),
        ({"text": " \n"}, "text"),
        ({"text": "x" * 2001}, "text"),
        ({"text": "a\0b"}, "text"),
        ({"text": 1}, "text"),
        ({"indicator": "gut_feeling"}, "indicator"),
        ({"kind": "rumour"}, "kind"),
        ({"starts_on": "2026-02-30"}, "starts_on"),
        ({"starts_on": 1_790_000_000}, "starts_on"),
        ({"starts_on": "2026-10-12T00:00:00Z"}, "starts_on"),
        ({"ends_on": "2026-10-11"}, "ends_on"),
        ({"author": {"name": "somebody else"}}, "author"),
    ],
)
def test_what_is_wrong_is_named(house: KpiHouse, pair: KpiPair, changes: dict[str, Any], named: str) -> None:
    assert faults(donneur(house, pair).post(f"{pair.path}/annotations", NOTE | changes)) == {named}
    assert donneur(house, pair).get(f"{pair.path}/annotations").json()["items"] == []


def test_half_a_character_is_refused(house: KpiHouse, pair: KpiPair) -> None:
    sent = b'{"indicator":"nps","starts_on":"2026-10-12","kind":"data","text":"\\ud800"}'
    api = donneur(house, pair)
    answer = api.call("POST", f"{pair.path}/annotations", content=sent, headers={"content-type": "application/json"})
    assert faults(answer) == {"text"}


def test_the_list_is_narrowed_by_indicator_and_days(house: KpiHouse, pair: KpiPair) -> None:
    """given notes of several days, one without an end / then a range finds what touches it."""
    api = donneur(house, pair)
    for number, (indicator, first, last) in enumerate(
        [("nps", "2026-10-01", "2026-10-31"), ("csat", "2026-10-10", None), ("nps", "2026-11-02", "2026-11-03")]
    ):
        written(api, pair, indicator=indicator, starts_on=first, ends_on=last, text=str(number))

    def found(**params: str) -> str:
        answer = api.get(f"{pair.path}/annotations", params=params)
        assert answer.status_code == 200, answer.text
        return "".join(item["text"] for item in answer.json()["items"])

    assert found() == "012"
    assert found(indicator="nps") == "02"
    assert found(**{"from": "2026-10-10", "to": "2026-10-10"}) == "01"
    assert found(**{"from": "2026-10-11", "to": "2026-11-01"}) == "0"
    assert found(**{"from": "2026-11-03"}) == "2"
    assert found(to="2026-09-30") == ""
    for params, named in (({"from": "october"}, "query.from"), ({"to": "2026-13-01"}, "query.to"),
                          ({"indicator": "x"}, "query.indicator")):  # fmt: skip
        assert faults(api.get(f"{pair.path}/annotations", params=params)) == {named}


def test_pages(house: KpiHouse, pair: KpiPair) -> None:
    api = donneur(house, pair)
    for number in range(5):
        written(api, pair, text=str(number))
    seen, cursor = "", None
    while True:
        params = {"limit": "2"} | ({"cursor": cursor} if cursor else {})
        page = api.get(f"{pair.path}/annotations", params=params).json()
        seen += "".join(item["text"] for item in page["items"])
        cursor = page["next_cursor"]
        if cursor is None:
            break
    assert seen == "01234"
    assert faults(api.get(f"{pair.path}/annotations", params={"cursor": "WyJ4Il0"})) == {"cursor"}


def test_only_its_own_side_takes_it_back(house: KpiHouse, pair: KpiPair) -> None:
    """given a note of the sous-traitant / then the donneur d'ordre may not, a colleague may; it stays, marked."""
    note = written(prestataire(house, pair), pair)
    address = f"{pair.path}/annotations/{note['id']}"
    problem(donneur(house, pair).delete(address), 403, "forbidden")
    problem(prestataire(house, pair, F.READER).delete(address), 403, "forbidden")
    problem(donneur(house, pair).delete(f"{pair.path}/annotations/{new_id()}"), 404)
    problem(donneur(house, pair).delete(f"{pair.path}/annotations/nope"), 404)
    colleague = prestataire(house, pair, F.SIGNATORY)
    assert colleague.delete(address).status_code == 204
    (shown,) = donneur(house, pair).get(f"{pair.path}/annotations").json()["items"]
    assert shown["text"] == NOTE["text"]
    assert shown["withdrawn_at"] is not None
    assert colleague.delete(address).status_code == 204
    (again,) = donneur(house, pair).get(f"{pair.path}/annotations").json()["items"]
    assert again == shown


def test_sent_twice_is_written_once(house: KpiHouse, pair: KpiPair) -> None:
    api, key = donneur(house, pair, subject="one"), {"idempotency-key": "note-1"}
    first = api.post(f"{pair.path}/annotations", NOTE, headers=key)
    again = api.post(f"{pair.path}/annotations", NOTE, headers=key)
    assert (first.status_code, first.content) == (again.status_code, again.content)
    assert len(api.get(f"{pair.path}/annotations").json()["items"]) == 1
    assert faults(api.post(f"{pair.path}/annotations", NOTE | {"kind": "data"}, headers=key)) == {"Idempotency-Key"}


@pytest.mark.parametrize("function", list(Function))
def test_who_may_write(house: KpiHouse, pair: KpiPair, function: Function) -> None:
    writers = {F.ADMINISTRATOR, F.MANAGER, F.SIGNATORY, F.TEAM_LEAD}
    wanted = 201 if function in writers else 403
    assert donneur(house, pair, function).post(f"{pair.path}/annotations", NOTE).status_code == wanted


def test_others_find_nothing(house: KpiHouse, pair: KpiPair) -> None:
    """given a second pair, the platform administrator, a key for another contract / then 404, whatever they ask."""
    note = written(donneur(house, pair), pair)
    other = house.pair()
    outsiders = (
        donneur(house, other, *(set(F) - {F.PLATFORM_ADMIN})),
        house.member(str(new_id()), F.PLATFORM_ADMIN),
        donneur(house, pair, contracts=[other.contract_id]),
    )
    for api in outsiders:
        problem(api.get(f"{pair.path}/annotations"), 404)
        problem(api.post(f"{pair.path}/annotations", NOTE), 404)
        problem(api.delete(f"{pair.path}/annotations/{note['id']}"), 404)
    problem(donneur(house, other).delete(f"{other.path}/annotations/{note['id']}"), 404)


async def test_the_second_wall(house: KpiHouse, pair: KpiPair) -> None:
    """Row security alone: others see nothing, and nobody writes or takes back in the other side's name."""
    note = written(donneur(house, pair), pair)
    seen = "SELECT count(*) FROM annotation WHERE contract_id = $1"
    for organisation, rows in ((pair.sous_traitant_id, 1), (str(new_id()), 0)):
        async with looking(house.urls.app, organisation) as connection:
            assert await connection.fetchval(seen, pair.contract_id) == rows
    withdraw = "UPDATE annotation SET withdrawn_at = now() WHERE contract_id = $1"
    async with looking(house.urls.app, pair.sous_traitant_id) as connection:
        assert await connection.execute(withdraw, pair.contract_id) == "UPDATE 0"
    async with looking(house.urls.app, pair.donneur_ordre_id) as connection:
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await connection.execute("UPDATE annotation SET text = 'x' WHERE contract_id = $1", pair.contract_id)
    insert = (
        "INSERT INTO annotation (contract_id, id, indicator, starts_on, kind, text, author_subject, organisation_id,"
        " side) VALUES ($1, gen_random_uuid(), 'nps', '2026-10-01', 'data', 'x', 'me', $2, 'donneur_ordre')"
    )
    async with looking(house.urls.app, pair.sous_traitant_id) as connection:
        with pytest.raises(asyncpg.InsufficientPrivilegeError, match="row-level security"):
            await connection.execute(insert, pair.contract_id, pair.donneur_ordre_id)
    assert note["withdrawn_at"] is None
