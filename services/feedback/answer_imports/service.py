"""Keeping the answers of a file: good lines are kept, the others are told with their number, their column and why."""

import asyncio
import hashlib
from collections.abc import Iterator, Sequence
from typing import Any, Literal
from uuid import UUID
from zoneinfo import ZoneInfo

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from services.common import zones
from services.common.auth.caller import ContractAccess
from services.common.errors import Conflict, FieldFault, Invalid
from services.common.identifiers import new_id
from services.common.instants import now
from services.feedback.answer_imports import repository
from services.feedback.answer_imports.models import AnswerImport
from services.feedback.answer_imports.schemas import (
    HeaderCell,
    ImportForeseen,
    ImportOut,
    ImportReceived,
    ImportSummary,
    LineFate,
    ShownLine,
)
from services.feedback.answers import doors
from services.feedback.answers.doors import Fate, Means, Origin
from services.feedback.answers.rules.columns import WrongChoice, read_choice
from services.feedback.answers.rules.given import Given, Kind
from services.feedback.answers.rules.spreadsheet import Sheet, UnreadableFile, read_sheet
from services.feedback.answers.rules.tables import Format


class File(msgspec.Struct, frozen=True):
    """What was sent, and how it is to be read. `import_id`: of which import it is a part, if it says so."""

    content: bytes
    format: Format = "csv"
    zone: str | None = None
    columns: str | None = None
    question: Kind | None = None
    import_id: UUID | None = None
    name: str | None = None


async def receive(session: AsyncSession, means: Means, access: ContractAccess, file: File) -> ImportReceived:
    """Read and keep a file. Raises: Invalid when nothing of it can be read, Conflict when its import is over."""
    sheet = await _read(file)
    if sheet.missing:
        raise Invalid(FieldFault("body", f"lacks the columns: {', '.join(sheet.missing)}"))
    import_id = file.import_id or new_id()
    await _join(session, access, import_id, file)
    origin = Origin(file.format, import_id=import_id)
    fates = await doors.receive(session, means, access.contract_id, origin, _answers(sheet))
    lines = list(_verdicts(sheet, fates))
    summary = _summary(lines)
    digest = hashlib.sha256(file.content).digest()
    await repository.count(session, access.contract_id, import_id, digest, summary.model_dump())
    return ImportReceived.model_validate(
        {**_as_read(sheet), "lines": lines, "summary": summary, "import_id": import_id}
    )


async def _join(session: AsyncSession, access: ContractAccess, import_id: UUID, file: File) -> None:
    """Note the import, or add to one of the same organisation. Raises: Conflict."""
    caller = access.caller
    columns: dict[str, Any] = {
        "contract_id": access.contract_id,
        "id": import_id,
        "organisation_id": caller.organisation_id,
        "side": access.side,
        "author_subject": caller.subject,
        "author_name": caller.name,
        "file_name": file.name,
        "format": file.format,
        "digests": [],
        "stored": 0,
        "duplicate": 0,
        "conflict": 0,
        "refused": 0,
    }
    await repository.begin(session, columns)
    found = await repository.lock(session, access.contract_id, import_id)
    if found is None or found.organisation_id != caller.organisation_id:
        raise Conflict("This import is not yours to add to.")
    if found.undone_at is not None:
        raise Conflict("This import was taken back: send the file as a new one.")


async def foresee(session: AsyncSession, means: Means, contract_id: UUID, file: File) -> ImportForeseen:
    """Read a file and say what would become of each line; nothing is kept. Raises: Invalid as `receive` does."""
    sheet = await _read(file)
    lines = list(_verdicts(sheet, await doors.foresee(session, means, contract_id, _answers(sheet))))
    column_at = {place: name for name, place in sheet.places.items()}
    return ImportForeseen.model_validate(
        {
            **_as_read(sheet),
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


def show(row: AnswerImport) -> ImportOut:
    """An import as both parties read it."""
    undone = {"at": row.undone_at, "name": row.undone_name, "withdrawn": row.withdrawn}
    return ImportOut.model_validate(
        {
            "id": row.id,
            "author": {"side": row.side, "name": row.author_name},
            "file_name": row.file_name,
            "format": row.format,
            "sha256": [digest.hex() for digest in row.digests],
            "created_at": row.created_at,
            "summary": {name: getattr(row, name) for name in ("stored", "duplicate", "conflict", "refused")},
            "undone": None if row.undone_at is None else undone,
        }
    )


async def _read(file: File) -> Sheet:
    zone = _zone(file.zone)
    try:
        chosen = read_choice(file.columns, file.question)
        # A workbook takes a second or two to read: others are served meanwhile.
        return await asyncio.to_thread(read_sheet, file.content, zone, now(), chosen, file.format)
    except UnreadableFile as fault:
        raise Invalid(FieldFault("body", str(fault))) from None
    except WrongChoice:
        raise Invalid(FieldFault("query.columns", "must be column:place, each once, separated by commas")) from None


def _as_read(sheet: Sheet) -> dict[str, Any]:
    return {name: getattr(sheet, name) for name in ("format", "encoding", "delimiter", "sheet", "sheets")}


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
