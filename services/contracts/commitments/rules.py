"""Pure rules of commitments: what fits an indicator, which version rules when, and how many bind at once."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Protocol, TypeVar

from services.common.errors import FieldFault
from services.contracts.indicators.rules import INDICATORS, Indicator, Variant, amount_misfit, width_misfit

CAP = 7
"""Contractual commitments at one instant; each one beyond needs a reason: few figures steer, many do not."""


class Class(StrEnum):
    """Whether something follows when it is missed."""

    CONTRACTUAL = "contractual"
    OBSERVED = "observed"


class Stated(Protocol):
    """A version, as far as its place in time goes."""

    @property
    def indicator(self) -> str: ...
    @property
    def variant(self) -> str | None: ...
    @property
    def class_(self) -> str: ...
    @property
    def valid_from(self) -> datetime: ...
    @property
    def ends(self) -> bool: ...


Version = TypeVar("Version", bound=Stated)
Key = tuple[str, str]


def variant_fault(indicator: Indicator, variant: Variant | None) -> FieldFault | None:
    """A duration is promised in one of its variants, everything else in none."""
    variants = INDICATORS[indicator].variants
    if variants and variant not in variants:
        return FieldFault("variant", f"{indicator} needs one of {', '.join(sorted(variants))}")
    if not variants and variant is not None:
        return FieldFault("variant", f"{indicator} has no variants: must be null")
    return None


def value_faults(
    indicator: Indicator, unit: str, direction: str, target: Decimal, tolerance: Decimal
) -> Iterator[FieldFault]:
    """What does not fit the indicator."""
    definition = INDICATORS[indicator]
    if unit != definition.unit:
        yield FieldFault("unit", f"{indicator} is in {definition.unit}")
    if direction != definition.direction:
        yield FieldFault("direction", f"of {indicator}, {definition.direction} is better")
    for field, misfit in (
        ("target", amount_misfit(target, definition.unit)),
        ("tolerance", width_misfit(tolerance, definition.unit)),
    ):
        if misfit is not None:
            yield FieldFault(field, f"{misfit} ({indicator} is in {definition.unit})")


def key_of(version: Stated) -> Key:
    """What a version is about: the indicator and its variant."""
    return version.indicator, version.variant or ""


def ruling(versions: Iterable[Version]) -> list[Version]:
    """Of versions in the order in which they were recorded, those that rule: the last of each key and `valid_from`."""
    last = {(key_of(version), version.valid_from): version for version in versions}
    return [last[place] for place in sorted(last)]


def last_said(versions: Iterable[Version], key: Key, at: datetime) -> Version | None:
    """The version of a key that rules at an instant, be it one that ends the commitment."""
    said = [version for version in ruling(versions) if key_of(version) == key and version.valid_from <= at]
    return said[-1] if said else None


def in_force_at(versions: Iterable[Version], at: datetime) -> list[Version]:
    """The commitments that hold at an instant, by indicator and variant."""
    return _held(ruling(versions), at)


def passes_cap(versions: Sequence[Version], added: Version) -> bool:
    """Whether a version recorded after these adds one contractual commitment too many at some instant."""
    if added.ends or added.class_ != Class.CONTRACTUAL:
        return False
    before, after = ruling(versions), ruling([*versions, added])
    instants = {version.valid_from for version in after if version.valid_from >= added.valid_from}
    return any(_binding(before, at) < _binding(after, at) > CAP for at in instants)


def _held(ruled: Iterable[Version], at: datetime) -> list[Version]:
    newest = {key_of(version): version for version in ruled if version.valid_from <= at}
    return [version for version in newest.values() if not version.ends]


def _binding(ruled: Iterable[Version], at: datetime) -> int:
    return sum(version.class_ == Class.CONTRACTUAL for version in _held(ruled, at))


def is_orphan(class_: str, objective_id: object, ends: bool) -> bool:
    """Whether a commitment binds without serving an objective."""
    return class_ == Class.CONTRACTUAL and objective_id is None and not ends
