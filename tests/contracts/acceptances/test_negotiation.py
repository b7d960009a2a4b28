"""Proposal, counter-value, agreement: who wrote what, what took the place of what, and the text of it all."""

import hashlib
import json

from tests.factories.contracts import commitment_body, objective_body
from tests.support.callers import faults
from tests.support.contracts import Pair


def test_a_counter_value_replaces_an_objective_and_the_first_one_stays_on_record(pair: Pair) -> None:
    path = f"{pair.path}/objectives"
    first = pair.donneur_ordre.post(path, objective_body()).json()
    pair.donneur_ordre.post(f"{pair.path}/acceptances", {})
    counter = pair.sous_traitant.post(path, objective_body(target_value="0.8") | {"replaces": first["id"]})
    assert counter.status_code == 201
    assert counter.json()["replaces"] == first["id"]
    listed = pair.donneur_ordre.get(path).json()["items"]
    assert [(one["author"]["side"], one["target_value"]) for one in listed] == [
        ("donneur_ordre", objective_body()["target_value"]),
        ("sous_traitant", "0.8"),
    ]
    assert all(one["written_at"].endswith("Z") for one in listed)
    again = pair.donneur_ordre.post(path, objective_body() | {"replaces": first["id"]})
    assert faults(again) == {"replaces"}
    # What was accepted before the counter-value has to be accepted again.
    (given,) = pair.donneur_ordre.get(f"{pair.path}/acceptances").json()["items"]
    assert given["void"] is True


def test_only_an_objective_of_the_contract_is_replaced(pair: Pair, active: Pair) -> None:
    elsewhere = active.donneur_ordre.post(f"{active.path}/objectives", objective_body()).json()["id"]
    body = objective_body() | {"replaces": elsewhere}
    assert faults(pair.donneur_ordre.post(f"{pair.path}/objectives", body)) == {"replaces"}


def test_versions_of_a_commitment_tell_who_wrote_them(pair: Pair) -> None:
    objective = pair.donneur_ordre.post(f"{pair.path}/objectives", objective_body()).json()["id"]
    body = commitment_body() | {"objective_id": objective}
    pair.donneur_ordre.put(f"{pair.path}/commitments", body)
    pair.sous_traitant.put(f"{pair.path}/commitments", body | {"target": "0.5" if body["unit"] == "ratio" else "99999"})
    versions = pair.donneur_ordre.get(f"{pair.path}/commitments", params={"history": "true"}).json()["items"]
    assert [one["author"]["side"] for one in versions] == ["donneur_ordre", "sous_traitant"]
    (ruling,) = pair.donneur_ordre.get(f"{pair.path}/commitments", params={"at": body["valid_from"]}).json()["items"]
    assert ruling["id"] == versions[-1]["id"]


def test_the_text_is_told_with_the_digest_that_is_accepted(pair: Pair) -> None:
    pair.donneur_ordre.post(f"{pair.path}/objectives", objective_body())
    answer = pair.sous_traitant.get(f"{pair.path}/text")
    told = answer.json()
    assert answer.headers["etag"] == f'"{told["revision"]}"'
    canonical = json.dumps(told["text"], sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert hashlib.sha256(canonical.encode()).hexdigest() == told["digest"]
    accepted = pair.sous_traitant.post(
        f"{pair.path}/acceptances", {}, headers={"if-match": answer.headers["etag"]}
    ).json()
    assert accepted["digest"] == told["digest"]
    (given,) = pair.sous_traitant.get(f"{pair.path}/acceptances").json()["items"]
    assert "accepted_name" in given
