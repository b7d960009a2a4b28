"""/auth/mail: whether mail goes out, and a test."""

from typing import Annotated, Literal

from fastapi import APIRouter, Request
from pydantic import BaseModel

from gateway.dependencies import caller_may
from gateway.links.schemas import Language
from gateway.mail.rules import trial_letter
from gateway.mail.sender import Mail
from gateway.sessions.opening import FOREIGN, IN_SESSION, SessionDep
from services.common.auth.access import Permission
from services.common.auth.caller import Caller
from services.common.schemas import RequestBody

router = APIRouter(tags=["sessions"])


class MailView(BaseModel):
    """Whether the installation sends mail."""

    sends: bool


class MailTest(RequestBody):
    """A test mail to oneself."""

    language: Language = "fr"


class MailTestResult(BaseModel):
    """What became of it."""

    mail: Literal["sent", "failed", "off"]
    to: str


@router.get("/auth/mail", operation_id="read_mail", summary="Whether mail is sent", openapi_extra={"security": []})
async def read_mail_endpoint(request: Request) -> MailView:
    """Whether links go out by mail here, or are handed over."""
    mail: Mail = request.app.state.mail
    return MailView(sends=mail.is_set)


@router.post(
    "/auth/mail/tests",
    operation_id="test_mail",
    summary="Send yourself a test mail",
    responses=FOREIGN,
    openapi_extra=IN_SESSION,
)
async def try_mail_endpoint(
    request: Request,
    signed_in: SessionDep,
    _caller: Annotated[Caller, caller_may(Permission.PLATFORM_MANAGE)],
    body: MailTest,
) -> MailTestResult:
    """Send a test mail to the address of whoever is signed in."""
    mail: Mail = request.app.state.mail
    to = signed_in[1].person.email
    if not mail.is_set:
        return MailTestResult(mail="off", to=to)
    sent = await mail.send(to, trial_letter(body.language, request.app.state.settings.public_url))
    return MailTestResult(mail="sent" if sent else "failed", to=to)
