"""Which header fields cross the gateway, both ways (pure)."""

import string
from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import quote_from_bytes

RawHeaders = Iterable[tuple[bytes, bytes]]

HOP_BY_HOP = frozenset(
    {b"connection", b"keep-alive", b"proxy-authenticate", b"proxy-authorization", b"proxy-connection", b"te",
     b"trailer", b"trailers", b"transfer-encoding", b"upgrade", b"http2-settings"}
)  # fmt: skip
# Written anew by us or by the client library, or nobody's to send.
_OURS = frozenset({b"host", b"content-length", b"expect", b"cookie", b"x-request-id", b"forwarded", b"x-real-ip"})
_RESERVED = (b"x-forwarded-", b"x-copil-", b"x-internal-")
_DROPPED = HOP_BY_HOP | _OURS

SECURITY: tuple[tuple[bytes, bytes], ...] = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-frame-options", b"DENY"),
    (b"cross-origin-resource-policy", b"same-origin"),
)
API_POLICY = (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'")
TRANSPORT_SECURITY = (b"strict-transport-security", b"max-age=31536000; includeSubDomains")

_NOT_FROM_SERVICES = (
    frozenset(
        {b"date", b"server", b"set-cookie", b"x-request-id", b"ratelimit", b"ratelimit-policy", API_POLICY[0],
         TRANSPORT_SECURITY[0]}
    )
    | HOP_BY_HOP
    | frozenset(name for name, _ in SECURITY)
)  # fmt: skip


@dataclass(slots=True)
class RequestHead:
    """What the gateway reads of a request's header fields."""

    forwarded: list[tuple[str, str]]
    """Fields that go on, but for `authorization`."""
    authorization: bytes | None = None
    content_length: int | None = None
    chunked: bool = False
    encoding: bytes = b"identity"
    keyed: bool = False
    """Whether the request carries an `Idempotency-Key`."""
    cookies: list[bytes] = field(default_factory=list)

    @property
    def has_body(self) -> bool:
        """Whether a body is announced."""
        return self.chunked or bool(self.content_length)


def text_of(value: bytes) -> str:
    """A field value as text; the client library writes text as UTF-8, so UTF-8 bytes stay what they were."""
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value.decode("latin-1")


def query_of(query: bytes) -> str:
    """The query as it goes on, with its question mark; bytes beyond ASCII are written as `%XX`."""
    if not query:
        return ""
    return "?" + (query.decode() if query.isascii() else quote_from_bytes(query, safe=string.punctuation))


def _connection_named(value: bytes) -> set[bytes]:
    return {name.strip().lower() for name in value.split(b",")} - {b"close", b"keep-alive"}


def read_request(headers: RawHeaders) -> RequestHead:
    """Read the fields of a request (names in lower case) in one pass."""
    head = RequestHead([])
    named: set[bytes] = set()
    forwarded = head.forwarded
    for name, value in headers:
        if name in _DROPPED:
            if name == b"content-length":
                head.content_length = int(value)
            elif name == b"transfer-encoding":
                head.chunked = True
            elif name == b"connection":
                named |= _connection_named(value)
            elif name == b"cookie":
                head.cookies.append(value)
        elif name == b"authorization":
            head.authorization = value
        elif not name.startswith(_RESERVED):
            forwarded.append((name.decode("latin-1"), text_of(value)))
            if name == b"content-encoding":
                head.encoding = value.strip().lower() or b"identity"
            elif name == b"idempotency-key":
                head.keyed = True
    if named:
        head.forwarded = [field for field in forwarded if field[0].encode("latin-1") not in named]
    return head


def read_response(headers: Iterable[tuple[str, str]], *, bodiless: bool) -> list[tuple[bytes, bytes]]:
    """The fields of a service's answer that go on; `bodiless`: an answer that has no body whatever it announces."""
    fields = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers]
    named: set[bytes] = set()
    chunked = False
    for name, value in fields:
        if name == b"connection":
            named |= _connection_named(value)
        elif name == b"transfer-encoding":
            chunked = True
    # A length beside chunks, or on an answer without body, would make the next hop wait for bytes that never come.
    unsound = named | {b"content-length"} if chunked or bodiless else named
    return [field for field in fields if field[0] not in _NOT_FROM_SERVICES and field[0] not in unsound]
