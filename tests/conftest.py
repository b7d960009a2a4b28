"""Fixtures that every test may ask for, and how the tests share the processors."""

from collections.abc import Generator

import pytest

pytest_plugins = ["tests.support.postgres", "tests.support.copil", "tests.support.browser"]

DEMONSTRATION = "demonstration"


@pytest.hookimpl(wrapper=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Generator[None]:
    """Keep together what shares something dear: all tests of the demonstration, and otherwise those of a file.

    The demonstration's come first, because they are the longest piece of work. A wrapper, so that the marks are there
    before xdist looks for them: its own implementation is registered later, and would come before any other.
    """
    for item in items:
        item.add_marker(pytest.mark.xdist_group(_group(item)))
    items.sort(key=lambda item: _group(item) != DEMONSTRATION)
    yield


def _group(item: pytest.Item) -> str:
    """The name of what must run in one process, one after the other."""
    return DEMONSTRATION if "copil" in getattr(item, "fixturenames", ()) else item.nodeid.split("::")[0]
