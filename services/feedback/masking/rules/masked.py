"""What remains of a text: a mark in the place of each piece of personal data, and how many of each kind there were."""

from collections import Counter

import msgspec

from services.feedback.masking.rules.spans import Kind, find

RULES = 3
"""Number of this set of rules; texts masked by an older one are masked again."""
MOST_CHARACTERS = 10_000
"""Beyond, words are kept sealed and not shown: nobody answers a survey at such length."""


class Masked(msgspec.Struct, frozen=True):
    """A text that both parties may read."""

    text: str
    hidden: dict[Kind, int]


def mask(original: str) -> Masked:
    """The text with `[[kind]]` in the place of what is hidden."""
    text = original[:MOST_CHARACTERS]
    parts: list[str] = []
    hidden: Counter[Kind] = Counter()
    after = 0
    for span in find(text):
        parts += [text[after : span.start], f"[[{span.kind}]]"]
        hidden[span.kind] += 1
        after = span.end
    parts.append(text[after:] + (" […]" if len(original) > MOST_CHARACTERS else ""))
    return Masked("".join(parts), dict(sorted(hidden.items())))
