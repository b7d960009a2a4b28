"""All queries of feedback's copy of contracts and their parties; `contract_party` is what every policy rests on."""

from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.errors import Unavailable
from services.feedback.directory.schemas import ContractTold

_KNOWN = text("SELECT true FROM contract WHERE contract_id = :contract")
_ZONE = text("SELECT zone FROM contract WHERE contract_id = :contract")
_SPOKEN = text("SELECT EXISTS (SELECT 1 FROM thread WHERE contract_id = :contract)")
_EVALUATED = text("SELECT EXISTS (SELECT 1 FROM evaluation_grid WHERE contract_id = :contract)")
_ANSWERED = text("SELECT EXISTS (SELECT 1 FROM survey_answer WHERE contract_id = :contract)")
_TAKE = text(
    "INSERT INTO contract (contract_id, revision, zone) VALUES (:contract, :revision, :zone)"
    " ON CONFLICT (contract_id) DO UPDATE SET revision = excluded.revision, zone = excluded.zone,"
    " told_at = clock_timestamp() WHERE excluded.revision > contract.revision OR contract.zone IS NULL RETURNING true"
)
_FORGET_PARTIES = text("DELETE FROM contract_party WHERE contract_id = :contract")
_ADD_PARTY = text(
    "INSERT INTO contract_party (contract_id, organisation_id, side, valid_from, valid_to)"
    " VALUES (:contract, :organisation, :side, :valid_from, :valid_to)"
)


async def is_known(session: AsyncSession, contract_id: UUID) -> bool:
    """Whether feedback has heard of a contract."""
    return bool(await session.scalar(_KNOWN, {"contract": contract_id}))


async def is_answered(session: AsyncSession, contract_id: UUID) -> bool:
    """Whether a customer has answered about this contract."""
    return bool(await session.scalar(_ANSWERED, {"contract": contract_id}))


async def is_spoken_of(session: AsyncSession, contract_id: UUID) -> bool:
    """Whether a party has opened a thread."""
    return bool(await session.scalar(_SPOKEN, {"contract": contract_id}))


async def is_evaluated(session: AsyncSession, contract_id: UUID) -> bool:
    """Whether a party has proposed criteria of the mutual evaluation."""
    return bool(await session.scalar(_EVALUATED, {"contract": contract_id}))


async def zone_name(session: AsyncSession, contract_id: UUID) -> str:
    """The zone of a contract's dates. Raises: Unavailable while contracts has not told it yet."""
    name: str | None = await session.scalar(_ZONE, {"contract": contract_id})
    if name is None:
        raise Unavailable("The zone of this contract is not known yet.")
    return name


async def take_over(session: AsyncSession, told: ContractTold) -> bool:
    """Keep a contract as told, unless what we hold is as new; whether it was kept."""
    if not await session.scalar(_TAKE, {"contract": told.id, "revision": told.revision, "zone": told.zone}):
        return False
    await session.execute(_FORGET_PARTIES, {"contract": told.id})
    for party in told.parties:
        await session.execute(
            _ADD_PARTY,
            {
                "contract": told.id,
                "organisation": party.organisation_id,
                "side": party.side,
                "valid_from": party.valid_from,
                "valid_to": party.valid_to,
            },
        )
    return True
