"""What each party is told over HTTP: whom an event concerns, what is read, and what letters say of it."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import asyncpg
import pytest

from deploy.local.urls import plain
from services.common.auth.access import Function
from services.common.auth.keys import SigningKey
from services.common.auth.tokens import TokenSigner
from services.common.database import Database
from services.common.http import ServiceClient, new_http_client
from services.common.identifiers import new_id
from services.common.instants import now
from services.contracts.gateway import Letters
from services.contracts.notifications.deadlines import Deadlines
from services.contracts.notifications.letters import Postman
from services.contracts.notifications.spreading import Spreader
from tests.factories.contracts import objective_body, parameters_body
from tests.support.callers import Api
from tests.support.contracts import ContractsHouse, Pair
from tests.support.databases import blocking, looking
from tests.support.problems import problem
from tests.support.processes import eventually

F = Function
TODAY = date.today
HOSTILE = "<script>alert(1)</script>\nBcc: x@evil.example claire@client.example"


@dataclass(frozen=True)
class Somebody:
    """A person with a token of theirs."""

    id: str
    email: str
    api: Api

    def told(self, query: str = "") -> list[dict[str, Any]]:
        """What they were told, the newest first."""
        answer = self.api.get(f"/v1/notifications{query}")
        assert answer.status_code == 200, answer.text
        items: list[dict[str, Any]] = answer.json()["items"]
        return items

    def kinds(self, query: str = "") -> list[str]:
        """The kinds of it."""
        return [one["kind"] for one in self.told(query)]

    @property
    def unread(self) -> int:
        """How much is unread."""
        return int(self.api.get("/v1/notifications/count").json()["unread"])


@dataclass(frozen=True)
class Cast:
    """An active contract and people of both sides."""

    house: ContractsHouse
    pair: Pair
    claire: Somebody
    karim: Somebody
    reader: Somebody

    def propose(self, **changes: Any) -> str:
        """An action that Claire proposes; its id."""
        body = {
            "title": HOSTILE.replace("\n", " "),
            "cause": HOSTILE,
            "owners": {"donneur_ordre": self.claire.id},
            "due_on": str(TODAY() + timedelta(days=30)),
            "origin": {"kind": "free"},
        } | changes
        answer = self.claire.api.post(f"{self.pair.path}/actions", body)
        assert answer.status_code == 201, answer.text
        return str(answer.json()["id"])

    def step(self, somebody: Somebody, action: str, step: str, **body: Any) -> None:
        """Take a step of an action."""
        path = f"{self.pair.path}/actions/{action}"
        etag = somebody.api.get(path).headers["etag"]
        answer = somebody.api.post(f"{path}/steps", {"step": step, **body}, headers={"if-match": etag})
        assert answer.status_code == 200, answer.text

    def spread(self) -> None:
        """Have everything told that was noted."""
        blocking(_spread(self.house))

    def change(self, statement: str, *values: Any) -> None:
        """Move time by the rows."""
        blocking(_change(self.house, statement, *values))


async def _spread(house: ContractsHouse) -> None:
    database = Database(house.urls.app, house.urls.worker, 1, "test")
    try:
        while await Spreader(database).spread():
            pass
    finally:
        await database.dispose()


async def _change(house: ContractsHouse, statement: str, *values: Any) -> None:
    connection = await asyncpg.connect(plain(house.urls.worker))
    try:
        await connection.execute(statement, *values)
    finally:
        await connection.close()


def somebody(house: ContractsHouse, organisation_id: str, *functions: Function) -> Somebody:
    """Somebody new of an organisation."""
    email = f"{new_id()}@x.example"
    body = {"email": email, "name": "Claire Morel", "functions": list(functions)}
    answer = house.platform.post(f"/v1/organisations/{organisation_id}/people", body)
    assert answer.status_code == 201, answer.text
    person_id = str(answer.json()["id"])
    return Somebody(person_id, email, house.member(organisation_id, *functions, subject=person_id, amr=["pwd"]))


@pytest.fixture
def cast(house: ContractsHouse, active: Pair) -> Cast:
    """New ones, who were told nothing of how the contract came to be."""
    blocking(_spread(house))
    return Cast(
        house,
        active,
        somebody(house, active.donneur_ordre_id, F.MANAGER),
        somebody(house, active.sous_traitant_id, F.MANAGER),
        somebody(house, active.sous_traitant_id, F.READER),
    )


def test_the_other_party_is_told_once_and_whoever_does_it_is_not(cast: Cast) -> None:
    action = cast.propose()
    eventually(lambda: cast.karim.kinds() == ["action_proposed"], "the running service tells it by itself")
    (told,) = cast.karim.told()
    assert told["subject"] == {"id": action, "title": HOSTILE.replace("\n", " ")}
    assert told["contract"]["id"] == cast.pair.contract_id
    assert (told["side"], told["asks"], told["personal"], told["group"]) == ("donneur_ordre", True, False, "actions")
    assert cast.karim.unread == 1
    # Nothing names her but herself; a reader may open it and takes no step.
    assert cast.claire.told() == cast.reader.told() == []
    cast.spread()
    assert cast.karim.unread == 1


def test_what_was_done_is_unread_no_more_for_anybody(cast: Cast) -> None:
    other = somebody(cast.house, cast.pair.sous_traitant_id, F.TEAM_LEAD)
    action = cast.propose()
    cast.spread()
    assert (cast.karim.unread, other.unread) == (1, 1)
    cast.step(cast.karim, action, "accept", owner=other.id)
    cast.spread()
    assert cast.karim.unread == 0
    assert other.kinds("?unread=true") == ["action_named"]
    assert other.kinds() == ["action_named", "action_proposed"]
    assert [one["settled_at"] is None for one in other.told()] == [True, False]
    (answered,) = cast.claire.told()
    assert (answered["kind"], answered["data"], answered["personal"]) == (
        "action_answered", {"outcome": "accepted"}, True,
    )  # fmt: skip
    cast.step(other, action, "ask_date", due_on=str(TODAY() + timedelta(days=40)), comment="Le transporteur.")
    cast.spread()
    assert cast.claire.kinds("?unread=true") == ["action_date_asked", "action_answered"]
    cast.step(cast.claire, action, "keep_date", comment="Non.")
    cast.spread()
    assert cast.claire.kinds("?unread=true") == ["action_answered"]
    assert other.told()[0]["data"] == {"outcome": "date_kept"}


def test_dates_are_told_once_whoever_notices_and_until_it_is_done(cast: Cast) -> None:
    action = cast.propose()
    cast.step(cast.karim, action, "accept", owner=cast.karim.id)
    cast.spread()
    cast.karim.api.post("/v1/notifications/read", {"until": str(now().isoformat())})
    cast.change("UPDATE action SET due_on = current_date + 2 WHERE id = $1", UUID(action))
    for _ in range(2):
        blocking(_look_at_dates(cast.house))
    assert cast.karim.kinds("?unread=true") == ["action_due_soon"]
    assert cast.karim.told()[0]["personal"]
    cast.change("UPDATE action SET due_on = current_date - 2 WHERE id = $1", UUID(action))
    for _ in range(2):
        blocking(_look_at_dates(cast.house))
    assert cast.karim.kinds("?unread=true") == ["action_overdue"]
    assert cast.karim.told()[0]["data"] == {"due_on": str(TODAY() - timedelta(days=2))}
    assert "action_overdue" in cast.claire.kinds()
    cast.step(cast.karim, action, "finish")
    cast.spread()
    assert cast.karim.unread == 0
    assert cast.claire.kinds("?unread=true")[0] == "action_done"


async def _look_at_dates(house: ContractsHouse) -> None:
    database = Database(house.urls.app, house.urls.worker, 2, "test")
    try:
        spreader = Spreader(database)
        while await Deadlines(database, spreader, 60).look(now()):
            pass
        while await spreader.spread():
            pass
    finally:
        await database.dispose()


def test_amendments_and_drafts_are_told_to_who_accepts(cast: Cast, pair: Pair) -> None:
    objective = cast.claire.api.post(f"{cast.pair.path}/objectives", objective_body()).json()["id"]
    cast.spread()
    (told,) = cast.karim.told()
    assert (told["kind"], told["subject"]["id"], told["data"]) == (
        "amendment_proposed", objective, {"part": "objective"},
    )  # fmt: skip
    refused = cast.karim.api.post(f"{cast.pair.path}/amendments/{objective}/refusal", {"comment": "Trop haut."})
    assert refused.status_code == 201, refused.text
    cast.spread()
    assert cast.karim.unread == 0
    assert [(one["kind"], one["data"]) for one in cast.claire.told()] == [
        ("amendment_answered", {"outcome": "refused"})
    ]

    signs = somebody(cast.house, pair.sous_traitant_id, F.MANAGER)
    assert pair.donneur_ordre.put(f"{pair.path}/parameters", parameters_body()).status_code == 200
    assert pair.donneur_ordre.post(f"{pair.path}/acceptances", {}).status_code == 201
    cast.spread()
    assert signs.kinds() == ["contract_to_accept"]
    assert pair.sous_traitant.post(f"{pair.path}/acceptances", {}).status_code == 201
    cast.spread()
    assert signs.unread == 0


def test_machine_clients_have_none_and_nobody_reads_those_of_another(cast: Cast) -> None:
    cast.propose()
    cast.spread()
    machine = cast.house.member(cast.pair.sous_traitant_id, F.MANAGER)
    paths = ("/v1/notifications", "/v1/notifications/count", "/v1/notifications/preferences")
    for path in paths:
        problem(machine.get(path), 403)
        problem(cast.house.stranger.get(path), 401)
    (told,) = cast.karim.told()
    colleague = somebody(cast.house, cast.pair.sous_traitant_id, F.MANAGER)
    assert colleague.told() == []
    assert colleague.api.post("/v1/notifications/read", {"ids": [told["id"]]}).json() == {"unread": 0}
    assert cast.karim.unread == 1


async def test_the_database_itself_shows_a_persons_own_rows_only(cast_async: Cast) -> None:
    cast = cast_async
    url, organisation = cast.house.urls.app, cast.pair.sous_traitant_id
    for person, seen in ((cast.karim.id, 1), (cast.reader.id, 0), ("", 0)):
        async with looking(url, organisation) as connection:
            await connection.execute("SELECT set_config('app.person', $1, true)", person)
            assert await connection.fetchval("SELECT count(*) FROM notification") == seen
            for refused in ("SELECT count(*) FROM notification_event", "UPDATE notification SET settled_at = now()"):
                with pytest.raises(asyncpg.InsufficientPrivilegeError):
                    async with connection.transaction():
                        await connection.execute(refused)


@pytest.fixture
def cast_async(cast: Cast) -> Cast:
    """A cast with one notification, made before the asynchronous test begins."""
    cast.propose()
    cast.spread()
    return cast


def test_reading_by_ids_and_until_an_instant(cast: Cast) -> None:
    for _ in range(3):
        cast.propose()
    cast.spread()
    newest, middle, oldest = cast.karim.told()
    read = cast.karim.api.post("/v1/notifications/read", {"ids": [middle["id"]]})
    assert read.json() == {"unread": 2}
    assert [one["id"] for one in cast.karim.told("?unread=true")] == [newest["id"], oldest["id"]]
    first = cast.karim.api.get("/v1/notifications?limit=2").json()
    rest = cast.karim.api.get(f"/v1/notifications?limit=2&cursor={first['next_cursor']}").json()
    assert [one["id"] for one in (*first["items"], *rest["items"])] == [newest["id"], middle["id"], oldest["id"]]
    assert rest["next_cursor"] is None
    elsewhere = {"until": now().isoformat(), "contract_id": str(new_id())}
    assert cast.karim.api.post("/v1/notifications/read", elsewhere).json() == {"unread": 2}
    assert cast.karim.told(f"?contract_id={new_id()}") == []
    assert cast.karim.api.post("/v1/notifications/read", {"until": now().isoformat()}).json() == {"unread": 0}
    for wrong in ({}, {"ids": [], "until": now().isoformat()}, {"ids": ["x"]}):
        problem(cast.karim.api.post("/v1/notifications/read", wrong), 422)


def test_who_left_or_lost_the_function_reads_no_more_and_is_told_no_more(cast: Cast) -> None:
    cast.propose()
    cast.spread()
    narrowed = cast.house.member(cast.pair.sous_traitant_id, F.BI_READER, subject=cast.karim.id)
    assert narrowed.get("/v1/notifications").json()["items"] == []
    apart = {cast.pair.contract_id: [F.BI_READER]}
    lost = cast.house.member(cast.pair.sous_traitant_id, F.MANAGER, subject=cast.karim.id, contract_functions=apart)
    assert lost.get("/v1/notifications/count").json() == {"unread": 0}
    cast.house.withdraw(cast.pair.contract_id, cast.pair.sous_traitant_id)
    assert cast.karim.told() == []
    cast.propose()
    cast.spread()
    assert cast.karim.told() == []
    _send(cast)
    assert letters_to(cast, cast.karim) == []


def test_preferences_take_the_revision_that_was_read(cast: Cast) -> None:
    read = cast.karim.api.get("/v1/notifications/preferences")
    groups = ("decisions", "actions", "voice", "data", "talks")
    assert read.json() == dict.fromkeys(groups, "by_urgency") | {
        "at": "07:30", "weekday": "monday", "zone": "Europe/Paris",
    }  # fmt: skip
    wanted = dict.fromkeys(groups, "weekly") | {"data": "off"}
    path, etag = "/v1/notifications/preferences", read.headers["etag"]
    problem(cast.karim.api.put(path, wanted), 428)
    chosen = cast.karim.api.put(path, wanted, headers={"if-match": etag})
    assert chosen.status_code == 200, chosen.text
    assert {name: chosen.json()[name] for name in groups} == wanted
    problem(cast.karim.api.put(path, wanted, headers={"if-match": etag}), 412)
    again = cast.karim.api.put(path, wanted, headers={"if-match": chosen.headers["etag"]})
    assert again.status_code == 200
    problem(cast.karim.api.put(path, wanted | {"data": "hourly"}, headers={"if-match": "*"}), 422)
    assert cast.reader.api.get(path).json()["data"] == "by_urgency"


# Letters. The service's own postman finds what is due as well: two replicas of it always run here.


@pytest.fixture(autouse=True)
def mail(house: ContractsHouse) -> Iterator[None]:
    """Mail that leaves, at the end too."""
    house.peers.mail, house.peers.mail_seconds = "sent", 0.0
    yield
    house.peers.mail, house.peers.mail_seconds = "sent", 0.0


def letters_to(cast: Cast, person: Somebody) -> list[dict[str, Any]]:
    """What was handed in for somebody."""
    return [letter for letter in cast.house.peers.letters if letter["email"] == person.email]


def _age(cast: Cast, minutes: int = 3) -> None:
    """Let what was told, and what is to be looked at, be older."""
    wait = timedelta(minutes=minutes)
    cast.change("UPDATE notification SET told_at = told_at - $1::interval WHERE contract_id = $2", wait,
                UUID(cast.pair.contract_id))  # fmt: skip
    cast.change("UPDATE mailbox SET look_at = now() - $1::interval WHERE person_id = $2", wait, UUID(cast.karim.id))


def _send(cast: Cast) -> None:
    blocking(_by_two_postmen(cast.house))


async def _by_two_postmen(house: ContractsHouse) -> None:
    database = Database(house.urls.app, house.urls.worker, 4, "test")
    signer = TokenSigner("contracts", SigningKey.from_pem(house.desk.pem("contracts")))
    try:
        async with new_http_client() as http:
            door = ServiceClient(http, house.app.state.settings.gateway_url, "gateway", signer)

            async def work(after: float) -> None:
                await asyncio.sleep(after)
                postman = Postman(database, Letters(door))
                while await postman.look(now()):
                    pass

            await asyncio.gather(work(0.0), work(0.2))
    finally:
        await database.dispose()


def test_one_letter_tells_what_is_unread_and_holds_nothing_but_counts(cast: Cast) -> None:
    actions = [cast.propose(), cast.propose(), cast.propose()]
    cast.step(cast.karim, actions[2], "accept", owner=cast.karim.id)
    cast.spread()
    _send(cast)
    assert letters_to(cast, cast.karim) == [], "two minutes to wait for what comes with it"
    _age(cast)
    # While one hands it in, the other looks.
    cast.house.peers.mail_seconds = 0.7
    _send(cast)
    cast.house.peers.mail_seconds = 0.0
    (letter,) = letters_to(cast, cast.karim)
    assert letter == {
        "id": letter["id"],
        "email": cast.karim.email,
        "language": "fr",
        "contracts": [
            {
                "contract_id": cast.pair.contract_id,
                "title": letter["contracts"][0]["title"],
                "counts": [{"kind": "action_proposed", "count": 2}],
            }
        ],
    }
    assert "script" not in str(letter)
    _age(cast)
    _send(cast)
    assert len(letters_to(cast, cast.karim)) == 1
    assert cast.karim.unread == 2, "a letter is no reading"


def test_language_and_rhythm_are_the_persons_own(cast: Cast) -> None:
    assert cast.karim.api.call("PATCH", "/v1/me", json={"language": "en"}).status_code == 200
    path = "/v1/notifications/preferences"
    weekly = dict.fromkeys(("decisions", "actions", "voice", "data", "talks"), "weekly")
    cast.karim.api.put(path, weekly, headers={"if-match": "*"})
    cast.propose()
    cast.spread()
    _age(cast)
    _send(cast)
    assert letters_to(cast, cast.karim) == []
    _age(cast, minutes=7 * 24 * 60)
    _send(cast)
    (letter,) = letters_to(cast, cast.karim)
    assert letter["language"] == "en"
    cast.karim.api.put(path, weekly | {"actions": "off"}, headers={"if-match": "*"})
    cast.propose()
    cast.spread()
    _age(cast, minutes=7 * 24 * 60)
    _send(cast)
    assert len(letters_to(cast, cast.karim)) == 1


def test_a_letter_that_failed_is_the_same_when_it_is_tried_again(cast: Cast) -> None:
    """given a mail server that is away, or a service killed meanwhile / then it has the same name and content."""
    cast.house.peers.mail = "failed"
    cast.propose()
    cast.spread()
    _age(cast)
    _send(cast)
    cast.propose()
    cast.spread()
    _send(cast)
    (first,) = letters_to(cast, cast.karim)
    cast.house.peers.mail = "sent"
    _age(cast)
    _send(cast)
    _, second, *rest = letters_to(cast, cast.karim)
    assert second == first
    assert [letter["contracts"][0]["counts"][0]["count"] for letter in rest] == [1], "what came meanwhile has its own"


def test_what_was_read_while_a_letter_waited_is_not_told(cast: Cast) -> None:
    cast.house.peers.mail = "failed"
    cast.propose()
    cast.spread()
    _age(cast)
    _send(cast)
    cast.karim.api.post("/v1/notifications/read", {"until": now().isoformat()})
    cast.house.peers.mail = "sent"
    _age(cast)
    _send(cast)
    assert len(letters_to(cast, cast.karim)) == 1


def test_without_mail_nothing_is_lost_and_later_letters_tell_it(cast: Cast) -> None:
    cast.house.peers.mail = "off"
    cast.propose()
    cast.spread()
    _age(cast)
    _send(cast)
    assert cast.karim.unread == 1
    cast.house.peers.mail = "sent"
    _age(cast)
    _send(cast)
    assert len(letters_to(cast, cast.karim)) == 2
    assert cast.karim.unread == 1


def test_who_was_deactivated_gets_no_letter(cast: Cast) -> None:
    cast.propose()
    cast.spread()
    person = f"/v1/organisations/{cast.pair.sous_traitant_id}/people/{cast.karim.id}"
    assert cast.house.platform.call("DELETE", person).status_code == 204
    _age(cast)
    _send(cast)
    assert letters_to(cast, cast.karim) == []


# What other services tell.


def test_other_services_tell_once_and_by_the_right_that_a_kind_names(cast: Cast) -> None:
    lead = somebody(cast.house, cast.pair.sous_traitant_id, F.TEAM_LEAD)
    body = {
        "key": f"confidential:{new_id()}",
        "contract_id": cast.pair.contract_id,
        "kind": "confidential_asks",
        "sides": ["sous_traitant"],
        "people": [lead.id, "service:x"],
        "doer": cast.claire.id,
        "doer_side": "donneur_ordre",
        "subject_id": "0197f3a2",
    }
    for _ in range(2):
        assert cast.house.service("feedback").post("/internal/notifications", body).status_code == 204
    cast.spread()
    assert cast.karim.kinds() == ["confidential_asks"]
    assert lead.told() == cast.reader.told() == cast.claire.told() == []
    for wrong in (HOSTILE, "x" * 65, ""):
        problem(cast.house.service("kpi").post("/internal/notifications", body | {"subject_id": wrong}), 422)
        problem(cast.house.service("kpi").post("/internal/notifications", body | {"data": {"said": wrong}}), 422)
    problem(cast.house.service("gateway").post("/internal/notifications", body), 404)
    problem(cast.karim.api.post("/internal/notifications", body), 404)
    problem(cast.house.service("kpi").post("/internal/notifications", body | {"contract_id": str(new_id())}), 404)


def test_what_comes_late_of_something_that_is_over_is_over(cast: Cast) -> None:
    """given messages that overtook each other / then what was answered before it was told waits for nobody."""
    thread, feedback = str(new_id()), cast.house.service("feedback")
    body = {"contract_id": cast.pair.contract_id, "sides": ["sous_traitant"], "subject_id": thread}
    instants = {"thread_written": "2026-11-30T08:00:01Z", "thread_asks": "2026-11-30T08:00:00Z"}
    for kind, instant in instants.items():
        told = {"key": f"{kind}:{new_id()}", "kind": kind, "occurred_at": instant}
        assert feedback.post("/internal/notifications", body | told).status_code == 204
        cast.spread()
    assert cast.karim.kinds() == ["thread_asks", "thread_written"]
    assert cast.karim.kinds("?unread=true") == ["thread_written"]


def test_what_is_old_is_forgotten(cast: Cast) -> None:
    cast.propose()
    cast.spread()
    cast.change("UPDATE notification_event SET occurred_at = now() - interval '181 days' WHERE contract_id = $1",
                UUID(cast.pair.contract_id))  # fmt: skip
    blocking(_look_at_dates(cast.house))
    assert cast.karim.told() == []
