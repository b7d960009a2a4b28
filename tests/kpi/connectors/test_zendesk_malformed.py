"""Zendesk bodies that must be refused, and nothing of them repeated."""

from typing import Any

import pytest

from services.kpi.ingestion.connectors.base import Malformed
from tests.factories.webhooks import (
    zendesk_csat,
    zendesk_event,
    zendesk_status,
)
from tests.kpi.connectors.test_zendesk import COMMENT, CREATED, NOW, SOLVED, altered, parse


@pytest.mark.parametrize("path", [("id",), ("time",), ("type",), ("detail",), ("detail", "id"), ("detail", "status")])
def test_a_creation_needs(path: tuple[str, ...]) -> None:
    with pytest.raises(Malformed, match=f"^{'.'.join(path)} is missing$"):
        parse(altered(CREATED, *path, drop=True))
    wrongs: list[object] = [True, [], {}, ""]
    for wrong in wrongs:
        with pytest.raises(Malformed, match=f"^{path[0]}"):
            parse(altered(CREATED, *path, value=wrong))


@pytest.mark.parametrize(
    "path",
    [
        ("event",),
        ("event", "comment"),
        ("event", "comment", "is_public"),
        ("event", "comment", "author"),
        ("event", "comment", "author", "is_staff"),
    ],
)
def test_a_comment_needs(path: tuple[str, ...]) -> None:
    with pytest.raises(Malformed, match=f"^{'.'.join(path)} is missing$"):
        parse(altered(COMMENT, *path, drop=True))
    wrongs: list[object] = [None, "true", 1, []]
    for wrong in wrongs:
        with pytest.raises(Malformed, match=f"^{'.'.join(path)} is (mistyped|missing)$"):
            parse(altered(COMMENT, *path, value=wrong))


def test_unknown_statuses_are_malformed() -> None:
    for word in ("SLEEPING", "solved", ""):
        with pytest.raises(Malformed, match=r"^event\.current"):
            parse(zendesk_event("status_changed", 7, NOW, zendesk_status(word, "OPEN")))
        with pytest.raises(Malformed, match=r"^detail\.status"):
            parse(zendesk_event("created", 7, NOW, status=word))
    with pytest.raises(Malformed, match=r"^event\.current is missing$"):
        parse(altered(SOLVED, "event", "current", drop=True))


@pytest.mark.parametrize(
    "time", ["2026-10-05T10:00:00", "2026-13-45T99:00:00Z", "hier", -5, 10**18, "2026-12-31T23:59:60Z", "2026-10-05"]
)
def test_times_that_are_none(time: object) -> None:
    with pytest.raises(Malformed, match=r"^time is "):
        parse(altered(CREATED, "time", value=time))
    with pytest.raises(Malformed, match=r"^updated_at is "):
        parse(altered(zendesk_csat(7, "good", NOW), "updated_at", value=time))


@pytest.mark.parametrize("ticket_id", ["", "  ", "x" * 201, "a\0b", 10**250, None, 7.0])
def test_ticket_ids(ticket_id: object) -> None:
    with pytest.raises(Malformed, match=r"^detail\.id "):
        parse(altered(CREATED, "detail", "id", value=ticket_id))
    with pytest.raises(Malformed, match=r"^detail\.id "):
        parse(CREATED.replace(b'"id":"7"', b'"id":1' + b"0" * 4_200))
    assert parse(altered(CREATED, "detail", "id", value="x" * 200)).ticket_id == "x" * 200


@pytest.mark.parametrize(
    ("body", "path"),
    [(CREATED, ("detail", "tags")), (CREATED, ("detail", "priority")), (COMMENT, ("event", "comment", "id"))],
)
def test_a_nul_in_what_is_kept_is_malformed(body: bytes, path: tuple[str, ...]) -> None:
    with pytest.raises(Malformed, match="NUL"):
        parse(altered(body, *path, value=["a\0"] if path[-1] == "tags" else "a\0"))
    with pytest.raises(Malformed, match="NUL"):
        parse(zendesk_csat(7, "good", NOW, "a\0"))
    assert parse(altered(body, "detail", "subject", value="a\0")).ticket_id == "7"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"null",
        b"[]",
        b'"text"',
        b"{}",
        b"{",
        CREATED[:-1],
        CREATED + b"}",
        b"\xef\xbb\xbf" + CREATED,
        CREATED.decode().encode("utf-16"),
        CREATED.replace(b"Livraison", b"Livraison\xff"),
        CREATED.replace(b'"id":"7"', b'"id":"\\ud800"'),
        CREATED.replace(b'"priority":"NORMAL"', b'"priority":' + b"[" * 100_000 + b"]" * 100_000),
        CREATED.replace(b'"subject":"', b'"subject":' + b"[" * 100_000 + b"]" * 100_000 + b',"sujet":"'),
        CREATED.replace(b'"NORMAL"', b"NaN"),
        CREATED.replace(b'"NORMAL"', b"1e999"),
    ],
    ids=lambda body: body[:20],
)
def test_undecodable_bodies(body: bytes) -> None:
    with pytest.raises(Malformed) as refused:
        parse(body)
    assert len(refused.value.reason) < 80


@pytest.mark.parametrize("csat", ["excellent", "Good", "", None, 5])
def test_unknown_ratings_are_malformed(csat: Any) -> None:
    with pytest.raises(Malformed, match=r"^csat "):
        parse(zendesk_csat(7, csat, NOW))


def test_reasons_never_repeat_what_was_sent() -> None:
    secret = "4970-1012-3456-7890"
    for path in [("time",), ("detail", "status"), ("detail", "id"), ("id",)]:
        with pytest.raises(Malformed) as refused:
            parse(altered(CREATED, *path, value=[secret] if path[-1] == "id" else secret))
        assert secret not in refused.value.reason
