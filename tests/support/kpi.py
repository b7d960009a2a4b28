"""kpi below HTTP: a contract told, sources connected, deliveries stored, tickets folded, days read."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import text

from services.common.database import Database
from services.common.encryption import Vault
from services.common.identifiers import new_id
from services.common.instants import from_microseconds
from services.common.zones import zone
from services.kpi.contacts.rules import Contacts, contacts_of, judge, observed
from services.kpi.feeds.repository import read_feeds
from services.kpi.feeds.rules import Feed
from services.kpi.folding import service as folding
from services.kpi.folding.rules import Contribution, contributions
from services.kpi.ingestion.arrival import Arrival, Outcome
from services.kpi.ingestion.gate import IngestionGate
from services.kpi.ingestion.service import examine
from services.kpi.scopes.rules import NO_SCOPES, Scopes
from services.kpi.sources import repository
from services.kpi.sources.registry import Source, SourceRegistry
from services.kpi.terms import service as terms
from services.kpi.terms.repository import read_terms
from services.kpi.terms.rules import Terms
from services.kpi.terms.schemas import ContractTold
from services.kpi.tickets.repository import events_of, ticket_ids
from services.kpi.tickets.rules.events import TimedEvent
from services.kpi.tickets.rules.facts import ticket_facts
from tests.factories.tool_signing import SECRETS
from tests.factories.webhooks import Delivery

ZONE = "Europe/Paris"
OFFICE = {"tz": ZONE, "days": [0, 1, 2, 3, 4], "intervals": [["09:00", "18:00"]], "holidays": ["2026-07-14"]}
NIGHT = {"tz": ZONE, "days": [0, 1, 2, 3, 4, 5, 6], "intervals": [["20:00", "06:00"]]}
PARAMETERS: dict[str, Any] = {
    "schedules": {"bureau": OFFICE, "nuit": NIGHT},
    "reopen_window_hours": 168,
    "sla": {"schedule": "bureau", "first_response_target_seconds": 3600, "resolution_target_seconds": 28_800},
}

Days = dict[tuple[str, date], tuple[int, int, int, int]]
"""(indicator, day) -> (denominator, numerator, total seconds, pending)."""


@dataclass
class Workbench:
    """The parts that ingestion and the fold are made of."""

    database: Database
    vault: Vault
    sources: SourceRegistry
    gate: IngestionGate

    async def contract(self, parameters: Mapping[str, Any] = PARAMETERS, *, state: str = "active") -> ContractTold:
        """A contract between two new organisations, told to kpi."""
        told = ContractTold.model_validate(
            {
                "id": new_id(),
                "revision": 1,
                "title": "Service clients",
                "zone": ZONE,
                "state": state,
                "parties": [
                    {"organisation_id": new_id(), "side": side, "valid_from": datetime(2026, 1, 1, tzinfo=UTC)}
                    for side in ("donneur_ordre", "sous_traitant")
                ],
                "terms": [version(parameters)],
            }
        )
        async with self.database.background_session() as session:
            await terms.take_over(session, told)
        return told

    async def source(self, contract_id: UUID, system: str = "generic", window: int | None = None) -> Source:
        """A connected tool with the secret of the factories."""
        source_id = str(new_id())
        async with self.database.background_session() as session:
            await repository.add(
                session,
                {
                    "id": source_id, "contract": contract_id, "system": system, "name": system,
                    "secret": self.vault.seal(SECRETS[system].encode()), "tolerance": 300, "window": window,
                    "bots": ["999"], "organisation": new_id(),
                },
            )  # fmt: skip
        found = await self.sources.find(source_id)
        assert found is not None
        return found

    async def store(self, source: Source, deliveries: Iterable[Delivery]) -> list[Outcome]:
        """Keep deliveries in one batch."""
        return await self.gate.store([arrival(source, delivery) for delivery in deliveries])

    async def fold(self, at_us: int) -> int:
        """Fold all that waits at that instant; how many tickets."""
        folded = 0
        while True:
            async with self.database.background_session() as session:
                number = await folding.fold_batch(session, from_microseconds(at_us))
            folded += number
            if not number:
                return folded

    async def days(self, contract_id: UUID) -> Days:
        """The rollup of a contract; cells that came back to nothing are left out."""
        statement = text(
            "SELECT indicator, day, denominator, numerator, total_seconds, pending FROM rollup_day"
            " WHERE contract_id = :contract AND (denominator, numerator, total_seconds, pending) <> (0, 0, 0, 0)"
        )
        async with self.database.background_session() as session:
            rows = await session.execute(statement, {"contract": contract_id})
            return {(row[0], row[1]): (row[2], row[3], row[4], row[5]) for row in rows}

    async def rebuilt_days(self, contract_id: UUID, source: Source, at_us: int) -> Days:
        """The same from scratch: every ticket's facts at that instant, summed."""
        days: dict[tuple[str, date], list[int]] = {}
        async with self.database.background_session() as session:
            versions = await read_terms(session, contract_id)
            scopes = (await read_feeds(session, contract_id)).of(source.id).scopes
            for ticket_shares in shares_at(await self.events(source), source.id, versions, at_us, scopes).values():
                for share in ticket_shares:
                    cell = days.setdefault((share.indicator, share.day), [0, 0, 0, 0])
                    added = (share.denominator, share.numerator, share.total_s, share.pending)
                    cell[:] = [held + more for held, more in zip(cell, added, strict=True)]
        return {key: (a, b, c, d) for key, (a, b, c, d) in days.items() if (a, b, c, d) != (0, 0, 0, 0)}

    async def events(self, source: Source) -> dict[str, list[TimedEvent]]:
        """Every stored event of a source by ticket."""
        async with self.database.background_session() as session:
            feed = Feed(source.id, source.contract_id)
            return await events_of(session, feed, await ticket_ids(session, feed, "", 10_000))

    async def count(self, table: str, source: Source, where: str = "true") -> int:
        """Rows of a table that belong to a source."""
        statement = text(f"SELECT count(*) FROM {table} WHERE source_id = :source AND {where}")
        async with self.database.background_session() as session:
            return int(await session.scalar(statement, {"source": source.id}) or 0)


def shares_at(
    events: Mapping[str, list[TimedEvent]], source_id: str, versions: Terms, at_us: int, scopes: Scopes = NO_SCOPES
) -> dict[str, tuple[Contribution, ...]]:
    """What every ticket of a contract's only source counts for at an instant, from nothing but the events."""
    facts = {ticket: ticket_facts(own, versions, at_us, scopes) for ticket, own in events.items()}
    found = {ticket: contacts_of(source_id, ticket, own) for ticket, own in facts.items()}
    contacts = Contacts(contact for own in found.values() for contact in own)
    shares = {ticket: contributions(own, ZONE) for ticket, own in facts.items()}
    for ticket, own in found.items():
        for contact in own:
            verdict = judge(contact, contacts.of(contact.customer), versions, at_us)
            shares[ticket] += observed(contact, verdict, zone(ZONE))
    return shares


def version(
    parameters: Mapping[str, Any] = PARAMETERS,
    valid_from: str = "2026-01-01T00:00:00Z",
    recorded_at: str = "2026-01-01T00:00:00Z",
) -> dict[str, Any]:
    """A version of the terms as contracts tells it."""
    return {"id": new_id(), "valid_from": valid_from, "recorded_at": recorded_at, "body": dict(parameters)}


def arrival(source: Source, delivery: Delivery) -> Arrival:
    """A delivery examined as if it had just been received."""
    return examine(source, delivery.headers, delivery.body, from_microseconds(delivery.received_us), origin="replay")


def verdicts(outcomes: Sequence[Outcome]) -> list[str]:
    """The verdict of each."""
    return [outcome.verdict for outcome in outcomes]
