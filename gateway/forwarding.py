"""Passing requests through to the services: bodies untouched, answers streamed back, nothing promised twice."""

import asyncio
import time
from collections import defaultdict
from collections.abc import AsyncIterable, Iterable
from contextlib import suppress

import structlog
from starlette.types import Receive, Scope, Send

from gateway import bodies, metrics, routing
from gateway.answers import Fields, public_path, send_problem
from gateway.callers import Callers, Visitor
from gateway.headers import API_POLICY, SECURITY, RequestHead, query_of, read_request, read_response
from gateway.identities import Identities
from gateway.limits import Limit
from gateway.settings import GatewaySettings
from gateway.upstream import BUFFERED, Answer, AnswerCut, Unreachable, Upstream, UpstreamFailure
from services.common.errors import AppError, Unavailable, UnsupportedMediaType
from services.common.logging import current_request_id

IDEMPOTENT = frozenset({"GET", "HEAD", "PUT", "DELETE", "OPTIONS"})
_BODILESS = frozenset({204, 304})
_NOBODY = "nobody"

log = structlog.get_logger()


class Forwarder:
    """The ASGI application behind `/api/`, `/bi/`, `/hooks/`, `/surveys/` and `/s/`."""

    def __init__(
        self,
        settings: GatewaySettings,
        identities: Identities,
        callers: Callers,
        upstream: Upstream,
        patient: Upstream,
    ) -> None:
        """`patient`: connections for large bodies and long answers."""
        self._settings = settings
        self._addresses = {name: address.rstrip("/") for name, address in settings.services().items()}
        self._identities = identities
        self._callers = callers
        self._upstream = upstream
        self._patient = patient
        self._under_way: dict[tuple[str, str], int] = defaultdict(int)
        """Calls to each service, long ones apart: those may last minutes and must not use up the room of the rest."""
        self._clients = Limit("default", settings.client_rate)
        self._sources = Limit("hooks", settings.hook_rate)
        self._readers = Limit("pages", settings.page_rate)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        started = time.perf_counter()
        path = public_path(scope["raw_path"])
        visit = _Visit(scope, receive, send, path, read_request(scope["headers"]))
        try:
            await self._serve(visit)
        except bodies.Left:
            visit.status = 499
        except AppError as error:
            visit.status = error.status
            if visit.answered:
                raise
            await self._refuse(visit, error)
        finally:
            metrics.count_request(visit.service, visit.status, time.perf_counter() - started)

    async def _refuse(self, visit: "_Visit", error: AppError) -> None:
        if visit.body_pending:
            await bodies.refuse(visit.receive, visit.send, error, visit.path, visit.announced)
        else:
            await send_problem(visit.send, error, visit.path, visit.announced)

    async def _serve(self, visit: "_Visit") -> None:
        head = visit.head
        if visit.path.startswith(routing.PROTECTED_ROOTS):
            visit.announced = self._clients.policy
            identity = await self._callers.of(Visitor.of(visit.scope, head), bi=visit.path.startswith(routing.BI_ROOT))
            self._count(visit, self._clients, identity.subject)
            destination = routing.find(visit.path, visit.scope["method"])
            visit.service = destination.service
            if head.encoding != b"identity":
                raise UnsupportedMediaType("Bodies are taken as they are, without content encoding.")
            head.forwarded.append(("authorization", self._identities.pass_for(identity, destination.service)))
        else:
            destination = routing.find(visit.path, visit.scope["method"])
            visit.service = destination.service
            if destination.page:
                client = visit.scope.get("client")
                self._count(visit, self._readers, client[0] if client else "")
            else:
                self._count(visit, self._sources, destination.key)
            if head.authorization is not None:
                head.forwarded.append(("authorization", head.authorization.decode("latin-1")))
        head.forwarded.append(("x-forwarded-path", visit.path))
        if request_id := current_request_id():
            head.forwarded.append(("x-request-id", request_id))
        await self._pass(visit, destination)

    def _count(self, visit: "_Visit", limit: Limit, key: str) -> None:
        visit.announced, refusal = limit.hit(key)
        if refusal:
            metrics.limited.labels(limit.name).inc()
            raise refusal

    async def _pass(self, visit: "_Visit", destination: routing.Destination) -> None:
        settings = self._settings
        service = destination.service
        most = settings.replay_body_bytes if destination.large else settings.body_bytes
        if (visit.head.content_length or 0) > most:
            raise bodies.too_large(most)
        upstream, most_under_way, kind = self._upstream, settings.upstream_in_flight, ""
        if destination.large:
            upstream, most_under_way, kind = self._patient, settings.replays_in_flight, "replays"
        elif destination.table or routing.is_of_another_instant(visit.scope["query_string"]):
            upstream, most_under_way, kind = self._patient, settings.tables_in_flight, "tables"
        slot = (service, kind)
        if self._under_way[slot] >= most_under_way:
            raise Unavailable(f"Too many calls to the {service} service are under way.", retry_after=1)
        body: bytes | AsyncIterable[bytes] | None = None
        if visit.head.has_body and not destination.large:
            # Whole before the service is bothered: a slow sender costs it nothing.
            body = await bodies.gather(visit.receive, most, settings.body_seconds)
            visit.body_pending = False
        elif visit.head.has_body:
            body = bodies.pieces(visit.receive, most, settings.body_seconds, settings.replay_body_seconds)
        url = self._addresses[service] + destination.path + query_of(visit.scope["query_string"])
        self._under_way[slot] += 1
        try:
            answer = await self._ask(visit, upstream, url, body)
            await self._relay(visit, answer)
        finally:
            self._under_way[slot] -= 1

    async def _ask(
        self, visit: "_Visit", upstream: Upstream, url: str, body: bytes | AsyncIterable[bytes] | None
    ) -> Answer:
        method = visit.scope["method"]
        again = (method in IDEMPOTENT or visit.head.keyed) and (body is None or isinstance(body, bytes))
        while True:
            try:
                answer = await upstream.send(method, url, visit.head.forwarded, body)
            except UpstreamFailure as failure:
                metrics.upstream_failures.labels(visit.service, failure.reason).inc()
                log.warning("upstream_failed", to=visit.service, reason=failure.reason, error=str(failure))
                if again and isinstance(failure, Unreachable):
                    again = False
                    continue
                raise Unavailable(f"The {visit.service} service does not answer.") from None
            else:
                visit.body_pending = False
                return answer

    async def _relay(self, visit: "_Visit", answer: Answer) -> None:
        visit.status = status = answer.status
        fields = answer.fields()
        length = next((value for name, value in fields if name == "content-length"), None)
        head = [
            *read_response(fields, bodiless=status in _BODILESS),
            *SECURITY,
            _policy(fields) if visit.path.startswith(routing.PAGES) else API_POLICY,
            *visit.announced,
        ]
        bodiless = status in _BODILESS or visit.scope["method"] == "HEAD"
        try:
            small = b"" if bodiless else await answer.whole() if length and int(length) <= BUFFERED else None
        except AnswerCut:
            raise Unavailable(f"The answer of the {visit.service} service was cut.") from None
        visit.answered = True
        await visit.send({"type": "http.response.start", "status": status, "headers": head})
        if small is not None:
            await visit.send({"type": "http.response.body", "body": small})
        else:
            await self._stream(visit, answer)

    async def _stream(self, visit: "_Visit", answer: Answer) -> None:
        """Send the pieces as they come; a caller that leaves ends the call to the service."""
        leaving = asyncio.create_task(_until_gone(visit.receive))
        try:
            async for piece in answer.pieces():
                if leaving.done():
                    visit.status = 499
                    return
                await visit.send({"type": "http.response.body", "body": piece, "more_body": True})
            await visit.send({"type": "http.response.body", "body": b""})
        except AnswerCut as cut:
            # Without its last piece the answer is visibly incomplete: the server closes the connection.
            log.warning("answer_cut", to=visit.service, error=str(cut))
        finally:
            leaving.cancel()
            with suppress(asyncio.CancelledError):
                await leaving
            await answer.close()


class _Visit:
    """One request on its way through."""

    __slots__ = (
        "announced",
        "answered",
        "body_pending",
        "head",
        "path",
        "receive",
        "scope",
        "send",
        "service",
        "status",
    )

    def __init__(self, scope: Scope, receive: Receive, send: Send, path: str, head: RequestHead) -> None:
        self.scope = scope
        self.receive = receive
        self.send = send
        self.path = path
        self.head = head
        self.announced: Fields = ()
        self.answered = False
        self.body_pending = head.has_body
        self.service = _NOBODY
        self.status = 500


def _policy(fields: Iterable[tuple[str, str]]) -> tuple[bytes, bytes]:
    """What a service lets its page load."""
    name = API_POLICY[0].decode()
    return next(((API_POLICY[0], value.encode("latin-1")) for told, value in fields if told == name), API_POLICY)


async def _until_gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
