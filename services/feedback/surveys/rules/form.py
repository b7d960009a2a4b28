"""What a person sent from the page, and what is wrong with it; pure."""

from collections.abc import Mapping
from typing import Literal
from urllib.parse import parse_qsl

import msgspec

from services.feedback.answers.rules.given import MOST_COMMENT
from services.feedback.surveys.rules.questions import SCALES, SurveyKind

Fault = Literal["score_missing", "comment_too_long", "comment_nul"]
MOST_FIELDS = 20


class Sent(msgspec.Struct, frozen=True):
    """What was said, as far as it can be read. `solved`: 1 yes, 0 no, None not said; `unsure`: said to be unknown."""

    score: int | None = None
    solved: int | None = None
    unsure: bool = False
    comment: str = ""
    faults: tuple[Fault, ...] = ()


def read_form(body: bytes, kind: SurveyKind, *, asks_solved: bool, asks_comment: bool) -> Sent:
    """Read a form (`application/x-www-form-urlencoded`, UTF-8); what the page did not ask is passed over."""
    fields = _fields(body)
    score = _grade(fields.get("score", ""), kind)
    # Browsers end lines by two characters, and people see one.
    comment = fields.get("comment", "").replace("\r\n", "\n").replace("\r", "\n").strip() if asks_comment else ""
    faults: list[Fault] = ["score_missing"] if score is None else []
    if "\0" in comment:
        faults.append("comment_nul")
    if len(comment) > MOST_COMMENT:
        faults.append("comment_too_long")
    said = fields.get("solved") if asks_solved else None
    solved = {"1": 1, "0": 0}.get(said or "")
    return Sent(score, solved, said == "", comment.replace("\0", ""), tuple(faults))


def canonical(sent: Sent) -> str:
    """One text for all that was said: two forms that say the same have the same."""
    return msgspec.json.encode([sent.score, sent.solved, sent.comment]).decode()


def _fields(body: bytes) -> Mapping[str, str]:
    try:
        # Of a field that comes twice the first counts.
        pairs = parse_qsl(body.decode("ascii"), keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError:
        return {}
    return dict(reversed(pairs))


def _grade(text: str, kind: SurveyKind) -> int | None:
    grades = {str(grade): grade for grade in SCALES[kind].grades}
    return grades.get(text)
