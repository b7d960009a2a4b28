"""The code of an indicator at the edge."""

from typing import Annotated

from pydantic import AfterValidator, WithJsonSchema

from services.kpi.figures.rules.indicators import INDICATORS


def _known(code: str) -> str:
    if code not in INDICATORS:
        raise ValueError(f"must be one of: {', '.join(INDICATORS)}")
    return code


IndicatorCode = Annotated[str, AfterValidator(_known), WithJsonSchema({"type": "string", "enum": list(INDICATORS)})]
"""The code of an indicator that is measured."""
