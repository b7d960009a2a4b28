"""What routes on figures ask for: a period, two instants, access through a figure's id."""

from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Depends, Query, Request

from services.common.auth.access import Permission
from services.common.auth.authentication import CallerDep
from services.common.auth.caller import ContractAccess
from services.common.auth.dependencies import access_to
from services.common.dependencies import SessionDep
from services.common.errors import FieldFault, Invalid, NotFound
from services.kpi.figures.rules.identity import FigureKey, read_figure_id
from services.kpi.figures.rules.instants import Instants
from services.kpi.figures.rules.periods import InvalidPeriod, Period, parse_period
from services.kpi.query_instant import QueryInstant


@dataclass(frozen=True)
class FigureAccess:
    """A figure that the caller has been found to reach, with the access to its contract."""

    key: FigureKey
    contract: ContractAccess


def figure_may(permission: Permission) -> Any:
    """Dependency: access to the figure of the path, for a party of its contract that holds the right."""

    async def check(figure_id: str, request: Request, caller: CallerDep, session: SessionDep) -> FigureAccess:
        key = read_figure_id(figure_id)
        if key is None:
            raise NotFound
        resolver = request.app.state.resolve_contract
        return FigureAccess(key, await access_to(session, caller, key.contract_id, permission, resolver))

    check.permission = permission  # type: ignore[attr-defined]
    return Depends(check, scope="function")


def read_period(text: str) -> Period:
    """The period that a query names. Raises: Invalid."""
    try:
        return parse_period(text)
    except InvalidPeriod as error:
        raise Invalid(FieldFault("query.period", str(error))) from None


def _instants(
    as_of: Annotated[QueryInstant | None, Query(description="Facts at this instant; default now.")] = None,
    known_at: Annotated[
        QueryInstant | None, Query(description="Only what was recorded by this instant; default now.")
    ] = None,
) -> Instants:
    return Instants(as_of, known_at)


InstantsDep = Annotated[Instants, Depends(_instants)]
