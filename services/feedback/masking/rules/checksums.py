"""The check digits by which a number proves what it is."""

import re

_SOFT = re.compile(r"[\s.\-_/]")

IBAN_LENGTHS = {
    country[:2]: int(country[2:])
    for line in (
        "AD24 AE23 AL28 AO25 AT20 AZ28 BA20 BE16 BF28 BG22 BH22 BJ28 BR29 BY28 CG27 CH21 CI28 CM27 CR22",
        "CV25 CY28 CZ24 DE22 DJ27 DK18 DO28 DZ26 EE20 EG29 ES24 FI18 FO18 FR27 GA27 GB22 GE22 GI23 GL18",
        "GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KM27 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21",
        "LY25 MA28 MC27 MD24 ME22 MG27 MK19 ML28 MN20 MR27 MT31 MU30 MZ25 NE28 NL18 NO15 PK24 PL28 PS29",
        "PT25 QA29 RO24 RS22 SA24 SC31 SE24 SI19 SK24 SM27 SN28 ST25 SV28 TD27 TG28 TL23 TN24 TR26 UA29",
        "VA22 VG24 XK20",
    )
    for country in line.split()
}
"""Characters of an account number, by country."""


def bare(text: str) -> str:
    """Without blanks, dots and dashes, in capitals."""
    return _SOFT.sub("", text).upper()


def is_iban(number: str) -> bool:
    """Right length for its country, and 1 modulo 97 (ISO 13616); `number` as `bare` writes it."""
    if len(number) != IBAN_LENGTHS.get(number[:2]) or not number.isascii() or not number.isalnum():
        return False
    return int("".join(str(int(sign, 36)) for sign in number[4:] + number[:4])) % 97 == 1


def is_rib(number: str) -> bool:
    """The 23 characters of a French account end in its key; `number` as `bare` writes it."""
    if len(number) != 23 or not number.isascii():
        return False
    digits = "".join(
        sign if sign.isdecimal() else str((int(sign, 36) - 10 + (int(sign, 36) > 27)) % 9 + 1) for sign in number
    )
    bank, desk, account, key = int(digits[:5]), int(digits[5:10]), int(digits[10:21]), int(digits[21:])
    return 97 - (89 * bank + 15 * desk + 3 * account) % 97 == key


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
    return size == 16 and (digits[0] == "6" or two in (35, 50, 56, 57, 58))


def nir_key(body: str) -> int:
    """The key of the 13 characters of a social-security number; Corsica's letters count as 19 and 18."""
    return 97 - int(body.replace("2A", "19").replace("2B", "18")) % 97


def is_nir_body(body: str) -> bool:
    """Sex, month and department of birth can exist (months 20 to 42 and 50 to 99: month unknown)."""
    if len(body) != 13:
        return False
    month, department = int(body[3:5]), body[5:7]
    return (1 <= month <= 12 or 20 <= month <= 42 or month >= 50) and department != "00"
