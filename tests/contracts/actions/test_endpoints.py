"""Actions over HTTP: both parties, people accountable on each side, and a history that stands."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import asyncpg
import pytest

from services.common.auth.access import Function
from services.common.identifiers import new_id
from tests.support.callers import Api, faults
from tests.support.contracts import ContractsHouse, Pair
from tests.support.databases import looking
from tests.support.problems import problem

F = Function
TODAY = date.today
EFFECT = {"indicator": "fcr_ticket", "direction": "higher", "change": "points", "amount": "0.050", "by": "2027-03-31"}


@dataclass(frozen=True)
class Sides:
    """An active contract and somebody of each side who may be accountable."""

    house: ContractsHouse
    pair: Pair
    claire: str
    karim: str

    @property
    def path(self) -> str:
        """Of its actions."""
        return f"{self.pair.path}/actions"

    def body(self, **changes: Any) -> dict[str, Any]:
        """An action that the sous-traitant proposes."""
        return {
            "title": "Un accès direct au suivi du transporteur",
            "cause": "Deux jours d'attente pour la moitié des livraisons.\nTrois relances par demande.",
            "owners": {"sous_traitant": self.karim},
            "due_on": str(TODAY() + timedelta(days=30)),
            "expected_effect": EFFECT,
            "origin": {"kind": "figure", "id": "fcr_ticket/2026-10"},
        } | changes

    def propose(self, side: Api | None = None, **changes: Any) -> dict[str, Any]:
        """Propose one; as it was answered."""
        answer = (side or self.pair.sous_traitant).post(self.path, self.body(**changes))
        assert answer.status_code == 201, answer.text
        assert answer.headers["etag"] == '"1"'
        told: dict[str, Any] = answer.json()
        return told

    def step(self, side: Api, action: dict[str, Any], step: str, /, **body: Any) -> Any:
        """Take a step of an action as it was last read by the side."""
        path = f"{self.path}/{action['id']}"
        etag = side.get(path).headers["etag"]
        return side.post(f"{path}/steps", {"step": step, **body}, headers={"if-match": etag})

    def done(self, side: Api, action: dict[str, Any], step: str, **body: Any) -> dict[str, Any]:
        """Take a step that succeeds."""
        answer = self.step(side, action, step, **body)
        assert answer.status_code == 200, answer.text
        told: dict[str, Any] = answer.json()
        return told


def person_of(house: ContractsHouse, organisation_id: str, name: str, *functions: str) -> str:
    """Somebody new of an organisation."""
    body = {"email": f"{new_id()}@x.example", "name": name, "functions": list(functions or ("team_lead",))}
    answer = house.platform.post(f"/v1/organisations/{organisation_id}/people", body)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


@pytest.fixture
def sides(house: ContractsHouse, active: Pair) -> Sides:
    """A new one."""
    claire = person_of(house, active.donneur_ordre_id, "Claire Morel", "manager")
    return Sides(house, active, claire, person_of(house, active.sous_traitant_id, "Karim Benali"))


def test_the_provider_proposes_and_both_carry_it_to_its_end(sides: Sides) -> None:
    client, provider = sides.pair.donneur_ordre, sides.pair.sous_traitant
    action = sides.propose()
    assert (action["state"], action["awaits"], action["owners"]["donneur_ordre"]) == ("proposed", "donneur_ordre", None)
    assert action["owners"]["sous_traitant"] == {"person_id": sides.karim, "name": "Karim Benali"}
    assert action["expected_effect"] == EFFECT | {"variant": None, "amount": "0.05"}
    problem(sides.step(provider, action, "accept"), 403)
    told = sides.done(client, action, "accept", owner=sides.claire, comment="D'accord.")
    assert told["owners"]["donneur_ordre"] == {"person_id": sides.claire, "name": "Claire Morel"}
    begun = str(TODAY() - timedelta(days=9))
    sides.done(provider, action, "start", on=begun)
    assert faults(sides.step(provider, action, "finish", on=str(TODAY() - timedelta(days=10)))) == {"on"}
    assert faults(sides.step(provider, action, "finish", on=str(TODAY() + timedelta(days=2)))) == {"on"}
    told = sides.done(provider, action, "finish")
    assert (told["awaits"], told["started_on"], told["done_side"]) == ("donneur_ordre", begun, "sous_traitant")
    problem(sides.step(provider, action, "verify"), 403)
    told = sides.done(client, action, "reopen", comment="Deux sites manquent.")
    assert (told["state"], told["done_on"], told["done_side"]) == ("in_progress", None, None)
    sides.done(provider, action, "finish")
    told = sides.done(client, action, "verify")
    assert [one["step"] for one in told["steps"]] == [
        "propose", "accept", "start", "finish", "reopen", "finish", "verify",
    ]  # fmt: skip
    assert [one["author"]["side"] for one in told["steps"]][:2] == ["sous_traitant", "donneur_ordre"]
    assert told["steps"][1]["changes"] == {"owner_donneur_ordre_name": [None, "Claire Morel"]}
    assert told == provider.get(f"{sides.path}/{action['id']}").json()
    problem(sides.step(client, action, "abandon", comment="Trop tard."), 409)


def test_who_changes_a_proposal_proposes_it(sides: Sides) -> None:
    client, provider = sides.pair.donneur_ordre, sides.pair.sous_traitant
    action = sides.propose()
    said = {"title": action["title"], "cause": action["cause"], "due_on": str(TODAY() + timedelta(days=15))}
    told = sides.done(client, action, "change", changes=said, comment="Avant Noël.")
    assert (told["proposed_side"], told["awaits"], told["expected_effect"]) == ("donneur_ordre", "sous_traitant", None)
    assert told["steps"][-1]["changes"]["due_on"] == [action["due_on"], said["due_on"]]
    problem(sides.step(client, action, "accept"), 403)
    assert sides.done(provider, action, "accept")["state"] == "accepted"


def test_another_date_holds_once_both_agree(sides: Sides) -> None:
    client, provider = sides.pair.donneur_ordre, sides.pair.sous_traitant
    past, later = str(TODAY() - timedelta(days=5)), str(TODAY() + timedelta(days=20))
    action = sides.propose(due_on=past)
    sides.done(client, action, "accept")
    told = sides.done(provider, action, "ask_date", due_on=later, comment="Le transporteur ouvre l'accès en janvier.")
    assert (told["due_on"], told["asked_date"]) == (past, {"due_on": later, "side": "sous_traitant"})
    assert (told["awaits"], told["days_late"] in (4, 5, 6)) == ("donneur_ordre", True)
    told = sides.done(client, action, "keep_date", comment="C'était promis.")
    assert (told["due_on"], told["asked_date"], told["postponed"]) == (past, None, 0)
    sides.done(provider, action, "ask_date", due_on=later, comment="Encore.")
    told = sides.done(client, action, "agree_date")
    assert (told["due_on"], told["asked_date"], told["postponed"], told["days_late"]) == (later, None, 1, 0)


def test_accountable_is_somebody_of_that_side_who_may_act(house: ContractsHouse, sides: Sides) -> None:
    reader = person_of(house, sides.pair.sous_traitant_id, "Lise Petit", "reader")
    foreigner = person_of(house, house.organisation(), "Jean Dubois", "manager")
    gone = person_of(house, sides.pair.sous_traitant_id, "Paul Gone", "manager")
    administrator = house.member(sides.pair.sous_traitant_id, F.ADMINISTRATOR)
    path = f"/v1/organisations/{sides.pair.sous_traitant_id}/people/{gone}"
    assert administrator.call("DELETE", path).status_code == 204
    for wrong in (reader, foreigner, gone, sides.claire, str(new_id())):
        answer = sides.pair.sous_traitant.post(sides.path, sides.body(owners={"sous_traitant": wrong}))
        assert faults(answer) == {"owners.sous_traitant"}
    assert faults(sides.pair.sous_traitant.post(sides.path, sides.body(owners={}))) == {"owners"}
    both = sides.propose(owners={"donneur_ordre": sides.claire, "sous_traitant": sides.karim})
    assert both["owners"]["donneur_ordre"]["name"] == "Claire Morel"
    # Somebody given the function in this contract alone may be; who only reads here may not.
    administrator.put(f"{sides.pair.path}/functions/{reader}", {"functions": ["team_lead"]})
    administrator.put(f"{sides.pair.path}/functions/{sides.karim}", {"functions": ["reader"]})
    assert sides.propose(owners={"sous_traitant": reader})["owners"]["sous_traitant"]["name"] == "Lise Petit"
    answer = sides.pair.sous_traitant.post(sides.path, sides.body())
    assert faults(answer) == {"owners.sous_traitant"}


def test_of_the_other_partys_people_only_those_it_named_are_told(sides: Sides) -> None:
    client = sides.pair.donneur_ordre

    def told() -> list[tuple[str, str]]:
        return [(one["side"], one["name"]) for one in client.get(f"{sides.path}/owners").json()["items"]]

    assert told() == [("donneur_ordre", "Claire Morel")]
    sides.propose()
    assert told() == [("donneur_ordre", "Claire Morel"), ("sous_traitant", "Karim Benali")]


def test_lists_are_narrowed_ordered_and_paged(house: ContractsHouse, sides: Sides) -> None:
    client = sides.pair.donneur_ordre
    inside, past = str(TODAY() + timedelta(days=30)), str(TODAY() - timedelta(days=3))
    other = person_of(house, sides.pair.sous_traitant_id, "Sofia Lopes")
    made = {
        "mine late": sides.propose(due_on=past),
        "mine": sides.propose(due_on=inside, expected_effect=None),
        "late": sides.propose(due_on=past, owners={"sous_traitant": other}),
        "open": sides.propose(due_on=inside, owners={"sous_traitant": other}, origin={"kind": "verbatim", "id": "v:1"}),
        "over": sides.propose(due_on=past, origin={"kind": "free"}),
    }
    names = {one["id"]: name for name, one in made.items()}
    sides.done(client, made["over"], "refuse", comment="Hors sujet.")
    karim = house.member(sides.pair.sous_traitant_id, F.TEAM_LEAD, subject=sides.karim)

    def found(side: Api = karim, **params: Any) -> list[str]:
        answer = side.get(sides.path, params=params)
        assert answer.status_code == 200, answer.text
        return [names[one["id"]] for one in answer.json()["items"]]

    assert found() == ["over", "open", "late", "mine", "mine late"]
    assert found(order="urgent") == ["mine late", "mine", "late", "open", "over"]
    assert found(order="urgent", owner="me") == ["mine late", "mine", "over"]
    assert found(owner=other, late="true") == ["late"]
    assert found(late="false") == ["over", "open", "mine"]
    assert found(state=["abandoned", "done"]) == ["over"]
    assert (found(origin="verbatim:v:1"), found(origin="verbatim"), found(origin="verbatim:x")) == (
        ["open"],
        ["open"],
        [],
    )
    assert found(indicator="fcr_ticket", order="urgent") == ["mine late", "late", "open", "over"]
    # A machine client is accountable for nothing.
    assert found(client, owner="me") == []
    for order in ("urgent", "newest"):
        seen, cursor = [], None
        while True:
            page = karim.get(
                sides.path, params={"order": order, "limit": 2} | ({"cursor": cursor} if cursor else {})
            ).json()
            seen += [names[one["id"]] for one in page["items"]]
            cursor = page["next_cursor"]
            if cursor is None:
                break
        assert seen == found(order=order)
        wrong = karim.get(sides.path, params={"order": order, "cursor": "WzFd"})
        assert faults(wrong) == {"cursor"}
    assert faults(karim.get(sides.path, params={"owner": "you"})) == {"query.owner"}
    assert faults(karim.get(sides.path, params={"origin": "rumour:1"})) == {"query.origin"}


def test_steps_say_what_was_read_and_are_taken_once(sides: Sides) -> None:
    client = sides.pair.donneur_ordre
    action = sides.propose()
    path = f"{sides.path}/{action['id']}/steps"
    problem(client.post(path, {"step": "accept"}), 428, "precondition_required")
    key = {"if-match": '"1"', "idempotency-key": "one"}
    first, again = (client.post(path, {"step": "accept"}, headers=key) for _ in range(2))
    assert (first.status_code, again.json()) == (200, first.json())
    problem(client.post(path, {"step": "start"}, headers={"if-match": '"1"'}), 412, "precondition_failed")
    once = {"idempotency-key": "two"}
    made = [sides.pair.sous_traitant.post(sides.path, sides.body(), headers=once).json()["id"] for _ in range(2)]
    assert made[0] == made[1]


@pytest.mark.parametrize(
    "body",
    [
        {"step": "refuse"},
        {"step": "name_owner"},
        {"step": "ask_date", "comment": "x"},
        {"step": "accept", "on": "2026-11-01"},
        {"step": "note", "comment": "a\x07b"},
        {"step": "note", "comment": " \n "},
        {"step": "note", "comment": "x" * 4_001},
        {"step": "verified"},
        {"step": "note", "comment": "x", "side": "sous_traitant"},
        {"step": "change", "changes": {"title": "x", "cause": "x", "due_on": "2026-12-01", "state": "verified"}},
    ],
)
def test_a_step_with_too_much_or_too_little_is_refused(sides: Sides, body: dict[str, Any]) -> None:
    step = str(body["step"])
    body = {name: value for name, value in body.items() if name != "step"}
    problem(sides.step(sides.pair.donneur_ordre, sides.propose(), step, **body), 422)


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"title": "x" * 201}, "title"),
        ({"title": "a\nb"}, "title"),
        ({"cause": "\x00"}, "cause"),
        ({"due_on": "2026-02-30"}, "due_on"),
        ({"expected_effect": EFFECT | {"amount": 0.05}}, "expected_effect.amount"),
        ({"expected_effect": EFFECT | {"direction": "lower"}}, "expected_effect.direction"),
        ({"origin": {"kind": "free", "id": "x"}}, "origin"),
        ({"origin": {"kind": "figure", "id": "x" * 201}}, "origin.id"),
        ({"state": "verified"}, "state"),
    ],
)
def test_an_action_is_whole_or_refused(sides: Sides, changes: dict[str, Any], wrong: str) -> None:
    assert faults(sides.pair.sous_traitant.post(sides.path, sides.body(**changes))) == {wrong}


def test_words_are_kept_as_they_are(sides: Sides) -> None:
    words = "<script>alert(1)</script> =1+1 \u202eolleh 😀 " + "e\u0301" * 30 + "\nهيا"
    action = sides.propose(cause=words)
    assert sides.pair.donneur_ordre.get(f"{sides.path}/{action['id']}").json()["cause"] == words


def test_a_draft_has_no_actions(house: ContractsHouse, pair: Pair) -> None:
    sides = Sides(house, pair, "", person_of(house, pair.sous_traitant_id, "Karim Benali"))
    problem(pair.sous_traitant.post(sides.path, sides.body()), 409, "contract_not_active")


def test_strangers_find_nothing_and_readers_write_nothing(house: ContractsHouse, sides: Sides) -> None:
    action = sides.propose()
    missing = f"{house.pair().path}/actions/{action['id']}"
    problem(house.member(sides.pair.donneur_ordre_id, F.MANAGER).get(missing), 404)
    foreigner = house.member(house.organisation(), *(set(F) - {F.PLATFORM_ADMIN}))
    calls = [
        ("GET", sides.path, None),
        ("GET", f"{sides.path}/owners", None),
        ("GET", f"{sides.path}/{action['id']}", None),
        ("POST", sides.path, sides.body()),
        ("POST", f"{sides.path}/{action['id']}/steps", {"step": "note", "comment": "x"}),
    ]
    reader = house.member(sides.pair.donneur_ordre_id, F.READER)
    key = house.member(sides.pair.donneur_ordre_id, F.BI_READER)
    for method, path, body in calls:
        for api, status in ((house.stranger, 401), (foreigner, 404), (house.platform, 404), (key, 403)):
            problem(api.call(method, path, json=body, headers={"if-match": "*"}), status)
        expected = 200 if method == "GET" else 403
        assert reader.call(method, path, json=body, headers={"if-match": "*"}).status_code == expected
    for wrong in ("nonsense", str(new_id())):
        problem(sides.pair.donneur_ordre.get(f"{sides.path}/{wrong}"), 404)


def test_other_services_are_told_of_an_action(house: ContractsHouse, sides: Sides) -> None:
    action = sides.propose()
    path = f"/internal/contracts/{sides.pair.contract_id}/actions/{action['id']}"
    told = house.service("feedback").get(path)
    assert told.status_code == 200, told.text
    fields = ("id", "contract_id", "title", "state", "due_on", "started_on", "done_on", "expected_effect")
    assert told.json() == {name: action[name] for name in fields}
    problem(house.service("gateway").get(path), 404)
    problem(
        house.service("feedback").get(f"/internal/contracts/{house.pair().contract_id}/actions/{action['id']}"), 404
    )


async def test_the_database_keeps_history_and_sides(house: ContractsHouse, sides: Sides) -> None:
    action = sides.propose()
    forged = (
        "INSERT INTO action_step (contract_id, id, action_id, step, state, changes, written_by, written_side)"
        f" VALUES ('{sides.pair.contract_id}', gen_random_uuid(), '{action['id']}', 'verify', 'verified',"
        " '{}', 'me', $1)"
    )
    async with looking(house.urls.app, sides.pair.donneur_ordre_id) as connection:
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await connection.execute(forged, "sous_traitant")
    for role, statement in (
        ("app", "DELETE FROM action"),
        ("app", "UPDATE action SET written_by = 'x'"),
        ("app", "UPDATE action SET origin_id = 'x'"),
        ("app", "UPDATE action_step SET comment = 'x'"),
        ("worker", "UPDATE action_step SET comment = 'x'"),
        ("worker", "DELETE FROM action_step"),
    ):
        async with looking(getattr(house.urls, role), sides.pair.donneur_ordre_id) as connection:
            with pytest.raises(asyncpg.PostgresError, match=r"never change|permission denied"):
                await connection.execute(statement)
    for organisation, seen in ((sides.pair.sous_traitant_id, 1), (house.organisation(), 0), (None, 0)):
        async with looking(house.urls.app, organisation) as connection:
            for table in ("action", "action_step"):
                query = f"SELECT count(*) FROM {table} WHERE contract_id = $1"
                assert await connection.fetchval(query, sides.pair.contract_id) == seen
            owner = await connection.fetch(
                "SELECT * FROM action_owner($1, $2, '{team_lead}')", sides.pair.contract_id, sides.karim
            )
            assert len(owner) == seen
