"""The archive of a backup: a tar of compressed parts, with a manifest that says what they are.

The manifest comes last, so that the parts are written once and read once; a file that was cut off has none.
"""

import gzip
import hashlib
import io
import json
import os
import shutil
import tarfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any, cast

from deploy.local.errors import BackupError

FORMAT = 1
MANIFEST = "manifest.json"
CLUSTER = "base.tar.gz"
JOURNAL = "pg_wal.tar.gz"
SERVER_MANIFEST = "backup_manifest.gz"
SECRET_FILES = ("secrets.json", "postgres.password")
OPTIONAL_FILES = ("demonstration.json",)
PARTS = frozenset({CLUSTER, JOURNAL, SERVER_MANIFEST, *SECRET_FILES, *OPTIONAL_FILES})
REQUIRED = PARTS - set(OPTIONAL_FILES)
_CHUNK = 1 << 20
_LARGEST_MANIFEST = 1 << 20


@dataclass(frozen=True)
class Part:
    """What must be found under a name."""

    size: int
    """Bytes."""
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """What a backup is."""

    format: int
    version: str
    """Of Copil."""
    began_at: str
    complete_to: str
    """Everything that was acknowledged up to this instant is in the backup."""
    postgres_major: int
    unpacked_bytes: int
    revisions: Mapping[str, list[str]]
    """Migrations of each database."""
    parts: Mapping[str, Part]


class Writer:
    """Adds parts to an archive that appears under its name only once it is whole."""

    def __init__(self, file: IO[bytes]) -> None:
        self._tar = tarfile.open(fileobj=file, mode="w")  # noqa: SIM115 - closed by `finish`
        self.parts: dict[str, Part] = {}

    def add(self, name: str, content: IO[bytes], size: int) -> None:
        """Add a part and remember its hash."""
        told = _Hashing(content)
        self._tar.addfile(_entry(name, size), told)
        self.parts[name] = Part(size, told.digest.hexdigest())

    def finish(self, manifest: Manifest) -> None:
        """Write the manifest and the end of the archive."""
        content = json.dumps(asdict(manifest), indent=2).encode() + b"\n"
        self._tar.addfile(_entry(MANIFEST, len(content)), io.BytesIO(content))
        self._tar.close()


class _Hashing(io.RawIOBase):
    def __init__(self, source: IO[bytes]) -> None:
        super().__init__()
        self._source = source
        self.digest = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        content = self._source.read(size)
        self.digest.update(content)
        return content


@contextmanager
def new_archive(path: Path) -> Iterator[Writer]:
    """A private file that takes its name when the block ends well. Raises: BackupError."""
    unfinished = path.with_name(f".{path.name}.unfinished")
    try:
        descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            yield Writer(file)
            file.flush()
            os.fsync(file.fileno())
        # A link refuses where a rename would replace: no backup is ever written over.
        os.link(unfinished, path)
    except FileExistsError as error:
        raise BackupError(f"{path} exists already; a backup is never written over.") from error
    except OSError as error:
        raise BackupError(f"{path} cannot be written: {error.strerror}.") from error
    finally:
        unfinished.unlink(missing_ok=True)
    _sync(path.parent)


def checked_manifest(path: Path) -> Manifest:
    """Read a whole archive, compare every part with the manifest, and return it. Raises: BackupError."""
    found: dict[str, Part] = {}
    content: bytes | None = None
    try:
        with tarfile.open(path, mode="r|") as tar:
            for entry in tar:
                stream = tar.extractfile(entry)
                if stream is None or entry.name in found or content is not None:
                    raise BackupError(f"{path} is damaged: {entry.name!r} does not belong there.")
                if entry.name == MANIFEST:
                    content = stream.read(_LARGEST_MANIFEST)
                else:
                    digest = hashlib.file_digest(cast(io.BytesIO, stream), "sha256")
                    found[entry.name] = Part(entry.size, digest.hexdigest())
    except FileNotFoundError as error:
        raise BackupError(f"There is no file {path}.") from error
    except (tarfile.TarError, OSError, EOFError) as error:
        raise BackupError(f"{path} is damaged or not a backup: {error}.") from error
    if content is None:
        raise BackupError(f"{path} is damaged or not a backup: it has no manifest, so its end is missing.")
    manifest = _parsed(path, content)
    for name in sorted(found.keys() | manifest.parts.keys()):
        if found.get(name) != manifest.parts.get(name):
            raise BackupError(f"{path} is damaged: {name} is not what was written.")
    return manifest


def _parsed(path: Path, content: bytes) -> Manifest:
    try:
        told: dict[str, Any] = json.loads(content)
        if told["format"] != FORMAT:
            raise BackupError(f"{path} has format {told['format']!r}; this Copil knows format {FORMAT} only.")
        parts = {name: Part(**part) for name, part in told.pop("parts").items()}
        manifest = Manifest(**told, parts=parts)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise BackupError(f"{path} is damaged: its manifest cannot be understood.") from error
    if not REQUIRED <= parts.keys() <= PARTS:
        raise BackupError(f"{path} is damaged: its manifest names other parts than a backup has.")
    return manifest


def unpack(path: Path, folder: Path) -> None:
    """Put the parts of a checked archive where a data folder has them. Raises: BackupError."""
    cluster = folder / "postgres"
    cluster.mkdir(mode=0o700)
    try:
        with tarfile.open(path, mode="r|") as tar:
            for entry in tar:
                stream = tar.extractfile(entry)
                if stream is None or entry.name == MANIFEST:
                    continue
                if entry.name in (CLUSTER, JOURNAL):
                    _unpack_tree(stream, cluster if entry.name == CLUSTER else cluster / "pg_wal")
                elif entry.name == SERVER_MANIFEST:
                    with gzip.open(stream) as plain:
                        _keep(plain, cluster / "backup_manifest")
                else:
                    _keep(stream, folder / entry.name)
    except (tarfile.TarError, OSError, EOFError) as error:
        raise BackupError(f"{path} cannot be unpacked: {error}.") from error


def _unpack_tree(stream: IO[bytes], below: Path) -> None:
    # pg_basebackup writes several gzip members one after the other, which tarfile's own reader takes for the end.
    with gzip.open(stream) as plain, tarfile.open(fileobj=plain, mode="r|") as tar:
        for entry in tar:
            place = (below / entry.name).resolve()
            if not place.is_relative_to(below.resolve()) or not (entry.isfile() or entry.isdir()):
                # Links and devices are no part of a cluster without tablespaces.
                raise BackupError(f"The backup holds {entry.name!r}, which no cluster of Copil has.")
            if entry.isdir():
                place.mkdir(mode=0o700, parents=True, exist_ok=True)
            elif (content := tar.extractfile(entry)) is not None:
                place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                _keep(content, place)


def _keep(content: IO[bytes] | gzip.GzipFile, place: Path) -> None:
    with os.fdopen(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        shutil.copyfileobj(content, file, _CHUNK)


def _entry(name: str, size: int) -> tarfile.TarInfo:
    entry = tarfile.TarInfo(name)
    entry.size, entry.mode, entry.mtime = size, 0o600, int(datetime.now(UTC).timestamp())
    return entry


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
