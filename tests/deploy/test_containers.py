"""The container recipes, as far as they can be held without building an image."""

import importlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from deploy.containers import environment
from deploy.local.folder import DataFolder
from deploy.local.options import Options
from deploy.local.secrets import load_or_create
from tests.support.copil import ROOT

RECIPE = ROOT / "deploy" / "containers" / "Containerfile"
APPS = ("contracts", "kpi", "feedback", "gateway")
OWN = {"contracts": "services/contracts", "kpi": "services/kpi", "feedback": "services/feedback", "gateway": "gateway"}


def _copied(target: str) -> list[tuple[str, str]]:
    """(from the clone, to the image) of a target, those of what it is built on first."""
    stages: dict[str, tuple[str, list[tuple[str, str]]]] = {}
    name = ""
    for line in RECIPE.read_text().splitlines():
        if found := re.fullmatch(r"FROM (\S+) AS (\S+)", line):
            name = found[2]
            stages[name] = (found[1], [])
        elif (found := re.fullmatch(r"COPY (\S+) (\S+)", line)) and not found[1].startswith("--from"):
            stages[name][1].append((found[1], found[2]))
    base, own = stages[target]
    return [*(_copied(base) if base in stages else []), *own]


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    """The parsed compose file."""
    parsed: dict[str, Any] = importlib.import_module("yaml").safe_load((RECIPE.parent / "compose.yaml").read_text())
    return parsed


@pytest.fixture(scope="module")
def environments(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, str]]:
    """What each container would be given, as compose reads the files."""
    folder = tmp_path_factory.mktemp("containers")
    load_or_create(folder / "secrets.json")
    environment.write(Options(DataFolder(folder)), folder / "env", "https://copil.example", "database:5432")
    read = {}
    for app in APPS:
        path = folder / "env" / f"{app}.env"
        assert path.stat().st_mode & 0o777 == 0o600
        pairs = (line.split("=", 1) for line in path.read_text().splitlines())
        read[app] = {
            name: value[1:-1].replace("\\n", "\n") if value.startswith('"') else value for name, value in pairs
        }
    return read


@pytest.mark.parametrize("app", APPS)
def test_an_image_holds_one_service_and_the_shared_library(app: str) -> None:
    copied = [source for source, _ in _copied(app)]
    for source in copied:
        # The front end is built before the images are.
        assert (ROOT / source).exists() or source == "frontend/dist", source
    services = {source for source in copied if source.startswith("services/") or source == "gateway"}
    assert services == {"services/__init__.py", "services/common", OWN[app]}


@pytest.mark.parametrize("process", [*APPS, "kpi-worker"])
def test_what_an_image_starts_can_be_built_from_what_it_holds(
    process: str, environments: dict[str, dict[str, str]], tmp_path: Path
) -> None:
    """given only the copied paths and the written environment / then the application is built."""
    app = process.removesuffix("-worker")
    for source, place in _copied(app):
        target = tmp_path / place
        target.parent.mkdir(parents=True, exist_ok=True)
        if (ROOT / source).is_dir():
            shutil.copytree(ROOT / source, target, ignore=shutil.ignore_patterns("__pycache__"))
        elif (ROOT / source).exists():
            shutil.copy(ROOT / source, target)
    done = subprocess.run(
        [sys.executable, "serve.py", process, "--check"],
        cwd=tmp_path, env={"PATH": os.environ["PATH"], **environments[app]}, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    others = [name for name in APPS if name != app]
    looked = subprocess.run(
        [sys.executable, "-c", f"import {OWN[others[0]].replace('/', '.')}.app"], cwd=tmp_path, capture_output=True
    )
    assert looked.returncode != 0, "another service is in the image"


def test_compose_starts_every_process_and_publishes_the_gateway_alone(
    compose: dict[str, Any], environments: dict[str, dict[str, str]]
) -> None:
    services = compose["services"]
    assert services.keys() == {*APPS, "kpi-worker", "database"}
    text = RECIPE.read_text()
    for name, told in services.items():
        if name == "database":
            continue
        app = name.removesuffix("-worker")
        assert told["env_file"] == [f"env/{app}.env"]
        assert told["image"] == f"copil-{app}"
        assert "build" not in told or f"AS {told['build']['target']}\n" in text
        assert told["cap_drop"] == ["ALL"]
        assert told["read_only"] is True
    assert [name for name, told in services.items() if "ports" in told] == ["database", "gateway"]
    assert all(port.startswith("127.0.0.1:") for told in services.values() for port in told.get("ports", ()))
    addresses = {value for told in environments.values() for name, value in told.items() if name.endswith("_URL")}
    hosts = {found[1] for value in addresses if (found := re.match(r"http://([a-z-]+):8000", value))}
    assert hosts <= services.keys()


def test_both_say_that_they_were_not_built_here() -> None:
    for name in ("Containerfile", "compose.yaml"):
        assert "NOT BUILT HERE" in (RECIPE.parent / name).read_text().splitlines()[0]
