"""Cookies of sessions, and whose requests may use one (pure)."""

import hashlib
import re
import secrets
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

TOKEN_BYTES = 32
CSRF_HEADER = b"x-copil-csrf"
CSRF_VALUE = b"1"
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
PASSWORD, FEDERATED, CODE = "pwd", "fed", "otp"
"""How somebody proved who they are: RFC 8176, and its want of a word for another's provider."""
_TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")


def draw_token() -> str:
    """What a new session is known by: 256 random bits."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def digest(token: str) -> bytes:
    """What is kept of it."""
    return hashlib.sha256(token.encode()).digest()


def cookie_name(public_url: str) -> str:
    """`__Host-copil` where the public address is https; else `copil-<port>`, since browsers mix up ports."""
    address = urlsplit(public_url)
    if address.scheme == "https":
        return "__Host-copil"
    return f"copil-{address.port or 80}"


def step_cookie_name(session_cookie: str) -> str:
    """Of the cookie that says which half-open sign-in is this browser's."""
    return f"{session_cookie}-step"


def with_proof(proofs: Iterable[str], proof: str) -> tuple[str, ...]:
    """Proofs with one more, each once."""
    return tuple(dict.fromkeys((*proofs, proof)))


_BROWSERS = (("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"))
_SYSTEMS = (
    ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS X", "macOS"),
    ("CrOS", "ChromeOS"), ("Linux", "Linux"),
)  # fmt: skip


def device_of(user_agent: str) -> str | None:
    """Browser and system, as far as a browser names them: enough to know one's own by, and no more is kept."""
    found = [next((name for sign, name in signs if sign in user_agent), None) for signs in (_BROWSERS, _SYSTEMS)]
    return ", ".join(name for name in found if name) or None


def set_cookie(name: str, token: str, seconds: int) -> str:
    """The value of `set-cookie` that gives a session; 0 seconds takes it away."""
    secure = "; Secure" if name.startswith("__Host-") else ""
    return f"{name}={token}; Max-Age={seconds}; Path=/; HttpOnly; SameSite=Lax{secure}"


def read_cookie(cookies: Sequence[bytes], name: bytes) -> str | None:
    """The session that a request shows: None without the cookie, an empty text when it cannot be one of ours."""
    found = [
        value.strip()
        for field in cookies
        for pair in field.split(b";")
        for key, _, value in [pair.partition(b"=")]
        if key.strip() == name
    ]
    if not found:
        return None
    # Twice: another page of this host may have planted one of them.
    token = found[0].decode("latin-1")
    return token if len(found) == 1 and _TOKEN.fullmatch(token) else ""


def origin_of(public_url: str) -> bytes:
    """The origin of the public address, as browsers write it."""
    address = urlsplit(public_url)
    default = {"http": 80, "https": 443}.get(address.scheme)
    host = address.hostname or ""
    host = f"[{host}]" if ":" in host else host
    port = f":{address.port}" if address.port not in (None, default) else ""
    return f"{address.scheme}://{host}{port}".encode()


def comes_from_us(headers: Iterable[tuple[bytes, bytes]], own_origin: bytes) -> bool | None:
    """Whether a browser says that one of our own pages sends this; None when nothing is said.

    Our own are the public address and the one that was asked (`Host`): a foreign page cannot choose it without
    losing the cookie.
    """
    fields = [field for field in headers if field[0] in (b"origin", b"sec-fetch-site", b"host")]
    sites = [value for name, value in fields if name == b"sec-fetch-site"]
    origins = [value for name, value in fields if name == b"origin"]
    hosts = {own_origin.partition(b"://")[0] + b"://" + value.lower() for name, value in fields if name == b"host"}
    if not sites and not origins:
        return None
    return all(site == b"same-origin" for site in sites) and all(
        origin == own_origin or origin in hosts for origin in origins
    )


def carries_csrf_header(headers: Iterable[tuple[bytes, bytes]]) -> bool:
    """Whether a request carries the field that no form and no foreign script can set."""
    return [value.strip() for name, value in headers if name == CSRF_HEADER] == [CSRF_VALUE]
