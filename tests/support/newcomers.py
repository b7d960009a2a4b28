"""Companies that start today: everything by the public set-up calls of a running installation."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import httpx

from tests.factories.contracts import contract_body
from tests.factories.tool_signing import SECRETS
from tests.support.callers import Api
from tests.support.copil import Copil

CONTRACTS = "/api/contracts/v1"
KPI = "/api/kpi/v1"
FEEDBACK = "/api/feedback/v1"

BUREAU: dict[str, Any] = {
    "tz": "Europe/Paris", "days": [0, 1, 2, 3, 4], "intervals": [["09:00", "18:00"]], "holidays": ["2026-07-14"],
}  # fmt: skip
NUIT: dict[str, Any] = {"tz": "Europe/Paris", "days": [0, 1, 2, 3, 4, 5, 6], "intervals": [["20:00", "06:00"]]}
PARAMETERS: dict[str, Any] = {
    "valid_from": "2026-01-01T00:00:00Z",
    "schedules": {"bureau": BUREAU, "nuit": NUIT},
    "reopen_window_hours": 168,
    "sla": {"schedule": "bureau", "first_response_target_seconds": 3600, "resolution_target_seconds": 28800},
}


@dataclass(frozen=True)
class Connected:
    """A source as its creator was told of it."""

    id: str
    url: str
    secret: str
    contract_id: str
    path: str
    """Its address below the kpi service."""


@dataclass(frozen=True)
class Company:
    """An organisation and its manager's machine client."""

    id: str
    manager: Api


@dataclass(frozen=True)
class Agreement:
    """A contract between two new companies."""

    id: str
    donneur_ordre: Company
    sous_traitant: Company

    @property
    def path(self) -> str:
        """Its address below the contracts service."""
        return f"{CONTRACTS}/contracts/{self.id}"

    @property
    def figures(self) -> str:
        """Its address below the kpi service."""
        return f"{KPI}/contracts/{self.id}"

    @property
    def managers(self) -> tuple[Api, Api]:
        """Both sides."""
        return self.donneur_ordre.manager, self.sous_traitant.manager

    def accept(self) -> list[dict[str, Any]]:
        """Both sides accept what is to be accepted; what each was told."""
        answers = [manager.post(f"{self.path}/acceptances", {}) for manager in self.managers]
        assert all(answer.is_success for answer in answers), [answer.text for answer in answers]
        return [answer.json() for answer in answers]

    def connect(self, system: str = "generic", *, by: Api | None = None, **more: Any) -> Connected:
        """A source of the contract, with the secrets of the factories unless told otherwise."""
        dictated = SECRETS[system]
        wanted = {"contract_id": self.id, "system": system, "name": f"{system} de test", "secret": dictated, **more}
        return connected(by or self.sous_traitant.manager, wanted)

    def tickets(self, **query: str) -> list[dict[str, Any]]:
        """The first 1,000 rows as the sous-traitant reads them."""
        answer = self.sous_traitant.manager.get(f"{self.figures}/tickets", params={"limit": "1000", **query})
        assert answer.status_code == 200, answer.text
        items: list[dict[str, Any]] = answer.json()["items"]
        return items


def connected(manager: Api, wanted: Mapping[str, Any]) -> Connected:
    """Create a source."""
    answer = manager.post(f"{KPI}/sources", {name: value for name, value in wanted.items() if value is not None})
    assert answer.status_code == 201, answer.text
    told = answer.json()
    return Connected(told["id"], told["url"], told["secret"], told["contract_id"], f"{KPI}/sources/{told['id']}")


class Newcomers:
    """Sets up new companies in the name of the platform administrator."""

    def __init__(self, copil: Copil, http: httpx.Client, administrator: Api) -> None:
        self.copil = copil
        self.http = http
        self.admin = administrator
        self.nobody = Api(http, copil.base_url)

    def organisation(self, name: str = "Maison Vauban") -> str:
        """A new organisation."""
        answer = self.admin.post(f"{CONTRACTS}/organisations", {"name": name})
        assert answer.status_code == 201, answer.text
        return str(answer.json()["id"])

    def client(self, organisation_id: str, functions: Sequence[str] = ("manager",)) -> Api:
        """A new machine client of an organisation, signed in."""
        answer = self.admin.post(
            f"{CONTRACTS}/organisations/{organisation_id}/clients", {"name": "essai", "functions": list(functions)}
        )
        assert answer.status_code == 201, answer.text
        told = answer.json()
        sign_in = partial(self.copil.token_of, told["client_id"], told["client_secret"])
        return Api(self.http, self.copil.base_url, sign_in)

    def company(self, name: str) -> Company:
        """A new organisation with a manager."""
        organisation_id = self.organisation(name)
        return Company(organisation_id, self.client(organisation_id))

    def draft(self, **changes: Any) -> Agreement:
        """A draft between two new companies."""
        donneur_ordre, sous_traitant = self.company("Maison Vauban"), self.company("Voix du Rhône")
        answer = self.admin.post(f"{CONTRACTS}/contracts", contract_body(donneur_ordre.id, sous_traitant.id, **changes))
        assert answer.status_code == 201, answer.text
        return Agreement(answer.json()["id"], donneur_ordre, sous_traitant)

    def agreement(self, parameters: Mapping[str, Any] = PARAMETERS) -> Agreement:
        """An active contract with parameters, between two new companies."""
        agreement = self.draft()
        answer = agreement.donneur_ordre.manager.put(f"{agreement.path}/parameters", dict(parameters))
        assert answer.status_code == 200, answer.text
        assert agreement.accept()[-1]["contract_state"] == "active"
        return agreement
