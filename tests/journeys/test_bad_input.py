"""Wrong bodies: each field named, nothing silently accepted."""

import json
from typing import Any

import pytest

from tests.factories.contracts import contract_body
from tests.support.newcomers import CONTRACTS, KPI, PARAMETERS, Agreement, Newcomers
from tests.support.problems import fields, problem


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
