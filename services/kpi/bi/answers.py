"""From rows to an answer: a page of JSON or CSV with the address of the next one, or a whole CSV as it is read."""

import time
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from fastapi import Request
from fastapi.responses import Response, StreamingResponse
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.auth.caller import Caller
from services.common.errors import Unavailable
from services.common.pagination import encode_cursor
from services.kpi.bi import service
from services.kpi.bi.requests import Slice
from services.kpi.bi.rules.columns import Cell, Column
from services.kpi.bi.rules.formats import csv_header, csv_row, json_page
from services.kpi.bi.service import Contract, Placed

PUBLIC_PATH = "/bi/v1"
"""Where the gateway shows these addresses."""
PAGE_SECONDS = 4.0
"""A page that takes longer ends where it is, well before anybody in between stops waiting."""
PIECE = 500
"""Rows of a whole CSV that are read in one transaction."""
CSV = "text/csv; charset=utf-8; header=present"


@dataclass(frozen=True)
class Table:
    """What is told: columns, contracts, rows after a position, and what a cursor holds of a position."""

    columns: Sequence[Column]
    contracts: Sequence[Contract]
    rows: Callable[[AsyncSession, Sequence[str] | None], AsyncIterator[Placed]]
    position: Callable[[tuple[str, ...]], tuple[str, ...]] = tuple

    @property
    def watermark(self) -> int:
        """Grows with every change of one of the contracts."""
        return sum(contract.change for contract in self.contracts)


async def page(
    request: Request, session: AsyncSession, rows: Slice, after: Sequence[str] | None, table: Table
) -> Response:
    """Rows up to the limit or for as long as a page may take, and where to go on."""
    began = time.monotonic()
    cells: list[list[Cell]] = []
    cursor: str | None = None
    last: tuple[str, ...] | None = None
    async for place, row in table.rows(session, after):
        if last is not None and (len(cells) == rows.limit or time.monotonic() - began > PAGE_SECONDS):
            cursor = encode_cursor(*table.position(last))
            break
        last = place
        if row is not None:
            cells.append(row)
    following = _next(request, cursor)
    headers = _headers(table) | ({} if following is None else {"link": f'<{following}>; rel="next"'})
    if rows.csv:
        content = csv_header(table.columns) + b"".join(csv_row(row) for row in cells)
        return Response(content, media_type=CSV, headers=headers)
    beside = {"next": following, "next_cursor": cursor, "count": len(cells), "watermark": table.watermark}
    return Response(json_page(table.columns, cells, beside), media_type="application/json", headers=headers)


async def whole(request: Request, caller: Caller, table: Table) -> Response:
    """A CSV of all rows, sent as they are read; what fails after the beginning breaks it off, so that it is not taken
    for whole."""
    pieces = _pieces(request, caller, table)
    # What fails at the beginning is still told as a failure. For the head alone nothing is read.
    first = [] if request.method == "HEAD" else [await anext(pieces)]

    async def content() -> AsyncIterator[bytes]:
        for piece in first:
            yield piece
            async for following in pieces:
                yield following

    return StreamingResponse(content(), media_type=CSV, headers=_headers(table))


async def _pieces(request: Request, caller: Caller, table: Table) -> AsyncIterator[bytes]:
    """The header and the first rows, then more, each in a transaction of its own: no reader holds one for long."""
    database = request.app.state.database
    known = {contract.id for contract in table.contracts}
    after: Sequence[str] | None = None
    content = csv_header(table.columns)
    while True:
        count = 0
        async with database.request_session(caller.organisation_id, platform=False) as session:
            # Rows of a contract that is no longer ours would only be missing.
            if known - {contract.id for contract in await service.contracts_of(session, caller, None)}:
                raise Unavailable("The contracts that you reach have changed.")
            async for place, row in table.rows(session, after):
                after = place
                count += 1
                if row is not None:
                    content += csv_row(row)
                if count == PIECE:
                    break
        yield content
        if count < PIECE:
            return
        content = b""


def public_url(request: Request, table: str) -> str:
    """The address of a table as its readers know it."""
    root: str = request.app.state.settings.public_url
    return f"{root.rstrip('/')}{PUBLIC_PATH}/{table}"


def _headers(table: Table) -> dict[str, str]:
    return {"vary": "Accept", "x-watermark": str(table.watermark)}


def _next(request: Request, cursor: str | None) -> str | None:
    if cursor is None:
        return None
    kept = [(name, value) for name, value in request.query_params.multi_items() if name != "cursor"]
    table = request.url.path.rpartition("/")[2]
    return f"{public_url(request, table)}?{urlencode([*kept, ('cursor', cursor)])}"
