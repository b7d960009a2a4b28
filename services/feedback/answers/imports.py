"""Keeping the answers of a file: good lines are kept, the others are told with their number, their column and why."""

from collections.abc import Iterator, Sequence
from typing import Literal
from uuid import UUID
from zoneinfo import ZoneInfo

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from services.common import zones
from services.common.errors import FieldFault, Invalid
from services.common.instants import now
from services.feedback.answers import doors
from services.feedback.answers.doors import Fate, Means
from services.feedback.answers.rules.columns import WrongChoice, read_choice
from services.feedback.answers.rules.given import Given, Kind
from services.feedback.answers.rules.spreadsheet import Sheet, UnreadableFile, read_sheet
from services.feedback.answers.schemas import (
    HeaderCell,
    ImportForeseen,
    ImportReceived,
    ImportSummary,
    LineFate,
    ShownLine,
)


class File(msgspec.Struct, frozen=True):
    """What was sent, and how it is to be read."""

    content: bytes
    zone: str | None = None
    columns: str | None = None
    question: Kind | None = None


async def receive(session: AsyncSession, means: Means, contract_id: UUID, file: File) -> ImportReceived:
    """Read and keep a file. Raises: Invalid when nothing of it can be read."""
    sheet = _read(file)
    if sheet.missing:
        raise Invalid(FieldFault("body", f"lacks the columns: {', '.join(sheet.missing)}"))
    fates = await doors.receive(session, means, contract_id, "csv", _answers(sheet))
    lines = list(_verdicts(sheet, fates))
    return ImportReceived(encoding=sheet.encoding, delimiter=sheet.delimiter, lines=lines, summary=_summary(lines))


async def foresee(session: AsyncSession, means: Means, contract_id: UUID, file: File) -> ImportForeseen:
    """Read a file and say what would become of each line; nothing is kept. Raises: Invalid as `receive` does."""
    sheet = _read(file)
    lines = list(_verdicts(sheet, await doors.foresee(session, means, contract_id, _answers(sheet))))
    column_at = {place: name for name, place in sheet.places.items()}
    return ImportForeseen.model_validate(
        {
            "encoding": sheet.encoding,
            "delimiter": sheet.delimiter,
            "header": [
                HeaderCell.model_validate({"position": place + 1, "name": name, "column": column_at.get(place)})
                for place, name in enumerate(sheet.header)
            ],
            "missing": sheet.missing,
            "shown": [ShownLine(line=number, cells=list(cells)) for number, cells in sheet.shown],
            "lines": lines,
            "summary": _summary(lines),
        }
    )


def _read(file: File) -> Sheet:
    try:
        return read_sheet(file.content, _zone(file.zone), now(), read_choice(file.columns, file.question))
    except UnreadableFile as fault:
        raise Invalid(FieldFault("body", str(fault))) from None
    except WrongChoice:
        raise Invalid(FieldFault("query.columns", "must be column:place, each once, separated by commas")) from None


def _answers(sheet: Sheet) -> list[Given]:
    return [line.given for line in sheet.lines if line.given is not None]


def _summary(lines: Sequence[LineFate]) -> ImportSummary:
    counts: dict[Literal["stored", "duplicate", "conflict", "refused"], int] = {
        "stored": 0, "duplicate": 0, "conflict": 0, "refused": 0,
    }  # fmt: skip
    for line in lines:
        counts[line.verdict] += 1
    return ImportSummary.model_validate(counts)


def _verdicts(sheet: Sheet, fates: Sequence[Fate]) -> Iterator[LineFate]:
    told = iter(fates)
    for line in sheet.lines:
        if line.given is None:
            told_wrong = {"column": line.column, "fault": line.fault, "reason": line.reason}
            yield LineFate.model_validate({"line": line.number, "verdict": "refused", "counted": False, **told_wrong})
        else:
            fate = next(told)
            yield LineFate(line=line.number, verdict=fate.verdict, counted=fate.counted)


def _zone(name: str | None) -> ZoneInfo | None:
    if name is None:
        return None
    try:
        return zones.zone(name)
    except KeyError:
        raise Invalid(FieldFault("query.zone", "is not an IANA zone")) from None
