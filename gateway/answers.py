"""Answers that the gateway gives itself, at ASGI level."""

from collections.abc import Sequence

from starlette.types import Send

from gateway import routing
from gateway.headers import API_POLICY, SECURITY
from gateway.pages import refusals
from services.common.error_handlers import MEDIA_TYPE, problem_body
from services.common.errors import AppError

Fields = Sequence[tuple[bytes, bytes]]

CLOSE = (b"connection", b"close")


def public_path(raw_path: bytes) -> str:
    """The path as the caller wrote it, for `instance`."""
    return raw_path.decode("latin-1")


async def start_problem(send: Send, error: AppError, path: str, fields: Fields = ()) -> bytes:
    """Send the head of a failure's answer; the body is returned for the caller to send."""
    # Where people would have read a page they read one; its address, a key to something, is not said again.
    shown = path.startswith(routing.PAGES)
    body = refusals.refusal_page(error) if shown else problem_body(error, path)
    media_type = refusals.MEDIA_TYPE if shown else MEDIA_TYPE.encode()
    own = [(name.encode(), value.encode("latin-1", "replace")) for name, value in error.headers().items()]
    await send(
        {
            "type": "http.response.start",
            "status": error.status,
            "headers": [
                (b"content-type", media_type),
                (b"content-length", str(len(body)).encode()),
                (b"cache-control", b"no-store"),
                *SECURITY,
                API_POLICY,
                *own,
                *fields,
            ],
        }
    )
    return body


async def send_problem(send: Send, error: AppError, path: str, fields: Fields = ()) -> None:
    """Send the whole answer to a failure."""
    body = await start_problem(send, error, path, fields)
    await send({"type": "http.response.body", "body": body})
