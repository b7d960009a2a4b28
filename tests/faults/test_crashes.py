"""The smoke of the crash stage: every part killed twice in mid-load."""

from tests.faults.crashes import kill_in_mid_load, plan
from tests.faults.installation import PARTS, Ground

SEED = 20_261_122
KILLS = 2 * len(PARTS)


def test_the_plan_is_a_function_of_its_seed() -> None:
    assert plan(SEED, KILLS) == plan(SEED, KILLS)
    assert plan(SEED, KILLS) != plan(SEED + 1, KILLS)
    assert sorted(plan(SEED, KILLS)) == sorted(PARTS * 2)


def test_whatever_is_killed_nothing_acknowledged_is_lost_or_counted_twice(running: Ground) -> None:
    """given senders that never pause / when every part is killed twice / then all acknowledged is there, once."""
    outcome = kill_in_mid_load(running, SEED, KILLS)
    assert outcome.killed == dict.fromkeys(PARTS, 2)
    assert outcome.acknowledged > 200
    assert outcome.sent_twice > 10
    assert outcome.unknown > 0, "no kill hit a request: the load proves nothing"
    assert outcome.lost == []
    assert outcome.wrong_facts == []
    assert outcome.wrong_answers == []
    assert outcome.rebuilt == (0, 0), "(changed tickets, differing days)"
    # Promise 13: killing any one part costs at most 15 s.
    assert max(outcome.slowest_recovery.values()) < 15, outcome.slowest_recovery
