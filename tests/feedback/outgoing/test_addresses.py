"""Where messages may go: every spelling of a forbidden address is refused, and nobody there sees a connection."""

import socket
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from ipaddress import ip_address, ip_network
from pathlib import Path

import pytest

from services.feedback.outgoing import posting
from services.feedback.outgoing.posting import Poster, trust
from services.feedback.outgoing.rules.addresses import HTTPS_PORT, Fault, Reach, Refused, allowed, read
from tests.support.receiver import HOST, NAME, Receiver, counting, receiving

PUBLIC = "93.184.215.14"
HEADERS = {"webhook-id": "1"}
PUBLIC_TRUST = trust(None)

SPELLINGS: dict[str, Fault] = {
    # Addresses, however they are written.
    "https://127.0.0.1/": "literal", "https://127.0.0.1:{port}/": "literal", "https://127.1/": "literal",
    "https://127.0.1/": "literal", "https://0/": "literal", "https://0.0.0.0/": "literal",
    "https://2130706433/": "literal", "https://017700000001/": "literal", "https://0x7f000001/": "literal",
    "https://0x7f.1/": "literal", "https://0177.0.0.1/": "literal", "https://0x7F.0.0.0x1/": "literal",
    "https://127.0.0.01/": "literal", "https://127.000.000.001/": "literal", "https://0x/": "literal",
    "https://a.b.127/": "literal", "https://name.0x7f/": "literal", "https://4294967296/": "literal",
    "https://10.0.0.1/": "literal", "https://172.16.0.1/": "literal", "https://192.168.0.1/": "literal",
    "https://169.254.169.254/latest/meta-data/": "literal", "https://100.64.0.1/": "literal",
    "https://93.184.215.14/": "literal", "https://255.255.255.255/": "literal", "https://224.0.0.1/": "literal",
    "https://[::1]/": "literal", "https://[::1]:{port}/": "literal", "https://[::]/": "literal",
    "https://[::ffff:127.0.0.1]/": "literal", "https://[::ffff:7f00:1]/": "literal",
    "https://[0:0:0:0:0:ffff:127.0.0.1]/": "literal", "https://[::127.0.0.1]/": "literal",
    "https://[64:ff9b::7f00:1]/": "literal", "https://[2002:7f00:1::]/": "literal",
    "https://[2001:0:7f00:1::]/": "literal", "https://[fd00:ec2::254]/": "literal",
    "https://[fe80::1%25lo]/": "literal",
    "https://[fe80::1%lo]/": "literal", "https://[::1/": "name", "https://::1/": "name", "https://[v1.x]/": "literal",
    # Names that are this machine or this network, or no names.
    "https://localhost/": "name", "https://LOCALHOST/": "name", "https://localhost:{port}/": "name",
    "https://localhost./": "name", "https://outil.example./": "name", "https://metadata.google.internal/": "name",
    "https://outil.localhost/": "name", "https://imprimante.local/": "name", "https://intranet/": "name",
    "https://127.0.0.1./": "name", "https://127.0.0.1../": "name", "https://.example/": "name",
    "https://a..example/": "name", "https:///hook": "name", "https://": "name", "https://-a.example/": "name",
    "https://1.0.0.127.in-addr.arpa/": "name", "https://127.0.0.1%2eexample/": "name", "https://%31%32%37.1/": "name",
    # Other schemes, and signs that two readers read differently.
    "http://outil.example/": "not_https", "file:///etc/passwd": "not_https",
    "gopher://127.0.0.1:{port}/_x": "not_https",
    "ftp://127.0.0.1/": "not_https", "dict://127.0.0.1:{port}/": "not_https", "//127.0.0.1/": "not_https",
    "127.0.0.1": "not_https", "https:127.0.0.1": "not_https", "https:/127.0.0.1/": "not_https",
    "javascript:alert(1)": "not_https", "wss://outil.example/": "not_https", "unix:///tmp/s": "not_https",
    "https:\\\\127.0.0.1\\": "characters", "https://outil.example\\@127.0.0.1/": "characters",
    "https://127.0.0.1\t/": "characters", "ht\ttps://127.0.0.1/": "characters", " https://outil.example/": "characters",
    "https://outil.example/\r\nHost: 127.0.0.1": "characters", "https://127.0.0.1\n/": "characters",
    "https://outil.example/ x": "characters", "https://outil.example\0.fr/": "characters",
    "https://①②⑦.⓪.⓪.①/": "characters", "https://127。0。0。1/": "characters", "https://１２７.０.０.１/": "characters",
    "https://ⓛocalhost/": "characters", "https://outil.example／@127.0.0.1/": "characters",
    # Somebody before the host, something after it.
    "https://moi@127.0.0.1/": "userinfo", "https://outil.example@127.0.0.1/": "userinfo",
    "https://outil.example:443@127.0.0.1:{port}/": "userinfo", "https://@127.0.0.1/": "userinfo",
    "https://127.0.0.1#@outil.example/": "fragment", "https://outil.example/#x": "fragment",
    # Ports and paths.
    "https://outil.example:{other}/": "port", "https://outil.example:80/": "port",
    "https://outil.example:22/": "port",
    "https://outil.example:0443/": "port", "https://outil.example:65979/": "port",
    "https://outil.example:99999/": "port",
    "https://outil.example:/": "name", "https://outil.example:443:{port}/": "name",
    "https://outil.example:+443/": "name", "https://outil.example/%0d%0aHost:x": "path",
    "https://outil.example/%zz": "path", "https://outil.example/<a>": "path", "https://outil.example/%00": "path",
}  # fmt: skip
FORBIDDEN = (
    "0.0.0.1", "10.1.2.3", "100.64.0.1", "100.100.100.200", "127.0.0.1", "127.255.255.254", "169.254.169.254",
    "172.31.255.255", "192.0.0.192", "192.0.2.1", "192.88.99.1", "192.168.1.1", "198.18.0.1", "198.19.255.255",
    "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255", "168.63.129.16",
    "::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:93.184.215.14", "::ffff:0:127.0.0.1", "64:ff9b::7f00:1",
    "64:ff9b:1::1", "100::1", "2001::1", "2001:db8::1", "2001:10::1", "2002:7f00:1::1", "3fff::1", "5f00::1",
    "fc00::1", "fd00:ec2::254", "fe80::1", "fe80::1%lo", "fec0::1", "ff02::1", "4000::1",
)  # fmt: skip


@pytest.fixture(scope="module")
def receiver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Receiver]:
    """A tool in a network of the operator's own."""
    with receiving(tmp_path_factory.mktemp("tool")) as running:
        yield running


def _places() -> list[tuple[str, int]]:
    """Where somebody would be found: the usual port where we may listen on it, and ports of our own."""
    found = []
    for family, host in ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")):
        for port in (HTTPS_PORT, 0):
            with closing(socket.socket(family)) as one, suppress(OSError):
                one.bind((host, port))
                found.append((host, one.getsockname()[1]))
    return found


async def test_no_spelling_reaches_a_forbidden_address() -> None:
    """given listeners on this machine / when each spelling is set up and sent to / then refused, and nobody came."""
    places = _places()
    own = next(port for host, port in places if host == "127.0.0.1" and port != HTTPS_PORT)
    assert len(SPELLINGS) >= 60
    # As strict as it comes, save that the listener's port would be let through: the address alone must stop it.
    poster = Poster(Reach(ports=frozenset({HTTPS_PORT, own})), PUBLIC_TRUST)
    with counting(*places) as reached:
        for spelling, fault in SPELLINGS.items():
            url = spelling.format(port=own, other=own + 1 if own < 65_535 else own - 1)
            with pytest.raises(Refused) as refusal:
                await poster.check(url)
            assert refusal.value.fault == fault, url
            assert (await poster.post(url, HEADERS, b"{}")).reason == "refused", url
        for address in FORBIDDEN:
            poster = Poster(Reach(), PUBLIC_TRUST, _answers([address]))
            with pytest.raises(Refused):
                await poster.check("https://outil.example/")
            assert (await poster.post("https://outil.example/", HEADERS, b"{}")).reason == "refused", address
    assert reached == []


async def test_a_name_that_turns_to_this_machine_is_refused_when_it_does() -> None:
    """given a name with two answers / when set up by the first and sent to by the second / then nobody is reached."""
    answers = iter([[PUBLIC], ["127.0.0.1"], [PUBLIC, "127.0.0.1"], ["127.0.0.1", PUBLIC], []])

    async def turning(_host: str, _port: int) -> Sequence[str]:
        return next(answers)

    poster = Poster(Reach(), PUBLIC_TRUST, turning)
    with counting(*_places()) as reached:
        await poster.check("https://outil.example/")
        for _ in range(4):
            assert (await poster.post("https://outil.example/", HEADERS, b"{}")).reason == "refused"
    assert reached == []


async def test_the_name_is_asked_for_once_and_that_answer_connected_to(receiver: Receiver) -> None:
    """given a name that answers differently each time / when sent / then to its first answer, under its name."""
    asked = []

    async def turning(host: str, _port: int) -> Sequence[str]:
        asked.append(host)
        return [HOST] if len(asked) == 1 else ["127.0.0.2"]

    poster = Poster(_own(receiver), trust(receiver.authority), turning)
    outcome = await poster.post(receiver.url("/once?a=%20b", NAME), HEADERS, b"{}")
    assert (outcome.status, outcome.reason, asked) == (200, None, [NAME])
    (came,) = receiver.at("/once?a=%20b")
    assert came.headers["host"] == f"{NAME}:{receiver.port}"


async def test_a_redirect_is_not_followed(receiver: Receiver) -> None:
    with counting(("127.0.0.1", 0)) as reached:
        receiver.answers["/away"] = f"HTTP/1.1 302 Found\r\nlocation: https://{HOST}:{receiver.port}/there\r\n\r\n"
        poster = Poster(_own(receiver), trust(receiver.authority))
        outcome = await poster.post(receiver.url("/away"), HEADERS, b"{}")
    assert (outcome.status, outcome.reason, reached) == (302, "redirect", [])
    assert receiver.at("/there") == []


async def test_no_proxy_of_the_environment_is_asked(receiver: Receiver, monkeypatch: pytest.MonkeyPatch) -> None:
    places = [("127.0.0.1", place[1]) for place in _places() if place[1] != HTTPS_PORT][:1]
    with counting(*places) as reached:
        for name in ("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, f"http://127.0.0.1:{places[0][1]}")
        outcome = await Poster(_own(receiver), trust(receiver.authority)).post(receiver.url("/direct"), HEADERS, b"{}")
    assert (outcome.reason, reached) == (None, [])


async def test_every_connection_is_looked_at_again(receiver: Receiver, monkeypatch: pytest.MonkeyPatch) -> None:
    """given a client that asks no resolver for addresses / when it would connect elsewhere / then no socket."""
    elsewhere = ip_address("127.0.0.2")
    monkeypatch.setattr(posting, "allowed", lambda *_: [elsewhere])
    before = receiver.connections
    outcome = await Poster(_own(receiver), trust(receiver.authority)).post(receiver.url("/x"), HEADERS, b"{}")
    assert (outcome.reason, receiver.connections) == ("connection", before)


@pytest.mark.parametrize(
    ("answer", "status", "reason"),
    [
        ("HTTP/1.1 500 No\r\n\r\n", 500, "status"), ("HTTP/1.1 404 No\r\n\r\n", 404, "status"),
        ("HTTP/1.1 410 Gone\r\n\r\n", 410, "gone"), ("HTTP/1.1 202 Yes\r\n\r\n", 202, None),
        ("HTTP/1.1 400 No\r\nwebhook-delivery: abort-message\r\n\r\n", 400, "aborted"),
        ("HTTP/1.1 500 No\r\nwebhook-delivery: disable\r\n\r\n", 500, "disabled"),
        ("endless", 200, None), ("reset", None, "connection"), ("slow", None, "timeout"),
        ("HELLO\r\n\r\n", None, "connection"),
        (f"HTTP/1.1 200 OK\r\nx: {'y' * 100_000}\r\n\r\n", None, "connection"),
    ],
)  # fmt: skip
async def test_what_an_answer_means(
    receiver: Receiver, monkeypatch: pytest.MonkeyPatch, answer: str, status: int | None, reason: str | None
) -> None:
    """Nothing is waited for longer than the deadline, nor read without end."""
    monkeypatch.setattr(posting, "DEADLINE", 0.7)
    receiver.answers["/any"] = answer
    outcome = await Poster(_own(receiver), trust(receiver.authority)).post(receiver.url("/any"), HEADERS, b"{}")
    assert (outcome.status, outcome.reason) == (status, reason)
    assert outcome.duration_ms < 3_000


async def test_only_the_right_certificate_is_believed(receiver: Receiver, tmp_path: Path) -> None:
    """An unknown authority, and a known one that speaks for another name."""
    unknown = Poster(_own(receiver), PUBLIC_TRUST)
    assert (await unknown.post(receiver.url("/c"), HEADERS, b"{}")).reason == "certificate"
    with receiving(tmp_path, "autre.example") as other:
        wrong = Poster(_own(other), trust(other.authority), _answers([HOST]))
        assert (await wrong.post(other.url("/c", NAME), HEADERS, b"{}")).reason == "certificate"
        assert other.received == []
    assert receiver.at("/c") == []


async def test_a_name_that_nobody_knows_is_told_apart() -> None:
    async def unknown(_host: str, _port: int) -> Sequence[str]:
        raise socket.gaierror("unknown")

    poster = Poster(Reach(), PUBLIC_TRUST, unknown)
    assert (await poster.check("https://outil.example/x")).host == "outil.example"
    assert (await poster.post("https://outil.example/x", HEADERS, b"{}")).reason == "no_name"


@pytest.mark.parametrize(
    ("spelling", "kept"),
    [
        ("https://outil.example", "https://outil.example/"), ("HTTPS://Outil.Example:443/A", "https://outil.example/A"),
        ("https://outil.example?a=b", "https://outil.example/?a=b"),
        ("https://xn--rception-b4a.example/%C3%A9?x=1&y=[z".replace("[", "%5B"), None),
        ("https://a_b.outil.example/hook/8f2c~'()*", None),
    ],
)  # fmt: skip
def test_an_address_has_one_spelling(spelling: str, kept: str | None) -> None:
    assert read(spelling, Reach()).url == (kept or spelling)


def test_own_networks_are_the_operators_to_name() -> None:
    """given a private network / when named by the operator / then its addresses and ports, and no others."""
    reach = Reach((ip_network("10.1.0.0/16"), ip_network("fd00::/8")), frozenset({443, 8443}))
    assert read("https://10.1.2.3:8443/x", reach).url == "https://10.1.2.3:8443/x"
    assert read("https://[fd00::1]/", reach).url == "https://[fd00::1]/"
    assert read("https://glpi:8443/", reach).host == "glpi"
    assert allowed(["10.1.2.3"], 8443, reach)
    assert allowed([PUBLIC, "2606:2800:21f:cb07:6820:80da:af6b:8b2c"], 443, reach)
    for refused in ("https://10.2.0.1/", "https://10.1.2.3:9000/", "https://10.1.515/", "https://[fd00:0::1]/"):
        with pytest.raises(Refused):
            read(refused, reach)
    for addresses, port in ((["10.2.0.1"], 443), ([PUBLIC], 8443), (["10.1.2.3", "127.0.0.1"], 443), ([], 443)):
        with pytest.raises(Refused):
            allowed(addresses, port, reach)


def _own(receiver: Receiver) -> Reach:
    return Reach((ip_network("127.0.0.1/32"),), frozenset({receiver.port}))


def _answers(addresses: Sequence[str]) -> posting.Resolve:
    async def answer(_host: str, _port: int) -> Sequence[str]:
        return addresses

    return answer
