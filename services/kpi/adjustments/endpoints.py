"""Adjustments: what changed in figures that had been published, for both parties alike."""

import re
from bisect import bisect_right
from typing import Annotated

from fastapi import APIRouter, Path, Query

from services.common.auth.access import Permission
from services.common.auth.caller import ContractAccess
from services.common.auth.dependencies import party_may
from services.common.dependencies import SessionDep
from services.common.errors import NotFound
from services.common.pagination import Page, PageDep, PageRequest, cut_page, encode_cursor
from services.kpi.adjustments import service
from services.kpi.adjustments.answers import adjustment_out, line_out
from services.kpi.adjustments.schemas import AdjustmentLineOut, AdjustmentOut
from services.kpi.adjustments.service import Line
from services.kpi.figures.dependencies import FigureAccess, figure_may, read_period

PERIOD = "`2026-10`, `2026-Q4` or `2026-10-21`, in the contract's zone."
_NUMBER = re.compile(r"[1-9]\d{0,8}", re.ASCII)

router = APIRouter(prefix="/v1", tags=["figures"])


@router.get("/contracts/{contract_id}/adjustments")
async def list_adjustments_endpoint(
    access: Annotated[ContractAccess, party_may(Permission.FIGURE_READ)],
    session: SessionDep,
    page: PageDep,
    period: Annotated[str, Query(description=PERIOD, max_length=10)],
) -> Page[AdjustmentLineOut]:
    """Published figures of a period that was over, and that a later version tells otherwise; the latest first."""
    lines = await service.list_lines(session, access.contract_id, read_period(period))
    position = page.text_position(2)
    if position is not None:
        # By name and number, not by place: a line that comes meanwhile stands before all of them.
        seen = next((n for n, line in enumerate(lines, 1) if _name(line) == tuple(position)), len(lines))
        lines = lines[seen:]
    shown, more = cut_page(lines, page.limit)
    return Page(
        items=[line_out(line) for line in shown], next_cursor=encode_cursor(*_name(shown[-1])) if more else None
    )


def _name(line: Line) -> tuple[str, str]:
    return line.after.figure_id, str(line.after.version)


# What is not told of a ticket is left out of its answer: nothing else here has a default.
@router.get("/figures/{figure_id}/adjustments/{version}", response_model_exclude_unset=True)
async def read_adjustment_endpoint(
    access: Annotated[FigureAccess, figure_may(Permission.FIGURE_READ)],
    session: SessionDep,
    version: Annotated[str, Path(description="The number of the later of the two versions.")],
    limit: Annotated[int, Query(ge=1, le=1000)] = 50,
    cursor: Annotated[str | None, Query(max_length=2000)] = None,
) -> AdjustmentOut:
    """What lies between a version and the one before it: the tickets that count otherwise, why, and by which events."""
    position = PageRequest(limit, cursor).text_position(2)
    if not _NUMBER.fullmatch(version):
        raise NotFound
    found = await service.read(session, access.key, int(version))
    start = 0
    if position is not None:
        start = bisect_right(found.moves, (position[0], position[1]), key=lambda move: (move.ticket_id, move.source_id))
    shown = found.moves[start : start + limit]
    more = len(found.moves) > start + limit
    return adjustment_out(found, shown, encode_cursor(shown[-1].ticket_id, shown[-1].source_id) if more else None)
