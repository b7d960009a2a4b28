"""What is being recorded: so that a reading "as known at" an instant never changes afterwards.

`recorded_at` is taken before its transaction commits. Writers therefore hold a shared lock from before they take it
until they have committed; who reads as of a recent instant first waits for those that hold it now. No writer waits.
"""

import asyncio
import time
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.errors import Unavailable
from services.common.instants import now

WRITING: Final = 75_1334
"""Number of the advisory lock that writers share."""
RECENT: Final = timedelta(seconds=60)
"""Longer than any writing transaction lives."""
PATIENCE_SECONDS: Final = 2.0

_WRITERS = text(
    "SELECT virtualtransaction FROM pg_locks WHERE locktype = 'advisory' AND granted AND mode = 'ShareLock'"
    " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
    f" AND (classid, objid, objsubid) = (0, {WRITING}, 1)"
)


async def settle(session: AsyncSession, known_at: datetime) -> None:
    """Wait until everything recorded by that instant is visible. Raises: Unavailable when a writer takes too long."""
    if known_at < now() - RECENT:
        return
    writing = set((await session.scalars(_WRITERS)).all())
    deadline = time.monotonic() + PATIENCE_SECONDS
    while writing:
        if time.monotonic() > deadline:
            raise Unavailable("What was recorded by then is still being written.", retry_after=1)
        await asyncio.sleep(0.005)
        writing &= set((await session.scalars(_WRITERS)).all())
