"""The history of the feedback database."""

import asyncpg
import pytest

from deploy.local.urls import plain
from services.common.migrations import migrate
from services.feedback.answer_imports import models as _imports  # noqa: F401
from services.feedback.answers import models as _answers  # noqa: F401 - registers the tables
from services.feedback.corrections import models as _corrections  # noqa: F401
from services.feedback.outgoing import models as _outgoing  # noqa: F401
from services.feedback.relay import models as _relay  # noqa: F401
from services.feedback.releases import models as _releases  # noqa: F401
from services.feedback.survey_tools import models as _tools  # noqa: F401
from services.feedback.tables import Table
from services.feedback.themes import models as _themes  # noqa: F401
from tests.support.databases import blocking, own_database
from tests.support.postgres import ProvisionedServer
from tests.support.schema import differences, up_down_up, without_forced_row_security


@pytest.mark.parametrize("server", ["embedded_postgres", "debian_postgres"])
def test_up_down_up_is_up(request: pytest.FixtureRequest, server: str) -> None:
    with own_database(request.getfixturevalue(server), "feedback", "feedback_cycle", revision=None) as urls:
        up, down, again = blocking(up_down_up("feedback", urls.owner))
    assert up == again
    assert up["policies"]
    assert not any(down.values())


def test_back_before_efforts_they_go_and_everything_else_stays(embedded_postgres: ProvisionedServer) -> None:
    """given an answer on effort with its words, and one on satisfaction / when taken back / then only the latter."""
    with own_database(embedded_postgres, "feedback", "feedback_efforts") as urls:
        blocking(_keep_answers(urls.worker))
        blocking(migrate("feedback", urls.owner, "0003"))
        assert blocking(_kinds(urls.worker)) == ["csat"]
        blocking(migrate("feedback", urls.owner))


async def _keep_answers(url: str) -> None:
    connection = await asyncpg.connect(plain(url))
    try:
        await connection.execute(
            "INSERT INTO survey_answer (contract_id, id, source_id, answer_key, kind, score, scale_max, has_comment,"
            " answered_at) SELECT gen_random_uuid(), gen_random_uuid(), 'feedback', kind, kind, 4, 7, true, now()"
            " FROM unnest(ARRAY['ces', 'csat']) AS kind"
        )
        await connection.execute(
            "INSERT INTO verbatim (contract_id, answer_id, text, hidden, rules)"
            " SELECT contract_id, id, 'Simple', '[]', 1 FROM survey_answer"
        )
    finally:
        await connection.close()


async def _kinds(url: str) -> list[str]:
    connection = await asyncpg.connect(plain(url))
    try:
        return [row["kind"] for row in await connection.fetch("SELECT kind FROM survey_answer")]
    finally:
        await connection.close()


def test_models_are_the_tables_and_every_row_is_protected(embedded_postgres: ProvisionedServer) -> None:
    with own_database(embedded_postgres, "feedback", "feedback_models") as urls:
        assert blocking(differences(urls.owner, Table.metadata)) == []
        assert blocking(without_forced_row_security(urls.owner)) == {"alembic_version"}
