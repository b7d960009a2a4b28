"""Taking an import back: the figures, the words and the keys are as if it had never come, and a trace stays."""

import io
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import Any
from uuid import UUID

import asyncpg
import msgspec
import pytest
from openpyxl import Workbook

from deploy.local.urls import plain
from services.common.auth.access import Function
from services.common.identifiers import new_id
from services.common.pseudonyms import pseudonymiser
from services.feedback.answer_imports.endpoints import XLSX
from services.feedback.answers.rules.given import erased_key
from tests.factories.feedback import answer, answers_body
from tests.support.callers import Api, faults
from tests.support.contracts import ContractsHouse, Pair
from tests.support.databases import looking
from tests.support.feedback import FeedbackHouse

AT = "2026-10-12T14:03:00+02:00"
HEADER = "clé;question;note;date;commentaire;ticket\n"


def _manager(feedback: FeedbackHouse, pair: Pair) -> Api:
    return feedback.member(pair.sous_traitant_id, Function.MANAGER)


def _import(api: Api, pair: Pair, *lines: str, **params: str) -> Any:
    content = (HEADER + "".join(f"{line}\n" for line in lines)).encode()
    path = f"{pair.path}/answers/imports"
    return api.call("POST", path, content=content, headers={"content-type": "text/csv"}, params=params)


def _undo(api: Api, pair: Pair, import_id: str) -> Any:
    return api.post(f"{pair.path}/answers/imports/{import_id}/undo")


def _scores(api: Api, pair: Pair) -> list[int]:
    items = api.get(f"{pair.path}/verbatims").json()["items"]
    listed = [one["score"] for one in api.get(f"{pair.path}/answers").json()["items"]]
    assert sorted(one["score"] for one in items) == sorted(listed)
    return sorted(one["score"] for one in items if one["counted"])


async def _counted(feedback: FeedbackHouse, pair: Pair) -> list[int]:
    """The scores that kpi would count from what it is promised, in whatever order it hears it."""
    async with looking(feedback.urls.worker) as connection:
        rows = await connection.fetch("SELECT body::text AS body FROM outbox ORDER BY id")
    bodies = [msgspec.json.decode(row["body"]) for row in rows]
    told = [one for body in bodies if body["contract_id"] == pair.contract_id for one in body["measurements"]]
    gone = {one["answer_id"] for one in told if one["withdrawn"]}
    return sorted({one["answer_id"]: one["score"] for one in told if one["answer_id"] not in gone}.values())


async def test_a_file_taken_back_leaves_no_words_and_frees_its_keys(feedback: FeedbackHouse, pair: Pair) -> None:
    api = _manager(feedback, pair)
    lines = (f"a;nps;2;{AT};Rappelez-moi, Mme Durand;", f"b;nps;9;{AT};;", f"c;nps;11;{AT};;")
    kept = _import(api, pair, *lines, name="enquête.csv").json()
    assert kept["summary"] == {"stored": 2, "duplicate": 0, "conflict": 0, "refused": 1}
    assert await _counted(feedback, pair) == [2, 9]
    undone = _undo(api, pair, kept["import_id"])
    assert undone.status_code == 200, undone.text
    assert undone.json()["undone"]["withdrawn"] == 2
    assert await _counted(feedback, pair) == []
    assert _scores(api, pair) == []
    assert api.get(f"{pair.path}/verbatims/scores").json()["items"] == []
    async with looking(feedback.urls.worker) as connection:
        for table in ("verbatim", "answer_comment"):
            query = f"SELECT count(*) FROM {table} WHERE contract_id = $1"
            assert await connection.fetchval(query, pair.contract_id) == 0
        traces = "SELECT count(*) FROM survey_answer WHERE contract_id = $1 AND withdrawn_at IS NOT NULL"
        assert await connection.fetchval(traces, pair.contract_id) == 2
    again = _undo(api, pair, kept["import_id"])
    assert again.json() == undone.json()
    # The corrected file: the same keys are new answers.
    corrected = _import(api, pair, f"a;nps;8;{AT};Rappelez-moi, Mme Durand;", f"b;nps;9;{AT};;").json()
    assert corrected["summary"]["stored"] == 2
    assert _scores(api, pair) == [8, 9]
    assert await _counted(feedback, pair) == [8, 9]
    other = feedback.member(pair.donneur_ordre_id, Function.READER)
    listed = [api.get(f"{pair.path}/answers/imports"), other.get(f"{pair.path}/answers/imports")]
    assert listed[0].content == listed[1].content
    newest, oldest = listed[0].json()["items"]
    assert (newest["id"], newest["undone"]) == (corrected["import_id"], None)
    assert (oldest["author"]["side"], oldest["file_name"]) == ("sous_traitant", "enquête.csv")
    assert oldest["undone"]["withdrawn"] == 2


async def test_the_parts_of_a_file_are_one_import_and_none_comes_after_it_was_taken_back(
    feedback: FeedbackHouse, pair: Pair
) -> None:
    api, own = _manager(feedback, pair), str(new_id())
    with ThreadPoolExecutor(3) as pool:
        parts = list(pool.map(lambda n: _import(api, pair, f"k{n};nps;{n};{AT};;", **{"import": own}), range(3)))
    assert {part.json()["import_id"] for part in parts} == {own}
    assert _import(api, pair, f"k0;nps;0;{AT};;", **{"import": own}).json()["summary"]["duplicate"] == 1
    [one] = api.get(f"{pair.path}/answers/imports").json()["items"]
    assert (one["summary"]["stored"], one["summary"]["duplicate"], len(one["sha256"])) == (3, 1, 3)
    with ThreadPoolExecutor(3) as pool:
        undone = list(pool.map(lambda _: _undo(api, pair, own), range(3)))
    assert len({answer.content for answer in undone}) == 1
    assert undone[0].json()["undone"]["withdrawn"] == 3
    assert _import(api, pair, f"k9;nps;9;{AT};;", **{"import": own}).status_code == 409
    assert await _counted(feedback, pair) == []
    theirs = feedback.member(pair.donneur_ordre_id, Function.MANAGER)
    assert _import(theirs, pair, f"k9;nps;9;{AT};;", **{"import": own}).status_code == 409
    assert faults(_import(api, pair, **{"import": "x"})) == {"query.import"}


async def test_answers_told_through_another_door_count_instead(feedback: FeedbackHouse, pair: Pair) -> None:
    """Twice by API, of which the file is another telling; and one that came with its ticket, which stays."""
    api = _manager(feedback, pair)
    kept = _import(api, pair, f"a;csat;4;{AT};;48213", f"b;csat;5;{AT};;77").json()
    same = {"kind": "csat", "score": 4, "answered_at": AT, "ticket_id": "48213"}
    sent = api.post(f"{pair.path}/answers", {"answers": [{"key": "x", **same}, {"key": "y", **same}]}).json()
    assert [one["counted"] for one in sent["items"]] == [False, False]
    body = answers_body(pair.contract_id, answer("t1", ticket_id="77", score=5, answered_at="2026-10-12T12:03:00Z"))
    assert feedback.service("kpi").post("/internal/answers", body).is_success
    assert await _counted(feedback, pair) == [4]
    assert _undo(api, pair, kept["import_id"]).json()["undone"]["withdrawn"] == 2
    assert await _counted(feedback, pair) == [4]
    assert _scores(api, pair) == [4, 5]


async def test_an_erased_answer_does_not_come_back_with_the_corrected_file(feedback: FeedbackHouse, pair: Pair) -> None:
    api = _manager(feedback, pair)
    kept = _import(api, pair, f"a;nps;2;{AT};Mme Durand;", f"b;nps;3;{AT};;").json()
    connection = await asyncpg.connect(plain(feedback.urls.worker))
    try:
        erased = await connection.execute(
            "UPDATE survey_answer SET erased_at = now(), answer_key = $2 WHERE contract_id = $1 AND answer_key = 'a'",
            pair.contract_id, _erased_key(feedback, pair, "a"),
        )  # fmt: skip
    finally:
        await connection.close()
    assert erased == "UPDATE 1"
    _undo(api, pair, kept["import_id"])
    again = _import(api, pair, f"a;nps;2;{AT};Mme Durand;", f"b;nps;3;{AT};;").json()
    assert [line["verdict"] for line in again["lines"]] == ["duplicate", "stored"]


def _erased_key(feedback: FeedbackHouse, pair: Pair, key: str) -> str:
    return erased_key(pseudonymiser(feedback.app.state.pseudonym_key, UUID(pair.contract_id)), key)


def test_who_takes_back(feedback: FeedbackHouse, contracts: ContractsHouse, pair: Pair) -> None:
    api = _manager(feedback, pair)
    kept = _import(api, pair, f"a;nps;2;{AT};;").json()["import_id"]
    path = f"{pair.path}/answers/imports"
    missing = str(new_id())
    outsider = feedback.member(contracts.organisation(), Function.MANAGER)
    for stranger, status in ((feedback.stranger, 401), (outsider, 404)):
        assert stranger.get(path).status_code == status
        assert _undo(stranger, pair, kept).status_code == status
    assert _undo(feedback.member(pair.sous_traitant_id, Function.READER), pair, kept).status_code == 403
    assert _undo(feedback.member(pair.donneur_ordre_id, Function.MANAGER), pair, kept).status_code == 403
    assert _undo(api, pair, missing).status_code == 404
    assert _undo(api, pair, "x").status_code == 404
    assert feedback.member(pair.donneur_ordre_id, Function.BI_READER).get(path).status_code == 403
    assert _scores(api, pair) == [2]


def test_a_workbook_is_shown_and_kept_as_a_csv_is(feedback: FeedbackHouse, pair: Pair) -> None:
    api = _manager(feedback, pair)
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Octobre"
    for row in (
        ("clé", "question", "note", "date", "commentaire"),
        ("a", "nps", 9, datetime(2026, 10, 12, 14, 3), "Très bien"),  # noqa: DTZ001 - in the zone of the file
        ("b", "nps", "=1+1", datetime(2026, 10, 12, 14, 3), None),  # noqa: DTZ001
    ):
        sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)

    def send(path: str, content: bytes) -> Any:
        return api.call("POST", path, content=content, headers={"content-type": XLSX}, params={"zone": "Europe/Paris"})

    path = f"{pair.path}/answers/imports"
    shown = send(f"{path}/preview", stream.getvalue()).json()
    assert (shown["format"], shown["encoding"], shown["sheet"], shown["sheets"]) == ("xlsx", None, "Octobre", 1)
    assert shown["shown"][0]["cells"] == ["a", "nps", "9", "2026-10-12 14:03:00", "Très bien"]
    kept = send(path, stream.getvalue()).json()
    assert (kept["lines"], kept["summary"]) == (shown["lines"], shown["summary"])
    assert [(line["verdict"], line["fault"]) for line in kept["lines"]] == [("stored", None), ("refused", "formula")]
    [one] = api.get(f"{pair.path}/verbatims").json()["items"]
    assert (one["door"], one["answered_at"], one["text"]) == ("xlsx", "2026-10-12T12:03:00Z", "Très bien")
    assert faults(send(path, b"PK not really")) == {"body"}
    assert send(path, b"x" * 1_000_001).status_code == 413


@pytest.mark.parametrize("import_id", ["", "0199C3A0-7D2E-7C11-9A8B-5B1F0D3C2E4A"])
def test_an_import_id_is_read_as_ids_are(feedback: FeedbackHouse, pair: Pair, import_id: str) -> None:
    assert faults(_import(_manager(feedback, pair), pair, **{"import": import_id})) == {"query.import"}
