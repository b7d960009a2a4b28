"""Masks that people correct, by the rules and through the running service."""

from typing import Any

import pytest

from services.common.auth.access import Function
from services.feedback.masking.rules.masked import Corrected, marks_of, mask, with_piece_hidden
from tests.support.contracts import Pair
from tests.support.feedback import FeedbackHouse
from tests.support.processes import eventually

NAME = "Zorglubine"
WORDS = f"Avis de {NAME}, et Rose la fleur. Note {NAME} au 06 39 98 00 00."


def test_a_piece_is_hidden_wherever_it_stands_and_a_wrong_mask_is_gone() -> None:
    corrected = Corrected({NAME: "person"}, frozenset({"06 39 98 00 00"}))
    assert mask(WORDS, corrected).text == ("Avis de [[person]], et Rose la fleur. Note [[person]] au 06 39 98 00 00.")
    assert mask(WORDS, corrected).hidden == {"person": 2}
    assert marks_of(mask(WORDS, corrected).text) == ["person", "person"]


def test_a_mark_is_no_word() -> None:
    assert with_piece_hidden("[[person]] is a person", "person", "person") == ("[[person]] is a [[person]]", 1)


def test_what_people_hide_goes_before_what_the_rules_find() -> None:
    corrected = Corrected({"au 06 39 98 00 00": "identifier"})
    assert mask(WORDS, corrected).text.endswith("Note Zorglubine [[identifier]].")


@pytest.fixture
def verbatim(feedback: FeedbackHouse, pair: Pair) -> dict[str, Any]:
    body = {
        "answers": [
            {"key": "k", "kind": "nps", "score": 2, "answered_at": "2026-10-12T14:03:00+02:00", "comment": WORDS}
        ]
    }
    manager = feedback.member(pair.donneur_ordre_id, Function.MANAGER)
    assert manager.post(f"{pair.path}/answers", body).status_code == 200
    return _shown(feedback, pair)


def _shown(feedback: FeedbackHouse, pair: Pair) -> dict[str, Any]:
    member = feedback.member(pair.sous_traitant_id, Function.READER)
    item: dict[str, Any] = member.get(f"{pair.path}/verbatims").json()["items"][0]
    return item


def _hide(verbatim: dict[str, Any], piece: str = NAME) -> dict[str, Any]:
    return {"action": "hide", "start": verbatim["text"].index(NAME), "piece": piece, "kind": "person"}


def test_either_party_hides_what_was_missed_and_it_stays_hidden(
    feedback: FeedbackHouse, pair: Pair, verbatim: dict[str, Any]
) -> None:
    """given a name that the rules missed / when the provider hides it / then both read a mark, also once masked anew,
    where every place of it is hidden; what was hidden is told to nobody."""
    path = f"{pair.path}/verbatims/{verbatim['id']}/corrections"
    made = feedback.member(pair.sous_traitant_id, Function.TEAM_LEAD).post(path, _hide(verbatim))
    assert (made.status_code, made.json()["state"], made.json()["author"]["side"]) == (201, "applied", "sous_traitant")
    assert NAME not in made.text
    shown = _shown(feedback, pair)
    assert shown["text"].startswith("Avis de [[person]], et Rose")
    assert shown["hidden"] == [{"kind": "person", "count": 2}, {"kind": "phone", "count": 1}]
    _ask_to_show(feedback, pair, shown, 2)
    anew = "Avis de [[person]], et Rose la fleur. Note [[person]] au 06 39 98 00 00."
    eventually(lambda: bool(_shown(feedback, pair)["text"] == anew), "the text masked anew")
    listed = feedback.member(pair.donneur_ordre_id, Function.READER).get(f"{pair.path}/mask-corrections")
    assert [(one["action"], one["state"]) for one in listed.json()["items"]] == [
        ("show", "applied"),
        ("hide", "applied"),
    ]
    assert NAME not in listed.text


def _ask_to_show(feedback: FeedbackHouse, pair: Pair, shown: dict[str, Any], place: int) -> None:
    path = f"{pair.path}/verbatims/{shown['id']}/corrections"
    asked = feedback.member(pair.sous_traitant_id, Function.MANAGER).post(path, {"action": "show", "place": place})
    assert (asked.status_code, asked.json()["state"]) == (201, "asked")
    answer = f"{pair.path}/mask-corrections/{asked.json()['id']}/answer"
    assert feedback.member(pair.sous_traitant_id, Function.MANAGER).post(answer, {"shown": True}).status_code == 403
    answered = feedback.member(pair.donneur_ordre_id, Function.MANAGER).post(answer, {"shown": True})
    assert (answered.status_code, answered.json()["state"]) == (200, "confirmed")
    assert feedback.member(pair.donneur_ordre_id, Function.MANAGER).post(answer, {"shown": False}).status_code == 409


def test_a_mark_is_left_when_the_donneur_d_ordre_says_so(
    feedback: FeedbackHouse, pair: Pair, verbatim: dict[str, Any]
) -> None:
    manager = feedback.member(pair.donneur_ordre_id, Function.MANAGER)
    asked = manager.post(f"{pair.path}/verbatims/{verbatim['id']}/corrections", {"action": "show", "place": 0})
    answer = manager.post(f"{pair.path}/mask-corrections/{asked.json()['id']}/answer", {"shown": False})
    assert answer.json()["state"] == "refused"
    assert _shown(feedback, pair)["text"] == verbatim["text"]


def test_bad_corrections_change_nothing(feedback: FeedbackHouse, pair: Pair, verbatim: dict[str, Any]) -> None:
    manager = feedback.member(pair.donneur_ordre_id, Function.MANAGER)
    path = f"{pair.path}/verbatims/{verbatim['id']}/corrections"
    right = _hide(verbatim)
    for body, status in (
        ({**right, "start": 0}, 409),
        ({**right, "piece": "Quelqu'un"}, 409),
        ({**right, "piece": NAME[:4]}, 422),
        ({"action": "hide", "start": verbatim["text"].index("[["), "piece": "[[phone]]", "kind": "phone"}, 422),
        ({**right, "kind": "nobody"}, 422),
        ({"action": "show", "place": 5}, 422),
        ({"action": "show", "place": -1}, 422),
        ({"action": "forget"}, 422),
    ):
        assert manager.post(path, body).status_code == status, body
    assert (
        manager.post(f"{pair.path}/verbatims/0197f3c0-4d5e-7f6a-8b7c-8d9e0f1a2b07/corrections", right).status_code
        == 404
    )
    assert feedback.member(pair.donneur_ordre_id, Function.READER).post(path, right).status_code == 403
    assert _shown(feedback, pair) == verbatim
