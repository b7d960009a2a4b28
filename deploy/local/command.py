"""The `copil` command."""

import argparse
import importlib
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from deploy.local.errors import RunnerError
from deploy.local.folder import FolderLock
from deploy.local.options import Options, from_environment


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one subcommand; returns the exit status."""
    parsed = _parser().parse_args(arguments)
    try:
        status: int = parsed.action(from_environment(), parsed)
        return status
    except RunnerError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="copil",
        description="Copil on one machine.",
        epilog="Environment: COPIL_PORT (8000), COPIL_DATA_DIR (.copil), COPIL_POSTGRES_URL, "
        "COPIL_POSTGRES_BINARIES, COPIL_LOGS (files|terminal), DEMO (0 leaves the demonstration out).",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    commands.add_parser("run", help="start everything and keep it running").set_defaults(action=_run)
    commands.add_parser("status", help="show which processes run").set_defaults(action=_status)
    commands.add_parser("migrate", help="bring the databases to the newest version").set_defaults(action=_migrate)
    replay = commands.add_parser("replay", help="send recorded deliveries through a source, as if received then")
    replay.add_argument("--source", required=True, metavar="ID", help="id of the source")
    replay.add_argument("file", type=Path, metavar="FILE", help="JSON array or NDJSON of recorded deliveries")
    replay.set_defaults(action=_replay)
    return parser


# Each action imports what it needs: `status` must not wait for what only `run` uses.


def _run(options: Options, _parsed: argparse.Namespace) -> int:
    from deploy.local.run import run

    return run(options)


def _status(options: Options, _parsed: argparse.Namespace) -> int:
    from deploy.local.status import show

    return show(options)


def _migrate(options: Options, _parsed: argparse.Namespace) -> int:
    from deploy.local.postgres import EmbeddedServer
    from deploy.local.run import prepare
    from deploy.local.secrets import load_or_create

    options.folder.create()
    with ExitStack() as stack:
        lock = FolderLock(options.folder)
        lock.acquire()
        stack.callback(lock.close)
        server = (
            None if options.postgres_url else EmbeddedServer(options.folder.root, binaries=options.postgres_binaries)
        )
        if server:
            stack.callback(server.stop)
            server.start()
        admin_url = options.postgres_url or (server.admin_url if server else "")
        prepare(options, server, admin_url, load_or_create(options.folder.secrets))
    print("The databases are at the newest version.")
    return 0


def _replay(options: Options, parsed: argparse.Namespace) -> int:
    status: int = importlib.import_module("deploy.local.replay").replay(options, parsed.source, parsed.file)
    return status
