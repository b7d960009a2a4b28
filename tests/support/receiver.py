"""A provider's tool that takes webhooks over https, as it should and in every way that it should not."""

import asyncio
import datetime
import ipaddress
import ssl
import threading
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

HOST = "127.0.0.1"
NAME = "outil.prestataire.example"
OK = "HTTP/1.1 204 No Content\r\n\r\n"


@dataclass(frozen=True)
class Received:
    """A request as it came."""

    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Receiver:
    """A running tool: what it received, and what it answers by path; everything else with 204."""

    port: int
    authority: Path
    received: list[Received] = field(default_factory=list)
    answers: dict[str, str] = field(default_factory=dict)
    """Raw answers by path. `reset`: none, the connection is cut; `slow`: none; `endless`: one that never ends."""
    connections: int = 0

    def url(self, path: str, host: str = HOST) -> str:
        """Where it takes webhooks."""
        return f"https://{host}:{self.port}{path}"

    def at(self, path: str) -> list[Received]:
        """What it received there."""
        return [one for one in self.received if one.path == path]


def certificates(folder: Path, *names: str) -> tuple[Path, Path]:
    """An own authority, and a certificate with its key for these names; files of both."""
    day = datetime.timedelta(days=1)
    present = datetime.datetime.now(datetime.UTC)

    def issue(
        common: str, key: ec.EllipticCurvePrivateKey, issuer: x509.Name | None, by: ec.EllipticCurvePrivateKey
    ) -> x509.CertificateBuilder:
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common)])
        return (
            x509.CertificateBuilder()
            .subject_name(name)
            .issuer_name(issuer or name)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(present - day)
            .not_valid_after(present + day)
            .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(by.public_key()), critical=False)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        )

    authority_key, key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    usage = x509.KeyUsage(
        digital_signature=True, key_cert_sign=True, crl_sign=True, content_commitment=False, key_encipherment=False,
        data_encipherment=False, key_agreement=False, encipher_only=False, decipher_only=False,
    )  # fmt: skip
    authority = (
        issue("Autorité du réseau", authority_key, None, authority_key)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(usage, critical=True)
        .sign(authority_key, hashes.SHA256())
    )
    alternatives = [
        x509.IPAddress(ipaddress.ip_address(one)) if one[0].isdigit() else x509.DNSName(one) for one in names
    ]
    certificate = (
        issue("Outil", key, authority.subject, authority_key)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.SubjectAlternativeName(alternatives), critical=False)
        .sign(authority_key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    authority_file, own_file = folder / "authority.pem", folder / "own.pem"
    authority_file.write_bytes(authority.public_bytes(pem))
    private = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    own_file.write_bytes(private + certificate.public_bytes(pem))
    return authority_file, own_file


@contextmanager
def receiving(folder: Path, *names: str) -> Iterator[Receiver]:
    """A tool at work until the block ends; its certificate is for these names, else for where it is."""
    authority, own = certificates(folder, *(names or (HOST, NAME)))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(own)
    receiver = Receiver(0, authority)

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        receiver.connections += 1
        try:
            await _answer(receiver, reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError, ssl.SSLError):
            pass
        finally:
            writer.transport.abort()

    async def listen() -> list[asyncio.Server]:
        return [await asyncio.start_server(handle, HOST, 0, ssl=context)]

    with _looping(listen) as port:
        receiver.port = port
        yield receiver


async def _answer(receiver: Receiver, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in head[1:] if line)}
    body = await reader.readexactly(int(headers.get("content-length", "0")))
    path = head[0].split(" ")[1]
    receiver.received.append(Received(path, headers, body))
    told = receiver.answers.get(path, OK)
    if told == "reset":
        return
    if told == "slow":
        await asyncio.sleep(30)
        return
    writer.write((OK if told == "endless" else told).replace("204 No Content", "200 OK").encode())
    await writer.drain()
    if told == "endless":
        # Far more than is read, then no end; one part at a time, for a closed connection is noticed late below TLS.
        for _ in range(50):
            writer.write(b"x" * 65_536)
            await writer.drain()
            await asyncio.sleep(0.02)
            if reader.at_eof() or reader.exception() is not None:
                return
        await asyncio.sleep(30)
    writer.write_eof() if writer.can_write_eof() else writer.close()
    await asyncio.sleep(0.05)


@contextmanager
def counting(*places: tuple[str, int]) -> Iterator[list[str]]:
    """Plain listeners that nobody may ever reach: who did, by the place that was reached. Port 0 is a free one."""
    reached: list[str] = []

    async def note(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        reached.append(str(writer.get_extra_info("sockname")))
        writer.transport.abort()

    async def listen() -> list[asyncio.Server]:
        return [await asyncio.start_server(note, host, port) for host, port in places]

    with _looping(listen):
        yield reached


@contextmanager
def _looping(listen: Callable[[], Coroutine[Any, Any, list[asyncio.Server]]]) -> Iterator[int]:
    loop = asyncio.new_event_loop()
    # What the other end does to a connection is what is tested: it is not worth a line in the terminal.
    loop.set_exception_handler(lambda _loop, _told: None)
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()

    servers = asyncio.run_coroutine_threadsafe(listen(), loop).result(10)

    async def end() -> None:
        for server in servers:
            server.close()
        others = [one for one in asyncio.all_tasks() if one is not asyncio.current_task()]
        for one in others:
            one.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    try:
        yield servers[0].sockets[0].getsockname()[1]
    finally:
        asyncio.run_coroutine_threadsafe(end(), loop).result(10)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)
        loop.close()
