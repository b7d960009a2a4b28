"""Who reaches which route of feedback, and what the role of requests can see."""

import re

import asyncpg
import pytest

from services.common.app import declared_right
from services.common.auth.access import Function
from tests.factories.feedback import answer, answers_body
from tests.support.apps import api_routes
from tests.support.contracts import ContractsHouse, Pair
from tests.support.databases import looking
from tests.support.feedback import FeedbackHouse

MISSING = "0197f3a2-6b1c-7c55-9d0e-4a1f6b2c3d99"
F = Function


def test_every_route_declares_its_right_and_refuses_strangers(feedback: FeedbackHouse) -> None:
    checked = set()
    for route in api_routes(feedback.app):
        if not route.path.startswith(("/v1/", "/internal/")) or route.path == "/internal/jwks.json":
            continue
        assert declared_right(route.dependant), route.path
        for method in route.methods or ():
            refused = feedback.stranger.call(method, re.sub(r"{\w+}", MISSING, route.path), json={})
            assert refused.status_code == 401, route.path
            checked.add((method, route.path))
    assert checked == {
        ("GET", "/v1/contracts/{contract_id}/answers"),
        ("GET", "/v1/contracts/{contract_id}/verbatims"),
        ("GET", "/v1/contracts/{contract_id}/verbatims/scores"),
        ("GET", "/v1/contracts/{contract_id}/verbatims/themes"),
        ("GET", "/v1/contracts/{contract_id}/verbatims/queues"),
        ("PUT", "/v1/contracts/{contract_id}/verbatims/{answer_id}/themes/{code}"),
        ("DELETE", "/v1/contracts/{contract_id}/verbatims/{answer_id}/themes/{code}"),
        ("GET", "/v1/contracts/{contract_id}/verbatim-releases"),
        ("PUT", "/v1/contracts/{contract_id}/verbatim-releases"),
        ("POST", "/v1/contracts/{contract_id}/verbatim-releases"),
        ("GET", "/v1/contracts/{contract_id}/mask-corrections"),
        ("POST", "/v1/contracts/{contract_id}/verbatims/{answer_id}/corrections"),
        ("POST", "/v1/contracts/{contract_id}/mask-corrections/{correction_id}/answer"),
        ("GET", "/v1/contracts/{contract_id}/themes"),
        ("PUT", "/v1/contracts/{contract_id}/themes"),
        ("GET", "/v1/contracts/{contract_id}/themes/suggestions"),
        ("GET", "/v1/contracts/{contract_id}/relay/teams"),
        ("POST", "/v1/contracts/{contract_id}/relay/teams"),
        ("PUT", "/v1/contracts/{contract_id}/relay/teams/{team_id}"),
        ("GET", "/v1/contracts/{contract_id}/relay/rules"),
        ("PUT", "/v1/contracts/{contract_id}/relay/rules"),
        ("GET", "/v1/contracts/{contract_id}/relay/items"),
        ("GET", "/v1/contracts/{contract_id}/relay/items/{answer_id}"),
        ("GET", "/v1/contracts/{contract_id}/relay/counts"),
        ("POST", "/v1/contracts/{contract_id}/relay/items/{answer_id}/steps"),
        ("GET", "/v1/contracts/{contract_id}/relay/delays"),
        ("GET", "/v1/contracts/{contract_id}/relay/hooks"),
        ("POST", "/v1/contracts/{contract_id}/relay/hooks"),
        ("PUT", "/v1/contracts/{contract_id}/relay/hooks/{hook_id}"),
        ("PUT", "/v1/contracts/{contract_id}/relay/hooks/{hook_id}/state"),
        ("DELETE", "/v1/contracts/{contract_id}/relay/hooks/{hook_id}"),
        ("POST", "/v1/contracts/{contract_id}/relay/hooks/{hook_id}/secrets"),
        ("POST", "/v1/contracts/{contract_id}/relay/hooks/{hook_id}/tests"),
        ("GET", "/v1/contracts/{contract_id}/relay/hooks/{hook_id}/messages"),
        ("POST", "/v1/contracts/{contract_id}/relay/hooks/{hook_id}/messages/{message_id}/resend"),
        ("POST", "/v1/contracts/{contract_id}/relay/hooks/{hook_id}/resends"),
        ("GET", "/v1/contracts/{contract_id}/person-requests"),
        ("GET", "/v1/contracts/{contract_id}/person-requests/{request_id}/export"),
        ("GET", "/v1/contracts/{contract_id}/person-requests/{request_id}/findings"),
        ("GET", "/internal/contracts/{contract_id}/use"),
        ("POST", "/internal/answers"),
        ("POST", "/internal/erased-tickets"),
        ("POST", "/v1/contracts/{contract_id}/answers"),
        ("POST", "/v1/contracts/{contract_id}/answers/imports"),
        ("POST", "/v1/contracts/{contract_id}/answers/imports/preview"),
        ("GET", "/v1/contracts/{contract_id}/answers/imports"),
        ("POST", "/v1/contracts/{contract_id}/answers/imports/{import_id}/undo"),
        ("GET", "/v1/contracts/{contract_id}/survey-tools"),
        ("POST", "/v1/contracts/{contract_id}/survey-tools"),
        ("GET", "/v1/contracts/{contract_id}/survey-tools/{tool_id}"),
        ("PUT", "/v1/contracts/{contract_id}/survey-tools/{tool_id}/fields"),
        ("POST", "/v1/contracts/{contract_id}/survey-tools/{tool_id}/secrets"),
        ("GET", "/v1/contracts/{contract_id}/survey-tools/{tool_id}/questions"),
        ("GET", "/v1/contracts/{contract_id}/survey-tools/{tool_id}/deliveries"),
        ("POST", "/v1/contracts/{contract_id}/survey-tools/{tool_id}/rereads"),
        ("POST", "/v1/contracts/{contract_id}/survey-tools/{tool_id}/trials"),
        ("POST", "/v1/contracts/{contract_id}/person-requests"),
        ("POST", "/v1/contracts/{contract_id}/person-requests/{request_id}/steps"),
        ("GET", "/v1/contracts/{contract_id}/surveys"),
        ("POST", "/v1/contracts/{contract_id}/surveys"),
        ("GET", "/v1/contracts/{contract_id}/surveys/{survey_id}"),
        ("PUT", "/v1/contracts/{contract_id}/surveys/{survey_id}"),
        ("GET", "/v1/contracts/{contract_id}/surveys/{survey_id}/preview"),
        ("GET", "/v1/contracts/{contract_id}/surveys/{survey_id}/responses"),
        ("POST", "/v1/contracts/{contract_id}/surveys/{survey_id}/invitations"),
        ("GET", "/v1/contracts/{contract_id}/evaluations"),
        ("GET", "/v1/contracts/{contract_id}/evaluations/criteria"),
        ("POST", "/v1/contracts/{contract_id}/evaluations/criteria"),
        ("POST", "/v1/contracts/{contract_id}/evaluations/criteria/{grid_id}/answers"),
        ("POST", "/v1/contracts/{contract_id}/evaluations/{quarter}"),
        ("GET", "/v1/contracts/{contract_id}/threads"),
        ("GET", "/v1/contracts/{contract_id}/threads/delays"),
        ("GET", "/v1/contracts/{contract_id}/threads/{thread_id}"),
        ("POST", "/v1/contracts/{contract_id}/threads"),
        ("POST", "/v1/contracts/{contract_id}/threads/{thread_id}/messages"),
        ("POST", "/v1/contracts/{contract_id}/threads/{thread_id}/readings"),
        ("PUT", "/internal/contracts/{contract_id}"),
        ("PUT", "/internal/person-requests/{request_id}/erasure"),
    }


def test_a_foreign_contract_is_a_missing_one(feedback: FeedbackHouse, contracts: ContractsHouse, pair: Pair) -> None:
    outsider = feedback.member(contracts.organisation(), *(set(F) - {F.PLATFORM_ADMIN}))
    answers = [
        outsider.get(f"/v1/contracts/{contract}/answers", headers={"x-forwarded-path": "/asked"})
        for contract in (pair.contract_id, MISSING, "not-an-id")
    ]
    assert {found.status_code for found in answers} == {404}
    assert len({found.content for found in answers}) == 1


def test_the_function_decides_last(feedback: FeedbackHouse, pair: Pair) -> None:
    statuses = {
        function: feedback.member(pair.donneur_ordre_id, function).get(f"{pair.path}/answers").status_code
        for function in F
    }
    assert statuses == {function: 403 if function is F.PLATFORM_ADMIN else 200 for function in F}


def test_the_platform_administrator_sees_no_answers(
    feedback: FeedbackHouse, contracts: ContractsHouse, pair: Pair
) -> None:
    operator = str(contracts.operator.organisation_id)
    assert feedback.member(operator, F.PLATFORM_ADMIN).get(f"{pair.path}/answers").status_code == 404


def test_internal_routes_are_for_the_services_they_name(feedback: FeedbackHouse, pair: Pair) -> None:
    for method, path, welcome in (
        ("POST", "/internal/answers", "kpi"),
        ("POST", "/internal/erased-tickets", "kpi"),
        ("PUT", f"/internal/contracts/{pair.contract_id}", "contracts"),
    ):
        statuses = {
            name: feedback.service(name).call(method, path, json={}).status_code
            for name in ("gateway", "contracts", "kpi")
        }
        assert statuses == {"gateway": 404, "contracts": 404, "kpi": 404} | {welcome: 422}
        assert feedback.member(pair.donneur_ordre_id, *F).call(method, path, json={}).status_code == 404


async def test_rows_of_others_are_not_there(feedback: FeedbackHouse, contracts: ContractsHouse, pair: Pair) -> None:
    feedback.service("kpi").post("/internal/answers", answers_body(pair.contract_id, answer("k1")))
    for organisation, seen in ((pair.sous_traitant_id, 1), (contracts.organisation(), 0), (None, 0)):
        async with looking(feedback.urls.app, organisation) as connection:
            for table in ("survey_answer", "contract", "contract_party"):
                query = f"SELECT count(*) FROM {table} WHERE contract_id = $1"
                assert await connection.fetchval(query, pair.contract_id) == seen
    async with looking(feedback.urls.app, platform=True) as connection:
        assert await connection.fetchval("SELECT count(*) FROM survey_answer") == 0


@pytest.mark.parametrize("table", ["survey_answer", "contract", "contract_party", "answer_comment"])
async def test_requests_write_nothing(feedback: FeedbackHouse, pair: Pair, table: str) -> None:
    async with looking(feedback.urls.app, pair.donneur_ordre_id) as connection:
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await connection.execute(f"DELETE FROM {table} WHERE contract_id = $1", pair.contract_id)
