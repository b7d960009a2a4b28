"""What letters say (pure)."""

from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from gateway.links.rules import Purpose

PORTS = {"smtp": 587, "smtps": 465, "smtp+plain": 25}


@dataclass(frozen=True)
class Letter:
    """A subject and a text."""

    subject: str
    text: str
    name: str | None = None
    """Of the letter, where it may be handed in twice: whoever reads it can tell that it is the same."""
    unsubscribe: str | None = None
    """Address of the page where such letters are chosen."""


@dataclass(frozen=True)
class MailServer:
    """Where mail is handed in."""

    scheme: str
    host: str
    port: int
    user: str | None
    password: str | None


def server_of(url: str) -> MailServer:
    """Read the address of a mail server. Raises: ValueError."""
    parts = urlsplit(url)
    if parts.scheme not in PORTS or not parts.hostname:
        raise ValueError("the mail server must be smtps://, smtp:// or smtp+plain://[USER:PASSWORD@]HOST[:PORT]")
    return MailServer(
        parts.scheme,
        parts.hostname,
        parts.port or PORTS[parts.scheme],
        unquote(parts.username) if parts.username else None,
        unquote(parts.password) if parts.password else None,
    )


_ONE_LINE = str.maketrans(dict.fromkeys(map(chr, (*range(32), *range(127, 160), 0x2028, 0x2029)), " "))

_TEXTS = {
    (Purpose.INVITATION, "fr"): (
        "{organisation} vous invite sur Copil",
        "Bonjour,\n\n{organisation} vous invite à rejoindre Copil, où son pilotage se fait avec ses partenaires.\n\n"
        "Choisissez votre mot de passe à cette adresse, bonne sept jours et une seule fois :\n\n{url}\n\n"
        "Si vous n'attendiez pas cette invitation, ne faites rien : le lien s'éteindra de lui-même.\n",
    ),
    (Purpose.INVITATION, "en"): (
        "{organisation} invites you to Copil",
        "Hello,\n\n{organisation} invites you to join Copil, where it steers its work with its partners.\n\n"
        "Choose your password at this address, good for seven days and once only:\n\n{url}\n\n"
        "If you did not expect this invitation, do nothing: the link will end by itself.\n",
    ),
    (Purpose.PASSWORD, "fr"): (
        "Votre nouveau mot de passe Copil",
        "Bonjour,\n\nUn nouveau mot de passe a été demandé pour votre accès à Copil.\n\n"
        "Choisissez-le à cette adresse, bonne trente minutes et une seule fois :\n\n{url}\n\n"
        "Si vous n'avez rien demandé, ne faites rien : votre mot de passe reste le même.\n",
    ),
    (Purpose.PASSWORD, "en"): (
        "Your new Copil password",
        "Hello,\n\nA new password was asked for your access to Copil.\n\n"
        "Choose it at this address, good for thirty minutes and once only:\n\n{url}\n\n"
        "If you asked for nothing, do nothing: your password stays the same.\n",
    ),
}


def on_one_line(text: str) -> str:
    """A text without line feeds and other control characters."""
    return text.translate(_ONE_LINE).strip()


def link_letter(purpose: Purpose, language: str, organisation: str, url: str) -> Letter:
    """The letter that carries a link."""
    subject, text = _TEXTS[purpose, language]
    named = on_one_line(organisation)
    return Letter(subject.format(organisation=named), text.format(organisation=named, url=url))


def trial_letter(language: str, public_url: str) -> Letter:
    """The letter by which an administrator sees that mail goes out."""
    if language == "en":
        return Letter("Copil: test mail", f"Mail from {public_url} reaches you.\n")
    return Letter("Copil : courrier d'essai", f"Le courrier de {public_url} vous parvient.\n")
