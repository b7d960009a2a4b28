"""HTTP of threads."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Query

from services.common.auth.access import Permission
from services.common.auth.caller import ContractAccess
from services.common.auth.dependencies import party_may
from services.common.dependencies import SessionDep
from services.common.errors import FieldFault, Invalid
from services.common.idempotency import OnceDep
from services.common.identifiers import parse_id
from services.common.instants import from_microseconds, to_microseconds
from services.common.pagination import Page, PageDep, PageRequest, cut_page, encode_cursor
from services.common.schemas import Problem
from services.feedback.authors import Side
from services.feedback.threads import service
from services.feedback.threads.repository import Wanted
from services.feedback.threads.rules import Kind, State, across
from services.feedback.threads.schemas import (
    DelaysView,
    NewMessage,
    NewThread,
    ThreadView,
    ThreadWithMessages,
)

router = APIRouter(prefix="/v1/contracts/{contract_id}/threads", tags=["threads"])

ReaderDep = Annotated[ContractAccess, party_may(Permission.THREAD_READ)]
WriterDep = Annotated[ContractAccess, party_may(Permission.THREAD_WRITE)]
_ABOUT = ("figure", "verbatim", "action", "free")


@router.get("", summary="List threads")
async def list_threads_endpoint(
    access: ReaderDep,
    session: SessionDep,
    page: PageDep,
    state: Annotated[State | None, Query()] = None,
    kind: Annotated[Kind | None, Query()] = None,
    awaits: Annotated[
        Literal["us", "them"] | None, Query(description="Only where an answer is waited for: ours, or theirs.")
    ] = None,
    about: Annotated[str | None, Query(max_length=220, description="`KIND` or `KIND:ID`.")] = None,
) -> Page[ThreadView]:
    """Threads between the parties, where something was said last first; those between managers for managers only."""
    own: Side = "sous_traitant" if access.side == "sous_traitant" else "donneur_ordre"
    side = None if awaits is None else own if awaits == "us" else across(own)
    about_kind, about_id = _about(about)
    wanted = Wanted(state, kind, side, about_kind, about_id)
    rows = await service.list_threads(session, access, wanted, _place(page), page.limit + 1)
    kept, more = cut_page(rows, page.limit)
    cursor = encode_cursor(to_microseconds(kept[-1].spoke_at), str(kept[-1].id)) if more else None
    return Page(items=kept, next_cursor=cursor)


@router.post("", status_code=201, summary="Open a thread")
async def open_thread_endpoint(
    body: NewThread, access: WriterDep, session: SessionDep, once: OnceDep
) -> ThreadWithMessages:
    """Say something to the other party: a concern, an idea, praise or a remark, asking for an answer or not.

    What is between managers is opened by one of them, and nobody else learns of it. Takes an `Idempotency-Key`.
    """
    return await once(ThreadWithMessages, lambda: service.open_thread(session, access, body))


@router.get("/delays", summary="Answer delays of both parties")
async def read_delays_endpoint(
    access: ReaderDep,
    session: SessionDep,
    period: Annotated[str, Query(max_length=10, description="Month, quarter or year of the contract's zone.")],
) -> DelaysView:
    """How long each party takes to answer the other, by the month of the question: from a message that asks to the
    first message of the other side.

    Median and P90 by nearest rank, in seconds of the calendar. What is not answered yet counts with the time so far;
    where its answer may still move the figure, the figure is told as `at_least`. Who closes a thread while waiting
    takes the question back. Threads that the caller may not see are not counted.
    """
    return await service.delays(session, access, period)


@router.get("/{thread_id}", summary="Read a thread")
async def read_thread_endpoint(thread_id: str, access: ReaderDep, session: SessionDep) -> ThreadWithMessages:
    """One thread with its messages."""
    return await service.read(session, access, parse_id(thread_id))


@router.post(
    "/{thread_id}/messages",
    status_code=201,
    summary="Say something in a thread",
    responses={409: {"model": Problem, "description": "It is closed, or the other party is asked already"}},
)
async def speak_in_thread_endpoint(
    thread_id: str, body: NewMessage, access: WriterDep, session: SessionDep, once: OnceDep
) -> ThreadWithMessages:
    """Answer, ask back, add something, or close the thread with a last word; either party closes.

    Takes an `Idempotency-Key`.
    """
    wanted = parse_id(thread_id)
    return await once(ThreadWithMessages, lambda: service.speak(session, access, wanted, body))


@router.post("/{thread_id}/readings", status_code=204, summary="Note that a thread was read")
async def note_reading_endpoint(thread_id: str, access: ReaderDep, session: SessionDep) -> None:
    """Somebody has the messages of the other party before their eyes. Kept per party, the first time only, without
    who it was; a machine client reads nothing."""
    await service.note_reading(session, access, parse_id(thread_id))


def _about(text: str | None) -> tuple[str | None, str | None]:
    if text is None:
        return None, None
    kind, _, about_id = text.partition(":")
    if kind not in _ABOUT or "\0" in about_id:
        raise Invalid(FieldFault("query.about", f"must begin with one of {', '.join(_ABOUT)}"))
    return kind, about_id or None


def _place(page: PageRequest) -> tuple[datetime, UUID] | None:
    try:
        match page.after:
            case None:
                return None
            case [int(microseconds), str(thread_id)] if not isinstance(microseconds, bool):
                return from_microseconds(microseconds), UUID(thread_id)
    except (ValueError, OverflowError):
        pass
    raise Invalid(FieldFault("cursor", "is not a cursor of this list"))
