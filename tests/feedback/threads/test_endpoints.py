"""Threads over HTTP: both parties speak, managers apart, and answers that are counted on both sides."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import asyncpg
import pytest

from services.common.auth.access import Function
from tests.support.callers import Api, faults
from tests.support.contracts import ContractsHouse, Pair
from tests.support.databases import looking
from tests.support.feedback import FeedbackHouse
from tests.support.problems import problem

F = Function


class Talk:
    """A contract and a manager of each side, one of them a person."""

    def __init__(self, feedback: FeedbackHouse, pair: Pair) -> None:
        self.feedback, self.pair = feedback, pair
        self.client = feedback.member(pair.donneur_ordre_id, F.MANAGER)
        self.provider = self.person(pair.sous_traitant_id, F.MANAGER)
        self.path = f"{pair.path}/threads"

    def person(self, organisation_id: str, *functions: Function) -> Api:
        """Somebody who signed in with a password."""
        token = self.feedback.desk.for_member("feedback", organisation_id, *functions, amr=["pwd"], name="Karim Benali")
        return Api(self.feedback.http, self.feedback.url, token)

    def open(self, side: Api | None = None, **changes: Any) -> dict[str, Any]:
        """Open a thread; as it was answered."""
        body = {"kind": "concern", "subject": "Le samedi", "text": "Que dire aux clients ?"} | changes
        answer = (side or self.client).post(self.path, body)
        assert answer.status_code == 201, answer.text
        told: dict[str, Any] = answer.json()
        return told

    def say(self, side: Api, thread: dict[str, Any], **body: Any) -> Any:
        """Say something in it."""
        return side.post(f"{self.path}/{thread['id']}/messages", {"text": "Voici.", **body})

    def read(self, side: Api, thread: dict[str, Any]) -> dict[str, Any]:
        """As it is told."""
        answer = side.get(f"{self.path}/{thread['id']}")
        assert answer.status_code == 200, answer.text
        told: dict[str, Any] = answer.json()
        return told

    def list(self, side: Api, **params: Any) -> list[str]:
        """Ids of threads."""
        answer = side.get(self.path, params=params)
        assert answer.status_code == 200, answer.text
        return [str(one["id"]) for one in answer.json()["items"]]

    def delays(self, side: Api) -> dict[str, dict[str, Any]]:
        """Of this year, by side."""
        period = f"{datetime.now(UTC) + timedelta(hours=1):%Y}"
        items = side.get(f"{self.path}/delays", params={"period": period}).json()["items"]
        return {one["side"]: one for one in items if one["month"] is None}


@pytest.fixture
def talk(feedback: FeedbackHouse, pair: Pair) -> Talk:
    """A new contract."""
    return Talk(feedback, pair)


def test_both_speak_until_one_closes(talk: Talk) -> None:
    due = f"{datetime.now(UTC) + timedelta(days=3):%Y-%m-%d}"
    about = {"kind": "figure", "id": "fcr_ticket/2026-10"}
    thread = talk.open(answer_by=due, about=about)
    assert (thread["state"], thread["awaits"], thread["answer_by"], thread["about"]) == (
        "open", "sous_traitant", due, about,
    )  # fmt: skip
    assert talk.list(talk.provider, awaits="us") == [thread["id"]] == talk.list(talk.client, awaits="them")
    assert talk.list(talk.client, awaits="us") == []
    problem(talk.say(talk.client, thread, asks=True), 409)
    answer = talk.say(talk.provider, thread, asks=True)
    assert (answer.status_code, answer.json()["awaits"]) == (201, "donneur_ordre")
    assert talk.say(talk.client, thread).json()["state"] == "answered"
    told = talk.say(talk.client, thread, text="Merci, c'est réglé.", closes=True).json()
    assert (told["state"], told["awaits"], told["message_count"]) == ("closed", None, 4)
    assert [one["author"]["side"] for one in told["messages"]] == [
        "donneur_ordre", "sous_traitant", "donneur_ordre", "donneur_ordre",
    ]  # fmt: skip
    assert told["messages"][1]["author"]["name"] == "Karim Benali"
    assert talk.read(talk.provider, thread) == told
    problem(talk.say(talk.provider, thread), 409)


def test_the_first_reading_of_a_person_stays(talk: Talk) -> None:
    thread = talk.open()
    assert thread["unread"] == {"donneur_ordre": 0, "sous_traitant": 1}
    readings = f"{talk.path}/{thread['id']}/readings"
    # Reading by a program, and one's own words, are no reading.
    for side in (talk.feedback.member(talk.pair.sous_traitant_id, F.MANAGER), talk.client):
        assert side.post(readings).status_code == 204
    assert talk.read(talk.client, thread)["messages"][0]["read_at"] is None
    assert talk.provider.post(readings).status_code == 204
    first = talk.read(talk.client, thread)
    assert first["unread"]["sous_traitant"] == 0
    talk.provider.post(readings)
    assert talk.read(talk.client, thread)["messages"][0]["read_at"] == first["messages"][0]["read_at"] is not None


def test_between_managers_nobody_else_knows(talk: Talk) -> None:
    seen = talk.open()
    hidden = talk.open(confidentiality="managers", subject="Tarifs")
    path = f"{talk.path}/{hidden['id']}"
    for function in (F.MANAGER, F.SIGNATORY, F.ADMINISTRATOR):
        one = talk.feedback.member(talk.pair.sous_traitant_id, function)
        assert talk.list(one) == [hidden["id"], seen["id"]]
        assert talk.delays(one)["sous_traitant"]["asked"] == 2
    for function in (F.TEAM_LEAD, F.READER, F.AUDITOR):
        for organisation in (talk.pair.donneur_ordre_id, talk.pair.sous_traitant_id):
            one = talk.feedback.member(organisation, function)
            assert talk.list(one) == [seen["id"]]
            missing = one.get(f"{talk.path}/{uuid4()}", headers={"x-forwarded-path": "/asked"})
            there = one.get(path, headers={"x-forwarded-path": "/asked"})
            assert (there.status_code, there.content) == (404, missing.content)
            assert talk.delays(one)["sous_traitant"]["asked"] == 1
            problem(one.post(f"{path}/readings"), 404)
    lead = talk.feedback.member(talk.pair.sous_traitant_id, F.TEAM_LEAD)
    problem(talk.say(lead, hidden), 404)
    body = {"kind": "idea", "subject": "x", "text": "x", "confidentiality": "managers"}
    problem(lead.post(talk.path, body), 403)


def test_delays_are_those_of_both_sides(talk: Talk) -> None:
    first = talk.open()
    talk.say(talk.provider, first, asks=True)
    talk.open(talk.provider, kind="praise", asks=False)
    back = talk.open()
    talk.say(talk.client, back, closes=True)
    told = talk.delays(talk.client)
    assert told == talk.delays(talk.provider)
    counts = {
        side: [one[name] for name in ("asked", "answered", "waiting", "withdrawn", "late")]
        for side, one in told.items()
    }
    assert counts == {"sous_traitant": [2, 1, 0, 1, 0], "donneur_ordre": [1, 0, 1, 0, 0]}
    assert told["sous_traitant"]["median"]["at_least"] is False
    assert told["donneur_ordre"]["p90"]["at_least"] is True
    months = talk.client.get(f"{talk.path}/delays", params={"period": f"{datetime.now(UTC):%Y}"}).json()["items"]
    assert sum(one["asked"] for one in months if one["month"]) == 3
    for wrong in ("2026-13", "always"):
        assert faults(talk.client.get(f"{talk.path}/delays", params={"period": wrong})) == {"query.period"}
    nothing = talk.client.get(f"{talk.path}/delays", params={"period": "2020-Q1"}).json()["items"]
    assert {(one["asked"], one["median"]) for one in nothing} == {(0, None)}


def test_lists_are_narrowed_and_paged(talk: Talk) -> None:
    threads = [talk.open(kind=kind) for kind in ("idea", "praise", "concern")]
    talk.say(talk.provider, threads[0])
    order = [threads[place]["id"] for place in (0, 2, 1)]
    assert talk.list(talk.client) == order
    first = talk.client.get(talk.path, params={"limit": 2}).json()
    rest = talk.client.get(talk.path, params={"limit": 2, "cursor": first["next_cursor"]}).json()
    assert [one["id"] for one in first["items"] + rest["items"]] == order
    assert rest["next_cursor"] is None
    assert talk.list(talk.client, kind="idea") == [threads[0]["id"]] == talk.list(talk.client, state="answered")
    about = talk.open(about={"kind": "action", "id": "a:1"})["id"]
    assert talk.list(talk.client, about="action:a:1") == [about] == talk.list(talk.client, about="action")
    assert faults(talk.client.get(talk.path, params={"about": "gossip"})) == {"query.about"}
    assert faults(talk.client.get(talk.path, params={"cursor": "WzFd"})) == {"cursor"}


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"text": "x" * 10_001}, "text"),
        ({"text": "a\x1bb"}, "text"),
        ({"text": " \n "}, "text"),
        ({"subject": "a\nb"}, "subject"),
        ({"answer_by": "2020-01-01"}, "answer_by"),
        ({"kind": "threat"}, "kind"),
        ({"about": {"kind": "figure"}}, "about"),
        ({"about": {"kind": "free", "id": "x"}}, "about"),
        ({"awaits": "donneur_ordre"}, "awaits"),
    ],
)
def test_a_thread_is_whole_or_refused(talk: Talk, changes: dict[str, Any], wrong: str) -> None:
    body = {"kind": "idea", "subject": "x", "text": "x"} | changes
    assert faults(talk.client.post(talk.path, body)) == {wrong}


def test_words_are_kept_as_they_are_and_sent_once(talk: Talk) -> None:
    words = "<img src=x onerror=alert(1)> =1+1 \u202eolleh 😀\n" + "e\u0301" * 40
    thread = talk.open(text=words)
    assert talk.read(talk.provider, thread)["messages"][0]["text"] == words
    key = {"idempotency-key": "one"}
    path = f"{talk.path}/{thread['id']}/messages"
    sent = [talk.provider.post(path, {"text": "Oui."}, headers=key).json()["message_count"] for _ in range(2)]
    assert sent == [2, 2] == [2, talk.read(talk.client, thread)["message_count"]]


def test_strangers_find_nothing_and_readers_write_nothing(
    talk: Talk, feedback: FeedbackHouse, contracts: ContractsHouse
) -> None:
    thread = talk.open()
    outsider = feedback.member(contracts.organisation(), *(set(F) - {F.PLATFORM_ADMIN}))
    platform = feedback.member(str(contracts.operator.organisation_id), F.PLATFORM_ADMIN)
    key = feedback.member(talk.pair.donneur_ordre_id, F.BI_READER)
    reader = feedback.member(talk.pair.donneur_ordre_id, F.READER)
    one = f"{talk.path}/{thread['id']}"
    calls: list[tuple[str, str, Any, int]] = [
        ("GET", talk.path, None, 200),
        ("GET", one, None, 200),
        ("GET", f"{talk.path}/delays?period=2026", None, 200),
        ("POST", f"{one}/readings", None, 204),
        ("POST", talk.path, {"kind": "idea", "subject": "x", "text": "x"}, 403),
        ("POST", f"{one}/messages", {"text": "x"}, 403),
    ]
    for method, path, body, expected in calls:
        for api, status in ((feedback.stranger, 401), (outsider, 404), (platform, 404), (key, 403)):
            problem(api.call(method, path, json=body), status)
        assert reader.call(method, path, json=body).status_code == expected
    other = Talk(feedback, contracts.pair())
    problem(other.client.get(f"{other.path}/{thread['id']}"), 404)


async def test_the_database_keeps_words_and_sides(
    talk: Talk, feedback: FeedbackHouse, contracts: ContractsHouse
) -> None:
    thread = talk.open()
    contract = talk.pair.contract_id
    forged = (
        "INSERT INTO thread_message (contract_id, id, thread_id, text, asks, closes, written_by, written_side)"
        f" VALUES ('{contract}', gen_random_uuid(), '{thread['id']}', 'x', false, false, 'me', 'sous_traitant')"
    )
    read = (
        "INSERT INTO thread_reading (contract_id, message_id, side) SELECT contract_id, id, 'sous_traitant'"
        f" FROM thread_message WHERE contract_id = '{contract}'"
    )
    for statement in (forged, read):
        async with looking(feedback.urls.app, talk.pair.donneur_ordre_id) as connection:
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await connection.execute(statement)
    for role, statement in (
        ("app", "UPDATE thread SET subject = 'x'"),
        ("app", "DELETE FROM thread"),
        ("app", "UPDATE thread_message SET text = 'x'"),
        ("worker", "UPDATE thread_message SET text = 'x'"),
        ("worker", "DELETE FROM thread_message"),
    ):
        async with looking(getattr(feedback.urls, role), talk.pair.donneur_ordre_id) as connection:
            with pytest.raises(asyncpg.PostgresError, match=r"never changes|permission denied"):
                await connection.execute(statement)
    for organisation, seen in ((talk.pair.sous_traitant_id, 1), (contracts.organisation(), 0), (None, 0)):
        async with looking(feedback.urls.app, organisation) as connection:
            for table in ("thread", "thread_message"):
                query = f"SELECT count(*) FROM {table} WHERE contract_id = $1"
                assert await connection.fetchval(query, contract) == seen


def test_what_is_said_hangs_on_a_draft(talk: Talk, feedback: FeedbackHouse) -> None:
    talk.open()
    told = feedback.service("contracts").get(f"/internal/contracts/{talk.pair.contract_id}/use").json()
    assert told == {"answers": False, "threads": True, "evaluations": False}
