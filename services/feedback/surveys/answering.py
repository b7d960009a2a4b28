"""What the page shows and keeps: an invitation is used by an answer, once, and by nothing else."""

from datetime import datetime
from typing import Any, Literal

import msgspec
from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.instants import now
from services.common.pseudonyms import pseudonymiser
from services.feedback.answers import doors
from services.feedback.answers.doors import Means, Origin
from services.feedback.answers.rules.given import Given
from services.feedback.surveys import repository
from services.feedback.surveys.models import Survey
from services.feedback.surveys.rules.form import Sent, canonical, read_form
from services.feedback.surveys.rules.keys import answer_keys
from services.feedback.surveys.rules.links import Link
from services.feedback.surveys.rules.page import Asked
from services.feedback.surveys.rules.questions import SCALES
from services.feedback.surveys.rules.words import Ending

Status = Literal[200, 404, 409, 410, 422, 503]
STATUSES: dict[Ending, Status] = {
    "unknown": 404, "expired": 410, "closed": 410, "answered": 410, "changed": 409, "thanks": 200,
    "away": 503,
}  # fmt: skip


class View(msgspec.Struct, frozen=True):
    """What is shown. Without an ending: the form, with what was sent if something is wrong with it."""

    asked: Asked | None = None
    ending: Ending | None = None
    sent: Sent | None = None
    language: str | None = None
    """That of the invitation, if it says one."""
    preview: bool = False

    @property
    def status(self) -> Status:
        """Status of the answer."""
        return STATUSES[self.ending] if self.ending else 422 if self.sent else 200


UNKNOWN = View(ending="unknown")


async def look(session: AsyncSession, link: Link) -> View:
    """The page as it opens; opening it changes nothing, so that whatever opens links in mails uses none up."""
    at = now()
    if link.purpose == "preview":
        return await _preview(session, link, at)
    row = await repository.invitation(session, link.id)
    survey = await repository.find(session, row.contract_id, row.survey_id) if row else None
    if row is None or survey is None:
        return UNKNOWN
    return View(_asked(survey), _over(row, survey, at), language=row.language)


async def answer(session: AsyncSession, means: Means, link: Link, body: bytes) -> View:
    """Keep what was sent, once; the same sent again is thanked for again."""
    at = now()
    if link.purpose == "preview":
        return await _preview(session, link, at, body)
    # Others who answer by this link wait here, and then find it used.
    row = await repository.invitation(session, link.id, lock=True)
    survey = await repository.find(session, row.contract_id, row.survey_id) if row else None
    if row is None or survey is None:
        return UNKNOWN
    asked = _asked(survey)
    sent = _read(body, asked)
    digest = pseudonymiser(means.pseudonym_key, row.contract_id)(f"survey answer {row.id} {canonical(sent)}")
    over = _over(row, survey, at)
    if over == "answered":
        return View(asked, "thanks" if digest == row.answer_digest else "changed", language=row.language)
    if over is not None:
        await repository.refused(session, row, at)
        return View(asked, over, language=row.language)
    if sent.faults:
        return View(asked, sent=sent, language=row.language)
    await doors.receive(session, means, row.contract_id, Origin("survey"), _given(row, survey, sent, at))
    await repository.answered(session, row, at, digest)
    return View(asked, "thanks", language=row.language)


async def _preview(session: AsyncSession, link: Link, at: datetime, body: bytes | None = None) -> View:
    row = await repository.of_preview(session, link.id) if link.until and link.until > at else None
    if row is None:
        return UNKNOWN
    asked = _asked(row)
    sent = None if body is None else _read(body, asked)
    if sent is None or sent.faults:
        return View(asked, sent=sent, preview=True)
    return View(asked, "thanks", preview=True)


def _over(row: Row[Any], survey: Survey, at: datetime) -> Ending | None:
    if row.answered_at is not None:
        return "answered"
    if row.expires_at <= at:
        return "expired"
    return None if survey.active else "closed"


def _read(body: bytes, asked: Asked) -> Sent:
    return read_form(body, asked.kind, asks_solved=asked.asks_solved, asks_comment=asked.asks_comment)


def _asked(survey: Survey | Row[Any]) -> Asked:
    return msgspec.convert({name: getattr(survey, name) for name in Asked.__struct_fields__}, Asked)


def _given(row: Row[Any], survey: Survey, sent: Sent, at: datetime) -> list[Given]:
    own, solved = answer_keys(row.id)
    beside = {"ticket_id": row.ticket_id, "ticket_url": row.ticket_url, "channel": row.channel, "queue": row.queue}
    asked = _asked(survey)
    assert sent.score is not None
    given = [Given(own, asked.kind, sent.score, SCALES[asked.kind].highest, at, comment=sent.comment or None, **beside)]
    if sent.solved is not None:
        given.append(Given(solved, "fcr_declared", sent.solved, 1, at, **beside))
    return given
