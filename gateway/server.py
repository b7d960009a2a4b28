"""How uvicorn has to speak HTTP for the gateway: a head of bounded size within a bounded time, refusals as problems."""

import asyncio
from typing import Any

from uvicorn.protocols.http.httptools_impl import STATUS_LINE

from gateway.errors import BadRequest, HeadersTooLarge
from services.common.error_handlers import MEDIA_TYPE, problem_body
from services.common.errors import AppError
from services.common.server import GatheringProtocol

HEAD_SECONDS = 10.0
HEAD_BYTES = 65_536


class GatewayProtocol(GatheringProtocol):
    """uvicorn alone waits for ever for the end of a head, and keeps all of it in memory."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._head_timer: asyncio.TimerHandle | None = None
        self._head_bytes = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """A connection on which nothing is asked is closed as well."""
        super().connection_made(transport)
        self._await_head()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the timer."""
        self._head_complete()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Count what comes while a head is not complete."""
        super().data_received(data)
        if self._head_timer is not None:
            self._head_bytes += len(data)
            if self._head_bytes > HEAD_BYTES:
                self._refuse(HeadersTooLarge())
        elif self.timeout_keep_alive_task is None and (self.cycle is None or self.cycle.response_complete):
            # Bytes that begin no request (blank lines, the rest of a refused body) must not keep a connection open.
            self._await_head()

    def on_message_begin(self) -> None:
        """The first byte of a request has come."""
        super().on_message_begin()
        self._await_head()

    def on_headers_complete(self) -> None:
        """The head is complete."""
        self._head_complete()
        super().on_headers_complete()

    def send_400_response(self, msg: str) -> None:
        """What the parser refuses: two lengths, a length beside chunks, folded fields, no HTTP at all."""
        self._refuse(BadRequest(msg))

    def _refuse(self, error: AppError) -> None:
        if self.transport.is_closing():
            return
        body = problem_body(error, "")
        head = f"content-type: {MEDIA_TYPE}\r\ncontent-length: {len(body)}\r\nconnection: close\r\n\r\n"
        self.transport.write(STATUS_LINE[error.status] + head.encode() + body)
        self.transport.close()

    def _await_head(self) -> None:
        if self._head_timer is None:
            self._head_bytes = 0
            self._head_timer = self.loop.call_later(HEAD_SECONDS, self._head_too_slow)

    def _head_complete(self) -> None:
        if self._head_timer is not None:
            self._head_timer.cancel()
            self._head_timer = None

    def _head_too_slow(self) -> None:
        self._head_timer = None
        if not self.transport.is_closing():
            self.transport.close()
