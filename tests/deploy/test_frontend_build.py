"""The front end is built when something it is made of has changed, and only then."""

import json
from pathlib import Path

import pytest

from deploy.local.errors import RunnerError
from deploy.local.frontend import build, sources

BUILD = (
    "const fs = require('fs'); fs.rmSync('dist', {recursive: true, force: true}); fs.mkdirSync('dist');"
    "fs.mkdirSync('src/locales', {recursive: true}); fs.writeFileSync('src/locales/fr.ts', String(Date.now()));"
    "fs.writeFileSync('dist/index.html', fs.readFileSync('src/page.txt'))"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A front end of one page, without packages."""
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "page.txt").write_text("one")
    (tmp_path / "build.cjs").write_text(BUILD)
    package = {"name": "x", "version": "0.0.0", "private": True, "scripts": {"build": "node build.cjs"}}
    (tmp_path / "package.json").write_text(json.dumps(package))
    (tmp_path / "package-lock.json").write_text(
        json.dumps({"name": "x", "version": "0.0.0", "lockfileVersion": 3, "packages": {"": package}})
    )
    return tmp_path


def test_nothing_is_built_twice(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    lock = (folder / "package-lock.json").read_bytes()
    assert build(folder)
    page = folder / "dist" / "index.html"
    assert page.read_text() == "one"
    assert [line.split(" in ")[0] for line in capfd.readouterr().out.splitlines()] == [
        "Installing the packages of the front end (once, about a minute).",
        "Building the front end.",
        "Front end built",
    ]
    assert not build(folder)
    assert capfd.readouterr().out == ""

    (folder / "src" / "page.txt").write_text("two")
    assert build(folder)
    assert page.read_text() == "two"
    assert "Installing" not in capfd.readouterr().out

    (folder / "dist" / ".copil-built").unlink()
    assert build(folder), "a build that was cut off is done again"
    assert (folder / "package-lock.json").read_bytes() == lock


def test_a_build_that_fails_says_why(folder: Path) -> None:
    (folder / "build.cjs").write_text("console.error('no such colour'); process.exit(3)")
    with pytest.raises(RunnerError) as failure:
        build(folder)
    assert "no such colour" in str(failure.value)
    assert "make frontend" in str(failure.value)
    (folder / "build.cjs").write_text(BUILD)
    assert build(folder)


def test_without_a_front_end_there_is_nothing_to_build(tmp_path: Path) -> None:
    assert not build(tmp_path)
    assert not build(tmp_path / "absent")


def test_what_builds_make_is_no_source(folder: Path) -> None:
    build(folder)
    (folder / "README.md").write_text("words")
    assert [str(path.relative_to(folder)) for path in sources(folder)] == [
        "build.cjs", "package-lock.json", "package.json", "src/page.txt",
    ]  # fmt: skip


def test_what_checks_leave_behind_is_no_source(tmp_path: Path) -> None:
    """given packages of a tool and a log beside the sources / then nothing has to be built again for them."""
    for name in ("src/main.ts", "tools/openapi/package.json", "tools/openapi/node_modules/x/index.js", "size.log"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")
    found = {path.relative_to(tmp_path).as_posix() for path in sources(tmp_path)}
    assert found == {"src/main.ts", "tools/openapi/package.json"}
