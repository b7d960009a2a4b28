"""Trying a body: signed as the tool signs, examined by the connector that examines deliveries, stored nowhere."""

import dataclasses
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from services.common.database import Database
from services.common.errors import FieldFault, Invalid, NotFound, PayloadTooLarge, UnsupportedMediaType
from services.common.instants import now, to_microseconds
from services.kpi.folding.timers import read_setting
from services.kpi.ingestion.arrival import Arrival
from services.kpi.ingestion.service import MOST_BYTES, examine
from services.kpi.sources.registry import Source, SourceRegistry
from services.kpi.sources.service import address_of
from services.kpi.tickets.repository import events_of
from services.kpi.trials import repository, rules
from services.kpi.trials.commands import command
from services.kpi.trials.samples import codes, media_type_of, sample
from services.kpi.trials.schemas import NewTrial, SampleOut, SamplesOut, TrialOut, TriedItem
from services.kpi.trials.signing import shown, sign


def samples_of(system: str) -> SamplesOut:
    """The samples of a tool, about the present instant."""
    at_us = to_microseconds(now())
    return SamplesOut(
        items=[
            SampleOut.model_validate(
                {"code": code, "media_type": media_type_of(system), "body": sample(system, code, at_us)}
            )
            for code in codes(system)
        ]
    )


async def try_body(
    session: AsyncSession,
    database: Database,
    sources: SourceRegistry,
    public_url: str,
    source_id: str,
    wanted: NewTrial,
) -> TrialOut:
    """What would become of a body. Raises: NotFound, Invalid, PayloadTooLarge, UnsupportedMediaType."""
    found = await sources.find(source_id)
    if found is None:
        raise NotFound
    system, at = found.connector.name, now()
    at_us = to_microseconds(at)
    text, media_type = _text(system, wanted, at_us)
    body = text.encode()
    if len(body) > MOST_BYTES:
        raise PayloadTooLarge(f"A delivery has at most {MOST_BYTES} bytes.")
    if media_type.partition(";")[0].strip().lower() not in found.connector.media_types:
        raise UnsupportedMediaType(f"Expected one of: {', '.join(sorted(found.connector.media_types))}.")
    source = _without_persons(found)
    headers = {"content-type": media_type, **sign(system, body, at_us, source.secrets[0])}
    arrival = examine(source, headers, body, at)
    items = await _fates(database, arrival)
    told = rules.events_of(arrival, [item.verdict == "accepted" for item in items])
    setting = await read_setting(session, source.contract_id)
    feed = setting.feeds.of(source.id)
    known = await events_of(session, feed, sorted({ticket for ticket, _, _ in told}))
    ground = rules.Ground(source.id, setting.terms, feed.scopes, setting.zone_name)
    whole = _whole(arrival, items)
    return TrialOut(
        source_id=source.id,
        tried_at=at,
        body=text,
        sha256=arrival.digest.hex(),
        awaiting_secret=not found.secrets,
        headers=shown(headers),
        command=command(system, address_of(public_url, source.id), media_type),
        items=items,
        events=[rules.show_event(*one) for one in told],
        tickets=rules.try_tickets(ground, told, known, at_us),
        **whole,
    )


def _text(system: str, wanted: NewTrial, at_us: int) -> tuple[str, str]:
    if (wanted.sample is None) == (wanted.body is None):
        raise Invalid(FieldFault("body", "either a body or a sample is to be given"))
    if wanted.body is not None:
        return wanted.body, wanted.media_type or media_type_of(system)
    if wanted.sample not in codes(system):
        raise Invalid(FieldFault("sample", f"must be one of: {', '.join(codes(system))}"))
    return sample(system, wanted.sample, at_us), media_type_of(system)


def _without_persons(source: Source) -> Source:
    """The same source, of which no trial learns how persons are called here; with a secret in any case."""
    secrets = source.secrets[:1] or (source.connector.draw_secret(),)
    return dataclasses.replace(source, secrets=secrets, pseudonym=lambda _: "pseudonym")


async def _fates(database: Database, arrival: Arrival) -> list[TriedItem]:
    """What would become of each event, by the keys that are held now."""
    source = arrival.source
    keys = [item.parsed.key for item in arrival.items if item.parsed is not None]
    held: dict[bytes, bytes] = {}
    if keys:
        async with database.background_session() as session:
            held = await repository.holders(session, source.contract_id, source.id, keys, arrival.received_at)
    fates = []
    for item in arrival.items:
        parsed = item.parsed
        if parsed is None:
            fates.append(_item("malformed", reason=item.fault))
            continue
        digest = held.setdefault(parsed.key, b"")
        if not digest:
            held[parsed.key] = item.digest
        named = {"event_type": parsed.event_type, "ticket_id": parsed.ticket_id}
        fates.append(
            _item("duplicate", conflict=digest != item.digest, **named) if digest else _item("accepted", **named)
        )
    return fates


def _item(verdict: str, **more: Any) -> TriedItem:
    told = {"conflict": False, "reason": None, "event_type": None, "ticket_id": None, **more}
    return TriedItem.model_validate({"verdict": verdict, **told})


def _whole(arrival: Arrival, items: list[TriedItem]) -> dict[str, Any]:
    """The fate of the body as a whole, as a delivery has one."""
    if arrival.refusal is not None:
        return {"verdict": arrival.refusal, "conflict": False, "reason": arrival.reason}
    if not arrival.is_batch:
        return {"verdict": items[0].verdict, "conflict": items[0].conflict, "reason": items[0].reason}
    verdicts = {item.verdict for item in items} or {"accepted"}
    verdict = next((best for best in ("accepted", "duplicate") if best in verdicts), "malformed")
    return {"verdict": verdict, "conflict": any(item.conflict for item in items), "reason": None}
