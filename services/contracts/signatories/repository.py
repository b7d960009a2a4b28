"""The query of signatories; the database shows of the other party's people these alone."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

_SIGNATORIES = text("SELECT side, person_id, name, scope, valid_from, valid_to FROM signatories_of(:contract)")


async def signatories(session: AsyncSession, contract_id: UUID) -> Sequence[Row[tuple[object, ...]]]:
    """Who may sign, of both sides."""
    return (await session.execute(_SIGNATORIES, {"contract": contract_id})).all()
