"""Authenticity: who signed, when, and with which of the live secrets."""

import base64
import hmac
import json
from datetime import UTC, datetime

import pytest
from standardwebhooks import Webhook

from services.kpi.ingestion.connectors import CONNECTORS
from services.kpi.ingestion.connectors.base import Connector, InvalidSecret, SignatureRejected, StaleRejected
from tests.factories.tool_signing import SECRETS, SIGNS_TIME, tool_headers
from tests.factories.webhooks import GENERIC_SECRET, ZENDESK_SECRET, at, generic_headers, zendesk_headers

SECOND = 1_000_000
NOW = at("2026-10-05T10:00:00+00:00")
BODY = '{"a":"é"}'.encode()
ZENDESK, GENERIC = CONNECTORS["zendesk"], CONNECTORS["generic"]


SIGNED_TIME = [CONNECTORS[system] for system in SIGNS_TIME]


def headers_of(connector: Connector, sent_us: int, secret: str | None = None) -> dict[str, str]:
    return tool_headers(connector.name, BODY, sent_us, secret)


def secret_of(connector: Connector) -> str:
    return SECRETS[connector.name]


def _each(connectors: list[Connector]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("connector", connectors, ids=lambda connector: connector.name)


ALL, TIMED = _each(list(CONNECTORS.values())), _each(SIGNED_TIME)


def test_published_vector_of_standard_webhooks() -> None:
    headers = {
        "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
        "webhook-timestamp": "1614265330",
        "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    }
    secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    assert GENERIC.check(headers, b'{"test": 2432232314}', [secret], 1_614_265_330 * SECOND, 300) == 0


def test_the_public_library_signs_what_we_accept_and_accepts_what_we_sign() -> None:
    library, now = Webhook(GENERIC_SECRET), datetime.now(UTC).replace(microsecond=0)
    now_us = int(now.timestamp()) * SECOND
    signature = library.sign("msg_1", now, BODY.decode())
    headers = {"webhook-id": "msg_1", "webhook-timestamp": str(now_us // SECOND), "webhook-signature": signature}
    assert GENERIC.check(headers, BODY, [GENERIC_SECRET], now_us, 300) == 0
    assert library.verify(BODY.decode(), generic_headers(BODY, now_us)) == json.loads(BODY)


def test_zendesk_signs_its_timestamp_text_then_the_body() -> None:
    headers = zendesk_headers(BODY, NOW, timestamp="2026-10-05T12:00:00.25+02:00")
    assert ZENDESK.check(headers, BODY, [ZENDESK_SECRET], NOW, 300) == 0
    swapped = zendesk_headers(b"", NOW, timestamp=BODY.decode("latin-1") + "2026-10-05T10:00:00Z")
    headers["x-zendesk-webhook-signature"] = swapped["x-zendesk-webhook-signature"]
    with pytest.raises(SignatureRejected):
        ZENDESK.check(headers, BODY, [ZENDESK_SECRET], NOW, 300)


@TIMED
@pytest.mark.parametrize("offset_s", [-300, -1, 0, 300])
def test_within_the_tolerance(connector: Connector, offset_s: int) -> None:
    headers = headers_of(connector, NOW)
    assert connector.check(headers, BODY, [secret_of(connector)], NOW + offset_s * SECOND, 300) == 0


@TIMED
@pytest.mark.parametrize("offset_us", [-300 * SECOND - 1, 300 * SECOND + 1])
def test_beyond_the_tolerance(connector: Connector, offset_us: int) -> None:
    with pytest.raises(StaleRejected):
        connector.check(headers_of(connector, NOW), BODY, [secret_of(connector)], NOW + offset_us, 300)


@TIMED
def test_a_forged_delivery_is_forged_before_it_is_stale(connector: Connector) -> None:
    headers = headers_of(connector, NOW, connector.draw_secret())
    with pytest.raises(SignatureRejected):
        connector.check(headers, BODY, [secret_of(connector)], NOW + 10**12, 300)


@ALL
def test_two_live_secrets_tell_which_one_matched(connector: Connector) -> None:
    old, new = secret_of(connector), connector.draw_secret()
    for slot, secret in enumerate([old, new]):
        assert connector.check(headers_of(connector, NOW, secret), BODY, [old, new], NOW, 300) == slot
    with pytest.raises(SignatureRejected):
        connector.check(headers_of(connector, NOW, old), BODY, [new], NOW, 300)
    with pytest.raises(SignatureRejected):
        connector.check(headers_of(connector, NOW, old), BODY, [], NOW, 300)


def test_a_sender_may_sign_with_several_secrets() -> None:
    other = GENERIC.draw_secret()
    headers = generic_headers(BODY, NOW, [other, GENERIC_SECRET])
    assert GENERIC.check(headers, BODY, [GENERIC_SECRET], NOW, 300) == 0
    headers["webhook-signature"] = "v1a,AAAA v2 nonsense " + headers["webhook-signature"]
    assert GENERIC.check(headers, BODY, [GENERIC_SECRET], NOW, 300) == 0


GARBLED = ["", " ", "v1", "v1,", ",", "é", "\ud800", "日本", "A" * 100_000, "v1,****", "\x00"]


@ALL
@pytest.mark.parametrize("value", GARBLED)
def test_garbled_signature_or_time_is_a_bad_signature(connector: Connector, value: str) -> None:
    for name in headers_of(connector, NOW):
        if not any(word in name for word in ("signature", "timestamp", "authorization")):
            continue
        with pytest.raises(SignatureRejected):
            connector.check({**headers_of(connector, NOW), name: value}, BODY, [secret_of(connector)], NOW, 300)
        without = {key: kept for key, kept in headers_of(connector, NOW).items() if key != name}
        with pytest.raises(SignatureRejected):
            connector.check(without, BODY, [secret_of(connector)], NOW, 300)


@pytest.mark.parametrize("timestamp", ["2026-10-05T10:00:00", "now", "1791187201", "2026-10-05T10:00:60Z"])
def test_a_well_signed_time_that_is_none_is_a_bad_signature(timestamp: str) -> None:
    headers = zendesk_headers(BODY, NOW, timestamp=timestamp)
    with pytest.raises(SignatureRejected, match="garbled"):
        ZENDESK.check(headers, BODY, [ZENDESK_SECRET], NOW, 300)


@pytest.mark.parametrize("timestamp", ["1791187201.0", "+1791187201", "1_791", " 1791187201", "9" * 13, "-1"])
def test_generic_times_are_whole_seconds(timestamp: str) -> None:
    headers = generic_headers(BODY, NOW, timestamp=timestamp)
    with pytest.raises(SignatureRejected, match="garbled"):
        GENERIC.check(headers, BODY, [GENERIC_SECRET], NOW, 300)


@ALL
def test_no_secret_and_unusable_secrets_match_nothing(connector: Connector) -> None:
    empty = headers_of(connector, NOW, "whsec_" if connector is GENERIC else "")
    for secret in ("", "whsec_", "whsec_é", "\ud800", "whsec_a"):
        with pytest.raises(SignatureRejected):
            connector.check(empty, BODY, [secret], NOW, 300)


@ALL
def test_drawn_secrets_are_new_and_normal(connector: Connector) -> None:
    drawn = {connector.draw_secret() for _ in range(20)}
    assert len(drawn) == 20
    assert {connector.normalise_secret(f" {secret}\n") for secret in drawn} == drawn


def test_generic_secrets_are_normalised() -> None:
    key = bytes(range(31))
    unpadded = base64.b64encode(key).decode().rstrip("=")
    assert GENERIC.normalise_secret(unpadded) == "whsec_" + base64.b64encode(key).decode()


@pytest.mark.parametrize(
    ("connector", "secret"),
    [
        (GENERIC, "whsec_"),
        (GENERIC, "whsec_" + base64.b64encode(b"short").decode()),
        (GENERIC, "whsec_" + base64.b64encode(bytes(129)).decode()),
        (GENERIC, "whsec_%%%%%%%%%%%%%%%%%%%%%%%%%%%%"),
        (GENERIC, "été" * 20),
        (ZENDESK, "   court   "),
        (ZENDESK, "x" * 513),
        (ZENDESK, "avec\x00zero-binaire"),
        (ZENDESK, "accentué-et-long"),
        *((CONNECTORS[system], "court") for system in ("intercom", "zammad", "chatwoot", "glpi")),
        (CONNECTORS["freshdesk"], "sans-mot-de-passe"),
        (CONNECTORS["freshdesk"], "copil:court"),
        (CONNECTORS["freshdesk"], ":motdepasse-sans-nom"),
        (CONNECTORS["freshdesk"], "copil:mot-de-passe-à-accent"),
    ],
)
def test_unusable_secrets_are_refused(connector: Connector, secret: str) -> None:
    with pytest.raises(InvalidSecret):
        connector.normalise_secret(secret)


@pytest.mark.parametrize("system", ["freshdesk", "intercom", "zammad"])
def test_without_a_signed_time_nothing_is_stale(system: str) -> None:
    connector = CONNECTORS[system]
    assert connector.check(headers_of(connector, NOW), BODY, [secret_of(connector)], NOW + 10**14, 1) == 0


@pytest.mark.parametrize("system", ["intercom", "zammad", "chatwoot", "glpi"])
def test_hexadecimal_signatures_have_one_spelling(system: str) -> None:
    connector, headers = CONNECTORS[system], headers_of(CONNECTORS[system], NOW)
    name = next(name for name in headers if "signature" in name)
    for other in (headers[name].upper(), headers[name] + " ", headers[name][:-2], "sha512=" + headers[name]):
        with pytest.raises(SignatureRejected):
            connector.check({**headers, name: other}, BODY, [secret_of(connector)], NOW, 300)


def test_the_vector_of_chatwoot() -> None:
    signature = "sha256=35b47ae68f25c0e39679872722eb8a49dabf6b52481782f6f86b6224b9c29f8b"
    headers = {"x-chatwoot-signature": signature, "x-chatwoot-timestamp": "1700000000"}
    secret = "chatwoot_webhook_secret_fixture"
    assert CONNECTORS["chatwoot"].check(headers, BODY, [secret], 1_700_000_000 * SECOND, 300) == 0


def test_glpi_may_send_a_day_after_it_signed() -> None:
    glpi = CONNECTORS["glpi"]
    assert glpi.default_tolerance_s == 86_400
    headers = headers_of(glpi, NOW)
    assert glpi.check(headers, BODY, [secret_of(glpi)], NOW + 86_400 * SECOND, glpi.default_tolerance_s) == 0
    with pytest.raises(StaleRejected):
        glpi.check(headers, BODY, [secret_of(glpi)], NOW + 86_401 * SECOND, glpi.default_tolerance_s)


def test_freshdesk_takes_basic_authentication_alone() -> None:
    freshdesk = CONNECTORS["freshdesk"]
    good = headers_of(freshdesk, NOW)["authorization"]
    lower = good.replace("Basic", "basic")
    assert freshdesk.check({"authorization": lower}, BODY, [secret_of(freshdesk)], NOW, 300) == 0
    for other in (good.replace("Basic", "Bearer"), good.removeprefix("Basic "), good + "=", "Basic"):
        with pytest.raises(SignatureRejected):
            freshdesk.check({"authorization": other}, BODY, [secret_of(freshdesk)], NOW, 300)


def test_the_challenge_of_glpi() -> None:
    glpi, secret, token = CONNECTORS["glpi"], secret_of(CONNECTORS["glpi"]), "ab" * 32
    expected = hmac.new(secret.encode(), token.encode(), "sha256").hexdigest()
    assert glpi.answer_challenge({"crc_token": token}, [secret, "the-one-before"]) == expected
    assert glpi.answer_challenge({}, [secret]) is None
    assert glpi.answer_challenge({"crc_token": token}, []) is None


@pytest.mark.parametrize("token", ["", '{"event":"new"}1791187201', " {}", "a" * 129, "é", "a\n"])
def test_the_challenge_signs_nothing_that_could_be_a_delivery(token: str) -> None:
    glpi = CONNECTORS["glpi"]
    assert glpi.answer_challenge({"crc_token": token}, [secret_of(glpi)]) is None


@ALL
def test_only_glpi_asks(connector: Connector) -> None:
    answer = connector.answer_challenge({"crc_token": "abc"}, [secret_of(connector)])
    assert (answer is not None) == (connector.name == "glpi")
