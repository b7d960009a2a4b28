"""Links that let one person in once, passwords, and the sessions of one person."""

from typing import Any
from uuid import uuid4

import httpx
import pytest

from gateway.people.rules import fault_of
from tests.gateway.running import Browser, Running, Someone, Start, execute, new_person, signed_in
from tests.support.problems import problem
from tests.support.processes import eventually

MINE = "/api/kpi/v1/things/1"
GOOD = "quatre ânes gris au pré"
OTHER = "une barque verte sans rame"


def draw(gateway: Running, person_id: str, purpose: str, **more: Any) -> httpx.Response:
    """The contracts service orders a link."""
    order = {"purpose": purpose, "organisation_id": str(uuid4()), **more}
    return gateway.http.put(f"/internal/people/{person_id}/link", json=order, headers=gateway.internal())


def token_of(answer: httpx.Response) -> str:
    """What stands behind `#`."""
    assert answer.status_code == 200, answer.text
    return str(answer.json()["url"].partition("#")[2])


def invited(gateway: Running) -> tuple[str, str]:
    """Somebody invited: their id and the token of their link."""
    person_id = str(uuid4())
    gateway.services["contracts"].people[person_id] = {
        "id": person_id, "email": f"{person_id}@voix.example", "name": "Nadia Roux", "roles": [],
        "organisation": {"id": str(uuid4()), "name": "Voix du Rhône"}, "functions": ["manager"],
        "active": False, "invited": True, "language": "fr",
    }  # fmt: skip
    return person_id, token_of(draw(gateway, person_id, "invitation"))


def join(browser: Browser, token: str, **changes: Any) -> httpx.Response:
    """Join by a link."""
    body = {"token": token, "name": "Nadia Roux", "password": GOOD} | changes
    return browser.call("POST", "/auth/joinings", json=body)


def test_somebody_joins_by_their_link_once(gateway: Running) -> None:
    person_id, token = invited(gateway)
    browser = Browser(gateway)
    read = browser.call("POST", "/auth/links/readings", json={"token": token})
    told = read.json()
    assert (told["purpose"], told["name"], told["organisation"]) == ("invitation", "Nadia Roux", "Voix du Rhône")
    assert told["email"] == f"{person_id}@voix.example"
    joined = join(browser, token)
    assert joined.status_code == 201, joined.text
    assert joined.json()["person"]["id"] == person_id
    assert browser.get(MINE).status_code == 200
    for spent in (join(Browser(gateway), token), browser.call("POST", "/auth/links/readings", json={"token": token})):
        problem(spent, 404)
        assert spent.json()["code"] == "link_spent"
    again = Someone(person_id, "", f"{person_id}@voix.example", GOOD)
    assert Browser(gateway).sign_in(again).status_code == 200


def test_the_token_is_nowhere_in_the_database(gateway: Running) -> None:
    _, token = invited(gateway)
    rows = execute(gateway, "SELECT * FROM personal_link")
    assert rows
    assert token not in str(rows)
    assert len(token) == 43


def test_a_link_ends_when_it_is_late_replaced_or_taken_back(gateway: Running) -> None:
    person_id, first = invited(gateway)
    second = token_of(draw(gateway, person_id, "invitation"))
    problem(join(Browser(gateway), first), 404)
    execute(gateway, "UPDATE personal_link SET expires_at = now() WHERE person_id = $1", person_id)
    problem(join(Browser(gateway), second), 404)
    third = token_of(draw(gateway, person_id, "invitation"))
    assert gateway.http.delete(f"/internal/people/{person_id}", headers=gateway.internal()).status_code == 204
    problem(join(Browser(gateway), third), 404)
    for nonsense in ("x", "A" * 43, "é" * 43):
        problem(join(Browser(gateway), nonsense), 404)


@pytest.mark.parametrize(
    "password",
    [
        "short",
        "passwordpassword",
        "123456789012",
        "azertyuiopqs",
        "nadiarouxnadia",
        "NadiaRoux2024!",
        "aaaaaaaaaaaaaaaa",
    ],
)
def test_a_password_that_is_easily_guessed_is_refused_and_the_link_stays(gateway: Running, password: str) -> None:
    _, token = invited(gateway)
    refused = join(Browser(gateway), token, password=password)
    problem(refused, 422)
    assert [fault["field"] for fault in refused.json()["errors"]] == ["password"]
    assert password not in refused.text
    assert join(Browser(gateway), token).status_code == 201


def test_long_passwords_of_any_letters_are_taken() -> None:
    assert fault_of(GOOD, ["Nadia Roux"]) is None
    assert fault_of("合気道の先生は毎朝六時に起きる", []) is None
    assert fault_of("x7" * 128, []) is not None
    assert fault_of("korrekt pferd batterie heftklammer " * 7, []) is None


def test_nothing_else_is_taken_from_the_body(gateway: Running) -> None:
    _, token = invited(gateway)
    for more in ({"functions": ["platform_admin"]}, {"email": "other@voix.example"}, {"person_id": str(uuid4())}):
        problem(join(Browser(gateway), token, **more), 422)


def test_a_foreign_page_uses_no_link(gateway: Running) -> None:
    _, token = invited(gateway)
    foreign = httpx.post(
        f"{gateway.url}/auth/joinings",
        json={"token": token, "name": "x", "password": GOOD},
        headers={"origin": "https://evil.example", "sec-fetch-site": "cross-site"},
    )
    problem(foreign, 403)


def test_when_contracts_is_down_the_link_stays_good(gateway: Running) -> None:
    _, token = invited(gateway)
    gateway.services["contracts"].failing = True
    try:
        problem(join(Browser(gateway), token), 503)
    finally:
        gateway.services["contracts"].failing = False
    assert join(Browser(gateway), token).status_code == 201


def test_the_first_administrator_chooses_their_address(gateway: Running) -> None:
    stale = token_of(draw(gateway, str(uuid4()), "first_administrator"))
    person_id = str(uuid4())
    token = token_of(draw(gateway, person_id, "first_administrator"))
    problem(join(Browser(gateway), stale, email="ada@copil.example"), 404)
    problem(join(Browser(gateway), token), 422)
    gateway.services["contracts"].taken = {"taken@copil.example"}
    assert join(Browser(gateway), token, email="Taken@copil.example").json()["code"] == "email_taken"
    email = f"{person_id}@copil.example"
    joined = join(Browser(gateway), token, email=email.upper())
    assert joined.status_code == 201, joined.text
    assert (joined.json()["functions"], joined.json()["person"]["email"]) == (["platform_admin"], email)
    refused = draw(gateway, str(uuid4()), "first_administrator", unless=[person_id])
    assert (refused.status_code, refused.json()["code"]) == (409, "administrator_exists")
    assert draw(gateway, str(uuid4()), "first_administrator", unless=[str(uuid4())]).status_code == 200


def test_links_are_ordered_by_contracts_only(gateway: Running) -> None:
    body = {"purpose": "password", "organisation_id": str(uuid4())}
    path = f"/internal/people/{uuid4()}/link"
    problem(gateway.http.put(path, json=body), 404)
    problem(gateway.http.put(path, json=body, headers=gateway.bearer()), 404)


def test_a_password_is_changed_and_all_sessions_end(gateway: Running) -> None:
    here, somebody = signed_in(gateway)
    there = Browser(gateway)
    there.sign_in(somebody)
    assert there.get(MINE).status_code == 200
    wrong = here.call("PUT", "/auth/password", json={"current": "not it", "password": GOOD})
    problem(wrong, 422)
    assert wrong.json()["errors"][0]["field"] == "current"
    problem(here.call("PUT", "/auth/password", json={"current": somebody.password, "password": "short"}), 422)
    before = here.cookie
    changed = here.call("PUT", "/auth/password", json={"current": somebody.password, "password": GOOD})
    assert changed.status_code == 200, changed.text
    assert here.cookie != before
    assert here.get(MINE).status_code == 200
    problem(there.get(MINE), 401)
    problem(Browser(gateway).sign_in(somebody), 401)
    somebody.password = GOOD
    assert Browser(gateway).sign_in(somebody).status_code == 200
    problem(Browser(gateway).call("PUT", "/auth/password", json={"current": GOOD, "password": OTHER}), 401)


def test_guessing_the_present_password_gets_slower(gateway: Running) -> None:
    here, _ = signed_in(gateway)
    body = {"current": "not it", "password": GOOD}
    statuses = [here.call("PUT", "/auth/password", json=body).status_code for _ in range(7)]
    assert statuses[0] == 422
    assert statuses[-1] == 429


def test_a_new_password_by_a_link(gateway: Running) -> None:
    here, somebody = signed_in(gateway)
    token = token_of(draw(gateway, somebody.id, "password"))
    problem(join(Browser(gateway), token), 404)
    reset = {"token": token, "password": OTHER}
    assert Browser(gateway).call("POST", "/auth/password-resets", json=reset).status_code == 204
    problem(here.get(MINE), 401)
    problem(Browser(gateway).call("POST", "/auth/password-resets", json=reset), 404)
    problem(Browser(gateway).sign_in(somebody), 401)
    somebody.password = OTHER
    assert Browser(gateway).sign_in(somebody).status_code == 200
    _, invitation = invited(gateway)
    problem(Browser(gateway).call("POST", "/auth/password-resets", json={"token": invitation, "password": OTHER}), 404)


def test_sessions_are_listed_and_ended(gateway: Running) -> None:
    here, somebody = signed_in(gateway)
    there, third = Browser(gateway), Browser(gateway)
    agent = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
    there.call("POST", "/auth/session", json={"email": somebody.email, "password": somebody.password},
               headers={"user-agent": agent})  # fmt: skip
    third.sign_in(somebody)
    items = here.get("/auth/sessions").json()["items"]
    assert len(items) == 3
    assert [item["current"] for item in items].count(True) == 1
    assert {item["device"] for item in items} == {None, "Firefox, Linux"}
    assert {item["address"] for item in items} == {"127.0.0.1"}
    named = next(item for item in items if item["device"])
    stranger, _ = signed_in(gateway)
    problem(stranger.call("DELETE", f"/auth/sessions/{named['id']}"), 404)
    problem(here.call("DELETE", "/auth/sessions/nope"), 404)
    assert here.call("DELETE", f"/auth/sessions/{named['id']}").status_code == 204
    problem(there.get(MINE), 401)
    assert third.get(MINE).status_code == 200
    assert here.call("DELETE", "/auth/sessions/others").status_code == 204
    problem(third.get(MINE), 401)
    assert here.get(MINE).status_code == 200
    problem(Browser(gateway).get("/auth/sessions"), 401)


def test_asking_for_a_password_tells_nothing(gateway: Running) -> None:
    somebody = new_person(gateway)
    asked = [
        Browser(gateway).call("POST", "/auth/password-requests", json={"email": email})
        for email in (somebody.email, "nobody@voix.example", "no address")
    ]
    assert {answer.status_code for answer in asked} == {202}
    assert len({answer.content for answer in asked}) == 1
    # No mail here: no link either.
    assert execute(gateway, "SELECT 1 FROM personal_link WHERE person_id = $1", somebody.id) == []


def test_asking_is_limited(start: Start) -> None:
    gateway = start(password_request_rate="3/hour")
    body = {"email": "nobody@voix.example"}
    statuses = [Browser(gateway).call("POST", "/auth/password-requests", json=body).status_code for _ in range(4)]
    assert statuses == [202, 202, 202, 429]


def test_a_closed_account_has_no_links(gateway: Running) -> None:
    _, somebody = signed_in(gateway)
    token = token_of(draw(gateway, somebody.id, "password"))
    gateway.http.delete(f"/internal/people/{somebody.id}", headers=gateway.internal())
    eventually(
        lambda: (
            Browser(gateway).call("POST", "/auth/password-resets", json={"token": token, "password": OTHER}).status_code
            == 404
        ),
        "the link is spent",
    )
