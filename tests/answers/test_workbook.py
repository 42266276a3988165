"""A workbook, read back with openpyxl: what it says, what is open, and what a cell takes."""

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils.escape import unescape
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet
from support.ooxml import faults
from support.project import ROOT, SMALL_PLAN
from support.round_plan import DATA, ROUND_PLAN, request, round_plan, texts

from statusnote.answers import accounts, questions, validations, workbook
from statusnote.answers.questions import ID, Ask
from statusnote.answers.request import Request

PARTIES = ("VEJ", "A/B", "LÆS")
ANSWERED = [(party, sheet) for party in PARTIES for sheet in request(party).sheets]
each_sheet = pytest.mark.parametrize(
    ("party", "sheet"), ANSWERED, ids=[f"{party} {sheet.name}" for party, sheet in ANSWERED]
)


def opened(asked: Request) -> Workbook:
    return load_workbook(BytesIO(workbook.made(asked)))


@cache
def book(party: str) -> Workbook:
    return opened(request(party))


def sheet_of(party: str, sheet: questions.Sheet) -> Worksheet:
    found = book(party)[sheet.name]
    assert isinstance(found, Worksheet)
    return found


def said(worksheet: Worksheet) -> list[list[str]]:
    """All texts, row by row."""
    return [[unescape(str(value or "")) for value in row] for row in worksheet.values]


@each_sheet
def test_a_sheet_has_its_caption_its_headings_and_its_rows(
    party: str, sheet: questions.Sheet
) -> None:
    caption, above, headings, *rows = said(sheet_of(party, sheet))
    columns = [ID, *sheet.columns]
    assert caption[1] == sheet.caption
    assert above == [sheet.above(column) for column in columns]
    assert headings == [column.heading for column in columns]
    asked = [texts(sheet, row) for row in request(party).rows[sheet.name]]
    new = [[""] * len(columns)] * (questions.NEW_ROWS if sheet.takes_new else 0)
    assert rows == asked + new


@each_sheet
def test_what_is_asked_is_open_and_all_else_is_locked(party: str, sheet: questions.Sheet) -> None:
    worksheet = sheet_of(party, sheet)
    rows = len(request(party).rows[sheet.name])
    for number, row in enumerate(worksheet.iter_rows(min_row=workbook.FIRST_ROW)):
        columns = (ID, *sheet.columns)
        asked = [
            column.ask is not Ask.READ if number < rows else column.wanted for column in columns
        ]
        assert [not cell.protection.locked for cell in row] == asked
    above = [cell for row in worksheet.iter_rows(max_row=workbook.HEADING_ROW) for cell in row]
    assert all(cell.protection.locked for cell in above)


@each_sheet
def test_a_sheet_is_a_table_that_can_be_filtered_printed_and_read_aloud(
    party: str, sheet: questions.Sheet
) -> None:
    worksheet = sheet_of(party, sheet)
    (table,) = worksheet.tables.values()
    assert table.ref == worksheet.dimensions.replace("A1", f"A{workbook.HEADING_ROW}")
    assert table.autoFilter
    assert table.autoFilter.ref == table.ref
    assert worksheet.freeze_panes == "D4"
    assert worksheet.column_dimensions["A"].hidden
    assert worksheet.print_title_rows == "$2:$3"
    assert worksheet.page_setup.orientation == "landscape"
    assert (worksheet.page_setup.fitToWidth, worksheet.page_setup.fitToHeight) == (1, 0)
    assert worksheet.oddFooter
    assert worksheet.oddFooter.right.text == "Side &P af &N"
    protection = worksheet.protection
    assert (protection.sheet, protection.password) == (True, None)
    allowed = (protection.sort, protection.autoFilter)
    assert (*allowed, protection.formatColumns, protection.formatRows) == (False,) * 4


@pytest.mark.parametrize("party", PARTIES)
def test_a_package_is_sound(party: str) -> None:
    assert faults(workbook.made(request(party))) == []


def test_a_workbook_says_what_it_is() -> None:
    found = book("VEJ")
    about = found.properties
    assert about.title == "Status for en plan om cykling: Vejministeriet (VEJ)"
    assert (about.creator, about.language) == ("statusnote", "da-DK")
    assert (about.created, about.modified) == (datetime(2026, 9, 1), datetime(2026, 9, 1))
    assert found.sheetnames == [
        *("Læs først", "Status", "Dele", "Milepæle", "Tilskud", "Indikatorer", "statusnote")
    ]
    assert found.security
    assert found.security.lockStructure
    states = [sheet.sheet_state for sheet in found.worksheets]
    assert states == ["visible"] * 6 + ["veryHidden"]
    assert found.active is found.worksheets[0]


def test_the_last_sheet_holds_what_it_was_made_of() -> None:
    asked = Request(round_plan(), "A/B", date(2026, 10, 1), DATA, "A-B")
    record = said(opened(asked)["statusnote"])
    assert record[:6] == [
        ["format", "1"],
        ["data", DATA],
        ["party", "A/B"],
        ["title", "Status for en plan om cykling"],
        ["as_of", "2026-09-01"],
        ["deadline", "2026-10-01"],
    ]
    assert record[6:8] == [["status", "gennemført"], ["status", "delvist gennemført"]]
    assert record[-1] == ["number", "2"]
    assert "deadline" not in {key for key, _ in said(book("VEJ")["statusnote"])}


def test_the_first_sheet_says_what_to_do() -> None:
    asked = Request(round_plan(), "VEJ", date(2026, 10, 1), DATA, "VEJ")
    lines = said(opened(asked)["Læs først"])
    assert lines[:6] == [
        ["Status for en plan om cykling", ""],
        ["Til", "Vejministeriet (VEJ)"],
        ["Status pr.", "1. september 2026"],
        ["Der spørges til", "2 initiativer, 2 dele, 4 milepæle, 3 tilskud og 2 indikatorer"],
        ["Overskredet", "✗ 1 milepæl, se nederst"],
        ["Svar senest", "1. oktober 2026"],
    ]
    assert lines[6] == ["Sådan gør du", ""]
    assert lines[15] == [
        "9.",
        "Gem regnearket under samme navn, VEJ.xlsx, og send det tilbage til den, du har fået det "
        "af, senest den 1. oktober 2026.",
    ]
    assert lines[16:] == [
        ["Arkene", ""],
        ["Status", "Status og redegørelse: 2 rækker."],
        ["Dele", "Dele, der har en status for sig selv: 2 rækker."],
        ["Milepæle", "Det, der er lovet: 4 rækker."],
        ["Tilskud", "Penge, der er givet til en modtager: 3 rækker."],
        ["Indikatorer", "Det, der måles: 2 rækker."],
        ["✗ Fristen er overskredet: Hvad blev der af det?", ""],
        [
            "Svar",
            "I arket »Milepæle«: Skriv dagen under »Indfriet«, hvis det er sket, det nye tidspunkt "
            "under »Flyttet til«, eller »udgår« under »Indfriet«.",
        ],
        ["Nr. 1", "Stierne er åbne, lovet til inden sommerferien 2026 (flyttet fra 2025)"],
    ]


def test_the_first_sheet_leads_to_the_others() -> None:
    cells = [row[0] for row in book("VEJ")["Læs først"].iter_rows()]
    led = {cell.value: cell.hyperlink.location for cell in cells if cell.hyperlink}
    assert led == {
        **{sheet.name: f"'{sheet.name}'!B4" for sheet in request("VEJ").sheets},
        "Nr. 1": "'Milepæle'!B4",
    }


def test_who_only_reads_is_told_so() -> None:
    lines = said(book("LÆS")["Læs først"])
    assert [label for label, _ in lines] == [
        *("Status for en plan om cykling", "Til", "Status pr.", "Svar", "Sådan gør du", "1."),
        *("2.", "Arkene", "Til læsning"),
    ]
    assert lines[3][1] == "Der skal ikke svares på noget. Regnearket er til læsning."
    assert book("LÆS").sheetnames == ["Læs først", "Til læsning", "statusnote"]


def test_a_sheet_with_nothing_yet_is_for_something_new() -> None:
    lines = said(book("A/B")["Læs først"])
    nothing = "Penge, der er givet til en modtager: kun tomme rækker til noget nyt."
    assert ["Tilskud", nothing] in lines


# What a cell takes


def validated(party: str, sheet: questions.Sheet) -> dict[str, tuple[str, str | None]]:
    """The kind of each validation and what it takes, by the cells that it is for."""
    found = sheet_of(party, sheet).data_validations.dataValidation
    return {str(each.sqref): (each.type, each.formula1) for each in found}


def test_a_status_is_chosen_of_those_of_the_plan() -> None:
    chosen = ("list", "statusnote!$B$6:$B$17")
    assert validated("VEJ", questions.STATUS) == {"F4:F5": chosen, "G4:G5": (None, None)}
    assert validated("VEJ", questions.PARTS) == {"F4:F5": chosen}
    record = said(book("VEJ")["statusnote"])
    assert [key for key, _ in record[5:17]] == ["status"] * 12
    (status, _) = sheet_of("VEJ", questions.STATUS).data_validations.dataValidation
    assert (status.errorStyle, status.showErrorMessage) == ("warning", True)


def test_something_new_is_of_one_of_the_partys_initiatives() -> None:
    numbers = ("list", "statusnote!$B$18:$B$19")
    assert validated("VEJ", questions.MILESTONES) == {
        "B8:B17": numbers,
        **dict.fromkeys(("D8:D17", "E8:E17", "H4:H7", "I4:I7"), (None, None)),
    }
    assert validated("VEJ", questions.GRANTS) == {
        "B7:B16": numbers,
        **dict.fromkeys(("D7:D16", "F4:F6 F7:F16"), (None, None)),
    }
    assert said(book("VEJ")["statusnote"])[17:] == [["number", "1"], ["number", "3a"]]


def test_what_is_new_belongs_to_what_the_plan_calls_its_initiatives() -> None:
    words = "initiative: indsats, the_initiative: indsatsen, initiatives: indsatser"
    text = SMALL_PLAN.replace("period:", f"terms: {{{words}}}\nperiod:")
    number = validations.of("number", "Nr.", request("SBM", text), [("number", "1")])
    assert number.prompt == "Nummeret på indsatsen, som det nye hører til."
    assert number.error == ("Det er ikke nummeret på nogen af de indsatser, der spørges til her.")


def test_every_open_cell_says_how_it_is_written() -> None:
    for party, sheet in ANSWERED:
        found = sheet_of(party, sheet)
        validations_ = found.data_validations.dataValidation
        prompts = {cell: each.prompt for each in validations_ for cell in _cells(each, found)}
        cells = [cell for row in found.iter_rows(min_row=workbook.FIRST_ROW) for cell in row]
        open_ = {cell.coordinate for cell in cells if not cell.protection.locked}
        assert {cell for cell, prompt in prompts.items() if prompt} == open_


def _cells(validation: DataValidation, worksheet: Worksheet) -> Iterator[str]:
    for cells in validation.sqref.ranges:
        for row in worksheet.iter_rows(*(cells.bounds[n] for n in (1, 3, 0, 2))):
            yield from (cell.coordinate for cell in row)


OWN = """statuses:
  Afsluttet: done
  {phrase}:
    means: under way
    takes_date: true
"""


@pytest.mark.parametrize(
    ("phrase", "prompt"),
    [
        (
            "Ventes afsluttet",
            "Vælg i listen. Et tidspunkt skrives efter »Ventes afsluttet«, fx »Ventes afsluttet "
            "juli 2025«. Mangler det rette årstal, så skriv det selv.",
        ),
        (
            "Ventes " * 30 + "afsluttet",
            f"Vælg i listen. Et tidspunkt skrives efter »{'Ventes ' * 29}Ventes a…",
        ),
    ],
    ids=["short", "long"],
)
def test_a_status_that_takes_a_date_is_told_of(phrase: str, prompt: str) -> None:
    text = SMALL_PLAN.replace("gennemført", "Afsluttet")
    text = text.replace("sections:", f"{OWN.format(phrase=phrase)}sections:")
    sheet = opened(request("SBM", text))["Status"]
    status, _ = sheet.data_validations.dataValidation
    assert status.prompt == prompt
    assert len(prompt) <= validations.LONGEST


# What the texts of the data can't do


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@a", "#N/A", "2025-07", "1.200", "1,5"])
def test_a_text_stays_a_text(text: str) -> None:
    plan = SMALL_PLAN.replace("Et initiativ", f'"{text}"')
    cell = opened(request("SBM", plan))["Status"]["C4"]
    assert (cell.value, cell.data_type, cell.number_format) == (text, "s", "@")
    assert cell.quotePrefix is text.startswith(("=", "+", "-", "@"))


def test_what_looks_like_an_escaped_letter_stays_what_it_is() -> None:
    cell = book("A/B")["Status"]["G4"]
    assert str(cell.value).endswith("slutter med _x005F_x0041_.")


def test_an_account_that_no_cell_holds_is_not_asked_for() -> None:
    paragraph = "          - Et afsnit.\n"
    text = ROUND_PLAN.replace("          - list: [skilte, bump]\n", paragraph * 130)
    cell = opened(request("VEJ", text))["Status"]["G4"]
    assert (cell.value, cell.protection.locked) == (accounts.TOO_LONG, True)


def test_a_row_is_as_high_as_its_texts_and_no_higher_than_it_can_be() -> None:
    heights = [book("VEJ")["Status"].row_dimensions[row].height for row in (4, 5)]
    assert heights == [11 * 15 + 5, 5 * 15 + 5]
    assert book("VEJ")["Dele"].row_dimensions[4].height == 20
    long = ROUND_PLAN.replace("- list: [skilte, bump]", f"- {'Et ord. ' * 500}")
    assert opened(request("VEJ", long))["Status"].row_dimensions[4].height == 409


def test_what_is_overdue_has_a_sign_and_words() -> None:
    question, other = (book("VEJ")["Milepæle"][cell] for cell in ("F4", "F6"))
    assert question.value == questions.OVERDUE == "✗ Fristen er overskredet: Hvad blev der af det?"
    assert (question.font.b, other.font.b, other.value) == (True, False, None)


# The same bytes


MAKING = """
import sys
from support.round_plan import request
from statusnote.answers import workbook
sys.stdout.buffer.write(workbook.made(request()))
"""


@pytest.mark.parametrize(
    "environment",
    [
        {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1", "LC_ALL": "C"},
        {"TZ": "America/New_York", "PYTHONHASHSEED": "2", "LC_ALL": "da_DK.UTF-8"},
    ],
    ids=lambda environment: environment["TZ"],
)
def test_the_same_data_give_the_same_bytes(environment: dict[str, str], tmp_path: Path) -> None:
    paths = os.pathsep.join((str(ROOT / "src"), str(ROOT / "tests")))
    done = subprocess.run(
        [sys.executable, "-c", MAKING],
        env={**os.environ, "PYTHONPATH": paths, "PYTHONUTF8": "1", **environment},
        cwd=tmp_path,
        capture_output=True,
        check=True,
    )
    assert done.stdout == workbook.made(request())


@pytest.mark.parametrize(
    ("as_of", "named"),
    [("1979-12-31", (1980, 1, 1)), ("2108-01-01", (2107, 12, 31)), ("2026-09-01", (2026, 9, 1))],
)
def test_a_file_is_of_the_day_of_the_note_as_far_as_it_can_be(
    as_of: str, named: tuple[int, int, int]
) -> None:
    text = SMALL_PLAN.replace("2025-04-10", as_of)
    with ZipFile(BytesIO(workbook.made(request("SBM", text)))) as file:
        assert {member.date_time for member in file.infolist()} == {(*named, 0, 0, 0)}
        assert f"{as_of}T00:00:00Z".encode() in file.read("docProps/core.xml")
