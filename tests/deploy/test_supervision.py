"""The supervisor: processes come back on their port, end in order, and never outlive it."""

import json
import os
import signal
import socket
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import asyncpg
import pytest

from deploy.local.remains import server_processes
from deploy.local.urls import plain_url
from tests.deploy.installation import FakeCopil
from tests.support.postgres import temporary_server
from tests.support.processes import descendants, eventually, lives


def _replaced(fake_copil: FakeCopil, name: str, old: dict[str, dict[str, Any]]) -> bool:
    now = fake_copil.processes()
    return name in now and now[name]["pid"] != old[name]["pid"]


async def _postgres_answers(fake_copil: FakeCopil) -> bool:
    socket_folder = (fake_copil.folder / "postgres" / "postmaster.pid").read_text().split("\n")[4]
    password = json.loads((fake_copil.folder / "secrets.json").read_text())["database_passwords"]["kpi_app"]
    url = plain_url(f"postgresql://x@/x?host={socket_folder}", "kpi_app", password, "copil_kpi")
    connection = await asyncpg.connect(url)
    answer = await connection.fetchval("SELECT 1")
    await connection.close()
    return bool(answer == 1)


def _server_is_ready(fake_copil: FakeCopil) -> bool:
    """Whether the new server says so itself: the file of the killed one says `ready` too until it is replaced."""
    file = fake_copil.folder / "postgres" / "postmaster.pid"
    try:
        lines = file.read_text().splitlines()
    except FileNotFoundError:
        return False
    return len(lines) > 7 and int(lines[0]) == fake_copil.processes()["postgres"]["pid"] and lines[7].strip() == "ready"


async def test_each_killed_process_comes_back_and_the_stop_is_in_order(fake_copil: FakeCopil, binaries: Path) -> None:
    supervisor = fake_copil.start_ready(COPIL_POSTGRES_BINARIES=str(binaries))
    first = fake_copil.processes()
    assert first["supervisor"]["pid"] == supervisor.pid
    assert first["gateway"]["port"] == fake_copil.port
    assert set(first) == {"supervisor", "gateway", "contracts", "kpi", "feedback", "kpi-worker", "postgres"}

    for name in ("gateway", "contracts", "kpi", "feedback", "kpi-worker", "postgres"):
        os.kill(first[name]["pid"], signal.SIGKILL)
    for name in ("gateway", "contracts", "kpi", "feedback"):
        # No retry: the supervisor holds the socket, so a caller waits instead of being refused.
        answer = fake_copil.ask(first[name]["port"])
        assert answer["name"] == name
        assert answer["pid"] != first[name]["pid"]
    for name in ("kpi-worker", "postgres"):
        eventually(lambda name=name: _replaced(fake_copil, name, first), f"{name} is back")  # type: ignore[misc]
    eventually(lambda: _server_is_ready(fake_copil), "it is ready")
    assert await _postgres_answers(fake_copil)
    assert {name: process["port"] for name, process in fake_copil.processes().items()} == {
        name: process["port"] for name, process in first.items()
    }

    family = descendants(supervisor.pid)
    supervisor.send_signal(signal.SIGINT)
    assert supervisor.wait(15) == 0
    assert not [pid for pid in family if lives(pid)]
    ended = (fake_copil.folder / "ended.txt").read_text().splitlines()
    assert ended[0] == "gateway before postgres"
    assert {line.split()[0] for line in ended[1:4]} == {"contracts", "kpi", "feedback"}
    assert ended[4:] == ["kpi-worker before postgres"]
    assert not (fake_copil.folder / "processes.json").exists()
    with pytest.raises(ConnectionRefusedError), socket.create_connection(("127.0.0.1", fake_copil.port)):
        pass


def test_nothing_outlives_a_killed_supervisor_and_the_next_start_succeeds(fake_copil: FakeCopil) -> None:
    supervisor = fake_copil.start_ready()
    family = descendants(supervisor.pid)
    assert len(family) > 7
    supervisor.kill()
    # Started at once, while the old server still ends.
    successor = fake_copil.start_ready()
    eventually(lambda: not [pid for pid in family - {supervisor.pid} if lives(pid)], "all of the first have ended")
    successor.send_signal(signal.SIGTERM)
    assert successor.wait(15) == 0


def test_a_second_supervisor_is_refused(fake_copil: FakeCopil) -> None:
    supervisor = fake_copil.start_ready()
    second = FakeCopil(fake_copil.folder)
    second.output = fake_copil.folder / "second.txt"
    refused = second.start()
    assert refused.wait(15) == 1
    assert (
        second.said() == f"Another copil (process {supervisor.pid}) already uses the data folder {fake_copil.folder}.\n"
    )
    assert fake_copil.ask(fake_copil.port)["name"] == "gateway"


def test_a_taken_port_is_one_sentence_and_starts_nothing(fake_copil: FakeCopil) -> None:
    with socket.socket() as occupant:
        occupant.bind(("127.0.0.1", fake_copil.port))
        occupant.listen()
        assert fake_copil.start().wait(15) == 1
    assert fake_copil.said() == (
        f"Port {fake_copil.port} is already in use: stop the program that listens there, or set COPIL_PORT.\n"
    )
    assert not (fake_copil.folder / "postgres").exists()


def test_open_requests_are_answered_before_the_end_and_a_second_signal_cuts_them(fake_copil: FakeCopil) -> None:
    with ThreadPoolExecutor(2) as callers:
        supervisor = fake_copil.start_ready()
        answer = callers.submit(fake_copil.ask, fake_copil.port, "/?sleep=1")
        eventually(lambda: _connections(fake_copil.port) > 0, "the request has arrived")
        supervisor.send_signal(signal.SIGTERM)
        assert answer.result(10)["name"] == "gateway"
        assert supervisor.wait(10) == 0

        supervisor = fake_copil.start_ready()
        answer = callers.submit(fake_copil.ask, fake_copil.port, "/?sleep=30")
        eventually(lambda: _connections(fake_copil.port) > 0, "the request has arrived")
        supervisor.send_signal(signal.SIGINT)
        eventually(lambda: "Stopping." in fake_copil.said(), "it stops")
        supervisor.send_signal(signal.SIGINT)
        assert supervisor.wait(5) == 0
        with pytest.raises(OSError, match=r"."):
            answer.result(5)
    assert not server_processes(fake_copil.folder / "postgres")


def _connections(port: int) -> int:
    """Established connections to a local port."""
    lines = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    return sum(1 for line in lines if line[1].endswith(f":{port:04X}") and line[3] == "01")


def test_a_task_that_keeps_failing_stops_everything_with_an_error(fake_copil: FakeCopil) -> None:
    supervisor = fake_copil.start(FAKE_TASK="fails")
    assert supervisor.wait(30) == 1
    assert "3 times" in fake_copil.said()
    assert "told to fail" in (fake_copil.folder / "logs" / "readiness.log").read_text()


def test_an_external_server_is_provisioned_and_not_supervised(fake_copil: FakeCopil) -> None:
    with temporary_server() as external:
        supervisor = fake_copil.start_ready(COPIL_POSTGRES_URL=external.admin_url)
        assert "postgres" not in fake_copil.processes()
        assert not (fake_copil.folder / "postgres").exists()
        supervisor.send_signal(signal.SIGTERM)
        assert supervisor.wait(15) == 0
        assert external.poll() is None
