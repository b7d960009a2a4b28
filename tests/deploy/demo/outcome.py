"""What the product's own rules make of the demonstration, and what its commitments then say; no server."""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from deploy.local.demo.agreements import AGREEMENTS, AMENDED_AGE, Promise
from deploy.local.demo.bodies import BOT_AUTHOR
from deploy.local.demo.companies import BUREAU, PAIRS, Pair, Tool, parameters
from deploy.local.demo.composing import Tale, tales
from deploy.local.demo.span import ZONE, Span, midnight_us, month_before
from services.common.instants import from_microseconds, to_microseconds, to_text
from services.common.statistics import Interval, nps_interval, wilson
from services.common.zones import zone
from services.kpi.calendars.instants import DAY_US
from services.kpi.calendars.rules import local_date
from services.kpi.ingestion.connectors.base import Connector, Malformed, ParsedItem
from services.kpi.ingestion.connectors.generic import Generic
from services.kpi.ingestion.connectors.zendesk import Zendesk
from services.kpi.terms.rules import Terms, parse_terms
from services.kpi.tickets.rules.events import TimedEvent
from services.kpi.tickets.rules.facts import TicketFacts, ticket_facts

SECRETS = {"zendesk": "a secret of the tests only", "generic": "whsec_QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFB"}
CONNECTORS: dict[str, Connector] = {"zendesk": Zendesk(), "generic": Generic()}
BOTS = frozenset({BOT_AUTHOR})
_EARLIER_US = 10 * DAY_US
"""A promise to a ticket falls due within so many days of its creation."""


@dataclass(frozen=True)
class Judged:
    """A commitment on the last complete month."""

    indicator: str
    binding: bool
    value: Decimal
    verdict: str
    certainty: str
    n: int


def judged(pair: Pair, span: Span) -> list[Judged]:
    """Every commitment of the pair on the last complete month."""
    month = span.last_complete
    told = tales(pair, span)
    terms = terms_of(span)
    facts = [facts for tale in told for facts in facts_of(tale, terms, span, month)]
    found = []
    for promise in ruling(pair, span):
        if promise.indicator == "backlog":
            stock = sum(in_stock(tale, midnight_us(month_before(month, -1))) for tale in told)
            found.append(_judge(promise, Decimal(stock), stock, None))
        else:
            found.append(_judge(promise, *_value(promise, facts, month)))
    return found


def ruling(pair: Pair, span: Span) -> list[Promise]:
    """The commitments that hold at the end of the last complete month."""
    agreement = AGREEMENTS[pair.prefix]
    held = {promise.indicator: promise for promise in agreement.promises}
    if span.age(span.last_complete) <= AMENDED_AGE:
        held |= {promise.indicator: promise for promise in agreement.amended}
    return list(held.values())


def terms_of(span: Span) -> Terms:
    """The terms as kpi reads them; what the pairs declare differently moves no fact here."""
    valid_from = to_text(from_microseconds(midnight_us(span.first)))
    told = parameters(span.first, span.today, PAIRS[0])
    return Terms([parse_terms({"valid_from": valid_from, **told}, "terms", 0)])


def facts_of(tale: Tale, terms: Terms, span: Span, month: date) -> Iterator[TicketFacts]:
    """Facts, at the start, of the tickets that something of that month counts for."""
    start_us, end_us = midnight_us(month), midnight_us(month_before(month, -1))
    wanted = [
        story
        for story in tale.stories
        if start_us - _EARLIER_US <= story.happenings[0].at_us < end_us
        or any(start_us <= happening.at_us < end_us for happening in story.happenings)
    ]
    part = Tale(tale.tool, wanted, tale.now_us)
    events: dict[str, list[TimedEvent]] = defaultdict(list)
    seen: set[bytes] = set()
    for delivery in part.written(SECRETS[tale.tool.system], 0, len(part.arrivals)):
        received_us = to_microseconds(datetime.fromisoformat(delivery.received_at))
        item = parsed(tale.tool, delivery.headers, delivery.body.encode(), received_us)
        # Spoilt ones are parsed here without a look at their signature: they repeat what was told.
        if item is None or item.key in seen or item.ticket_id is None:
            continue
        seen.add(item.key)
        for position, (source_us, place, event) in enumerate(item.events):
            events[item.ticket_id].append(
                TimedEvent(source_us, place, received_us, received_us, str(delivery.n), position, event)
            )
    for own in events.values():
        facts = ticket_facts(own, terms, span.now_us)
        if facts is not None:
            yield facts


def parsed(tool: Tool, headers: dict[str, str], body: bytes, received_us: int) -> ParsedItem | None:
    """What the connector reads in a delivery; None when it is malformed."""
    try:
        item = CONNECTORS[tool.system].parse(headers, body, received_us, BOTS, str).items[0]
    except Malformed:
        return None
    assert isinstance(item, ParsedItem)
    return item


def in_stock(tale: Tale, at_us: int) -> int:
    """Tickets that were open at an instant."""
    count = 0
    for story in tale.stories:
        past = [happening for happening in story.happenings if happening.at_us < at_us]
        excluded = any(happening.kind in ("merged", "spam", "deleted") for happening in past)
        status = next((happening.status for happening in reversed(past) if happening.status), None)
        count += status not in (None, "solved", "closed") and not excluded
    return count


def _value(promise: Promise, facts: Sequence[TicketFacts], month: date) -> tuple[Decimal, int, Interval | None]:
    """The published value, what it was counted over, and its interval where the figure is a sample."""
    tz = zone(ZONE)

    def falls(at_us: int | None) -> bool:
        return at_us is not None and local_date(at_us, tz).replace(day=1) == month

    match promise.indicator:
        case "frt_business":
            seconds = sorted(
                answered
                for item in facts
                if falls(item.created_us)
                and (answered := (item.first_response_business_s or {}).get(BUREAU)) is not None
            )
            return Decimal(seconds[math.ceil(len(seconds) / 2) - 1]), len(seconds), None
        case "nps":
            answers = [item.nps_score for item in facts if falls(item.recommended_us) and item.nps_score is not None]
            sides = Counter("promoter" if score >= 9 else "detractor" if score <= 6 else "" for score in answers)
            promoters, detractors, n = sides["promoter"], sides["detractor"], len(answers)
            points = round(Decimal(100 * (promoters - detractors)) / n, 2)
            return points, n, nps_interval(promoters, detractors, n)
        case indicator:
            counted = [outcome for item in facts if (outcome := _outcome(indicator, item, falls)) is not None]
            share = round(Decimal(sum(counted)) / len(counted), 4)
            return share, len(counted), wilson(sum(counted), len(counted)) if indicator == "csat" else None


def _outcome(indicator: str, item: TicketFacts, falls: Callable[[int | None], bool]) -> bool | None:
    """Whether a ticket is in the numerator; None when it does not count in the month."""
    if item.orphan or item.excluded is not None:
        return None
    if indicator == "csat":
        return item.csat_satisfied if falls(item.rated_us) else None
    if indicator == "sla_first_response":
        breached = item.sla_first_response_breached
        return None if breached is None or not falls(item.first_response_due_us) else not breached
    if indicator == "sla_resolution":
        breached = item.sla_resolution_breached
        judged_us = item.contractual_solve_us or (item.resolution_due_us if breached else None)
        return None if breached is None or not falls(judged_us) else not breached
    outcomes = {"fcr_ticket": item.fcr, "one_touch": item.one_touch, "reopen_rate": item.reopened_within_window}
    return outcomes[indicator] if falls(item.first_solve_us) else None


def _judge(promise: Promise, value: Decimal, n: int, interval: Interval | None) -> Judged:
    target, tolerance = Decimal(promise.target), Decimal(promise.tolerance)
    sign = -1 if promise.indicator in ("frt_business", "reopen_rate", "backlog") else 1
    margin = sign * (value - target)
    verdict = "met" if margin >= 0 else "met_within_tolerance" if margin >= -tolerance else "missed"
    certainty = "exact"
    if interval is not None:
        certainty = "not_distinguishable" if interval.low <= target <= interval.high else "established"
    return Judged(promise.indicator, promise.binding, value, verdict, certainty, n)
