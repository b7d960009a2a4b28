"""Every kind in every spelling that people use, and what must stay however close it comes."""

from collections.abc import Callable, Iterator
from random import Random

import pytest

from services.feedback.masking.rules.masked import mask
from services.feedback.masking.rules.spans import find
from tests.feedback.masking import spellings

SEEDS = 3
SOFT = frozenset(" \t\n\r\u00a0\u202f.,;:'\"()")
AROUND = (
    "{}",
    "voilà : {}",
    "bonjour c'est {} merci",
    "Merci de noter {}.",
    "{} et rien d'autre",
    "({})",
    "Notez bien : {}, merci",
)
SHOWN = {
    "phone": spellings.phones,
    "email": spellings.emails,
    "iban": spellings.ibans,
    "card": spellings.cards,
    "nir": spellings.nirs,
    "plate": spellings.plates,
    "address": spellings.addresses,
    "handle": spellings.handles,
    "link": spellings.links,
}
TOLD = {
    "phone": spellings.told_phones,
    "nir": spellings.told_nirs,
    "plate": spellings.told_plates,
    "birth_date": spellings.birth_dates,
    "identifier": spellings.identifiers,
    "handle": spellings.told_handles,
}


def _hidden(text: str, value: str) -> bool:
    start = text.index(value)
    covered = {place for span in find(text) for place in range(span.start, span.end)}
    return all(place in covered or text[place] in SOFT for place in range(start, start + len(value)))


@pytest.mark.parametrize(("kind", "spelt"), SHOWN.items())
def test_what_shows_itself_is_hidden_however_it_is_written(kind: str, spelt: Callable[[Random], Iterator[str]]) -> None:
    """given values with right check digits, within seven sentences / then none stays, not even in part."""
    texts = [
        (AROUND[number % len(AROUND)].format(value), value)
        for seed in range(SEEDS)
        for number, value in enumerate(spelt(Random(seed)))
    ]
    missed = [text for text, value in texts if not _hidden(text, value)]
    assert len(missed) / len(texts) <= 0.01, (kind, missed)


@pytest.mark.parametrize(("kind", "spelt"), TOLD.items())
def test_what_a_word_tells_is_hidden_after_each_such_word(kind: str, spelt: Callable[[Random], Iterator[str]]) -> None:
    texts = [(cue.format(value), value) for cue in spellings.NUMBERED_CUES[kind] for value in spelt(Random(cue))]
    missed = [text for text, value in texts if not _hidden(text, value)]
    assert len(missed) / len(texts) <= 0.01, (kind, missed)


@pytest.mark.parametrize("before", ["", "Bonjour, mon contrat est actif. "])
def test_numbers_of_orders_tickets_parcels_and_invoices_stay(before: str) -> None:
    texts = [before + cue.format(value) for cue in spellings.REFERENCE_CUES for value in spellings.REFERENCES]
    assert [text for text in texts if find(text)] == []


@pytest.mark.parametrize(
    "sentence",
    ["{}", "Bonsoir, {}", "mon contrat à {} par mois", "j'ai appelé, {}, rien", "compte débité de {} hier", "livré {}",
     "appel de {}", "votre technicien est venu {}"],
)  # fmt: skip
def test_amounts_hours_dates_versions_and_public_addresses_stay(sentence: str) -> None:
    texts = [sentence.format(value) for value in spellings.OTHER_TRAPS]
    assert [text for text in texts if find(text)] == []


UNKNOWN = ("Tzvetomir", "Oludamilare", "Kpatchavi", "Xochitlan", "Phetsamay")
"""Names that no list holds."""


@pytest.mark.parametrize("name", UNKNOWN)
@pytest.mark.parametrize(
    "sentence",
    [
        "Merci à {} du SAV.",
        "Un grand merci à {} pour sa patience !",
        "Bonjour {}, merci pour hier.",
        "{} du service retours a retrouvé mon colis.",
        "Ma fille {} attend toujours son vélo.",
        "Mon fils {}, 4 ans, adore.",
        "Le gardien, {}, a signé.",
        "J'ai eu {} au téléphone.",
        "Demandez {} à l'accueil.",
        "Mon prénom est {}.",
        "Surnommé {}, il fume au volant.",
        "C'est {} à l'appareil.",
        "{} est très gentille.",
        "La conseillère ({}) a raccroché.",
        "Ma voisine s'appelle {}.",
        "Coucou {} !",
        "Enfants : {} (04/06/2018).",
        "L'anniversaire de {} est gâché.",
        "Cordialement,\n{}",
        "Kind regards, {}",
        "I spoke on behalf of {} Oyelarani.",
    ],
)
def test_a_name_that_no_list_knows_is_told_by_the_words_around(name: str, sentence: str) -> None:
    text = sentence.format(name)
    assert _hidden(text, name), text


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Mme Quidelleur attend. Quidelleur, avec deux L !", "[[person]] attend. [[person]], avec deux L !"),
        ("Client : M. Grosjean, non pardon Tzvetomir.", "Client : [[person]], non pardon [[person]]."),
        ("Kpatchavi et Maxence aux petits soins.", "[[person]] et [[person]] aux petits soins."),
        ("Les photos de Claire, claire.besson@example.fr", "Les photos de [[person]], [[email]]"),
        ("Bonjour Nordalia, chez Nordalia rien ne va.", "Bonjour Nordalia, chez Nordalia rien ne va."),
        ("Merci Harmonie Mutuelle pour le délai.", "Merci Harmonie Mutuelle pour le délai."),
        ("Expo Camille Claudel superbe.", "Expo Camille Claudel superbe."),
        ("C'EST PAR ÉCRIT QU'IL FAUT REPONDRE", "C'EST PAR ÉCRIT QU'IL FAUT REPONDRE"),
        ("L'ancienne locataire a tout cassé.", "L'ancienne locataire a tout cassé."),
        (
            "NOM\tPRENOM\tNE(E) LE\nGOURVENNEC\tEnora\t14/03/1990\nGOURVENNEC\tYoun\t30/11/2017",
            "NOM\tPRENOM\tNE(E) LE\n[[person]]\t[[birth_date]]\n[[person]]\t[[birth_date]]",
        ),
    ],
)
def test_names_said_again_corrected_or_used_as_a_house(text: str, wanted: str) -> None:
    assert mask(text).text == wanted
