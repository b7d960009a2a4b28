"""Fixtures of the runner's tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from deploy.local.postgres import wheel_binaries
from tests.deploy.installation import FakeCopil
from tests.support.postgres import debian_binaries, temporary_folder


@pytest.fixture(params=["wheel", "debian"])
def binaries(request: pytest.FixtureRequest) -> Path:
    """Server programs: each test that asks for them runs on both."""
    return wheel_binaries() if request.param == "wheel" else debian_binaries()


@pytest.fixture
def folder() -> Iterator[Path]:
    """A new data folder."""
    with temporary_folder() as made:
        yield made


@pytest.fixture
def fake_copil(folder: Path) -> Iterator[FakeCopil]:
    """A runner with tiny applications, not yet started; whatever it leaves is ended with the test."""
    fake = FakeCopil(folder)
    try:
        yield fake
    finally:
        fake.end()
