"""Where a message may go: https to a public address under a name, and nowhere else unless the operator says so."""

import ipaddress
import re
from collections.abc import Iterable
from typing import Literal

import msgspec

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network
Fault = Literal[
    "too_long", "characters", "not_https", "userinfo", "fragment", "name", "literal", "port", "path", "forbidden"
]

LONGEST = 2_000
HTTPS_PORT = 443
_SCHEME = "https://"
# One grammar, narrower than that of any parser: what two of them could read differently is never let in.
_VISIBLE = re.compile(r"[\x21-\x7e]+")
_AUTHORITY = re.compile(r"(?P<host>\[[^\[\]]*\]|[^:\[\]]*)(?::(?P<port>[0-9]{1,5}))?")
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
"""A last label that readers of addresses take for a part of an IPv4 address, as the URL standard has it."""
_TARGET = re.compile(r"(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*)?(?:\?(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*)?")  # fmt: skip  # noqa: E501
_ENCODED_CONTROL = re.compile(r"%(?:[01][0-9a-f]|7f)", re.IGNORECASE)
_LOCAL_NAMES = ("localhost", "local", "internal", "intranet", "lan", "home", "corp", "arpa", "onion")
"""Last labels that mean this machine or this network."""

_FORBIDDEN = tuple(
    ipaddress.ip_network(one)
    for one in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
        "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24",
        "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        # A cloud's door to its machines from inside, although the address is a public one.
        "168.63.129.16/32",
        "::/96", "::ffff:0:0/96", "::ffff:0:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "100:0:0:1::/64",
        "2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20", "5f00::/16", "fc00::/7",
        "fe80::/10", "fec0::/10", "ff00::/8",
    )
)  # fmt: skip
"""Not public, or an IPv4 address in the clothes of another one (mapped, translated, 6to4, Teredo)."""
_GLOBAL_IPV6 = ipaddress.ip_network("2000::/3")


class Refused(ValueError):
    """An address that is never called; `fault` says why and repeats nothing of it."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault: Fault = fault


class Reach(msgspec.Struct, frozen=True):
    """What the operator allows beyond public addresses: networks of its own, and other ports."""

    networks: tuple[Network, ...] = ()
    ports: frozenset[int] = frozenset({HTTPS_PORT})

    def owns(self, address: Address) -> bool:
        """Whether it is of a network that the operator named."""
        return any(address in network for network in self.networks if network.version == address.version)

    def holds(self, address: Address, port: int = HTTPS_PORT) -> bool:
        """Whether a connection to it may be made; to another port than that of https in an own network only."""
        if self.owns(address):
            return True
        if port != HTTPS_PORT or any(
            address in network for network in _FORBIDDEN if network.version == address.version
        ):
            return False
        if isinstance(address, ipaddress.IPv6Address):
            return address in _GLOBAL_IPV6 and address.scope_id is None
        return address.is_global


class Target(msgspec.Struct, frozen=True):
    """An address that may be called, in its one spelling. `literal`: its host is an address of an own network."""

    host: str
    port: int
    path: str
    literal: Address | None = None

    @property
    def url(self) -> str:
        """The whole of it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == HTTPS_PORT else f":{self.port}"
        return f"{_SCHEME}{host}{port}{self.path}"


def read(url: str, reach: Reach) -> Target:
    """The target that a spelling names. Raises: Refused."""
    if len(url) > LONGEST:
        raise Refused("too_long")
    if not url.isascii() or _VISIBLE.fullmatch(url) is None or "\\" in url:
        raise Refused("characters")
    if url[: len(_SCHEME)].lower() != _SCHEME:
        raise Refused("not_https")
    rest = url[len(_SCHEME) :]
    if "#" in rest:
        raise Refused("fragment")
    cut = re.search(r"[/?]", rest)
    authority, path = (rest, "") if cut is None else (rest[: cut.start()], rest[cut.start() :])
    if "@" in authority:
        raise Refused("userinfo")
    found = _AUTHORITY.fullmatch(authority)
    if found is None:
        raise Refused("name")
    literal = _host(found["host"].lower(), reach)
    port = HTTPS_PORT if found["port"] is None else int(found["port"])
    if port not in reach.ports or (found["port"] or "").startswith("0"):
        raise Refused("port")
    if _TARGET.fullmatch(path) is None or _ENCODED_CONTROL.search(path):
        raise Refused("path")
    if not path.startswith("/"):
        path = f"/{path}"
    host = found["host"].lower() if literal is None else str(literal)
    return Target(host, port, path, literal)


def allowed(addresses: Iterable[str], port: int, reach: Reach) -> list[Address]:
    """What a name stands for, when every one of its addresses may be called. Raises: Refused, also for none."""
    found = []
    for one in addresses:
        try:
            address = ipaddress.ip_address(one)
        except ValueError:
            raise Refused("forbidden") from None
        if not reach.holds(address, port):
            raise Refused("forbidden")
        found.append(address)
    if not found:
        raise Refused("forbidden")
    return found


def _host(host: str, reach: Reach) -> Address | None:
    """Nothing for a name that may be asked for; an address for one of an own network. Raises: Refused."""
    literal = _literal(host)
    if literal is not None:
        # Written as it is always written, and the operator's own: no other literal is called.
        if reach.owns(literal):
            return literal
        raise Refused("literal")
    labels = host.split(".")
    if len(host) > 253 or not all(_LABEL.fullmatch(one) for one in labels):
        raise Refused("name")
    if _NUMBER.fullmatch(labels[-1]):
        raise Refused("literal")
    if not reach.networks and (len(labels) < 2 or labels[-1] in _LOCAL_NAMES):
        raise Refused("name")
    return None


def _literal(host: str) -> Address | None:
    bare = host[1:-1] if host.startswith("[") else host
    try:
        address = ipaddress.ip_address(bare)
    except ValueError:
        if host.startswith("["):
            raise Refused("literal") from None
        return None
    scoped = isinstance(address, ipaddress.IPv6Address) and address.scope_id is not None
    if scoped or str(address) != bare or (address.version == 6) != host.startswith("["):
        raise Refused("literal")
    return address
