"""The OpenAPI document of contracts: whole, and its examples true."""

from typing import Any

import pytest
from pydantic import BaseModel

from services.contracts.acceptances.schemas import AcceptanceResult, AcceptanceView, NewAcceptance
from services.contracts.actions.schemas import ActionView, ActionWithSteps, NewAction, NewStep
from services.contracts.agreements.schemas import ContractView, NewContract
from services.contracts.commitments.schemas import CommitmentView, NewCommitment
from services.contracts.notifications.schemas import NotificationView, PreferencesView, Reading, Rhythms, UnreadCount
from services.contracts.objectives.schemas import NewObjective, ObjectiveView
from services.contracts.organisations.schemas import (
    ClientCredentials,
    ClientView,
    NewClient,
    NewOrganisation,
    OrganisationView,
)
from services.contracts.terms.schemas import Parameters, VersionView
from tests.support.contracts import ContractsHouse

BODIES: list[type[BaseModel]] = [
    AcceptanceResult,
    AcceptanceView,
    ActionView,
    ActionWithSteps,
    ClientCredentials,
    ClientView,
    CommitmentView,
    ContractView,
    NewAcceptance,
    NewAction,
    NewClient,
    NewCommitment,
    NewContract,
    NewObjective,
    NewOrganisation,
    NewStep,
    NotificationView,
    ObjectiveView,
    OrganisationView,
    Parameters,
    PreferencesView,
    Reading,
    Rhythms,
    UnreadCount,
    VersionView,
]


@pytest.fixture
def document(house: ContractsHouse) -> dict[str, Any]:
    """What the service publishes."""
    published: dict[str, Any] = house.stranger.get("/openapi.json").json()
    return published


@pytest.mark.parametrize("model", BODIES)
def test_examples_are_what_the_models_say(document: dict[str, Any], model: type[BaseModel]) -> None:
    schema = document["components"]["schemas"][model.__name__]
    for example in schema["examples"]:
        assert set(model.model_validate(example).model_dump(mode="json")) >= set(example)


def test_every_operation_is_described_with_its_right(document: dict[str, Any]) -> None:
    operations = [operation for path in document["paths"].values() for operation in path.values()]
    assert len(operations) == 50
    for operation in operations:
        assert operation["summary"]
        assert operation["description"]
        assert operation["tags"]
        assert operation["x-right"]
        assert {"401", "403", "404"} <= set(operation["responses"])


def test_internal_routes_are_not_published(document: dict[str, Any]) -> None:
    assert all(path.startswith("/v1/") for path in document["paths"])
