"""What crosses HTTP about imports of ticket exports."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from services.common.instants import Instant
from services.kpi.ticket_imports.rules.cells import Fault
from services.kpi.ticket_imports.rules.layouts import Field as ExportField

State = Literal[
    "comparing", "compared", "proposed", "approved", "running", "done", "undo_proposed", "undoing", "undone", "refused",
    "expired", "failed",
]  # fmt: skip
RowFate = Literal["equal", "different", "missing_here", "orphan_here", "missing_there"]


class FaultyRow(BaseModel):
    """A row that cannot be used; never what is written in it."""

    line: int = Field(description="Of CSV the line (the header is 1), of JSON the item (the first is 1).")
    field: ExportField
    fault: Fault


class ExportColumn(BaseModel):
    """A column of the file, and what it is read as."""

    position: int = Field(description="The first is 1.")
    name: str
    field: ExportField | None


class ShownRow(BaseModel):
    """A row as it is written."""

    line: int
    cells: list[str]


class ImportPreview(BaseModel):
    """How a file would be read; nothing is kept."""

    format: Literal["csv", "json"]
    encoding: Literal["utf-8", "windows-1252"]
    delimiter: str | None
    columns: list[ExportColumn]
    missing: list[ExportField] = Field(description="Needed, and told by no column: then no row is read.")
    shown: list[ShownRow] = Field(description="The first rows as they are written.")
    rows: int = Field(description="Rows that can be used.")
    unloadable: int = Field(description="Of them, rows that tell too little to make a history of.")
    faulty: int
    faults: list[FaultyRow] = Field(description="The first 200 of them.")
    first_created_at: Instant | None
    last_created_at: Instant | None


class ImportReading(BaseModel):
    """How the file was read."""

    system: str
    format: Literal["csv", "json"]
    encoding: Literal["utf-8", "windows-1252"]
    delimiter: str | None
    zone: str | None = Field(description="Of instants that are written without an offset.")
    date_order: Literal["dmy", "mdy"] = Field(description="Of dates such as 03/04/2026.")
    columns: dict[str, str] = Field(description="The column of the file by field.")


class ImportCounts(BaseModel):
    """Tickets by how they compare."""

    equal: int = 0
    different: int = 0
    missing_here: int = Field(default=0, description="In the export, and never told of by the source.")
    orphan_here: int = Field(default=0, description="The source told of the ticket, but not of its creation.")
    missing_there: int = Field(
        default=0, description="Created here between the first and the last ticket of the export, and not in it."
    )
    unloadable: int = Field(default=0, description="Of those missing here, the ones that tell too little to be loaded.")


class TicketImportOut(BaseModel):
    """An import of a ticket export: read, compared, loaded where both agree, and undone."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": "0199f3a0-3c5e-7c1e-9d53-0d3f5b6a7c11",
                    "contract_id": "0199f3a0-1111-7c1e-9d53-0d3f5b6a7c11",
                    "source_id": "5f0c7e1b9a3d4c2e8b6f1a0d9c8e7b6a5f4d3c2b",
                    "state": "compared",
                    "file_name": "tickets-2026.csv",
                    "sha256": "6dd9e9aa2d1c2e0f1b9f0c9a4c4d1b6e8b1f3f0a6a1d5d8d0d8b7f3f8c1d2e3f",
                    "size": 482113,
                    "reading": {
                        "system": "zendesk",
                        "format": "csv",
                        "encoding": "utf-8",
                        "delimiter": ";",
                        "zone": "Europe/Paris",
                        "date_order": "dmy",
                        "columns": {"ticket_id": "Id", "created_at": "Requested", "status": "Status"},
                    },
                    "requested_at": "2026-11-02T09:12:00.104822Z",
                    "requested_by": "0199f3a0-2222-7c1e-9d53-0d3f5b6a7c11",
                    "requested_by_side": "donneur_ordre",
                    "rows": 4120,
                    "faulty": 2,
                    "faults": [{"line": 18, "field": "created_at", "fault": "clock_back"}],
                    "first_created_at": "2025-11-01T07:02:11.000000Z",
                    "last_created_at": "2026-10-31T16:40:05.000000Z",
                    "done": 4120,
                    "counts": {
                        "equal": 3900,
                        "different": 12,
                        "missing_here": 205,
                        "orphan_here": 3,
                        "missing_there": 1,
                        "unloadable": 4,
                    },
                    "compared_at": "2026-11-02T09:12:03.250011Z",
                    "already_loaded_by": None,
                    "complete_orphans": False,
                    "asked_at": None,
                    "asked_by": None,
                    "asked_by_side": None,
                    "answered_at": None,
                    "answered_by": None,
                    "loaded": 0,
                    "loaded_at": None,
                    "undo_asked_at": None,
                    "undo_asked_by": None,
                    "undo_asked_by_side": None,
                    "undo_answered_at": None,
                    "undo_answered_by": None,
                    "undone_at": None,
                }
            ]
        }
    )

    id: str
    contract_id: str
    source_id: str
    state: State
    file_name: str
    sha256: str = Field(description="Of the file, which is not kept.")
    size: int
    reading: ImportReading
    requested_at: Instant
    requested_by: str
    requested_by_side: str
    rows: int
    faulty: int
    faults: list[FaultyRow] = Field(description="The first 200.")
    first_created_at: Instant | None
    last_created_at: Instant | None
    done: int = Field(description="Rows that are compared, or gone through by the load.")
    counts: ImportCounts | None = Field(description="Null until compared.")
    compared_at: Instant | None
    already_loaded_by: str | None = Field(description="An earlier import that loads, or loaded, the same file.")
    complete_orphans: bool
    asked_at: Instant | None
    asked_by: str | None
    asked_by_side: str | None
    answered_at: Instant | None
    answered_by: str | None
    loaded: int = Field(description="Tickets that it brought.")
    loaded_at: Instant | None
    undo_asked_at: Instant | None
    undo_asked_by: str | None
    undo_asked_by_side: str | None
    undo_answered_at: Instant | None
    undo_answered_by: str | None
    undone_at: Instant | None


class RowDifference(BaseModel):
    """A field that the export and the source tell otherwise; instants as text, null: nothing told."""

    field: Literal["created_at", "status", "first_response_at", "solved_at", "reopens", "replies", "excluded"]
    there: str | int | None = Field(description="In the export.")
    here: str | int | None = Field(description="As the source told it.")


class ImportRowOut(BaseModel):
    """A ticket and how it compares."""

    ticket_id: str
    line: int | None = Field(description="Where it stands in the file; null where the export lacks it.")
    created_at: Instant
    fate: RowFate
    differences: list[RowDifference]
    unloadable: Literal["solve_not_told", "reopening_not_told"] | None = Field(
        description=(
            "Why no history can be made of it: solved, nobody says when; or open after a solve, nobody says since when."
        )
    )
    loaded: bool


class NewLoad(BaseModel):
    """What is to be loaded."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"complete_orphans": True}]})

    complete_orphans: Annotated[
        bool, Field(description="Also tell the creation of tickets of which the source told all but that.")
    ] = False
