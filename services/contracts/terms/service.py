"""Writing parameters: at once while the contract is a draft, as an amendment of both afterwards."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.common.auth.caller import ContractAccess
from services.common.errors import FieldFault, Invalid
from services.common.identifiers import new_id
from services.common.outbox import Relay
from services.contracts import authors
from services.contracts.agreements import service as agreements
from services.contracts.notifications import service as notifications
from services.contracts.notifications.rules import Kind
from services.contracts.terms import repository, rules
from services.contracts.terms.errors import ContractAccepted
from services.contracts.terms.models import TermsVersion
from services.contracts.terms.schemas import Parameters, VersionView


async def write(
    session: AsyncSession, relay: Relay, access: ContractAccess, body: Parameters, if_match: str | None
) -> tuple[VersionView, int]:
    """Record a version of a draft, or propose an amendment; with the contract's revision.

    A text that is already the newest for its instant stays as it is.
    Raises: Invalid, Conflict, PreconditionFailed.
    """
    unknown = body.unknown_schedules()
    if unknown:
        raise Invalid(*(FieldFault(field, "must be the name of one of the schedules, or null") for field in unknown))
    contract = await agreements.lock(session, access.contract_id, if_match)
    if contract.activated_at is not None and access.side is None:
        raise ContractAccepted("Only its parties amend it.")
    kept = body.body()
    digest = rules.digest_of(rules.version_text(contract.id, body.valid_from, kept))
    newest = await repository.newest(session, contract.id, body.valid_from)
    if newest is not None and newest.digest == digest and body.comment in (None, newest.comment):
        return show(newest), contract.revision
    state = "in_force" if contract.activated_at is None else "proposed"
    version = await repository.add(
        session,
        {
            "id": new_id(),
            "contract_id": contract.id,
            "valid_from": body.valid_from,
            "state": state,
            "digest": digest,
            "body": kept,
            "comment": body.comment,
            **authors.columns_of(access),
        },
    )
    if state == "proposed":
        await notifications.note_to_other(session, access, Kind.AMENDMENT_PROPOSED, version.id, part="parameters")
        return show(version), contract.revision
    return show(version), await agreements.announce(session, relay, contract)


async def move(
    session: AsyncSession, access: ContractAccess, contract_id: UUID, before: datetime, after: datetime
) -> None:
    """Let what rules a locked draft from one instant on rule from another; what stood there is withdrawn."""
    rows = [row for row in await repository.ruling(session, contract_id) if row.valid_from == before]
    await repository.take_out(session, contract_id, before)
    for row in rows:
        columns = {
            "id": new_id(),
            "contract_id": contract_id,
            "valid_from": after,
            "state": "in_force",
            "digest": rules.digest_of(rules.version_text(contract_id, after, row.body)),
            "body": row.body,
            **authors.columns_of(access),
        }
        await repository.add(session, columns)


async def list_versions(
    session: AsyncSession, contract_id: UUID, after: UUID | None, limit: int
) -> Sequence[TermsVersion]:
    """Every version that was ever recorded or proposed."""
    return await repository.page(session, contract_id, after, limit)


def show(version: TermsVersion) -> VersionView:
    """A version as both parties read it."""
    return VersionView.model_validate(
        {
            "id": version.id,
            "contract_id": version.contract_id,
            "valid_from": version.valid_from,
            "recorded_at": version.recorded_at,
            "state": version.state,
            "digest": version.digest,
            "comment": version.comment,
            **authors.shown(version),
            **version.body,
        }
    )
