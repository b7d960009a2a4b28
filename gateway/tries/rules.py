"""How long somebody waits before another try (pure)."""

import hashlib
import ipaddress
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

DAY = timedelta(days=1)
FREE = 5
LONGEST = timedelta(minutes=15)
MOST_A_DAY = 100
FREE_OF_NETWORK = 100
LONGEST_OF_NETWORK = timedelta(minutes=1)


class Scope(StrEnum):
    """What tries are counted by; always looked at in this order, so that two tries never wait for each other."""

    PAIR = "account and network"
    ACCOUNT = "account"
    NETWORK = "network"


@dataclass(frozen=True)
class Count:
    """Tries that did not succeed, or whose end is not known yet."""

    tries: int
    since: datetime
    last_at: datetime


def network_of(address: str) -> str:
    """The network of an address: itself for IPv4, its /64 for IPv6, which one household or company holds."""
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(parsed, ipaddress.IPv6Address):
        if parsed.ipv4_mapped is not None:
            return str(parsed.ipv4_mapped)
        return str(ipaddress.ip_network((parsed, 64), strict=False))
    return str(parsed)


def key_of(scope: Scope, account: str, network: str) -> bytes:
    """Under which key tries are counted; a digest, because people also type passwords where addresses belong."""
    told = {Scope.PAIR: f"{account}\0{network}", Scope.ACCOUNT: account, Scope.NETWORK: network}[scope]
    return hashlib.sha256(f"{scope}\0{told}".encode("utf-8", "surrogatepass")).digest()


def is_forgotten(scope: Scope, count: Count, now: datetime) -> bool:
    """Whether what was counted lies too far back."""
    return now - (count.last_at if scope is Scope.PAIR else count.since) >= DAY


def open_at(scope: Scope, count: Count) -> datetime | None:
    """From when on another try is taken; None: at once."""
    match scope:
        case Scope.PAIR:
            return _growing(count, FREE, LONGEST)
        case Scope.ACCOUNT:
            return count.since + DAY if count.tries >= MOST_A_DAY else None
        case Scope.NETWORK:
            return _growing(count, FREE_OF_NETWORK, LONGEST_OF_NETWORK)


def _growing(count: Count, free: int, longest: timedelta) -> datetime | None:
    """No wait while tries are free; then 1 s after the last one, doubled each time, up to the longest."""
    if count.tries < free:
        return None
    return count.last_at + min(timedelta(seconds=2 ** min(count.tries - free, 20)), longest)
