"""argon2id, which costs 64 MiB and a fifth of a second on purpose: so few at once, a short queue, then "come back"."""

import asyncio
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TypeVar

from pwdlib import PasswordHash

from gateway.people.rules import fault_of, nobodys_hash
from services.common.errors import FieldFault, Invalid, TooManyRequests

AT_ONCE = 2
QUEUE = 20
RETRY_SECONDS = 2

Result = TypeVar("Result")


class Passwords:
    """Hashes and compares passwords, in threads of its own."""

    def __init__(self) -> None:
        self._method = PasswordHash.recommended()
        self._threads = ThreadPoolExecutor(AT_ONCE, "passwords")
        self._taken = 0
        self._nobodys = nobodys_hash()
        """What the password of an unknown address is compared with, so that the answer takes the same time."""

    @contextmanager
    def place(self) -> Iterator[None]:
        """One of the places of those who hash or wait for it. Raises: TooManyRequests when all are taken."""
        if self._taken >= AT_ONCE + QUEUE:
            raise TooManyRequests("Too many people sign in at this moment.", retry_after=RETRY_SECONDS)
        self._taken += 1
        try:
            yield
        finally:
            self._taken -= 1

    async def hash(self, password: str) -> str:
        """What is kept of a password."""
        return await self._run(lambda: self._method.hash(password))

    async def check(self, password: str, *about: str) -> None:
        """Whether somebody may choose a password. Raises: Invalid."""
        fault = await self._run(lambda: fault_of(password, about))
        if fault:
            raise Invalid(FieldFault("password", fault))

    async def matches(self, password: str, kept: str | None) -> bool:
        """Whether a password is the one that was kept; for nobody's too, in the same time."""
        same = await self._run(lambda: self._method.verify(password, kept or self._nobodys))
        return same and kept is not None

    async def _run(self, work: Callable[[], Result]) -> Result:
        return await asyncio.get_running_loop().run_in_executor(self._threads, work)

    def close(self) -> None:
        """End the threads."""
        self._threads.shutdown(wait=False, cancel_futures=True)
