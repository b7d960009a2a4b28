"""Parameters that contracts accepts are terms that kpi understands."""

from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from services.contracts.terms.schemas import Parameters
from services.kpi.terms.delays import OWNERS
from services.kpi.terms.rules import Parameters as JudgingParameters
from services.kpi.terms.rules import SessionRules, parse_terms

_TIMES = st.sampled_from(
    ["00:00", "06:00", "09:00", "12:30", "13:30", "18:00", "20:00", "23:59", "24:00", "24:01", "9:00"]
)
_INTERVALS = st.lists(st.lists(_TIMES, min_size=2, max_size=2), max_size=3)
_DATES = st.sampled_from(["2026-07-14", "2026-12-25", "2026-02-29", "2028-02-29", "14/07/2026"])
_HOLIDAYS = st.lists(st.one_of(_DATES, st.fixed_dictionaries({"date": _DATES, "intervals": _INTERVALS})), max_size=3)
_SCHEDULE = st.fixed_dictionaries(
    {
        "tz": st.sampled_from(["Europe/Paris", "UTC", "Asia/Kathmandu", "America/Havana", "Paris"]),
        "days": st.lists(st.integers(-1, 7), max_size=7),
        "intervals": _INTERVALS,
    },
    optional={"holidays": _HOLIDAYS, "note": st.just("unknown")},
)
_DELAYS: dict[str, st.SearchStrategy[Any]] = {
    "schedule": st.sampled_from(["bureau", "nuit", "absent", None]),
    "first_response_target_seconds": st.one_of(st.none(), st.integers(-1, 10**9)),
    "resolution_target_seconds": st.one_of(st.none(), st.integers(-1, 10**9)),
    "resolution_schedule": st.sampled_from(["bureau", "nuit", None]),
}
_NAMES = st.lists(st.sampled_from(["urgent", "Urgent", "P1", "haute", ""]), max_size=2)
_SLA = st.fixed_dictionaries(
    {},
    optional={
        **_DELAYS,
        "priorities": st.lists(st.fixed_dictionaries({"names": _NAMES}, optional=_DELAYS), max_size=2),
    },
)
_OWNER = st.sampled_from([*OWNERS, *OWNERS, "supplier"])
_CLOCKS = st.fixed_dictionaries(
    {},
    optional={
        "pending": _OWNER,
        "hold": _OWNER,
        "hold_reasons": st.dictionaries(st.sampled_from(["Siège", "siège", "pièces"]), _OWNER, max_size=2),
        **{
            name: st.lists(_OWNER, max_size=3)
            for name in ("first_response_stops", "resolution_stops", "time_leaves_out")
        },
    },
)
_SESSIONS = st.fixed_dictionaries(
    {
        "channels": st.lists(st.sampled_from(["email", "chat", ""]), max_size=3),
        "silence_minutes": st.integers(-1, 50_000),
    }
)
_REPEATS = st.fixed_dictionaries(
    {},
    optional={
        "days": st.integers(-1, 400),
        "channels": st.none() | st.lists(st.sampled_from(["email", "chat", ""]), max_size=3),
        "reason": st.sampled_from(["form", "group", "none", "brand"]),
        "across_sources": st.booleans(),
        "sessions": st.none() | _SESSIONS,
    },
)
_DIMENSIONS = st.dictionaries(
    st.sampled_from(["channel", "site", "tag", "ville"]),
    st.fixed_dictionaries(
        {"attribute": st.sampled_from(["channel", "group", "tag", "requester"])},
        optional={
            "values": st.none()
            | st.dictionaries(st.text(max_size=4), st.sampled_from(["Lyon", "*", " ", "é"]), max_size=3)
        },
    ),
    max_size=3,
)
_PARAMETERS = st.fixed_dictionaries(
    {"valid_from": st.sampled_from(["2026-01-01T00:00:00Z", "2026-10-01T00:00:00.123456789+02:00", "2026-01-01"])},
    optional={
        "schedules": st.dictionaries(st.sampled_from(["bureau", "nuit"]), _SCHEDULE, max_size=2),
        "reopen_window_hours": st.one_of(st.integers(-1, 10_000), st.just(0.5)),
        "sla": st.one_of(st.none(), _SLA),
        "late_grace_hours": st.integers(-1, 10_000),
        "minimum_sample_size": st.integers(-1, 2_000_000),
        "minimum_data_completeness": st.sampled_from([None, "0", "0.98", "1", "1.01", "-0.1", 0.98]),
        "minimum_time_heard": st.sampled_from([None, "0", "0.95", "1", "1.01", "-0.1", 0.95]),
        "repeat_contacts": st.none() | _REPEATS,
        "clocks": st.none() | _CLOCKS,
        "dimensions": st.none() | _DIMENSIONS,
    },
)


@given(_PARAMETERS)
def test_what_contracts_accepts_kpi_understands(document: dict[str, Any]) -> None:
    """given any parameters / when contracts accepts them / then kpi reads the body that it is told."""
    try:
        accepted = Parameters.model_validate(document)
    except ValidationError:
        return
    if accepted.unknown_schedules():
        return  # refused by the terms service, which names the field
    told = {**accepted.body(), "valid_from": "2026-01-01T00:00:00Z"}
    version = parse_terms(told, "v", 0)
    repeats = accepted.repeat_contacts
    assert version.contacts.window_us == (7 if repeats is None else repeats.days) * 86_400_000_000
    assert version.contacts.channels == (None if repeats is None or repeats.channels is None else {*repeats.channels})
    sessions = None if repeats is None else repeats.sessions
    assert version.contacts.sessions == (
        None if sessions is None else SessionRules(frozenset(sessions.channels), sessions.silence_minutes * 60_000_000)
    )
    assert version.parameters.minimum_time_heard == accepted.minimum_time_heard
    clocks = accepted.clocks
    assert sorted(version.clocks.resolution_stops) == (
        ["customer"] if clocks is None else sorted({*clocks.resolution_stops})
    )
    named = 0 if accepted.sla is None else sum(len({*map(str.casefold, one.names)}) for one in accepted.sla.priorities)
    assert (0 if version.sla is None else len(version.sla.priorities)) == named
    assert {dimension.name for dimension in version.dimensions} == {*(accepted.dimensions or ())}
    assert set(version.schedules) == set(document.get("schedules", {}))


def test_a_full_document_is_accepted_by_both() -> None:
    """The property above would hold emptily if contracts refused everything."""
    document = {
        "valid_from": "2026-01-01T00:00:00+01:00",
        "schedules": {
            "bureau": {"tz": "Europe/Paris", "days": [0, 1, 2, 3, 4], "intervals": [["09:00", "18:00"]],
                       "holidays": ["2026-07-14", {"date": "2026-12-24", "intervals": [["09:00", "13:00"]]}]},
            "nuit": {"tz": "Europe/Paris", "days": [0, 1, 2, 3, 4, 5, 6], "intervals": [["20:00", "06:00"]]},
        },
        "reopen_window_hours": 72,
        "sla": {"schedule": "bureau", "first_response_target_seconds": 3600, "resolution_target_seconds": 28800,
                "priorities": [{"names": ["Urgent", "P1"], "schedule": "nuit", "resolution_target_seconds": 7200}]},
        "clocks": {"hold_reasons": {"Siège": "donneur_ordre"}, "resolution_stops": ["customer", "donneur_ordre"]},
        "late_grace_hours": 48,
        "minimum_sample_size": 30,
        "minimum_data_completeness": "0.98",
        "dimensions": {"channel": {"attribute": "channel"}, "site": {"attribute": "group", "values": {"N1": "Lyon"}}},
        "repeat_contacts": {"sessions": {"channels": ["chat"], "silence_minutes": 90}},
    }  # fmt: skip
    accepted = Parameters.model_validate(document)
    version = parse_terms({**accepted.body(), "valid_from": "2026-01-01T00:00:00Z"}, "v", 0)
    assert version.sla is not None
    assert version.sla.resolution_target_s == 28_800
    urgent = version.sla.of("urgent")
    assert (urgent.schedule, urgent.first_response_target_s, urgent.resolution_target_s) == ("nuit", None, 7_200)
    assert version.sla.of("p1") == urgent
    assert version.sla.of("other") is version.sla
    assert version.clocks.owner("hold", "SIÈGE") == "donneur_ordre"
    assert version.contacts.sessions == SessionRules(frozenset({"chat"}), 90 * 60_000_000)
    assert version.reopen_window_us == 72 * 3_600_000_000
    assert version.parameters == JudgingParameters(48 * 3_600_000_000, 30, Decimal("0.98"))
