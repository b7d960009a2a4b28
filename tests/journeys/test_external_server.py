"""The whole product on Debian's PostgreSQL 15 instead of the server that comes along."""

from random import Random
from typing import Any

import pytest

from tests.factories.webhooks import at
from tests.faults.installation import ground
from tests.support.lives import random_lives
from tests.support.newcomers import Agreement, Newcomers
from tests.support.postgres import debian_binaries, temporary_folder

SEED = 20_261_128
TICKETS = 400
START = at("2026-10-01T00:00:00Z")
AS_OF = "2030-01-01T00:00:00Z"
OF_THE_INSTALLATION = {"source_id", "figure_id", "data_as_of"}


def _told(newcomers: Newcomers, agreement: Agreement) -> tuple[list[dict[str, Any]], list[dict[str, Any]], Any]:
    """Replay the same lives into a new source; the rows of tickets, the figures, and the summary of the replay."""
    source = agreement.connect()
    recorded = [one.recorded(n) for n, one in enumerate(random_lives(Random(SEED), START, TICKETS, hours=600))]
    replay = newcomers.admin.post(f"{source.path}/replays", recorded)
    assert replay.status_code == 200, replay.text
    both = [
        manager.get(f"{agreement.figures}/figures", params={"period": "2026-10", "as_of": AS_OF})
        for manager in agreement.managers
    ]
    assert both[0].content == both[1].content
    return _bare(agreement.tickets(as_of=AS_OF)), _bare(both[0].json()["items"]), replay.json()["summary"]


def _bare(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{name: value for name, value in row.items() if name not in OF_THE_INSTALLATION} for row in rows]


def test_the_same_lives_are_the_same_figures_on_postgresql_15(
    newcomers: Newcomers, monkeypatch: pytest.MonkeyPatch
) -> None:
    """given 400 lives / when both servers are told them / then tickets and figures are the same, for both parties."""
    monkeypatch.setenv("COPIL_POSTGRES_BINARIES", str(debian_binaries()))
    with temporary_folder() as folder, ground(folder / "data") as other:
        on_debian = _told(other.newcomers, other.agreement)
        stranger = other.newcomers.company("Maison Étrangère").manager
        assert stranger.get(f"{other.agreement.figures}/tickets").status_code == 404
    embedded = _told(newcomers, newcomers.agreement())
    assert on_debian == embedded
    tickets, figures, summary = embedded
    assert len(tickets) > TICKETS / 2
    assert summary["accepted"] > TICKETS
    assert sum(figure["sample_size"] or 0 for figure in figures) > TICKETS
