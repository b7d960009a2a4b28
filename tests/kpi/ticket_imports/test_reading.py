"""Files as people send them: charsets, separators, clocks that change, ids that come twice, and what is cut off."""

import pytest

from services.kpi.ticket_imports.rules.layouts import WrongChoice, places_of, read_choice
from services.kpi.ticket_imports.rules.tables import MOST_ROWS, UnreadableFile, read_table
from tests.factories.webhooks import at
from tests.kpi.ticket_imports.test_tools import PARIS, rows_of


def faults(content: str, **more: object) -> list[tuple[str | None, str | None]]:
    """(field, fault) of every row."""
    return [(fate.field, fate.fault) for fate in rows_of("generic", content.encode(), **more)]  # type: ignore[arg-type]


def one(cell: str, **more: object) -> tuple[str | None, str | None]:
    """What is wrong with an instant."""
    (found,) = faults(f"id;created_at;status\n1;{cell};open\n", **more)
    return found


@pytest.mark.parametrize(
    ("cell", "fault"),
    [
        ("2026-02-29 10:00", "no_such_date"),
        ("2024-02-29 10:00", None),
        ("2026-10-25 02:30", "clock_back"),
        ("2026-10-25 02:30+02:00", None),
        ("2026-03-29 02:30", "clock_forward"),
        ("2026-03-02", "date_form"),
        ("hier", "date_form"),
        ("2027-03-02 10:00", "future"),
        ("2026-03-02 25:00", "no_such_date"),
        ("02/03/2026 10:00", None),
        ("1772439245", None),
        ("", "missing"),
    ],
)
def test_instants(cell: str, fault: str | None) -> None:
    assert one(cell) == (("created_at", fault) if fault else (None, None))


def test_a_time_without_a_zone_is_refused_unless_the_file_has_one() -> None:
    assert one("2026-03-02 10:00", zone=None) == ("created_at", "no_zone")
    assert one("2026-03-02T10:00:00Z", zone=None) == (None, None)


@pytest.mark.parametrize(("order", "month"), [("dmy", "03"), ("mdy", "04")])
def test_dates_with_slashes_are_read_in_the_order_that_is_said(order: str, month: str) -> None:
    (fate,) = rows_of("generic", b"id,created_at,status\n1,04/03/2026 10:00 PM,open\n", order=order)
    day = "04" if order == "dmy" else "03"
    assert fate.row is not None
    assert fate.row.created_us == at(f"2026-{month}-{day}T22:00:00+0{1 if order == 'dmy' else 2}:00")


def test_a_wrong_row_loses_nothing_of_the_others() -> None:
    found = faults(
        "id;created_at;status;reopens;solved_at\n"
        "1;2026-03-02 10:00;open;0;\n"
        "1;2026-03-02 10:00;open;0;\n"
        ";2026-03-02 10:00;open;0;\n"
        f"{'9' * 201};2026-03-02 10:00;open;0;\n"
        "2;2026-03-02 10:00;en vacances;0;\n"
        "3;2026-03-02 10:00;open;jamais;\n"
        "4;2026-03-02 10:00;solved;0;2026-03-01 10:00\n"
        "\n"
        "5;2026-03-02 10:00;solved;0;2026-03-02 11:00\n"
    )
    assert found == [
        (None, None), ("ticket_id", "twice"), ("ticket_id", "missing"), ("ticket_id", "identifier"),
        ("status", "status"), ("reopens", "whole_number"), ("solved_at", "before_creation"), (None, None),
    ]  # fmt: skip


def test_lines_are_numbered_as_in_the_file() -> None:
    content = b'id,created_at,status,note\n1,2026-03-02T10:00:00Z,open,"two\nlines"\n2,hier,open,x\n'
    assert [(fate.line, fate.fault) for fate in rows_of("generic", content)] == [(2, None), (4, "date_form")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_encodings_are_told(encoding: str) -> None:
    table = read_table("id;créé le;statut\n1;2026-03-02 10:00;résolu\n".encode(encoding))
    assert (table.encoding, table.delimiter) == ("windows-1252" if encoding == "cp1252" else "utf-8", ";")
    assert table.columns == ("id", "créé le", "statut")


@pytest.mark.parametrize(
    "content",
    [
        "id;status".encode("utf-16"),
        b"\xff\xfe\x81",
        b'[{"id": 1}, {"id"',
        b'{"id": 1}\n{"id": 2',
        b'id,status\n1,"cut',
        b"[" * 100_000,
        b"",
        ("id\n" + "1\n" * (MOST_ROWS + 1)).encode(),
    ],
)
def test_files_that_are_none(content: bytes) -> None:
    with pytest.raises(UnreadableFile):
        read_table(content)


@pytest.mark.parametrize(
    "content",
    [b'[{"id": 1}, {"id": 2}]', b'{"id": 1}\n{"id": 2}\n', b'{"tickets": [{"id": 1}, {"id": 2}], "count": 2}'],
)
def test_json_as_an_array_as_lines_and_in_an_envelope(content: bytes) -> None:
    assert [cells["id"] for _, cells in read_table(content).records] == [1, 2]


def test_columns_are_chosen_by_place() -> None:
    columns = ("id", "created_at", "status", "fini le")
    assert places_of("generic", columns, read_choice("solved_at:4,status:0")) == {
        "ticket_id": "id", "created_at": "created_at", "solved_at": "fini le",
    }  # fmt: skip
    for words in ("solved_at", "solved_at:x", "nope:1", "solved_at:1,closed_at:1", "status:1,status:2", "status:99999"):
        with pytest.raises(WrongChoice):
            read_choice(words)


def test_a_zone_is_the_one_that_is_said() -> None:
    (fate,) = rows_of("generic", b"id,created_at,status\n1,2026-07-02 10:00:00,open\n", zone=PARIS)
    assert fate.row is not None
    assert fate.row.created_us == at("2026-07-02T08:00:00+00:00")
