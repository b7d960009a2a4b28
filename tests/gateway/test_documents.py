"""The merged OpenAPI, its pages, and that nothing of them comes from elsewhere."""

import asyncio
import re
from html.parser import HTMLParser

import httpx
import pytest

from gateway.documents.rules import merge
from gateway.documents.service import MergedDocument
from tests.gateway.fakes import openapi
from tests.gateway.running import Running, Start


def references(node: object) -> set[str]:
    """Every `$ref` in a document."""
    if isinstance(node, dict):
        own = {node["$ref"]} if isinstance(node.get("$ref"), str) else set()
        return own.union(*(references(value) for value in node.values()))
    if isinstance(node, list):
        return set().union(*(references(value) for value in node))
    return set()


def test_one_document_of_all_services(gateway: Running) -> None:
    answer = gateway.http.get("/openapi.json")
    assert answer.status_code == 200
    document = answer.json()
    assert document["openapi"].startswith("3.1")
    assert {
        "/auth/token", "/auth/jwks.json", "/auth/session", "/auth/sessions", "/auth/keys", "/auth/keys/{key_id}",
        "/auth/sessions/others", "/auth/sessions/{session_id}", "/auth/password", "/auth/password-requests",
        "/auth/password-resets", "/auth/joinings", "/auth/links/readings", "/auth/mail", "/auth/mail/tests",
        "/auth/operator", "/auth/session/code", "/auth/second-factor", "/auth/second-factor/activations",
        "/auth/second-factor/recovery-codes", "/auth/second-factor/removals", "/auth/second-factors",
        "/auth/people/{person_id}/second-factor", "/auth/journal", "/auth/provider", "/auth/provider/callback",
        "/auth/provider/sign-ins", "/auth/provider/tests", "/auth/provider/bindings",
        "/auth/people/{person_id}/provider-binding", "/bi/v1/things", "/hooks/{source_id}",
        "/api/contracts/v1/things/{id}", "/api/kpi/v1/things/{id}", "/api/feedback/v1/things/{id}",
    } == set(document["paths"])  # fmt: skip
    for reference in references(document):
        node = document
        for part in reference.removeprefix("#/").split("/"):
            node = node[part]
    operations = [operation for item in document["paths"].values() for operation in item.values()]
    names = [operation["operationId"] for operation in operations]
    assert len(names) == len(set(names))
    assert document["paths"]["/api/kpi/v1/things/{id}"]["get"]["x-right"] == "thing:read"


def test_the_same_name_for_different_things_is_told_apart(gateway: Running) -> None:
    document = gateway.http.get("/openapi.json").json()
    schemas = document["components"]["schemas"]
    assert {"ContractsThing", "KpiThing", "FeedbackThing"} <= set(schemas)
    assert "kpi" in schemas["KpiThing"]["properties"]
    assert schemas["KpiThing"]["properties"]["self"] == {"$ref": "#/components/schemas/KpiThing"}
    operation = document["paths"]["/api/kpi/v1/things/{id}"]["get"]
    answered = operation["responses"]["200"]["content"]["application/json"]["schema"]
    assert answered == {"$ref": "#/components/schemas/KpiThing"}


def test_the_same_thing_keeps_its_name() -> None:
    merged = merge({"paths": {}}, {name: openapi(name) for name in ("contracts", "kpi")}, "copil")
    assert [name for name in merged["components"]["schemas"] if "Problem" in name] == ["Problem"]


async def test_the_document_does_not_depend_on_who_answers_first() -> None:
    """given services of which another one is slow each time / then the same document, byte by byte."""
    addresses = {name: f"http://{name}" for name in ("contracts", "kpi", "feedback")}

    async def told(slow: str) -> bytes:
        async def answer(request: httpx.Request) -> httpx.Response:
            await asyncio.sleep(0.05 if request.url.host == slow else 0)
            return httpx.Response(200, json=openapi(request.url.host))

        async with httpx.AsyncClient(transport=httpx.MockTransport(answer)) as http:
            return await MergedDocument(http, addresses, lambda: {"paths": {}}, "copil").read()

    assert len({await told(slow) for slow in addresses}) == 1


def test_how_to_sign_in_is_part_of_it(gateway: Running) -> None:
    document = gateway.http.get("/openapi.json").json()
    schemes = document["components"]["securitySchemes"]
    assert schemes["bearer"]["scheme"] == "bearer"
    assert schemes["client_credentials"]["flows"]["clientCredentials"]["tokenUrl"] == "/auth/token"
    assert document["security"] == [{"session": []}, {"bearer": []}, {"client_credentials": []}]
    assert schemes["session"]["name"] == f"copil-{gateway.port}"
    assert document["paths"]["/bi/v1/things"]["get"]["security"][0] == {"basic": []}
    assert document["paths"]["/auth/session"]["post"]["security"] == []
    assert "security" not in document["paths"]["/api/kpi/v1/things/{id}"]["get"]
    assert document["paths"]["/hooks/{source_id}"]["post"]["security"] == []
    assert document["paths"]["/auth/jwks.json"]["get"]["security"] == []
    form = document["paths"]["/auth/token"]["post"]["requestBody"]["content"]["application/x-www-form-urlencoded"]
    assert form["example"]["grant_type"] == "client_credentials"


def test_the_document_is_conditional(gateway: Running) -> None:
    etag = gateway.http.get("/openapi.json").headers["etag"]
    assert gateway.http.get("/openapi.json", headers={"if-none-match": etag}).status_code == 304


def test_a_service_that_is_down_is_described_as_it_was(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    gateway = start()
    gateway.services["kpi"].failing = True
    missing = gateway.http.get("/openapi.json")
    assert (missing.status_code, missing.json()["code"]) == (503, "unavailable")
    assert "kpi" in missing.json()["detail"]
    gateway.services["kpi"].failing = False
    before = gateway.http.get("/openapi.json")
    assert before.status_code == 200
    monkeypatch.setattr("gateway.documents.service.KEPT_SECONDS", 0.0)
    gateway.services["kpi"].failing = True
    assert gateway.http.get("/openapi.json").content == before.content


class Loads(HTMLParser):
    """What a page loads, and whether it carries script of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.inline: list[str] = []
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = tag
        for name, value in attrs:
            if name in ("src", "href"):
                self.addresses.append(value or "")
            elif name.startswith("on") or name == "style":
                self.inline.append(name)

    def handle_data(self, data: str) -> None:
        if self._inside in ("script", "style") and data.strip():
            self.inline.append(data)


@pytest.mark.parametrize("path", ["/docs", "/docs/errors"])
def test_pages_load_our_own_files_only(gateway: Running, path: str) -> None:
    answer = gateway.http.get(path)
    assert answer.headers["content-type"].startswith("text/html")
    policy = answer.headers.get_list("content-security-policy")
    assert len(policy) == 1
    assert "default-src 'none'" in policy[0]
    assert "unsafe" not in policy[0]
    assert not re.search(r"https?:|\*", policy[0])
    loads = Loads()
    loads.feed(answer.text)
    assert loads.inline == []
    for address in loads.addresses:
        assert re.match(r"/[^/]", address), address
        if address.startswith("/docs/assets/"):
            asset = gateway.http.get(address)
            assert asset.status_code == 200
            assert "max-age" in asset.headers["cache-control"]
            known = gateway.http.get(address, headers={"if-none-match": asset.headers["etag"]})
            assert (known.status_code, known.content) == (304, b"")


def test_the_script_of_the_page_asks_nobody_else(gateway: Running) -> None:
    script = gateway.http.get("/docs/assets/docs-init.js").text
    assert "//" not in re.sub(r"(?m)^//.*$", "", script)
    assert "validatorUrl: null" in script
    style = gateway.http.get("/docs/assets/swagger-ui.css").text
    assert not re.search(r"url\(\s*['\"]?https?:|@import", style)


@pytest.mark.parametrize("name", ["__init__.py", "..%2f__init__.py", "other.js", ""])
def test_no_other_file_is_given_out(gateway: Running, name: str) -> None:
    assert gateway.http.get(f"/docs/assets/{name}").status_code == 404


def test_every_failure_of_ours_is_in_the_catalogue(gateway: Running) -> None:
    page = gateway.http.get("/docs/errors").text
    for answer in (
        gateway.http.get("/nothing"),
        gateway.http.get("/api/kpi/v1/x"),
        gateway.http.put("/hooks/x"),
        gateway.http.post("/auth/token"),
        gateway.ask_token("nobody", "x"),
        gateway.http.post("/auth/token", content=b"x" * 70_000),
    ):
        problem = answer.json()
        assert problem["type"] == f"/docs/errors#{problem['code']}"
        assert f'id="{problem["code"]}"' in page
