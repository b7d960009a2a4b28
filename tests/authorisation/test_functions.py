"""One column per function and standing: what an own, a shared and a foreign caller gets (functions.csv).

*own*: of the donneur d'ordre, to whom the organisation, its people and its keys belong; *shared*: of the
sous-traitant, the other party of the same contract; *foreign*: of a company that is no party.
"""

import csv
from collections.abc import Iterator
from http.cookiejar import DefaultCookiePolicy
from pathlib import Path

import httpx
import pytest

from services.common.auth.access import ACCESS, Function
from tests.authorisation.requests import REQUESTS, request_of
from tests.authorisation.scene import Call, Scene
from tests.support.callers import Api
from tests.support.copil import Copil

COMPANIES = {"own": "donneur_ordre", "shared": "sous_traitant", "foreign": "autre_donneur_ordre"}
COLUMNS = tuple(f"{function}.{standing}" for function in Function for standing in COMPANIES)
TABLE = Path(__file__).parent / "functions.csv"
with TABLE.open(newline="") as file:
    ROWS = {row.pop("operation"): row for row in csv.DictReader(file)}


@pytest.fixture(scope="module")
def scene(copil: Copil) -> Iterator[Scene]:
    """Everybody and everything."""
    with httpx.Client(timeout=60.0, trust_env=False) as http:
        http.cookies.jar.set_policy(DefaultCookiePolicy(allowed_domains=[]))
        yield Scene(copil, http)


@pytest.fixture(scope="module")
def callers(scene: Scene) -> dict[str, Api]:
    """A machine client of every function in each of the three companies."""
    return {
        column: scene.apis["platform_admin"]
        if column.startswith(Function.PLATFORM_ADMIN)
        else scene.client(COMPANIES[column.partition(".")[2]], column.partition(".")[0])
        for column in COLUMNS
    }


def test_every_operation_and_every_function_is_there() -> None:
    """given the requests of the other matrix and the functions of the access table / then 100 % of the cells."""
    assert set(ROWS) == set(REQUESTS)
    assert all(tuple(row) == COLUMNS for row in ROWS.values())
    assert all(status.isdigit() for row in ROWS.values() for status in row.values())


@pytest.mark.parametrize("operation", ROWS)
def test_row(scene: Scene, callers: dict[str, Api], operation: str) -> None:
    """given a valid request / when each function of each company sends it / then the reviewed statuses."""
    method = operation.split()[0]
    wanted = {column: int(status) for column, status in ROWS[operation].items()}
    told = {
        column: _status(api, method, request_of(scene, operation, succeeds=wanted[column] < 400))
        for column, api in callers.items()
    }
    assert told == wanted


def _status(api: Api, method: str, call: Call) -> int:
    return api.call(method, call.path, **call.options).status_code


@pytest.mark.parametrize("operation", [operation for operation in ROWS if operation.split()[1].startswith("/api/")])
def test_a_row_is_a_right_of_the_access_table(operation: str) -> None:
    """given a reviewed row / then the functions that succeed are those of one permission, whatever the standing."""
    rights: set[frozenset[Function]] = {functions - {Function.PLATFORM_ADMIN} for functions in ACCESS.values()}
    rights.add(frozenset())
    for standing in COMPANIES:
        able = frozenset(
            function
            for function in Function
            if function != Function.PLATFORM_ADMIN and int(ROWS[operation][f"{function}.{standing}"]) < 400
        )
        assert able in rights, (standing, able)
