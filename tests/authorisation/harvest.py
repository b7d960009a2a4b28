"""What a party can read of its own, gathered: the ids, to try at other doors, and the words nobody else may see."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import httpx

from tests.authorisation.requests import REQUESTS
from tests.authorisation.scene import Scene
from tests.support.callers import Api

_ID = re.compile(r"[A-Za-z0-9_-]{16,128}", re.ASCII)
_SHORTEST = 8
"""Shorter values are words, codes and numbers that everybody uses."""


@dataclass
class Harvest:
    """The ids and all values of what somebody could read."""

    ids: set[str] = field(default_factory=set)
    values: set[str] = field(default_factory=set)

    def take(self, answer: httpx.Response) -> None:
        """Add what an answer holds."""
        for value in values_of(answer):
            self.values.add(value)
            if _ID.fullmatch(value) and any(character.isdigit() for character in value):
                self.ids.add(value)


def gathered(scene: Scene, *readers: Api) -> Harvest:
    """Everything that those readers are shown by any operation that reads."""
    harvest = Harvest()
    for operation, request in REQUESTS.items():
        if operation.startswith("GET /api/") or operation in ("GET /bi/v1/tickets", "GET /auth/keys"):
            call = request(scene)
            for reader in readers:
                answer = reader.get(call.path, **call.options)
                if answer.is_success:
                    harvest.take(answer)
    return harvest


def values_of(answer: httpx.Response) -> Iterator[str]:
    """Every text of an answer that is long enough to be somebody's: JSON leaves and cells of a CSV."""
    kind = answer.headers.get("content-type", "")
    if not answer.content:
        return iter(())
    if "json" in kind:
        found = _leaves(answer.json())
    elif kind.startswith("text/csv"):
        found = (cell for row in csv.reader(io.StringIO(answer.text)) for cell in row)
    else:
        found = iter(answer.text.split())
    return (value for value in found if len(value) >= _SHORTEST)


def _leaves(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for below in value.values():
            yield from _leaves(below)
    elif isinstance(value, list):
        for below in value:
            yield from _leaves(below)
    elif isinstance(value, str):
        yield value
