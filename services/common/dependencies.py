"""What a route may ask for: the transaction of its request and the shared parts of its application."""

from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import Depends, Request
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.auth.authentication import CallerDep
from services.common.database import Database


async def request_session(request: Request, caller: CallerDep) -> AsyncIterator[AsyncSession]:
    """The transaction of this request, scoped to the caller's organisation.

    Function scope on purpose: it is committed before the answer leaves, so that a 2xx is stored.
    """
    database: Database = request.app.state.database
    async with database.request_session(caller.organisation_id, platform=caller.is_platform_admin) as session:
        yield session


async def background_session(request: Request) -> AsyncIterator[AsyncSession]:
    """A transaction of the worker role, for what another service tells us."""
    database: Database = request.app.state.database
    async with database.background_session() as session:
        yield session


SessionDep = Annotated[AsyncSession, Depends(request_session, scope="function")]
BackgroundSessionDep = Annotated[AsyncSession, Depends(background_session, scope="function")]
