"""What people read where a page that a service would have shown is refused; in both languages, bare (pure)."""

from services.common.errors import AppError

MEDIA_TYPE = b"text/html; charset=utf-8"

_TEXTS = {
    404: (
        "Ce lien n’ouvre rien.",
        "Ouvrez-le depuis le message reçu, ou copiez-le en entier.",
        "This link opens nothing.",
        "Open it from the message that you received, or copy all of it.",
    ),
    413: (
        "Ce qui a été envoyé est trop long.",
        "Revenez en arrière : votre texte y est encore, raccourcissez-le.",
        "What was sent is too long.",
        "Go back: your text is still there, shorten it.",
    ),
}
_LATER = (
    "Un instant, s’il vous plaît.",
    "Cette page est momentanément indisponible. Rechargez-la : si vous aviez répondu, votre réponse repart avec.",
    "One moment, please.",
    "This page is unavailable for a moment. Load it again: if you had answered, your answer is sent with it.",
)


def refusal_page(error: AppError) -> bytes:
    """A whole page; nothing of the request is in it."""
    title, sentence, english_title, english = _TEXTS.get(error.status, _LATER)
    return (
        '<!doctype html>\n<html lang="fr">\n<head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="robots" content="noindex, nofollow"><meta name="color-scheme" content="light dark">'
        f"<title>{title}</title></head>\n<body>\n<main>\n<h1>{title}</h1>\n<p>{sentence}</p>\n"
        f'<section lang="en"><h2>{english_title}</h2>\n<p>{english}</p></section>\n</main>\n</body>\n</html>\n'
    ).encode()
