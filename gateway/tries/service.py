"""Counting tries to sign in: before the password is looked at, so that many at once gain nothing."""

import math
from dataclasses import dataclass

from gateway.tries import repository
from gateway.tries.rules import Count, Scope, is_forgotten, key_of, network_of, open_at
from services.common.database import Database
from services.common.errors import TooManyRequests


@dataclass(frozen=True)
class Try:
    """One counted try."""

    keys: dict[Scope, bytes]


async def begin(database: Database, account: str, address: str) -> Try:
    """Count a try, as if it failed. Raises: TooManyRequests while the account, the network or both have to wait."""
    network = network_of(address)
    keys = {scope: key_of(scope, account, network) for scope in Scope}
    async with database.background_session() as session:
        present = await repository.present(session)
        counted: dict[bytes, Count] = {}
        wait = 0.0
        for scope, key in keys.items():
            found = await repository.lock(session, key, present)
            if not found.tries or is_forgotten(scope, found, present):
                found = Count(0, present, present)
            if opens := open_at(scope, found):
                wait = max(wait, (opens - present).total_seconds())
            counted[key] = Count(found.tries + 1, found.since, present)
        if wait > 0:
            raise TooManyRequests("Too many tries to sign in.", retry_after=math.ceil(wait))
        for key, count in counted.items():
            await repository.count(session, key, count)
    return Try(keys)


async def succeed(database: Database, made: Try) -> None:
    """A try that was right: the account begins anew from this network, and the rest did not happen."""
    async with database.background_session() as session:
        await repository.forget(session, made.keys[Scope.PAIR])
        await repository.give_back(session, (made.keys[Scope.ACCOUNT], made.keys[Scope.NETWORK]))


async def take_back(database: Database, made: Try) -> None:
    """A try that could not be judged did not happen."""
    async with database.background_session() as session:
        await repository.give_back(session, made.keys.values())
