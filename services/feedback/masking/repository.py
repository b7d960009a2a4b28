"""All queries of masking: sealed words that have no readable form yet, and the readable forms."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Row, bindparam, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncSession

_PUT = text(
    "INSERT INTO verbatim (contract_id, answer_id, text, hidden, rules)"
    " VALUES (:contract, :answer, :text, :hidden, :rules)"
).bindparams(bindparam("hidden", type_=JSONB))
_PUT_AGAIN = text(
    "INSERT INTO verbatim (contract_id, answer_id, text, hidden, rules)"
    " VALUES (:contract, :answer, :text, :hidden, :rules)"
    " ON CONFLICT (contract_id, answer_id) DO UPDATE SET text = excluded.text, hidden = excluded.hidden,"
    " rules = excluded.rules, masked_at = clock_timestamp(), themed = 0"
).bindparams(bindparam("hidden", type_=JSONB))
_WAITING = text(
    "SELECT c.contract_id, c.answer_id, c.sealed_text FROM answer_comment c"
    " LEFT JOIN verbatim v ON (v.contract_id, v.answer_id) = (c.contract_id, c.answer_id)"
    " WHERE v.rules IS NULL OR v.rules < :rules LIMIT :limit FOR UPDATE OF c SKIP LOCKED"
)


async def put(
    session: AsyncSession, contract_id: UUID, answer_id: UUID, words: str, hidden: dict[Any, int], rules: int
) -> None:
    """Keep the readable form of new words."""
    await session.execute(
        _PUT, {"contract": contract_id, "answer": answer_id, "text": words, "hidden": hidden, "rules": rules}
    )


async def put_again(session: AsyncSession, rows: Sequence[dict[str, Any]]) -> None:
    """Keep the readable form of words that had none, or an older one."""
    await session.execute(_PUT_AGAIN, list(rows))


async def waiting(session: AsyncSession, rules: int, limit: int) -> Sequence[Row[Any]]:
    """Sealed words without a readable form made by these rules, locked."""
    return (await session.execute(_WAITING, {"rules": rules, "limit": limit})).all()
