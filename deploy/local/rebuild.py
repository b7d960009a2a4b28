"""`copil rebuild`: contracts of the running installation rebuilt or verified while everybody goes on."""

import sys
import time
from collections.abc import Iterator
from typing import Any, TextIO

import httpx

from deploy.local.demo.api import Api
from deploy.local.errors import RunnerError
from deploy.local.options import Options
from deploy.local.replay import told
from deploy.local.secrets import load_or_create

POLL_SECONDS = 0.25
DIFFERING = 3
"""Exit status when something differed, or a rebuild was given up."""
_WORDS = {
    "waiting": "waits for its turn",
    "reading": "reads {deliveries} deliveries again",
    "folding": "folds {tickets_done} of {tickets_total} tickets",
    "comparing": "compares the sums of {tickets_total} tickets",
    "swapping": "puts right what differs",
}


def rebuild(options: Options, contract_id: str | None, *, verify: bool) -> int:
    """Rebuild one contract, or all of them; 0 when every one came out identical, else 3. Raises: RunnerError."""
    secrets = load_or_create(options.folder.secrets)
    try:
        api = Api(options.base_url, secrets.administrator_id, secrets.administrator_secret, patience=5.0)
        contracts = [contract_id] if contract_id else [one["id"] for one in _contracts(api)]
        identical = [_one(api, contract, "verify" if verify else "rebuild") for contract in contracts]
    except httpx.TransportError as error:
        raise RunnerError(
            f"Copil does not answer at {options.base_url} ({error}); start it with `make run`."
        ) from error
    except httpx.HTTPStatusError as error:
        raise RunnerError(told(error)) from error
    print(f"{sum(identical)} of {len(identical)} contracts identical.")
    return 0 if all(identical) else DIFFERING


def _contracts(api: Api) -> Iterator[dict[str, Any]]:
    cursor = ""
    while True:
        page = api.send("GET", f"/api/contracts/v1/contracts?limit=1000{cursor}")
        yield from page["items"]
        if page["next_cursor"] is None:
            return
        cursor = f"&cursor={page['next_cursor']}"


def _one(api: Api, contract_id: str, mode: str) -> bool:
    path = f"/api/kpi/v1/contracts/{contract_id}/rebuilds"
    state = api.send("POST", path, {"mode": mode})
    line = Line(sys.stdout)
    while state["state"] in ("waiting", "running"):
        words = _WORDS.get(state["phase"], state["phase"]).format_map(state)
        line.show(state["phase"], f"{contract_id}: {words}")
        time.sleep(POLL_SECONDS)
        state = api.send("GET", f"{path}/{state['id']}")
    line.end(f"{contract_id}: {outcome(state)}")
    return bool(state["identical"])


def outcome(state: dict[str, Any]) -> str:
    """What a rebuild that is over found, in words."""
    if state["state"] != "done":
        return "given up, nothing was changed; read logs/kpi-worker.log in the data folder"
    looked = f"{state['tickets_total']} tickets of {state['deliveries']} deliveries"
    if state["identical"]:
        return f"identical ({looked})"
    done = "would be put right" if state["mode"] == "verify" else "was put right"
    return (
        f"differed and {done}: {state['changed_tickets']} tickets read differently,"
        f" {state['differing_tickets']} tickets counted differently,"
        f" {state['differing_days']} sums were not those of the tickets;"
        f" {state['moved_days']} days tell another sum ({looked})"
    )


class Line:
    """One line that renews itself on a terminal; elsewhere a line each phase."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._renews = out.isatty()
        self._shown = ""

    def show(self, phase: str, words: str) -> None:
        """Say how far it is."""
        if self._renews:
            self._out.write(f"\r\x1b[K{words}")
            self._out.flush()
        elif phase != self._shown:
            print(words, file=self._out, flush=True)
        self._shown = phase

    def end(self, words: str) -> None:
        """Say what came of it."""
        print(f"\r\x1b[K{words}" if self._renews else words, file=self._out, flush=True)
