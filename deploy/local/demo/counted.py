"""Waiting until every delivery of the demonstration has become published figures."""

import asyncio

import asyncpg

from deploy.local.errors import RunnerError
from deploy.local.urls import plain

_PATIENCE = 300.0
_WAITING = (
    "SELECT (SELECT count(*) FROM ticket_mark) + (SELECT count(*) FROM outbox)"
    " + (SELECT count(*) FROM period_mark WHERE due_at <= clock_timestamp())"
)


def wait_until_counted(worker_url: str) -> None:
    """Return once all is folded, all figures that are due are published, all answers handed on. Raises: RunnerError."""
    asyncio.run(_wait(worker_url))


async def _wait(worker_url: str) -> None:
    connection = await asyncpg.connect(plain(worker_url))
    try:
        async with asyncio.timeout(_PATIENCE):
            # Another process empties them: there is no event to wait for.
            while await connection.fetchval(_WAITING):  # noqa: ASYNC110
                await asyncio.sleep(0.05)
    except TimeoutError:
        raise RunnerError(f"the tickets of the demonstration are not counted after {_PATIENCE:.0f} s.") from None
    finally:
        await connection.close()
