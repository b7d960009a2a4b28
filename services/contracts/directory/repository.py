"""Queries of the directory; it reads the tables of the other features and writes only the numbers of changes."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Row, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncSession

# The row stays locked until the transaction ends, so changes become visible in the order of their numbers.
_NEXT_CHANGE = text("UPDATE change_counter SET value = value + 1 WHERE id = 1 RETURNING value")
_LAST_CHANGE = text("SELECT value FROM change_counter WHERE id = 1")
_STAMP = text(
    "UPDATE contract SET revision = revision + 1, change = :change, state_told = :state"
    " WHERE contract_id = :contract RETURNING revision"
)
_HEAD = "SELECT contract_id, revision, change, title, zone, state_told, kind FROM contract"
_ONE = text(f"{_HEAD} WHERE contract_id = :contract")
_AFTER = text(f"{_HEAD} WHERE change > :after ORDER BY change LIMIT :limit")
_PARTIES = text(
    "SELECT c.contract_id, p.organisation_id, p.side, p.valid_from, p.valid_to"
    " FROM unnest(CAST(:contracts AS uuid[])) AS c (contract_id), parties_of(c.contract_id) AS p"
    " ORDER BY p.side, p.valid_from, p.organisation_id"
)
_TERMS = text(
    "SELECT contract_id, id, valid_from, recorded_at, body FROM terms_version"
    " WHERE contract_id = ANY(:contracts) AND state = 'in_force' ORDER BY valid_from, recorded_at"
).columns(body=JSONB)
_OBJECTIVES = text(
    "SELECT contract_id, id, statement, metric, baseline_value, target_value, change, starts_on, due_on,"
    " owner_donneur_ordre, owner_sous_traitant, motive, strategic_priority, recorded_at FROM objective"
    " WHERE contract_id = ANY(:contracts) AND state = 'in_force' ORDER BY recorded_at"
)
_COMMITMENTS = text(
    "SELECT contract_id, id, indicator, variant, class, objective_id, target, tolerance, unit, direction, weight,"
    " clause, valid_from, recorded_at, ends FROM commitment_version"
    " WHERE contract_id = ANY(:contracts) AND state = 'in_force' ORDER BY valid_from, recorded_at"
)
_CLIENT = text("SELECT id, organisation_id, name, functions, revoked_at FROM client WHERE id = :client")
_PERSON = text(
    "SELECT p.id, p.email, p.name, p.functions, p.joined_at, p.deactivated_at, p.language, p.zone, p.theme,"
    " p.only_contracts, o.id AS organisation_id, o.name AS organisation_name"
    " FROM person p JOIN organisation o ON o.id = p.organisation_id WHERE p.id = :person"
)
_CONTRACT_FUNCTIONS = text(
    "SELECT contract_id, functions FROM contract_function WHERE person_id = :person AND ended_at IS NULL"
    " AND valid_from <= now() AND (valid_to IS NULL OR valid_to > now()) ORDER BY contract_id"
)
_ADMINISTRATORS = text(
    "SELECT left(name, 60) FROM person WHERE organisation_id = :organisation AND deactivated_at IS NULL"
    " AND joined_at IS NOT NULL AND functions @> ARRAY['administrator'] ORDER BY name, id LIMIT 3"
)
_HELD_AMONG = text(
    "SELECT DISTINCT contract_id FROM contract_party WHERE organisation_id = :organisation"
    " AND contract_id = ANY(:contracts) AND valid_from <= now() AND (valid_to IS NULL OR valid_to > now())"
    " ORDER BY contract_id"
)
_SIDES = text(
    "SELECT DISTINCT side FROM contract_party WHERE organisation_id = :organisation"
    " AND valid_from <= now() AND (valid_to IS NULL OR valid_to > now()) ORDER BY side"
)


async def stamp(session: AsyncSession, contract_id: UUID, state: str) -> int:
    """Give a contract its next revision, under the next number of all changes; the new revision."""
    change = await session.scalar(_NEXT_CHANGE)
    revision = await session.scalar(_STAMP, {"contract": contract_id, "change": change, "state": state})
    return int(revision)


async def last_change(session: AsyncSession) -> int:
    """The number of the last change of any contract."""
    return int(await session.scalar(_LAST_CHANGE))


async def head(session: AsyncSession, contract_id: UUID) -> Row[Any] | None:
    """One contract without its parties and terms."""
    return (await session.execute(_ONE, {"contract": contract_id})).one_or_none()


async def heads_after(session: AsyncSession, change: int, limit: int) -> Sequence[Row[Any]]:
    """Contracts that changed after a change, in the order of their last one."""
    return (await session.execute(_AFTER, {"after": change, "limit": limit})).all()


async def parties(session: AsyncSession, contract_ids: Sequence[UUID]) -> Sequence[Row[Any]]:
    """Parties of these contracts, past ones included."""
    return (await session.execute(_PARTIES, {"contracts": list(contract_ids)})).all()


async def terms(session: AsyncSession, contract_ids: Sequence[UUID]) -> Sequence[Row[Any]]:
    """Versions of these contracts that both parties stand by."""
    return (await session.execute(_TERMS, {"contracts": list(contract_ids)})).all()


async def objectives(session: AsyncSession, contract_ids: Sequence[UUID]) -> Sequence[Row[Any]]:
    """Objectives of these contracts that both parties stand by."""
    return (await session.execute(_OBJECTIVES, {"contracts": list(contract_ids)})).all()


async def commitments(session: AsyncSession, contract_ids: Sequence[UUID]) -> Sequence[Row[Any]]:
    """Versions of these contracts' commitments that both parties stand by."""
    return (await session.execute(_COMMITMENTS, {"contracts": list(contract_ids)})).all()


async def client(session: AsyncSession, client_id: str) -> Row[Any] | None:
    """A machine client, revoked or not."""
    return (await session.execute(_CLIENT, {"client": client_id})).one_or_none()


async def person(session: AsyncSession, person_id: UUID) -> Row[Any] | None:
    """A person with their organisation, deactivated or not."""
    return (await session.execute(_PERSON, {"person": person_id})).one_or_none()


async def contract_functions(session: AsyncSession, person_id: UUID) -> dict[UUID, list[str]]:
    """What a person does now in contracts for which they were given other functions than their own."""
    rows = await session.execute(_CONTRACT_FUNCTIONS, {"person": person_id})
    return {row.contract_id: row.functions for row in rows}


async def administrators(session: AsyncSession, organisation_id: UUID) -> list[str]:
    """Names of a few who administer an organisation."""
    return list((await session.scalars(_ADMINISTRATORS, {"organisation": organisation_id})).all())


async def held_among(session: AsyncSession, organisation_id: UUID, contract_ids: Sequence[UUID]) -> list[UUID]:
    """Which of these contracts an organisation is a party of now."""
    return list(
        (await session.scalars(_HELD_AMONG, {"organisation": organisation_id, "contracts": list(contract_ids)})).all()
    )


async def sides_of(session: AsyncSession, organisation_id: UUID) -> list[str]:
    """The sides that an organisation holds now in some contract."""
    return list((await session.scalars(_SIDES, {"organisation": organisation_id})).all())
