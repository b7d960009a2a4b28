"""Writing and reading parameters over HTTP."""

from typing import Any

import pytest

from services.common.auth.access import Function
from services.contracts.terms.rules import digest_of
from tests.factories.contracts import office_hours, parameters_body
from tests.support.callers import faults
from tests.support.contracts import ContractsHouse, Pair


def _versions(pair: Pair) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = pair.sous_traitant.get(f"{pair.path}/parameters").json()["items"]
    return items


def test_a_draft_takes_parameters_at_once(house: ContractsHouse, pair: Pair) -> None:
    answer = pair.donneur_ordre.put(f"{pair.path}/parameters", parameters_body())
    assert answer.status_code == 200
    version = answer.json()
    assert version["state"] == "in_force"
    assert version["valid_from"] == "2025-12-31T23:00:00Z"
    assert version["recorded_at"].endswith("Z")
    assert len(version["digest"]) == 64
    assert version["schedules"] == {"office": office_hours()}
    assert answer.headers["etag"] == pair.donneur_ordre.get(pair.path).headers["etag"] == '"2"'
    assert _versions(pair) == [version]
    assert house.platform.get(f"{pair.path}/parameters").json()["items"] == [version]


def test_when_a_contact_repeats_another(pair: Pair) -> None:
    """given parameters that say it or do not / then it is told back whole, or as not said, in different texts."""
    plain = pair.donneur_ordre.put(f"{pair.path}/parameters", parameters_body()).json()
    assert plain["repeat_contacts"] is None
    body = parameters_body(repeat_contacts={"days": 14, "channels": ["email", "phone"]})
    said = pair.donneur_ordre.put(f"{pair.path}/parameters", body).json()
    assert said["repeat_contacts"] == {
        "days": 14, "channels": ["email", "phone"], "reason": "form", "across_sources": False, "sessions": None,
    }  # fmt: skip
    assert said["digest"] != plain["digest"]


def test_sessions_are_written_only_where_they_are_agreed(pair: Pair) -> None:
    """given parameters that say them, say none or do not say / then no sessions are the text of before they existed."""
    block = {"days": 14, "channels": ["chat", "email"], "reason": "form", "across_sources": False}
    body = parameters_body(repeat_contacts=block)
    plain = pair.donneur_ordre.put(f"{pair.path}/parameters", body).json()
    kept = {name: plain[name] for name in ("schedules", "reopen_window_hours", "sla", "late_grace_hours",
                                           "minimum_sample_size", "minimum_data_completeness")}  # fmt: skip
    sla = {name: value for name, value in kept["sla"].items() if name not in ("resolution_schedule", "priorities")}
    text = {
        "contract_id": pair.contract_id,
        "valid_from": plain["valid_from"],
        **kept,
        "sla": sla,
        "repeat_contacts": block,
    }
    assert plain["digest"] == digest_of(text)
    none = parameters_body(repeat_contacts={**block, "sessions": None})
    assert pair.donneur_ordre.put(f"{pair.path}/parameters", none).json()["digest"] == plain["digest"]
    sessions = {"channels": ["chat"], "silence_minutes": 1440}
    said = pair.donneur_ordre.put(
        f"{pair.path}/parameters", parameters_body(repeat_contacts={**block, "sessions": sessions})
    )
    assert said.json()["repeat_contacts"] == {**block, "sessions": sessions}
    assert said.json()["digest"] == digest_of({**text, "repeat_contacts": {**block, "sessions": sessions}})


def test_dimensions(pair: Pair) -> None:
    """given parameters that declare some, none or do not say / then it is told back, and none is as not said."""
    plain = pair.donneur_ordre.put(f"{pair.path}/parameters", parameters_body()).json()
    assert plain["dimensions"] is None
    none = pair.donneur_ordre.put(f"{pair.path}/parameters", parameters_body(dimensions={})).json()
    assert none["digest"] == plain["digest"]
    declared = {
        "channel": {"attribute": "channel", "values": None},
        "site": {"attribute": "group", "values": {"Lyon N1": "Lyon", "Lyon N2": "Lyon"}},
    }
    said = pair.donneur_ordre.put(f"{pair.path}/parameters", parameters_body(dimensions=declared)).json()
    assert said["dimensions"] == declared
    assert said["digest"] != plain["digest"]


def test_defaults_are_written_out(pair: Pair) -> None:
    schedule = {"tz": "UTC", "days": [6], "intervals": [["20:00", "06:00"]]}
    body = {"valid_from": "2026-01-01T00:00:00.123456789Z", "schedules": {"nuit": schedule}}
    version = pair.sous_traitant.put(f"{pair.path}/parameters", body).json()
    assert version["valid_from"] == "2026-01-01T00:00:00.123456Z"
    assert (version["reopen_window_hours"], version["sla"]) == (168, None)
    assert version["schedules"]["nuit"] == schedule | {"holidays": []}


def test_the_newer_of_two_with_the_same_instant_comes_after_and_both_stay(pair: Pair) -> None:
    for hours in (168, 72):
        body = parameters_body(reopen_window_hours=hours)
        assert pair.donneur_ordre.put(f"{pair.path}/parameters", body).status_code == 200
    first, second = _versions(pair)
    assert (first["reopen_window_hours"], second["reopen_window_hours"]) == (168, 72)
    assert first["valid_from"] == second["valid_from"]
    assert first["recorded_at"] < second["recorded_at"]


def test_the_same_text_again_changes_nothing(pair: Pair) -> None:
    first = pair.donneur_ordre.put(f"{pair.path}/parameters", parameters_body())
    # The same instant in another offset is the same text.
    again = pair.sous_traitant.put(f"{pair.path}/parameters", parameters_body(valid_from="2025-12-31T23:00:00Z"))
    assert again.json() == first.json()
    assert again.headers["etag"] == first.headers["etag"]
    assert len(_versions(pair)) == 1


def test_what_is_not_said_of_clocks_and_priorities_is_not_written(pair: Pair) -> None:
    """Texts of before these could be said keep their digest."""
    path = f"{pair.path}/parameters"
    plain = pair.donneur_ordre.put(path, parameters_body()).json()
    said = {**parameters_body()["sla"], "resolution_schedule": None, "priorities": []}
    assert pair.donneur_ordre.put(path, parameters_body(sla=said, clocks=None)).json()["digest"] == plain["digest"]
    own = {
        "names": ["urgent"],
        "schedule": None,
        "first_response_target_seconds": 900,
        "resolution_target_seconds": None,
    }
    clocks = {"hold_reasons": {"attente siège": "donneur_ordre"}}
    told = pair.donneur_ordre.put(path, parameters_body(sla={**said, "priorities": [own]}, clocks=clocks)).json()
    assert told["digest"] != plain["digest"]
    assert told["sla"]["priorities"] == [{**own, "resolution_schedule": None}]
    assert told["clocks"]["hold_reasons"] == {"attente siège": "donneur_ordre"}
    assert told["clocks"]["resolution_stops"] == ["customer"]


def test_an_older_text_again_is_a_new_version(pair: Pair) -> None:
    for hours in (168, 72, 168):
        pair.donneur_ordre.put(f"{pair.path}/parameters", parameters_body(reopen_window_hours=hours))
    assert [version["reopen_window_hours"] for version in _versions(pair)] == [168, 72, 168]


def test_after_acceptance_it_is_a_proposal(house: ContractsHouse, active: Pair) -> None:
    body = parameters_body(valid_from="2025-06-01T00:00:00Z", sla=None)
    answer = active.sous_traitant.put(f"{active.path}/parameters", body)
    assert answer.status_code == 202
    assert (answer.json()["state"], answer.json()["recorded_at"]) == ("proposed", None)
    assert active.sous_traitant.put(f"{active.path}/parameters", body).json() == answer.json()
    assert [version["state"] for version in _versions(active)] == ["in_force", "proposed"]
    assert len(house.peers.told[active.contract_id][-1]["terms"]) == 1
    assert active.donneur_ordre.put(f"{active.path}/parameters", parameters_body()).status_code == 200


def test_the_platform_writes_drafts_only(house: ContractsHouse, pair: Pair) -> None:
    assert house.platform.put(f"{pair.path}/parameters", parameters_body()).status_code == 200
    pair.accept()
    answer = house.platform.put(f"{pair.path}/parameters", parameters_body(sla=None))
    assert (answer.status_code, answer.json()["code"]) == (409, "contract_accepted")


def test_if_match_guards_against_a_change_in_between(pair: Pair) -> None:
    path = f"{pair.path}/parameters"
    seen = pair.donneur_ordre.get(pair.path).headers["etag"]
    assert pair.sous_traitant.put(path, parameters_body()).status_code == 200
    late = pair.donneur_ordre.put(path, parameters_body(sla=None), headers={"if-match": seen})
    assert (late.status_code, late.json()["code"]) == (412, "precondition_failed")
    seen = pair.donneur_ordre.get(pair.path).headers["etag"]
    assert pair.donneur_ordre.put(path, parameters_body(sla=None), headers={"if-match": seen}).status_code == 200


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"reopen_window": 1}, {"reopen_window"}),
        ({"recorded_at": "2020-01-01T00:00:00Z"}, {"recorded_at"}),
        ({"valid_from": "2026-01-01T00:00:00"}, {"valid_from"}),
        ({"valid_from": "2026-01-01"}, {"valid_from"}),
        ({"valid_from": 1767225600}, {"valid_from"}),
        ({"valid_from": "1767225600"}, {"valid_from"}),
        ({"valid_from": "0001-01-01T00:00:00+14:00"}, {"valid_from"}),
        ({"valid_from": "2026-02-30T00:00:00Z"}, {"valid_from"}),
        ({"reopen_window_hours": 0}, {"reopen_window_hours"}),
        ({"reopen_window_hours": "168"}, {"reopen_window_hours"}),
        ({"reopen_window_hours": True}, {"reopen_window_hours"}),
        ({"reopen_window_hours": 10**12}, {"reopen_window_hours"}),
        ({"repeat_contacts": {"days": 0, "reason": "brand"}}, {"repeat_contacts.days", "repeat_contacts.reason"}),
        (
            {"repeat_contacts": {"channels": [""], "across_sources": 1}},
            {"repeat_contacts.channels.0", "repeat_contacts.across_sources"},
        ),
        (
            {"repeat_contacts": {"sessions": {"channels": [], "silence_minutes": 0}}},
            {"repeat_contacts.sessions.channels", "repeat_contacts.sessions.silence_minutes"},
        ),
        (
            {"repeat_contacts": {"sessions": {"channels": ["a", "a"], "silence_minutes": 43_201, "hours": 1}}},
            {
                "repeat_contacts.sessions.channels",
                "repeat_contacts.sessions.silence_minutes",
                "repeat_contacts.sessions.hours",
            },
        ),
        (
            {"repeat_contacts": {"sessions": {"channels": ["chat"], "silence_minutes": "60"}}},
            {"repeat_contacts.sessions.silence_minutes"},
        ),
        ({"repeat_contacts": {"sessions": {"channels": ["chat"]}}}, {"repeat_contacts.sessions.silence_minutes"}),
        (
            {"repeat_contacts": {"channels": ["email"], "sessions": {"channels": ["chat"], "silence_minutes": 60}}},
            {"repeat_contacts"},
        ),
        ({"dimensions": {"site": {"attribute": "requester"}}}, {"dimensions.site.attribute"}),
        ({"dimensions": {"ville": {"attribute": "group"}}}, {"dimensions.ville.[key]"}),
        ({"dimensions": {"tag": {"attribute": "tag"}}}, {"dimensions.tag"}),
        ({"dimensions": {"site": {"attribute": "group", "values": {}}}}, {"dimensions.site.values"}),
        ({"dimensions": {"site": {"attribute": "group", "values": {"a": "*"}}}}, {"dimensions.site.values.a"}),
        ({"dimensions": {"site": {"attribute": "group", "values": {"a": "b" * 121}}}}, {"dimensions.site.values.a"}),
        ({"sla": {"schedule": "nights"}}, {"sla.schedule"}),
        ({"sla": {"first_response_target_seconds": 0}}, {"sla.first_response_target_seconds"}),
        ({"sla": {"resolution_target_seconds": 1.5, "target": 3}}, {"sla.resolution_target_seconds", "sla.target"}),
        (
            {"sla": {"priorities": [{"names": ["a"], "schedule": "nights"}], "resolution_schedule": "days"}},
            {"sla.priorities.0.schedule", "sla.resolution_schedule"},
        ),
        ({"sla": {"priorities": [{"names": ["a"]}, {"names": ["A"]}]}}, {"sla.priorities"}),
        ({"sla": {"priorities": [{"names": []}]}}, {"sla.priorities.0.names"}),
        ({"clocks": {"hold": "supplier", "stops": []}}, {"clocks.hold", "clocks.stops"}),
        ({"clocks": {"hold_reasons": {"x": "customer", "X": "customer"}}}, {"clocks.hold_reasons"}),
        ({"schedules": {"": office_hours()}, "sla": None}, {"schedules..[key]"}),
        ({"schedules": {"a\0": office_hours()}, "sla": None}, {"schedules.a\0.[key]"}),
    ],
)
def test_wrong_fields_are_named(pair: Pair, changes: dict[str, Any], fields: set[str]) -> None:
    assert faults(pair.donneur_ordre.put(f"{pair.path}/parameters", parameters_body(**changes))) == fields
    assert _versions(pair) == []


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"tz": "Paris"}, "tz"),
        ({"days": [0, 7]}, "days.1"),
        ({"days": [True]}, "days.0"),
        ({"days": [1, 1]}, "days"),
        ({"days": None}, "days"),
        ({"intervals": [["9:00", "18:00"]]}, "intervals.0.0"),
        ({"intervals": [["09:00", "24:01"]]}, "intervals.0.1"),
        ({"intervals": [["24:00", "06:00"]]}, "intervals.0"),
        ({"intervals": [["09:00"]]}, "intervals.0.1"),
        ({"intervals": [["20:00", "06:00"], ["05:00", "07:00"]]}, "intervals"),
        ({"holidays": ["2026-02-29"]}, "holidays.0.closed"),
        ({"holidays": ["2026-12-25", "2026-12-25"]}, "holidays"),
        ({"holidays": [{"date": "2026-12-24"}]}, "holidays.0.own_hours.intervals"),
        ({"holidays": [{"date": "x", "intervals": []}]}, "holidays.0.own_hours.date"),
        ({"hours": []}, "hours"),
    ],
)
def test_wrong_schedules_are_named(pair: Pair, changes: dict[str, Any], field: str) -> None:
    body = parameters_body(schedules={"office": office_hours(**changes)})
    assert faults(pair.donneur_ordre.put(f"{pair.path}/parameters", body)) == {f"schedules.office.{field}"}


@pytest.mark.parametrize(
    "changes",
    [
        {"intervals": [["20:00", "06:00"]]},
        {"intervals": [["00:00", "24:00"]], "days": [0, 1, 2, 3, 4, 5, 6]},
        {"intervals": [["08:00", "12:00"], ["14:00", "18:00"]], "tz": "America/Guadeloupe"},
        {"holidays": ["2026-12-25", {"date": "2026-12-24", "intervals": [["09:00", "12:00"]]}]},
    ],
)
def test_schedules_are_kept_as_written(pair: Pair, changes: dict[str, Any]) -> None:
    body = parameters_body(schedules={"office": office_hours(**changes)})
    answer = pair.donneur_ordre.put(f"{pair.path}/parameters", body)
    assert answer.status_code == 200, answer.text
    assert _versions(pair)[0]["schedules"] == body["schedules"]


def test_versions_are_paged(pair: Pair) -> None:
    path = f"{pair.path}/parameters"
    for hours in (1, 2, 3):
        pair.donneur_ordre.put(path, parameters_body(reopen_window_hours=hours))
    first = pair.donneur_ordre.get(path, params={"limit": "2"}).json()
    rest = pair.donneur_ordre.get(path, params={"limit": "2", "cursor": first["next_cursor"]}).json()
    assert [item["reopen_window_hours"] for item in first["items"] + rest["items"]] == [1, 2, 3]
    assert rest["next_cursor"] is None


def test_a_reader_reads(house: ContractsHouse, active: Pair) -> None:
    reader = house.member(active.donneur_ordre_id, Function.READER)
    assert reader.get(f"{active.path}/parameters").json()["items"] == _versions(active)
