"""Reading tables as a tool does."""

import csv
import io
import json
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import httpx

from services.common.auth.access import Function
from services.kpi.sources.registry import Source
from tests.support.callers import Api
from tests.support.kpi import Workbench
from tests.support.kpi_service import PUBLIC_URL, KpiHouse, KpiPair

Rows = list[dict[str, Any]]


@dataclass(frozen=True)
class Tables:
    """Two contracts of one donneur d'ordre."""

    house: KpiHouse
    workbench: Workbench
    first: KpiPair
    second: KpiPair
    sources: list[Source]

    @property
    def key(self) -> Api:
        """What opens both to a BI tool; drawn anew, because the run may outlive a token."""
        return self.house.member(self.first.donneur_ordre_id, Function.BI_READER, subject="key")

    @property
    def both(self) -> list[str]:
        """The contracts, in the order of the tables."""
        return sorted((self.first.contract_id, self.second.contract_id))


def read(answer: httpx.Response) -> dict[str, Any]:
    """A page of JSON with its numbers exact, checked for what goes with the rows."""
    assert answer.status_code == 200, answer.text
    content: dict[str, Any] = json.loads(answer.content, parse_float=Decimal)
    assert list(content) == ["data", "next", "next_cursor", "count", "watermark"]
    assert content["count"] == len(content["data"])
    assert len({tuple(row) for row in content["data"]}) <= 1, "every row has the same columns in the same order"
    if content["next"] is None:
        assert content["next_cursor"] is None
        assert "link" not in answer.headers
    else:
        assert answer.headers["link"] == f'<{content["next"]}>; rel="next"'
        assert content["next"].startswith(f"{PUBLIC_URL}/bi/v1/")
    assert answer.headers["x-watermark"] == str(content["watermark"])
    return content


def pull(api: Api, table: str, **params: str) -> Rows:
    """Every row, page after page along `next`."""
    page = read(api.get(f"/v1/bi/{table}", params=params))
    rows: Rows = list(page["data"])
    while page["next"] is not None:
        page = read(api.get("/v1" + page["next"].removeprefix(PUBLIC_URL).replace("/bi/v1", "/bi")))
        rows += page["data"]
    return rows


def read_csv(answer: httpx.Response) -> list[dict[str, str]]:
    """The rows of a CSV."""
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "text/csv; charset=utf-8; header=present"
    return list(csv.DictReader(io.StringIO(answer.content.decode(), newline=""), strict=True))


def as_csv(row: dict[str, Any]) -> dict[str, str]:
    """A row of JSON as CSV should tell it."""
    told = {}
    for name, value in row.items():
        text = "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
        told[name] = f"'{text}" if isinstance(value, str) and text[:1] == "=" else text
    return told
