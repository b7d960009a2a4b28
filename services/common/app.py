"""build_app(): what every service application has in common."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager, suppress
from typing import Any, Protocol

import structlog
from fastapi import APIRouter, FastAPI
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from sqlalchemy import text
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from services.common import error_handlers
from services.common.auth.keys import RemoteKeySet, SigningKey
from services.common.auth.tokens import TokenSigner, TokenVerifier
from services.common.database import Database
from services.common.encryption import Vault
from services.common.errors import Unavailable, failure_catalogue
from services.common.http import ServiceClient, new_http_client
from services.common.logging import RequestLog, configure
from services.common.schemas import Problem, ValidationProblem
from services.common.settings import ServiceSettings

log = structlog.get_logger()

_PROBE = text("UPDATE readiness_probe SET written_at = clock_timestamp() WHERE id = 1")
PROBE_SECONDS = 1.0

Startup = Callable[[FastAPI, AsyncExitStack], Awaitable[None]]


class Door(Protocol):
    """An application before the layers of typed routes, for requests that cannot afford them. It raises nothing."""

    def takes(self, scope: Scope) -> bool:
        """Whether a request is for this door."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve it."""


class Application(FastAPI):
    """A service."""

    door: Door | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request, or the lifespan."""
        if self.door is not None and self.door.takes(scope):
            await self.door(scope, receive, send)
        else:
            await super().__call__(scope, receive, send)


def build_app(
    settings: ServiceSettings,
    *,
    title: str,
    description: str,
    routers: Sequence[APIRouter],
    on_startup: Startup | None = None,
    openapi_url: str | None = "/openapi.json",
) -> Application:
    """Assemble a service; nothing is opened before its lifespan starts."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        configure(settings.service_name, settings.log_level)
        async with AsyncExitStack() as stack:
            await open_shared_parts(app, settings, stack)
            if on_startup is not None:
                await on_startup(app, stack)
            yield

    app = Application(
        title=title,
        description=description,
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        openapi_url=openapi_url,
        redirect_slashes=False,
    )
    app.add_middleware(RequestLog)
    error_handlers.install(app)
    for router in routers:
        _declare_rights(router)
        app.include_router(router, responses=_REFUSALS)
    _add_health(app)
    _add_failures(app)
    return app


async def open_shared_parts(app: FastAPI, settings: ServiceSettings, stack: AsyncExitStack) -> None:
    """Database, keys and outgoing calls, kept on `app.state` and closed with the application."""
    http = await stack.enter_async_context(new_http_client())
    app.state.settings = settings
    app.state.database = Database(
        settings.database_url, settings.worker_database_url, settings.database_pool_size, settings.service_name
    )
    stack.push_async_callback(app.state.database.dispose)
    app.state.vault = Vault(settings.encryption_keys)
    app.state.signing_key = SigningKey.from_pem(settings.signing_key.get_secret_value())
    app.state.token_verifier = TokenVerifier(
        settings.service_name,
        {issuer: RemoteKeySet(address, http) for issuer, address in settings.trusted_issuers.items()},
    )
    signer = TokenSigner(settings.service_name, app.state.signing_key)
    app.state.client_for = lambda audience, address: ServiceClient(http, address, audience, signer)


@contextmanager
def background(work: Callable[[], Awaitable[None]], name: str) -> Iterator[None]:
    """Run an endless task beside the application; restarted when it fails, cancelled at the end."""

    async def keep_running() -> None:
        while True:
            try:
                await work()
            except Exception:
                log.exception("background_task_failed", task=name)
                await asyncio.sleep(1)

    task = asyncio.create_task(keep_running(), name=name)
    try:
        yield
    finally:
        task.cancel()


def _add_health(app: FastAPI) -> None:
    probed_at, ready = float("-inf"), False

    async def healthz() -> dict[str, str]:
        return {"status": "alive"}

    async def readyz() -> dict[str, str]:
        nonlocal probed_at, ready
        if time.monotonic() - probed_at > PROBE_SECONDS:
            probed_at, ready = time.monotonic(), False
            with suppress(Exception):
                async with asyncio.timeout(2), app.state.database.request_session(None, platform=False) as session:
                    await session.execute(_PROBE)
                ready = True
        if not ready:
            raise Unavailable("The database cannot be written.", retry_after=1)
        return {"status": "ready"}

    async def metrics() -> Response:
        return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)

    async def jwks() -> dict[str, Any]:
        return {"keys": [app.state.signing_key.public_jwk()]}

    for path, endpoint in (
        ("/healthz", healthz), ("/readyz", readyz), ("/metrics", metrics), ("/internal/jwks.json", jwks),
    ):  # fmt: skip
        app.add_api_route(path, endpoint, include_in_schema=False)


_REFUSALS: dict[int | str, dict[str, Any]] = {
    400: {"model": Problem, "description": "Not readable as HTTP or as JSON"},
    401: {"model": Problem, "description": "No valid token"},
    403: {"model": Problem, "description": "The function does not allow this"},
    404: {"model": Problem, "description": "Nothing here for this caller"},
    413: {"model": Problem, "description": "The body is larger than allowed"},
    422: {"model": ValidationProblem, "description": "Fields missing, unknown or wrong"},
    429: {"model": Problem, "description": "Too many requests; see Retry-After"},
    503: {"model": Problem, "description": "Temporarily unavailable; see Retry-After"},
}


def _add_failures(app: FastAPI) -> None:
    """Tell every failure by its code beside the routes: the catalogue is made of what the services say."""
    describe_routes = app.openapi

    def describe() -> dict[str, Any]:
        document = describe_routes()
        for item in document.get("paths", {}).values():
            for operation in item.values():
                _tell_media_type_of_problems(operation["responses"])
        return document | {"x-failures": failure_catalogue()}

    app.openapi = describe  # type: ignore[method-assign]


def _tell_media_type_of_problems(responses: dict[str, Any]) -> None:
    """FastAPI describes the model of a failure under the media type of the route's success."""
    for status, response in responses.items():
        told = response.get("content", {})
        if status.startswith(("4", "5")) and "application/json" in told:
            response["content"] = {error_handlers.MEDIA_TYPE: told["application/json"]}


def declared_right(dependant: Dependant) -> str | None:
    """The right that a route declares through one of its dependencies."""
    for needed in dependant.dependencies:
        right = getattr(needed.call, "permission", None)
        services = getattr(needed.call, "services", None)
        found = str(right) if right else f"service:{','.join(services)}" if services else declared_right(needed)
        if found:
            return found
    return None


def _declare_rights(router: APIRouter) -> None:
    """Write each route's right into its description, from its signature; before it is included, which copies it."""
    for route in router.routes:
        if isinstance(route, APIRoute) and (right := declared_right(route.dependant)):
            route.openapi_extra = {**(route.openapi_extra or {}), "x-right": right}
            route.include_in_schema = route.include_in_schema and not right.startswith("service:")
