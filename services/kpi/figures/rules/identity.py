"""The identity of a figure: reversible opaque text, of which exactly one spelling is accepted."""

import base64
import binascii
from uuid import UUID

import msgspec

from services.kpi.figures.rules.indicators import INDICATORS, SERIES, Variant
from services.kpi.figures.rules.periods import InvalidPeriod, Period, parse_period


class FigureKey(msgspec.Struct, frozen=True):
    """What makes a figure that figure."""

    contract_id: UUID
    indicator: str
    variant: Variant | None
    period: Period


def figure_id(key: FigureKey) -> str:
    """The opaque text of a figure."""
    told = f"{key.indicator}.{key.variant or ''}.{key.period.text}".encode()
    return base64.urlsafe_b64encode(key.contract_id.bytes + told).decode().rstrip("=")


def read_figure_id(text: str) -> FigureKey | None:
    """The figure of an opaque text; None unless it is exactly what `figure_id` writes."""
    try:
        raw = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
        contract, told = UUID(bytes=raw[:16]), raw[16:].decode("ascii")
        code, name, period = told.split(".")
        key = FigureKey(contract, code, _VARIANTS[code, name], parse_period(period))
    except (binascii.Error, ValueError, KeyError, InvalidPeriod):
        return None
    return key if key.indicator in INDICATORS and figure_id(key) == text else None


_VARIANTS: dict[tuple[str, str], Variant | None] = {(code, variant or ""): variant for code, variant in SERIES}
