"""Correcting a draft, and giving it up."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.common.auth.caller import ContractAccess
from services.common.errors import Forbidden
from services.common.identifiers import new_id
from services.common.instants import now
from services.common.outbox import Relay
from services.contracts import authors
from services.contracts.agreements import repository as agreement_rows
from services.contracts.agreements import service as agreements
from services.contracts.agreements.models import Contract
from services.contracts.agreements.rules import Kind, beginning_of
from services.contracts.agreements.schemas import ContractView, NewContract
from services.contracts.commitments import service as commitments
from services.contracts.drafts import repository, rules
from services.contracts.drafts.errors import DraftInUse, NotADraft
from services.contracts.drafts.models import ContractCorrection
from services.contracts.drafts.neighbours import Neighbours
from services.contracts.drafts.schemas import Correction, CorrectionView
from services.contracts.terms import service as terms


async def correct(
    session: AsyncSession,
    relay: Relay,
    neighbours: Neighbours,
    access: ContractAccess,
    body: Correction,
    if_match: str,
) -> ContractView:
    """Change what a draft says of itself; what was written for its first instant moves with it.

    Raises: Forbidden, Invalid, DraftInUse, NotADraft, PreconditionFailed, Unavailable.
    """
    contract = await _draft(session, access, if_match)
    present = _as_drafted(contract)
    wanted = present.model_copy(update=body.model_dump(include=body.model_fields_set))
    before, after = rules.changes(present.model_dump(), wanted.model_dump())
    if not after:
        return agreements.show(contract)
    await agreements.check(session, wanted)
    leaving = rules.leaving(after)
    if leaving:
        _check_drafter(access, contract)
        if not access.caller.is_platform_admin and wanted.donneur_ordre_id != access.caller.organisation_id:
            raise Forbidden("Only the donneur d'ordre drafts its contracts.")
        await _check_free(session, neighbours, contract.id, leaving)
    first_before = beginning_of(contract.starts_on, contract.zone)
    first_after = beginning_of(wanted.starts_on, wanted.zone)
    await agreement_rows.correct(session, contract.id, after)
    if first_before != first_after:
        await _move_terms(session, access, contract.id, first_before, first_after)
    told = {name: wanted.model_dump(mode="json")[name] for name in after}
    await _record(session, access, contract.id, {name: present.model_dump(mode="json")[name] for name in before}, told)
    await agreements.announce(session, relay, contract)
    return agreements.show(await agreements.read(session, contract.id))


def _as_drafted(contract: Contract) -> NewContract:
    said = {name: getattr(contract, name) for name in NewContract.model_fields}
    return NewContract.model_construct(**said | {"kind": Kind(contract.kind)})


async def _move_terms(
    session: AsyncSession, access: ContractAccess, contract_id: UUID, before: datetime, after: datetime
) -> None:
    for move in (terms.move, commitments.move):
        await move(session, access, contract_id, before, after)


async def abandon(
    session: AsyncSession, relay: Relay, neighbours: Neighbours, access: ContractAccess, if_match: str
) -> None:
    """Give a draft up: nobody but the platform reads it any more.

    Raises: Forbidden, DraftInUse, NotADraft, PreconditionFailed, Unavailable.
    """
    contract = await _draft(session, access, if_match)
    _check_drafter(access, contract)
    await _check_free(session, neighbours, contract.id, [])
    await agreement_rows.correct(session, contract.id, {"abandoned_at": now()})
    await _record(session, access, contract.id, {}, {})
    # Its parties read it until this transaction ends.
    await agreements.announce(session, relay, await agreements.read(session, contract.id))


async def _draft(session: AsyncSession, access: ContractAccess, if_match: str) -> Contract:
    contract = await agreements.lock(session, access.contract_id, if_match)
    if contract.activated_at is not None:
        raise NotADraft("It changes by amendments of both parties.")
    return contract


def _check_drafter(access: ContractAccess, contract: Contract) -> None:
    if not access.caller.is_platform_admin and access.caller.organisation_id != contract.donneur_ordre_id:
        raise Forbidden("Only the donneur d'ordre drafts its contracts.")


async def _check_free(session: AsyncSession, neighbours: Neighbours, contract_id: UUID, leaving: Sequence[str]) -> None:
    # A party that leaves takes nothing along: what it wrote or connected would be read by a stranger.
    held = ["acceptances"] if await repository.was_accepted(session, contract_id) else []
    if leaving and await repository.wrote(session, contract_id, leaving):
        held.append("versions")
    held += dict.fromkeys(await neighbours.holding(contract_id))
    if held:
        raise DraftInUse(f"On this draft hang: {', '.join(held)}.", held_by=held)


async def _record(
    session: AsyncSession, access: ContractAccess, contract_id: UUID, before: dict[str, Any], after: dict[str, Any]
) -> None:
    columns = {"id": new_id(), "contract_id": contract_id, "before": before, "after": after}
    await repository.add(session, {**columns, **authors.columns_of(access)})


async def list_made(
    session: AsyncSession, contract_id: UUID, after: UUID | None, limit: int
) -> Sequence[ContractCorrection]:
    """Corrections of a contract while it was a draft."""
    return await repository.page(session, contract_id, after, limit)


def show(correction: ContractCorrection) -> CorrectionView:
    """A correction as both parties read it."""
    return CorrectionView.model_validate({**vars(correction), **authors.shown(correction)})
