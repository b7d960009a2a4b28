"""Answers sent to us, by API and by file: each once, masked, told to kpi, and never counted twice."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import UUID

import asyncpg
import msgspec
import pytest

from deploy.local.urls import plain
from services.common.auth.access import Function
from services.common.database import Database
from services.feedback.masking.service import Sweeper
from tests.factories.feedback import answer, answers_body
from tests.support.callers import Api, faults
from tests.support.contracts import ContractsHouse, Pair
from tests.support.databases import looking
from tests.support.feedback import FeedbackHouse

AT = "2026-10-12T14:03:00+02:00"
WORDS = "Réponse claire, rappelez-moi au 06 39 98 00 00, commande CMD-2026-38369."


def _given(key: str, **changes: Any) -> dict[str, Any]:
    return {"key": key, "kind": "nps", "score": 9, "answered_at": AT, "comment": WORDS, **changes}


def _manager(feedback: FeedbackHouse, pair: Pair) -> Api:
    return feedback.member(pair.sous_traitant_id, Function.MANAGER)


def _send(api: Api, pair: Pair, *answers: dict[str, Any]) -> dict[str, Any]:
    sent = api.post(f"{pair.path}/answers", {"answers": list(answers)})
    assert sent.status_code == 200, sent.text
    return dict(sent.json())


def _fate(line: int, verdict: str, *, counted: bool = False, **why: str) -> dict[str, Any]:
    return {"line": line, "verdict": verdict, "column": None, "fault": None, "reason": None, "counted": counted} | why


async def _told(feedback: FeedbackHouse, pair: Pair) -> list[dict[str, Any]]:
    """What kpi is promised."""
    async with looking(feedback.urls.worker) as connection:
        rows = await connection.fetch("SELECT body::text AS body FROM outbox ORDER BY id")
    bodies = [msgspec.json.decode(row["body"]) for row in rows]
    return [one for body in bodies if body["contract_id"] == pair.contract_id for one in body["measurements"]]


async def test_an_answer_is_kept_once_masked_and_told(feedback: FeedbackHouse, pair: Pair) -> None:
    api = _manager(feedback, pair)
    with ThreadPoolExecutor(4) as pool:
        both = (_given("k1", queue=" SAV "), _given("k2", comment=None))
        sent = list(pool.map(lambda _: _send(api, pair, *both), range(4)))
    assert sum(one["summary"]["stored"] for one in sent) == 2
    assert _send(api, pair, _given("k1", score=3))["summary"] == {"stored": 0, "duplicate": 0, "conflict": 1}
    readers = [feedback.member(org, Function.READER) for org in (pair.donneur_ordre_id, pair.sous_traitant_id)]
    pages = [reader.get(f"{pair.path}/verbatims", params={"words": "true"}) for reader in readers]
    assert pages[0].content == pages[1].content
    [item] = pages[0].json()["items"]
    assert item["text"] == "Réponse claire, rappelez-moi au [[phone]], commande CMD-2026-38369."
    assert (item["score"], item["hidden"], item["counted"]) == (9, [{"kind": "phone", "count": 1}], True)
    assert (item["answered_at"], item["queue"]) == ("2026-10-12T12:03:00Z", "SAV")
    told = await _told(feedback, pair)
    assert [(one["kind"], one["score"], one["withdrawn"]) for one in told] == [("nps", 9, False)] * 2
    assert set(told[0]) == {
        "answer_id", "kind", "score", "scale_max", "answered_at", "received_at", "withdrawn", "channel"
    }  # fmt: skip
    async with looking(feedback.urls.worker) as connection:
        sealed = await connection.fetchval(
            "SELECT sealed_text FROM answer_comment WHERE contract_id = $1", pair.contract_id
        )
    assert feedback.app.state.vault.open(sealed).decode() == WORDS


@pytest.mark.parametrize("ticket_first", [True, False])
async def test_one_answer_through_two_doors_counts_once(
    feedback: FeedbackHouse, pair: Pair, *, ticket_first: bool
) -> None:
    api = _manager(feedback, pair)
    own = _given("k1", kind="csat", score=4, ticket_id="48213", answered_at="2026-10-12T15:00:00Z")

    def with_ticket() -> None:
        assert (
            feedback.service("kpi").post("/internal/answers", answers_body(pair.contract_id, answer("t1"))).is_success
        )

    if ticket_first:
        with_ticket()
        assert not _send(api, pair, own)["items"][0]["counted"]
        assert await _told(feedback, pair) == []
    else:
        assert _send(api, pair, own)["items"][0]["counted"]
        with_ticket()
        assert [one["withdrawn"] for one in await _told(feedback, pair)] == [False, True]
    items = api.get(f"{pair.path}/verbatims").json()["items"]
    assert {(item["door"], item["counted"]) for item in items} == {("ticket", True), ("api", False)}
    scores = api.get(f"{pair.path}/verbatims/scores").json()["items"]
    assert [(one["score"], one["answers"], one["with_words"]) for one in scores] == [(4, 1, 1)]


def test_a_file_keeps_its_good_lines(feedback: FeedbackHouse, pair: Pair) -> None:
    api = _manager(feedback, pair)
    text = "clé;question;note;date;commentaire\nk1;nps;9;12/10/2026 14:03;Très bien\nk2;nps;11;12/10/2026 14:03;\n"
    path = f"{pair.path}/answers/imports"

    def send(**more: Any) -> Any:
        return api.call("POST", path, content=text.encode("windows-1252"), headers={"content-type": "text/csv"}, **more)

    received = send(params={"zone": "Europe/Paris"}).json()
    assert (received["encoding"], received["delimiter"]) == ("windows-1252", ";")
    assert received["lines"] == [
        _fate(2, "stored", counted=True),
        _fate(3, "refused", column="score", fault="beyond_scale", reason="score must lie between 0 and 10"),
    ]
    assert send(params={"zone": "Europe/Paris"}).json()["summary"] == {
        "stored": 0, "duplicate": 1, "conflict": 0, "refused": 1,
    }  # fmt: skip
    assert send().json()["lines"][0]["reason"].startswith("date: has no zone")
    assert faults(send(params={"zone": "Mars"})) == {"query.zone"}
    assert api.call("POST", path, json={}).status_code == 415
    again = _send(api, pair, _given("k1", answered_at=AT))
    assert again["items"][0]["verdict"] == "duplicate"


async def test_a_file_is_foreseen_and_nothing_is_kept(feedback: FeedbackHouse, pair: Pair) -> None:
    api = _manager(feedback, pair)
    _send(api, pair, _given("k1", comment=None))
    path = f"{pair.path}/answers/imports/preview"
    rows = "k1;9;12/10/2026 14:03;Né\n" + "k2;10;12/10/2026 14:03;\nk2;10;12/10/2026 14:03;\nk3;douze;;\n"

    def preview(text: str, **params: str) -> Any:
        content = text.encode("windows-1252")
        return api.call("POST", path, content=content, headers={"content-type": "text/csv"}, params=params)

    unnamed = preview("réf;Avis;quand;mots\n" + rows).json()
    assert (unnamed["missing"], unnamed["lines"]) == (["kind", "score", "answered_at"], [])
    assert unnamed["shown"][0] == {"line": 2, "cells": ["k1", "9", "12/10/2026 14:03", "Né"]}
    chosen = {"columns": "key:1,score:2,answered_at:3,comment:4", "question": "nps", "zone": "Europe/Paris"}
    found = preview("réf;Avis;quand;mots\n" + rows, **chosen).json()
    assert [one["column"] for one in found["header"]] == ["key", "score", "answered_at", "comment"]
    assert found["summary"] == {"stored": 1, "duplicate": 2, "conflict": 0, "refused": 1}
    assert found["lines"][3] == _fate(
        5, "refused", column="answered_at", fault="missing", reason="answered_at: is missing"
    )
    assert [one["score"] for one in api.get(f"{pair.path}/answers").json()["items"]] == [9]
    assert faults(preview("a;b\n", columns="score:1,key:1")) == {"query.columns"}
    assert faults(preview("a;b\n", columns="humeur:1")) == {"query.columns"}
    received = api.call(
        "POST", path.removesuffix("/preview"), content=b"a;b\n1;2\n", headers={"content-type": "text/csv"}
    )
    assert faults(received) == {"body"}
    kept = api.call(
        "POST", path.removesuffix("/preview"), content=("réf;Avis;quand;mots\n" + rows).encode("windows-1252"),
        headers={"content-type": "text/csv"}, params=chosen,
    ).json()  # fmt: skip
    assert (kept["summary"], kept["lines"]) == (found["summary"], found["lines"])


async def test_an_effort_is_told_with_its_scale_and_its_channel(feedback: FeedbackHouse, pair: Pair) -> None:
    api = _manager(feedback, pair)
    _send(api, pair, _given("e1", kind="ces", score=1, channel="SMS"), _given("e2", kind="ces", score=7))
    told = [(one["kind"], one["score"], one["scale_max"], one["channel"]) for one in await _told(feedback, pair)]
    assert sorted(told) == [("ces", 1, 7, "SMS"), ("ces", 7, 7, None)]
    assert {one["kind"] for one in api.get(f"{pair.path}/answers").json()["items"]} == {"ces"}


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"score": 11}, "answers.0"),
        ({"score": "9"}, "answers.0.score"),
        ({"kind": "csat", "score": 6}, "answers.0"),
        ({"kind": "fcr_declared", "score": 1, "scale_max": 5}, "answers.0"),
        ({"kind": "ces", "score": 0}, "answers.0"),
        ({"kind": "ces", "score": 8}, "answers.0"),
        ({"kind": "ces", "score": 5, "scale_max": 5}, "answers.0"),
        ({"answered_at": "2026-10-12T14:03:00"}, "answers.0.answered_at"),
        ({"answered_at": "2126-10-12T14:03:00Z"}, "answers.0.answered_at"),
        ({"ticket_url": "javascript:alert(1)"}, "answers.0.ticket_url"),
        ({"key": ""}, "answers.0.key"),
        ({"comment": "a\0b"}, "answers.0.comment"),
        ({"same_as": None}, "answers.0.same_as"),
    ],
)
def test_a_wrong_answer_keeps_nothing(feedback: FeedbackHouse, pair: Pair, changes: dict[str, Any], field: str) -> None:
    api = _manager(feedback, pair)
    body = {"answers": [_given("k1") | changes, _given("k2")]}
    assert faults(api.post(f"{pair.path}/answers", body)) == {field}
    assert api.get(f"{pair.path}/verbatims").json()["items"] == []


def test_who_may_send_and_who_may_read(feedback: FeedbackHouse, contracts: ContractsHouse, pair: Pair) -> None:
    body = {"answers": [_given("k1")]}
    outsider = feedback.member(contracts.organisation(), Function.MANAGER)
    for stranger, status in ((feedback.stranger, 401), (outsider, 404)):
        assert stranger.post(f"{pair.path}/answers", body).status_code == status
        assert stranger.call("POST", f"{pair.path}/answers/imports").status_code == status
        assert stranger.call("POST", f"{pair.path}/answers/imports/preview").status_code == status
        assert stranger.get(f"{pair.path}/verbatims").status_code == status
        assert stranger.get(f"{pair.path}/verbatims/scores").status_code == status
    reader = feedback.member(pair.donneur_ordre_id, Function.READER)
    assert reader.post(f"{pair.path}/answers", body).status_code == 403
    assert feedback.member(pair.donneur_ordre_id, Function.BI_READER).get(f"{pair.path}/verbatims").status_code == 403
    assert reader.get(f"{pair.path}/verbatims").status_code == 200


def test_verbatims_are_filtered_and_paged(feedback: FeedbackHouse, pair: Pair) -> None:
    api = _manager(feedback, pair)
    _send(api, pair, *(_given(f"k{n}", score=n, channel="sms" if n % 2 else "e-mail", comment="ok" if n > 5 else None,
                              answered_at=f"2026-10-{10 + n}T10:00:00Z") for n in range(11)))  # fmt: skip

    def scores(**query: str) -> list[int]:
        found, cursor = [], ""
        while True:
            params = {"limit": "3", **query} | ({"cursor": cursor} if cursor else {})
            page = api.get(f"{pair.path}/verbatims", params=params).json()
            found += [item["score"] for item in page["items"]]
            cursor = page["next_cursor"]
            if cursor is None:
                return found

    assert scores() == list(range(10, -1, -1))
    assert scores(score_from="9") == [10, 9]
    assert scores(score_to="6", words="true") == [6]
    assert scores(channel="sms") == [9, 7, 5, 3, 1]
    assert scores(kind="csat") == []
    assert scores(**{"from": "2026-10-12T00:00:00Z", "to": "2026-10-14T00:00:00Z"}) == [3, 2]
    wrong = {"score_from": "5", "score_to": "4", "from": "2026-10-13T00:00:00Z", "to": "2026-10-12T00:00:00Z"}
    assert faults(api.get(f"{pair.path}/verbatims", params=wrong)) == {"query.score_to", "query.to"}


async def test_words_kept_before_there_were_rules_are_masked_in_the_background(
    feedback: FeedbackHouse, pair: Pair
) -> None:
    api = _manager(feedback, pair)
    _send(api, pair, _given("k1"))
    connection = await asyncpg.connect(plain(feedback.urls.worker))
    try:
        spoilt = "UPDATE verbatim SET rules = 0, text = 'old' WHERE contract_id = $1"
        assert await connection.execute(spoilt, UUID(pair.contract_id)) == "UPDATE 1"
    finally:
        await connection.close()
    database = Database(feedback.urls.app, feedback.urls.worker, 2, "sweeping")
    try:
        while await Sweeper(database, feedback.app.state.vault).sweep():
            pass
    finally:
        await database.dispose()
    assert "[[phone]]" in api.get(f"{pair.path}/verbatims").json()["items"][0]["text"]
