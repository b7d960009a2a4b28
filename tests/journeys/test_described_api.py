"""The description that the front end's types are generated from is the one that is served."""

import json
from pathlib import Path

from tests.support.copil import Copil

DESCRIPTION = Path(__file__).parents[2] / "frontend" / "openapi.json"


def test_the_front_end_is_typed_by_what_is_served(copil: Copil) -> None:
    with copil.client("donneur_ordre") as client:
        served = client.get("/openapi.json").json()
    kept = json.loads(DESCRIPTION.read_text())
    stale = "frontend/openapi.json is stale: npm run gen:api -- --from http://127.0.0.1:8000"
    assert kept["paths"] == served["paths"], stale
    # The cookie bears the port of the installation.
    for document in (kept, served):
        del document["components"]["securitySchemes"]["session"]["name"]
    assert kept["components"] == served["components"], stale
