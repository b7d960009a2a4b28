"""All queries of notifications."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Text, and_, case, cast, column, func, or_, select, table, text, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.contracts.agreements.models import Contract
from services.contracts.notifications.models import Mailbox, Notification, NotificationEvent
from services.contracts.notifications.rules import Kind

# By name: actions tell of themselves by this feature, which must not need them.
_ACTION = table("action", column("contract_id"), column("id"), column("title"))
_AS_PERSON = text("SELECT set_config('app.person', :person, true)")
_SPREAD_LOCK = text("SELECT pg_advisory_xact_lock(hashtextextended('notifications', 0))")
# Told are those of the named sides who hold the kind's right, and the people named as long as they may open it.
_RECIPIENTS = text(
    "SELECT p.id, p.organisation_id, p.id = ANY(:people) AS personal"
    " FROM contract c JOIN contract_party party ON party.contract_id = c.contract_id"
    " JOIN person p ON p.organisation_id = party.organisation_id"
    " LEFT JOIN contract_function f ON f.person_id = p.id AND f.contract_id = c.contract_id AND f.ended_at IS NULL"
    "  AND f.valid_from <= now() AND (f.valid_to IS NULL OR f.valid_to > now())"
    " WHERE c.contract_id = :contract AND c.abandoned_at IS NULL"
    " AND party.valid_from <= now() AND (party.valid_to IS NULL OR party.valid_to > now())"
    " AND p.deactivated_at IS NULL AND p.joined_at IS NOT NULL AND p.id::text IS DISTINCT FROM :doer"
    " AND ((party.side = ANY(:sides) AND coalesce(f.functions, CASE WHEN p.only_contracts THEN '{}' ELSE p.functions"
    "   END) && CAST(:tells AS text[]))"
    "  OR (p.id = ANY(:people) AND coalesce(f.functions, CASE WHEN p.only_contracts THEN '{}' ELSE p.functions END)"
    "   && CAST(:reads AS text[])))"
    " ORDER BY p.id"
)
# A letter tells what is unread still, and within the person's reach still.
_PENDING = text(
    "SELECT n.id, n.kind, n.personal, n.told_at, n.contract_id, n.letter_id, c.title, c.zone,"
    " coalesce(f.functions, CASE WHEN p.only_contracts THEN '{}' ELSE p.functions END) AS functions"
    " FROM notification n JOIN person p ON p.id = n.person_id JOIN contract c ON c.contract_id = n.contract_id"
    " LEFT JOIN contract_function f ON f.person_id = p.id AND f.contract_id = c.contract_id AND f.ended_at IS NULL"
    "  AND f.valid_from <= now() AND (f.valid_to IS NULL OR f.valid_to > now())"
    " WHERE n.person_id = :person AND n.read_at IS NULL AND n.settled_at IS NULL AND n.mailed_at IS NULL"
    " AND n.told_at > :since AND EXISTS (SELECT 1 FROM contract_party party WHERE party.contract_id = n.contract_id"
    "  AND party.organisation_id = p.organisation_id AND party.valid_from <= now()"
    "  AND (party.valid_to IS NULL OR party.valid_to > now()))"
    " ORDER BY n.id"
)
_CLAIM = text(
    "SELECT m.person_id, m.rhythms, m.letter_id, m.attempts, p.email, p.name, p.language, p.zone,"
    " p.deactivated_at IS NULL AND p.joined_at IS NOT NULL AS active"
    " FROM mailbox m JOIN person p ON p.id = m.person_id WHERE m.look_at <= :at"
    " ORDER BY m.look_at LIMIT 1 FOR UPDATE OF m SKIP LOCKED"
)
_WAKE = text(
    "INSERT INTO mailbox (person_id, organisation_id, look_at)"
    " SELECT n.person_id, n.organisation_id, clock_timestamp() FROM notification n WHERE n.event_id = :event"
    " ON CONFLICT (person_id) DO UPDATE SET look_at = least(mailbox.look_at, excluded.look_at)"
    # While a letter is being handed in, or waits to be tried again, nobody else may begin one.
    " WHERE mailbox.attempts = 0"
)
_SETTLE = text(
    "UPDATE notification SET settled_at = clock_timestamp() WHERE contract_id = :contract"
    " AND subject_id = :subject AND kind = ANY(:kinds) AND settled_at IS NULL AND event_id <> :event"
    " AND occurred_at <= :occurred"
)
_DATES = text(
    "SELECT a.contract_id, a.id, a.due_on, a.due_on - (CAST(:at AS timestamptz) AT TIME ZONE c.zone)::date AS days,"
    " a.owner_donneur_ordre, a.owner_sous_traitant FROM action a JOIN contract c ON c.contract_id = a.contract_id"
    " WHERE a.state IN ('accepted', 'in_progress')"
    " AND a.due_on <= (CAST(:at AS timestamptz) AT TIME ZONE c.zone)::date + CAST(:soon AS integer)"
    " AND NOT EXISTS (SELECT 1 FROM notification_event e WHERE e.key = CASE WHEN a.due_on <"
    "  (CAST(:at AS timestamptz) AT TIME ZONE c.zone)::date THEN :overdue ELSE :due END || a.id || ':' || a.due_on)"
    " ORDER BY a.id LIMIT :most"
)
_is_subject = and_(
    _ACTION.c.contract_id == Notification.contract_id,
    Notification.kind.startswith("action_"),
    cast(_ACTION.c.id, Text) == Notification.subject_id,
)


@dataclass(frozen=True)
class Sought:
    """What is asked of one's own notifications."""

    base: Collection[Kind]
    """Kinds that the person's own functions open."""
    apart: Mapping[UUID, Collection[Kind]]
    """Kinds in contracts for which the person was given other functions."""
    within: Collection[UUID] | None
    """The only contracts that the person reaches; None: all."""
    contract: UUID | None = None
    unread: bool = False


async def as_person(session: AsyncSession, person_id: UUID) -> None:
    """Let the row security of this transaction know whose notifications are asked for."""
    await session.execute(_AS_PERSON, {"person": str(person_id)})


async def add_event(session: AsyncSession, columns: dict[str, Any]) -> None:
    """Keep an event; its recipients are found afterwards, by who may read them."""
    await session.execute(insert(NotificationEvent.__table__).values(**columns))  # type: ignore[arg-type]


async def add_event_once(session: AsyncSession, columns: dict[str, Any]) -> None:
    """Keep an event unless one with its key is kept; by the worker."""
    statement = insert(NotificationEvent).values(**columns).on_conflict_do_nothing(index_elements=["key"])
    await session.execute(statement)


async def lock_spreading(session: AsyncSession) -> None:
    """Let events be told one after the other: what settles comes after what it settles."""
    await session.execute(_SPREAD_LOCK)


async def untold(session: AsyncSession, most: int) -> Sequence[NotificationEvent]:
    """Events of which nobody was told yet, in order."""
    query = select(NotificationEvent).where(NotificationEvent.told_at.is_(None)).order_by(NotificationEvent.id)
    return (await session.scalars(query.limit(most))).all()


async def recipients(
    session: AsyncSession, event: NotificationEvent, tells: Sequence[str], reads: Sequence[str]
) -> Sequence[Row[Any]]:
    """(id, organisation_id, personal) of those who are to be told of an event."""
    values = {"contract": event.contract_id, "sides": event.sides, "people": event.people, "doer": event.doer}
    return (await session.execute(_RECIPIENTS, {**values, "tells": list(tells), "reads": list(reads)})).all()


async def settle(session: AsyncSession, event: NotificationEvent, kinds: Collection[Kind]) -> None:
    """Note that what others were told of the same object is over."""
    values = {"contract": event.contract_id, "subject": event.subject_id, "kinds": list(kinds), "event": event.id}
    await session.execute(_SETTLE, {**values, "occurred": event.occurred_at})


async def later(session: AsyncSession, event: NotificationEvent) -> Sequence[Row[Any]]:
    """(kind, data) of what happened later to the same object and was told before: messages overtake each other."""
    query = select(NotificationEvent.kind, NotificationEvent.data).where(
        NotificationEvent.contract_id == event.contract_id,
        NotificationEvent.subject_id == event.subject_id,
        NotificationEvent.occurred_at > event.occurred_at,
        NotificationEvent.told_at.is_not(None),
    )
    return (await session.execute(query)).all()


async def tell(session: AsyncSession, event_id: UUID, rows: Sequence[dict[str, Any]]) -> None:
    """Tell people of an event, each once, and have their mail looked at."""
    if rows:
        await session.execute(insert(Notification).on_conflict_do_nothing(), list(rows))
        await session.execute(_WAKE, {"event": event_id})


async def note_told(session: AsyncSession, event_id: UUID) -> None:
    """Note that everybody concerned was told."""
    await session.execute(
        update(NotificationEvent).where(NotificationEvent.id == event_id).values(told_at=func.clock_timestamp())
    )


async def page(
    session: AsyncSession, person_id: UUID, sought: Sought, after: UUID | None, limit: int
) -> Sequence[Row[Any]]:
    """(notification, contract title, action title) of a person, the newest first."""
    query = (
        select(Notification, Contract.title.label("contract_title"), _ACTION.c.title.label("action_title"))
        .join(Contract, Contract.id == Notification.contract_id)
        .outerjoin(_ACTION, _is_subject)
        .where(Notification.person_id == person_id, *_open_to(sought))
        .order_by(Notification.id.desc())
        .limit(limit)
    )
    if after is not None:
        query = query.where(Notification.id < after)
    return (await session.execute(query.execution_options(populate_existing=True))).all()


async def count_unread(session: AsyncSession, person_id: UUID, sought: Sought, most: int) -> int:
    """How many of a person's notifications are unread, `most` at most."""
    found = select(Notification.id).where(Notification.person_id == person_id, *_open_to(sought)).limit(most)
    return int(await session.scalar(select(func.count()).select_from(found.subquery())) or 0)


async def mark_read(
    session: AsyncSession, person_id: UUID, ids: Sequence[UUID] | None, until: datetime | None, contract: UUID | None
) -> None:
    """Note that a person has read these, or all that was told until an instant; what was read stays so."""
    chosen: list[ColumnElement[bool]] = [Notification.person_id == person_id, Notification.read_at.is_(None)]
    if ids is not None:
        chosen.append(Notification.id.in_(ids))
    if until is not None:
        chosen.append(Notification.told_at <= until)
    if contract is not None:
        chosen.append(Notification.contract_id == contract)
    statement = update(Notification).where(*chosen).values(read_at=func.clock_timestamp())
    await session.execute(statement.execution_options(synchronize_session=False))


def _open_to(sought: Sought) -> list[ColumnElement[bool]]:
    apart = [
        and_(Notification.contract_id == contract_id, Notification.kind.in_(kinds))
        for contract_id, kinds in sought.apart.items()
    ]
    base = and_(Notification.kind.in_(sought.base), Notification.contract_id.not_in(sought.apart))
    found: list[ColumnElement[bool]] = [or_(base, *apart)]
    if sought.within is not None:
        found.append(Notification.contract_id.in_(sought.within))
    if sought.contract is not None:
        found.append(Notification.contract_id == sought.contract)
    if sought.unread:
        found += [Notification.read_at.is_(None), Notification.settled_at.is_(None)]
    return found


async def mailbox(session: AsyncSession, person_id: UUID) -> Mailbox | None:
    """How a person wants mail; None: nothing was chosen and nothing told."""
    query = select(Mailbox).where(Mailbox.person_id == person_id)
    return await session.scalar(query.execution_options(populate_existing=True))


async def choose(
    session: AsyncSession, person_id: UUID, organisation_id: UUID, rhythms: Mapping[str, str], revision: int
) -> bool:
    """Keep what a person chose in place of a revision, and have their mail looked at; whether it was that revision."""
    columns = {"person_id": person_id, "organisation_id": organisation_id}
    said = {"rhythms": dict(rhythms), "revision": revision + 1}
    present = func.clock_timestamp()
    # Whoever hands a letter in at this moment goes on with it alone.
    look = case((Mailbox.attempts == 0, present), else_=Mailbox.look_at)
    first = insert(Mailbox).values(**columns, **said, look_at=present)
    statement = first.on_conflict_do_update(
        index_elements=["person_id"], set_={**said, "look_at": look}, where=Mailbox.revision == revision
    ).returning(Mailbox.person_id)
    return (await session.execute(statement)).first() is not None


async def claim(session: AsyncSession, at: datetime) -> Row[Any] | None:
    """One mailbox that is to be looked at, held until this transaction ends."""
    return (await session.execute(_CLAIM, {"at": at})).one_or_none()


async def pending(session: AsyncSession, person_id: UUID, since: datetime) -> Sequence[Row[Any]]:
    """What a person was told since an instant and has neither read nor been mailed."""
    return (await session.execute(_PENDING, {"person": person_id, "since": since})).all()


async def put_in_letter(session: AsyncSession, ids: Sequence[UUID], letter_id: UUID) -> None:
    """Note which letter tells these: tried again, it tells the same."""
    statement = update(Notification).where(Notification.id.in_(ids)).values(letter_id=letter_id)
    await session.execute(statement.execution_options(synchronize_session=False))


async def note_mailed(session: AsyncSession, letter_id: UUID, ids: Sequence[UUID]) -> None:
    """Note that a letter left with these; what it was to tell and did not is free for another."""
    held = Notification.letter_id == letter_id
    sent = update(Notification).where(held, Notification.id.in_(ids)).values(mailed_at=func.clock_timestamp())
    await session.execute(sent.execution_options(synchronize_session=False))
    freed = update(Notification).where(held, Notification.mailed_at.is_(None)).values(letter_id=None)
    await session.execute(freed.execution_options(synchronize_session=False))


async def look_again(session: AsyncSession, person_id: UUID, columns: dict[str, Any]) -> None:
    """Write what has become of a mailbox."""
    statement = update(Mailbox).where(Mailbox.person_id == person_id).values(**columns)
    await session.execute(statement.execution_options(synchronize_session=False))


async def oldest_look(session: AsyncSession) -> datetime | None:
    """Since when the mailbox that waits longest should have been looked at."""
    return await session.scalar(select(func.min(Mailbox.look_at)))


async def dates(session: AsyncSession, at: datetime, soon: int, most: int) -> Sequence[Row[Any]]:
    """Accepted actions whose date comes or has passed and was not told: (…, days until it, owners)."""
    values = {"at": at, "soon": soon, "most": most}
    keys = {"due": f"{Kind.ACTION_DUE_SOON}:", "overdue": f"{Kind.ACTION_OVERDUE}:"}
    return (await session.execute(_DATES, {**values, **keys})).all()


async def forget(session: AsyncSession, before: datetime, most: int) -> int:
    """Delete events of before an instant with what was told of them; how many."""
    statement = text(
        "DELETE FROM notification_event WHERE id IN"
        " (SELECT id FROM notification_event WHERE occurred_at < :before LIMIT :most)"
    )
    return int((await session.execute(statement, {"before": before, "most": most})).rowcount)  # type: ignore[attr-defined]
