"""All queries of themes."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Row, bindparam, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncSession

_LOCK = text("SELECT pg_advisory_xact_lock(hashtextextended(:name, 0))")
_NEWEST = text(
    "SELECT version, themes, written_name, written_side, written_at FROM theme_set WHERE contract_id = :contract"
    " ORDER BY version DESC LIMIT 1"
)
_ADD = text(
    "INSERT INTO theme_set (contract_id, version, themes, written_by, written_name, written_side)"
    " VALUES (:contract, :version, :themes, :by, :name, :side)"
).bindparams(bindparam("themes", type_=JSONB))
_UNSEARCHABLE = text(
    "SELECT word FROM unnest(CAST(:words AS text[])) AS word"
    " WHERE numnode(phraseto_tsquery('french', folded(word))) = 0 ORDER BY word"
)
_WAITING = text(
    "SELECT count(*) FROM (SELECT 1 FROM verbatim WHERE contract_id = :contract AND themed < :version LIMIT 1000) AS w"
)
_TAGS = text(
    "SELECT answer_id, code, by, word FROM answer_theme"
    " WHERE contract_id = :contract AND answer_id = ANY(:answers) AND present ORDER BY answer_id, code"
)
_BY_HAND = text(
    "INSERT INTO answer_theme (contract_id, answer_id, code, by, present, written_by, written_name, written_side)"
    " VALUES (:contract, :answer, :code, 'person', :present, :by, :name, :side)"
    " ON CONFLICT (contract_id, answer_id, code) DO UPDATE SET by = 'person', present = excluded.present, word = NULL,"
    " written_by = excluded.written_by, written_name = excluded.written_name, written_side = excluded.written_side,"
    " written_at = clock_timestamp()"
)
_HAS_WORDS = text("SELECT true FROM verbatim WHERE contract_id = :contract AND answer_id = :answer")
_UNTAGGED = text(
    "SELECT a.kind, a.score, a.scale_max, v.text FROM survey_answer a"
    " JOIN verbatim v ON (v.contract_id, v.answer_id) = (a.contract_id, a.id)"
    " WHERE a.contract_id = :contract AND (v.released_at IS NOT NULL OR NOT :released)"
    " AND NOT EXISTS (SELECT 1 FROM answer_theme t WHERE t.contract_id = a.contract_id"
    " AND t.answer_id = a.id AND t.present) ORDER BY a.answered_at DESC, a.id DESC LIMIT :limit"
)
_BEHIND = text(
    "SELECT v.contract_id, v.answer_id, v.themed, s.version FROM contract c"
    " CROSS JOIN LATERAL (SELECT coalesce(max(version), :defaults) AS version FROM theme_set"
    " WHERE contract_id = c.contract_id) s"
    " CROSS JOIN LATERAL (SELECT contract_id, answer_id, themed FROM verbatim"
    " WHERE contract_id = c.contract_id AND themed < s.version"
    # Words that wait for somebody to read them are sorted once they are released.
    " AND (released_at IS NOT NULL OR NOT coalesce((SELECT r.required FROM release_rule r"
    " WHERE r.contract_id = c.contract_id ORDER BY r.id DESC LIMIT 1), false))"
    " LIMIT :limit FOR UPDATE SKIP LOCKED) v LIMIT :limit"
)
_FORGET = text("DELETE FROM answer_theme WHERE contract_id = :contract AND answer_id = ANY(:answers) AND by = 'rule'")
_FIND = text(
    "INSERT INTO answer_theme (contract_id, answer_id, code, by, word)"
    " WITH rule AS MATERIALIZED (SELECT code, word, phraseto_tsquery('french', folded(word)) AS query"
    " FROM unnest(CAST(:codes AS text[]), CAST(:words AS text[])) AS told (code, word))"
    " SELECT v.contract_id, v.answer_id, r.code, 'rule', min(r.word) FROM verbatim v JOIN rule r ON v.search @@ r.query"
    " WHERE v.contract_id = :contract AND v.answer_id = ANY(:answers) GROUP BY v.contract_id, v.answer_id, r.code"
    " ON CONFLICT (contract_id, answer_id, code) DO NOTHING"
)
_THEMED = text("UPDATE verbatim SET themed = :version WHERE contract_id = :contract AND answer_id = ANY(:answers)")


async def lock(session: AsyncSession, contract_id: UUID) -> None:
    """Wait for whoever else writes the themes of a contract, until the end of the transaction."""
    await session.execute(_LOCK, {"name": f"themes {contract_id}"})


async def newest(session: AsyncSession, contract_id: UUID) -> Row[Any] | None:
    """The set that a contract wrote last."""
    return (await session.execute(_NEWEST, {"contract": contract_id})).one_or_none()


async def add(session: AsyncSession, values: Mapping[str, Any]) -> None:
    """Keep a new set."""
    await session.execute(_ADD, values)


async def unsearchable(session: AsyncSession, words: Sequence[str]) -> list[str]:
    """Those of the words of which nothing is left to be searched."""
    return list(await session.scalars(_UNSEARCHABLE, {"words": list(words)}))


async def waiting(session: AsyncSession, contract_id: UUID, version: int) -> int:
    """How many verbatims are still to be tagged by a set, up to 1,000."""
    return int(await session.scalar(_WAITING, {"contract": contract_id, "version": version}) or 0)


async def tags(session: AsyncSession, contract_id: UUID, answers: Sequence[UUID]) -> Sequence[Row[Any]]:
    """Themes of answers."""
    return (await session.execute(_TAGS, {"contract": contract_id, "answers": list(answers)})).all()


async def has_words(session: AsyncSession, contract_id: UUID, answer_id: UUID) -> bool:
    """Whether an answer has words to be tagged."""
    return bool(await session.scalar(_HAS_WORDS, {"contract": contract_id, "answer": answer_id}))


async def tag_by_hand(session: AsyncSession, values: Mapping[str, Any]) -> None:
    """Keep what a person said of a theme of an answer."""
    await session.execute(_BY_HAND, values)


async def untagged(session: AsyncSession, contract_id: UUID, limit: int, *, released: bool) -> Sequence[Row[Any]]:
    """The newest verbatims without a theme; `released`: only those whose words somebody let go."""
    values = {"contract": contract_id, "limit": limit, "released": released}
    return (await session.execute(_UNTAGGED, values)).all()


async def behind(session: AsyncSession, defaults: int, limit: int) -> Sequence[Row[Any]]:
    """Verbatims that the present themes of their contract have not tagged, locked. Worker role only."""
    return (await session.execute(_BEHIND, {"defaults": defaults, "limit": limit})).all()


async def tag(
    session: AsyncSession, contract_id: UUID, answers: Sequence[UUID], rules: Sequence[tuple[str, str]], version: int
) -> None:
    """Tag words by rules (code, word), whatever rules said before; what people said stays. Worker role only."""
    one = {"contract": contract_id, "answers": list(answers)}
    await session.execute(_FORGET, one)
    await session.execute(_FIND, one | {"codes": [code for code, _ in rules], "words": [word for _, word in rules]})
    await session.execute(_THEMED, one | {"version": version})
