"""Telling the other services what a contract has become, and answering what they ask."""

from collections import defaultdict
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, TypeVar
from uuid import UUID

from pydantic import BaseModel
from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.database import after_commit
from services.common.errors import NotFound
from services.common.identifiers import parse_id
from services.common.outbox import Relay, tell
from services.contracts.directory import repository
from services.contracts.directory.schemas import (
    ClientSnapshot,
    CommitmentSnapshot,
    ContractSnapshot,
    ObjectiveSnapshot,
    OrganisationName,
    PartySnapshot,
    PersonSnapshot,
    Standing,
    TermsSnapshot,
)

LISTENERS = ("kpi", "feedback")

Part = TypeVar("Part", bound=BaseModel)


async def record_change(session: AsyncSession, relay: Relay, contract_id: UUID, state: str) -> int:
    """Raise the contract's revision and promise its new snapshot to every listener; the new revision.

    The promises are in the caller's transaction; they are sent as soon as it is durable.
    """
    revision = await repository.stamp(session, contract_id, state)
    snapshot = (await contract(session, contract_id)).model_dump(mode="json")
    for listener in LISTENERS:
        await tell(session, listener, "PUT", f"/internal/contracts/{contract_id}", snapshot)
    after_commit(session, relay.deliver_now)
    return revision


async def contract(session: AsyncSession, contract_id: UUID) -> ContractSnapshot:
    """The snapshot of one contract. Raises: NotFound."""
    head = await repository.head(session, contract_id)
    if head is None:
        raise NotFound
    return (await _snapshots(session, [head]))[0]


async def changed_after(session: AsyncSession, change: int, limit: int) -> tuple[list[ContractSnapshot], int | None]:
    """Snapshots of what changed after a change, and the change after which the next page starts."""
    heads = await repository.heads_after(session, change, limit + 1)
    kept = heads[:limit]
    return await _snapshots(session, kept), (kept[-1].change if len(heads) > limit else None)


async def client(session: AsyncSession, client_id: str) -> ClientSnapshot:
    """A machine client with the sides of its organisation. Raises: NotFound."""
    row = await repository.client(session, client_id)
    if row is None:
        raise NotFound
    return ClientSnapshot(
        client_id=row.id,
        organisation_id=row.organisation_id,
        name=row.name,
        functions=row.functions,
        roles=await repository.sides_of(session, row.organisation_id),
        revoked=row.revoked_at is not None,
    )


async def person(session: AsyncSession, person_id: UUID) -> PersonSnapshot:
    """A person with the sides of their organisation. Raises: NotFound."""
    row = await repository.person(session, person_id)
    if row is None:
        raise NotFound
    return PersonSnapshot(
        id=row.id,
        email=row.email,
        name=row.name,
        organisation=OrganisationName(id=row.organisation_id, name=row.organisation_name),
        functions=row.functions,
        roles=await repository.sides_of(session, row.organisation_id),
        active=row.deactivated_at is None and row.joined_at is not None,
        invited=row.deactivated_at is None and row.joined_at is None,
        language=row.language,
        zone=row.zone,
        theme=row.theme,
        contract_functions=await repository.contract_functions(session, row.id),
        only_contracts=row.only_contracts,
        administrators=await repository.administrators(session, row.organisation_id),
    )


async def standing(session: AsyncSession, organisation_id: UUID, among: str) -> Standing:
    """Which of these contracts (ids between commas) an organisation holds; what is no id is held by nobody."""
    asked: list[UUID] = []
    for text in filter(None, among.split(",")):
        with suppress(NotFound):
            asked.append(parse_id(text))
    return Standing(contract_ids=await repository.held_among(session, organisation_id, asked))


async def _snapshots(session: AsyncSession, heads: Sequence[Row[Any]]) -> list[ContractSnapshot]:
    ids = [head.contract_id for head in heads]
    parties = _by_contract(PartySnapshot, await repository.parties(session, ids))
    terms = _by_contract(TermsSnapshot, await repository.terms(session, ids))
    objectives = _by_contract(ObjectiveSnapshot, await repository.objectives(session, ids))
    commitments = _by_contract(CommitmentSnapshot, await repository.commitments(session, ids))
    return [
        ContractSnapshot(
            id=head.contract_id,
            revision=head.revision,
            title=head.title,
            zone=head.zone,
            state=head.state_told,
            kind=head.kind,
            parties=parties[head.contract_id],
            terms=terms[head.contract_id],
            objectives=objectives[head.contract_id],
            commitments=commitments[head.contract_id],
        )
        for head in heads
    ]


def _by_contract(model: type[Part], rows: Sequence[Row[Any]]) -> dict[UUID, list[Part]]:
    parts: dict[UUID, list[Part]] = defaultdict(list)
    for row in rows:
        parts[row.contract_id].append(model.model_validate(row, from_attributes=True))
    return parts
