"""Fixtures that every test may ask for, and how the tests share the processors."""

import pytest
from xdist.scheduler import LoadScopeScheduling

pytest_plugins = ["tests.support.postgres", "tests.support.copil", "tests.support.browser"]

DEMONSTRATION = "demonstration"
OF_THE_DEMONSTRATION = ("tests/authorisation/", "tests/browser/", "tests/interfaces/", "tests/journeys/")
"""Where its tests are: all in one process, so that it is loaded once."""


class Sharing(LoadScopeScheduling):  # type: ignore[misc]  # xdist tells no types
    """Keeps together what shares something dear: all tests of the demonstration, and otherwise those of a file.

    The largest piece is handed out first. Marks would say the same, but xdist 3.8 does not find them with pytest 9.2.
    """

    def _split_scope(self, nodeid: str) -> str:
        return _group(nodeid)


def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> Sharing:
    """The order of `--dist loadscope`, with our own idea of what belongs together."""
    return Sharing(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Refuse a test of the demonstration where another process would run it, and load it a second time."""
    for item in items:
        if "copil" in getattr(item, "fixturenames", ()) and _group(item.nodeid) != DEMONSTRATION:
            raise pytest.UsageError(f"{item.nodeid} asks for the demonstration: it belongs into one of its folders.")


def _group(nodeid: str) -> str:
    """The name of what must run in one process, one after the other."""
    return DEMONSTRATION if nodeid.startswith(OF_THE_DEMONSTRATION) else nodeid.split("::")[0]
