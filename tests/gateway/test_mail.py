"""Mail through a real SMTP server of this machine."""

from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any
from uuid import uuid4

import pytest
from aiosmtpd.controller import Controller
from pydantic import SecretStr

from gateway.letters.rules import LABELS
from gateway.links.rules import Purpose
from gateway.mail.rules import link_letter, server_of
from gateway.mail.sender import Mail
from tests.gateway.running import Browser, Running, Start, new_person, signed_in
from tests.gateway.test_links import draw, token_of
from tests.support.apps import free_port
from tests.support.problems import problem
from tests.support.processes import eventually


class Letterbox:
    """What arrived."""

    def __init__(self) -> None:
        self.letters: list[EmailMessage] = []

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802 - the library's name
        """Take a letter."""
        letter = message_from_bytes(envelope.content, policy=default)
        assert isinstance(letter, EmailMessage)
        self.letters.append(letter)
        return "250 OK"

    def to(self, email: str) -> list[EmailMessage]:
        """Letters to an address."""
        return [letter for letter in self.letters if letter["To"] == email]


@pytest.fixture(scope="module")
def letterbox() -> Iterator[tuple[Letterbox, int]]:
    """A mail server, and its port."""
    box, port = Letterbox(), free_port()
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    yield box, port
    controller.stop()


@pytest.fixture(scope="module")
def posting(start: Start, letterbox: tuple[Letterbox, int]) -> Running:
    """A gateway that sends mail."""
    url = SecretStr(f"smtp+plain://127.0.0.1:{letterbox[1]}")
    return start(smtp_url=url, mail_from="Copil <ne-pas-repondre@copil.example>")


def text_of(letter: EmailMessage) -> str:
    """What a letter says."""
    return str(letter.get_content())


@pytest.mark.parametrize(("language", "words"), [("fr", "vous invite"), ("en", "invites you")])
def test_an_invitation_goes_out_in_the_language_of_whoever_gets_it(
    posting: Running, letterbox: tuple[Letterbox, int], language: str, words: str
) -> None:
    person_id = str(uuid4())
    email = f"{person_id}@voix.example"
    mail = {"email": email, "language": language, "organisation": "Maison\r\nBcc: x@evil.example"}
    drawn = draw(posting, person_id, "invitation", mail=mail)
    assert drawn.json()["mail"] == "sent"
    (letter,) = letterbox[0].to(email)
    assert words in letter["Subject"]
    assert letter["Bcc"] is None
    assert letter["From"] == "Copil <ne-pas-repondre@copil.example>"
    assert drawn.json()["url"] in text_of(letter)
    assert ("?langue=en" in drawn.json()["url"]) == (language == "en")


def test_a_forgotten_password_sends_a_link_that_opens_once(posting: Running, letterbox: tuple[Letterbox, int]) -> None:
    somebody = new_person(posting)
    Browser(posting).call("POST", "/auth/password-requests", json={"email": somebody.email.upper()})
    eventually(lambda: bool(letterbox[0].to(somebody.email)), "the letter arrives")
    text = text_of(letterbox[0].to(somebody.email)[0])
    token = text.partition("#")[2].split()[0]
    body = {"token": token, "password": "une barque verte sans rame"}
    assert Browser(posting).call("POST", "/auth/password-resets", json=body).status_code == 204
    for _ in range(8):
        Browser(posting).call("POST", "/auth/password-requests", json={"email": somebody.email})
    eventually(lambda: len(letterbox[0].to(somebody.email)) == 5, "five letters an hour, no more")


def test_only_the_platform_administrator_tries_the_mail(
    posting: Running, gateway: Running, letterbox: tuple[Letterbox, int]
) -> None:
    admin, somebody = signed_in(posting, "platform_admin")
    tried = admin.call("POST", "/auth/mail/tests", json={"language": "en"})
    assert tried.json() == {"mail": "sent", "to": somebody.email}
    assert letterbox[0].to(somebody.email)[0]["Subject"] == "Copil: test mail"
    problem(signed_in(posting, "administrator")[0].call("POST", "/auth/mail/tests", json={}), 403)
    problem(Browser(posting).call("POST", "/auth/mail/tests", json={}), 401)
    assert Browser(posting).get("/auth/mail").json() == {"sends": True}
    assert Browser(gateway).get("/auth/mail").json() == {"sends": False}
    elsewhere, _ = signed_in(gateway, "platform_admin")
    assert elsewhere.call("POST", "/auth/mail/tests", json={}).json()["mail"] == "off"


def test_a_mail_server_that_is_away_is_said_and_the_link_is_given(start: Start) -> None:
    away = start(smtp_url=SecretStr(f"smtp+plain://127.0.0.1:{free_port()}"))
    mail = {"email": "nadia@voix.example", "language": "fr", "organisation": "Voix"}
    drawn = draw(away, str(uuid4()), "invitation", mail=mail)
    assert drawn.json()["mail"] == "failed"
    assert len(token_of(drawn)) == 43


HOSTILE = "Lot Nord\r\nBcc: x@evil.example\r\n\r\n<script>alert(1)</script>\u2028" + "é" * 300


def order_letter(running: Running, email: str, language: str, **changes: Any) -> Any:
    """Have a letter handed in that tells every kind, as contracts does."""
    counts = [{"kind": kind, "count": 2} for kind in (*LABELS, "something_newer")]
    contract = {"contract_id": str(uuid4()), "title": HOSTILE, "counts": counts}
    order = {"id": str(uuid4()), "email": email, "language": language, "contracts": [contract]} | changes
    return order, running.http.post("/internal/letters", json=order, headers=running.internal())


@pytest.mark.parametrize(("language", "number"), [("fr", 0), ("en", 1)])
def test_a_letter_of_news_holds_kinds_counts_titles_and_addresses_only(
    posting: Running, letterbox: tuple[Letterbox, int], language: str, number: int
) -> None:
    email = f"{uuid4()}@voix.example"
    order, answer = order_letter(posting, email, language)
    assert answer.json() == {"mail": "sent"}
    (letter,) = letterbox[0].to(email)
    assert letter["Bcc"] is None
    assert letter["Message-ID"] == f"<{order['id']}@copil.example>"
    english = language == "en"
    preferences = f"{posting.settings.public_url}/notifications/preferences{'?langue=en' if english else ''}"
    assert letter["List-Unsubscribe"] == f"<{preferences}>"
    lines = text_of(letter).splitlines()
    contract_id = order["contracts"][0]["contract_id"]
    address = f"{posting.settings.public_url}/notifications?contrat={contract_id}{'&langue=en' if english else ''}"
    colon = ": " if english else " : "
    labels = [labels[number] for labels in LABELS.values()]
    told = [f"- {label}{colon}2" for label in (*labels, ("Autres nouveautés", "Other news")[number])]
    start = next(place for place, line in enumerate(lines) if line.startswith("Lot Nord"))
    assert len(lines[start]) <= 120
    assert lines[start + 1 : start + 2 + len(told)] == [*told, address]
    assert lines[-1] == preferences
    assert str(2 * len(told)) in letter["Subject"]
    assert letter.get_content_type() == "text/plain"


def test_a_letter_is_ordered_by_contracts_alone_and_says_what_became_of_it(
    posting: Running, gateway: Running, start: Start
) -> None:
    assert order_letter(gateway, "nadia@voix.example", "fr")[1].json() == {"mail": "off"}
    away = start(smtp_url=SecretStr(f"smtp+plain://127.0.0.1:{free_port()}"))
    assert order_letter(away, "nadia@voix.example", "fr")[1].json() == {"mail": "failed"}
    problem(order_letter(posting, "nadia@voix.example", "fr", words="Bonjour")[1], 422)
    problem(posting.http.post("/internal/letters", json={}, headers=posting.bearer()), 404)


async def test_encryption_is_required_where_it_was_asked_for(letterbox: tuple[Letterbox, int]) -> None:
    """given a server without STARTTLS / when mail goes by `smtp://` / then nothing is handed over in the clear."""
    letter = link_letter(Purpose.PASSWORD, "fr", "Voix", "http://copil.example/#x")
    sender = Mail(f"smtp://127.0.0.1:{letterbox[1]}", "Copil <x@copil.example>", 5)
    assert not await sender.send("clear@voix.example", letter)
    assert letterbox[0].to("clear@voix.example") == []


def test_addresses_of_mail_servers() -> None:
    told = server_of("smtps://a%40b:p%3Aw@mail.example")
    assert (told.host, told.port, told.user, told.password) == ("mail.example", 465, "a@b", "p:w")
    for wrong in ("http://mail.example", "smtp://", "mail.example:25"):
        with pytest.raises(ValueError, match="mail server"):
            server_of(wrong)
