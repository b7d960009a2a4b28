"""Proposing a baseline, agreeing to it, taking it back."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.auth.caller import ContractAccess
from services.common.errors import Conflict, FieldFault, Forbidden, Invalid, NotFound
from services.common.identifiers import new_id
from services.common.instants import now
from services.common.news import across, tell_people
from services.kpi.authors import author_of
from services.kpi.baselines import repository
from services.kpi.baselines.reading import read_sides
from services.kpi.baselines.rules.sides import Counts, Days, Side, exact_value, told
from services.kpi.baselines.schemas import BaselineOut, CountsOut, NewBaseline
from services.kpi.figures.rules.indicators import INDICATORS, Indicator, Kind
from services.kpi.figures.rules.instants import Instants
from services.kpi.folding.clock import touch


async def propose(session: AsyncSession, access: ContractAccess, wanted: NewBaseline) -> BaselineOut:
    """Put a baseline before the other party. Raises: Invalid, Conflict when one of the same waits already."""
    if (fault := wanted.fault()) is not None:
        raise Invalid(fault)
    before = await repository.agreed(session, access.contract_id, wanted.indicator, wanted.variant)
    if before is not None and wanted.reason is None:
        raise Invalid(FieldFault("reason", "must say why the baseline that is agreed is replaced"))
    side, known_at = _declared(wanted), None
    if wanted.origin == "measured":
        known_at = now()
        side = await _measured(session, access.contract_id, wanted, Instants(known_at, known_at))
    row = await repository.propose(
        session,
        {
            **author_of(access),
            "id": new_id(),
            "indicator": wanted.indicator,
            "variant": wanted.variant or "",
            "first": wanted.first,
            "last": wanted.last,
            "origin": wanted.origin,
            "counts": msgspec.json.encode(side.counts).decode(),
            "strata": msgspec.json.encode(side.strata).decode(),
            "source": wanted.source,
            "known_at": known_at,
            "reason": wanted.reason,
            "supersedes": before,
        },
    )
    if row is None:
        raise Conflict("A baseline of this indicator waits already: it is agreed to or taken back first.")
    sides = across(access.side)
    await tell_people(
        session, access.contract_id, "baseline_proposed", row.id, sides=sides, subject_id=row.id, doer=access
    )
    await touch(session, access.contract_id)
    return show(row)


async def agree(session: AsyncSession, access: ContractAccess, baseline_id: UUID) -> BaselineOut:
    """Freeze what the other party proposed. Raises: NotFound, Forbidden, Conflict when it does not wait."""
    row = await read(session, access.contract_id, baseline_id)
    if row.proposed_by["side"] == access.side:
        raise Forbidden("The other party agrees to what was proposed.")
    frozen = await repository.agree(session, row, author_of(access))
    if frozen is None:
        raise Conflict("This baseline does not wait for an agreement.")
    await _tell_answer(session, access, baseline_id, "agreed")
    await touch(session, access.contract_id)
    return show(frozen)


async def withdraw(session: AsyncSession, access: ContractAccess, baseline_id: UUID) -> None:
    """Take a proposal back, or refuse that of the other party; again is no failure. Raises: NotFound, Conflict."""
    row = await read(session, access.contract_id, baseline_id)
    if row.state == "withdrawn":
        return
    if not await repository.withdraw(session, baseline_id, author_of(access)):
        raise Conflict("What both parties agreed to is replaced by a new one, never taken back.")
    await _tell_answer(session, access, baseline_id, "withdrawn")
    await touch(session, access.contract_id)


async def _tell_answer(session: AsyncSession, access: ContractAccess, baseline_id: UUID, outcome: str) -> None:
    data = {"part": "baseline", "outcome": outcome}
    await tell_people(
        session,
        access.contract_id,
        "proposal_answered",
        baseline_id,
        sides=across(access.side),
        subject_id=baseline_id,
        doer=access,
        data=data,
    )


async def read(session: AsyncSession, contract_id: UUID, baseline_id: UUID) -> Row[Any]:
    """One baseline. Raises: NotFound."""
    row = await repository.find(session, contract_id, baseline_id)
    if row is None:
        raise NotFound
    return row


def side_of(row: Row[Any]) -> Side:
    """What a baseline says, as the rules compare it."""
    return Side(Days(row.first, row.last), _counts(row.counts), _kept_strata(row.strata))


def show(row: Row[Any]) -> BaselineOut:
    """A baseline as both parties read it."""
    indicator = INDICATORS[row.indicator]
    counts = _counts(row.counts)
    value = exact_value(indicator, counts)
    strata = {
        name: {told_value: counts_out(indicator, own) for told_value, own in values.items()}
        for name, values in _kept_strata(row.strata).items()
    }
    return BaselineOut.model_validate(
        {
            **row._mapping,
            "counts": counts_out(indicator, counts),
            "value": None if value is None else told(value, indicator.unit),
            "strata": strata,
        }
    )


def counts_out(indicator: Indicator, counts: Counts) -> CountsOut:
    """Counts by the names that an indicator has for them."""
    score = indicator.kind is Kind.SCORE
    return CountsOut(
        denominator=counts.n,
        numerator=counts.good if indicator.kind is Kind.SHARE else None,
        promoters=counts.good if score else None,
        detractors=counts.against if score else None,
        seconds=counts.value if indicator.kind is Kind.DURATION else None,
        asked=counts.asked,
    )


def _declared(wanted: NewBaseline) -> Side:
    strata: dict[str, dict[str, Counts]] = {
        name: {value: own.counts() for value, own in values.items()} for name, values in (wanted.strata or {}).items()
    }
    return Side(Days(wanted.first, wanted.last), wanted.whole(), strata)


async def _measured(session: AsyncSession, contract_id: UUID, wanted: NewBaseline, at: Instants) -> Side:
    """Our own counts at an instant, from the events: whoever asks again with the same instants gets the same."""
    days = Days(wanted.first, wanted.last)
    indicator = INDICATORS[wanted.indicator]
    ground, (counted,) = await read_sides(session, contract_id, (indicator, wanted.variant), [days], at)
    if at.as_of is not None and at.as_of.astimezone(ground.zone).date() <= wanted.last:
        raise Invalid(FieldFault("to", "must be over: what is not over cannot be frozen"))
    if counted.side.counts.n == 0:
        raise Invalid(FieldFault("from", "nothing was counted in these days"))
    return counted.side


def _counts(stored: Mapping[str, Any]) -> Counts:
    return msgspec.convert(stored, Counts)


def _kept_strata(stored: Mapping[str, Any]) -> dict[str, dict[str, Counts]]:
    return msgspec.convert(stored, dict[str, dict[str, Counts]])
