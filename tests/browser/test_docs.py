"""The API page as an administrator uses it: everything from our own address, "try it" with client credentials."""

from collections import Counter
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.support.copil import Copil


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A new, empty page."""
    context = browser.new_context(viewport={"width": 1440, "height": 1000})
    yield context.new_page()
    context.close()


def test_the_page_is_whole_and_asks_nobody_else(copil: Copil, page: Page) -> None:
    """given the API page / then every operation is there, nothing failed, and no other address was asked."""
    faults: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{copil.base_url}/docs")
    with copil.client() as client:
        document = client.get("/openapi.json").json()
    operations = [operation for item in document["paths"].values() for operation in item.values()]
    chapters = Counter(tag for operation in operations for tag in operation["tags"])
    expect(page.locator(".opblock-tag")).to_have_count(len(chapters))
    for chapter, number in chapters.items():
        heading = page.locator(f'.opblock-tag[data-tag="{chapter}"]')
        heading.click()
        expect(page.locator(".opblock")).to_have_count(number)
        heading.click()
        expect(page.locator(".opblock")).to_have_count(0)
    assert faults == []
    assert [url for url in asked if not url.startswith((copil.base_url, "data:"))] == []


def test_try_it_with_client_credentials(copil: Copil, page: Page) -> None:
    """given the credentials of a client / when it signs in on the page and tries a read / then it gets its contract."""
    credentials = copil.credentials
    told = credentials["clients"]["donneur_ordre"]
    page.goto(f"{copil.base_url}/docs#/contracts%3A%20contracts")
    page.get_by_role("button", name="Authorize").first.click()
    form = page.locator(".auth-container", has=page.get_by_text("clientCredentials"))
    form.locator("input").nth(0).fill(told["client_id"])
    form.locator("input").nth(1).fill(told["client_secret"])
    form.get_by_role("button", name="Apply given OAuth2 credentials").click()
    expect(form.get_by_role("button", name="Remove authorization")).to_be_visible()
    page.get_by_role("button", name="Close").first.click()
    path = page.get_by_text("/api/contracts/v1/contracts/{contract_id}", exact=True)
    operation = page.locator(".opblock-get", has=path)
    operation.locator(".opblock-summary-control").click()
    operation.get_by_role("button", name="Try it out").click()
    operation.get_by_placeholder("contract_id").fill(credentials["contract_id"])
    operation.get_by_role("button", name="Execute").click()
    answer = operation.locator(".live-responses-table")
    expect(answer.locator("tbody .response-col_status").first).to_contain_text("200")
    expect(answer).to_contain_text(credentials["contract_id"])


SIGN_IN = """async (user) => {
  const fields = { 'content-type': 'application/json', 'x-copil-csrf': '1' }
  return (await fetch('/auth/session', { method: 'POST', headers: fields, body: JSON.stringify(user) })).status
}"""


def test_try_it_with_the_session(copil: Copil, page: Page) -> None:
    """given somebody signed in / when they try a read and a change on the page / then both are theirs."""
    page.goto(f"{copil.base_url}/docs#/sessions")
    assert page.evaluate(SIGN_IN, copil.credentials["users"]["donneur_ordre"]) == 200

    def execute(method: str) -> Locator:
        path = page.get_by_text("/auth/session", exact=True)
        operation = page.locator(f".opblock-{method}", has=path)
        operation.locator(".opblock-summary-control").click()
        operation.get_by_role("button", name="Try it out").click()
        operation.get_by_role("button", name="Execute").click()
        return operation.locator(".live-responses-table")

    told = execute("get")
    expect(told.locator("tbody .response-col_status").first).to_contain_text("200")
    expect(told).to_contain_text("claire.morel@maison-verlaine.example")
    expect(execute("delete").locator("tbody .response-col_status").first).to_contain_text("204")
    assert page.evaluate("async () => (await fetch('/auth/session')).status") == 401


@pytest.mark.parametrize("width", [390, 1440])
def test_the_catalogue_of_failures_names_them(copil: Copil, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{copil.base_url}/docs/errors#not_found")
    expect(page.locator("#not_found")).to_contain_text("404")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
