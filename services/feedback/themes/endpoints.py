"""HTTP of themes."""

from typing import Annotated

from fastapi import APIRouter, Header, Response

from services.common.auth.access import Permission
from services.common.auth.caller import ContractAccess
from services.common.auth.dependencies import party_may
from services.common.dependencies import SessionDep
from services.common.errors import PreconditionRequired
from services.common.identifiers import parse_id
from services.common.schemas import Problem
from services.feedback.themes import service
from services.feedback.themes.schemas import NewThemes, SuggestionsOut, TagsOut, ThemesOut

router = APIRouter(prefix="/v1/contracts/{contract_id}", tags=["themes"])

IfMatch = Annotated[str | None, Header(max_length=1000)]
REFUSALS: dict[int | str, dict[str, object]] = {
    412: {"model": Problem, "description": "Somebody changed it since it was read"},
    428: {"model": Problem, "description": "If-Match is missing"},
}
TaggerDep = Annotated[ContractAccess, party_may(Permission.VERBATIM_TAG)]


@router.get("/themes", summary="List themes")
async def list_themes_endpoint(
    access: Annotated[ContractAccess, party_may(Permission.VERBATIM_READ)], session: SessionDep, response: Response
) -> ThemesOut:
    """What words are told to be about, and by which words of rules. Its `ETag` is what `If-Match` expects."""
    themes = await service.read(session, access.contract_id)
    response.headers["etag"] = service.etag_of(themes.version)
    return themes


@router.put("/themes", summary="Write themes", responses=REFUSALS)
async def write_themes_endpoint(
    body: NewThemes,
    access: Annotated[ContractAccess, party_may(Permission.THEME_MANAGE)],
    session: SessionDep,
    response: Response,
    if_match: IfMatch = None,
) -> ThemesOut:
    """Replace all themes, up to 30; either party does, and both see who did.

    Needs `If-Match`. The words are tagged again in the background; what people said of an answer stays.
    """
    themes = await service.write(session, access, needed(if_match), body)
    response.headers["etag"] = service.etag_of(themes.version)
    return themes


@router.get("/themes/suggestions", summary="Suggest words for themes")
async def suggest_words_endpoint(
    access: Annotated[ContractAccess, party_may(Permission.THEME_MANAGE)], session: SessionDep
) -> SuggestionsOut:
    """Words that at least three customers with a low score used, where no theme was found."""
    return await service.suggest(session, access)


@router.put("/verbatims/{answer_id}/themes/{code}", summary="Add a theme to a verbatim")
async def add_theme_endpoint(answer_id: str, code: str, access: TaggerDep, session: SessionDep) -> TagsOut:
    """By hand: it stays whatever the rules say later."""
    return await service.say(session, access, parse_id(answer_id), code, present=True)


@router.delete("/verbatims/{answer_id}/themes/{code}", summary="Take a theme of a verbatim away")
async def take_theme_endpoint(answer_id: str, code: str, access: TaggerDep, session: SessionDep) -> TagsOut:
    """By hand: it stays away whatever the rules say later."""
    return await service.say(session, access, parse_id(answer_id), code, present=False)


def needed(if_match: str | None) -> str:
    """What `If-Match` says. Raises: PreconditionRequired."""
    if if_match is None:
        raise PreconditionRequired("Send the ETag that was read as If-Match.")
    return if_match
