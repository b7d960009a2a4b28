"""How people write what names or reaches them, by grammar: values with right check digits, in many spellings.

Nothing here is anybody's: telephones of the ranges kept for fiction, banks and communes that are not assigned.
"""

from collections.abc import Callable, Iterator, Sequence
from random import Random

from services.feedback.masking.rules.checksums import luhn, nir_key

Draw = Callable[[Random], str]
FICTION = ("019900", "026191", "035301", "046571", "053649", "063998")
_UNITS = [
    "zéro",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
    "dix-sept",
    "dix-huit",
    "dix-neuf",
]
_TENS = {2: "vingt", 3: "trente", 4: "quarante", 5: "cinquante", 6: "soixante", 8: "quatre-vingt"}
MONTHS = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]
SHORT_MONTHS = ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."]


def said(number: int) -> str:
    """A number below ten thousand in French words."""
    if number >= 1000:
        head = "mille" if number < 2000 else f"{said(number // 1000)} mille"
        return head if number % 1000 == 0 else f"{head} {said(number % 1000)}"
    if number >= 100:
        head = "cent" if number < 200 else f"{said(number // 100)} cent"
        return head if number % 100 == 0 else f"{head} {said(number % 100)}"
    if number < 20:
        return _UNITS[number]
    tens, unit = divmod(number, 10)
    if tens in (7, 9):
        tens, unit = tens - 1, unit + 10
    if unit == 0:
        return _TENS[tens] + ("s" if tens == 8 else "")
    return f"{_TENS[tens]}{' et ' if unit in (1, 11) and tens != 8 else '-'}{_UNITS[unit]}"


def pairs_said(digits: str, joint: str) -> str:
    """Digits read in twos, « zéro » said before what is below ten."""
    return joint.join(
        said(int(two)) if two[0] != "0" else f"zéro {_UNITS[int(two[1])]}"
        for two in (digits[place : place + 2] for place in range(0, len(digits), 2))
    )


def grouped(digits: str, sizes: Sequence[int], joint: str) -> str:
    """Digits in groups of these sizes; what is over makes the last group."""
    parts, place = [], 0
    for size in sizes:
        parts.append(digits[place : place + size])
        place += size
    return joint.join(part for part in (*parts, digits[place:]) if part)


def _digits(draw: Random, count: int) -> str:
    return "".join(draw.choice("0123456789") for _ in range(count))


def french_number(draw: Random) -> str:
    """Ten digits."""
    return draw.choice(FICTION) + _digits(draw, 4)


def phones(draw: Random) -> Iterator[str]:
    """French and foreign numbers that need no word before them."""
    for joint in (" ", ".", "-", "", "/", " / ", " - ", "_", "\u00a0", "\u202f", "\u2011", "\u2013", " . ", "·", ", "):
        yield grouped(french_number(draw), (2, 2, 2, 2, 2), joint)
    for sizes in ((4, 3, 3), (4, 2, 2, 2), (4, 2, 4), (2, 4, 4), (2, 3, 3, 2), (6, 4), (2, 8), (1, 3, 3, 3), (3, 3, 4),
                  (2, 2, 2, 4), (2, 2, 2, 1, 1, 2), (1,) * 10, (5, 5), (2, 2, 3, 3)):  # fmt: skip
        for joint in (" ", ".", "-"):
            yield grouped(french_number(draw), sizes, joint)
    for start in ("+33", "+33 ", "0033", "0033 ", "00 33 ", "+33 (0)", "+33(0) ", "(+33) ", "(+33)", "+33.", "+33-",
                  "+ 33 ", "(0033) ", "(+33)(0)", "+33 0", "+33/", "00.33."):  # fmt: skip
        number = french_number(draw)
        yield start + grouped(number[1:], (1, 2, 2, 2, 2), draw.choice([" ", ".", "-", ""]))
    number = french_number(draw)
    yield number.replace("0", "O", 1)
    yield grouped(number.replace("0", "o", 1), (2, 2, 2, 2, 2), " ")
    yield f"({number[:2]}) {grouped(number[2:], (2, 2, 2, 2), ' ')}"
    yield f"({number[:2]}){number[2:]}"
    yield f"{number[:2]} {number[2:4]}.{number[4:6]}-{number[6:8]} {number[8:]}"
    yield from ("+32 470 12 34 56", "+32470123456", "+32 (0)470/12.34.56", "0032 470 12 34 56", "0032470123456",
                    "+41 79 123 45 67", "+41 (0)22 730 51 11", "0041 79 123 45 67", "+352 621 123 456", "+352 26 12 34",
                    "+49 30 23125 417", "+49 (0)171/3920047", "+49-171-3920047", "0049 171 3920047", "+44 7700 900461",
                    "+44 (0)20 7946 0417", "0044 20 7946 0417", "+1 202 555 0143", "+1 (202) 555-0143",
                    "+1-202-555-0143", "+12025550143", "001 202 555 0143", "+34 612 34 56 78", "+34612345678",
                    "+39 06 1234 5678", "+39 347 123 4567", "+351 912 345 678", "+212 6 12 34 56 78", "+212612345678",
                    "00212 612 345 678", "+213 551 23 45 67", "+216 20 123 456", "+221 77 123 45 67",
                    "+225 07 07 12 34 56", "+237 6 71 23 45 67", "+262 692 12 34 56", "+590 690 12 34 56",
                    "+261 34 12 345 67", "+90 532 123 45 67", "+48 601 234 567", "+7 912 345-67-89",
                    "+84 91 234 56 78", "+86 138 0013 8000", "+55 11 91234-5678", "+353 20 910 4471",
                    "+ 32 470 12 34 56", "+508 41 12 34", "+689 87 12 34 56")  # fmt: skip
    number = french_number(draw)
    for joint in (" ", ", ", "-", ". ", " puis "):
        yield pairs_said(number, joint)
    yield pairs_said(number, " ").replace("é", "e")
    yield pairs_said(number, " ").replace("-", " ")
    yield " ".join(_UNITS[int(sign)] for sign in number)
    yield ", ".join(_UNITS[int(sign)] for sign in number)
    yield f"zéro {number[1]} {number[2:4]} {said(int(number[4:6]) or 1)} {number[6:8]} {number[8:]}"
    yield f"{number[:2]} {number[2:4]} {said(int(number[4:6]) or 1)} {number[6:8]} {number[8:]}"
    yield f"plus trente-trois {_UNITS[int(number[1])]} {pairs_said(number[2:], ' ')}"
    yield f"zéro zéro trente-trois {_UNITS[int(number[1])]} {pairs_said(number[2:], ', ')}"


def told_phones(draw: Random) -> Iterator[str]:
    """Numbers that only the word before them tells."""
    number = french_number(draw)
    yield from (number[1:], grouped(number[1:], (1, 2, 2, 2, 2), " "), grouped(number[1:], (3, 3, 3), "."),
                f"33{number[1:]}", f"33 {grouped(number[1:], (1, 2, 2, 2, 2), ' ')}",
                "079 123 45 67", "0470/12.34.56", "0470 12 34 56", "07700 900461", "020 7946 0417", "(202) 555-0143",
                "202-555-0143", "612 34 56 78", "0171 3920047", "0171/3920047", "621 123 456", "347 123 4567",
                "20 123 456", "0551 23 45 67", "77 123 45 67")  # fmt: skip


def emails(draw: Random) -> Iterator[str]:
    """Plain, disguised, dictated."""
    first, last = draw.choice(["lea", "karim", "yvonne", "tugdual"]), draw.choice(["morvan", "diop", "le-gall", "roux"])
    number = draw.randrange(10, 99)
    for local in (f"{first}.{last}", f"{first[0]}.{last}", f"{first}_{last}{number}", f"{first}+{last}",
    f"{last}{number}",
                  f"{first}-{last}", f"{number}{first}", f"{first}.{last}.{number}", f"Mme.{last}"):  # fmt: skip
        for domain in ("example.com", "mail.example.fr", "EXAMPLE.ORG", "free.example"):
            yield f"{local}@{domain}"
    for at in (" @ ", "(at)", " (at) ", "[at]", " at ", " AT ", "(arobase)", " arobase ", " arrobase ", " arobas ",
               "{at}", " [arobase] ", "(@)", "@ ", " @", "-at-", "<at>", " a commercial ", "_at_", "(a)"):  # fmt: skip
        yield f"{first}.{last}{at}example.com"
    for dot in (" point ", " dot ", "(dot)", " (point) ", "[point]", "[dot]", " . "):
        yield f"{first}{dot}{last} arobase example{dot}com"
        yield f"{first}{number}@example{dot}fr"
    yield f"{first} tiret du bas {last} arobase example point org"
    yield f"{first} underscore {last} arobase example point org"
    yield f"{first} tiret {last} tout attaché arobase example point fr"
    yield f"{first} point {last} {said(number)} arobase example point com"
    yield f"{first}, point, {last}, arobase, example, point, com"
    yield f"{', '.join(first)}, point, {last}, arobase, example point net"
    yield f"{' '.join(first)} arobase example point net"
    yield f"{'-'.join(first)} arobase example point net"


def ibans(draw: Random) -> Iterator[str]:
    """Of many countries, in many groups."""
    for country, body in (("FR", "99998" + _digits(draw, 18)), ("FR",
    "99997" + _digits(draw, 5) + "A" + _digits(draw, 12)),
                          ("BE", "999" + _digits(draw, 9)), ("DE", "9999" + _digits(draw, 14)),
                          ("LU", "999" + _digits(draw, 13)), ("ES", "9999" + _digits(draw, 16)),
                          ("PT", "9999" + _digits(draw, 17)), ("IT", "X99999" + _digits(draw, 17)),
                          ("NL", "ZZZZ" + _digits(draw, 10)), ("CH", "99999" + _digits(draw, 12)),
                          ("GB", "ZZZZ" + _digits(draw, 14)), ("IE", "ZZZZ" + _digits(draw, 14)),
                          ("MC", "99999" + _digits(draw, 18)), ("PL", _digits(draw, 24)), ("MA", _digits(draw, 24)),
                          ("TN", _digits(draw, 20)), ("DZ", _digits(draw, 22)), ("SN", "ZZ" + _digits(draw, 22)),
                          ("TR", _digits(draw, 22)), ("MU", "ZZZZ" + _digits(draw, 19) + "MUR"),
                          ("LB", _digits(draw, 24)), ("UA", _digits(draw, 25)), ("NO", _digits(draw, 11))):  # fmt: skip
        number = _with_iban_key(country, body)
        for sizes, joint in (((4,) * 8, " "), ((4,) * 8, "-"), ((4,) * 8, "."), ((), ""), ((4, 5, 5, 11), " "),
                             ((2, 2) + (4,) * 8, " "), ((4,) * 8, "\u00a0"), ((4,) * 8, "  "), ((3,) * 12, " "),
                             ((4,) * 8, "_"), ((4,) * 8, "/"), ((2,) * 17, " "), ((5,) * 8, " ")):  # fmt: skip
            written = grouped(number, sizes, joint)
            yield written if draw.random() < 0.7 else written.lower()
        yield f"{grouped(number[:16], (4,) * 4, ' ')}\n{grouped(number[16:], (4,) * 4, ' ')}"


def _with_iban_key(country: str, body: str) -> str:
    value = int("".join(str(int(sign, 36)) for sign in f"{body}{country}00"))
    return f"{country}{98 - value % 97:02}{body}"


def cards(draw: Random) -> Iterator[str]:
    """Of the networks, in the groups that they and people use."""
    for start, size in (("4", 16), ("51", 16), ("55", 16), ("2221", 16), ("34", 15), ("37", 15), ("6011", 16),
    ("36", 14),
                        ("3056", 14), ("65", 16), ("3528", 16), ("50", 16), ("6759", 16), ("62", 16)):  # fmt: skip
        body = start + _digits(draw, size - 1 - len(start))
        number = next(body + sign for sign in "0123456789" if luhn(body + sign))
        sizes = {16: (4, 4, 4, 4), 15: (4, 6, 5), 14: (4, 6, 4)}[size]
        for joint in (" ", "-", ".", "", "\u00a0", "  ", " - ", "/", "_"):
            yield grouped(number, sizes, joint)
        yield grouped(number, (4, 4, 4, 4), " ")
        yield grouped(number, (8, 8), " ")


def nirs(draw: Random) -> Iterator[str]:
    """Social-security numbers with their key, in groups and out of them."""
    for department in ("75", "2A", "2B", "99", "01", "97"):
        place = f"{draw.randrange(950, 989)}" if department != "97" else f"{draw.randrange(50, 89)}"
        number = f"{draw.choice('12')}{_digits(draw, 2)}{draw.randrange(1, 13):02}{department}{place}"
        number += _digits(draw, 13 - len(number))
        key = f"{nir_key(number):02}"
        for joint in (" ", ".", "-", "", "/", "\u00a0", "_", "  "):
            yield joint.join([number[0], number[1:3], number[3:5], number[5:7], number[7:10], number[10:], key])
        spaced = " ".join([number[0], number[1:3], number[3:5], number[5:7], number[7:10], number[10:]])
        yield from (f"{spaced} clé {key}", f"{spaced} ({key})", f"{spaced} / {key}", f"{number} {key}",
        f"{number}-{key}",
                    f"{spaced}, clé {key}", f"{spaced} clef : {key}", spaced, number.lower() + key,
                    " ".join(number) + f" {key[0]} {key[1]}", f"{number[:7]} {number[7:]} {key}")  # fmt: skip


def told_nirs(draw: Random) -> Iterator[str]:
    """Those said in words, after a word of social security."""
    year, month = draw.randrange(40, 99), draw.randrange(1, 13)
    commune, order, key = draw.randrange(950, 989), draw.randrange(101, 999), draw.randrange(10, 97)
    parts = [_UNITS[draw.randrange(1, 3)], said(year), pairs_said(f"{month:02}", " "), "trente-trois", said(commune),
             said(order)]  # fmt: skip
    for joint in (" ", ", ", "  ", " - "):
        yield joint.join(parts)
        yield joint.join([*parts, said(key)])
    yield f"{draw.choice('12')} {year} {month:02} trente-trois {commune} {order}"


def plates(draw: Random) -> Iterator[str]:
    """Of the present system and of the old one."""
    letters = "ABCDEFGHJKLMNPQRSTVWXYZ"
    for _ in range(3):
        one, two = ("".join(draw.choice(letters) for _ in range(2)) for _ in range(2))
        one = draw.choice("KLMNPQRSTVWX") + one[1]
        three = f"{draw.randrange(100, 999)}"
        for joint in ("-", " - ", "", ".", "\u2011", "·", "_", "\u2013", "/"):
            yield f"{one}{joint}{three}{joint}{two}"
        yield from (f"{one} {three} {two}", f"{one}-{three} {two}", f"{one} {three}-{two}",
        f"{one}-{three}-{two}".lower(),
                    f"{one}{three}{two}".lower(), f"{one[0]}{one[1].lower()}-{three}-{two.lower()}")  # fmt: skip
        old = "".join(draw.choice("ABCDEFGHJKLMNPQRSTVWXYZ") for _ in range(3))
        for joint in (" ", "-", "", "."):
            yield f"{three}{joint}{old}{joint}{draw.choice(['23', '48', '2A', '75', '971'])}"
            yield f"{draw.randrange(1000, 9999)}{joint}{old[:2]}{joint}{draw.choice(['23', '48', '2B'])}"


def told_plates(draw: Random) -> Iterator[str]:
    """Foreign ones and those spelt, after a word that says what they are."""
    number = draw.randrange(100, 999)
    yield from (f"1-KLM-{number}", f"B-KL {number}", f"VD {number}{number}", "KL12 KLM", f"{number}4 KLM",
    f"K-{number}-LM",
                f"W N, {' '.join(str(number))}, P A", f"W N {said(number)} P A", f"W, N, {said(number)}, P, A",
                f"K L {number} M N", f"k l {number} m n", f"KL {' '.join(str(number))} MN")  # fmt: skip


def birth_dates(draw: Random) -> Iterator[str]:
    """A day, as a form, a letter or a voice gives it."""
    day, month, year = draw.randrange(1, 28), draw.randrange(1, 13), draw.randrange(1931, 2019)
    for joint in ("/", ".", "-", " ", " / ", "\u2011", " - "):
        yield f"{day:02}{joint}{month:02}{joint}{year}"
    for joint in ("/", ".", "-"):
        yield f"{day}{joint}{month}{joint}{year % 100:02}"
        yield f"{year}{joint}{month:02}{joint}{day:02}"
    name = MONTHS[month - 1]
    yield from (f"{day} {name} {year}", f"{day} {name.upper()} {year}", f"{day} {SHORT_MONTHS[month - 1]} {year}",
                f"{day:02} {name} {year % 100:02}", f"1er {name} {year}", f"{day}-{name}-{year}",
                f"{day} {name}, {year}",
                f"{day}/{name}/{year}", f"{day} {name.replace('é', 'e').replace('û', 'u')} {year}",
                f"{day:02}{month:02}{year}", f"{day} {name[:4]} {year}",
                f"{said(day)} {name} {said(year)}", f"{said(day)} {name} {said(year).replace('-', ' ')}",
                f"{said(day)} {name} {said(year % 100) if year % 100 > 9 else year}", f"{said(day)} {name} {year}",
                f"{day} {name} {said(year)}")  # fmt: skip


def addresses(draw: Random) -> Iterator[str]:
    """From the number to the town."""
    number, code = draw.randrange(2, 99), f"{draw.randrange(1, 96):02}{draw.choice(['000', '140', '320'])}"
    town = draw.choice(["Lannion", "Saint-Pol-de-Léon", "LE MANS", "Vaulx-en-Velin", "La Roche-sur-Yon", "lille"])
    for street in ("rue des Lilas", "avenue du Maréchal Foch", "bd Voltaire", "bld. Carnot", "av. de la Gare",
    "r. du Puits",
                   "chemin des Écoliers", "ch. du Moulin", "all. des Tilleuls", "allée Jean Moulin", "impasse du Four",
                   "pl. de l'Église", "quai de la Fosse", "rte de Vannes", "square des Ormes", "cour des Miracles",
                   "lot. Les Flamboyants", "résidence du Parc", "rue de l’Abbé-Grégoire", "grande rue", "Grand'Rue",
                   "hameau de Kervao", "quartier des Minimes", "mail Gabriel Péri", "rue du 8 mai 1945",
                   "r des lilas", "voie Romaine", "côte de Nantes", "rue Lecourbe", "esplanade du Port",
                   "faubourg Saint-Denis", "passage Brady", "chaussée d'Antin", "clos des Vignes",
                   "Résidence Les Embruns"):  # fmt: skip
        for joint in (", ", " ", "\n", " - ", ",\n"):
            yield f"{number} {street}{joint}{code} {town}"
    for before in (f"{number} bis", f"{number}bis", f"{number}B", f"{number} ter,", f"{number},", f"n° {number},",
                   f"{number}-{number + 2}", f"{number}/{number + 2}", f"{number} b", f"{number} quater",
                   f"Appt {number}, {number + 1}", f"Bât. C, {number}", f"Bâtiment B appartement 12, {number}",
                   f"Résidence du Lac, entrée D, {number}", f"3e étage, {number}", f"Chez Mme Le Goff\n{number}",
                   f"Tour Athènes, 14e étage, {number}", f"Escalier 2, porte 14\n{number}",
                   f"apt {number} -"):  # fmt: skip
        yield f"{before} rue des Lilas, {code} {town}"
        yield f"{before} rue des Lilas\n{code} {town}"
    yield from (f"Lieu-dit Kerbiquet, {code} {town}", f"lieu dit La Lande, {code} {town}",
    f"Hameau de Chante-Merle\n{code} {town}",
                f"Résidence Les Pins, bât. A, {code} {town}", f"BP 1204, {code} {town}",
                f"{number} rue des Lilas, {town} {code}",
                f"{number} rue des Lilas à {town}", f"{number} rue des Lilas, {code} {town} Cedex 2",
                f"{number} rue des Lilas, bâtiment C, porte 21, {code} {town}",
                f"{number} rue des Lilas {code} {town} France",
                f"La Ferme du Bois, {code} {town}", f"Le Bourg, {code} {town}", f"{number} rue des Lilas")  # fmt: skip


def identifiers(draw: Random) -> Iterator[str]:
    """Numbers of documents, customers, contracts, meters: they need the word before them."""
    a, b = _digits(draw, 4), _digits(draw, 3)
    yield from (f"{a}{b}", f"{a} {b} 77", f"{a}-{b}-{a}", f"{a}.{b}.77", f"AB{a}{b}", f"AB-{a}-{b}", f"AB {a} {b}",
                f"{a}{b}A", f"{a}-{b}-B", f"{a} {b} C", f"AB/2019/{a}", f"12AB4{a}", f"X4K7P{b}Q", f"{a} {a} {a} 7",
                f"{a}/{b}/{a}", f"ABC{a}-{b}", f"C{a}{b}", f"{a}_{b}", f"ab{a}{b}", f"ab-{a}-{b}",
                f"{a} - {b} - 77")  # fmt: skip


def handles(draw: Random) -> Iterator[str]:
    """Accounts that show themselves."""
    number = draw.randrange(10, 99)
    yield from (f"@lulu_du_{number}", f"@karim.b{number}", f"@tatie-jo{number}", "@CoachNabil", f"@zoe{number}",
    f"lulu_du_{number}",
                f"Grincheux_Du_{number}", "@marie.gwen", f"xX_dark{number}_Xx", "@le_vrai_momo", f"lulu#{number}42",
                f"@lilou__{number}")  # fmt: skip


def told_handles(draw: Random) -> Iterator[str]:
    """Accounts that the word before them tells."""
    number = draw.randrange(10, 99)
    yield from (f"lulu{number}", "LaTortueRapide", "brico-lulu", f"mamiegateau.{number}", f"RoiDesFrites{number}",
    "@lulu",
                "lulu.b" + str(number), f"Lulu_{number}", "XxDarkxX")  # fmt: skip


def links(draw: Random) -> Iterator[str]:
    """Addresses that open one person's page."""
    token = "".join(draw.choice("abcdef0123456789") for _ in range(14)) + "4b7"
    for host in ("https://espace.example.com", "http://l.example.fr", "www.example.org", "espace.example.com"):
        yield from (f"{host}/reset/{token}", f"{host}/r?token={token}", f"{host}/a/7Tz9QwLp",
        f"{host}/u/44719/{token[:5]}",
                    f"{host}/suivi?email=lea%40example.fr", f"{host}/q/QX-20931",
                    f"{host}/client/lea.morvan@example.fr",
                    f"{host}/dl/doc.pdf?X-Sig={token[:6]}", f"{host}/#/dossier?jwt={token}",
                    f"{host}/parrainage/LEA-M-7741")  # fmt: skip


NUMBERED_CUES: dict[str, Sequence[str]] = {
    "identifier": (
        "mon numéro client : {}", "n° client {}", "numéro de contrat {}", "contrat n° {}", "mon contrat {} est résilié",
        "n client {} merci", "passeport {}", "mon passeport n° {}", "CNI : {}", "carte d'identité {}",
        "ma carte d'identité c'est le {}",
        "permis de conduire {}", "permis n° {}", "titre de séjour {}", "carte de séjour : {}", "compteur {}",
        "numéro de compteur: {}", "PDL {}", "identifiant client {}", "réf client {}", "référence client : {}",
        "client n°{}",
        "client numéro {}", "n° adhérent {}", "numéro d'adhérent {}", "adhérent {}", "n° d'abonné {}",
        "carte de fidélité {}",
        "ma carte fidélité n° {}", "numéro de sociétaire : {}", "numéro fiscal {}", "n° allocataire {}", "matricule {}",
        "police n° {}", "n° de police {}", "code client {}", "customer number {}", "my passport number is {}",
        "account number: {}", "numéro de compte {}", "mon numéro de contrat est le {}",
        "contrat souscrit en mars, numéro {}",
        "Passeport (le nouveau) : {}", "NUMÉRO CLIENT {}", "numero client {}", "num client {}", "num. de contrat {}",
        "n° de carte vitale {}", "dossier allocataire {}", "N° DE CONTRAT : {}", "no de client {}", "id client {}",
    ),
    "phone": (
        "mon tel {}", "tél. : {}", "Tel:{}", "rappelez-moi au {}", "mon numéro c'est le {}", "portable {}",
        "mobile : {}",
        "joignable au {} le soir", "whatsapp {}", "my phone number is {}", "call me on {}", "gsm {}", "fixe {}",
        "appelez le {} svp", "mon num {}", "téléphone : {}", "vous pouvez me joindre au {}", "numéro de téléphone {}",
    ),
    "nir": ("numéro de sécu {}", "sécurité sociale : {}", "mon numéro de sécurité sociale est le {}", "NIR {}",
    "n° SS {}"),
    "plate": ("plaque {}", "immatriculée {}", "ma voiture immatriculée {} est rayée", "immatriculation : {}",
    "plaque dictée : {}"),
    "birth_date": (
        "né le {}", "née le {} à Brest", "Né(e) le : {}", "date de naissance : {}", "date de naissance {}",
        "ma date de naissance est le {}",
        "DDN {}", "ddn : {}", "naissance : {}", "je suis né le {}", "je suis née un {}", "date naiss. {}", "DOB: {}",
        "I was born on {}", "mon anniversaire, le {}", "née {}", "nee le {}", "ne le {} a brest", "fils né le {}",
    ),
    "handle": ("mon pseudo {}", "pseudo : {}", "mon compte insta {}", "sous le pseudo {}", "je suis {} sur insta",
    "alias {}",
               "snap : {}", "mon identifiant sur le forum : {}", "gamertag {}", "mon pseudo c'est {}",
               "mon pseudo « {} »", "Pseudo=\"{}\""),
}  # fmt: skip
"""Ways of announcing what does not show itself."""

REFERENCES = (
    "CMD-2026-38369", "CMD-7938803", "88213407", "900417733", "2026-771-0094", "445-9081-2", "88-204-771",
    "301177842", "A0417-BLEU-XL",
    "TCK-2026-0042", "#482913", "INC0044127", "REQ-2026-1187", "SR-2026-11807", "0077-4419", "SIN-26-00871",
    "T-0091882",
    "6A88031425176", "8R00417733290", "1Z9990E40344177209", "LB156963597FR", "7G30028817645", "FA20260418",
    "2026/04-5512", "F-2026-11-0087",
    "FAC/2026/4417", "OZ-2026-44170", "GPA.3341-0417-7720", "RMA-0417-22", "2026F-04417", "0644177120",
    "0600 417 733", "4417 2026 0091",
)  # fmt: skip
"""Numbers of orders, tickets, parcels and invoices."""
REFERENCE_CUES = (
    "commande {}", "ma commande n° {} n'est pas arrivée", "commande numéro {}", "N° de commande : {}", "ticket {}",
    "mon ticket {} est clos",
    "colis {}", "mon colis n°{} est perdu", "numéro de suivi {}", "suivi : {}", "facture {}",
    "facture n° {} de 89,90 €", "réf. commande {}",
    "dossier {}", "demande {}", "réclamation {}", "retour {}", "bon de livraison {}", "devis n° {}", "avoir n° {}",
    "incident {}", "sinistre {}",
    "numéro de commande : {}", "order number {}", "référence de la commande : {}", "n° de ticket {}",
    "votre facture numéro {}", "réservation {}",
)  # fmt: skip
OTHER_TRAPS = (
    "1 034,60 €", "129 €", "2 480,00 euros", "12 000 €", "3,85 %", "14h30", "between 0 and 10", "le 12 mai 26",
    "10 sur 20", "EN 480 KM DE ROUTE", "de 8h à 12h", "9h-12h", "10:30", "48h",
    "du 12/05 au 14/05", "le 12 octobre",
    "depuis mars 2019", "le 12/10/2026 à 9h30", "version 3.2.1", "iOS 17.5", "v4.11.2", "Windows 11", "3900",
    "36 31", "0 800 123 456", "0800123456",
    "69003 Lyon", "à Lyon 69003", "75011", "en 480 km de route", "Renault 4", "Peugeot 208", "iPhone 15",
    "https://www.example.com/aide/retours",
    "https://www.example.fr/tarifs-2026", "https://www.example.fr/produits/lave-linge-x200",
    "service-client@example.com", "sav@nordalia.example",
    "relation.client@nordalia.example", "no-reply@example.com", "120 kWh", "12 345 kWh", "1 200 points",
    "deux cent cinquante euros",
    "trois ou quatre fois", "dix à quinze jours", "vingt-quatre heures", "cinq ou six appels", "@Nordalia",
    "@BanqueArmor", "12 rue", "le 3 et le 5",
    "entre 10 et 12 h", "2 fois 45 minutes", "1er étage", "de 2019 à 2024", "la 4G", "5G", "100 Mb", "150x200",
    "T2 de 45 m2", "10 000 pas", "à 2 km",
    "depuis 2011", "en 2008", "acheté le 12/03/2009", "souscrit le 3 mai 2004", "3 places libres",
    "deux cours de yoga", "120 de tension",
)  # fmt: skip
"""What stays wherever it stands."""
