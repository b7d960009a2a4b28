"""What crosses HTTP about replays of recorded deliveries."""

from typing import Annotated

import msgspec
from pydantic import BaseModel, ConfigDict, Field

from services.common.instants import Instant


class RecordedDelivery(msgspec.Struct):
    """One recorded delivery, as read from the request; `body` is the exact text."""

    n: int
    received_at: str
    headers: dict[str, str]
    body: str


class RecordedDeliveryIn(BaseModel):
    """One recorded delivery."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "n": 1,
                    "received_at": "2026-10-05T08:00:02Z",
                    "headers": {
                        "content-type": "application/cloudevents+json",
                        "webhook-id": "msg_0a175b35-ce44-5477-a9a1-652480b6618c",
                        "webhook-timestamp": "1791187201",
                        "webhook-signature": "v1,EQ1M3puhGuT+6Z33KodoeClU2+ofaThOfhmw1j54A1c=",
                    },
                    "body": '{"specversion":"1.0","id":"…","source":"…","type":"kpi.ticket.created.v1"}',
                }
            ]
        }
    )

    n: int
    received_at: Instant
    headers: dict[str, str]
    body: Annotated[str, Field(description="The exact text of the body, as it was signed.")]


class ReplayedItem(BaseModel):
    """The fate of one replayed delivery."""

    n: int
    verdict: str
    receipt_id: str


class ReplayDone(BaseModel):
    """Every delivery is stored."""

    items: list[ReplayedItem]
    summary: dict[str, int]


class ReplayOut(BaseModel):
    """A replay: asked for, approved by the other party where that is needed, run."""

    id: str
    contract_id: str
    source_id: str
    state: str = Field(description="`proposed`, `approved`, `running`, `done` or `failed`.")
    requested_at: Instant
    requested_by: str
    requested_by_side: str | None
    approved_at: Instant | None
    approved_by: str | None
    finished_at: Instant | None
    deliveries: int
    done: int
    summary: dict[str, int] | None
