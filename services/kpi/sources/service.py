"""Connecting tools: creating sources, renewing their secrets, telling their health."""

import secrets
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.encryption import Vault
from services.common.errors import FieldFault, Invalid, NotFound
from services.kpi.feeds import repository as feeds
from services.kpi.ingestion.connectors import CONNECTORS
from services.kpi.ingestion.connectors.base import Connector, InvalidSecret
from services.kpi.sources import repository
from services.kpi.sources.schemas import NewSecret, NewSource, SecretOut, SourceCreated, SourceOut, VerdictCount

ID_BYTES = 20
"""160 random bits: the address of a source is all that an unsigned sender would need.

In hexadecimal: no command line takes one for an option."""

FOR_GOOD_SECONDS = 100 * 366 * 86_400
"""How long a secret beside another one stays good: until the next renewal."""


def address_of(public_url: str, source_id: str) -> str:
    """Where the tool sends its deliveries."""
    return f"{public_url.rstrip('/')}/hooks/{source_id}"


async def create(
    session: AsyncSession, vault: Vault, public_url: str, contract_id: UUID, organisation_id: UUID, wanted: NewSource
) -> SourceCreated:
    """Connect a tool. Raises: Invalid."""
    connector = CONNECTORS.get(wanted.system)
    if connector is None:
        raise Invalid(FieldFault("system", f"must be one of: {', '.join(sorted(CONNECTORS))}"))
    if wanted.secret_later and wanted.secret is not None:
        raise Invalid(FieldFault("secret_later", "cannot be asked for with a secret"))
    secret = None if wanted.secret_later else _secret(connector, wanted.secret)
    await feeds.begin_recording(session)
    row = await repository.add(
        session,
        {
            "id": secrets.token_hex(ID_BYTES),
            "contract": contract_id,
            "system": wanted.system,
            "name": wanted.name,
            "secret": None if secret is None else vault.seal(secret.encode()),
            "tolerance": wanted.signature_tolerance_seconds or connector.default_tolerance_s,
            "window": wanted.body_hash_window_seconds or connector.default_window_s,
            "bots": wanted.bot_author_ids,
            "organisation": organisation_id,
        },
    )
    return SourceCreated(secret=secret, **_public(row, public_url))


async def find(session: AsyncSession, source_id: str) -> Row[Any]:
    """A source that the caller's organisation may see. Raises: NotFound."""
    row = await repository.find(session, source_id)
    if row is None:
        raise NotFound
    return row


async def rotate(session: AsyncSession, vault: Vault, source: Row[Any], wanted: NewSecret) -> SecretOut:
    """Put a new secret in front of the present one. Raises: Invalid."""
    secret = _secret(CONNECTORS[source.system], wanted.secret)
    overlap = FOR_GOOD_SECONDS if wanted.beside else wanted.overlap_seconds
    row = await repository.rotate(session, source.id, vault.seal(secret.encode()), overlap)
    return SecretOut(id=row.id, secret=secret, previous_secret_until=row.previous_secret_until)


async def with_health(
    session: AsyncSession, public_url: str, contract_id: UUID, rows: Sequence[Row[Any]]
) -> list[SourceOut]:
    """Sources with what became of their deliveries lately."""
    counted = await repository.health(session, contract_id, [row.id for row in rows])
    answers = []
    for row in rows:
        own = [count for count in counted if count.source_id == row.id]
        verdicts = [
            VerdictCount(
                verdict=count.verdict,
                conflict=count.conflict,
                deliveries=count.deliveries,
                last_received_at=count.last_received_at,
            )
            for count in sorted(own, key=lambda count: (count.verdict, count.conflict))
        ]
        last = max((count.last_received_at for count in own), default=None)
        answers.append(
            SourceOut(
                verdicts=verdicts,
                last_received_at=last,
                previous_secret_until=row.previous_secret_until,
                **_public(row, public_url),
            )
        )
    return answers


def _secret(connector: Connector, dictated: str | None) -> str:
    if dictated is None:
        return connector.draw_secret()
    try:
        return connector.normalise_secret(dictated)
    except InvalidSecret as error:
        raise Invalid(FieldFault("secret", str(error))) from None


def _public(row: Row[Any], public_url: str) -> dict[str, Any]:
    return {
        "id": row.id,
        "url": address_of(public_url, row.id),
        "contract_id": str(row.contract_id),
        "system": row.system,
        "name": row.name,
        "signature_tolerance_seconds": row.signature_tolerance_seconds,
        "body_hash_window_seconds": row.body_hash_window_seconds,
        "bot_author_ids": row.bot_author_ids,
        "awaiting_secret": row.awaiting_secret,
        "created_at": row.created_at,
    }
