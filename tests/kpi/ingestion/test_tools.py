"""Every tool at the running service: connected, asked before it sends, taken in, its password not kept."""

import hmac
from typing import Any

import httpx
import pytest
from sqlalchemy import text

from services.common.auth.access import Function
from services.common.instants import now, to_microseconds
from services.kpi.ingestion.connectors import CONNECTORS
from tests.factories.tool_signing import SECRETS, tool_headers
from tests.factories.tool_stories import AGENT, CAN_TELL, CREATED, tell
from tests.factories.webhooks import Delivery, cloud_event, generic_delivery, zendesk_delivery, zendesk_event
from tests.support.callers import Api
from tests.support.kpi_service import KpiHouse, KpiPair
from tests.support.problems import problem

ALL = pytest.mark.parametrize("system", list(CONNECTORS))


@pytest.fixture(scope="module")
def pair(house: KpiHouse) -> KpiPair:
    """A contract between two new companies."""
    return house.pair()


@pytest.fixture(scope="module")
def manager(house: KpiHouse, pair: KpiPair) -> Api:
    """Who may connect tools."""
    return house.member(pair.sous_traitant_id, Function.MANAGER)


def connect(manager: Api, pair: KpiPair, system: str, **more: Any) -> dict[str, Any]:
    """A source with the secret of the factories, unless told otherwise."""
    given = more or {"secret": SECRETS[system]}
    answer = manager.post("/v1/sources", {"contract_id": pair.contract_id, "system": system, "name": system, **given})
    assert answer.status_code == 201
    told: dict[str, Any] = answer.json()
    return told


def ask(house: KpiHouse, method: str, source_id: str, query: str = "") -> httpx.Response:
    return house.http.request(method, f"{house.url}/hooks/{source_id}{query}")


def send(house: KpiHouse, source_id: str, delivery: Delivery) -> httpx.Response:
    return house.http.post(f"{house.url}/hooks/{source_id}", content=delivery.body, headers=delivery.headers)


def first_delivery(system: str) -> Delivery:
    """The creation of a ticket, now."""
    now_us = to_microseconds(now()) // 1_000_000 * 1_000_000
    if system in CAN_TELL:
        return tell(system, [(CREATED, now_us)])[0]
    if system == "zendesk":
        return zendesk_delivery(zendesk_event("created", 7, now_us), now_us)
    return generic_delivery(cloud_event("created", "7", now_us), now_us)


@ALL
def test_every_tool_is_connected_and_heard(house: KpiHouse, pair: KpiPair, manager: Api, system: str) -> None:
    told, delivery = connect(manager, pair, system), first_delivery(system)
    answer = send(house, told["id"], delivery)
    assert (answer.status_code, answer.json()["verdict"]) == (202, "accepted")
    again = send(house, told["id"], delivery)
    assert (again.status_code, again.json()["verdict"], again.json()["conflict"]) == (200, "duplicate", False)
    headers = tool_headers(system, delivery.body, delivery.received_us, CONNECTORS[system].draw_secret())
    forged = Delivery(headers, delivery.body, delivery.received_us)
    problem(send(house, told["id"], forged), 401, "rejected_signature")
    (row,) = manager.get(f"{pair.path}/tickets", params={"source": told["id"]}).json()["items"]
    assert (row["ticket_id"], row["orphan"], row["agent_created"]) == ("7", False, False)


def test_tolerances_and_windows(pair: KpiPair, manager: Api) -> None:
    found = {system: connect(manager, pair, system) for system in CONNECTORS}
    windows = {system: told["body_hash_window_seconds"] for system, told in found.items()}
    tolerances = {system: told["signature_tolerance_seconds"] for system, told in found.items()}
    assert windows == dict.fromkeys(CONNECTORS) | {"freshdesk": 900}
    assert tolerances == dict.fromkeys(CONNECTORS, 300) | {"glpi": 86_400}
    other = connect(manager, pair, "freshdesk", body_hash_window_seconds=60)
    assert other["body_hash_window_seconds"] == 60
    assert other["secret"].startswith("copil:")


@ALL
def test_the_address_tells_that_it_is_there(house: KpiHouse, pair: KpiPair, manager: Api, system: str) -> None:
    told = connect(manager, pair, system)
    assert ask(house, "HEAD", told["id"]).status_code == 200
    assert ask(house, "HEAD", "nobody").status_code == 404
    problem(ask(house, "GET", "nobody"), 404)
    for method in ("GET", "PUT", "DELETE"):
        refused = ask(house, method, told["id"])
        assert problem(refused, 405)["code"] == "method_not_allowed"
        assert refused.headers["allow"] == "POST, HEAD"


def test_the_challenge_of_glpi(house: KpiHouse, pair: KpiPair, manager: Api) -> None:
    told, token = connect(manager, pair, "glpi"), "0123456789abcdef" * 4
    answer = ask(house, "GET", told["id"], f"?crc_token={token}")
    expected = hmac.new(SECRETS["glpi"].encode(), token.encode(), "sha256").hexdigest()
    assert (answer.status_code, answer.text) == (200, expected)
    later = connect(manager, pair, "glpi", secret_later=True)
    problem(ask(house, "GET", later["id"], f"?crc_token={token}"), 405)


async def test_the_password_of_freshdesk_is_not_kept(house: KpiHouse, pair: KpiPair, manager: Api) -> None:
    told = connect(manager, pair, "freshdesk")
    good = first_delivery("freshdesk")
    send(house, told["id"], good)
    broken = Delivery(good.headers, good.body.replace(b"Niveau 1", b'Niveau "1"'), good.received_us)
    problem(send(house, told["id"], broken), 400, "malformed")
    kept = (
        "SELECT headers::text FROM delivery_body b JOIN delivery d ON d.id = b.delivery_id WHERE d.source_id = :id"
        " UNION ALL SELECT headers::text FROM quarantine WHERE source_id = :id"
    )
    async with house.workbench() as workbench, workbench.database.background_session() as session:
        rows = (await session.scalars(text(kept), {"id": told["id"]})).all()
    assert len(rows) == 2
    assert all("content-type" in row and "authorization" not in row for row in rows)


async def test_an_equal_body_of_freshdesk_counts_again_after_the_window(
    house: KpiHouse, pair: KpiPair, manager: Api
) -> None:
    """Two replies with the same words are one within a quarter of an hour, and two afterwards."""
    told = connect(manager, pair, "freshdesk")
    start_us = to_microseconds(now()) - 3 * 3_600_000_000
    body = tell("freshdesk", [(CREATED, start_us), (AGENT, start_us)])[1].body
    async with house.workbench() as workbench:
        source = await workbench.sources.find(told["id"])
        assert source is not None
        verdicts = []
        for minutes in (0, 14, 16, 40):
            at_us = start_us + minutes * 60_000_000
            delivery = Delivery(tool_headers("freshdesk", body, at_us), body, at_us)
            (outcome,) = await workbench.store(source, [delivery])
            verdicts.append(outcome.verdict)
    assert verdicts == ["accepted", "duplicate", "accepted", "accepted"]


def test_the_ping_of_intercom(house: KpiHouse, pair: KpiPair, manager: Api) -> None:
    told = connect(manager, pair, "intercom")
    body = b'{"type":"notification_event","topic":"ping","id":null,"data":{"item":{"type":"ping"}}}'
    answer = house.http.post(f"{house.url}/hooks/{told['id']}", content=body, headers=tool_headers("intercom", body, 0))
    assert (answer.status_code, answer.json()["verdict"]) == (202, "accepted")
