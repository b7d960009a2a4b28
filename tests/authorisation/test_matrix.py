"""Who may do what: every operation of the merged OpenAPI, every caller, one reviewed status each (matrix.csv)."""

import csv
import itertools
from collections.abc import Iterator
from http.cookiejar import DefaultCookiePolicy
from pathlib import Path

import httpx
import pytest

from services.common.identifiers import new_id
from tests.authorisation.requests import REQUESTS, request_of
from tests.authorisation.scene import CALLERS, PEOPLE, Call, Scene
from tests.support.copil import Copil
from tests.support.newcomers import CONTRACTS, KPI
from tests.support.problems import problem

with (Path(__file__).parent / "matrix.csv").open(newline="") as file:
    MATRIX = {row.pop("operation"): row for row in csv.DictReader(file)}
CELLS = [(operation, caller) for operation in MATRIX for caller in CALLERS]
FOREIGN = ("autre_donneur_ordre", "autre_sous_traitant")
METHODS = {"get", "put", "post", "delete", "patch", "head", "options"}
UNPARSEABLE = ("nope", "%C3%A9", "%FF", "1", "x" * 2000, "{0}", "0199c3a0-7d2e-7c11-9a8b-5b1f0d3c2e4a%20")


@pytest.fixture(scope="module")
def scene(copil: Copil) -> Iterator[Scene]:
    """Everybody and everything."""
    with httpx.Client(timeout=60.0, trust_env=False) as http:
        # Who signs in says so; nobody else is to be given the cookie.
        http.cookies.jar.set_policy(DefaultCookiePolicy(allowed_domains=[]))
        yield Scene(copil, http)


def test_every_operation_has_its_row(copil: Copil) -> None:
    """given the merged OpenAPI / then the matrix has a row for each of its operations and no other."""
    with copil.client() as client:
        document = client.get("/openapi.json").json()
    operations = {
        f"{method.upper()} {path}" for path, item in document["paths"].items() for method in item if method in METHODS
    }
    assert operations - set(MATRIX) == set(), "operations without a row"
    assert set(MATRIX) - operations == set(), "rows without an operation"
    assert set(REQUESTS) == set(MATRIX)


def test_every_row_is_whole() -> None:
    assert all(tuple(row) == CALLERS for row in MATRIX.values())


@pytest.mark.parametrize(("operation", "caller"), CELLS)
def test_cell(scene: Scene, operation: str, caller: str) -> None:
    """given a valid request / when that caller sends it / then the reviewed status."""
    wanted = int(MATRIX[operation][caller])
    call = request_of(scene, operation, succeeds=wanted < 400)
    answer = scene.apis[caller].call(operation.split()[0], call.path, **call.options)
    assert answer.status_code == wanted, answer.text
    if wanted >= 400:
        problem(answer, wanted)
        assert scene.contract_id not in answer.text.replace(call.path, "")


IN_SESSION = {
    "POST /auth/session": 200,
    "GET /auth/session": 200,
    "DELETE /auth/session": 204,
    "DELETE /auth/sessions": 204,
    "GET /auth/sessions": 200,
    "DELETE /auth/sessions/others": 204,
    "DELETE /auth/sessions/{session_id}": 404,
    "PUT /auth/password": 422,
    "GET /auth/second-factor": 200,
    "POST /auth/second-factor": 422,
    "POST /auth/second-factor/activations": 409,
    "POST /auth/second-factor/recovery-codes": 409,
    # The password is looked at first.
    "POST /auth/second-factor/removals": 422,
    "POST /auth/mail/tests": 403,
    "GET /api/contracts/v1/me": 200,
    "PATCH /api/contracts/v1/me": 200,
    "GET /api/contracts/v1/notifications": 200,
    "GET /api/contracts/v1/notifications/count": 200,
    "POST /api/contracts/v1/notifications/read": 200,
    "GET /api/contracts/v1/notifications/preferences": 200,
    "PUT /api/contracts/v1/notifications/preferences": 200,
    # The form alone says who asks there.
    "POST /auth/token": 200,
}
"""What is different for people, who show a session and no token."""


ENDING = ("POST /auth/session", "POST /auth/joinings", "DELETE /auth/sessions", "DELETE /auth/sessions/others")
"""After these the person signs in anew."""


@pytest.mark.parametrize("name", PEOPLE)
def test_people_may_what_a_client_of_their_functions_may(scene: Scene, name: str) -> None:
    """given somebody signed in / when they send each valid request / then what a client of the same company gets."""
    person = scene.person(name)
    differences = {}
    for operation, row in MATRIX.items():
        wanted = IN_SESSION.get(operation, int(row[name]))
        if (operation, name) == ("POST /auth/mail/tests", "platform_admin"):
            wanted = 200
        call = REQUESTS[operation](scene)
        api = scene.person(name) if operation.startswith("DELETE /auth/session") else person
        if operation == "POST /auth/session":
            call = Call(call.path, {"json": scene.copil.credentials["users"][name]})
        answer = api.call(operation.split()[0], call.path, **call.options)
        if answer.status_code != wanted:
            differences[operation] = (answer.status_code, wanted)
        if operation in ENDING:
            person = scene.person(name)
    assert differences == {}


def _ids(call: Call) -> list[str]:
    """The ids in the path of a call, from left to right."""
    parts = call.path.split("/")
    return [part for part in parts if len(part) > 20]


def _generic(answer: httpx.Response, path: str) -> tuple[int, bytes, str]:
    """Status, bytes with the path taken out, and the media type."""
    return answer.status_code, answer.content.replace(path.encode(), b"PATH"), answer.headers["content-type"]


# A session's id is for whoever is signed in: tests/gateway/test_links.py.
_APART = ("POST /hooks", "POST /surveys", "DELETE /auth/sessions/")
IDENTIFIED = [operation for operation in MATRIX if "{" in operation and not operation.startswith(_APART)]


@pytest.mark.parametrize("operation", IDENTIFIED)
def test_a_foreign_object_is_a_missing_one(scene: Scene, operation: str) -> None:
    """given an object of the first pair / when the second asks / then the bytes that a missing object gets."""
    method = operation.split()[0]
    call = REQUESTS[operation](scene)
    missing = call.path
    for known in _ids(call):
        missing = missing.replace(known, str(new_id()) if "-" in known and len(known) == 36 else "A" * 27)
    for name in FOREIGN:
        foreign = scene.apis[name].call(method, call.path, **call.options)
        absent = scene.apis[name].call(method, missing, **call.options)
        assert _generic(foreign, call.path) == _generic(absent, missing)
        assert foreign.status_code == 404
        # A party that looks for what does not exist learns no more.
        own = scene.apis["donneur_ordre"].call(method, missing, **call.options)
        assert _generic(own, missing) == _generic(absent, missing)


@pytest.mark.parametrize("operation", IDENTIFIED)
def test_an_id_that_cannot_be_parsed_is_a_missing_one(scene: Scene, operation: str) -> None:
    """given a path with something that is no id / then the same 404 again, for every id in it."""
    method = operation.split()[0]
    call = REQUESTS[operation](scene)
    for known, name in itertools.product(_ids(call), ("donneur_ordre", "autre_donneur_ordre", "platform_admin")):
        absent_path = call.path.replace(known, str(new_id()))
        absent = scene.apis[name].call(method, absent_path, **call.options)
        assert not absent.is_success
        for wrong in (*UNPARSEABLE, known.upper() + "0"):
            answer = scene.apis[name].call(method, call.path.replace(known, wrong), **call.options)
            sent = answer.request.url.raw_path.decode().partition("?")[0]
            assert _generic(answer, sent) == _generic(absent, absent_path), (name, wrong)


def test_ids_outside_the_path_are_no_better(scene: Scene) -> None:
    """given a contract named in a query or a body / then foreign, missing and unparseable are one answer."""
    for name in FOREIGN:
        api = scene.apis[name]
        ids = (scene.contract_id, str(new_id()), "nope", scene.contract_id.upper())
        read = {api.get(f"{KPI}/sources", params={"contract_id": told}).content for told in ids}
        wanted = [{"contract_id": told, "system": "generic", "name": "x"} for told in ids]
        made = {api.post(f"{KPI}/sources", body).content for body in wanted}
        assert len(read) == len(made) == 1
        assert problem(api.get(f"{KPI}/sources", params={"contract_id": ids[0]}), 404)


def test_own_doors_do_not_open_foreign_rooms(scene: Scene) -> None:
    """given a source of one's own / when a replay, a rebuild or a client of others is asked for there / then 404."""
    credentials = scene.copil.credentials
    own_source = credentials["sources"]["autre_generic"]["id"]
    own_contract = credentials["other_contract_id"]
    own_organisation = credentials["clients"]["autre_donneur_ordre"]["organisation_id"]
    api, admin = scene.apis["autre_donneur_ordre"], scene.apis["platform_admin"]
    problem(api.get(f"{KPI}/sources/{own_source}/replays/{scene.replay_id}"), 404)
    problem(api.post(f"{KPI}/sources/{own_source}/replays/{scene.replay_id}/approvals"), 404)
    problem(api.get(f"{KPI}/contracts/{own_contract}/rebuilds/{scene.rebuild_id}"), 404)
    client = scene.spare_client()
    problem(admin.delete(f"{CONTRACTS}/organisations/{own_organisation}/clients/{client}"), 404)
    # A source of others as a filter of one's own tickets shows nothing.
    shown = api.get(f"{KPI}/contracts/{own_contract}/tickets", params={"source": scene.source_id})
    assert (shown.status_code, shown.json()["items"]) == (200, [])


def test_lists_hold_only_what_is_one_s_own(scene: Scene) -> None:
    """given two pairs / then nothing of one appears in any list of the other."""
    firsts = {scene.contract_id, scene.organisation_id, scene.clients["sous_traitant"]["organisation_id"]}
    for name in FOREIGN:
        for path in ("contracts", "organisations"):
            text = scene.apis[name].get(f"{CONTRACTS}/{path}", params={"limit": "1000"}).text
            assert not [known for known in firsts if known in text]


def test_internal_addresses_cannot_be_reached(scene: Scene) -> None:
    """given the addresses that services use among themselves / then nobody finds them at the front door."""
    paths = (
        "/internal/contracts", "/internal/answers", "/internal/jwks.json", f"/internal/credentials/{new_id()}",
        "/api/kpi/internal/contracts", "/api/kpi/v1/../internal/contracts", "/api/kpi/v1/%2e%2e/internal/contracts",
        "/api/feedback/v1/..%2finternal%2fanswers", "/api/kpi/v1//internal/contracts", "/hooks/../internal/contracts",
        "/api/kpi/metrics", "/api/kpi/v1/metrics", "/api/contracts/readyz",
    )  # fmt: skip
    for path in paths:
        for method in ("GET", "POST", "PUT"):
            url = httpx.URL(scene.copil.base_url).copy_with(raw_path=path.encode())
            headers = {"authorization": f"Bearer {scene.copil.token('platform_admin')}"} if method == "GET" else {}
            answer = scene.http.request(method, url, headers=headers)
            assert answer.status_code in (401, 404, 405), (path, answer.status_code)
            assert "items" not in answer.text
