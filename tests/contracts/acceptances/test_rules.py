"""What the text is, and when both sides stand by it."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from services.contracts.acceptances.rules import both_stand_by, is_void, text_of
from services.contracts.terms.rules import digest_of

IDS = [UUID(int=number) for number in range(4)]


@dataclass(frozen=True)
class _Contract:
    id: UUID = IDS[1]
    title: str = "Assistance"
    kind: str = "capacite"
    donneur_ordre_id: UUID = IDS[2]
    sous_traitant_id: UUID = IDS[3]
    zone: str = "Europe/Paris"
    starts_on: date = date(2026, 1, 1)
    ends_on: date | None = None


AT = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    "changed",
    [
        replace(_Contract(), title="Autre"),
        replace(_Contract(), kind="specialisee"),
        replace(_Contract(), donneur_ordre_id=IDS[3], sous_traitant_id=IDS[2]),
        replace(_Contract(), zone="UTC"),
        replace(_Contract(), starts_on=date(2026, 1, 2)),
        replace(_Contract(), ends_on=date(2026, 12, 31)),
        replace(_Contract(), id=IDS[0]),
    ],
)
def test_everything_written_is_part_of_the_text(changed: _Contract) -> None:
    assert digest_of(text_of(changed, [])) != digest_of(text_of(_Contract(), []))


def test_parameters_and_their_instants_are_part_of_the_text() -> None:
    texts = [
        text_of(_Contract(), parameters)
        for parameters in ([], [(AT, {"a": 1})], [(AT, {"a": 2})], [(AT.replace(month=2), {"a": 1})])
    ]
    assert len({digest_of(text) for text in texts}) == 4


@pytest.mark.parametrize(
    ("newest", "agreed"),
    [
        ({}, False),
        ({"donneur_ordre": "x"}, False),
        ({"donneur_ordre": "x", "sous_traitant": "y"}, False),
        ({"donneur_ordre": "x", "sous_traitant": "x"}, True),
    ],
)
def test_both_stand_by_one_text(newest: dict[str, str], agreed: bool) -> None:
    assert both_stand_by("x", newest) is agreed


@pytest.mark.parametrize(
    ("newest_of_side", "present", "void"),
    [(True, "x", False), (True, "y", True), (False, "x", True), (True, None, False), (False, None, True)],
)
def test_an_acceptance_is_void_once_the_draft_changed(newest_of_side: bool, present: str | None, void: bool) -> None:
    assert is_void("x", newest_of_side, present) is void
