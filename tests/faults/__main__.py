"""The long form of the crash stage: `python -m tests.faults --minutes M --seed S`."""

import argparse
import sys
import time
from random import SystemRandom

from tests.faults.crashes import kill_in_mid_load
from tests.faults.disorder import compare
from tests.faults.installation import ground
from tests.support.postgres import temporary_folder

KILLS_IN_DISORDER = 21


def main() -> int:
    """Run, print n, seed, losses and the 95 % bound; 1 when a promise did not hold."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--minutes", type=float, default=20.0, help="for how long (20)")
    parser.add_argument("--kills", type=int, default=100_000, help="at most so many SIGKILLs, over all parts")
    parser.add_argument("--seed", type=int, default=None, help="of the load and of the plan (drawn)")
    parser.add_argument("--deliveries", type=int, default=50_000, help="sent in order and in disorder (50,000)")
    options = parser.parse_args()
    seed = SystemRandom().randrange(2**32) if options.seed is None else options.seed
    print(f"seed {seed}, {options.minutes:g} minutes, at most {options.kills} kills", flush=True)
    began = time.monotonic()
    with temporary_folder() as folder, ground(folder / "data") as running:
        outcome = kill_in_mid_load(
            running, seed, options.kills, lambda line: print(line, flush=True), seconds=options.minutes * 60
        )
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
    clean = outcome.clean
    if options.deliveries:
        clean = _disorder(seed, options.deliveries) and clean
    print(f"took             {time.monotonic() - began:.0f} s")
    return 0 if clean else 1


def _disorder(seed: int, deliveries: int) -> bool:
    """The same deliveries in order and in disorder; whether both told the same."""
    with temporary_folder() as folder, ground(folder / "data") as running:
        told = compare(running, seed, deliveries, KILLS_IN_DISORDER, lambda line: print(line, flush=True))
    for line in told.differing[:20]:
        print(f"differs: {line}")
    print(
        f"in disorder      {told.deliveries} deliveries, {told.doubled} doubled, {told.moved} out of order,"
        f" {told.killed.total()} kills, {told.unknown} tries unanswered: {told.tickets} tickets,"
        f" {len(told.differing)} tickets and figures differ from the run in order"
    )
    return not told.differing


if __name__ == "__main__":
    sys.exit(main())
