"""Themes over HTTP: the list that a contract begins with, its own, by rule and by hand, and what is found by words."""

import time
from collections.abc import Callable
from typing import Any

from services.common.auth.access import Function
from services.common.identifiers import new_id
from services.feedback.themes.rules import is_low
from tests.factories.feedback import nps
from tests.support.callers import Api
from tests.support.contracts import Pair
from tests.support.databases import looking
from tests.support.feedback import FeedbackHouse
from tests.support.problems import problem

F = Function


def until(found: Callable[[], bool], seconds: float = 30.0) -> None:
    """Wait for the background."""
    end = time.monotonic() + seconds
    while not found():
        assert time.monotonic() < end
        time.sleep(0.1)


def managers(feedback: FeedbackHouse, pair: Pair) -> tuple[Api, Api]:
    return feedback.member(pair.donneur_ordre_id, F.MANAGER), feedback.member(pair.sous_traitant_id, F.MANAGER)


def sort_all(api: Api, pair: Pair) -> None:
    until(lambda: api.get(f"{pair.path}/themes").json()["waiting"] == 0)


def themes_of(api: Api, pair: Pair, **asked: Any) -> dict[str, set[str]]:
    """Themes of each answer by the beginning of its words."""
    items = api.get(f"{pair.path}/verbatims", params=asked).json()["items"]
    return {one["text"].split()[0]: {theme["code"] for theme in one["themes"]} for one in items if one["text"]}


def test_words_get_the_themes_that_every_contract_begins_with(feedback: FeedbackHouse, pair: Pair) -> None:
    """given words / when nobody wrote a rule / then themes all the same, brand and tone too, counted and a filter."""
    client, provider = managers(feedback, pair)
    answers = [
        nps("k1", 2, "Livraisons en retard, personne ne répond"),
        nps("k2", 3, "Conseiller désagréable"),
        nps("k3", 10, "Parfaitement"),
        nps("k4", 1, None),
    ]
    assert client.post(f"{pair.path}/answers", {"answers": answers}).status_code == 200
    sort_all(client, pair)
    told = themes_of(provider, pair)
    assert told == {"Livraisons": {"delay", "delivery", "reach"}, "Conseiller": {"courtesy"}, "Parfaitement": set()}
    assert themes_of(client, pair) == told
    assert set(themes_of(client, pair, theme="courtesy")) == {"Conseiller"}
    assert set(themes_of(client, pair, theme="none", words="true")) == {"Parfaitement"}
    counted = client.get(f"{pair.path}/verbatims/themes").json()
    assert {one["code"]: one["answers"] for one in counted["items"]} == {
        "delay": 1, "delivery": 1, "reach": 1, "courtesy": 1,
    }  # fmt: skip
    assert (counted["with_words"], counted["without_theme"]) == (3, 1)
    scores = client.get(f"{pair.path}/verbatims/scores", params={"theme": "delay"}).json()["items"]
    assert [(one["score"], one["answers"]) for one in scores] == [(2, 1)]
    # Asked by theme, themes are counted too: those of the answers that are about it.
    beside = client.get(f"{pair.path}/verbatims/themes", params={"theme": "delay"}).json()
    assert (beside["with_words"], beside["without_theme"]) == (1, 0)
    assert ("delay", 1) in {(one["code"], one["answers"]) for one in beside["items"]}
    none = client.get(f"{pair.path}/verbatims/themes", params={"theme": "none"}).json()
    assert none == {"items": [], "with_words": 1, "without_theme": 1}


def test_what_a_person_said_survives_new_rules(feedback: FeedbackHouse, pair: Pair) -> None:
    """given a theme added and one taken away by hand / when the list changes / then both stay as they were said."""
    client, provider = managers(feedback, pair)
    client.post(f"{pair.path}/answers", {"answers": [nps("k1", 2, "Livraison en retard")]})
    sort_all(client, pair)
    answer = client.get(f"{pair.path}/verbatims").json()["items"][0]["id"]
    path = f"{pair.path}/verbatims/{answer}/themes"
    lead = feedback.member(pair.sous_traitant_id, F.TEAM_LEAD)
    assert lead.call("DELETE", f"{path}/delay").status_code == 200
    added = lead.put(f"{path}/product", None)
    assert {(one["code"], one["by"]) for one in added.json()["themes"]} == {
        ("delivery", "rule"), ("product", "person"),
    }  # fmt: skip
    read = client.get(f"{pair.path}/themes")
    assert (read.json()["own"], read.headers["etag"]) == (False, '"1"')
    own = [
        {"code": "delay", "kind": "topic", "label": {"fr": "Délai", "en": "Delay"}, "words": ["en retard"]},
        {"code": "parcel", "kind": "topic", "label": {"fr": "Colis", "en": "Parcel"}, "words": ["livrer", "livraison"]},
        {"code": "product", "kind": "topic", "label": {"fr": "Produit", "en": "Product"}, "words": []},
    ]
    problem(client.put(f"{pair.path}/themes", {"items": own}), 428)
    written = client.put(f"{pair.path}/themes", {"items": own}, headers={"if-match": '"1"'})
    assert (written.status_code, written.json()["version"], written.json()["own"]) == (200, 1000, True)
    problem(provider.put(f"{pair.path}/themes", {"items": own}, headers={"if-match": '"1"'}), 412)
    sort_all(provider, pair)
    assert themes_of(provider, pair) == {"Livraison": {"parcel", "product"}}
    # Again and again is no failure; a theme or words that are not there are missing.
    assert lead.put(f"{path}/product", None).status_code == 200
    problem(lead.put(f"{path}/courtesy", None), 404)
    problem(lead.put(f"{pair.path}/verbatims/{new_id()}/themes/product", None), 404)


def test_a_list_that_cannot_be_is_refused(feedback: FeedbackHouse, pair: Pair) -> None:
    client, _ = managers(feedback, pair)
    one = {"code": "delay", "kind": "topic", "label": {"fr": "Délai", "en": "Delay"}, "words": ["retard"]}
    for items in (
        [one, one], [one | {"code": f"t{number}"} for number in range(31)], [one | {"code": "none"}],
        [one | {"words": ["le la"]}], [one | {"words": ["a\nb"]}], [one | {"code": "É"}], [one | {"beside": 1}],
        [one | {"words": ["x"] * 61}], [one | {"kind": "else"}],
    ):  # fmt: skip
        problem(client.put(f"{pair.path}/themes", {"items": items}, headers={"if-match": '"1"'}), 422)


def test_words_are_found_as_people_type_them(feedback: FeedbackHouse, pair: Pair) -> None:
    """given words with and without accents / then stems, phrases, alternatives and exclusions, newest first, paged."""
    client, provider = managers(feedback, pair)
    said = [
        "Facturée deux fois par Léa Martin", "Colis livré en retard", "Toujours pas de remboursement",
        "La premiere reponse etait claire", "Retard de livraison du colis",
    ]  # fmt: skip
    answers = [
        nps(f"k{number}", number, words, answered_at=f"2026-10-{10 + number}T10:00:00Z")
        for number, words in enumerate(said)
    ]
    client.post(f"{pair.path}/answers", {"answers": answers})

    def found(q: str, **asked: Any) -> list[int]:
        answer = provider.get(f"{pair.path}/verbatims", params={"q": q, **asked})
        assert answer.status_code == 200, answer.text
        return [one["score"] for one in answer.json()["items"]]

    assert found("facture") == found("FACTURÉES") == [0]
    assert found("réponse première") == [3]
    assert found("colis retard") == [4, 1]
    assert found('"livré en retard"') == [1]
    assert found('"retard colis"') == []
    assert found("colis -livraison") == [1]
    assert found("remboursé or facture") == [2, 0]
    assert found("retard", score_to=2) == [1]
    assert found("retard", low="true") == [4, 1]
    assert found("retard", **{"from": "2026-10-12T00:00:00Z"}) == [4]
    # Only what both parties read is searched: a name that is masked is not found, nor its mark, nor the contract.
    assert found("Martin") == found("person") == found("=" + pair.contract_id) == found("le") == []
    for strange in ("'", '"', "(((", "a & b | !c", "\\", "-", "or or", "😀", "<b>", ":*", "x" * 200, "'; DROP TABLE"):
        found(strange)
    problem(provider.get(f"{pair.path}/verbatims", params={"q": "x" * 201}), 422)
    problem(provider.get(f"{pair.path}/verbatims", params={"q": "a\0"}), 422)
    page = provider.get(f"{pair.path}/verbatims", params={"q": "retard", "limit": 1}).json()
    following = provider.get(f"{pair.path}/verbatims", params={"q": "retard", "cursor": page["next_cursor"]}).json()
    assert [one["score"] for one in (*page["items"], *following["items"])] == [4, 1]
    counts = provider.get(f"{pair.path}/verbatims/scores", params={"q": "retard"}).json()["items"]
    assert [one["score"] for one in counts] == [1, 4]


async def test_nobody_finds_words_of_others(feedback: FeedbackHouse, pair: Pair) -> None:
    """given words / when the function that searches is called in another name / then nothing; a party's: its index."""
    client, _ = managers(feedback, pair)
    client.post(f"{pair.path}/answers", {"answers": [nps("k1", 2, "Livraison en retard")]})
    nothing = ", NULL" * 10
    call = f"SELECT count(*) FROM found_verbatims($1, 'retard'{nothing}, false)"
    for organisation, seen in ((pair.donneur_ordre_id, 1), (str(new_id()), 0), (None, 0)):
        async with looking(feedback.urls.app, organisation) as connection:
            assert await connection.fetchval(call, pair.contract_id) == seen


def test_words_are_suggested_where_no_theme_is(feedback: FeedbackHouse, pair: Pair) -> None:
    client, provider = managers(feedback, pair)
    answers = [nps(f"k{number}", 1, "Résiliation refusée") for number in range(3)]
    client.post(f"{pair.path}/answers", {"answers": [*answers, nps("k9", 10, "Résiliation parfaite")]})
    sort_all(client, pair)
    told = provider.get(f"{pair.path}/themes/suggestions").json()
    assert told == {
        "read": 3,
        "items": [{"word": "refusée", "answers": 3}, {"word": "résiliation", "answers": 3}],
    }
    problem(feedback.member(pair.sous_traitant_id, F.TEAM_LEAD).get(f"{pair.path}/themes/suggestions"), 403)


def test_the_low_scores_are_those_of_the_rule(feedback: FeedbackHouse, pair: Pair) -> None:
    """given every score of every question, with words / then the filter is the rule, with words looked for or not."""
    client, provider = managers(feedback, pair)
    cases = [
        (kind, score, scale)
        for kind, scale in (("nps", 10), ("csat", 5), ("csat", 1), ("csat", 7), ("fcr_declared", 1))
        for score in range(scale + 1)
    ]
    answers = [
        nps(f"k{number}", score, "Livraison", kind=kind, scale_max=scale)
        for number, (kind, score, scale) in enumerate(cases)
    ]
    sent = client.post(f"{pair.path}/answers", {"answers": answers})
    assert sent.status_code == 200, sent.text
    wanted = sorted(case for case in cases if is_low(*case))
    for asked in ({}, {"q": "livraison"}):
        items = provider.get(f"{pair.path}/verbatims", params={"low": "true", **asked}).json()["items"]
        assert sorted((one["kind"], one["score"], one["scale_max"]) for one in items) == wanted
