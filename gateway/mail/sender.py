"""Handing letters to the mail server, in a thread: the standard library waits, and the gateway must not."""

import asyncio
import smtplib
import ssl
from email.message import EmailMessage
from email.utils import formatdate, make_msgid, parseaddr

import structlog

from gateway.mail.rules import Letter, MailServer, server_of

log = structlog.get_logger()


class Mail:
    """The mail of an installation; without a server it sends nothing."""

    def __init__(self, url: str | None, sender: str, patience: float) -> None:
        """`patience`: seconds for one letter. Raises: ValueError for an address that names no server."""
        self._server = server_of(url) if url else None
        self._sender = sender
        self._patience = patience

    @property
    def is_set(self) -> bool:
        """Whether mail goes out at all."""
        return self._server is not None

    async def send(self, to: str, letter: Letter) -> bool:
        """Whether the server took a letter within the time it has; why not is in the log, without address."""
        if self._server is None:
            return False
        try:
            async with asyncio.timeout(self._patience):
                await asyncio.to_thread(_hand_in, self._server, self._message(to, letter), self._patience)
        except (smtplib.SMTPException, OSError, TimeoutError, ValueError) as error:
            log.warning("mail_not_sent", error=type(error).__name__, server=self._server.host)
            return False
        return True

    def _message(self, to: str, letter: Letter) -> EmailMessage:
        message = EmailMessage()
        message["From"] = self._sender
        message["To"] = to
        message["Subject"] = letter.subject
        message["Date"] = formatdate(usegmt=True)
        domain = parseaddr(self._sender)[1].rpartition("@")[2] or "localhost"
        message["Message-ID"] = make_msgid(domain=domain) if letter.name is None else f"<{letter.name}@{domain}>"
        if letter.unsubscribe is not None:
            message["List-Unsubscribe"] = f"<{letter.unsubscribe}>"
        message["Auto-Submitted"] = "auto-generated"
        message.set_content(letter.text)
        return message


def _hand_in(server: MailServer, message: EmailMessage, patience: float) -> None:
    trusted = ssl.create_default_context()
    if server.scheme == "smtps":
        door: smtplib.SMTP = smtplib.SMTP_SSL(server.host, server.port, timeout=patience, context=trusted)
    else:
        door = smtplib.SMTP(server.host, server.port, timeout=patience)
    with door:
        if server.scheme == "smtp":
            # Required: a link is as good as a password.
            door.starttls(context=trusted)
        if server.user is not None:
            door.login(server.user, server.password or "")
        door.send_message(message)
