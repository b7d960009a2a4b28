"""/hooks/{source_id}: POST by a door of its own; HEAD and GET are for tools that ask before they send."""

from typing import Any

import msgspec
from starlette.datastructures import State
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from services.common.deliveries import REFUSALS, SenderLeft
from services.common.error_handlers import failure_response
from services.common.errors import MethodNotAllowed, NotFound, PayloadTooLarge, Unavailable, UnsupportedMediaType
from services.common.instants import now
from services.common.logging import RequestLog
from services.kpi.ingestion.arrival import Outcome
from services.kpi.ingestion.service import MOST_BYTES, examine, kept_headers

_HOOKS = "/hooks/"


def answer_of(outcome: Outcome) -> dict[str, Any]:
    """What the sender is told of a delivery."""
    answer: dict[str, Any] = {
        "verdict": outcome.verdict,
        "receipt_id": str(outcome.receipt_id),
        "sha256": outcome.digest.hex(),
        "conflict": outcome.conflict,
    }
    if outcome.items is not None:
        answer["items"] = [answer_of(item) | ({"reason": item.reason} if item.reason else {}) for item in outcome.items]
    return answer


class DeliveryDoor:
    """POST /hooks/{source_id}: takes one delivery of a ticketing tool; 2xx only once it is durable.

    Before all layers of the application: they cost a delivery as much as its verification and reading.
    """

    def __init__(self, state: State) -> None:
        self._state = state
        self._serve = RequestLog(self._answer)

    def takes(self, scope: Scope) -> bool:
        """Whether this is a delivery."""
        return scope["type"] == "http" and scope["method"] == "POST" and _source_id(scope["path"]) is not None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one delivery."""
        await self._serve(scope, receive, send)

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        try:
            outcome = await self._take(scope["path"], headers, receive)
        except Exception as error:  # noqa: BLE001 - whatever it is, the tool is told and tries again
            refusal = failure_response(error, headers.get("x-forwarded-path") or scope["path"])
            await refusal(scope, receive, send)
            return
        body = msgspec.json.encode(answer_of(outcome))
        fields = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
        status = 200 if outcome.verdict == "duplicate" else 202
        await send({"type": "http.response.start", "status": status, "headers": fields})
        await send({"type": "http.response.body", "body": body})

    async def _take(self, path: str, headers: dict[str, str], receive: Receive) -> Outcome:
        """Raises: AppError."""
        source = await self._state.sources.find(_source_id(path))
        if source is None:
            raise NotFound
        media_type = headers.get("content-type", "").partition(";")[0].strip().lower()
        if media_type not in source.connector.media_types:
            raise UnsupportedMediaType(f"Expected one of: {', '.join(sorted(source.connector.media_types))}.")
        if headers.get("content-encoding", "identity").lower() != "identity":
            raise UnsupportedMediaType("Compressed bodies are not taken.")
        if source.is_full:
            raise Unavailable("Too many deliveries wait for the secret of this source.", retry_after=600)
        body = await read_bounded(receive)
        outcome: Outcome = await self._state.committer.submit(examine(source, kept_headers(headers), body, now()))
        if outcome.verdict in REFUSALS:
            raise REFUSALS[outcome.verdict](outcome.reason, answer_of(outcome))
        return outcome


def _source_id(path: str) -> str | None:
    source_id = path[len(_HOOKS) :] if path.startswith(_HOOKS) else ""
    return source_id if source_id and "/" not in source_id else None


async def answer_tool_endpoint(request: Request) -> Response:
    """Tell a tool that the address is there (HEAD), or that it knows the tool's secret (GET, where the tool asks)."""
    source = await request.app.state.sources.find(request.path_params["source_id"])
    if source is None:
        raise NotFound
    if request.method == "HEAD":
        return Response()
    if request.method != "GET":
        raise MethodNotAllowed("POST, HEAD")
    answer = source.connector.answer_challenge(dict(request.query_params), source.secrets)
    if answer is None:
        raise MethodNotAllowed("POST, HEAD")
    return Response(answer, media_type="text/plain")


async def read_bounded(receive: Receive) -> bytes:
    """The body, counted as it is read: a declared length is not believed. Raises: PayloadTooLarge."""
    chunks: list[bytes] = []
    size = 0
    more = True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise SenderLeft
        chunks.append(message.get("body", b""))
        size += len(chunks[-1])
        if size > MOST_BYTES:
            raise PayloadTooLarge(f"A delivery has at most {MOST_BYTES} bytes.")
        more = message.get("more_body", False)
    return b"".join(chunks)


# Methods that nobody has are here too: a route that lists its own would tell that deliveries cannot be posted.
routes = [
    Route("/hooks/{source_id}", answer_tool_endpoint, methods=["GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS"])
]
