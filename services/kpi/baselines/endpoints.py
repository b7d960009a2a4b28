"""Before and after: two stretches of days, and baselines that both parties freeze to compare with."""

from typing import Annotated

from fastapi import APIRouter, Query

from services.common.auth.access import Permission
from services.common.auth.caller import ContractAccess
from services.common.auth.dependencies import party_may
from services.common.dependencies import SessionDep
from services.common.errors import FieldFault, Invalid
from services.common.idempotency import OnceDep
from services.common.identifiers import parse_id
from services.common.instants import Day
from services.common.pagination import Page, PageDep, cut_page, encode_cursor
from services.kpi.baselines import comparison, repository, service
from services.kpi.baselines.comparison import Wanted
from services.kpi.baselines.rules.sides import Days
from services.kpi.baselines.schemas import BaselineOut, BeforeAfterOut, Claim, NewBaseline, fault_of_days
from services.kpi.figures.dependencies import InstantsDep
from services.kpi.figures.rules.indicators import INDICATORS, Variant
from services.kpi.indicator_codes import IndicatorCode

router = APIRouter(prefix="/v1/contracts/{contract_id}", tags=["before and after"])

ClaimedPercent = Annotated[
    Claim | None,
    Query(description="A relative change that somebody claims, in percent: how many answers would show it."),
]


@router.get("/before-after")
async def compare_days_endpoint(
    access: Annotated[ContractAccess, party_may(Permission.FIGURE_READ)],
    session: SessionDep,
    instants: InstantsDep,
    indicator: Annotated[IndicatorCode, Query()],
    before_from: Annotated[Day, Query(description="First local day before.")],
    before_to: Annotated[Day, Query(description="Last local day before.")],
    after_from: Annotated[Day, Query(description="First local day after; later than the last one before.")],
    after_to: Annotated[Day, Query(description="Last local day after.")],
    variant: Annotated[Variant | None, Query(description="Of a duration: which statistic.")] = None,
    claimed_percent: ClaimedPercent = None,
) -> BeforeAfterOut:
    """Two stretches of days from the figures: values, difference with its interval and test, and what the mix did.

    Shares are compared by Newcombe's interval and a pooled z test (Fisher's where a count is small), a score by the
    variance of its answers; of a duration and a stock only the values are told. Below the minimum sample no verdict is
    given. At an instant (`as_of`, `known_at`) both are computed from the events: a large contract takes some seconds.
    """
    definition = INDICATORS[indicator]
    faults = _faults_of_days(("before_to", Days(before_from, before_to)), ("after_to", Days(after_from, after_to)))
    if variant not in definition.variants:
        needed = "must be median, p90 or mean" if definition.variants[0] else "must be left out: there is only one"
        faults.append(FieldFault("query.variant", needed))
    if after_from <= before_to:
        faults.append(
            FieldFault("query.after_from", "must lie after before_to: what lies on both sides compares nothing")
        )
    if faults:
        raise Invalid(*faults)
    wanted = Wanted(definition, variant, Days(after_from, after_to), claimed_percent)
    before = Days(before_from, before_to)
    return await comparison.compare_days(session, access.contract_id, wanted, before, instants)


@router.get("/baselines")
async def list_baselines_endpoint(
    access: Annotated[ContractAccess, party_may(Permission.BASELINE_READ)],
    session: SessionDep,
    page: PageDep,
    indicator: Annotated[IndicatorCode | None, Query(description="Only of this indicator.")] = None,
) -> Page[BaselineOut]:
    """Baselines of a contract, the newest first: proposed, agreed, replaced, taken back; none ever disappears."""
    position = page.text_position(1)
    before = parse_id(position[0]) if position else None
    rows = await repository.page(session, access.contract_id, indicator, before, page.limit + 1)
    shown, more = cut_page(rows, page.limit)
    return Page(
        items=[service.show(row) for row in shown], next_cursor=encode_cursor(str(shown[-1].id)) if more else None
    )


@router.post("/baselines", status_code=201)
async def propose_baseline_endpoint(
    wanted: NewBaseline,
    access: Annotated[ContractAccess, party_may(Permission.BASELINE_WRITE)],
    session: SessionDep,
    once: OnceDep,
) -> BaselineOut:
    """Propose what later days are to be compared with; it counts once the other party has agreed.

    Measured, the counts are taken from the events as known at this instant, which is kept: they never move.
    """

    async def propose() -> BaselineOut:
        return await service.propose(session, access, wanted)

    return await once(BaselineOut, propose)


@router.get("/baselines/{baseline_id}")
async def read_baseline_endpoint(
    baseline_id: str, access: Annotated[ContractAccess, party_may(Permission.BASELINE_READ)], session: SessionDep
) -> BaselineOut:
    """One baseline, with who proposed it and who agreed."""
    return service.show(await service.read(session, access.contract_id, parse_id(baseline_id)))


@router.post("/baselines/{baseline_id}/agreements")
async def agree_to_baseline_endpoint(
    baseline_id: str, access: Annotated[ContractAccess, party_may(Permission.BASELINE_WRITE)], session: SessionDep
) -> BaselineOut:
    """Agree to what the other party proposed: from now on nothing of it changes; one agreed before is replaced."""
    return await service.agree(session, access, parse_id(baseline_id))


@router.delete("/baselines/{baseline_id}", status_code=204)
async def withdraw_baseline_endpoint(
    baseline_id: str, access: Annotated[ContractAccess, party_may(Permission.BASELINE_WRITE)], session: SessionDep
) -> None:
    """Take back one's own proposal, or refuse that of the other party; what is agreed stays."""
    await service.withdraw(session, access, parse_id(baseline_id))


@router.get("/baselines/{baseline_id}/comparison")
async def compare_with_baseline_endpoint(
    baseline_id: str,
    access: Annotated[ContractAccess, party_may(Permission.FIGURE_READ)],
    session: SessionDep,
    instants: InstantsDep,
    first: Annotated[Day, Query(alias="from", description="First local day after.")],
    last: Annotated[Day, Query(alias="to", description="Last local day after.")],
    claimed_percent: ClaimedPercent = None,
) -> BeforeAfterOut:
    """A baseline beside later days of the figures. One that is not agreed is compared too, and says that it is not."""
    row = await service.read(session, access.contract_id, parse_id(baseline_id))
    faults = _faults_of_days(("to", Days(first, last)))
    if first <= row.last:
        faults.append(FieldFault("query.from", "must lie after the days of the baseline"))
    if faults:
        raise Invalid(*faults)
    wanted = Wanted(INDICATORS[row.indicator], row.variant, Days(first, last), claimed_percent)
    return await comparison.compare_with(session, access.contract_id, row, wanted, instants)


def _faults_of_days(*stretches: tuple[str, Days]) -> list[FieldFault]:
    return [
        FieldFault(f"query.{name}", fault)
        for name, days in stretches
        if (fault := fault_of_days(days.first, days.last)) is not None
    ]
