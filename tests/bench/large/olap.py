"""DuckDB beside the sums that are kept: every indicator of every contract by month, from what tickets count for."""

import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import asyncpg
import duckdb

from tests.bench.errors import BenchError
from tests.bench.figures import alternate_async
from tests.bench.house import House
from tests.bench.large.growing import administrator

_RAW = "SELECT contract_id, indicator, day, denominator, numerator, total_seconds, pending FROM ticket_share"
_BY_MONTH = (
    "SELECT contract_id, indicator, date_trunc('month', day) AS month, sum(denominator), sum(numerator) FROM share"
    " GROUP BY 1, 2, 3"
)
_KEPT = "SELECT contract_id, indicator, month, denominator, numerator FROM rollup_month"


async def compare(house: House, folder: Path) -> tuple[list[float], list[float], int]:
    """Milliseconds of DuckDB and of the kept sums by round, and how many rows DuckDB reads; both must tell the same."""
    database = duckdb.connect(str(folder / "raw.duckdb"), config={"threads": 2})
    connection = await asyncpg.connect(administrator(house))
    try:
        rows = folder / "shares.csv"
        await connection.copy_from_query(_RAW, output=str(rows), format="csv")
        database.execute(
            "CREATE TABLE share (contract_id UUID, indicator VARCHAR, day DATE, denominator BIGINT, numerator BIGINT,"
            " total_seconds BIGINT, pending BIGINT)"
        )
        database.execute(f"COPY share FROM '{rows}' (FORMAT csv)")
        rows.unlink()
        raw = database.execute("SELECT count(*) FROM share").fetchall()[0][0]
        told: dict[str, dict[tuple[str, str, str], tuple[int, int]]] = {}

        async def theirs() -> float:
            started = time.perf_counter()
            found = database.execute(_BY_MONTH).fetchall()
            took = (time.perf_counter() - started) * 1e3
            told["theirs"] = _counted(found)
            return took

        async def ours() -> float:
            started = time.perf_counter()
            found = await connection.fetch(_KEPT)
            took = (time.perf_counter() - started) * 1e3
            told["ours"] = _counted(found)
            return took

        await theirs(), await ours()
        their_ms, our_ms = await alternate_async(theirs, ours)
        if told["ours"] != told["theirs"]:
            strange = sorted(told["ours"].items() ^ told["theirs"].items())
            raise BenchError(f"DuckDB and the kept sums tell different figures: {strange[:5]}")
        return their_ms, our_ms, raw
    finally:
        await connection.close()
        database.close()


def _counted(rows: Iterable[Sequence[Any]]) -> dict[tuple[str, str, str], tuple[int, int]]:
    """Sums by contract, indicator and month, without those of nothing."""
    return {
        (str(contract), indicator, str(month)[:10]): (int(denominator), int(numerator))
        for contract, indicator, month, denominator, numerator in rows
        if denominator or numerator
    }
