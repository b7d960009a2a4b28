"""A stand-in for the other side of a service under test: published keys, credentials, listeners that remember."""

import asyncio
from collections import defaultdict
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.support.callers import TokenDesk


class Peers:
    """Answers what the gateway, kpi and feedback are asked, unless told to be down."""

    def __init__(self, desk: TokenDesk) -> None:
        self.desk = desk
        self.secrets: dict[str, str] = {}
        self.passwords: dict[str, str] = {}
        self.links: list[dict[str, Any]] = []
        """Links as they were ordered."""
        self.told: dict[str, list[dict[str, Any]]] = defaultdict(list)
        """Snapshots by contract, as they were heard."""
        self.used: dict[str, set[str]] = defaultdict(set)
        """What hangs on contracts, by name."""
        self.letters: list[dict[str, Any]] = []
        """Letters as they were ordered."""
        self.mail = "sent"
        """What becomes of letters."""
        self.mail_seconds = 0.0
        """How long handing one in takes."""
        self.news: list[dict[str, Any]] = []
        """What contracts is told of."""
        self.down = False
        self.app = Starlette(
            routes=[
                Route("/keys/{issuer}.json", self._keys),
                Route("/internal/credentials/{client_id}", self._credentials, methods=["PUT", "DELETE"]),
                Route("/internal/people/{person_id}/link", self._link, methods=["PUT"]),
                Route("/internal/notifications", self._news, methods=["POST"]),
                Route("/internal/letters", self._letter, methods=["POST"]),
                Route("/internal/people/{person_id}", self._people, methods=["PUT", "DELETE"]),
                Route("/internal/contracts/{contract_id}", self._contract, methods=["PUT"]),
                Route("/internal/contracts/{contract_id}/use", self._use, methods=["GET"]),
            ]
        )

    async def _keys(self, request: Request) -> Response:
        return JSONResponse(self.desk.jwks(request.path_params["issuer"]))

    async def _credentials(self, request: Request) -> Response:
        client_id = request.path_params["client_id"]
        if self.down:
            return Response(status_code=503)
        if request.method == "DELETE":
            self.secrets.pop(client_id, None)
            return Response(status_code=204)
        self.secrets[client_id] = f"secret of {client_id}"
        return JSONResponse({"client_secret": self.secrets[client_id]})

    async def _people(self, request: Request) -> Response:
        person_id = request.path_params["person_id"]
        if self.down:
            return Response(status_code=503)
        if request.method == "DELETE":
            self.passwords.pop(person_id, None)
            return Response(status_code=204)
        self.passwords[person_id] = f"password of {(await request.json())['email']}"
        return JSONResponse({"password": self.passwords[person_id]})

    async def _link(self, request: Request) -> Response:
        if self.down:
            return Response(status_code=503)
        order = await request.json()
        if set(order.get("unless", ())) & set(self.passwords):
            return JSONResponse({"code": "administrator_exists"}, status_code=409)
        self.links.append({"person_id": request.path_params["person_id"], **order})
        told = {"url": f"http://copil.example/#{len(self.links)}", "expires_at": "2026-12-05T08:00:00Z", "mail": "off"}
        return JSONResponse(told)

    async def _news(self, request: Request) -> Response:
        if self.down:
            return Response(status_code=503)
        self.news.append(await request.json())
        return Response(status_code=204)

    async def _letter(self, request: Request) -> Response:
        if self.down:
            return Response(status_code=503)
        self.letters.append(await request.json())
        await asyncio.sleep(self.mail_seconds)
        return JSONResponse({"mail": self.mail})

    async def _contract(self, request: Request) -> Response:
        if self.down:
            return Response(status_code=503)
        self.told[request.path_params["contract_id"]].append(await request.json())
        return Response(status_code=204)

    async def _use(self, request: Request) -> Response:
        if self.down:
            return Response(status_code=503)
        held = self.used[request.path_params["contract_id"]]
        return JSONResponse({name: name in held for name in ("sources", "annotations", "answers")})
