"""Which field of a survey is what, and the answers that a response makes by it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Literal

import msgspec

from services.feedback.answers.rules import cells
from services.feedback.answers.rules.cells import WrongCell
from services.feedback.answers.rules.given import (
    MOST_CHANNEL,
    MOST_COMMENT,
    MOST_LINK,
    MOST_QUEUE,
    MOST_REFERENCE,
    Given,
    Kind,
    fault_of_instant,
    fault_of_link,
    fault_of_score,
    scale_of,
)
from services.feedback.survey_tools.connectors.base import Malformed, Response, Value

Role = Literal["nps", "csat", "ces", "fcr_declared", "comment", "ticket", "ticket_url", "channel", "queue"]
SCORES: tuple[Kind, ...] = ("nps", "csat", "ces", "fcr_declared")
"""In the order in which they take the comment: what somebody wrote is one text, and is read once."""
_MOST: dict[Role, int] = {
    "ticket": MOST_REFERENCE,
    "ticket_url": MOST_LINK,
    "channel": MOST_CHANNEL,
    "queue": MOST_QUEUE,
}


class MappedField(msgspec.Struct, frozen=True):
    """One field of the tool and what it is here. `scale_max`: of a satisfaction rating, its highest."""

    field: str
    role: Role
    scale_max: int | None = None


def fault_of_mapping(fields: Sequence[MappedField]) -> str | None:
    """Why fields cannot be read so."""
    for names in ([one.field for one in fields], [one.role for one in fields]):
        if len(names) != len(set(names)):
            return "each field is one thing, and each thing one field"
    if any(one.scale_max is not None and one.role != "csat" for one in fields):
        return "only a satisfaction rating has a scale of its own"
    return None


def has_scores(response: Response, fields: Sequence[MappedField]) -> bool:
    """Whether a response answers a question that is mapped to a score."""
    return any(one.role in SCORES and _present(response.values.get(one.field)) for one in fields)


def answers_of(response: Response, fields: Sequence[MappedField], now: datetime) -> list[Given]:
    """The answers that a response makes, none without a score. Raises: Malformed, naming the field."""
    by_role = {one.role: one for one in fields}
    if fault := fault_of_instant(response.answered_at, now):
        raise Malformed(f"the instant of the response {fault}")
    comment = _comment(response, by_role.get("comment"))
    lines = {role: _line(response, by_role.get(role), most) for role, most in _MOST.items()}
    link = lines["ticket_url"]
    if link and (fault := fault_of_link(link)):
        raise Malformed(f"{by_role['ticket_url'].field} {fault}")
    made: list[Given] = []
    for kind in SCORES:
        field = by_role.get(kind)
        value = None if field is None else response.values.get(field.field)
        if field is None or not _present(value):
            continue
        score = _score(kind, field, value)
        made.append(
            Given(
                f"{response.id}:{kind}",
                kind,
                score,
                scale_of(kind, field.scale_max),
                response.answered_at,
                None if made else comment,
                lines["ticket"],
                link,
                lines["channel"],
                lines["queue"],
            )
        )
    return made


def _present(value: Value | None) -> bool:
    return value is not None and not (isinstance(value, str) and not value.strip())


def _score(kind: Kind, field: MappedField, value: Value | None) -> int:
    text = ("true" if value else "false") if isinstance(value, bool) else str(value)
    try:
        score = cells.read_score(kind, text)
    except WrongCell as wrong:
        raise Malformed(f"{field.field}: {str(wrong).partition(': ')[2]}") from None
    if fault := fault_of_score(kind, score, field.scale_max):
        raise Malformed(f"{field.field}: {fault}")
    return score


def _comment(response: Response, field: MappedField | None) -> str | None:
    value = None if field is None else response.values.get(field.field)
    if field is None or not _present(value):
        return None
    text = str(value)
    if len(text) > MOST_COMMENT:
        raise Malformed(f"{field.field}: at most {MOST_COMMENT} characters")
    if "\0" in text:
        raise Malformed(f"{field.field}: must hold no NUL")
    return text


def _line(response: Response, field: MappedField | None, most: int) -> str | None:
    value = None if field is None else response.values.get(field.field)
    if field is None or not _present(value):
        return None
    text = str(value).strip()
    if len(text) > most:
        raise Malformed(f"{field.field}: at most {most} characters")
    if not text.isprintable():
        raise Malformed(f"{field.field}: no control characters")
    return text
