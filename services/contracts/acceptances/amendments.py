"""What waits for both parties, whatever it amends: parameters, objectives, commitments."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from services.contracts.commitments import repository as commitments
from services.contracts.commitments.models import CommitmentVersion
from services.contracts.objectives import repository as objectives
from services.contracts.objectives.models import Objective
from services.contracts.terms import repository as terms
from services.contracts.terms.models import TermsVersion

Amending = TermsVersion | Objective | CommitmentVersion


@dataclass(frozen=True)
class Amendment:
    """Something written that both parties have to accept before it rules."""

    row: Amending

    @property
    def column(self) -> str:
        """The column of an acceptance that names it."""
        match self.row:
            case TermsVersion():
                return "version_id"
            case Objective():
                return "objective_id"
            case CommitmentVersion():
                return "commitment_id"

    @property
    def reference(self) -> dict[str, Any]:
        """What an acceptance of it says of it."""
        return {self.column: self.row.id, "digest": self.row.digest}

    async def settle(self, session: AsyncSession, state: str) -> None:
        """Note that both parties have accepted it (`in_force`), or that it will not come into force."""
        await session.execute(
            update(type(self.row))
            .where(type(self.row).id == self.row.id)
            .values(state=state)
            .execution_options(synchronize_session=False)
        )


async def proposed(session: AsyncSession, contract_id: UUID) -> list[Amendment]:
    """All that waits; objectives before the commitments that serve them."""
    rows: list[Amending] = [
        *await terms.proposed(session, contract_id),
        *await objectives.in_state(session, contract_id, "proposed"),
        *await commitments.proposed(session, contract_id),
    ]
    return [Amendment(row) for row in rows]


async def resting_on(session: AsyncSession, contract_id: UUID, amendment: Amendment) -> list[Amendment]:
    """Proposed commitments that serve a proposed objective."""
    waiting = await commitments.proposed(session, contract_id)
    return [Amendment(row) for row in waiting if row.objective_id == amendment.row.id]


async def named(session: AsyncSession, contract_id: UUID, amendment_id: UUID) -> list[Amendment]:
    """The one with this id, after the objective that it serves; empty when the contract has none such."""
    finders: Sequence[Any] = (terms.find, objectives.find, commitments.find)
    for find in finders:
        row: Amending | None = await find(session, contract_id, amendment_id)
        if row is not None:
            break
    else:
        return []
    if isinstance(row, CommitmentVersion) and row.objective_id is not None:
        served = await objectives.find(session, contract_id, row.objective_id)
        assert served is not None
        return [Amendment(served), Amendment(row)]
    return [Amendment(row)]
