"""Tables for business-intelligence tools: figures, tickets, and what their columns are."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response

from services.common.auth.access import Permission
from services.common.auth.dependencies import ContractGate, gate
from services.common.dependencies import SessionDep
from services.common.instants import now
from services.kpi.bi import service
from services.kpi.bi.answers import Table, page, public_url, whole
from services.kpi.bi.requests import ContractQuery, FiguresRange, Slice, TicketsRange, reached, told
from services.kpi.bi.rules.columns import FIGURES, Column
from services.kpi.bi.schemas import (
    CSV_ONLY,
    CatalogOut,
    ColumnOut,
    FiguresPull,
    SetOut,
    TicketsPull,
    Words,
    csv_answer,
)
from services.kpi.bi.service import TicketsWanted

router = APIRouter(prefix="/v1/bi", tags=["bi"])

FigureGate = Annotated[ContractGate, gate(Permission.FIGURE_READ)]
TicketGate = Annotated[ContractGate, gate(Permission.TICKET_READ)]


@router.get("/figures.csv", response_class=Response, responses=CSV_ONLY, name="figures_as_csv")
@router.get("/figures", response_class=Response, responses=csv_answer(FiguresPull))
async def list_figure_rows_endpoint(
    request: Request,
    contracts: FigureGate,
    session: SessionDep,
    rows: Annotated[Slice, Depends()],
    wanted: Annotated[FiguresRange, Depends()],
    contract_id: ContractQuery = None,
) -> Response:
    """Figures as they are now, or at instants: every indicator of every period, also without data.

    As they are now, rows of one contract with one `watermark` are of one reading; it differs where the figures changed
    between pages. At instants (`as_of`, `known_at`) the cursor keeps those of the first page, and every contract is
    computed from all of its events, once; a pair in the past always tells the same rows, with the watermark 0.
    """
    found = told(await reached(session, contracts, contract_id), past=wanted.past)
    table = Table(
        FIGURES,
        found,
        lambda session, after: service.figures(session, found, wanted.wanted, after),
        wanted.position,
    )
    if rows.whole:
        return await whole(request, contracts.caller, table)
    return await page(request, session, rows, wanted.after, table)


@router.get("/tickets.csv", response_class=Response, responses=CSV_ONLY, name="tickets_as_csv")
@router.get("/tickets", response_class=Response, responses=csv_answer(TicketsPull))
async def list_ticket_rows_endpoint(
    request: Request,
    contracts: TicketGate,
    session: SessionDep,
    rows: Annotated[Slice, Depends()],
    wanted: Annotated[TicketsRange, Depends()],
    contract_id: ContractQuery = None,
) -> Response:
    """Facts of tickets, as of and as known at instants: both the present one, unless asked for otherwise.

    The cursor keeps those of the first page, so that a pull is one consistent picture. A pair in the past always tells
    the same rows, with the watermark 0.
    """
    found = told(await reached(session, contracts, contract_id), past=wanted.past)
    columns = await service.columns_of_tickets(session, found, wanted.wanted)
    table = Table(
        columns,
        found,
        lambda session, after: service.tickets(session, found, columns, wanted.wanted, after),
        wanted.position,
    )
    if rows.whole:
        return await whole(request, contracts.caller, table)
    return await page(request, session, rows, wanted.after, table)


@router.get("/catalog")
async def read_catalog_endpoint(
    request: Request, contracts: FigureGate, session: SessionDep, contract_id: ContractQuery = None
) -> CatalogOut:
    """The tables and their columns, with the schedules of the contracts that you reach."""
    found = await reached(session, contracts, contract_id)
    at = now()
    tickets = await service.columns_of_tickets(session, found, TicketsWanted(at, at, None, None))
    return CatalogOut(
        sets=[
            _set(request, "figures", Words(fr="Chiffres", en="Figures"), ["figure_id"], FIGURES),
            _set(
                request,
                "tickets",
                Words(fr="Tickets", en="Tickets"),
                ["contract_id", "source_id", "ticket_id"],
                tickets,
            ),
        ]
    )


# Readers that fetch files ask for the length first.
for _path, _answer in (("/figures", list_figure_rows_endpoint), ("/tickets", list_ticket_rows_endpoint)):
    for _suffix in ("", ".csv"):
        router.add_api_route(
            _path + _suffix, _answer, methods=["HEAD"], response_class=Response, include_in_schema=False
        )


def _set(request: Request, name: str, title: Words, key: list[str], columns: tuple[Column, ...]) -> SetOut:
    return SetOut(
        name=name,
        title=title,
        json_url=public_url(request, name),
        csv_url=public_url(request, f"{name}.csv"),
        key=key,
        watermark_column="watermark",
        columns=[
            ColumnOut(
                name=column.name,
                type=column.type,
                nullable=column.nullable,
                label=Words(fr=column.label.fr, en=column.label.en),
            )
            for column in columns
        ],
    )
