"""HTTP of releases."""

from typing import Annotated

from fastapi import APIRouter

from services.common.auth.access import Permission
from services.common.auth.caller import ContractAccess
from services.common.auth.dependencies import party_may
from services.common.dependencies import SessionDep
from services.feedback.releases import service
from services.feedback.releases.schemas import Released, ReleaseRuleIn, ReleaseRuleOut, WordsToRelease

router = APIRouter(prefix="/v1/contracts/{contract_id}/verbatim-releases", tags=["verbatims"])


@router.get("", summary="Read whether words wait for a release")
async def read_release_rule_endpoint(
    access: Annotated[ContractAccess, party_may(Permission.VERBATIM_READ)], session: SessionDep
) -> ReleaseRuleOut:
    """Whether somebody of the donneur d'ordre reads words before the provider sees them, and how many wait."""
    return await service.show(session, access.contract_id)


@router.put("", summary="Ask for a release, or not")
async def set_release_rule_endpoint(
    body: ReleaseRuleIn,
    access: Annotated[ContractAccess, party_may(Permission.VERBATIM_RULE)],
    session: SessionDep,
) -> ReleaseRuleOut:
    """Have words wait from now on, those that nobody released before as well; or let all of them through."""
    return await service.set_rule(session, access, required=body.required)


@router.post("", summary="Release words")
async def release_words_endpoint(
    body: WordsToRelease,
    access: Annotated[ContractAccess, party_may(Permission.VERBATIM_REVIEW)],
    session: SessionDep,
) -> Released:
    """Let the provider see words that somebody of the donneur d'ordre has read. Again is no failure."""
    return await service.release(session, access, body.answer_ids)
