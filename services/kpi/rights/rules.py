"""Who is meant, and whether bytes hold a trace of that person; pure."""

from collections.abc import Sequence

import msgspec

from services.kpi.rights.schemas import Reference


class Sought(msgspec.Struct, frozen=True):
    """How a person is found: identities that pseudonyms are made of, tickets, and texts that raw bytes may hold."""

    identities: tuple[str, ...]
    tickets: tuple[str, ...]
    needles: tuple[bytes, ...]


def sought(references: Sequence[Reference]) -> Sought:
    """What to look for. An e-mail may be what a tool names its requesters by, and may stand in any text."""
    identities = tuple(one.value for one in references if one.kind in ("requester", "email"))
    emails = [one.value for one in references if one.kind == "email"]
    needles = {form for email in emails for form in _spellings(email)}
    return Sought(
        identities + tuple(email.lower() for email in emails if email.lower() not in identities),
        tuple(one.value for one in references if one.kind == "ticket"),
        tuple(sorted(needles)),
    )


def holds(content: bytes, needles: Sequence[bytes]) -> bool:
    """Whether bytes hold one of the texts, in whatever letters."""
    if not needles:
        return False
    low = content.lower()
    return any(needle in low for needle in needles)


def escaped(content: bytes) -> str:
    """Bytes as PostgreSQL's `encode(…, 'escape')` writes them."""
    return "".join(
        "\\\\" if byte == ord("\\") else chr(byte) if 0 < byte < 128 else f"\\{byte:03o}" for byte in content
    )


def _spellings(text: str) -> set[bytes]:
    """As plain text, as JSON escapes it, and as an address in a query has it."""
    low = text.lower()
    escaped = "".join(sign if sign.isascii() else f"\\u{ord(sign):04x}" for sign in low)
    return {form.encode() for form in (low, escaped, low.replace("@", "\\u0040"), low.replace("@", "%40"))}
