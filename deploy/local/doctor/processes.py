"""What runs: lock, port, processes, and whether each service says that it can commit."""

import fcntl
from collections.abc import Iterator
from typing import Any

from deploy.local.doctor.finding import Finding, ok, skipped, warning, wrong
from deploy.local.errors import PortTakenError, RunnerError
from deploy.local.files import read_json_object
from deploy.local.options import Options
from deploy.local.readiness import wait_for
from deploy.local.sockets import listen
from deploy.local.status import lives

EXPECTED = ("gateway", "contracts", "kpi", "feedback", "kpi-worker")
WITH_ADDRESS = ("gateway", "contracts", "kpi", "feedback")


def running(options: Options) -> dict[str, Any] | None:
    """What the supervisor says of its processes, when it lives."""
    try:
        told = read_json_object(options.folder.processes)
        return told if told and lives(told["supervisor"]["pid"]) else None
    except (ValueError, KeyError, TypeError):
        return None


def look(options: Options) -> Iterator[Finding]:
    """Findings about lock, port, processes and readiness."""
    told = running(options)
    yield _lock(options, told is not None)
    yield _port(options, told)
    if told is None:
        yield wrong("processes", "Nothing runs.", "make run")
        yield skipped("readiness", "Nothing runs.")
        return
    expected = EXPECTED if options.postgres_url else (*EXPECTED, "postgres")
    ended = [name for name in expected if name not in told or not lives(told[name]["pid"])]
    if ended:
        yield wrong(
            "processes",
            f"Ended: {', '.join(ended)}.",
            f"read {options.folder.logs}; they are started again by themselves",
        )
    else:
        yield ok("processes", f"All {len(expected)} run.")
    for name in WITH_ADDRESS:
        if name in told:
            yield _readiness(options, name, told[name]["port"])


def _lock(options: Options, runs: bool) -> Finding:
    try:
        with (options.folder.root / "lock").open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except FileNotFoundError:
        return ok("lock", "Free.")
    except BlockingIOError:
        if runs:
            return ok("lock", "Held by what runs.")
        return warning(
            "lock", "Held, although nothing says that it runs.", "wait if it is starting; else end the holder"
        )
    except OSError as error:
        return wrong("lock", f"It cannot be opened: {error.strerror}.", "run as the owner of the data folder")
    if runs:
        return wrong(
            "lock", "Not held by what runs.", "the data folder was replaced under it: stop it and start it again"
        )
    return ok("lock", "Free.")


def _port(options: Options, told: dict[str, Any] | None) -> Finding:
    if told is not None:
        port = told.get("gateway", {}).get("port")
        if port != options.port:
            return warning(
                "port", f"Copil answers on {port}, not on {options.port}.", f"COPIL_PORT={port} for this command"
            )
        return ok("port", f"{port}.")
    try:
        listen(options.port).close()
    except PortTakenError:
        return wrong("port", f"Another program listens on {options.port}.", "stop it, or set COPIL_PORT")
    except RunnerError as error:
        return wrong("port", str(error), "set COPIL_PORT")
    return ok("port", f"{options.port} is free.")


def _readiness(options: Options, name: str, port: int) -> Finding:
    try:
        wait_for(f"http://127.0.0.1:{port}/readyz", patience=0)
    except RunnerError as error:
        return wrong("readiness", f"{name}: {error}", f"read {options.folder.logs / (name + '.log')}")
    return ok("readiness", f"{name} can commit.")
