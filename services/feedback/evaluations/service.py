"""Agreeing on criteria, giving evaluations, and reading them once they are unsealed."""

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.auth.caller import ContractAccess
from services.common.errors import Conflict, FieldFault, Forbidden, Invalid, NotFound
from services.common.identifiers import new_id
from services.common.instants import now
from services.common.news import across, tell_people
from services.common.zones import zone
from services.feedback import authors
from services.feedback.authors import Author, Side
from services.feedback.directory import repository as contracts
from services.feedback.evaluations import repository, rules
from services.feedback.evaluations.errors import CriteriaNotAgreed, EvaluationClosed
from services.feedback.evaluations.schemas import (
    CriterionBody,
    GridAnswer,
    GridsView,
    GridView,
    NewEvaluation,
    NewGrid,
    QuartersView,
    QuarterView,
    Submission,
)


async def grids(session: AsyncSession, contract_id: UUID) -> GridsView:
    """Criteria agreed and proposed."""
    agreed, proposed = await repository.agreed(session, contract_id), await repository.proposed(session, contract_id)
    return GridsView(
        agreed=None if agreed is None else _grid(agreed),
        proposed=None if proposed is None else _grid(proposed),
        default=[CriterionBody(**vars(one)) for one in rules.DEFAULT],
    )


async def propose(session: AsyncSession, access: ContractAccess, body: NewGrid) -> GridsView:
    """Propose criteria, in place of what was proposed before."""
    await repository.lock(session, access.contract_id)
    grid_id = new_id()
    values = {"contract_id": access.contract_id, "id": grid_id, "comment": body.comment, "answers": None}
    values |= {"outcome": "proposed", **authors.columns_of(access)}
    await repository.add_grid(session, values, [one.model_dump() for one in body.criteria])
    sides = across(access.side)
    await tell_people(
        session, access.contract_id, "evaluation_proposed", grid_id, sides=sides, subject_id=grid_id, doer=access
    )
    return await grids(session, access.contract_id)


async def answer(session: AsyncSession, access: ContractAccess, grid_id: UUID, body: GridAnswer) -> GridsView:
    """Agree to criteria that the other side proposes, or not. Raises: NotFound, Conflict, Forbidden."""
    await repository.lock(session, access.contract_id)
    if await repository.grid(session, access.contract_id, grid_id) is None:
        raise NotFound
    waiting = await repository.proposed(session, access.contract_id)
    if waiting is None or waiting.id != grid_id:
        raise Conflict("These criteria wait for no answer any more.")
    if waiting.written_side == access.side:
        raise Forbidden("The other party agrees to what yours proposes.")
    values = {"contract_id": access.contract_id, "id": new_id(), "comment": body.comment, "answers": grid_id}
    values |= {"outcome": "agreed" if body.agreed else "refused", **authors.columns_of(access)}
    await repository.add_grid(session, values, ())
    data = {"part": "criteria", "outcome": "agreed" if body.agreed else "refused"}
    await tell_people(
        session,
        access.contract_id,
        "proposal_answered",
        grid_id,
        sides=across(access.side),
        subject_id=grid_id,
        doer=access,
        data=data,
    )
    return await grids(session, access.contract_id)


async def give(session: AsyncSession, access: ContractAccess, quarter: str, body: NewEvaluation) -> QuarterView:
    """Give one's evaluation of the other party, or correct it while the other has not given its own.

    Raises: NotFound, Invalid, CriteriaNotAgreed, EvaluationClosed, Unavailable.
    """
    here, at = zone(await contracts.zone_name(session, access.contract_id)), now()
    window = _window(quarter, here)
    await repository.lock(session, access.contract_id)
    rows = await repository.given(session, access.contract_id, quarter)
    # The criteria of the first evaluation of a quarter are those of the second.
    grid = await _grid_of(session, access.contract_id, rows)
    if grid is None:
        raise CriteriaNotAgreed("Propose criteria, or agree to those of the other party.")
    if not rules.may_give(window, {row.side for row in rows}, at):
        raise EvaluationClosed("Evaluations are given from a quarter's last month on, until the next quarter ends.")
    _check_scores(body, [one["code"] for one in grid.criteria])
    side = _side(access)
    version = 1 + max((row.version for row in rows if row.side == side), default=0)
    place = {"contract_id": access.contract_id, "quarter": quarter, "version": version}
    await repository.give(
        session,
        {**place, "grid_id": grid.id, **authors.columns_of(access)},
        {
            **place,
            "side": side,
            "scores": [one.model_dump() for one in body.scores],
            "comment": body.comment,
            "closes_at": window.closes_at,
        },
    )
    if version == 1:
        key = f"{access.contract_id}:{quarter}:{side}"
        await tell_people(
            session, access.contract_id, "evaluation_given", key, sides=across(side), subject_id=quarter, doer=access
        )
    rows = await repository.given(session, access.contract_id, quarter)
    return _quarter(side, quarter, rows, grid.criteria, here, at)


def _check_scores(body: NewEvaluation, wanted: list[str]) -> None:
    scored = [one.code for one in body.scores]
    without, beside = rules.missing(scored, wanted)
    if without or beside or len(set(scored)) != len(scored):
        raise Invalid(FieldFault("scores", f"must score each of these once: {', '.join(wanted)}"))


async def read(session: AsyncSession, access: ContractAccess) -> QuartersView:
    """Quarters that are open or were evaluated, the latest first. Raises: Unavailable."""
    here, at = zone(await contracts.zone_name(session, access.contract_id)), now()
    rows = await repository.given(session, access.contract_id)
    agreed = await repository.agreed(session, access.contract_id)
    by_quarter = {quarter: list(found) for quarter, found in groupby(rows, lambda row: row.quarter)}
    if agreed is not None:
        for quarter in _open_quarters(here, at):
            by_quarter.setdefault(quarter, [])
    items = []
    for quarter in sorted(by_quarter, reverse=True):
        found = by_quarter[quarter]
        grid = await _grid_of(session, access.contract_id, found)
        items.append(_quarter(_side(access), quarter, found, grid.criteria if grid else [], here, at))
    return QuartersView(items=items)


def _open_quarters(here: ZoneInfo, at: datetime) -> list[str]:
    year = at.astimezone(here).year
    quarters = [f"{one}-Q{number}" for one in (year - 1, year) for number in range(1, 5)]
    return [quarter for quarter in quarters if rules.window_of(quarter, here).is_open(at)]


async def _grid_of(session: AsyncSession, contract_id: UUID, rows: Iterable[Row[Any]]) -> Row[Any] | None:
    first = next(iter(rows), None)
    if first is None:
        return await repository.agreed(session, contract_id)
    return await repository.grid(session, contract_id, first.grid_id)


def _window(quarter: str, here: ZoneInfo) -> rules.Window:
    try:
        return rules.window_of(quarter, here)
    except ValueError:
        raise NotFound from None


def _quarter(
    reader: Side, quarter: str, rows: Iterable[Row[Any]], criteria: Any, here: ZoneInfo, at: datetime
) -> QuarterView:
    window = rules.window_of(quarter, here)
    by_side = {row.side: row for row in rows}
    told = {}
    for side, row in by_side.items():
        # The database withholds them too; a window that is over by its clock and not by ours shows a moment later.
        sealed = rules.is_sealed(reader, side, window, set(by_side), at) or row.scores is None
        told[side] = Submission(
            version=row.version,
            author=Author(side=side, name=row.written_name),
            written_at=row.written_at,
            sealed=sealed,
            scores=[] if sealed else row.scores,
            comment=None if sealed else row.comment,
        )
    return QuarterView(
        quarter=quarter,
        state=rules.state_of(window, set(by_side), at),
        opens_at=window.opens_at,
        closes_at=window.closes_at,
        criteria=criteria,
        **told,
    )


def _grid(row: Row[Any]) -> GridView:
    return GridView.model_validate({**row._mapping, "author": Author(side=row.written_side, name=row.written_name)})


def _side(access: ContractAccess) -> Side:
    return "sous_traitant" if access.side == "sous_traitant" else "donneur_ordre"
