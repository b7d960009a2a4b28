"""Structured logs: one JSON object a line, with the id of the request that caused it."""

import re
import sys
import time
from contextvars import ContextVar
from typing import Any

import msgspec
import structlog
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from uuid_utils import uuid7

REQUEST_ID_HEADER = "x-request-id"
_REQUEST_ID_FIELD = REQUEST_ID_HEADER.encode()
_ACCEPTED_ID = re.compile(rb"[A-Za-z0-9._-]{1,64}")
_QUIET = frozenset({"/healthz", "/readyz", "/metrics"})

_KEYS = ("/s/",)
"""What follows these opens something to whoever has it, without any other proof: it is never written down."""

_NAMED = "copil.request_named"
_request_id: ContextVar[str | None] = ContextVar("request_id", default=None)


def current_request_id() -> str | None:
    """The id of the request being served, if any."""
    return _request_id.get()


def _add_request_id(_logger: object, _method: str, event: structlog.typing.EventDict) -> structlog.typing.EventDict:
    if request_id := _request_id.get():
        event["request_id"] = request_id
    return event


def configure(service: str, level: str) -> None:
    """Set up logging of this process: JSON lines on standard error."""

    def add_service(_logger: object, _method: str, event: structlog.typing.EventDict) -> structlog.typing.EventDict:
        event["service"] = service
        return event

    structlog.configure(
        processors=[
            _add_request_id,
            add_service,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(serializer=lambda event, **_: msgspec.json.encode(event, enc_hook=str)),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.BytesLoggerFactory(file=sys.stderr.buffer),
        cache_logger_on_first_use=False,
    )


def told_path(path: str) -> str:
    """A path as it may be written down."""
    return next((f"{start}…" for start in _KEYS if path.startswith(start)), path)


class RequestLog:
    """ASGI middleware: gives each request an id, hands it back, and logs one line when it is answered."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._log: Any = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http" or _NAMED in scope:
            # Not a request, or one that an outer application has named and logs already. The context does not tell:
            # after a large body the next request of the connection is read in the context of the one before.
            await self._app(scope, receive, send)
            return
        given = next((value for name, value in scope["headers"] if name == b"x-request-id"), b"")
        request_id = given.decode() if _ACCEPTED_ID.fullmatch(given) else str(uuid7())
        scope[_NAMED] = True
        token = _request_id.set(request_id)
        status = 500
        started = time.perf_counter()

        async def send_with_id(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message.get("headers", ()), (_REQUEST_ID_FIELD, request_id.encode())]
            await send(message)

        try:
            await self._app(scope, receive, send_with_id)
        finally:
            if scope["path"] not in _QUIET:
                # Bound once, after logging is configured: binding costs about as much as writing the line.
                self._log = self._log or structlog.get_logger("request").bind()
                self._log.info(
                    "request",
                    method=scope["method"],
                    path=told_path(scope["path"]),
                    status=status,
                    ms=round((time.perf_counter() - started) * 1000, 2),
                )
            _request_id.reset(token)
