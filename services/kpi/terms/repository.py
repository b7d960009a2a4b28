"""The copy that kpi keeps of contracts, their parties and the exact versions of their terms."""

import json
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.instants import to_microseconds, to_text
from services.kpi.terms.rules import Terms, parse_terms

_STORE = text(
    "INSERT INTO contract (contract_id, revision, title, zone, state)"
    " VALUES (:id, :revision, :title, :zone, :state)"
    " ON CONFLICT (contract_id) DO UPDATE SET revision = excluded.revision, title = excluded.title,"
    " zone = excluded.zone, state = excluded.state, told_at = clock_timestamp()"
    " WHERE contract.revision < excluded.revision RETURNING true"
)
_FORGET_PARTIES = text("DELETE FROM contract_party WHERE contract_id = :contract")
_STORE_PARTY = text(
    "INSERT INTO contract_party (contract_id, organisation_id, side, valid_from, valid_to)"
    " VALUES (:contract, :organisation, :side, :valid_from, :valid_to)"
)
_STORE_VERSION = text(
    "INSERT INTO terms_version (contract_id, id, valid_from, recorded_at, body)"
    " VALUES (:contract, :id, :valid_from, :recorded_at, CAST(:body AS jsonb)) ON CONFLICT DO NOTHING RETURNING true"
)
_TAKE_OUT = text(
    "INSERT INTO version_taken_out (contract_id, id)"
    " SELECT contract_id, id FROM (SELECT contract_id, id FROM terms_version"
    " UNION ALL SELECT contract_id, id FROM commitment_version) AS held"
    " WHERE contract_id = :contract AND NOT id = ANY(:told) ON CONFLICT DO NOTHING RETURNING true"
)
_USE = text(
    "SELECT EXISTS (SELECT 1 FROM source WHERE contract_id = :contract) AS sources,"
    " EXISTS (SELECT 1 FROM annotation WHERE contract_id = :contract) AS annotations"
)
_VERSIONS = text(
    "SELECT id, valid_from, recorded_at, body FROM terms_version WHERE contract_id = :contract"
    " AND id NOT IN (SELECT id FROM version_taken_out WHERE contract_id = :contract) ORDER BY recorded_at"
)
_ZONE = text("SELECT zone FROM contract WHERE contract_id = :contract")


async def zone_of(session: AsyncSession, contract_id: UUID) -> str | None:
    """The contract's zone name, None when kpi does not know the contract."""
    zone: str | None = await session.scalar(_ZONE, {"contract": contract_id})
    return zone


async def store_contract(session: AsyncSession, contract: Mapping[str, Any]) -> bool:
    """Keep the contract's head; False when what we hold is as new."""
    return bool(await session.scalar(_STORE, contract))


async def replace_parties(session: AsyncSession, contract_id: UUID, parties: Sequence[Mapping[str, Any]]) -> None:
    """The parties are told whole each time."""
    await session.execute(_FORGET_PARTIES, {"contract": contract_id})
    await session.execute(_STORE_PARTY, [{"contract": contract_id, **party} for party in parties])


async def add_version(session: AsyncSession, version: Mapping[str, Any]) -> bool:
    """Keep an immutable version of the terms; False when we had it."""
    return bool(await session.scalar(_STORE_VERSION, {**version, "body": json.dumps(version["body"])}))


async def take_out(session: AsyncSession, contract_id: UUID, told: Sequence[UUID]) -> bool:
    """Let no other versions rule than those told, of terms and commitments; whether there were any."""
    taken_out = await session.execute(_TAKE_OUT, {"contract": contract_id, "told": list(told)})
    return taken_out.first() is not None


async def use(session: AsyncSession, contract_id: UUID) -> dict[str, bool]:
    """What of kpi's hangs on a contract, by name."""
    return dict((await session.execute(_USE, {"contract": contract_id})).one()._mapping)


async def read_terms(session: AsyncSession, contract_id: UUID) -> Terms:
    """All versions of a contract's terms that kpi was told."""
    rows = await session.execute(_VERSIONS, {"contract": contract_id})
    return Terms(
        parse_terms({**row.body, "valid_from": to_text(row.valid_from)}, str(row.id), to_microseconds(row.recorded_at))
        for row in rows
    )
