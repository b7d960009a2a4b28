"""The only door to the contracts service: what a machine client is, on our side of the call."""

from collections.abc import Callable
from urllib.parse import quote

import msgspec

from services.common.errors import Unavailable
from services.common.http import ServiceClient

DEADLINE = 5.0


class Client(msgspec.Struct, frozen=True):
    """A machine client as the contracts service tells it."""

    client_id: str
    name: str
    organisation_id: str | None
    functions: list[str]
    roles: list[str]
    revoked: bool


class Clients:
    """Machine clients by id."""

    def __init__(self, door: Callable[[], ServiceClient]) -> None:
        """`door`: the present client of the contracts service; it changes with the key that signs our calls."""
        self._door = door

    async def find(self, client_id: str) -> Client | None:
        """A client, if there is one. Raises: Unavailable."""
        answer = await self._door().call("GET", f"/internal/clients/{quote(client_id, safe='')}", deadline=DEADLINE)
        if answer.status_code == 404:
            return None
        if answer.status_code != 200:
            raise Unavailable("The contracts service does not answer for its clients.")
        try:
            return msgspec.json.decode(answer.content, type=Client)
        except msgspec.MsgspecError:
            raise Unavailable("The contracts service does not answer for its clients.") from None
