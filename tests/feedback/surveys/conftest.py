"""A survey of a contract, and what tests do with it first."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import httpx
import pytest

from services.common.auth.access import Function
from tests.factories.feedback import survey_body
from tests.support.callers import Api
from tests.support.contracts import Pair
from tests.support.feedback import PUBLIC_URL, FeedbackHouse


@dataclass(frozen=True)
class Asking:
    """A survey, its manager, and the page that customers see."""

    feedback: FeedbackHouse
    pair: Pair
    manager: Api
    survey: dict[str, Any]

    @property
    def path(self) -> str:
        """The survey's address."""
        return f"{self.pair.path}/surveys/{self.survey['id']}"

    def invite(self, *invitations: dict[str, Any]) -> list[dict[str, Any]]:
        """Make invitations: their fates."""
        answer = self.manager.post(f"{self.path}/invitations", {"invitations": list(invitations)})
        assert answer.status_code == 200, answer.text
        return list(answer.json()["items"])

    def change(self, **changes: Any) -> None:
        """Write the survey anew."""
        held = self.manager.get(self.path)
        body = survey_body(**({name: held.json()[name] for name in survey_body()} | changes))
        answer = self.manager.call("PUT", self.path, json=body, headers={"if-match": held.headers["etag"]})
        assert answer.status_code == 200, answer.text

    def open(self, url: str, **options: Any) -> httpx.Response:
        """The page as somebody with a link and nothing else opens it."""
        assert url.startswith(f"{PUBLIC_URL}/s/")
        return self.feedback.http.get(self.feedback.url + url.removeprefix(PUBLIC_URL), **options)

    def send(self, url: str, **fields: str) -> httpx.Response:
        """The page's form, sent."""
        return self.feedback.http.post(self.feedback.url + url.removeprefix(PUBLIC_URL), data=fields)

    def verbatims(self) -> list[dict[str, Any]]:
        """What both parties read; themes come in the background, perhaps between two readings."""
        readings = [
            [{**item, "themes": []} for item in answer.json()["items"]]
            for answer in (
                self.feedback.member(organisation, Function.READER).get(f"{self.pair.path}/verbatims")
                for organisation in (self.pair.donneur_ordre_id, self.pair.sous_traitant_id)
            )
        ]
        assert readings[0] == readings[1]
        return readings[0]

    def responses(self, **params: str) -> list[dict[str, Any]]:
        """How many answered."""
        answer = self.manager.get(f"{self.path}/responses", params=params)
        assert answer.status_code == 200, answer.text
        return list(answer.json()["items"])


AskIn = Callable[..., Asking]


@pytest.fixture
def ask(feedback: FeedbackHouse, pair: Pair) -> AskIn:
    """Makes a survey of the contract."""

    def make(**changes: Any) -> Asking:
        manager = feedback.member(pair.sous_traitant_id, Function.MANAGER)
        made = manager.post(f"{pair.path}/surveys", survey_body(**changes))
        assert made.status_code == 201, made.text
        return Asking(feedback, pair, manager, made.json())

    return make


@pytest.fixture
def asking(ask: AskIn) -> Asking:
    """A survey as it is by default."""
    return ask()
