"""The units: well-formed, hardened, and their commands do what they say under an unprivileged user."""

import configparser
import os
import pwd
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from deploy.local.privileges import Identity, command_prefix
from tests.support.copil import ROOT, free_port
from tests.support.postgres import copy_empty_cluster, temporary_folder
from tests.support.processes import descendants, end_by_force, eventually, lives

UNITS = ROOT / "deploy" / "systemd"
SERVICES = ("copil.service", "copil-backup.service")
WANTED = {
    "NoNewPrivileges": "yes", "ProtectSystem": "strict", "ProtectHome": "yes", "PrivateTmp": "yes", "User": "copil",
    "UMask": "0077", "CapabilityBoundingSet": "", "StateDirectory": "copil", "StateDirectoryMode": "0700",
}  # fmt: skip


class _Unit(dict[str, list[str]]):
    """The settings of a unit's [Service], each with all its values."""

    def __init__(self, name: str) -> None:
        super().__init__()
        section = ""
        for line in (UNITS / name).read_text().splitlines():
            if line.startswith("["):
                section = line
            elif section == "[Service]" and line and not line.startswith("#"):
                key, _, value = line.partition("=")
                self.setdefault(key, []).append(value)

    def environment(self) -> dict[str, str]:
        """What the unit sets."""
        return dict(pair.split("=", 1) for line in self["Environment"] for pair in line.split())


@pytest.mark.parametrize("name", SERVICES)
def test_the_services_are_hardened(name: str) -> None:
    unit = _Unit(name)
    assert {key: unit[key][-1] for key in WANTED} == WANTED


def test_systemd_understands_the_units_and_finds_them_hard(tmp_path: Path) -> None:
    analyze = shutil.which("systemd-analyze")
    if analyze is None:
        # What systemd itself would say is said where it is installed; the shape is checked everywhere.
        for path in UNITS.iterdir():
            configparser.ConfigParser(strict=False, interpolation=None).read(path)
        return
    for path in UNITS.iterdir():
        # The clone is at home in /opt/copil; here it is where it is.
        (tmp_path / path.name).write_text(path.read_text().replace("/opt/copil/.venv/bin/python", "/bin/true"))
    done = subprocess.run(
        [analyze, "verify", "--man=no", *(str(path) for path in tmp_path.iterdir())], capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")
    for name in SERVICES:
        done = subprocess.run(
            [analyze, "security", "--offline=true", "--threshold=25", str(tmp_path / name)],
            capture_output=True, text=True,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout[-200:]


@contextmanager
def _as_the_unit_would(name: str, places: dict[str, str], **more: str) -> Iterator[subprocess.Popen[bytes]]:
    """Start a unit's ExecStart with its environment and nothing else, as a user without any rights."""
    unit = _Unit(name)

    def here(text: str) -> str:
        for there, place in places.items():
            text = text.replace(there, place)
        return text

    command = here(unit["ExecStart"][0]).split()
    prefix: list[str] = []
    if os.geteuid() == 0:
        nobody = pwd.getpwnam("nobody")
        prefix = command_prefix(Identity(nobody.pw_uid, nobody.pw_gid), readable=[Path(command[0]).resolve()])
    environment = {key: here(value) for key, value in unit.environment().items()}
    process = subprocess.Popen(
        [*prefix, *command],
        cwd=here(unit["WorkingDirectory"][0]),
        env={"PATH": "/usr/bin:/bin", **environment, **more},
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, umask=0o077,
    )  # fmt: skip
    family = {process.pid}
    try:
        yield process
    finally:
        family |= descendants(process.pid)
        if process.poll() is None:
            process.kill()
        process.communicate()
        end_by_force(family)


def test_the_commands_run_as_the_units_say() -> None:
    """given an unprivileged user / when the units' commands run / then Copil is ready, is backed up, and stops."""
    with temporary_folder() as folder:
        places = {"/opt/copil": str(ROOT)}
        for there, name in (("/var/lib/copil", "s"), ("/run/copil", "r"), ("/var/backups/copil", "b")):
            (folder / name).mkdir(mode=0o700)
            places[there] = str(folder / name)
        copy_empty_cluster(folder / "s")
        if os.geteuid() == 0:
            nobody = pwd.getpwnam("nobody")
            for path in (*folder.rglob("*"), folder / "s" / "postgres.password"):
                os.chown(path, nobody.pw_uid, nobody.pw_gid)
        port = str(free_port())
        with _as_the_unit_would("copil.service", places, COPIL_PORT=port) as running:
            administrator = folder / "s" / "administrator.json"

            def ready() -> bool:
                asked = subprocess.run(
                    ["curl", "--silent", "--fail", "--noproxy", "*", f"http://127.0.0.1:{port}/readyz"],
                    capture_output=True,
                )
                return asked.returncode == 0 or running.poll() is not None

            eventually(ready, "ready", 120)
            assert running.poll() is None, running.communicate()[0].decode()[-3000:]
            assert administrator.stat().st_mode & 0o777 == 0o600
            with _as_the_unit_would("copil-backup.service", places) as backing_up:
                said = backing_up.communicate(timeout=120)[0].decode()
                assert backing_up.returncode == 0, said
            assert len(list((folder / "b").glob("copil-*.tar"))) == 1
            family = descendants(running.pid)
            running.send_signal(signal.SIGTERM)
            said = running.communicate(timeout=60)[0].decode()
            assert running.returncode == 0, said
            assert not [pid for pid in family if lives(pid)]
