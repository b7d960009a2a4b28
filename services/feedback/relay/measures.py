"""Delays and counts of the relay as they cross HTTP."""

from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field
from pydantic.config import JsonDict

from services.feedback.relay.rules import Side


class DelayOut(BaseModel):
    """Waits of one sort, in whole seconds, median and P90 by nearest rank."""

    side: Side = Field(description="Who was waited for.")
    waits: int
    open: int = Field(description="Those that are not over; each lasted at least as long as it has.")
    median_s: int | None
    median_at_least: bool = Field(description="Waits that are not over can still make it larger.")
    p90_s: int | None
    p90_at_least: bool


class DelaysOut(BaseModel):
    """Delays of both sides, of items relayed in [from, to)."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "items": 12,
                    "late": 1,
                    "praise": 30,
                    "passed_on": 28,
                    "acknowledge": {
                        "side": "sous_traitant", "waits": 12, "open": 1, "median_s": 3600, "median_at_least": False,
                        "p90_s": 86400, "p90_at_least": True,
                    },
                    "reply": {
                        "side": "sous_traitant", "waits": 13, "open": 3, "median_s": 90000, "median_at_least": False,
                        "p90_s": 172800, "p90_at_least": True,
                    },
                    "decision": {
                        "side": "donneur_ordre", "waits": 10, "open": 0, "median_s": 43200, "median_at_least": False,
                        "p90_s": 90000, "p90_at_least": False,
                    },
                }
            ]
        }
    )  # fmt: skip

    items: int
    late: int = Field(description="Of them, those that wait for a reply that was due.")
    praise: int
    passed_on: int
    acknowledge: DelayOut
    reply: DelayOut
    decision: DelayOut


class CountOut(BaseModel):
    """Items of one kind: those that wait for the team, those of them whose reply is overdue, and the others."""

    model_config = ConfigDict(from_attributes=True)

    open: int
    late: int = Field(description="Of those that are open; never of praise.")
    replied: int = Field(description="They wait for the donneur d'ordre.")
    closed: int


class TeamCount(BaseModel):
    """The items of one team."""

    id: UUID
    name: str
    trouble: CountOut
    praise: CountOut


_COUNT: JsonDict = {"open": 12, "late": 3, "replied": 4, "closed": 130}
_NO_COUNT: JsonDict = {"open": 5, "late": 0, "replied": 0, "closed": 61}


class CountsOut(BaseModel):
    """How many items there are, exactly, of those that you may see."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "trouble": _COUNT,
                    "praise": _NO_COUNT,
                    "teams": [
                        {
                            "id": "0199d1a0-7d2e-7c11-9a8b-5b1f0d3c2e01",
                            "name": "Suivi des livraisons",
                            "trouble": _COUNT,
                            "praise": _NO_COUNT,
                        }
                    ],
                }
            ]
        }
    )

    trouble: CountOut
    praise: CountOut
    teams: list[TeamCount] = Field(description="Teams with items, by name.")
