"""The strict reading of tokens: every attack known to get past the library alone, and ten thousand blind ones."""

import asyncio
import base64
import hashlib
import hmac
import json
import random
import string
import time
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from cryptography.hazmat.primitives import serialization

from services.common.auth.keys import LocalKeySet, SigningKey
from services.common.auth.tokens import TokenSigner, TokenVerifier
from services.common.errors import Unauthenticated

KEY = SigningKey.draw()
OTHER_KEY = SigningKey.draw()
VERIFIER = TokenVerifier("kpi", {"gateway": LocalKeySet([KEY, OTHER_KEY]), "contracts": LocalKeySet([])})
_LETTERS = string.ascii_letters + string.digits + "-_"


def encode(data: bytes) -> str:
    """base64url without padding."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def header(**changes: Any) -> dict[str, Any]:
    """A good header with changes; None takes a member away."""
    good = {"alg": "ES256", "kid": KEY.kid, "typ": "at+jwt"}
    return {name: value for name, value in (good | changes).items() if value is not None}


def claims(**changes: Any) -> dict[str, Any]:
    """Good claims with changes; None takes a member away."""
    issued = now()
    good = {"iss": "gateway", "aud": "kpi", "sub": "client", "iat": issued, "exp": issued + 60, "jti": "1", "org": None}
    return {name: value for name, value in (good | changes).items() if value is not None}


def sign(head: dict[str, Any] | bytes, body: dict[str, Any] | bytes, key: SigningKey = KEY) -> str:
    """A token with any header and content, with a good signature of our own key."""
    parts = [encode(part if isinstance(part, bytes) else json.dumps(part).encode()) for part in (head, body)]
    signed = ".".join(parts)
    return f"{signed}.{encode(key.key.sign(signed.encode()))}"


def mac(secret: bytes, **changes: Any) -> str:
    """A token signed by HS256 with a secret that everybody knows: our public key."""
    signed = f"{encode(json.dumps(header(alg='HS256', **changes)).encode())}.{encode(json.dumps(claims()).encode())}"
    return f"{signed}.{encode(hmac.new(secret, signed.encode(), hashlib.sha256).digest())}"


def now() -> int:
    """Seconds since 1970."""
    return int(time.time())


def public_key(form: serialization.Encoding) -> bytes:
    """The public half of our key in one of its written forms."""
    private = serialization.load_pem_private_key(KEY.pem.encode(), password=None)
    written: bytes = private.public_key().public_bytes(form, serialization.PublicFormat.SubjectPublicKeyInfo)
    return written


async def test_a_good_token_is_read() -> None:
    token = TokenSigner("gateway", KEY).sign("kpi", 60, {"sub": "client", "functions": ["manager"]})
    assert (await VERIFIER.verify(token))["functions"] == ["manager"]
    assert (await VERIFIER.verify(sign(header(), claims())))["sub"] == "client"


def with_claims(**changes: Any) -> str:
    """A well signed token with other claims."""
    return sign(header(), claims(**changes))


def with_null(name: str) -> str:
    """A well signed token in which one claim is null."""
    return sign(header(), json.dumps(claims() | {name: None}).encode())


REQUIRED = ("exp", "aud", "iss", "sub", "iat", "jti")
UNSIGNED = f"{encode(json.dumps(header(alg='none')).encode())}.{encode(json.dumps(claims()).encode())}."

FORGED: dict[str, Callable[[], str]] = {
    "alg none": lambda: UNSIGNED,
    "alg None, no signature member": lambda: UNSIGNED.rstrip("."),
    "alg NONE": lambda: sign(header(alg="NONE"), claims()),
    "HS256 with the public key, PEM": lambda: mac(public_key(serialization.Encoding.PEM)),
    "HS256 with the public key, DER": lambda: mac(public_key(serialization.Encoding.DER)),
    "HS256 with an empty secret": lambda: mac(b""),
    "ES384 named": lambda: sign(header(alg="ES384"), claims()),
    "alg missing": lambda: sign(header(alg=None), claims()),
    "alg a list": lambda: sign(header(alg=["ES256"]), claims()),
    **{f"{name} missing": partial(with_claims, **{name: None}) for name in REQUIRED},
    **{f"{name} null": partial(with_null, name) for name in REQUIRED},
    "iat ahead": lambda: sign(header(), claims(iat=now() + 3600, exp=now() + 3660)),
    "expired": lambda: sign(header(), claims(iat=now() - 120, exp=now() - 60)),
    "lives too long": lambda: sign(header(), claims(exp=now() + 86_400)),
    "ends before it begins": lambda: sign(header(), claims(iat=now(), exp=now() - 1)),
    "not yet": lambda: sign(header(), claims(nbf=now() + 600)),
    "nbf is text": lambda: sign(header(), claims(nbf="soon")),
    "exp is text": lambda: sign(header(), claims(exp=str(now() + 60))),
    "exp is a fraction": lambda: sign(header(), claims(exp=now() + 60.5)),
    "exp is huge": lambda: sign(header(), claims(exp=10**400)),
    "exp is huge, exponent": lambda: sign(
        header(), json.dumps(claims()).replace(str(claims()["exp"]), "1e400").encode()
    ),
    "exp NaN": lambda: sign(header(), json.dumps(claims() | {"exp": float("nan")}).encode()),
    "iat is huge and negative": lambda: sign(header(), claims(iat=-(10**400))),
    "sub is a number": lambda: sign(header(), claims(sub=7)),
    "jti is a number": lambda: sign(header(), claims(jti=7)),
    "unknown crit": lambda: sign(header(crit=["exp"]), claims()),
    "empty crit": lambda: sign(header(crit=[]), claims()),
    "jku": lambda: sign(header(jku="https://example.org/keys"), claims()),
    "x5u": lambda: sign(header(x5u="https://example.org/keys"), claims()),
    "own jwk": lambda: sign(header(jwk=OTHER_KEY.public_jwk()), claims()),
    "zip": lambda: sign(header(zip="DEF"), claims()),
    "b64 false": lambda: sign(header(b64=False), claims()),
    "typ JWT": lambda: sign(header(typ="JWT"), claims()),
    "typ missing": lambda: sign(header(typ=None), claims()),
    "typ in full": lambda: sign(header(typ="application/at+jwt"), claims()),
    "wrong aud": lambda: sign(header(), claims(aud="contracts")),
    "access token of the outside": lambda: sign(header(), claims(aud="copil", iss="copil")),
    "aud a list with us in it": lambda: sign(header(), claims(aud=["kpi"])),
    "unknown iss": lambda: sign(header(), claims(iss="somebody")),
    "iss of a service whose key it is not": lambda: sign(header(), claims(iss="contracts")),
    "iss a list": lambda: sign(header(), claims(iss=["gateway"])),
    "signed by another key of the issuer": lambda: sign(header(), claims(), OTHER_KEY),
    "signed by a stranger": lambda: sign(header(), claims(), SigningKey.draw()),
    "kid missing": lambda: sign(header(kid=None), claims()),
    "kid a path": lambda: sign(header(kid="../../etc/passwd"), claims()),
    "kid an address": lambda: sign(header(kid="https://example.org/keys"), claims()),
    "kid SQL": lambda: sign(header(kid="' OR 1=1 --"), claims()),
    "kid empty": lambda: sign(header(kid=""), claims()),
    "kid with NUL": lambda: sign(header(kid=KEY.kid + "\0"), claims()),
    "kid of 10 kB": lambda: sign(header(kid="k" * 10_000), claims()),
    "kid a number": lambda: sign(header(kid=1), claims()),
    "header member twice": lambda: sign(json.dumps(header()).replace("{", '{"alg": "none", ', 1).encode(), claims()),
    "claim twice": lambda: sign(header(), json.dumps(claims()).replace("{", '{"sub": "administrator", ', 1).encode()),
    "claim twice, inside": lambda: sign(
        header(), claims(act=0) and json.dumps(claims()).replace("}", ', "act": {"a": 1, "a": 2}}').encode()
    ),
    "header of 200 kB": lambda: sign(header(kid="k" * 200_000), claims()),
    "claims not an object": lambda: sign(header(), b'["kpi"]'),
    "claims not JSON": lambda: sign(header(), b"kpi"),
    "claims not UTF-8": lambda: sign(header(), b'{"iss": "\xff"}'),
    "claims endlessly deep": lambda: sign(header(), b"[" * 2_500),
    "JWE shape": lambda: ".".join(["eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ", "a", "b", "c", "d"]),
    "one part": lambda: "token",
    "empty parts": lambda: "..",
    "nothing": lambda: "",
    "spaces": lambda: " ".join(sign(header(), claims())),
    "padding": lambda: sign(header(), claims()) + "==",
    "line feed at the end": lambda: sign(header(), claims()) + "\n",
    "foreign letters in the signature": lambda: sign(header(), claims())[:-3] + "!" + sign(header(), claims())[-3:],
    "not ASCII": lambda: sign(header(), claims()) + "é",
    "signature cut": lambda: sign(header(), claims())[:-4],
    "signature of zeros": lambda: ".".join([*sign(header(), claims()).split(".")[:2], encode(bytes(64))]),
    "signature in DER form": lambda: ".".join(
        [*sign(header(), claims()).split(".")[:2], encode(b"\x30\x06\x02\x01\x01\x02\x01\x01")]
    ),
}


@pytest.mark.parametrize("name", FORGED)
async def test_a_forged_token_is_refused(name: str) -> None:
    started = time.perf_counter()
    with pytest.raises(Unauthenticated):
        await VERIFIER.verify(FORGED[name]())
    assert time.perf_counter() - started < 0.2


def mutate(token: str, chance: random.Random) -> str:
    """The token with one to three small changes."""
    letters = list(token)
    for _ in range(chance.randint(1, 3)):
        where = chance.randrange(len(letters))
        match chance.randrange(4):
            case 0:
                letters[where] = chance.choice(_LETTERS)
            case 1:
                del letters[where]
            case 2:
                letters.insert(where, chance.choice(_LETTERS + ".=+/ \n\0"))
            case _:
                other = chance.randrange(len(letters))
                letters[where], letters[other] = letters[other], letters[where]
    return "".join(letters)


async def test_ten_thousand_mutations_are_refused_each() -> None:
    token = sign(header(), claims())
    chance = random.Random(20261122)
    tried = 0
    while tried < 10_000:
        changed = mutate(token, chance)
        if changed == token:
            continue
        tried += 1
        with pytest.raises(Unauthenticated):
            await VERIFIER.verify(changed)
    assert await VERIFIER.verify(token)


async def test_every_last_letter_is_refused_but_the_one_that_was_written() -> None:
    """The last letter of a signature carries four bits that decode to nothing."""
    token = sign(header(), claims())
    for letter in _LETTERS.replace(token[-1], ""):
        with pytest.raises(Unauthenticated):
            await VERIFIER.verify(token[:-1] + letter)


async def test_a_token_kept_in_memory_ends_when_it_expires() -> None:
    token = sign(header(), claims(exp=int(time.time()) + 1))
    assert await VERIFIER.verify(token)
    await asyncio.sleep(1.1)
    with pytest.raises(Unauthenticated):
        await VERIFIER.verify(token)
