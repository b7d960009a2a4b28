"""Making invitations: each key once, each customer once in a while; whoever asked for the links sends them."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.errors import Conflict, FieldFault, Invalid
from services.common.identifiers import new_id
from services.common.instants import now
from services.common.pseudonyms import pseudonymiser
from services.feedback.answers.doors import Means
from services.feedback.surveys import repository
from services.feedback.surveys.models import Survey, SurveyInvitation
from services.feedback.surveys.rules.keys import customer_of
from services.feedback.surveys.rules.links import PATH, answer_token
from services.feedback.surveys.schemas import (
    InvitationCounts,
    InvitationFate,
    InvitationsMade,
    NewInvitation,
    Verdict,
)


class Desk:
    """What making links takes beside the database."""

    def __init__(self, means: Means, key: bytes, public_url: str) -> None:
        self._means = means
        self._key = key
        self._public_url = public_url

    async def invite(self, session: AsyncSession, survey: Survey, wanted: Sequence[NewInvitation]) -> InvitationsMade:
        """One fate for each, in order. Raises: Conflict when the survey is closed, Invalid."""
        if not survey.active:
            raise Conflict("The survey is closed: nobody is invited to it.")
        self._check_languages(survey, wanted)
        pseudonym = pseudonymiser(self._means.pseudonym_key, survey.contract_id)
        customers = [pseudonym(customer_of(one.customer_key)) for one in wanted]
        digests = [pseudonym(f"invitation {one.key}") for one in wanted]
        # Whoever invites one of these customers waits: otherwise neither would see the other's invitation.
        await repository.lock_customers(session, survey.contract_id, sorted(set(customers)))
        held = await repository.by_keys(session, survey.contract_id, survey.id, digests)
        last = await repository.last_invited(session, survey.contract_id, sorted(set(customers)))
        at = now()
        fresh: dict[str, dict[str, Any]] = {}
        for one, customer, digest in zip(wanted, customers, digests, strict=True):
            if digest in held or digest in fresh:
                continue
            rests = customer in last and at - last[customer] < timedelta(days=survey.rest_days)
            fresh[digest] = _columns(survey, one, None if rests else customer, digest, at)
            if not rests:
                last[customer] = at
        # In one order for everybody: two batches with the same keys wait for each other, and neither for ever.
        added = await repository.add_invitations(session, [fresh[digest] for digest in sorted(fresh)])
        # Somebody else took the same key meanwhile, for another customer: theirs is the invitation.
        lost = [digest for digest, row in fresh.items() if row["id"] not in added]
        held |= await repository.by_keys(session, survey.contract_id, survey.id, lost) if lost else {}
        known = {digest: _standing(row, at) for digest, row in held.items()}
        made = {digest: _Standing(row["verdict"], row["id"], row["expires_at"]) for digest, row in fresh.items()}
        items = [
            self._fate(one.key, {**made, **known}[digest], new=digest not in known and digests.index(digest) == place)
            for place, (one, digest) in enumerate(zip(wanted, digests, strict=True))
        ]
        counts = {name: sum(item.verdict == name for item in items) for name in ("invited", "duplicate", "fatigued")}
        return InvitationsMade(items=items, summary=InvitationCounts(**counts))

    def _fate(self, key: str, standing: "_Standing", *, new: bool) -> InvitationFate:
        verdict: Verdict = "fatigued" if standing.verdict == "fatigued" else "invited" if new else "duplicate"
        url = None
        if standing.expires_at is not None:
            url = f"{self._public_url}{PATH}{answer_token(self._key, standing.id)}"
        return InvitationFate(key=key, verdict=verdict, url=url, expires_at=standing.expires_at)

    @staticmethod
    def _check_languages(survey: Survey, wanted: Sequence[NewInvitation]) -> None:
        faults = [
            FieldFault(f"invitations.{place}.language", "is not a language of the survey")
            for place, one in enumerate(wanted)
            if one.language is not None and one.language not in survey.languages
        ]
        if faults:
            raise Invalid(*faults)


class _Standing(msgspec.Struct, frozen=True):
    """An invitation under a key; `expires_at` is null where its link opens nothing (any more)."""

    verdict: str
    id: UUID
    expires_at: datetime | None


def _standing(row: SurveyInvitation, at: datetime) -> _Standing:
    over = row.expires_at is None or row.expires_at <= at or row.answered_at is not None or row.erased_at is not None
    return _Standing(row.verdict, row.id, None if over else row.expires_at)


def _columns(survey: Survey, one: NewInvitation, customer: str | None, digest: str, at: datetime) -> dict[str, Any]:
    """A row; of a customer who is left in peace nothing is kept but that there was one."""
    invited = customer is not None
    return {
        "contract_id": survey.contract_id,
        "id": new_id(),
        "survey_id": survey.id,
        "key_digest": digest,
        "verdict": "invited" if invited else "fatigued",
        "customer": customer,
        "ticket_id": one.ticket_id if invited else None,
        "ticket_url": one.ticket_url if invited else None,
        "channel": one.channel if invited else None,
        "queue": one.queue if invited else None,
        "language": one.language if invited else None,
        "invited_at": at,
        "expires_at": (one.answer_by or at + timedelta(days=survey.open_days)) if invited else None,
    }
