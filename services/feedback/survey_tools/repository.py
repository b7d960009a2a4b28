"""All queries of survey tools and their deliveries."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, bindparam, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncSession

_TOOL = (
    "id, contract_id, system, name, tolerance_seconds, fields, previous_secret_until, awaiting_secret, created_at,"
    " created_side, created_name, changed_at, changed_side, changed_name"
)
_DELIVERY = (
    "id, received_at, verdict, conflict, reason, trial, event_type, first_id, sha256, size, state, stored, known,"
    " contradicted, questions, reread_at"
)
_ADD = text(
    "INSERT INTO survey_tool (id, contract_id, system, name, sealed_secret, tolerance_seconds, fields, created_side,"
    " created_name) VALUES (:id, :contract, :system, :name, :secret, :tolerance, :fields, :side, :author)"
    f" RETURNING {_TOOL}"
).bindparams(bindparam("fields", type_=JSONB))
_LIST = text(f"SELECT {_TOOL} FROM survey_tool WHERE contract_id = :contract ORDER BY created_at, id")
_FIND = text(f"SELECT {_TOOL} FROM survey_tool WHERE contract_id = :contract AND id = :id")
_MAP = text(
    "UPDATE survey_tool SET fields = :fields, changed_at = clock_timestamp(), changed_side = :side,"
    f" changed_name = :author WHERE contract_id = :contract AND id = :id RETURNING {_TOOL}"
).bindparams(bindparam("fields", type_=JSONB))
# The right side reads the row as it was: the secret until now becomes the previous one.
_ROTATE = text(
    "UPDATE survey_tool SET sealed_previous_secret = sealed_secret, sealed_secret = :secret,"
    " previous_secret_until = CASE WHEN sealed_secret IS NULL OR CAST(:overlap AS integer) = 0 THEN NULL"
    "  ELSE clock_timestamp() + make_interval(secs => CAST(:overlap AS integer)) END"
    f" WHERE contract_id = :contract AND id = :id RETURNING {_TOOL}"
)
_TO_VERIFY = (
    "SELECT id, contract_id, system, sealed_secret, sealed_previous_secret, previous_secret_until, tolerance_seconds,"
    " fields FROM survey_tool WHERE id = :id"
)
_KNOWN = text(_TO_VERIFY)
# Whoever changes what fields are waits until this delivery is kept: it is then read again with the others.
_STEADY = text(f"{_TO_VERIFY} FOR SHARE")
_VALUES = (
    " (contract_id, id, tool_id, received_at, verdict, conflict, reason, trial, event_type, delivery_key, first_id,"
    " sha256, size, state, questions, headers, sealed_body)"
    " SELECT CAST(:contract AS uuid), CAST(:id AS uuid), :tool, CAST(:received_at AS timestamptz), :verdict,"
    " CAST(:conflict AS boolean), CAST(:reason AS text), CAST(:trial AS boolean), CAST(:event_type AS text),"
    " CAST(:delivery_key AS text), CAST(:first_id AS uuid), CAST(:sha256 AS bytea), CAST(:size AS integer), :state,"
    " CAST(:questions AS jsonb), CAST(:headers AS jsonb), CAST(:body AS bytea)"
)
_JSON = (bindparam("questions", type_=JSONB), bindparam("headers", type_=JSONB(none_as_null=True)))
_KEEP = text(f"INSERT INTO survey_delivery{_VALUES} ON CONFLICT DO NOTHING RETURNING id").bindparams(*_JSON)
_KEEP_REJECTED = text(
    f"INSERT INTO survey_delivery{_VALUES} WHERE (SELECT count(*) FROM (SELECT 1 FROM survey_delivery"
    " WHERE contract_id = :contract AND tool_id = :tool AND received_at > :since AND state = 'refused' LIMIT :most)"
    " AS latest) < :most"
).bindparams(*_JSON)
_HOLDER = text(
    "SELECT id, sha256 FROM survey_delivery WHERE tool_id = :tool AND delivery_key = :delivery_key"
    " AND verdict = 'accepted'"
)
_QUARANTINED = text(
    "SELECT id FROM survey_delivery WHERE tool_id = :tool AND sha256 = :sha256 AND verdict = 'malformed'"
)
_HELD = text(
    "SELECT count(*) FROM survey_delivery WHERE contract_id = :contract AND tool_id = :tool AND state = 'held'"
)
_COUNT = text(
    "UPDATE survey_delivery SET stored = :stored, known = :duplicate, contradicted = :conflict, state = :state"
    " WHERE contract_id = :contract AND id = :id"
)
_PAGE = text(
    f"SELECT {_DELIVERY} FROM survey_delivery WHERE contract_id = :contract AND tool_id = :tool"
    " AND (CAST(:state AS text) IS NULL OR state = :state)"
    " AND (CAST(:before AS timestamptz) IS NULL"
    "  OR (received_at, id) < (CAST(:before AS timestamptz), CAST(:before_id AS uuid)))"
    " ORDER BY received_at DESC, id DESC LIMIT :limit"
)
_LATEST = text(
    "SELECT questions FROM survey_delivery WHERE contract_id = :contract AND tool_id = :tool"
    " AND jsonb_array_length(questions) > 0 AND NOT trial ORDER BY received_at DESC, id DESC LIMIT :limit"
)
_WAITING = text(
    "SELECT id, received_at, verdict, headers, sealed_body, sha256, size FROM survey_delivery"
    " WHERE contract_id = :contract AND tool_id = :tool AND state IN ('unmapped', 'quarantined', 'held')"
    " AND sealed_body IS NOT NULL AND NOT trial AND (reread_at IS NULL OR reread_at < CAST(:since AS timestamptz))"
    " ORDER BY received_at, id LIMIT :limit FOR UPDATE"
)
_REREAD = text(
    "UPDATE survey_delivery SET verdict = :verdict, conflict = :conflict, reason = :reason, event_type = :event_type,"
    " delivery_key = :delivery_key, first_id = :first_id, state = :state, questions = :questions, stored = :stored,"
    " known = :duplicate, contradicted = :contradicted, reread_at = :at,"
    " sealed_body = CASE WHEN :keep THEN sealed_body END, headers = CASE WHEN :keep THEN headers END"
    " WHERE contract_id = :contract AND id = :id"
).bindparams(bindparam("questions", type_=JSONB))
_FORGET = text(
    "UPDATE survey_delivery SET sealed_body = NULL, headers = NULL WHERE sealed_body IS NOT NULL AND received_at <"
    " clock_timestamp() - make_interval(days => CASE WHEN state IN ('read', 'nothing') THEN CAST(:read_days AS integer)"
    " ELSE CAST(:waiting_days AS integer) END)"
)
_FORGET_REFUSED = text(
    "DELETE FROM survey_delivery WHERE state = 'refused'"
    " AND received_at < clock_timestamp() - make_interval(days => CAST(:days AS integer))"
)


async def add(session: AsyncSession, values: Mapping[str, Any]) -> Row[Any]:
    """Keep a new tool."""
    return (await session.execute(_ADD, values)).one()


async def of_contract(session: AsyncSession, contract_id: UUID) -> Sequence[Row[Any]]:
    """The tools of a contract."""
    return (await session.execute(_LIST, {"contract": contract_id})).all()


async def find(session: AsyncSession, contract_id: UUID, tool_id: str) -> Row[Any] | None:
    """A tool of a contract."""
    return (await session.execute(_FIND, {"contract": contract_id, "id": tool_id})).one_or_none()


async def map_fields(session: AsyncSession, values: Mapping[str, Any]) -> Row[Any] | None:
    """Say what its fields are."""
    return (await session.execute(_MAP, values)).one_or_none()


async def rotate(session: AsyncSession, values: Mapping[str, Any]) -> Row[Any] | None:
    """Put a new secret in front of the present one."""
    return (await session.execute(_ROTATE, values)).one_or_none()


async def to_verify(session: AsyncSession, tool_id: str, *, steady: bool) -> Row[Any] | None:
    """A tool with its sealed secrets; `steady`: nobody changes it until the end of the transaction."""
    return (await session.execute(_STEADY if steady else _KNOWN, {"id": tool_id})).one_or_none()


async def keep(session: AsyncSession, values: Mapping[str, Any]) -> bool:
    """Keep a delivery unless its key, or of a quarantined one its body, is there already; whether it was kept."""
    return (await session.execute(_KEEP, values)).one_or_none() is not None


async def keep_rejected(session: AsyncSession, values: Mapping[str, Any], since: datetime, most: int) -> None:
    """Note that a delivery was rejected, up to so many since then."""
    await session.execute(_KEEP_REJECTED, {**values, "since": since, "most": most})


async def holder(session: AsyncSession, tool_id: str, delivery_key: str) -> Row[Any] | None:
    """The delivery that holds a key."""
    return (await session.execute(_HOLDER, {"tool": tool_id, "delivery_key": delivery_key})).one_or_none()


async def quarantined(session: AsyncSession, tool_id: str, sha256: bytes) -> UUID | None:
    """The delivery in quarantine that has this body."""
    found: UUID | None = await session.scalar(_QUARANTINED, {"tool": tool_id, "sha256": sha256})
    return found


async def held(session: AsyncSession, contract_id: UUID, tool_id: str) -> int:
    """How many deliveries wait for the secret."""
    return int(await session.scalar(_HELD, {"contract": contract_id, "tool": tool_id}) or 0)


async def count(
    session: AsyncSession, contract_id: UUID, delivery_id: UUID, state: str, counts: dict[str, int]
) -> None:
    """Note what became of the answers of a delivery."""
    await session.execute(_COUNT, {"contract": contract_id, "id": delivery_id, "state": state, **counts})


async def page(
    session: AsyncSession,
    contract_id: UUID,
    tool_id: str,
    state: str | None,
    before: tuple[datetime, UUID] | None,
    limit: int,
) -> Sequence[Row[Any]]:
    """Deliveries of a tool, the newest first."""
    at, delivery_id = before or (None, None)
    values = {
        "contract": contract_id, "tool": tool_id, "state": state, "before": at, "before_id": delivery_id,
        "limit": limit,
    }  # fmt: skip
    return (await session.execute(_PAGE, values)).all()


async def latest_questions(
    session: AsyncSession, contract_id: UUID, tool_id: str, limit: int
) -> list[list[dict[str, Any]]]:
    """The fields of the latest deliveries that had some, the newest first."""
    rows = await session.scalars(_LATEST, {"contract": contract_id, "tool": tool_id, "limit": limit})
    return list(rows)


async def waiting(
    session: AsyncSession, contract_id: UUID, tool_id: str, since: datetime, limit: int
) -> Sequence[Row[Any]]:
    """Deliveries that may be read again and were not since then, the oldest first, locked."""
    values = {"contract": contract_id, "tool": tool_id, "since": since, "limit": limit}
    return (await session.execute(_WAITING, values)).all()


async def reread(session: AsyncSession, values: Mapping[str, Any]) -> None:
    """Note what another reading made of a delivery."""
    await session.execute(_REREAD, values)


async def forget(session: AsyncSession, read_days: int, waiting_days: int, refused_days: int) -> int:
    """Delete the bytes of deliveries that are old enough, and the notes of rejected ones; how many of both."""
    bodies = await session.execute(_FORGET, {"read_days": read_days, "waiting_days": waiting_days})
    notes = await session.execute(_FORGET_REFUSED, {"days": refused_days})
    return int(bodies.rowcount + notes.rowcount)  # type: ignore[attr-defined]
