"""Reading items and taking their next step; the delays of both sides."""

from collections import defaultdict
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.common.auth.access import Permission
from services.common.auth.caller import ContractAccess
from services.common.errors import Conflict, FieldFault, Forbidden, Invalid, NotFound
from services.common.identifiers import new_id
from services.common.instants import from_microseconds, now, to_microseconds
from services.common.news import tell_people
from services.common.pagination import Page, PageRequest, cut_page, encode_cursor
from services.feedback.outgoing.announcing import announce_step
from services.feedback.relay import repository
from services.feedback.relay.measures import DelayOut, DelaysOut
from services.feedback.relay.models import RelayItem, RelayStep
from services.feedback.relay.repository import Found, Order, Wanted
from services.feedback.relay.rules import DOES, NEWS, OPEN, NotNow, Side, Step, Wait, after, delay, possible, waits
from services.feedback.relay.schemas import (
    ItemOut,
    NewStep,
    Next,
    StepOut,
    TeamNamed,
    View,
)
from services.feedback.releases.service import Sight, sight_of
from services.feedback.themes import service as themes
from services.feedback.themes.schemas import Author, Tag
from services.feedback.verbatims.service import show as show_verbatim

STATES: dict[View, tuple[str, ...] | None] = {
    "open": OPEN,
    "replied": ("replied",),
    "closed": ("accepted", "passed_on"),
    "all": None,
}


async def list_items(
    session: AsyncSession,
    access: ContractAccess,
    page: PageRequest,
    *,
    view: View,
    kind: str | None,
    team: UUID | None,
    mine: bool,
    late: bool | None,
) -> Page[ItemOut]:
    """A page of items, those that are due first, first; of what is closed the other way. Raises: Invalid."""
    member = access.caller.subject if mine else only_teams_of(access)
    wanted = Wanted(kind=kind, states=STATES[view], team=team, member=member, late=late)
    order = Order(backwards=view == "closed", mixed=view == "all" or (view == "open" and kind is None))
    rows = await repository.page(session, access.contract_id, wanted, order, _position(page), page.limit + 1)
    kept, more = cut_page(rows, page.limit)
    last = kept[-1][0] if more else None
    return Page(
        items=await _shown(session, access, list(kept)),
        next_cursor=None if last is None else encode_cursor(*place_of(last), str(last.answer_id)),
    )


async def read_item(session: AsyncSession, access: ContractAccess, answer_id: UUID) -> ItemOut:
    """One item. Raises: NotFound, also for somebody of another team."""
    wanted = Wanted(answer=answer_id, member=only_teams_of(access))
    rows = await repository.page(session, access.contract_id, wanted, Order(), None, 1)
    if not rows:
        raise NotFound
    return (await _shown(session, access, rows))[0]


async def take(session: AsyncSession, access: ContractAccess, answer_id: UUID, wanted: NewStep) -> ItemOut:
    """Take a step. Raises: NotFound, Forbidden when it is the other side's, Conflict when it is not possible now."""
    mine = Wanted(answer=answer_id, member=only_teams_of(access))
    found = await repository.lock_item(session, access.contract_id, mine)
    if found is None:
        raise NotFound
    if DOES[wanted.step] != access.side:
        raise Forbidden("The other party takes this step.")
    if access.side == "donneur_ordre" and not access.caller.holds(Permission.RELAY_MANAGE, access.contract_id):
        raise access.caller.refusal(Permission.RELAY_MANAGE)
    item = found[0]
    try:
        state = after(item.kind, item.state, wanted.step)  # type: ignore[arg-type]
    except NotNow:
        raise Conflict("Not possible: somebody went on with it, or a step before it is missing.") from None
    values = {
        "contract": access.contract_id,
        "answer": answer_id,
        "step": wanted.step,
        "cause": wanted.cause,
        "text": (wanted.text or "").strip() or None,
        "action": wanted.action_id,
        **themes.author_of(access),
    }
    await repository.move(session, values, state)
    await announce_step(session, access.contract_id, answer_id, wanted.step)
    await _tell(session, access, item.answer_id, item.team_id, wanted.step)
    await session.refresh(item)
    return (await _shown(session, access, [found]))[0]


async def _tell(session: AsyncSession, access: ContractAccess, answer_id: UUID, team_id: UUID, step: Step) -> None:
    """Have told who is waited for: the donneur d'ordre reads a reply, the team hears what became of it."""
    kind = NEWS.get(step)
    if kind is None:
        return
    sides, people = ["donneur_ordre"], list[str]()
    if access.side == "donneur_ordre":
        people = await repository.members(session, access.contract_id, team_id)
        sides = [] if people else ["sous_traitant"]
    await tell_people(
        session,
        access.contract_id,
        kind,
        # Every step of an item is another one.
        new_id(),
        sides=sides,
        people=people,
        subject_id=answer_id,
        doer=access,
    )


async def delays(
    session: AsyncSession, access: ContractAccess, since: datetime | None, until: datetime | None
) -> DelaysOut:
    """How long each side is waited for, of items relayed in [since, until) that the caller may see."""
    rows = await repository.spans(session, access.contract_id, since, until, only_teams_of(access))
    present = to_microseconds(now())
    found: dict[str, list[Wait]] = defaultdict(list)
    trouble = [row for row in rows if row.kind == "trouble"]
    for row in trouble:
        steps = zip(row.steps, map(to_microseconds, row.instants), strict=True)
        for name, one in waits(to_microseconds(row.created_at), steps, present).items():
            found[name] += one
    return DelaysOut(
        items=len(trouble),
        late=sum(row.state in OPEN and to_microseconds(row.due_at) < present for row in trouble),
        praise=len(rows) - len(trouble),
        passed_on=sum(row.state == "passed_on" for row in rows),
        acknowledge=_delay("sous_traitant", found["acknowledge"]),
        reply=_delay("sous_traitant", found["reply"]),
        decision=_delay("donneur_ordre", found["decision"]),
    )


def only_teams_of(access: ContractAccess) -> str | None:
    """Whose teams' items alone may be seen; None: all. The provider's leads and readers see those of their teams."""
    if access.side == "donneur_ordre" or access.caller.holds(Permission.RELAY_OVERSEE, access.contract_id):
        return None
    return access.caller.subject


async def _shown(session: AsyncSession, access: ContractAccess, rows: list[Found]) -> list[ItemOut]:
    contract_id, sight = access.contract_id, await sight_of(session, access)
    ids = [item.answer_id for item, *_ in rows]
    tags = await themes.tags_of(session, contract_id, ids)
    steps: dict[UUID, list[RelayStep]] = defaultdict(list)
    for one in await repository.steps(session, contract_id, ids) if ids else []:
        steps[one.answer_id].append(one)
    return [_item(found, steps[found[0].answer_id], tags[found[0].answer_id], sight) for found in rows]


def _item(found: Found, steps: list[RelayStep], tags: list[Tag], sight: Sight) -> ItemOut:
    item, team, answer, words = found
    return ItemOut.model_validate(
        {
            "id": item.answer_id,
            "kind": item.kind,
            "state": item.state,
            "team": TeamNamed(id=item.team_id, name=team),
            "created_at": item.created_at,
            "due_at": item.due_at,
            "late": item.kind == "trouble" and item.state in OPEN and item.due_at < now(),
            "answer_within_hours": item.answer_within_hours,
            "verbatim": show_verbatim(answer, words, tags, sight),
            "steps": [_step(one) for one in steps],
            "next": [Next(step=step, side=DOES[step]) for step in possible(item.kind, item.state)],  # type: ignore[arg-type]
        }
    )


def _step(row: RelayStep) -> StepOut:
    return StepOut.model_validate(
        {
            "step": row.step,
            "at": row.written_at,
            "author": Author.model_validate({"name": row.written_name, "side": row.written_side}),
            "cause": row.cause,
            "text": row.text,
            "action_id": row.action_id,
            "erased": row.erased,
        }
    )


def _delay(side: Side, found: list[Wait]) -> DelayOut:
    of = delay(found)
    return DelayOut(
        side=side,
        waits=of.waits,
        open=of.open,
        median_s=None if of.median_us is None else of.median_us // 1_000_000,
        median_at_least=of.median_at_least,
        p90_s=None if of.p90_us is None else of.p90_us // 1_000_000,
        p90_at_least=of.p90_at_least,
    )


def place_of(item: RelayItem) -> tuple[int, int]:
    """Where an item stands in a list: 0 while a reply is waited for, else 1; then when it was due, in µs."""
    return int(not (item.kind == "trouble" and item.state in OPEN)), to_microseconds(item.due_at)


def _position(page: PageRequest) -> tuple[int, datetime, UUID] | None:
    try:
        match page.after:
            case None:
                return None
            case [0 | 1 as rank, int(microseconds), str(answer_id)] if not isinstance(microseconds, bool):
                return rank, from_microseconds(microseconds), UUID(answer_id)
    except (ValueError, OverflowError):
        pass
    raise Invalid(FieldFault("cursor", "is not a cursor of this list"))
