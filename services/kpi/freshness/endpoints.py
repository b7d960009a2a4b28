"""How fresh and how whole the data of a contract's sources are."""

from typing import Annotated

from fastapi import APIRouter

from services.common.auth.access import Permission
from services.common.auth.caller import ContractAccess
from services.common.auth.dependencies import party_may
from services.common.dependencies import SessionDep
from services.common.pagination import Page, PageDep, cut_page, encode_cursor
from services.kpi.freshness import repository, service
from services.kpi.freshness.schemas import FreshnessOut

router = APIRouter(prefix="/v1/contracts/{contract_id}", tags=["sources"])


@router.get("/freshness")
async def read_freshness_endpoint(
    access: Annotated[ContractAccess, party_may(Permission.DELIVERY_READ)], session: SessionDep, page: PageDep
) -> Page[FreshnessOut]:
    """What each source has sent since it was connected, when it last did, and which tickets lack their creation."""
    after = page.text_position(1) or [""]
    rows = await repository.of_sources(session, access.contract_id, after[0], page.limit + 1)
    shown, more = cut_page(rows, page.limit)
    return Page(items=service.show(shown), next_cursor=encode_cursor(shown[-1].id) if more else None)
