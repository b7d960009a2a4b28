"""What survey tools send, through the door of the running service: kept, then answered; nothing lost, nothing twice."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest

from services.common.auth.access import Function
from services.common.database import Database
from services.common.identifiers import new_id
from services.feedback.rights import repository as rights
from services.feedback.rights.person import erase_deliveries
from services.feedback.survey_tools import receiving, repository
from services.feedback.survey_tools.connectors import CONNECTORS
from services.feedback.survey_tools.connectors.signatures import sign_standard
from tests.support.callers import Api, faults
from tests.support.contracts import ContractsHouse, Pair
from tests.support.databases import looking
from tests.support.feedback import FeedbackHouse

AT = "2026-10-12T12:03:00Z"
FIELDS = [
    {"field": "q1", "role": "nps"},
    {"field": "q4", "role": "comment"},
    {"field": "hidden:ticket", "role": "ticket"},
]
WORDS = "Réponse claire, rappelez-moi au 06 39 98 00 00."


class Tool:
    """A connected survey tool, and the tool's own end of it."""

    def __init__(self, feedback: FeedbackHouse, pair: Pair, **wanted: Any) -> None:
        self.feedback, self.pair = feedback, pair
        self.api: Api = feedback.member(pair.sous_traitant_id, Function.MANAGER)
        body = {"system": "generic", "name": "Enquête", "fields": FIELDS, **wanted}
        made = self.api.post(f"{pair.path}/survey-tools", body)
        assert made.status_code == 201, made.text
        self.told = made.json()
        self.secret: str = self.told["secret"]
        self.path = f"{pair.path}/survey-tools/{self.told['id']}"
        self.door = f"{feedback.url}/surveys/{self.told['id']}"

    def post(self, body: bytes, headers: dict[str, str]) -> httpx.Response:
        return self.feedback.http.post(self.door, content=body, headers={"content-type": "application/json", **headers})

    def send(
        self,
        number: str = "r1",
        answers: Any = None,
        *,
        message: str | None = None,
        at: datetime | None = None,
        **more: Any,
    ) -> httpx.Response:
        told = {
            "id": number, "answered_at": AT, "answers": {"q1": 9, "q4": WORDS} if answers is None else answers, **more,
        }  # fmt: skip
        body = json.dumps(told).encode()
        signed = sign_standard(body, self.secret, at or datetime.now(UTC), message or f"msg_{new_id()}")
        return self.post(body, signed)

    def deliveries(self, **params: str) -> list[dict[str, Any]]:
        return list(self.api.get(f"{self.path}/deliveries", params=params).json()["items"])

    def verbatims(self) -> list[dict[str, Any]]:
        return list(self.api.get(f"{self.pair.path}/verbatims").json()["items"])

    def reread(self) -> dict[str, Any]:
        done = self.api.post(f"{self.path}/rereads", {})
        assert done.status_code == 200, done.text
        return dict(done.json())

    def map(self, *fields: dict[str, Any]) -> None:
        assert self.api.call("PUT", f"{self.path}/fields", json={"fields": list(fields)}).status_code == 200


def test_a_response_becomes_a_masked_answer_before_the_tool_is_answered(feedback: FeedbackHouse, pair: Pair) -> None:
    tool = Tool(feedback, pair)
    taken = tool.send(hidden={"ticket": "48213"})
    assert taken.status_code == 202
    assert set(taken.json()) == {"verdict", "receipt_id", "sha256", "conflict"}
    assert (taken.json()["verdict"], taken.json()["conflict"]) == ("accepted", False)
    [one] = tool.verbatims()
    assert (one["text"], one["score"], one["door"], one["ticket_id"], one["answered_at"]) == (
        "Réponse claire, rappelez-moi au [[phone]].", 9, "tool", "48213", AT,
    )  # fmt: skip
    [kept] = tool.deliveries()
    assert (kept["id"], kept["state"], kept["stored"]) == (taken.json()["receipt_id"], "read", 1)
    assert kept["sha256"] == taken.json()["sha256"]


async def test_what_came_is_sealed_and_out_of_reach_of_requests(feedback: FeedbackHouse, pair: Pair) -> None:
    tool = Tool(feedback, pair)
    tool.send()
    async with looking(feedback.urls.worker) as connection:
        own = tool.told["id"]
        sealed = await connection.fetchval("SELECT sealed_body FROM survey_delivery WHERE tool_id = $1", own)
        secret = await connection.fetchval("SELECT sealed_secret FROM survey_tool WHERE id = $1", own)
    assert WORDS.encode() not in sealed
    assert WORDS in json.loads(feedback.app.state.vault.open(sealed))["answers"]["q4"]
    assert tool.secret.encode() not in secret
    async with looking(feedback.urls.app, pair.donneur_ordre_id) as connection:
        for table, column in (
            ("survey_tool", "sealed_secret"), ("survey_tool", "sealed_previous_secret"),
            ("survey_delivery", "sealed_body"), ("survey_delivery", "headers"),
        ):  # fmt: skip
            assert not await connection.fetchval("SELECT has_column_privilege($1, $2, 'SELECT')", table, column)
        assert await connection.fetchval("SELECT count(id) FROM survey_delivery WHERE tool_id = $1", own) == 1
    async with looking(feedback.urls.app, str(new_id())) as connection:
        assert await connection.fetchval("SELECT count(id) FROM survey_tool") == 0
        assert await connection.fetchval("SELECT count(id) FROM survey_delivery") == 0


def test_sent_again_it_is_a_duplicate_and_otherwise_a_contradiction(feedback: FeedbackHouse, pair: Pair) -> None:
    tool = Tool(feedback, pair)
    with ThreadPoolExecutor(4) as pool:
        taken = list(pool.map(lambda _: tool.send(message="msg_a"), range(4)))
    assert sorted(one.status_code for one in taken) == [200, 200, 200, 202]
    assert len({one.json()["receipt_id"] for one in taken}) == 1
    assert not any(one.json()["conflict"] for one in taken)
    other = tool.send(answers={"q1": 2}, message="msg_a")
    assert (other.status_code, other.json()["verdict"], other.json()["conflict"]) == (200, "duplicate", True)
    # A correction by another delivery: told as a contradiction, and the first answer stays.
    corrected = tool.send(answers={"q1": 3}, message="msg_b")
    assert corrected.status_code == 202
    assert [one["score"] for one in tool.verbatims()] == [9]
    newest = tool.deliveries()[0]
    assert (newest["state"], newest["stored"], newest["contradicted"]) == ("read", 0, 1)
    # Another door, the same key.
    sent = tool.api.post(
        f"{pair.path}/answers", {"answers": [{"key": "r1:nps", "kind": "nps", "score": 9, "answered_at": AT}]}
    )
    assert sent.json()["items"][0]["verdict"] == "duplicate"


@pytest.mark.parametrize(
    ("spoil", "status", "verdict"),
    [
        (lambda headers: {}, 401, "rejected_signature"),
        (lambda headers: headers | {"webhook-signature": "v1,AAAA"}, 401, "rejected_signature"),
        (lambda headers: headers | {"webhook-timestamp": "1"}, 401, "rejected_signature"),
    ],
)
def test_unsigned_deliveries_leave_no_body(
    feedback: FeedbackHouse, pair: Pair, spoil: Any, status: int, verdict: str
) -> None:
    tool = Tool(feedback, pair)
    headers = spoil(sign_standard(b"{}", tool.secret, datetime.now(UTC), "msg_1"))
    refused = tool.post(b"{}", headers)
    assert (refused.status_code, refused.json()["verdict"], refused.json()["code"]) == (status, verdict, verdict)
    assert refused.headers["content-type"].startswith("application/problem+json")
    [kept] = tool.deliveries()
    assert (kept["verdict"], kept["state"]) == (verdict, "refused")


async def test_stale_deliveries_and_any_number_of_rejected_ones(
    feedback: FeedbackHouse, pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    tool = Tool(feedback, pair)
    stale = tool.send(at=datetime.now(UTC) - timedelta(seconds=400))
    assert (stale.status_code, stale.json()["verdict"]) == (401, "rejected_stale")
    monkeypatch.setattr(receiving, "MOST_REJECTED", 3)
    for _ in range(6):
        assert tool.post(b"{}", {}).status_code == 401
    assert len(tool.deliveries()) == 3
    async with looking(feedback.urls.worker) as connection:
        bodies = "SELECT count(*) FROM survey_delivery WHERE tool_id = $1 AND sealed_body IS NOT NULL"
        assert await connection.fetchval(bodies, tool.told["id"]) == 0


def test_what_cannot_be_read_waits_once_and_is_read_after_the_mapping_is_put_right(
    feedback: FeedbackHouse, pair: Pair
) -> None:
    tool = Tool(feedback, pair)
    answers = {"q1": "Très satisfait", "autre": 8, "q4": WORDS}
    wrong = [tool.send(answers=answers) for _ in range(2)]
    assert {one.status_code for one in wrong} == {400}
    assert {one.json()["verdict"] for one in wrong} == {"malformed"}
    assert "satisfait" not in wrong[0].text
    assert wrong[0].json()["detail"] == "q1: a number"
    assert len({one.json()["receipt_id"] for one in wrong}) == 1
    unmapped = tool.send("r2", {"autre": 7})
    assert unmapped.status_code == 202
    assert {one["state"] for one in tool.deliveries()} == {"quarantined", "unmapped"}
    assert tool.verbatims() == []
    seen = {one["id"]: one for one in tool.api.get(f"{tool.path}/questions").json()["items"]}
    assert (seen["autre"]["form"], seen["autre"]["deliveries"], seen["autre"]["role"]) == ("number", 2, None)
    assert (seen["q1"]["role"], seen["hidden:ticket"]["deliveries"]) == ("nps", 0)
    assert "satisfait" not in str(seen)
    assert tool.reread()["read"] == 0
    tool.map({"field": "autre", "role": "nps"}, {"field": "q4", "role": "comment"})
    done = tool.reread()
    assert (done["read"], done["waiting"], done["more"]) == (2, 0, False)
    assert sorted(one["score"] for one in tool.verbatims()) == [7, 8]
    assert {(one["state"], one["verdict"], one["stored"]) for one in tool.deliveries()} == {("read", "accepted", 1)}
    assert tool.reread()["read"] == 0


def test_what_came_before_the_secret_was_known_is_verified_by_it(feedback: FeedbackHouse, pair: Pair) -> None:
    tool = Tool(feedback, pair, system="formbricks", secret_later=True)
    assert tool.secret is None
    secret = CONNECTORS["formbricks"].draw_secret()
    body = CONNECTORS["formbricks"].sample("r1", datetime(2026, 10, 12, tzinfo=UTC), {"q1": 4})
    held = tool.post(body, sign_standard(body, secret, datetime.now(UTC), "msg_1"))
    forged = tool.post(body, sign_standard(body, CONNECTORS["formbricks"].draw_secret(), datetime.now(UTC), "msg_2"))
    assert [(one.status_code, one.json()["verdict"]) for one in (held, forged)] == [(202, "unverified")] * 2
    assert tool.verbatims() == []
    assert tool.api.post(f"{tool.path}/trials", {}).status_code == 409
    given = tool.api.post(f"{tool.path}/secrets", {"secret": secret, "overlap_seconds": 0})
    assert given.status_code == 201
    assert tool.reread()["read"] == 1
    assert [one["score"] for one in tool.verbatims()] == [4]
    verdicts = {one["id"]: one["verdict"] for one in tool.deliveries()}
    assert verdicts == {held.json()["receipt_id"]: "accepted", forged.json()["receipt_id"]: "rejected_signature"}


def test_no_more_is_held_than_may_be(feedback: FeedbackHouse, pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(receiving, "MOST_HELD", 1)
    tool = Tool(feedback, pair, secret_later=True)
    assert tool.post(b"{}", {}).status_code == 202
    full = tool.post(b"{}", {})
    assert (full.status_code, full.headers["retry-after"]) == (503, "600")


def test_secrets_are_renewed_with_an_overlap(feedback: FeedbackHouse, pair: Pair) -> None:
    tool = Tool(feedback, pair)
    old = tool.secret
    new = tool.api.post(f"{tool.path}/secrets", {"overlap_seconds": 60}).json()
    assert new["previous_secret_until"] is not None
    assert tool.send("r1").status_code == 202
    tool.secret = new["secret"]
    assert tool.send("r2").status_code == 202
    tool.api.post(f"{tool.path}/secrets", {"overlap_seconds": 0})
    tool.secret = old
    assert tool.send("r3").status_code == 401


def test_a_trial_goes_through_the_door_and_makes_no_answers(feedback: FeedbackHouse, pair: Pair) -> None:
    for system in CONNECTORS:
        tool = Tool(feedback, pair, system=system)
        tried = tool.api.post(f"{tool.path}/trials", {})
        assert tried.status_code == 200, tried.text
        told = tried.json()
        assert (told["verdict"], told["state"]) == ("accepted", "read")
        [made] = told["answers"]
        assert (made["kind"], made["score"], made["comment"], made["ticket_id"]) == ("nps", 9, True, "essai")
        [kept] = tool.deliveries()
        assert (kept["trial"], kept["stored"]) == (True, 0)
        assert tool.verbatims() == []


def test_the_door_itself(feedback: FeedbackHouse, pair: Pair) -> None:
    tool = Tool(feedback, pair)
    http = feedback.http
    assert http.head(tool.door).status_code == 200
    assert http.get(tool.door).status_code == 405
    assert http.post(tool.door, content=b"a", headers={"content-type": "text/plain"}).status_code == 415
    packed = {"content-type": "application/json", "content-encoding": "gzip"}
    assert http.post(tool.door, content=b"a", headers=packed).status_code == 415
    assert tool.post(b" " * 1_000_001, {}).status_code == 413
    for unknown in ("0" * 40, "x", "a%00b", "é", "0" * 400):
        missing = http.post(f"{feedback.url}/surveys/{unknown}", content=b"{}")
        assert missing.status_code == 404, unknown
    assert http.head(f"{feedback.url}/surveys/{'0' * 40}").status_code == 404


def test_who_connects_and_who_reads(feedback: FeedbackHouse, contracts: ContractsHouse, pair: Pair) -> None:
    tool = Tool(feedback, pair)
    tool.send()
    listed = f"{pair.path}/survey-tools"
    readers = [feedback.member(org, Function.READER) for org in (pair.donneur_ordre_id, pair.sous_traitant_id)]
    for path in (listed, tool.path, f"{tool.path}/deliveries", f"{tool.path}/questions"):
        answers = [reader.get(path) for reader in readers]
        assert answers[0].status_code == 200
        assert answers[0].content == answers[1].content
        assert tool.secret not in answers[0].text
    writes: tuple[tuple[str, str, dict[str, Any]], ...] = (
        ("POST", listed, {"system": "generic", "name": "x"}), ("PUT", f"{tool.path}/fields", {"fields": []}),
        ("POST", f"{tool.path}/secrets", {}), ("POST", f"{tool.path}/rereads", {}), ("POST", f"{tool.path}/trials", {}),
    )  # fmt: skip
    outsider = feedback.member(contracts.organisation(), Function.MANAGER)
    elsewhere = contracts.pair()
    manager = feedback.member(elsewhere.donneur_ordre_id, Function.MANAGER)
    for method, path, body in writes:
        assert readers[0].call(method, path, json=body).status_code == 403
        assert outsider.call(method, path, json=body).status_code == 404
        assert feedback.stranger.call(method, path, json=body).status_code == 401
        if path != listed:
            # Of a contract of one's own, a tool of another one is not there.
            theirs = path.replace(pair.contract_id, elsewhere.contract_id)
            assert manager.call(method, theirs, json=body).status_code == 404
    for path in (tool.path, f"{tool.path}/deliveries", f"{tool.path}/questions"):
        assert manager.get(path.replace(pair.contract_id, elsewhere.contract_id)).status_code == 404
    assert faults(tool.api.post(listed, {"system": "jotform", "name": "x"})) == {"system"}
    assert faults(tool.api.post(listed, {"system": "generic", "name": "x", "secret": "court"})) == {"secret"}
    both = {"system": "generic", "name": "x", "secret": "whsec_" + "A" * 32, "secret_later": True}
    assert faults(tool.api.post(listed, both)) == {"secret_later"}
    twice = {"fields": [{"field": "a", "role": "nps"}, {"field": "a", "role": "csat"}]}
    assert faults(tool.api.call("PUT", f"{tool.path}/fields", json=twice)) == {"body"}


async def test_bytes_are_forgotten_in_time_and_keys_are_not(feedback: FeedbackHouse, pair: Pair) -> None:
    tool = Tool(feedback, pair)
    tool.send("r1", message="msg_a")
    tool.send("r2", {"autre": 1})
    database = Database(feedback.urls.app, feedback.urls.worker, 2, "forgetting")
    try:
        async with database.background_session() as session:
            await repository.forget(session, 0, 180, 30)
    finally:
        await database.dispose()
    async with looking(feedback.urls.worker) as connection:
        rows = await connection.fetch(
            "SELECT state FROM survey_delivery WHERE tool_id = $1 AND sealed_body IS NOT NULL", tool.told["id"]
        )
    assert [row["state"] for row in rows] == ["unmapped"]
    assert tool.send("r1", message="msg_a").json()["verdict"] == "duplicate"


async def test_an_erasure_deletes_what_the_tool_sent_of_the_person(feedback: FeedbackHouse, pair: Pair) -> None:
    tool = Tool(feedback, pair)
    tool.send("r1", hidden={"mail": "lea@client.example"})
    tool.send("r2", {"autre": 1}, hidden={"mail": "LEA@client.example"})
    tool.send("r3", {"autre": 1}, hidden={"mail": "noe@client.example"})
    database = Database(feedback.urls.app, feedback.urls.worker, 2, "erasing")
    contract_id = UUID(pair.contract_id)
    try:
        async with database.background_session() as session:
            [answer_id] = await rights.answers_named(session, contract_id, ["r1:nps"], [], [])
            await rights.erase(session, contract_id, {answer_id: "erased:r1"})
        async with database.background_session() as session:
            references = [{"kind": "email", "value": "lea@client.example"}]
            await erase_deliveries(session, feedback.app.state.vault, contract_id, references)
    finally:
        await database.dispose()
    async with looking(feedback.urls.worker) as connection:
        rows = await connection.fetch("SELECT sealed_body FROM survey_delivery WHERE tool_id = $1", tool.told["id"])
    kept = [feedback.app.state.vault.open(row["sealed_body"]) for row in rows if row["sealed_body"] is not None]
    assert [json.loads(body)["id"] for body in kept] == ["r3"]
    assert len(rows) == 3
