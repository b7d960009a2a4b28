"""The check digits by which a number proves what it is."""

import re

_SOFT = re.compile(r"[\s.\-\u00a0\u202f]")

IBAN_LENGTHS = {
    "AD": 24, "AT": 20, "BE": 16, "BG": 22, "CH": 21, "CY": 28, "CZ": 24, "DE": 22, "DK": 18, "EE": 20, "ES": 24,
    "FI": 18, "FR": 27, "GB": 22, "GR": 27, "HR": 21, "HU": 28, "IE": 22, "IS": 26, "IT": 27, "LI": 21, "LT": 20,
    "LU": 20, "LV": 21, "MC": 27, "MT": 31, "NL": 18, "NO": 15, "PL": 28, "PT": 25, "RO": 24, "SE": 24, "SI": 19,
    "SK": 24, "SM": 27, "TN": 24, "MA": 28,
}  # fmt: skip
"""Characters of an account number, by country."""


def bare(text: str) -> str:
    """Without blanks, dots and dashes, in capitals."""
    return _SOFT.sub("", text).upper()


def is_iban(number: str) -> bool:
    """Right length for its country, and 1 modulo 97 (ISO 13616); `number` as `bare` writes it."""
    if len(number) != IBAN_LENGTHS.get(number[:2]) or not number.isascii() or not number.isalnum():
        return False
    return int("".join(str(int(sign, 36)) for sign in number[4:] + number[:4])) % 97 == 1


def is_card(digits: str) -> bool:
    """A length and beginning that a network uses, and the Luhn digit."""
    return _of_a_network(digits) and luhn(digits)


def luhn(digits: str) -> bool:
    """Every second digit from the right doubled: the sum ends in 0."""
    total = 0
    for place, sign in enumerate(reversed(digits)):
        value = int(sign) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def _of_a_network(digits: str) -> bool:
    size, two, four = len(digits), int(digits[:2]), int(digits[:4])
    if digits[0] == "4":
        return size in (13, 16, 19)
    if 51 <= two <= 55 or 2221 <= four <= 2720:
        return size == 16
    if two in (34, 37):
        return size == 15
    if two in (36, 38, 39) or 300 <= int(digits[:3]) <= 305:
        return size == 14
    return size == 16 and (four == 6011 or two in (35, 64, 65, 62))


def nir_key(body: str) -> int:
    """The key of the 13 characters of a social-security number; Corsica's letters count as 19 and 18."""
    return 97 - int(body.replace("2A", "19").replace("2B", "18")) % 97


def is_nir_body(body: str) -> bool:
    """Sex, month and department of birth can exist (months 20 to 42 and 50 to 99: month unknown)."""
    if len(body) != 13:
        return False
    month, department = int(body[3:5]), body[5:7]
    return (1 <= month <= 12 or 20 <= month <= 42 or month >= 50) and department != "00"
