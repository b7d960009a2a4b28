"""The load targets at a pace that any machine keeps up, without limits of time (`make faults` has the whole ones)."""

from tests.faults.installation import ground
from tests.faults.targets import sustained
from tests.support.postgres import temporary_folder


def test_deliveries_at_their_own_pace_are_all_there() -> None:
    """given seven tools that do not wait for answers / then each is acknowledged, none is lost and all are folded."""
    with temporary_folder() as folder, ground(folder / "data") as running:
        outcome = sustained(running, 40, 5)
    assert outcome.broken == []
    assert any(line.startswith("figures follow") for line in outcome.told)
