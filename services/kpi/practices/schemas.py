"""Bodies of practices."""

from datetime import date
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field
from pydantic.config import JsonDict

from services.common.instants import Day, Instant
from services.common.schemas import RequestBody
from services.common.words import Words
from services.kpi.annotations.schemas import Author
from services.kpi.baselines.examples import AUTHOR, COMPARED
from services.kpi.baselines.rules.sides import Days
from services.kpi.baselines.schemas import BeforeAfterOut, fault_of_days
from services.kpi.figures.rules.indicators import Variant
from services.kpi.indicator_codes import IndicatorCode

State = Literal["proposed", "agreed", "withdrawn"]

_ACTION = "0199d1a0-7d2e-7c11-9a8b-5b1f0d3c2e4a"
_SAID: JsonDict = {
    "action_id": _ACTION,
    "practice": "Donner aux agents un accès direct au suivi du transporteur, au lieu d'une demande par courriel.",
    "conditions": "Le transporteur ouvre un accès par agent ; une heure de formation.",
}
_NEW: JsonDict = {
    **_SAID,
    "before": {"from": "2025-10-01", "to": "2025-12-31"},
    "after": {"from": "2026-10-01", "to": "2026-12-31"},
}
_VIEW: JsonDict = {
    **_SAID,
    "id": "0199d1a0-8e31-7c11-9a8b-5b1f0d3c2e4c",
    "contract_id": "0197f3b0-1a2b-7c3d-8e4f-5a6b7c8d9e04",
    "title": "Un accès direct au suivi du transporteur",
    "effect": COMPARED,
    "state": "agreed",
    "proposed_at": "2027-01-06T09:00:00Z",
    "proposed_by": AUTHOR,
    "agreed_at": "2027-01-07T15:30:00Z",
    "agreed_by": {**AUTHOR, "name": "Yann Le Goff", "side": "sous_traitant"},
    "withdrawn_at": None,
    "withdrawn_by": None,
}


class DaysIn(BaseModel):
    """Local days, both included."""

    model_config = ConfigDict(extra="forbid")

    first: Day = Field(alias="from")
    last: Day = Field(alias="to")

    def days(self) -> Days:
        """What the rules compare."""
        return Days(self.first, self.last)

    def fault(self) -> str | None:
        """Why they bound no stretch."""
        return fault_of_days(self.first, self.last)


class NewPractice(RequestBody):
    """An action whose effect is shown, told so that others can do the same."""

    model_config = ConfigDict(json_schema_extra={"examples": [_NEW]})

    action_id: UUID = Field(
        description="An action that both parties called done and verified, with an expected effect."
    )
    practice: Words = Field(description="What to do.")
    conditions: Words | None = Field(None, description="What it needs, and where it does not fit.")
    before: DaysIn
    after: DaysIn


class PracticeOut(BaseModel):
    """A practice, the same for both parties. `effect` was computed when it was proposed, and never moves."""

    model_config = ConfigDict(json_schema_extra={"examples": [_VIEW]})

    id: UUID
    contract_id: UUID = Field(description="Where it comes from: this contract, or another of the same two parties.")
    action_id: UUID
    title: str = Field(description="The action's.")
    practice: str
    conditions: str | None
    effect: BeforeAfterOut
    state: State
    proposed_at: Instant
    proposed_by: Author
    agreed_at: Instant | None
    agreed_by: Author | None
    withdrawn_at: Instant | None
    withdrawn_by: Author | None


class EffectTold(BaseModel):
    """Which indicator an action is to change."""

    indicator: IndicatorCode
    variant: Variant | None


class ActionTold(BaseModel):
    """An action as contracts tells it; what else it tells is left unread."""

    title: str
    state: str
    started_on: date | None
    done_on: date | None
    expected_effect: EffectTold | None
