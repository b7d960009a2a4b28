"""Reading the built front end: once, into memory, so that no request ever names a file to the system."""

from pathlib import Path

from gateway.pages.rules import CODINGS, INDEX, File, Form, cache_control, media_type


def read_files(folder: Path | None) -> dict[str, File]:
    """Path -> file of everything that was built; nothing when it was not."""
    if folder is None or not (folder / INDEX.lstrip("/")).is_file():
        return {}
    endings = tuple(ending for _, ending in CODINGS)
    return {
        f"/{path.relative_to(folder).as_posix()}": _read(folder, path)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.endswith(endings) and not _is_hidden(folder, path)
    }


def _is_hidden(folder: Path, path: Path) -> bool:
    """What the build keeps for itself, and whatever a link leads out to."""
    return any(part.startswith(".") for part in path.relative_to(folder).parts) or not path.resolve().is_relative_to(
        folder.resolve()
    )


def _read(folder: Path, path: Path) -> File:
    name = f"/{path.relative_to(folder).as_posix()}"
    plain = path.read_bytes()
    forms = []
    for coding, ending in CODINGS:
        sibling = path.with_name(path.name + ending)
        if sibling.is_file() and not _is_hidden(folder, sibling):
            content = sibling.read_bytes()
            if len(content) < len(plain):
                forms.append(Form.of(content, coding))
    return File(media_type(name).encode(), cache_control(name), (*forms, Form.of(plain)))
