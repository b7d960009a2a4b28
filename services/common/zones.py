"""Time zones come from the pinned `tzdata` package, never from the machine, so that a figure is the same everywhere."""

import zoneinfo
from functools import cache
from zoneinfo import ZoneInfo

zoneinfo.reset_tzpath(to=[])


@cache
def zone_names() -> frozenset[str]:
    """Every IANA name that a contract may use."""
    return frozenset(zoneinfo.available_timezones())


def zone(name: str) -> ZoneInfo:
    """The zone of that name. Raises: KeyError when there is none."""
    if name not in zone_names():
        raise KeyError(name)
    return ZoneInfo(name)
