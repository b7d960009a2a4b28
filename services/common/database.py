"""PostgreSQL: one engine per role, one transaction per request, row-level security settings local to it."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from uuid import UUID

import asyncpg
from sqlalchemy import MetaData, text
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

AFTER_COMMIT = "after_commit"

_SCOPE = text("SELECT set_config('app.org', :organisation, true), set_config('app.platform', :platform, true)")


class Base(DeclarativeBase):
    """Tables of a service; each service derives its own base with its own metadata."""

    __abstract__ = True


def new_metadata() -> MetaData:
    """Metadata with one naming rule for every constraint."""
    return MetaData(naming_convention=NAMING)


class Database:
    """The two doors of a service to its database: requests (row-level security) and background work."""

    def __init__(self, url: str, worker_url: str, pool_size: int, application: str) -> None:
        self._name = f"{application}-bulk"
        self.requests = _engine(url, pool_size, application)
        self.background = _engine(worker_url, pool_size, f"{application}-worker")
        self._request_sessions = async_sessionmaker(self.requests, expire_on_commit=False)
        self._background_sessions = async_sessionmaker(self.background, expire_on_commit=False)

    @asynccontextmanager
    async def request_session(self, organisation: UUID | None, *, platform: bool) -> AsyncIterator[AsyncSession]:
        """One transaction that sees what the organisation may see; committed at the end, then its hooks run."""
        async with self._request_sessions() as session:
            async with session.begin():
                # Local to the transaction: a plain SET would leak to the next borrower of the connection.
                await session.execute(
                    _SCOPE, {"organisation": str(organisation or ""), "platform": "on" if platform else ""}
                )
                yield session
            await run_after_commit(session)

    @asynccontextmanager
    async def background_session(self) -> AsyncIterator[AsyncSession]:
        """One transaction of the worker role; committed at the end, then its hooks run."""
        async with self._background_sessions() as session:
            async with session.begin():
                yield session
            await run_after_commit(session)

    @asynccontextmanager
    async def driver_connections(self, most: int) -> AsyncIterator[asyncpg.Pool]:
        """Connections of the worker role for bulk statements spoken to the driver directly.

        Neither tested before nor reset after use, which cost as much as a small batch: a connection that died is
        dropped by the pool, and nobody here leaves a setting or a lock behind.
        """
        _, options = self.background.dialect.create_connect_args(self.background.url)
        pool = await asyncpg.create_pool(
            **options,
            min_size=0,
            max_size=most,
            reset=_nothing_to_reset,
            timeout=5,
            server_settings=_settings(self._name),
        )
        try:
            yield pool
        finally:
            await pool.close()

    async def dispose(self) -> None:
        """Close every connection."""
        await self.requests.dispose()
        await self.background.dispose()


def _engine(url: str, pool_size: int, application: str) -> AsyncEngine:
    return create_async_engine(
        url,
        # What a failing statement was given may be somebody's words: never in a log.
        hide_parameters=True,
        pool_size=pool_size,
        max_overflow=0,
        pool_timeout=5,
        pool_pre_ping=True,
        connect_args={
            "timeout": 5,
            "server_settings": _settings(application),
        },
    )


def _settings(application: str) -> dict[str, str]:
    return {"application_name": application, "jit": "off", "timezone": "UTC"}


async def _nothing_to_reset(_connection: object) -> None:
    return


def after_commit(session: AsyncSession, hook: Callable[[], Awaitable[None]]) -> None:
    """Run the hook once this transaction is durable; never when it is rolled back."""
    session.info.setdefault(AFTER_COMMIT, []).append(hook)


async def run_after_commit(session: AsyncSession) -> None:
    """Run and forget the hooks of a session."""
    for hook in session.info.pop(AFTER_COMMIT, []):
        await hook()
