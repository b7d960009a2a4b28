"""What feedback has people told, by the real contracts service: whom, of what, and what settles it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pytest

from services.common.auth.access import Function
from services.common.database import Database
from services.common.identifiers import new_id
from services.common.instants import now
from services.feedback.reminders.service import Reminder
from tests.factories.feedback import nps
from tests.feedback.relay.test_relay import LOW, Scene
from tests.support.callers import Api
from tests.support.contracts import ContractsHouse, Pair
from tests.support.databases import blocking
from tests.support.feedback import FeedbackHouse
from tests.support.processes import eventually

F = Function


@dataclass(frozen=True)
class Somebody:
    """A person of contracts, with a token for each service."""

    id: str
    feedback: Api
    contracts: Api

    def all(self) -> list[dict[str, Any]]:
        """What they were told, the newest first."""
        items: list[dict[str, Any]] = self.contracts.get("/v1/notifications").json()["items"]
        return items

    def unread(self) -> list[str]:
        """Kinds of what they have not read, the newest first."""
        answer = self.contracts.get("/v1/notifications?unread=true")
        assert answer.status_code == 200, answer.text
        return [str(one["kind"]) for one in answer.json()["items"]]

    def told(self, *kinds: str) -> None:
        """Wait until that is what is unread."""
        eventually(lambda: self.unread() == list(kinds), f"unread is {kinds}", 20)


class House:
    """Both services, and a contract."""

    def __init__(self, feedback: FeedbackHouse, contracts: ContractsHouse, pair: Pair) -> None:
        self.feedback, self.contracts, self.pair = feedback, contracts, pair
        self.client = self.person(pair.donneur_ordre_id, F.MANAGER)
        self.provider = self.person(pair.sous_traitant_id, F.MANAGER)
        self.lead = self.person(pair.sous_traitant_id, F.TEAM_LEAD)

    def person(self, organisation_id: str, function: Function) -> Somebody:
        """Somebody new."""
        body = {"email": f"{new_id()}@x.example", "name": "Nadia Roux", "functions": [function]}
        answer = self.contracts.platform.post(f"/v1/organisations/{organisation_id}/people", body)
        assert answer.status_code == 201, answer.text
        person_id = str(answer.json()["id"])
        token = self.feedback.desk.for_member("feedback", organisation_id, function, subject=person_id, amr=["pwd"])
        return Somebody(
            person_id,
            Api(self.feedback.http, self.feedback.url, token),
            self.contracts.member(organisation_id, function, subject=person_id, amr=["pwd"]),
        )

    def remind(self, at: datetime) -> None:
        """Look at the clock twice, by two replicas."""
        for _ in range(2):
            blocking(_remind(self.feedback, at))


async def _remind(feedback: FeedbackHouse, at: datetime) -> None:
    database = Database(feedback.urls.app, feedback.urls.worker, 1, "test")
    try:
        reminder = Reminder(database)
        await reminder.look(at)
        await reminder.look(at)
    finally:
        await database.dispose()


@pytest.fixture
def house(feedback: FeedbackHouse, contracts: ContractsHouse, pair: Pair) -> House:
    """A new one."""
    return House(feedback, contracts, pair)


def test_a_question_is_told_until_it_is_answered(house: House) -> None:
    path = f"{house.pair.path}/threads"
    by = str(now().date() + timedelta(days=1))
    asked: dict[str, Any] = {"kind": "concern", "subject": "Le samedi", "text": "Que dire ?", "asks": True}
    thread = house.client.feedback.post(path, asked | {"answer_by": by}).json()["id"]
    house.provider.told("thread_asks")
    house.lead.told("thread_asks")
    assert house.client.unread() == []
    house.remind(now() + timedelta(days=3))
    eventually(lambda: house.lead.all()[0]["data"] == {"answer_by": by}, "the date that has passed is told")
    house.lead.told("thread_asks")
    # A word from who asked leaves the question where it is.
    said = house.client.feedback.post(f"{path}/{thread}/messages", {"text": "C'est pour lundi.", "asks": False})
    assert said.is_success, said.text
    house.lead.told("thread_asks")
    assert house.provider.feedback.post(f"{path}/{thread}/messages", {"text": "Voici.", "asks": False}).is_success
    house.client.told("thread_written")
    house.lead.told()


def test_what_managers_confide_is_told_to_managers(house: House) -> None:
    body = {"kind": "idea", "subject": "x", "text": "y", "confidentiality": "managers"}
    assert house.client.feedback.post(f"{house.pair.path}/threads", body).status_code == 201
    house.provider.told("confidential_asks")
    assert house.lead.unread() == []


def test_words_are_told_to_their_team_and_the_way_back_to_the_other_party(house: House) -> None:
    scene = Scene(house.feedback, house.pair)
    team = scene.add_team("Renfort", house.lead.id)
    rules = {"items": [{"when": LOW, "team_id": team, "answer_within_hours": 48}]}
    assert scene.client.put(f"{scene.path}/rules", rules, headers={"if-match": '"1"'}).status_code == 200
    scene.told(nps("k1", 2, "Colis en retard"), nps("k2", 3, "Facture fausse"))
    house.lead.told("relay_received")
    assert house.provider.unread() == []
    item = scene.items()[0]["id"]
    house.remind(now() + timedelta(hours=49))
    house.lead.told("relay_overdue", "relay_overdue", "relay_received")
    assert scene.step(house.lead.feedback, item, "reply", text="Client rappelé").json()["state"] == "replied"
    house.client.told("relay_replied")
    house.lead.told("relay_overdue", "relay_received")
    assert scene.step(house.client.feedback, item, "return", text="Rien reçu").status_code == 200
    house.client.told()
    house.lead.told("relay_insufficient", "relay_overdue", "relay_received")
    assert scene.step(house.lead.feedback, item, "reply", text="Remboursé").status_code == 200
    assert scene.step(house.client.feedback, item, "accept").status_code == 200
    house.lead.told("relay_accepted", "relay_overdue", "relay_received")
    house.client.told()


def test_words_that_wait_are_told_once_a_day(house: House) -> None:
    path = f"{house.pair.path}/verbatim-releases"
    assert house.client.feedback.put(path, {"required": True}).is_success
    body = {"answers": [nps("k1", 2, "Colis en retard")]}
    assert house.client.feedback.post(f"{house.pair.path}/answers", body).status_code == 200
    waiting = lambda: house.client.feedback.get(path).json()["waiting"] == 1  # noqa: E731
    eventually(waiting, "the words are masked")
    house.remind(now())
    house.client.told("words_to_release")
    house.remind(now() + timedelta(days=1))
    house.client.told("words_to_release")
    eventually(lambda: len(house.client.all()) == 2, "it is told again the day after")
    house.client.told("words_to_release")
    assert house.provider.unread() == []


def test_criteria_and_evaluations_are_told(house: House) -> None:
    path = f"{house.pair.path}/evaluations"
    grids = house.client.feedback.get(f"{path}/criteria").json()
    proposed = house.client.feedback.post(f"{path}/criteria", {"criteria": grids["default"]})
    assert proposed.is_success, proposed.text
    house.provider.told("evaluation_proposed")
    grid = proposed.json()["proposed"]["id"]
    answered = house.provider.feedback.post(f"{path}/criteria/{grid}/answers", {"agreed": True})
    assert answered.is_success, answered.text
    house.provider.told()
    house.client.told("proposal_answered")
