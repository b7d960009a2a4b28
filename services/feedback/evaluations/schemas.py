"""Bodies of the mutual evaluation."""

from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator
from pydantic.config import JsonDict

from services.common.instants import Instant
from services.common.schemas import RequestBody
from services.common.words import Words, plain
from services.feedback.authors import Author
from services.feedback.evaluations.rules import DEFAULT, HIGHEST, LOWEST, MOST_CRITERIA, State, code_faults

_Label = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=100, pattern=r"^[^\n]+$"),
    AfterValidator(plain),
]
_CRITERIA: list[JsonDict] = [
    {"code": one.code, "label_fr": one.label_fr, "label_en": one.label_en} for one in DEFAULT[:2]
]
_AUTHOR: JsonDict = {"side": "donneur_ordre", "name": "Claire Morel"}
_SCORE: JsonDict = {"code": "clarity", "score": 4, "comment": "Consignes à jour dès le lundi."}
_SUBMISSION: JsonDict = {
    "version": 1,
    "author": _AUTHOR,
    "written_at": "2026-11-27T09:30:00.123456Z",
    "sealed": False,
    "scores": [_SCORE],
    "comment": "Un trimestre solide.",
}


class CriterionBody(BaseModel):
    """Something that each side scores the other on."""

    model_config = ConfigDict(extra="forbid")

    code: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
    label_fr: _Label
    label_en: _Label


class NewGrid(RequestBody):
    """Criteria to propose to the other party."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"criteria": [*_CRITERIA]}]})

    criteria: Annotated[list[CriterionBody], Field(min_length=1, max_length=MOST_CRITERIA)]
    comment: Words | None = None

    @model_validator(mode="after")
    def _each_once(self) -> "NewGrid":
        fault = code_faults([one.code for one in self.criteria])
        if fault is not None:
            raise ValueError(fault)
        return self


class GridAnswer(RequestBody):
    """Agreeing to proposed criteria, or not."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"agreed": True}]})

    agreed: bool
    comment: Words | None = Field(None, description="Needed to refuse.")

    @model_validator(mode="after")
    def _with_its_reason(self) -> "GridAnswer":
        if not self.agreed and self.comment is None:
            raise ValueError("who refuses says why")
        return self


class GridView(BaseModel):
    """Criteria with who proposed them."""

    id: UUID
    criteria: list[CriterionBody]
    comment: str | None
    author: Author
    written_at: Instant


class GridsView(BaseModel):
    """What is agreed, what waits for the other party's answer, and what one may begin with."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"agreed": None, "proposed": None, "default": [*_CRITERIA]}]}
    )

    agreed: GridView | None = None
    proposed: GridView | None = None
    default: list[CriterionBody]


class Score(BaseModel):
    """What one side says of the other on one criterion: 1 (not at all) to 5 (fully)."""

    model_config = ConfigDict(extra="forbid")

    code: str = Field(max_length=40)
    score: int = Field(ge=LOWEST, le=HIGHEST, strict=True)
    comment: Words | None = None


class NewEvaluation(RequestBody):
    """A score on every criterion, with words where there is something to say."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"scores": [_SCORE], "comment": "Un trimestre solide."}]})

    scores: Annotated[list[Score], Field(min_length=1, max_length=MOST_CRITERIA)]
    comment: Words | None = None


class Submission(BaseModel):
    """What one side says of the other in a quarter."""

    version: int = Field(
        description="Raised by a correction, which is possible until the other side has given its own."
    )
    author: Author
    written_at: Instant
    sealed: bool = Field(description="The other party's, until both are given or the time is over: no scores are told.")
    scores: list[Score]
    comment: str | None


class QuarterView(BaseModel):
    """A quarter: what each side says of the other."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "quarter": "2026-Q3",
                    "state": "complete",
                    "opens_at": "2026-08-31T22:00:00Z",
                    "closes_at": "2026-12-31T23:00:00Z",
                    "criteria": [*_CRITERIA],
                    "donneur_ordre": _SUBMISSION,
                    "sous_traitant": {**_SUBMISSION, "author": {"side": "sous_traitant", "name": "Karim Benali"}},
                }
            ]
        }
    )

    quarter: str
    state: State = Field(
        description="`open` from the first day of its last month until the end of the quarter that follows; `complete`"
        " once both are given; `over` when the time passed without."
    )
    opens_at: Instant
    closes_at: Instant
    criteria: list[CriterionBody]
    donneur_ordre: Submission | None = Field(None, description="What the donneur d'ordre says of the sous-traitant.")
    sous_traitant: Submission | None = Field(None, description="What the sous-traitant says of the donneur d'ordre.")


class QuartersView(BaseModel):
    """Quarters that are open now or were evaluated, the latest first."""

    items: list[QuarterView]
