"""What crosses HTTP about public holidays."""

from datetime import date

from pydantic import BaseModel, ConfigDict


class PublicHoliday(BaseModel):
    """One day off."""

    date: date
    name: str


class PublicHolidays(BaseModel):
    """The public holidays of a span of years."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"country": "FR", "items": [{"date": "2026-07-14", "name": "Fête nationale"}]}]}
    )

    country: str
    items: list[PublicHoliday]
