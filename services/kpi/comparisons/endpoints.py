"""Comparisons of the values of a dimension."""

from typing import Annotated

from fastapi import APIRouter, Query

from services.common.auth.access import Permission
from services.common.auth.caller import ContractAccess
from services.common.auth.dependencies import party_may
from services.common.dependencies import SessionDep
from services.common.errors import FieldFault, Invalid
from services.kpi.comparisons import service
from services.kpi.comparisons.rules import Wanted
from services.kpi.comparisons.schemas import ComparisonOut
from services.kpi.dimensions.rules import Name
from services.kpi.figures.dependencies import InstantsDep, read_period
from services.kpi.figures.rules.indicators import INDICATORS, Variant
from services.kpi.indicator_codes import IndicatorCode

router = APIRouter(prefix="/v1/contracts/{contract_id}", tags=["figures"])


@router.get("/comparisons")
async def read_comparison_endpoint(
    access: Annotated[ContractAccess, party_may(Permission.FIGURE_READ)],
    session: SessionDep,
    instants: InstantsDep,
    indicator: Annotated[IndicatorCode, Query()],
    dimension: Annotated[Name, Query(description="One that the terms declare.")],
    period: Annotated[str, Query(description="A month, a quarter or a day of the contract's zone.")],
    variant: Annotated[Variant | None, Query(description="Of a duration: which statistic.")] = None,
) -> ComparisonOut:
    """Each value of a dimension, with its interval, beside the rest of the contract: better, worse, or not to be told.

    Shares are compared by Newcombe's interval and a pooled z test (Fisher's where a count is small), a score by the
    variance of its answers, a median or P90 by the share of tickets within that of the whole contract; among many
    values the p-values are adjusted (Holm). The interval of what is counted in full says how far such a figure moves by
    itself from month to month; it excuses no breach.

    At an instant (`as_of`, `known_at`) it is computed from the events of every ticket of the contract: a large one
    takes some seconds. A pair in the past always answers the same bytes.
    """
    definition = INDICATORS[indicator]
    if variant not in definition.variants:
        needed = "must be median, p90 or mean" if definition.variants[0] else "must be left out: there is only one"
        raise Invalid(FieldFault("query.variant", needed))
    wanted = Wanted(definition, variant, read_period(period), dimension)
    return await service.read_comparison(session, access.contract_id, wanted, instants)
