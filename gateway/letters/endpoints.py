"""Internal calls of the contracts service: letters handed in at once, tried again by who ordered them."""

from fastapi import APIRouter, Request

from gateway.credentials.dependencies import FromContracts
from gateway.letters.rules import news_letter
from gateway.letters.schemas import HandedIn, LetterOrder
from gateway.mail.sender import Mail

router = APIRouter(prefix="/internal/letters", include_in_schema=False)


@router.post("")
async def send_letter_endpoint(_caller: FromContracts, order: LetterOrder, request: Request) -> HandedIn:
    """Write a letter and hand it in; what became of it."""
    mail: Mail = request.app.state.mail
    if not mail.is_set:
        return HandedIn(mail="off")
    public_url = request.app.state.settings.public_url
    sent = await mail.send(order.email, news_letter(order.id, order.language, order.contracts, public_url))
    return HandedIn(mail="sent" if sent else "failed")
