"""Which form of a file a browser gets, and what it is told beside it (pure)."""

import hashlib
from dataclasses import dataclass
from pathlib import PurePosixPath

INDEX = "/index.html"
ASSETS = "/assets/"
FOREVER = b"public, max-age=31536000, immutable"
ASK_AGAIN = b"no-cache"
CODINGS = (("br", ".br"), ("gzip", ".gz"))
"""In the order in which we prefer them, with the ending of the file beside the plain one."""

RESERVED = (
    "/api",
    "/auth",
    "/hooks",
    "/s",
    "/surveys",
    "/bi",
    "/docs",
    "/internal",
    "/openapi.json",
    "/healthz",
    "/readyz",
    "/metrics",
)

_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".json": "application/json",
    ".webmanifest": "application/manifest+json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".woff": "font/woff",
    ".txt": "text/plain; charset=utf-8",
    ".map": "application/json",
    ".wasm": "application/wasm",
}


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a file: plain, or compressed when it was built."""

    coding: str | None
    content: bytes
    etag: bytes

    @classmethod
    def of(cls, content: bytes, coding: str | None = None) -> "Form":
        """A form, named by what it holds."""
        return cls(coding, content, f'"{hashlib.sha256(content).hexdigest()[:32]}"'.encode())


@dataclass(frozen=True, slots=True)
class File:
    """A file in all its forms, the plain one last."""

    media_type: bytes
    cache_control: bytes
    forms: tuple[Form, ...]


def media_type(path: str) -> str:
    """What a file is, by its ending."""
    return _TYPES.get(PurePosixPath(path).suffix.lower(), "application/octet-stream")


def cache_control(path: str) -> bytes:
    """How long a browser keeps a file: what has a digest in its name never changes."""
    return FOREVER if path.startswith(ASSETS) else ASK_AGAIN


def accepted_codings(accept_encoding: str) -> set[str]:
    """The content codings that a browser takes (RFC 9110, 12.5.3)."""
    taken: set[str] = set()
    refused: set[str] = set()
    for part in accept_encoding.lower().split(","):
        name, _, parameters = part.partition(";")
        weight = parameters.replace(" ", "").removeprefix("q=")
        (refused if weight and not weight.strip("0.") else taken).add(name.strip())
    named = {coding for coding, _ in CODINGS}
    return (named if "*" in taken else taken & named) - refused


def form_for(file: File, accept_encoding: str) -> Form:
    """The form that a browser gets."""
    if len(file.forms) > 1:
        accepted = accepted_codings(accept_encoding)
        for form in file.forms:
            if form.coding in accepted:
                return form
    return file.forms[-1]


def is_same(etag: bytes, if_none_match: bytes) -> bool:
    """Whether a browser has this form already (weak comparison)."""
    told = [tag.strip().removeprefix(b"W/") for tag in if_none_match.split(b",")]
    return etag in told or told == [b"*"]


def is_page(path: str) -> bool:
    """Whether an address may be one of the front end's own; every other is ours or a file's."""
    return not path.startswith(ASSETS) and not any(path == root or path.startswith(root + "/") for root in RESERVED)
