"""Taking over what contracts says: by its messages, by asking for an unknown contract, by regular comparison."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.kpi.commitments import repository as commitments
from services.kpi.feeds import repository as feeds
from services.kpi.folding import repository as folding
from services.kpi.folding.clock import touch
from services.kpi.terms import repository
from services.kpi.terms.schemas import ContractTold


async def take_over(session: AsyncSession, told: ContractTold) -> None:
    """Keep a contract as told, unless we hold a newer one; tickets that it may re-judge are folded again.

    What is told no more was taken out of a draft: an accepted contract takes nothing back.
    Commitments judge figures, not tickets: new ones change verdicts without any ticket being folded again.
    """
    head = {"id": told.id, "revision": told.revision, "title": told.title, "zone": told.zone, "state": told.state}
    zone_before = await repository.zone_of(session, told.id)
    if not await repository.store_contract(session, head):
        return
    parties = [
        {
            "organisation": party.organisation_id,
            "side": party.side,
            "valid_from": party.valid_from,
            "valid_to": party.valid_to,
        }
        for party in told.parties
    ]
    await repository.replace_parties(session, told.id, parties)
    await feeds.end_where_parties_differ(session)
    still_told = [version.id for version in told.terms] + [version.id for version in told.commitments]
    taken_out = await repository.take_out(session, told.id, still_told)
    new_terms = [
        await repository.add_version(
            session,
            {
                "contract": told.id,
                "id": version.id,
                "valid_from": version.valid_from,
                "recorded_at": version.recorded_at,
                "body": version.body,
            },
        )
        for version in told.terms
    ]
    for objective in told.objectives:
        await commitments.add_objective(session, told.id, objective.model_dump())
    new_commitments = [
        await commitments.add_commitment(session, told.id, commitment.model_dump()) for commitment in told.commitments
    ]
    folded_again = taken_out or any(new_terms) or zone_before not in (None, told.zone)
    if folded_again:
        await folding.mark_contract(session, told.id)
    await touch(session, told.id, judged_anew=folded_again or any(new_commitments))


async def use(session: AsyncSession, contract_id: UUID) -> dict[str, bool]:
    """What of kpi's hangs on a contract, by name."""
    return await repository.use(session, contract_id)
