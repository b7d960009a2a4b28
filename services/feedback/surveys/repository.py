"""All queries of surveys and invitations."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, select, text, tuple_
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.feedback.surveys.models import Survey, SurveyInvitation

# In one order for everybody; the space apart from that of tickets.
_LOCK_CUSTOMERS = text(
    "SELECT pg_advisory_xact_lock(number) FROM (SELECT DISTINCT"
    " hashtextextended(CAST(:contract AS text) || ' survey ' || customer, 0) AS number"
    " FROM unnest(CAST(:customers AS text[])) AS customer ORDER BY number) AS numbers"
)
_LAST_INVITED = text(
    "SELECT customer, max(invited_at) AS invited_at FROM survey_invitation WHERE contract_id = :contract"
    " AND customer = ANY(:customers) AND verdict = 'invited' GROUP BY customer"
)
_ZONE = text("SELECT zone FROM contract WHERE contract_id = :contract")
_COUNTS = text(
    "SELECT m.place, count(*) FILTER (WHERE verdict = 'invited') AS invited,"
    " count(*) FILTER (WHERE verdict = 'fatigued') AS fatigued, count(answered_at) AS answered,"
    " count(*) FILTER (WHERE answered_at IS NULL AND expires_at <= :at) AS expired,"
    " count(*) FILTER (WHERE answered_at IS NULL AND expires_at > :at) AS open,"
    " count(refused_at) AS refused"
    " FROM unnest(CAST(:firsts AS timestamptz[]), CAST(:ends AS timestamptz[]))"
    " WITH ORDINALITY AS m (first, past, place)"
    " JOIN survey_invitation i ON i.contract_id = :contract AND i.survey_id = :survey"
    " AND i.invited_at >= m.first AND i.invited_at < m.past GROUP BY m.place"
)
_LOCK_INVITATION = text(
    "SELECT contract_id, id, survey_id, ticket_id, ticket_url, channel, queue, language, expires_at, answered_at,"
    " answer_digest FROM survey_invitation WHERE id = :id AND verdict = 'invited' FOR UPDATE"
)
_READ_INVITATION = text(_LOCK_INVITATION.text.removesuffix(" FOR UPDATE"))
_ANSWERED = text(
    "UPDATE survey_invitation SET answered_at = :at, answer_digest = :digest WHERE contract_id = :contract AND id = :id"
)
_REFUSED = text(
    "UPDATE survey_invitation SET refused_at = :at WHERE contract_id = :contract AND id = :id AND refused_at IS NULL"
)
_OF_PERSON = text(
    "SELECT id, survey_id, ticket_id, ticket_url, channel, queue, invited_at, expires_at, answered_at"
    " FROM survey_invitation WHERE contract_id = :contract"
    " AND (customer = ANY(:customers) OR ticket_id = ANY(:tickets)) ORDER BY id"
)
_AGED = text(
    "SELECT i.contract_id, i.id FROM survey_invitation i"
    " JOIN survey s ON (s.contract_id, s.id) = (i.contract_id, i.survey_id)"
    " WHERE i.verdict = 'invited' AND i.erased_at IS NULL"
    " AND i.invited_at + make_interval(months => s.kept_months) <= :at"
    " ORDER BY i.contract_id LIMIT :limit FOR UPDATE OF i SKIP LOCKED"
)
_FORGET = text(
    "UPDATE survey_invitation SET id = gen_random_uuid(), customer = NULL, ticket_id = NULL, ticket_url = NULL,"
    " answer_digest = NULL, erased_at = :at WHERE contract_id = :contract AND id = ANY(:ids)"
)
_SURVEY = text("SELECT * FROM survey WHERE id = :id")


async def add(session: AsyncSession, survey: Survey) -> None:
    """Keep a new survey."""
    session.add(survey)
    await session.flush()


async def page(session: AsyncSession, contract_id: UUID, before: UUID | None, limit: int) -> Sequence[Survey]:
    """Surveys of a contract, the newest first."""
    query = select(Survey).where(Survey.contract_id == contract_id).order_by(Survey.id.desc()).limit(limit)
    if before is not None:
        query = query.where(Survey.id < before)
    return (await session.scalars(query)).all()


async def find(session: AsyncSession, contract_id: UUID, survey_id: UUID, *, lock: bool = False) -> Survey | None:
    """A survey, until the end of the transaction if need be."""
    query = select(Survey).where(Survey.contract_id == contract_id, Survey.id == survey_id)
    found: Survey | None = await session.scalar(query.with_for_update() if lock else query)
    return found


async def of_preview(session: AsyncSession, survey_id: UUID) -> Row[Any] | None:
    """A survey of whatever contract. Worker role only."""
    return (await session.execute(_SURVEY, {"id": survey_id})).one_or_none()


async def lock_customers(session: AsyncSession, contract_id: UUID, customers: Sequence[str]) -> None:
    """Wait for whoever else invites these customers, until the end of this transaction."""
    await session.execute(_LOCK_CUSTOMERS, {"contract": str(contract_id), "customers": list(customers)})


async def last_invited(session: AsyncSession, contract_id: UUID, customers: Sequence[str]) -> dict[str, datetime]:
    """When each was last invited, by whatever survey of the contract."""
    rows = await session.execute(_LAST_INVITED, {"contract": contract_id, "customers": list(customers)})
    return {row.customer: row.invited_at for row in rows}


async def by_keys(
    session: AsyncSession, contract_id: UUID, survey_id: UUID, digests: Sequence[str]
) -> dict[str, SurveyInvitation]:
    """Invitations that were made under these keys."""
    query = select(SurveyInvitation).where(
        tuple_(SurveyInvitation.contract_id, SurveyInvitation.survey_id) == (contract_id, survey_id),
        SurveyInvitation.key_digest.in_(digests),
    )
    return {row.key_digest: row for row in await session.scalars(query)}


async def add_invitations(session: AsyncSession, rows: Sequence[Mapping[str, Any]]) -> set[UUID]:
    """Keep invitations whose key is new; the ids of those that were."""
    if not rows:
        return set()
    added = await session.scalars(
        insert(SurveyInvitation)
        .values(list(rows))
        .on_conflict_do_nothing(index_elements=["contract_id", "survey_id", "key_digest"])
        .returning(SurveyInvitation.id)
    )
    return set(added)


async def zone_of(session: AsyncSession, contract_id: UUID) -> str | None:
    """The zone of a contract; None while contracts has not told it."""
    zone: str | None = await session.scalar(_ZONE, {"contract": contract_id})
    return zone


async def counts(
    session: AsyncSession, contract_id: UUID, survey_id: UUID, spans: Sequence[tuple[datetime, datetime]], at: datetime
) -> dict[int, Row[Any]]:
    """What became of the invitations of each span, by its place among them; of a span without any, nothing."""
    values = {
        "contract": contract_id,
        "survey": survey_id,
        "firsts": [first for first, _ in spans],
        "ends": [end for _, end in spans],
        "at": at,
    }
    return {row.place - 1: row for row in await session.execute(_COUNTS, values)}


async def invitation(session: AsyncSession, invitation_id: UUID, *, lock: bool = False) -> Row[Any] | None:
    """An invitation of whatever contract, until the end of the transaction if need be. Worker role only."""
    query = _LOCK_INVITATION if lock else _READ_INVITATION
    return (await session.execute(query, {"id": invitation_id})).one_or_none()


async def answered(session: AsyncSession, row: Row[Any], at: datetime, digest: str) -> None:
    """The invitation is used."""
    values = {"contract": row.contract_id, "id": row.id, "at": at, "digest": digest}
    await session.execute(_ANSWERED, values)


async def of_person(
    session: AsyncSession, contract_id: UUID, customers: Sequence[str], tickets: Sequence[str]
) -> Sequence[Row[Any]]:
    """Invitations of customers with these pseudonyms, or that name these tickets."""
    values = {"contract": contract_id, "customers": list(customers), "tickets": list(tickets)}
    return (await session.execute(_OF_PERSON, values)).all()


async def aged(session: AsyncSession, at: datetime, limit: int) -> Sequence[Row[Any]]:
    """Invitations that were kept as long as their survey says, locked. Worker role only."""
    return (await session.execute(_AGED, {"at": at, "limit": limit})).all()


async def forget(session: AsyncSession, contract_id: UUID, ids: Sequence[UUID], at: datetime) -> None:
    """Leave nothing that ties invitations to anybody, a link that is still out included: another id opens nothing."""
    await session.execute(_FORGET, {"contract": contract_id, "ids": list(ids), "at": at})


async def refused(session: AsyncSession, row: Row[Any], at: datetime) -> None:
    """An answer came too late; the first time is noted."""
    await session.execute(_REFUSED, {"contract": row.contract_id, "id": row.id, "at": at})
