"""In which language a person reads the page; pure."""

from collections.abc import Iterator, Sequence

from services.feedback.surveys.rules.questions import LANGUAGES, Language

MOST_NAMED = 20


def chosen(asked: str | None, invited: str | None, accepted: str, offered: Sequence[str] | None) -> Language:
    """What they ask for on the page, else that of the invitation, else that of their browser, else the first."""
    known: list[Language] = [language for language in LANGUAGES if offered is None or language in offered]
    first = next((language for language in known if offered and language == offered[0]), known[0])
    for wanted in (asked, invited, *_by_preference(accepted)):
        for language in known:
            if wanted == language:
                return language
    return first


def _by_preference(accepted: str) -> Iterator[str]:
    """The languages of `Accept-Language` (RFC 9110, 12.5.4), without their regions."""
    weighed: list[tuple[float, int, str]] = []
    for place, part in enumerate(accepted.lower().split(",")[:MOST_NAMED]):
        name, _, parameters = part.partition(";")
        weight = parameters.replace(" ", "").removeprefix("q=") or "1"
        try:
            value = float(weight)
        except ValueError:
            continue
        if value > 0:
            weighed.append((-value, place, name.strip().partition("-")[0]))
    return (name for _, _, name in sorted(weighed))
