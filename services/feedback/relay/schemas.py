"""Teams, rules and items of the relay as they cross HTTP."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator
from pydantic.config import JsonDict

from services.common.instants import Instant
from services.common.schemas import RequestBody
from services.feedback.answers.schemas import Queue
from services.feedback.relay.rules import WITH_TEXT, Cause, Kind, Side, State, Step
from services.feedback.themes.schemas import Author, Code, Line
from services.feedback.verbatims.schemas import Kind as Question
from services.feedback.verbatims.schemas import VerbatimOut

MOST_RULES = 30
MOST_MEMBERS = 200
MOST_HOURS = 720
LONGEST_TEXT = 4_000


def _readable(text: str) -> str:
    if any(not sign.isprintable() and sign != "\n" for sign in text):
        raise ValueError("must hold no control characters but line feeds")
    return text


Words = Annotated[str, StringConstraints(max_length=LONGEST_TEXT), AfterValidator(_readable)]

_MEMBER: JsonDict = {"id": "0197f3a2-8e31-7d44-8b5c-1f2e3d4c5b07", "name": "Nadia Roux"}
_TEAM: JsonDict = {"name": "Suivi des livraisons", "members": [_MEMBER]}


class Member(RequestBody):
    """Somebody of the provider; the id of a person or machine client."""

    id: UUID
    name: Line


class NewTeam(RequestBody):
    """A team of the provider."""

    model_config = ConfigDict(json_schema_extra={"examples": [_TEAM]})

    name: Line
    members: Annotated[list[Member], Field(max_length=MOST_MEMBERS)] = Field(default_factory=list)
    active: bool = True

    @model_validator(mode="after")
    def _each_once(self) -> "NewTeam":
        if len({one.id for one in self.members}) < len(self.members):
            raise ValueError("each member once")
        return self


class TeamOut(BaseModel):
    """A team. The members are told to the provider alone."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"id": "0199d1a0-7d2e-7c11-9a8b-5b1f0d3c2e01", "active": True, "people": 1, **_TEAM}]
        }
    )

    id: UUID
    name: str
    active: bool
    people: int
    members: list[Member] | None = Field(description="Null for the other party: who works in a team is not its matter.")


class TeamsOut(BaseModel):
    """All teams of a contract, by name."""

    items: list[TeamOut]


class When(RequestBody):
    """Which answers; what is left out, or empty, is no condition."""

    kinds: Annotated[list[Question], Field(max_length=5)] = Field(default_factory=list)
    score_from: Annotated[int | None, Field(ge=0, le=1_000_000)] = None
    score_to: Annotated[int | None, Field(ge=0, le=1_000_000)] = None
    themes: Annotated[list[Code], Field(max_length=30)] = Field(default_factory=list)
    channels: Annotated[list[Line], Field(max_length=30)] = Field(default_factory=list)
    queues: Annotated[list[Queue], Field(max_length=30)] = Field(
        default_factory=list, description="Queues as answers name them, letter by letter."
    )

    @model_validator(mode="after")
    def _one_scale(self) -> "When":
        bounds = (self.score_from, self.score_to)
        if any(bound is not None for bound in bounds) and len(self.kinds) != 1:
            raise ValueError("a score is one of a question: name that question alone in kinds")
        if self.score_from is not None and self.score_to is not None and self.score_to < self.score_from:
            raise ValueError("score_to must not lie below score_from")
        return self


class NewRule(RequestBody):
    """Answers that fit go to that team. `id`: of a rule that goes on; unchanged it keeps its beginning."""

    id: UUID | None = None
    when: When
    team_id: UUID
    answer_within_hours: Annotated[int, Field(ge=1, le=MOST_HOURS)]


_RULE: JsonDict = {
    "when": {
        "kinds": ["nps"],
        "score_from": 0,
        "score_to": 6,
        "themes": ["delay"],
        "channels": [],
        "queues": ["Livraisons"],
    },
    "team_id": "0199d1a0-7d2e-7c11-9a8b-5b1f0d3c2e01",
    "answer_within_hours": 48,
}


class NewRules(RequestBody):
    """All rules, in order: the first that fits decides."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"items": [_RULE]}]})

    items: Annotated[list[NewRule], Field(max_length=MOST_RULES)]


class Rule(BaseModel):
    """A rule, and since when it holds: it is for answers that came after."""

    id: UUID
    since: Instant
    when: When
    team_id: UUID
    answer_within_hours: int


class RulesOut(BaseModel):
    """The rules of a contract; without any nothing is relayed."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "version": 3,
                    "items": [{"id": "0199d1a0-7d2e-7c11-9a8b-5b1f0d3c2e02", "since": "2026-11-03T09:00:00Z", **_RULE}],
                    "author": {"name": "Claire Morel", "side": "donneur_ordre"},
                    "written_at": "2026-11-03T09:00:00Z",
                    "left_out_30_days": 0,
                }
            ]
        }
    )

    version: int = Field(description="What `If-Match` expects, between quotation marks.")
    items: list[Rule]
    author: Author | None
    written_at: Instant | None
    left_out_30_days: int = Field(
        description="Answers with words that came in the last 30 days and fit a rule but for their own time: given"
        " before it began, or more than 30 days before they came. Of your teams, where you see those alone."
    )


class NewStep(RequestBody):
    """The next step of an item."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"step": "cause", "cause": "carrier", "text": "Suivi du transporteur faux pendant trois jours"}
            ]
        }
    )

    step: Step = Field(
        description="Of the provider: `acknowledge`, `cause`, `act`, `reply`, and `pass_on` of praise;"
        " of the donneur d'ordre once there is a reply: `accept` or `return`."
    )
    cause: Cause | None = Field(default=None, description="With the step `cause`.")
    text: Words | None = Field(default=None, description="Needed to `act`, `reply` and `return`; read by both parties.")
    action_id: UUID | None = Field(default=None, description="With `act`: the action that was opened for it.")

    @model_validator(mode="after")
    def _whole(self) -> "NewStep":
        if (self.cause is not None) != (self.step == "cause"):
            raise ValueError("a cause is told with the step cause, and only then")
        if self.action_id is not None and self.step != "act":
            raise ValueError("an action is told with the step act")
        if self.step in WITH_TEXT and not (self.text or "").strip():
            raise ValueError("text must hold something to read")
        return self


class StepOut(BaseModel):
    """A step that was taken."""

    step: Step
    at: Instant
    author: Author
    cause: Cause | None
    text: str | None
    action_id: UUID | None
    erased: bool = Field(description="What was written was erased with the customer's words.")


class Next(BaseModel):
    """A step that can be taken, and whose it is."""

    step: Step
    side: Side


class TeamNamed(BaseModel):
    """A team by name."""

    id: UUID
    name: str


class ItemOut(BaseModel):
    """Words that were relayed to a team, and what became of them."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": "0197f3c0-4d5e-7f6a-8b7c-8d9e0f1a2b07",
                    "kind": "trouble",
                    "state": "acknowledged",
                    "team": {"id": "0199d1a0-7d2e-7c11-9a8b-5b1f0d3c2e01", "name": "Suivi des livraisons"},
                    "created_at": "2026-11-03T09:12:00Z",
                    "due_at": "2026-11-05T09:12:00Z",
                    "late": False,
                    "answer_within_hours": 48,
                    "verbatim": {
                        "id": "0197f3c0-4d5e-7f6a-8b7c-8d9e0f1a2b07",
                        "kind": "nps",
                        "score": 2,
                        "scale_max": 10,
                        "answered_at": "2026-11-03T09:11:00Z",
                        "channel": "e-mail",
                        "queue": "Livraisons",
                        "source_id": "feedback",
                        "door": "api",
                        "ticket_id": "48213",
                        "ticket_url": None,
                        "counted": True,
                        "text": "Toujours rien reçu, rappelez-moi au [[phone]].",
                        "hidden": [{"kind": "phone", "count": 1}],
                        "erased": False,
                        "themes": [{"code": "delay", "by": "rule", "word": "toujours rien"}],
                    },
                    "steps": [
                        {
                            "step": "acknowledge",
                            "at": "2026-11-03T10:00:00Z",
                            "author": {"name": "Nadia Roux", "side": "sous_traitant"},
                            "cause": None,
                            "text": None,
                            "action_id": None,
                            "erased": False,
                        }
                    ],
                    "next": [{"step": "cause", "side": "sous_traitant"}, {"step": "reply", "side": "sous_traitant"}],
                }
            ]
        }
    )

    id: UUID = Field(description="That of the answer.")
    kind: Kind
    state: State
    team: TeamNamed
    created_at: Instant
    due_at: Instant
    late: bool = Field(description="A reply was due and has not come; never of praise.")
    answer_within_hours: int
    verbatim: VerbatimOut
    steps: list[StepOut]
    next: list[Next]


View = Literal["open", "replied", "closed", "all"]
