"""What feedback knows of contracts: told and compared; and what it does without them."""

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from services.common.auth.access import Function
from tests.factories.feedback import answer, answers_body
from tests.feedback.conftest import Neighbourhood
from tests.support.apps import address, free_port, serving
from tests.support.callers import faults
from tests.support.contracts import ContractsHouse, Pair
from tests.support.feedback import FeedbackHouse
from tests.support.processes import eventually

MISSING = "0197f3a2-6b1c-7c55-9d0e-4a1f6b2c3d99"


def _status(feedback: FeedbackHouse, pair: Pair, organisation_id: str) -> int:
    return feedback.member(organisation_id, Function.READER).get(f"{pair.path}/answers").status_code


def test_a_contract_is_known_as_soon_as_it_is_drafted(feedback: FeedbackHouse, contracts: ContractsHouse) -> None:
    pair = contracts.pair()
    assert _status(feedback, pair, pair.donneur_ordre_id) == 200
    assert _status(feedback, pair, pair.sous_traitant_id) == 200
    assert _status(feedback, pair, contracts.organisation()) == 404


def test_a_revocation_holds_within_one_comparison_without_any_message(
    feedback: FeedbackHouse, contracts: ContractsHouse, pair: Pair
) -> None:
    assert _status(feedback, pair, pair.sous_traitant_id) == 200
    contracts.withdraw(pair.contract_id, pair.sous_traitant_id)
    contracts.lose_messages()
    eventually(lambda: _status(feedback, pair, pair.sous_traitant_id) == 404, "the access has ended", seconds=5)
    assert _status(feedback, pair, pair.donneur_ordre_id) == 200


def test_what_hangs_on_a_contract_is_told_by_name(feedback: FeedbackHouse, pair: Pair) -> None:
    path = f"/internal/contracts/{pair.contract_id}/use"
    assert feedback.service("contracts").get(path).json() == {"answers": False, "threads": False, "evaluations": False}
    assert feedback.service("kpi").post("/internal/answers", answers_body(pair.contract_id, answer("k1"))).is_success
    assert feedback.service("contracts").get(path).json() == {"answers": True, "threads": False, "evaluations": False}
    assert feedback.service("kpi").get(path).status_code == 404


def test_an_older_message_changes_nothing(feedback: FeedbackHouse, contracts: ContractsHouse, pair: Pair) -> None:
    pair.accept()
    snapshot = contracts.service("feedback").get(f"/internal/contracts/{pair.contract_id}").json()
    outsider = contracts.organisation()
    party = {
        "organisation_id": outsider,
        "side": "sous_traitant",
        "valid_from": "2020-01-01T00:00:00Z",
        "valid_to": None,
    }
    path = f"/internal/contracts/{pair.contract_id}"
    for change, seen in ((-1, 404), (0, 404), (1, 200)):
        told = {**snapshot, "revision": snapshot["revision"] + change, "parties": [party]}
        assert feedback.service("contracts").put(path, told).status_code == 204
        assert _status(feedback, pair, outsider) == seen
    assert _status(feedback, pair, pair.sous_traitant_id) == 404
    wrong = {**snapshot, "id": MISSING}
    assert faults(feedback.service("contracts").put(path, wrong)) == {"id"}


def test_without_contracts_it_goes_on_with_its_copy(
    neighbourhood: Neighbourhood, feedback: FeedbackHouse, pair: Pair
) -> None:
    port = free_port()
    with neighbourhood.start_feedback(port=port, contracts_url=address(free_port())) as alone:
        assert _status(alone, pair, pair.donneur_ordre_id) == 200
        reader = alone.member(pair.donneur_ordre_id, Function.READER)
        assert reader.get(f"/v1/contracts/{MISSING}/answers").status_code == 404
        told = alone.service("kpi").post("/internal/answers", answers_body(MISSING, answer("k1")))
        assert told.status_code == 503
        assert int(told.headers["retry-after"]) > 0
        assert alone.stranger.get("/readyz").status_code == 200


def test_an_unknown_contract_is_asked_for_once(neighbourhood: Neighbourhood) -> None:
    """A stranger who guesses ids makes no traffic; an answer that is no answer is not remembered."""
    asked: list[str] = []
    status = 500

    async def answer_nothing(request: Request) -> Response:
        asked.append(request.url.path)
        return Response(status_code=status)

    app = Starlette(routes=[Route("/{path:path}", answer_nothing)])
    with (
        serving(app, free_port()) as stand_in,
        neighbourhood.start_feedback(port=free_port(), contracts_url=stand_in, compare_seconds=3600.0) as feedback,
    ):
        reader = feedback.member(MISSING, Function.READER)
        for told, expected in ((500, 1), (200, 2), (404, 3), (404, 3)):
            status = told
            assert reader.get(f"/v1/contracts/{MISSING}/answers").status_code == 404
            assert asked.count(f"/internal/contracts/{MISSING}") == expected
