"""The scaled run of 50,000 deliveries in disorder (`make faults` has the whole one)."""

from tests.faults.disorder import compare
from tests.faults.installation import Ground

SEED = 20_261_130
DELIVERIES = 1_500
KILLS = 4


def test_disorder_repetition_and_kills_change_nothing(running: Ground) -> None:
    """given the same deliveries in order, and doubled, out of order, with kills / then the same tickets and figures."""
    told = compare(running, SEED, DELIVERIES, KILLS)
    assert (told.killed.total(), told.tickets) == (KILLS, 40)
    assert told.doubled > DELIVERIES * 0.01
    assert told.moved > DELIVERIES * 0.03
    assert told.differing == []
