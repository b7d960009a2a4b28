"""Reading events behind row security: a range of the key, and nothing of feeds where the home contract is one's own."""

import json
from collections.abc import Iterator
from random import Random
from typing import Any

from services.kpi.tickets import repository
from tests.kpi.folding.test_fold import random_week
from tests.kpi.scopes.support import NOW, feed, group, keep_feeds, managers, sibling, tickets
from tests.support.databases import looking
from tests.support.kpi_service import KpiHouse, contract_uuid


def nodes(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A plan and everything below it."""
    yield plan
    for child in plan.get("Plans", ()):
        yield from nodes(child)


async def test_events_are_read_by_their_key_and_feeds_are_not_looked_at(house: KpiHouse) -> None:
    """given a fed contract beside its home / when a party reads events / then by key, and the feed costs nothing."""
    home = house.pair()
    other = sibling(house, home)
    manager, _ = managers(house, home)
    async with house.workbench() as bench:
        source = await bench.source(contract_uuid(home))
        await bench.store(source, random_week(Random(1), 120, ("A", "B")))
        assert feed(manager, other, source.id, group("A")).status_code == 201
        await keep_feeds(bench)
        await bench.fold(NOW)
    wanted = tickets(manager, other)[:50]
    statement = str(repository._EVENTS.text)
    for name, value in (
        (":contract", f"'{home.contract_id}'"), (":source", f"'{source.id}'"), (":known_at", "NULL"),
        (":tickets", "ARRAY[" + ",".join(f"'{ticket}'" for ticket in wanted) + "]"),
    ):  # fmt: skip
        statement = statement.replace(name, value)
    async with looking(house.urls.app, home.donneur_ordre_id) as connection:
        answer = await connection.fetchval(f"EXPLAIN (ANALYZE, FORMAT JSON) {statement}")
    found = list(nodes(json.loads(answer)[0]["Plan"]))
    (reading,) = [node for node in found if node.get("Index Name") == "ticket_event_pkey"]
    assert all(column in reading["Index Cond"] for column in ("contract_id", "source_id", "ticket_id"))
    fed = [node for node in found if node.get("Relation Name") == "source_feed"]
    assert fed
    assert all(node["Actual Loops"] == 0 for node in fed)
