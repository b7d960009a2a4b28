"""Drawing passwords, and judging chosen ones (pure)."""

import base64
import secrets
from collections.abc import Iterable

from zxcvbn import zxcvbn

METHOD = "$argon2id$v=19$m=65536,t=3,p=4$"
"""How passwords are kept: 64 MiB, three passes, four lanes."""

# Without 0 and o, 1, i and l, which are mistaken for each other on paper: 31 letters, 25 of them are 123 bits.
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
GROUPS, GROUP = 5, 5


SHORTEST, LONGEST = 12, 256
WEIGHED = 72
"""Letters of a password that are weighed: the time it takes grows with their number."""
HARD_ENOUGH = 3
"""Of 0 to 4: a hundred million guesses, and more."""

OWN = 8
"""Letters that must be left without the names and the address of the owner."""

TOO_SHORT = f"must have {SHORTEST} characters or more"
TOO_EASY = "must be harder to guess: it is a common password, a name, a date or a simple pattern"


def fault_of(password: str, about: Iterable[str]) -> str | None:
    """What is wrong with a chosen password; `about`: names and addresses of its owner, which guess it easily."""
    if len(password) < SHORTEST:
        return TOO_SHORT
    words = [word for text in about for word in _parts(text)]
    if len(_without(password, words)) < OWN:
        return TOO_EASY
    weighed = zxcvbn(password[:WEIGHED], user_inputs=words)
    return None if weighed["score"] >= HARD_ENOUGH else TOO_EASY


def _without(password: str, words: Iterable[str]) -> str:
    rest = password.lower()
    for word in sorted(words, key=len, reverse=True):
        if len(word) > 2:
            rest = rest.replace(word, "")
    return rest


def _parts(text: str) -> list[str]:
    words = text.lower().replace("@", " ").replace(".", " ").replace("-", " ").split()
    return [text.lower(), *words]


def draw_password() -> str:
    """A new password that can be read out and typed."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(GROUP)) for _ in range(GROUPS))


def nobodys_hash() -> str:
    """A hash of no password, with which comparing takes as long as with any other."""
    salt, digest = (base64.b64encode(secrets.token_bytes(size)).decode().rstrip("=") for size in (16, 32))
    return f"{METHOD}{salt}${digest}"
