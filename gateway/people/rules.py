"""Drawing passwords (pure)."""

import base64
import secrets

METHOD = "$argon2id$v=19$m=65536,t=3,p=4$"
"""How passwords are kept: 64 MiB, three passes, four lanes."""

# Without 0 and o, 1, i and l, which are mistaken for each other on paper: 31 letters, 25 of them are 123 bits.
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
GROUPS, GROUP = 5, 5


def draw_password() -> str:
    """A new password that can be read out and typed."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(GROUP)) for _ in range(GROUPS))


def nobodys_hash() -> str:
    """A hash of no password, with which comparing takes as long as with any other."""
    salt, digest = (base64.b64encode(secrets.token_bytes(size)).decode().rstrip("=") for size in (16, 32))
    return f"{METHOD}{salt}${digest}"
