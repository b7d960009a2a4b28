"""Imports over HTTP, and what the worker does about them."""

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Any

import httpx

from services.kpi.ticket_imports.working import Importer
from tests.factories.webhooks import rfc3339
from tests.kpi.folding.test_fold import HOUR, START
from tests.support.callers import Api
from tests.support.kpi_service import KpiHouse

NOW = START + 40 * 24 * HOUR
MINUTE = 60_000_000


def csv_of(rows: Sequence[Mapping[str, Any]], delimiter: str = ",") -> bytes:
    """Rows as a spreadsheet writes them; the header has every column of any row."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    out = io.StringIO()
    writer = csv.DictWriter(out, names, delimiter=delimiter, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def told(
    ticket: str, created_us: int, *, first: int | None = None, solved: int | None = None, **more: Any
) -> dict[str, Any]:
    """A row of a generic export; `first` and `solved` in minutes after the creation."""
    return {
        "ticket_id": ticket,
        "created_at": rfc3339(created_us),
        "status": "open" if solved is None else "solved",
        "first_response_at": "" if first is None else rfc3339(created_us + first * MINUTE),
        "solved_at": "" if solved is None else rfc3339(created_us + solved * MINUTE),
        "reopens": "0",
        "replies": "1" if first is not None else "0",
        **more,
    }


def send(
    api: Api, source_id: str, content: bytes, media_type: str = "text/csv", path: str = "", **query: Any
) -> httpx.Response:
    """A file as the page sends it."""
    return api.post(
        f"/v1/sources/{source_id}/ticket-imports{path}",
        content=content,
        headers={"content-type": media_type},
        params=query,
    )


async def work(house: KpiHouse) -> None:
    """What the worker does about imports."""
    async with house.workbench() as bench:
        importer = Importer(bench.database)
        while await importer.run_next():
            pass


async def compared(house: KpiHouse, api: Api, source_id: str, content: bytes, **more: Any) -> dict[str, Any]:
    """An import, compared."""
    answer = send(api, source_id, content, **more)
    assert answer.status_code == 202, answer.text
    await work(house)
    return read(api, answer.json())


def read(api: Api, imported: Mapping[str, Any]) -> dict[str, Any]:
    """The import as it is now."""
    answer = api.get(path_of(imported))
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def path_of(imported: Mapping[str, Any]) -> str:
    """Its address."""
    return f"/v1/sources/{imported['source_id']}/ticket-imports/{imported['id']}"


def rows(api: Api, imported: Mapping[str, Any], **query: Any) -> list[dict[str, Any]]:
    """Its tickets."""
    answer = api.get(f"{path_of(imported)}/rows", params={"limit": 1000, **query})
    assert answer.status_code == 200, answer.text
    items: list[dict[str, Any]] = answer.json()["items"]
    return items
