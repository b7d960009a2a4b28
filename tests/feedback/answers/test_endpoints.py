"""Receiving survey answers from kpi and listing them to both parties."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from services.common.auth.access import Function
from tests.factories.feedback import answer, answers_body
from tests.support.callers import faults
from tests.support.contracts import ContractsHouse, Pair
from tests.support.databases import looking
from tests.support.feedback import FeedbackHouse


def _path(pair: Pair) -> str:
    return f"{pair.path}/answers"


def _tell(feedback: FeedbackHouse, body: dict[str, Any]) -> int:
    told = feedback.service("kpi").post("/internal/answers", body)
    assert told.status_code == 200, told.text
    return int(told.json()["kept"])


def test_both_parties_read_the_same_without_free_text(feedback: FeedbackHouse, pair: Pair) -> None:
    nps = answer("k2", kind="nps", score=9, scale_max=10, comment=None, answered_at="2026-10-12T15:00:00Z")
    assert _tell(feedback, answers_body(pair.contract_id, answer("k1"), nps)) == 2
    lists = [
        feedback.member(organisation, function).get(_path(pair))
        for organisation in (pair.donneur_ordre_id, pair.sous_traitant_id)
        for function in (Function.READER, Function.BI_READER)
    ]
    assert len({found.content for found in lists}) == 1
    items = lists[0].json()["items"]
    assert items[0] == {
        "id": items[0]["id"],
        "source_id": "src_zendesk",
        "ticket_id": "48213",
        "kind": "csat",
        "score": 4,
        "scale_max": 5,
        "answered_at": "2026-10-12T14:03:00Z",
        "recorded_at": "2026-10-12T14:03:02.500000Z",
        "has_comment": True,
        "door": "ticket",
        "channel": None,
        "queue": None,
        "ticket_url": None,
        "same_as": None,
    }
    assert (items[1]["kind"], items[1]["score"], items[1]["has_comment"]) == ("nps", 9, False)
    assert "Léa" not in lists[0].text


def test_one_answer_one_place(feedback: FeedbackHouse, pair: Pair) -> None:
    """Told again, alone or among others, by several at once: it is there once, as it was first told."""
    body = answers_body(pair.contract_id, answer("k1"))
    with ThreadPoolExecutor(6) as pool:
        assert sum(pool.map(lambda _: _tell(feedback, body), range(6))) == 1
    assert _tell(feedback, answers_body(pair.contract_id, answer("k1", score=1), answer("k2"), answer("k2"))) == 1
    assert _tell(feedback, answers_body(pair.contract_id, answer("k1"), source_id="other")) == 1
    items = feedback.member(pair.donneur_ordre_id, Function.READER).get(_path(pair)).json()["items"]
    assert sorted((item["source_id"], item["score"]) for item in items) == [
        ("other", 4),
        ("src_zendesk", 4),
        ("src_zendesk", 4),
    ]


def test_without_an_instant_of_its_own_it_is_recorded_now(feedback: FeedbackHouse, pair: Pair) -> None:
    told = answer("k1")
    del told["recorded_at"]
    told["received_at"] = "2026-10-12T14:03:01Z"
    assert _tell(feedback, answers_body(pair.contract_id, told)) == 1
    item = feedback.member(pair.donneur_ordre_id, Function.READER).get(_path(pair)).json()["items"][0]
    assert item["recorded_at"] > item["answered_at"]


async def test_comments_are_sealed_and_out_of_reach_of_requests(feedback: FeedbackHouse, pair: Pair) -> None:
    _tell(feedback, answers_body(pair.contract_id, answer("k1"), answer("k2", comment="")))
    async with looking(feedback.urls.worker) as connection:
        rows = await connection.fetch("SELECT sealed_text FROM answer_comment WHERE contract_id = $1", pair.contract_id)
    assert len(rows) == 1
    assert "Léa".encode() not in rows[0]["sealed_text"]
    assert feedback.app.state.vault.open(rows[0]["sealed_text"]).decode() == answer("k1")["comment"]
    async with looking(feedback.urls.app, pair.donneur_ordre_id) as connection:
        assert not await connection.fetchval("SELECT has_table_privilege('answer_comment', 'SELECT')")
        assert not await connection.fetchval("SELECT has_any_column_privilege('answer_comment', 'SELECT')")


def test_answers_are_filtered_and_paged_in_order(feedback: FeedbackHouse, pair: Pair) -> None:
    hours = [13, 11, 12, 11]
    told = [answer(f"k{n}", ticket_id=str(n), answered_at=f"2026-10-12T{hour}:00:00Z") for n, hour in enumerate(hours)]
    _tell(feedback, answers_body(pair.contract_id, *told))
    _tell(feedback, answers_body(pair.contract_id, answer("k9", ticket_id="9"), source_id="autre"))
    reader = feedback.member(pair.sous_traitant_id, Function.READER)

    found, cursor = [], ""
    while True:
        query = {"limit": "2"} | ({"cursor": cursor} if cursor else {})
        page = reader.get(_path(pair), params=query).json()
        found += [item["ticket_id"] for item in page["items"]]
        cursor = page["next_cursor"]
        if cursor is None:
            break
    assert found == ["1", "3", "2", "0", "9"]

    def tickets(**query: str) -> list[str]:
        return [item["ticket_id"] for item in reader.get(_path(pair), params=query).json()["items"]]

    assert tickets(source="autre") == ["9"]
    assert tickets(source="none") == []
    assert tickets(**{"from": "2026-10-12T12:00:00Z", "to": "2026-10-12T13:00:00Z"}) == ["2"]
    assert tickets(**{"from": "2026-10-12T15:00:00+02:00", "source": "src_zendesk"}) == ["0"]


@pytest.mark.parametrize(
    ("query", "fields"),
    [
        ({"from": "2026-10-12T12:00:00"}, {"query.from"}),
        ({"to": "x", "limit": "0"}, {"query.to", "query.limit"}),
        ({"from": "2026-10-13T00:00:00Z", "to": "2026-10-12T00:00:00Z"}, {"query.to"}),
        ({"source": "a\0b"}, {"query.source"}),
        ({"cursor": "WyJ4Il0"}, {"cursor"}),
        ({"cursor": "WzEsIngiXQ"}, {"cursor"}),
        ({"cursor": "WzEwMDAwMDAwMDAwMDAwMDAwMDAwMDAsIngiXQ"}, {"cursor"}),
    ],
)
def test_wrong_queries_are_named(feedback: FeedbackHouse, pair: Pair, query: dict[str, str], fields: set[str]) -> None:
    reader = feedback.member(pair.donneur_ordre_id, Function.READER)
    assert faults(reader.get(_path(pair), params=query)) == fields


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"score": 6}, "answers.0"),
        ({"score": 4.5}, "answers.0.score"),
        ({"kind": "ces"}, "answers.0.kind"),
        ({"answered_at": "2026-10-12T14:03:00"}, "answers.0.answered_at"),
        ({"answer_key": ""}, "answers.0.answer_key"),
    ],
)
def test_answers_that_make_no_sense_are_refused_whole(
    feedback: FeedbackHouse, pair: Pair, changes: dict[str, Any], field: str
) -> None:
    body = answers_body(pair.contract_id, answer("wrong", **changes), answer("right"))
    assert faults(feedback.service("kpi").post("/internal/answers", body)) == {field}
    assert feedback.member(pair.donneur_ordre_id, Function.READER).get(_path(pair)).json()["items"] == []


def test_an_answer_to_an_unknown_contract_is_refused(feedback: FeedbackHouse, contracts: ContractsHouse) -> None:
    body = answers_body("0197f3a2-6b1c-7c55-9d0e-4a1f6b2c3d99", answer("k1"))
    assert feedback.service("kpi").post("/internal/answers", body).status_code == 404
