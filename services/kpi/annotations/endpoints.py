"""Annotations: what people know about a figure, beside it."""

from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from services.common.auth.access import Permission
from services.common.auth.caller import ContractAccess
from services.common.auth.dependencies import party_may
from services.common.dependencies import SessionDep
from services.common.errors import FieldFault, Invalid
from services.common.idempotency import OnceDep
from services.common.identifiers import parse_id
from services.common.instants import Day
from services.common.pagination import Page, PageDep, cut_page, encode_cursor
from services.kpi.annotations import repository, service
from services.kpi.annotations.schemas import AnnotationOut, NewAnnotation
from services.kpi.indicator_codes import IndicatorCode

router = APIRouter(prefix="/v1/contracts/{contract_id}/annotations", tags=["annotations"])


@router.get("")
async def list_annotations_endpoint(
    access: Annotated[ContractAccess, party_may(Permission.ANNOTATION_READ)],
    session: SessionDep,
    page: PageDep,
    indicator: Annotated[IndicatorCode | None, Query(description="Only of this indicator.")] = None,
    first: Annotated[Day | None, Query(alias="from", description="Only what touches this day or later ones.")] = None,
    last: Annotated[Day | None, Query(alias="to", description="Only what touches this day or earlier ones.")] = None,
) -> Page[AnnotationOut]:
    """What both parties noted, in the order of writing; what was taken back is marked and stays."""
    days: tuple[date | None, date | None] = (first, last)
    rows = await repository.page(session, access.contract_id, indicator, days, _after(page), page.limit + 1)
    shown, more = cut_page(rows, page.limit)
    return Page(
        items=[service.show(row) for row in shown], next_cursor=encode_cursor(str(shown[-1].id)) if more else None
    )


@router.post("", status_code=201)
async def write_annotation_endpoint(
    wanted: NewAnnotation,
    access: Annotated[ContractAccess, party_may(Permission.ANNOTATION_WRITE)],
    session: SessionDep,
    once: OnceDep,
) -> AnnotationOut:
    """Note something beside an indicator; the text is kept as it was written, and shown to both parties."""

    async def write() -> AnnotationOut:
        return await service.write(session, access, wanted)

    return await once(AnnotationOut, write)


@router.delete("/{annotation_id}", status_code=204)
async def withdraw_annotation_endpoint(
    annotation_id: str, access: Annotated[ContractAccess, party_may(Permission.ANNOTATION_WRITE)], session: SessionDep
) -> None:
    """Take back what one's own organisation noted: it stays, marked."""
    await service.withdraw(session, access, parse_id(annotation_id))


def _after(page: PageDep) -> UUID | None:
    position = page.text_position(1)
    if position is None:
        return None
    try:
        return UUID(position[0])
    except ValueError:
        raise Invalid(FieldFault("cursor", "is not a cursor of this list")) from None
