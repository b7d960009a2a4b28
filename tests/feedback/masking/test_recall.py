"""How much of what names a person the rules find, and what they leave alone, on 600 labelled verbatims."""

import hashlib
import json
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from services.feedback.masking.rules.masked import mask
from services.feedback.masking.rules.spans import find

SET = Path(__file__).parents[2] / "fixtures" / "masking" / "verbatims.jsonl"
SOFT = frozenset(" \t\n\r\u00a0\u202f.,;:'\"()")
# What was reached: all of it.
REACHED = {
    "address": 26, "card": 23, "email": 32, "iban": 23, "nir": 27, "phone": 47, "plate": 25,
    "url_with_personal_token": 20, "handle": 25, "other_id": 25, "date_of_birth": 26, "person": 153,
}  # fmt: skip


@pytest.fixture(scope="module")
def rows() -> list[dict[str, Any]]:
    return [json.loads(line) for line in SET.read_text(encoding="utf-8").splitlines()]


def _covered(row: Mapping[str, Any]) -> set[int]:
    return {place for span in find(row["text"]) for place in range(span.start, span.end)}


def _places(row: Mapping[str, Any], part: Mapping[str, Any]) -> Iterator[int]:
    return (place for place in range(part["start"], part["end"]) if row["text"][place] not in SOFT)


def test_recall_by_type_is_held(rows: list[dict[str, Any]]) -> None:
    found: Counter[str] = Counter()
    for row in rows:
        covered = _covered(row)
        found.update(part["type"] for part in row["spans"] if all(place in covered for place in _places(row, part)))
    assert {kind: found[kind] for kind in REACHED if found[kind] < REACHED[kind]} == {}


def test_nothing_is_masked_that_must_stay_readable(rows: list[dict[str, Any]]) -> None:
    """Order, ticket and invoice numbers, amounts, hours, brands, towns, shared boxes: never."""
    for row in rows:
        covered = _covered(row)
        traps = [part["text"] for part in row["traps"] if any(place in covered for place in _places(row, part))]
        personal = {place for part in row["spans"] for place in range(part["start"], part["end"])}
        wrong = [row["text"][span.start : span.end] for span in find(row["text"])
                 if personal.isdisjoint(range(span.start, span.end))]  # fmt: skip
        assert (row["id"], traps, wrong) == (row["id"], [], [])


@pytest.mark.parametrize("half", [0, 1])
def test_names_of_persons(rows: list[dict[str, Any]], half: int) -> None:
    """given the half on which the rules were made, and the one kept apart / then 90 % are found, 95 % are right."""
    wanted = found = masked = right = 0
    for row in rows:
        if int(hashlib.sha256(row["id"].encode()).hexdigest(), 16) % 2 != half:
            continue
        covered = _covered(row)
        persons = [part for part in row["spans"] if part["type"] == "person"]
        wanted += len(persons)
        found += sum(all(place in covered for place in _places(row, part)) for part in persons)
        personal = {place for part in row["spans"] for place in range(part["start"], part["end"])}
        spans = [span for span in find(row["text"]) if span.kind == "person"]
        masked += len(spans)
        right += sum(not personal.isdisjoint(range(span.start, span.end)) for span in spans)
    assert found / wanted >= 0.9
    assert right / masked >= 0.95


UNSEEN = sorted(SET.parent.glob("unseen-*.jsonl"))
"""Written by authors who did not know the rules; they were looked at afterwards, so they hold what was reached."""


def test_sets_of_other_authors_stay_as_found_as_they_are() -> None:
    """1,800 harder verbatims: structured kinds, persons, precision, and those that need no mask."""
    wanted: Counter[str] = Counter()
    found: Counter[str] = Counter()
    masked = right = 0
    for file in UNSEEN:
        for line in file.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            covered = _covered(row)
            for part in row["spans"]:
                kind = "person" if part["type"] == "person" else "structured"
                wanted[kind] += 1
                found[kind] += all(place in covered for place in _places(row, part))
            personal = {place for part in row["spans"] for place in range(part["start"], part["end"])}
            spans = find(row["text"])
            masked += len(spans)
            right += sum(not personal.isdisjoint(range(span.start, span.end)) for span in spans)
    assert (len(UNSEEN), wanted["person"], wanted["structured"]) == (6, 561, 899)
    assert found["person"] / wanted["person"] >= 0.96
    assert found["structured"] / wanted["structured"] >= 0.99
    assert right / masked >= 0.98


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Merci à Julie et Mégane du SAV !", "Merci à [[person]] et [[person]] du SAV !"),
        ("je m'appelle Tokyniaina, merci", "je m'appelle [[person]], merci"),
        ("Bien cordialement,\nJ. Martin\n", "Bien cordialement,\n[[person]]\n"),
        ("Votre collègue Rose m'a aidée.", "Votre collègue [[person]] m'a aidée."),
        ("C'est Mme Dupont-Moretti qui m'a répondu.", "C'est [[person]] qui m'a répondu."),
        ("Rose et violette, les couleurs sont belles.", "Rose et violette, les couleurs sont belles."),
        (
            "Livré rue Victor Hugo à Florence, chez Marie Blachère.",
            "Livré rue Victor Hugo à Florence, chez Marie Blachère.",
        ),
        (
            "Joyeux Noël ! Claire et nette explication de la Poste.",
            "Joyeux Noël ! Claire et nette explication de la Poste.",
        ),
        ("Sac Louis Vuitton, parfum Yves Rocher : reçus.", "Sac Louis Vuitton, parfum Yves Rocher : reçus."),
        ("Cordialement,\nService client Nordalia", "Cordialement,\nService client Nordalia"),
    ],
)
def test_names_without_a_title(text: str, wanted: str) -> None:
    assert mask(text).text == wanted


def test_it_is_fast_enough(rows: list[dict[str, Any]]) -> None:
    started = time.process_time()
    for row in rows:
        find(row["text"])
    assert len(rows) / (time.process_time() - started) > 1_000


@pytest.mark.parametrize(
    "hostile",
    [
        "a" * 5_000,
        "1 " * 2_500,
        "a.b-" * 1_250,
        "12 rue " * 700,
        "zéro un " * 600,
        "@" * 5_000,
        "A1-" * 999,
        "Aa " * 1_500,
        "Marie, " * 700,
        "\nAa" * 1_500,
    ],
)
def test_no_text_takes_long(hostile: str) -> None:
    started = time.process_time()
    find(hostile)
    assert time.process_time() - started < 1.0
