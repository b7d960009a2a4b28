"""/s/{token}: the hosted page, for people with a link and nothing else. No cookie, no script, nothing from outside."""

from collections.abc import Awaitable, Callable

import structlog
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from services.common.database import Database, after_commit
from services.common.error_handlers import is_transient
from services.feedback.answers.doors import Means
from services.feedback.surveys import answering
from services.feedback.surveys.answering import UNKNOWN, View
from services.feedback.surveys.rules.languages import chosen
from services.feedback.surveys.rules.links import PATH, Link, link_key, read_token
from services.feedback.surveys.rules.page import LANGUAGE_FIELD, POLICY, ending_page, form_page

_FIELDS = {
    "cache-control": "no-store",
    "content-security-policy": POLICY,
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-robots-tag": "noindex, nofollow",
    "vary": "accept-language",
}
_AWAY = View(ending="away")

log = structlog.get_logger()


async def open_endpoint(request: Request) -> Response:
    """Show the page."""
    return await _serve(request, answering.look)


async def answer_endpoint(request: Request) -> Response:
    """Take the form."""
    state = request.app.state
    body = await request.body()

    async def wake() -> None:
        state.relay.wake()

    async def take(session: AsyncSession, link: Link) -> View:
        after_commit(session, wake)
        return await answering.answer(session, Means(state.vault, state.pseudonym_key), link, body)

    return await _serve(request, take)


async def _serve(request: Request, act: Callable[[AsyncSession, Link], Awaitable[View]]) -> Response:
    state = request.app.state
    link = read_token(link_key(state.pseudonym_key.get_secret_value()), request.path_params["token"])
    if link is None:
        return _page(request, UNKNOWN)
    database: Database = state.database
    try:
        async with database.background_session() as session:
            view = await act(session, link)
    except Exception as error:
        # Whatever it is, a person reads a page.
        if is_transient(error):
            log.warning("database_unavailable", error=type(error).__name__)
        else:
            log.error("survey_page_failed", exc_info=error)
        return _page(request, _AWAY)
    return _page(request, view)


def _page(request: Request, view: View) -> Response:
    language = chosen(
        request.query_params.get(LANGUAGE_FIELD),
        view.language,
        request.headers.get("accept-language", ""),
        view.asked.languages if view.asked else None,
    )
    if view.ending is not None:
        text = ending_page(view.ending, language, view.asked, preview=view.preview)
    else:
        assert view.asked is not None
        text = form_page(view.asked, language, view.sent, preview=view.preview)
    headers = {**_FIELDS, "content-language": language} | ({"retry-after": "5"} if view is _AWAY else {})
    return Response(text, view.status, headers=headers, media_type="text/html; charset=utf-8")


routes = [
    Route(PATH + "{token}", open_endpoint, methods=["GET", "HEAD"]),
    Route(PATH + "{token}", answer_endpoint, methods=["POST"]),
]
