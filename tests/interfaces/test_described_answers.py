"""Every operation, asked by three roles with what its description allows and forbids: the answer is a described one."""

import json
from collections.abc import Iterator
from contextlib import nullcontext, suppress
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable
from schemathesis import Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi import checks

from tests.factories.contracts import objective_body
from tests.support.callers import Api
from tests.support.copil import Copil
from tests.support.newcomers import CONTRACTS, Newcomers

DESCRIPTION = Path(__file__).parents[2] / "frontend" / "openapi.json"
"""The served one: tests/journeys/test_described_api.py."""
SCHEMA = schemathesis.openapi.from_dict(json.loads(DESCRIPTION.read_text()))
OPERATIONS = {found.ok().label: found.ok() for found in SCHEMA.get_all_operations() if isinstance(found, Ok)}
CHECKS = [
    not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_headers_conformance,
    checks.response_schema_conformance,
]
EXAMPLES = {GenerationMode.POSITIVE: 8, GenerationMode.NEGATIVE: 4}
"""A role and operation."""
ROLES = ("donneur_ordre", "sous_traitant", "platform_admin")
FOR_ANYBODY = "/auth/"
"""Asked by the first role alone: these doors do not look at tokens, and they count tries."""
CELLS = [(label, role) for label in OPERATIONS for role in ROLES if FOR_ANYBODY not in label or role == ROLES[0]]


class _Ground:
    """Two new companies with a contract, whose ids are tried beside drawn ones."""

    def __init__(self, newcomers: Newcomers) -> None:
        agreement = newcomers.draft()
        source = agreement.connect()
        manager, reader = agreement.donneur_ordre.manager, newcomers.client(agreement.sous_traitant.id, ["reader"])
        objective = manager.post(f"{CONTRACTS}/contracts/{agreement.id}/objectives", objective_body())
        assert objective.status_code == 201, objective.text
        self.base_url = newcomers.copil.base_url
        self.callers: dict[str, Api] = dict(zip(ROLES, (manager, reader, newcomers.admin), strict=True))
        self.ids: dict[str, str] = {
            "contract_id": agreement.id,
            "organisation_id": agreement.donneur_ordre.id,
            "source_id": source.id,
            "objective_id": objective.json()["id"],
        }

    def place(self, given_parameters: dict[str, Any]) -> None:
        """Exchange drawn ids for those that exist."""
        for name in given_parameters.keys() & self.ids.keys():
            given_parameters[name] = self.ids[name]


@pytest.fixture(scope="module")
def ground(copil: Copil) -> Iterator[_Ground]:
    """What is asked about, and who asks."""
    with httpx.Client(timeout=60.0, trust_env=False) as http:
        administrator = Api(http, copil.base_url, partial(copil.token, "platform_admin"))
        yield _Ground(Newcomers(copil, http, administrator))


@pytest.fixture(scope="module")
def connections() -> Iterator[requests.Session]:
    """What schemathesis asks through."""
    with requests.Session() as session:
        session.trust_env = False
        yield session


def test_every_operation_is_asked() -> None:
    """given the description / then no operation was left out because it could not be read."""
    told = json.loads(DESCRIPTION.read_text())["paths"]
    assert len(OPERATIONS) == sum(len(item) for item in told.values())


@pytest.mark.parametrize(("label", "role"), CELLS)
def test_every_answer_is_described(ground: _Ground, connections: requests.Session, label: str, role: str) -> None:
    """given requests drawn from the description / then no 5xx, and status, media type, fields and body as described."""
    operation = OPERATIONS[label]
    for mode, count in EXAMPLES.items():

        @settings(
            max_examples=count, derandomize=True, deadline=None, database=None, phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )  # fmt: skip
        @given(case=operation.as_strategy(mode), existing=st.booleans())
        def ask(case: Case[Any], existing: bool) -> None:
            if existing:
                ground.place(case.path_parameters)
                ground.place(case.query)
            connections.cookies.clear()
            case.call_and_validate(
                base_url=ground.base_url,
                session=connections,
                headers=ground.callers[role].headers,
                checks=CHECKS,
                timeout=60.0,
            )

        # Where nothing is asked for, nothing can be asked wrongly.
        with suppress(Unsatisfiable) if mode is GenerationMode.NEGATIVE else nullcontext():
            ask()
