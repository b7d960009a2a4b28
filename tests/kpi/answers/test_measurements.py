"""Answers that feedback received: counted like any other, once, explained, and gone when withdrawn."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import msgspec
import pytest
from pydantic import ValidationError

from services.common.identifiers import new_id
from services.common.instants import now, to_microseconds
from services.kpi.answers import service
from services.kpi.answers.schemas import MeasurementsTold
from services.kpi.dimensions.rules import Name
from services.kpi.dimensions.service import list_figures as list_cuts
from services.kpi.explanations.service import explain
from services.kpi.figures.rules.identity import FigureKey
from services.kpi.figures.rules.instants import Instants
from services.kpi.figures.rules.periods import parse_period
from services.kpi.figures.service import list_figures_at, read_live
from services.kpi.tickets.service import list_tickets
from tests.support.figures import live, sums_differ
from tests.support.kpi import Workbench

PERIOD = parse_period("2026-10")
AT = "2026-10-12T14:03:00Z"


def _told(contract_id: UUID, *answers: tuple[str, int, int], **more: Any) -> MeasurementsTold:
    measurements = [
        {"answer_id": new_id(), "kind": kind, "score": score, "scale_max": scale, "answered_at": AT, "received_at": AT}
        | more
        for kind, score, scale in answers
    ]
    return MeasurementsTold.model_validate({"contract_id": contract_id, "measurements": measurements})


async def _keep(workbench: Workbench, told: MeasurementsTold) -> int:
    async with workbench.database.background_session() as session:
        return (await service.keep(session, None, told)).kept  # type: ignore[arg-type]


async def test_answers_make_figures_with_intervals_and_a_withdrawn_one_counts_no_more(workbench: Workbench) -> None:
    contract_id = (await workbench.contract()).id
    answers = [("nps", 9, 10), ("nps", 10, 10), ("nps", 6, 10), ("csat", 4, 5), ("csat", 3, 5)]
    efforts = [("ces", score, 7) for score in range(1, 8)]
    told = _told(contract_id, *answers, *[("fcr_declared", 1, 1)] * 3, ("fcr_declared", 0, 1), *efforts)
    assert await _keep(workbench, told) == 16
    assert await _keep(workbench, told) == 0
    before = now()
    await workbench.fold(to_microseconds(now()))
    found = await live(workbench.database, contract_id, "2026-10")

    def read(code: str) -> tuple[str, int | None, int | None]:
        figure = found[code, None]
        assert figure.interval is not None
        assert figure.interval.low < (figure.value or 0) < figure.interval.high
        return str(figure.value), figure.numerator, figure.denominator

    assert read("nps") == ("33.33", 1, 3)
    assert read("csat") == ("0.5000", 1, 2)
    assert read("fcr_declared") == ("0.7500", 3, 4)
    assert read("ces") == ("0.4286", 3, 7), "5 to 7 of 7 agree that it was made easy"
    assert found["data_completeness", None].denominator == 0
    assert found["backlog", None].value is None, "answers alone tell of no stock"
    assert await sums_differ(workbench.database, contract_id) == 0

    gone = told.measurements[0].model_copy(update={"withdrawn": True})
    assert await _keep(workbench, MeasurementsTold(contract_id=contract_id, measurements=[gone])) == 1
    await workbench.fold(to_microseconds(now()))
    found = await live(workbench.database, contract_id, "2026-10")
    assert read("nps") == ("0.00", 0, 2)
    assert await sums_differ(workbench.database, contract_id) == 0

    async with workbench.database.background_session() as session:
        # The past is answered as it was known then.
        then = await list_figures_at(session, contract_id, PERIOD, Instants(before, before))
        assert b'"indicator":"nps","variant":null,"period":"2026-10","dimensions":{},"value":"33.33"' in then.body
        for code in ("nps", "csat", "fcr_declared", "ces"):
            explained = await explain(session, FigureKey(contract_id, code, None, PERIOD), None, None, None)
            assert explained.equal
            assert len(explained.population) == explained.figure.denominator
            anew = await explain(session, FigureKey(contract_id, code, None, PERIOD), None, now(), now())
            assert (anew.equal, anew.figure.value) == (True, explained.figure.value)
        rows, _ = await list_tickets(session, contract_id, None, now(), None, None, 10)
        assert rows == []
        assert await list_tickets(session, contract_id, "feedback", now(), None, None, 10) == ([], None)


async def test_heard_of_first_as_withdrawn_it_never_counts(workbench: Workbench) -> None:
    contract_id = (await workbench.contract()).id
    told = _told(contract_id, ("nps", 9, 10), withdrawn=True)
    assert await _keep(workbench, told) == 2
    assert await _keep(workbench, MeasurementsTold(
        contract_id=contract_id, measurements=[told.measurements[0].model_copy(update={"withdrawn": False})]
    )) == 0  # fmt: skip
    await workbench.fold(to_microseconds(now()))
    assert (await live(workbench.database, contract_id, "2026-10"))["nps", None].denominator == 0


async def test_an_answer_counts_on_the_local_day_it_was_given(workbench: Workbench) -> None:
    contract_id = (await workbench.contract()).id
    late = datetime(2026, 10, 31, 23, 30, tzinfo=UTC)
    await _keep(workbench, _told(contract_id, ("nps", 9, 10), answered_at=late, received_at=late))
    await workbench.fold(to_microseconds(now()))
    async with workbench.database.background_session() as session:
        for period, count in (("2026-10", 0), ("2026-11-01", 1)):
            _, told = await read_live(session, contract_id, parse_period(period))
            assert next(one.denominator for one in told if one.indicator == "nps") == count


@pytest.mark.parametrize(("score", "scale"), [(0, 7), (8, 7), (5, 5), (5, 10)])
def test_an_effort_has_one_scale(score: int, scale: int) -> None:
    with pytest.raises(ValidationError):
        _told(new_id(), ("ces", score, scale))


async def test_an_answer_counts_for_the_channel_it_was_told_with(workbench: Workbench) -> None:
    """given a dimension of channels / then an answer's own channel is its value; what told none is not lost."""
    declared = {"channel": {"attribute": "channel", "values": {"SMS": "Mobile"}}, "site": {"attribute": "group"}}
    contract_id = (await workbench.contract({"dimensions": declared})).id
    for channel in ("SMS", "e-mail", None, ""):
        await _keep(workbench, _told(contract_id, ("ces", 6, 7), channel=channel))
    await workbench.fold(to_microseconds(now()))
    page = (100, None)

    async def counted(dimension: Name, instants: Instants) -> dict[str, int | None]:
        async with workbench.database.background_session() as session:
            answer = await list_cuts(session, contract_id, PERIOD, dimension, instants, page)
        items = [one for one in msgspec.json.decode(answer.body)["items"] if one["indicator"] == "ces"]
        return {one["dimensions"][dimension]: one["denominator"] for one in items}

    for instants in (Instants(), Instants(now(), now())):
        assert await counted("channel", instants) == {"": 2, "*": 1, "Mobile": 1}
        assert await counted("site", instants) == {"": 4}
    assert await sums_differ(workbench.database, contract_id) == 0
