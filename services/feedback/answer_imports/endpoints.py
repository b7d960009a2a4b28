"""HTTP of imports."""

from typing import Annotated, Any, Literal
from uuid import UUID

import msgspec
from fastapi import APIRouter, Depends, Query, Request

from services.common.auth.access import Permission
from services.common.auth.caller import ContractAccess
from services.common.auth.dependencies import party_may
from services.common.database import after_commit
from services.common.dependencies import BackgroundSessionDep, SessionDep
from services.common.errors import FieldFault, Invalid, NotFound, PayloadTooLarge, UnsupportedMediaType
from services.common.identifiers import parse_id
from services.common.pagination import Page, PageDep, cut_page, encode_cursor
from services.feedback.answer_imports import repository, service, undoing
from services.feedback.answer_imports.schemas import ImportForeseen, ImportOut, ImportReceived
from services.feedback.answer_imports.service import File
from services.feedback.answers.endpoints import MeansDep, waking
from services.feedback.answers.rules.tables import Format
from services.feedback.dependencies import RelayDep

router = APIRouter(tags=["answers"])

MOST_BYTES = 1_000_000
_PATH = "/v1/contracts/{contract_id}/answers/imports"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_FORMATS: dict[str, Format] = {"text/csv": "csv", XLSX: "xlsx"}
_FILE: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "text/csv": {"schema": {"type": "string"}},
            XLSX: {"schema": {"type": "string", "format": "binary"}},
        },
    }
}


async def _file(
    request: Request,
    zone: Annotated[
        str | None, Query(max_length=64, description="IANA zone of the times in the file that have no offset.")
    ] = None,
    columns: Annotated[
        str | None,
        Query(
            max_length=300,
            pattern=r"^[a-z_]+:\d+(,[a-z_]+:\d+)*$",
            description="Columns whose names do not say it: `score:3,comment:0`; the first is 1, 0 is none.",
        ),
    ] = None,
    question: Annotated[
        Literal["ces", "csat", "nps", "fcr_declared"] | None, Query(description="The question of lines that name none.")
    ] = None,
) -> File:
    kind = _FORMATS.get(request.headers.get("content-type", "").partition(";")[0].strip().lower())
    if kind is None:
        raise UnsupportedMediaType(f"The file is sent as text/csv or {XLSX}.")
    return File(await read_bounded(request), kind, zone, columns, question)


FileDep = Annotated[File, Depends(_file)]


@router.post(_PATH, summary="Send a file of survey answers", openapi_extra=_FILE)
async def import_answers_endpoint(
    access: Annotated[ContractAccess, party_may(Permission.ANSWER_WRITE)],
    file: FileDep,
    session: SessionDep,
    means: MeansDep,
    relay: RelayDep,
    import_id: Annotated[
        str | None,
        Query(alias="import", max_length=36, description="Of a file in parts: a UUID that all of them name, yours."),
    ] = None,
    name: Annotated[
        str | None,
        Query(max_length=200, pattern=r"^[^\x00-\x1f\x7f]+$", description="Name of the file, shown to both."),
    ] = None,
) -> ImportReceived:
    """Keep the right lines of a file, and say line by line why the others are not.

    CSV: UTF-8, UTF-16 (with its mark) or Windows-1252, `;`, `,` or tabulation. XLSX: the first visible sheet with
    anything in it, values as last shown. A header with the names of columns (`question`, `note`, `date`; also `clé`,
    `échelle`, `commentaire`, `ticket`, `lien`, `canal`, or their English names). Up to 5,000 answers and 1 MB.
    """
    whole = msgspec.structs.replace(file, import_id=_given(import_id), name=name)
    received = await service.receive(session, means, access, whole)
    after_commit(session, waking(relay))
    return received


@router.post(_PATH + "/preview", summary="Preview a file of survey answers", openapi_extra=_FILE)
async def preview_answers_endpoint(
    access: Annotated[ContractAccess, party_may(Permission.ANSWER_WRITE)],
    file: FileDep,
    session: SessionDep,
    means: MeansDep,
) -> ImportForeseen:
    """Say how a file would be read and what would become of each line, as things are now: nothing is kept."""
    return await service.foresee(session, means, access.contract_id, file)


@router.get(_PATH, summary="List imports of survey answers")
async def list_imports_endpoint(
    access: Annotated[ContractAccess, party_may(Permission.VERBATIM_READ)], session: SessionDep, page: PageDep
) -> Page[ImportOut]:
    """Files of answers, the newest first: who sent them, what came of them, and which were taken back."""
    rows = await repository.page(session, access.contract_id, _before(page), page.limit + 1)
    shown, more = cut_page(rows, page.limit)
    return Page(
        items=[service.show(row) for row in shown], next_cursor=encode_cursor(str(shown[-1].id)) if more else None
    )


@router.post(_PATH + "/{import_id}/undo", summary="Take an import back")
async def undo_import_endpoint(
    import_id: str,
    access: Annotated[ContractAccess, party_may(Permission.ANSWER_WRITE)],
    background: BackgroundSessionDep,
    relay: RelayDep,
) -> ImportOut:
    """Its answers count no more, their words are deleted, their keys may come again; done again it changes nothing.

    For the organisation that sent the file. A trace of each answer stays, and both parties see who took them back.
    """
    undone = await undoing.undo(background, access, parse_id(import_id))
    after_commit(background, waking(relay))
    return service.show(undone)


async def read_bounded(request: Request) -> bytes:
    """The body, counted as it is read: a declared length is not believed. Raises: PayloadTooLarge."""
    chunks: list[bytes] = []
    size = 0
    async for chunk in request.stream():
        chunks.append(chunk)
        size += len(chunk)
        if size > MOST_BYTES:
            raise PayloadTooLarge(f"A file has at most {MOST_BYTES} bytes.")
    return b"".join(chunks)


def _given(import_id: str | None) -> UUID | None:
    if import_id is None:
        return None
    try:
        return parse_id(import_id)
    except NotFound:
        raise Invalid(FieldFault("query.import", "must be a UUID, in small letters")) from None


def _before(page: PageDep) -> UUID | None:
    position = page.text_position(1)
    try:
        return None if position is None else UUID(position[0])
    except ValueError:
        raise Invalid(FieldFault("cursor", "is not a cursor of this list")) from None
