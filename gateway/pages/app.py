"""The front end at ASGI level: files, and the one page for every address that only the front end knows."""

from pathlib import Path

from starlette.types import Receive, Scope, Send

from gateway import routing
from gateway.answers import Fields, public_path, send_problem
from gateway.headers import SECURITY
from gateway.pages.files import read_files
from gateway.pages.rules import INDEX, File, Form, form_for, is_page, is_same
from services.common.errors import MethodNotAllowed, NotFound

POLICY = (
    b"default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data: blob:;"
    b" connect-src 'self'; manifest-src 'self'; worker-src 'self'; frame-ancestors 'none'; base-uri 'none';"
    b" form-action 'self'"
)
PAGE_SECURITY: Fields = (
    *((name, value) for name, value in SECURITY if name != b"referrer-policy"),
    # Not `no-referrer`: with it, some browsers write `Origin: null` beside a form of our own.
    (b"referrer-policy", b"same-origin"),
    (b"content-security-policy", POLICY),
    (b"cross-origin-opener-policy", b"same-origin"),
    (
        b"permissions-policy",
        b"camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    ),
)
_NOT_BUILT = b"""<!doctype html>
<html lang="fr">
<head><meta charset="utf-8"><title>Copil</title></head>
<body>
<h1>The front end is not built</h1>
<p>Run <code>make frontend</code>, then start again. The API is there: <a href="/docs">/docs</a>.</p>
</body>
</html>
"""
_METHODS = ("GET", "HEAD")


class Pages:
    """An ASGI application of the files in one folder."""

    def __init__(self, folder: Path | None) -> None:
        self._files = read_files(folder)
        self._index: File | None = self._files.get(INDEX)

    def serves(self, scope: Scope) -> bool:
        """Whether a request is for a file, or for a page of the front end."""
        path: str = scope["path"]
        if path == "/" or path in self._files:
            return True
        return (
            self._index is not None
            and scope["method"] in _METHODS
            and is_page(path)
            and routing.is_plain(public_path(scope["raw_path"]))
            and _accepts_html(scope)
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002 - bodies are left unread
        """Serve one request that `serves` said yes to."""
        path = public_path(scope["raw_path"])
        if scope["method"] not in _METHODS:
            await send_problem(send, MethodNotAllowed(", ".join(_METHODS)), path)
            return
        file = self._files.get(scope["path"]) or self._index
        if file is None:
            await self._tell_not_built(scope, path, send)
            return
        await _send_file(scope, file, send)

    async def _tell_not_built(self, scope: Scope, path: str, send: Send) -> None:
        if not _accepts_html(scope):
            await send_problem(send, NotFound(), path)
            return
        fields = [
            (b"content-type", b"text/html; charset=utf-8"),
            (b"content-length", str(len(_NOT_BUILT)).encode()),
            (b"cache-control", b"no-store"),
            (b"retry-after", b"10"),
            *PAGE_SECURITY,
        ]
        await send({"type": "http.response.start", "status": 503, "headers": fields})
        await send({"type": "http.response.body", "body": _NOT_BUILT if scope["method"] == "GET" else b""})


async def _send_file(scope: Scope, file: File, send: Send) -> None:
    form = form_for(file, _field(scope, b"accept-encoding").decode("latin-1"))
    fields = [
        (b"etag", form.etag),
        (b"cache-control", file.cache_control),
        (b"vary", b"accept-encoding"),
        *PAGE_SECURITY,
    ]
    if is_same(form.etag, _field(scope, b"if-none-match")):
        await send({"type": "http.response.start", "status": 304, "headers": fields})
        await send({"type": "http.response.body", "body": b""})
        return
    await send({"type": "http.response.start", "status": 200, "headers": _described(file, form) + fields})
    await send({"type": "http.response.body", "body": form.content if scope["method"] == "GET" else b""})


def _described(file: File, form: Form) -> list[tuple[bytes, bytes]]:
    fields = [(b"content-type", file.media_type), (b"content-length", str(len(form.content)).encode())]
    return fields if form.coding is None else [*fields, (b"content-encoding", form.coding.encode())]


def _field(scope: Scope, wanted: bytes) -> bytes:
    return b",".join(value for name, value in scope["headers"] if name == wanted)


def _accepts_html(scope: Scope) -> bool:
    return b"text/html" in _field(scope, b"accept").lower()
