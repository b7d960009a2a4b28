"""Which values a ticket has in the dimensions of its contract."""

from typing import Any

import pytest

from services.kpi.dimensions.rules import LONGEST_VALUE, NOT_TOLD, OTHER, Dimension, cuts_of, parse_dimensions
from services.kpi.scopes.rules import Description
from services.kpi.terms.rules import InvalidTerms, Terms, parse_terms
from services.kpi.tickets.rules.events import Created, CreationKnown
from services.kpi.tickets.rules.facts import ticket_facts
from tests.factories.tickets import HOUR, MONDAY, story

SITE = Dimension("site", "group", {"Lyon N1": "Lyon", "Lyon N2": "Lyon", "Tunis N1": "Tunis"})
CHANNEL = Dimension("channel", "channel")
TAG = Dimension("tag", "tag", {"vip": "VIP", "gold": "VIP", "retour": "Retours"})


@pytest.mark.parametrize(
    ("group", "value"),
    [("Lyon N1", "Lyon"), ("Lyon N2", "Lyon"), ("Tunis N1", "Tunis"), (" Tunis N1 ", "Tunis"), ("Sousse", OTHER),
     ("lyon n1", OTHER), ("", NOT_TOLD), ("  ", NOT_TOLD), (None, NOT_TOLD)],
)  # fmt: skip
def test_declared_values(group: str | None, value: str) -> None:
    assert SITE.values_of(Description(group=group)) == {value}


@pytest.mark.parametrize(
    ("channel", "value"), [("chat", "chat"), ("a" * 200, "a" * LONGEST_VALUE), ("é.😀", "é.😀"), (None, NOT_TOLD)]
)
def test_told_values(channel: str | None, value: str) -> None:
    assert CHANNEL.values_of(Description(channel=channel)) == {value}


@pytest.mark.parametrize(
    ("tags", "values"),
    [((), {NOT_TOLD}), (("autre",), {OTHER}), (("vip", "gold"), {"VIP"}), (("vip", "retour", "x"), {"VIP", "Retours"})],
)
def test_a_ticket_may_have_several_tags(tags: tuple[str, ...], values: set[str]) -> None:
    assert TAG.values_of(Description(tags=tags)) == values


def test_every_ticket_has_a_value_in_every_dimension_of_its_contract() -> None:
    description = Description(channel="chat", group="Lyon N1")
    assert cuts_of(("channel", "site"), (SITE,), description) == (("channel", NOT_TOLD), ("site", "Lyon"))
    assert cuts_of(("channel", "site"), (SITE, CHANNEL), None) == (("channel", NOT_TOLD), ("site", NOT_TOLD))
    assert cuts_of((), (), description) == ()


def _terms(dimensions: object, valid_from: str = "2026-01-01T00:00:00Z", version_id: str = "v1") -> Terms:
    document: dict[str, Any] = {"valid_from": valid_from, "dimensions": dimensions}
    return Terms([parse_terms(document, version_id, 0)])


def test_the_creation_decides_not_what_the_ticket_became() -> None:
    terms = _terms({"priority": {"attribute": "priority"}})
    events = story((0, Created(priority="low")), (3, CreationKnown(MONDAY + 3 * HOUR, priority="high")))
    facts = ticket_facts(events, terms, MONDAY + 5 * HOUR)
    assert facts is not None
    assert facts.cuts == (("priority", "low"),)


def test_the_terms_in_force_at_the_creation_decide() -> None:
    told = [
        parse_terms({"valid_from": since, "dimensions": declared}, since, 0)
        for since, declared in (
            ("2026-01-01T00:00:00Z", None),
            ("2026-10-05T10:00:00+02:00", {"queue": {"attribute": "group"}}),
            ("2026-10-05T12:00:00+02:00", {"queue": {"attribute": "group", "values": {"N1": "Niveau 1"}}}),
        )
    ]
    found = []
    for hours in (-1, 1, 3):
        facts = ticket_facts(story((hours, Created(group="N1"))), Terms(told), MONDAY + 30 * HOUR)
        assert facts is not None
        found.append(facts.cuts)
    assert found == [(("queue", ""),), (("queue", "N1"),), (("queue", "Niveau 1"),)]


@pytest.mark.parametrize(
    ("declared", "field"),
    [
        ([], "dimensions"), ({"ville": {"attribute": "group"}}, "dimensions.ville"),
        ({"site": {"attribute": "requester"}}, "dimensions.site.attribute"),
        ({"site": None}, "dimensions.site.attribute"),
        ({"tag": {"attribute": "tag"}}, "dimensions.tag.values"),
        ({"site": {"attribute": "group", "values": {}}}, "dimensions.site.values"),
        ({"site": {"attribute": "group", "values": {"a": ""}}}, "dimensions.site.values"),
        ({"site": {"attribute": "group", "values": {"a": "*"}}}, "dimensions.site.values"),
        ({"site": {"attribute": "group", "values": ["a"]}}, "dimensions.site.values"),
        ({"site": {"attribute": "group", "values": {"a": "b" * 121}}}, "dimensions.site.values"),
    ],
)  # fmt: skip
def test_what_is_no_declaration(declared: object, field: str) -> None:
    with pytest.raises(InvalidTerms) as error:
        _terms(declared)
    assert [path for path, _ in error.value.problems] == [field]


def test_no_declaration_is_none() -> None:
    problems: list[tuple[str, str]] = []
    assert parse_dimensions(None, problems) == parse_dimensions({}, problems) == ()
    assert problems == []
