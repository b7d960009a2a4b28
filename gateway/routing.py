"""The routing table: public prefix -> service. What is not in it does not exist."""

import re
from dataclasses import dataclass

from services.common.errors import MethodNotAllowed, NotFound


@dataclass(frozen=True, slots=True)
class Entry:
    """One public prefix."""

    prefix: str
    service: str
    inner: str
    """What the prefix becomes; `/internal/…` of a service can never be its beginning."""
    authenticated: bool = True
    methods: tuple[str, ...] = ()
    """Empty: every method."""
    one_segment: bool = False
    page: bool = False
    """Whether people read it: refusals are pages too, and its policy is the service's own."""
    bi: bool = False
    """Whether a BI key opens it, and answers are whole tables, which take their time."""


TABLE = (
    # Before the longer list of kpi, of which it is no part.
    Entry("/bi/v1/", "kpi", "/v1/bi/", methods=("GET", "HEAD"), bi=True),
    Entry("/api/contracts/v1/", "contracts", "/v1/"),
    Entry("/api/kpi/v1/", "kpi", "/v1/"),
    Entry("/api/feedback/v1/", "feedback", "/v1/"),
    # Signed by the tool itself; the kpi service checks. Some tools ask by HEAD or GET whether the address is there.
    Entry("/hooks/", "kpi", "/hooks/", authenticated=False, methods=("POST", "HEAD", "GET"), one_segment=True),
    # Opened by end customers, who have a link and nothing else; the feedback service checks it.
    Entry("/s/", "feedback", "/s/", authenticated=False, methods=("GET", "HEAD", "POST"), one_segment=True, page=True),
    # Signed by the survey tool itself; the feedback service checks.
    Entry("/surveys/", "feedback", "/surveys/", authenticated=False, methods=("POST", "HEAD"), one_segment=True),
)

PAGES = tuple(entry.prefix for entry in TABLE if entry.page)

BI_ROOT = "/bi/"
PROTECTED_ROOTS = ("/api/", BI_ROOT)
"""Everything below asks who calls, also what does not exist."""

LARGE = ("/replays", "/ticket-imports", "/ticket-imports/previews")
"""Endings of the addresses that take large bodies and long answers."""

# Computed from every event of the contract, where the present is read from sums.
_AT_ANOTHER_INSTANT = re.compile(rb"(?:^|&)(?:as_of|known_at|version)=")

# Letters of RFC 3986, each segment non-empty; no dot segment, no encoded dot, slash, backslash or NUL: a path must
# mean the same to us, to the client library and to the service.
_PLAIN_PATH = re.compile(
    r"(?:/(?!\.{1,2}(?:/|\Z))(?:[A-Za-z0-9\-._~!$&'()*+,;=:@]|%(?!00|2[EeFf]|5[Cc])[0-9A-Fa-f]{2})+)+/?"
)


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a request goes."""

    service: str
    path: str
    authenticated: bool
    large: bool
    """Whether a large body comes and a long answer follows."""
    table: bool
    """Whether a whole table is asked for."""
    key: str
    """The part after the prefix: of a webhook, its source."""
    page: bool


def _is_part(entry: Entry, rest: str, other: Entry) -> bool:
    """Whether an address of a service belongs to another prefix, which has its own rules."""
    return entry.service == other.service and (entry.inner + rest).startswith(other.inner)


def is_plain(path: str) -> bool:
    """Whether a path means the same to everybody."""
    return _PLAIN_PATH.fullmatch(path) is not None


def is_of_another_instant(query: bytes) -> bool:
    """Whether a query (as sent, still encoded) asks for what was at an instant, which takes its time."""
    return _AT_ANOTHER_INSTANT.search(query) is not None


def find(path: str, method: str) -> Destination:
    """Where a public path (as sent, still encoded) leads. Raises: NotFound, MethodNotAllowed."""
    for entry in TABLE:
        if path.startswith(entry.prefix):
            rest = path[len(entry.prefix) :]
            if not rest or not _PLAIN_PATH.fullmatch(path) or (entry.one_segment and "/" in rest):
                break
            if entry.methods and method not in entry.methods:
                raise MethodNotAllowed(", ".join(entry.methods))
            if any(other.bi and not entry.bi and _is_part(entry, rest, other) for other in TABLE):
                break
            large = method == "POST" and path.endswith(LARGE)
            return Destination(
                entry.service, entry.inner + rest, entry.authenticated, large, entry.bi, rest, entry.page
            )
    raise NotFound
