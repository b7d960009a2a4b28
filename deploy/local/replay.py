"""`copil replay`: recorded deliveries sent through a source of the running installation, as if received then."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import httpx

from deploy.local.demo.api import Api
from deploy.local.errors import RunnerError
from deploy.local.options import Options
from deploy.local.secrets import load_or_create

AT_ONCE = 5_000
"""Deliveries a call: half of what one call may take, so that the body stays small too."""


def replay(options: Options, source_id: str, file: Path) -> int:
    """Print one verdict a line, then a summary; 0 when every delivery is stored. Raises: RunnerError."""
    deliveries = _read(file)
    secrets = load_or_create(options.folder.secrets)
    summary: Counter[str] = Counter()
    try:
        api = Api(options.base_url, secrets.administrator_id, secrets.administrator_secret, patience=5.0)
        for start in range(0, len(deliveries), AT_ONCE):
            part = deliveries[start : start + AT_ONCE]
            answer = api.send("POST", f"/api/kpi/v1/sources/{source_id}/replays", part)
            for item in answer["items"]:
                print(f"{item['n']}\t{item['verdict']}\t{item['receipt_id']}")
            summary.update(answer["summary"])
    except httpx.TransportError as error:
        raise RunnerError(
            f"Copil does not answer at {options.base_url} ({error}); start it with `make run`."
        ) from error
    except httpx.HTTPStatusError as error:
        raise RunnerError(told(error)) from error
    print(", ".join(f"{verdict} {number}" for verdict, number in sorted(summary.items())) or "nothing to replay")
    return 0


def _read(file: Path) -> list[Any]:
    try:
        text = file.read_text(encoding="utf-8")
        if text.lstrip().startswith("["):
            deliveries: list[Any] = json.loads(text)
            return deliveries
        return [json.loads(line) for line in text.splitlines() if line.strip()]
    except OSError as error:
        raise RunnerError(f"{file} cannot be read: {error.strerror}.") from error
    except ValueError as error:
        raise RunnerError(f"{file} is neither a JSON array nor NDJSON: {error}.") from error


def told(error: httpx.HTTPStatusError) -> str:
    """The problem that Copil answered, in one line."""
    try:
        problem = error.response.json()
    except ValueError:
        return f"Copil answered {error.response.status_code}."
    faults = "; ".join(f"{fault['field']}: {fault['message']}" for fault in problem.get("errors", ()))
    title = problem.get("title", f"Copil answered {error.response.status_code}")
    detail = faults or problem.get("detail")
    return f"{title}: {detail}" if detail else f"{title}."
