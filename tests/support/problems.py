"""What every failure looks like (RFC 9457), asserted in one place."""

from typing import Any

import httpx

PROBLEM = "application/problem+json"
MEMBERS = {"type", "title", "status", "code", "instance", "detail"}
OF_THE_TOKEN_ENDPOINT = {"error"}
OF_A_REFUSAL = {"functions", "administrators"}
"""Which functions would do, and who gives them."""
OF_A_DRAFT = {"held_by"}
"""What hangs on it."""
OF_AN_ACCEPTANCE = {"commitments"}
"""Those whose four questions are open."""
OF_A_DELIVERY = {"verdict", "receipt_id", "sha256", "conflict", "items"}


def problem(answer: httpx.Response, status: int, code: str | None = None, *, named: bool = True) -> dict[str, Any]:
    """The failure that the answer tells, checked for its shape; `named`: the answer carries the request's id."""
    assert answer.status_code == status, f"{answer.status_code} instead of {status}: {answer.text[:500]}"
    assert answer.headers["content-type"].partition(";")[0] == PROBLEM
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers.get("x-request-id") or not named, "every answer names its request"
    body: dict[str, Any] = answer.json()
    assert {"type", "title", "status", "code", "instance"} <= set(body)
    assert set(
        body
    ) <= MEMBERS | OF_THE_TOKEN_ENDPOINT | OF_A_DELIVERY | OF_A_REFUSAL | OF_A_DRAFT | OF_AN_ACCEPTANCE | {"errors"}
    assert body["status"] == status
    assert body["type"] == f"/docs/errors#{body['code']}"
    assert body["instance"] == answer.request.url.raw_path.decode().partition("?")[0]
    if status == 422:
        assert body["errors"], "a 422 names each field"
        assert all(set(error) == {"field", "message"} and error["field"] for error in body["errors"])
    else:
        assert "errors" not in body
    if status != 403:
        assert not OF_A_REFUSAL & set(body)
    if status in (429, 503):
        assert int(answer.headers["retry-after"]) > 0
    if status == 401 and "verdict" not in body:
        assert answer.headers["www-authenticate"]
    if code is not None:
        assert body["code"] == code
    return body


def fields(answer: httpx.Response) -> set[str]:
    """The fields that a 422 names."""
    return {error["field"] for error in problem(answer, 422)["errors"]}
