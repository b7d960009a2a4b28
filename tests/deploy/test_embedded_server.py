"""The launcher of PostgreSQL: starts, stops, and comes back from every kind of death."""

import asyncio
import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import asyncpg
import pytest

from deploy.local.errors import ServerError, ServerRemainsError
from deploy.local.postgres import EmbeddedServer
from deploy.local.privileges import Identity, command_prefix
from deploy.local.remains import server_processes
from tests.support.postgres import temporary_folder, temporary_server
from tests.support.processes import descendants, eventually, lives, status_of

ONLY_AS_ROOT = pytest.mark.skipif(os.geteuid() != 0, reason="only root runs the server as another user")


async def _write_until_cut_off(server: EmbeddedServer, acknowledged: list[int], offset: int) -> None:
    connection = await asyncpg.connect(server.admin_url)
    number = offset
    try:
        while True:
            await connection.execute("INSERT INTO kept VALUES ($1)", number)
            acknowledged.append(number)
            number += 1
    except (asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError, OSError):
        return
    finally:
        connection.terminate()


async def _fill_and_kill(server: EmbeddedServer, victims: set[int]) -> list[int]:
    """Write over two connections, kill in the middle, and return what had been acknowledged."""
    connection = await asyncpg.connect(server.admin_url)
    await connection.execute("CREATE TABLE kept (number bigint PRIMARY KEY)")
    await connection.close()
    acknowledged: list[int] = []
    writers = [asyncio.create_task(_write_until_cut_off(server, acknowledged, offset)) for offset in (0, 10**9)]
    await asyncio.sleep(0.4)
    for pid in victims:
        # A helper process of the server may have ended by itself since it was listed.
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    await asyncio.wait_for(asyncio.gather(*writers), 10)
    assert acknowledged
    return acknowledged


async def _missing(server: EmbeddedServer, acknowledged: list[int]) -> set[int]:
    connection = await asyncpg.connect(server.admin_url)
    rows = await connection.fetch("SELECT number FROM kept")
    await connection.close()
    return set(acknowledged) - {row["number"] for row in rows}


async def test_listens_on_its_private_socket_only_and_wants_the_password(binaries: Path) -> None:
    with temporary_server(binaries) as server:
        connection = await asyncpg.connect(server.admin_url)
        settings = {
            name: await connection.fetchval("SELECT current_setting($1)", name)
            for name in ("listen_addresses", "fsync", "synchronous_commit", "jit", "TimeZone", "server_encoding")
        }
        await connection.close()
        with pytest.raises(asyncpg.InvalidPasswordError):
            await asyncpg.connect(server.admin_url.replace("postgres:", "postgres:x"))
        socket_folder = server.socket_folder
        assert socket_folder.stat().st_mode & 0o777 == 0o700
        assert (server.data.parent / "postgres.password").stat().st_mode & 0o777 == 0o600
    assert settings == {
        "listen_addresses": "",
        "fsync": "on",
        "synchronous_commit": "on",
        "jit": "off",
        "TimeZone": "UTC",
        "server_encoding": "UTF8",
    }
    assert server.poll() == 0
    assert not socket_folder.exists()


async def test_acknowledged_rows_survive_the_death_of_the_postmaster() -> None:
    with temporary_server() as server:
        assert server.pid is not None
        acknowledged = await _fill_and_kill(server, {server.pid})
        eventually(lambda: server.poll() is not None, "the postmaster is reaped")
        server.start()
        assert await _missing(server, acknowledged) == set()


async def test_acknowledged_rows_survive_the_death_of_all_processes_left_unreaped(binaries: Path) -> None:
    with temporary_server(binaries) as server:
        assert server.pid is not None
        acknowledged = await _fill_and_kill(server, descendants(server.pid))
        # The first postmaster is a zombie from here on: its lock file names a number that still answers to kill -0.
        successor = EmbeddedServer(server.data.parent, binaries=binaries)
        try:
            successor.start()
            assert await _missing(successor, acknowledged) == set()
        finally:
            successor.stop()


async def test_a_second_start_ends_the_server_that_still_runs() -> None:
    with temporary_server() as server:
        successor = EmbeddedServer(server.data.parent)
        try:
            successor.start()
            assert server.poll() == 0
            assert not server.socket_folder.exists()
            connection = await asyncpg.connect(successor.admin_url)
            await connection.close()
        finally:
            successor.stop()


def test_a_lock_file_that_names_a_stranger_does_not_prevent_the_start() -> None:
    with temporary_server() as server:
        server.stop()
        status = server.data.stat()
        lock = server.data / "postmaster.pid"
        # Run as the server's user, or PostgreSQL itself would see that it cannot be a server.
        stranger = subprocess.Popen(["sleep", "60"], user=status.st_uid, group=status.st_gid, extra_groups=[])
        try:
            lock.write_text(f"{stranger.pid}\n{server.data}\n0\n5432\n/nowhere\n\n\n")
            os.chown(lock, status.st_uid, status.st_gid)
            server.start()
            assert lives(stranger.pid)
        finally:
            stranger.kill()
            stranger.wait()


def test_a_server_that_does_not_end_is_reported_and_nothing_is_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deploy.local.remains._signal", lambda _pid, _number: None)
    with temporary_server() as server:
        successor = EmbeddedServer(server.data.parent)
        with pytest.raises(ServerRemainsError):
            successor.launch(patience=0.2)
        assert successor.pid is None
        assert server.poll() is None


def test_the_server_ends_when_its_parent_is_killed(folder: Path) -> None:
    program = (
        "import time; from pathlib import Path; from deploy.local.postgres import EmbeddedServer;"
        f"server = EmbeddedServer(Path({str(folder)!r})); server.start();"
        "print(server.socket_folder, flush=True); time.sleep(60)"
    )
    parent = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE)
    assert parent.stdout is not None
    with parent.stdout:
        socket_folder = Path(parent.stdout.readline().decode().strip())
        assert socket_folder.is_dir()
        parent.kill()
        parent.wait()
    server = EmbeddedServer(folder)
    try:
        # Waits for the one that still ends, however long its last checkpoint takes.
        server.start()
        assert server_processes(folder / "postgres")
        assert not socket_folder.exists()
    finally:
        server.stop()
    assert not server_processes(folder / "postgres")


@ONLY_AS_ROOT
async def test_runs_below_a_folder_closed_to_its_user_without_the_right_to_write_there(binaries: Path) -> None:
    with temporary_folder() as closed:
        closed.chmod(0o700)
        deep = closed / ("long" * 40)
        deep.mkdir(mode=0o700)
        (deep / "foreign").touch(mode=0o600)
        server = EmbeddedServer(deep, binaries=binaries)
        try:
            server.start()
            assert server.pid is not None
            status = status_of(server.pid)
            assert status["Uid"].split()[0] != "0"
            # 4 is dac_read_search alone.
            assert int(status["CapEff"], 16) == int(status["CapPrm"], 16) == 4
            connection = await asyncpg.connect(server.admin_url)
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await connection.execute(f"COPY (SELECT 1) TO '{deep / 'foreign'}'")
            await connection.close()
        finally:
            server.stop()


@ONLY_AS_ROOT
def test_has_no_capability_where_its_user_can_walk_by_itself(folder: Path) -> None:
    prefix = command_prefix(Identity(65534, 65534), readable=[Path("/usr/bin/sleep"), folder])
    assert not [word for word in prefix if "dac_read_search" in word]


def test_an_unfinished_initdb_is_not_taken_for_a_database(folder: Path) -> None:
    unfinished = folder / "postgres.unfinished"
    unfinished.mkdir()
    (unfinished / "PG_VERSION").write_text("18")
    server = EmbeddedServer(folder)
    server.start()
    server.stop()
    assert not unfinished.exists()


def test_a_server_that_cannot_start_says_why(folder: Path) -> None:
    server = EmbeddedServer(folder, settings={"shared_buffers": "nonsense"})
    with pytest.raises(ServerError, match="nonsense"):
        server.start()
    server.stop()
