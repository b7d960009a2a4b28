"""Amounts as texts: exact, and one text for each."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from services.contracts.fields import Amount, amount_text

AMOUNT: TypeAdapter[Decimal] = TypeAdapter(Amount)


@given(st.integers(-(10**12) + 1, 10**12 - 1), st.integers(0, 6), st.integers(0, 10**6 - 1))
def test_an_amount_is_exact_and_has_one_text(whole: int, places: int, fraction: int) -> None:
    written = f"{whole}.{fraction % 10**places:0{places}}" if places else str(whole)
    read = AMOUNT.validate_python(written)
    assert read == Decimal(written)
    text = amount_text(read)
    assert AMOUNT.validate_python(text) == read
    assert AMOUNT.dump_python(AMOUNT.validate_python(text), mode="json") == text
    assert "E" not in text
    assert "." not in text or not text.endswith(("0", "."))
    assert AMOUNT.validate_json(f'"{written}"') == read


@pytest.mark.parametrize(("written", "text"), [("-0", "0"), ("-0.0", "0"), ("900", "900"), ("0.050", "0.05")])
def test_zeros_say_nothing(written: str, text: str) -> None:
    assert AMOUNT.dump_json(AMOUNT.validate_python(written)) == f'"{text}"'.encode()


@pytest.mark.parametrize(
    "wrong", ["0.9", "9", "true", "null", '"1e3"', '" 1"', '"01"', '".5"', '"5."', '"+1"', '"١"', '"NaN"']
)
def test_only_digits_in_a_text_are_an_amount(wrong: str) -> None:
    with pytest.raises(ValidationError):
        AMOUNT.validate_json(wrong)
