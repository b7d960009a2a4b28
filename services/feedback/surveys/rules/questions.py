"""The questions that a hosted survey may ask: the one list of them."""

from typing import Literal

import msgspec

SurveyKind = Literal["nps", "csat"]
Language = Literal["fr", "en"]
LANGUAGES: tuple[Language, ...] = ("fr", "en")
Side = Literal["donneur_ordre", "sous_traitant"]


class Scale(msgspec.Struct, frozen=True):
    """The grades that may be given, both ends included."""

    lowest: int
    highest: int

    @property
    def grades(self) -> range:
        """Every grade."""
        return range(self.lowest, self.highest + 1)


SCALES: dict[SurveyKind, Scale] = {"nps": Scale(0, 10), "csat": Scale(1, 5)}
