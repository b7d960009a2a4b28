"""What kpi is compared with: a route that only reads, and one that inserts at each request as most applications do."""

import base64
import hmac
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import msgspec
import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB, insert
from sqlalchemy.ext.asyncio import create_async_engine
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tests.factories.webhooks import ZENDESK_SECRET

POOL = 16

_metadata = sa.MetaData()
events = sa.Table(
    "peer_event",
    _metadata,
    sa.Column("event_id", sa.Text, primary_key=True),
    sa.Column("ticket_id", sa.Text, nullable=False, index=True),
    sa.Column("received_at", sa.TIMESTAMP(timezone=True), nullable=False, server_default=sa.func.now()),
    sa.Column("body", JSONB, nullable=False),
)
copied = sa.Table(
    "peer_copy",
    _metadata,
    sa.Column("source_id", sa.Text, primary_key=True),
    sa.Column("event_id", sa.Text, primary_key=True),
    sa.Column("ticket_id", sa.Text, nullable=False),
    sa.Column("received_at", sa.TIMESTAMP(timezone=True), nullable=False, server_default=sa.func.now()),
    sa.Column("body", JSONB, nullable=False),
    sa.Index("ix_peer_copy_ticket", "source_id", "ticket_id", "received_at"),
)


@dataclass(frozen=True)
class PeerSettings:
    """The database of a peer that stores."""

    url: str = ""


async def _healthy(_request: Request) -> Response:
    return Response()


def bare_app(_settings: PeerSettings) -> Starlette:
    """Read the body, answer."""

    async def take(request: Request) -> Response:
        await request.body()
        return Response(b'{"verdict":"accepted"}', 202, media_type="application/json")

    return Starlette(routes=[Route("/healthz", _healthy), Route("/hooks/{source_id}", take, methods=["POST"])])


def inserting_app(settings: PeerSettings) -> Starlette:
    """Check the signature, read the JSON, insert one row in a transaction of its own unless the key is known."""
    engine = create_async_engine(settings.url, pool_size=POOL, max_overflow=0)

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        yield
        await engine.dispose()

    async def take(request: Request) -> Response:
        body = await request.body()
        signed = request.headers["x-zendesk-webhook-signature-timestamp"].encode() + body
        expected = base64.b64encode(hmac.digest(ZENDESK_SECRET.encode(), signed, "sha256")).decode()
        if not hmac.compare_digest(expected, request.headers["x-zendesk-webhook-signature"]):
            return Response(status_code=401)
        event = msgspec.json.decode(body)
        row = {"event_id": event["id"], "ticket_id": event["detail"]["id"], "body": event}
        async with engine.begin() as connection:
            added = await connection.execute(insert(events).values(row).on_conflict_do_nothing())
        verdict = "accepted" if added.rowcount else "duplicate"
        return Response(msgspec.json.encode({"verdict": verdict}), 202, media_type="application/json")

    routes = [Route("/healthz", _healthy), Route("/hooks/{source_id}", take, methods=["POST"])]
    return Starlette(routes=routes, lifespan=lifespan)
