"""Answering the four questions."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.common.auth.caller import ContractAccess
from services.common.identifiers import new_id
from services.contracts import authors
from services.contracts.questions import repository
from services.contracts.questions.models import CommitmentCheck
from services.contracts.questions.schemas import Checks, CheckView


async def answer(session: AsyncSession, access: ContractAccess, commitment_id: UUID, checks: Checks) -> None:
    """Keep who answers what about a version of a commitment, beside earlier answers."""
    columns = {"id": new_id(), "contract_id": access.contract_id, "commitment_id": commitment_id}
    await repository.add(session, {**columns, **checks.model_dump(), **authors.columns_of(access)})


async def repeat(session: AsyncSession, answers: Sequence[CommitmentCheck], commitment_id: UUID) -> None:
    """Keep the same answers, by the same people, about a version that says the same."""
    for row in answers:
        columns = {name: value for name, value in vars(row).items() if not name.startswith("_")}
        await repository.add(session, {**columns, "id": new_id(), "commitment_id": commitment_id})


def show(answers: Sequence[CommitmentCheck]) -> list[CheckView]:
    """Answers as both parties read them, the first ones first."""
    return [CheckView.model_validate({**vars(row), **authors.shown(row)}) for row in answers]
