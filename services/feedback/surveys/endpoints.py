"""HTTP of surveys, invitations and response rates."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Header, Query, Request, Response

from services.common.auth.access import Permission
from services.common.auth.caller import ContractAccess
from services.common.auth.dependencies import party_may
from services.common.dependencies import SessionDep
from services.common.errors import FieldFault, Invalid, PreconditionRequired
from services.common.idempotency import OnceDep
from services.common.identifiers import parse_id
from services.common.pagination import Page, PageDep, PageRequest, cut_page, encode_cursor
from services.common.schemas import Problem
from services.feedback.answers.doors import Means
from services.feedback.dependencies import VaultDep
from services.feedback.surveys import repository, responses, service
from services.feedback.surveys.inviting import Desk
from services.feedback.surveys.rules.links import link_key
from services.feedback.surveys.schemas import (
    InvitationsMade,
    NewInvitations,
    PreviewOut,
    Responses,
    SurveyIn,
    SurveyOut,
)
from services.feedback.surveys.service import etag_of

router = APIRouter(prefix="/v1/contracts/{contract_id}/surveys", tags=["surveys"])

ReaderDep = Annotated[ContractAccess, party_may(Permission.SURVEY_READ)]
ManagerDep = Annotated[ContractAccess, party_may(Permission.SURVEY_MANAGE)]


def _desk(request: Request, vault: VaultDep) -> Desk:
    state = request.app.state
    means = Means(vault, state.pseudonym_key)
    return Desk(means, link_key(state.pseudonym_key.get_secret_value()), state.settings.public_url)


@router.get("", summary="List surveys")
async def list_surveys_endpoint(access: ReaderDep, session: SessionDep, page: PageDep) -> Page[SurveyOut]:
    """The contract's hosted surveys, the newest first, the same for both parties."""
    rows = await repository.page(session, access.contract_id, _before(page), page.limit + 1)
    shown, more = cut_page(rows, page.limit)
    return Page(
        items=[service.show(row) for row in shown], next_cursor=encode_cursor(str(shown[-1].id)) if more else None
    )


@router.post("", status_code=201, summary="Make a survey")
async def create_survey_endpoint(
    body: SurveyIn, access: ManagerDep, session: SessionDep, once: OnceDep, response: Response
) -> SurveyOut:
    """A page with one question, hosted by us, to which customers are invited one by one."""
    made = await once(SurveyOut, lambda: service.create(session, access, body))
    response.headers["etag"] = etag_of(made.revision)
    return made


@router.get("/{survey_id}", summary="Read a survey")
async def read_survey_endpoint(survey_id: str, access: ReaderDep, session: SessionDep, response: Response) -> SurveyOut:
    """One survey, with its `ETag`."""
    survey = await service.read(session, access, parse_id(survey_id))
    response.headers["etag"] = etag_of(survey.revision)
    return service.show(survey)


@router.put(
    "/{survey_id}",
    summary="Change a survey",
    responses={
        412: {"model": Problem, "description": "The survey is not at the revision of If-Match"},
        428: {"model": Problem, "description": "If-Match is missing"},
    },
)
async def change_survey_endpoint(
    survey_id: str,
    body: SurveyIn,
    access: ManagerDep,
    session: SessionDep,
    response: Response,
    if_match: Annotated[str | None, Header(max_length=1000)] = None,
) -> SurveyOut:
    """Write it anew; links that are out show it so from then on. Needs `If-Match` with the `ETag` that was read."""
    if if_match is None:
        raise PreconditionRequired("Send the ETag that was read as If-Match.")
    changed = await service.change(session, access, parse_id(survey_id), body, if_match)
    response.headers["etag"] = etag_of(changed.revision)
    return changed


@router.get("/{survey_id}/preview", summary="Preview a survey")
async def preview_survey_endpoint(
    survey_id: str, access: ReaderDep, session: SessionDep, request: Request
) -> PreviewOut:
    """A link, good for an hour, to the page as customers see it: nothing said on it is kept."""
    state = request.app.state
    key = link_key(state.pseudonym_key.get_secret_value())
    return await service.preview(session, access, parse_id(survey_id), key, state.settings.public_url)


@router.post(
    "/{survey_id}/invitations",
    summary="Invite customers",
    responses={409: {"model": Problem, "description": "The survey is closed"}},
)
async def invite_endpoint(
    survey_id: str,
    body: NewInvitations,
    access: ManagerDep,
    session: SessionDep,
    desk: Annotated[Desk, Depends(_desk)],
) -> InvitationsMade:
    """Make up to 500 links, each for one customer and good for one answer. We send nothing: your tool does.

    Sending again changes nothing: the `key` of an invitation tells it. A customer of the contract who was invited less
    than `rest_days` ago, by whatever survey, is left in peace.
    """
    survey = await service.read(session, access, parse_id(survey_id))
    return await desk.invite(session, survey, body.invitations)


@router.get("/{survey_id}/responses", summary="Count answers to a survey")
async def count_responses_endpoint(
    survey_id: str,
    access: ReaderDep,
    session: SessionDep,
    period: Annotated[
        str | None, Query(max_length=7, description="A month, `YYYY-MM`; without it, those of the last twelve.")
    ] = None,
) -> Responses:
    """How many were invited in a month and how many of those answered, with the interval of the rate."""
    survey = await service.read(session, access, parse_id(survey_id))
    return await responses.of_survey(session, access.contract_id, survey.id, period)


def _before(page: PageRequest) -> UUID | None:
    position = page.text_position(1)
    try:
        return None if position is None else UUID(position[0])
    except ValueError:
        raise Invalid(FieldFault("cursor", "is not a cursor of this list")) from None
