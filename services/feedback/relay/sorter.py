"""What happens to words once they are masked: themes, then the team that they are for."""

import asyncio
from collections.abc import Sequence
from typing import Any
from uuid import UUID

import structlog
from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.database import Database
from services.common.instants import now, to_microseconds
from services.common.news import tell_people
from services.feedback.outgoing.announcing import announce_items
from services.feedback.relay import repository
from services.feedback.relay.rules import Answer, When, first_that_fits, left_out_by
from services.feedback.relay.schemas import Rule
from services.feedback.relay.setting_up import rules_of
from services.feedback.themes.rules import is_praise
from services.feedback.themes.service import tag_batch

BATCH = 200
IDLE_SECONDS = 1.0

log = structlog.get_logger()


class Sorter:
    """Tags what the present themes have not, and relays what is new."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def run(self) -> None:
        """Work for ever."""
        while True:
            try:
                busy = await self.sort()
            except Exception:
                log.warning("words_not_sorted", exc_info=True)
                busy = False
            await asyncio.sleep(0 if busy else IDLE_SECONDS)

    async def sort(self) -> bool:
        """Sort a batch, in one transaction; whether there was something."""
        async with self._database.background_session() as session:
            fresh = await tag_batch(session, BATCH)
            for contract_id, answers in fresh.items():
                if answers:
                    await _relay(session, contract_id, answers)
        return bool(fresh)


async def _relay(session: AsyncSession, contract_id: UUID, answers: Sequence[UUID]) -> None:
    """Give answers with words to the teams that the rules say, each once; without a rule that fits, to none."""
    told = await rules_of(session, contract_id)
    if not told.items:
        return
    conditions = [_when(rule) for rule in told.items]
    rows = []
    too_old = []
    for answer in await repository.answers(session, contract_id, answers):
        told_of = _answer(answer)
        place = first_that_fits(conditions, told_of)
        if place is None:
            missed = left_out_by(conditions, told_of)
            if missed is not None:
                too_old.append({"contract": contract_id, "answer": answer.id, "team": told.items[missed].team_id})
        else:
            rule = told.items[place]
            praise = is_praise(answer.kind, answer.score, answer.scale_max)
            rows.append(
                {
                    "contract": contract_id,
                    "answer": answer.id,
                    "kind": "praise" if praise else "trouble",
                    "team": rule.team_id,
                    "version": told.version,
                    "hours": rule.answer_within_hours,
                }
            )
    await repository.add_items(session, rows)
    await announce_items(session, contract_id, [row["answer"] for row in rows])
    await repository.add_left_out(session, too_old)
    for team in sorted({row["team"] for row in rows if row["kind"] == "trouble"}):
        people = await repository.members(session, contract_id, team)
        # Once an hour: words come by hundreds, and one sentence says that there are some.
        key = f"{team}:{now():%Y-%m-%dT%H}"
        sides = [] if people else ["sous_traitant"]
        await tell_people(session, contract_id, "relay_received", key, sides=sides, people=people, subject_id=team)


def _when(rule: Rule) -> When:
    when = rule.when
    return When(
        frozenset(when.kinds), when.score_from, when.score_to, frozenset(when.themes), frozenset(when.channels),
        to_microseconds(rule.since), frozenset(when.queues),
    )  # fmt: skip


def _answer(row: Row[Any]) -> Answer:
    return Answer(
        row.kind, row.score, row.channel, frozenset(row.themes),
        to_microseconds(row.answered_at), to_microseconds(row.recorded_at), row.queue,
    )  # fmt: skip
