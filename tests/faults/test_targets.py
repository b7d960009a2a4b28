"""The load targets at a pace that any machine keeps up, without limits of time (`make faults` has the whole ones)."""

from tests.faults.installation import Ground
from tests.faults.targets import sustained


def test_deliveries_at_their_own_pace_are_all_there(running: Ground) -> None:
    """given seven tools that do not wait for answers / then each is acknowledged, none is lost and all are folded."""
    outcome = sustained(running, 40, 5)
    assert outcome.broken == []
    assert any(line.startswith("figures follow") for line in outcome.told)
