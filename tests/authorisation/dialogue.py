"""What the parties of the scene do and say: an action, a thread, criteria, a quarter to evaluate."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx

from tests.support.callers import Api
from tests.support.newcomers import CONTRACTS, FEEDBACK

THREAD = {"kind": "idea", "subject": "Une fiche", "text": "Une fiche par motif aiderait-elle ?"}
GRID = {"criteria": [{"code": "clarity", "label_fr": "Clarté", "label_en": "Clarity"}]}


class Dialogue:
    """Makes each in the fresh contract of the scene, the donneur d'ordre first."""

    def __init__(self, donneur_ordre: Api, sous_traitant: Api, contract_id: str, draft: Callable[[], str]) -> None:
        self._first, self._second = donneur_ordre, sous_traitant
        self._contract, self._draft = contract_id, draft

    def action_body(self) -> dict[str, Any]:
        """An action for which somebody of the donneur d'ordre is accountable."""
        owners = self._first.get(f"{CONTRACTS}/contracts/{self._contract}/actions/owners").json()["items"]
        person = next(one["person_id"] for one in owners if one["side"] == "donneur_ordre")
        effect = {"indicator": "nps", "direction": "higher", "change": "points", "amount": "5", "by": "2027-03-31"}
        return {
            "title": "Une fiche par motif",
            "cause": "Les agents cherchent la réponse.",
            "owners": {"donneur_ordre": person},
            "due_on": "2027-01-31",
            "expected_effect": effect,
            "origin": {"kind": "meeting"},
        }

    def action(self) -> str:
        """The address of an action."""
        path = f"{CONTRACTS}/contracts/{self._contract}/actions"
        return f"{path}/{_made(self._first.post(path, self.action_body()))['id']}"

    def thread(self) -> str:
        """The address of a thread that everyone of the contract reads."""
        path = f"{FEEDBACK}/contracts/{self._contract}/threads"
        return f"{path}/{_made(self._first.post(path, THREAD))['id']}"

    def grid(self) -> str:
        """The address of criteria that the donneur d'ordre proposes."""
        return self._proposed(self._contract)

    def quarter(self) -> str:
        """The address of a quarter that is open, of a contract with agreed criteria that nobody has evaluated."""
        contract_id = self._draft()
        _made(self._second.post(f"{self._proposed(contract_id)}/answers", {"agreed": True}))
        today = datetime.now(UTC) + timedelta(hours=1)
        number = today.year * 4 + (today.month - 1) // 3 - 1
        return f"{FEEDBACK}/contracts/{contract_id}/evaluations/{number // 4}-Q{number % 4 + 1}"

    def _proposed(self, contract_id: str) -> str:
        path = f"{FEEDBACK}/contracts/{contract_id}/evaluations/criteria"
        return f"{path}/{_made(self._first.post(path, GRID))['proposed']['id']}"


def _made(answer: httpx.Response) -> dict[str, Any]:
    assert answer.is_success, answer.text
    told: dict[str, Any] = answer.json()
    return told
