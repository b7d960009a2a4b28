"""The only door to the gateway, which draws and keeps the secrets of machine clients and the passwords of people."""

from uuid import UUID

import msgspec

from services.common.errors import Unavailable
from services.common.http import ServiceClient


class _Drawn(msgspec.Struct):
    client_secret: str


class _DrawnPassword(msgspec.Struct):
    password: str


def credentials_path(client_id: str) -> str:
    """Where the gateway keeps the secret of a client."""
    return f"/internal/credentials/{client_id}"


def people_path(person_id: UUID) -> str:
    """Where the gateway keeps the password of a person."""
    return f"/internal/people/{person_id}"


class Credentials:
    """Secrets of machine clients and passwords of people; this service never stores one."""

    def __init__(self, client: ServiceClient) -> None:
        self._client = client

    async def draw(self, client_id: str, organisation_id: UUID) -> str:
        """Have a new secret drawn for a client. Raises: Unavailable when the gateway gives none."""
        answer = await self._client.call(
            "PUT", credentials_path(client_id), body={"organisation_id": str(organisation_id)}
        )
        if not answer.is_success:
            raise Unavailable("The gateway gives no secret.")
        try:
            return msgspec.json.decode(answer.content, type=_Drawn).client_secret
        except msgspec.MsgspecError:
            raise Unavailable("The gateway gives no secret.") from None

    async def draw_password(self, person_id: UUID, organisation_id: UUID, email: str) -> str:
        """Have a password drawn for a person. Raises: Unavailable when the gateway gives none."""
        answer = await self._client.call(
            "PUT", people_path(person_id), body={"organisation_id": str(organisation_id), "email": email}
        )
        if not answer.is_success:
            raise Unavailable("The gateway gives no password.")
        try:
            return msgspec.json.decode(answer.content, type=_DrawnPassword).password
        except msgspec.MsgspecError:
            raise Unavailable("The gateway gives no password.") from None
