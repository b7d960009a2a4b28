"""Addresses that may be called, what a browser carries on its way, and what a provider's word is worth (pure)."""

import base64
import hashlib
import ipaddress
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import SplitResult, urlencode, urlsplit

SCOPES = "openid email"
CALLBACK = "/auth/provider/callback"
WELL_KNOWN = "/.well-known/openid-configuration"
LONGEST_ADDRESS = 500
LONGEST_CODE = 4000
"""Of what a provider sends a browser back with."""

_DOMAIN = re.compile(r"(?=.{1,253}\Z)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])")
_LOCAL = re.compile(r"/(?![/\\])[^\\\x00-\x20\x7f]*")


def may_be_called(address: str, *, loopback: bool) -> bool:
    """Whether an address on the network is one that a provider of the world can have.

    Private networks, this machine, link-local addresses (the metadata of clouds), multicast and what stands for them in
    IPv6 are none. `loopback`: this machine is one too.
    """
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(parsed, ipaddress.IPv6Address):
        inner = parsed.ipv4_mapped or parsed.sixtofour or (parsed.teredo[1] if parsed.teredo else None)
        if inner is not None:
            return may_be_called(str(inner), loopback=loopback)
        if parsed in ipaddress.ip_network("64:ff9b::/96"):
            return may_be_called(str(ipaddress.IPv4Address(int(parsed) & 0xFFFFFFFF)), loopback=loopback)
    if parsed.is_loopback:
        return loopback
    return parsed.is_global and not parsed.is_multicast and not parsed.is_reserved


def fault_of_address(url: str, *, loopback: bool) -> str | None:
    """What is wrong with the address of a provider, as far as it tells; `loopback`: http to this machine is taken."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return "must be an address"
    if not host or len(url) > LONGEST_ADDRESS or re.search(r"[\x00-\x20\x7f\\]", url):
        return "must be an address"
    if parts.scheme != "https" and not (loopback and parts.scheme == "http" and _is_this_machine(parts)):
        return "must begin with https://"
    if parts.username is not None or parts.password is not None or parts.fragment:
        return "must have neither name, password nor fragment"
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return None
    return None if may_be_called(host, loopback=loopback) else "must not lead into a private network"


def _is_this_machine(parts: SplitResult) -> bool:
    return parts.hostname in ("127.0.0.1", "localhost", "::1")


def fault_of_issuer(url: str, *, loopback: bool) -> str | None:
    """The same of an issuer, which has no query either."""
    return fault_of_address(url, loopback=loopback) or ("must have no query" if "?" in url else None)


def domain(text: str) -> str | None:
    """A domain of addresses in its one spelling; None when it is none."""
    spelt = text.strip().lower().removeprefix("@")
    return spelt if _DOMAIN.fullmatch(spelt) else None


def speaks_for(domains: Sequence[str], email: str) -> bool:
    """Whether a provider with these domains may say that somebody has this address."""
    return not domains or email.rpartition("@")[2] in domains


def local_path(text: str | None) -> str | None:
    """A page of ours to come back to; None for whatever could lead elsewhere."""
    return text if text and len(text) <= LONGEST_ADDRESS and _LOCAL.fullmatch(text) else None


@dataclass(frozen=True)
class Carried:
    """What a sign-in on its way is known by: all of it drawn from the one token that only its browser holds."""

    state: str
    nonce: str
    verifier: str

    @classmethod
    def of(cls, token: str) -> "Carried":
        """What belongs to a token."""
        return cls(*(_derived(label, token) for label in ("state", "nonce", "verifier")))

    @property
    def challenge(self) -> str:
        """What the provider is told of the verifier (PKCE, S256)."""
        return _text(hashlib.sha256(self.verifier.encode()).digest())


def _derived(label: str, token: str) -> str:
    # The token is 256 random bits: what is told of it to others gives it back to nobody.
    return _text(hashlib.sha256(f"{label}\0{token}".encode()).digest())


def _text(digest: bytes) -> str:
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")


def authorization_address(endpoint: str, client_id: str, callback: str, carried: Carried, email: str | None) -> str:
    """Where a browser is sent."""
    asked = {
        "response_type": "code",
        "client_id": client_id,
        "redirect_uri": callback,
        "scope": SCOPES,
        "state": carried.state,
        "nonce": carried.nonce,
        "code_challenge": carried.challenge,
        "code_challenge_method": "S256",
    }
    if email:
        asked["login_hint"] = email
    return f"{endpoint}{'&' if '?' in endpoint else '?'}{urlencode(asked)}"


def verified_email(claims: Mapping[str, Any]) -> str | None:
    """The address that a provider vouches for; None when it does not say that it looked."""
    email = claims.get("email")
    # Some providers write the truth as a text.
    sure = claims.get("email_verified") in (True, "true")
    return email if sure and isinstance(email, str) and email else None
