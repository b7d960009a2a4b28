"""Neutral events: their stored form, their order, and clocks that are ahead."""

from hypothesis import given

from services.kpi.tickets.rules.events import (
    Created,
    NeutralEvent,
    Restored,
    TimedEvent,
    decode_event,
    effective_instant,
    encode_event,
    in_order,
    next_event_us,
)
from tests.factories.tickets import MONDAY, SECOND, neutral_events, story


@given(neutral_events)
def test_the_stored_form_comes_back(event: NeutralEvent) -> None:
    assert decode_event(encode_event(event)) == event


def test_stored_form_is_tagged() -> None:
    assert encode_event(Restored()) == b'{"kind":"restored"}'
    assert decode_event(b'{"kind":"created","a_field_of_tomorrow":1}') == Created()


def test_skew_is_tolerated_up_to_120_seconds() -> None:
    received = MONDAY
    assert effective_instant(received + 120 * SECOND, received) == (received + 120 * SECOND, False)
    assert effective_instant(received + 120 * SECOND + 1, received) == (received, True)
    assert effective_instant(received - 10**12, received) == (received - 10**12, False)


def test_order_is_effective_then_position_then_arrival() -> None:
    places = [(1, 9, 9, 9, "z", 9), (2, 0, 9, 9, "z", 9), (2, 1, 3, 9, "z", 9), (2, 1, 4, 1, "z", 9)]
    places += [(2, 1, 4, 2, "a", 9), (2, 1, 4, 2, "b", 0), (2, 1, 4, 2, "b", 1)]
    events = [TimedEvent(*place, Restored()) for place in places]
    assert in_order(events[::-1]) == events


def test_next_event() -> None:
    events = story((0, Created()), (2, Restored()), (1, Restored()))
    assert next_event_us(events, MONDAY - 1) == MONDAY
    assert next_event_us(events, MONDAY) == events[2].effective_us
    assert next_event_us(events, events[1].effective_us) is None
