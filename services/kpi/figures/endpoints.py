"""Figures: one value per indicator and period, the same bytes for both parties."""

from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Query, Request, Response

from services.common.auth.access import Permission
from services.common.auth.caller import ContractAccess
from services.common.auth.dependencies import party_may
from services.common.dependencies import SessionDep
from services.common.instants import to_text
from services.common.pagination import Page, PageRequest
from services.kpi.dimensions import service as dimensions
from services.kpi.dimensions.rules import Name
from services.kpi.figures import service
from services.kpi.figures.dependencies import InstantsDep, read_period
from services.kpi.figures.schemas import FigureOut, WatermarkOut
from services.kpi.folding.clock import read_clock

router = APIRouter(prefix="/v1/contracts/{contract_id}", tags=["figures"])

NOT_MODIFIED: dict[int | str, dict[str, Any]] = {304: {"description": "Not changed since the `If-None-Match` given"}}


@router.get("/figures", response_model=Page[FigureOut], responses=NOT_MODIFIED)
async def list_figures_endpoint(
    access: Annotated[ContractAccess, party_may(Permission.FIGURE_READ)],
    request: Request,
    session: SessionDep,
    instants: InstantsDep,
    period: Annotated[
        str,
        Query(
            description="A month, a quarter or a day of the contract's zone.",
            examples=["2026-10", "2026-Q4", "2026-10-05"],
        ),
    ],
    dimension: Annotated[
        Name | None, Query(description="One that the terms declare: one figure of each for every value of it.")
    ] = None,
    limit: Annotated[int, Query(ge=1, le=1000, description="With a dimension: figures of a page.")] = 1000,
    cursor: Annotated[str | None, Query(max_length=2000, description="With a dimension: from there on.")] = None,
) -> Response:
    """Every indicator and variant over a period, also without data, by indicator then figure id.

    With a `dimension`, the figures of each of its values: those of which something counted in the period, and those
    that the terms declare. An empty value stands for tickets of which it was not told, `*` for those told
    otherwise than declared. The values make up the whole, but for `tag`. No commitment judges them, and they have no
    versions.

    A pair (`as_of`, `known_at`) in the past always answers the same bytes.
    """
    wanted = read_period(period)
    if dimension is not None:
        page = limit, PageRequest(limit, cursor).text_position(2)
        answer = await dimensions.list_figures(session, access.contract_id, wanted, dimension, instants, page)
    elif instants.are_now:
        answer = await service.list_figures(session, access.contract_id, wanted)
    else:
        answer = await service.list_figures_at(session, access.contract_id, wanted, instants)
    return conditional(request, answer.body, answer.etag)


@router.get("/watermark", response_model=WatermarkOut, responses=NOT_MODIFIED)
async def read_watermark_endpoint(
    access: Annotated[ContractAccess, party_may(Permission.FIGURE_READ)], request: Request, session: SessionDep
) -> Response:
    """A number that grows when anything that a page of the contract shows has changed; meant to be asked often."""
    clock = await read_clock(session, access.contract_id)
    change = 0 if clock is None else clock.change
    data_as_of = None if clock is None or clock.data_as_of is None else to_text(clock.data_as_of)
    body = msgspec.json.encode({"watermark": str(change), "data_as_of": data_as_of})
    return conditional(request, body, f'"{change}"')


def conditional(request: Request, body: bytes, etag: str) -> Response:
    """The body, or 304 when the caller holds it already."""
    headers = {"etag": etag, "cache-control": "private, no-cache"}
    held = request.headers.get("if-none-match", "")
    # Caches may mark what they hold as weak; the bytes are the same.
    if etag in {tag.strip().removeprefix("W/") for tag in held.split(",")}:
        return Response(status_code=304, headers=headers)
    return Response(body, media_type="application/json", headers=headers)
