"""A silence that nobody explained makes the figures of its period incomplete, from when it was found on."""

from datetime import datetime
from random import Random
from typing import Any

from sqlalchemy import text

from services.common.auth.access import Function
from services.common.identifiers import new_id
from services.common.instants import from_microseconds, now, to_microseconds, to_text
from services.kpi.figures.publishing import publish_contract
from services.kpi.folding.clock import touch
from tests.kpi.folding.test_fold import HOUR, START, random_week
from tests.support.figures import explanation, figures
from tests.support.kpi import PARAMETERS, version
from tests.support.kpi_service import KpiHouse, KpiPair, commitment, contract_uuid

MONTH = "2026-10"
DAY = 24 * HOUR
_GAP = text(
    "INSERT INTO source_gap (contract_id, id, source_id, starts_at, ends_at, rule, expected, closed_at)"
    " VALUES (:contract, :id, :source, :starts, CAST(:ends AS timestamptz), 'rhythm', 40,"
    " CASE WHEN CAST(:ends AS timestamptz) IS NULL THEN NULL ELSE clock_timestamp() END)"
)


def _pair(house: KpiHouse, minimum: str | None = "0.95") -> KpiPair:
    parameters = {**PARAMETERS, "minimum_time_heard": minimum}
    return house.pair(terms=[{**version(parameters), "id": str(new_id())}], commitments=[commitment()])


async def _gap(bench: Any, pair: KpiPair, source: Any, start_us: int, end_us: int | None) -> str:
    gap_id = new_id()
    ends: datetime | None = None if end_us is None else from_microseconds(end_us)
    async with bench.database.background_session() as session:
        await session.execute(
            _GAP,
            {"contract": contract_uuid(pair), "id": gap_id, "source": source.id,
             "starts": from_microseconds(start_us), "ends": ends},
        )  # fmt: skip
        await touch(session, contract_uuid(pair), judged_anew=True)
    return str(gap_id)


async def _settle(bench: Any, pair: KpiPair) -> None:
    await bench.fold(to_microseconds(now()))
    while await publish_contract(bench.database, contract_uuid(pair)):
        pass


async def test_a_silence_makes_figures_incomplete_until_it_is_explained(house: KpiHouse) -> None:
    """given a judged month / when a source turns out to have been silent for two days of it, and a manager explains it
    / then incomplete in between, as known before and after as it was known, and each is a version."""
    pair = _pair(house)
    manager = house.member(pair.donneur_ordre_id, Function.MANAGER)
    async with house.workbench() as bench:
        source = await bench.source(contract_uuid(pair))
        await bench.store(source, random_week(Random(3), 40))
        await _settle(bench, pair)
        before = to_text(now())
        judged = figures(manager, pair.path, MONTH)["fcr_ticket", None]
        assert judged["verdict"] not in ("incomplete", "no_target")
        gap_id = await _gap(bench, pair, source, START + 3 * DAY, START + 5 * DAY)
        await _settle(bench, pair)
        between = to_text(now())
        silent = figures(manager, pair.path, MONTH)["fcr_ticket", None]
        assert (silent["verdict"], silent["value"]) == ("incomplete", judged["value"])
        told = explanation(manager, silent["figure_id"])
        assert told["recomputed"]["equal"]
        assert (told["heard"]["silent_s"], told["heard"]["minimum_time_heard"]) == (2 * 86_400, "0.95")
        assert told["heard"]["elapsed_s"] == 31 * 86_400 + 3_600  # the night of winter time
        path = f"/v1/sources/{source.id}/gaps/{gap_id}/explanations"
        answer = manager.post(path, {"kind": "quiet", "reason": "Fermeture annuelle"})
        assert answer.status_code in (200, 201), answer.text
        await _settle(bench, pair)
    after = figures(manager, pair.path, MONTH)["fcr_ticket", None]
    assert after["verdict"] == judged["verdict"]
    assert [judged["version"], silent["version"], after["version"]] == [1, 2, 3]
    for instant, verdict in ((before, judged["verdict"]), (between, "incomplete")):
        then = figures(manager, pair.path, MONTH, as_of=instant, known_at=instant)["fcr_ticket", None]
        assert then["verdict"] == verdict
    # Both changes are adjustments that name the silence, and no ticket.
    for number in (2, 3):
        told = manager.get(f"/v1/figures/{judged['figure_id']}/adjustments/{number}").json()
        assert (told["adds_up"], told["causes"], told["tickets"]["items"]) == (True, [], [])
        assert [(one["kind"], one["id"]) for one in told["agreed"]] == [("silence", gap_id)]
    for number, verdict in enumerate((judged["verdict"], "incomplete", judged["verdict"]), 1):
        assert explanation(manager, judged["figure_id"], version=number)["figure"]["verdict"] == verdict


async def test_a_short_silence_and_a_contract_that_asks_for_nothing(house: KpiHouse) -> None:
    for minimum, days in ((None, 10), ("0.95", 1)):
        pair = _pair(house, minimum)
        reader = house.member(pair.sous_traitant_id, Function.READER)
        async with house.workbench() as bench:
            source = await bench.source(contract_uuid(pair))
            await bench.store(source, random_week(Random(4), 30))
            await _gap(bench, pair, source, START, START + days * DAY)
            await _settle(bench, pair)
        assert figures(reader, pair.path, MONTH)["fcr_ticket", None]["verdict"] != "incomplete"


async def test_a_silence_that_lasts_is_judged_by_the_hour(house: KpiHouse) -> None:
    """given a silence that lasts / when only time passes / then the day becomes incomplete, without any event."""
    pair = _pair(house, "0.5")
    reader = house.member(pair.sous_traitant_id, Function.READER)
    async with house.workbench() as bench:
        source = await bench.source(contract_uuid(pair))
        await bench.store(source, random_week(Random(5), 30))
        midnight = to_microseconds(datetime.fromisoformat("2026-10-15T00:00:00+02:00"))
        await bench.fold(midnight)
        await _gap(bench, pair, source, midnight, None)

        async def at(instant_us: int) -> dict[str, Any]:
            await bench.fold(instant_us)
            return figures(reader, pair.path, MONTH)["fcr_ticket", None]

        # Fourteen days were heard: fourteen days of silence are half of the month so far, and one hour more is over it.
        # The last Sunday of October has an hour more.
        half = midnight + 14 * DAY
        assert (await at(half))["verdict"] != "incomplete"
        assert (await at(half + HOUR // 2))["data_as_of"] == to_text(from_microseconds(half))
        over = await at(half + HOUR + 1)
        assert (over["verdict"], over["data_as_of"]) == ("incomplete", to_text(from_microseconds(half + HOUR + 1)))
