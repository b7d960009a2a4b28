"""Bodies of imports."""

from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from services.common.instants import Instant
from services.feedback.answers.rules.cells import Fault
from services.feedback.answers.schemas import Summary

Column = Literal["key", "kind", "score", "scale", "answered_at", "comment", "ticket", "ticket_url", "channel", "queue"]


class LineFate(BaseModel):
    """What became of one line of the file; the header is line 1."""

    line: int
    verdict: Literal["stored", "duplicate", "conflict", "refused"]
    column: Column | None = Field(None, description="Where it is wrong.")
    fault: Fault | None = Field(None, description="Why it was refused, as a code.")
    reason: str | None = Field(None, description="Why it was refused; never what it held.")
    counted: bool


class ImportSummary(Summary):
    """How many of each."""

    refused: int


class FileRead(BaseModel):
    """How the file was read, and one verdict per line."""

    format: Literal["csv", "xlsx"]
    encoding: Literal["utf-8", "utf-16", "windows-1252"] | None = Field(
        description="As it was found; null: a workbook."
    )
    delimiter: str | None
    sheet: str | None = Field(description="Of a workbook: the first visible sheet with anything in it.")
    sheets: int = Field(description="How many visible sheets there are; the others are not read.")
    lines: list[LineFate]
    summary: ImportSummary


class ImportReceived(FileRead):
    """What was kept, and of which import it is part."""

    import_id: UUID = Field(description="Undo takes back all of it; further parts of a file name it.")


class HeaderCell(BaseModel):
    """One column of the file."""

    position: int = Field(description="The first is 1.")
    name: str
    column: Column | None = Field(description="What it is read as; null: it is not read.")


class ShownLine(BaseModel):
    """One of the first lines, as it is written."""

    line: int
    cells: list[str]


class ImportForeseen(FileRead):
    """How the file would be read, and what would become of each line; nothing was kept."""

    header: list[HeaderCell]
    missing: list[Column] = Field(description="Columns that are needed and not found; then no line is judged.")
    shown: list[ShownLine]


Side = Literal["donneur_ordre", "sous_traitant"]


class ImportAuthor(BaseModel):
    """Who sent the file: shown to both parties."""

    side: Side
    name: str | None


class ImportOut(BaseModel):
    """One import: a file, perhaps in parts."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": "0199c3a0-7d2e-7c11-9a8b-5b1f0d3c2e4a",
                    "author": {"side": "sous_traitant", "name": "Inès Morel"},
                    "file_name": "enquête octobre.xlsx",
                    "format": "xlsx",
                    "sha256": ["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"],
                    "created_at": "2026-11-03T09:12:00Z",
                    "summary": {"stored": 412, "duplicate": 3, "conflict": 0, "refused": 2},
                    "undone": None,
                }
            ]
        }
    )

    id: UUID
    author: ImportAuthor
    file_name: str | None
    format: Literal["csv", "xlsx"]
    sha256: list[str] = Field(description="Of each part, as it was received.")
    created_at: Instant
    summary: ImportSummary
    undone: "Undone | None"


class Undone(BaseModel):
    """That it was taken back; what it had brought counts no more and its words are gone."""

    at: Instant
    name: str | None
    withdrawn: int = Field(description="How many answers it took back.")
