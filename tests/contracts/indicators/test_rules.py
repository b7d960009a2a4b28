"""The closed table of indicators, and the amounts that fit a unit."""

from decimal import Decimal

import pytest

from services.contracts.indicators.rules import INDICATORS, Indicator, Unit, Variant, amount_misfit, width_misfit


def test_the_table_is_whole() -> None:
    told = {
        code: (definition.unit.value, definition.direction.value, bool(definition.variants))
        for code, definition in INDICATORS.items()
    }
    shares = (
        "sla_resolution",
        "sla_first_response",
        "fcr_ticket",
        "fcr_declared",
        "fcr_observed",
        "one_touch",
        "ces",
        "csat",
        "data_completeness",
    )
    assert told == {
        **dict.fromkeys(("frt", "frt_business", "ttr", "ttr_contractual"), ("s", "lower", True)),
        **dict.fromkeys(shares, ("ratio", "higher", False)),
        "reopen_rate": ("ratio", "lower", False),
        "repeat_rate": ("ratio", "lower", False),
        "backlog": ("count", "lower", False),
        "nps": ("points", "higher", False),
    }
    assert set(INDICATORS) == set(Indicator)
    assert all(definition.variants in (set(), set(Variant)) for definition in INDICATORS.values())


@pytest.mark.parametrize(
    ("unit", "fitting", "wrong"),
    [
        (Unit.RATIO, ["0", "1", "0.9999"], ["-0.0001", "1.0001", "0.99999"]),
        (Unit.POINTS, ["-100", "100", "0.25"], ["-100.01", "100.01", "0.255"]),
        (Unit.SECONDS, ["0", "14400"], ["-1", "0.5"]),
        (Unit.COUNT, ["0", "250"], ["-1", "2.5"]),
    ],
)
def test_amounts_fit_their_unit(unit: Unit, fitting: list[str], wrong: list[str]) -> None:
    assert [amount_misfit(Decimal(text), unit) for text in fitting] == [None] * len(fitting)
    assert all(amount_misfit(Decimal(text), unit) for text in wrong)


@pytest.mark.parametrize(
    ("unit", "fitting", "wrong"),
    [
        (Unit.RATIO, ["0", "1"], ["-0.1", "1.1"]),
        (Unit.POINTS, ["0", "200"], ["-1", "200.01", "0.001"]),
        (Unit.SECONDS, ["1800"], ["-1", "0.1"]),
    ],
)
def test_tolerances_are_distances(unit: Unit, fitting: list[str], wrong: list[str]) -> None:
    assert [width_misfit(Decimal(text), unit) for text in fitting] == [None] * len(fitting)
    assert all(width_misfit(Decimal(text), unit) for text in wrong)
