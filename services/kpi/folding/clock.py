"""The clock of a contract: a number that grows with everything a page shows, and the instant its figures are of."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

_READ = text("SELECT change, data_as_of FROM contract_clock WHERE contract_id = :contract")
# A contract that was never folded gets its first instant from the worker's next timer.
_TOUCH = text(
    "INSERT INTO contract_clock AS c (contract_id, change, next_timer_at) VALUES (:contract, 1, clock_timestamp())"
    " ON CONFLICT (contract_id) DO UPDATE SET change = c.change + 1,"
    " next_timer_at = CASE WHEN :at_once THEN clock_timestamp() ELSE c.next_timer_at END"
)
_ADVANCE = text(
    "INSERT INTO contract_clock AS c (contract_id, change, data_as_of, next_timer_at)"
    " SELECT contract_id, 1, :now, next_timer_at FROM unnest(CAST(:contracts AS uuid[]),"
    "  CAST(:next_timers AS timestamptz[])) AS t (contract_id, next_timer_at) ORDER BY contract_id"
    " ON CONFLICT (contract_id) DO UPDATE SET change = c.change + 1,"
    "  data_as_of = greatest(c.data_as_of, excluded.data_as_of),"
    "  next_timer_at = excluded.next_timer_at"
)
_DUE = text(
    "SELECT contract_id, data_as_of FROM contract_clock WHERE next_timer_at <= :now ORDER BY contract_id LIMIT :limit"
)
# A mark that waits keeps its instant: what is due is not put off by what comes after it.
_MARK = text(
    "INSERT INTO period_mark AS m (contract_id, period, due_at)"
    " SELECT * FROM unnest(CAST(:contracts AS uuid[]), CAST(:periods AS text[]), CAST(:due AS timestamptz[]))"
    " ON CONFLICT (contract_id, period) DO UPDATE SET due_at = least(m.due_at, excluded.due_at)"
)
_MARK_PUBLISHED = text(
    "INSERT INTO period_mark AS m (contract_id, period, due_at)"
    " SELECT contract_id, period, clock_timestamp()"
    # The time goes on from row to row: with it beside each, no two versions of a period would be the same.
    " FROM (SELECT DISTINCT contract_id, period FROM figure_version WHERE contract_id = :contract) AS published"
    " ORDER BY period ON CONFLICT (contract_id, period) DO UPDATE SET due_at = least(m.due_at, excluded.due_at)"
)


async def read_clock(session: AsyncSession, contract_id: UUID) -> Row[Any] | None:
    """`change` and `data_as_of` of a contract."""
    return (await session.execute(_READ, {"contract": contract_id})).one_or_none()


async def touch(session: AsyncSession, contract_id: UUID, *, judged_anew: bool = False) -> None:
    """Something that a page of the contract shows has changed.

    `judged_anew`: verdicts may have changed too, so its figures are of the present instant and are published again.
    """
    if judged_anew:
        await session.execute(_MARK_PUBLISHED, {"contract": contract_id})
    await session.execute(_TOUCH, {"contract": contract_id, "at_once": judged_anew})


async def advance(
    session: AsyncSession, contracts: Sequence[UUID], next_timers: Sequence[datetime], now: datetime
) -> None:
    """These contracts are folded up to now; when time alone changes their figures next."""
    values = {"contracts": list(contracts), "next_timers": list(next_timers), "now": now}
    await session.execute(_ADVANCE, values)


async def due_clocks(session: AsyncSession, now: datetime, limit: int) -> Sequence[Row[Any]]:
    """Contracts whose timer has come, with the instant their figures are of.

    Not locked: clocks are locked last, after the marks of periods, by everybody.
    """
    return (await session.execute(_DUE, {"now": now, "limit": limit})).all()


async def mark_periods(session: AsyncSession, marks: dict[tuple[UUID, str], datetime]) -> None:
    """Periods whose figures moved, each with the instant from which it is to be published; in key order."""
    if marks:
        ordered = sorted(marks)
        values = {
            "contracts": [contract for contract, _ in ordered],
            "periods": [period for _, period in ordered],
            "due": [marks[key] for key in ordered],
        }
        await session.execute(_MARK, values)
