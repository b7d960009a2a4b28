"""People of the demonstration through real processes: they sign in, read what machines read, and leave."""

import json
import stat
import time
from collections.abc import Iterator
from functools import partial

import httpx
import pytest

from services.common.identifiers import new_id
from services.common.instants import now, to_text
from tests.support.callers import Api
from tests.support.copil import Copil
from tests.support.newcomers import CONTRACTS, KPI
from tests.support.problems import problem
from tests.support.processes import eventually

USERS = ("donneur_ordre", "sous_traitant", "autre_donneur_ordre", "autre_sous_traitant", "platform_admin")


class Page:
    """A page of ours in a browser."""

    def __init__(self, copil: Copil) -> None:
        self.http = httpx.Client(base_url=copil.base_url, timeout=60, trust_env=False)
        self.http.headers.update({"x-copil-csrf": "1", "origin": copil.base_url, "sec-fetch-site": "same-origin"})

    def sign_in(self, email: str, password: str) -> httpx.Response:
        """Sign in."""
        return self.http.post("/auth/session", json={"email": email, "password": password})


@pytest.fixture
def page(copil: Copil) -> Iterator[Page]:
    """A browser that nobody has used."""
    opened = Page(copil)
    yield opened
    opened.http.close()


@pytest.fixture(scope="module")
def admin(copil: Copil) -> Iterator[Api]:
    """The platform administrator."""
    with httpx.Client(timeout=60, trust_env=False) as http:
        yield Api(http, copil.base_url, partial(copil.token, "platform_admin"))


def test_the_file_of_sign_ins_names_five_people_and_is_private(copil: Copil) -> None:
    file = copil.folder / "demo-credentials.json"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    users = json.loads(file.read_text())["users"]
    assert set(users) == set(USERS)
    assert all(set(user) == {"email", "password"} and user["email"].endswith(".example") for user in users.values())
    told = (copil.folder / "terminal.txt").read_text()
    assert all(user["email"] in told and user["password"] in told for user in users.values())


@pytest.mark.parametrize("name", USERS)
def test_everybody_signs_in_for_their_company(copil: Copil, page: Page, name: str) -> None:
    told = page.sign_in(**copil.credentials["users"][name]).json()
    assert told["organisation"]["id"] == copil.credentials["clients"][name]["organisation_id"]
    assert told["functions"] == ["platform_admin" if name == "platform_admin" else "manager"]
    roles = [] if name == "platform_admin" else [name.removeprefix("autre_")]
    assert told["roles"] == roles
    assert page.http.get("/auth/session").json()["person"] == told["person"]


def test_a_person_reads_what_a_machine_reads(copil: Copil, page: Page) -> None:
    page.sign_in(**copil.credentials["users"]["donneur_ordre"])
    path = f"{KPI}/contracts/{copil.credentials['contract_id']}/tickets"
    # The same instant: the waits of open tickets grow.
    params: dict[str, str | int] = {"limit": 50, "as_of": to_text(now())}
    with copil.client("sous_traitant") as machine:
        assert page.http.get(path, params=params).content == machine.get(path, params=params).content
    listed = page.http.get(f"{CONTRACTS}/contracts", params={"limit": 1000}).text
    assert copil.credentials["contract_id"] in listed
    assert copil.credentials["other_contract_id"] not in listed
    other = f"{KPI}/contracts/{copil.credentials['other_contract_id']}/tickets"
    problem(page.http.get(other), 404)


def test_what_a_person_writes_carries_their_name(copil: Copil, page: Page) -> None:
    page.sign_in(**copil.credentials["users"]["donneur_ordre"])
    path = f"{KPI}/contracts/{copil.credentials['contract_id']}/annotations"
    body = {"indicator": "fcr_ticket", "starts_on": "2026-10-12", "ends_on": None, "kind": "remark", "text": "Vu."}
    made = page.http.post(path, json=body)
    assert made.status_code == 201, made.text
    assert made.json()["author"]["name"] == "Claire Morel"
    assert page.http.delete(f"{path}/{made.json()['id']}").status_code == 204


def test_who_is_deactivated_is_out_within_seconds(copil: Copil, page: Page, admin: Api) -> None:
    path = f"{CONTRACTS}/organisations/{copil.credentials['clients']['sous_traitant']['organisation_id']}/people"
    body = {"email": f"{new_id()}@accord-relation-client.example", "name": "Nadia Roux", "functions": ["reader"]}
    created = admin.post(path, body).json()
    assert page.sign_in(created["email"].upper(), created["password"]).status_code == 200
    tickets = f"{KPI}/contracts/{copil.credentials['contract_id']}/tickets"
    assert page.http.get(tickets, params={"limit": 1}).status_code == 200
    assert admin.delete(f"{path}/{created['id']}").status_code == 204
    began = time.monotonic()
    eventually(lambda: page.http.get(tickets, params={"limit": 1}).status_code == 401, "the session has ended")
    assert time.monotonic() - began < 5
    assert page.sign_in(created["email"], created["password"]).json()["code"] in ("sign_in_failed", "csrf")


def test_a_key_reads_some_contracts_until_it_is_revoked(copil: Copil, page: Page) -> None:
    page.sign_in(**copil.credentials["users"]["donneur_ordre"])
    contract = copil.credentials["contract_id"]
    foreign = {"name": "x", "contract_ids": [copil.credentials["other_contract_id"]]}
    problem(page.http.post("/auth/keys", json=foreign), 422)
    key = page.http.post("/auth/keys", json={"name": "Tableur", "contract_ids": [contract]}).json()
    tool = httpx.Client(base_url=copil.base_url, auth=(key["id"], key["secret"]), timeout=60, trust_env=False)
    with tool:
        rows = tool.get("/bi/v1/figures", params={"limit": 100})
        assert rows.status_code == 200, rows.text
        assert {row["contract_id"] for row in rows.json()["data"]} == {contract}
        problem(tool.get(f"{KPI}/contracts/{contract}/tickets"), 401)
        assert page.http.delete(f"/auth/keys/{key['id']}").status_code == 204
        began = time.monotonic()
        eventually(lambda: tool.get("/bi/v1/figures").status_code == 401, "the key is revoked")
        assert time.monotonic() - began < 5
