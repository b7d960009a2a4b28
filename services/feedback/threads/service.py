"""Opening threads, speaking in them, reading them, and counting how long answers take."""

from collections.abc import Sequence
from datetime import date, datetime
from itertools import groupby
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.auth.access import Permission
from services.common.auth.caller import ContractAccess
from services.common.errors import Conflict, FieldFault, Forbidden, Invalid, NotFound
from services.common.identifiers import new_id
from services.common.instants import now
from services.common.news import tell_people
from services.common.zones import zone
from services.feedback import authors
from services.feedback.authors import SIDES, Author, Side
from services.feedback.directory import repository as contracts
from services.feedback.periods import beginning, following, months_of
from services.feedback.threads import repository, rules
from services.feedback.threads.repository import Sight, Wanted
from services.feedback.threads.rules import NotNow, Question, Said, Standing
from services.feedback.threads.schemas import (
    DelaysOfSide,
    DelaysView,
    DelayView,
    MessageView,
    NewMessage,
    NewThread,
    ThreadView,
    ThreadWithMessages,
)


def sight_of(access: ContractAccess) -> Sight:
    """What the caller may see here."""
    return Sight(access.contract_id, access.caller.holds(Permission.THREAD_CONFIDE, access.contract_id))


async def zone_of(session: AsyncSession, contract_id: UUID) -> ZoneInfo:
    """The zone of a contract's dates. Raises: Unavailable."""
    return zone(await contracts.zone_name(session, contract_id))


async def open_thread(session: AsyncSession, access: ContractAccess, body: NewThread) -> ThreadWithMessages:
    """Open a thread. Raises: Forbidden, Invalid, Unavailable."""
    managers_only = body.confidentiality == "managers"
    if managers_only and not sight_of(access).confided:
        raise Forbidden("Who opens a thread between managers is one of them.")
    today = now().astimezone(await zone_of(session, access.contract_id)).date()
    _check_date(body.answer_by, today)
    thread_id, side = new_id(), _side(access)
    standing = rules.begun(side, asks=body.asks, answer_by=body.answer_by)
    author = authors.columns_of(access)
    values: dict[str, Any] = {"contract_id": access.contract_id, "id": thread_id}
    values |= {"kind": body.kind, "subject": body.subject}
    values |= {"managers_only": managers_only, "about_kind": body.about.kind, "about_id": body.about.id}
    await repository.add(session, {**values, **vars(standing), **author})
    message = {"text": body.text, "asks": body.asks, "answer_by": body.answer_by, "closes": False}
    message_id = await _say(session, access, thread_id, message)
    await _tell(session, access, thread_id, message_id, standing, managers_only=managers_only)
    return await read(session, access, thread_id)


async def speak(session: AsyncSession, access: ContractAccess, thread_id: UUID, body: NewMessage) -> ThreadWithMessages:
    """Say something in a thread. Raises: NotFound, Conflict, Invalid, Unavailable."""
    row = await repository.lock(session, sight_of(access), thread_id)
    if row is None:
        raise NotFound
    if await repository.count_messages(session, access.contract_id, thread_id) >= rules.MOST_MESSAGES:
        raise Conflict(f"A thread has at most {rules.MOST_MESSAGES} messages: open another one.")
    _check_date(body.answer_by, now().astimezone(await zone_of(session, access.contract_id)).date())
    try:
        standing = rules.after(
            _standing(row), _side(access), asks=body.asks, answer_by=body.answer_by, closes=body.closes
        )
    except NotNow as fault:
        raise Conflict(f"Not possible: {fault}.") from None
    # What is answered was read.
    await repository.read(session, access.contract_id, thread_id, _side(access))
    message_id = await _say(session, access, thread_id, body.model_dump())
    await repository.stand(session, access.contract_id, thread_id, vars(standing))
    await _tell(session, access, thread_id, message_id, standing, managers_only=row.managers_only)
    return await read(session, access, thread_id)


async def note_reading(session: AsyncSession, access: ContractAccess, thread_id: UUID) -> None:
    """Somebody of a side has read a thread; machine clients read nothing. Raises: NotFound."""
    if await repository.find(session, sight_of(access), thread_id) is None:
        raise NotFound
    if access.caller.proofs is not None:
        await repository.read(session, access.contract_id, thread_id, _side(access))


async def read(session: AsyncSession, access: ContractAccess, thread_id: UUID) -> ThreadWithMessages:
    """One thread with its messages. Raises: NotFound, Unavailable."""
    row = await repository.find(session, sight_of(access), thread_id)
    if row is None:
        raise NotFound
    today = now().astimezone(await zone_of(session, access.contract_id)).date()
    messages = [
        MessageView.model_validate({**one._mapping, "author": _author(one)})
        for one in await repository.messages(session, access.contract_id, thread_id)
    ]
    return ThreadWithMessages.model_validate({**_told(row, today), "messages": messages})


async def list_threads(
    session: AsyncSession,
    access: ContractAccess,
    wanted: Wanted,
    after: tuple[datetime, UUID] | None,
    limit: int,
) -> list[ThreadView]:
    """Threads that the caller may see. Raises: Unavailable."""
    rows = await repository.page(session, sight_of(access), wanted, after, limit)
    today = now().astimezone(await zone_of(session, access.contract_id)).date()
    return [ThreadView.model_validate(_told(row, today)) for row in rows]


async def delays(session: AsyncSession, access: ContractAccess, period: str) -> DelaysView:
    """How long the answers of both sides take. Raises: Invalid, Unavailable."""
    try:
        months = months_of(period)
    except ValueError as fault:
        raise Invalid(FieldFault("query.period", str(fault))) from None
    here, at = await zone_of(session, access.contract_id), now()
    since, until = beginning(months[0], here), beginning(following(months[-1]), here)
    rows = await repository.asked(session, sight_of(access), since, until)
    found = [
        question
        for _, thread in groupby(rows, lambda row: row.thread_id)
        for question in rules.questions([_said(row) for row in thread], at, here)
        if since <= question.asked_at < until
    ]
    items = [_delays(side, None, [one for one in found if one.side == side]) for side in SIDES]
    for month in months if len(months) > 1 else []:
        first, last = beginning(month, here), beginning(following(month), here)
        within = [one for one in found if first <= one.asked_at < last]
        items += [_delays(side, month, [one for one in within if one.side == side]) for side in SIDES]
    return DelaysView(period=period, items=items)


def _delays(side: Side, month: str | None, found: Sequence[Question]) -> DelaysOfSide:
    outcomes = [one.outcome for one in found]
    middle, high = rules.median(found), rules.p90(found)
    return DelaysOfSide(
        side=side,
        month=month,
        asked=len(found),
        answered=outcomes.count("answered"),
        waiting=outcomes.count("waiting"),
        withdrawn=outcomes.count("withdrawn"),
        late=sum(one.late for one in found),
        median=None if middle is None else DelayView(**vars(middle)),
        p90=None if high is None else DelayView(**vars(high)),
    )


async def _say(session: AsyncSession, access: ContractAccess, thread_id: UUID, message: dict[str, Any]) -> UUID:
    message_id = new_id()
    values = {"contract_id": access.contract_id, "id": message_id, "thread_id": thread_id}
    await repository.say(session, {**values, **message, **authors.columns_of(access)})
    return message_id


async def _tell(
    session: AsyncSession,
    access: ContractAccess,
    thread_id: UUID,
    message_id: UUID,
    standing: Standing,
    *,
    managers_only: bool,
) -> None:
    """Have the other side told; that it is asked, as long as its answer is waited for."""
    other = rules.across(_side(access))
    kind = rules.news(managers_only=managers_only, asks=standing.awaits == other)
    await tell_people(session, access.contract_id, kind, message_id, sides=[other], subject_id=thread_id, doer=access)


def _check_date(answer_by: date | None, today: date) -> None:
    if answer_by is not None and answer_by < today:
        raise Invalid(FieldFault("answer_by", "must not lie in the past"))


def _side(access: ContractAccess) -> Side:
    return "sous_traitant" if access.side == "sous_traitant" else "donneur_ordre"


def _standing(row: Row[Any]) -> Standing:
    return Standing(row.state, row.awaits, row.answer_by)


def _said(row: Row[Any]) -> Said:
    return Said(row.side, row.at, row.asks, row.answer_by, row.closes)


def _author(row: Row[Any]) -> Author:
    return Author(side=row.written_side, name=row.written_name)


def _told(row: Row[Any], today: date) -> dict[str, Any]:
    return {
        **row._mapping,
        "confidentiality": "managers" if row.managers_only else "everyone",
        "about": {"kind": row.about_kind, "id": row.about_id},
        "days_late": rules.days_late(_standing(row), today),
        "unread": {side: row._mapping[f"unread_{side}"] for side in SIDES},
        "author": _author(row),
    }
