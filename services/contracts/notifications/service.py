"""Noting what happens, and reading what one was told."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.auth.access import Function
from services.common.auth.caller import Caller, ContractAccess
from services.common.errors import Forbidden, NotFound, PreconditionFailed
from services.common.identifiers import new_id, parse_id
from services.common.instants import now
from services.contracts.agreements import repository as agreements
from services.contracts.agreements.rules import Side, is_expected
from services.contracts.notifications import repository, rules
from services.contracts.notifications.repository import Sought
from services.contracts.notifications.rules import NATURES, Kind, Rhythm
from services.contracts.notifications.schemas import NewEvent, NotificationView, PreferencesView, Rhythms, body_of
from services.contracts.profiles import service as profiles

MOST_COUNTED = 1000


async def note(
    session: AsyncSession,
    access: ContractAccess,
    kind: Kind,
    *,
    sides: Collection[Side] = (),
    people: Collection[UUID] = (),
    subject_id: UUID | None = None,
    data: Mapping[str, str] | None = None,
) -> None:
    """Note, within the transaction of what happens, that people of these sides, or these people, are to be told.

    Whoever does it is not told; who else is, is found afterwards by a role that may read the people of both parties.
    """
    if access.side is None:
        return
    event_id = new_id()
    columns = {
        "id": event_id,
        "key": str(event_id),
        "contract_id": access.contract_id,
        "kind": kind,
        "sides": sorted(sides),
        "people": sorted(people),
        "doer": access.caller.subject,
        "doer_side": access.side,
        "subject_id": None if subject_id is None else str(subject_id),
        "data": dict(data or {}),
    }
    await repository.add_event(session, columns)


async def note_to_other(
    session: AsyncSession, access: ContractAccess, kind: Kind, subject_id: UUID, **data: str
) -> None:
    """Note that the other party is to be told."""
    across = [side for side in Side if side != access.side]
    await note(session, access, kind, sides=across, subject_id=subject_id, data=data)


async def note_told(session: AsyncSession, body: NewEvent) -> None:
    """Note what another service tells of, once however often it does. Raises: NotFound for an unknown contract."""
    if await agreements.find(session, body.contract_id) is None:
        raise NotFound
    columns = {
        **body.model_dump(exclude={"people", "occurred_at"}),
        "id": new_id(),
        "sides": sorted(set(body.sides)),
        "people": sorted(_ids(body.people)),
        "occurred_at": body.occurred_at or now(),
    }
    await repository.add_event_once(session, columns)


def _ids(texts: Sequence[str]) -> set[UUID]:
    found = set()
    for text in texts:
        try:
            found.add(parse_id(text))
        except NotFound:
            continue
    return found


async def person_of(session: AsyncSession, caller: Caller) -> UUID:
    """The person who calls, whose rows alone this transaction then sees. Raises: Forbidden for a machine client."""
    try:
        person = await profiles.read(session, caller)
    except NotFound:
        raise Forbidden("Notifications are told to people.") from None
    await repository.as_person(session, person.id)
    return person.id


def sought(caller: Caller, contract_id: UUID | None = None, *, unread: bool = False) -> Sought:
    """What of it the caller's functions open now."""
    return Sought(
        base=rules.kinds_open_to(caller.functions),
        apart={one: rules.kinds_open_to(functions) for one, functions in caller.contract_functions.items()},
        within=caller.contracts,
        contract=contract_id,
        unread=unread,
    )


async def count_unread(session: AsyncSession, caller: Caller) -> int:
    """How much the caller has not read, MOST_COUNTED at most. Raises: Forbidden."""
    person_id = await person_of(session, caller)
    return await repository.count_unread(session, person_id, sought(caller, unread=True), MOST_COUNTED)


async def mark_read(
    session: AsyncSession, caller: Caller, ids: Sequence[UUID] | None, until: datetime | None, contract: UUID | None
) -> int:
    """Note what the caller has read; how much is unread then. Raises: Forbidden."""
    person_id = await person_of(session, caller)
    await repository.mark_read(session, person_id, ids, until, contract)
    return await repository.count_unread(session, person_id, sought(caller, unread=True), MOST_COUNTED)


def show(row: Row[tuple[object, ...]]) -> NotificationView:
    """One as its person reads it."""
    told = row[0]
    columns = {name: value for name, value in vars(told).items() if not name.startswith("_")}
    nature = NATURES[Kind(columns["kind"])]
    subject = columns["subject_id"]
    return NotificationView.model_validate(
        {
            **columns,
            "group": nature.group,
            "asks": nature.asks,
            "side": columns["doer_side"],
            "contract": {"id": columns["contract_id"], "title": row.contract_title},
            "subject": None if subject is None else {"id": subject, "title": row.action_title},
        }
    )


async def preferences(session: AsyncSession, caller: Caller) -> tuple[Rhythms, str, int]:
    """What the caller chose, the zone that it is meant in, and its revision. Raises: Forbidden."""
    person_id = await person_of(session, caller)
    kept = await repository.mailbox(session, person_id)
    person = await profiles.read(session, caller)
    visible = await agreements.page(session, caller.organisation_id, None, 100, among=caller.contracts)
    zone = rules.zone_of(person.zone, [contract.zone for contract in visible])
    chosen = Rhythms.model_validate(body_of({} if kept is None else kept.rhythms))
    return chosen, zone, 0 if kept is None else kept.revision


async def choose(session: AsyncSession, caller: Caller, wanted: Rhythms, if_match: str) -> tuple[Rhythms, str, int]:
    """Keep what the caller chooses. Raises: Forbidden, PreconditionFailed."""
    _, _, revision = await preferences(session, caller)
    if not is_expected(if_match, revision):
        raise PreconditionFailed
    rhythms = {group: rhythm for group, rhythm in wanted.model_dump().items() if rhythm != Rhythm.BY_URGENCY}
    person_id, organisation_id = parse_id(caller.subject), caller.organisation_id
    assert organisation_id is not None
    if not await repository.choose(session, person_id, organisation_id, rhythms, revision):
        raise PreconditionFailed
    return await preferences(session, caller)


def shown(rhythms: Rhythms, zone: str) -> PreferencesView:
    """Preferences with when mail leaves."""
    at = rules.HOUR.strftime("%H:%M")
    return PreferencesView.model_validate({**rhythms.model_dump(), "at": at, "weekday": "monday", "zone": zone})


def opens(functions: Sequence[str], kind: Kind) -> bool:
    """Whether somebody with these functions may open what a kind is about."""
    return kind in rules.kinds_open_to(Function(one) for one in functions)
