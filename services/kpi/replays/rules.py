"""Reading a replay request: a JSON array or NDJSON of recorded deliveries. Pure."""

from collections.abc import Sequence
from datetime import datetime

import msgspec

from services.common.instants import from_microseconds
from services.kpi.calendars.instants import InvalidInstant, parse_instant
from services.kpi.replays.schemas import RecordedDelivery

MOST_AT_ONCE = 10_000
"""Deliveries answered in one call; beyond, a job."""

_array = msgspec.json.Decoder(list[RecordedDelivery])
_line = msgspec.json.Decoder(RecordedDelivery)


class InvalidReplay(ValueError):
    """The request is no list of recorded deliveries; `field` says where."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field
        self.message = message


def read_deliveries(body: bytes) -> list[tuple[RecordedDelivery, datetime]]:
    """The recorded deliveries of a request, each with its instant of reception. Raises: InvalidReplay."""
    recorded = _decode(body)
    return [(delivery, _received_at(index, delivery)) for index, delivery in enumerate(recorded)]


def _decode(body: bytes) -> Sequence[RecordedDelivery]:
    if body.lstrip()[:1] == b"[":
        try:
            return _array.decode(body)
        except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
            raise InvalidReplay("body", _told(error)) from None
    deliveries = []
    for number, line in enumerate(body.splitlines()):
        if line.strip():
            try:
                deliveries.append(_line.decode(line))
            except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
                raise InvalidReplay(f"{number}", _told(error)) from None
    return deliveries


def _received_at(index: int, delivery: RecordedDelivery) -> datetime:
    try:
        return from_microseconds(parse_instant(delivery.received_at))
    except InvalidInstant:
        raise InvalidReplay(f"{index}.received_at", "must be an RFC 3339 instant with its offset") from None


def _told(error: BaseException) -> str:
    return "nested too deeply" if isinstance(error, RecursionError) else str(error)


def encode(deliveries: Sequence[RecordedDelivery]) -> bytes:
    """Recorded deliveries as they are kept until they are run."""
    return msgspec.json.encode(deliveries)
