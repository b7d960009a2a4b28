"""The JSON of an explanation, in the order of its schema."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import msgspec
from sqlalchemy import Row

from services.common.instants import from_microseconds, to_text
from services.kpi.calendars.instants import DAY_US, HOUR_US, SECOND_US
from services.kpi.contacts.rules import Contact
from services.kpi.explanations.rules import Counts, Entry, Session, count, handled_of, times_of
from services.kpi.explanations.service import Explained
from services.kpi.explanations.texts import formula_of
from services.kpi.figures.rules.figure import in_scale, time_heard
from services.kpi.figures.rules.identity import FigureKey
from services.kpi.figures.rules.indicators import INDICATORS
from services.kpi.figures.rules.periods import begin_us, end_us
from services.kpi.figures.rules.values import NOTHING
from services.kpi.terms.delays import OWNERS, Clocks, Sla, in_seconds
from services.kpi.terms.rules import ContactRules, TermsVersion

IN_WORKING_HOURS = frozenset({"frt_business", "sla_first_response", "sla_resolution"})
"""Indicators that count in the schedule of the promised delays."""

Events = Mapping[tuple[str, str], Sequence[Row[Any]]]


def explanation(
    explained: Explained,
    key: FigureKey,
    statements: Mapping[str, str],
    shown: Sequence[Entry],
    next_cursor: str | None,
    events: Events,
    *,
    attributed: bool,
) -> dict[str, Any]:
    """The whole answer; `statements`: the wording of objectives; `attributed`: lists tell who is whose."""
    indicator = INDICATORS[key.indicator]
    population = explained.population
    value, numerator, denominator = explained.recomputed
    terms = _in_force(explained, key)
    counts = count(population.entries, population.measures.get(key.indicator, NOTHING).numerator, indicator)
    return {
        "figure": explained.figure,
        "formula": formula_of(key.indicator, sessions=any(version.contacts.sessions for version in terms)),
        "commitment": _commitment(explained, key, statements),
        "terms": [_terms(version) for version in terms],
        "calendar": _calendar(explained, key),
        "counts": {
            "in": _counted(counts),
            "out": [{"reason": reason, "tickets": tickets} for reason, tickets in counts.out],
        },
        "heard": _heard(explained, key),
        "times": _times(times_of(population.entries)),
        "handled": _handled(population.entries, attributed=attributed),
        "recomputed": {
            "value": value,
            "numerator": numerator,
            "denominator": denominator,
            "tickets_read": len(population.entries),
            "equal": explained.equal,
        },
        "versions": [
            {"version": number, "published_at": to_text(at), "value": figure.value, "verdict": figure.verdict}
            for number, at, figure in explained.versions
        ],
        "tickets": {
            "items": [_ticket(entry, events.get((entry.source_id, entry.ticket_id), ())) for entry in shown],
            "next_cursor": next_cursor,
        },
    }


def encode(answer: Mapping[str, Any]) -> bytes:
    """Decimals as text."""
    return msgspec.json.encode(answer)


def _counted(counts: Counts) -> dict[str, int]:
    told = {"numerator": counts.numerator, "denominator": counts.denominator, "pending": counts.pending}
    return told if counts.tickets is None else {**told, "tickets": counts.tickets}


def _commitment(explained: Explained, key: FigureKey, statements: Mapping[str, str]) -> dict[str, Any] | None:
    judged = explained.figure.commitment
    if judged is None:
        return None
    version = next(item for item in explained.ground.commitments.versions if item.id == judged.id)
    unit, statement = INDICATORS[key.indicator].unit, statements.get(version.objective_id or "")
    return {
        "id": version.id,
        "clause": version.clause,
        "target": in_scale(version.target, unit),
        "tolerance": in_scale(version.tolerance, unit),
        "direction": version.direction,
        "class": version.class_,
        "weight": version.weight,
        "objective": None if statement is None else {"id": version.objective_id, "statement": statement},
        "valid_from": _text(version.valid_from_us),
        "recorded_at": _text(version.recorded_at_us),
    }


def _in_force(explained: Explained, key: FigureKey) -> Sequence[TermsVersion]:
    tz = explained.ground.zone
    return explained.ground.terms.in_force_during(begin_us(key.period, tz), end_us(key.period, tz))


def _terms(version: TermsVersion) -> dict[str, Any]:
    hours, rest = divmod(version.reopen_window_us, HOUR_US)
    return {
        "id": version.id,
        "valid_from": _text(version.valid_from_us),
        "recorded_at": _text(version.recorded_at_us),
        "reopen_window_hours": Decimal(hours) if rest == 0 else Decimal(version.reopen_window_us) / HOUR_US,
        "repeat_contacts": _repeat_contacts(version.contacts),
        "dimensions": {
            dimension.name: {"attribute": dimension.attribute, "values": dimension.values}
            for dimension in version.dimensions
        },
        "sla": None if version.sla is None else _sla(version.sla),
        "clocks": _clocks(version.clocks),
    }


def _repeat_contacts(rules: ContactRules) -> dict[str, Any]:
    told: dict[str, Any] = {
        "days": rules.window_us // DAY_US,
        "channels": None if rules.channels is None else sorted(rules.channels),
        "reason": rules.reason or "none",
        "across_sources": rules.across_sources,
    }
    # What is not declared is not told: answers of before it could be are the same bytes.
    if rules.sessions is not None:
        minutes = rules.sessions.silence_us // (60 * SECOND_US)
        told["sessions"] = {"channels": sorted(rules.sessions.channels), "silence_minutes": minutes}
    return told


def _sla(sla: Sla) -> dict[str, Any]:
    # Names of one promise are told together, as they were written together.
    own: list[tuple[Sla, list[str]]] = []
    for name, delays in sla.priorities.items():
        if own and own[-1][0] is delays:
            own[-1][1].append(name)
        else:
            own.append((delays, [name]))
    return {**_delays(sla), "priorities": [{"names": names, **_delays(delays)} for delays, names in own]}


def _delays(sla: Sla) -> dict[str, Any]:
    return {
        "schedule": sla.schedule,
        "first_response_target_seconds": sla.first_response_target_s,
        "resolution_target_seconds": sla.resolution_target_s,
        "resolution_schedule": sla.resolution_schedule,
    }


def _clocks(clocks: Clocks) -> dict[str, Any]:
    return {
        "pending": clocks.pending,
        "hold": clocks.hold,
        "hold_reasons": dict(sorted(clocks.hold_reasons.items())),
        "first_response_stops": sorted(clocks.first_response_stops),
        "resolution_stops": sorted(clocks.resolution_stops),
        "time_leaves_out": sorted(clocks.time_leaves_out),
    }


def _heard(explained: Explained, key: FigureKey) -> dict[str, Any]:
    ground = explained.ground
    heard_us, elapsed_us = time_heard(ground, key.period)
    at_us = min(end_us(key.period, ground.zone) - 1, ground.as_of_us or begin_us(key.period, ground.zone))
    parameters = ground.terms.parameters(at_us)
    return {
        "silent_s": (elapsed_us - heard_us) // SECOND_US,
        "elapsed_s": elapsed_us // SECOND_US,
        "minimum_time_heard": parameters.minimum_time_heard,
        "minimum_data_completeness": parameters.minimum_data_completeness,
    }


def _times(times_us: Sequence[int] | None) -> dict[str, int] | None:
    if times_us is None:
        return None
    seconds = in_seconds(times_us)
    return {**{f"{owner}_s": told for owner, told in zip(OWNERS, seconds, strict=True)}, "total_s": sum(seconds)}


def _handled(entries: Sequence[Entry], *, attributed: bool) -> dict[str, int] | None:
    """None where nothing tells the donneur d'ordre's own staff from the provider's agents."""
    told = handled_of(entries)
    return told if attributed or told["donneur_ordre"] or told["both"] else None


def _calendar(explained: Explained, key: FigureKey) -> dict[str, Any]:
    ground = explained.ground
    from_us, to_us = begin_us(key.period, ground.zone), end_us(key.period, ground.zone)
    version = ground.terms.in_force(to_us - 1)
    name = None
    if key.indicator in IN_WORKING_HOURS and version is not None and version.sla is not None:
        name = version.sla.counts_resolution_in if key.indicator == "sla_resolution" else version.sla.schedule
    holidays: list[str] = []
    if version is not None and name is not None:
        first, last = key.period.first.toordinal(), key.period.last.toordinal()
        found = version.schedules[name].holidays
        holidays = [date.fromordinal(day.ordinal).isoformat() for day in found if first <= day.ordinal <= last]
    return {
        "zone": ground.zone.key,
        "from": _text(from_us),
        "to": _text(to_us),
        "schedule": name,
        "working_seconds": None if name is None else ground.terms.elapsed(name, from_us, to_us) // SECOND_US,
        "holidays": holidays,
    }


def _ticket(entry: Entry, events: Sequence[Row[Any]]) -> dict[str, Any]:
    told: dict[str, Any] = {
        "source_id": entry.source_id,
        "ticket_id": entry.ticket_id,
        "counted": entry.counted,
        "reason": entry.reason,
        "in_numerator": entry.in_numerator,
        "value_s": entry.value_s,
        "answer": entry.answer,
        "pending": entry.pending,
        "reference_at": None if entry.reference_us is None else _text(entry.reference_us),
        "repeats": None if entry.verdict is None else _contact(entry.verdict.earlier),
        "repeated_by": None if entry.verdict is None else _contact(entry.verdict.later),
        "priority": entry.priority,
        "times": _times(entry.times_us),
        "handled_by": entry.handled_by,
        "events": told_events(_news(events)),
    }
    if entry.sessions:
        told["sessions"] = [_session(one) for one in entry.sessions]
    return told


def _session(session: Session) -> dict[str, Any]:
    return {
        "began_at": _text(session.began_us),
        "counted": "in" if session.reason is None else "out",
        "reason": session.reason,
        "in_numerator": session.in_numerator,
        "pending": session.pending,
        "repeats": None if session.verdict is None else _contact(session.verdict.earlier),
        "repeated_by": None if session.verdict is None else _contact(session.verdict.later),
    }


def told_events(events: Sequence[Row[Any]]) -> list[dict[str, Any]]:
    """Stored events as they are told."""
    return [
        {
            "kind": event.kind,
            "effective_at": to_text(event.effective_at),
            "received_at": to_text(event.received_at),
            "recorded_at": to_text(event.recorded_at),
            "delivery_id": str(event.delivery_id),
            "origin": event.origin,
        }
        for event in events
    ]


def _contact(contact: Contact | None) -> dict[str, Any] | None:
    if contact is None:
        return None
    return {
        "source_id": contact.source_id,
        "ticket_id": contact.ticket_id,
        "created_at": _text(contact.created_us),
    }


def _news(events: Sequence[Row[Any]]) -> list[Row[Any]]:
    """The events of a ticket, in order, without returns of what had not left: some tools say so with every update."""
    told: list[Row[Any]] = []
    left = False
    for event in events:
        if event.kind == "restored" and not left:
            continue
        left = event.kind == "excluded" or (left and event.kind != "restored")
        told.append(event)
    return told


def _text(instant_us: int) -> str:
    return to_text(from_microseconds(instant_us))
