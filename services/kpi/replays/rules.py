"""Reading a replay request: a JSON array or NDJSON of recorded deliveries. Pure."""

import re
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
_MISSING = re.compile(r"required field `(\w+)`")
_NAMES = re.compile(r"\w+")


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
            raise _invalid(error) from None
    deliveries: list[RecordedDelivery] = []
    for line in body.splitlines():
        if line.strip():
            try:
                deliveries.append(_line.decode(line))
            except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
                raise _invalid(error, f"{len(deliveries)}") from None
    return deliveries


def _invalid(error: BaseException, where: str = "") -> InvalidReplay:
    """The refusal that names the field, `where` being the delivery when each is read by itself."""
    if isinstance(error, RecursionError):
        return InvalidReplay(where or "body", "nested too deeply")
    message, _, path = str(error).partition(" - at ")
    missing = _MISSING.search(message)
    names = [where, *_NAMES.findall(path), missing.group(1) if missing else ""]
    return InvalidReplay(".".join(name for name in names if name) or "body", message)


def _received_at(index: int, delivery: RecordedDelivery) -> datetime:
    try:
        return from_microseconds(parse_instant(delivery.received_at))
    except InvalidInstant:
        raise InvalidReplay(f"{index}.received_at", "must be an RFC 3339 instant with its offset") from None


def encode(deliveries: Sequence[RecordedDelivery]) -> bytes:
    """Recorded deliveries as they are kept until they are run."""
    return msgspec.json.encode(deliveries)
