"""Themes as they cross HTTP, and as a set of them is kept."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator
from pydantic.config import JsonDict

from services.common.instants import Instant
from services.common.schemas import RequestBody

MOST_THEMES = 30
MOST_WORDS = 60
UNTAGGED = "none"
"""Stands in the place of a theme for answers that have none."""


def _printable(text: str) -> str:
    if not text.isprintable():
        raise ValueError("must hold no control characters")
    return text


Line = Annotated[str, StringConstraints(min_length=1, max_length=60), AfterValidator(_printable)]
Code = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{1,30}$")]


class Label(RequestBody):
    """The name in each language."""

    fr: Line
    en: Line


class Theme(RequestBody):
    """One theme: words that hold one of its words, in whatever form, are about it."""

    code: Code
    kind: Literal["topic", "brand_tone"] = Field(description="`brand_tone`: how the brand is spoken for.")
    label: Label
    words: Annotated[list[Line], Field(max_length=MOST_WORDS)] = Field(
        description="Words or phrases: compared without accents, by their stems, a phrase in its order."
    )


_EXAMPLE: JsonDict = {
    "code": "delay",
    "kind": "topic",
    "label": {"fr": "Délai", "en": "Delay"},
    "words": ["délai", "retard", "toujours rien"],
}


class NewThemes(RequestBody):
    """All themes of a contract, in the order in which they are shown."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"items": [_EXAMPLE]}]})

    items: Annotated[list[Theme], Field(max_length=MOST_THEMES)]

    @model_validator(mode="after")
    def _each_once(self) -> "NewThemes":
        codes = [one.code for one in self.items]
        if len(set(codes)) < len(codes) or UNTAGGED in codes:
            raise ValueError("each code once, and none of them `none`")
        return self


class Author(BaseModel):
    """Who did it, as known when it was done."""

    name: str | None
    side: Literal["donneur_ordre", "sous_traitant"]


class ThemesOut(BaseModel):
    """The themes of a contract."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "version": 1000,
                    "own": True,
                    "items": [_EXAMPLE],
                    "author": {"name": "Claire Morel", "side": "donneur_ordre"},
                    "written_at": "2026-11-03T09:00:00Z",
                    "waiting": 0,
                }
            ]
        }
    )

    version: int = Field(description="What `If-Match` expects, between quotation marks.")
    own: bool = Field(description="False while the contract goes by the list that every contract begins with.")
    items: list[Theme]
    author: Author | None
    written_at: Instant | None
    waiting: int = Field(description="Verbatims that are still to be tagged by this list; told up to 1,000.")


class Tag(BaseModel):
    """A theme of an answer."""

    code: str
    by: Literal["rule", "person"]
    word: str | None = Field(description="The word of the rule that found it.")


class TagsOut(BaseModel):
    """Themes of one answer."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "answer_id": "0197f3c0-4d5e-7f6a-8b7c-8d9e0f1a2b07",
                    "themes": [{"code": "delay", "by": "rule", "word": "retard"}],
                }
            ]
        }
    )

    answer_id: UUID
    themes: list[Tag]


class Suggestion(BaseModel):
    """A word that customers who were not pleased use, where no theme is found."""

    word: str
    answers: int


class SuggestionsOut(BaseModel):
    """Words that a rule could hold, the most used first."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"read": 120, "items": [{"word": "résiliation", "answers": 9}]}]}
    )

    read: int = Field(description="Answers without a theme and with a low score that were looked through.")
    items: list[Suggestion]
