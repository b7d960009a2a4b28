"""Response rates: exact counts by month of the invitation in the contract's zone."""

import asyncpg

from deploy.local.urls import plain
from tests.factories.feedback import invitation
from tests.feedback.surveys.conftest import Asking
from tests.support.callers import faults


async def test_months_are_those_of_the_contract(asking: Asking) -> None:
    """given invitations around midnight in Paris / then each counts in its month there, with Wilson's interval."""
    fates = asking.invite(*(invitation(f"k{place}") for place in range(10)))
    for fate in fates[:3]:
        assert asking.send(fate["url"], score="9").status_code == 200
    [month] = asking.responses()
    assert (month["invited"], month["answered"], month["open"], month["provisional"]) == (10, 3, 7, True)
    # As statsmodels has it for 3 of 10 by Wilson.
    assert (month["rate"], month["interval"]) == ("0.3000", {"low": "0.1078", "high": "0.6032", "level": "0.95"})
    connection = await asyncpg.connect(plain(asking.feedback.urls.worker))
    try:
        await connection.execute(
            "UPDATE survey_invitation SET invited_at = CASE WHEN answered_at IS NULL"
            " THEN timestamptz '2026-09-30 22:00:00Z' ELSE timestamptz '2026-09-30 21:59:59.999999Z' END,"
            " expires_at = timestamptz '2026-10-14 00:00Z' WHERE contract_id = $1",
            asking.pair.contract_id,
        )
    finally:
        await connection.close()
    [october] = asking.responses(period="2026-10")
    [september] = asking.responses(period="2026-09")
    assert (october["invited"], october["answered"], october["expired"], october["rate"]) == (7, 0, 7, "0.0000")
    assert (september["invited"], september["answered"], september["rate"]) == (3, 3, "1.0000")
    assert not october["provisional"]


def test_a_month_without_invitations_says_so(asking: Asking) -> None:
    assert asking.responses() == []
    [month] = asking.responses(period="2026-10")
    assert month == {
        "period": "2026-10", "invited": 0, "fatigued": 0, "answered": 0, "expired": 0, "open": 0, "refused": 0,
        "rate": None, "interval": None, "provisional": False,
    }  # fmt: skip
    for wrong in ("2026-13", "2026", "2026-1", "octobre"):
        assert faults(asking.manager.get(f"{asking.path}/responses", params={"period": wrong})) == {"query.period"}
