"""How tables are written: exact numbers in JSON, CSV that every reader reads the same and no spreadsheet runs."""

import csv
import io
import json
from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.kpi.bi.rules.columns import BY_SCHEDULE, FIGURES, TICKETS, Cell, Column, Label, ticket_columns
from services.kpi.bi.rules.formats import cell_text, csv_header, csv_row, harmless, json_page

# What a CSV file can hold; half a character is in no text of ours.
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


def column(name: str) -> Column:
    return Column(name, "string", Label("", ""))


def written(names: list[str], *rows: Sequence[Cell]) -> bytes:
    return csv_header([column(name) for name in names]) + b"".join(csv_row(row) for row in rows)


def test_numbers_are_written_digit_by_digit() -> None:
    exact: list[Cell] = [Decimal("0.7190"), Decimal("-12.00"), Decimal("0.0000"), 2**63, True, None, 'é"\n']
    names = list("abcdefg")
    content = json_page([column(name) for name in names], [exact], {"count": 1, "next": None})
    assert (
        content
        == (
            '{"data":[{"a":0.7190,"b":-12.00,"c":0.0000,"d":9223372036854775808,"e":true,"f":null,"g":"é\\"\\n"}],'
            '"count":1,"next":null}'
        ).encode()
    )
    assert json.loads(content, parse_float=Decimal)["data"][0]["a"] == Decimal("0.7190")


def test_csv_is_what_rfc_4180_says() -> None:
    assert written(["a", "b"], ["x,y", None], ['say "x"', True], ["two\r\nlines", Decimal("-0.50")]) == (
        b'a,b\r\n"x,y",\r\n"say ""x""",true\r\n"two\r\nlines",-0.50\r\n'
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
        ("-1+1", "'-1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("-12", "-12"),
        ("+12.5", "+12.5"),
        ("-", "'-"),
        ("-12\n", "'-12\n"),
        ("-1e5", "'-1e5"),
        ("-٣", "'-٣"),
        (" =1", " =1"),
        ("a=1", "a=1"),
        ("", ""),
    ],
)
def test_no_text_begins_a_formula(text: str, shown: str) -> None:
    assert harmless(text) == shown
    (row,) = list(csv.reader(io.StringIO(written([text], []).decode(), newline="")))[:1]
    assert row == [shown]


@pytest.mark.parametrize(
    ("cell", "shown"),
    [(Decimal("-12.00"), "-12.00"), (Decimal("1E+3"), "1000"), (-5, "-5"), (False, "false"), (None, ""), (0, "0")],
)
def test_values_are_numbers(cell: Cell, shown: str) -> None:
    assert cell_text(cell) == shown


@given(st.lists(st.lists(TEXTS, min_size=2, max_size=2), max_size=5))
def test_what_is_written_is_read_again(rows: list[list[str]]) -> None:
    """given any texts / then a reader of RFC 4180 gets them back, but for the apostrophe."""
    content = written(["a", "b"], *rows)
    read = list(csv.reader(io.StringIO(content.decode(), newline=""), strict=True))
    assert read == [["a", "b"], *([harmless(cell) for cell in row] for row in rows)]
    assert not any(cell[:1] in ("=", "@", "\t", "\r") for row in read for cell in row)


def test_columns_are_named_once_and_schedules_come_last() -> None:
    columns = ticket_columns(["nuit", "bureau", "nuit"])
    assert columns[: len(TICKETS)] == TICKETS
    assert [item.name for item in columns[len(TICKETS) :]] == [
        f"{fact}_{name}" for fact, _, _ in BY_SCHEDULE for name in ("bureau", "nuit")
    ]
    for found in (columns, FIGURES):
        assert len({item.name for item in found}) == len(found)
        assert all(item.label.fr and item.label.en for item in found)
