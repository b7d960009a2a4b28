"""Every verdict of the webhook entry through the gateway: status, answer, and what both parties then find listed."""

import gzip
import hashlib
import itertools
import json
import socket
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest

from tests.factories.webhooks import at, cloud_event, compact, generic_headers
from tests.support.newcomers import Agreement, Connected, Newcomers
from tests.support.problems import problem
from tests.support.processes import eventually
from tests.support.sending import listed, now_us, pages, post, post_event, quarantined

SECOND = 1_000_000
AT = at("2026-10-05T08:00:00Z")
MOST_BYTES = 1_000_000

_numbers = itertools.count(1)


@pytest.fixture(scope="module")
def source(agreement: Agreement) -> Connected:
    """A generic source for most tests of this module."""
    return agreement.connect()


def ticket() -> str:
    """A ticket that no other test uses."""
    return f"V-{next(_numbers):04}"


def created(ticket_id: str | None = None, **more: Any) -> dict[str, Any]:
    """A creation of that ticket, or of a new one."""
    return cloud_event("created", ticket_id or ticket(), AT, {"status": "new"}, **more)


def receipt(answer: httpx.Response, status: int, verdict: str, body: bytes, *, conflict: bool = False) -> str:
    """The receipt of a delivery, its whole answer checked; refusals are problems with the verdict added."""
    told = problem(answer, status, verdict) if status >= 400 else answer.json()
    assert answer.status_code == status, answer.text
    assert (told["verdict"], told["conflict"]) == (verdict, conflict)
    assert told["sha256"] == hashlib.sha256(body).hexdigest()
    if status < 400:
        assert set(told) - {"items"} == {"verdict", "receipt_id", "sha256", "conflict"}
        assert answer.headers["content-type"] == "application/json"
    return str(told["receipt_id"])


def both_find(agreement: Agreement, source: Connected, receipt_id: str, **told: Any) -> dict[str, Any]:
    """The delivery as both parties find it listed, with what it has to tell."""
    first, second = (listed(api, source, receipt_id) for api in agreement.managers)
    assert first == second
    assert {name: first[name] for name in told} == told
    return first


def test_accepted(agreement: Agreement, source: Connected, http: httpx.Client) -> None:
    """given a well-signed event / then 202, listed with what it told, and its ticket is there."""
    event = created()
    body = compact(event)
    receipt_id = receipt(post_event(http, source, body), 202, "accepted", body)
    both_find(
        agreement, source, receipt_id,
        verdict="accepted", conflict=False, reason=None, origin="live", event_type="kpi.ticket.created.v1",
        ticket_id=event["subject"], first_receipt_id=None, sha256=hashlib.sha256(body).hexdigest(), size=len(body),
        events=1, skewed=False, secret_slot=0,
    )  # fmt: skip
    rows = [row for row in agreement.tickets(source=source.id) if row["ticket_id"] == event["subject"]]
    assert [row["created_at"] for row in rows] == ["2026-10-05T08:00:00Z"]


def test_duplicate(agreement: Agreement, source: Connected, http: httpx.Client) -> None:
    """given the same event again, even signed anew / then 200 with the first receipt, and no effect."""
    event = created()
    body = compact(event)
    first = receipt(post_event(http, source, body), 202, "accepted", body)
    for sent_us in (now_us(), now_us() - 30 * SECOND):
        assert receipt(post_event(http, source, body, sent_us=sent_us), 200, "duplicate", body) == first
    repeated = [
        item for item in pages(agreement.managers[0], f"{source.path}/deliveries", verdict="duplicate")
        if item["sha256"] == hashlib.sha256(body).hexdigest()
    ]  # fmt: skip
    assert [(item["first_receipt_id"], item["events"], item["conflict"]) for item in repeated] == [
        (first, 0, False)
    ] * 2


def test_conflict(agreement: Agreement, source: Connected, http: httpx.Client) -> None:
    """given the key of an event with another body / then 200, kept with a receipt of its own, shown, without effect."""
    event = created(event_id="conflict-1")
    body = compact(event)
    first = receipt(post_event(http, source, body), 202, "accepted", body)
    other = compact({**event, "time": "2026-10-05T07:00:00Z"})
    second = receipt(post_event(http, source, other), 200, "duplicate", other, conflict=True)
    assert second != first
    both_find(agreement, source, second, verdict="duplicate", conflict=True, first_receipt_id=first, events=0)
    rows = [row for row in agreement.tickets(source=source.id) if row["ticket_id"] == event["subject"]]
    assert [row["created_at"] for row in rows] == ["2026-10-05T08:00:00Z"]
    # The first body again is still a repetition to the letter.
    assert receipt(post_event(http, source, body), 200, "duplicate", body) == first


def test_the_same_event_in_two_sources_is_two_events(agreement: Agreement, http: httpx.Client) -> None:
    """given one key in two sources / then it is taken by each: keys belong to a source."""
    event = created()
    for _ in range(2):
        other = agreement.connect()
        assert post_event(http, other, event).json()["verdict"] == "accepted"


def _tampered(body: bytes) -> Iterator[tuple[str, dict[str, str], bytes]]:
    sent_us = now_us()
    good = generic_headers(body, sent_us)
    yield "body changed", good, body.replace(b"new", b"old")
    yield "other secret", generic_headers(body, now_us(), "whsec_" + "QUFB" * 8), body
    yield "time changed", {**good, "webhook-timestamp": str(sent_us // SECOND - 1)}, body
    yield "id changed", {**good, "webhook-id": "msg_other"}, body
    yield "no signature", {name: value for name, value in good.items() if name != "webhook-signature"}, body
    yield "no version", {**good, "webhook-signature": good["webhook-signature"].removeprefix("v1,")}, body
    yield "not base64", {**good, "webhook-signature": "v1,é%%%"}, body
    yield "time garbled", {**good, "webhook-timestamp": "yesterday"}, body


def test_forged(agreement: Agreement, source: Connected, http: httpx.Client) -> None:
    """given a signature that no live secret made / then 401; time, reason and size are kept, no body, no effect."""
    event = created()
    body = compact(event)
    for name, headers, sent in _tampered(body):
        encoded = [(key.encode(), value.encode()) for key, value in headers.items()]
        answer = http.post(source.url, headers=encoded, content=sent)
        receipt_id = receipt(answer, 401, "rejected_signature", sent)
        told = both_find(agreement, source, receipt_id, verdict="rejected_signature", events=0, size=len(sent))
        assert told["reason"], name
        assert (told["ticket_id"], told["event_type"]) == (None, None), "what is not authentic is not believed"
    assert event["subject"] not in {row["ticket_id"] for row in agreement.tickets(source=source.id)}
    # A forged delivery takes no key.
    assert receipt(post_event(http, source, body), 202, "accepted", body)


@pytest.mark.parametrize("seconds", [-3600, -310, 310, 3600])
def test_stale(agreement: Agreement, source: Connected, http: httpx.Client, seconds: int) -> None:
    """given a good signature of a time beyond the tolerance, before or after / then 401."""
    body = compact(created())
    answer = post_event(http, source, body, sent_us=now_us() + seconds * SECOND)
    receipt_id = receipt(answer, 401, "rejected_stale", body)
    both_find(agreement, source, receipt_id, verdict="rejected_stale", events=0, ticket_id=None)
    assert receipt(post_event(http, source, body), 202, "accepted", body)


@pytest.mark.parametrize("seconds", [-290, 290])
def test_within_the_tolerance(source: Connected, http: httpx.Client, seconds: int) -> None:
    """given a signed time within 300 s / then accepted."""
    assert post_event(http, source, created(), sent_us=now_us() + seconds * SECOND).status_code == 202


def test_the_tolerance_of_a_source(agreement: Agreement, http: httpx.Client) -> None:
    """given a source with a day of tolerance / then a signature of an hour ago is good there."""
    patient = agreement.connect(signature_tolerance_seconds=86_400)
    assert post_event(http, patient, created(), sent_us=now_us() - 3600 * SECOND).status_code == 202
    assert post_event(http, patient, created(), sent_us=now_us() - 90_000 * SECOND).status_code == 401


def _without(event: dict[str, Any], name: str) -> bytes:
    return compact({key: value for key, value in event.items() if key != name})


MALFORMED: dict[str, Callable[[dict[str, Any]], bytes]] = {
    "empty": lambda _: b"",
    "not JSON": lambda _: b"ticket=1",
    "truncated": lambda event: compact(event)[:-9],
    "not UTF-8": lambda event: compact(event).replace(b"new", b"\xff\xfe\xfd"),
    "an array": lambda event: compact([event]),
    "no id": lambda event: _without(event, "id"),
    "no time": lambda event: _without(event, "time"),
    "no data": lambda event: _without(event, "data"),
    "no ticket": lambda event: compact({**event, "data": {"status": "new"}}),
    "naive time": lambda event: compact({**event, "time": "2026-10-05T08:00:00"}),
    "no such date": lambda event: compact({**event, "time": "2026-02-30T08:00:00Z"}),
    "time mistyped": lambda event: compact({**event, "time": [2026]}),
    "microseconds since 1970": lambda event: compact({**event, "time": 1791187200000000}),
    "specversion mistyped": lambda event: compact({**event, "specversion": 1.0}),
    "status unknown": lambda event: compact({**event, "data": {**event["data"], "status": "asleep"}}),
    "NUL in the ticket": lambda event: compact({**event, "data": {**event["data"], "ticket_id": "V\0"}}),
    "NUL in the id": lambda event: compact({**event, "id": "x\0y"}),
    "deep": lambda event: compact({**event, "extra": 0}).replace(b":0}", b":" + b"[" * 50_000 + b"]" * 50_000 + b"}"),
    "deep objects": lambda event: compact(event)[:-1] + b',"x":' + b'{"a":' * 50_000 + b"1" + b"}" * 50_001,
    "huge number": lambda event: compact({**event, "time": 0}).replace(b'"time":0', b'"time":' + b"9" * 5_000),
}  # fmt: skip


@pytest.mark.parametrize("fault", MALFORMED)
def test_malformed(agreement: Agreement, source: Connected, http: httpx.Client, fault: str) -> None:
    """given a well-signed body that cannot be read / then 400, in quarantine once per body, changing nothing."""
    event = created()
    body = MALFORMED[fault](event)
    receipt_id = receipt(post_event(http, source, body), 400, "malformed", body)
    told = both_find(agreement, source, receipt_id, verdict="malformed", events=0, size=len(body))
    assert told["reason"]
    again = receipt(post_event(http, source, body), 400, "malformed", body)
    assert again != receipt_id
    for api in agreement.managers:
        held = quarantined(api, source)[hashlib.sha256(body).hexdigest()]
        assert held == {
            "receipt_id": receipt_id, "sha256": hashlib.sha256(body).hexdigest(), "reason": told["reason"],
            "received_at": told["received_at"], "recorded_at": told["recorded_at"], "released_at": None,
        }  # fmt: skip
    assert event["subject"] not in {row["ticket_id"] for row in agreement.tickets(source=source.id)}
    # Nothing of it holds the key: the corrected event is accepted.
    assert receipt(post_event(http, source, compact(event)), 202, "accepted", compact(event))


def test_reasons_never_repeat_what_was_sent(source: Connected, http: httpx.Client) -> None:
    """given a malformed body with a person's words / then the answer holds none of them."""
    event = {**created(), "time": "Maëlle habite 3 rue des Lilas"}
    assert "Lilas" not in post_event(http, source, event).text


INSTANTS = {
    "nine decimals": ("2026-10-05T08:00:00.123456789Z", "2026-10-05T08:00:00.123456Z"),
    "offset": ("2026-10-05T10:00:00.25+02:00", "2026-10-05T08:00:00.250000Z"),
    "offset without colon": ("2026-10-05T10:00:00+0200", "2026-10-05T08:00:00Z"),
    "epoch seconds": (1791187200, "2026-10-05T08:00:00Z"),
    "epoch milliseconds": (1791187200123, "2026-10-05T08:00:00.123000Z"),
    "epoch float": (1791187200.25, "2026-10-05T08:00:00.250000Z"),
}


@pytest.mark.parametrize("spelling", INSTANTS)
def test_spellings_of_an_instant(agreement: Agreement, source: Connected, http: httpx.Client, spelling: str) -> None:
    """given an instant as tools write it / then accepted, and the ticket was created at that very instant."""
    told, exact = INSTANTS[spelling]
    event = created(time=told)
    assert post_event(http, source, event).status_code == 202
    rows = {row["ticket_id"]: row for row in agreement.tickets(source=source.id)}
    assert rows[event["subject"]]["created_at"] == exact


def test_a_clock_ahead_is_flagged(agreement: Agreement, source: Connected, http: httpx.Client) -> None:
    """given an event told for tomorrow / then accepted, flagged, and effective at its reception."""
    event = created(time=(now_us() + 86_400 * SECOND) // SECOND)
    body = compact(event)
    told = both_find(agreement, source, receipt(post_event(http, source, body), 202, "accepted", body), skewed=True)
    rows = {row["ticket_id"]: row for row in agreement.tickets(source=source.id)}
    assert rows[event["subject"]]["created_at"] == told["received_at"]


def test_unknown_type(agreement: Agreement, source: Connected, http: httpx.Client) -> None:
    """given a well-signed event of a type that nobody knows / then accepted, and it counts for nothing."""
    event = cloud_event("created", ticket(), AT, event_type="com.example.mood.v7")
    body = compact(event)
    receipt_id = receipt(post_event(http, source, body), 202, "accepted", body)
    both_find(agreement, source, receipt_id, event_type="com.example.mood.v7", events=0)
    assert event["subject"] not in {row["ticket_id"] for row in agreement.tickets(source=source.id)}
    assert receipt(post_event(http, source, body), 200, "duplicate", body) == receipt_id


def test_oversized_by_bytes_read(agreement: Agreement, source: Connected, http: httpx.Client) -> None:
    """given more than 1 MB, declared or in chunks of no declared length / then 413 and nothing is kept."""
    before = len(list(pages(agreement.managers[0], f"{source.path}/deliveries")))
    body = compact({**created(), "data": {"ticket_id": ticket(), "text": "x" * MOST_BYTES}})

    def chunks() -> Iterator[bytes]:
        for start in range(0, len(body), 65_536):
            yield body[start : start + 65_536]

    headers = generic_headers(body, now_us())
    for content in (body, chunks()):
        problem(post(http, source, headers, content), 413, "payload_too_large")
    assert len(list(pages(agreement.managers[0], f"{source.path}/deliveries"))) == before


def test_the_largest_body(source: Connected, http: httpx.Client) -> None:
    """given exactly 1,000,000 bytes / then accepted, in chunks too."""
    for chunked in (False, True):
        event = created()
        body = compact({**event, "data": {**event["data"], "text": ""}})
        body = body.replace(b'"text":""', b'"text":"' + b"x" * (MOST_BYTES - len(body)) + b'"')
        assert len(body) == MOST_BYTES
        content = iter([body[:500_000], body[500_000:]]) if chunked else body
        assert post(http, source, generic_headers(body, now_us()), content).status_code == 202


def test_a_sender_that_leaves(agreement: Agreement, source: Connected) -> None:
    """given a body shorter than declared and a closed connection / then nothing is kept of it."""
    before = len(list(pages(agreement.managers[0], f"{source.path}/deliveries")))
    body = compact(created())
    address = urlsplit(source.url)
    headers = generic_headers(body, now_us()) | {"host": address.netloc, "content-length": str(len(body) + 10)}
    head = f"POST {address.path} HTTP/1.1\r\n" + "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    with socket.create_connection((address.hostname, address.port), timeout=10) as connection:
        connection.sendall(head.encode() + b"\r\n" + body)
        connection.shutdown(socket.SHUT_WR)
        answer = connection.recv(65_536)
    assert not answer.startswith(b"HTTP/1.1 2")
    assert len(list(pages(agreement.managers[0], f"{source.path}/deliveries"))) == before


def test_compressed_bodies_are_refused(source: Connected, http: httpx.Client) -> None:
    """given 20 MB of nothing in 20 kB, or any compressed body / then 415 before anything is unpacked."""
    for plain in (b"0" * 20_000_000, compact(created())):
        body = gzip.compress(plain)
        headers = generic_headers(body, now_us()) | {"content-encoding": "gzip"}
        problem(post(http, source, headers, body), 415, "unsupported_media_type")


@pytest.mark.parametrize("media_type", ["text/plain", "application/x-www-form-urlencoded", "application/xml", ""])
def test_wrong_media_type(source: Connected, http: httpx.Client, media_type: str) -> None:
    """given another media type / then 415."""
    body = compact(created())
    headers = generic_headers(body, now_us()) | {"content-type": media_type}
    problem(post(http, source, headers, body), 415, "unsupported_media_type")


def test_unknown_source(newcomers: Newcomers, http: httpx.Client) -> None:
    """given an address that is no source / then the same 404, however it is spelled."""
    body = compact(created())
    for name in ("x" * 27, "nothing", "a/b", "é", "%2e%2e", "x" * 3000):
        url = f"{newcomers.copil.base_url}/hooks/{name}"
        answer = http.post(url, headers=generic_headers(body, now_us()), content=body)
        problem(answer, 404, "not_found")


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "PATCH"])
def test_wrong_method(source: Connected, http: httpx.Client, method: str) -> None:
    """given another method / then 405 that names those there are."""
    answer = http.request(method, source.url)
    assert problem(answer, 405)["code"] == "method_not_allowed"
    assert answer.headers["allow"].startswith("POST, HEAD")


def test_a_batch_has_a_verdict_per_event(agreement: Agreement, source: Connected, http: httpx.Client) -> None:
    """given a batch of new, repeated, contradicting and unreadable events / then each is judged by itself."""
    known = created()
    assert post_event(http, source, known).status_code == 202
    fresh, twice = created(), created()
    broken = {**created(), "time": "2026-10-05T08:00:00"}
    events = [fresh, known, {**known, "time": "2026-10-05T07:00:00Z"}, broken, twice, twice]
    answer = post_event(http, source, events)
    told = answer.json()
    receipt_id = receipt(answer, 202, "accepted", compact(events), conflict=True)
    assert [(item["verdict"], item["conflict"]) for item in told["items"]] == [
        ("accepted", False), ("duplicate", False), ("duplicate", True), ("malformed", False), ("accepted", False),
        ("duplicate", False),
    ]  # fmt: skip
    assert [item["sha256"] for item in told["items"]] == [
        hashlib.sha256(compact(event)).hexdigest() for event in events
    ]
    assert told["items"][3]["reason"]
    both_find(agreement, source, receipt_id, verdict="accepted", events=2, conflict=True)
    assert hashlib.sha256(compact(broken)).hexdigest() in quarantined(agreement.managers[1], source)
    tickets = {row["ticket_id"] for row in agreement.tickets(source=source.id)}
    assert tickets >= {fresh["subject"], twice["subject"]}
    assert broken["subject"] not in tickets
    # The whole batch again: nothing new in it.
    again = post_event(http, source, events)
    assert (again.status_code, again.json()["verdict"]) == (200, "duplicate")


def test_a_batch_without_one_readable_event_is_malformed(source: Connected, http: httpx.Client) -> None:
    """given a batch of which nothing can be read / then 400, with the reason of each."""
    answer = post_event(http, source, [{"specversion": "1.0"}, {"id": 3}])
    told = problem(answer, 400, "malformed")
    assert [item["verdict"] for item in told["items"]] == ["malformed", "malformed"]


def test_the_quarantine_can_be_read_again(agreement: Agreement, http: httpx.Client) -> None:
    """given a quarantine that no connector has learnt to read since / then both still see it, nothing was released."""
    source = agreement.connect()
    body = MALFORMED["naive time"](created())
    assert post_event(http, source, body).status_code == 400
    answer = agreement.managers[0].post(f"{source.path}/quarantine/readings")
    assert (answer.status_code, answer.json()) == (200, {"read": 0, "still_malformed": 1})
    assert len(quarantined(agreement.managers[1], source)) == 1


def test_two_secrets_live_while_one_is_renewed(agreement: Agreement, http: httpx.Client) -> None:
    """given a renewed secret / then both sign until the overlap ends, each delivery tells which did; then only one."""
    source = agreement.connect(secret=None)
    path = f"{source.path}/secrets"
    renewed = agreement.managers[0].post(path, {"overlap_seconds": 600})
    assert renewed.status_code == 201, renewed.text
    new = renewed.json()["secret"]
    assert new != source.secret
    assert renewed.json()["previous_secret_until"] is not None
    for secret, slot in ((source.secret, 1), (new, 0), ([source.secret, new], 0)):
        body = compact(created())
        receipt_id = receipt(post_event(http, source, body, secret=secret), 202, "accepted", body)
        both_find(agreement, source, receipt_id, secret_slot=slot)
    # Without overlap: the one before is refused at once, wherever it is checked.
    dictated = generic_secret()
    last = agreement.managers[1].post(path, {"secret": dictated, "overlap_seconds": 0})
    assert (last.status_code, last.json()["secret"]) == (201, dictated)
    eventually(
        lambda: post_event(http, source, created(), secret=new).status_code == 401, "the secret before is refused"
    )
    assert post_event(http, source, created(), secret=source.secret).status_code == 401
    assert post_event(http, source, created(), secret=dictated).status_code == 202


def generic_secret() -> str:
    """A secret that a tool dictates."""
    return "whsec_" + "b3V0aWwtZHUtcHJlc3RhdGFpcmU="


def test_zendesk_has_its_own_signature(agreement: Agreement, source: Connected, http: httpx.Client) -> None:
    """given a generic delivery at a Zendesk source / then its signature is not accepted there."""
    zendesk = agreement.connect("zendesk")
    body = compact(created())
    headers = generic_headers(body, now_us()) | {"content-type": "application/json"}
    problem(post(http, zendesk, headers, body), 401, "rejected_signature")
    problem(post(http, zendesk, generic_headers(body, now_us()), body), 415)


def test_rebuilding_from_raw_deliveries_changes_nothing(
    agreement: Agreement, source: Connected, http: httpx.Client
) -> None:
    """given tickets, and whatever else came / when the contract is rebuilt / then no ticket and no day is another."""
    manager, other = agreement.managers
    for _ in range(21):
        assert post_event(http, source, created()).status_code == 202
    before = agreement.tickets(source=source.id, as_of="2026-11-01T00:00:00Z")
    assert len(before) >= 21
    asked = manager.post(f"{agreement.figures}/rebuilds")
    assert asked.status_code == 202, asked.text
    path = f"{agreement.figures}/rebuilds/{asked.json()['id']}"
    eventually(lambda: other.get(path).json()["state"] == "done", "the rebuild is done", 60)
    told = json.loads(other.get(path).content)
    assert (told["differing_days"], told["changed_tickets"]) == (0, 0)
    assert told["deliveries"] > 20
    assert agreement.tickets(source=source.id, as_of="2026-11-01T00:00:00Z") == before
