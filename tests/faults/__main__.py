"""The long form of the faults: `python -m tests.faults [kills] [disorder] [load] --minutes M --seed S --scale X`."""

import argparse
import sys
import time
from contextlib import AbstractContextManager
from random import SystemRandom

from tests.faults.arrivals import Stream, arriving
from tests.faults.crashes import kill_in_mid_load
from tests.faults.disorder import compare
from tests.faults.installation import Ground, ground
from tests.faults.mix import Mix
from tests.faults.targets import SUSTAINED, keep_up
from tests.support.postgres import temporary_folder

KILLS_IN_DISORDER = 21
STAGES = ("kills", "disorder", "load")


def main() -> int:
    """Run, print n, seed, losses and the 95 % bound; 1 when a promise did not hold. A missed limit is a figure."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("stages", nargs="*", metavar="STAGE", help=f"any of {', '.join(STAGES)} (all)")
    parser.add_argument("--minutes", type=float, default=20.0, help="how long parts are killed (20)")
    parser.add_argument("--kills", type=int, default=100_000, help="at most so many SIGKILLs, over all parts")
    parser.add_argument("--seed", type=int, default=None, help="of the load and of the plan (drawn)")
    parser.add_argument("--deliveries", type=int, default=50_000, help="sent in order and in disorder (50,000)")
    parser.add_argument(
        "--scale", type=float, default=1.0, help="of the length of load targets (1: 30 minutes and more)"
    )
    options = parser.parse_args()
    if unknown := set(options.stages) - set(STAGES):
        parser.error(f"no such stage: {', '.join(sorted(unknown))}")
    wanted = set(options.stages) or set(STAGES)
    seed = SystemRandom().randrange(2**32) if options.seed is None else options.seed
    began = time.monotonic()
    clean = True
    if "kills" in wanted:
        clean = _kills(seed, options.kills, options.minutes) and clean
    if "disorder" in wanted:
        clean = _disorder(seed, options.deliveries) and clean
    if "load" in wanted:
        clean = _load(options.scale) and clean
    print(f"took             {time.monotonic() - began:.0f} s")
    return 0 if clean else 1


def _say(line: str) -> None:
    print(line, flush=True)


def _kills(seed: int, kills: int, minutes: float) -> bool:
    """Parts killed in mid-load; whether nothing was lost."""
    _say(f"seed {seed}, {minutes:g} minutes, at most {kills} kills")
    with temporary_folder() as folder, ground(folder / "data") as running:
        outcome = kill_in_mid_load(running, seed, kills, _say, seconds=minutes * 60)
    for name in ("lost", "wrong_facts", "wrong_answers"):
        for line in getattr(outcome, name)[:20]:
            print(f"{name}: {line}")
    recoveries = ", ".join(f"{part} {seconds:.1f} s" for part, seconds in sorted(outcome.slowest_recovery.items()))
    n = outcome.killed.total()
    print(f"kills            {n} ({', '.join(f'{part} {count}' for part, count in sorted(outcome.killed.items()))})")
    print(f"seed             {seed}")
    print(
        f"acknowledged     {outcome.acknowledged}, of them sent twice {outcome.sent_twice}; unknown {outcome.unknown}"
    )
    print(f"slowest recovery {recoveries}")
    print(f"losses           {len(outcome.lost)}")
    print(f"wrong tickets    {len(outcome.wrong_facts)}, wrong answers {len(outcome.wrong_answers)}")
    print(f"rebuilt          {outcome.rebuilt[0]} tickets and {outcome.rebuilt[1]} days differ")
    if outcome.clean and n:
        print(f"95 % bound       at most {3 / n:.2%} of kills lose anything (3/n, n = {n})")
    return outcome.clean


def _disorder(seed: int, deliveries: int) -> bool:
    """T3: the same deliveries in order and in disorder, beside the sustained load; whether both told the same."""
    with temporary_folder() as folder, ground(folder / "data") as running:
        told = compare(running, seed, deliveries, KILLS_IN_DISORDER, _say, beside=_sustained(running))
    for line in told.differing[:20]:
        print(f"differs: {line}")
    print(
        f"in disorder      {told.deliveries} deliveries beside {SUSTAINED:g}/s, {told.doubled} doubled,"
        f" {told.moved} out of order, {told.killed.total()} kills, {told.unknown} tries unanswered:"
        f" {told.tickets} tickets, {len(told.differing)} tickets and figures differ from the run in order"
    )
    return not told.differing


def _sustained(running: Ground) -> AbstractContextManager[None]:
    return arriving([Stream(Mix.of(running.newcomers.agreement(), "beside"), SUSTAINED)])


def _load(scale: float) -> bool:
    """T1, T2, T4 and T5; whether nothing was lost or refused."""
    clean = True
    if scale != 1:
        _say(f"load targets, scaled: {scale:g} of their length")
    with temporary_folder() as folder, ground(folder / "data") as running:
        for outcome in keep_up(running, scale):
            _say(f"{outcome.target}: {'; '.join(outcome.told)}")
            for line in outcome.missed:
                _say(f"  MISSED: {line}")
            for line in outcome.broken:
                _say(f"  BROKEN: {line}")
            clean = clean and not outcome.broken
    return clean


if __name__ == "__main__":
    sys.exit(main())
