"""A person asks for access, then for erasure: no trace of them is left anywhere, and no figure moves."""

import json
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any

import asyncpg
import httpx
import pytest
from cryptography.fernet import Fernet, InvalidToken

from services.common.identifiers import new_id
from tests.factories.feedback import invitation, survey_body
from tests.factories.webhooks import cloud_event, rfc3339
from tests.support.callers import Api, faults
from tests.support.copil import Copil
from tests.support.databases import blocking
from tests.support.marks import new_mark
from tests.support.newcomers import FEEDBACK, Agreement, Connected, Newcomers
from tests.support.problems import problem
from tests.support.processes import eventually
from tests.support.sending import SECOND, now_us, post_event

HOUR = 3_600 * SECOND
MARK = new_mark()
EMAIL = f"Zephyrine.Canarello.{MARK}@exemple.fr"
NAME = f"Zéphyrine Canarello{MARK}"
REQUESTER = f"client-{MARK}"
TRACES = (EMAIL.lower(), NAME.lower(), REQUESTER)
OTHER = f"Autre avis {MARK}"


@pytest.fixture(scope="module")
def beginners(empty_copil: Copil, http: httpx.Client) -> Newcomers:
    """Companies on an installation that began with nothing: traces are looked for in all that it holds, twice."""
    return Newcomers(empty_copil, http, Api(http, empty_copil.base_url, empty_copil.administrator))


@pytest.fixture(scope="module")
def agreement(beginners: Newcomers) -> Agreement:
    """The contract that the person asks about."""
    return beginners.agreement()


@pytest.fixture(scope="module")
def source(agreement: Agreement) -> Connected:
    """A source that has told of the person and of somebody else."""
    return agreement.connect()


def _send(http: httpx.Client, source: Connected, content: Any) -> str:
    return str(post_event(http, source, content).json()["verdict"])


def _plant(http: httpx.Client, agreement: Agreement, source: Connected) -> None:
    """Traces in every place that can hold one: events, bodies, the quarantine, words, keys and links of answers."""
    start = now_us() - 30 * HOUR
    said = {"requester": REQUESTER, "description": f"De {NAME}, {EMAIL}"}
    answer = {"score": 4, "comment": f"Merci, {NAME}"}
    events = [
        cloud_event("created", f"T1-{MARK}", start, {**said, "channel": "email"}),
        cloud_event(
            "message", f"T1-{MARK}", start + HOUR, {"author": "agent", "public": True, "text": f"Bonjour {NAME}"}
        ),
        cloud_event("status", f"T1-{MARK}", start + 2 * HOUR, {"status": "solved"}),
        cloud_event("csat", f"T1-{MARK}", start + 3 * HOUR, answer),
        cloud_event("created", f"T2-{MARK}", start, {"requester": f"autre-{MARK}", "description": OTHER}),
        cloud_event("csat", f"T2-{MARK}", start + 3 * HOUR, {"score": 2, "comment": OTHER}),
    ]
    assert {_send(http, source, event) for event in events} == {"accepted"}
    broken = cloud_event("created", f"T3-{MARK}", start, {"requester": EMAIL}) | {"time": "hier"}
    assert _send(http, source, broken) == "malformed"
    kept = agreement.sous_traitant.manager.post(f"{FEEDBACK}/contracts/{agreement.id}/answers", _own_answer(start))
    assert kept.status_code == 200, kept.text
    _answer_the_survey(http, agreement)


def _answer_the_survey(http: httpx.Client, agreement: Agreement) -> None:
    """The person and somebody else answer on our page; who they are stands in keys, links and words."""
    manager, path = agreement.sous_traitant.manager, f"{FEEDBACK}/contracts/{agreement.id}/surveys"
    made = manager.post(path, survey_body(kind="csat"))
    assert made.status_code == 201, made.text
    wanted = [
        invitation(f"cloture-{EMAIL}", EMAIL, ticket_url=f"https://outil.example/t/9?mail={EMAIL}"),
        invitation("autre", "autre"),
    ]
    fates = manager.post(f"{path}/{made.json()['id']}/invitations", {"invitations": wanted}).json()["items"]
    for fate, said in zip(fates, (f"De {NAME}", OTHER), strict=True):
        sent = http.post(fate["url"], data={"score": "5", "solved": "1", "comment": said})
        assert sent.status_code == 200, sent.text


def _own_answer(start_us: int) -> dict[str, Any]:
    given = {
        "key": f"enquete-{EMAIL}",
        "kind": "nps",
        "score": 9,
        "answered_at": rfc3339(start_us + 4 * HOUR),
        "comment": f"{NAME} recommande",
        "ticket_url": f"https://outil.example/t/1?mail={EMAIL}",
    }
    return {"answers": [given]}


async def _traces(copil: Copil) -> list[str]:
    """Where something of the person stands: every table of every database, sealed values opened, and every log."""
    secrets = json.loads((copil.folder / "secrets.json").read_text())
    found = []
    for database in await _databases(copil):
        # Each service opens what it sealed itself.
        key = Fernet(secrets["encryption_keys"][database.removeprefix("copil_")])
        connection = await _connect(copil, database)
        try:
            for table in await connection.fetch("SELECT oid::regclass::text FROM pg_class WHERE relkind = 'r'"):
                if table[0].startswith(("pg_", "information_schema")):
                    continue
                rows = await connection.fetch(f"SELECT * FROM {table[0]}")
                held = [text for row in rows for value in row for text in _texts(value, key)]
                found += [f"{database}.{table[0]}: {trace}" for trace in TRACES if any(trace in text for text in held)]
        finally:
            await connection.close()
    for log in (copil.folder / "logs").glob("*"):
        text = log.read_text(errors="replace").lower()
        found += [f"{log.name}: {trace}" for trace in TRACES if trace in text]
    return found


def _texts(value: Any, key: Fernet) -> Iterator[str]:
    content = value if isinstance(value, bytes) else str(value).encode()
    yield content.decode(errors="replace").lower()
    # A sealed body of the outbox is JSON around it.
    for part in content.split(b'"'):
        if part.startswith(b"gAAAA"):
            with suppress(InvalidToken):
                yield key.decrypt(part).decode(errors="replace").lower()


async def _connect(copil: Copil, database: str) -> Any:
    return await asyncpg.connect(
        host=(copil.folder / "postgres.socket").read_text().strip(),
        user="postgres",
        password=(copil.folder / "postgres.password").read_text().strip(),
        database=database,
    )


async def _databases(copil: Copil) -> list[str]:
    connection = await _connect(copil, "postgres")
    try:
        names = await connection.fetch("SELECT datname FROM pg_database WHERE datname LIKE 'copil%'")
        return [row[0] for row in names]
    finally:
        await connection.close()


def _figures(api: Api, agreement: Agreement, **at: str) -> bytes:
    period = f"{datetime.now(UTC) - timedelta(hours=30):%Y-%m}"
    answer = api.get(f"{agreement.figures}/figures", params={"period": period, **at})
    assert answer.status_code == 200, answer.text
    return bytes(answer.content)


def _values(api: Api, agreement: Agreement) -> list[dict[str, Any]]:
    items = json.loads(_figures(api, agreement))["items"]
    return [{name: value for name, value in one.items() if name != "data_as_of"} for one in items]


def _ask(api: Api, agreement: Agreement, kind: str, *references: tuple[str, str], **more: Any) -> dict[str, Any]:
    body = {
        "kind": kind,
        "received_on": f"{datetime.now(UTC):%Y-%m-%d}",
        "references": [{"kind": kind, "value": value} for kind, value in references],
        **more,
    }
    answer = api.post(f"{FEEDBACK}/contracts/{agreement.id}/person-requests", body)
    assert answer.status_code == 201, answer.text
    told: dict[str, Any] = answer.json()
    return told


def _step(api: Api, agreement: Agreement, request: dict[str, Any], step: str, **more: str) -> httpx.Response:
    path = f"{FEEDBACK}/contracts/{agreement.id}/person-requests/{request['id']}/steps"
    return api.post(path, {"step": step, **more})


def _read(api: Api, agreement: Agreement, request: dict[str, Any]) -> dict[str, Any]:
    items = api.get(f"{FEEDBACK}/contracts/{agreement.id}/person-requests").json()["items"]
    return next(one for one in items if one["id"] == request["id"])


def test_no_trace_is_left_and_no_figure_moves(
    empty_copil: Copil, http: httpx.Client, agreement: Agreement, source: Connected
) -> None:
    """given traces of a person everywhere / when erased while the worker is away for a moment / then none is left."""
    _plant(http, agreement, source)
    controller, provider = agreement.managers
    path = f"{FEEDBACK}/contracts/{agreement.id}"
    eventually(lambda: len(provider.get(f"{path}/answers").json()["items"]) == 7, "the answers came")
    access = _ask(provider, agreement, "access", ("requester", REQUESTER), ("email", EMAIL))
    assert problem(provider.get(f"{path}/person-requests/{access['id']}/export"), 403)
    exported = controller.get(f"{path}/person-requests/{access['id']}/export").json()
    assert [one["ticket_id"] for one in exported["tickets"]] == [f"T1-{MARK}"]
    assert len(exported["tickets"][0]["events"]) == 4
    assert len(exported["deliveries"]) == 5
    assert {one["state"] for one in exported["deliveries"]} == {"kept", "quarantined"}
    assert {one["comment"] for one in exported["answers"]} == {
        f"Merci, {NAME}", f"{NAME} recommande", f"De {NAME}", None,
    }  # fmt: skip
    assert [one["answered_at"] is not None for one in exported["invitations"]] == [True]
    assert OTHER not in json.dumps(exported, ensure_ascii=False)
    assert [one["step"] for one in _read(provider, agreement, access)["steps"]] == ["record", "export"]
    assert _step(controller, agreement, access, "answer").json()["state"] == "answered"
    assert problem(controller.get(f"{path}/person-requests/{access['id']}/export"), 409)

    eventually(lambda: _settled(empty_copil), "nothing is promised")
    assert len(blocking(_traces(empty_copil))) > 5
    past = {"as_of": rfc3339(now_us() - SECOND), "known_at": rfc3339(now_us() - SECOND)}
    before, values = _figures(controller, agreement, **past), _values(controller, agreement)
    request = _ask(controller, agreement, "erasure", ("requester", REQUESTER), ("email", EMAIL))
    findings = controller.get(f"{path}/person-requests/{request['id']}/findings").json()
    assert findings == {"tickets": 1, "contents": 5, "answers": 4, "words": 3, "truncated": False}
    assert problem(_step(controller, agreement, request, "answer"), 409)
    with empty_copil.stopped("kpi-worker"):
        assert _step(controller, agreement, request, "erase").json()["erasure"] == "ordered"
        eventually(lambda: _read(controller, agreement, request)["erasure"] == "waiting", "kpi is told")
    eventually(lambda: _read(provider, agreement, request)["erasure"] == "done", "all is erased")
    done = _read(provider, agreement, request)
    assert done["erased"] == {"tickets": 1, "contents": 5, "answers": 4}
    assert [one["step"] for one in done["steps"]] == ["record", "erase", "erased"]
    assert _step(controller, agreement, request, "answer").json()["state"] == "answered"

    eventually(lambda: _settled(empty_copil), "nothing is promised")
    assert blocking(_traces(empty_copil)) == []
    assert _figures(controller, agreement, **past) == before
    assert _values(provider, agreement) == values
    verbatims = provider.get(f"{path}/verbatims").json()["items"]
    assert sorted(((one["score"], one["erased"], one["text"]) for one in verbatims), key=str) == [
        (1, False, None), (1, True, None), (2, False, OTHER), (4, True, None), (5, False, OTHER), (5, True, None),
        (9, True, None),
    ]  # fmt: skip
    rebuild = provider.post(f"{agreement.figures}/rebuilds", {}).json()

    def rebuilt() -> dict[str, Any]:
        told: dict[str, Any] = provider.get(f"{agreement.figures}/rebuilds/{rebuild['id']}").json()
        return told

    eventually(lambda: rebuilt()["state"] == "done", "rebuilt")
    # Of the person's ticket nothing is read again: its neutral events are what there is.
    assert (rebuilt()["changed_tickets"], rebuilt()["differing_days"], rebuilt()["deliveries"]) == (0, 0, 2)
    assert _figures(controller, agreement, **past) == before
    assert _values(controller, agreement) == values


async def _waits(copil: Copil) -> int:
    count = 0
    for database in ("copil_kpi", "copil_feedback"):
        connection = await _connect(copil, database)
        try:
            count += await connection.fetchval("SELECT count(*) FROM outbox")
            if database == "copil_kpi":
                for table in ("ticket_mark", "answer_route WHERE told_at IS NULL"):
                    count += await connection.fetchval(f"SELECT count(*) FROM {table}")
        finally:
            await connection.close()
    return count


def _settled(copil: Copil) -> bool:
    return blocking(_waits(copil)) == 0


def test_an_erased_answer_sent_again_is_known(agreement: Agreement) -> None:
    """given an answer whose words were erased / when it is sent again / then it is a repetition, without words."""
    provider = agreement.sous_traitant.manager
    path = f"{FEEDBACK}/contracts/{agreement.id}"
    [nps] = [one for one in provider.get(f"{path}/answers").json()["items"] if one["kind"] == "nps"]
    again = _own_answer(0)
    again["answers"][0]["answered_at"] = nps["answered_at"]
    sent = provider.post(f"{path}/answers", again).json()
    assert (sent["summary"]["duplicate"], sent["items"][0]["id"]) == (1, nps["id"])
    assert {one["text"] for one in provider.get(f"{path}/verbatims").json()["items"]} == {OTHER, None}


def test_deadlines_sides_and_steps(agreement: Agreement, beginners: Newcomers) -> None:
    foreigner = beginners.company("Ateliers Perrin").manager
    controller, provider = agreement.managers
    request = _ask(provider, agreement, "access", ("ticket", "X"), in_charge="sous_traitant", case_reference="DPO-7",
                   received_on="2026-01-31")  # fmt: skip
    assert (request["due_on"], request["identified_by"], request["state"]) == ("2026-02-28", ["ticket"], "received")
    assert "X" not in json.dumps(request["pseudonyms"])
    assert _read(controller, agreement, request) == _read(provider, agreement, request)
    assert problem(_step(controller, agreement, request, "start"), 403)
    assert problem(_step(provider, agreement, request, "extend", reason="Complexe"), 409)
    assert faults(_step(provider, agreement, request, "refuse")) == {"body"}
    assert problem(_step(provider, agreement, request, "erase"), 409)
    assert _step(provider, agreement, request, "start").json()["state"] == "in_progress"
    assert _step(provider, agreement, request, "refuse", reason="Identité non prouvée").json()["state"] == "refused"
    assert problem(_step(provider, agreement, request, "start"), 409)
    fresh = _ask(provider, agreement, "access", ("ticket", "X"), in_charge="sous_traitant")
    extended = _step(provider, agreement, fresh, "extend", reason="Beaucoup de tickets").json()
    assert extended["extended"]
    assert extended["due_on"] > fresh["due_on"]
    path = f"{FEEDBACK}/contracts/{agreement.id}/person-requests"
    assert problem(foreigner.get(path), 404)
    assert problem(_step(foreigner, agreement, fresh, "start"), 404)
    assert problem(_step(provider, agreement, {"id": str(new_id())}, "start"), 404)
    wrong = {
        "kind": "access",
        "received_on": "2026-01-31",
        "references": [{"kind": "email", "value": "pas une adresse"}],
    }
    assert faults(provider.post(path, wrong)) == {"references.0"}
    ahead = {"kind": "access", "received_on": "2126-01-31", "references": [{"kind": "ticket", "value": "1"}]}
    assert faults(provider.post(path, ahead)) == {"received_on"}


def test_secrets_are_where_the_search_looks(empty_copil: Copil) -> None:
    """given the search above / then it could open what is sealed."""
    secrets = json.loads((empty_copil.folder / "secrets.json").read_text())
    assert set(secrets["encryption_keys"]) >= {"kpi", "feedback"}
