"""The one module that knows the HTTP client of the pass-through (pyreqwest): HTTP/1.1, pooled, no cleverness."""

import asyncio
from collections.abc import AsyncIterable, AsyncIterator
from datetime import timedelta
from types import TracebackType
from typing import Self

from pyreqwest.client import Client, ClientBuilder
from pyreqwest.exceptions import NetworkError, RequestError, RequestTimeoutError
from pyreqwest.request import StreamRequest
from pyreqwest.response import Response

CONNECT_SECONDS = 2.0
BUFFERED = 65_536
"""Bytes of an answer that the library holds before it hands the answer over."""
LONGEST_ANSWER = 600.0
"""Seconds for which a caller may keep reading one answer."""


class UpstreamFailure(Exception):
    """A service brought no answer; nothing of one was seen."""

    reason = "broken"


class Unreachable(UpstreamFailure):
    """The connection was refused or reset."""

    reason = "unreachable"


class TooSlow(UpstreamFailure):
    """No answer in time."""

    reason = "too_slow"


class AnswerCut(Exception):
    """The answer ended before its end."""


class Answer:
    """An answer under way."""

    def __init__(self, request: StreamRequest, response: Response) -> None:
        self._request = request
        self._response = response
        self.status: int = response.status

    def fields(self) -> list[tuple[str, str]]:
        """Header fields, names in lower case; a value that is not ASCII is left out."""
        headers = self._response.headers
        try:
            return list(headers.items())
        except ValueError:
            return [(name, value) for name in set(headers.keys()) for value in self._readable(name)]

    def _readable(self, name: str) -> list[str]:
        try:
            return self._response.get_header_all(name)
        except ValueError:
            return []

    async def whole(self) -> bytes:
        """The body of an answer that is known to fit in BUFFERED. Raises: AnswerCut."""
        try:
            return bytes(await self._response.bytes())
        except RequestError as error:
            raise AnswerCut(type(error).__name__) from None

    async def pieces(self) -> AsyncIterator[bytes]:
        """The body as it comes. Raises: AnswerCut."""
        reader = self._response.body_reader
        try:
            while (piece := await reader.read_chunk()) is not None:
                yield bytes(piece)
        except RequestError as error:
            raise AnswerCut(type(error).__name__) from None

    async def close(self) -> None:
        """Give up the rest of the answer, and its connection with it."""
        await self._request.__aexit__(None, None, None)


class Upstream:
    """Connections to the services."""

    def __init__(self, answer_seconds: float, idle_seconds: float, body_seconds: float = 0.0) -> None:
        """`body_seconds`: the longest that a streamed body may take; the library counts it as waiting."""
        self._answer_seconds = answer_seconds
        self._client = _build(answer_seconds, body_seconds, idle_seconds)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._client.close()

    async def send(
        self, method: str, url: str, headers: list[tuple[str, str]], body: bytes | AsyncIterable[bytes] | None
    ) -> Answer:
        """Send a request and wait for its answer to begin; the time counts from the end of the body.

        The time-out of the library is what ends the call on the wire; ours also ends an answer that drips.
        Raises: Unreachable, TooSlow, UpstreamFailure, and whatever the body raises.
        """
        builder = self._client.request(method, url).headers(headers)
        streamed = body is not None and not isinstance(body, bytes)
        try:
            async with asyncio.timeout(None if streamed else self._answer_seconds) as deadline:
                if isinstance(body, bytes):
                    builder = builder.body_bytes(body)
                elif body is not None:
                    builder = builder.body_stream(self._timed_from_end(body, deadline))
                request = builder.build_streamed()
                return Answer(request, await request.__aenter__())
        except NetworkError as error:
            raise Unreachable(error.message) from None
        except (RequestTimeoutError, TimeoutError):
            raise TooSlow(f"no answer within {self._answer_seconds:g} s") from None
        except RequestError as error:
            raise UpstreamFailure(error.message) from None

    async def _timed_from_end(self, body: AsyncIterable[bytes], deadline: asyncio.Timeout) -> AsyncIterator[bytes]:
        async for piece in body:
            yield piece
        deadline.reschedule(asyncio.get_running_loop().time() + self._answer_seconds)


def _build(answer_seconds: float, body_seconds: float, idle_seconds: float) -> Client:
    return (
        ClientBuilder()
        .http1_only()
        .http1_lower_case_headers()
        .follow_redirects(False)
        .referer(False)
        .no_proxy()
        .gzip(False)
        .brotli(False)
        .zstd(False)
        .deflate(False)
        .connect_timeout(timedelta(seconds=CONNECT_SECONDS))
        .read_timeout(timedelta(seconds=answer_seconds + body_seconds))
        .timeout(timedelta(seconds=LONGEST_ANSWER + answer_seconds + body_seconds))
        .pool_idle_timeout(timedelta(seconds=idle_seconds))
        .build()
    )
