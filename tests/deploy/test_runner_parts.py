"""Small parts of the runner: secrets, options, back-off, log bounds, addresses, migration notes."""

import json
from pathlib import Path

import asyncpg
import pytest
from cryptography.fernet import Fernet
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from deploy.local import migrate
from deploy.local.backoff import Backoff
from deploy.local.errors import RunnerError
from deploy.local.logs import bound_logs, open_log
from deploy.local.options import REPOSITORY, from_environment
from deploy.local.secrets import SERVICES, load_or_create
from deploy.local.urls import plain, service_urls
from tests.support.postgres import ProvisionedServer


def test_secrets_are_drawn_once_and_kept_private(tmp_path: Path) -> None:
    path = tmp_path / "secrets.json"
    drawn = load_or_create(path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert load_or_create(path) == drawn
    assert len(set(drawn.database_passwords.values())) == 3 * len(SERVICES)
    for service in SERVICES:
        key = load_pem_private_key(drawn.signing_keys[service].encode(), password=None)
        assert isinstance(key, ec.EllipticCurvePrivateKey)
        assert isinstance(key.curve, ec.SECP256R1)
        Fernet(drawn.encryption_keys[service])


def test_missing_secrets_are_added_and_the_others_stay(tmp_path: Path) -> None:
    path = tmp_path / "secrets.json"
    path.write_text('{"database_passwords": {"kpi_app": "kept"}}')
    assert load_or_create(path).database_passwords["kpi_app"] == "kept"


@pytest.mark.parametrize("content", ["", "[]", '{"database_passwords": 3}', "{"])
def test_unreadable_secrets_are_never_replaced(tmp_path: Path, content: str) -> None:
    path = tmp_path / "secrets.json"
    path.write_text(content)
    with pytest.raises(RunnerError, match="restore it"):
        load_or_create(path)
    assert path.read_text() == content


def test_options_come_from_the_environment(tmp_path: Path) -> None:
    defaults = from_environment({})
    assert (defaults.port, defaults.demo, defaults.postgres_url) == (8000, True, None)
    assert defaults.folder.root == REPOSITORY / ".copil"
    chosen = from_environment({"COPIL_PORT": "9000", "COPIL_DATA_DIR": str(tmp_path / "x" / ".."), "DEMO": "0"})
    assert (chosen.base_url, chosen.folder.root, chosen.demo) == ("http://127.0.0.1:9000", tmp_path, False)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("COPIL_PORT", "http"),
        ("COPIL_PORT", "65536"),
        ("COPIL_POSTGRES_URL", "mysql://x"),
        ("COPIL_POSTGRES_BINARIES", "/nowhere"),
        ("COPIL_LOGS", "mail"),
    ],
)
def test_a_wrong_option_is_named(name: str, value: str) -> None:
    with pytest.raises(RunnerError, match=name):
        from_environment({name: value})


def test_delays_double_up_to_five_seconds_and_start_afresh_after_health() -> None:
    backoff = Backoff()
    assert [backoff.delay_after(0.1) for _ in range(8)] == [0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 5.0, 5.0]
    assert backoff.delay_after(60) == 0.1
    assert backoff.delay_after(0.1) == 0.2


def test_a_log_that_grew_too_large_is_moved_aside_under_its_writer(tmp_path: Path) -> None:
    path = tmp_path / "kpi.log"
    descriptor = open_log(path)
    with open(descriptor, "wb", buffering=0) as log:  # noqa: PTH123 - the descriptor is what is tested
        log.write(b"x" * 200)
        bound_logs(tmp_path, largest=100)
        log.write(b"new\n")
    assert path.read_bytes() == b"new\n"
    assert (tmp_path / "kpi.log.1").stat().st_size == 200


def test_addresses_keep_place_and_options_of_the_administrators() -> None:
    passwords = {f"{service}_{right}": "p/w" for service in SERVICES for right in ("owner", "app", "worker")}
    by_socket = service_urls("postgresql://postgres:a@/postgres?host=/tmp/copil-1", passwords)
    assert by_socket["kpi"].app == "postgresql+asyncpg://kpi_app:p%2Fw@/copil_kpi?host=/tmp/copil-1"
    remote = service_urls("postgres://root:a%40b@db.example:6432/postgres?sslmode=require", passwords)
    assert remote["gateway"].worker == (
        "postgresql+asyncpg://gateway_worker:p%2Fw@db.example:6432/copil_gateway?ssl=require"
    )
    assert plain(remote["gateway"].worker) == (
        "postgresql://gateway_worker:p%2Fw@db.example:6432/copil_gateway?sslmode=require"
    )


async def test_a_database_is_migrated_only_when_files_or_revision_differ(
    embedded_postgres: ProvisionedServer, tmp_path: Path
) -> None:
    migrations, note = tmp_path / "alembic", tmp_path / "migrations.json"
    for service in SERVICES:
        (migrations / service / "versions").mkdir(parents=True)
        (migrations / service / "versions" / "0001_first.py").write_text("revision = '0001'")
    assert await migrate.pending(embedded_postgres.services, note, migrations) == list(SERVICES)

    # Other tests may have migrated some of these databases.
    reached = {s: await migrate.revisions(embedded_postgres.services[s].owner) for s in SERVICES}
    state = {s: {"files": migrate.fingerprint(migrations / s), "revisions": reached[s]} for s in SERVICES}
    note.write_text(json.dumps(state))
    assert await migrate.pending(embedded_postgres.services, note, migrations) == []

    (migrations / "kpi" / "versions" / "0002_second.py").write_text("revision = '0002'")
    assert await migrate.pending(embedded_postgres.services, note, migrations) == ["kpi"]

    owner = await asyncpg.connect(plain(embedded_postgres.services["contracts"].owner))
    await owner.execute("CREATE TABLE alembic_version (version_num text); INSERT INTO alembic_version VALUES ('0001')")
    try:
        assert await migrate.pending(embedded_postgres.services, note, migrations) == ["contracts", "kpi"]
    finally:
        await owner.execute("DROP TABLE alembic_version")
        await owner.close()
