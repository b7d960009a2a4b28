"""`copil run`: from a folder to a supervised installation."""

import asyncio
import gc
import importlib
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import FrameType

from deploy.local.errors import RunnerError, ServerError
from deploy.local.files import read_json_object, write_private_json
from deploy.local.folder import FolderLock
from deploy.local.installation import APPS, Installation
from deploy.local.linux import die_with_parent
from deploy.local.migrate import migrate
from deploy.local.options import Options
from deploy.local.postgres import EmbeddedServer
from deploy.local.preparation import Preparation
from deploy.local.process import Process
from deploy.local.provision import provision
from deploy.local.secrets import Secrets, load_or_create
from deploy.local.sockets import listen, port_of
from deploy.local.supervisor import Supervisor
from deploy.local.units import ForkedUnit, ServerUnit, Unit
from deploy.local.urls import ServiceUrls, service_urls

Build = Callable[[Installation], Sequence[Process]]
Upgrade = Callable[[Mapping[str, ServiceUrls]], object]


def run(options: Options, *, build: Build | None = None, upgrade: Upgrade | None = None) -> int:
    """Start everything and supervise it until told to stop; returns the exit status. Raises: RunnerError."""
    started = time.monotonic()
    # Garbage of the imports is collected once, before forking.
    gc.disable()
    if "MAKELEVEL" in os.environ:
        # Under `make run`, a make that is killed hard must not leave us behind.
        die_with_parent(os.getppid(), signal.SIGTERM)
    folder = options.folder
    with ExitStack() as stack:
        stack.enter_context(_stop_signals_interrupt())
        folder.create()
        lock = FolderLock(folder)
        lock.acquire()
        stack.callback(lock.close)
        if folder.placing.exists():
            raise RunnerError(
                f"A restoration into {folder.root} was interrupted: run copil restore --force again. "
                "What was there before is in its folder before-restore-…."
            )
        sockets = {app: stack.enter_context(listen(options.port if app == "gateway" else 0)) for app in APPS}
        folder.demo_credentials.unlink(missing_ok=True)
        folder.first_link.unlink(missing_ok=True)
        announce(f"Copil {options.base_url}, data in {folder.root}")
        secrets = load_or_create(folder.secrets)
        server, admin_url = _database(options, stack)
        urls = service_urls(admin_url, secrets.database_passwords)
        preparation = Preparation(lambda: prepare(options, server, admin_url, secrets, upgrade))
        stack.callback(preparation.close)
        build = build or _import_services()
        preparation.join(lambda: server.check_alive() if server else None)
        announce(f"Databases ready ({time.monotonic() - started:.1f} s).")
        ports = {app: port_of(opened) for app, opened in sockets.items()}
        installation = Installation(options, secrets, urls, sockets, ports)
        units: list[Unit] = [
            ForkedUnit(process, _log_of(process, options), _dropper(lock, installation, process))
            for process in build(installation)
        ]
        if server:
            units.append(ServerUnit(server))
        if not options.demo:
            # Before anything answers: who finds Copil ready finds the way in too.
            write_administrator(options, secrets)
        supervisor = Supervisor(units, folder, announce=announce, on_done=lambda _task: _tell_ready(options, started))
        supervisor.adopt(ServerUnit.name)
        return supervisor.run()


def prepare(
    options: Options, server: EmbeddedServer | None, admin_url: str, secrets: Secrets, upgrade: Upgrade | None = None
) -> None:
    """Provision and migrate the databases. Raises: RunnerError."""
    if server:
        _wait_until_ready(server)
    urls = asyncio.run(provision(admin_url, secrets.database_passwords))
    if upgrade:
        upgrade(urls)
    else:
        migrate(urls, options.folder.migrations)


def _wait_until_ready(server: EmbeddedServer, patience: float = 120.0) -> None:
    # In the forked preparation the server is not our child: only its lock file tells. Whether it lives is watched
    # by the process that started it.
    deadline = time.monotonic() + patience
    while not server.ready():
        if time.monotonic() > deadline:
            raise ServerError(f"PostgreSQL is not ready after {patience:.0f} s:\n{server.last_words()}")
        time.sleep(0.005)


def announce(line: str) -> None:
    """Tell the person at the terminal; nobody need be there."""
    try:
        print(line, flush=True)
    except OSError:
        # A terminal that went away must not take the supervision down.
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115, PTH123 - stays open as long as we live


def _database(options: Options, stack: ExitStack) -> tuple[EmbeddedServer | None, str]:
    if options.postgres_url:
        return None, options.postgres_url
    server = EmbeddedServer(options.folder.root, binaries=options.postgres_binaries)
    if not server.data.exists():
        announce("First start: preparing the database.")
    stack.callback(server.stop)
    server.launch()
    return server, server.admin_url


def _import_services() -> Build:
    build: Build = importlib.import_module("deploy.local.topology").processes
    return build


def _log_of(process: Process, options: Options) -> Path | None:
    return None if options.logs_to_terminal else options.folder.logs / f"{process.name}.log"


def _dropper(lock: FolderLock, installation: Installation, process: Process) -> Callable[[], None]:
    """What a child gives up of its parent: the hold on the folder and the sockets of the others."""

    def drop() -> None:
        lock.close()
        for opened in installation.sockets.values():
            if opened is not process.listener:
                opened.close()

    return drop


def _tell_ready(options: Options, started: float) -> None:
    announce(f"Ready in {time.monotonic() - started:.1f} s.")
    announce(f"  Copil        {options.base_url}/")
    announce(f"  API          {options.base_url}/docs")
    if options.demo:
        credentials = read_json_object(options.folder.demo_credentials) or {}
        announce("  sign-ins of the demonstration:")
        for name, user in credentials.get("users", {}).items():
            announce(f"    {name:<20} {user['email']:<44} {user['password']}")
        announce(f"  machine clients ({', '.join(sorted(credentials.get('clients', {})))}):")
        announce(f"    {options.folder.demo_credentials}")
    else:
        if link := (read_json_object(options.folder.first_link) or {}).get("url"):
            announce("  the administrator's way in, for one person, once, within a day:")
            announce(f"    {link}")
        announce(f"  administrator's client credentials in {options.folder.administrator}")
    announce("Ctrl-C stops everything.")


def write_administrator(options: Options, secrets: Secrets) -> None:
    """How the first administrator gets in: a private file with the client credentials of `platform_admin`."""
    write_private_json(
        options.folder.administrator,
        {
            "base_url": options.base_url,
            "client_id": secrets.administrator_id,
            "client_secret": secrets.administrator_secret,
        },
    )


@contextmanager
def _stop_signals_interrupt() -> Iterator[None]:
    def interrupt(_number: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        # Under nohup, and only there, SIGHUP comes ignored and stays so.
        if number != signal.SIGHUP or signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, interrupt)
    yield
