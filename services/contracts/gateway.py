"""The only door to the gateway, which draws and keeps the secrets of machine clients and the passwords of people."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

import httpx
import msgspec

from services.common.errors import Conflict, Unavailable
from services.common.http import ServiceClient

LINK_DEADLINE = 9.0
"""Seconds: the gateway also sends the mail."""


class _Drawn(msgspec.Struct):
    client_secret: str


class _DrawnPassword(msgspec.Struct):
    password: str


class DrawnLink(msgspec.Struct):
    """A link that lets one person in once."""

    url: str
    expires_at: datetime
    mail: str
    """`sent`, `failed`, or `off` where the installation sends no mail."""


class AdministratorExists(Conflict):
    """Somebody administers the platform already: the first administrator's link is for nobody."""

    code = "administrator_exists"
    title = "The platform has an administrator"


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

    async def draw_link(self, person_id: UUID, order: dict[str, Any]) -> DrawnLink:
        """Have a link drawn for a person, in place of those before. Raises: Unavailable."""
        answer = await self._client.call("PUT", f"{people_path(person_id)}/link", body=order, deadline=LINK_DEADLINE)
        return _link(answer)

    async def draw_first_link(self, person_id: UUID, organisation_id: UUID, present: Sequence[UUID]) -> DrawnLink:
        """Have the first administrator's link drawn. Raises: AdministratorExists when one of those present may sign in.

        Who was kept here but has no password there could never come in: such a one does not count.
        """
        order = {
            "purpose": "first_administrator",
            "organisation_id": str(organisation_id),
            "unless": [str(known) for known in present],
        }
        answer = await self._client.call("PUT", f"{people_path(person_id)}/link", body=order)
        if answer.status_code == 409:
            raise AdministratorExists
        return _link(answer)


class _HandedIn(msgspec.Struct):
    mail: Literal["sent", "failed", "off"]


class Letters:
    """Letters that tell people what happened; the gateway writes them and hands them in."""

    def __init__(self, client: ServiceClient) -> None:
        self._client = client

    async def send(self, order: dict[str, Any]) -> Literal["sent", "failed", "off"]:
        """What became of a letter; `off` where the installation sends no mail. A gateway that is away has failed."""
        try:
            answer = await self._client.call("POST", "/internal/letters", body=order, deadline=LINK_DEADLINE)
            return msgspec.json.decode(answer.content, type=_HandedIn).mail if answer.is_success else "failed"
        except (Unavailable, msgspec.MsgspecError):
            return "failed"


def _link(answer: httpx.Response) -> DrawnLink:
    if not answer.is_success:
        raise Unavailable("The gateway gives no link.")
    try:
        return msgspec.json.decode(answer.content, type=DrawnLink)
    except msgspec.MsgspecError:
        raise Unavailable("The gateway gives no link.") from None
