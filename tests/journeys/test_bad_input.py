"""Wrong requests: each field named, nothing silently accepted, one shape for every failure, limits announced."""

import itertools
import json
import re
from typing import Any

import httpx
import pytest

from services.common.identifiers import new_id
from tests.factories.contracts import contract_body
from tests.support.callers import Api
from tests.support.copil import Copil
from tests.support.newcomers import CONTRACTS, FEEDBACK, KPI, PARAMETERS, Agreement, Connected, Newcomers
from tests.support.problems import fields, problem
from tests.support.processes import eventually
from tests.support.sending import pages

_keys = itertools.count(1)


@pytest.fixture(scope="module")
def source(agreement: Agreement) -> Connected:
    """A source for the tests of this module."""
    return agreement.connect()


def changed(document: dict[str, Any], path: str, value: Any) -> dict[str, Any]:
    """The document with another value at a dotted path; `...` takes the member away."""
    copy: dict[str, Any] = json.loads(json.dumps(document))
    *way, last = path.split(".")
    place: Any = copy
    for step in way:
        place = place[int(step) if step.isdigit() else step]
    if value is ...:
        del place[last]
    else:
        place[int(last) if last.isdigit() else last] = value
    return copy


BAD_PARAMETERS = [
    ("valid_from", ..., "valid_from"),
    ("valid_from", "2026-01-01T00:00:00", "valid_from"),
    ("valid_from", 1767225600, "valid_from"),
    ("valid_from", "2026-02-30T00:00:00Z", "valid_from"),
    ("schedules", ..., "schedules"),
    ("schedules.bureau.tz", "Europe/Atlantis", "schedules.bureau.tz"),
    ("schedules.bureau.days", [0, 7], "schedules.bureau.days.1"),
    ("schedules.bureau.days", [0, 0], "schedules.bureau.days"),
    ("schedules.bureau.intervals", [["09:00", "25:00"]], "schedules.bureau.intervals.0.1"),
    ("schedules.bureau.intervals", [["09:00", "12:00"], ["11:00", "13:00"]], "schedules.bureau.intervals"),
    ("schedules.bureau.intervals", [["09:00"]], "schedules.bureau.intervals.0.1"),
    ("schedules.bureau.holidays", ["14/07/2026"], "schedules.bureau.holidays.0.closed"),
    ("schedules.bureau.lunch", True, "schedules.bureau.lunch"),
    ("reopen_window_hours", -1, "reopen_window_hours"),
    ("reopen_window_hours", "168", "reopen_window_hours"),
    ("sla.schedule", "nowhere", "sla.schedule"),
    ("sla.first_response_target_seconds", 0, "sla.first_response_target_seconds"),
    ("sla.resolution_target_seconds", 1.5, "sla.resolution_target_seconds"),
    ("sla.penalty", 10, "sla.penalty"),
    ("discount", 3, "discount"),
]


@pytest.mark.parametrize(("path", "value", "field"), BAD_PARAMETERS, ids=lambda value: str(value)[:40])
def test_parameters(newcomers: Newcomers, draft: Agreement, path: str, value: Any, field: str) -> None:
    """given parameters with one wrong field / then 422 names it, and nothing was recorded."""
    answer = draft.managers[0].put(f"{draft.path}/parameters", changed(PARAMETERS, path, value))
    assert fields(answer) == {field}
    assert draft.managers[0].get(f"{draft.path}/parameters").json()["items"] == []


@pytest.fixture(scope="module")
def draft(newcomers: Newcomers) -> Agreement:
    """A draft that stays one."""
    return newcomers.draft()


BAD_CONTRACTS = [
    ("title", ..., "title"),
    ("title", "", "title"),
    ("title", "x" * 201, "title"),
    ("title", "a\nb", "title"),
    ("kind", "friendship", "kind"),
    ("donneur_ordre_id", "nope", "donneur_ordre_id"),
    ("donneur_ordre_id", "0199c3a0-7d2e-7c11-9a8b-5b1f0d3c2e4a", "donneur_ordre_id"),
    ("zone", "Paris", "zone"),
    ("starts_on", "01/10/2026", "starts_on"),
    ("starts_on", "2026-02-30", "starts_on"),
    ("starts_on", 1767225600, "starts_on"),
    ("ends_on", "2025-01-01", "ends_on"),
    ("state", "active", "state"),
    ("id", "0199c3a0-7d2e-7c11-9a8b-5b1f0d3c2e4a", "id"),
]


@pytest.mark.parametrize(("path", "value", "field"), BAD_CONTRACTS, ids=lambda value: str(value)[:40])
def test_contracts(newcomers: Newcomers, draft: Agreement, path: str, value: Any, field: str) -> None:
    """given a contract with one wrong field / then 422 names it."""
    body = contract_body(draft.donneur_ordre.id, draft.sous_traitant.id)
    answer = newcomers.admin.post(f"{CONTRACTS}/contracts", changed(body, path, value))
    assert fields(answer) == {field}


def test_both_parties_differ(newcomers: Newcomers, draft: Agreement) -> None:
    """given one organisation on both sides / then 422."""
    body = contract_body(draft.donneur_ordre.id, draft.donneur_ordre.id)
    assert fields(newcomers.admin.post(f"{CONTRACTS}/contracts", body)) == {"sous_traitant_id"}


def test_every_wrong_field_is_named_at_once(newcomers: Newcomers) -> None:
    """given several wrong fields / then all of them are named, and no value is repeated."""
    answer = newcomers.admin.post(f"{CONTRACTS}/contracts", {"title": "", "kind": "Zanzibar", "zone": 3, "extra": "x"})
    assert fields(answer) == {
        "title", "kind", "donneur_ordre_id", "sous_traitant_id", "zone", "starts_on", "extra",
    }  # fmt: skip
    assert "Zanzibar" not in answer.text


BAD_SOURCES = [
    ("system", "fax", "system"),
    ("system", ..., "system"),
    ("name", "", "name"),
    ("name", 3, "name"),
    ("secret", "whsec_court", "secret"),
    ("secret", "", "secret"),
    ("signature_tolerance_seconds", 0, "signature_tolerance_seconds"),
    ("signature_tolerance_seconds", "soon", "signature_tolerance_seconds"),
    ("body_hash_window_seconds", -900, "body_hash_window_seconds"),
    ("bot_author_ids", "999", "bot_author_ids"),
    ("bot_author_ids", [999], "bot_author_ids.0"),
    ("webhook_url", "https://example.org", "webhook_url"),
    ("contract_id", ..., "contract_id"),
]


@pytest.mark.parametrize(("path", "value", "field"), BAD_SOURCES, ids=lambda value: str(value)[:40])
def test_sources(agreement: Agreement, path: str, value: Any, field: str) -> None:
    """given a source with one wrong field / then 422 names it."""
    body = {"contract_id": agreement.id, "system": "generic", "name": "essai"}
    assert fields(agreement.managers[0].post(f"{KPI}/sources", changed(body, path, value))) == {field}


BAD_CLIENTS = [
    ("functions", [], "functions"),
    ("functions", ["king"], "functions.0"),
    ("functions", ["reader", "reader"], "functions"),
    ("functions", ..., "functions"),
    ("name", "  ", "name"),
    ("client_secret", "let me choose", "client_secret"),
]


@pytest.mark.parametrize(("path", "value", "field"), BAD_CLIENTS, ids=lambda value: str(value)[:40])
def test_clients(newcomers: Newcomers, agreement: Agreement, path: str, value: Any, field: str) -> None:
    """given a machine client with one wrong field / then 422 names it."""
    body = changed({"name": "essai", "functions": ["reader"]}, path, value)
    path = f"{CONTRACTS}/organisations/{agreement.donneur_ordre.id}/clients"
    assert fields(newcomers.admin.post(path, body)) == {field}


def test_names_with_what_cannot_be_stored(newcomers: Newcomers) -> None:
    """given NUL or a lone surrogate in a text / then 422, never a failure of the database."""
    for name in ("a\0b", "\ud800"):
        content = json.dumps({"name": name})
        answer = newcomers.admin.call(
            "POST", f"{CONTRACTS}/organisations", content=content, headers={"content-type": "application/json"}
        )
        assert fields(answer) == {"name"}


BROKEN = ["", "{", "[]", "null", '"text"', "{} {}", '{"name":"x"', "[" * 100_000, '{"name":' * 50_000, "\ufeff{}"]


@pytest.mark.parametrize("content", BROKEN, ids=lambda content: repr(content)[:20])
@pytest.mark.parametrize("media_type", ["application/json", "text/plain"])
def test_bodies_that_are_no_object(newcomers: Newcomers, content: str, media_type: str) -> None:
    """given a body that is no JSON object / then a refusal, whatever it calls itself; 400 when nested too deeply."""
    answer = newcomers.admin.call(
        "POST", f"{CONTRACTS}/organisations", content=content.encode(), headers={"content-type": media_type}
    )
    assert answer.status_code in ((400,) if len(content) > 1000 else ()) + (415, 422), answer.text
    problem(answer, answer.status_code)


def test_a_good_body_under_another_name(newcomers: Newcomers) -> None:
    """given JSON that calls itself text / then it is refused, so that no form of a foreign page can send it."""
    answer = newcomers.admin.call(
        "POST", f"{CONTRACTS}/organisations", content=b'{"name":"x"}', headers={"content-type": "text/plain"}
    )
    assert answer.status_code in (415, 422)


def lists(agreement: Agreement, source: Connected) -> dict[str, dict[str, str]]:
    """Every list of the API with the query that it needs."""
    return {
        f"{CONTRACTS}/organisations": {},
        f"{CONTRACTS}/contracts": {},
        f"{agreement.path}/parameters": {},
        f"{agreement.path}/acceptances": {},
        f"{KPI}/sources": {"contract_id": agreement.id},
        f"{source.path}/deliveries": {},
        f"{source.path}/quarantine": {},
        f"{agreement.figures}/tickets": {},
        f"{FEEDBACK}/contracts/{agreement.id}/answers": {},
    }


BAD_CURSORS = [
    "x",
    "====",
    "W10",
    "bnVsbA",
    "WzFd",
    "WyJ4Il0",
    "W251bGwsbnVsbF0",
    "WyJ4IiwieCJd",
    "WzFlOTk5XQ",
    "é",
    "A" * 2001,
]


def test_cursors(agreement: Agreement, source: Connected) -> None:
    """given a cursor that no page gave / then 422 names it, or an innocent page; never a failure."""
    for path, query in lists(agreement, source).items():
        for cursor in BAD_CURSORS:
            answer = agreement.managers[0].get(path, params={**query, "cursor": cursor})
            assert answer.status_code in (200, 422), (path, cursor, answer.text)
            if answer.status_code == 422:
                assert fields(answer) <= {"cursor", "query.cursor"}
            else:
                # Texts that are ids of a list are places in it; nothing else is.
                assert cursor in ("WyJ4Il0", "WyJ4IiwieCJd"), (path, cursor)


def test_a_cursor_of_another_list(agreement: Agreement, newcomers: Newcomers) -> None:
    """given the cursor of another list / then 422 or nothing that the caller may not see."""
    given = newcomers.admin.get(f"{CONTRACTS}/organisations", params={"limit": "1"}).json()["next_cursor"]
    assert given
    answer = agreement.managers[0].get(f"{agreement.figures}/tickets", params={"cursor": given})
    assert fields(answer) == {"cursor"}


def test_limits(agreement: Agreement, source: Connected) -> None:
    """given a limit below 1, above 1,000 or no number / then 422; at both ends a page."""
    for path, query in lists(agreement, source).items():
        for limit in ("0", "1001", "-1", "ten", "1e3", ""):
            assert fields(agreement.managers[0].get(path, params={**query, "limit": limit})) == {"query.limit"}, path
        for limit in ("1", "1000"):
            page = agreement.managers[0].get(path, params={**query, "limit": limit})
            assert page.status_code == 200
            assert len(page.json()["items"]) <= int(limit)


def test_queries(agreement: Agreement, source: Connected) -> None:
    """given instants without zone, unknown verdicts and the like / then 422 names the parameter."""
    api = agreement.managers[0]
    for name in ("as_of", "known_at"):
        for value in ("2026-10-05T08:00:00", "yesterday", "", "2026-13-01T00:00:00Z"):
            answer = api.get(f"{agreement.figures}/tickets", params={name: value})
            assert fields(answer) == {f"query.{name}"}
    assert fields(api.get(f"{source.path}/deliveries", params={"verdict": "fine"})) == {"query.verdict"}
    answers = f"{FEEDBACK}/contracts/{agreement.id}/answers"
    assert fields(api.get(answers, params={"from": "today"})) == {"query.from"}
    assert fields(api.get(answers, params={"from": "2026-10-02T00:00:00Z", "to": "2026-10-01T00:00:00Z"})) == {
        "query.to"
    }
    assert fields(api.get(f"{KPI}/sources")) == {"query.contract_id"}


def test_extreme_instants(agreement: Agreement) -> None:
    """given the first and the last instant that can be written / then an answer, never a failure."""
    for value in ("0001-01-01T00:00:00Z", "1969-12-31T23:59:59Z", "9999-12-31T23:59:59.999999Z"):
        for query in ({"as_of": value}, {"known_at": value}):
            answer = agreement.managers[0].get(f"{agreement.figures}/tickets", params=query)
            assert answer.status_code in (200, 422), answer.text


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
