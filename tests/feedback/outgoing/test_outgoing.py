"""Outgoing webhooks over HTTP and to a real receiver: what it gets, when again, and who sees what of it."""

import asyncio
import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID

import asyncpg
import pytest
from pydantic import SecretStr
from standardwebhooks import Webhook

from deploy.local.urls import plain
from services.common.auth.access import Function
from services.common.database import Database
from services.common.identifiers import new_id
from services.common.instants import now
from services.feedback.outgoing.rules.payload import EVENTS
from services.feedback.outgoing.sender import Sender
from services.feedback.rights.person import erase_all
from tests.factories.feedback import nps
from tests.feedback.conftest import Neighbourhood
from tests.feedback.relay.test_relay import Scene
from tests.feedback.reminders.test_news import House
from tests.support.callers import Api
from tests.support.contracts import ContractsHouse, Pair
from tests.support.databases import blocking, looking
from tests.support.feedback import PSEUDONYM_KEY, FeedbackHouse
from tests.support.problems import problem
from tests.support.receiver import Received, Receiver, receiving

F = Function


@pytest.fixture(scope="module")
def receiver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Receiver]:
    """The provider's tool, in the operator's own network."""
    with receiving(tmp_path_factory.mktemp("tool")) as running:
        yield running


@pytest.fixture(scope="module")
def feedback(neighbourhood: Neighbourhood, receiver: Receiver) -> Iterator[FeedbackHouse]:
    """Feedback that may reach that network."""
    with neighbourhood.start_feedback(
        outgoing_networks=("127.0.0.1/32",), outgoing_ports=(443, receiver.port), outgoing_ca_file=receiver.authority
    ) as running:
        yield running


class Tools(Scene):
    """A contract with teams and rules, and the provider's tools."""

    def __init__(self, feedback: FeedbackHouse, pair: Pair, receiver: Receiver) -> None:
        super().__init__(feedback, pair)
        self.feedback = feedback
        self.receiver = receiver
        self.hooks = f"{self.path}/hooks"

    def add(self, path: str, **changes: Any) -> dict[str, Any]:
        """A tool that is told at that path of the receiver."""
        wanted = {"name": f"Outil {path}", "url": self.receiver.url(path), **changes}
        answer = self.provider.post(self.hooks, wanted)
        assert answer.status_code == 201, answer.text
        return dict(answer.json())

    def hook(self, hook_id: str, api: Api | None = None) -> dict[str, Any]:
        items = (api or self.provider).get(self.hooks).json()["items"]
        return next(one for one in items if one["id"] == hook_id)

    def messages(self, hook_id: str, api: Api | None = None, **asked: Any) -> list[dict[str, Any]]:
        answer = (api or self.provider).get(f"{self.hooks}/{hook_id}/messages", params=asked)
        assert answer.status_code == 200, answer.text
        return list(answer.json()["items"])

    def try_out(self, hook_id: str) -> str:
        answer = self.provider.post(f"{self.hooks}/{hook_id}/tests", {})
        assert answer.status_code == 201, answer.text
        return str(answer.json()["id"])

    def told_at(self, path: str, count: int) -> list[Received]:
        """What came there, once so many have."""
        _until(lambda: len(self.receiver.at(path)) >= count)
        return self.receiver.at(path)

    def attempted(self, hook_id: str, attempts: int) -> dict[str, Any]:
        """The newest message, once it was attempted so often."""
        _until(lambda: len(self.messages(hook_id)[0]["attempts"]) >= attempts)
        return self.messages(hook_id)[0]

    def sql(self, statement: str, *values: Any) -> list[Any]:
        """As the background works."""

        async def run() -> list[Any]:
            connection = await asyncpg.connect(plain(self.feedback.urls.worker))
            try:
                return list(await connection.fetch(statement, *values))
            finally:
                await connection.close()

        return blocking(run())

    def erase(self, *answers: str) -> int:
        """Erase the words of answers, as the background does for a person; how many."""

        async def run() -> int:
            database = Database(self.feedback.urls.app, self.feedback.urls.worker, 1, "erasing")
            try:
                async with database.background_session() as session:
                    key, contract = SecretStr(PSEUDONYM_KEY), UUID(self.pair.contract_id)
                    return await erase_all(session, key, contract, {UUID(one) for one in answers}, set())
            finally:
                await database.dispose()

        return blocking(run())

    def due_now(self, hook_id: str, tries: int | None = None) -> None:
        """The wait is over, and so many attempts were made."""
        self.sql(
            "UPDATE outgoing_message SET next_attempt_at = clock_timestamp(), tries = coalesce($2, tries)"
            " WHERE hook_id = $1 AND state = 'waiting'",
            hook_id, tries,
        )  # fmt: skip


def _until(found: Callable[[], bool]) -> None:
    end = time.monotonic() + 30
    while not found():
        assert time.monotonic() < end
        time.sleep(0.05)


@pytest.fixture
def tools(feedback: FeedbackHouse, pair: Pair, receiver: Receiver) -> Tools:
    return Tools(feedback, pair, receiver)


def test_the_tool_is_told_what_happens_and_what_the_provider_reads(tools: Tools) -> None:
    """given a tool / when words are relayed and go both ways / then signed messages, masked, each once."""
    made = tools.add("/all")
    only = tools.add("/some", events=["item.returned"], teams=[tools.other_team])
    tools.told(
        nps("k1", 2, "Colis en retard, appelez le 06 12 34 56 78"), nps("k2", 10, "Merci Léa Martin"),
        nps("k3", 1, "Facture fausse"), nps("k4", 8, "Correct"),
    )  # fmt: skip
    came = [Webhook(made["secret"]).verify(one.body, one.headers) for one in tools.told_at("/all", 3)]
    by_score = {one["data"]["score"]: one for one in came}
    assert {score: (one["type"], one["data"]["kind"]) for score, one in by_score.items()} == {
        2: ("item.created", "trouble"), 10: ("praise.created", "praise"), 1: ("item.created", "trouble"),
    }  # fmt: skip
    data = by_score[2]["data"]
    item = data["item_id"]
    assert data["text"] == "Colis en retard, appelez le [[phone]]"
    assert (data["contract_id"], data["team"]) == (tools.pair.contract_id, {"id": tools.team, "name": "Livraisons"})
    assert data["url"] == f"https://copil.example/contrats/{tools.pair.contract_id}/a-traiter?retour={data['item_id']}"
    assert all(word not in one.body.decode() for one in tools.receiver.received for word in ("Martin", "06 12"))
    trouble = by_score[1]["data"]["item_id"]
    for one in (item, trouble):
        tools.step(tools.provider, one, "reply", text="Client rappelé")
        tools.step(tools.client, one, "return", text="Rien reçu")
        tools.step(tools.provider, one, "reply", text="Remboursé")
        tools.step(tools.client, one, "accept")
    told = [json.loads(one.body) for one in tools.told_at("/all", 11)]
    assert sorted(one["type"] for one in told if one["data"]["item_id"] == item) == [
        "item.accepted", "item.created", "item.replied", "item.replied", "item.returned",
    ]  # fmt: skip
    assert "Remboursé" not in str(told)
    (returned,) = tools.told_at("/some", 1)
    assert (json.loads(returned.body)["type"], json.loads(returned.body)["data"]["item_id"]) == (
        "item.returned",
        trouble,
    )
    assert Webhook(only["secret"]).verify(returned.body, returned.headers)
    # The list is read by both parties, and no word of it is a word of a customer.
    _until(lambda: all(one["state"] == "delivered" for one in tools.messages(made["id"])))
    assert len(tools.messages(made["id"])) == len(tools.receiver.at("/all")) == 11
    assert tools.messages(made["id"]) == tools.messages(made["id"], tools.client)
    kept = tools.sql(
        "SELECT m::text || coalesce(a::text, '') AS row FROM outgoing_message m"
        " LEFT JOIN outgoing_attempt a ON a.message_id = m.id WHERE m.hook_id = $1",
        made["id"],
    )
    assert all(word not in str(kept) for word in ("Colis", "Facture", "phone"))


def test_what_is_not_taken_is_sent_again_under_its_id_until_it_is_dead(tools: Tools) -> None:
    """given a failing tool / when the waits pass / then the same id, a new time; dead after eight; by hand again."""
    tools.receiver.answers["/down"] = "HTTP/1.1 500 No\r\n\r\n"
    hook = tools.add("/down")["id"]
    message = tools.try_out(hook)
    tools.try_out(hook)
    waiting = tools.attempted(hook, 1)
    assert (waiting["state"], waiting["attempts"][0]["status"], waiting["attempts"][0]["reason"]) == (
        "waiting",
        500,
        "status",
    )
    seconds = tools.sql(
        "SELECT extract(epoch FROM m.next_attempt_at - a.ended_at) AS wait FROM outgoing_message m"
        " JOIN outgoing_attempt a ON a.message_id = m.id WHERE m.id = $1", message,
    )[0]["wait"]  # fmt: skip
    assert 4.9 <= float(seconds) <= 6.1
    tools.due_now(hook)
    second = tools.attempted(hook, 2)
    assert second["next_attempt_at"] > waiting["next_attempt_at"]
    tools.due_now(hook, tries=7)
    _until(lambda: len(tools.messages(hook, state="dead")) == 2)
    dead = tools.messages(hook, tools.client, state="dead")
    assert all((one["next_attempt_at"], one["reason"], len(one["attempts"])) == (None, "status", 3) for one in dead)
    shown = tools.hook(hook, tools.client)
    assert (shown["dead"], shown["waiting"], shown["failing_since"] is not None) == (2, 0, True)
    came = [one.headers["webhook-id"] for one in tools.receiver.at("/down")]
    assert sorted(came) == sorted([one["id"] for one in dead] * 3)
    del tools.receiver.answers["/down"]
    problem(tools.client.post(f"{tools.hooks}/{hook}/resends", {}), 403)
    again = tools.provider.post(f"{tools.hooks}/{hook}/messages/{message}/resend", {})
    assert (again.status_code, again.json()["state"]) == (200, "waiting")
    _until(lambda: len(tools.messages(hook, state="delivered")) == 1)
    assert tools.receiver.at("/down")[-1].headers["webhook-id"] == message
    assert tools.provider.post(f"{tools.hooks}/{hook}/resends", {}).json() == {"resent": 1, "more": False}
    _until(lambda: len(tools.messages(hook, state="delivered")) == 2)
    assert tools.hook(hook)["failing_since"] is None


def test_a_claim_is_kept_before_anything_is_sent(tools: Tools) -> None:
    """given a message / while the tool has it / then it is claimed, for every other sender to see."""
    tools.receiver.answers["/claimed"] = "slow"
    hook = tools.add("/claimed")["id"]
    message = tools.try_out(hook)
    tools.told_at("/claimed", 1)
    claimed = "SELECT state, tries, sending_until > now() AS in_hand FROM outgoing_message WHERE id = $1"
    (row,) = tools.sql(claimed, message)
    assert (row["state"], row["tries"], row["in_hand"]) == ("waiting", 1, True)


def test_who_is_killed_between_sending_and_saying_so_leaves_a_message_that_is_sent_again(tools: Tools) -> None:
    """given a message in hand / when its sender is killed once the tool has it / then again, under the same id."""
    tools.receiver.answers["/killed"] = "slow"
    hook, message = tools.add("/killed")["id"], str(new_id())
    contract, present = tools.pair.contract_id, now()
    tools.sql(
        "INSERT INTO outgoing_message (contract_id, id, hook_id, event, created_at, tries, sending_until)"
        " VALUES ($1, $2, $3, 'hook.test', $4, 1, now() + interval '1 minute')",
        contract, message, hook, present,
    )  # fmt: skip
    settings = tools.feedback.app.state.settings
    told = {
        "app": settings.database_url, "worker": settings.worker_database_url, "port": tools.receiver.port,
        "keys": [one.get_secret_value() for one in settings.encryption_keys],
        "authority": str(tools.receiver.authority), "contract": contract, "message": message, "hook": hook,
        "created_at": present.isoformat(),
    }  # fmt: skip
    with subprocess.Popen([sys.executable, "-m", "tests.support.dying_sender"], stdin=subprocess.PIPE) as process:
        assert process.stdin is not None
        process.stdin.write(json.dumps(told).encode())
        process.stdin.close()
        tools.told_at("/killed", 1)
        process.kill()
    assert process.returncode == -signal.SIGKILL
    assert tools.messages(hook)[0]["attempts"] == []
    del tools.receiver.answers["/killed"]
    tools.sql("UPDATE outgoing_message SET sending_until = now() - interval '1 second' WHERE id = $1", message)
    both = tools.told_at("/killed", 2)
    assert [one.headers["webhook-id"] for one in both] == [message] * 2
    _until(lambda: tools.messages(hook)[0]["state"] == "delivered")


def test_a_tool_that_says_that_it_is_gone_is_told_nothing_more(tools: Tools) -> None:
    """given messages for a tool / when it answers 410 / then off, told to both, the others dead; on again by hand."""
    tools.receiver.answers["/gone"] = "HTTP/1.1 410 Gone\r\n\r\n"
    hook = tools.add("/gone")["id"]
    tools.provider.put(f"{tools.hooks}/{hook}/state", {"state": "paused"})
    tools.told(*(nps(f"g{number}", 2, "Colis en retard") for number in range(4)))
    assert (tools.hook(hook)["state"], tools.hook(hook)["waiting"]) == ("paused", 4)
    assert tools.receiver.at("/gone") == []
    tools.provider.put(f"{tools.hooks}/{hook}/state", {"state": "active"})
    _until(lambda: tools.hook(hook)["dead"] == 4)
    shown = tools.hook(hook, tools.client)
    assert (shown["state"], shown["off_reason"], shown["changed_name"]) == ("switched_off", "gone", None)
    assert len(tools.receiver.at("/gone")) <= 2
    assert {one["reason"] for one in tools.messages(hook)} == {"gone", "switched_off"}
    tools.told(nps("g9", 2, "Colis perdu"))
    assert len(tools.messages(hook)) == 4
    # A trial is how one finds out whether it is back.
    del tools.receiver.answers["/gone"]
    tools.try_out(hook)
    _until(lambda: tools.messages(hook)[0]["state"] == "delivered")
    assert tools.provider.put(f"{tools.hooks}/{hook}/state", {"state": "active"}).json()["off_reason"] is None


def test_five_days_without_a_success_switch_a_tool_off(tools: Tools) -> None:
    tools.receiver.answers["/tired"] = "HTTP/1.1 503 No\r\nretry-after: 7200\r\n\r\n"
    hook = tools.add("/tired")["id"]
    tools.try_out(hook)
    first = tools.attempted(hook, 1)
    assert first["state"] == "waiting"
    late = "SELECT next_attempt_at - now() > interval '1 hour 58 minutes' AS late FROM outgoing_message"
    (row,) = tools.sql(f"{late} WHERE hook_id = $1", hook)
    assert row["late"]
    tools.sql("UPDATE outgoing_hook SET failing_since = failing_since - interval '5 days' WHERE id = $1", hook)
    tools.due_now(hook)
    _until(lambda: tools.hook(hook)["state"] == "switched_off")
    assert tools.hook(hook, tools.client)["off_reason"] == "failing"
    assert tools.messages(hook)[0]["state"] == "dead"


def test_whose_tool_it_is_hears_that_it_is_off(tools: Tools, contracts: ContractsHouse) -> None:
    """given a tool that is gone / when it is switched off / then the provider's managers are told, nobody else."""
    people = House(tools.feedback, contracts, tools.pair)
    tools.receiver.answers["/off"] = "HTTP/1.1 410 Gone\r\n\r\n"
    hook = tools.add("/off")["id"]
    tools.told(nps("off", 2, "Colis en retard"))
    _until(lambda: "tool_switched_off" in people.provider.unread())
    (told,) = (one for one in people.provider.all() if one["kind"] == "tool_switched_off")
    assert told["subject"]["id"] == hook
    assert "tool_switched_off" not in people.client.unread() + people.lead.unread()


def test_a_slow_tool_holds_up_no_other(tools: Tools) -> None:
    """given a tool that answers nothing / when it has much to be told / then two attempts at a time, others at once."""
    tools.receiver.answers["/slow"] = "slow"
    slow, quick = tools.add("/slow")["id"], tools.add("/quick")["id"]
    for _ in range(8):
        tools.try_out(slow)
    tools.told_at("/slow", 2)
    began = time.monotonic()
    tools.try_out(quick)
    tools.told_at("/quick", 1)
    assert time.monotonic() - began < 8
    assert len(tools.receiver.at("/slow")) == 2
    del tools.receiver.answers["/slow"]


async def test_several_senders_send_each_message_once(tools: Tools) -> None:
    """given three senders / when twenty messages wait / then each comes once, with one attempt."""
    hook = tools.add("/many")["id"]
    app = tools.feedback.app
    database = Database(tools.feedback.urls.app, tools.feedback.urls.worker, 4, "others")
    others = [
        asyncio.create_task(Sender(database, app.state.vault, app.state.poster, "https://copil.example").run())
        for _ in range(2)
    ]
    try:
        for _ in range(20):
            await asyncio.to_thread(tools.try_out, hook)
        end = time.monotonic() + 30
        while len(await asyncio.to_thread(lambda: tools.messages(hook, state="delivered"))) < 20:
            assert time.monotonic() < end
            await asyncio.sleep(0.1)
    finally:
        for one in others:
            one.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        await database.dispose()
    messages = await asyncio.to_thread(lambda: tools.messages(hook))
    assert [len(one["attempts"]) for one in messages] == [1] * 20
    assert len({one.headers["webhook-id"] for one in tools.receiver.at("/many")}) == 20
    assert len(tools.receiver.at("/many")) == 20


def test_words_leave_only_while_the_provider_may_read_them(tools: Tools) -> None:
    """given words that wait for a release, are erased or taken back / when sent again / then they do not leave."""
    hook = tools.add("/words", events=["item.created"])["id"]
    tools.told(nps("w1", 2, "Colis en retard"))
    (first,) = tools.told_at("/words", 1)
    assert json.loads(first.body)["data"]["text"] == "Colis en retard"
    message = tools.messages(hook)[0]["id"]
    item = json.loads(first.body)["data"]["item_id"]

    def again(count: int) -> dict[str, Any]:
        _until(lambda: all(one["state"] == "delivered" for one in tools.messages(hook)))
        assert tools.provider.post(f"{tools.hooks}/{hook}/messages/{message}/resend", {}).status_code == 200
        return dict(json.loads(tools.told_at("/words", count)[-1].body)["data"])

    assert tools.client.put(f"{tools.pair.path}/verbatim-releases", {"required": True}).status_code == 200
    held = again(2)
    assert (held["text"], held["text_held"], held["themes"]) == (None, True, [])
    assert tools.client.post(f"{tools.pair.path}/verbatim-releases", {"answer_ids": [item]}).json() == {"released": 1}
    assert again(3)["text"] == "Colis en retard"
    assert tools.erase(item) == 1
    told = json.loads(tools.told_at("/words", 4)[-1].body)
    assert (told["type"], told["data"]["item_id"]) == ("item.erased", item)
    erased = again(5)
    assert (erased["text"], erased["text_erased"], erased["score"]) == (None, True, 2)
    # As an import that is taken back leaves it.
    tools.sql("DELETE FROM relay_item WHERE answer_id = $1", item)
    assert tools.messages(hook) == []


def test_a_secret_is_shown_once_and_two_sign_while_they_overlap(tools: Tools) -> None:
    first = tools.add("/secret")
    hook = first["id"]
    assert "secret" not in tools.hook(hook)
    second = tools.provider.post(f"{tools.hooks}/{hook}/secrets", {"overlap_seconds": 3600}).json()
    tools.try_out(hook)
    (both,) = tools.told_at("/secret", 1)
    for secret in (first["secret"], second["secret"]):
        assert Webhook(secret).verify(both.body, both.headers)["type"] == "hook.test"
    third = tools.provider.post(f"{tools.hooks}/{hook}/secrets", {"overlap_seconds": 0}).json()
    assert third["previous_secret_until"] is None
    tools.try_out(hook)
    (_, one) = tools.told_at("/secret", 2)
    assert len(one.headers["webhook-signature"].split()) == 1
    assert Webhook(third["secret"]).verify(one.body, one.headers)
    assert one.headers["content-type"] == "application/json"


def test_setting_up_is_the_providers_and_the_address_is_its_secret(tools: Tools) -> None:
    """given both parties / when they set up and look / then the provider's managers alone, and the host for all."""
    wanted = {
        "name": "GLPI",
        "url": tools.receiver.url("/glpi?cle=8f2c"),
        "events": list(EVENTS),
        "teams": [tools.team],
    }
    problem(tools.client.post(tools.hooks, wanted), 403)
    problem(tools.lead.post(tools.hooks, wanted), 403)
    made = tools.provider.post(tools.hooks, wanted, headers={"idempotency-key": "one"})
    assert made.content == tools.provider.post(tools.hooks, wanted, headers={"idempotency-key": "one"}).content
    hook = made.json()["id"]
    assert made.json()["url"] == wanted["url"]
    seen = tools.hook(hook, tools.client)
    assert (seen["url"], seen["host"], seen["name"], seen["teams"]) == (None, "127.0.0.1", "GLPI", [tools.team])
    assert "8f2c" not in tools.client.get(tools.hooks).text
    problem(tools.lead.get(tools.hooks), 403)
    problem(tools.reader.get(tools.hooks), 403)
    for method, path, body in (
        ("PUT", "", wanted), ("PUT", "/state", {"state": "paused"}), ("POST", "/secrets", {}), ("POST", "/tests", {}),
        ("POST", "/resends", {}), ("POST", f"/messages/{new_id()}/resend", {}), ("DELETE", "", None),
    ):  # fmt: skip
        refused = tools.client.call(method, f"{tools.hooks}/{hook}{path}", json=body)
        problem(refused, 404 if "messages" in path else 403)
        problem(tools.provider.call(method, f"{tools.hooks}/{new_id()}{path}", json=body), 404)
    changed = tools.provider.put(f"{tools.hooks}/{hook}", wanted | {"name": "GLPI 11", "teams": None}).json()
    assert (changed["name"], changed["teams"], changed["changed_at"] is not None) == ("GLPI 11", None, True)
    assert tools.provider.call("DELETE", f"{tools.hooks}/{hook}").status_code == 204
    gone = tools.hook(hook, tools.client)
    assert (gone["state"], gone["url"], gone["host"]) == ("removed", None, "127.0.0.1")
    assert tools.hook(hook)["url"] is None
    assert problem(tools.provider.post(f"{tools.hooks}/{hook}/tests", {}), 409)["code"] == "outgoing_hook_removed"
    (row,) = tools.sql("SELECT sealed_url, sealed_secret FROM outgoing_hook WHERE id = $1", hook)
    assert (row["sealed_url"], row["sealed_secret"]) == (None, None)


def test_five_tools_and_no_address_that_is_forbidden(tools: Tools) -> None:
    for number in range(5):
        tools.add(f"/five{number}")
    sixth = {"name": "Six", "url": tools.receiver.url("/six")}
    assert problem(tools.provider.post(tools.hooks, sixth), 409)["code"] == "outgoing_hooks_full"
    hook = tools.provider.get(tools.hooks).json()["items"][0]["id"]
    for url, told in (
        ("http://outil.example/", "must begin with https://"),
        ("https://127.0.0.2/", "must name its host, not give its address"),
        ("https://169.254.169.254/", "must name its host, not give its address"),
        ("file:///etc/passwd", "must begin with https://"),
        ("https://x@y.example/", "must hold no name or password before the host"),
    ):
        refusal = tools.provider.put(f"{tools.hooks}/{hook}", {"name": "A", "url": url})
        refused = problem(refusal, 422, "outgoing_address_refused")
        assert refused["errors"] == [{"field": "url", "message": told}]
        assert url not in str(refused)
    wrongs: tuple[dict[str, Any], ...] = (
        {"teams": [str(new_id())]}, {"teams": []}, {"events": []}, {"events": ["hook.test"]}, {"name": "a\0b"},
        {"events": ["item.created", "item.created"]}, {"secret": "whsec_x"}, {"name": ""},
    )  # fmt: skip
    for wrong in wrongs:
        body = {"name": "A", "url": tools.receiver.url("/a")} | wrong
        assert tools.provider.put(f"{tools.hooks}/{hook}", body).status_code == 422, wrong


async def test_requests_of_the_other_party_change_nothing_and_nobody_reads_secrets(
    tools: Tools, contracts: ContractsHouse
) -> None:
    """The second wall: rows of strangers are not there, the client company's requests write no tool, none secrets."""
    hook = tools.add("/wall")["id"]
    async with looking(tools.feedback.urls.app, tools.pair.donneur_ordre_id) as connection:
        assert await connection.fetchval("SELECT count(*) FROM outgoing_hook WHERE id = $1", hook) == 1
        assert await connection.execute("UPDATE outgoing_hook SET name = 'x' WHERE id = $1", hook) == "UPDATE 0"
        assert await connection.execute("UPDATE outgoing_message SET state = 'waiting'") == "UPDATE 0"
    for organisation in (contracts.organisation(), None):
        async with looking(tools.feedback.urls.app, organisation) as connection:
            for table in ("outgoing_hook", "outgoing_message", "outgoing_attempt"):
                assert await connection.fetchval(f"SELECT count(*) FROM {table}") == 0
    for column in ("sealed_secret", "sealed_previous_secret"):
        async with looking(tools.feedback.urls.app, tools.pair.sous_traitant_id) as connection:
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await connection.fetchval(f"SELECT {column} FROM outgoing_hook WHERE id = $1", hook)
