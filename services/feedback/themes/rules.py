"""Which answers tell of trouble or praise, and which words could make a rule; pure."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

_MARK = re.compile(r"\[\[[a-z_]+\]\]")
_WORD = re.compile(r"[^\W\d_]{4,}")
LEAST_ANSWERS = 3
MOST_SUGGESTIONS = 20

_SAYS_NOTHING = """
about after again alors also apres assez aucun aucune aussi autre autres avait avant avec avez avoir avons beaucoup
because been bien bonjour bonne bonsoir cela celle celui cette chez chose comme comment contre could dans depuis
deux dire dois doit donc dont elle elles encore entre etaient etait etes etre faire fait faut fois font from grand
have hier jamais jour jours just juste leur leurs like lors madame mais malgre mauvais meme merci mieux moins mois
monsieur more much notre nous only parce pareil peut plus plusieurs point pour pourquoi pouvez quand quel quelle
quelque quelques quoi rien sans sauf seront service seulement sont sous suis tant that their them then there they
this toujours tous tout toute toutes tres trop vais vers very veux voila votre vous vraiment want were what when
which will with would your
"""
_COMMON = frozenset(_SAYS_NOTHING.split())
"""Words that say nothing of a theme, without accents."""


def is_low(kind: str, score: int, scale_max: int) -> bool:
    """Whether somebody was not pleased: a detractor, the lower three fifths of a satisfaction, a "no"."""
    if kind == "nps":
        return score <= 6
    return score * 5 <= scale_max * 3 if scale_max > 1 else score == 0


def is_praise(kind: str, score: int, scale_max: int) -> bool:
    """Whether somebody was more than pleased: a promoter, or the top of a satisfaction."""
    if kind == "nps":
        return score >= 9
    return kind == "csat" and score == scale_max


def plain(word: str) -> str:
    """A word in small letters without accents."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", word.lower()) if not unicodedata.combining(sign))


def suggestions(texts: Iterable[str], most: int = MOST_SUGGESTIONS) -> list[tuple[str, int]]:
    """Words by the number of texts that hold them, at least three; singular and plural are one, as mostly written."""
    answers: Counter[str] = Counter()
    forms: dict[str, Counter[str]] = {}
    for text in texts:
        found: dict[str, str] = {}
        for word in _WORD.findall(_MARK.sub(" ", text).lower()):
            key = plain(word)
            if key not in _COMMON:
                found.setdefault(key.rstrip("sx") or key, word)
        for key, word in found.items():
            answers[key] += 1
            forms.setdefault(key, Counter())[word] += 1
    ranked = sorted(answers.items(), key=lambda one: (-one[1], one[0]))
    kept = [(key, count) for key, count in ranked if count >= LEAST_ANSWERS][:most]
    return [(min(forms[key].items(), key=lambda one: (-one[1], one[0]))[0], count) for key, count in kept]
