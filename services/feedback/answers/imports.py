"""Keeping the answers of a file: good lines are kept, the others are told with their number and why."""

from collections.abc import Iterator, Sequence
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from services.common import zones
from services.common.encryption import Vault
from services.common.errors import FieldFault, Invalid
from services.common.instants import now
from services.feedback.answers import doors
from services.feedback.answers.doors import Fate
from services.feedback.answers.rules.spreadsheet import Sheet, UnreadableFile, read_sheet
from services.feedback.answers.schemas import ImportReceived, ImportSummary, LineFate


async def receive(
    session: AsyncSession, vault: Vault, contract_id: UUID, content: bytes, zone_name: str | None
) -> ImportReceived:
    """Read and keep a file. Raises: Invalid when nothing of it can be read."""
    try:
        sheet = read_sheet(content, _zone(zone_name), now())
    except UnreadableFile as fault:
        raise Invalid(FieldFault("body", str(fault))) from None
    answers = [line.given for line in sheet.lines if line.given is not None]
    fates = await doors.receive(session, vault, contract_id, "csv", answers)
    lines = list(_verdicts(sheet, fates))
    counts = {name: sum(line.verdict == name for line in lines) for name in ImportSummary.model_fields}
    return ImportReceived(
        encoding=sheet.encoding,
        delimiter=sheet.delimiter,
        lines=lines,
        summary=ImportSummary(**counts),
    )


def _verdicts(sheet: Sheet, fates: Sequence[Fate]) -> Iterator[LineFate]:
    told = iter(fates)
    for line in sheet.lines:
        if line.given is None:
            yield LineFate(line=line.number, verdict="refused", reason=line.reason, counted=False)
        else:
            fate = next(told)
            yield LineFate(line=line.number, verdict=fate.verdict, reason=None, counted=fate.counted)


def _zone(name: str | None) -> ZoneInfo | None:
    if name is None:
        return None
    try:
        return zones.zone(name)
    except KeyError:
        raise Invalid(FieldFault("query.zone", "is not an IANA zone")) from None
