"""Keys that sign tokens: two live ones, rotated without anybody noticing, shared by the replicas."""

import asyncio
import threading
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import httpx
import pytest
from pydantic import SecretStr
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from gateway.keys.rules import KeyTimes, Rotation, current, plan, published
from gateway.keys.service import Keyring
from services.common.auth.tokens import TokenVerifier
from services.common.database import Database
from services.common.encryption import Vault
from services.common.errors import Unauthenticated
from tests.gateway.running import VAULT_KEY, Running, Start
from tests.support.postgres import ProvisionedServer

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
DAY = timedelta(days=1)
PERIOD = 90 * DAY


def key(kid: str, signs_from: datetime, retires_at: datetime | None = None) -> KeyTimes:
    return KeyTimes(kid, signs_from, retires_at)


def test_the_first_two_keys() -> None:
    assert plan([], NOW, PERIOD) == Rotation(draw=(NOW, NOW + PERIOD))


def test_nothing_to_do_while_one_signs_and_one_waits() -> None:
    keys = [key("a", NOW - DAY), key("b", NOW + DAY)]
    assert plan(keys, NOW, PERIOD) is None
    assert current(keys, NOW) == keys[0]
    assert published(keys, NOW) == keys


def test_when_the_next_key_begins_another_is_drawn_and_the_old_one_ends() -> None:
    keys = [key("a", NOW - 91 * DAY), key("b", NOW - DAY)]
    assert current(keys, NOW) == keys[1]
    assert plan(keys, NOW, PERIOD) == Rotation(draw=(NOW + PERIOD,), retire=["a"])


def test_a_forced_rotation_lets_the_published_key_sign() -> None:
    keys = [key("a", NOW - DAY), key("b", NOW + 89 * DAY)]
    assert plan(keys, NOW, PERIOD, force=True) == Rotation((NOW + PERIOD,), "b", ["a"])


def test_a_retired_key_is_published_until_its_end() -> None:
    keys = [key("a", NOW - DAY, NOW + timedelta(minutes=1)), key("b", NOW - timedelta(hours=1)), key("c", NOW + DAY)]
    assert [found.kid for found in published(keys, NOW)] == ["a", "b", "c"]
    assert [found.kid for found in published(keys, NOW + timedelta(minutes=2))] == ["b", "c"]
    assert plan(keys, NOW, PERIOD) is None


@pytest.fixture
async def database(embedded_postgres: ProvisionedServer, gateway_database: AsyncEngine) -> AsyncIterator[Database]:
    urls = embedded_postgres.services["gateway"]
    opened = Database(urls.app, urls.worker, 4, "test")
    yield opened
    await opened.dispose()


def keyring(database: Database, overlap: timedelta = timedelta(minutes=11)) -> Keyring:
    return Keyring(database, Vault([SecretStr(VAULT_KEY)]), PERIOD, overlap)


async def test_replicas_that_start_together_draw_two_keys_only(
    database: Database, gateway_database: AsyncEngine
) -> None:
    async with gateway_database.begin() as connection:
        await connection.execute(text("DELETE FROM signing_key"))
    replicas = [keyring(database) for _ in range(4)]
    await asyncio.gather(*(replica.refresh() for replica in replicas))
    documents = [replica.document() for replica in replicas]
    assert len(documents[0]["keys"]) == 2
    assert all(document == documents[0] for document in documents)
    assert all("d" not in published for published in documents[0]["keys"])
    assert len({replica.signer("copil").key.kid for replica in replicas}) == 1


async def test_the_next_key_is_published_before_it_signs_and_the_old_one_after(database: Database) -> None:
    ring, replica = keyring(database), keyring(database)
    await ring.refresh()
    await replica.refresh()
    old_token = ring.signer("copil").sign("copil", 600, {"sub": "client"})
    before = [key["kid"] for key in ring.document()["keys"]]
    await ring.rotate()
    after = [key["kid"] for key in ring.document()["keys"]]
    assert ring.signer("copil").key.kid in before
    assert set(before) < set(after)
    assert len(after) == len(before) + 1
    verifier = TokenVerifier("copil", {"copil": replica})
    assert await verifier.verify(old_token)
    assert await verifier.verify(ring.signer("copil").sign("copil", 600, {"sub": "client"}))


async def test_an_old_key_is_refused_after_the_overlap(database: Database) -> None:
    ring = keyring(database, overlap=timedelta(seconds=2))
    await ring.refresh()
    old_token = ring.signer("copil").sign("copil", 600, {"sub": "client"})
    await ring.rotate()
    assert await TokenVerifier("copil", {"copil": ring}).verify(old_token)
    await asyncio.sleep(2.1)
    assert await ring.refresh(), "a key is gone"
    with pytest.raises(Unauthenticated):
        await TokenVerifier("copil", {"copil": ring}).verify(old_token)


async def test_an_unknown_name_is_looked_up_at_most_once_a_second(database: Database) -> None:
    ring, other = keyring(database), keyring(database)
    await ring.refresh()
    await other.refresh()
    readings = 0
    read = ring.refresh

    async def counted() -> bool:
        nonlocal readings
        readings += 1
        return await read()

    ring.refresh = counted  # type: ignore[method-assign]
    for number in range(50):
        assert await ring.find(f"unknown-{number}") is None
    assert readings == 0
    await asyncio.sleep(1.05)
    await asyncio.gather(*(ring.find(f"unknown-{number}") for number in range(50)))
    assert readings == 1


async def test_rotation_under_load_refuses_nobody(start: Start, database: Database) -> None:
    gateway: Running = start()
    clients = [gateway.new_client() for _ in range(3)]
    refused: list[tuple[int, str]] = []
    done = threading.Event()
    served = 0

    def load(client_id: str, secret: str) -> None:
        nonlocal served
        with httpx.Client(base_url=gateway.url, trust_env=False) as http:
            bearer = {}
            count = 0
            while not done.is_set():
                if count % 20 == 0:
                    form = {"grant_type": "client_credentials"}
                    answer = http.post("/auth/token", data=form, auth=(client_id, secret))
                    bearer = {"authorization": f"Bearer {answer.json()['access_token']}"}
                answer = http.get("/api/kpi/v1/echo", headers=bearer)
                count += 1
                served += 1
                if answer.status_code != 200:
                    refused.append((answer.status_code, answer.text))

    threads = [threading.Thread(target=load, args=client) for client in clients]
    for thread in threads:
        thread.start()
    ring = keyring(database)
    await ring.refresh()
    kids = set()
    for _ in range(4):
        await asyncio.sleep(0.4)
        await ring.rotate()
        kids.add(ring.signer("copil").key.kid)
    await asyncio.sleep(0.4)
    done.set()
    for thread in threads:
        thread.join()
    assert refused == []
    assert len(kids) == 4
    assert served > 50
