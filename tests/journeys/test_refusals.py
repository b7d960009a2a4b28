"""One shape for every refusal: what is not there, who calls too often, tokens; each named and explained."""

import re

import httpx

from services.common.identifiers import new_id
from tests.support.callers import Api
from tests.support.copil import Copil
from tests.support.newcomers import CONTRACTS, KPI, Agreement, Connected, Newcomers
from tests.support.problems import problem
from tests.support.processes import eventually


def test_what_does_not_exist(newcomers: Newcomers, agreement: Agreement) -> None:
    """given addresses and methods that are not there / then 401 before 404, then 404 or 405 in the one shape."""
    for path in ("/api/kpi/v1/nothing", "/api/nothing", "/api/kpi/v2/sources", f"{CONTRACTS}/contracts/", "/api/"):
        problem(newcomers.nobody.get(path), 401, "unauthenticated")
        problem(agreement.managers[0].get(path), 404, "not_found")
    problem(newcomers.nobody.get("/nothing"), 404, "not_found")
    answer = agreement.managers[0].call("PUT", agreement.path)
    assert problem(answer, 405)["code"] == "method_not_allowed"
    problem(newcomers.nobody.call("DELETE", "/auth/token"), 405, "method_not_allowed")


def test_ids_that_cannot_be_parsed(agreement: Agreement) -> None:
    """given a path with something that is no id / then the answer that a missing id gets."""
    absent = str(new_id())
    path = f"{CONTRACTS}/contracts"
    wanted = agreement.managers[0].get(f"{path}/{absent}").content.replace(f"{path}/{absent}".encode(), b"PATH")
    for wrong in ("nope", "1", agreement.id.upper(), "{" + agreement.id + "}", agreement.id.replace("-", "")):
        answer = agreement.managers[0].get(f"{path}/{wrong}")
        problem(answer, 404, "not_found")
        assert answer.content.replace(answer.request.url.raw_path, b"PATH") == wanted


def test_requests_are_named(newcomers: Newcomers, agreement: Agreement) -> None:
    """given any request / then its answer carries an id, drawn by us: a caller's own is not believed."""
    seen = set()
    for api, path in (
        (agreement.managers[0], agreement.path), (agreement.managers[0], f"{KPI}/sources/nope"),
        (newcomers.nobody, agreement.path), (newcomers.nobody, "/auth/jwks.json"), (newcomers.nobody, "/healthz"),
    ):  # fmt: skip
        answer = api.get(path, headers={"x-request-id": "spoofed\tid"})
        seen.add(answer.headers["x-request-id"])
    assert len(seen) == 5
    assert all(re.fullmatch(r"[0-9a-f-]{36}", name) for name in seen)


def test_refusals_before_reading_are_named_too(newcomers: Newcomers) -> None:
    """given a body that the gateway itself refuses unread / then that answer carries the request's id as well."""
    answer = newcomers.nobody.call("POST", "/auth/token", data={"grant_type": "x" * 70_000})
    problem(answer, 413, "payload_too_large")


def test_limits_are_announced(
    newcomers: Newcomers, agreement: Agreement, source: Connected, http: httpx.Client
) -> None:
    """given any answer of the API, refusals included / then the policy is announced, and what is left of it."""
    answers = [
        agreement.managers[0].get(agreement.path),
        agreement.managers[0].get(f"{KPI}/sources/nope"),
        agreement.managers[0].get(f"{KPI}/sources"),
        http.post(source.url, content=b"{}"),
    ]
    for answer in answers:
        policy = re.fullmatch(r'"(\w+)";q=(\d+);w=(\d+)', answer.headers["ratelimit-policy"])
        left = re.fullmatch(r'"(\w+)";r=(\d+);t=(\d+)', answer.headers["ratelimit"])
        assert policy
        assert left
        assert policy[1] == left[1]
        assert 0 <= int(left[2]) < int(policy[2])
        assert 0 < int(left[3]) <= int(policy[3])
    assert "ratelimit-policy" in newcomers.nobody.get(agreement.path).headers


def test_every_code_is_explained(newcomers: Newcomers) -> None:
    """given the codes that these journeys meet / then each has its place in the catalogue that `type` points to."""
    page = newcomers.nobody.get("/docs/errors").text
    codes = (
        "unauthenticated", "not_found", "forbidden", "invalid", "invalid_client", "invalid_request", "conflict",
        "unsupported_grant_type", "precondition_failed", "idempotency_key_reused", "contract_accepted",
        "method_not_allowed", "payload_too_large", "unsupported_media_type", "rejected_signature", "rejected_stale",
        "malformed", "too_many_requests", "unavailable", "internal_error", "bad_request",
    )  # fmt: skip
    assert [code for code in codes if f'id="{code}"' not in page] == []


def test_answers_are_not_to_be_framed_sniffed_or_kept(agreement: Agreement) -> None:
    """given answers and refusals / then the headers that browsers obey."""
    for path in (agreement.path, f"{KPI}/sources/nope"):
        headers = agreement.managers[0].get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert "server" not in headers or "uvicorn" not in headers["server"]


def test_token_requests(copil: Copil, newcomers: Newcomers) -> None:
    """given wrong token requests / then the refusals of RFC 6749 in the one shape, and nobody learns who exists."""
    told = copil.credentials["clients"]["donneur_ordre"]
    good = {
        "grant_type": "client_credentials", "client_id": told["client_id"], "client_secret": told["client_secret"],
    }  # fmt: skip
    wrong = {
        "unsupported_grant_type": {**good, "grant_type": "password"},
        "invalid_request": {name: value for name, value in good.items() if name != "grant_type"},
    }
    for code, form in wrong.items():
        assert problem(newcomers.nobody.call("POST", "/auth/token", data=form), 400, code)["error"] == code
    refused = [
        newcomers.nobody.call("POST", "/auth/token", data=form)
        for form in (
            {**good, "client_secret": "x"},
            {**good, "client_id": str(new_id())},
            {**good, "client_secret": ""},
        )
    ]
    assert {problem(answer, 401, "invalid_client")["error"] for answer in refused} == {"invalid_client"}
    assert len({answer.content for answer in refused}) == 1
    problem(newcomers.nobody.post("/auth/token", good), 400, "invalid_request")
    answer = newcomers.nobody.call("POST", "/auth/token", data=good)
    assert answer.headers["cache-control"] == "no-store"
    assert set(answer.json()) == {"access_token", "token_type", "expires_in"}


def test_a_revoked_client_is_out(newcomers: Newcomers, agreement: Agreement) -> None:
    """given a client that is revoked / then its secret opens nothing, and its token soon nothing either."""
    path = f"{CONTRACTS}/organisations/{agreement.donneur_ordre.id}/clients"
    made = newcomers.admin.post(path, {"name": "essai", "functions": ["reader"]}).json()
    token = newcomers.copil.token_of(made["client_id"], made["client_secret"])
    api = Api(newcomers.http, newcomers.copil.base_url, token)
    assert api.get(agreement.path).status_code == 200
    assert newcomers.admin.delete(f"{path}/{made['client_id']}").status_code == 204
    form = {"grant_type": "client_credentials"}
    answer = newcomers.nobody.call(
        "POST", "/auth/token", data={**form, **{k: made[k] for k in ("client_id", "client_secret")}}
    )
    problem(answer, 401, "invalid_client")
    eventually(lambda: api.get(agreement.path).status_code == 401, "the token of a revoked client is refused", 10)
