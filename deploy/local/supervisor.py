"""Keeps the processes running: starts them, restarts those that end, stops all in order.

One synchronous thread without an event loop: only such a process may fork children that have loops of their own.
"""

import gc
import os
import select
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import FrameType

from deploy.local.backoff import Backoff
from deploy.local.ending import Ending, shortest_patience
from deploy.local.errors import ServerError
from deploy.local.files import write_private_json
from deploy.local.folder import DataFolder
from deploy.local.logs import bound_logs
from deploy.local.process import Stage
from deploy.local.units import Unit

_STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
_TASK_ATTEMPTS = 3
_TICK = 5.0


@dataclass
class _Watched:
    unit: Unit
    backoff: Backoff = field(default_factory=Backoff)
    started_at: float = 0.0
    due_at: float | None = 0.0
    """When to start it; None while it runs, and for a task that is done."""
    running: bool = False
    attempts: int = 0


class Supervisor:
    """Runs units until told to stop."""

    def __init__(
        self,
        units: Sequence[Unit],
        folder: DataFolder,
        *,
        announce: Callable[[str], None],
        on_done: Callable[[str], None] = lambda _name: None,
    ) -> None:
        self._watched = [_Watched(unit) for unit in units]
        self._folder = folder
        self._announce = announce
        self._on_done = on_done
        self._told_to_stop = 0
        self._status = 0
        self._wake_reader = -1

    def adopt(self, name: str) -> None:
        """Take a unit as running that was started before the supervisor."""
        for watched in self._watched:
            if watched.unit.name == name:
                watched.running, watched.due_at, watched.started_at = True, None, time.monotonic()

    def run(self) -> int:
        """Supervise until a stop signal; returns the exit status. A second signal makes the stop immediate."""
        # What the imports left is never garbage; frozen, its pages stay shared with the children.
        gc.collect()
        gc.freeze()
        with self._signals():
            try:
                self._look()
                while not self._told_to_stop:
                    self._wait(self._next_due())
                    self._look()
            finally:
                self._stop()
        return self._status

    def _look(self) -> None:
        changed = False
        done: list[str] = []
        for watched in self._watched:
            if watched.running and (status := watched.unit.poll()) is not None:
                changed = True
                watched.running = False
                if watched.unit.once and status == 0:
                    done.append(watched.unit.name)
                else:
                    self._failed(watched, status)
        now = time.monotonic()
        for watched in self._watched:
            if watched.due_at is not None and watched.due_at <= now:
                self._begin(watched)
                changed = True
        if changed:
            self._publish()
        for name in done:
            self._on_done(name)
        bound_logs(self._folder.logs)

    def _begin(self, watched: _Watched) -> None:
        watched.started_at = time.monotonic()
        watched.due_at = None
        watched.attempts += 1
        try:
            watched.unit.start()
            watched.running = True
        except (OSError, ServerError) as error:
            delay = watched.backoff.delay_after(0.0)
            watched.due_at = time.monotonic() + delay
            self._announce(f"{watched.unit.name} could not be started ({error}); next attempt in {delay:.1f} s.")

    def _failed(self, watched: _Watched, status: int) -> None:
        unit = watched.unit
        how = f"was killed by signal {-status}" if status < 0 else f"ended with status {status}"
        log = self._folder.logs / f"{unit.name}.log"
        if unit.once and watched.attempts >= _TASK_ATTEMPTS:
            self._announce(f"{unit.name} {how} {watched.attempts} times (see {log}); stopping.")
            self._status = 1
            self._told_to_stop += 1
            return
        delay = watched.backoff.delay_after(time.monotonic() - watched.started_at)
        watched.due_at = time.monotonic() + delay
        self._announce(f"{unit.name} {how} (see {log}); started again in {delay:.1f} s.")

    def _next_due(self) -> float:
        due = [watched.due_at for watched in self._watched if watched.due_at is not None]
        return max(0.0, min([_TICK, *(at - time.monotonic() for at in due)]))

    def _publish(self) -> None:
        state: dict[str, dict[str, int | None]] = {"supervisor": {"pid": os.getpid(), "port": None}}
        for watched in self._watched:
            if watched.running:
                state[watched.unit.name] = {"pid": watched.unit.pid, "port": watched.unit.port}
        try:
            write_private_json(self._folder.processes, state)
        except OSError as error:
            # A full disk must not take the supervision down with it.
            self._announce(f"{self._folder.processes} cannot be written: {error.strerror}.")

    def _stop(self) -> None:
        self._announce("Stopping.")
        for stage in Stage:
            members = [watched for watched in self._watched if watched.unit.stage is stage]
            for watched in members:
                watched.due_at = None
                watched.unit.refuse()
            self._stop_together([watched for watched in members if watched.running])
        self._folder.processes.unlink(missing_ok=True)
        self._announce("Stopped.")

    def _stop_together(self, members: Sequence[_Watched]) -> None:
        endings = [Ending(watched.unit) for watched in members]
        while endings := [ending for ending in endings if ending.advance(hurried=self._told_to_stop > 1)]:
            self._wait(shortest_patience(endings))
        for watched in members:
            if watched.unit.poll() is None:
                self._announce(f"{watched.unit.name} does not end, not even by force; left alone.")
            watched.running = False
        self._publish()

    def _wait(self, seconds: float) -> None:
        select.select([self._wake_reader], [], [], seconds)
        try:
            os.read(self._wake_reader, 4096)
        except BlockingIOError:
            return

    @contextmanager
    def _signals(self) -> Iterator[None]:
        reader, writer = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)
        self._wake_reader = reader
        signal.set_wakeup_fd(writer, warn_on_full_buffer=False)
        ours = {*_STOP_SIGNALS, signal.SIGCHLD}
        if signal.getsignal(signal.SIGHUP) == signal.SIG_IGN:
            ours.remove(signal.SIGHUP)
        before = {number: signal.signal(number, self._note) for number in ours}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)
            signal.set_wakeup_fd(-1)
            os.close(reader)
            os.close(writer)

    def _note(self, number: int, _frame: FrameType | None) -> None:
        if number != signal.SIGCHLD:
            self._told_to_stop += 1
