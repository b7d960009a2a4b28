"""People of the demonstration in a browser, each in a context of their own."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.support.copil import Copil
from tests.support.visits import Doors, Visits


@pytest.fixture(scope="session")
def doors(copil: Copil) -> Iterator[Doors]:
    """Sign-ins, each made once for the whole run."""
    with Doors(copil) as opened:
        yield opened


@pytest.fixture
def visits(browser: Browser, doors: Doors) -> Iterator[Visits]:
    """Pages for one test, all closed after it; a page that fails in its console fails the test."""
    opened = Visits(browser, doors)
    yield opened
    opened.close()
    assert opened.faults == []


@pytest.fixture
def empty_visits(browser: Browser, empty_copil: Copil) -> Iterator[Visits]:
    """The same for an installation that began with nothing."""
    with Doors(empty_copil) as doors:
        opened = Visits(browser, doors)
        yield opened
        opened.close()
    assert opened.faults == []


@pytest.fixture(scope="module")
def long_visits(browser: Browser, doors: Doors) -> Iterator[Visits]:
    """Pages that the tests of a module share."""
    opened = Visits(browser, doors)
    yield opened
    opened.close()
    assert opened.faults == []
