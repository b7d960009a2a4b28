"""The history of the feedback database."""

import pytest

from services.feedback.answer_imports import models as _imports  # noqa: F401 - registers the tables
from services.feedback.answers import models as _answers  # noqa: F401 - registers the tables
from services.feedback.survey_tools import models as _tools  # noqa: F401
from services.feedback.tables import Table
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


def test_models_are_the_tables_and_every_row_is_protected(embedded_postgres: ProvisionedServer) -> None:
    with own_database(embedded_postgres, "feedback", "feedback_models") as urls:
        assert blocking(differences(urls.owner, Table.metadata)) == []
        assert blocking(without_forced_row_security(urls.owner)) == {"alembic_version"}
