"""Where things are: layers by file name, pure rules, small files."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LAYERS = ("endpoints", "service", "repository", "models")
TECHNICAL = ("sqlalchemy", "fastapi", "starlette", "httpx", "asyncpg", "aiohttp", "pyreqwest")
LONGEST_FILE = 350


def _sources() -> list[Path]:
    return sorted(
        path
        for top in ("services", "gateway", "deploy")
        for path in (ROOT / top).rglob("*.py")
        if "__pycache__" not in path.parts
    )


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _module(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


def test_there_is_something_to_check() -> None:
    assert len(_sources()) > 100


@pytest.mark.parametrize("path", [path for path in _sources() if "rules" in _module(path).split(".")], ids=_module)
def test_rules_are_pure(path: Path) -> None:
    """given a rules module / then it imports nothing that does input or output."""
    guilty = {name for name in _imports(path) if name.split(".")[0] in TECHNICAL}
    assert not guilty


@pytest.mark.parametrize("path", [path for path in _sources() if path.stem in LAYERS], ids=_module)
def test_layers_flow_one_way(path: Path) -> None:
    """given a layer of a feature / then it imports no layer above it, of any feature."""
    above = LAYERS[: LAYERS.index(path.stem)]
    own_code = ("services.", "gateway.")
    guilty = {name for name in _imports(path) if name.startswith(own_code) and name.split(".")[-1] in above}
    assert not guilty


@pytest.mark.parametrize("path", _sources(), ids=_module)
def test_files_stay_small_and_say_what_they_are(path: Path) -> None:
    text = path.read_text()
    assert text.count("\n") <= LONGEST_FILE
    assert ast.get_docstring(ast.parse(text)), "a module begins with one line of intent"


def test_no_service_imports_another() -> None:
    services = ("services.contracts", "services.kpi", "services.feedback", "gateway")
    for path in _sources():
        own = next((name for name in services if _module(path).startswith(name)), None)
        if own is None and not _module(path).startswith("services.common"):
            continue
        others = [name for name in services if name != own]
        guilty = {name for name in _imports(path) for other in others if name == other or name.startswith(f"{other}.")}
        assert not guilty, f"{_module(path)} imports {guilty}"
