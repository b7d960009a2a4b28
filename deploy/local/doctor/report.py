"""The whole examination, one line a finding."""

import asyncio
from collections.abc import Iterator
from urllib.parse import quote

from deploy.local.doctor import databases, place, processes
from deploy.local.doctor.finding import Finding, Level, skipped, wrong
from deploy.local.errors import RunnerError
from deploy.local.options import REPOSITORY, Options
from deploy.local.postgres import SUPERUSER
from deploy.local.secrets import load_or_create
from deploy.local.urls import service_urls


def examine(options: Options) -> int:
    """Print what is found; the exit status is 3 when something is wrong, 0 when there are at most warnings."""
    found = []
    for finding in findings(options):
        print(finding, flush=True)
        found.append(finding.level)
    wrong_ones, warnings = found.count(Level.WRONG), found.count(Level.WARNING)
    print(f"{wrong_ones} wrong, {warnings} to be thought of." if wrong_ones or warnings else "All is well.")
    return 3 if wrong_ones else 0


def findings(options: Options) -> Iterator[Finding]:
    """Everything that can be found, in the order in which it is best repaired."""
    yield place.python()
    yield place.front_end(REPOSITORY / "frontend")
    if not options.folder.root.is_dir():
        yield wrong(
            "folder", f"There is no data folder {options.folder.root}.", "COPIL_DATA_DIR, or make run makes one"
        )
        return
    yield place.disk(options.folder.root)
    yield place.permissions(options.folder)
    yield from processes.look(options)
    yield from _databases(options)
    yield place.logs(options.folder)
    if not options.postgres_url:
        yield place.backup(options.folder)


def _databases(options: Options) -> Iterator[Finding]:
    folder = options.folder
    if processes.running(options) is None or not folder.secrets.exists():
        yield skipped("database", "Not looked at: nothing runs.")
        return
    try:
        secrets = load_or_create(folder.secrets)
        admin = options.postgres_url or _embedded(options)
    except (RunnerError, OSError) as error:
        yield wrong("database", f"It cannot be reached: {error}", "stop Copil, then make run")
        return
    yield from asyncio.run(databases.look(service_urls(admin, secrets.database_passwords)))


def _embedded(options: Options) -> str:
    socket = (options.folder.root / "postgres.socket").read_text().strip()
    return f"postgresql://{SUPERUSER}@/postgres?host={quote(socket)}"
