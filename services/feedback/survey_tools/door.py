"""POST /surveys/{tool_id}: what survey tools send; HEAD tells that the address is there."""

from typing import Any

from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from services.common.database import after_commit
from services.common.deliveries import REFUSALS, SenderLeft
from services.common.errors import MethodNotAllowed, NotFound, PayloadTooLarge, UnsupportedMediaType
from services.common.instants import now
from services.feedback.answers.doors import Means
from services.feedback.answers.endpoints import waking
from services.feedback.survey_tools import receiving, repository
from services.feedback.survey_tools.connectors import CONNECTORS
from services.feedback.survey_tools.receiving import MOST_BYTES, Delivery, Outcome, kept_headers
from services.feedback.survey_tools.service import is_id


async def take_delivery_endpoint(request: Request) -> Response:
    """Take one delivery; 2xx only once it is durable."""
    state, tool_id = request.app.state, request.path_params["tool_id"]
    if not is_id(tool_id):
        raise NotFound
    async with state.database.background_session() as session:
        tool = await repository.to_verify(session, tool_id, steady=False)
    if tool is None:
        raise NotFound
    if request.method == "HEAD":
        return Response()
    if request.method != "POST":
        raise MethodNotAllowed("POST, HEAD")
    accepted = CONNECTORS[tool.system].media_types
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() not in accepted:
        raise UnsupportedMediaType(f"Expected one of: {', '.join(sorted(accepted))}.")
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise UnsupportedMediaType("Compressed bodies are not taken.")
    body = await _bounded(request)
    delivery = Delivery(kept_headers(dict(request.headers)), body, now())
    async with state.database.background_session() as session:
        tool = await repository.to_verify(session, tool_id, steady=True)
        if tool is None:
            raise NotFound
        outcome = await receiving.receive(session, Means(state.vault, state.pseudonym_key), tool, delivery)
        after_commit(session, waking(state.relay))
    if refusal := REFUSALS.get(outcome.verdict):
        raise refusal(outcome.reason, answer_of(outcome))
    return JSONResponse(answer_of(outcome), 200 if outcome.verdict == "duplicate" else 202)


def answer_of(outcome: Outcome) -> dict[str, Any]:
    """What the sender is told of a delivery."""
    return {
        "verdict": outcome.verdict,
        "receipt_id": str(outcome.receipt_id),
        "sha256": outcome.digest.hex(),
        "conflict": outcome.conflict,
    }


async def _bounded(request: Request) -> bytes:
    """The body, counted as it is read: a declared length is not believed. Raises: PayloadTooLarge, SenderLeft."""
    chunks: list[bytes] = []
    size = 0
    try:
        async for chunk in request.stream():
            chunks.append(chunk)
            size += len(chunk)
            if size > MOST_BYTES:
                raise PayloadTooLarge(f"A delivery has at most {MOST_BYTES} bytes.")
    except ClientDisconnect:
        raise SenderLeft from None
    return b"".join(chunks)


# Methods that nobody has are here too: a route that lists its own would tell less than why.
routes = [
    Route(
        "/surveys/{tool_id}",
        take_delivery_endpoint,
        methods=["POST", "HEAD", "GET", "PUT", "PATCH", "DELETE", "OPTIONS"],
    )
]
