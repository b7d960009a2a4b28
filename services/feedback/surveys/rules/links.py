"""Links that open a survey once: an id and a signature over it. Pure.

A link can be made again from what is kept, so a sender whose answer was lost asks again and gets the same one; and one
that is not ours is told from its letters alone.
"""

import base64
import hmac
import re
from datetime import UTC, datetime
from typing import Literal
from uuid import UUID

import msgspec

Purpose = Literal["answer", "preview"]
PATH = "/s/"

_MARKS: dict[Purpose, bytes] = {"answer": b"\x01", "preview": b"\x02"}
_PURPOSES = {mark: purpose for purpose, mark in _MARKS.items()}
_ID, _UNTIL, _SIGNATURE = 16, 6, 16
"""Bytes: an id, an instant in seconds since 1970, and 128 bits that nobody guesses."""
_LENGTHS = {"answer": 1 + _ID + _SIGNATURE, "preview": 1 + _ID + _UNTIL + _SIGNATURE}
_LETTERS = re.compile(r"[A-Za-z0-9_-]{44}(?:[A-Za-z0-9_-]{8})?")


class Link(msgspec.Struct, frozen=True):
    """What a link that is ours says."""

    purpose: Purpose
    id: UUID
    """Of the invitation; of a preview, of the survey."""
    until: datetime | None = None


def link_key(root: str) -> bytes:
    """The key of links, drawn from a root that has other uses too."""
    return hmac.digest(root.encode(), b"survey links", "sha256")


def answer_token(key: bytes, invitation_id: UUID) -> str:
    """What opens the survey to one person."""
    return _signed(key, _MARKS["answer"] + invitation_id.bytes)


def preview_token(key: bytes, survey_id: UUID, until: datetime) -> str:
    """What shows the page to whoever prepares it; nothing said on it is kept."""
    return _signed(key, _MARKS["preview"] + survey_id.bytes + int(until.timestamp()).to_bytes(_UNTIL, "big"))


def read_token(key: bytes, token: str) -> Link | None:
    """What a token says; None when we did not sign it."""
    if not _LETTERS.fullmatch(token):
        return None
    content = base64.urlsafe_b64decode(token)
    said, signature = content[:-_SIGNATURE], content[-_SIGNATURE:]
    purpose = _PURPOSES.get(said[:1])
    if purpose is None or len(content) != _LENGTHS[purpose]:
        return None
    if not hmac.compare_digest(signature, _signature(key, said)):
        return None
    named = UUID(bytes=said[1 : 1 + _ID])
    until = int.from_bytes(said[1 + _ID :], "big")
    return Link(purpose, named, datetime.fromtimestamp(until, UTC) if purpose == "preview" else None)


def _signed(key: bytes, said: bytes) -> str:
    # Both kinds are a multiple of three bytes long: no padding, one spelling of each.
    return base64.urlsafe_b64encode(said + _signature(key, said)).decode()


def _signature(key: bytes, said: bytes) -> bytes:
    return hmac.digest(key, said, "sha256")[:_SIGNATURE]
