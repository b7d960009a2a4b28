"""Loading the demonstration over the public API, as an integrator would; interrupted, it goes on where it stopped."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from deploy.local.demo.annotations import annotate
from deploy.local.demo.api import Api
from deploy.local.demo.baselines import freeze
from deploy.local.demo.companies import PAIRS
from deploy.local.demo.composing import tales
from deploy.local.demo.declared import declare
from deploy.local.demo.dialogue import talk
from deploy.local.demo.people import add_people
from deploy.local.demo.practices import share
from deploy.local.demo.relayed import relay
from deploy.local.demo.sending import Say, Stream, send
from deploy.local.demo.setting_up import SIDES, connect, credentials, set_up
from deploy.local.demo.span import Span
from deploy.local.demo.survey_tools import connect_survey_tool
from deploy.local.files import read_json_object, write_private_json

_OWN = ("loaded", "day", "sent")
"""What the state remembers beside the credentials."""


@dataclass
class Told:
    """How much was loaded."""

    tickets: int = 0
    deliveries: int = 0
    answers: int = 0


@dataclass
class _State:
    """What is remembered between two tries."""

    path: Path
    day: str
    """The instant of the first try: a second one must compose the same, or its keys would meet other bodies."""
    sent: dict[str, int] = field(default_factory=dict)
    """Deliveries of each tool that are stored for sure."""

    def write(self) -> None:
        write_private_json(self.path, {"day": self.day, "sent": self.sent})


def load_missing(
    base_url: str,
    administrator: tuple[str, str],
    state: Path,
    credentials_file: Path,
    say: Say,
    wait_until_counted: Callable[[], None],
) -> Told | None:
    """Load what is missing, then write the credentials file, atomically and last; what was missing, if anything."""
    kept = read_json_object(state) or {}
    told = None
    if not kept.get("loaded"):
        say("Loading the demonstration: six months of two contracts (about a minute).")
        remembered = _State(state, kept.get("day") or datetime.now(UTC).isoformat(), kept.get("sent") or {})
        remembered.write()
        told, kept = _load(base_url, administrator, remembered, say)
        # Before the wait, so that each period is published once, with these answers in it.
        declare(base_url, kept)
        connect_survey_tool(base_url, kept)
        wait_until_counted()
        kept["users"] = add_people(base_url, administrator, kept["clients"])
        annotate(base_url, kept, Span(datetime.fromisoformat(kept["day"])))
        relay(base_url, kept)
        talk(base_url, kept, Span(datetime.fromisoformat(kept["day"])))
        freeze(base_url, kept, Span(datetime.fromisoformat(kept["day"])))
        share(base_url, kept, Span(datetime.fromisoformat(kept["day"])))
        write_private_json(state, kept)
    elif not kept.get("users"):
        kept["users"] = add_people(base_url, administrator, kept["clients"])
        write_private_json(state, kept)
    document = {"base_url": base_url, **{name: value for name, value in kept.items() if name not in _OWN}}
    for source in document["sources"].values():
        source["url"] = f"{base_url}/hooks/{source['id']}"
    write_private_json(credentials_file, document)
    return told


def _load(base_url: str, administrator: tuple[str, str], state: _State, say: Say) -> tuple[Told, dict[str, Any]]:
    span = Span(datetime.fromisoformat(state.day))
    admin = Api(base_url, *administrator)
    clients: dict[str, Any] = {}
    sources: dict[str, Any] = {}
    contracts: list[str] = []
    told = Told()
    try:
        for pair in PAIRS:
            contract_id = set_up(admin, base_url, pair, span, clients)
            contracts.append(contract_id)
            managers = {side: Api(base_url, *credentials(clients[f"{pair.prefix}{side}"])) for side in SIDES}
            streams = []
            for tale in tales(pair, span):
                sources[tale.tool.name] = connect(managers["sous_traitant"], contract_id, tale.tool)
                streams.append(Stream(tale, sources[tale.tool.name]))
                told.tickets += tale.tickets
                told.deliveries += len(tale.arrivals)
                told.answers += tale.answers
            send(admin, streams, state.sent, state.write, say)
            for manager in managers.values():
                manager.close()
    finally:
        admin.close()
    clients["platform_admin"] = {
        "client_id": administrator[0],
        "client_secret": administrator[1],
        "organisation_id": admin.organisation_id,
    }
    return told, {
        "clients": clients,
        "contract_id": contracts[0],
        "other_contract_id": contracts[1],
        "sources": sources,
        "day": state.day,
        "sent": state.sent,
        "loaded": True,
    }
