"""Lists asked for wrongly: cursors, limits and queries are refused by name."""

from tests.support.newcomers import CONTRACTS, FEEDBACK, KPI, Agreement, Connected, Newcomers
from tests.support.problems import fields


def lists(agreement: Agreement, source: Connected) -> dict[str, dict[str, str]]:
    """Every list of the API with the query that it needs."""
    return {
        f"{CONTRACTS}/organisations": {},
        f"{CONTRACTS}/contracts": {},
        f"{agreement.path}/parameters": {},
        f"{agreement.path}/acceptances": {},
        f"{KPI}/sources": {"contract_id": agreement.id},
        f"{source.path}/deliveries": {},
        f"{source.path}/quarantine": {},
        f"{agreement.figures}/tickets": {},
        f"{FEEDBACK}/contracts/{agreement.id}/answers": {},
    }


BAD_CURSORS = [
    "x",
    "====",
    "W10",
    "bnVsbA",
    "WzFd",
    "WyJ4Il0",
    "W251bGwsbnVsbF0",
    "WyJ4IiwieCJd",
    "WzFlOTk5XQ",
    "é",
    "A" * 2001,
]


def test_cursors(agreement: Agreement, source: Connected) -> None:
    """given a cursor that no page gave / then 422 names it, or an innocent page; never a failure."""
    for path, query in lists(agreement, source).items():
        for cursor in BAD_CURSORS:
            answer = agreement.managers[0].get(path, params={**query, "cursor": cursor})
            assert answer.status_code in (200, 422), (path, cursor, answer.text)
            if answer.status_code == 422:
                assert fields(answer) <= {"cursor", "query.cursor"}
            else:
                # Texts that are ids of a list are places in it; nothing else is.
                assert cursor in ("WyJ4Il0", "WyJ4IiwieCJd"), (path, cursor)


def test_a_cursor_of_another_list(agreement: Agreement, newcomers: Newcomers) -> None:
    """given the cursor of another list / then 422 or nothing that the caller may not see."""
    given = newcomers.admin.get(f"{CONTRACTS}/organisations", params={"limit": "1"}).json()["next_cursor"]
    assert given
    answer = agreement.managers[0].get(f"{agreement.figures}/tickets", params={"cursor": given})
    assert fields(answer) == {"cursor"}


def test_limits(agreement: Agreement, source: Connected) -> None:
    """given a limit below 1, above 1,000 or no number / then 422; at both ends a page."""
    for path, query in lists(agreement, source).items():
        for limit in ("0", "1001", "-1", "ten", "1e3", ""):
            assert fields(agreement.managers[0].get(path, params={**query, "limit": limit})) == {"query.limit"}, path
        for limit in ("1", "1000"):
            page = agreement.managers[0].get(path, params={**query, "limit": limit})
            assert page.status_code == 200
            assert len(page.json()["items"]) <= int(limit)


def test_queries(agreement: Agreement, source: Connected) -> None:
    """given instants without zone, unknown verdicts and the like / then 422 names the parameter."""
    api = agreement.managers[0]
    for name in ("as_of", "known_at"):
        for value in ("2026-10-05T08:00:00", "yesterday", "", "2026-13-01T00:00:00Z"):
            answer = api.get(f"{agreement.figures}/tickets", params={name: value})
            assert fields(answer) == {f"query.{name}"}
    assert fields(api.get(f"{source.path}/deliveries", params={"verdict": "fine"})) == {"query.verdict"}
    answers = f"{FEEDBACK}/contracts/{agreement.id}/answers"
    assert fields(api.get(answers, params={"from": "today"})) == {"query.from"}
    assert fields(api.get(answers, params={"from": "2026-10-02T00:00:00Z", "to": "2026-10-01T00:00:00Z"})) == {
        "query.to"
    }
    assert fields(api.get(f"{KPI}/sources")) == {"query.contract_id"}


def test_extreme_instants(agreement: Agreement) -> None:
    """given the first and the last instant that can be written / then an answer, never a failure."""
    for value in ("0001-01-01T00:00:00Z", "1969-12-31T23:59:59Z", "9999-12-31T23:59:59.999999Z"):
        for query in ({"as_of": value}, {"known_at": value}):
            answer = agreement.managers[0].get(f"{agreement.figures}/tickets", params=query)
            assert answer.status_code in (200, 422), answer.text
