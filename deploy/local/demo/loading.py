"""Loading the demonstration over the public API, as an integrator would; interrupted, it goes on where it stopped."""

from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec

from deploy.local.demo.api import Api
from deploy.local.demo.companies import PAIRS
from deploy.local.demo.composing import Tale, tales
from deploy.local.demo.people import add_people
from deploy.local.demo.setting_up import connect, credentials, set_up
from deploy.local.demo.span import Span
from deploy.local.files import read_json_object, write_private_json

AT_ONCE = 5_000
"""Deliveries a call: half of what one call may take, so that a line of progress comes every few seconds."""
_OWN = ("loaded", "day", "sent")
"""What the state remembers beside the credentials."""

Say = Callable[[str], None]


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
        wait_until_counted()
        write_private_json(state, kept)
    if not kept.get("users"):
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
            manager = Api(base_url, *credentials(clients[f"{pair.prefix}sous_traitant"]))
            for tale in tales(pair, span):
                tool = tale.tool
                sources[tool.name] = source = connect(manager, contract_id, tool)
                _send(admin, tale, source, state, say)
                told.tickets += tale.tickets
                told.deliveries += len(tale.arrivals)
                told.answers += tale.answers
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


def _send(admin: Api, tale: Tale, source: dict[str, Any], state: _State, say: Say) -> None:
    """Replay all that a tool told, from where an earlier try stopped; the next part is written while one is stored."""
    name, label = tale.tool.name, tale.tool.label
    verdicts: Counter[str] = Counter()
    tickets = 0

    def settle(storing: Future[Any], until: int) -> None:
        verdicts.update(storing.result()["summary"])
        state.sent[name] = until
        state.write()
        say(f"  {label}: {tickets:,} of {tale.tickets:,} tickets")

    with ThreadPoolExecutor(1, "replay") as sender:
        waiting: tuple[Future[Any], int] | None = None
        for last, part in _parts(tale, source["secret"], state.sent.get(name, 0)):
            if waiting:
                settle(*waiting)
            tickets = len({arrival.story for arrival in tale.arrivals[:last]})
            waiting = (sender.submit(admin.replay, source["id"], part), last)
        if waiting:
            settle(*waiting)
    counted = ", ".join(f"{verdict} {number:,}" for verdict, number in sorted(verdicts.items()))
    say(f"  {label}: {len(tale.arrivals):,} deliveries ({counted or 'sent before'})")


def _parts(tale: Tale, secret: str, first: int) -> Iterator[tuple[int, bytes]]:
    while first < len(tale.arrivals):
        part = list(tale.written(secret, first, AT_ONCE))
        yield first + len(part), msgspec.json.encode(part)
        first += len(part)
