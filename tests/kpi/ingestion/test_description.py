"""The examples of the description are bodies that their connectors read."""

import json

import pytest

from services.kpi.ingestion.connectors import CONNECTORS
from services.kpi.ingestion.connectors.base import ParsedItem
from services.kpi.ingestion.examples import TOOL_EXAMPLES
from tests.factories.intake import pseudonym
from tests.factories.webhooks import at

NOW = at("2026-10-06T14:00:00+00:00")


@pytest.mark.parametrize("system", list(TOOL_EXAMPLES))
def test_examples_are_read(system: str) -> None:
    body = json.dumps(TOOL_EXAMPLES[system]["value"]).encode()
    (item,) = CONNECTORS[system].parse({"content-type": "application/json"}, body, NOW, frozenset(), pseudonym).items
    assert isinstance(item, ParsedItem)
    assert item.events


def test_every_tool_has_an_example() -> None:
    assert {*TOOL_EXAMPLES, "generic"} == set(CONNECTORS)
