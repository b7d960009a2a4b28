"""Writing surveys: by a manager of either party, with what was read as the ground of a change."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.common.auth.caller import ContractAccess
from services.common.errors import NotFound, PreconditionFailed
from services.common.identifiers import new_id
from services.common.instants import now
from services.feedback.surveys import repository
from services.feedback.surveys.models import Survey
from services.feedback.surveys.rules.links import PATH, preview_token
from services.feedback.surveys.schemas import PreviewOut, SurveyIn, SurveyOut

PREVIEWED = timedelta(hours=1)


async def create(session: AsyncSession, access: ContractAccess, wanted: SurveyIn) -> SurveyOut:
    """Keep a new survey."""
    at = now()
    survey = Survey(
        contract_id=access.contract_id,
        id=new_id(),
        revision=1,
        created_at=at,
        **wanted.model_dump(),
        **_author(access),
        changed_at=at,
    )
    await repository.add(session, survey)
    return show(survey)


async def change(
    session: AsyncSession, access: ContractAccess, survey_id: UUID, wanted: SurveyIn, if_match: str
) -> SurveyOut:
    """Write a survey anew. Raises: NotFound, PreconditionFailed."""
    survey = await repository.find(session, access.contract_id, survey_id, lock=True)
    if survey is None:
        raise NotFound
    named = {tag.strip() for tag in if_match.split(",")}
    if named.isdisjoint({"*", etag_of(survey.revision)}):
        raise PreconditionFailed
    for name, value in {**wanted.model_dump(), **_author(access), "changed_at": now()}.items():
        setattr(survey, name, value)
    survey.revision += 1
    await session.flush()
    return show(survey)


async def read(session: AsyncSession, access: ContractAccess, survey_id: UUID) -> Survey:
    """A survey of the contract. Raises: NotFound."""
    survey = await repository.find(session, access.contract_id, survey_id)
    if survey is None:
        raise NotFound
    return survey


async def preview(
    session: AsyncSession, access: ContractAccess, survey_id: UUID, key: bytes, public_url: str
) -> PreviewOut:
    """A link to the page for whoever prepares it. Raises: NotFound."""
    survey = await read(session, access, survey_id)
    until = (now() + PREVIEWED).replace(microsecond=0)
    return PreviewOut(url=f"{public_url}{PATH}{preview_token(key, survey.id, until)}", expires_at=until)


def etag_of(revision: int) -> str:
    """The entity tag of a revision."""
    return f'"{revision}"'


def show(survey: Survey) -> SurveyOut:
    """A survey as both parties read it."""
    told = {name: getattr(survey, name) for name in SurveyOut.model_fields if name != "changed_by"}
    return SurveyOut.model_validate(told | {"changed_by": {"side": survey.changed_side, "name": survey.changed_name}})


def _author(access: ContractAccess) -> dict[str, Any]:
    return {"changed_side": access.side, "changed_name": access.caller.name}
