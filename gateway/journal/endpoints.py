"""/auth/journal: what was done to how people of one's organisation sign in."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Request

from gateway.dependencies import caller_may
from gateway.journal import repository
from gateway.journal.rules import Kind
from gateway.journal.schemas import JournalAuthor, JournalEntryView
from services.common.auth.access import Permission
from services.common.auth.caller import Caller
from services.common.errors import FieldFault, Forbidden, Invalid
from services.common.pagination import Page, PageDep, PageRequest, cut_page, encode_cursor

router = APIRouter(prefix="/auth/journal", tags=["second factor"])


@router.get("", operation_id="list_journal", summary="List what was done to sign-in")
async def list_journal_endpoint(
    caller: Annotated[Caller, caller_may(Permission.PERSON_MANAGE)], request: Request, page: PageDep
) -> Page[JournalEntryView]:
    """What was done to second factors and to the provider of your organisation, and by whom; the latest first."""
    if caller.organisation_id is None:
        raise Forbidden("A journal belongs to an organisation.")
    async with request.app.state.database.request_session(caller.organisation_id, platform=False) as session:
        rows = await repository.page(session, caller.organisation_id, _position(page), page.limit + 1)
        kept, more = cut_page(rows, page.limit)
        items = [
            JournalEntryView(
                id=row.id,
                kind=Kind(row.kind),
                person_id=row.person_id,
                recorded_at=row.recorded_at,
                by=JournalAuthor(subject=row.by, name=row.by_name),
            )
            for row in kept
        ]
    return Page(items=items, next_cursor=encode_cursor(str(kept[-1].id)) if more else None)


def _position(page: PageRequest) -> UUID | None:
    before = page.text_position(1)
    try:
        return None if before is None else UUID(before[0])
    except ValueError:
        raise Invalid(FieldFault("cursor", "is not a cursor of this list")) from None
