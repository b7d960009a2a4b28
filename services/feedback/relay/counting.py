"""How many items there are, in all and by team."""

from collections import defaultdict
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.common.auth.caller import ContractAccess
from services.feedback.relay import repository
from services.feedback.relay.measures import CountOut, CountsOut, TeamCount
from services.feedback.relay.rules import Counted, Kind, counted
from services.feedback.relay.service import only_teams_of


async def count(session: AsyncSession, access: ContractAccess, *, mine: bool) -> CountsOut:
    """Counts of the items that the caller may see; `mine`: only of teams that the caller is a member of."""
    member = access.caller.subject if mine else only_teams_of(access)
    names: dict[UUID, str] = {}
    teams: dict[tuple[UUID, Kind], Counted] = defaultdict(Counted)
    whole: dict[Kind, Counted] = {"trouble": Counted(), "praise": Counted()}
    for row in await repository.counts(session, access.contract_id, member):
        names[row.id] = row.name
        found = counted(row.kind, row.state, row.items, row.due)
        teams[row.id, row.kind] += found
        whole[row.kind] += found
    return CountsOut(
        trouble=CountOut.model_validate(whole["trouble"]),
        praise=CountOut.model_validate(whole["praise"]),
        teams=[
            TeamCount(
                id=team,
                name=name,
                trouble=CountOut.model_validate(teams[team, "trouble"]),
                praise=CountOut.model_validate(teams[team, "praise"]),
            )
            for team, name in names.items()
        ],
    )
