"""Codes beside the password: set up, asked at sign-in, used once, taken away, and reset by an administrator."""

import base64
import time
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

import httpx
import pytest
from jose import jwt

from gateway.second_factor import rules
from tests.gateway.running import Browser, Running, Someone, execute, new_person, signed_in
from tests.support.problems import problem

MINE = "/api/kpi/v1/things/1"
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
SECRET = b"12345678901234567890"


@pytest.fixture(autouse=True)
def fresh(gateway: Running) -> None:
    """Nobody has tried anything from here."""
    execute(gateway, "DELETE FROM sign_in_try")


def begin(browser: Browser, somebody: Someone) -> bytes:
    """Begin to set a second factor up; its secret."""
    answer = browser.call("POST", "/auth/second-factor", json={"password": somebody.password})
    assert answer.status_code == 201, answer.text
    text = answer.json()["secret"].replace(" ", "")
    return base64.b32decode(text + "=" * (-len(text) % 8))


def code(secret: bytes, later: int = 0) -> str:
    """The code of now, or of so many half-minutes later."""
    return rules.code_at(secret, int(time.time()) // rules.STEP + later)


def show(browser: Browser, given: str) -> httpx.Response:
    """The second step of signing in."""
    return browser.call("POST", "/auth/session/code", json={"code": given})


def forget_codes(gateway: Running, somebody: Someone) -> None:
    """Let time pass: the code of this moment may be used again."""
    execute(gateway, "UPDATE second_factor SET last_step = 0 WHERE person_id = $1", somebody.id)


def protected(gateway: Running, *functions: str, **options: Any) -> tuple[Browser, Someone, bytes, list[str]]:
    """Somebody signed in who has a second factor: their secret and recovery codes."""
    somebody, browser = new_person(gateway, *functions, **options), Browser(gateway)
    assert browser.sign_in(somebody).status_code == 200
    secret = begin(browser, somebody)
    answer = browser.call("POST", "/auth/second-factor/activations", json={"code": code(secret)})
    assert answer.status_code == 201, answer.text
    forget_codes(gateway, somebody)
    return browser, somebody, secret, answer.json()["recovery_codes"]


def told(gateway: Running, browser: Browser) -> dict[str, Any]:
    """What a service is told of a session."""
    assert browser.get(MINE).status_code == 200
    header = gateway.services["kpi"].seen[-1].header("authorization")
    claims: dict[str, Any] = jwt.get_unverified_claims((header or "").removeprefix("Bearer "))
    return claims


def test_codes_are_those_of_the_standard() -> None:
    """given the vectors of RFC 6238 (six digits) / then the same codes, and one step of drift either way."""
    for seconds, wanted in ((59, "287082"), (1111111109, "081804"), (1234567890, "005924"), (2000000000, "279037")):
        assert rules.code_at(SECRET, seconds // 30) == wanted
    present = datetime.fromtimestamp(1234567890, UTC)
    step = 1234567890 // 30
    taken = [rules.step_of(SECRET, rules.code_at(SECRET, step + drift), present) for drift in (-2, -1, 0, 1, 2)]
    assert taken == [None, step - 1, step, step + 1, None]
    assert rules.step_of(SECRET, "", present) is None
    assert rules.step_of(SECRET, "é00592", present) is None


def test_what_an_authenticator_reads() -> None:
    address = urlsplit(rules.address(SECRET, "claire.morel@maison-verlaine.example"))
    assert (address.scheme, address.netloc) == ("otpauth", "totp")
    assert address.path == "/Copil:claire.morel%40maison-verlaine.example"
    asked = {name: value for name, (value,) in parse_qs(address.query).items()}
    assert asked["secret"].rstrip("=") == rules.secret_text(SECRET).replace(" ", "")
    assert asked["issuer"] == "Copil"
    assert (asked.get("digits", "6"), asked.get("period", "30"), asked.get("algorithm", "SHA1")) == ("6", "30", "SHA1")
    rows = rules.picture(address.geturl())
    assert {len(row) for row in rows} == {len(rows)}
    assert rows[0].startswith("1111111")
    assert set("".join(rows)) == {"0", "1"}


def test_a_secret_asks_for_nothing_before_its_first_code(gateway: Running) -> None:
    browser, somebody = signed_in(gateway)
    secret = begin(browser, somebody)
    assert browser.get("/auth/second-factor").json()["active"] is False
    assert Browser(gateway).sign_in(somebody).status_code == 200
    wrong = browser.call("POST", "/auth/second-factor/activations", json={"code": "000000"})
    assert problem(wrong, 422)["errors"][0]["field"] == "code"
    before = browser.cookie
    active = browser.call("POST", "/auth/second-factor/activations", json={"code": code(secret)})
    assert active.status_code == 201
    codes = active.json()["recovery_codes"]
    assert len(set(codes)) == 10
    # Another session, opened by both proofs; those before are over.
    assert browser.cookie != before
    view = browser.get("/auth/second-factor").json()
    assert (view["active"], view["recovery_codes_left"], view["used_in_this_session"]) == (True, 10, True)
    assert browser.get("/auth/session").json()["second_factor"] is True
    kept = str(execute(gateway, "SELECT * FROM second_factor") + execute(gateway, "SELECT * FROM recovery_code"))
    assert rules.secret_text(secret).replace(" ", "") not in kept
    assert not [drawn for drawn in codes if drawn in kept]


def test_setting_up_needs_the_password_and_ends_other_sessions(gateway: Running) -> None:
    browser, somebody = signed_in(gateway)
    other = Browser(gateway)
    assert other.sign_in(somebody).status_code == 200
    refused = browser.call("POST", "/auth/second-factor", json={"password": "another one"})
    assert problem(refused, 422)["errors"][0]["field"] == "password"
    secret = begin(browser, somebody)
    assert other.get("/auth/session").status_code == 200
    assert browser.call("POST", "/auth/second-factor/activations", json={"code": code(secret)}).status_code == 201
    assert other.get("/auth/session").status_code == 401
    again = browser.call("POST", "/auth/second-factor", json={"password": somebody.password})
    problem(again, 409, "second_factor_active")


def test_a_secret_that_waited_too_long_is_none(gateway: Running) -> None:
    browser, somebody = signed_in(gateway)
    problem(browser.call("POST", "/auth/second-factor/activations", json={"code": "123456"}), 409, "no_second_factor")
    secret = begin(browser, somebody)
    execute(gateway, "UPDATE second_factor SET created_at = created_at - interval '16 minutes'")
    late = browser.call("POST", "/auth/second-factor/activations", json={"code": code(secret)})
    problem(late, 409, "no_second_factor")


def test_sign_in_asks_for_the_code_and_opens_nothing_before(gateway: Running) -> None:
    _, somebody, secret, _ = protected(gateway)
    browser = Browser(gateway)
    first = browser.sign_in(somebody)
    assert first.status_code == 202, first.text
    assert set(first.json()) == {"code_asked", "expires_at"}
    assert browser.cookie_name not in browser.http.cookies
    assert browser.get("/auth/session").status_code == 401
    assert browser.get(MINE).status_code == 401
    # The cookie of the first step is none of a session.
    step = browser.http.cookies[f"{browser.cookie_name}-step"]
    stolen = httpx.get(f"{gateway.url}/auth/session", headers={"cookie": f"{browser.cookie_name}={step}"})
    assert stolen.status_code == 401
    second = show(browser, code(secret))
    assert second.status_code == 200, second.text
    assert second.json()["second_factor"] is True
    assert browser.get(MINE).status_code == 200
    assert f"{browser.cookie_name}-step" not in browser.http.cookies
    flags = [value for value in first.headers.get_list("set-cookie") if "-step=" in value]
    assert len(flags) == 1
    assert "HttpOnly" in flags[0]
    assert "SameSite=Lax" in flags[0]
    assert "Max-Age=300" in flags[0]


def test_the_services_are_told_by_what_somebody_signed_in(gateway: Running) -> None:
    plain, _ = signed_in(gateway)
    assert told(gateway, plain)["amr"] == ["pwd"]
    browser, *_ = protected(gateway)
    assert told(gateway, browser)["amr"] == ["pwd", "otp"]
    gateway.http.get(MINE, headers=gateway.bearer())
    header = gateway.services["kpi"].seen[-1].header("authorization") or ""
    assert "amr" not in jwt.get_unverified_claims(header.removeprefix("Bearer "))


def test_a_code_is_taken_once_and_so_is_a_step(gateway: Running) -> None:
    _, somebody, secret, _ = protected(gateway)
    browsers = [Browser(gateway) for _ in range(3)]
    for browser in browsers:
        assert browser.sign_in(somebody).status_code == 202
    given = code(secret)
    assert show(browsers[0], given).status_code == 200
    problem(show(browsers[1], given), 401, "code_refused")
    # Nor one of before it, though it would be within the drift.
    problem(show(browsers[1], code(secret, -1)), 401, "code_refused")
    assert show(browsers[1], code(secret, 1)).status_code == 200
    forget_codes(gateway, somebody)
    step = {"cookie": f"{browsers[0].cookie_name}-step={'A' * 43}"}
    problem(browsers[0].call("POST", "/auth/session/code", json={"code": given}, headers=step), 401)
    problem(show(browsers[0], code(secret)), 401, "sign_in_step_over")


def test_a_step_is_short_lived_and_is_over_when_the_password_changes(gateway: Running) -> None:
    present, somebody, secret, _ = protected(gateway)
    late, ended = Browser(gateway), Browser(gateway)
    assert late.sign_in(somebody).status_code == 202
    execute(gateway, "UPDATE sign_in_step SET expires_at = now() WHERE person_id = $1", somebody.id)
    problem(show(late, code(secret)), 401, "sign_in_step_over")
    assert ended.sign_in(somebody).status_code == 202
    change = {"current": somebody.password, "password": "quatre ânes gris au pré"}
    changed = present.call("PUT", "/auth/password", json=change)
    assert (changed.status_code, changed.json()["second_factor"]) == (200, True)
    problem(show(ended, code(secret)), 401, "sign_in_step_over")


def test_wrong_codes_wait_longer_and_longer_whatever_the_password(gateway: Running) -> None:
    _, somebody, secret, _ = protected(gateway)
    execute(gateway, "DELETE FROM sign_in_try")
    browser = Browser(gateway)
    for _ in range(5):
        # A right password in between makes no code free again.
        assert browser.sign_in(somebody).status_code == 202
        problem(show(browser, "abcdef"), 401, "code_refused")
    execute(gateway, "UPDATE sign_in_try SET tries = 10, last_at = clock_timestamp() WHERE tries = 5")
    refused = show(browser, code(secret))
    assert problem(refused, 429)["code"] == "too_many_requests"
    assert int(refused.headers["retry-after"]) > 1
    execute(gateway, "UPDATE sign_in_try SET last_at = last_at - interval '1 hour'")
    assert show(browser, code(secret)).status_code == 200


def test_a_recovery_code_opens_once(gateway: Running) -> None:
    _, somebody, _, codes = protected(gateway)
    browser = Browser(gateway)
    browser.sign_in(somebody)
    assert show(browser, codes[0].upper().replace("-", " ")).status_code == 200
    assert browser.get("/auth/second-factor").json()["recovery_codes_left"] == 9
    other = Browser(gateway)
    other.sign_in(somebody)
    problem(show(other, codes[0]), 401, "code_refused")
    renewed = browser.call("POST", "/auth/second-factor/recovery-codes", json={"code": codes[1]})
    assert renewed.status_code == 201
    problem(show(other, codes[2]), 401, "code_refused")
    assert show(other, renewed.json()["recovery_codes"][0]).status_code == 200


def test_codes_of_somebody_else_open_nothing(gateway: Running) -> None:
    *_, secret, codes = protected(gateway)
    _, somebody, _, _ = protected(gateway)
    browser = Browser(gateway)
    browser.sign_in(somebody)
    for given in (code(secret), codes[0], "", " ", "\u0660" * 6, "9" * 60):
        assert show(browser, given).status_code in (401, 422)


def test_it_is_taken_away_with_password_and_code(gateway: Running) -> None:
    browser, somebody, secret, _ = protected(gateway)
    path = "/auth/second-factor/removals"
    wrong = browser.call("POST", path, json={"password": "another one", "code": code(secret)})
    assert problem(wrong, 422)["errors"][0]["field"] == "password"
    wrong = browser.call("POST", path, json={"password": somebody.password, "code": "000000"})
    assert problem(wrong, 422)["errors"][0]["field"] == "code"
    gone = browser.call("POST", path, json={"password": somebody.password, "code": code(secret)})
    assert gone.status_code == 200, gone.text
    assert gone.json()["second_factor"] is False
    assert told(gateway, browser)["amr"] == ["pwd"]
    assert Browser(gateway).sign_in(somebody).status_code == 200
    for act in ("removals", "recovery-codes"):
        body = {"code": "123456"} | ({"password": somebody.password} if act == "removals" else {})
        problem(browser.call("POST", f"/auth/second-factor/{act}", json=body), 409, "no_second_factor")


def test_an_administrator_resets_it_which_the_journal_tells(gateway: Running) -> None:
    organisation = str(uuid4())
    theirs, somebody, _, _ = protected(gateway, organisation_id=organisation)
    admin = Browser(gateway)
    boss = new_person(gateway, "administrator", organisation_id=organisation)
    admin.sign_in(boss)
    listed = admin.get("/auth/second-factors").json()["items"]
    assert [one["person_id"] for one in listed] == [somebody.id]
    reset = admin.call("DELETE", f"/auth/people/{somebody.id}/second-factor")
    assert reset.status_code == 204, reset.text
    assert theirs.get("/auth/session").status_code == 401
    assert Browser(gateway).sign_in(somebody).status_code == 200
    journal = admin.get("/auth/journal").json()["items"]
    assert [(one["kind"], one["person_id"], one["by"]["subject"]) for one in journal] == [
        ("second_factor_reset", somebody.id, boss.id),
        ("second_factor_activated", somebody.id, somebody.id),
    ]
    first = admin.get("/auth/journal", params={"limit": 1}).json()
    rest = admin.get("/auth/journal", params={"limit": 1, "cursor": first["next_cursor"]}).json()
    assert [*first["items"], *rest["items"]] == journal
    problem(admin.get("/auth/journal", params={"cursor": "x"}), 422)
    assert admin.call("DELETE", f"/auth/people/{somebody.id}/second-factor").status_code == 204
    assert len(admin.get("/auth/journal").json()["items"]) == 2


def test_who_may_reset_it(gateway: Running) -> None:
    organisation = str(uuid4())
    mine, somebody, _, _ = protected(gateway, "administrator", organisation_id=organisation)
    path = f"/auth/people/{somebody.id}/second-factor"
    problem(mine.call("DELETE", path), 403, "forbidden")
    stranger, _ = signed_in(gateway, "administrator")
    problem(stranger.call("DELETE", path), 404)
    colleague = Browser(gateway)
    colleague.sign_in(new_person(gateway, "manager", organisation_id=organisation))
    assert problem(colleague.call("DELETE", path), 403)["functions"] == ["administrator", "platform_admin"]
    problem(colleague.call("DELETE", f"/auth/people/{uuid4()}/second-factor"), 404)
    problem(gateway.http.delete(path), 401)
    operator, _ = signed_in(gateway, "platform_admin")
    assert operator.call("DELETE", path).status_code == 204
    assert stranger.get("/auth/journal").json()["items"] == []


def test_a_deactivated_person_leaves_no_secret(gateway: Running) -> None:
    _, somebody, _, _ = protected(gateway)
    assert gateway.http.delete(f"/internal/people/{somebody.id}", headers=gateway.internal()).status_code == 204
    for table in ("second_factor", "recovery_code", "sign_in_step"):
        assert execute(gateway, f"SELECT 1 FROM {table} WHERE person_id = $1", somebody.id) == []


def test_the_drift_is_a_minute_and_a_half_in_all() -> None:
    present = NOON
    given = rules.code_at(SECRET, rules.step_at(present))
    good = [
        seconds
        for seconds in range(-120, 121, 15)
        if rules.step_of(SECRET, given, present + timedelta(seconds=seconds)) is not None
    ]
    assert (min(good), max(good)) == (-30, 45)
