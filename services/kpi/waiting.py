"""The loop of everything that takes what waits, one after the other."""

import asyncio
from collections.abc import Awaitable, Callable


async def keep_running(run_next: Callable[[], Awaitable[bool]], idle_seconds: float) -> None:
    """Run for ever; `run_next` does one thing that waits and says whether there was one."""
    while True:
        if not await run_next():
            await asyncio.sleep(idle_seconds)
