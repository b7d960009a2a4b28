"""What remains of a text: a mark in the place of each piece of personal data, and how many of each kind there were."""

import re
from collections import Counter
from collections.abc import Mapping

import msgspec

from services.feedback.masking.rules.spans import Kind, Span, find

RULES = 4
"""Number of this set of rules; texts masked by an older one are masked again."""
MOST_CHARACTERS = 10_000
"""Beyond, words are kept sealed and not shown: nobody answers a survey at such length."""


_MARK = re.compile(r"\[\[(\w+)\]\]")


class Masked(msgspec.Struct, frozen=True):
    """A text that both parties may read."""

    text: str
    hidden: dict[Kind, int]


class Corrected(msgspec.Struct, frozen=True):
    """What people said of one text: pieces to hide as well, by what they are, and pieces that hide nobody."""

    hide: Mapping[str, Kind] = {}
    show: frozenset[str] = frozenset()


NOTHING_CORRECTED = Corrected()


def mask(original: str, corrected: Corrected = NOTHING_CORRECTED) -> Masked:
    """The text with `[[kind]]` in the place of what is hidden."""
    text = original[:MOST_CHARACTERS]
    parts: list[str] = []
    hidden: Counter[Kind] = Counter()
    after = 0
    for span in spans_of(text, corrected):
        parts += [text[after : span.start], f"[[{span.kind}]]"]
        hidden[span.kind] += 1
        after = span.end
    parts.append(text[after:] + (" […]" if len(original) > MOST_CHARACTERS else ""))
    return Masked("".join(parts), dict(sorted(hidden.items())))


def spans_of(text: str, corrected: Corrected) -> list[Span]:
    """What is hidden of a text, in order; what people want hidden goes before what the rules find."""
    kept = [span for span in find(text) if text[span.start : span.end] not in corrected.show]
    for piece, kind in corrected.hide.items():
        for match in _whole(piece).finditer(text):
            wanted = Span(match.start(), match.end(), kind)
            kept = [span for span in kept if span.end <= wanted.start or wanted.end <= span.start] + [wanted]
    return sorted(kept)


def marks_of(masked: str) -> list[str]:
    """The kinds that a masked text hides, in the order of their marks."""
    return _MARK.findall(masked)


def with_piece_hidden(masked: str, piece: str, kind: Kind) -> tuple[str, int]:
    """The masked text with a piece of it hidden wherever it stands, and in how many places."""
    return _whole(piece).subn(f"[[{kind}]]", masked)


def _whole(piece: str) -> re.Pattern[str]:
    """The piece as it is, not as a part of a longer word nor of a mark."""
    return re.compile(rf"(?<!\w)(?<!\[\[){re.escape(piece)}(?!\w|\]\])")
