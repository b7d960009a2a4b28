"""Signing in through an organisation's provider, against a genuine one; and everything that lets nobody in."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit, urlunsplit
from uuid import uuid4

import httpx
import pytest

from gateway.second_factor.rules import code_at
from tests.gateway.running import Browser, Running, Someone, Start, execute, new_person
from tests.gateway.test_second_factor import begin as begin_second_factor
from tests.support.problems import problem
from tests.support.provider import CLIENT_ID, CLIENT_SECRET, OpenIdProvider, authenticate, openid_provider

ACCOUNTS: dict[str, str] = {}
VERLAINE, OTHER = str(uuid4()), str(uuid4())


@dataclass
class House:
    """A gateway, a provider, and the organisation that trusts it."""

    gateway: Running
    provider: OpenIdProvider
    boss: Browser
    claire: Someone

    def begin(self, browser: Browser, **body: Any) -> str:
        """Begin to sign in; where the browser is sent."""
        answer = browser.call("POST", "/auth/provider/sign-ins", json=body or {"email": self.claire.email})
        assert answer.status_code == 200, answer.text
        return str(answer.json()["url"])

    def at_the_provider(self, url: str, login: str) -> str:
        """Sign in there; the address of our callback, with what the provider gives."""
        return authenticate(url, login, self.gateway.url)

    def arrive(self, browser: Browser, back: str) -> httpx.Response:
        """Follow the provider's redirection, as a browser does: from another site."""
        return browser.http.get(back, headers={"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"})

    def through(self, browser: Browser, login: str, **body: Any) -> httpx.Response:
        """The whole way."""
        return self.arrive(browser, self.at_the_provider(self.begin(browser, **body), login))


def settings(provider: OpenIdProvider, **changes: Any) -> dict[str, Any]:
    """What an administrator records."""
    body = {"issuer": provider.issuer, "client_id": CLIENT_ID, "client_secret": CLIENT_SECRET, "domains": []}
    return body | changes


@pytest.fixture(scope="module")
def house(start: Start) -> Iterator[House]:
    """Everything that runs."""
    gateway = start(providers_on_loopback=True)
    execute(gateway, "DELETE FROM identity_provider")
    people = {
        name: new_person(gateway, organisation_id=organisation)
        for name, organisation in (("claire", VERLAINE), ("stranger", OTHER), ("unsure", VERLAINE))
    }
    accounts: dict[str, bool | str] = {one.email: name != "unsure" for name, one in people.items()}
    accounts |= {"nobody@maison-verlaine.example": True, "successor": people["claire"].email}
    ACCOUNTS.update({name: one.email for name, one in people.items()})
    admin = new_person(gateway, "platform_admin", organisation_id=VERLAINE)
    accounts[admin.email] = True
    ACCOUNTS["platform"] = admin.email
    boss = Browser(gateway)
    assert boss.sign_in(new_person(gateway, "administrator", organisation_id=VERLAINE)).status_code == 200
    callback = boss.get("/auth/provider").json()["callback_url"]
    with openid_provider(callback, accounts) as provider:
        set_up = boss.call("PUT", "/auth/provider", json=settings(provider))
        assert set_up.status_code == 200, set_up.text
        yield House(gateway, provider, boss, people["claire"])


def changed(url: str, **parameters: str | None) -> str:
    """An address with other parameters."""
    parts = urlsplit(url)
    asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
    for name, value in parameters.items():
        if value is None:
            asked.pop(name, None)
        else:
            asked[name] = value
    return urlunsplit(parts._replace(query=urlencode(asked)))


def refused(answer: httpx.Response, reason: str, browser: Browser) -> None:
    """Sent to the sign-in page with one word; nothing is open."""
    assert (answer.status_code, answer.headers["location"]) == (303, f"/connexion?refus={reason}")
    assert browser.cookie_name not in browser.http.cookies


def test_somebody_signs_in_through_their_organisation(house: House) -> None:
    browser = Browser(house.gateway)
    url = house.begin(browser, email=house.claire.email.upper(), return_to="/cles?x=1")
    asked = {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}
    assert (asked["response_type"], asked["code_challenge_method"], asked["scope"]) == ("code", "S256", "openid email")
    assert len(asked["state"]) == len(asked["nonce"]) == len(asked["code_challenge"]) == 43
    arrived = house.arrive(browser, house.at_the_provider(url, house.claire.email))
    assert (arrived.status_code, arrived.headers["location"]) == (303, "/cles?x=1")
    session = browser.get("/auth/session").json()
    assert (session["person"]["email"], session["second_factor"]) == (house.claire.email, False)
    assert execute(house.gateway, "SELECT amr FROM session ORDER BY created_at DESC LIMIT 1")[0]["amr"] == ["fed"]
    assert f"{browser.cookie_name}-step" not in browser.http.cookies


def test_the_organisation_s_own_link_needs_no_address(house: House) -> None:
    browser = Browser(house.gateway)
    link = house.boss.get("/auth/provider").json()["sign_in_url"]
    assert link == f"{house.gateway.url}/connexion?organisation={VERLAINE}"
    arrived = house.through(browser, house.claire.email, organisation_id=VERLAINE)
    assert arrived.headers["location"] == "/contrats"


@pytest.mark.parametrize(
    ("who", "reason"),
    [("stranger", "unknown"), ("nobody", "unknown"), ("unsure", "unverified"), ("platform", "platform")],
)
def test_whom_the_provider_cannot_let_in(house: House, who: str, reason: str) -> None:
    """given an account of others or of nobody, an unverified address, a platform administrator / then nothing."""
    login = ACCOUNTS.get(who, "nobody@maison-verlaine.example")
    browser = Browser(house.gateway)
    before = execute(house.gateway, "SELECT count(*) FROM account")[0][0]
    refused(house.through(browser, login, organisation_id=VERLAINE), reason, browser)
    assert execute(house.gateway, "SELECT count(*) FROM account")[0][0] == before


def test_a_provider_speaks_for_its_domains_only(house: House) -> None:
    browser = Browser(house.gateway)
    set_up = house.boss.call("PUT", "/auth/provider", json=settings(house.provider, domains=["voix.example"]))
    assert set_up.status_code == 200, set_up.text
    try:
        refused(house.through(browser, house.claire.email, organisation_id=VERLAINE), "unknown", browser)
        # Whether somebody of these domains is invited is not told before the provider knows them.
        assert house.begin(browser, email="whoever@voix.example").startswith(house.provider.issuer)
    finally:
        house.boss.call("PUT", "/auth/provider", json=settings(house.provider))


def test_a_forged_state_and_a_missing_cookie_let_nobody_in(house: House) -> None:
    browser = Browser(house.gateway)
    back = house.at_the_provider(house.begin(browser), house.claire.email)
    for forged in (changed(back, state="A" * 43), changed(back, state=None)):
        refused(house.arrive(browser, forged), "over", browser)
    # Another browser, to which somebody sends their own answer (login CSRF).
    other = Browser(house.gateway)
    refused(house.arrive(other, back), "over", other)
    house.begin(other)
    refused(house.arrive(other, back), "over", other)


def test_an_answer_and_a_code_are_looked_at_once(house: House) -> None:
    browser = Browser(house.gateway)
    url = house.begin(browser)
    token = browser.http.cookies[f"{browser.cookie_name}-step"]
    back = house.at_the_provider(url, house.claire.email)
    assert house.arrive(browser, back).headers["location"] == "/contrats"
    again = Browser(house.gateway)
    again.http.cookies.set(f"{again.cookie_name}-step", token)
    refused(house.arrive(again, back), "over", again)
    # The used code within another sign-in that is well begun: the provider knows that it is used.
    third = Browser(house.gateway)
    state = parse_qs(urlsplit(house.begin(third)).query)["state"][0]
    refused(house.arrive(third, changed(back, state=state)), "refused", third)


def test_another_nonce_and_another_verifier_let_nobody_in(house: House) -> None:
    for parameter, reason in (("nonce", "invalid"), ("code_challenge", "refused")):
        browser = Browser(house.gateway)
        url = changed(house.begin(browser), **{parameter: "B" * 43})
        refused(house.arrive(browser, house.at_the_provider(url, house.claire.email)), reason, browser)


def test_another_issuer_s_answer_and_an_error_let_nobody_in(house: House) -> None:
    for change, reason in (
        ({"iss": "https://other.example"}, "invalid"),
        ({"iss": None}, "invalid"),
        ({"error": "access_denied", "code": None}, "refused"),
        ({"code": "x" * 5000}, "invalid"),
    ):
        browser = Browser(house.gateway)
        back = house.at_the_provider(house.begin(browser), house.claire.email)
        refused(house.arrive(browser, changed(back, **change)), reason, browser)


def test_a_sign_in_that_takes_too_long_is_over(house: House) -> None:
    browser = Browser(house.gateway)
    back = house.at_the_provider(house.begin(browser), house.claire.email)
    execute(house.gateway, "UPDATE provider_sign_in SET expires_at = now()")
    refused(house.arrive(browser, back), "over", browser)


def test_whoever_has_the_address_later_is_somebody_else(house: House) -> None:
    """given somebody whom the provider let in / when another has their address there / then nothing, until released."""
    claire = house.claire
    execute(house.gateway, "DELETE FROM provider_binding")
    before = {one["id"] for one in house.boss.get("/auth/journal").json()["items"]}
    first = Browser(house.gateway)
    for _ in range(2):
        assert house.through(first, claire.email).headers["location"] == "/contrats"
    (bound,) = house.boss.get("/auth/provider/bindings").json()["items"]
    assert bound["person_id"] == claire.id
    # The subject itself is kept nowhere.
    assert claire.email.encode() not in execute(house.gateway, "SELECT subject_digest FROM provider_binding")[0][0]

    other = Browser(house.gateway)
    refused(house.through(other, "successor"), "subject", other)
    told = [one for one in house.boss.get("/auth/journal").json()["items"] if one["id"] not in before]
    assert [(one["kind"], one["person_id"]) for one in told] == [
        ("provider_subject_refused", claire.id), ("provider_bound", claire.id),
    ]  # fmt: skip
    assert told[0]["by"] == {"subject": house.provider.issuer, "name": None}
    assert first.get("/auth/session").status_code == 200

    path = f"/auth/people/{claire.id}/provider-binding"
    problem(first.call("DELETE", path), 403)
    stranger = Browser(house.gateway)
    stranger.sign_in(new_person(house.gateway, "administrator", organisation_id=OTHER))
    problem(stranger.call("DELETE", path), 404)
    assert stranger.get("/auth/provider/bindings").json()["items"] == []
    for _ in range(2):
        assert house.boss.call("DELETE", path).status_code == 204
    assert house.boss.get("/auth/provider/bindings").json()["items"] == []
    assert house.boss.get("/auth/journal").json()["items"][0]["kind"] == "provider_released"
    assert first.get("/auth/session").status_code == 401
    assert house.through(other, "successor").headers["location"] == "/contrats"
    again = Browser(house.gateway)
    refused(house.through(again, claire.email), "subject", again)
    # To another client of the provider, or through another provider, somebody may have another subject.
    execute(house.gateway, "UPDATE provider_binding SET client_id = 'before'")
    assert house.through(again, claire.email).headers["location"] == "/contrats"
    execute(house.gateway, "DELETE FROM provider_binding")


def test_an_administrator_is_released_by_somebody_else(house: House) -> None:
    me = house.boss.get("/auth/session").json()["person"]["id"]
    problem(house.boss.call("DELETE", f"/auth/people/{me}/provider-binding"), 403)


def test_keys_that_were_rotated_are_read_again(house: House) -> None:
    first, second = Browser(house.gateway), Browser(house.gateway)
    assert house.through(first, house.claire.email).headers["location"] == "/contrats"
    house.provider.stop()
    house.provider.start()
    time.sleep(2.1)
    assert house.through(second, house.claire.email).headers["location"] == "/contrats"


def test_a_provider_that_is_down(house: House) -> None:
    browser = Browser(house.gateway)
    back = house.at_the_provider(house.begin(browser), house.claire.email)
    house.provider.stop()
    try:
        refused(house.arrive(browser, back), "unreachable", browser)
        house.boss.call("PUT", "/auth/provider", json=settings(house.provider))
        down = browser.call("POST", "/auth/provider/sign-ins", json={"email": house.claire.email})
        problem(down, 503, "provider_unreachable")
        tried = house.boss.call("POST", "/auth/provider/tests").json()["checks"]
        assert [check["outcome"] for check in tried] == ["failed", "not_tried", "not_tried"]
    finally:
        house.provider.start()
        time.sleep(2.1)


def test_a_second_factor_is_asked_after_the_provider(house: House) -> None:
    somebody = house.claire
    present = Browser(house.gateway)
    present.sign_in(somebody)
    secret = begin_second_factor(present, somebody)
    code = code_at(secret, int(time.time()) // 30)
    assert present.call("POST", "/auth/second-factor/activations", json={"code": code}).status_code == 201
    execute(house.gateway, "UPDATE second_factor SET last_step = 0")
    browser = Browser(house.gateway)
    arrived = house.through(browser, somebody.email, email=somebody.email, return_to="/cles")
    assert arrived.headers["location"] == "/connexion?etape=code&retour=%2Fcles"
    assert browser.get("/auth/session").status_code == 401
    shown = browser.call("POST", "/auth/session/code", json={"code": code_at(secret, int(time.time()) // 30)})
    assert shown.status_code == 200, shown.text
    assert execute(house.gateway, "SELECT amr FROM session ORDER BY created_at DESC LIMIT 1")[0]["amr"] == [
        "fed",
        "otp",
    ]
    execute(house.gateway, "DELETE FROM second_factor")


def test_settings_are_the_organisation_s_and_tell_no_secret(house: House) -> None:
    read = house.boss.get("/auth/provider")
    assert CLIENT_SECRET not in read.text
    assert (
        CLIENT_SECRET.encode()
        not in execute(house.gateway, "SELECT * FROM identity_provider")[0]["sealed_client_secret"]
    )
    tried = house.boss.call("POST", "/auth/provider/tests").json()["checks"]
    assert [(check["step"], check["outcome"]) for check in tried] == [
        ("description", "passed"), ("keys", "passed"), ("client", "passed"),
    ]  # fmt: skip
    # Left out, the secret stays; of another issuer it is none of its business.
    kept = {"issuer": house.provider.issuer, "client_id": CLIENT_ID, "domains": ["@Maison-Verlaine.example"]}
    assert house.boss.call("PUT", "/auth/provider", json=kept).json()["provider"]["domains"] == [
        "maison-verlaine.example"
    ]
    assert house.boss.call("POST", "/auth/provider/tests").json()["checks"][2]["outcome"] == "passed"
    moved = house.boss.call("PUT", "/auth/provider", json=kept | {"issuer": "https://other.example"})
    assert [fault["field"] for fault in problem(moved, 422)["errors"]] == ["client_secret"]
    wrong = house.boss.call("PUT", "/auth/provider", json=settings(house.provider, client_secret="another"))
    assert wrong.status_code == 200
    checks = house.boss.call("POST", "/auth/provider/tests").json()["checks"]
    assert (checks[2]["outcome"], checks[2]["detail"]) == ("failed", "invalid_client")
    house.boss.call("PUT", "/auth/provider", json=settings(house.provider))

    stranger = Browser(house.gateway)
    stranger.sign_in(new_person(house.gateway, "administrator", organisation_id=OTHER))
    assert stranger.get("/auth/provider").json()["provider"] is None
    problem(stranger.call("POST", "/auth/provider/tests"), 404)
    manager = Browser(house.gateway)
    manager.sign_in(new_person(house.gateway, "manager", organisation_id=VERLAINE))
    for method, path in (("GET", ""), ("PUT", ""), ("DELETE", ""), ("POST", "/tests")):
        options = {"json": settings(house.provider)} if method == "PUT" else {}
        problem(manager.call(method, f"/auth/provider{path}", **options), 403)
    kinds = {one["kind"] for one in house.boss.get("/auth/journal").json()["items"]}
    assert "provider_set" in kinds


def test_without_a_provider_nobody_is_sent_anywhere(house: House) -> None:
    browser = Browser(house.gateway)
    elsewhere = ACCOUNTS["stranger"]
    for body in ({"email": "nobody@nowhere.example"}, {"email": elsewhere}, {"organisation_id": OTHER}, {}):
        problem(browser.call("POST", "/auth/provider/sign-ins", json=body), 404, "no_provider")
    # A domain that another organisation names sends nobody who is invited elsewhere to its provider.
    house.boss.call("PUT", "/auth/provider", json=settings(house.provider, domains=[elsewhere.partition("@")[2]]))
    problem(browser.call("POST", "/auth/provider/sign-ins", json={"email": elsewhere}), 404, "no_provider")
    house.boss.call("PUT", "/auth/provider", json=settings(house.provider))
    foreign = {"origin": "https://evil.example", "sec-fetch-site": "cross-site"}
    begun = httpx.post(
        f"{house.gateway.url}/auth/provider/sign-ins", json={"organisation_id": VERLAINE}, headers=foreign
    )
    problem(begun, 403, "csrf")


def test_a_page_of_another_site_is_none_to_come_back_to(house: House) -> None:
    for page in ("//evil.example", "https://evil.example", "/\\evil.example", "x", "/a\nb"):
        browser = Browser(house.gateway)
        body = {"organisation_id": VERLAINE, "return_to": page}
        assert house.through(browser, house.claire.email, **body).headers["location"] == "/contrats"


def test_a_provider_of_the_world_is_not_this_machine(start: Start) -> None:
    """given the settings of a real installation / then nothing leads to a private network, whatever name it has."""
    gateway = start()
    boss = Browser(gateway)
    boss.sign_in(new_person(gateway, "administrator"))
    body = {"client_id": "x", "client_secret": "y", "domains": []}
    for issuer in (
        "http://login.example", "https://127.0.0.1", "https://10.0.0.1", "https://169.254.169.254", "https://[::1]",
        "https://[::ffff:10.0.0.1]", "https://user@login.example", "https://login.example?x=1", "ftp://x", "x",
        "https://", "https://login.example#x", "https://[::1", "https://login.example:x",
    ):  # fmt: skip
        refusal = boss.call("PUT", "/auth/provider", json=body | {"issuer": issuer})
        assert [fault["field"] for fault in problem(refusal, 422)["errors"]] == ["issuer"], issuer
    # A name is looked up when it is called, and its addresses are looked at then.
    assert boss.call("PUT", "/auth/provider", json=body | {"issuer": "https://localhost:1"}).status_code == 200
    checks = boss.call("POST", "/auth/provider/tests").json()["checks"]
    assert (checks[0]["outcome"], checks[0]["detail"]) == ("failed", "the description cannot be read: no connection")
    assert boss.call("DELETE", "/auth/provider").status_code == 204
    assert boss.call("DELETE", "/auth/provider").status_code == 204
    assert [one["kind"] for one in boss.get("/auth/journal").json()["items"]] == ["provider_removed", "provider_set"]
