"""HTTP of public holidays."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query

from services.common.auth.access import Permission
from services.common.auth.caller import Caller
from services.common.auth.dependencies import may
from services.common.errors import FieldFault, Invalid
from services.contracts.calendars import rules
from services.contracts.calendars.schemas import PublicHoliday, PublicHolidays

router = APIRouter(prefix="/v1/holidays", tags=["parameters"])

MOST_YEARS = 10
Year = Annotated[int, Query(ge=1970, le=2199)]


@router.get("", summary="Propose public holidays")
async def list_holidays_endpoint(
    _caller: Annotated[Caller, may(Permission.CONTRACT_READ)],
    from_year: Year,
    to_year: Year,
    country: Literal["FR"] = "FR",
) -> PublicHolidays:
    """The public holidays of some years, to be written into a schedule once the parties have looked at them.

    Only a proposal: what counts is the list that a schedule holds.
    """
    if not from_year <= to_year < from_year + MOST_YEARS:
        raise Invalid(FieldFault("to_year", f"must lie at most {MOST_YEARS - 1} years after from_year, not before it"))
    found = rules.holidays(country, range(from_year, to_year + 1))
    return PublicHolidays(country=country, items=[PublicHoliday(date=day, name=name) for day, name in found])
