"""HTTP of corrections of masks."""

from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Query

from services.common.auth.access import Permission
from services.common.auth.caller import ContractAccess
from services.common.auth.dependencies import party_may
from services.common.dependencies import SessionDep
from services.common.errors import FieldFault, Invalid
from services.common.idempotency import OnceDep
from services.common.identifiers import parse_id
from services.common.pagination import Page, PageDep, cut_page, encode_cursor
from services.feedback.corrections import repository, service
from services.feedback.corrections.schemas import CorrectionAnswer, CorrectionOut, NewCorrection
from services.feedback.dependencies import VaultDep

router = APIRouter(prefix="/v1/contracts/{contract_id}", tags=["verbatims"])


@router.post("/verbatims/{answer_id}/corrections", status_code=201, summary="Correct a mask")
async def correct_mask_endpoint(
    answer_id: str,
    body: NewCorrection,
    access: Annotated[ContractAccess, party_may(Permission.VERBATIM_REVIEW)],
    session: SessionDep,
    vault: VaultDep,
    once: OnceDep,
) -> CorrectionOut:
    """Hide words that name somebody: at once, for both parties. Or ask that a mark which hides nobody be lifted."""

    async def write() -> CorrectionOut:
        return await service.correct(session, vault, access, parse_id(answer_id), body)

    return await once(CorrectionOut, write)


@router.get("/mask-corrections", summary="List corrections of masks")
async def list_corrections_endpoint(
    access: Annotated[ContractAccess, party_may(Permission.VERBATIM_READ)],
    session: SessionDep,
    page: PageDep,
    state: Annotated[Literal["asked", "confirmed", "applied", "refused", "obsolete"] | None, Query()] = None,
) -> Page[CorrectionOut]:
    """What people said of masks, the newest first, the same for both parties; never the words."""
    rows = await repository.page(session, access.contract_id, state, _before(page), page.limit + 1)
    shown, more = cut_page(rows, page.limit)
    return Page(
        items=[service.show(row) for row in shown], next_cursor=encode_cursor(str(shown[-1].id)) if more else None
    )


@router.post("/mask-corrections/{correction_id}/answer", summary="Lift a mask or leave it")
async def answer_correction_endpoint(
    correction_id: str,
    body: CorrectionAnswer,
    access: Annotated[ContractAccess, party_may(Permission.VERBATIM_REVIEW)],
    session: SessionDep,
) -> CorrectionOut:
    """The donneur d'ordre says whether the words under a mark are shown, to both parties."""
    return await service.answer(session, access, parse_id(correction_id), shown=body.shown)


def _before(page: PageDep) -> UUID | None:
    position = page.text_position(1)
    if position is None:
        return None
    try:
        return UUID(position[0])
    except ValueError:
        raise Invalid(FieldFault("cursor", "is not a cursor of this list")) from None
