"""ID tokens that prove nothing, and addresses that are no provider's."""

import base64
import hashlib
import hmac
import json
import time
from collections.abc import Callable
from typing import Any

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from jose import jwk, jwt

from gateway.providers import rules
from gateway.providers.id_tokens import UnknownKey, Untrusted, verify
from services.common.auth.keys import SigningKey

ISSUER, CLIENT, NONCE = "https://login.example", "copil", "n" * 43
EC_KEY = SigningKey.draw()
_RSA = rsa.generate_private_key(public_exponent=65537, key_size=2048)
RSA_PEM = _RSA.private_bytes(
    serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
).decode()
RSA_PUBLIC = {**jwk.construct(RSA_PEM, "RS256").public_key().to_dict(), "kid": "rsa", "use": "sig", "alg": "RS256"}
KEYS = [EC_KEY.public_jwk(), RSA_PUBLIC]


def claims(**changes: Any) -> dict[str, Any]:
    """What a good token says; None leaves a claim out."""
    present = int(time.time())
    told = {"iss": ISSUER, "aud": CLIENT, "sub": "1", "iat": present, "exp": present + 300, "nonce": NONCE, **changes}
    return {name: value for name, value in told.items() if value is not None}


def signed(told: dict[str, Any], **header: Any) -> str:
    """A token of the provider."""
    return str(jwt.encode(told, EC_KEY.pem, "ES256", headers={"kid": EC_KEY.kid, **header}))


def read(token: str, keys: Any = KEYS, **changes: str) -> dict[str, Any]:
    """The claims of a token, for this client and this sign-in."""
    expected = {"issuer": ISSUER, "client_id": CLIENT, "nonce": NONCE} | changes
    return verify(token, keys, present=time.time(), **expected)


def part(content: Any) -> str:
    """A part of a token by hand."""
    raw = content if isinstance(content, bytes) else json.dumps(content).encode()
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def test_good_tokens_are_taken() -> None:
    assert read(signed(claims()))["sub"] == "1"
    assert read(str(jwt.encode(claims(), RSA_PEM, "RS256", headers={"kid": "rsa"})))["sub"] == "1"
    assert read(signed(claims(aud=[CLIENT])))["aud"] == [CLIENT]
    assert read(signed(claims(aud=[CLIENT, "other"], azp=CLIENT)))["azp"] == CLIENT
    # Without a name when only one key can have signed it.
    assert read(str(jwt.encode(claims(), EC_KEY.pem, "ES256")))["sub"] == "1"


@pytest.mark.parametrize(
    "changes",
    [
        {"iss": "https://other.example"}, {"iss": ISSUER + "/"}, {"iss": None}, {"aud": "other"}, {"aud": None},
        {"aud": ["other"]}, {"aud": [CLIENT, "other"]}, {"azp": "other"}, {"aud": [CLIENT, "other"], "azp": "other"},
        {"nonce": "m" * 43}, {"nonce": None}, {"sub": None}, {"sub": ""}, {"exp": None}, {"exp": 1}, {"iat": None},
        {"iat": 1}, {"iat": 4102444800}, {"exp": int(time.time()) - 61}, {"iat": "now"}, {"nbf": 4102444800},
    ],
)  # fmt: skip
def test_claims_of_another_sign_in(changes: dict[str, Any]) -> None:
    with pytest.raises(Untrusted):
        read(signed(claims(**changes)))


def _none() -> str:
    return f"{part({'alg': 'none', 'kid': EC_KEY.kid})}.{part(claims())}."


def _by_the_public_key() -> str:
    """The old trick: the published key taken as a shared secret."""
    body = f"{part({'alg': 'HS256', 'kid': 'rsa'})}.{part(claims())}"
    return f"{body}.{part(hmac.new(json.dumps(RSA_PUBLIC).encode(), body.encode(), hashlib.sha256).digest())}"


def _other_key() -> str:
    return str(jwt.encode(claims(), SigningKey.draw().pem, "ES256", headers={"kid": EC_KEY.kid}))


def _changed() -> str:
    head, _, signature = signed(claims()).split(".")
    return f"{head}.{part(claims(sub='2'))}.{signature}"


def _twice() -> str:
    _, body, signature = signed(claims()).split(".")
    head = '{"alg":"ES256","alg":"none","kid":"' + EC_KEY.kid + '"}'
    return f"{part(head.encode())}.{body}.{signature}"


@pytest.mark.parametrize(
    "made",
    [
        _none, _by_the_public_key, _other_key, _changed, _twice, lambda: signed(claims(), crit=["exp"]),
        lambda: signed(claims(), typ="at+jwt"), lambda: signed(claims()) + "A" * 20_000, lambda: "", lambda: "a.b",
        lambda: "é.b.c", lambda: f"{part([])}.{part(claims())}.x", lambda: part(bytes([255])) + ".x.y",
        lambda: signed(claims()).rpartition(".")[0] + ".",
    ],
)  # fmt: skip
def test_tokens_that_nobody_signed(made: Callable[[], str]) -> None:
    with pytest.raises(Untrusted):
        read(made())


def test_keys_that_are_not_published_or_not_for_this() -> None:
    token = signed(claims())
    public = EC_KEY.public_jwk()
    for keys in ([], [RSA_PUBLIC], [{**public, "kid": "x"}], [{**public, "use": "enc"}], [{**public, "alg": "ES384"}],
                 [{**public, "d": "x"}], [public, public]):  # fmt: skip
        with pytest.raises(UnknownKey):
            read(token, keys)


@pytest.mark.parametrize(
    ("address", "wanted"),
    [
        ("93.184.216.34", True), ("2606:2800:220:1:248:1893:25c8:1946", True), ("127.0.0.1", False), ("::1", False),
        ("10.1.2.3", False), ("172.16.0.1", False), ("192.168.1.1", False), ("169.254.169.254", False),
        ("100.64.0.1", False), ("0.0.0.0", False), ("224.0.0.1", False), ("255.255.255.255", False), ("::", False),
        ("fe80::1%eth0", False), ("fd00::1", False), ("ff02::1", False), ("::ffff:127.0.0.1", False),
        ("::ffff:10.0.0.1", False), ("64:ff9b::a00:1", False), ("2002:a00:1::", False), ("198.18.0.1", False),
        ("192.0.2.1", False), ("not an address", False), ("", False),
    ],
)  # fmt: skip
def test_addresses_that_may_be_called(address: str, wanted: bool) -> None:
    assert rules.may_be_called(address, loopback=False) is wanted


def test_this_machine_only_by_an_explicit_setting() -> None:
    for address in ("127.0.0.1", "::1", "::ffff:127.0.0.1"):
        assert rules.may_be_called(address, loopback=True)
    assert not rules.may_be_called("10.0.0.1", loopback=True)
    assert rules.fault_of_issuer("http://127.0.0.1:8080", loopback=True) is None
    assert rules.fault_of_issuer("http://login.example", loopback=True) == "must begin with https://"
    assert rules.fault_of_issuer("https://login.example/realms/verlaine", loopback=False) is None


def test_what_a_browser_carries_is_drawn_from_its_token_alone() -> None:
    one, other = rules.Carried.of("a" * 43), rules.Carried.of("b" * 43)
    told = {one.state, one.nonce, one.verifier, one.challenge, other.state, other.nonce, other.verifier}
    assert len(told) == 7
    assert rules.Carried.of("a" * 43) == one
    assert all(len(text) == 43 for text in told)


def test_domains_and_verified_addresses() -> None:
    assert rules.domain(" @Maison-Verlaine.example ") == "maison-verlaine.example"
    assert [rules.domain(text) for text in ("", "example", "a b.example", "-x.example", "x..example", "*.example")] == [
        None
    ] * 6
    assert rules.speaks_for([], "claire@voix.example")
    assert rules.speaks_for(["voix.example"], "claire@voix.example")
    assert not rules.speaks_for(["voix.example"], "claire@mail.voix.example")
    assert not rules.speaks_for(["voix.example"], "claire@evilvoix.example")
    assert rules.verified_email({"email": "a@b.example", "email_verified": True}) == "a@b.example"
    unsure: list[dict[str, Any]] = [
        {"email": "a@b.example"}, {"email": "a@b.example", "email_verified": False}, {"email_verified": True},
        {"email": "a@b.example", "email_verified": "yes"}, {"email": ["a@b.example"], "email_verified": True},
    ]  # fmt: skip
    assert [claimed for claimed in unsure if rules.verified_email(claimed)] == []
