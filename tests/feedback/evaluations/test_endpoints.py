"""Mutual evaluation over HTTP: criteria of both, scores sealed until nobody can copy them, nothing changed after."""

from datetime import UTC, datetime, timedelta
from typing import Any

import asyncpg
import pytest

from services.common.auth.access import Function
from services.common.identifiers import new_id
from tests.support.callers import Api, faults
from tests.support.contracts import ContractsHouse, Pair
from tests.support.databases import looking
from tests.support.feedback import FeedbackHouse
from tests.support.problems import problem

F = Function
CRITERIA = [
    {"code": "clarity", "label_fr": "Clarté des consignes", "label_en": "Clarity of instructions"},
    {"code": "quality", "label_fr": "Qualité des réponses", "label_en": "Quality of answers"},
]


def _quarter(back: int) -> str:
    """Quarters ago, in Paris or as near as it matters here."""
    today = datetime.now(UTC) + timedelta(hours=1)
    place = today.year * 4 + (today.month - 1) // 3 - back
    return f"{place // 4}-Q{place % 4 + 1}"


LAST = _quarter(1)
"""Open at any time: until the present quarter ends."""


class Mutual:
    """A contract, a manager of each side, and criteria that both agreed on."""

    def __init__(self, feedback: FeedbackHouse, pair: Pair) -> None:
        self.feedback, self.pair = feedback, pair
        self.client = feedback.member(pair.donneur_ordre_id, F.MANAGER)
        self.provider = feedback.member(pair.sous_traitant_id, F.MANAGER)
        self.path = f"{pair.path}/evaluations"

    def propose(self, side: Api, criteria: list[dict[str, str]] | None = None) -> str:
        """Criteria; their id."""
        answer = side.post(f"{self.path}/criteria", {"criteria": criteria or CRITERIA})
        assert answer.status_code == 201, answer.text
        return str(answer.json()["proposed"]["id"])

    def answer(self, side: Api, grid: str, **body: Any) -> Any:
        """Agree, unless the body says otherwise."""
        return side.post(f"{self.path}/criteria/{grid}/answers", {"agreed": True} | body)

    def agree(self, criteria: list[dict[str, str]] | None = None) -> None:
        """Both agree on criteria."""
        answer = self.answer(self.provider, self.propose(self.client, criteria))
        assert answer.status_code == 201, answer.text

    def give(self, side: Api, *scores: int, quarter: str = LAST, **changes: Any) -> Any:
        """Evaluate."""
        codes = [one["code"] for one in CRITERIA]
        given = [{"code": code, "score": score} for code, score in zip(codes, scores, strict=False)]
        return side.post(f"{self.path}/{quarter}", {"scores": given} | changes)

    def told(self, side: Api, quarter: str = LAST) -> dict[str, Any]:
        """A quarter as a side reads it."""
        items = side.get(self.path).json()["items"]
        return next(one for one in items if one["quarter"] == quarter)


@pytest.fixture
def mutual(feedback: FeedbackHouse, pair: Pair) -> Mutual:
    """A new contract."""
    return Mutual(feedback, pair)


def test_criteria_are_those_of_both(mutual: Mutual) -> None:
    nothing = mutual.client.get(f"{mutual.path}/criteria").json()
    assert (nothing["agreed"], nothing["proposed"], len(nothing["default"]) >= 5) == (None, None, True)
    assert mutual.client.get(mutual.path).json() == {"items": []}
    problem(mutual.give(mutual.client, 4, 5), 409, "criteria_not_agreed")
    grid = mutual.propose(mutual.provider)
    problem(mutual.answer(mutual.provider, grid), 403)
    problem(mutual.answer(mutual.client, grid, agreed=False), 422)
    refused = mutual.answer(mutual.client, grid, agreed=False, comment="Trop peu.").json()
    assert (refused["agreed"], refused["proposed"]) == (None, None)
    problem(mutual.answer(mutual.client, grid), 409)
    first, second = mutual.propose(mutual.provider), mutual.propose(mutual.client)
    problem(mutual.answer(mutual.client, first), 409)
    agreed = mutual.answer(mutual.provider, second).json()
    assert (agreed["agreed"]["criteria"], agreed["proposed"]) == (CRITERIA, None)
    assert agreed["agreed"]["author"]["side"] == "donneur_ordre"
    assert agreed == mutual.client.get(f"{mutual.path}/criteria").json()
    problem(mutual.answer(mutual.provider, str(new_id())), 404)


def test_scores_are_sealed_until_both_are_given(mutual: Mutual) -> None:
    mutual.agree()
    assert mutual.told(mutual.client) == mutual.told(mutual.provider)
    assert mutual.told(mutual.client)["state"] == "open"
    assert mutual.give(mutual.client, 4, 5, comment="Bon trimestre.").status_code == 201
    own, theirs = mutual.told(mutual.client)["donneur_ordre"], mutual.told(mutual.provider)["donneur_ordre"]
    assert ([one["score"] for one in own["scores"]], own["comment"]) == ([4, 5], "Bon trimestre.")
    assert (theirs["sealed"], theirs["scores"], theirs["comment"]) == (True, [], None)
    assert theirs["written_at"] == own["written_at"]
    corrected = mutual.give(mutual.client, 3, 5).json()
    assert corrected["donneur_ordre"]["version"] == 2
    assert mutual.give(mutual.provider, 2, 4).status_code == 201
    both = mutual.told(mutual.client)
    assert both == mutual.told(mutual.provider)
    assert both["state"] == "complete"
    assert [one["score"] for one in both["donneur_ordre"]["scores"]] == [3, 5]
    assert [one["score"] for one in both["sous_traitant"]["scores"]] == [2, 4]
    for side in (mutual.client, mutual.provider):
        problem(mutual.give(side, 1, 1), 409, "evaluation_closed")


async def test_the_database_keeps_the_seal_too(mutual: Mutual) -> None:
    mutual.agree()
    mutual.give(mutual.client, 4, 5)
    contract, urls = mutual.pair.contract_id, mutual.feedback.urls
    query = "SELECT count(*) FROM evaluation_scores WHERE contract_id = $1"

    async def seen(organisation: str) -> int:
        async with looking(urls.app, organisation) as connection:
            found: int = await connection.fetchval(query, contract)
            return found

    assert (await seen(mutual.pair.donneur_ordre_id), await seen(mutual.pair.sous_traitant_id)) == (1, 0)
    mutual.give(mutual.provider, 1, 1)
    assert (await seen(mutual.pair.donneur_ordre_id), await seen(mutual.pair.sous_traitant_id)) == (2, 2)
    forged = (
        "INSERT INTO evaluation_scores (contract_id, quarter, side, version, scores, closes_at)"
        " SELECT contract_id, quarter, 'sous_traitant', 9, '[]', now() FROM evaluation"
        f" WHERE contract_id = '{contract}'"
    )
    tables = ("evaluation", "evaluation_scores", "evaluation_grid", "evaluation_criterion")
    for statement in (forged, *(f"DELETE FROM {table}" for table in tables)):
        async with looking(urls.app, mutual.pair.donneur_ordre_id) as connection:
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await connection.execute(statement)
    async with looking(urls.worker) as connection:
        with pytest.raises(asyncpg.RestrictViolationError):
            await connection.execute("UPDATE evaluation_scores SET scores = '[]'")


def test_the_criteria_of_the_first_are_those_of_the_second(mutual: Mutual) -> None:
    mutual.agree()
    mutual.give(mutual.client, 4, 5)
    mutual.agree([{"code": "other", "label_fr": "Autre", "label_en": "Other"}])
    assert mutual.told(mutual.provider)["criteria"] == CRITERIA
    assert mutual.give(mutual.provider, 4, 5).status_code == 201


@pytest.mark.parametrize("quarter", ["2020-Q1", "2150-Q1"])
def test_a_quarter_has_its_time(mutual: Mutual, quarter: str) -> None:
    mutual.agree()
    problem(mutual.give(mutual.client, 4, 5, quarter=quarter), 409, "evaluation_closed")
    problem(mutual.give(mutual.client, 4, 5, quarter="2026-11"), 404)


def test_every_criterion_is_scored_from_one_to_five(mutual: Mutual) -> None:
    mutual.agree()
    assert faults(mutual.give(mutual.client, 4)) == {"scores"}
    for wrong in (0, 6, True, 4.5, "4"):
        assert faults(mutual.give(mutual.client, 4, wrong)) == {"scores.1.score"}  # type: ignore[arg-type]
    twice = [{"code": "clarity", "score": 4}, {"code": "clarity", "score": 5}]
    assert faults(mutual.give(mutual.client, scores=twice)) == {"scores"}
    many = [CRITERIA[0] | {"code": f"c{number}"} for number in range(11)]
    for criteria in (
        many,
        [],
        [CRITERIA[0]] * 2,
        [CRITERIA[0] | {"code": "Clarté"}],
        [CRITERIA[0] | {"label_fr": "\x00"}],
    ):
        assert mutual.client.post(f"{mutual.path}/criteria", {"criteria": criteria}).status_code == 422


def test_strangers_find_nothing_and_others_write_nothing(
    mutual: Mutual, feedback: FeedbackHouse, contracts: ContractsHouse
) -> None:
    grid = mutual.propose(mutual.client)
    outsider = feedback.member(contracts.organisation(), *(set(F) - {F.PLATFORM_ADMIN}))
    platform = feedback.member(str(contracts.operator.organisation_id), F.PLATFORM_ADMIN)
    key = feedback.member(mutual.pair.donneur_ordre_id, F.BI_READER)
    lead = feedback.member(mutual.pair.sous_traitant_id, F.TEAM_LEAD, F.SIGNATORY)
    calls: list[tuple[str, str, Any]] = [
        ("GET", mutual.path, None),
        ("GET", f"{mutual.path}/criteria", None),
        ("POST", f"{mutual.path}/criteria", {"criteria": CRITERIA}),
        ("POST", f"{mutual.path}/criteria/{grid}/answers", {"agreed": True}),
        ("POST", f"{mutual.path}/{LAST}", {"scores": [{"code": "clarity", "score": 4}]}),
    ]
    for method, path, body in calls:
        for api, status in ((feedback.stranger, 401), (outsider, 404), (platform, 404), (key, 403)):
            problem(api.call(method, path, json=body), status)
        assert lead.call(method, path, json=body).status_code == (200 if method == "GET" else 403)


def test_what_is_sent_again_counts_once(mutual: Mutual) -> None:
    mutual.agree()
    body = {"scores": [{"code": one["code"], "score": 4} for one in CRITERIA]}
    versions = [
        mutual.client.post(f"{mutual.path}/{LAST}", body, headers={"idempotency-key": "one"}).json()["donneur_ordre"]
        for _ in range(2)
    ]
    assert versions[0] == versions[1]
    assert versions[0]["version"] == 1
