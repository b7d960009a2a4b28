"""The front end's files: right forms, right policies, and nothing from outside their folder."""

import gzip
from pathlib import Path

import httpx
import pytest

from gateway.pages.files import read_files
from gateway.pages.rules import accepted_codings, is_same
from tests.gateway.running import Running, Start
from tests.support.problems import problem

INDEX = b"<!doctype html><title>Copil</title><script type=module src=/assets/main-1a2b.js></script>"
SCRIPT = b"console.log('copil');\n" * 100
HTML = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data: blob:;"
    " connect-src 'self'; manifest-src 'self'; worker-src 'self'; frame-ancestors 'none'; base-uri 'none';"
    " form-action 'self'"
)
SECRET = b"secret beside the folder"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built front end, and beside it what must never be seen."""
    parent = tmp_path_factory.mktemp("built")
    built = parent / "dist"
    (built / "assets").mkdir(parents=True)
    (built / ".vite").mkdir()
    (parent / "secret.txt").write_bytes(SECRET)
    (built / "secret.txt").symlink_to(parent / "secret.txt")
    (built / "outside").symlink_to(parent, target_is_directory=True)
    (built / ".vite" / "manifest.json").write_bytes(SECRET)
    (built / ".env").write_bytes(SECRET)
    (built / "index.html").write_bytes(INDEX)
    (built / "assets" / "main-1a2b.js").write_bytes(SCRIPT)
    (built / "assets" / "main-1a2b.js.gz").write_bytes(gzip.compress(SCRIPT))
    (built / "assets" / "main-1a2b.js.br").write_bytes(b"brotli")
    (built / "assets" / "letters.woff2").write_bytes(b"font")
    (built / "assets" / "small.css").write_bytes(b"a{}")
    (built / "assets" / "small.css.gz").write_bytes(gzip.compress(b"a{}"))
    (built / "logo.svg").write_bytes(b"<svg/>")
    return built


@pytest.fixture(scope="module")
def shown(start: Start, folder: Path) -> Running:
    """A gateway with a front end."""
    return start(frontend_folder=folder)


def secured(answer: httpx.Response) -> None:
    """What every page says."""
    assert answer.headers.get_list("content-security-policy") == [POLICY]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["x-frame-options"] == "DENY"
    assert answer.headers["referrer-policy"] == "same-origin"
    assert answer.headers["cross-origin-opener-policy"] == "same-origin"
    assert "camera=()" in answer.headers["permissions-policy"]
    assert answer.headers["x-request-id"]


@pytest.mark.parametrize("path", ["/", "/index.html", "/contrats/1/pilotage?periode=2026-10", "/connexion", "/aide/bi"])
def test_every_page_is_the_one_page(shown: Running, path: str) -> None:
    answer = shown.http.get(path, headers=HTML)
    assert (answer.status_code, answer.content) == (200, INDEX)
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["cache-control"] == "no-cache"
    secured(answer)


def test_who_asks_for_no_page_gets_none(shown: Running) -> None:
    for path in ("/contrats", "/nope.js", "/favicon.ico"):
        problem(shown.http.get(path, headers={"accept": "*/*"}), 404)
        problem(shown.http.post(path, headers=HTML), 404)
    assert shown.http.get("/", headers={"accept": "*/*"}).content == INDEX


@pytest.mark.parametrize(
    "path",
    ["/api", "/api/nope", "/auth", "/auth/nope", "/hooks", "/bi", "/docs/nope", "/internal", "/internal/x",
     "/metrics/x", "/assets/nope.js", "/assets/"],
)  # fmt: skip
def test_our_own_addresses_are_no_pages(shown: Running, path: str) -> None:
    answer = shown.http.get(path, headers=HTML)
    assert answer.status_code in (401, 404), answer.text
    assert INDEX not in answer.content


def test_files_are_kept_for_ever_and_told_apart(shown: Running) -> None:
    answer = shown.http.get("/assets/main-1a2b.js", headers={"accept-encoding": "identity"})
    assert answer.content == SCRIPT
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["content-type"] == "text/javascript; charset=utf-8"
    assert answer.headers["vary"] == "accept-encoding"
    secured(answer)
    assert shown.http.get("/assets/letters.woff2").headers["content-type"] == "font/woff2"
    logo = shown.http.get("/logo.svg")
    assert (logo.headers["content-type"], logo.headers["cache-control"]) == ("image/svg+xml", "no-cache")


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [("gzip, deflate, br, zstd", "br"), ("br;q=0, gzip", "gzip"), ("gzip;q=0.5", "gzip"), ("*", "br"), ("", None),
     ("identity", None), ("br;q=0.0, gzip;q=0", None), ("GZIP", "gzip"), ("*, br;q=0", "gzip"), (";;,,q", None)],
)  # fmt: skip
def test_what_was_compressed_is_sent_so(shown: Running, accepted: str, coding: str | None) -> None:
    with shown.http.stream("GET", "/assets/main-1a2b.js", headers={"accept-encoding": accepted}) as answer:
        sent = b"".join(answer.iter_raw())
    assert answer.headers.get("content-encoding") == coding
    assert sent == {"br": b"brotli", "gzip": gzip.compress(SCRIPT), None: SCRIPT}[coding] or coding == "gzip"
    assert int(answer.headers["content-length"]) == len(sent)
    assert answer.headers["vary"] == "accept-encoding"
    if coding == "gzip":
        assert gzip.decompress(sent) == SCRIPT


def test_a_form_that_is_no_smaller_is_not_kept(shown: Running) -> None:
    answer = shown.http.get("/assets/small.css", headers={"accept-encoding": "gzip"})
    assert "content-encoding" not in answer.headers
    assert answer.content == b"a{}"


def test_forms_have_names_of_their_own(shown: Running) -> None:
    tags = {}
    for coding in ("br", "gzip", "identity"):
        with shown.http.stream("GET", "/assets/main-1a2b.js", headers={"accept-encoding": coding}) as answer:
            tags[coding] = answer.headers["etag"]
    assert len(set(tags.values())) == 3
    headers = {"accept-encoding": "br", "if-none-match": f'"x", W/{tags["br"]}'}
    same = shown.http.get("/assets/main-1a2b.js", headers=headers)
    assert (same.status_code, same.content) == (304, b"")
    assert same.headers["etag"] == tags["br"]
    assert "content-length" not in same.headers
    other = shown.http.get("/assets/main-1a2b.js", headers={"accept-encoding": "gzip", "if-none-match": tags["br"]})
    assert other.status_code == 200
    page = shown.http.get("/contrats", headers=HTML)
    again = shown.http.get("/contrats", headers={**HTML, "if-none-match": page.headers["etag"]})
    assert again.status_code == 304
    assert again.headers["cache-control"] == "no-cache"


def test_heads_and_other_methods(shown: Running) -> None:
    head = shown.http.head("/assets/main-1a2b.js", headers={"accept-encoding": "identity"})
    assert (head.status_code, head.content) == (200, b"")
    assert int(head.headers["content-length"]) == len(SCRIPT)
    assert shown.http.head("/contrats", headers=HTML).status_code == 200
    for path in ("/", "/assets/main-1a2b.js"):
        for method in ("POST", "PUT", "DELETE", "OPTIONS"):
            answer = shown.http.request(method, path)
            assert problem(answer, 405)["code"] == "method_not_allowed"
            assert answer.headers["allow"] == "GET, HEAD"
    problem(shown.http.request("GET", "/", content=b"x" * 100), 400)


@pytest.mark.parametrize(
    "path",
    ["/../secret.txt", "/assets/../../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/%2e%2e%2fsecret.txt",
     "/..%5csecret.txt", "/assets/..%5c..%5csecret.txt", "//secret.txt", "/./secret.txt", "/secret.txt",
     "/outside/secret.txt", "/outside/dist/index.html", "/.env", "/.vite/manifest.json", "/assets/%00main-1a2b.js",
     "/assets/main-1a2b.js.gz", "/assets/main-1a2b.js%00.html", "/%252e%252e/secret.txt", "/....//secret.txt",
     "/etc/passwd", "/%c0%ae%c0%ae/secret.txt", "/assets//main-1a2b.js", "/assets/./main-1a2b.js"],
)  # fmt: skip
def test_nothing_comes_from_outside_the_folder(shown: Running, path: str) -> None:
    for accept in ("*/*", "text/html"):
        sent = f"GET {path} HTTP/1.1\r\nhost: x\r\naccept: {accept}\r\nconnection: close\r\n\r\n"
        answer = shown.raw(sent.encode())
        head, _, body = answer.partition(b"\r\n\r\n")
        assert SECRET not in body
        assert b"root:" not in body
        assert SCRIPT not in body
        if accept == "*/*":
            assert b" 404 " in head.partition(b"\r\n")[0], head
        else:
            assert b" 404 " in head.partition(b"\r\n")[0] or body == INDEX


def test_hidden_files_and_links_out_are_not_read(folder: Path) -> None:
    assert set(read_files(folder)) == {
        "/index.html", "/logo.svg", "/assets/main-1a2b.js", "/assets/letters.woff2", "/assets/small.css",
    }  # fmt: skip


def test_without_a_build_there_is_a_word_and_the_api(gateway: Running, tmp_path: Path) -> None:
    answer = gateway.http.get("/", headers=HTML)
    assert answer.status_code == 503
    assert "not built" in answer.text
    assert answer.headers["retry-after"]
    secured(answer)
    problem(gateway.http.get("/"), 404)
    problem(gateway.http.get("/contrats", headers=HTML), 404)
    assert gateway.http.get("/docs").status_code == 200
    assert read_files(tmp_path) == read_files(tmp_path / "absent") == read_files(None) == {}


def test_behind_https_pages_say_so(start: Start, folder: Path) -> None:
    gateway = start(frontend_folder=folder, public_url="https://copil.example")
    for path in ("/", "/assets/main-1a2b.js"):
        assert gateway.http.get(path).headers["strict-transport-security"].startswith("max-age=31536000")


def test_which_codings_are_taken() -> None:
    assert accepted_codings("br, gzip") == accepted_codings("*") == {"br", "gzip"}
    assert accepted_codings("*;q=0") == set()
    assert accepted_codings("zstd, deflate") == set()


def test_which_tags_are_the_same() -> None:
    assert is_same(b'"a"', b'"b", "a"')
    assert is_same(b'"a"', b"*")
    assert not is_same(b'"a"', b"")
    assert not is_same(b'"a"', b'"ab"')
