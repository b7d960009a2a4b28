"""Samples of every tool: signed so that its connector takes them, read without fault, shown without the secret."""

import base64
import subprocess
from pathlib import Path

import pytest

from services.common.instants import now, to_microseconds
from services.kpi.ingestion.connectors import CONNECTORS
from services.kpi.ingestion.connectors.base import ParsedItem
from services.kpi.tickets.rules.events import Created, MessageAdded, Rated, Recommended, StatusChanged
from services.kpi.trials.commands import command
from services.kpi.trials.samples import TICKET, codes, media_type_of, sample
from services.kpi.trials.signing import shown, sign
from tests.factories.tool_signing import SECRETS
from tests.factories.webhooks import at

NOW = at("2026-10-20T07:00:00+00:00")
EVERY = [(system, code) for system in sorted(CONNECTORS) for code in codes(system)]
MEANT = {"created": Created, "reply": MessageAdded, "solved": StatusChanged, "csat": Rated, "nps": Recommended}


@pytest.mark.parametrize(("system", "code"), EVERY)
def test_a_sample_is_what_it_says(system: str, code: str) -> None:
    """given a sample signed with the secret / then the connector verifies it and reads the event that it is of."""
    connector, body = CONNECTORS[system], sample(system, code, NOW).encode()
    headers = {"content-type": media_type_of(system), **sign(system, body, NOW, SECRETS[system])}
    assert connector.check(headers, body, [SECRETS[system]], NOW, 300) == 0
    (item,) = connector.parse(headers, body, NOW, frozenset(), lambda _: "pseudonym").items
    assert isinstance(item, ParsedItem)
    assert item.ticket_id == str(TICKET)
    assert any(isinstance(event, MEANT[code]) for _, _, event in item.events)


@pytest.mark.parametrize("system", sorted(CONNECTORS))
def test_neither_secret_nor_signature_is_shown(system: str) -> None:
    body = b"{}"
    signed = sign(system, body, NOW, SECRETS[system])
    told = shown(signed)
    assert told.keys() == signed.keys()
    differing = [name for name in signed if signed[name] != told[name]]
    assert len(differing) == 1
    assert "…" in told[differing[0]]
    assert len(told[differing[0]]) < len("sha256=") + 10
    everything = str(told)
    assert SECRETS[system] not in everything
    assert base64.b64encode(SECRETS[system].encode()).decode() not in everything


@pytest.mark.parametrize("system", sorted(set(CONNECTORS) - {"freshdesk"}))
def test_the_command_signs_as_the_tool_does(system: str, tmp_path: Path) -> None:
    """given the command with the tool's secret / when a shell runs it / then the connector takes what curl sends."""
    body = sample(system, "created", NOW).encode()
    (tmp_path / "sample.json").write_bytes(body)
    fake = tmp_path / "curl"
    fake.write_text('#!/bin/sh\nfor one; do printf "%s\\n" "$one"; done\n')
    fake.chmod(0o755)
    done = subprocess.run(
        ["/bin/sh", "-c", command(system, "https://copil.example/hooks/x", media_type_of(system))],
        cwd=tmp_path,
        env={"PATH": f"{tmp_path}:/usr/bin:/bin", "SECRET": SECRETS[system]},
        capture_output=True,
        text=True,
        check=True,
    )
    lines = done.stdout.splitlines()
    assert done.stderr == ""
    headers = dict(lines[i + 1].split(": ", 1) for i, line in enumerate(lines) if line == "-H")
    assert "--data-binary" in lines
    assert CONNECTORS[system].check(headers, body, [SECRETS[system]], to_microseconds(now()), 300) == 0
