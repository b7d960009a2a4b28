"""Generic bodies that must be refused, each naming its field."""

from typing import Any

import pytest

from services.kpi.ingestion.connectors.base import Malformed
from tests.factories.webhooks import cloud_event
from tests.kpi.connectors.test_generic import NOW, ONE, item, parse


@pytest.mark.parametrize("field", ["specversion", "id", "source", "type", "time", "data"])
def test_attributes_are_needed(field: str) -> None:
    event = cloud_event("spam", "T-1", NOW)
    with pytest.raises(Malformed, match=f"^{field} is missing$"):
        item({name: value for name, value in event.items() if name != field})
    wrongs: list[object] = [None, True, [], ""]
    for wrong in wrongs:
        with pytest.raises(Malformed, match=f"^{field} is "):
            item({**event, field: wrong})


@pytest.mark.parametrize(
    ("kind", "data", "field"),
    [
        ("spam", {"ticket_id": ""}, "data.ticket_id"),
        ("spam", {"ticket_id": None}, "data.ticket_id"),
        ("spam", {"ticket_id": 1.0}, "data.ticket_id"),
        ("spam", {"ticket_id": "x" * 201}, "data.ticket_id"),
        ("spam", {"ticket_id": "a\0"}, "data.ticket_id"),
        ("created", {"status": "solve"}, "data.status"),
        ("created", {"created_by": "robot"}, "data.created_by"),
        ("created", {"tags": ["a\0"]}, "data.tags"),
        ("message", {"public": True}, "data.author"),
        ("message", {"author": "agent"}, "data.public"),
        ("message", {"author": "agent", "public": 1}, "data.public"),
        ("message", {"author": "Agent", "public": True}, "data.author"),
        ("message", {"author": "agent", "public": True, "author_organisation": "nous"}, "data.author_organisation"),
        ("status", {}, "data.status"),
        ("status", {"status": "SOLVED"}, "data.status"),
        ("csat", {}, "data.score"),
        ("csat", {"score": "4"}, "data.score"),
        ("csat", {"score": 4.5}, "data.score"),
        ("csat", {"score": True}, "data.score"),
        ("csat", {"score": 6}, "data.score"),
        ("csat", {"score": -1}, "data.score"),
        ("csat", {"score": 10**30}, "data.score"),
        ("csat", {"score": 0, "scale_max": 0}, "data.scale_max"),
        ("csat", {"score": 1, "scale_max": "5"}, "data.scale_max"),
        ("csat", {"score": 1, "comment": "\0"}, "data.comment"),
        ("nps", {"score": 11}, "data.score"),
        ("nps", {"score": None}, "data.score"),
    ],
)
def test_data_that_is_needed(kind: str, data: dict[str, Any], field: str) -> None:
    with pytest.raises(Malformed) as refused:
        item(cloud_event(kind, "T-1", NOW, data))
    assert refused.value.reason.startswith(f"{field} ")


def test_specversion_is_the_text_1_0() -> None:
    for wrong in (1.0, "0.3", "1"):
        with pytest.raises(Malformed, match=r"^specversion "):
            item({**cloud_event("spam", "T-1", NOW), "specversion": wrong})


DEEP = b"[" * 100_000 + b"]" * 100_000


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"null",
        b"3",
        ONE[:-1],
        ONE.replace(b'"TAGS"', DEEP),
        b'{"x":' + DEEP + b"," + ONE[1:],
        ONE.replace(b"TAGS", b"\xff"),
    ],
    ids=["empty", "null", "number", "truncated", "deep", "deep-elsewhere", "not-utf-8"],
)
def test_undecodable_bodies(body: bytes) -> None:
    with pytest.raises(Malformed) as refused:
        parse(body)
    assert len(refused.value.reason) < 80
