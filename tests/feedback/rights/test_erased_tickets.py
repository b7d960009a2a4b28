"""Deliveries that two contracts share were erased for one: the words that they brought to the other go too."""

from services.common.auth.access import Function
from tests.factories.feedback import answer, answers_body
from tests.support.contracts import Pair
from tests.support.databases import looking
from tests.support.feedback import FeedbackHouse
from tests.support.problems import problem


async def test_words_that_came_with_erased_tickets_go(feedback: FeedbackHouse, pair: Pair) -> None:
    """given answers of two tickets and two sources / when one ticket is erased / then its words alone go, once."""
    kpi = feedback.service("kpi")
    other = answer("k3", ticket_id="9")
    for body in (
        answers_body(pair.contract_id, answer("k1"), answer("k2", kind="nps", score=9, scale_max=10), other),
        answers_body(pair.contract_id, answer("k1"), source_id="other"),
    ):
        assert kpi.post("/internal/answers", body).status_code == 200
    reader = feedback.member(pair.donneur_ordre_id, Function.READER)
    before = reader.get(f"{pair.path}/answers").content
    erased = {"contract_id": pair.contract_id, "tickets": [["src_zendesk", "48213"]]}
    problem(feedback.service("contracts").post("/internal/erased-tickets", erased), 404)
    for _ in range(2):
        assert kpi.post("/internal/erased-tickets", erased).status_code == 204
    async with looking(feedback.urls.worker) as connection:
        rows = await connection.fetch(
            "SELECT a.source_id, a.answer_key, a.erased_at, v.text IS NOT NULL AS shown,"
            " c.answer_id IS NOT NULL AS kept"
            " FROM survey_answer a LEFT JOIN verbatim v ON v.answer_id = a.id"
            " LEFT JOIN answer_comment c ON c.answer_id = a.id WHERE a.contract_id = $1",
            pair.contract_id,
        )
    left = {(row["source_id"], row["answer_key"]) for row in rows if row["shown"] and row["kept"]}
    assert left == {("src_zendesk", "k3"), ("other", "k1")}
    assert {row["answer_key"] for row in rows if row["erased_at"] is not None} == {"k1", "k2"}
    # Scores and instants stay: they are what was counted.
    assert reader.get(f"{pair.path}/answers").content == before
