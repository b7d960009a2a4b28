"""Whether the provider sees words yet."""

from collections.abc import Sequence
from uuid import UUID

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.auth.caller import ContractAccess
from services.common.errors import Forbidden
from services.common.identifiers import new_id
from services.feedback.answers.models import Verbatim
from services.feedback.releases import repository
from services.feedback.releases.models import ReleaseRule
from services.feedback.releases.schemas import Released, ReleaseRuleOut


async def is_required(session: AsyncSession, contract_id: UUID) -> bool:
    """Whether words wait for a release in this contract."""
    rule = await repository.rule(session, contract_id)
    return rule is not None and rule.required


class Sight(msgspec.Struct, frozen=True):
    """What somebody sees of words. `waits`: the contract has words wait; `sees_all`: those too."""

    waits: bool
    sees_all: bool

    def holds(self, words: Verbatim | None) -> bool:
        """Whether these words wait."""
        return self.waits and words is not None and words.released_at is None


async def sight_of(session: AsyncSession, access: ContractAccess) -> Sight:
    """What the caller sees."""
    waits = await is_required(session, access.contract_id)
    return Sight(waits, sees_all=not waits or access.side == "donneur_ordre")


async def show(session: AsyncSession, contract_id: UUID) -> ReleaseRuleOut:
    """The rule that holds, and what waits by it."""
    rule = await repository.rule(session, contract_id)
    if rule is None:
        return ReleaseRuleOut(required=False, set_at=None, set_by=None, waiting=0)
    waiting = await repository.waiting(session, contract_id) if rule.required else 0
    return ReleaseRuleOut(required=rule.required, set_at=rule.set_at, set_by=rule.set_by, waiting=waiting)


async def set_rule(session: AsyncSession, access: ContractAccess, *, required: bool) -> ReleaseRuleOut:
    """Set the rule; the same again changes nothing. Raises: Forbidden."""
    _only_the_client(access)
    await repository.lock(session, access.contract_id)
    if await is_required(session, access.contract_id) != required:
        session.add(
            ReleaseRule(contract_id=access.contract_id, id=new_id(), required=required, set_by=access.caller.name)
        )
        await session.flush()
    return await show(session, access.contract_id)


async def release(session: AsyncSession, access: ContractAccess, answers: Sequence[UUID]) -> Released:
    """Let the provider see words that were read. Raises: Forbidden."""
    _only_the_client(access)
    return Released(released=await repository.release(session, access.contract_id, answers, access.caller.name))


def _only_the_client(access: ContractAccess) -> None:
    if access.side != "donneur_ordre":
        raise Forbidden("The donneur d'ordre decides what is shown of its customers.")
