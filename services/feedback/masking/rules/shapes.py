"""What a word of a name looks like, and whether a word is one."""

from services.feedback.masking.rules.first_names import is_first_name, may_be_first_name

UP = "A-ZÀ-ÖØ-ÞŒ"
LOW = "a-zà-öø-ÿœ"
# Possessive: what a word has taken it does not give back, so that no text takes long.
NAME_WORD = rf"[{UP}]\w*+(?:['’\-]\w++){{0,4}}+"
PARTICLE = r"(?:de|du|des|das|do|dos|la|le|van|von|ben|el|al|da|dos|di|d['’])"
ARTICLES = frozenset({"le", "la", "les", "de", "du", "da", "el", "al", "ben", "bel", "ould", "ait", "van", "von"})
"""Words of surnames that a sentence begins with too."""
BEFORE_SURNAMES = ARTICLES - {"les", "de", "du", "da"}
"""Those that join no place to a word: « Noël de Strasbourg » is nobody."""
INITIALS = rf"(?:[{UP}]|Ph|Th|Ch|Cl|Fr|Jn)\.(?:[ -]?[{UP}]\.)?"


def is_known(low: str) -> bool:
    """Whether a word, in small letters, is a first name, simple or compound."""
    first, joined, rest = low.partition("-")
    return is_first_name(low) or (joined != "" and is_name(first) and is_name(rest.rpartition("-")[2]))


def is_name(low: str) -> bool:
    """Whether it may be one."""
    return is_first_name(low) or may_be_first_name(low)


def plain(word: str) -> str:
    """In small letters, with one kind of apostrophe."""
    return word.lower().replace("’", "'")
