"""The identity of a figure: reversible opaque text, of which exactly one spelling is accepted."""

import base64
import binascii
from collections.abc import Sequence
from uuid import UUID

import msgspec

from services.kpi.dimensions.rules import LONGEST_VALUE, NAMES, Cut
from services.kpi.figures.rules.indicators import INDICATORS, SERIES, Variant
from services.kpi.figures.rules.periods import InvalidPeriod, Period, parse_period


class FigureKey(msgspec.Struct, frozen=True):
    """What makes a figure that figure."""

    contract_id: UUID
    indicator: str
    variant: Variant | None
    period: Period
    cut: Cut | None = None
    """The value of a dimension that it is of; None: of the whole contract."""


def figure_id(key: FigureKey) -> str:
    """The opaque text of a figure."""
    told = f"{key.indicator}.{key.variant or ''}.{key.period.text}".encode()
    if key.cut is not None:
        # The value comes last: it may be any text, with dots too.
        told += f".{key.cut[0]}.{key.cut[1]}".encode()
    return base64.urlsafe_b64encode(key.contract_id.bytes + told).decode().rstrip("=")


def read_figure_id(text: str) -> FigureKey | None:
    """The figure of an opaque text; None unless it is exactly what `figure_id` writes."""
    try:
        raw = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
        contract, told = UUID(bytes=raw[:16]), raw[16:].decode()
        code, name, period, *cut = told.split(".", 4)
        key = FigureKey(contract, code, _VARIANTS[code, name], parse_period(period), _read_cut(cut))
    except (binascii.Error, ValueError, KeyError, InvalidPeriod):
        return None
    return key if key.indicator in INDICATORS and figure_id(key) == text else None


def _read_cut(told: Sequence[str]) -> Cut | None:
    """Raises: ValueError."""
    if not told:
        return None
    name, value = told
    if "\0" in value or len(value) > LONGEST_VALUE:
        raise ValueError("no value is such")
    return NAMES[NAMES.index(name)], value


_VARIANTS: dict[tuple[str, str], Variant | None] = {(code, variant or ""): variant for code, variant in SERIES}
