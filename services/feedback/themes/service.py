"""Reading and writing the themes of a contract, tagging by hand and by rules."""

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.common.auth.caller import ContractAccess
from services.common.errors import FieldFault, Invalid, NotFound, PreconditionFailed
from services.feedback.releases.service import sight_of
from services.feedback.themes import repository
from services.feedback.themes.defaults import DEFAULT_THEMES, DEFAULTS, FIRST_OWN
from services.feedback.themes.rules import is_low, suggestions
from services.feedback.themes.schemas import (
    Author,
    NewThemes,
    Suggestion,
    SuggestionsOut,
    Tag,
    TagsOut,
    Theme,
    ThemesOut,
)

LOOKED_THROUGH = 2_000
"""Verbatims without a theme in which suggestions are looked for, the newest first."""


async def read(session: AsyncSession, contract_id: UUID) -> ThemesOut:
    """The themes of a contract: its own, or those that every contract begins with."""
    row = await repository.newest(session, contract_id)
    version = DEFAULTS if row is None else row.version
    return ThemesOut(
        version=version,
        own=row is not None,
        items=list(DEFAULT_THEMES) if row is None else [Theme.model_validate(one) for one in row.themes],
        author=None if row is None else Author(name=row.written_name, side=row.written_side),
        written_at=None if row is None else row.written_at,
        waiting=await repository.waiting(session, contract_id, version),
    )


async def write(session: AsyncSession, access: ContractAccess, if_match: str, wanted: NewThemes) -> ThemesOut:
    """Replace all themes; words are tagged again in the background. Raises: PreconditionFailed, Invalid."""
    await repository.lock(session, access.contract_id)
    row = await repository.newest(session, access.contract_id)
    version = DEFAULTS if row is None else row.version
    if if_match.strip() != etag_of(version):
        raise PreconditionFailed("Somebody changed the themes since they were read.")
    lost = set(await repository.unsearchable(session, [word for one in wanted.items for word in one.words]))
    faults = [
        FieldFault(f"items.{place}.words.{number}", "holds nothing that can be searched")
        for place, one in enumerate(wanted.items)
        for number, word in enumerate(one.words)
        if word in lost
    ]
    if faults:
        raise Invalid(*faults)
    await repository.add(
        session,
        {
            "contract": access.contract_id,
            "version": FIRST_OWN if row is None else row.version + 1,
            "themes": [one.model_dump() for one in wanted.items],
            **author_of(access),
        },
    )
    return await read(session, access.contract_id)


async def say(session: AsyncSession, access: ContractAccess, answer_id: UUID, code: str, *, present: bool) -> TagsOut:
    """Add a theme to an answer by hand, or take it away; again is no failure. Raises: NotFound."""
    themes = await read(session, access.contract_id)
    known = any(one.code == code for one in themes.items)
    if not known or not await repository.has_words(session, access.contract_id, answer_id):
        raise NotFound
    values = {"contract": access.contract_id, "answer": answer_id, "code": code, "present": present}
    await repository.tag_by_hand(session, values | author_of(access))
    told = await tags_of(session, access.contract_id, [answer_id])
    return TagsOut(answer_id=answer_id, themes=told[answer_id])


async def tags_of(session: AsyncSession, contract_id: UUID, answers: Sequence[UUID]) -> dict[UUID, list[Tag]]:
    """Themes of each answer; none where there are none."""
    found: dict[UUID, list[Tag]] = defaultdict(list)
    for row in await repository.tags(session, contract_id, answers) if answers else []:
        found[row.answer_id].append(Tag(code=row.code, by=row.by, word=row.word))
    return found


async def suggest(session: AsyncSession, access: ContractAccess) -> SuggestionsOut:
    """Words of customers who were not pleased, where no theme was found."""
    sight = await sight_of(session, access)
    rows = await repository.untagged(session, access.contract_id, LOOKED_THROUGH, released=not sight.sees_all)
    texts = [row.text for row in rows if is_low(row.kind, row.score, row.scale_max)]
    items = [Suggestion(word=word, answers=answers) for word, answers in suggestions(texts)]
    return SuggestionsOut(read=len(texts), items=items)


async def tag_batch(session: AsyncSession, limit: int) -> dict[UUID, list[UUID]]:
    """Tag what the present themes have not; by contract, the answers that never were before. Worker role only."""
    fresh: dict[UUID, list[UUID]] = defaultdict(list)
    groups: dict[tuple[UUID, int], list[UUID]] = defaultdict(list)
    for row in await repository.behind(session, DEFAULTS, limit):
        groups[row.contract_id, row.version].append(row.answer_id)
        # Of those tagged anew nothing is to be done; the key says that there was work.
        fresh[row.contract_id] += [row.answer_id] if row.themed == 0 else []
    for (contract_id, version), answers in groups.items():
        themes = await read(session, contract_id)
        rules = [(one.code, word) for one in themes.items for word in one.words]
        await repository.tag(session, contract_id, answers, rules, version)
    return fresh


def etag_of(version: int) -> str:
    """What `If-Match` expects."""
    return f'"{version}"'


def author_of(access: ContractAccess) -> dict[str, str | None]:
    """What is kept of who writes."""
    return {"by": access.caller.subject, "name": access.caller.name, "side": access.side}
