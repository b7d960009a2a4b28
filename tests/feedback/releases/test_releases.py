"""Words that wait for somebody to read them before the provider does."""

from typing import Any

from services.common.auth.access import Function
from tests.support.contracts import Pair
from tests.support.feedback import FeedbackHouse


def _send(feedback: FeedbackHouse, pair: Pair, key: str) -> None:
    answer = {
        "key": key,
        "kind": "nps",
        "score": 2,
        "answered_at": "2026-10-12T14:03:00+02:00",
        "comment": "Trop long.",
    }
    manager = feedback.member(pair.donneur_ordre_id, Function.MANAGER)
    assert manager.post(f"{pair.path}/answers", {"answers": [answer]}).status_code == 200


def _read(feedback: FeedbackHouse, pair: Pair, organisation: str) -> list[dict[str, Any]]:
    """Verbatims without their themes, which come in the background, perhaps between two readings."""
    answer = feedback.member(organisation, Function.READER).get(f"{pair.path}/verbatims")
    return [{name: value for name, value in item.items() if name != "themes"} for item in answer.json()["items"]]


def test_words_wait_where_the_contract_asks_for_it(feedback: FeedbackHouse, pair: Pair) -> None:
    """given the rule / then only the donneur d'ordre reads new words, until somebody of it releases them."""
    rule = f"{pair.path}/verbatim-releases"
    manager = feedback.member(pair.donneur_ordre_id, Function.MANAGER)
    _send(feedback, pair, "k1")
    assert manager.get(rule).json() == {"required": False, "set_at": None, "set_by": None, "waiting": 0}
    assert _read(feedback, pair, pair.sous_traitant_id)[0]["text"] == "Trop long."
    assert manager.put(rule, {"required": True}).json()["waiting"] == 1
    assert manager.put(rule, {"required": True}).json()["waiting"] == 1
    [theirs], [ours] = _read(feedback, pair, pair.sous_traitant_id), _read(feedback, pair, pair.donneur_ordre_id)
    assert (theirs["text"], theirs["held"], ours["text"], ours["held"]) == (None, True, "Trop long.", True)
    assert {**theirs, "text": None} == {**ours, "text": None}
    released = manager.post(rule, {"answer_ids": [ours["id"]]})
    assert (released.json(), manager.post(rule, {"answer_ids": [ours["id"]]}).json()) == (
        {"released": 1},
        {"released": 0},
    )
    assert _read(feedback, pair, pair.sous_traitant_id) == _read(feedback, pair, pair.donneur_ordre_id)
    _send(feedback, pair, "k2")
    assert [one["held"] for one in _read(feedback, pair, pair.sous_traitant_id)].count(True) == 1
    assert manager.put(rule, {"required": False}).json()["waiting"] == 0
    assert all(one["text"] for one in _read(feedback, pair, pair.sous_traitant_id))


def test_the_donneur_d_ordre_decides(feedback: FeedbackHouse, pair: Pair) -> None:
    rule = f"{pair.path}/verbatim-releases"
    _send(feedback, pair, "k1")
    [item] = _read(feedback, pair, pair.sous_traitant_id)
    provider = feedback.member(pair.sous_traitant_id, Function.MANAGER)
    assert provider.put(rule, {"required": False}).status_code == 403
    assert provider.post(rule, {"answer_ids": [item["id"]]}).status_code == 403
    assert feedback.member(pair.donneur_ordre_id, Function.TEAM_LEAD).put(rule, {"required": True}).status_code == 403


def test_held_words_are_corrected_by_nobody_who_cannot_read_them(feedback: FeedbackHouse, pair: Pair) -> None:
    _send(feedback, pair, "k1")
    [item] = _read(feedback, pair, pair.sous_traitant_id)
    manager = feedback.member(pair.donneur_ordre_id, Function.MANAGER)
    assert manager.put(f"{pair.path}/verbatim-releases", {"required": True}).status_code == 200
    path = f"{pair.path}/verbatims/{item['id']}/corrections"
    hide = {"action": "hide", "start": 0, "piece": "Trop", "kind": "person"}
    assert feedback.member(pair.sous_traitant_id, Function.MANAGER).post(path, hide).status_code == 404
    assert manager.post(path, hide).status_code == 201
