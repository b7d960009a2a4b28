"""The health of sources: coverage of a period, gaps and what is said of them, the silence that is allowed."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request

from services.common.auth.access import Permission
from services.common.auth.caller import ContractAccess
from services.common.auth.dependencies import party_may
from services.common.dependencies import SessionDep
from services.common.errors import FieldFault, Forbidden, Invalid, NotFound
from services.common.idempotency import OnceDep
from services.common.identifiers import parse_id
from services.common.instants import now, to_text
from services.common.pagination import Page, PageDep, cut_page, encode_cursor
from services.kpi.dependencies import SourceAccess, source_may
from services.kpi.figures.dependencies import InstantsDep, read_period
from services.kpi.health import repository, service
from services.kpi.health.covering import read_coverage
from services.kpi.health.schemas import CoverageOut, GapOut, NewExplanation, SilenceLimit, SilenceLimitOut

router = APIRouter(prefix="/v1", tags=["sources"])


@router.get("/contracts/{contract_id}/coverage")
async def read_coverage_endpoint(
    access: Annotated[ContractAccess, party_may(Permission.DELIVERY_READ)],
    session: SessionDep,
    instants: InstantsDep,
    period: Annotated[str, Query(max_length=20, description="`2026-10`, `2026-Q4` or `2026-10-05`.")],
) -> CoverageOut:
    """How much of a period was heard of each source, with its gaps and the fates of its deliveries.

    Up to the last whole hour. Gaps that a manager of either party explained count as heard.

    At an instant (`as_of`, `known_at`): gaps, terms and deliveries as they were known, up to the earlier of the two;
    tickets are counted from the events of all of the contract, which takes a large one some seconds. A pair in the past
    always answers the same bytes.
    """
    return await read_coverage(session, access.contract_id, read_period(period), now(), instants)


@router.get("/sources/{source_id}/gaps")
async def list_gaps_endpoint(
    access: Annotated[SourceAccess, source_may(Permission.DELIVERY_READ)], session: SessionDep, page: PageDep
) -> Page[GapOut]:
    """Gaps in the rhythm of a source, the latest first; those that were taken back are marked and stay."""
    position = page.text_position(2)
    try:
        before = (datetime.fromisoformat(position[0]), UUID(position[1])) if position else None
    except ValueError:
        raise Invalid(FieldFault("cursor", "is not a cursor of this list")) from None
    rows = await repository.list_gaps(session, access.contract.contract_id, access.source.id, before, page.limit + 1)
    shown, more = cut_page(rows, page.limit)
    cursor = encode_cursor(to_text(shown[-1].starts_at), str(shown[-1].id)) if more else None
    return Page(items=[service.show(row) for row in shown], next_cursor=cursor)


@router.post("/sources/{source_id}/gaps/{gap_id}/explanations", status_code=201)
async def explain_gap_endpoint(
    gap_id: str,
    wanted: NewExplanation,
    access: Annotated[SourceAccess, source_may(Permission.SOURCE_MANAGE)],
    request: Request,
    session: SessionDep,
    once: OnceDep,
) -> GapOut:
    """Say that nothing was to come in a gap, or that what was missing came after all; once, and both parties read it.

    The gap then counts as heard. Silence that was usual (`quiet`) is learnt by the rhythm.
    """
    contract_id, caller, side = access.contract.contract_id, access.contract.caller, access.contract.side
    if side is None:
        raise Forbidden

    async def explain() -> GapOut:
        await service.explain(
            request.app.state.database, contract_id, access.source.id, parse_id(gap_id), (caller.subject, side), wanted
        )
        row = await repository.find_gap(session, contract_id, access.source.id, parse_id(gap_id))
        if row is None:
            raise NotFound
        return service.show(row)

    return await once(GapOut, explain)


@router.put("/sources/{source_id}/silence-alert")
async def set_silence_alert_endpoint(
    wanted: SilenceLimit,
    access: Annotated[SourceAccess, source_may(Permission.SOURCE_MANAGE)],
    session: SessionDep,
) -> SilenceLimitOut:
    """Set the longest silence that is allowed, beside the rhythm; null lifts it. It counts from now on."""
    row = await repository.set_limit(session, access.source.id, wanted.minutes)
    return SilenceLimitOut(source_id=row.id, minutes=row.silence_alert_minutes, set_at=row.silence_alert_set_at)
