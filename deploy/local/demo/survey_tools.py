"""A survey tool of the first pair, connected, mapped and tried; what it sends comes of whoever looks at it."""

from collections.abc import Mapping
from typing import Any

from deploy.local.demo.api import Api

NAME = "Enquête du site"
_FIELDS = [
    {"field": "recommandation", "role": "nps"},
    {"field": "pourquoi", "role": "comment"},
    {"field": "hidden:ticket", "role": "ticket"},
]


def connect_survey_tool(base_url: str, kept: Mapping[str, Any]) -> None:
    """Connect it and send it a trial, which makes no answers; a second try finds it there."""
    client = kept["clients"]["sous_traitant"]
    manager = Api(base_url, client["client_id"], client["client_secret"])
    path = f"/api/feedback/v1/contracts/{kept['contract_id']}/survey-tools"
    if not any(one["name"] == NAME for one in manager.send("GET", path)["items"]):
        made = manager.send("POST", path, {"system": "generic", "name": NAME, "fields": _FIELDS})
        manager.send("POST", f"{path}/{made['id']}/trials", {})
    manager.close()
