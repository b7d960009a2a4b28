"""Reading request bodies: counted as they are read, within a time, and never trusted to end."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress

from starlette.types import Message, Receive, Send

from gateway.answers import CLOSE, Fields, start_problem
from gateway.errors import BodyTooSlow
from services.common.errors import AppError, PayloadTooLarge

LINGER_SECONDS = 1.0
LINGER_BYTES = 8 * 1024 * 1024
"""How much of a refused body is read and thrown away, so that the sender gets to read why."""


class Left(Exception):
    """The caller closed the connection."""


def too_large(most: int) -> PayloadTooLarge:
    """The refusal of a body above the limit."""
    return PayloadTooLarge(f"At most {most} bytes are taken here.")


async def gather(receive: Receive, most: int, seconds: float) -> bytes:
    """The whole body. Raises: PayloadTooLarge, BodyTooSlow, Left."""
    try:
        async with asyncio.timeout(seconds):
            message = await receive()
            body: bytes = message.get("body", b"")
            if message["type"] == "http.request" and not message.get("more_body") and len(body) <= most:
                return body
            return await _gather_rest(receive, message, most)
    except TimeoutError:
        raise BodyTooSlow(f"The body did not arrive within {seconds:g} s.") from None


async def _gather_rest(receive: Receive, message: Message, most: int) -> bytes:
    pieces: list[bytes] = []
    size = 0
    while True:
        if message["type"] == "http.disconnect":
            raise Left
        piece: bytes = message.get("body", b"")
        size += len(piece)
        if size > most:
            raise too_large(most)
        pieces.append(piece)
        if not message.get("more_body"):
            return b"".join(pieces)
        message = await receive()


async def pieces(receive: Receive, most: int, silence: float, seconds: float) -> AsyncIterator[bytes]:
    """The body piece by piece, as fast as it is taken. Raises: PayloadTooLarge, BodyTooSlow, Left."""
    size = 0
    loop = asyncio.get_running_loop()
    ends = loop.time() + seconds
    more = True
    while more:
        try:
            async with asyncio.timeout_at(min(ends, loop.time() + silence)):
                message = await receive()
        except TimeoutError:
            raise BodyTooSlow(f"No byte for {silence:g} s, or not complete within {seconds:g} s.") from None
        if message["type"] == "http.disconnect":
            raise Left
        piece = message.get("body", b"")
        size += len(piece)
        if size > most:
            raise too_large(most)
        more = message.get("more_body", False)
        if piece:
            yield piece


async def refuse(receive: Receive, send: Send, error: AppError, path: str, fields: Fields = ()) -> None:
    """Answer before the body was read: say why, let the sender finish or give up, and close.

    Closing at once with unread bytes would reset the connection, and many clients would never see the answer.
    """
    body = await start_problem(send, error, path, (*fields, CLOSE))
    await send({"type": "http.response.body", "body": body, "more_body": True})
    with suppress(TimeoutError):
        async with asyncio.timeout(LINGER_SECONDS):
            await _throw_away(receive)
    await send({"type": "http.response.body", "body": b""})


async def _throw_away(receive: Receive) -> None:
    thrown = 0
    while thrown < LINGER_BYTES:
        message = await receive()
        thrown += len(message.get("body", b""))
        if message["type"] == "http.disconnect" or not message.get("more_body"):
            return
