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
        "COPIL_POSTGRES_BINARIES, COPIL_LOGS (files|terminal), "
        "COPIL_SMTP_URL, COPIL_MAIL_FROM, DEMO (0 leaves the demonstration out).",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    commands.add_parser("run", help="start everything and keep it running").set_defaults(action=_run)
    commands.add_parser("status", help="show which processes run").set_defaults(action=_status)
    commands.add_parser("migrate", help="bring the databases to the newest version").set_defaults(action=_migrate)
    replay = commands.add_parser("replay", help="send recorded deliveries through a source, as if received then")
    replay.add_argument("--source", required=True, metavar="ID", help="id of the source")
    replay.add_argument("file", type=Path, metavar="FILE", help="JSON array or NDJSON of recorded deliveries")
    replay.set_defaults(action=_replay)
    rebuild = commands.add_parser(
        "rebuild",
        help="make events, tickets and days anew while everything runs, and say whether they came out identical",
        epilog="Exit status: 0 identical, 3 something differed or was given up, 1 it could not be asked for.",
    )
    which = rebuild.add_mutually_exclusive_group(required=True)
    which.add_argument("--contract", metavar="ID", help="id of the contract")
    which.add_argument("--all", action="store_true", help="every contract, one after the other")
    rebuild.add_argument("--verify", action="store_true", help="compare as thoroughly and change nothing")
    rebuild.set_defaults(action=_rebuild)
    backup = commands.add_parser("backup", help="write a backup, secrets included, while everything runs")
    backup.add_argument("target", type=Path, metavar="FILE|FOLDER", help="a new file, or a folder for a dated one")
    backup.add_argument("--keep", type=_count, metavar="N", help="keep only the newest N dated backups of the folder")
    backup.set_defaults(action=_backup)
    restore = commands.add_parser("restore", help="put a backup into the data folder")
    restore.add_argument("file", type=Path, metavar="FILE", help="a backup")
    restore.add_argument("--force", action="store_true", help="move what the data folder holds aside first")
    restore.set_defaults(action=_restore)
    commands.add_parser("doctor", help="say what is wrong and what to do about it").set_defaults(action=_doctor)

    return parser


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError("at least 1 must be kept")
    return int(text)


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


def _rebuild(options: Options, parsed: argparse.Namespace) -> int:
    from deploy.local.rebuild import rebuild

    return rebuild(options, parsed.contract, verify=parsed.verify)


def _backup(options: Options, parsed: argparse.Namespace) -> int:
    from deploy.local.backup.taking import take

    taken = take(options, parsed.target, parsed.keep)
    print(f"{taken.path} ({taken.size / 1e6:.1f} MB) holds everything acknowledged up to {taken.complete_to}.")
    print("It holds the secrets of the installation too: keep it as safe as the data folder.")
    return 0


def _restore(options: Options, parsed: argparse.Namespace) -> int:
    from deploy.local.backup.restoring import restore

    restored = restore(options, parsed.file, force=parsed.force)
    if restored.moved_to:
        print(f"What was in the data folder is now in {restored.moved_to}.")
    print(f"{options.folder.root} holds everything acknowledged up to {restored.manifest.complete_to}.")
    print("Done since then, to be done again: revoked keys, deactivated people, changed secrets of sources.")
    print("Start it as before: make run" + ("" if restored.demonstration else " DEMO=0"))
    return 0


def _doctor(options: Options, _parsed: argparse.Namespace) -> int:
    from deploy.local.doctor.report import examine

    return examine(options)
