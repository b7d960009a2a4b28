"""Waiting until every delivery of the demonstration has become published figures."""

import asyncio

import asyncpg

from deploy.local.errors import RunnerError
from deploy.local.urls import plain

_PATIENCE = 300.0
_WAITING = (
    "SELECT (SELECT count(*) FROM ticket_mark) + (SELECT count(*) FROM outbox)"
    " + (SELECT count(*) FROM answer_route WHERE told_at IS NULL)"
    " + (SELECT count(*) FROM period_mark WHERE due_at <= clock_timestamp())"
)
_TO_TELL = "SELECT count(*) FROM outbox"


def wait_until_counted(kpi: str, feedback: str) -> None:
    """Return once all is folded, all figures that are due are published, all answers handed on. Raises: RunnerError."""
    # What feedback still has to tell comes to kpi, so feedback is looked at first.
    asyncio.run(_wait(feedback, _TO_TELL))
    asyncio.run(_wait(kpi, _WAITING))


async def _wait(worker_url: str, waiting: str) -> None:
    connection = await asyncpg.connect(plain(worker_url))
    try:
        async with asyncio.timeout(_PATIENCE):
            # Another process empties them: there is no event to wait for.
            while await connection.fetchval(waiting):  # noqa: ASYNC110
                await asyncio.sleep(0.05)
    except TimeoutError:
        raise RunnerError(f"the tickets of the demonstration are not counted after {_PATIENCE:.0f} s.") from None
    finally:
        await connection.close()
