"""Words found among a million verbatims: by the service, beside the same words looked for with no policy and no join.

The verbatims are made of the words of the labelled ones (`tests/fixtures/masking`), each as often as it stands there.
"""

import asyncio
import json
import re
import time
from bisect import bisect
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path
from random import Random
from statistics import median
from uuid import UUID

import asyncpg
from sqlalchemy.ext.asyncio import AsyncSession

from deploy.local.urls import plain
from services.common.database import Database
from services.common.identifiers import new_id
from services.common.migrations import migrate
from services.feedback.verbatims import repository
from services.feedback.verbatims.repository import Wanted
from tests.bench.figures import ROUNDS, Figure, ratios
from tests.bench.house import House

TEXTS = Path(__file__).parents[2] / "fixtures" / "masking"
PARTS = (50, 20, 10, 10, 5, 3, 2)
"""Of a hundred verbatims, how many each contract has."""
WORDS_OF_ONE = 25
PAGE = 50
AT_ONCE = 10_000
SEED = 6
_BARE = (
    "SELECT answer_id FROM verbatim WHERE search @@ (('''=' || $1::uuid || '''')::tsquery"
    " && websearch_to_tsquery('french', folded($2))) LIMIT $3"
)
_ORDERED = (
    "SELECT a.id FROM survey_answer a JOIN verbatim v ON v.contract_id = a.contract_id AND v.answer_id = a.id"
    " WHERE a.contract_id = $1 AND v.search @@ (('''=' || $1::uuid || '''')::tsquery"
    " && websearch_to_tsquery('french', folded($2))) ORDER BY a.answered_at DESC, a.id DESC LIMIT $3"
)
_STORE = (
    ("survey_answer", ("contract_id", "id", "source_id", "answer_key", "kind", "score", "scale_max", "has_comment",
                       "answered_at", "door", "channel")),
    ("verbatim", ("contract_id", "answer_id", "text", "hidden", "rules")),
)  # fmt: skip


class Vocabulary:
    """Words by how often customers use them."""

    def __init__(self) -> None:
        counted = Counter(
            word
            for line in (TEXTS / "verbatims.jsonl").read_text().splitlines()
            for word in re.findall(r"[a-zà-ÿœ'’-]+", json.loads(line)["text"].lower())
        )
        self.words, frequencies = zip(*counted.most_common(), strict=True)
        self._sums = list(accumulate(frequencies))

    def text(self, random: Random) -> str:
        """Words of one customer."""
        chosen = (bisect(self._sums, random.random() * self._sums[-1]) for _ in range(WORDS_OF_ONE))
        return " ".join(self.words[place] for place in chosen)

    def queries(self) -> list[str]:
        """What people look for: common words, usual ones, rare ones, two at once, one without another."""
        places = {"common": range(60, 140, 10), "usual": range(200, 1_200, 80), "rare": range(1_500, 3_000, 150)}
        found = [self.words[place] for some in places.values() for place in some if place < len(self.words)]
        found += [f"{self.words[place]} {self.words[place + 37]}" for place in range(80, 400, 40)]
        return [*found, f"{self.words[100]} -{self.words[150]}", f'"{self.words[210]}"']


async def measure(house: House, answers: int) -> list[Figure]:
    """Fill feedback's database, then look for words in its largest contract and in a small one."""
    urls = house.services["feedback"]
    await migrate("feedback", urls.owner)
    vocabulary = Vocabulary()
    place, _, options = plain(house.peer_url).partition("?")
    address = f"{place.rpartition('/')[0]}/copil_feedback" + (f"?{options}" if options else "")
    connection = await asyncpg.connect(address)
    database = Database(urls.app, urls.worker, 4, "bench")
    try:
        began = time.monotonic()
        contracts = await _fill(connection, vocabulary, answers)
        print(f"{answers:,} verbatims in {len(contracts)} contracts after {time.monotonic() - began:.0f} s", flush=True)
        figures = []
        for part in (0, len(PARTS) - 1):
            contract_id, organisation_id = contracts[part]
            figures += await _compare(connection, database, vocabulary, (contract_id, organisation_id, PARTS[part]))
        return figures
    finally:
        await database.dispose()
        await connection.close()


async def _fill(connection: asyncpg.Connection, vocabulary: Vocabulary, answers: int) -> list[tuple[UUID, UUID]]:
    random, contracts = Random(SEED), []
    since = datetime.now(UTC) - timedelta(days=2 * 365)
    for part in PARTS:
        contract_id, organisation_id = new_id(), new_id()
        contracts.append((contract_id, organisation_id))
        await connection.execute(
            "INSERT INTO contract_party (contract_id, organisation_id, side, valid_from) VALUES ($1, $2, $3, $4)",
            contract_id, organisation_id, "donneur_ordre", since,
        )  # fmt: skip
        count = answers * part // 100
        for rows in _batches(vocabulary, random, contract_id, count, since):
            for (table, columns), records in zip(_STORE, rows, strict=True):
                await connection.copy_records_to_table(table, records=records, columns=columns)
    await connection.execute("VACUUM ANALYZE")
    await connection.execute("CHECKPOINT")
    return contracts


def _batches(
    vocabulary: Vocabulary, random: Random, contract_id: UUID, count: int, since: datetime
) -> Iterator[tuple[list[tuple[object, ...]], list[tuple[object, ...]]]]:
    gap = timedelta(days=2 * 365) / max(count, 1)
    for begin in range(0, count, AT_ONCE):
        answers: list[tuple[object, ...]] = []
        words: list[tuple[object, ...]] = []
        for number in range(begin, min(begin + AT_ONCE, count)):
            answer_id = new_id()
            at, score = since + gap * number, random.randint(0, 10)
            answers.append(
                (contract_id, answer_id, "feedback", str(number), "nps", score, 10, True, at, "api", "email")
            )
            words.append((contract_id, answer_id, vocabulary.text(random), "{}", 1))
        yield answers, words


async def _compare(
    connection: asyncpg.Connection, database: Database, vocabulary: Vocabulary, of: tuple[UUID, UUID, int]
) -> list[Figure]:
    contract_id, organisation_id, part = of
    queries = vocabulary.queries()

    async def ours(session: AsyncSession, q: str) -> object:
        return await repository.page(session, contract_id, Wanted(q=q), None, PAGE)

    async def service() -> float:
        async def one(q: str) -> object:
            async with database.request_session(organisation_id, platform=False) as session:
                return await ours(session, q)

        return await _p95(queries, one)

    def beside(statement: str) -> Callable[[], Awaitable[float]]:
        return lambda: _p95(queries, lambda q: connection.fetch(statement, contract_id, q, PAGE))

    sides = {"service": service, "bare": beside(_BARE), "ordered": beside(_ORDERED)}
    for side in sides.values():
        await side()
    took: dict[str, list[float]] = {name: [] for name in sides}
    for number in range(ROUNDS):
        for name in list(sides) if number % 2 == 0 else reversed(list(sides)):
            took[name].append(await sides[name]())
    facts = {f"{name}_ms": round(median(values), 1) for name, values in took.items()}
    where = f"a contract with {part} % of all"
    return [
        Figure("17", f"verbatim search, a page, p95, {where}", "the same words, any fifty, no policy",
               ratios(took["service"], took["bare"]), at_most=2.0, facts=facts),
        Figure("17o", f"verbatim search, a page, p95, {where}", "the same words, the newest fifty, no policy",
               ratios(took["service"], took["ordered"]), at_most=2.0, facts=facts),
        Figure("17ms", f"verbatim search, a page, p95, {where}", "100 ms", took["service"], unit="ms", at_most=100.0),
    ]  # fmt: skip


async def _p95(queries: list[str], look: Callable[[str], Awaitable[object]]) -> float:
    took = []
    for q in queries:
        started = time.perf_counter()
        await look(q)
        took.append((time.perf_counter() - started) * 1e3)
        await asyncio.sleep(0)
    return sorted(took)[-(-len(took) * 95 // 100) - 1]
