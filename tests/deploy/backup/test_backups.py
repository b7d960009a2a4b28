"""Backups: taken under load they hold all that was acknowledged; nothing is replaced by less than a whole one."""

import io
import json
import tarfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from tests.deploy.backup.loaded import Loaded, back_up_under_load, copil, stamp, tickets, values
from tests.factories.webhooks import generic_headers
from tests.faults.installation import ground
from tests.support.callers import Api
from tests.support.copil import running_copil
from tests.support.newcomers import FEEDBACK
from tests.support.postgres import temporary_folder
from tests.support.processes import eventually
from tests.support.sending import now_us, pages

SEED = 20_261_128


@pytest.fixture(scope="module")
def loaded() -> Iterator[Loaded]:
    """A backup of an installation under load; the installation has stopped since."""
    with temporary_folder() as folder, ExitStack() as stack:
        running = stack.enter_context(ground(folder / "data"))
        running_is_safe = copil(running.copil.folder, "restore", str(folder / "nothing.tar"))
        assert "no file" in running_is_safe.stderr
        done = back_up_under_load(running, SEED, folder)
        refused = copil(running.copil.folder, "restore", str(done.archive), "--force")
        assert refused.returncode == 1
        assert "already uses the data folder" in refused.stderr
        stack.close()
        yield done


def test_what_was_acknowledged_before_its_end_is_there_and_sending_the_rest_again_gives_the_same(
    loaded: Loaded,
) -> None:
    """given a backup under load / when it is restored elsewhere and the tools send again / then all is as it was."""
    assert len(loaded.before) > 30
    assert loaded.after
    assert loaded.archive.stat().st_mode & 0o777 == 0o600
    with temporary_folder() as folder:
        done = copil(folder / "data", "restore", str(loaded.archive))
        assert done.returncode == 0, done.stderr
        assert (folder / "data" / "secrets.json").stat().st_mode & 0o777 == 0o600
        with running_copil(folder / "data", {"DEMO": "0"}) as again, httpx.Client(timeout=30, trust_env=False) as http:
            # The token from before the backup still opens the door: keys and rights came along.
            manager = Api(http, again.base_url, loaded.token)
            source = replace(loaded.source, url=f"{again.base_url}/hooks/{loaded.source.id}")
            there = Counter(
                item["sha256"] for item in pages(manager, f"{source.path}/deliveries") if item["verdict"] == "accepted"
            )
            assert [sent.event["id"] for sent in loaded.before if there[sent.digest] != 1] == []
            assert there.keys() <= {sent.digest for sent in (*loaded.before, *loaded.after)}
            for sent in (*loaded.before[-10:], *loaded.after):
                headers = generic_headers(sent.body, now_us(), source.secret)
                answer = http.post(source.url, headers=headers, content=sent.body)
                known = there[sent.digest] == 1
                assert (answer.status_code, answer.json()["verdict"]) == (
                    (200, "duplicate") if known else (202, "accepted")
                )
            eventually(lambda: tickets(manager, loaded.figures, source) == loaded.tickets, "the same tickets", 60)
            eventually(lambda: values(manager, loaded.figures) == loaded.values, "the same figures", 60)
            assert any(figure["value"] is not None for figure in loaded.values)
            contract = loaded.figures.rpartition("/")[2]
            wanted = Counter(
                (sent.event["subject"], sent.event["data"]["score"], sent.event["time"])
                for sent in (*loaded.before, *loaded.after)
                if sent.event["type"] in ("kpi.ticket.csat.v1", "kpi.ticket.nps.v1")
            )

            def answers() -> Counter[tuple[str, int, str]]:
                path = f"{FEEDBACK}/contracts/{contract}/answers"
                return Counter(
                    (item["ticket_id"], item["score"], item["answered_at"])
                    for item in pages(manager, path, source=source.id)
                )

            # What kpi had promised to tell feedback at the instant of the backup is told, once.
            eventually(lambda: answers() == wanted, "each answer once", 60)


def _parts(archive: Path) -> dict[str, bytes]:
    with tarfile.open(archive) as tar:
        return {entry.name: stream.read() for entry in tar if (stream := tar.extractfile(entry))}


def _write(parts: dict[str, bytes], path: Path) -> None:
    with tarfile.open(path, "w") as tar:
        for name, content in parts.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            tar.addfile(entry, io.BytesIO(content))


def _flipped(parts: dict[str, bytes]) -> None:
    content = bytearray(parts["base.tar.gz"])
    content[len(content) // 2] ^= 1
    parts["base.tar.gz"] = bytes(content)


def _manifest(**changes: object) -> Callable[[dict[str, bytes]], None]:
    def change(parts: dict[str, bytes]) -> None:
        parts["manifest.json"] = json.dumps({**json.loads(parts["manifest.json"]), **changes}).encode()

    return change


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (_flipped, "base.tar.gz is not what was written"),
        (lambda parts: parts.pop("secrets.json"), "secrets.json is not what was written"),
        (lambda parts: parts.pop("manifest.json"), "its end is missing"),
        (lambda parts: parts.update({"../elsewhere": b""}), "damaged"),
        (_manifest(format=2), "format 2"),
        (_manifest(parts={}), "other parts"),
        (_manifest(revisions={"kpi": ["9999"]}), "unknown here"),
        (_manifest(postgres_major=99), "COPIL_POSTGRES_BINARIES"),
        (_manifest(unpacked_bytes=10**18), "MB left"),
    ],
)
def test_what_is_not_a_whole_backup_of_a_known_version_changes_nothing(
    loaded: Loaded, tmp_path: Path, change: Callable[[dict[str, bytes]], None], words: str
) -> None:
    parts = _parts(loaded.archive)
    change(parts)
    _write(parts, tmp_path / "changed.tar")
    done = copil(tmp_path / "data", "restore", str(tmp_path / "changed.tar"))
    assert done.returncode == 1
    assert words in done.stderr
    assert not (tmp_path / "data" / "secrets.json").exists()


def test_an_archive_that_was_cut_off_is_refused(loaded: Loaded, tmp_path: Path) -> None:
    content = loaded.archive.read_bytes()
    (tmp_path / "cut.tar").write_bytes(content[: len(content) // 2])
    done = copil(tmp_path / "data", "restore", str(tmp_path / "cut.tar"))
    assert done.returncode == 1
    assert "damaged" in done.stderr


def test_a_folder_that_holds_something_is_replaced_only_when_told_and_then_kept_aside(loaded: Loaded) -> None:
    with temporary_folder() as folder:
        data = folder / "data"
        data.mkdir(mode=0o711)
        (data / "secrets.json").write_text("{}")
        (data / "postgres").mkdir()
        (data / "postgres" / "PG_VERSION").write_text("18")
        before = stamp(data)
        refused = copil(data, "restore", str(loaded.archive))
        assert refused.returncode == 1
        assert "--force" in refused.stderr
        assert {name: text for name, text in stamp(data).items() if name != "lock"} == before
        done = copil(data, "restore", str(loaded.archive), "--force")
        assert done.returncode == 0, done.stderr
        (aside,) = data.glob("before-restore-*")
        assert str(aside) in done.stdout
        assert stamp(aside) == before
        assert (data / "postgres" / "global").is_dir()
        assert "pseudonym_key" in json.loads((data / "secrets.json").read_text())

        # Stopped it can be backed up too; dated archives beyond those to keep go, other files stay.
        backups = folder / "backups"
        backups.mkdir()
        for name in ("copil-20250101T000000Z.tar", "copil-20250102T000000Z.tar", "mine.tar"):
            (backups / name).touch()
        again = copil(data, "backup", str(backups), "--keep", "2")
        assert again.returncode == 0, again.stderr
        (newest,) = set(backups.glob("copil-2026*.tar")) | set(backups.glob("copil-20[3-9]*.tar"))
        assert {path.name for path in backups.iterdir()} == {"copil-20250102T000000Z.tar", "mine.tar", newest.name}
        assert json.loads((data / "last-backup.json").read_text())["file"] == str(newest)
        twice = copil(data, "backup", str(newest))
        assert twice.returncode == 1
        assert "never written over" in twice.stderr

        # An interruption in the last moment is no installation.
        (data / "restore.placing").mkdir()
        started = copil(data, "run", COPIL_PORT="65000")
        assert started.returncode == 1
        assert "interrupted" in started.stderr


@pytest.mark.parametrize("arguments", [("backup", "."), ("restore", "x.tar")])
def test_an_external_database_is_left_to_its_own_means(tmp_path: Path, arguments: tuple[str, str]) -> None:
    done = copil(tmp_path, *arguments, COPIL_POSTGRES_URL="postgresql://a@localhost/postgres")
    assert done.returncode == 1
    assert "that server's own means" in done.stderr
