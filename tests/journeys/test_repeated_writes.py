"""Writes sent again with their key, and edits of what somebody else changed meanwhile."""

import itertools

from tests.support.newcomers import CONTRACTS, KPI, PARAMETERS, Agreement, Newcomers
from tests.support.problems import fields, problem
from tests.support.sending import pages

_keys = itertools.count(1)


def key() -> dict[str, str]:
    """An `Idempotency-Key` of its own."""
    return {"idempotency-key": f"essai-{next(_keys)}"}


def test_the_same_key_has_one_effect(newcomers: Newcomers, agreement: Agreement) -> None:
    """given a write that is sent again with its key / then the first answer, secrets included, and one effect."""
    again = key()
    organisation = {"name": "Atelier Lumen"}
    first, second = (newcomers.admin.post(f"{CONTRACTS}/organisations", organisation, headers=again) for _ in range(2))
    assert (first.status_code, first.content) == (second.status_code, second.content)
    before = len(list(pages(agreement.managers[0], f"{KPI}/sources", contract_id=agreement.id)))
    body = {"contract_id": agreement.id, "system": "generic", "name": "essai"}
    again = key()
    answers = [agreement.managers[0].post(f"{KPI}/sources", body, headers=again) for _ in range(3)]
    assert len({answer.content for answer in answers}) == 1
    assert answers[0].status_code == 201
    after = list(pages(agreement.managers[0], f"{KPI}/sources", contract_id=agreement.id))
    assert len(after) == before + 1


def test_the_same_key_for_something_else(agreement: Agreement) -> None:
    """given a key that came with another body or to another address / then 422 and no effect."""
    again = key()
    body = {"contract_id": agreement.id, "system": "generic", "name": "essai"}
    manager = agreement.managers[1]
    made = manager.post(f"{KPI}/sources", body, headers=again)
    assert made.status_code == 201
    refused = problem(manager.post(f"{KPI}/sources", {**body, "name": "autre"}, headers=again), 422)
    assert refused["code"] == "idempotency_key_reused"
    problem(
        manager.post(f"{KPI}/sources/{made.json()['id']}/secrets", {}, headers=again), 422, "idempotency_key_reused"
    )
    # A key belongs to who sends it.
    assert agreement.managers[0].post(f"{KPI}/sources", {**body, "name": "autre"}, headers=again).status_code == 201
    too_long = manager.post(f"{KPI}/sources", body, headers={"idempotency-key": "x" * 256})
    assert fields(too_long) == {"header.idempotency-key"}


def test_a_refused_write_leaves_its_key_free(agreement: Agreement) -> None:
    """given a write that was refused / when it is corrected and sent with the same key / then it is done."""
    again = key()
    body = {"contract_id": agreement.id, "system": "generic", "name": "essai"}
    assert agreement.managers[0].post(f"{KPI}/sources", {**body, "system": "fax"}, headers=again).status_code == 422
    assert agreement.managers[0].post(f"{KPI}/sources", body, headers=again).status_code == 201


def test_edits_of_what_was_read(newcomers: Newcomers) -> None:
    """given an ETag / when somebody wrote in between / then 412 and nothing changed; with the present one it is."""
    draft = newcomers.draft()
    path = f"{draft.path}/parameters"
    read = draft.managers[0].get(draft.path).headers["etag"]
    written = draft.managers[0].put(path, PARAMETERS, headers={"if-match": read})
    assert written.status_code == 200
    other = {**PARAMETERS, "reopen_window_hours": 24}
    for stale in (read, '"nothing"', 'W/"1"'):
        problem(draft.managers[1].put(path, other, headers={"if-match": stale}), 412, "precondition_failed")
    assert len(draft.managers[0].get(path).json()["items"]) == 1
    problem(draft.managers[0].post(f"{draft.path}/acceptances", {}, headers={"if-match": read}), 412)
    present = draft.managers[1].get(draft.path).headers["etag"]
    assert present == written.headers["etag"]
    assert draft.managers[1].put(path, other, headers={"if-match": present}).status_code == 200
