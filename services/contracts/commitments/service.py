"""Writing commitments: at once while the contract is a draft, as an amendment of both afterwards."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.common.auth.caller import ContractAccess
from services.common.errors import FieldFault, Invalid, NotFound
from services.common.identifiers import new_id
from services.common.outbox import Relay
from services.contracts import authors
from services.contracts.agreements import service as agreements
from services.contracts.commitments import repository, rules
from services.contracts.commitments.models import CommitmentVersion
from services.contracts.commitments.schemas import REPEATED, CommitmentText, CommitmentView, NewCommitment
from services.contracts.notifications import service as notifications
from services.contracts.notifications.rules import Kind
from services.contracts.objectives import repository as objectives
from services.contracts.questions import repository as question_rows
from services.contracts.questions import service as questions
from services.contracts.questions.models import CommitmentCheck
from services.contracts.questions.rules import settled as questions_settled
from services.contracts.questions.schemas import Checks
from services.contracts.terms.errors import ContractAccepted
from services.contracts.terms.rules import digest_of


async def write(
    session: AsyncSession, relay: Relay, access: ContractAccess, body: NewCommitment, if_match: str | None
) -> tuple[CommitmentView, int]:
    """Record a version of a draft, or propose an amendment; with the contract's revision.

    A text that is already the newest for its indicator and instant stays as it is.
    Raises: Invalid, Conflict, PreconditionFailed.
    """
    variant_fault = rules.variant_fault(body.indicator, body.variant)
    if variant_fault is not None:
        raise Invalid(variant_fault)
    contract = await agreements.lock(session, access.contract_id, if_match)
    if contract.activated_at is not None and access.side is None:
        raise ContractAccepted("Only its parties amend it.")
    recorded = await repository.recorded(session, contract.id)
    said = _whole(body, recorded)
    await _check(session, contract.id, said)
    newest = await repository.newest(session, contract.id, said.indicator, said.variant, said.valid_from)
    same = newest is not None and newest.digest == _digest(contract.id, said)
    if newest is not None and same and body.comment in (None, newest.comment):
        if body.checks is not None and not questions_settled(await _answers(session, newest)):
            await questions.answer(session, access, newest.id, body.checks)
        return show(newest, await _answers(session, newest)), contract.revision
    await _check_cap(session, contract.id, said, recorded)
    state = "in_force" if contract.activated_at is None else "proposed"
    version = await _keep(session, access, contract.id, said, state, body.comment)
    if body.checks is not None:
        await questions.answer(session, access, version.id, body.checks)
    view = show(version, await _answers(session, version))
    if state == "proposed":
        await notifications.note_to_other(session, access, Kind.AMENDMENT_PROPOSED, version.id, part="commitment")
        return view, contract.revision
    return view, await agreements.announce(session, relay, contract)


def _whole(body: NewCommitment, recorded: Sequence[CommitmentVersion]) -> CommitmentText:
    """What the version says; one that ends a commitment repeats what it leaves out from the one that it ends."""
    said = body.model_dump(by_alias=False)
    if body.ends:
        ended = rules.last_said(recorded, (body.indicator, body.variant or ""), body.valid_from)
        if ended is None or (ended.ends and ended.valid_from < body.valid_from):
            raise Invalid(FieldFault("ends", "there is no such commitment to end at that instant"))
        said |= {name: getattr(ended, name) for name in REPEATED if said[name] is None}
        for name in {"objective_id", "weight"} - body.model_fields_set:
            said[name] = getattr(ended, name)
    return CommitmentText.model_validate(said)


async def _check(session: AsyncSession, contract_id: UUID, said: CommitmentText) -> None:
    faults = list(rules.value_faults(said.indicator, said.unit, said.direction, said.target, said.tolerance))
    served = None if said.objective_id is None else await objectives.find(session, contract_id, said.objective_id)
    if said.objective_id is not None and (served is None or served.state in ("withdrawn", "refused")):
        faults.append(FieldFault("objective_id", "is not an objective of this contract"))
    if faults:
        raise Invalid(*faults)


async def _check_cap(
    session: AsyncSession, contract_id: UUID, said: CommitmentText, recorded: Sequence[CommitmentVersion]
) -> None:
    # What is proposed may come into force or not: the cap holds without and with it.
    proposed = await repository.proposed(session, contract_id)
    if said.override_reason is None and (
        rules.passes_cap(recorded, said) or rules.passes_cap([*recorded, *proposed], said)
    ):
        message = f"is needed: more than {rules.CAP} contractual commitments would hold at one instant"
        raise Invalid(FieldFault("override_reason", message))


async def move(
    session: AsyncSession, access: ContractAccess, contract_id: UUID, before: datetime, after: datetime
) -> None:
    """Let what a locked draft promises from one instant on hold from another; what stood there is withdrawn."""
    rows = [row for row in rules.ruling(await repository.recorded(session, contract_id)) if row.valid_from == before]
    await repository.take_out(session, contract_id, before)
    given = await question_rows.of_contract(session, contract_id)
    for row in rows:
        if row.ends:
            continue
        said = CommitmentText.model_validate(row).model_copy(update={"valid_from": after})
        moved = await _keep(session, access, contract_id, said, "in_force")
        await questions.repeat(session, given.get(row.id, ()), moved.id)


async def _keep(
    session: AsyncSession,
    access: ContractAccess,
    contract_id: UUID,
    said: CommitmentText,
    state: str,
    comment: str | None = None,
) -> CommitmentVersion:
    return await repository.add(
        session,
        {
            **said.model_dump(by_alias=False),
            "id": new_id(),
            "contract_id": contract_id,
            "state": state,
            "comment": comment,
            "digest": _digest(contract_id, said),
            **authors.columns_of(access),
        },
    )


def _digest(contract_id: UUID, said: CommitmentText) -> str:
    return digest_of({"contract_id": str(contract_id), **text_of(said)})


async def list_versions(
    session: AsyncSession, contract_id: UUID, after: UUID | None, limit: int
) -> Sequence[CommitmentVersion]:
    """Every version that was ever recorded or proposed."""
    return await repository.page(session, contract_id, after, limit)


async def list_in_force(
    session: AsyncSession, contract_id: UUID, at: datetime, after: UUID | None, limit: int
) -> Sequence[CommitmentVersion]:
    """The commitments that hold at an instant, as known today, in the order of writing."""
    held = rules.in_force_at(await repository.recorded(session, contract_id), at)
    following = [version for version in held if after is None or version.id > after]
    return sorted(following, key=lambda version: version.id)[:limit]


async def answer(session: AsyncSession, access: ContractAccess, version_id: UUID, checks: Checks) -> CommitmentView:
    """Answer the four questions about a version that is already written. Raises: NotFound."""
    version = await repository.find(session, access.contract_id, version_id)
    if version is None:
        raise NotFound
    await questions.answer(session, access, version.id, checks)
    return show(version, await _answers(session, version))


async def _answers(session: AsyncSession, version: CommitmentVersion) -> Sequence[CommitmentCheck]:
    return (await question_rows.of_contract(session, version.contract_id)).get(version.id, ())


async def answers(session: AsyncSession, contract_id: UUID) -> Mapping[UUID, Sequence[CommitmentCheck]]:
    """Answers to the four questions by version."""
    return await question_rows.of_contract(session, contract_id)


async def unanswered(session: AsyncSession, versions: Sequence[CommitmentVersion]) -> list[UUID]:
    """Of versions of one contract, those that promise something without four times yes."""
    given = await question_rows.of_contract(session, versions[0].contract_id) if versions else {}
    return [row.id for row in versions if not row.ends and not questions_settled(given.get(row.id, ()))]


def show(version: CommitmentVersion, checks: Sequence[CommitmentCheck] = ()) -> CommitmentView:
    """A version as both parties read it, with the answers to the four questions."""
    orphan = rules.is_orphan(version.class_, version.objective_id, version.ends)
    return CommitmentView.model_validate(
        {**vars(version), **authors.shown(version), "checks": questions.show(checks), "orphan": orphan}
    )


def text_of(version: CommitmentVersion | CommitmentText) -> dict[str, Any]:
    """What a party accepts with a version."""
    return CommitmentText.model_validate(version, from_attributes=True).model_dump(mode="json")
