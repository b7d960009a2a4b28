"""The doctor on a real installation, with real faults."""

import asyncio
import json
import socket
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import asyncpg
import pytest

from tests.deploy.backup.loaded import copil
from tests.factories.webhooks import at, cloud_event, compact, generic_headers
from tests.faults.installation import Ground, ground
from tests.support.databases import blocking
from tests.support.postgres import temporary_folder
from tests.support.processes import eventually
from tests.support.sending import now_us


@pytest.fixture(scope="module")
def running() -> Iterator[Ground]:
    """An installation in good health."""
    with temporary_folder() as folder, ground(folder / "data") as made:
        eventually(lambda: not any(made.waiting().values()), "at rest", 60)
        yield made


def _examined(running: Ground, **environment: str) -> tuple[int, dict[str, str]]:
    """Exit status, and the line of each subject that is not in order."""
    port = running.copil.base_url.rpartition(":")[2]
    done = copil(running.copil.folder, "doctor", **{"COPIL_PORT": port, **environment})
    lines = [line.split(maxsplit=2) for line in done.stdout.splitlines()]
    told = {f"{level} {subject}": rest for level, subject, rest in (line for line in lines if len(line) == 3)}
    faults = {name: rest for name, rest in told.items() if name.startswith(("WRONG ", "warning "))}
    assert all("->" in rest for rest in faults.values()), faults
    return done.returncode, faults


def _sql(running: Ground, service: str, *statements: str) -> None:
    async def execute() -> None:
        connection = await asyncpg.connect(
            host=(running.copil.folder / "postgres.socket").read_text().strip(), user="postgres",
            password=(running.copil.folder / "postgres.password").read_text().strip(), database=f"copil_{service}",
        )  # fmt: skip
        try:
            for statement in statements:
                async with asyncio.timeout(20):
                    await connection.execute(statement)
        finally:
            await connection.close()

    blocking(execute())


def test_a_healthy_installation_only_lacks_a_backup(running: Ground) -> None:
    status, found = _examined(running)
    found.pop("warning front", None)
    assert (status, list(found)) == (0, ["warning backup"])


def test_a_worker_that_stands_still(running: Ground) -> None:
    source = running.agreement.connect(secret=None)
    with running.copil.stopped("kpi-worker"):
        body = compact(cloud_event("created", "T-1", at("2026-10-05T08:00:00Z"), {"status": "new"}, event_id="d/1"))
        headers = generic_headers(body, now_us(), source.secret)
        assert running.http.post(source.url, headers=headers, content=body).status_code == 202
        _sql(
            running,
            "kpi",
            "INSERT INTO period_mark VALUES (gen_random_uuid(), '2026-09', now() - interval '2 hours')",
            "INSERT INTO rebuild (contract_id, id, requested_by, requested_at)"
            " VALUES (gen_random_uuid(), gen_random_uuid(), 'test', now() - interval '2 hours')",
        )
        status, found = _examined(running)
        _sql(running, "kpi", "DELETE FROM period_mark", "DELETE FROM rebuild")
    assert status == 3
    assert "none is counted" in found["WRONG counting"]
    assert "1 periods" in found["WRONG publishing"]
    assert "1 rebuilds" in found["WRONG jobs"]


def test_a_replay_that_failed(running: Ground) -> None:
    _sql(
        running,
        "kpi",
        "INSERT INTO rebuild (contract_id, id, requested_by, state)"
        " VALUES (gen_random_uuid(), gen_random_uuid(), 'test', 'failed')",
    )
    status, found = _examined(running)
    _sql(running, "kpi", "DELETE FROM rebuild WHERE state = 'failed'")
    assert "1 rebuilds" in found["warning jobs"]
    assert status == 0


def test_a_service_that_does_not_answer(running: Ground) -> None:
    with running.copil.stopped("feedback"):
        status, found = _examined(running)
    assert status == 3
    assert "feedback" in found["WRONG readiness"]


def test_a_promise_that_nobody_hears(running: Ground) -> None:
    _sql(
        running,
        "contracts",
        "INSERT INTO outbox (id, destination, method, path, body, created_at)"
        " VALUES (gen_random_uuid(), 'nowhere', 'PUT', '/x', '{}', now() - interval '1 hour')",
    )
    _, found = _examined(running)
    _sql(running, "contracts", "DELETE FROM outbox WHERE destination = 'nowhere'")
    assert "contracts waits 60 min" in found["WRONG promises"]


def test_a_database_behind_its_migrations(running: Ground) -> None:
    _sql(running, "feedback", "CREATE TABLE kept AS SELECT * FROM alembic_version", "DELETE FROM alembic_version")
    _, found = _examined(running)
    _sql(running, "feedback", "INSERT INTO alembic_version SELECT * FROM kept", "DROP TABLE kept")
    assert "feedback stands at nothing" in found["WRONG migrations"]


def test_a_process_that_ended_a_lock_that_is_not_held_and_another_port(running: Ground) -> None:
    folder = running.copil.folder
    told = (folder / "processes.json").read_text()
    changed = json.loads(told)
    changed["kpi-worker"]["pid"] = 2**22 - 1
    (folder / "processes.json").write_text(json.dumps(changed))
    (folder / "lock").rename(folder / "lock.kept")
    (folder / "lock").touch()
    try:
        status, found = _examined(running, COPIL_PORT="1")
    finally:
        (folder / "lock.kept").replace(folder / "lock")
        (folder / "processes.json").write_text(told)
    assert status == 3
    assert "kpi-worker" in found["WRONG processes"]
    assert "replaced" in found["WRONG lock"]
    assert "not on 1" in found["warning port"]


def test_nothing_runs_and_somebody_else_has_the_port(tmp_path: Path) -> None:
    with closing(socket.socket()) as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        (tmp_path / "logs").mkdir()
        tmp_path.chmod(0o700)
        done = copil(tmp_path, "doctor", COPIL_PORT=str(port))
    assert done.returncode == 3
    assert f"Another program listens on {port}" in done.stdout
    assert "Nothing runs. -> make run" in done.stdout
    absent = copil(tmp_path / "absent", "doctor")
    assert absent.returncode == 3
    assert "There is no data folder" in absent.stdout
