"""Stories as the tools would send them: in the order of arrival, some late or twice, a handful that must be refused."""

from collections.abc import Iterator, Sequence
from random import Random
from typing import Literal

import msgspec

from deploy.local.demo.bodies import body_of, text_of
from deploy.local.demo.companies import Tool
from deploy.local.demo.signing import signed_headers, wrong_secret
from deploy.local.demo.stories import Story
from services.kpi.calendars.instants import HOUR_US, SECOND_US

_SHARE_LATE = 0.04
_SHARE_VERY_LATE = 0.004
_SHARE_TWICE = 0.02
_SHARE_LOST = 0.0006
"""Of creations: the ticket is then an orphan, where the tool tells its creation only once."""
_FAULTY = 14
"""Deliveries of each tool that cannot be used, spread over the months."""

Fault = Literal["cut", "no_zone", "no_ticket", "stranger", "stale", "conflict"]
_FAULTS: tuple[Fault, ...] = ("cut", "stranger", "no_zone", "stranger", "stale", "no_ticket", "conflict")


class Arrival(msgspec.Struct, order=True):
    """One delivery before it is written out: cheap to hold and to sort."""

    received_us: int
    story: int
    happening: int
    twin: int = 0
    fault: str = ""


class Recorded(msgspec.Struct):
    """One delivery as a replay takes it."""

    n: int
    received_at: str
    headers: dict[str, str]
    body: str


def arrivals(tool: Tool, told: Sequence[Story], now_us: int) -> list[Arrival]:
    """Everything that arrived until now, in order; nothing that happens later."""
    found: list[Arrival] = []
    for place, story in enumerate(told):
        draw = Random(f"{tool.name}/{story.number}")  # noqa: S311 - a demonstration, not a secret
        for index, happening in enumerate(story.happenings):
            chance, delay_us = draw.random(), 2 * SECOND_US
            if chance < _SHARE_VERY_LATE:
                delay_us = int(draw.uniform(2, 20) * HOUR_US)
            elif chance < _SHARE_LATE:
                delay_us = int(draw.uniform(0.03, 1.5) * HOUR_US)
            lost = happening.kind == "created" and draw.random() < _SHARE_LOST
            if happening.at_us > now_us or lost:
                continue
            received_us = min(happening.at_us + delay_us, now_us)
            found.append(Arrival(received_us, place, index))
            if draw.random() < _SHARE_TWICE:
                found.append(Arrival(min(received_us + 30 * SECOND_US, now_us), place, index, 1))
    found.sort()
    return _with_faulty(tool, found)


def _with_faulty(tool: Tool, found: list[Arrival]) -> list[Arrival]:
    """The same, with some beside them that a source receives in a half year: half an hour later, spoilt."""
    step = len(found) // (_FAULTY + 1)
    if step:
        for number in range(1, _FAULTY + 1):
            model = found[number * step]
            fault = _FAULTS[(number + len(tool.name)) % len(_FAULTS)]
            found.append(msgspec.structs.replace(model, twin=2, fault=fault))
        found.sort()
    return found


def recorded(
    tool: Tool, told: Sequence[Story], arrived: Sequence[Arrival], secret: str, first: int = 0
) -> Iterator[Recorded]:
    """The deliveries written out and signed; `first` is how many came before these."""
    for n, arrival in enumerate(arrived, first + 1):
        body = body_of(tool, told[arrival.story], arrival.happening)
        sent_us = arrival.received_us
        match arrival.fault:
            case "cut":
                body = body.decode()[: len(body) * 2 // 3].encode()
            case "no_zone":
                body = body.replace(b'Z","datacontenttype', b'","datacontenttype').replace(b'Z","type"', b'","type"')
                body = body.replace(b'Z"}', b'"}')
            case "no_ticket":
                body = body.replace(b'"ticket_id"', b'"ticket"').replace(b'"detail"', b'"details"')
            case "conflict":
                body = body.replace(b'"data":{', b'"data":{"corrected":true,').replace(b"22990134", b"22990135")
            case "stale":
                sent_us -= 2 * HOUR_US
        key = wrong_secret(tool) if arrival.fault == "stranger" else secret
        yield Recorded(n, text_of(arrival.received_us), signed_headers(tool, body, sent_us, key), body.decode())
