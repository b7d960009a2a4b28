"""Teams of the provider, and the rules by which answers go to them."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.common.auth.caller import ContractAccess
from services.common.errors import FieldFault, Forbidden, Invalid, NotFound, PreconditionFailed
from services.common.identifiers import new_id
from services.common.instants import now
from services.feedback.relay import repository
from services.feedback.relay.models import RelayTeam
from services.feedback.relay.schemas import Member, NewRule, NewRules, NewTeam, Rule, RulesOut, TeamOut, TeamsOut
from services.feedback.relay.service import only_teams_of
from services.feedback.themes.schemas import Author
from services.feedback.themes.service import author_of, etag_of

MOST_TEAMS = 100
LOOKED_BACK_DAYS = 30


async def list_teams(session: AsyncSession, access: ContractAccess) -> TeamsOut:
    """All teams; who is in them for the provider alone."""
    return TeamsOut(items=[_team(one, access.side) for one in await repository.teams(session, access.contract_id)])


async def put_team(
    session: AsyncSession, access: ContractAccess, wanted: NewTeam, team_id: UUID | None = None
) -> TeamOut:
    """Add a team, or change one. Raises: NotFound, Forbidden for the other party, Invalid."""
    known = await repository.teams(session, access.contract_id)
    if team_id is not None and all(one.id != team_id for one in known):
        raise NotFound
    if access.side != "sous_traitant":
        raise Forbidden("The provider sets up its own teams.")
    if team_id is None and len(known) >= MOST_TEAMS:
        raise Invalid(FieldFault("name", f"there are {MOST_TEAMS} teams already"))
    if any(one.name.casefold() == wanted.name.casefold() and one.id != team_id for one in known):
        raise Invalid(FieldFault("name", "is that of another team"))
    kept = team_id or new_id()
    values = {
        "contract": access.contract_id,
        "id": kept,
        "title": wanted.name,
        "members": [one.model_dump(mode="json") for one in wanted.members],
        "active": wanted.active,
        **author_of(access),
    }
    await repository.put_team(session, values)
    return next(
        _team(one, access.side) for one in await repository.teams(session, access.contract_id) if one.id == kept
    )


async def read_rules(session: AsyncSession, access: ContractAccess) -> RulesOut:
    """The rules that hold, who wrote them, and how many answers were given too long ago for them."""
    told = await rules_of(session, access.contract_id)
    told.left_out_30_days = await repository.left_out(
        session, access.contract_id, LOOKED_BACK_DAYS, only_teams_of(access)
    )
    return told


async def rules_of(session: AsyncSession, contract_id: UUID) -> RulesOut:
    """The rules that hold, and who wrote them; of what was left out nothing."""
    row = await repository.rules(session, contract_id)
    if row is None:
        return RulesOut(version=0, items=[], author=None, written_at=None, left_out_30_days=0)
    return RulesOut(
        version=row.version,
        items=[Rule.model_validate(one) for one in row.rules],
        author=Author(name=row.written_name, side=row.written_side),
        written_at=row.written_at,
        left_out_30_days=0,
    )


async def write_rules(session: AsyncSession, access: ContractAccess, if_match: str, wanted: NewRules) -> RulesOut:
    """Replace all rules; one that is as it was keeps its beginning. Raises: PreconditionFailed, Invalid."""
    await repository.lock(session, access.contract_id)
    present = await rules_of(session, access.contract_id)
    if if_match.strip() != etag_of(present.version):
        raise PreconditionFailed("Somebody changed the rules since they were read.")
    active = {one.id for one in await repository.teams(session, access.contract_id) if one.active}
    faults = [
        FieldFault(f"items.{place}.team_id", "is no team that works")
        for place, one in enumerate(wanted.items)
        if one.team_id not in active
    ]
    if faults:
        raise Invalid(*faults)
    before = {one.id: one for one in present.items}
    values = {
        "contract": access.contract_id,
        "version": present.version + 1,
        "rules": [_rule(one, before).model_dump(mode="json") for one in wanted.items],
        **author_of(access),
    }
    await repository.add_rules(session, values)
    return await read_rules(session, access)


def _rule(wanted: NewRule, before: dict[UUID, Rule]) -> Rule:
    # Once only: a rule that is named twice goes on in the first place alone.
    old = before.pop(wanted.id, None) if wanted.id is not None else None
    told = wanted.model_dump(exclude={"id"})
    if old is not None and old.when == wanted.when:
        return Rule(id=old.id, since=old.since, **told)
    return Rule(id=new_id(), since=now(), **told)


def _team(row: RelayTeam, side: str | None) -> TeamOut:
    members = [Member.model_validate(one) for one in row.members] if side == "sous_traitant" else None
    return TeamOut(id=row.id, name=row.name, active=row.active, people=len(row.members), members=members)
