"""Pure rules of a contract's life."""

from datetime import date, datetime, time, timedelta
from enum import StrEnum

from services.common.zones import zone


class Kind(StrEnum):
    """Why the work is handed over: a missing skill, a peak, a whole function."""

    SPECIALISEE = "specialisee"
    CAPACITE = "capacite"
    EXTERNALISATION = "externalisation"


class Side(StrEnum):
    """Where a party stands."""

    DONNEUR_ORDRE = "donneur_ordre"
    SOUS_TRAITANT = "sous_traitant"


class State(StrEnum):
    """A contract is a draft until both have accepted it or it is given up, and ended once its last day has passed."""

    DRAFT = "draft"
    ABANDONED = "abandoned"
    ACTIVE = "active"
    ENDED = "ended"


def state_of(
    activated_at: datetime | None,
    ends_on: date | None,
    zone_name: str,
    at: datetime,
    abandoned_at: datetime | None = None,
) -> State:
    """The state of a contract at an instant; its last day lasts until midnight in its own zone."""
    if activated_at is None:
        return State.DRAFT if abandoned_at is None else State.ABANDONED
    if ends_on is not None and at.astimezone(zone(zone_name)).date() > ends_on:
        return State.ENDED
    return State.ACTIVE


def beginning_of(starts_on: date, zone_name: str) -> datetime:
    """The first instant of a contract: midnight of its first day in its own zone."""
    return datetime.combine(starts_on, time.min, zone(zone_name))


def may_have_ended_by(at: datetime) -> date:
    """A contract whose last day is this one or later has ended nowhere on Earth."""
    return (at + timedelta(hours=14)).date()


def etag_of(revision: int) -> str:
    """The entity tag of a revision."""
    return f'"{revision}"'


def is_expected(if_match: str | None, revision: int) -> bool:
    """Whether the revision is one that `If-Match` names; without it, any is."""
    if if_match is None:
        return True
    named = {tag.strip() for tag in if_match.split(",")}
    return not named.isdisjoint({"*", etag_of(revision)})
