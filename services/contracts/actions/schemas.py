"""Bodies of actions."""

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator
from pydantic.config import JsonDict

from services.common.instants import Day, Instant
from services.common.schemas import RequestBody
from services.common.words import ShortWords, Words
from services.contracts.actions.rules import WITH_WORDS, Origin, State, Step
from services.contracts.agreements.rules import Side
from services.contracts.authors import Author
from services.contracts.fields import Amount
from services.contracts.indicators.rules import Direction, Indicator, Variant
from services.contracts.objectives.rules import Change

_CLAIRE, _KARIM = "0197f3a2-8e31-7d44-8b5c-1f2e3d4c5b03", "0197f3a2-9f42-7d44-8b5c-1f2e3d4c5b04"
_EFFECT: JsonDict = {
    "indicator": "fcr_ticket",
    "variant": None,
    "direction": "higher",
    "change": "points",
    "amount": "0.05",
    "by": "2027-03-31",
}
_SAID: JsonDict = {
    "title": "Un accès direct au suivi du transporteur",
    "cause": "Les agents attendent deux jours la réponse du transporteur pour la moitié des demandes de livraison.",
    "description": None,
    "due_on": "2027-01-31",
    "expected_effect": _EFFECT,
}


class Effect(BaseModel):
    """What the action is to change, and by when; the effect itself is read from the figures."""

    model_config = ConfigDict(extra="forbid")

    indicator: Indicator
    variant: Variant | None = None
    direction: Direction
    change: Change = Field(
        description="`points`: a difference in the unit of the indicator (`0.05` of a ratio is five points);"
        " `relative`: a share of the value before (`0.12` is 12 %)."
    )
    amount: Amount
    by: Day


class OriginOf(BaseModel):
    """What it comes from; the id is opaque, of the service that keeps the thing."""

    model_config = ConfigDict(extra="forbid")

    kind: Origin
    id: Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=r"^[\x21-\x7e]+$")] | None = None

    @model_validator(mode="after")
    def _of_something(self) -> "OriginOf":
        if self.id is not None and self.kind is Origin.FREE:
            raise ValueError("free has no id")
        return self


class ActionParts(BaseModel):
    """What an action says."""

    title: ShortWords
    cause: Words
    description: Words | None = None
    due_on: Day
    """In the contract's zone."""
    expected_effect: Effect | None = None


class ActionSaid(RequestBody, ActionParts):
    """All that an action says, from a change on."""


class OwnersNamed(BaseModel):
    """Who is accountable on each side: people who may take the steps of actions of this contract."""

    model_config = ConfigDict(extra="forbid")

    donneur_ordre: UUID | None = None
    sous_traitant: UUID | None = None

    @model_validator(mode="after")
    def _at_least_one(self) -> "OwnersNamed":
        if self.donneur_ordre is None and self.sous_traitant is None:
            raise ValueError("name who is accountable on one side at least; the other side names its own")
        return self


class NewAction(RequestBody, ActionParts):
    """An action to propose to the other party."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {**_SAID, "owners": {"sous_traitant": _KARIM}, "origin": {"kind": "figure", "id": "fcr_ticket/2026-10"}}
            ]
        }
    )

    owners: OwnersNamed
    origin: OriginOf = OriginOf(kind=Origin.FREE)


class NewStep(RequestBody):
    """What somebody does to an action, or says about it."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"step": "accept", "owner": _CLAIRE, "comment": "D'accord, accès ouvert dès lundi."},
                {"step": "finish", "on": "2026-12-18"},
            ]
        }
    )

    step: Step
    comment: Words | None = Field(None, description="Needed to refuse, reopen, abandon, ask for a date or keep one.")
    owner: UUID | None = Field(
        None, description="Of `accept` and `name_owner`: who is accountable on the side that takes the step."
    )
    on: Day | None = Field(None, description="Of `start` and `finish`: the day it happened; today when left out.")
    due_on: Day | None = Field(None, description="Of `ask_date`: the date asked for.")
    changes: ActionSaid | None = Field(
        None, description="Of `change`, while it is only proposed: all that it says from now on."
    )

    @model_validator(mode="after")
    def _with_its_parts(self) -> "NewStep":
        belonging = {
            "owner": (Step.ACCEPT, Step.NAME_OWNER), "on": (Step.START, Step.FINISH),
            "due_on": (Step.ASK_DATE,), "changes": (Step.CHANGE,),
        }  # fmt: skip
        for field, steps in belonging.items():
            if getattr(self, field) is not None and self.step not in steps:
                raise ValueError(f"{field} belongs to {' and '.join(steps)}")
        needed = {Step.NAME_OWNER: "owner", Step.ASK_DATE: "due_on", Step.CHANGE: "changes"}.get(self.step)
        if needed is not None and getattr(self, needed) is None:
            raise ValueError(f"{self.step} needs {needed}")
        if self.step in WITH_WORDS and self.comment is None:
            raise ValueError(f"{self.step} needs a comment")
        return self


class Owner(BaseModel):
    """Who is accountable on one side, as they were called when they were named."""

    person_id: UUID
    name: str


class Owners(BaseModel):
    """Who is accountable on each side."""

    donneur_ordre: Owner | None
    sous_traitant: Owner | None


class AskedDate(BaseModel):
    """Another date that one side asks for; the agreed one holds until the other answers."""

    due_on: date
    side: Side


_VIEW: JsonDict = {
    "id": "0199d1a0-7d2e-7c11-9a8b-5b1f0d3c2e4a",
    "contract_id": "0197f3b0-1a2b-7c3d-8e4f-5a6b7c8d9e04",
    "revision": 2,
    **_SAID,
    "owners": {
        "donneur_ordre": {"person_id": _CLAIRE, "name": "Claire Morel"},
        "sous_traitant": {"person_id": _KARIM, "name": "Karim Benali"},
    },
    "origin": {"kind": "figure", "id": "fcr_ticket/2026-10"},
    "state": "done",
    "awaits": "donneur_ordre",
    "asked_date": None,
    "postponed": 0,
    "days_late": 0,
    "started_on": "2026-12-01",
    "done_on": "2027-01-22",
    "done_side": "sous_traitant",
    "proposed_side": "sous_traitant",
    "author": {"side": "sous_traitant", "name": "Karim Benali"},
    "written_at": "2026-11-20T09:30:00.123456Z",
}


class ActionView(ActionParts):
    """An action, the same for both parties."""

    model_config = ConfigDict(json_schema_extra={"examples": [_VIEW]})

    id: UUID
    contract_id: UUID
    revision: int = Field(description="Also the `ETag`: a step sends the one that was read as `If-Match`.")
    owners: Owners
    origin: OriginOf
    state: State
    awaits: Side | None = Field(description="The side that has to accept, to verify, or to answer a date asked for.")
    asked_date: AskedDate | None = None
    postponed: int = Field(description="How often both have agreed on a later or earlier date.")
    days_late: int = Field(
        description="Days past `due_on`: until today in the contract's zone, or until it was done; 0: in time."
    )
    started_on: date | None
    done_on: date | None
    done_side: Side | None = Field(description="Who said that it was done; the other side verifies.")
    proposed_side: Side = Field(description="Who last said what it is; the other side accepts.")
    author: Author
    written_at: Instant


class StepView(BaseModel):
    """A step as both parties read it."""

    step: Step | Literal["propose"]
    state: State = Field(description="After the step.")
    comment: str | None
    changes: dict[str, list[str | None]] = Field(description="Each field that changed: before and after.")
    author: Author
    written_at: Instant


class ActionWithSteps(ActionView):
    """An action with everything that happened to it, the first step first."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    **_VIEW,
                    "steps": [
                        {
                            "step": "accept",
                            "state": "accepted",
                            "comment": "D'accord, accès ouvert dès lundi.",
                            "changes": {"owner_donneur_ordre_name": [None, "Claire Morel"]},
                            "author": {"side": "donneur_ordre", "name": "Claire Morel"},
                            "written_at": "2026-11-21T08:00:00Z",
                        }
                    ],
                }
            ]
        }
    )

    steps: list[StepView]


class PossibleOwner(BaseModel):
    """Somebody who may be accountable."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"side": "sous_traitant", "person_id": _KARIM, "name": "Karim Benali"}]}
    )

    side: Side
    person_id: UUID
    name: str


class PossibleOwners(BaseModel):
    """By side and name."""

    items: list[PossibleOwner]


class ActionTold(BaseModel):
    """An action as other services are told of it."""

    id: UUID
    contract_id: UUID
    title: str
    state: State
    due_on: date
    started_on: date | None
    done_on: date | None
    expected_effect: Effect | None
