"""Both parties write at once: whoever names what they read is told when it changed since, and nothing is lost."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest

from tests.factories.contracts import commitment_body, objective_body, parameters_body
from tests.support.callers import Api
from tests.support.contracts import Pair

Write = Callable[[Api, Pair, int, dict[str, str]], httpx.Response]


def _parameters(side: Api, pair: Pair, number: int, headers: dict[str, str]) -> httpx.Response:
    return side.put(f"{pair.path}/parameters", parameters_body(reopen_window_hours=100 + number), headers=headers)


def _commitment(side: Api, pair: Pair, number: int, headers: dict[str, str]) -> httpx.Response:
    return side.put(f"{pair.path}/commitments", commitment_body(target=f"0.5{number}"), headers=headers)


def _title(side: Api, pair: Pair, number: int, headers: dict[str, str]) -> httpx.Response:
    return side.call("PATCH", pair.path, json={"title": f"Titre {number}"}, headers=headers)


def _accept(side: Api, pair: Pair, number: int, headers: dict[str, str]) -> httpx.Response:
    return side.post(f"{pair.path}/acceptances", {"comment": str(number)}, headers=headers)


WRITES: dict[str, Write] = {"parameters": _parameters, "commitments": _commitment, "title": _title}


def _versions(pair: Pair) -> list[dict[str, Any]]:
    lists = (f"{pair.path}/parameters", f"{pair.path}/commitments?history=true", f"{pair.path}/corrections")
    return [one for path in lists for one in pair.donneur_ordre.get(path).json()["items"]]


@pytest.mark.parametrize("name", WRITES)
def test_of_two_who_read_the_same_one_writes_and_the_other_is_told(pair: Pair, name: str) -> None:
    read = pair.donneur_ordre.get(pair.path).headers["etag"]
    sides = (pair.donneur_ordre, pair.sous_traitant)
    with ThreadPoolExecutor(2) as pool:
        writing = [pool.submit(WRITES[name], side, pair, place, {"if-match": read}) for place, side in enumerate(sides)]
        answers = [one.result() for one in writing]
    assert sorted(answer.status_code for answer in answers) == [200, 412]
    assert len(_versions(pair)) == 1
    # Whoever lost reads again and writes on top: both are on record.
    loser = next(place for place, answer in enumerate(answers) if answer.status_code == 412)
    again = sides[loser].get(pair.path).headers["etag"]
    assert WRITES[name](sides[loser], pair, loser, {"if-match": again}).status_code == 200
    assert {one["author"]["side"] for one in _versions(pair)} == {"donneur_ordre", "sous_traitant"}


@pytest.mark.parametrize("first", WRITES)
@pytest.mark.parametrize("second", [*WRITES, "accept"])
def test_what_changed_since_it_was_read_stops_every_write(pair: Pair, first: str, second: str) -> None:
    read = pair.sous_traitant.get(pair.path).headers["etag"]
    assert WRITES[first](pair.donneur_ordre, pair, 1, {"if-match": read}).status_code == 200
    known = _versions(pair)
    late = (WRITES | {"accept": _accept})[second](pair.sous_traitant, pair, 2, {"if-match": read})
    assert (late.status_code, late.json()["code"]) == (412, "precondition_failed")
    assert _versions(pair) == known
    assert pair.donneur_ordre.get(f"{pair.path}/acceptances").json()["items"] == []


def test_of_two_counter_values_to_one_objective_one_stands(pair: Pair) -> None:
    path = f"{pair.path}/objectives"
    first = pair.donneur_ordre.post(path, objective_body()).json()["id"]
    sides = (pair.donneur_ordre, pair.sous_traitant)
    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(lambda side: side.post(path, objective_body(replaces=first)), sides))
    assert sorted(answer.status_code for answer in answers) == [201, 422]
    assert len(pair.donneur_ordre.get(path).json()["items"]) == 2


def test_proposals_of_both_stand_side_by_side(active: Pair) -> None:
    sides = (active.donneur_ordre, active.sous_traitant)
    later = "2026-09-01T00:00:00+02:00"

    def propose(place: int) -> httpx.Response:
        body = parameters_body(reopen_window_hours=100 + place, valid_from=later)
        return sides[place].put(f"{active.path}/parameters", body)

    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(propose, range(2)))
    assert [answer.status_code for answer in answers] == [202, 202]
    waiting = active.donneur_ordre.get(f"{active.path}/parameters").json()["items"]
    assert sorted(one["reopen_window_hours"] for one in waiting if one["state"] == "proposed") == [100, 101]
