"""What the supervisor supervises: forked children and the database server, behind one face."""

import os
import signal
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from deploy.local import child
from deploy.local.logs import open_log
from deploy.local.postgres import EmbeddedServer
from deploy.local.process import Kind, Process, Stage
from deploy.local.sockets import port_of

Escalation = Sequence[tuple[signal.Signals, float]]


class Unit(Protocol):
    """One supervised process; `escalation` are the signals of a stop, each with the seconds it is given."""

    name: str
    stage: Stage
    once: bool
    port: int | None
    escalation: Escalation

    @property
    def pid(self) -> int | None:
        """The process, while it is not reaped."""

    def start(self) -> None:
        """Start it; returns at once. Raises: OSError, ServerError."""

    def poll(self) -> int | None:
        """Exit status (negative: signal) once it has ended, None while it runs."""

    def signal(self, number: signal.Signals) -> None:
        """Send it a signal."""

    def refuse(self) -> None:
        """Take no new callers."""


class ForkedUnit:
    """A child forked from the supervisor."""

    def __init__(self, process: Process, log: Path | None, drop: Callable[[], None]) -> None:
        self.name = process.name
        self.stage = process.stage
        self.once = process.kind is Kind.TASK
        self.port = port_of(process.listener) if process.listener else None
        self.escalation: Escalation = ((signal.SIGTERM, child.GRACE + 2.0), (signal.SIGKILL, 5.0))
        self._process = process
        self._log = log
        self._drop = drop
        self._pid: int | None = None
        self._status: int | None = None

    @property
    def pid(self) -> int | None:
        """The child, while it is not reaped."""
        return self._pid

    def start(self) -> None:
        """Fork."""
        self._status = None
        self._pid = child.fork(self._live)

    def poll(self) -> int | None:
        """Exit status once it has ended."""
        if self._pid is not None:
            pid, status = os.waitpid(self._pid, os.WNOHANG)
            if pid:
                self._pid = None
                self._status = os.waitstatus_to_exitcode(status)
        return self._status

    def signal(self, number: signal.Signals) -> None:
        """Signal the child; it cannot have been replaced by a stranger, since only we reap it."""
        if self._pid is not None:
            os.kill(self._pid, number)

    def refuse(self) -> None:
        """Close our hold on the listening socket, so that callers are refused once the child closes its own."""
        if self._process.listener:
            self._process.listener.close()

    def _live(self) -> int:
        if self._log:
            # What a task prints is progress, for the person at the terminal.
            descriptor = open_log(self._log)
            if not self.once:
                os.dup2(descriptor, 1)
            os.dup2(descriptor, 2)
            os.close(descriptor)
        self._drop()
        return child.run(self._process)


class ServerUnit:
    """The database server."""

    name = "postgres"
    stage = Stage.DATABASE
    once = False
    port: int | None = None
    escalation: Escalation = ((signal.SIGINT, 20.0), (signal.SIGQUIT, 5.0), (signal.SIGKILL, 5.0))

    def __init__(self, server: EmbeddedServer) -> None:
        self._server = server

    @property
    def pid(self) -> int | None:
        """The postmaster, while it runs."""
        return self._server.pid if self._server.poll() is None else None

    def start(self) -> None:
        """Launch it again; processes of the one before get a moment to end."""
        self._server.launch(patience=1.0)

    def poll(self) -> int | None:
        """Exit status once it has ended."""
        return self._server.poll()

    def signal(self, number: signal.Signals) -> None:
        """Signal the postmaster."""
        self._server.signal(number)

    def refuse(self) -> None:
        """Nothing to do: it has no socket of ours."""
