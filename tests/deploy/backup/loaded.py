"""An installation that is backed up while senders never pause, and what must be in the backup."""

import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.faults.installation import Ground
from tests.faults.sender import Sender, Sent
from tests.support.callers import Api
from tests.support.copil import ROOT
from tests.support.newcomers import Connected
from tests.support.processes import eventually
from tests.support.sending import pages

SENDERS = 2
_COMPLETE_TO = re.compile(r"acknowledged up to (\S+)\.$", re.MULTILINE)


@dataclass(frozen=True)
class Loaded:
    """What a backup under load came to."""

    archive: Path
    source: Connected
    token: str
    """Of the sous-traitant's manager, drawn before the backup."""
    figures: str
    """Path of the contract below the kpi service."""
    before: tuple[Sent, ...]
    """Acknowledged before the end of the backup."""
    after: tuple[Sent, ...]
    tickets: list[dict[str, Any]]
    """As the first installation tells them, once all is counted."""
    values: list[dict[str, Any]]


def copil(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run one command to its end."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("COPIL_", "DEMO"))}
    return subprocess.run(
        [sys.executable, "-m", "deploy.local", *arguments],
        cwd=ROOT, env={**inherited, "COPIL_DATA_DIR": str(folder), **environment}, capture_output=True, text=True,
    )  # fmt: skip


def back_up_under_load(ground: Ground, seed: int, target: Path) -> Loaded:
    """Send, back up, send on; then tell what was acknowledged before the instant that the backup names."""
    source = ground.agreement.connect(secret=None)
    stop = threading.Event()
    senders = [Sender(source, seed, number, stop) for number in range(SENDERS)]
    counts: list[tuple[datetime, list[int]]] = []

    def count() -> None:
        while not stop.is_set():
            told = [len(sender.acknowledged) for sender in senders]
            counts.append((datetime.now(UTC), told))
            time.sleep(0.01)

    with ThreadPoolExecutor(SENDERS + 1) as threads:
        running = [threads.submit(work) for work in (*(sender.run for sender in senders), count)]
        try:
            eventually(lambda: sum(len(sender.acknowledged) for sender in senders) > 30, "the load runs", 60)
            done = copil(ground.copil.folder, "backup", str(target))
            assert done.returncode == 0, done.stderr
            so_far = sum(len(sender.acknowledged) for sender in senders)
            eventually(lambda: sum(len(sender.acknowledged) for sender in senders) > so_far + 10, "it goes on", 60)
        finally:
            stop.set()
        for future in running:
            future.result()
    told = _COMPLETE_TO.search(done.stdout)
    assert told, done.stdout
    # A list's length was read after the instant noted before it: what it counts was acknowledged by the next reading.
    complete_to = datetime.fromisoformat(told[1])
    last = [lengths for instant, lengths in counts if instant <= complete_to][-2]
    before = tuple(sent for sender, n in zip(senders, last, strict=True) for sent in sender.acknowledged[:n])
    after = tuple(sent for sender, n in zip(senders, last, strict=True) for sent in sender.acknowledged[n:])
    manager = ground.agreement.sous_traitant.manager
    eventually(lambda: not any(ground.waiting().values()), "all is counted", 60)
    return Loaded(
        archive=target if target.is_file() else next(target.glob("copil-*.tar")),
        source=source,
        token=str(manager.headers["authorization"]).removeprefix("Bearer "),
        figures=ground.agreement.figures,
        before=before,
        after=after,
        tickets=tickets(manager, ground.agreement.figures, source),
        values=values(manager, ground.agreement.figures),
    )


def tickets(manager: Api, figures: str, source: Connected) -> list[dict[str, Any]]:
    """All rows at one instant."""
    return list(pages(manager, f"{figures}/tickets", source=source.id, as_of="2026-11-15T12:00:00Z"))


def values(manager: Api, figures: str) -> list[dict[str, Any]]:
    """What the month's figures say, whichever versions were published meanwhile."""
    answer = manager.get(f"{figures}/figures", params={"period": "2026-10"})
    assert answer.status_code == 200, answer.text
    told = ("indicator", "variant", "value", "numerator", "denominator", "sample_size", "verdict", "figure_id")
    return [{name: item[name] for name in told} for item in answer.json()["items"]]


def stamp(path: Path) -> Mapping[str, bytes]:
    """Every file below a folder with its content, without what is written while the server runs."""
    found = {}
    for file in sorted(path.rglob("*")):
        with suppress(OSError):
            if file.is_file():
                found[str(file.relative_to(path))] = file.read_bytes()
    return found
