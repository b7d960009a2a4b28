"""Fixtures that every test may ask for, and how the tests share the processors."""

import pytest
from xdist.scheduler import LoadScopeScheduling

pytest_plugins = ["tests.support.postgres", "tests.support.copil", "tests.support.browser"]

OF_THE_DEMONSTRATION = {
    "asked": ("tests/authorisation/", "tests/interfaces/"),
    "seen": ("tests/browser/", "tests/journeys/"),
}
"""Where its tests are. Two pieces, of one process each: together they are nearly as long as all others."""
TOGETHER = {**OF_THE_DEMONSTRATION, "hurt": ("tests/faults/",)}
"""Pieces that share an installation."""


class Sharing(LoadScopeScheduling):  # type: ignore[misc]  # xdist tells no types
    """Keeps together what shares an installation, and otherwise the tests of a file.

    The largest piece is handed out first. Marks would say the same, but xdist 3.8 does not find them with pytest 9.2.
    """

    def _split_scope(self, nodeid: str) -> str:
        return _group(nodeid)


def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> Sharing:
    """The order of `--dist loadscope`, with our own idea of what belongs together."""
    return Sharing(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Refuse a test of the demonstration where any process would run it, and load it once more."""
    for item in items:
        if "copil" in getattr(item, "fixturenames", ()) and _group(item.nodeid) not in OF_THE_DEMONSTRATION:
            raise pytest.UsageError(f"{item.nodeid} asks for the demonstration: it belongs into one of its folders.")


def _group(nodeid: str) -> str:
    """The name of what must run in one process, one after the other."""
    pieces = (name for name, folders in TOGETHER.items() if nodeid.startswith(folders))
    return next(pieces, nodeid.split("::")[0])
