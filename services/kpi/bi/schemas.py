"""What the tables look like to the OpenAPI document; rows are written by `rules/formats.py`."""

from datetime import date
from typing import Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from services.common.instants import Instant
from services.kpi.bi.rules.columns import Type

_WATERMARK = "Grows with every change of what the rows are made of; 0 for rows of a past, which never change."


class Pull(BaseModel):
    """What goes with the rows of a page."""

    next: str | None = Field(description="Absolute address of the next page; null on the last one.")
    next_cursor: str | None
    count: int = Field(description="Rows of this page.")
    watermark: int = Field(description=f"Sum of the change numbers of the contracts. {_WATERMARK}")


class FigureRow(BaseModel):
    """A figure, flat; numbers are exact decimals."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "figure_id": "AZnDoH0ufBGai1sfDTwuSmZjcl90aWNrZXQuLjIwMjYtMTA",
                    "contract_id": "0199c3a0-7d2e-7c11-9a8b-5b1f0d3c2e4a",
                    "contract_title": "Assistance niveau 1",
                    "period": "2026-10",
                    "period_start": "2026-10-01",
                    "period_end": "2026-10-31",
                    "indicator": "fcr_ticket",
                    "variant": None,
                    "unit": "ratio",
                    "direction": "higher",
                    "value": 0.719,
                    "numerator": 719,
                    "denominator": 1000,
                    "sample_size": 1000,
                    "interval_low": None,
                    "interval_high": None,
                    "interval_level": None,
                    "target": 0.7,
                    "tolerance": 0.02,
                    "verdict": "met",
                    "certainty": "exact",
                    "state": "closed",
                    "provisional": False,
                    "version": 3,
                    "data_as_of": "2026-11-03T23:00:00.120417Z",
                    "watermark": 51_204,
                }
            ]
        }
    )

    figure_id: str
    contract_id: UUID
    contract_title: str
    period: str
    period_start: date
    period_end: date
    indicator: str
    variant: Literal["median", "p90", "mean"] | None
    unit: Literal["ratio", "points", "s", "count"]
    direction: Literal["higher", "lower"]
    value: float | None
    numerator: int | None
    denominator: int | None
    sample_size: int
    interval_low: float | None
    interval_high: float | None
    interval_level: float | None
    target: float | None
    tolerance: float | None
    verdict: str
    certainty: str
    state: str
    provisional: bool
    version: int | None
    data_as_of: Instant | None
    watermark: int


class FiguresPull(Pull):
    """A page of figures, by contract, period, indicator and variant."""

    data: list[FigureRow]


class TicketRow(BaseModel):
    """A ticket, flat; one more column per schedule and fact in business seconds, `first_response_business_s_bureau`."""

    model_config = ConfigDict(extra="allow")

    contract_id: UUID
    contract_title: str
    source_id: str
    ticket_id: str
    created_at: Instant | None
    excluded: Literal["merged", "spam", "deleted"] | None
    orphan: bool | None
    agent_created: bool | None
    status: Literal["new", "open", "pending", "hold", "solved", "closed"] | None
    first_response_s: int | None
    first_resolution_s: int | None
    full_resolution_s: int | None
    full_resolution_contractual_s: int | None
    requester_wait_s: int | None
    agent_wait_s: int | None
    public_agent_messages: int | None
    one_touch: bool | None
    fcr: bool | None
    fcr_final: bool | None
    reopens: int | None
    reopened_within_window: bool | None
    csat_satisfied: bool | None
    sla_first_response_breached: bool | None
    sla_resolution_breached: bool | None
    watermark: int


class TicketsPull(Pull):
    """A page of tickets, by contract, ticket and source; every page of a pull is of the same instants."""

    data: list[TicketRow]


class Words(BaseModel):
    """The same in both languages."""

    fr: str
    en: str


class ColumnOut(BaseModel):
    """One column of a table."""

    name: str
    type: Type
    nullable: bool
    label: Words


class SetOut(BaseModel):
    """One table."""

    name: str
    title: Words
    json_url: str
    csv_url: str
    key: list[str] = Field(description="Columns that together name a row.")
    watermark_column: str
    columns: list[ColumnOut]


class CatalogOut(BaseModel):
    """The tables that this caller can read."""

    sets: list[SetOut]


def csv_answer(model: type[BaseModel]) -> dict[int | str, dict[str, Any]]:
    """The 200 of an address that answers JSON, or CSV when that is what is accepted."""
    return {200: {"model": model, "content": {"text/csv": {"schema": {"type": "string"}}}, "description": "Rows"}}


CSV_ONLY: dict[int | str, dict[str, Any]] = {
    200: {"content": {"text/csv": {"schema": {"type": "string"}}}, "description": "Rows"}
}
