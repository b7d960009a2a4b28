"""The one place where a failure becomes JSON (RFC 9457, `application/problem+json`)."""

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

import msgspec
import structlog
from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from services.common.errors import AppError, FieldFault, Invalid, NotFound, Unavailable

MEDIA_TYPE = "application/problem+json"

log = structlog.get_logger()

TRANSIENT_SQLSTATE_CLASSES = ("08", "53", "57")
"""Connection failure, not enough resources, operator intervention: the caller may come back."""


def problem_body(error: AppError, path: str) -> bytes:
    """The JSON of a failure; nothing of the request is echoed but its path."""
    body: dict[str, Any] = {
        "type": f"/docs/errors#{error.code}",
        "title": error.title,
        "status": error.status,
        "code": error.code,
        "instance": path,
    }
    if error.detail:
        body["detail"] = error.detail
    return msgspec.json.encode(body | error.members)


def problem_response(error: AppError, path: str, headers: Mapping[str, str] | None = None) -> Response:
    """The answer to a failure."""
    return Response(
        problem_body(error, path),
        error.status,
        headers={**error.headers(), **(headers or {}), "cache-control": "no-store"},
        media_type=MEDIA_TYPE,
    )


def is_transient(error: BaseException) -> bool:
    """Whether the database is away rather than the request wrong."""
    if isinstance(error, DBAPIError):
        state = getattr(error.orig, "sqlstate", None) or ""
        return error.connection_invalidated or not state or state.startswith(TRANSIENT_SQLSTATE_CLASSES)
    return isinstance(error, PoolTimeout | OSError)


def field_faults(error: RequestValidationError) -> list[FieldFault]:
    """Each wrong field by its dotted path, without its value."""
    return [FieldFault(_path(fault["loc"]), fault["msg"]) for fault in error.errors()]


def _path(place: Sequence[Any]) -> str:
    # Of the body only the name it has as a whole is left out: a field in it may be called so too.
    return ".".join(map(str, place[1:] if place[0] == "body" else place)) or "body"


def failure_response(error: Exception, path: str) -> Response:
    """The answer to any failure but those that frameworks raise; one that nobody named is logged."""
    if isinstance(error, AppError):
        return problem_response(error, path)
    if is_transient(error):
        log.warning("database_unavailable", error=type(error).__name__)
        return problem_response(Unavailable("The database cannot be reached."), path)
    log.error("unexpected_failure", exc_info=error)
    return problem_response(AppError(), path)


def install(app: FastAPI) -> None:
    """Register the handlers on an application."""

    def path_of(request: Request) -> str:
        return request.headers.get("x-forwarded-path") or request.url.path

    async def on_validation_error(request: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)
        return problem_response(Invalid(*field_faults(error)), path_of(request))

    async def on_http_exception(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        if error.status_code == NotFound.status:
            # The same bytes whether the address or the thing behind it does not exist.
            return problem_response(NotFound(), path_of(request), error.headers)
        named = AppError(code=HTTPStatus(error.status_code).phrase.lower().replace(" ", "_"))
        named.status = error.status_code  # type: ignore[misc]
        named.title = HTTPStatus(error.status_code).phrase  # type: ignore[misc]
        return problem_response(named, path_of(request), error.headers)

    async def on_failure(request: Request, error: Exception) -> Response:
        return failure_response(error, path_of(request))

    app.add_exception_handler(AppError, on_failure)
    app.add_exception_handler(RequestValidationError, on_validation_error)
    app.add_exception_handler(HTTPException, on_http_exception)
    app.add_exception_handler(DBAPIError, on_failure)
    app.add_exception_handler(PoolTimeout, on_failure)
    app.add_exception_handler(OSError, on_failure)
    app.add_exception_handler(Exception, on_failure)
