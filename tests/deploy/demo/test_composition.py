"""What is composed: the same bytes every time, about the announced size, varied, and with what a source must refuse."""

import hashlib
from collections import Counter
from datetime import datetime, timedelta

import pytest

from deploy.local.demo.companies import PAIRS
from deploy.local.demo.composing import Tale, tales
from deploy.local.demo.deliveries import Recorded, recorded
from deploy.local.demo.span import Span
from services.common.instants import from_microseconds, to_microseconds
from services.kpi.ingestion.connectors.base import ParsedItem, Refused
from tests.deploy.demo.outcome import BOTS, CONNECTORS, SECRETS

GENERIC = SECRETS["generic"]
NOW = datetime.fromisoformat("2026-11-22T10:00:00+01:00")


@pytest.fixture(scope="module")
def composed() -> list[Tale]:
    """Everything that both pairs tell."""
    return [tale for pair in PAIRS for tale in tales(pair, Span(NOW))]


def _digest(told: list[Tale], most: int) -> str:
    digest = hashlib.sha256()
    for tale in told:
        for delivery in tale.written(SECRETS[tale.tool.system], 0, most):
            digest.update(repr((delivery.n, delivery.received_at, delivery.headers, delivery.body)).encode())
    return digest.hexdigest()


def test_the_same_start_gives_the_same_bytes(composed: list[Tale]) -> None:
    """given two compositions / then they are equal; another seed tells something else."""
    again = [tale for pair in PAIRS for tale in tales(pair, Span(NOW))]
    assert [tale.arrivals for tale in again] == [tale.arrivals for tale in composed]
    assert _digest(again, 3_000) == _digest(composed, 3_000)
    assert _digest(tales(PAIRS[1], Span(NOW), seed=7), 300) != _digest(tales(PAIRS[1], Span(NOW)), 300)


def test_a_later_start_on_the_same_day_only_goes_on() -> None:
    """given two starts of one day / then all that arrived well before the first is the same in the second."""
    early, late = (tales(PAIRS[1], Span(NOW + timedelta(hours=hours)))[0] for hours in (0, 9))
    until_us = early.now_us - 86_400_000_000
    first, second = (
        [
            (a.received_us, a.story, a.happening, a.twin)
            for a in tale.arrivals
            if a.received_us < until_us and not a.fault
        ]
        for tale in (early, late)
    )
    assert first == second
    assert len(late.arrivals) > len(early.arrivals)


def test_size_and_variety(composed: list[Tale]) -> None:
    """given the demonstration / then it is about 12,000 tickets and 2,000 answers, and does not repeat itself."""
    assert 11_800 <= sum(tale.tickets for tale in composed) <= 12_000
    assert 1_850 <= sum(tale.answers for tale in composed) <= 2_150
    assert 70_000 <= sum(len(tale.arrivals) for tale in composed) <= 110_000
    told = [story for tale in composed for story in tale.stories]
    assert len({story.subject for story in told}) > 300
    verbatims = Counter(h.text for story in told for h in story.happenings if h.kind == "rating" and h.text)
    assert len(verbatims) > 80
    assert verbatims.most_common(1)[0][1] < 30


def test_every_delivery_meets_its_fate(composed: list[Tale]) -> None:
    """given all deliveries of a tool / then its connector accepts them, but for repetitions and the spoilt handful."""
    tale = composed[1]
    keys: dict[bytes, bytes] = {}
    fates = Counter(_fate(tale, delivery, keys) for delivery in tale.written(GENERIC, 0, len(tale.arrivals)))
    assert set(fates) == {"accepted", "twice", "conflict", "SignatureRejected", "StaleRejected", "Malformed"}
    assert sum(fates.values()) - fates["accepted"] - fates["twice"] == 14
    assert 0.01 < fates["twice"] / len(tale.arrivals) < 0.03


def test_what_is_spoilt_is_refused_for_its_reason(composed: list[Tale]) -> None:
    """given the deliveries that are meant to fail / then each does, for the reason meant."""
    reasons = {"cut": "Malformed", "no_zone": "Malformed", "no_ticket": "Malformed", "stranger": "SignatureRejected",
               "stale": "StaleRejected"}  # fmt: skip
    for tale in composed:
        secret = SECRETS[tale.tool.system]
        spoilt = [arrival for arrival in tale.arrivals if arrival.fault in reasons]
        assert len({arrival.fault for arrival in spoilt}) == len(reasons)
        for arrival, delivery in zip(spoilt, recorded(tale.tool, tale.stories, spoilt, secret), strict=True):
            assert _fate(tale, delivery, {}) == reasons[arrival.fault]


def _fate(tale: Tale, delivery: Recorded, keys: dict[bytes, bytes]) -> str:
    connector, secret = CONNECTORS[tale.tool.system], SECRETS[tale.tool.system]
    received_us, body = to_microseconds(datetime.fromisoformat(delivery.received_at)), delivery.body.encode()
    assert received_us <= tale.now_us
    try:
        connector.check(delivery.headers, body, [secret], received_us, connector.default_tolerance_s)
        item = connector.parse(delivery.headers, body, received_us, BOTS, str).items[0]
    except Refused as refusal:
        return type(refusal).__name__
    assert isinstance(item, ParsedItem)
    held = keys.setdefault(item.key, item.digest)
    return "conflict" if held != item.digest else "twice" if held is not item.digest else "accepted"


def test_nothing_that_happens_later_is_told(composed: list[Tale]) -> None:
    """given a start in the morning / then no body speaks of the afternoon."""
    for tale in composed:
        last = tale.arrivals[-1]
        assert from_microseconds(last.received_us) <= NOW
        told = (tale.stories[arrival.story].happenings[arrival.happening].at_us for arrival in tale.arrivals)
        assert max(told) <= tale.now_us
