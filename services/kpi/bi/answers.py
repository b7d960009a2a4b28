"""From rows to an answer: a page of JSON or CSV with the address of the next one, or a whole CSV."""

from collections.abc import AsyncIterator, Callable, Sequence
from urllib.parse import urlencode

from fastapi import Request
from fastapi.responses import Response

from services.common.errors import FieldFault, Invalid
from services.common.pagination import encode_cursor
from services.kpi.bi.requests import MAXIMUM_LIMIT, Slice
from services.kpi.bi.rules.columns import Cell, Column
from services.kpi.bi.rules.formats import CsvTable, json_page
from services.kpi.bi.service import Contract, Placed

PUBLIC_PATH = "/bi/v1"
"""Where the gateway shows these addresses."""
MOST_ROWS = 200_000
"""Of a CSV without a limit: some 100 MB in memory while it is written."""

Position = Callable[[tuple[str, ...]], tuple[str, ...]]


async def answer(
    request: Request,
    rows: Slice,
    columns: Sequence[Column],
    placed: AsyncIterator[Placed],
    contracts: Sequence[Contract],
    position: Position = tuple,
) -> Response:
    """The rows up to the limit, and where to go on. Raises: Invalid when a whole table is too long."""
    watermark = sum(contract.change for contract in contracts)
    table = CsvTable(columns) if rows.csv else None
    cells: list[list[Cell]] = []
    count = 0
    cursor: str | None = None
    last: tuple[str, ...] = ()
    async for place, row in placed:
        if count == (rows.limit or MOST_ROWS):
            if rows.limit is None:
                message = f"is needed: there are more than {MOST_ROWS} rows; at most {MAXIMUM_LIMIT} a page"
                raise Invalid(FieldFault("query.limit", message))
            cursor = encode_cursor(*position(last))
            break
        count, last = count + 1, place
        if table is None:
            cells.append(row)
        else:
            table.add(row)
    following = _next(request, cursor)
    headers = {"vary": "Accept", "x-watermark": str(watermark)}
    if following is not None:
        headers["link"] = f'<{following}>; rel="next"'
    if table is not None:
        return Response(table.content(), media_type="text/csv; charset=utf-8; header=present", headers=headers)
    beside = {"next": following, "next_cursor": cursor, "count": count, "watermark": watermark}
    return Response(json_page(columns, cells, beside), media_type="application/json", headers=headers)


def public_url(request: Request, table: str) -> str:
    """The address of a table as its readers know it."""
    root: str = request.app.state.settings.public_url
    return f"{root.rstrip('/')}{PUBLIC_PATH}/{table}"


def _next(request: Request, cursor: str | None) -> str | None:
    if cursor is None:
        return None
    kept = [(name, value) for name, value in request.query_params.multi_items() if name != "cursor"]
    table = request.url.path.rpartition("/")[2]
    return f"{public_url(request, table)}?{urlencode([*kept, ('cursor', cursor)])}"
