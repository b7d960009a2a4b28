"""Sends what waits, at least once: a message that nobody said the end of is sent again under the same id."""

import asyncio
import random
import time
from typing import Any
from uuid import UUID

import structlog
from cryptography.fernet import InvalidToken
from prometheus_client import Counter
from sqlalchemy import Row, select
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.database import Database
from services.common.encryption import Vault
from services.common.instants import now, to_microseconds
from services.common.news import tell_people
from services.feedback.answers.models import SurveyAnswer, Verbatim
from services.feedback.outgoing import queue
from services.feedback.outgoing.posting import Poster
from services.feedback.outgoing.rules.payload import TRIAL, Told, body_of, trial
from services.feedback.outgoing.rules.schedule import MOST_JITTER, Outcome, after
from services.feedback.outgoing.rules.signing import signed
from services.feedback.releases.service import Sight, is_required
from services.feedback.themes import service as themes
from services.feedback.verbatims.service import show as show_verbatim

AT_ONCE = 32
"""Attempts of one process."""
AT_ONCE_EACH = 2
"""Attempts at one tool, of all processes: a slow one holds up no other."""
LEASE_S = 60
"""Longer than any attempt takes, from the claim to the note."""
IDLE_SECONDS = 1.0
DELIVERED_DAYS = 30
DEAD_DAYS = 90
HOUR = 3_600.0
SECOND_US = 1_000_000

RECEIVER = "sous_traitant"
"""Whose tool it is, and who is told when it takes nothing any more."""

log = structlog.get_logger()
attempts = Counter("copil_outgoing_attempts", "Attempts at telling a provider's tool", ["outcome"])


class Sender:
    """Sends messages; any number may run at once."""

    def __init__(self, database: Database, vault: Vault, poster: Poster, public_url: str) -> None:
        self._database = database
        self._vault = vault
        self._poster = poster
        self._public_url = public_url.rstrip("/")
        self._forgot_at = float("-inf")

    async def run(self) -> None:
        """Work for ever; what is being sent when it ends is sent again."""
        async with asyncio.TaskGroup() as group:
            running: set[asyncio.Task[None]] = set()
            while True:
                claimed = await self._claim(AT_ONCE - len(running))
                for message in claimed:
                    task = group.create_task(self.send(message))
                    running.add(task)
                    task.add_done_callback(running.discard)
                await self._forget()
                if not claimed:
                    await asyncio.sleep(IDLE_SECONDS)

    async def claim(self, tools: int = AT_ONCE) -> list[Row[Any]]:
        """Take what is due, of so many tools at most."""
        async with self._database.background_session() as session:
            return list(await queue.claim(session, tools, AT_ONCE_EACH, LEASE_S))

    async def send(self, message: Row[Any]) -> None:
        """Make one attempt and note what became of it; never fails."""
        try:
            outcome = await self._attempt(message)
            if outcome is not None:
                await self._note(message, outcome)
        except Exception:
            # Whatever it was, the claim ends by itself and the message is sent again.
            log.warning("outgoing_message_not_sent", message=str(message.id), exc_info=True)

    async def _claim(self, free: int) -> list[Row[Any]]:
        try:
            return await self.claim(free // AT_ONCE_EACH) if free >= AT_ONCE_EACH else []
        except Exception:
            log.warning("outgoing_messages_not_claimed", exc_info=True)
            return []

    async def _attempt(self, message: Row[Any]) -> Outcome | None:
        async with self._database.background_session() as session:
            hook = await queue.hook(session, message.contract_id, message.hook_id)
            # Removed since it was claimed: its messages were ended with it.
            if hook is None or hook.state == "removed":
                return None
            body = await self._body(session, message)
        if body is None:
            return None
        sealed = [one for one in (hook.sealed_secret, hook.sealed_previous_secret) if one is not None]
        try:
            secrets = [self._vault.open(one).decode() for one in sealed]
            url = self._vault.open(hook.sealed_url).decode()
        except InvalidToken:
            return Outcome(None, "unreadable")
        second = to_microseconds(now()) // SECOND_US
        return await self._poster.post(url, signed(str(message.id), second, body, secrets), body)

    async def _note(self, message: Row[Any], outcome: Outcome) -> None:
        attempts.labels("taken" if outcome.taken else outcome.reason).inc()
        async with self._database.background_session() as session:
            failing = await queue.failing_s(session, message.contract_id, message.hook_id, taken=outcome.taken)
            jitter = random.randint(0, MOST_JITTER)  # noqa: S311 - spreads load, protects nothing
            then = after(outcome, message.tries, jitter, failing)
            off = await queue.note(session, message, outcome, then)
            if off:
                hook = message.hook_id
                await tell_people(
                    session, message.contract_id, "tool_switched_off", message.id, sides=[RECEIVER], subject_id=hook
                )
        if off:
            log.warning("outgoing_hook_switched_off", hook=str(message.hook_id), reason=then.off)

    async def _body(self, session: AsyncSession, message: Row[Any]) -> bytes | None:
        if message.event == TRIAL:
            return trial(message.contract_id, message.hook_id, message.created_at)
        told = await self._told(session, message.contract_id, message.answer_id)
        return None if told is None else body_of(message.event, message.created_at, told)

    async def _told(self, session: AsyncSession, contract_id: UUID, answer_id: UUID) -> Told | None:
        """What the provider may read now: words that were erased, or wait to be released, do not leave."""
        item = await queue.item(session, contract_id, answer_id)
        answer = await session.get(SurveyAnswer, (contract_id, answer_id))
        if item is None or answer is None:
            return None
        found = select(Verbatim).where(Verbatim.contract_id == contract_id, Verbatim.answer_id == answer_id)
        words = await session.scalar(found)
        sight = Sight(await is_required(session, contract_id), sees_all=False)
        tags = await themes.tags_of(session, contract_id, [answer_id])
        shown = show_verbatim(answer, words, tags[answer_id], sight)
        return Told(
            contract_id=contract_id,
            item_id=answer_id,
            kind=item.kind,
            state=item.state,
            team_id=item.team_id,
            team=item.team,
            question=shown.kind,
            score=shown.score,
            scale_max=shown.scale_max,
            channel=shown.channel,
            ticket_id=shown.ticket_id,
            ticket_url=shown.ticket_url,
            answered_at=shown.answered_at,
            due_at=item.due_at,
            url=f"{self._public_url}/contrats/{contract_id}/a-traiter?retour={answer_id}",
            themes=tuple(one.code for one in shown.themes),
            text=shown.text,
            held=shown.held,
            erased=shown.erased,
        )

    async def _forget(self) -> None:
        if time.monotonic() - self._forgot_at < HOUR:
            return
        self._forgot_at = time.monotonic()
        try:
            async with self._database.background_session() as session:
                gone = await queue.forget(session, DELIVERED_DAYS, DEAD_DAYS)
        except Exception:
            log.warning("outgoing_messages_not_forgotten", exc_info=True)
            return
        if gone:
            log.info("outgoing_messages_forgotten", messages=gone)
