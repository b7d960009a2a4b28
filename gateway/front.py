"""The front of the gateway: what goes through to a service, and what the gateway answers itself."""

from collections.abc import Callable

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from gateway import bodies, routing
from gateway.answers import public_path, send_problem
from gateway.errors import BadRequest
from gateway.headers import API_POLICY, SECURITY, TRANSPORT_SECURITY, read_request
from gateway.pages.app import Pages
from gateway.readiness import Readiness
from services.common.errors import AppError, Unavailable
from services.common.logging import RequestLog

THROUGH = ("/api/", "/hooks/", "/surveys/", "/bi/", *routing.PAGES)
PATH_FIELD = b"x-forwarded-path"
OWN_BODY_BYTES = 65_536
OWN_BODY_SECONDS = 10.0


class Front:
    """One ASGI application of three: the pass-through, the front end's files, and the gateway's own calls."""

    def __init__(
        self,
        own: ASGIApp,
        forwarder: Callable[[], ASGIApp],
        readiness: Callable[[], Readiness],
        pages: Pages,
        *,
        encrypted: bool,
    ) -> None:
        """`forwarder` and `readiness` exist once the lifespan has begun; `encrypted`: the public address is https."""
        self._own = own
        self._through = RequestLog(self._pass_through)
        self._own_answers = RequestLog(self._answer)
        self._pages = pages
        self._page_answers = RequestLog(self._show)
        self._forwarder = forwarder
        self._readiness = readiness
        self._encrypted = encrypted

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request or the lifespan."""
        if scope["type"] == "http":
            if self._encrypted:
                send = _with_transport_security(send)
            if scope["path"].startswith(THROUGH):
                await self._through(scope, receive, send)
            elif self._pages.serves(scope):
                await self._page_answers(scope, receive, send)
            else:
                await self._own_answers(scope, receive, send)
        elif scope["type"] == "lifespan":
            await self._own(scope, receive, send)
        else:
            await send({"type": "websocket.close"})

    async def _pass_through(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._forwarder()(scope, receive, send)

    async def _show(self, scope: Scope, receive: Receive, send: Send) -> None:
        head = read_request(scope["headers"])
        if head.has_body:
            await bodies.refuse(receive, send, BadRequest("No body is read here."), public_path(scope["raw_path"]))
        else:
            await self._pages(scope, receive, send)

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = public_path(scope["raw_path"])
        try:
            if scope["path"] == "/readyz" and (missing := await self._readiness().missing()):
                raise Unavailable(f"Not ready: {', '.join(missing)}.", retry_after=1)
            receive = await _bounded(scope, receive)
        except bodies.Left:
            return
        except AppError as error:
            if read_request(scope["headers"]).has_body:
                await bodies.refuse(receive, send, error, path)
            else:
                await send_problem(send, error, path)
        else:
            await self._own(_with_path(scope), receive, _with_security(send))


def _with_path(scope: Scope) -> Scope:
    """The path as it was sent, for `instance` of problems, in place of what the caller says of it."""
    headers = [field for field in scope["headers"] if field[0] != PATH_FIELD]
    return {**scope, "headers": [*headers, (PATH_FIELD, scope["raw_path"])]}


async def _bounded(scope: Scope, receive: Receive) -> Receive:
    """The body, read within its limit, given again. Raises: PayloadTooLarge, BodyTooSlow, Left."""
    head = read_request(scope["headers"])
    if not head.has_body:
        return receive
    if (head.content_length or 0) > OWN_BODY_BYTES:
        raise bodies.too_large(OWN_BODY_BYTES)
    given: list[Message] = [
        {"type": "http.request", "body": await bodies.gather(receive, OWN_BODY_BYTES, OWN_BODY_SECONDS)}
    ]

    async def receive_again() -> Message:
        return given.pop() if given else await receive()

    return receive_again


def _with_security(send: Send) -> Send:
    async def send_with_security(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in (*SECURITY, API_POLICY):
                headers.setdefault(name.decode(), value.decode())
        await send(message)

    return send_with_security


def _with_transport_security(send: Send) -> Send:
    async def send_with_transport_security(message: Message) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = [*message["headers"], TRANSPORT_SECURITY]
        await send(message)

    return send_with_transport_security
