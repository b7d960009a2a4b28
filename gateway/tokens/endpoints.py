"""POST /auth/token and GET /auth/jwks.json."""

from typing import Any

from fastapi import APIRouter, Request, Response

from gateway.limits import Limit
from gateway.metrics import limited
from gateway.tokens import service
from gateway.tokens.rules import read_request
from gateway.tokens.schemas import TOKEN_FORM, AccessToken, PublishedKeys, TokenProblem
from services.common.error_handlers import problem_response
from services.common.errors import AppError
from services.common.schemas import Problem

router = APIRouter(tags=["tokens"])


@router.post(
    "/auth/token",
    operation_id="issue_token",
    response_model=AccessToken,
    responses={
        400: {"model": TokenProblem, "description": "The request is not a token request"},
        401: {"model": TokenProblem, "description": "Client not recognised"},
        413: {"model": Problem, "description": "Too many bytes"},
        429: {"model": Problem, "description": "Too many requests; see Retry-After"},
        503: {"model": Problem, "description": "Temporarily unavailable; see Retry-After"},
    },
    openapi_extra=TOKEN_FORM,
)
async def issue_token_endpoint(request: Request) -> Response:
    """Exchange client credentials, by HTTP Basic or in the form, for an access token of ten minutes."""
    state = request.app.state
    limit: Limit = state.token_limit
    announced = limit.policy
    try:
        proof = read_request(
            request.headers.get("authorization"), request.headers.get("content-type", ""), await request.body()
        )
        # By address too: otherwise anybody could use up the tries of a client whose id is known.
        address = request.client.host if request.client else ""
        announced, refusal = limit.hit(f"{address} {proof.client_id}")
        if refusal:
            limited.labels("token").inc()
            raise refusal
        client = await service.authenticate(state.database, state.clients, proof)
        life = state.settings.access_token_seconds
        token = AccessToken(access_token=service.issue(state.keyring, client, life), expires_in=life)
        answer = Response(token.model_dump_json(), media_type="application/json")
    except AppError as error:
        answer = problem_response(error, request.url.path)
    answer.headers["cache-control"] = "no-store"
    for name, value in announced:
        answer.headers[name.decode()] = value.decode()
    return answer


@router.get("/auth/jwks.json", operation_id="read_keys", response_model=PublishedKeys, openapi_extra={"security": []})
async def read_keys_endpoint(request: Request, response: Response) -> dict[str, Any]:
    """The public keys (JWKS) that verify access tokens, and the gateway's tokens for the services."""
    response.headers["cache-control"] = "public, max-age=60"
    document: dict[str, Any] = request.app.state.keyring.document()
    return document
