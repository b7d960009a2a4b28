"""What the addresses of the tables take: which contracts, which periods, how many rows, in which format."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Annotated
from uuid import UUID

import msgspec
from fastapi import Depends, Query, Request
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.auth.dependencies import ContractGate
from services.common.errors import FieldFault, Invalid
from services.common.identifiers import parse_id
from services.common.instants import Day, now, to_text
from services.common.pagination import decode_cursor
from services.kpi.bi import service
from services.kpi.bi.service import Contract, FiguresWanted, TicketsWanted
from services.kpi.figures.dependencies import InstantsDep
from services.kpi.figures.rules.instants import NOW, Instants
from services.kpi.figures.rules.periods import Grain, InvalidPeriod, Period, parse_period
from services.kpi.indicator_codes import IndicatorCode
from services.kpi.query_instant import read_instant
from services.kpi.series.rules import period_at

DEFAULT_LIMIT = 1_000
MAXIMUM_LIMIT = 10_000
MOST_DAYS = {"day": 800, "month": 3_660, "quarter": 3_660}
DEFAULT_MONTHS = 13

_FIGURE, _TICKET = 4, 3
"""Texts that name the place of a row."""
_Pull = tuple[datetime, datetime]
"""As of, and as known at."""

ContractQuery = Annotated[str | None, Query(max_length=100, description="One contract; left out: all that you reach.")]


class Slice:
    """`limit` and `cursor`: a page of rows; of CSV, everything unless one of them is given."""

    def __init__(
        self,
        request: Request,
        limit: Annotated[
            int | None, Query(ge=1, le=MAXIMUM_LIMIT, description="Rows of a page; of CSV left out: all rows.")
        ] = None,
        cursor: Annotated[str | None, Query(max_length=2000)] = None,
    ) -> None:
        self.csv = request.url.path.endswith(".csv") or _prefers_csv(request.headers.get("accept", ""))
        self.limit = DEFAULT_LIMIT if limit is None else limit
        self.after = _texts(cursor) if cursor else None
        self.whole = self.csv and limit is None and cursor is None


class FiguresRange:
    """`from`, `to`, `grain` and `indicator` of figures, and the instants that a pull keeps, if any. Raises: Invalid."""

    def __init__(
        self,
        rows: Annotated[Slice, Depends()],
        instants: InstantsDep,
        first: Annotated[
            str | None,
            Query(alias="from", max_length=20, description="2026-05, 2026-Q2 or 2026-05-01; default: a year back."),
        ] = None,
        last: Annotated[
            str | None, Query(alias="to", max_length=20, description="The same; default: this month.")
        ] = None,
        grain: Annotated[Grain, Query()] = "month",
        indicator: Annotated[IndicatorCode | None, Query()] = None,
    ) -> None:
        end = _period("query.to", last).last if last else period_at(now().date(), "month").last
        begin = _period("query.from", first).first if first else _months_back(end, DEFAULT_MONTHS - 1)
        if end < begin:
            raise Invalid(FieldFault("query.to", "must not lie before from"))
        if (end - begin).days >= MOST_DAYS[grain]:
            raise Invalid(FieldFault("query.to", f"must lie less than {MOST_DAYS[grain]} days after from"))
        self._pull: _Pull | None = None
        if instants.are_now and (rows.after is None or len(rows.after) == _FIGURE):
            self.after = rows.after
        else:
            self._pull, self.after = _pull(rows, instants, _FIGURE)
        kept = NOW if self._pull is None else Instants(*self._pull)
        self.wanted = FiguresWanted(begin, end, grain, indicator, kept)
        self.past = instants.are_past(now())

    def position(self, place: tuple[str, ...]) -> tuple[str, ...]:
        """What the cursor of a row holds."""
        return place if self._pull is None else (*map(to_text, self._pull), *place)


class TicketsRange:
    """`created_from` and `created_to` of tickets, and the instants that a pull keeps. Raises: Invalid."""

    def __init__(
        self,
        rows: Annotated[Slice, Depends()],
        instants: InstantsDep,
        created_from: Annotated[Day | None, Query(description="First day of creation, in the contract's zone.")] = None,
        created_to: Annotated[Day | None, Query(description="Last day of creation.")] = None,
    ) -> None:
        if created_from is not None and created_to is not None and created_to < created_from:
            raise Invalid(FieldFault("query.created_to", "must not lie before created_from"))
        self._pull, self.after = _pull(rows, instants, _TICKET)
        self.wanted = TicketsWanted(*self._pull, created_from, created_to)
        self.past = instants.are_past(now())

    def position(self, place: tuple[str, ...]) -> tuple[str, ...]:
        """What the cursor of a row holds."""
        return *map(to_text, self._pull), *place


async def reached(session: AsyncSession, gate: ContractGate, contract_id: str | None) -> list[Contract]:
    """The contract that was asked for, or all that the caller reaches. Raises: NotFound, Forbidden."""
    if contract_id is None:
        if not gate.caller.holds_somewhere(gate.permission):
            raise gate.caller.refusal(gate.permission)
        found = await service.contracts_of(session, gate.caller, None)
        return [contract for contract in found if gate.caller.holds(gate.permission, contract.id)]
    only: UUID = (await gate.open(parse_id(contract_id))).contract_id
    return await service.contracts_of(session, gate.caller, only)


def told(contracts: Sequence[Contract], *, past: bool) -> list[Contract]:
    """The contracts as the rows tell them: of a past, in which nothing changes any more, without a change number."""
    return [msgspec.structs.replace(contract, change=0) if past else contract for contract in contracts]


def _pull(rows: Slice, instants: Instants, place: int) -> tuple[_Pull, list[str] | None]:
    """The instants of a pull, and the position after which to go on, of so many texts. Raises: Invalid.

    The first page takes those that were not asked for; the others are of the same ones.
    """
    if rows.after is None:
        at = now()
        return (instants.as_of or at, instants.known_at or at), None
    if len(rows.after) != place + 2:
        raise _not_ours()
    as_of, known_at, *after = rows.after
    return (_instant(as_of), _instant(known_at)), after


def _prefers_csv(accept: str) -> bool:
    kinds = [part.partition(";")[0].strip().lower() for part in accept.split(",")]
    return "text/csv" in kinds and "application/json" not in kinds


def _texts(cursor: str) -> list[str]:
    position = decode_cursor(cursor)
    try:
        return msgspec.convert(position, list[str])
    except msgspec.ValidationError:
        raise _not_ours() from None


def _instant(text: str) -> datetime:
    try:
        return read_instant(text)
    except ValueError:
        raise _not_ours() from None


def _period(field: str, text: str) -> Period:
    try:
        return parse_period(text)
    except InvalidPeriod as error:
        raise Invalid(FieldFault(field, str(error))) from None


def _months_back(day: date, months: int) -> date:
    number = day.year * 12 + day.month - 1 - months
    return date(number // 12, number % 12 + 1, 1)


def _not_ours() -> Invalid:
    return Invalid(FieldFault("cursor", "is not a cursor of this table"))
