"""All queries of requests of persons, and of the answers that are theirs."""

import re
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Row, bindparam, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncSession

_LIKE_SIGN = re.compile(r"[%_\\]")
_SHOWN = (
    "id, kind, state, received_on, due_on, extended, in_charge, case_reference, identified_by, pseudonyms, erasure,"
    " erased, steps"
)
_ADD = text(
    "INSERT INTO person_request (contract_id, id, kind, received_on, due_on, in_charge, case_reference, identified_by,"
    " pseudonyms, sealed_references, steps) VALUES (:contract, :id, :kind, :received_on, :due_on, :in_charge,"
    f" :case_reference, :identified_by, :pseudonyms, :sealed, :steps) RETURNING {_SHOWN}"
).bindparams(bindparam("steps", type_=JSONB))
_LIST = text(
    f"SELECT {_SHOWN} FROM person_request WHERE contract_id = :contract"
    " AND (CAST(:before AS uuid) IS NULL OR id < CAST(:before AS uuid)) ORDER BY id DESC LIMIT :limit"
)
_LOCK = text(f"SELECT {_SHOWN} FROM person_request WHERE contract_id = :contract AND id = :id FOR UPDATE")
_SEALED = text("SELECT sealed_references FROM person_request WHERE contract_id = :contract AND id = :id")
_CHANGE = text(
    "UPDATE person_request SET state = :state, due_on = :due_on, extended = :extended, erasure = :erasure,"
    f" steps = steps || :step WHERE contract_id = :contract AND id = :id RETURNING {_SHOWN}"
).bindparams(bindparam("step", type_=JSONB))
_FORGET = text(
    "UPDATE person_request SET sealed_references = NULL, found_tickets = NULL"
    " WHERE contract_id = :contract AND id = :id"
)
_NEXT = text(
    "SELECT contract_id, id, erasure, erased, sealed_references, found_tickets FROM person_request"
    " WHERE erasure IN ('ordered', 'words') ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED"
)
_PROMISED = text("UPDATE person_request SET erasure = 'waiting' WHERE contract_id = :contract AND id = :id")
_TOLD = text(
    "UPDATE person_request SET erasure = 'words', erased = :erased, found_tickets = :found"
    " WHERE contract_id = :contract AND id = :id AND erasure = 'waiting'"
).bindparams(bindparam("erased", type_=JSONB), bindparam("found", type_=JSONB))
_DONE = text(
    "UPDATE person_request SET erasure = 'done', erased = :erased, steps = steps || :step, sealed_references = NULL,"
    " found_tickets = NULL WHERE contract_id = :contract AND id = :id"
).bindparams(bindparam("erased", type_=JSONB), bindparam("step", type_=JSONB))
_NOTE = text("UPDATE person_request SET steps = steps || :step WHERE contract_id = :contract AND id = :id").bindparams(
    bindparam("step", type_=JSONB)
)
_NAMED = text(
    "SELECT a.id FROM survey_answer a WHERE a.contract_id = :contract AND (a.id::text = ANY(:answers)"
    " OR a.answer_key = ANY(:answers) OR (a.door <> 'ticket' AND a.ticket_id = ANY(:tickets))"
    " OR (a.source_id, a.ticket_id) IN (SELECT * FROM unnest(CAST(:sources AS text[]), CAST(:ids AS text[]))))"
)
_TOLD_WITH = text(
    "SELECT id, answer_key FROM survey_answer WHERE contract_id = :contract AND door = 'ticket'"
    " AND (source_id, ticket_id) IN (SELECT * FROM unnest(CAST(:sources AS text[]), CAST(:ids AS text[])))"
)
_KEYED = text(
    "SELECT id FROM survey_answer WHERE contract_id = :contract AND source_id = :source AND answer_key = ANY(:keys)"
)
_WORDS = text(
    "SELECT answer_id, sealed_text FROM answer_comment WHERE contract_id = :contract"
    " AND (CAST(:after AS uuid) IS NULL OR answer_id > CAST(:after AS uuid)) ORDER BY answer_id LIMIT :limit"
)
_KEYS = text(
    "SELECT id FROM survey_answer WHERE contract_id = :contract AND door <> 'ticket'"
    " AND lower(concat_ws(' ', answer_key, ticket_url)) LIKE ANY(:likes)"
)
_ANSWERS = text(
    "SELECT a.id, a.source_id, a.answer_key, a.ticket_id, a.ticket_url, a.kind, a.score, a.scale_max, a.channel,"
    " a.queue, a.answered_at, a.recorded_at, a.door, c.sealed_text, v.text FROM survey_answer a"
    " LEFT JOIN answer_comment c ON (c.contract_id, c.answer_id) = (a.contract_id, a.id)"
    " LEFT JOIN verbatim v ON (v.contract_id, v.answer_id) = (a.contract_id, a.id)"
    " WHERE a.contract_id = :contract AND a.id = ANY(:ids) ORDER BY a.answered_at, a.id"
)
_ERASE = (
    text("DELETE FROM mask_correction WHERE contract_id = :contract AND answer_id = ANY(:ids)"),
    text("DELETE FROM answer_theme WHERE contract_id = :contract AND answer_id = ANY(:ids)"),
    # What people wrote about it may quote it: that it was written, when and by whom stays.
    text(
        "UPDATE relay_step SET text = NULL, erased = true"
        " WHERE contract_id = :contract AND answer_id = ANY(:ids) AND text IS NOT NULL"
    ),
    text("DELETE FROM verbatim WHERE contract_id = :contract AND answer_id = ANY(:ids)"),
    text("DELETE FROM answer_comment WHERE contract_id = :contract AND answer_id = ANY(:ids)"),
    text(
        "UPDATE survey_answer SET erased_at = clock_timestamp(), ticket_url = NULL"
        " WHERE contract_id = :contract AND id = ANY(:ids)"
    ),
    # What a survey tool sent of them, with what it knows of the person beside.
    text(
        "UPDATE survey_delivery SET sealed_body = NULL, headers = NULL WHERE contract_id = :contract AND id IN"
        " (SELECT delivery_id FROM survey_answer WHERE contract_id = :contract AND id = ANY(:ids))"
    ),
)
_BODIES = text(
    "SELECT id, sealed_body FROM survey_delivery WHERE contract_id = :contract AND sealed_body IS NOT NULL"
    " AND (CAST(:after AS uuid) IS NULL OR id > CAST(:after AS uuid)) ORDER BY id LIMIT :limit"
)
_ERASE_BODIES = text(
    "UPDATE survey_delivery SET sealed_body = NULL, headers = NULL WHERE contract_id = :contract AND id = ANY(:ids)"
)
_RENAME = text("UPDATE survey_answer SET answer_key = :key WHERE contract_id = :contract AND id = :id")


async def add(session: AsyncSession, values: Mapping[str, Any]) -> Row[Any]:
    """Keep a new request."""
    return (await session.execute(_ADD, values)).one()


async def page(session: AsyncSession, contract_id: UUID, before: UUID | None, limit: int) -> Sequence[Row[Any]]:
    """Requests of a contract, the newest first."""
    return (await session.execute(_LIST, {"contract": contract_id, "before": before, "limit": limit})).all()


async def lock(session: AsyncSession, contract_id: UUID, request_id: UUID) -> Row[Any] | None:
    """A request, until the end of the transaction."""
    return (await session.execute(_LOCK, {"contract": contract_id, "id": request_id})).one_or_none()


async def sealed_references(session: AsyncSession, contract_id: UUID, request_id: UUID) -> bytes | None:
    """How the person is found, sealed; None once forgotten. Worker role only."""
    sealed: bytes | None = await session.scalar(_SEALED, {"contract": contract_id, "id": request_id})
    return sealed


async def change(session: AsyncSession, values: Mapping[str, Any]) -> Row[Any]:
    """Write what a step changes."""
    return (await session.execute(_CHANGE, values)).one()


async def note(session: AsyncSession, contract_id: UUID, request_id: UUID, step: Mapping[str, Any]) -> None:
    """Write down a step that changes nothing else."""
    await session.execute(_NOTE, {"contract": contract_id, "id": request_id, "step": [step]})


async def forget(session: AsyncSession, contract_id: UUID, request_id: UUID) -> None:
    """How the person was found is needed no more."""
    await session.execute(_FORGET, {"contract": contract_id, "id": request_id})


async def next_to_erase(session: AsyncSession) -> Row[Any] | None:
    """A request whose erasure has work for feedback, locked."""
    return (await session.execute(_NEXT)).one_or_none()


async def promised(session: AsyncSession, contract_id: UUID, request_id: UUID) -> None:
    """kpi will hear of the erasure."""
    await session.execute(_PROMISED, {"contract": contract_id, "id": request_id})


async def told(
    session: AsyncSession, contract_id: UUID, request_id: UUID, erased: Mapping[str, int], found: Sequence[Any]
) -> None:
    """kpi has erased its part; told again it changes nothing."""
    values = {"contract": contract_id, "id": request_id, "erased": erased, "found": found}
    await session.execute(_TOLD, values)


async def done(
    session: AsyncSession, contract_id: UUID, request_id: UUID, erased: Mapping[str, int], step: Mapping[str, Any]
) -> None:
    """All is erased; how the person was found is forgotten."""
    values = {"contract": contract_id, "id": request_id, "erased": erased, "step": [step]}
    await session.execute(_DONE, values)


async def answers_named(
    session: AsyncSession, contract_id: UUID, named: Sequence[str], tickets: Sequence[tuple[str, str]],
    ticket_ids: Sequence[str],
) -> set[UUID]:  # fmt: skip
    """Answers that are named, or that came with one of the tickets or name it."""
    values = {
        "contract": contract_id,
        "answers": list(named),
        "tickets": [*ticket_ids, *(ticket for _, ticket in tickets)],
        "sources": [source for source, _ in tickets],
        "ids": [ticket for _, ticket in tickets],
    }
    return {row.id for row in await session.execute(_NAMED, values)}


async def answers_keyed(session: AsyncSession, contract_id: UUID, source_id: str, keys: Sequence[str]) -> set[UUID]:
    """Answers of a source under these keys."""
    values = {"contract": contract_id, "source": source_id, "keys": list(keys)}
    return {row.id for row in await session.execute(_KEYED, values)}


async def told_with(session: AsyncSession, contract_id: UUID, tickets: Sequence[tuple[str, str]]) -> dict[UUID, str]:
    """Answers that came with these tickets, with their keys: digests, which name nobody."""
    values = {
        "contract": contract_id,
        "sources": [source for source, _ in tickets],
        "ids": [ticket for _, ticket in tickets],
    }
    return {row.id: row.answer_key for row in await session.execute(_TOLD_WITH, values)}


async def answers_holding(session: AsyncSession, contract_id: UUID, needles: Sequence[str]) -> set[UUID]:
    """Answers whose sender's key or link holds one of the texts."""
    likes = ["%" + _LIKE_SIGN.sub(r"\\\g<0>", needle) + "%" for needle in needles]
    return {row.id for row in await session.execute(_KEYS, {"contract": contract_id, "likes": likes})}


async def words(session: AsyncSession, contract_id: UUID, after: UUID | None, limit: int) -> Sequence[Row[Any]]:
    """A batch of sealed words, in order."""
    return (await session.execute(_WORDS, {"contract": contract_id, "after": after, "limit": limit})).all()


async def answers(session: AsyncSession, contract_id: UUID, ids: Sequence[UUID]) -> Sequence[Row[Any]]:
    """Answers with their words, sealed and shown."""
    return (await session.execute(_ANSWERS, {"contract": contract_id, "ids": list(ids)})).all()


async def erase(session: AsyncSession, contract_id: UUID, keys: Mapping[UUID, str]) -> None:
    """Delete the words of answers, all that was made of them and what their senders called them.

    Score, question and instant stay, and the steps of their relay without what was written in them.
    """
    for statement in _ERASE:
        await session.execute(statement, {"contract": contract_id, "ids": list(keys)})
    for answer_id, key in keys.items():
        await session.execute(_RENAME, {"contract": contract_id, "id": answer_id, "key": key})


async def bodies(session: AsyncSession, contract_id: UUID, after: UUID | None, limit: int) -> Sequence[Row[Any]]:
    """A batch of what survey tools sent, sealed, in order."""
    return (await session.execute(_BODIES, {"contract": contract_id, "after": after, "limit": limit})).all()


async def erase_bodies(session: AsyncSession, contract_id: UUID, ids: Sequence[UUID]) -> None:
    """Delete what survey tools sent in these deliveries; that they came stays known."""
    await session.execute(_ERASE_BODIES, {"contract": contract_id, "ids": list(ids)})
