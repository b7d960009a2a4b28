"""Reading JSON strictly enough to be sure and no further: refusals name the field and never repeat what was sent."""

import re
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import msgspec

from services.feedback.survey_tools.connectors.base import Malformed, Question, Value

LONGEST_ID = 180
LONGEST_TITLE = 300
MOST_QUESTIONS = 200

_INSTANT = re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(:\d\d(\.\d{1,9})?)?([Zz]|[+-]\d\d:?\d\d)", re.ASCII)
# Numbers stay exact: 9.0 is nine, and nothing is rounded on the way.
_decoder = msgspec.json.Decoder(Any, float_hook=Decimal)


def load(body: bytes) -> dict[str, Any]:
    """The object that a body is. Raises: Malformed."""
    try:
        body.decode()
        found = _decoder.decode(body)
    except UnicodeDecodeError:
        raise Malformed("the body is not UTF-8") from None
    except RecursionError:
        raise Malformed("the body is nested too deeply") from None
    except (msgspec.DecodeError, ArithmeticError, ValueError):
        raise Malformed("the body is not JSON") from None
    return an_object(found, "the body")


def an_object(value: object, field: str) -> dict[str, Any]:
    """A needed object. Raises: Malformed."""
    if value is None:
        raise Malformed(f"{field} is missing")
    if not isinstance(value, dict):
        raise Malformed(f"{field} is mistyped")
    return value


def optional_object(value: object, field: str) -> dict[str, Any]:
    """An object, empty when it is not there. Raises: Malformed."""
    return {} if value is None else an_object(value, field)


def word(value: object, field: str) -> str:
    """A needed text of one line, 1 to 180 characters. Raises: Malformed."""
    if value is None or value == "":
        raise Malformed(f"{field} is missing")
    if not isinstance(value, str) or not value.isprintable():
        raise Malformed(f"{field} is mistyped")
    if len(value) > LONGEST_ID:
        raise Malformed(f"{field} is too long")
    return value


def instant(value: object, field: str) -> datetime:
    """A needed instant with its offset. Raises: Malformed."""
    text = word(value, field)
    if not _INSTANT.fullmatch(text):
        raise Malformed(f"{field} is no date and time with its offset")
    try:
        return datetime.fromisoformat(text.upper()).astimezone(UTC)
    except (ValueError, OverflowError):
        raise Malformed(f"{field} does not exist in the calendar") from None


def plain_value(value: object) -> Value | None:
    """An answer that can be one of ours: a number, a text, yes or no, or several choices as one text."""
    if isinstance(value, bool | int | Decimal | str):
        return value
    if isinstance(value, list) and value and all(isinstance(one, str) for one in value):
        return ", ".join(value)
    return None


def question(name: str, value: object, title: object = None) -> Question:
    """How a field is called, and of what form its answers are."""
    form = (
        "boolean" if isinstance(value, bool)
        else "number" if isinstance(value, int | Decimal)
        else "other" if plain_value(value) is None
        else "text"
    )  # fmt: skip
    shown = title[:LONGEST_TITLE] if isinstance(title, str) and title else None
    return Question(name, None if shown is None else _one_line(shown), form)  # type: ignore[arg-type]


def fields(told: dict[str, Any], prefix: str = "") -> tuple[dict[str, Value], list[Question]]:
    """Values and questions of an object of fields; names that cannot be shown are left out."""
    values: dict[str, Value] = {}
    questions: list[Question] = []
    for name, value in list(told.items())[:MOST_QUESTIONS]:
        if name and name.isprintable() and len(name) <= LONGEST_ID:
            questions.append(question(prefix + name, value))
            plain = plain_value(value)
            if plain is not None:
                values[prefix + name] = plain
    return values, questions


def _one_line(text: str) -> str:
    return "".join(sign if sign.isprintable() else " " for sign in text).strip()
