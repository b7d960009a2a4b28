"""Which words could make a rule, and who was pleased."""

import pytest

from services.feedback.themes.defaults import DEFAULT_THEMES
from services.feedback.themes.rules import is_low, is_praise, suggestions
from services.feedback.themes.schemas import NewThemes


@pytest.mark.parametrize(
    ("kind", "score", "scale", "low", "praise"),
    [
        ("nps", 0, 10, True, False), ("nps", 6, 10, True, False), ("nps", 7, 10, False, False),
        ("nps", 8, 10, False, False), ("nps", 9, 10, False, True), ("nps", 10, 10, False, True),
        ("csat", 1, 5, True, False), ("csat", 3, 5, True, False), ("csat", 4, 5, False, False),
        ("csat", 5, 5, False, True), ("csat", 0, 1, True, False), ("csat", 1, 1, False, True),
        ("fcr_declared", 0, 1, True, False), ("fcr_declared", 1, 1, False, False),
    ],
)  # fmt: skip
def test_low_and_praise(kind: str, score: int, scale: int, low: bool, praise: bool) -> None:
    assert (is_low(kind, score, scale), is_praise(kind, score, scale)) == (low, praise)


def test_words_are_suggested_by_how_many_use_them() -> None:
    """given texts / then words of at least three, once per text, forms together, nothing masked, nothing empty."""
    texts = [
        "Résiliation impossible, résiliation refusée par [[person]]",
        "J'attends ma résiliation depuis des mois",
        "Résiliations perdues, conseiller absent",
        "resiliation ? mystère, conseillers absents",
        "Le conseiller était [[person]], toujours avec vous",
    ]
    assert suggestions(texts) == [("résiliation", 4), ("conseiller", 3)]
    assert suggestions(texts, most=1) == [("résiliation", 4)]
    assert suggestions([]) == []
    assert suggestions(["\u202eévil zalgo\u0301" * 3, "😀" * 50, "<script>alert(1)</script>"]) == []


def test_every_contract_begins_with_sound_themes() -> None:
    """then the list is one that a contract could write, brand and tone in it."""
    themes = NewThemes.model_validate({"items": [one.model_dump() for one in DEFAULT_THEMES]})
    assert len(themes.items) == 10
    assert {one.code for one in themes.items if one.kind == "brand_tone"} == {"courtesy", "brand"}
