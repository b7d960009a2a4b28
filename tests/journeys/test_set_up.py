"""Day one of two companies, over the set-up calls only: from nothing to exact facts that both read."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

from tests.factories.webhooks import at, zendesk_comment, zendesk_event, zendesk_status
from tests.journeys import expected
from tests.support.callers import Api
from tests.support.newcomers import CONTRACTS, FEEDBACK, PARAMETERS, Agreement, Connected, Newcomers
from tests.support.problems import problem
from tests.support.processes import eventually
from tests.support.sending import (
    fixture_deliveries,
    fixture_secret,
    pages,
    post_event,
    post_zendesk,
)

ZENDESK_FILES = ("created", "first_reply", "solved", "reopened", "csat", "unicode")
GENERIC_FILES = ("created", "first_reply", "solved", "reopened", "csat", "nps", "unicode")
COMMENT = "Réponse rapide, merci."


def instant() -> str:
    """The present instant as text."""
    return datetime.now(UTC).isoformat().replace("+00:00", "Z")


@dataclass(frozen=True)
class DayOne:
    """Two companies after their first day."""

    agreement: Agreement
    live: dict[str, Connected]
    replayed: dict[str, Connected]
    before_deliveries: str
    after_deliveries: str


@pytest.fixture(scope="module")
def day_one(newcomers: Newcomers, http: httpx.Client) -> DayOne:
    """A first day that no test changes."""
    return first_day(newcomers, http)


def first_day(newcomers: Newcomers, http: httpx.Client) -> DayOne:
    """The same recorded deliveries, sent live to two sources and replayed into two others."""
    agreement = newcomers.draft()
    assert agreement.sous_traitant.manager.put(f"{agreement.path}/parameters", PARAMETERS).status_code == 200
    sides = agreement.managers
    # Sources may be connected before activation, by either side.
    live, replayed = {}, {}
    for system, by in (("zendesk", sides[0]), ("generic", sides[1])):
        live[system] = agreement.connect(system, by=by, secret=None)  # drawn by us
        replayed[system] = agreement.connect(system, by=by, secret=fixture_secret(system))
    assert [told["contract_state"] for told in agreement.accept()] == ["draft", "active"]
    before = instant()
    for name, delivery in zip(ZENDESK_FILES, fixture_deliveries("zendesk", *ZENDESK_FILES), strict=True):
        answer = post_zendesk(http, live["zendesk"], delivery.body)
        assert (answer.status_code, answer.json()["verdict"]) == (202, "accepted"), name
    for name, delivery in zip(GENERIC_FILES, fixture_deliveries("generic", *GENERIC_FILES), strict=True):
        answer = post_event(http, live["generic"], delivery.body)
        assert (answer.status_code, answer.json()["verdict"]) == (202, "accepted"), name
    for system, names in (("zendesk", ZENDESK_FILES), ("generic", GENERIC_FILES)):
        recorded = [delivery.recorded(n) for n, delivery in enumerate(fixture_deliveries(system, *names), 1)]
        answer = newcomers.admin.post(f"{replayed[system].path}/replays", recorded)
        assert answer.status_code == 200, answer.text
        assert answer.json()["summary"] == {"accepted": len(names)}
        assert [item["n"] for item in answer.json()["items"]] == list(range(1, len(names) + 1))
    return DayOne(agreement, live, replayed, before, instant())


def read(api: Api, agreement: Agreement, **query: str) -> bytes:
    """The body of the ticket list."""
    answer = api.get(f"{agreement.figures}/tickets", params=query)
    assert answer.status_code == 200, answer.text
    return answer.content


def test_facts_are_exact_at_every_instant(day_one: DayOne) -> None:
    """given fixtures sent live and replayed / when read at several instants / then each row is the one by hand."""
    for as_of, tickets in expected.ROWS.items():
        rows = day_one.agreement.tickets(as_of=as_of)
        for sources in (day_one.live, day_one.replayed):
            own = {source.id for source in sources.values()}
            found = {row["ticket_id"]: row for row in rows if row["source_id"] in own}
            assert {name: {**row, "source_id": None} for name, row in found.items()} == {
                name: {**expected.row(name, facts), "source_id": None} for name, facts in tickets.items()
            }, as_of
        assert [row["ticket_id"] for row in rows] == sorted(row["ticket_id"] for row in rows)


def test_one_source_only(day_one: DayOne) -> None:
    """given four sources / when one is asked for / then only its tickets are listed."""
    rows = day_one.agreement.tickets(source=day_one.live["zendesk"].id, as_of="2026-10-07T10:00:00Z")
    assert [(row["source_id"], row["ticket_id"]) for row in rows] == [
        (day_one.live["zendesk"].id, "48120"),
        (day_one.live["zendesk"].id, "48121"),
    ]


def test_both_parties_read_the_same_bytes(day_one: DayOne) -> None:
    """given two parties / when they read the same instant / then byte for byte the same."""
    for query in ({"as_of": "2026-10-06T12:00:00Z"}, {"as_of": "2026-10-13T12:00:00Z", "limit": "2"}):
        donneur_ordre, sous_traitant = (read(api, day_one.agreement, **query) for api in day_one.agreement.managers)
        assert donneur_ordre == sous_traitant
        assert b"48120" in donneur_ordre


def test_pages_join_to_the_whole(day_one: DayOne) -> None:
    """given pages of every size / then together they are the whole list, tickets of one id in two sources included."""
    path, as_of = f"{day_one.agreement.figures}/tickets", "2026-10-13T12:00:00Z"
    api = day_one.agreement.donneur_ordre.manager
    whole = list(pages(api, path, as_of=as_of))
    assert len(whole) == 8
    assert all(list(pages(api, path, limit, as_of=as_of)) == whole for limit in (1, 2, 3, 7, 8))


def test_a_conditional_read_costs_nothing_when_nothing_changed(day_one: DayOne) -> None:
    """given an ETag / when nothing changed / then 304 without a body."""
    path, query = f"{day_one.agreement.figures}/tickets", {"as_of": "2026-10-06T12:00:00Z"}
    first = day_one.agreement.donneur_ordre.manager.get(path, params=query)
    again = day_one.agreement.sous_traitant.manager.get(
        path, params=query, headers={"if-none-match": first.headers["etag"]}
    )
    assert (again.status_code, again.content) == (304, b"")


def test_strangers_find_nothing(day_one: DayOne, foreigner: Api, newcomers: Newcomers) -> None:
    """given the second pair and nobody / when they ask / then 404 and 401."""
    agreement = day_one.agreement
    for path in (f"{agreement.figures}/tickets", agreement.path, f"{FEEDBACK}/contracts/{agreement.id}/answers"):
        problem(foreigner.get(path), 404, "not_found")
        problem(newcomers.nobody.get(path), 401, "unauthenticated")
    own = foreigner.get(f"{CONTRACTS}/contracts").json()["items"]
    assert agreement.id not in {contract["id"] for contract in own}


def test_answers_reach_feedback_once_without_free_text(day_one: DayOne) -> None:
    """given ratings that came with tickets / then both read each once, and nobody reads what was written."""
    path = f"{FEEDBACK}/contracts/{day_one.agreement.id}/answers"
    apis = day_one.agreement.managers
    eventually(lambda: len(apis[0].get(path).json()["items"]) >= 6, "six answers in feedback")
    first, second = (api.get(path) for api in apis)
    assert first.content == second.content
    assert COMMENT not in first.text
    told = sorted(
        (item["ticket_id"], item["kind"], item["score"], item["scale_max"], item["answered_at"], item["has_comment"])
        for item in first.json()["items"]
    )
    # Each once from the live source and once from the replayed one.
    assert told == sorted(
        [
            ("48120", "csat", 1, 1, "2026-10-07T09:30:00Z", True),
            ("T-9001", "csat", 4, 5, "2026-10-06T09:00:00Z", False),
            ("T-9001", "nps", 9, 10, "2026-10-06T09:01:00Z", False),
        ]
        * 2
    )
    assert all("comment" not in item for item in first.json()["items"])
    only = apis[0].get(path, params={"source": day_one.live["zendesk"].id}).json()["items"]
    assert [item["ticket_id"] for item in only] == ["48120"]


def test_replays_say_that_they_are(day_one: DayOne) -> None:
    """given a replay / then its deliveries keep `received_at` as told, `origin` and our own `recorded_at`."""
    source = day_one.replayed["zendesk"]
    for api in day_one.agreement.managers:
        items = list(pages(api, f"{source.path}/deliveries"))
        assert {item["origin"] for item in items} == {"replay"}
        assert {item["received_at"] for item in items} >= {"2026-10-05T08:12:10Z", "2026-10-07T09:30:02Z"}
        assert all(item["recorded_at"] > day_one.before_deliveries for item in items)
    live = list(pages(api, f"{day_one.live['zendesk'].path}/deliveries"))
    assert {item["origin"] for item in live} == {"live"}


def test_before_anything_was_known_there_is_nothing(day_one: DayOne) -> None:
    """given `known_at` before the first delivery / then no ticket, whatever `as_of`."""
    for as_of in ("2026-10-06T12:00:00Z", instant()):
        assert day_one.agreement.tickets(as_of=as_of, known_at=day_one.before_deliveries) == []


def test_the_past_never_changes(newcomers: Newcomers, http: httpx.Client) -> None:
    """given a past (`as_of`, `known_at`) / when deliveries and an amendment follow / then the same bytes for ever."""
    day_one = first_day(newcomers, http)
    agreement, source = day_one.agreement, day_one.live["zendesk"]
    past = {"as_of": "2026-10-07T10:00:00Z", "known_at": day_one.after_deliveries}
    before = [read(api, agreement, **past) for api in agreement.managers]
    assert before[0] == read(agreement.managers[0], agreement, as_of=past["as_of"])

    # A message that was lost on the way (09:00 in Paris is before the first reply), and a second solve.
    late = zendesk_event("comment_added", "48120", at("2026-10-05T08:30:00Z"), zendesk_comment("880010", staff=True))
    solve = zendesk_event("status_changed", "48120", at("2026-10-06T15:00:00Z"), zendesk_status("SOLVED", "OPEN"))
    for body in (late, solve):
        assert post_zendesk(http, source, body).status_code == 202
    changed = {**PARAMETERS, "sla": {**PARAMETERS["sla"], "first_response_target_seconds": 600}}
    assert agreement.donneur_ordre.manager.put(f"{agreement.path}/parameters", changed).status_code == 202

    def row(ticket_id: str = "48120") -> dict[str, Any]:
        rows = agreement.tickets(as_of=past["as_of"], source=source.id)
        return next(row for row in rows if row["ticket_id"] == ticket_id)

    # 08:30:00 - 08:12:07.482913 = 1072.517087 s.
    assert row()["first_response_s"] == 1072
    # One side's acceptance changes nothing; both bring it into force, for tickets since its `valid_from`.
    assert row()["sla_first_response_breached"] is False
    assert agreement.donneur_ordre.manager.post(f"{agreement.path}/acceptances", {}).status_code == 201
    assert row()["sla_first_response_breached"] is False
    assert agreement.sous_traitant.manager.post(f"{agreement.path}/acceptances", {}).status_code == 201
    eventually(lambda: bool(row()["sla_first_response_breached"]), "the amendment judges tickets")

    assert [read(api, agreement, **past) for api in agreement.managers] == before
    assert read(agreement.managers[0], agreement, as_of=past["as_of"]) != before[0]


def test_after_activation_only_both_change_parameters(newcomers: Newcomers) -> None:
    """given an active contract / then the platform is refused, and one side alone only proposes."""
    agreement = newcomers.agreement()
    path = f"{agreement.path}/parameters"
    shorter = {**PARAMETERS, "reopen_window_hours": 24}
    problem(newcomers.admin.put(path, shorter), 409, "contract_accepted")
    proposed = agreement.sous_traitant.manager.put(path, shorter)
    assert (proposed.status_code, proposed.json()["state"]) == (202, "proposed")
    assert agreement.sous_traitant.manager.post(f"{agreement.path}/acceptances", {}).status_code == 201
    assert agreement.sous_traitant.manager.post(f"{agreement.path}/acceptances", {}).status_code == 200
    for manager in agreement.managers:
        states = [version["state"] for version in manager.get(path).json()["items"]]
        assert states == ["in_force", "proposed"]
    assert agreement.donneur_ordre.manager.post(f"{agreement.path}/acceptances", {}).status_code == 201
    listed = agreement.donneur_ordre.manager.get(path).json()["items"]
    assert [version["state"] for version in listed] == ["in_force", "in_force"]
    assert listed[0]["reopen_window_hours"] == 168
    assert listed[1]["recorded_at"] > listed[0]["recorded_at"]


def test_an_acceptance_is_of_what_was_read(newcomers: Newcomers) -> None:
    """given a draft that one side accepted / when its parameters change / then that acceptance is void."""
    agreement = newcomers.draft()
    assert agreement.managers[0].put(f"{agreement.path}/parameters", PARAMETERS).status_code == 200
    assert agreement.managers[0].post(f"{agreement.path}/acceptances", {}).status_code == 201
    changed = {**PARAMETERS, "reopen_window_hours": 24}
    assert agreement.managers[1].put(f"{agreement.path}/parameters", changed).status_code == 200
    told = agreement.managers[1].post(f"{agreement.path}/acceptances", {}).json()
    assert told["contract_state"] == "draft"
    assert agreement.managers[0].post(f"{agreement.path}/acceptances", {}).json()["contract_state"] == "active"
