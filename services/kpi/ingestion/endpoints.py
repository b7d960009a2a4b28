"""POST /hooks/{source_id}: a plain Starlette route, because the typed wrapper costs more than the rest of the path.

HEAD and GET are for tools that ask before they send."""

from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Receive

from services.common.errors import MethodNotAllowed, NotFound, PayloadTooLarge, Unavailable, UnsupportedMediaType
from services.common.instants import now
from services.kpi.ingestion.arrival import Outcome
from services.kpi.ingestion.errors import REFUSALS, SenderLeft
from services.kpi.ingestion.service import MOST_BYTES, examine, kept_headers


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


async def receive_delivery_endpoint(request: Request) -> Response:
    """Take one delivery of a ticketing tool; 2xx only once it is durable."""
    source = await request.app.state.sources.find(request.path_params["source_id"])
    if source is None:
        raise NotFound
    headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in request.scope["headers"]}
    media_type = headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type not in source.connector.media_types:
        raise UnsupportedMediaType(f"Expected one of: {', '.join(sorted(source.connector.media_types))}.")
    if headers.get("content-encoding", "identity").lower() != "identity":
        raise UnsupportedMediaType("Compressed bodies are not taken.")
    if source.is_full:
        raise Unavailable("Too many deliveries wait for the secret of this source.", retry_after=600)
    body = await read_bounded(request.receive)
    outcome = await request.app.state.committer.submit(examine(source, kept_headers(headers), body, now()))
    if outcome.verdict in REFUSALS:
        raise REFUSALS[outcome.verdict](outcome.reason, answer_of(outcome))
    status = 200 if outcome.verdict == "duplicate" else 202
    return Response(msgspec.json.encode(answer_of(outcome)), status, media_type="application/json")


async def answer_tool_endpoint(request: Request) -> Response:
    """Tell a tool that the address is there (HEAD), or that it knows the tool's secret (GET, where the tool asks)."""
    source = await request.app.state.sources.find(request.path_params["source_id"])
    if source is None:
        raise NotFound
    if request.method == "HEAD":
        return Response()
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


routes = [
    Route("/hooks/{source_id}", receive_delivery_endpoint, methods=["POST"]),
    Route("/hooks/{source_id}", answer_tool_endpoint, methods=["GET", "HEAD"]),
]
