"""Explanations: what a figure is made of, down to the events."""

import hashlib
from bisect import bisect_right
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from services.common.auth.access import Permission
from services.common.dependencies import SessionDep
from services.common.pagination import PageRequest, encode_cursor
from services.kpi.commitments.repository import read_statements
from services.kpi.explanations import service
from services.kpi.explanations.answers import encode, explanation
from services.kpi.explanations.rules import Filter, chosen
from services.kpi.explanations.schemas import ExplanationOut
from services.kpi.figures.dependencies import FigureAccess, InstantsDep, figure_may
from services.kpi.figures.endpoints import NOT_MODIFIED, conditional

router = APIRouter(prefix="/v1/figures/{figure_id}", tags=["figures"])


@router.get("/explanation", response_model=ExplanationOut, responses=NOT_MODIFIED)
async def read_explanation_endpoint(
    access: Annotated[FigureAccess, figure_may(Permission.FIGURE_READ)],
    request: Request,
    session: SessionDep,
    instants: InstantsDep,
    version: Annotated[int | None, Query(ge=1, le=2**31 - 1, description="A published version of the figure.")] = None,
    counted: Annotated[Filter | None, Query(description="Only tickets that count, or do not, or how.")] = None,
    limit: Annotated[int, Query(ge=1, le=1000)] = 50,
    cursor: Annotated[str | None, Query(max_length=2000)] = None,
) -> Response:
    """The formula, what judged it, the tickets in and out by reason, and the value made anew from the stored events.

    As it is now, as it was published (`version`), or at an instant (`as_of`, `known_at`).
    """
    position = PageRequest(limit, cursor).text_position(2)
    explained = await service.explain(session, access.key, version, instants.as_of, instants.known_at)
    entries = chosen(explained.population.entries, counted)
    start = 0
    if position is not None:
        start = bisect_right(entries, (position[0], position[1]), key=lambda entry: (entry.ticket_id, entry.source_id))
    shown = entries[start : start + limit]
    more = len(entries) > start + limit
    next_cursor = encode_cursor(shown[-1].ticket_id, shown[-1].source_id) if more else None
    events, attributed = await service.page_events(session, explained, access.key, shown)
    statements = await read_statements(session, access.key.contract_id)
    told = explanation(explained, access.key, statements, shown, next_cursor, events, attributed=attributed)
    body = encode(told)
    return conditional(request, body, f'"{hashlib.sha256(body).hexdigest()[:32]}"')
