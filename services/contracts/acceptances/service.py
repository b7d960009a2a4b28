"""Accepting: the text of a draft until both stand by the same one, amendments one by one afterwards."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.common.auth.caller import ContractAccess
from services.common.errors import FieldFault, Invalid
from services.common.identifiers import new_id
from services.common.outbox import Relay
from services.contracts.acceptances import amendments, repository, rules
from services.contracts.acceptances.amendments import Amendment
from services.contracts.acceptances.errors import AmendmentSettled, NotProposed, QuestionsOpen
from services.contracts.acceptances.models import Acceptance
from services.contracts.acceptances.schemas import AcceptanceResult, AcceptanceView, AcceptedText, ContractTextView
from services.contracts.agreements import service as agreements
from services.contracts.agreements.models import Contract
from services.contracts.agreements.rules import Side
from services.contracts.commitments import repository as commitments
from services.contracts.commitments.models import CommitmentVersion
from services.contracts.commitments.rules import ruling
from services.contracts.commitments.service import text_of as commitment_text
from services.contracts.commitments.service import unanswered
from services.contracts.delegations import service as delegations
from services.contracts.notifications import service as notifications
from services.contracts.notifications.rules import Kind
from services.contracts.objectives import repository as objectives
from services.contracts.objectives.service import text_of as objective_text
from services.contracts.terms import repository as terms
from services.contracts.terms.rules import digest_of


async def accept(
    session: AsyncSession,
    relay: Relay,
    access: ContractAccess,
    version_id: UUID | None,
    if_match: str | None,
    comment: str | None = None,
) -> AcceptanceResult:
    """Accept the draft, or proposed amendments of an accepted contract; what was accepted before is passed over.

    Raises: Invalid, NotProposed, AmendmentSettled, QuestionsOpen, PreconditionFailed.
    """
    contract = await agreements.lock(session, access.contract_id, if_match)
    wanted = None if version_id is None else await _named(session, contract, version_id)
    if contract.activated_at is None:
        given = await _accept_draft(session, relay, access, contract, comment)
        contract = await agreements.read(session, contract.id)
    else:
        proposed = await amendments.proposed(session, contract.id) if wanted is None else wanted
        given = await _accept_amendments(session, relay, access, contract, proposed, comment)
    assert access.side is not None
    last = given[-1] if given else await repository.newest(session, contract.id, access.side)
    return AcceptanceResult(
        contract_id=contract.id,
        side=Side(access.side),
        digest=await present_digest(session, contract),
        accepted_at=last.accepted_at,
        contract_state=agreements.state_of(contract),
        accepted=[
            AcceptedText(
                subject="contract" if row.amendment_id is None else "amendment",
                version_id=row.amendment_id,
                digest=row.digest,
            )
            for row in given
        ],
    )


async def present_digest(session: AsyncSession, contract: Contract) -> str:
    """The digest of the contract's text as it is now."""
    return digest_of(await _text(session, contract))


async def read_text(session: AsyncSession, contract_id: UUID) -> ContractTextView:
    """The text that holds now, or would if it were accepted as it stands, with its digest. Raises: NotFound."""
    contract = await agreements.read(session, contract_id)
    text = await _text(session, contract)
    return ContractTextView(digest=digest_of(text), revision=contract.revision, text=text)


async def _text(session: AsyncSession, contract: Contract) -> dict[str, Any]:
    return rules.text_of(
        contract,
        [(version.valid_from, version.body) for version in await terms.ruling(session, contract.id)],
        [objective_text(objective) for objective in await objectives.in_state(session, contract.id, "in_force")],
        [commitment_text(version) for version in ruling(await commitments.recorded(session, contract.id))],
    )


async def _accept_draft(
    session: AsyncSession, relay: Relay, access: ContractAccess, contract: Contract, comment: str | None
) -> list[Acceptance]:
    digest = await present_digest(session, contract)
    newest = await repository.newest_of_text(session, contract.id)
    own = newest.get(str(access.side))
    if own is not None and own.digest == digest:
        return []
    await _check_questions(session, access, ruling(await commitments.recorded(session, contract.id)))
    given = await repository.add(session, await _columns(session, access, comment, {"digest": digest}))
    if rules.both_stand_by(digest, {side: row.digest for side, row in newest.items()} | {given.side: digest}):
        await agreements.announce(session, relay, await agreements.activate(session, contract.id))
        await notifications.note_to_other(session, access, Kind.CONTRACT_ACTIVE, contract.id)
    else:
        await notifications.note_to_other(session, access, Kind.CONTRACT_TO_ACCEPT, contract.id)
    return [given]


async def _accept_amendments(
    session: AsyncSession,
    relay: Relay,
    access: ContractAccess,
    contract: Contract,
    proposed: Sequence[Amendment],
    comment: str | None,
) -> list[Acceptance]:
    given: list[Acceptance] = []
    changed = False
    rows = [amendment.row for amendment in proposed if amendment.row.state == "proposed"]
    await _check_questions(session, access, [row for row in rows if isinstance(row, CommitmentVersion)])
    for amendment in proposed:
        sides = await repository.sides_of_amendment(session, contract.id, amendment.column, amendment.row.id)
        if amendment.row.state != "proposed" or access.side in sides:
            continue
        given.append(await repository.add(session, await _columns(session, access, comment, amendment.reference)))
        if sides:
            await amendment.settle(session, "in_force")
            kind = Kind.AMENDMENT_ANSWERED
            await notifications.note_to_other(session, access, kind, amendment.row.id, outcome="accepted")
            changed = True
    if changed:
        await agreements.announce(session, relay, contract)
    return given


async def _check_questions(
    session: AsyncSession, access: ContractAccess, versions: Sequence[CommitmentVersion]
) -> None:
    if access.caller.proofs is None:
        # The questions are put to people; a machine client signs what its people settled elsewhere.
        return
    missing = await unanswered(session, versions)
    if missing:
        raise QuestionsOpen(commitments=[str(version_id) for version_id in missing])


async def _named(session: AsyncSession, contract: Contract, version_id: UUID) -> list[Amendment]:
    found = await amendments.named(session, contract.id, version_id)
    if not found:
        raise Invalid(FieldFault("version_id", "is not a version of this contract"))
    if contract.activated_at is None:
        raise NotProposed("The contract is a draft: accept it as a whole.")
    if any(amendment.row.state in ("withdrawn", "refused") for amendment in found):
        raise AmendmentSettled
    return found


async def _columns(
    session: AsyncSession, access: ContractAccess, comment: str | None, accepted: dict[str, object]
) -> dict[str, object]:
    return {
        "id": new_id(),
        "contract_id": access.contract_id,
        "organisation_id": access.caller.organisation_id,
        "side": access.side,
        "accepted_by": access.caller.subject,
        "accepted_name": access.caller.name,
        "accepted_scope": await delegations.scope_of(session, access),
        "comment": comment,
        **accepted,
    }


async def list_given(session: AsyncSession, contract_id: UUID, after: UUID | None, limit: int) -> list[AcceptanceView]:
    """Acceptances, void ones included."""
    contract = await agreements.read(session, contract_id)
    present = await present_digest(session, contract) if contract.activated_at is None else None
    newest = {row.id for row in (await repository.newest_of_text(session, contract_id)).values()}
    return [
        AcceptanceView.model_validate(
            {
                **vars(row),
                "version_id": row.amendment_id,
                "void": row.amendment_id is None and rules.is_void(row.digest, row.id in newest, present),
            }
        )
        for row in await repository.page(session, contract_id, after, limit)
    ]
