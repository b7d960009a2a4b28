"""Surveys and invitations: who may write them, each key once, each customer once in a while."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from services.common.auth.access import Function
from tests.factories.feedback import invitation, survey_body
from tests.feedback.surveys.conftest import AskIn, Asking
from tests.support.callers import faults
from tests.support.contracts import ContractsHouse, Pair
from tests.support.databases import looking
from tests.support.feedback import FeedbackHouse

F = Function
MISSING = "0197f3a2-6b1c-7c55-9d0e-4a1f6b2c3d99"


def _verdicts(fates: list[dict[str, Any]]) -> list[str]:
    return [fate["verdict"] for fate in fates]


def test_either_partys_manager_writes_a_survey_and_nobody_overwrites_unseen(asking: Asking) -> None:
    pair, feedback = asking.pair, asking.feedback
    other = feedback.member(pair.donneur_ordre_id, F.MANAGER)
    assert other.get(f"{pair.path}/surveys").json() == {"items": [asking.survey], "next_cursor": None}
    assert (asking.survey["revision"], asking.survey["changed_by"]["side"]) == (1, "sous_traitant")
    assert (asking.survey["open_days"], asking.survey["rest_days"], asking.survey["active"]) == (14, 30, True)
    changed = survey_body(kind="csat", active=False)
    assert other.call("PUT", asking.path, json=changed).status_code == 428
    assert other.call("PUT", asking.path, json=changed, headers={"if-match": '"7"'}).status_code == 412
    written = other.call("PUT", asking.path, json=changed, headers={"if-match": '"1"'})
    assert (written.status_code, written.headers["etag"]) == (200, '"2"')
    assert (written.json()["kind"], written.json()["changed_by"]["side"]) == ("csat", "donneur_ordre")
    assert asking.manager.call("PUT", asking.path, json=changed, headers={"if-match": '"1"'}).status_code == 412
    assert asking.manager.get(asking.path).json() == written.json()
    assert (
        other.call("PUT", f"{pair.path}/surveys/{MISSING}", json=changed, headers={"if-match": "*"}).status_code == 404
    )


def test_who_may(asking: Asking, contracts: ContractsHouse) -> None:
    feedback, pair = asking.feedback, asking.pair
    wanted = {"invitations": [invitation("k")]}
    for function in F:
        member = feedback.member(pair.donneur_ordre_id, function)
        reads = 403 if function in (F.PLATFORM_ADMIN, F.BI_READER) else 200
        writes = 200 if function is F.MANAGER else 403
        for path in (asking.path, f"{asking.path}/preview", f"{asking.path}/responses", f"{pair.path}/surveys"):
            assert member.get(path).status_code == reads, (function, path)
        assert member.post(f"{asking.path}/invitations", wanted).status_code == writes, function
    outsider = feedback.member(contracts.organisation(), *(set(F) - {F.PLATFORM_ADMIN}))
    for method, path in (
        ("GET", asking.path),
        ("PUT", asking.path),
        ("POST", f"{asking.path}/invitations"),
        ("GET", f"{asking.path}/responses"),
        ("GET", f"{asking.path}/preview"),
    ):
        here = outsider.call(method, path, json={}, headers={"x-forwarded-path": "/asked"})
        nowhere = outsider.call(
            method, path.replace(pair.contract_id, MISSING), json={}, headers={"x-forwarded-path": "/asked"}
        )
        assert (here.status_code, here.content) == (404, nowhere.content)


async def test_rows_of_others_are_not_there(asking: Asking, contracts: ContractsHouse) -> None:
    asking.invite(invitation("k"))
    for organisation, seen in ((asking.pair.donneur_ordre_id, 1), (contracts.organisation(), 0), (None, 0)):
        async with looking(asking.feedback.urls.app, organisation) as connection:
            for table in ("survey", "survey_invitation"):
                query = f"SELECT count(*) FROM {table} WHERE contract_id = $1"
                assert await connection.fetchval(query, asking.pair.contract_id) == seen


def test_wrong_surveys_are_refused(asking: Asking) -> None:
    wrong: dict[str, dict[str, Any]] = {
        "kind": {"kind": "ces"},
        "brand": {"brand": "a\nb"},
        "languages": {"languages": ["fr", "fr"]},
        "open_days": {"open_days": 0},
        "rest_days": {"rest_days": 366},
        "kept_months": {"kept_months": 61},
        "controller_name": {"controller_name": ""},
        "colour": {"colour": "red"},
    }
    for field, changes in wrong.items():
        assert faults(asking.manager.post(f"{asking.pair.path}/surveys", survey_body(**changes))) == {field}
    for contact in ("javascript:alert(1)", "nobody", "http://a b", "ftp://x.example", "x" * 600):
        answer = asking.manager.post(f"{asking.pair.path}/surveys", survey_body(rights_contact=contact))
        assert {fault.partition(".")[0] for fault in faults(answer)} == {"rights_contact"}


def test_a_key_is_one_invitation_with_one_link(asking: Asking) -> None:
    [first] = asking.invite(invitation("k1", ticket_id="48213"))
    again = asking.invite(invitation("k1"), invitation("k2"), invitation("k2", "somebody else"))
    assert _verdicts([first, *again]) == ["invited", "duplicate", "invited", "duplicate"]
    assert again[0] == first | {"verdict": "duplicate"}
    assert again[1]["url"] == again[2]["url"] != first["url"]
    left = datetime.fromisoformat(first["expires_at"]) - datetime.now(UTC)
    assert timedelta(days=13, hours=23) < left <= timedelta(days=14)


def test_a_customer_is_left_in_peace_whatever_the_survey(asking: Asking, ask: AskIn) -> None:
    other, unhurried = ask(kind="csat"), ask(rest_days=0)
    fates = asking.invite(
        invitation("k1", "Jean@Exemple.fr"), invitation("k2", "jean@exemple.FR"), invitation("k3", "C-7")
    )
    assert _verdicts(fates) == ["invited", "fatigued", "invited"]
    assert (fates[1]["url"], fates[1]["expires_at"]) == (None, None)
    assert _verdicts(other.invite(invitation("k1", "jean@exemple.fr"), invitation("k2", "c-7"))) == [
        "fatigued",
        "invited",
    ]
    assert _verdicts(asking.invite(invitation("k2", "somebody new"))) == ["fatigued"]
    assert _verdicts(unhurried.invite(invitation("k1", "jean@exemple.fr"))) == ["invited"]
    [month] = asking.responses()
    assert (month["invited"], month["fatigued"]) == (2, 1)


async def test_what_is_kept_of_a_customer_names_nobody(asking: Asking) -> None:
    asking.invite(
        invitation("dossier-de-jean", "jean@exemple.fr", ticket_id="7"),
        invitation("autre-dossier", "jean@exemple.fr", ticket_id="8"),
    )
    async with looking(asking.feedback.urls.worker) as connection:
        rows = await connection.fetch(
            "SELECT * FROM survey_invitation WHERE contract_id = $1 ORDER BY verdict", asking.pair.contract_id
        )
    assert "jean" not in str([dict(row) for row in rows])
    assert [(row["verdict"], row["customer"] is None, row["ticket_id"]) for row in rows] == [
        ("fatigued", True, None), ("invited", False, "7"),
    ]  # fmt: skip


def test_batches_at_once_invite_each_customer_once(asking: Asking) -> None:
    """given eight batches at once of the same customers, each in another order / then each is asked once."""

    def batch(number: int) -> list[dict[str, Any]]:
        places = range(20) if number % 2 else reversed(range(20))
        return asking.invite(*(invitation(f"b{number}-{place}", f"c{place}") for place in places))

    with ThreadPoolExecutor(8) as pool:
        fates = [fate for batch_fates in pool.map(batch, range(8)) for fate in batch_fates]
    assert (_verdicts(fates).count("invited"), _verdicts(fates).count("fatigued")) == (20, 140)
    with ThreadPoolExecutor(8) as pool:
        again = list(pool.map(lambda _: asking.invite(*(invitation(f"s{place}") for place in range(20))), range(8)))
    assert sum(_verdicts(one).count("invited") for one in again) == 20
    assert len({fate["url"] for one in again for fate in one}) == 20


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"answer_by": "2020-01-01T00:00:00Z"}, "invitations.0"),
        ({"answer_by": "2126-01-01T00:00:00Z"}, "invitations.0"),
        ({"answer_by": "2027-01-01T00:00:00"}, "invitations.0.answer_by"),
        ({"language": "de"}, "invitations.0.language"),
        ({"customer_key": ""}, "invitations.0.customer_key"),
        ({"ticket_url": "javascript:alert(1)"}, "invitations.0.ticket_url"),
        ({"email": "a@b.fr"}, "invitations.0.email"),
    ],
)
def test_wrong_invitations_are_refused(asking: Asking, changes: dict[str, Any], field: str) -> None:
    answer = asking.manager.post(f"{asking.path}/invitations", {"invitations": [invitation("k") | changes]})
    assert faults(answer) == {field}


def test_a_batch_has_an_end(asking: Asking, ask: AskIn) -> None:
    fates = asking.invite(*(invitation(f"k{place}") for place in range(500)))
    assert _verdicts(fates) == ["invited"] * 500
    many = {"invitations": [invitation(f"m{place}") for place in range(501)]}
    assert faults(asking.manager.post(f"{asking.path}/invitations", many)) == {"invitations"}
    french = ask(languages=["fr"])
    wanted = {"invitations": [invitation("k", language="fr"), invitation("l", language="en")]}
    assert faults(french.manager.post(f"{french.path}/invitations", wanted)) == {"invitations.1.language"}
    french.change(active=False)
    assert french.manager.post(f"{french.path}/invitations", {"invitations": [invitation("k")]}).status_code == 409


def test_repeated_creation_makes_one(feedback: FeedbackHouse, pair: Pair) -> None:
    manager = feedback.member(pair.donneur_ordre_id, F.MANAGER)
    headers = {"idempotency-key": "once"}
    made = [manager.call("POST", f"{pair.path}/surveys", json=survey_body(), headers=headers) for _ in range(2)]
    assert made[0].json() == made[1].json()
    assert len(manager.get(f"{pair.path}/surveys").json()["items"]) == 1
