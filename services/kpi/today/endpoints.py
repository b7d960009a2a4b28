"""Today's work of the provider's team: told to its team leads and managers alone."""

from bisect import bisect_right
from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Query, Response

from services.common.auth.access import Permission
from services.common.auth.caller import ContractAccess
from services.common.auth.dependencies import party_may
from services.common.dependencies import SessionDep
from services.common.errors import FieldFault, Forbidden, Invalid
from services.common.instants import from_microseconds, now, to_text
from services.common.pagination import PageRequest, encode_cursor
from services.kpi.today import service
from services.kpi.today.rules import Board, Due, HalfHour
from services.kpi.today.schemas import TodayOut

router = APIRouter(prefix="/v1/contracts/{contract_id}", tags=["today"])

Position = tuple[int, str, str, str]


@router.get("/today", response_model=TodayOut)
async def read_today_endpoint(
    access: Annotated[ContractAccess, party_may(Permission.TEAM_READ)],
    session: SessionDep,
    limit: Annotated[int, Query(ge=1, le=1000, description="Of the tickets that break next.")] = 50,
    cursor: Annotated[str | None, Query(max_length=2000)] = None,
) -> Response:
    """The local day so far by half-hour, what is open, what breaks next, and the promises of today.

    For the provider's side only: the donneur d'ordre neither schedules nor instructs the provider's agents, and reads
    figures. An answer may be some seconds old on large contracts; `as_of` says of when it is.
    """
    if access.side != "sous_traitant":
        raise Forbidden("The day of the team is the provider's.")
    after = _position(PageRequest(limit, cursor))
    today = await service.read_today(session, access.contract_id, now())
    body = {
        "as_of": to_text(today.as_of),
        "zone": today.zone,
        "day": today.day.day.isoformat(),
        "board": None if today.board is None else _board(today.board, after, limit),
        "goals": today.goals,
    }
    return Response(
        msgspec.json.encode(body), media_type="application/json", headers={"cache-control": "private, no-store"}
    )


def _position(page: PageRequest) -> Position | None:
    """Raises: Invalid."""
    parts = page.text_position(4)
    if parts is None:
        return None
    if not parts[0].isascii() or not parts[0].isdigit() or len(parts[0]) > 18:
        raise Invalid(FieldFault("cursor", "is not a cursor of this list"))
    return int(parts[0]), parts[1], parts[2], parts[3]


def _place(due: Due) -> Position:
    return due.at_us, due.ticket_id, due.source_id, due.promise


def _board(board: Board, after: Position | None, limit: int) -> dict[str, Any]:
    start = 0 if after is None else bisect_right(board.due, after, key=_place)
    shown = board.due[start : start + limit]
    last = shown[-1] if len(board.due) > start + limit else None
    return {
        "half_hours": [_half_hour(one) for one in board.half_hours],
        "open": board.open,
        "overdue": board.overdue,
        "due": {
            "items": [
                {
                    "at": to_text(from_microseconds(due.at_us)),
                    "source_id": due.source_id,
                    "ticket_id": due.ticket_id,
                    "promise": due.promise,
                    "priority": due.priority,
                }
                for due in shown
            ],
            "next_cursor": None if last is None else encode_cursor(str(last.at_us), *_place(last)[1:]),
        },
    }


def _half_hour(half_hour: HalfHour) -> dict[str, Any]:
    told: dict[str, Any] = msgspec.to_builtins(half_hour)
    del told["start_us"]
    return {"starts_at": to_text(from_microseconds(half_hour.start_us)), **told}
