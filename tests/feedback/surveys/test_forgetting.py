"""Erased at a person's wish, or kept as long as was told: nothing ties an invitation to anybody, and counts stay."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import asyncpg
from pydantic import SecretStr

from deploy.local.urls import plain
from services.common.auth.access import Function
from services.common.database import Database
from services.feedback.rights.ageing import Ageing
from tests.factories.feedback import invitation
from tests.feedback.surveys.conftest import Asking
from tests.support.feedback import PSEUDONYM_KEY, FeedbackHouse
from tests.support.processes import eventually

EMAIL = "Zephyrine.Canarello@exemple.fr"


@asynccontextmanager
async def _writing(feedback: FeedbackHouse) -> AsyncIterator[asyncpg.Connection]:
    connection = await asyncpg.connect(plain(feedback.urls.worker))
    try:
        yield connection
    finally:
        await connection.close()


def _counts(asking: Asking) -> list[dict[str, object]]:
    return asking.responses()


async def test_an_erased_person_leaves_counts_and_nothing_else(asking: Asking) -> None:
    feedback, pair = asking.feedback, asking.pair
    fates = asking.invite(
        invitation("a", EMAIL, ticket_id="T1", ticket_url=f"https://outil.example/?m={EMAIL}"),
        invitation("b", "c-2", ticket_id="T2"),
        invitation("c", "c-3", ticket_id="T3"),
        invitation("d", "c-4"),
    )
    for place, words in enumerate(("Bonjour, Zéphyrine", "de T2", f"écrivez à {EMAIL}")):
        assert asking.send(fates[place]["url"], score="9", solved="1", comment=words).status_code == 200
    before, answers = _counts(asking), len(asking.verbatims())
    controller = feedback.member(pair.donneur_ordre_id, Function.MANAGER)
    asked = controller.post(
        f"{pair.path}/person-requests",
        {
            "kind": "erasure",
            "received_on": "2026-11-03",
            "references": [{"kind": "email", "value": EMAIL}, {"kind": "ticket", "value": "T2"}],
        },
    ).json()
    steps = f"{pair.path}/person-requests/{asked['id']}/steps"
    assert controller.post(steps, {"step": "erase"}).json()["erasure"] == "ordered"

    def state() -> str:
        items = controller.get(f"{pair.path}/person-requests").json()["items"]
        return str(next(one["erasure"] for one in items if one["id"] == asked["id"]))

    eventually(lambda: state() == "waiting", "kpi is told")
    told = {"contract_id": pair.contract_id, "tickets": [], "contents": 0}
    path = f"/internal/person-requests/{asked['id']}/erasure"
    assert feedback.service("kpi").put(path, told).status_code == 204
    eventually(lambda: state() == "done", "feedback has erased")

    async with _writing(feedback) as connection:
        rows = await connection.fetch(
            "SELECT * FROM survey_invitation WHERE contract_id = $1 ORDER BY erased_at IS NULL", pair.contract_id
        )
        kept = await connection.fetch("SELECT * FROM survey_answer WHERE contract_id = $1", pair.contract_id)
    assert [row["erased_at"] is None for row in rows] == [False, False, False, True]
    assert {(row["customer"], row["ticket_id"], row["answer_digest"]) for row in rows[:3]} == {(None, None, None)}
    assert "zephyrine" not in str([dict(row) for row in (*rows, *kept)]).lower()
    # Of a link nothing is left that it could be compared with.
    assert not [row for row in kept if any(str(one["id"]) in row["answer_key"] for one in rows)]
    for fate in fates[:3]:
        assert asking.open(fate["url"]).content == asking.open(fates[0]["url"][:30]).content
    assert asking.open(fates[3]["url"]).status_code == 200
    assert _counts(asking) == before
    assert {(item["erased"], item["text"]) for item in asking.verbatims()} == {(True, None)}
    assert len(asking.verbatims()) == answers
    again = asking.invite(invitation("a", EMAIL), invitation("e", EMAIL))
    assert [(fate["verdict"], fate["url"] is None) for fate in again] == [("duplicate", True), ("invited", False)]


async def test_what_was_kept_long_enough_is_erased(asking: Asking) -> None:
    """given a survey that tells of 24 months / when they are over / then words and customers are gone, counts stay."""
    fates = asking.invite(invitation("old"), invitation("silent"), invitation("new"))
    assert asking.send(fates[0]["url"], score="9", comment="il y a longtemps").status_code == 200
    assert asking.send(fates[2]["url"], score="8", comment="hier").status_code == 200
    async with _writing(asking.feedback) as connection:
        await connection.execute(
            "UPDATE survey_invitation SET invited_at = now() - interval '24 months 1 minute' WHERE contract_id = $1"
            " AND (answer_digest IS NULL OR answered_at = (SELECT min(answered_at) FROM survey_invitation"
            " WHERE contract_id = $1))",
            asking.pair.contract_id,
        )
    database = Database(asking.feedback.urls.app, asking.feedback.urls.worker, 2, "test")
    try:
        ageing = Ageing(database, SecretStr(PSEUDONYM_KEY))
        assert await ageing.run_batch() >= 2
        assert await ageing.run_batch() == 0
    finally:
        await database.dispose()
    texts = {item["score"]: (item["text"], item["erased"]) for item in asking.verbatims()}
    assert texts == {9: (None, True), 8: ("hier", False)}
    assert asking.open(fates[1]["url"]).status_code == 404
    assert asking.open(fates[2]["url"]).status_code == 410
    async with _writing(asking.feedback) as connection:
        left = await connection.fetchval(
            "SELECT count(customer) FROM survey_invitation WHERE contract_id = $1", asking.pair.contract_id
        )
    assert left == 1
