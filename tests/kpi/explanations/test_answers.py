"""What an explanation shows of a ticket's events."""

from types import SimpleNamespace
from typing import Any

import pytest

from services.kpi.explanations.answers import _news


@pytest.mark.parametrize(
    ("kinds", "shown"),
    [
        (["created", "restored", "status_changed"], ["created", "status_changed"]),
        (["created", "excluded", "restored", "restored"], ["created", "excluded", "restored"]),
        (["excluded", "message_added", "restored"], ["excluded", "message_added", "restored"]),
        (["restored", "excluded", "restored", "excluded"], ["excluded", "restored", "excluded"]),
    ],
)
def test_returns_of_what_had_not_left_are_no_news(kinds: list[str], shown: list[str]) -> None:
    events: list[Any] = [SimpleNamespace(kind=kind) for kind in kinds]
    assert [event.kind for event in _news(events)] == shown
