"""HTTP of one's own profile."""

from typing import Annotated

from fastapi import APIRouter

from services.common.auth.access import Permission
from services.common.auth.caller import Caller
from services.common.auth.dependencies import may
from services.common.dependencies import SessionDep
from services.contracts.profiles import service
from services.contracts.profiles.schemas import ProfileChange, ProfileView

router = APIRouter(prefix="/v1/me", tags=["people"])

OwnDep = Annotated[Caller, may(Permission.PROFILE_MANAGE)]


@router.get("", summary="Read your profile")
async def read_profile_endpoint(caller: OwnDep, session: SessionDep) -> ProfileView:
    """What you said of yourself; a machine client has no profile."""
    return ProfileView.model_validate(await service.read(session, caller))


@router.patch("", summary="Change your profile")
async def change_profile_endpoint(body: ProfileChange, caller: OwnDep, session: SessionDep) -> ProfileView:
    """Name, language, zone and theme follow you to every device."""
    return ProfileView.model_validate(await service.change(session, caller, body))
