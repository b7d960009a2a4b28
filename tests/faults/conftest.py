"""One installation for all that is done to one."""

from collections.abc import Iterator

import pytest

from tests.faults.installation import Ground, ground
from tests.support.postgres import temporary_folder


@pytest.fixture(scope="session")
def running() -> Iterator[Ground]:
    """An installation whose parts are killed, stopped and loaded; each test brings companies or sources of its own."""
    with temporary_folder() as folder, ground(folder / "data") as started:
        yield started
