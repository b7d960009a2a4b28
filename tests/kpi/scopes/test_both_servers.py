"""Scopes and feeds below HTTP, on both servers."""

from random import Random

from services.common.identifiers import new_id
from services.kpi.agreed import service as agreed
from services.kpi.agreed.service import Asking
from services.kpi.feeds import repository, service
from services.kpi.feeds.schemas import NewFeed
from services.kpi.feeds.service import FeedKeeper
from services.kpi.scopes.repository import VERSIONS, told_values
from services.kpi.scopes.schemas import ConditionIn, NewScope
from services.kpi.scopes.service import content_of
from services.kpi.sources import repository as sources
from services.kpi.terms import service as terms
from tests.kpi.folding.test_fold import random_week
from tests.kpi.scopes.support import NOW
from tests.support.figures import sums_differ
from tests.support.kpi import Workbench


async def test_a_feed_and_its_scope_from_proposal_to_end(workbench: Workbench) -> None:
    """given a draft and an active contract of the same parties / then one feeds the other until the parties differ."""
    home = await workbench.contract(state="draft")
    other = home.model_copy(update={"id": new_id(), "state": "active"})
    source = await workbench.source(home.id)
    await workbench.store(source, random_week(Random(2), 20, ("A", "B")))
    only_a = [ConditionIn(attribute="group", operator="includes", values=["A"])]
    database = workbench.database
    async with database.background_session() as session:
        await terms.take_over(session, other)
        row = await sources.find(session, source.id)
        assert row is not None
        wanted = NewFeed(source_id=source.id, conditions=only_a)
        await service.propose(session, Asking(other.id, source.id, "donneur_ordre", "a"), row, wanted)
    async with database.background_session() as session:
        await service.approve(session, Asking(other.id, source.id, "sous_traitant", "b"))
        own = Asking(home.id, source.id, "sous_traitant", "b")
        feed_of_home = await agreed.feed_of(session, home.id, source.id)
        await agreed.propose(session, VERSIONS, own, feed_of_home, content_of(NewScope(conditions=only_a)))
    while await FeedKeeper(database).run_next():
        pass
    await workbench.fold(NOW)
    days = [await workbench.days(contract.id) for contract in (home, other)]
    assert days[0] == days[1]
    assert "out_of_scope.group_not_in" in {code for code, _ in days[0]}
    assert await sums_differ(database, other.id) == 0
    async with database.background_session() as session:
        assert set(await told_values(session, home.id, source.id)) == {"form", "group"}
        (version,) = await VERSIONS.list_of(session, other.id, source.id, None, 10)
        assert version.state == "in_force"
        feed = await repository.find(session, other.id, source.id)
        assert feed is not None
        assert (await service.overlapping(session, [feed]))[source.id, other.id]
        swapped = [home.parties[0], home.parties[1].model_copy(update={"organisation_id": new_id()})]
        await terms.take_over(session, home.model_copy(update={"revision": 2, "parties": swapped}))
        ended = await repository.find(session, other.id, source.id)
        assert ended is not None
        assert ended.state == "ended"
