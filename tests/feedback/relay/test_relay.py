"""The relay over HTTP: teams, rules, items and their steps, the delays, and who sees what."""

import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import asyncpg
import pytest

from deploy.local.urls import plain
from services.common.auth.access import Function
from services.common.identifiers import new_id
from services.common.instants import now, to_text
from tests.factories.feedback import answer, answers_body, nps
from tests.support.callers import Api
from tests.support.contracts import ContractsHouse, Pair
from tests.support.databases import looking
from tests.support.feedback import FeedbackHouse
from tests.support.problems import problem

F = Function
LEAD = str(new_id())
LONG_AGO = nps("", 0, None)["answered_at"]
LOW = {"kinds": ["nps"], "score_from": 0, "score_to": 6}


def _until(found: Callable[[], bool]) -> None:
    end = time.monotonic() + 30
    while not found():
        assert time.monotonic() < end
        time.sleep(0.1)


class Scene:
    """A contract with two teams and rules, and everybody who looks at it."""

    def __init__(self, feedback: FeedbackHouse, pair: Pair) -> None:
        self.path = f"{pair.path}/relay"
        self.pair = pair
        self.client = feedback.member(pair.donneur_ordre_id, F.MANAGER)
        self.provider = feedback.member(pair.sous_traitant_id, F.MANAGER)
        token = feedback.desk.for_member(
            "feedback", pair.sous_traitant_id, F.TEAM_LEAD, subject=LEAD, name="Nadia Roux"
        )
        self.lead = Api(feedback.http, feedback.url, token)
        self.other_lead = feedback.member(pair.sous_traitant_id, F.TEAM_LEAD)
        self.reader = feedback.member(pair.donneur_ordre_id, F.READER)
        self.team = self.add_team("Livraisons", LEAD)
        self.other_team = self.add_team("Facturation")
        rules = [
            {"when": LOW | {"themes": ["price"]}, "team_id": self.other_team, "answer_within_hours": 24},
            {"when": LOW, "team_id": self.team, "answer_within_hours": 48},
            {"when": {"kinds": ["nps"], "score_from": 9}, "team_id": self.team, "answer_within_hours": 48},
        ]
        written = self.client.put(f"{self.path}/rules", {"items": rules}, headers={"if-match": '"0"'})
        assert written.status_code == 200, written.text

    def add_team(self, name: str, *members: str) -> str:
        body = {"name": name, "members": [{"id": one, "name": "Nadia Roux"} for one in members]}
        answer = self.provider.post(f"{self.path}/teams", body)
        assert answer.status_code == 201, answer.text
        return str(answer.json()["id"])

    def told(self, *answers: dict[str, Any]) -> None:
        """Answers given just now unless they say when, and the background has looked at them."""
        given = {"answered_at": to_text(now())}
        body = {"answers": [one | given if one["answered_at"] == LONG_AGO else one for one in answers]}
        assert self.client.post(f"{self.pair.path}/answers", body).status_code == 200
        _until(lambda: self.client.get(f"{self.pair.path}/themes").json()["waiting"] == 0)

    def items(self, api: Api | None = None, **asked: Any) -> list[dict[str, Any]]:
        answer = (api or self.client).get(f"{self.path}/items", params={"view": "all", **asked})
        assert answer.status_code == 200, answer.text
        return list(answer.json()["items"])

    def step(self, api: Api, item: str, step: str, **told: Any) -> Any:
        return api.post(f"{self.path}/items/{item}/steps", {"step": step, **told})


@pytest.fixture
def scene(feedback: FeedbackHouse, pair: Pair) -> Scene:
    return Scene(feedback, pair)


def test_words_reach_the_team_and_what_it_did_comes_back(scene: Scene) -> None:
    """given rules / when words come / then the first that fits decides; each step in turn, and the way back."""
    scene.told(
        nps("k1", 2, "Colis en retard"), nps("k2", 3, "Facture fausse"), nps("k3", 10, "Merci Léa Martin"),
        nps("k4", 8, "Correct"), nps("k5", 0, None),
    )  # fmt: skip
    items = {one["verbatim"]["score"]: one for one in scene.items()}
    assert {score: (one["kind"], one["team"]["name"], one["state"]) for score, one in items.items()} == {
        2: ("trouble", "Livraisons", "to_do"), 3: ("trouble", "Facturation", "to_do"),
        10: ("praise", "Livraisons", "to_do"),
    }  # fmt: skip
    assert [one["verbatim"]["score"] for one in scene.items(kind="trouble")] == [3, 2]
    assert "Martin" not in str(items)
    item = items[2]["id"]
    assert scene.step(scene.lead, item, "acknowledge").json()["state"] == "acknowledged"
    assert problem(scene.step(scene.lead, item, "acknowledge"), 409)
    assert scene.step(scene.lead, item, "cause", cause="carrier", text="Suivi faux").json()["state"] == "caused"
    action = str(new_id())
    acted = scene.step(scene.lead, item, "act", text="Alerte au transporteur", action_id=action)
    assert acted.json()["steps"][-1]["action_id"] == action
    problem(scene.step(scene.client, item, "accept"), 409)
    replied = scene.step(scene.provider, item, "reply", text="Client rappelé\ncolis remis <b>hier</b>").json()
    assert (replied["state"], replied["next"][0]) == ("replied", {"step": "accept", "side": "donneur_ordre"})
    assert [one["id"] for one in scene.items(view="replied")] == [item]
    returned = scene.step(scene.client, item, "return", text="Rien reçu").json()
    assert returned["state"] == "returned"
    assert returned["due_at"] > replied["due_at"]
    assert scene.step(scene.lead, item, "reply", text="Remboursé").json()["state"] == "replied"
    closed = scene.step(scene.client, item, "accept").json()
    assert (closed["state"], closed["next"]) == ("accepted", [])
    assert [(one["step"], one["author"]["side"]) for one in closed["steps"]] == [
        ("acknowledge", "sous_traitant"), ("cause", "sous_traitant"), ("act", "sous_traitant"),
        ("reply", "sous_traitant"), ("return", "donneur_ordre"), ("reply", "sous_traitant"),
        ("accept", "donneur_ordre"),
    ]  # fmt: skip
    assert closed["steps"][0]["author"]["name"] == "Nadia Roux"
    # Both parties read the same bytes.
    assert (
        scene.client.get(f"{scene.path}/items/{item}").content == scene.lead.get(f"{scene.path}/items/{item}").content
    )
    assert scene.step(scene.lead, items[10]["id"], "pass_on").json()["state"] == "passed_on"
    # The other trouble is open: its wait counts for as long as it has been.
    delays = scene.client.get(f"{scene.path}/delays").json()
    assert (delays["items"], delays["praise"], delays["passed_on"], delays["late"]) == (2, 1, 1, 0)
    assert (delays["acknowledge"]["waits"], delays["acknowledge"]["open"]) == (2, 1)
    assert (delays["reply"]["waits"], delays["reply"]["open"], delays["reply"]["side"]) == (3, 1, "sous_traitant")
    assert (delays["decision"]["waits"], delays["decision"]["side"]) == (2, "donneur_ordre")
    assert scene.client.get(f"{scene.path}/delays", params={"to": "2020-01-01T00:00:00Z"}).json()["items"] == 0


def test_who_sees_and_does_what(scene: Scene, feedback: FeedbackHouse, contracts: ContractsHouse) -> None:
    """given items of two teams / then leads see those of their teams, each side takes its own steps, strangers none."""
    scene.told(nps("k1", 2, "Colis en retard"), nps("k2", 3, "Facture fausse"))
    mine, others = sorted(scene.items(), key=lambda one: one["verbatim"]["score"])
    assert [one["id"] for one in scene.items(scene.lead)] == [mine["id"]]
    assert scene.items(scene.other_lead) == []
    assert len(scene.items(scene.reader)) == len(scene.items(scene.provider)) == 2
    assert [one["id"] for one in scene.items(scene.provider, mine="true")] == []
    assert [one["id"] for one in scene.items(scene.client, team=scene.other_team)] == [others["id"]]
    for call in (
        scene.lead.get(f"{scene.path}/items/{others['id']}"),
        scene.step(scene.lead, others["id"], "acknowledge"),
        scene.step(scene.provider, str(new_id()), "acknowledge"),
        scene.client.get(f"{scene.path}/items", params={"team": "nope"}),
    ):
        problem(call, 404)
    assert scene.lead.get(f"{scene.path}/delays").json()["items"] == 1
    client_lead = feedback.member(scene.pair.donneur_ordre_id, F.TEAM_LEAD)
    problem(scene.step(scene.client, mine["id"], "acknowledge"), 403)
    scene.step(scene.provider, mine["id"], "reply", text="Fait")
    problem(scene.step(client_lead, mine["id"], "accept"), 403)
    problem(scene.step(scene.reader, mine["id"], "accept"), 403)
    problem(scene.step(scene.provider, mine["id"], "accept"), 403)
    # Who is in a team is the provider's matter; the client company sets up none.
    assert scene.client.get(f"{scene.path}/teams").json()["items"][1]["members"] is None
    assert scene.lead.get(f"{scene.path}/teams").json()["items"][1]["members"][0]["id"] == LEAD
    problem(scene.client.post(f"{scene.path}/teams", {"name": "À nous"}), 403)
    problem(scene.lead.put(f"{scene.path}/rules", {"items": []}, headers={"if-match": '"1"'}), 403)
    outsider = feedback.member(contracts.organisation(), *(set(F) - {F.PLATFORM_ADMIN}))
    for path in ("items", "teams", "rules", "delays", f"items/{mine['id']}"):
        problem(outsider.get(f"{scene.path}/{path}"), 404)


def test_rules_are_for_what_comes_after(scene: Scene) -> None:
    """given answers that no rule was for / when one is made / then they stay; one that goes on keeps its beginning."""
    scene.told(nps("k1", 8, "Livraison correcte"))
    assert scene.items() == []
    present = scene.provider.get(f"{scene.path}/rules")
    kept = present.json()["items"]
    wider = {"when": {}, "team_id": scene.team, "answer_within_hours": 8}
    again = [{name: value for name, value in one.items() if name != "since"} for one in kept]
    again[0]["answer_within_hours"] = 12
    headers = {"if-match": present.headers["etag"]}
    written = scene.provider.put(f"{scene.path}/rules", {"items": [*again, wider]}, headers=headers).json()
    assert [one["since"] for one in written["items"][:3]] == [one["since"] for one in kept]
    assert (written["version"], written["author"]["side"]) == (2, "sous_traitant")
    problem(scene.client.put(f"{scene.path}/rules", {"items": []}, headers=headers), 412)
    problem(scene.client.put(f"{scene.path}/rules", {"items": []}), 428)
    scene.told(nps("k2", 7, "Livraison correcte"))
    assert [one["verbatim"]["score"] for one in scene.items()] == [7]
    # Tagged anew by other themes, nothing is relayed twice, nor what came before.
    themes = [{"code": "all", "kind": "topic", "label": {"fr": "Tout", "en": "All"}, "words": ["livraison"]}]
    scene.client.put(f"{scene.pair.path}/themes", {"items": themes}, headers={"if-match": '"1"'})
    _until(lambda: scene.client.get(f"{scene.pair.path}/themes").json()["waiting"] == 0)
    assert len(scene.items()) == 1


def test_one_answer_through_two_doors_is_relayed_once(scene: Scene, feedback: FeedbackHouse) -> None:
    """given an answer of ours that was relayed / when its ticket brings it too / then no second item."""
    at = to_text(now())
    scene.told(nps("k1", 2, "Colis en retard", ticket_id="48213", answered_at=at))
    body = answer("t1", kind="nps", score=2, scale_max=10, comment="Colis en retard", answered_at=at, recorded_at=at)
    assert feedback.service("kpi").post("/internal/answers", answers_body(scene.pair.contract_id, body)).is_success
    _until(lambda: scene.client.get(f"{scene.pair.path}/themes").json()["waiting"] == 0)
    assert len(scene.items()) == 1


def test_bad_input(scene: Scene) -> None:
    scene.told(nps("k1", 2, "Colis en retard"))
    item = scene.items()[0]["id"]
    for told in (
        {"step": "cause"}, {"step": "acknowledge", "cause": "tone"}, {"step": "cause", "cause": "else"},
        {"step": "reply"}, {"step": "reply", "text": "  "}, {"step": "reply", "text": "a\u0007"},
        {"step": "reply", "text": "x" * 4_001}, {"step": "jump"},
        {"step": "reply", "text": "a", "action_id": str(new_id())},
        {"step": "reply", "text": "a", "beside": 1}, {},
    ):  # fmt: skip
        problem(scene.provider.post(f"{scene.path}/items/{item}/steps", told), 422)
    team = {"team_id": scene.team, "answer_within_hours": 24}
    for rule in (
        {"when": {"score_from": 1}, **team}, {"when": LOW | {"score_from": 9}, **team},
        {"when": {}, "team_id": str(new_id()), "answer_within_hours": 24},
        {"when": {}, **team, "answer_within_hours": 0},
        {"when": {"kinds": ["ratp"]}, **team}, {"when": {}, **team, "since": "2020-01-01T00:00:00Z"},
    ):  # fmt: skip
        problem(scene.client.put(f"{scene.path}/rules", {"items": [rule]}, headers={"if-match": '"1"'}), 422)
    problem(scene.provider.post(f"{scene.path}/teams", {"name": "livraisons"}), 422)
    problem(scene.provider.put(f"{scene.path}/teams/{new_id()}", {"name": "Autre"}), 404)
    changed = scene.provider.put(f"{scene.path}/teams/{scene.team}", {"name": "Colis", "active": False})
    assert (changed.json()["name"], changed.json()["people"]) == ("Colis", 0)
    problem(
        scene.client.put(f"{scene.path}/rules", {"items": [{"when": {}, **team}]}, headers={"if-match": '"1"'}), 422
    )


async def test_erased_words_leave_no_trace_in_the_relay(scene: Scene, feedback: FeedbackHouse) -> None:
    """given an item that quotes the customer / when the words are erased / then no word is left, the steps are."""
    body = answer(
        "t1",
        kind="nps",
        score=2,
        scale_max=10,
        comment="Zorglub est en retard",
        answered_at=to_text(now()),
        recorded_at=to_text(now()),
    )
    feedback.service("kpi").post("/internal/answers", answers_body(scene.pair.contract_id, body))
    _until(lambda: scene.items() != [])
    item = scene.items()[0]["id"]
    scene.step(scene.provider, item, "acknowledge")
    scene.step(scene.provider, item, "reply", text="Nous avons rappelé au sujet de Zorglub")
    erased = {"contract_id": scene.pair.contract_id, "tickets": [["src_zendesk", "48213"]]}
    assert feedback.service("kpi").post("/internal/erased-tickets", erased).status_code == 204
    left = scene.items()[0]
    assert (left["state"], left["verbatim"]["text"], left["verbatim"]["themes"]) == ("replied", None, [])
    assert [(one["step"], one["text"], one["erased"]) for one in left["steps"]] == [
        ("acknowledge", None, False), ("reply", None, True),
    ]  # fmt: skip
    async with looking(feedback.urls.worker) as connection:
        for table in ("verbatim", "answer_theme", "answer_comment", "relay_step", "relay_item", "survey_answer"):
            query = f"SELECT string_agg(t::text, ' ') FROM {table} t WHERE contract_id = $1"
            text = str(await connection.fetchval(query, scene.pair.contract_id))
            assert "zorglub" not in text.lower(), table


async def _make_late(feedback: FeedbackHouse, items: list[str]) -> None:
    connection = await asyncpg.connect(plain(feedback.urls.worker))
    try:
        statement = "UPDATE relay_item SET due_at = due_at - interval '9 days' WHERE answer_id = ANY($1)"
        await connection.execute(statement, items)
    finally:
        await connection.close()


async def test_counts_and_pages_hold_all_items_and_no_others(scene: Scene, feedback: FeedbackHouse) -> None:
    """given more items than a page / then counts are exact, pages hold each item once, what is late first; somebody of
    one team finds of the other neither items, nor counts, nor pages."""
    bills = [nps(f"f{number}", 3, "Facture fausse") for number in range(3)]
    scene.told(
        *(nps(f"k{number}", number % 7, "Colis abîmé") for number in range(12)), *bills, nps("p1", 10, "Merci à tous")
    )
    of_team = {team: scene.items(team=team, kind="trouble", limit=50) for team in (scene.team, scene.other_team)}
    late = [one["id"] for one in of_team[scene.team][-3:]]
    await _make_late(feedback, late)
    scene.step(scene.lead, of_team[scene.team][0]["id"], "reply", text="Fait")
    scene.step(scene.provider, of_team[scene.team][1]["id"], "reply", text="Fait")
    scene.step(scene.client, of_team[scene.team][1]["id"], "accept")
    mine = {"open": 10, "late": 3, "replied": 1, "closed": 1}
    others = {"open": 3, "late": 0, "replied": 0, "closed": 0}
    praise = {"open": 1, "late": 0, "replied": 0, "closed": 0}
    none = dict.fromkeys(praise, 0)
    whole: dict[str, Any] = {
        "trouble": {"open": 13, "late": 3, "replied": 1, "closed": 1},
        "praise": praise,
        "teams": [
            {"id": scene.other_team, "name": "Facturation", "trouble": others, "praise": none},
            {"id": scene.team, "name": "Livraisons", "trouble": mine, "praise": praise},
        ],
    }
    for api in (scene.client, scene.provider, scene.reader):
        assert api.get(f"{scene.path}/counts").json() == whole
    seen = {"trouble": mine, "praise": praise, "teams": whole["teams"][1:]}
    assert scene.lead.get(f"{scene.path}/counts").json() == seen
    empty = {"trouble": none, "praise": none, "teams": []}
    assert scene.other_lead.get(f"{scene.path}/counts").json() == empty
    assert scene.provider.get(f"{scene.path}/counts", params={"mine": "true"}).json() == empty

    def walk(api: Api, **asked: Any) -> list[dict[str, Any]]:
        found, cursor = [], None
        while True:
            going_on: dict[str, Any] = {"cursor": cursor} if cursor else {}
            page = api.get(f"{scene.path}/items", params={"limit": 4, **asked, **going_on})
            assert page.status_code == 200, page.text
            found += page.json()["items"]
            cursor = page.json()["next_cursor"]
            if cursor is None:
                return found

    for view, expected in (("open", 14), ("replied", 1), ("closed", 1), ("all", 16)):
        items = walk(scene.client, view=view)
        assert len({one["id"] for one in items}) == len(items) == expected
        assert [one["late"] for one in items] == sorted((one["late"] for one in items), reverse=True)
        assert [one["id"] for one in walk(scene.provider, view=view)] == [one["id"] for one in items]
        assert {one["team"]["id"] for one in walk(scene.lead, view=view)} == {scene.team}
        assert walk(scene.lead, view=view, team=scene.other_team) == walk(scene.other_lead, view=view) == []
    assert {one["id"] for one in walk(scene.lead, late="true")} == set(late)
    assert len(walk(scene.client, view="all", late="false")) == 13
    assert [one["kind"] for one in walk(scene.client, kind="praise")] == ["praise"]
    closed = [one["id"] for one in of_team[scene.other_team]]
    for item in closed:
        scene.step(scene.provider, item, "reply", text="Fait")
        scene.step(scene.client, item, "accept")
    dues = [one["due_at"] for one in walk(scene.client, view="closed", limit=2)]
    assert dues == sorted(dues, reverse=True)
    for wrong in ("nope", '[2,1,"x"]'):
        problem(scene.client.get(f"{scene.path}/items", params={"cursor": wrong}), 422)


def test_a_load_of_old_answers_is_not_relayed(scene: Scene) -> None:
    """given rules / when a file of old answers comes / then no team gets them, and both parties read how many."""
    before = to_text(now() - timedelta(days=40))
    scene.told(
        *(nps(f"o{number}", 2, "Colis en retard", answered_at=before) for number in range(5)),
        nps("o9", 3, "Facture fausse", answered_at=to_text(now() - timedelta(days=1))),
        nps("o8", 8, "Correct", answered_at=before), nps("o7", 2, None, answered_at=before), nps("k1", 2, "Cassé"),
    )  # fmt: skip
    assert [one["verbatim"]["text"] for one in scene.items()] == ["Cassé"]
    told = [api.get(f"{scene.path}/rules").json()["left_out_30_days"] for api in (scene.client, scene.provider)]
    assert told == [6, 6]
    seen = [api.get(f"{scene.path}/rules").json()["left_out_30_days"] for api in (scene.lead, scene.other_lead)]
    assert seen == [5, 0]


def test_a_rule_may_name_queues(scene: Scene, feedback: FeedbackHouse) -> None:
    """given a rule for a queue / then answers of that queue alone go by it, through our doors and with a ticket."""
    headers = {"if-match": '"1"'}
    rule = {"when": {"queues": ["Livraisons", "SAV"]}, "team_id": scene.team, "answer_within_hours": 24}
    written = scene.client.put(f"{scene.path}/rules", {"items": [rule]}, headers=headers).json()
    assert written["items"][0]["when"]["queues"] == ["Livraisons", "SAV"]
    scene.told(
        nps("k1", 2, "Alpha", queue="Livraisons"), nps("k2", 2, "Beta", queue="livraisons"), nps("k3", 2, "Trois"),
        nps("k4", 2, "Quatre", queue="Facturation"),
    )  # fmt: skip
    at = to_text(now())
    body = answer("t1", kind="nps", score=2, scale_max=10, comment="Cinq", answered_at=at, recorded_at=at, queue="SAV")
    assert feedback.service("kpi").post("/internal/answers", answers_body(scene.pair.contract_id, body)).is_success
    _until(lambda: len(scene.items()) == 2)
    told = {one["verbatim"]["text"]: one["verbatim"]["queue"] for one in scene.items()}
    assert told == {"Alpha": "Livraisons", "Cinq": "SAV"}
    path = f"{scene.pair.path}/verbatims"
    counts = {"Livraisons": 1, "SAV": 1, "livraisons": 1, "Facturation": 1, None: 1}
    for api in (scene.client, scene.provider):
        queues = api.get(f"{path}/queues").json()["items"]
        assert {one["queue"]: one["answers"] for one in queues} == counts
        assert [one["text"] for one in api.get(path, params={"queue": "SAV"}).json()["items"]] == ["Cinq"]
        found = api.get(path, params={"queue": "Livraisons", "q": "alpha or beta"}).json()["items"]
        assert [one["text"] for one in found] == ["Alpha"]
        assert len(api.get(f"{path}/scores", params={"queue": "Facturation"}).json()["items"]) == 1
    for wrong in ("", "x" * 81, "a\nb"):
        answers = {"answers": [nps("k9", 2, "Non", queue=wrong)]}
        problem(scene.client.post(f"{scene.pair.path}/answers", answers), 422)
        rules = {"items": [rule | {"when": {"queues": [wrong]}}]}
        problem(scene.client.put(f"{scene.path}/rules", rules, headers={"if-match": '"2"'}), 422)


@pytest.mark.parametrize(
    "table", ["relay_item", "relay_left_out", "relay_step", "relay_team", "relay_rule_set", "theme_set"]
)
async def test_rows_of_others_are_not_there(
    scene: Scene, feedback: FeedbackHouse, contracts: ContractsHouse, table: str
) -> None:
    scene.told(nps("k1", 2, "Colis en retard"))
    scene.told(nps("k2", 2, "Colis en retard", answered_at="2026-01-02T00:00:00Z"))
    scene.step(scene.lead, scene.items()[0]["id"], "acknowledge")
    themes = [{"code": "all", "kind": "topic", "label": {"fr": "Tout", "en": "All"}, "words": []}]
    scene.client.put(f"{scene.pair.path}/themes", {"items": themes}, headers={"if-match": '"1"'})
    for organisation, there in ((scene.pair.sous_traitant_id, True), (contracts.organisation(), False), (None, False)):
        async with looking(feedback.urls.app, organisation) as connection:
            assert bool(await connection.fetchval(f"SELECT count(*) FROM {table}")) is there
