"""Reading JSON strictly enough to be sure and no further: refusals name the field and never repeat what was sent."""

import hashlib
import re
from collections.abc import Callable
from typing import Any, TypeVar

import msgspec

from services.kpi.calendars.instants import InvalidInstant, parse_instant
from services.kpi.ingestion.connectors.base import Headers, Malformed

LONGEST_ID = 200
LONGEST_TEXT = 200
MOST_TAGS = 100

_MISSING = re.compile(r"required field `(\w+)`")
_PATH = re.compile(r"at `\$\.?([\w.\[\]]*)`")

T = TypeVar("T")


def media_type(headers: Headers) -> str:
    """The media type of a delivery, lower case, without parameters; empty when there is none."""
    value = headers.get("content-type")
    return value.partition(";")[0].strip().lower() if isinstance(value, str) else ""


def check_text(body: bytes) -> None:
    """Nothing when the bytes are UTF-8: fields that are skipped are not looked at by the decoder. Raises: Malformed."""
    try:
        body.decode()
    except UnicodeDecodeError:
        raise Malformed("the body is not UTF-8") from None


def decode(decoder: msgspec.json.Decoder[T], raw: bytes | msgspec.Raw, where: str = "") -> T:
    """The typed value of JSON bytes; `where` is the path of the bytes in the body. Raises: Malformed."""
    try:
        return decoder.decode(raw)
    except msgspec.ValidationError as error:
        raise Malformed(_field_reason(str(error), where)) from None
    except RecursionError:
        raise Malformed("the body is nested too deeply") from None
    except (msgspec.DecodeError, ValueError, OverflowError):
        raise Malformed("the body is not JSON") from None


def is_present(raw: msgspec.Raw) -> bool:
    """Whether a field that was left undecoded was there and not null."""
    return bytes(memoryview(raw)[:4]) not in (b"", b"null")


def _field_reason(message: str, where: str) -> str:
    missing, path = _MISSING.search(message), _PATH.search(message)
    names = [where, path.group(1) if path else "", missing.group(1) if missing else ""]
    name = ".".join(part for part in names if part)
    return f"{name or 'the body'} is {'missing' if missing else 'mistyped'}"


def needed_text(value: object, field: str) -> str:
    """A needed text that is not empty. Raises: Malformed."""
    if value is None or value is msgspec.UNSET:
        raise Malformed(f"{field} is missing")
    if not isinstance(value, str):
        raise Malformed(f"{field} is mistyped")
    if not value:
        raise Malformed(f"{field} is empty")
    return without_nul(value, field)


def identifier(value: object, field: str) -> str:
    """An identifier written as text or as a whole number, 1 to 200 characters. Raises: Malformed."""
    if type(value) is int:
        value = str(value)  # the decoder has already refused numbers that are too long to write out
    text = needed_text(value, field)
    if len(text) > LONGEST_ID:
        raise Malformed(f"{field} is too long")
    if text.isspace():
        raise Malformed(f"{field} is empty")
    return text


def optional_identifier(value: object, field: str) -> str | None:
    """An identifier, None when absent or mistyped; a longer one is kept as its SHA-256. Raises: Malformed on NUL."""
    if type(value) is int:
        value = str(value)
    if not isinstance(value, str) or not value:
        return None
    text = without_nul(value, field)
    return text if len(text) <= LONGEST_ID else hashlib.sha256(text.encode()).hexdigest()


def optional_text(value: object, field: str) -> str | None:
    """A descriptive word, None when absent, mistyped or longer than 200 characters. Raises: Malformed on NUL."""
    if not isinstance(value, str) or not value or len(value) > LONGEST_TEXT:
        return None
    return without_nul(value, field)


def told(value: object, field: str, read: Callable[[object, str], str | None]) -> str | None:
    """What a ticket has of a kind, read by `read`; empty when the tool says: none; None when it does not say.

    Raises: Malformed on NUL.
    """
    return "" if value is None or value == "" else read(value, field)


def optional_tags(value: object, field: str) -> tuple[str, ...]:
    """The well-formed tags of a list, each once. Raises: Malformed on NUL."""
    if not isinstance(value, list):
        return ()
    tags = (optional_text(tag, field) for tag in value[:MOST_TAGS])
    return tuple(dict.fromkeys(tag for tag in tags if tag is not None))


def optional_comment(value: object, field: str) -> str | None:
    """A customer's free text, None when absent, mistyped or blank. Raises: Malformed on NUL."""
    if not isinstance(value, str) or not value.strip():
        return None
    return without_nul(value, field)


def without_nul(text: str, field: str) -> str:
    """The text itself. Raises: Malformed when it holds U+0000, which cannot be stored."""
    if "\0" in text:
        raise Malformed(f"{field} holds a NUL character")
    return text


def instant(value: object, field: str) -> int:
    """A needed instant in microseconds. Raises: Malformed."""
    if value is None or value is msgspec.UNSET:
        raise Malformed(f"{field} is missing")
    try:
        return parse_instant(value)
    except InvalidInstant as error:
        raise Malformed(f"{field} is {error}") from None


def dedup_key(kind: str, value: str | bytes) -> bytes:
    """The 32 bytes that stand for one event; keys of different kinds never meet."""
    return hashlib.sha256(kind.encode() + b":" + (value if isinstance(value, bytes) else value.encode())).digest()


def header_key(headers: Headers, name: str, digest: bytes) -> bytes:
    """The key of a delivery that names itself in a header; of one that does not, its bytes are its name."""
    value = headers.get(name)
    if not isinstance(value, str) or not value:
        return dedup_key("body", digest)
    return dedup_key("delivery", value.encode(errors="replace"))


def dig(value: Any, *path: str) -> object:
    """The value at a path of nested objects; None when any step is not there."""
    for name in path:
        if not isinstance(value, dict):
            return None
        value = value.get(name)
    return value
