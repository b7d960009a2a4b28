"""Which terms were in force, and business time across their versions."""

from typing import Any

import pytest

from services.kpi.terms.rules import InvalidTerms, Terms, parse_terms
from tests.factories.tickets import HOUR, NIGHT, OFFICE, terms_version
from tests.factories.webhooks import at

LONG = {**OFFICE, "intervals": [["08:00", "20:00"]]}


def test_reading_a_parameters_document() -> None:
    version = terms_version("v7", 12, reopen_window_hours=24.5, colour="kept elsewhere")
    assert (version.id, version.recorded_at_us, version.valid_from_us) == ("v7", 12, at("2026-01-01T00:00:00Z"))
    assert version.reopen_window_us == 88_200 * 1_000_000
    assert version.sla is not None
    assert (version.sla.schedule, version.sla.first_response_target_s) == ("office", 3_600)
    bare = parse_terms({"valid_from": "2026-01-01T00:00:00Z"}, "v", 0)
    assert (bare.schedules, bare.sla, bare.reopen_window_us) == ({}, None, 168 * HOUR)


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"valid_from": "2026-01-01T00:00:00"}, "valid_from"),
        ({"valid_from": None}, "valid_from"),
        ({"schedules": []}, "schedules"),
        ({"schedules": {"office": {**OFFICE, "tz": "x"}, "night": NIGHT}}, "schedules.office.tz"),
        ({"reopen_window_hours": -1}, "reopen_window_hours"),
        ({"reopen_window_hours": "168"}, "reopen_window_hours"),
        ({"reopen_window_hours": float("nan")}, "reopen_window_hours"),
        ({"sla": []}, "sla"),
        ({"sla": {"schedule": "absent"}}, "sla.schedule"),
        ({"sla": {"first_response_target_seconds": 1.5}}, "sla.first_response_target_seconds"),
        ({"sla": {"resolution_target_seconds": -1}}, "sla.resolution_target_seconds"),
    ],
)
def test_bad_documents_name_the_field(changes: dict[str, Any], path: str) -> None:
    with pytest.raises(InvalidTerms) as refused:
        terms_version(**changes)
    assert path in [where for where, _ in refused.value.problems]


def test_the_greatest_valid_from_is_in_force_and_the_last_recorded_wins() -> None:
    first = terms_version("first", 1)
    again = terms_version("again", 2)
    later = terms_version("later", 0, valid_from="2026-06-01T00:00:00Z")
    terms = Terms([later, again, first])
    assert terms.in_force(at("2025-12-31T23:59:59Z")) is None
    assert terms.in_force(at("2026-01-01T00:00:00Z")) is again
    assert terms.in_force(at("2026-05-31T23:59:59Z")) is again
    assert terms.in_force(at("2026-06-01T00:00:00Z")) is later
    assert terms.known_at(1).in_force(at("2026-03-01T00:00:00Z")) is first
    assert terms.known_at(2).versions == terms.versions
    assert Terms().in_force(0) is None


def test_nothing_is_in_force_before_the_first_version() -> None:
    terms = Terms([terms_version()])
    early = at("2025-12-29T00:00:00Z")
    assert terms.elapsed("office", early, at("2026-01-01T00:00:00Z")) == 0
    assert terms.elapsed("office", early, at("2026-01-02T12:00:00+01:00")) == 12 * HOUR
    assert terms.schedule_names(early) == ()
    assert terms.reopen_window_us(early) == 168 * HOUR
    assert Terms().elapsed("office", early, early + HOUR) == 0


def test_business_time_is_summed_over_the_versions_in_force() -> None:
    change = at("2026-10-07T00:00:00+02:00")
    terms = Terms(
        [terms_version(), terms_version("v2", valid_from="2026-10-07T00:00:00+02:00", schedules={"office": LONG})]
    )
    tuesday, thursday = at("2026-10-06T00:00:00+02:00"), at("2026-10-08T00:00:00+02:00")
    assert terms.elapsed("office", tuesday, thursday) == (9 + 12) * HOUR
    assert terms.elapsed("night", tuesday, thursday) == 10 * HOUR  # the second version has no nights
    assert terms.advance("office", tuesday, 10 * HOUR) == change + 9 * HOUR
    assert terms.advance("night", tuesday, 11 * HOUR) is None
    assert terms.elapsed(None, tuesday, thursday) == 48 * HOUR
    assert terms.advance(None, tuesday, HOUR) == tuesday + HOUR


def test_schedule_names_come_with_their_version() -> None:
    terms = Terms(
        [terms_version(), terms_version("v2", valid_from="2026-10-07T00:00:00Z", schedules={"soir": LONG}, sla=None)]
    )
    assert terms.schedule_names(at("2026-10-06T00:00:00Z")) == ("night", "office")
    assert terms.schedule_names(at("2026-10-07T00:00:00Z")) == ("night", "office", "soir")
