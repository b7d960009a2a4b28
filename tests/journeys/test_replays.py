"""Replays of recorded deliveries: verdict per item, who may, how large ones run, and what bad input is told."""

import json
from typing import Any

import httpx
import pytest

from tests.factories.webhooks import Delivery, at, cloud_event, compact, generic_delivery, generic_headers
from tests.support.callers import Api
from tests.support.newcomers import Agreement, Connected, Newcomers
from tests.support.problems import fields, problem
from tests.support.processes import eventually
from tests.support.sending import listed, pages, post_event

SECOND = 1_000_000
AT = at("2026-10-05T08:00:00Z")


@pytest.fixture
def source(agreement: Agreement) -> Connected:
    """A source of each test's own."""
    return agreement.connect()


def event(number: int, **more: Any) -> dict[str, Any]:
    """A creation."""
    return cloud_event("created", f"R-{number}", AT + number * SECOND, {"status": "new"}, **more)


def recorded(*deliveries: Delivery) -> list[dict[str, Any]]:
    """What a replay takes, numbered from 1."""
    return [delivery.recorded(n) for n, delivery in enumerate(deliveries, 1)]


def every_verdict() -> list[dict[str, Any]]:
    """Recorded deliveries that meet every fate."""
    received = AT + 3600 * SECOND
    body = compact(event(4))
    stale = Delivery(generic_headers(body, received - 301 * SECOND), body, received)
    at_the_edge = Delivery(generic_headers(compact(event(5)), received - 300 * SECOND), compact(event(5)), received)
    forged = Delivery(generic_headers(b"other", received), compact(event(6)), received)
    return recorded(
        generic_delivery(event(1), received),
        generic_delivery(event(1), received + SECOND),
        generic_delivery({**event(1), "time": "2026-10-05T07:00:00Z"}, received + 2 * SECOND),
        generic_delivery({**event(3), "time": "2026-10-05T08:00:00"}, received),
        stale,
        at_the_edge,
        forged,
        generic_delivery([event(7), event(8)], received),
        generic_delivery(cloud_event("created", "R-9", AT, event_type="com.example.v1"), received),
    )


VERDICTS = [
    "accepted", "duplicate", "duplicate", "malformed", "rejected_stale", "accepted", "rejected_signature", "accepted",
    "accepted",
]  # fmt: skip
SUMMARY = {"accepted": 4, "duplicate": 2, "malformed": 1, "rejected_signature": 1, "rejected_stale": 1}


def test_a_verdict_per_delivery_and_a_summary(newcomers: Newcomers, agreement: Agreement, source: Connected) -> None:
    """given recorded deliveries of every fate / when replayed / then each is judged as of its own reception."""
    items = every_verdict()
    answer = newcomers.admin.post(f"{source.path}/replays", items)
    assert answer.status_code == 200, answer.text
    told = answer.json()
    assert set(told) == {"items", "summary"}
    assert [(item["n"], item["verdict"]) for item in told["items"]] == list(enumerate(VERDICTS, 1))
    assert told["summary"] == SUMMARY
    assert told["items"][1]["receipt_id"] == told["items"][0]["receipt_id"]
    for api in agreement.managers:
        first = listed(api, source, told["items"][0]["receipt_id"])
        assert (first["origin"], first["received_at"]) == ("replay", "2026-10-05T09:00:00Z")
        conflict = listed(api, source, told["items"][2]["receipt_id"])
        assert (conflict["conflict"], conflict["first_receipt_id"]) == (True, told["items"][0]["receipt_id"])
    # All of it again: what was accepted is known now.
    again = newcomers.admin.post(f"{source.path}/replays", items).json()
    assert again["summary"] == {"duplicate": 6, "malformed": 1, "rejected_signature": 1, "rejected_stale": 1}


def test_newline_delimited_json(newcomers: Newcomers, source: Connected) -> None:
    """given one delivery a line / then the same as an array; empty lines are nothing."""
    lines = "\n".join(["", *(json.dumps(item) for item in every_verdict()), ""])
    answer = newcomers.admin.call(
        "POST", f"{source.path}/replays", content=lines, headers={"content-type": "application/x-ndjson"}
    )
    assert answer.status_code == 200, answer.text
    assert [item["verdict"] for item in answer.json()["items"]] == VERDICTS
    assert answer.json()["summary"] == SUMMARY


def test_a_replay_and_the_live_road_share_their_keys(
    newcomers: Newcomers, source: Connected, http: httpx.Client
) -> None:
    """given an event that came live / when it is replayed / then it is a duplicate with the live receipt; and back."""
    receipt_id = post_event(http, source, event(1)).json()["receipt_id"]
    recorded_then = recorded(generic_delivery(event(1), AT + SECOND), generic_delivery(event(2), AT + 2 * SECOND))
    told = newcomers.admin.post(f"{source.path}/replays", recorded_then).json()["items"]
    assert [item["verdict"] for item in told] == ["duplicate", "accepted"]
    assert told[0]["receipt_id"] == receipt_id
    live = post_event(http, source, event(2))
    assert (live.status_code, live.json()["receipt_id"]) == (200, told[1]["receipt_id"])


def test_nothing_to_replay(newcomers: Newcomers, source: Connected) -> None:
    """given an empty array / then nothing was stored, and that is told."""
    answer = newcomers.admin.post(f"{source.path}/replays", [])
    assert (answer.status_code, answer.json()) == (200, {"items": [], "summary": {}})


_GOOD = {"n": 1, "received_at": "2026-10-05T08:00:00Z", "headers": {}, "body": "{}"}
BAD: dict[str, tuple[list[Any], str]] = {
    "no reception": ([{name: _GOOD[name] for name in ("n", "headers", "body")}], "0.received_at"),
    "naive reception": ([_GOOD, {**_GOOD, "received_at": "2026-10-05T08:00:00"}], "1.received_at"),
    "garbled reception": ([{**_GOOD, "received_at": "hier"}], "0.received_at"),
    "no body": ([_GOOD, _GOOD, {name: _GOOD[name] for name in ("n", "headers", "received_at")}], "2.body"),
    "body mistyped": ([{**_GOOD, "body": {}}], "0.body"),
    "headers mistyped": ([{**_GOOD, "headers": []}], "0.headers"),
    "header mistyped": ([{**_GOOD, "headers": {"x": 1}}], "0.headers"),
    "number mistyped": ([{**_GOOD, "n": "one"}], "0.n"),
    "item mistyped": ([_GOOD, 3], "1"),
}


@pytest.mark.parametrize("fault", BAD)
@pytest.mark.parametrize("form", ["array", "ndjson"])
def test_bad_input_is_named(newcomers: Newcomers, source: Connected, fault: str, form: str) -> None:
    """given a request that is no list of recorded deliveries / then 422 names the field and nothing is stored."""
    items, field = BAD[fault]
    content = json.dumps(items) if form == "array" else "\n".join(json.dumps(item) for item in items)
    answer = newcomers.admin.call("POST", f"{source.path}/replays", content=content)
    assert fields(answer) == {field}
    assert newcomers.admin.get(source.path).json()["verdicts"] == []


@pytest.mark.parametrize("body", ["", "{", "[{]", "null", "[1", "\x00", '{"n":1'])
def test_a_body_that_is_no_json(newcomers: Newcomers, source: Connected, body: str) -> None:
    """given a body that cannot be read / then 422, or for nothing at all nothing replayed."""
    answer = newcomers.admin.call("POST", f"{source.path}/replays", content=body)
    if body:
        problem(answer, 422)
    else:
        assert answer.json() == {"items": [], "summary": {}}


def _wait_done(api: Api, path: str) -> dict[str, Any]:
    eventually(lambda: api.get(path).json()["state"] in ("done", "failed"), "the replay is done", 60)
    told: dict[str, Any] = api.get(path).json()
    return told


def test_a_party_waits_for_the_other(agreement: Agreement, source: Connected, newcomers: Newcomers) -> None:
    """given a party's replay / then nothing happens before the other party approves it, and then it runs."""
    donneur_ordre, sous_traitant = agreement.managers
    asked = donneur_ordre.post(f"{source.path}/replays", every_verdict())
    assert asked.status_code == 202, asked.text
    told = asked.json()
    path = f"{source.path}/replays/{told['id']}"
    assert asked.headers["location"] == path
    assert (told["state"], told["requested_by_side"], told["deliveries"]) == ("proposed", "donneur_ordre", 9)
    problem(donneur_ordre.post(f"{path}/approvals"), 403, "forbidden")
    problem(newcomers.admin.post(f"{path}/approvals"), 404, "not_found")
    assert list(pages(sous_traitant, f"{source.path}/deliveries")) == []
    approved = sous_traitant.post(f"{path}/approvals")
    assert approved.status_code == 202, approved.text
    assert approved.json()["state"] != "proposed"
    done = _wait_done(donneur_ordre, path)
    assert (done["state"], done["done"], done["summary"]) == ("done", 9, SUMMARY)
    assert done["approved_at"] is not None
    assert done == sous_traitant.get(path).json()
    assert {item["origin"] for item in pages(sous_traitant, f"{source.path}/deliveries")} == {"replay"}
    # Approving what was approved changes nothing.
    assert sous_traitant.post(f"{path}/approvals").json()["state"] == "done"
    assert len(list(pages(sous_traitant, f"{source.path}/deliveries"))) == 9


def test_more_than_ten_thousand_run_as_a_job(newcomers: Newcomers, agreement: Agreement, source: Connected) -> None:
    """given 10,001 deliveries of the platform / then 202 and a job that can be followed until all are stored."""
    unknown = [
        generic_delivery(cloud_event("mood", f"R-{n % 7}", AT, event_id=f"m{n}"), AT + n * SECOND)
        for n in range(10_000)
    ]
    items = recorded(*unknown, generic_delivery(event(1), AT + SECOND))
    asked = newcomers.admin.post(f"{source.path}/replays", items)
    assert asked.status_code == 202, asked.text
    assert (asked.json()["state"], asked.json()["deliveries"]) == ("approved", 10_001)
    done = _wait_done(newcomers.admin, asked.headers["location"])
    assert (done["state"], done["summary"]) == ("done", {"accepted": 10_001})
    assert [row["ticket_id"] for row in agreement.tickets(source=source.id)] == ["R-1"]
