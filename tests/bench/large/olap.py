"""DuckDB beside the sums that are kept: indicators of every contract by month, from what tickets count for."""

import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import asyncpg
import duckdb
import msgspec

from tests.bench.errors import BenchError
from tests.bench.figures import alternate_async
from tests.bench.house import House
from tests.bench.large.growing import administrator

_RAW = "SELECT contract_id, indicator, day, denominator, numerator, total_seconds, pending FROM ticket_share"
_BY_MONTH = (
    "SELECT contract_id, indicator, date_trunc('month', day) AS month, sum(denominator), sum(numerator) FROM share"
    " WHERE indicator IN (SELECT unnest(?::VARCHAR[])) GROUP BY 1, 2, 3"
)
_KEPT = "SELECT contract_id, indicator, month, denominator, numerator FROM rollup_month WHERE indicator = ANY ($1)"
FEW = ("csat", "sla_resolution")
"""What a portfolio shows of each contract."""


class Compared(msgspec.Struct, frozen=True):
    """Milliseconds of DuckDB and of the kept sums by round, for so many points out of so many rows."""

    theirs: list[float]
    ours: list[float]
    points: int
    rows: int


async def compare(house: House, folder: Path) -> tuple[Compared, Compared]:
    """Every indicator, and those of a portfolio; both sides must tell the same figures."""
    database = duckdb.connect(str(folder / "raw.duckdb"), config={"threads": 2})
    connection = await asyncpg.connect(administrator(house))
    try:
        rows = await _load(database, connection, folder / "shares.csv")
        every = [name for (name,) in database.execute("SELECT DISTINCT indicator FROM share").fetchall()]
        return (
            await _alternated(database, connection, every, rows),
            await _alternated(database, connection, FEW, rows),
        )
    finally:
        await connection.close()
        database.close()


async def _load(database: duckdb.DuckDBPyConnection, connection: asyncpg.Connection, file: Path) -> int:
    """Copy what is counted into DuckDB; how many rows."""
    await connection.copy_from_query(_RAW, output=str(file), format="csv")
    database.execute(
        "CREATE TABLE share (contract_id UUID, indicator VARCHAR, day DATE, denominator BIGINT, numerator BIGINT,"
        " total_seconds BIGINT, pending BIGINT)"
    )
    database.execute(f"COPY share FROM '{file}' (FORMAT csv)")
    # Copied by the million a moment ago: neither side should pay for what follows a load.
    await connection.execute("VACUUM ANALYZE rollup_month")
    return int(database.execute("SELECT count(*) FROM share").fetchall()[0][0])


async def _alternated(
    database: duckdb.DuckDBPyConnection, connection: asyncpg.Connection, indicators: Sequence[str], rows: int
) -> Compared:
    told: dict[str, Sequence[Sequence[Any]]] = {}
    wanted = list(indicators)

    async def theirs() -> float:
        started = time.perf_counter()
        told["theirs"] = database.execute(_BY_MONTH, [wanted]).fetchall()
        return (time.perf_counter() - started) * 1e3

    async def ours() -> float:
        started = time.perf_counter()
        told["ours"] = await connection.fetch(_KEPT, wanted)
        return (time.perf_counter() - started) * 1e3

    await theirs(), await ours()
    their_ms, our_ms = await alternate_async(theirs, ours)
    by_duckdb, kept = _counted(told["theirs"]), _counted(told["ours"])
    if kept != by_duckdb:
        raise BenchError(
            f"DuckDB and the kept sums tell different figures: {sorted(kept.items() ^ by_duckdb.items())[:5]}"
        )
    return Compared(their_ms, our_ms, len(kept), rows)


def _counted(rows: Iterable[Sequence[Any]]) -> dict[tuple[str, str, str], tuple[int, int]]:
    """Sums by contract, indicator and month, without those of nothing."""
    return {
        (str(contract), indicator, str(month)[:10]): (int(denominator), int(numerator))
        for contract, indicator, month, denominator, numerator in rows
        if denominator or numerator
    }
