"""What a feedback that has just started makes good: contracts of which it has not heard."""

from collections.abc import Iterator
from typing import cast
from uuid import UUID

import asyncpg
import pytest

from deploy.local.urls import plain
from services.common.auth.access import Function
from services.common.database import Database
from services.common.http import ServiceClient
from services.feedback.directory.contracts import ContractsDirectory
from tests.factories.feedback import answer, answers_body
from tests.feedback.conftest import Neighbourhood
from tests.support.contracts import ContractsHouse, Pair
from tests.support.databases import blocking, looking
from tests.support.feedback import FeedbackHouse
from tests.support.processes import eventually


def _status(feedback: FeedbackHouse, pair: Pair, organisation_id: str) -> int:
    return feedback.member(organisation_id, Function.READER).get(f"{pair.path}/answers").status_code


async def _forget(feedback: FeedbackHouse, contract_id: str) -> None:
    connection = await asyncpg.connect(plain(feedback.urls.worker))
    try:
        for table in ("contract", "contract_party"):
            await connection.execute(f"DELETE FROM {table} WHERE contract_id = $1", contract_id)
    finally:
        await connection.close()


@pytest.mark.parametrize("door", ["reader", "kpi"])
def test_a_contract_it_has_not_heard_of_is_asked_for(
    neighbourhood: Neighbourhood, contracts: ContractsHouse, door: str
) -> None:
    with neighbourhood.start_feedback(compare_seconds=3600.0) as feedback:
        pair = contracts.pair()
        blocking(_forget(feedback, pair.contract_id))
        if door == "kpi":
            told = feedback.service("kpi").post("/internal/answers", answers_body(pair.contract_id, answer("k1")))
            assert (told.status_code, told.json()) == (200, {"kept": 1})
        assert _status(feedback, pair, pair.sous_traitant_id) == 200


def test_lost_messages_are_made_good_at_the_start(neighbourhood: Neighbourhood, contracts: ContractsHouse) -> None:
    pairs = [contracts.pair() for _ in range(3)]
    contracts.lose_messages()
    with neighbourhood.start_feedback(compare_seconds=3600.0) as feedback:
        eventually(lambda: blocking(_known(feedback, pairs)) == 3, "all are known")


@pytest.fixture
def feedback_apart(neighbourhood: Neighbourhood) -> Iterator[FeedbackHouse]:
    """A feedback service that has just started."""
    with neighbourhood.start_feedback(compare_seconds=3600.0) as running:
        yield running


@pytest.fixture
def told(feedback_apart: FeedbackHouse, contracts: ContractsHouse) -> Pair:
    """A contract of which feedback was told."""
    pair = contracts.pair()
    assert _status(feedback_apart, pair, pair.donneur_ordre_id) == 200
    return pair


async def _known(feedback: FeedbackHouse, pairs: list[Pair]) -> int:
    async with looking(feedback.urls.worker) as connection:
        ids = [pair.contract_id for pair in pairs]
        return int(await connection.fetchval("SELECT count(*) FROM contract WHERE contract_id = ANY($1::uuid[])", ids))


async def test_a_contract_told_a_moment_ago_is_looked_for_again(feedback_apart: FeedbackHouse, told: Pair) -> None:
    """A reader who comes while the message is being taken over must not be taken for a stranger."""
    database = Database(feedback_apart.urls.app, feedback_apart.urls.worker, 1, "test")
    try:
        # Without a client: nothing is asked.
        directory = ContractsDirectory(cast(ServiceClient, None), database, 3600.0)
        assert await directory.resolve(UUID(told.contract_id))
    finally:
        await database.dispose()
