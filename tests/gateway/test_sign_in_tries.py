"""Guessing passwords: as slow for an unknown address, slower with each try, and not forgotten by a restart."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import httpx
import pytest

from gateway.people.passwords import AT_ONCE, QUEUE, Passwords
from gateway.people.rules import LETTERS, METHOD, draw_password, nobodys_hash
from gateway.tries.rules import DAY, Count, Scope, is_forgotten, key_of, network_of, open_at
from services.common.errors import TooManyRequests
from tests.gateway.running import Browser, Running, Someone, Start, execute, new_person
from tests.support.databases import blocking
from tests.support.problems import problem

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def fresh(gateway: Running) -> None:
    """Nobody has tried anything from here."""
    execute(gateway, "DELETE FROM sign_in_try")


def attempt(gateway: Running, email: str, password: str = "wrong") -> httpx.Response:
    """One try, of a program."""
    return httpx.post(f"{gateway.url}/auth/session", json={"email": email, "password": password}, timeout=30)


def age(gateway: Running, ago: timedelta) -> None:
    """Let time pass since every try."""
    execute(gateway, "UPDATE sign_in_try SET last_at = last_at - $1::interval, since = since - $1::interval", ago)


def test_a_wrong_password_and_an_unknown_address_are_one_answer(gateway: Running) -> None:
    somebody = new_person(gateway)
    answers = [attempt(gateway, email) for email in (somebody.email, "nobody@maison-verlaine.example", "no address")]
    for answer in answers:
        assert problem(answer, 401, "sign_in_failed") == problem(answers[0], 401)
        assert answer.headers["www-authenticate"].startswith("Session")
        assert "set-cookie" not in answer.headers


def test_unknown_addresses_cost_one_hash_too(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[str] = []
    passwords = Passwords()
    verify = passwords._method.verify

    def counted(given: str, kept: str) -> bool:
        compared.append(kept)
        return verify(given, kept)

    monkeypatch.setattr(passwords._method, "verify", counted)
    kept = blocking(passwords.hash("right"))

    async def outcomes() -> list[bool]:
        return [await passwords.matches(*told) for told in (("right", kept), ("wrong", kept), ("right", None))]

    assert blocking(outcomes()) == [True, False, False]
    assert len(compared) == 3
    # The same method and the same sizes: the same work.
    assert {len(hashed) for hashed in compared} == {len(kept)}
    assert all(hashed.startswith(METHOD) for hashed in (*compared, kept, nobodys_hash()))
    passwords.close()


def test_drawn_passwords_are_long_and_differ() -> None:
    drawn = {draw_password() for _ in range(1000)}
    assert len(drawn) == 1000
    assert all(len(password) == 29 and set(password) <= {*LETTERS, "-"} for password in drawn)


def wait_long(gateway: Running, tries: int) -> None:
    """Let that many tries have failed this very moment: what follows must not depend on how fast this machine is."""
    execute(gateway, "UPDATE sign_in_try SET tries = tries + $1 WHERE tries = 5", tries - 5)
    execute(gateway, "UPDATE sign_in_try SET last_at = clock_timestamp() WHERE tries = $1", tries)


def test_five_tries_are_free_and_then_each_waits_longer(gateway: Running) -> None:
    somebody = new_person(gateway)
    assert [attempt(gateway, somebody.email).status_code for _ in range(5)] == [401] * 5
    wait_long(gateway, 10)
    refused = attempt(gateway, somebody.email, somebody.password)
    problem(refused, 429, "too_many_requests")
    assert 10 < int(refused.headers["retry-after"]) <= 32
    age(gateway, timedelta(seconds=32))
    assert attempt(gateway, somebody.email).status_code == 401
    problem(attempt(gateway, somebody.email, somebody.password), 429)
    # After the wait the right password is taken, and five tries are free again.
    age(gateway, timedelta(seconds=64))
    assert Browser(gateway).sign_in(somebody).status_code == 200
    assert [attempt(gateway, somebody.email).status_code for _ in range(5)] == [401] * 5


def test_another_account_is_not_concerned(gateway: Running) -> None:
    somebody = new_person(gateway)
    for _ in range(5):
        attempt(gateway, "x@y.example")
    assert Browser(gateway).sign_in(somebody).status_code == 200


def test_unknown_addresses_wait_as_well_and_capitals_are_no_way_round(gateway: Running) -> None:
    spellings = ("x@y.example", "X@y.example", " x@Y.example", "x@y.EXAMPLE", "x@y.example ")
    assert [attempt(gateway, email).status_code for email in spellings] == [401] * 5
    wait_long(gateway, 10)
    problem(attempt(gateway, "x@y.example"), 429)


def test_a_restart_forgets_nothing(gateway: Running, start: Start) -> None:
    somebody = new_person(gateway)
    for _ in range(5):
        attempt(gateway, somebody.email)
    another = start()
    another.services["contracts"].people = gateway.services["contracts"].people
    wait_long(gateway, 10)
    for process in (gateway, another):
        problem(attempt(process, somebody.email, somebody.password), 429)


def test_many_at_once_get_no_more_tries(gateway: Running) -> None:
    somebody = new_person(gateway)
    for _ in range(5):
        attempt(gateway, somebody.email)
    wait_long(gateway, 9)
    age(gateway, timedelta(seconds=16))
    # One more may pass; it makes the others wait 32 s, though its own password is still being looked at.
    with ThreadPoolExecutor(16) as pool:
        statuses = Counter(pool.map(lambda _: attempt(gateway, somebody.email).status_code, range(16)))
    assert statuses == {401: 1, 429: 15}


def test_an_account_takes_a_hundred_tries_a_day_from_wherever(gateway: Running) -> None:
    somebody = new_person(gateway)
    attempt(gateway, somebody.email)
    key = key_of(Scope.ACCOUNT, somebody.email, "")
    execute(gateway, "UPDATE sign_in_try SET tries = 100, since = now() - interval '23 hours' WHERE key = $1", key)
    refused = attempt(gateway, somebody.email, somebody.password)
    problem(refused, 429)
    assert 3500 < int(refused.headers["retry-after"]) <= 3600
    execute(gateway, "UPDATE sign_in_try SET since = now() - interval '24 hours' WHERE key = $1", key)
    assert Browser(gateway).sign_in(somebody).status_code == 200


def test_a_network_that_tries_many_accounts_waits(gateway: Running) -> None:
    attempt(gateway, "first@y.example")
    execute(
        gateway, "UPDATE sign_in_try SET tries = 110 WHERE key = $1", key_of(Scope.NETWORK, "", network_of("127.0.0.1"))
    )
    refused = attempt(gateway, "second@y.example")
    problem(refused, 429)
    assert 50 < int(refused.headers["retry-after"]) <= 60


def test_no_address_and_no_password_is_kept_of_a_try(gateway: Running) -> None:
    attempt(gateway, "my-password-by-mistake", "s3cret-typed")
    rows = execute(gateway, "SELECT row_to_json(t)::text AS told FROM sign_in_try t")
    assert len(rows) == 3
    assert not [row for row in rows if "mistake" in row["told"] or "s3cret" in row["told"]]


def test_an_address_is_limited_whatever_it_tries(start: Start) -> None:
    gateway = start(sign_in_rate="3/minute")
    answers = [attempt(gateway, f"{number}@y.example") for number in range(4)]
    assert [answer.status_code for answer in answers] == [401, 401, 401, 429]


async def test_hashing_takes_few_at_once_and_a_short_queue() -> None:
    passwords = Passwords()
    places = [passwords.place() for _ in range(AT_ONCE + QUEUE)]
    for place in places:
        place.__enter__()
    with pytest.raises(TooManyRequests) as refused, passwords.place():
        pass
    assert int(refused.value.headers()["retry-after"]) > 0
    places[0].__exit__(None, None, None)
    with passwords.place():
        pass
    passwords.close()


def test_many_people_who_sign_in_at_once_are_served_or_told_to_come_back(gateway: Running) -> None:
    people = [new_person(gateway) for _ in range(6)]

    def sign_in(somebody: Someone) -> int:
        return attempt(gateway, somebody.email, somebody.password).status_code

    with ThreadPoolExecutor(30) as pool:
        statuses = Counter(pool.map(sign_in, [people[number % 6] for number in range(30)]))
    assert set(statuses) <= {200, 429}
    assert statuses[200] >= AT_ONCE + QUEUE - 5
    assert Browser(gateway).sign_in(people[0]).status_code == 200


@pytest.mark.parametrize(
    ("scope", "tries", "seconds"),
    [(Scope.PAIR, 4, None), (Scope.PAIR, 5, 1), (Scope.PAIR, 6, 2), (Scope.PAIR, 14, 512), (Scope.PAIR, 15, 900),
     (Scope.PAIR, 5000, 900), (Scope.NETWORK, 99, None), (Scope.NETWORK, 100, 1), (Scope.NETWORK, 9999, 60),
     (Scope.ACCOUNT, 99, None)],
)  # fmt: skip
def test_how_long_the_next_try_waits(scope: Scope, tries: int, seconds: int | None) -> None:
    count = Count(tries, NOON - timedelta(hours=3), NOON)
    assert open_at(scope, count) == (None if seconds is None else NOON + timedelta(seconds=seconds))


def test_an_account_is_closed_for_the_rest_of_its_day() -> None:
    assert open_at(Scope.ACCOUNT, Count(100, NOON - timedelta(hours=3), NOON)) == NOON + timedelta(hours=21)


def test_tries_of_long_ago_are_forgotten() -> None:
    count = Count(50, NOON - DAY, NOON - timedelta(hours=1))
    assert is_forgotten(Scope.ACCOUNT, count, NOON)
    assert is_forgotten(Scope.NETWORK, count, NOON)
    assert not is_forgotten(Scope.PAIR, count, NOON)
    assert is_forgotten(Scope.PAIR, count, NOON + timedelta(hours=23))


def test_a_network_is_one_address_or_one_prefix() -> None:
    assert network_of("192.0.2.7") == "192.0.2.7"
    assert network_of("::ffff:192.0.2.7") == "192.0.2.7"
    assert network_of("2001:db8::1") == network_of("2001:db8::ffff:1%eth0") == "2001:db8::/64"
    assert network_of("2001:db8:0:1::1") != network_of("2001:db8::1")
    assert network_of("") == ""
