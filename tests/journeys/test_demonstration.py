"""The demonstration on a running installation: whole, and loaded once only."""

import json
import re
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from deploy.local.demo.companies import PAIRS
from deploy.local.demo.loading import load_missing
from deploy.local.demo.sending import AT_ONCE
from deploy.local.demo.span import Span
from tests.deploy.demo.outcome import judged as judged_by_rules
from tests.support.copil import Copil

ORGANISATIONS = "/api/contracts/v1/organisations"


def _administrator(copil: Copil) -> tuple[str, str]:
    told = copil.credentials["clients"]["platform_admin"]
    return told["client_id"], told["client_secret"]


def test_what_the_terminal_told(copil: Copil) -> None:
    """given a first start / then the terminal showed how far each tool was, and at the end how much in what time."""
    told = (copil.folder / "terminal.txt").read_text()
    for tool in ("Zendesk du prestataire", "Téléphonie", "Outil maison"):
        assert len(re.findall(rf"{tool}: [\d,]+ of [\d,]+ tickets", told)) >= 3
    loaded = r"Demonstration loaded in \d+ s: 1[12],\d{3} tickets, [\d,]+ deliveries, [12],\d{3} answers\."
    assert re.search(loaded, told)


def test_what_both_parties_agreed(copil: Copil) -> None:
    """given the first pair / then seven commitments bind, one without objective, one amended; all of it in force."""
    path = f"/api/contracts/v1/contracts/{copil.credentials['contract_id']}"
    with copil.client("sous_traitant") as party:
        assert party.get(path).json()["state"] == "active"
        held = party.get(f"{path}/commitments").json()["items"]
        written = party.get(f"{path}/commitments", params={"history": True}).json()["items"]
        objectives = party.get(f"{path}/objectives").json()["items"]
    binding = [commitment for commitment in held if commitment["class"] == "contractual"]
    assert (len(held), len(binding), len(written)) == (9, 7, 10)
    assert [commitment["indicator"] for commitment in binding if commitment["orphan"]] == ["reopen_rate"]
    assert {item["state"] for item in (*written, *objectives)} == {"in_force"}
    raised = {item["target"] for item in written if item["indicator"] == "sla_first_response"}
    assert raised == {"0.9", "0.92"}


def test_an_interrupted_load_goes_on_where_it_stopped(copil: Copil, tmp_path: Path) -> None:
    """given a load that ended before the last call of each tool / when started again / then nothing is there twice."""
    kept: dict[str, Any] = json.loads((copil.folder / "demonstration.json").read_text())
    state, credentials = tmp_path / "demonstration.json", tmp_path / "demo-credentials.json"
    sent = {tool: stored // AT_ONCE * AT_ONCE for tool, stored in kept["sent"].items()}
    state.write_text(json.dumps({"day": kept["day"], "sent": sent}))
    lines: list[str] = []
    waited: list[bool] = []
    with copil.client("platform_admin") as admin:
        before = admin.get(ORGANISATIONS, params={"limit": 1000}).json()["items"]
        told = load_missing(
            copil.base_url, _administrator(copil), state, credentials, lines.append, lambda: waited.append(True)
        )
        assert admin.get(ORGANISATIONS, params={"limit": 1000}).json()["items"] == before
    assert told is not None
    assert told.deliveries == sum(kept["sent"].values())
    summaries = [line for line in lines if "deliveries" in line]
    assert len(summaries) == 3
    # Only what follows the last call that was known to be stored, and of that nothing is new.
    assert not any("accepted" in line for line in summaries)
    assert len([line for line in lines if line.endswith("tickets")]) == 3
    assert json.loads(state.read_text()) == kept
    assert json.loads(credentials.read_text()) == copil.credentials
    assert credentials.stat().st_mode & 0o777 == 0o600
    assert waited == [True]


def test_a_second_start_only_writes_the_credentials(copil: Copil, tmp_path: Path) -> None:
    """given all that is loaded / when it starts again / then not even the API is asked."""
    state, credentials = tmp_path / "demonstration.json", tmp_path / "demo-credentials.json"
    state.write_text((copil.folder / "demonstration.json").read_text())
    lines: list[str] = []
    nobody = "http://127.0.0.1:9"
    assert load_missing(nobody, ("", ""), state, credentials, lines.append, lambda: None) is None
    written = json.loads(credentials.read_text())
    assert lines == []
    assert written["base_url"] == nobody
    assert written["clients"] == copil.credentials["clients"]
    assert all(source["url"].startswith(nobody) for source in written["sources"].values())


def test_the_last_complete_month_as_both_parties_read_it(copil: Copil) -> None:
    """given the figures of that month / then two promises are missed, one may be luck, and the others are met."""
    day = datetime.fromisoformat(json.loads((copil.folder / "demonstration.json").read_text())["day"])
    period = f"{Span(day).last_complete:%Y-%m}"
    path = f"/api/kpi/v1/contracts/{copil.credentials['contract_id']}/figures"
    bodies = []
    for name in ("donneur_ordre", "sous_traitant"):
        with copil.client(name) as party:
            answer = party.get(path, params={"period": period})
            assert answer.status_code == 200
            bodies.append(answer.content)
    assert bodies[0] == bodies[1]
    judged = [figure for figure in json.loads(bodies[0])["items"] if figure["commitment"] is not None]
    assert len(judged) == 9
    assert {figure["indicator"] for figure in judged if figure["verdict"] != "met"} == {"fcr_ticket", "sla_resolution"}
    assert {figure["verdict"] for figure in judged} == {"met", "missed"}
    assert [figure["indicator"] for figure in judged if figure["certainty"] == "not_distinguishable"] == ["nps"]
    # All of it was published before the sign-ins were told.
    assert all(figure["version"] is not None for figure in judged)
    expected = judged_by_rules(PAIRS[0], Span(day))
    assert {figure["indicator"]: Decimal(figure["value"]) for figure in judged} == {
        commitment.indicator: commitment.value for commitment in expected
    }


def test_what_was_noted_beside_the_figures(copil: Copil) -> None:
    """given the first pair / then both parties noted what happened, once each."""
    path = f"/api/kpi/v1/contracts/{copil.credentials['contract_id']}/annotations"
    with copil.client("donneur_ordre") as party:
        noted = party.get(path).json()["items"]
    assert [(note["indicator"], note["kind"], note["author"]["name"]) for note in noted] == [
        ("fcr_ticket", "cause", "Karim Benali"),
        ("fcr_ticket", "remark", "Claire Morel"),
        ("sla_resolution", "cause", "Karim Benali"),
        ("sla_first_response", "event", "Karim Benali"),
    ]
