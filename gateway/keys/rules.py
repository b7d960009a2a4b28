"""Which key signs, which are published, and when a rotation is due (pure)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True)
class KeyTimes:
    """The life of one key."""

    kid: str
    signs_from: datetime
    retires_at: datetime | None


def current(keys: Iterable[KeyTimes], now: datetime) -> KeyTimes | None:
    """The key that signs: the one that began last."""
    begun = [key for key in keys if key.signs_from <= now]
    return max(begun, key=lambda key: (key.signs_from, key.kid), default=None)


def published(keys: Iterable[KeyTimes], now: datetime) -> list[KeyTimes]:
    """Keys whose signatures are good: the present one, the next, and those before until their last token is over."""
    return [key for key in keys if key.retires_at is None or key.retires_at > now]


@dataclass(frozen=True)
class Rotation:
    """What has to change."""

    draw: Sequence[datetime]
    """From when each newly drawn key signs."""
    advance: str | None = None
    """The next key, if it has to sign now rather than when it was going to."""
    retire: Sequence[str] = ()
    """Keys that have stopped signing without being given an end."""


def plan(keys: Sequence[KeyTimes], now: datetime, period: timedelta, *, force: bool = False) -> Rotation | None:
    """What keeps two live keys, the one that signs and its successor; None when that is so."""
    signing = current(keys, now)
    waiting = sorted((key for key in keys if key.signs_from > now), key=lambda key: key.signs_from)
    if signing is None and not waiting:
        return Rotation(draw=(now, now + period))
    advance = waiting[0] if waiting and (force or signing is None) else None
    signing = advance or signing
    ended = [key.kid for key in keys if key.signs_from <= now and key != signing and key.retires_at is None]
    lacking = len(waiting) - (advance is not None) < 1
    if not (advance or ended or lacking):
        return None
    return Rotation((now + period,) if lacking else (), advance.kid if advance else None, ended)
