"""What the rules prove by check digits, and what remains of a text."""

import time

import pytest

from services.feedback.masking.rules.checksums import is_card, is_iban, is_nir_body, luhn, nir_key
from services.feedback.masking.rules.masked import MOST_CHARACTERS, mask


def test_marks_take_the_place_of_personal_data_and_are_counted() -> None:
    masked = mask("Écrivez à lea@example.fr ou zoe@example.fr, sinon 06 39 98 00 00, commande CMD-2026-38369.")
    assert masked.text == "Écrivez à [[email]] ou [[email]], sinon [[phone]], commande CMD-2026-38369."
    assert masked.hidden == {"email": 2, "phone": 1}


@pytest.mark.parametrize(
    "text",
    [
        "Ticket #482913, TCK-2026-0042 et colis 6A88031425176 du 12/10/2026 à 9h30",
        "Facture FA20260418 de 1 234,56 €, appelez le 3900",
        "FR76 9999 8658 1600 0933 5667 179 n'est pas un compte",
        "4242 4242 4242 4241 n'est pas une carte",
        "en 480 km de route, place de la République à Lyon 69003",
        "https://www.example.fr/aide/retours et service-client@example.com",
    ],
)
def test_references_and_what_proves_nothing_stay(text: str) -> None:
    assert mask(text).text == text


def test_check_digits() -> None:
    assert is_iban("FR7699998658160009335667178")
    assert not is_iban("FR7699998658160009335667179")
    assert not is_iban("FR769999865816000933566717")
    assert is_card("4242424242424242")
    assert luhn("79927398713")
    assert not is_card("79927398713")
    assert nir_key("2570599998452") == 12
    assert is_nir_body("179012A987622")
    assert not is_nir_body("1791398762200")


def test_words_too_long_to_be_an_answer_are_cut() -> None:
    assert len(mask("a" * 50_000).text) < MOST_CHARACTERS + 10


@pytest.mark.parametrize("sign", ["A, ", "a.b", "a_", "Le ", "z, ", "nom : ", "www.a", "3e étage, ", "FR76 9", "1 A "])
def test_no_text_takes_long(sign: str) -> None:
    """given the longest text that is masked, of nothing but what rules begin with / then it ends soon."""
    began = time.process_time()
    mask((sign * MOST_CHARACTERS)[:MOST_CHARACTERS])
    assert time.process_time() - began < 3
