"""BI keys: drawn for some contracts, shown by HTTP Basic below /bi/ and nowhere else, revoked within seconds."""

import base64
import time
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

import httpx
import pytest
from jose import jwt

from gateway.bi_keys.rules import expiry, read_basic, year_after
from gateway.credentials.rules import digest
from tests.gateway.running import Browser, Running, Start, basic, execute, signed_in
from tests.support.problems import fields, problem
from tests.support.processes import eventually

ROWS = "/bi/v1/things"
CHALLENGE = 'Basic realm="Copil BI"'
STRANGER = "0197f3a2-8e31-7d44-8b5c-1f2e3d4c5b99"


class Office:
    """A manager who is signed in, and the contracts of their organisation."""

    def __init__(self, gateway: Running, *functions: str) -> None:
        self.gateway = gateway
        self.browser: Browser
        self.browser, self.manager = signed_in(gateway, *(functions or ("manager",)))
        self.contracts = sorted(str(uuid4()) for _ in range(3))
        gateway.services["contracts"].contracts[self.manager.organisation_id] = set(self.contracts)

    def draw(self, **changes: Any) -> httpx.Response:
        """Ask for a key."""
        body = {"name": "Power BI", "contract_ids": self.contracts[:2]} | changes
        return self.browser.call("POST", "/auth/keys", json=body)

    def key(self, **changes: Any) -> dict[str, Any]:
        """A new key."""
        answer = self.draw(**changes)
        assert answer.status_code == 201, answer.text
        drawn: dict[str, Any] = answer.json()
        return drawn


def read(gateway: Running, key: dict[str, Any], path: str = ROWS, method: str = "GET") -> httpx.Response:
    """What a BI tool does."""
    return httpx.request(method, gateway.url + path, auth=(key["id"], key["secret"]), timeout=20)


@pytest.fixture(scope="module")
def office(gateway: Running) -> Office:
    """One office for most tests."""
    return Office(gateway)


def test_a_key_is_drawn_told_once_and_listed(office: Office) -> None:
    answer = office.draw(expires_on=(datetime.now(UTC).date() + timedelta(days=30)).isoformat())
    assert answer.headers["cache-control"] == "no-store"
    key = answer.json()
    assert len(key["secret"]) == 43
    assert key["contract_ids"] == office.contracts[:2]
    assert key["created_by"] == {"subject": office.manager.id, "name": "Claire Morel"}
    assert (key["last_used_at"], key["revoked_at"]) == (None, None)
    assert key["expires_at"][:10] == (datetime.now(UTC).date() + timedelta(days=31)).isoformat()
    listed = office.browser.get("/auth/keys").json()
    (mine,) = [item for item in listed["items"] if item["id"] == key["id"]]
    assert mine == {name: value for name, value in key.items() if name != "secret"}
    assert listed["next_cursor"] is None
    (row,) = execute(office.gateway, "SELECT * FROM bi_key WHERE id = $1", key["id"])
    assert row["secret_sha256"] == digest(key["secret"])
    assert key["secret"] not in str(row)


def test_a_key_reads_its_contracts_and_nothing_else(office: Office) -> None:
    gateway, key = office.gateway, office.key()
    for method in ("GET", "HEAD"):
        assert read(gateway, key, f"{ROWS}?contract=x", method).status_code == 200
    seen = gateway.services["kpi"].seen[-1]
    assert (seen.path, seen.query, seen.header("x-forwarded-path")) == ("/v1/bi/things", "contract=x", ROWS)
    token = (seen.header("authorization") or "").removeprefix("Bearer ")
    claims = jwt.get_unverified_claims(token)
    assert claims["exp"] - claims["iat"] == 60
    passed = {name: claims[name] for name in ("sub", "name", "org", "functions", "contracts", "scope", "aud")}
    assert passed == {
        "sub": key["id"], "name": "Power BI", "org": office.manager.organisation_id, "functions": ["bi_reader"],
        "contracts": office.contracts[:2], "scope": "bi", "aud": "kpi",
    }  # fmt: skip
    before = len(gateway.services["kpi"].seen)
    for path in ("/api/kpi/v1/things/1", "/api/contracts/v1/contracts", "/auth/keys", "/auth/session"):
        problem(read(gateway, key, path), 401)
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        assert read(gateway, key, ROWS, method).status_code == 405
    for path in ("/bi/v2/things", "/bi/v1/", "/bi/v1/../x", "/bi/x"):
        problem(read(gateway, key, path), 404)
    assert len(gateway.services["kpi"].seen) == before


def test_people_and_machines_read_there_too(office: Office) -> None:
    gateway = office.gateway
    assert office.browser.get(ROWS).status_code == 200
    assert gateway.http.get(ROWS, headers=gateway.bearer()).status_code == 200
    # It is one address, not two.
    problem(gateway.http.get("/api/kpi/v1/bi/things", headers=gateway.bearer()), 404)


@pytest.mark.parametrize(
    "authorization",
    [None, "Basic", "Basic !!!", basic("", ""), basic("x", "y"), basic(STRANGER, "y"), basic(STRANGER, ""),
     "Basic " + base64.b64encode(b"\xff\xfe:x").decode(), "Bearer x", "Digest x", basic("x" * 5000, "y")],
)  # fmt: skip
def test_without_a_good_key_a_tool_is_asked_for_one(gateway: Running, authorization: str | None) -> None:
    headers = {} if authorization is None else {"authorization": authorization}
    answer = gateway.http.get(ROWS, headers=headers)
    problem(answer, 401, "unauthenticated")
    assert answer.headers["www-authenticate"] == CHALLENGE


def test_wrong_secrets_and_spellings_open_nothing(office: Office) -> None:
    gateway, key = office.gateway, office.key()
    other = office.key()
    for key_id, secret in (
        (key["id"], other["secret"]), (key["id"].upper(), key["secret"]), (key["id"], key["secret"] + "A"),
        (key["id"], key["secret"].swapcase()), (key["id"].replace("-", ""), key["secret"]),
    ):  # fmt: skip
        answer = read(gateway, {"id": key_id, "secret": secret})
        problem(answer, 401)
        assert answer.headers["www-authenticate"] == CHALLENGE


def test_guessing_secrets_is_limited_and_the_owner_is_not(start: Start) -> None:
    gateway = start(token_rate="5/minute")
    office = Office(gateway)
    key = office.key()
    assert read(gateway, key).status_code == 200
    wrong = key | {"secret": "x" * 43}
    assert [read(gateway, wrong).status_code for _ in range(6)] == [401, 401, 401, 401, 429, 429]
    # A tool that was let in before is known by its key and secret together.
    assert read(gateway, key).status_code == 200


def test_a_revoked_key_opens_nothing_within_seconds(office: Office, start: Start) -> None:
    gateway, key = office.gateway, office.key()
    another = start(public_url=gateway.url)
    assert read(gateway, key).status_code == read(another, key).status_code == 200
    path = f"/auth/keys/{key['id']}"
    assert office.browser.call("DELETE", path).status_code == 204
    problem(read(gateway, key), 401)
    began = time.monotonic()
    eventually(lambda: read(another, key).status_code == 401, "the other process knows")
    assert time.monotonic() - began < 5
    listed = {item["id"]: item for item in office.browser.get("/auth/keys").json()["items"]}
    assert listed[key["id"]]["revoked_at"] is not None
    assert office.browser.call("DELETE", path).status_code == 204
    again = {item["id"]: item for item in office.browser.get("/auth/keys").json()["items"]}
    assert again[key["id"]]["revoked_at"] == listed[key["id"]]["revoked_at"]


def test_an_expired_key_opens_nothing(office: Office) -> None:
    key = office.key()
    execute(office.gateway, "UPDATE bi_key SET expires_at = now() - interval '1 s' WHERE id = $1", key["id"])
    problem(read(office.gateway, key), 401)


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({"name": ""}, {"name"}),
        ({"name": "a\nb"}, {"name"}),
        ({"contract_ids": []}, {"contract_ids"}),
        ({"contract_ids": ["x"] * 51}, {"contract_ids"}),
        ({"expires_on": "2020-01-01"}, {"expires_on"}),
        ({"expires_on": "2999-01-01"}, {"expires_on"}),
        ({"expires_on": "soon"}, {"expires_on"}),
        ({"secret": "mine"}, {"secret"}),
    ],
)
def test_what_is_wrong_is_named(office: Office, wrong: dict[str, Any], named: set[str]) -> None:
    assert fields(office.draw(**wrong)) == named


def test_foreign_missing_and_unparseable_contracts_are_one_answer(office: Office) -> None:
    foreign = Office(office.gateway).contracts[0]
    own = office.contracts[0]
    texts = (foreign, str(uuid4()), "nope", own.upper(), "a,b", "")
    answers = [office.draw(contract_ids=[own, told]) for told in texts]
    assert {answer.status_code for answer in answers} == {422}
    assert len({answer.content for answer in answers}) == 1


def test_keys_of_others_are_missing(office: Office) -> None:
    other = Office(office.gateway)
    key = office.key()
    answers = [
        other.browser.call("DELETE", f"/auth/keys/{told}") for told in (key["id"], str(uuid4()), key["id"].upper())
    ]
    assert {answer.status_code for answer in answers} == {404}
    assert key["id"] not in other.browser.get("/auth/keys").text
    assert read(office.gateway, key).status_code == 200


@pytest.mark.parametrize(
    ("function", "status"),
    [("manager", 200), ("administrator", 200), ("reader", 403), ("bi_reader", 403), ("platform_admin", 403)],
)
def test_managers_and_administrators_manage_keys(gateway: Running, function: str, status: int) -> None:
    office = Office(gateway, function)
    assert office.browser.get("/auth/keys").status_code == status
    assert office.draw().status_code == (201 if status == 200 else 403)
    assert office.browser.call("DELETE", f"/auth/keys/{uuid4()}").status_code == (404 if status == 200 else 403)
    headers = {"authorization": f"Bearer {gateway.token(function)}"}
    assert gateway.http.get("/auth/keys", headers=headers).status_code == status


def test_use_is_seen_and_written_when_the_gateway_ends(office: Office, start: Start) -> None:
    key = office.key()
    assert read(office.gateway, key).status_code == 200
    (row,) = execute(office.gateway, "SELECT used_at FROM bi_key WHERE id = $1", key["id"])
    assert row["used_at"] is None, "written once a minute"


def test_the_list_goes_on_where_a_page_ended(gateway: Running) -> None:
    office = Office(gateway)
    made = [office.key()["id"] for _ in range(3)]
    first = office.browser.get("/auth/keys", params={"limit": "2"}).json()
    second = office.browser.get("/auth/keys", params={"limit": "2", "cursor": first["next_cursor"]}).json()
    assert [item["id"] for item in (*first["items"], *second["items"])] == made
    assert second["next_cursor"] is None
    assert fields(office.browser.get("/auth/keys", params={"cursor": "zzz"})) == {"cursor"}


def test_the_longest_life_of_a_key_is_a_year() -> None:
    now = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
    assert expiry(None, now) == datetime(2027, 11, 23, tzinfo=UTC)
    assert expiry(date(2027, 11, 22), now) == datetime(2027, 11, 23, tzinfo=UTC)
    assert expiry(date(2026, 11, 22), now) == datetime(2026, 11, 23, tzinfo=UTC)
    assert expiry(date(2027, 11, 23), now) is None
    assert expiry(date(2026, 11, 21), now) is None
    assert year_after(date(2028, 2, 29)) == date(2029, 2, 28)


def test_what_basic_shows_is_read_strictly() -> None:
    key_id = str(uuid4())
    proof = read_basic(basic(key_id, "a:b").encode())
    assert proof is not None
    assert (str(proof.key_id), proof.secret) == (key_id, "a:b")
    assert read_basic(basic(key_id, "x" * 101).encode()) is None
    assert read_basic(b"Basic " + base64.b64encode(key_id.encode())) is None
