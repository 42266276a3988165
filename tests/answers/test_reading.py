"""What a workbook that came back says otherwise than the data, and what is wrong with it."""

import re
from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from support.workbooks import (
    FILE,
    PLAN,
    TEXT,
    answered,
    changed,
    hash_of,
    ref,
    saved,
    sent_out,
    write,
)

from statusnote.answers import accounts, reading, sheets
from statusnote.answers.edits import Cell, Edit, NewBlock
from statusnote.answers.questions import GRANTS, INDICATORS, MILESTONES, PARTS, STATUS
from statusnote.diagnostics.problem import ProblemsFound
from statusnote.plan import loading

Said = tuple[object, ...]
MARKER = "[Tilskud 1: se arket »Tilskud«]"
ACCOUNT = ref(STATUS, "account", 1)


def said(content: bytes) -> list[Said]:
    """The edits in short: the initiative, of what, which, and what it says."""
    answer, problems = reading.read(sheets.opened(content, FILE), PLAN)
    assert problems == []
    return [short(edit) for edit in answer.edits]


def short(edit: Edit) -> Said:
    what = "udgår" if edit.dropped else edit.account or dict(edit.values)
    return (edit.number, str(edit.of), edit.index, what)


def wrong(content: bytes) -> list[tuple[str, str]]:
    """The codes of all that is wrong, and where it is."""
    _, problems = reading.read(sheets.opened(content, FILE), PLAN)
    return [(each.code, each.place.file.removeprefix(f"{FILE}, ")) for each in problems]


def refused(content: bytes) -> list[str]:
    with pytest.raises(ProblemsFound) as found:
        reading.read(sheets.opened(content, FILE), PLAN)
    return [each.code for each in found.value.problems]


def test_a_workbook_knows_whom_it_asks_and_of_what_it_was_made() -> None:
    assert reading.record_of(sheets.opened(answered({}), FILE)) == reading.Record(
        "SBM", hash_of(TEXT), "Status for en plan med alt", "2026-05-01", "2026-06-01"
    )


def test_a_workbook_that_nobody_wrote_in_says_nothing() -> None:
    assert said(answered({})) == []


def test_an_answer_says_whose_it_is_and_of_which_data() -> None:
    answer, _ = reading.read(sheets.opened(answered({ACCOUNT: f"Ny.\n\n{MARKER}"}), FILE), PLAN)
    assert (answer.file, answer.party, answer.data) == (FILE, "SBM", hash_of(TEXT))
    (edit,) = answer.edits
    assert edit.cells == {"": Cell(FILE, "Status", "G4")}
    assert edit.account == (NewBlock("", ("Ny.",)), 1)


def account(*parts: int | NewBlock) -> Said:
    return (1, "account", None, parts)


def status(phrase: str) -> Said:
    return (1, "status", None, {"status": phrase})


def milestone(index: int | None, values: object) -> Said:
    return (1, "milestones", index, values)


def grant(index: int | None, values: object) -> Said:
    return (1, "grants", index, values)


def indicator(index: int, latest: str, measured: str) -> Said:
    return (1, "indicators", index, {"latest": latest, "measured": measured})


MET, MOVED = ref(MILESTONES, "met", 1), ref(MILESTONES, "moved_to", 1)
AMOUNT, LATEST = ref(GRANTS, "amount", 1), ref(INDICATORS, "latest", 1)
MEASURED = ref(INDICATORS, "measured", 1)
STATUS_CELL = ref(STATUS, "status", 1)
NEW_MILESTONE: dict[str, object] = {
    ref(MILESTONES, "number", 9): "1",
    ref(MILESTONES, "what", 9): "Nyt er lovet",
    ref(MILESTONES, "due", 9): "ultimo 2027",
}
NEW_GRANT = {
    ref(GRANTS, "number", 5): 1,
    ref(GRANTS, "recipient", 5): "Sandholm Kommune",
    ref(GRANTS, "amount", 5): 760000,
}

# What is written into which cells, and the edits that it is.
SAID: dict[str, tuple[dict[str, object], list[Said]]] = {
    "a status": ({STATUS_CELL: "gennemført"}, [status("gennemført")]),
    "a status with a capital": ({STATUS_CELL: "Gennemført"}, [status("gennemført")]),
    "a status in capitals": ({STATUS_CELL: "GENNEMFØRT"}, [status("gennemført")]),
    "a status with a full stop": ({STATUS_CELL: " gennemført. "}, [status("gennemført")]),
    "a status with spaces": ({STATUS_CELL: "afsluttes\xa0i  2027"}, [status("afsluttes i 2027")]),
    "a status on two lines": ({STATUS_CELL: "afsluttes\ni 2027"}, [status("afsluttes i 2027")]),
    "a status that is none": ({STATUS_CELL: "næsten færdig."}, [status("næsten færdig.")]),
    "a number for a status": ({STATUS_CELL: 3}, [status("3")]),
    "the same status": ({STATUS_CELL: "Igangværende."}, []),
    "the same status with spaces": ({STATUS_CELL: " igangværende\n"}, []),
    "an account": (
        {ACCOUNT: f"Puljen er udmøntet.\n{MARKER}\n• Kurser.\nAlt er sket."},
        [account(0, 1, NewBlock("list", ("Kurser.",)), NewBlock("", ("Alt er sket.",)))],
    ),
    "an account that was moved about": (
        {ACCOUNT: f"Projekterne løber til 2027.\n\nPuljen er udmøntet.\n\n{MARKER}"},
        [account(3, 0, 1)],
    ),
    "an account whose paragraphs were joined": (
        {ref(STATUS, "account", 3): "Det er gjort. Det er godt."},
        [(4, "account", None, (NewBlock("", ("Det er gjort. Det er godt.",)),))],
    ),
    "an account with Wingdings": (
        {ACCOUNT: f"Puljen er udmøntet.\n{MARKER}\n§\tRådgivning.\n§\tKurser.\nAlt."},
        [account(0, 1, 2, NewBlock("", ("Alt.",)))],
    ),
    "an account where there was none": (
        {ref(STATUS, "account", 2): "Det går."},
        [("1.10", "account", None, (NewBlock("", ("Det går.",)),))],
    ),
    "an account that is a number": (
        {ref(STATUS, "account", 2): 2026.5},
        [("1.10", "account", None, (NewBlock("", ("2026,5",)),))],
    ),
    "a status of a part": (
        {ref(PARTS, "status", 2): "afsluttes i 2026"},
        [(1, "parts", 1, {"status": "afsluttes i 2026"})],
    ),
    "a promise that was met": ({MET: "12. juni 2026"}, [milestone(0, {"met": "12. juni 2026"})]),
    "a real date": ({MET: date(2026, 6, 12)}, [milestone(0, {"met": "2026-06-12"})]),
    "a time of a day": (
        {MET: datetime(2026, 6, 12, 13, 30)},
        [milestone(0, {"met": "2026-06-12"})],
    ),
    "a word for a date": ({MET: "ja"}, [milestone(0, {"met": "ja"})]),
    "a time of no day": ({MET: time(12)}, [milestone(0, {"met": "0,5"})]),
    "a promise that was moved": ({MOVED: "primo 2027"}, [milestone(0, {"due": "primo 2027"})]),
    "a promise that was moved to a year": ({MOVED: 2027}, [milestone(0, {"due": "2027"})]),
    "both": (
        {MET: "1/7-2026", MOVED: "Q3 2026"},
        [milestone(0, {"met": "1/7-2026", "due": "Q3 2026"})],
    ),
    "a promise that is no more": ({MET: "udgår"}, [milestone(0, "udgår")]),
    "a promise that is no more, where it is moved": ({MOVED: "udgår"}, [milestone(0, "udgår")]),
    "a promise that is no more, twice": ({MET: "udgår", MOVED: "Udgår"}, [milestone(0, "udgår")]),
    "the same in other words": ({MET: " UDGÅR. "}, [milestone(0, "udgår")]),
    "the time that it had": ({MOVED: "31/12-2026"}, []),
    "the day that it was met": ({ref(MILESTONES, "met", 2): date(2026, 3, 15)}, []),
    "an amount": ({AMOUNT: "1,5 mio."}, [grant(0, {"amount": "1,5 mio."})]),
    "an amount as a number": ({AMOUNT: 1500000}, [grant(0, {"amount": "1500000"})]),
    "an amount with øre": ({AMOUNT: 1500000.5}, [grant(0, {"amount": "1500000,5"})]),
    "an amount with kr.": ({AMOUNT: "1.500.000 kr."}, [grant(0, {"amount": "1.500.000 kr."})]),
    "a grant that is no more": ({ref(GRANTS, "amount", 2): "Udgår"}, [grant(1, "udgår")]),
    "the amount that it was": ({AMOUNT: 1250000}, []),
    "the amount, but to the krone": (
        {ref(GRANTS, "amount", 2): 2400000},
        [grant(1, {"amount": "2400000"})],
    ),
    "a figure": ({LATEST: 90.5, MEASURED: "juni 2027"}, [indicator(0, "90,5", "juni 2027")]),
    "a figure with its unit": ({LATEST: "90 %", MEASURED: "2027"}, [indicator(0, "90", "2027")]),
    "the same, spelt out": ({LATEST: "90 pct.", MEASURED: "2027"}, [indicator(0, "90", "2027")]),
    "a figure that was there": ({LATEST: "84", MEASURED: "maj 2026"}, []),
    "a unit where there is none": (
        {ref(INDICATORS, "latest", 2): "3 stk.", ref(INDICATORS, "measured", 2): "2027"},
        [indicator(1, "3 stk.", "2027")],
    ),
    "a new promise": (
        NEW_MILESTONE,
        [milestone(None, {"what": "Nyt er lovet", "due": "ultimo 2027"})],
    ),
    "a new promise with the title": (
        NEW_MILESTONE | {ref(MILESTONES, "title", 9): "Pulje til  kommunerne"},
        [milestone(None, {"what": "Nyt er lovet", "due": "ultimo 2027"})],
    ),
    "a new promise of another initiative": (
        NEW_MILESTONE | {ref(MILESTONES, "number", 9): "1.10."},
        [("1.10", "milestones", None, {"what": "Nyt er lovet", "due": "ultimo 2027"})],
    ),
    "a new grant": (
        NEW_GRANT,
        [grant(None, {"recipient": "Sandholm Kommune", "amount": "760000"})],
    ),
    "several": (
        {STATUS_CELL: "gennemført", MET: "udgår", AMOUNT: 2000000, **NEW_GRANT},
        [
            status("gennemført"),
            milestone(0, "udgår"),
            grant(0, {"amount": "2000000"}),
            grant(None, {"recipient": "Sandholm Kommune", "amount": "760000"}),
        ],
    ),
}


@pytest.mark.parametrize(("cells", "expected"), SAID.values(), ids=SAID)
def test_what_is_written_into_cells_is_said(cells: dict[str, object], expected: list[Said]) -> None:
    assert said(answered(cells)) == expected


def test_an_edit_knows_the_cell_of_each_value() -> None:
    cells = {MET: "2026-06-12", MOVED: "2027", LATEST: 90, MEASURED: "2027", **NEW_GRANT}
    answer, _ = reading.read(sheets.opened(answered(cells), FILE), PLAN)
    places = [
        {key: f"{at.sheet}!{at.ref}" for key, at in edit.cells.items()} for edit in answer.edits
    ]
    assert places == [
        {"met": MET, "due": MOVED},
        {"recipient": ref(GRANTS, "recipient", 5), "amount": ref(GRANTS, "amount", 5)},
        {"latest": LATEST, "measured": MEASURED},
    ]


FORMATS = {
    "dd-mm-yyyy": (date(2026, 6, 12), "2026-06-12"),
    "mmm-yy": (date(2026, 6, 1), "2026-06"),
    '[$-406]mmmm" "yyyy': (date(2026, 6, 1), "2026-06"),
    "yyyy": (date(2026, 1, 1), "2026"),
}


@pytest.mark.parametrize(("code", "given"), FORMATS.items(), ids=FORMATS)
def test_a_date_is_not_made_more_precise_than_it_is_shown(
    code: str, given: tuple[date, str]
) -> None:
    def fill(book: Workbook) -> None:
        write(book, {MOVED: given[0]})
        book["Milepæle"]["I4"].number_format = code

    assert said(changed(fill)) == [milestone(0, {"due": given[1]})]


def test_a_share_is_a_figure_in_percent() -> None:
    def fill(book: Workbook) -> None:
        write(book, {LATEST: 0.475, MEASURED: "2027"})
        book["Indikatorer"]["J4"].number_format = "0.0%"

    assert said(changed(fill)) == [indicator(0, "47,5", "2027")]


def test_the_runs_of_a_text_are_one_text() -> None:
    bold = TextBlock(InlineFont(b=True), "gennem")
    assert said(answered({STATUS_CELL: CellRichText(bold, "ført")})) == [status("gennemført")]


def put(cells: dict[str, object]) -> Callable[[Workbook], None]:
    return lambda book: write(book, cells)


def merged(sheet: str, cells: str) -> Callable[[Workbook], None]:
    return lambda book: book[sheet].merge_cells(cells)


def copied(sheet: str, line: int, to: int, **cells: object) -> Callable[[Workbook], None]:
    """A row that was copied, and then written in."""

    def edit(book: Workbook) -> None:
        for cell in book[sheet][line]:
            book[sheet].cell(to, cell.column, cell.value)  # type: ignore[arg-type] # not merged
        write(book, {f"{sheet}!{column}{to}": value for column, value in cells.items()})

    return edit


def deleted(sheet: str, line: int) -> Callable[[Workbook], None]:
    return lambda book: book[sheet].delete_rows(line)


def without_column(sheet: str, column: int) -> Callable[[Workbook], None]:
    return lambda book: book[sheet].delete_cols(column)


def without_sheet(name: str) -> Callable[[Workbook], None]:
    return lambda book: book.remove(book[name])


def with_sheet(name: str, text: object) -> Callable[[Workbook], None]:
    def edit(book: Workbook) -> None:
        book.create_sheet(name)["B2"] = text

    return edit


def swapped(sheet: str, column: str) -> Callable[[Workbook], None]:
    """A column that was sorted alone."""

    def edit(book: Workbook) -> None:
        first, second = book[sheet][f"{column}4"], book[sheet][f"{column}5"]
        first.value, second.value = second.value, first.value

    return edit


# What was done, and what is wrong with it, at its cell.
WRONG: dict[str, tuple[Callable[[Workbook], Any], list[tuple[str, str]]]] = {
    "a formula": (put({STATUS_CELL: '="gennem"&"ført"'}), [("E926", STATUS_CELL)]),
    "a formula in an account": (put({ACCOUNT: "=A1"}), [("E926", ACCOUNT)]),
    "a formula for a date": (put({MET: "=TODAY()"}), [("E926", MET)]),
    "a formula for an amount": (put({AMOUNT: "=1000*2"}), [("E926", AMOUNT)]),
    "a formula beside a figure": (put({LATEST: 9, MEASURED: "=A1"}), [("E926", MEASURED)]),
    "an error value": (put({STATUS_CELL: "#REF!"}), [("E927", STATUS_CELL)]),
    "true": (put({STATUS_CELL: True}), [("E927", STATUS_CELL)]),
    "false": (put({MET: False}), [("E927", MET)]),
    "cells merged over rows": (merged("Milepæle", "H4:H5"), [("E928", "Milepæle!H4")]),
    "cells merged over columns": (merged("Milepæle", "H4:I4"), [("E928", "Milepæle!H4")]),
    "accounts merged": (merged("Status", "G4:G5"), [("E928", "Status!G4")]),
    "a status emptied": (put({STATUS_CELL: None}), [("E929", STATUS_CELL)]),
    "a status of spaces": (put({STATUS_CELL: " \xa0\n"}), [("E929", STATUS_CELL)]),
    "an account emptied": (put({ACCOUNT: None}), [("E929", ACCOUNT)]),
    "an id that is unknown": (
        put({"Status!A4": "99"}),
        [("W911", "Status"), ("E930", "Status!A4")],
    ),
    "an id of another sheet": (
        put({"Dele!A4": "1"}),
        [("W911", "Dele"), ("E930", "Dele!A4")],
    ),
    "numbers sorted alone": (
        swapped("Status", "B"),
        [("E931", "Status!B4"), ("E931", "Status!B5")],
    ),
    "promises sorted alone": (
        swapped("Milepæle", "D"),
        [("E931", "Milepæle!D4"), ("E931", "Milepæle!D5")],
    ),
    "ids sorted alone": (
        swapped("Tilskud", "A"),
        [("E931", "Tilskud!D4"), ("E931", "Tilskud!D5")],
    ),
    "a row twice with other texts": (
        copied("Milepæle", 4, 9, H="2026-06-12"),
        [("E932", "Milepæle!H9")],
    ),
    "a row copied for something new": (
        copied("Milepæle", 4, 9, D="Noget nyt", E="2027"),
        [("E932", "Milepæle!D9")],
    ),
    "a row that nobody asked for": (put({"Status!C9": "Se bilaget"}), [("E933", "Status!C9")]),
    "a row without its id": (
        put({"Status!A4": None}),
        [("W911", "Status"), ("E933", "Status!B4")],
    ),
    "a new promise without a time": (
        put({**NEW_MILESTONE, ref(MILESTONES, "due", 9): None}),
        [("E934", "Milepæle!E12")],
    ),
    "a new promise without all else": (
        put({"Milepæle!D12": "Nyt"}),
        [("E934", "Milepæle!B12"), ("E934", "Milepæle!E12")],
    ),
    "a new grant by a formula": (
        put({**NEW_GRANT, ref(GRANTS, "amount", 5): "=1+1"}),
        [("E926", "Tilskud!F8")],
    ),
    "a new promise of another party": (
        put({**NEW_MILESTONE, ref(MILESTONES, "number", 9): "3"}),
        [("E935", "Milepæle!B12")],
    ),
    "a new promise of nobody": (
        put({**NEW_MILESTONE, ref(MILESTONES, "number", 9): "x"}),
        [("E935", "Milepæle!B12")],
    ),
    "no line for the grants": (put({ACCOUNT: "Puljen er udmøntet."}), [("E936", ACCOUNT)]),
    "two lines for the grants": (put({ACCOUNT: f"{MARKER}\n\n{MARKER}"}), [("E937", ACCOUNT)]),
    "a line for other grants": (
        put({ACCOUNT: f"{MARKER}\n\n[Tilskud 2: se arket »Tilskud«]"}),
        [("E937", ACCOUNT)],
    ),
    "a line for grants that was changed": (
        put({ACCOUNT: "[Tilskud 1: 3 mio.]"}),
        [("E936", ACCOUNT), ("E937", ACCOUNT)],
    ),
    "the line for a text that is too long": (
        put({ref(STATUS, "account", 2): accounts.TOO_LONG}),
        [("E937", "Status!G5")],
    ),
    "dropped and moved": (put({MET: "udgår", MOVED: "2027"}), [("E938", MOVED)]),
    "met and dropped": (put({MET: "1. juni 2026", MOVED: "udgår"}), [("E938", MET)]),
    "a figure without a time": (put({LATEST: 90}), [("E939", MEASURED)]),
    "a time without a figure": (put({MEASURED: "2027"}), [("E939", LATEST)]),
    "a title that was changed": (put({"Status!C4": "En ny titel"}), [("W910", "Status!C4")]),
    "a title that was emptied": (put({"Status!C4": None}), [("W910", "Status!C4")]),
    "a promise that was changed": (put({"Milepæle!D4": "Nyt"}), [("W910", "Milepæle!D4")]),
    "a time that was written over": (put({"Milepæle!E4": "2027"}), [("W910", "Milepæle!E4")]),
    "a recipient that was changed": (put({"Tilskud!D4": "Ny By"}), [("W910", "Tilskud!D4")]),
    "an amount that was written over": (put({"Tilskud!E4": 2000}), [("W910", "Tilskud!E4")]),
    "an account of last time": (put({"Status!H4": "Nej."}), [("W910", "Status!H4")]),
    "a formula over a title": (put({"Status!C4": "=A1"}), [("W910", "Status!C4")]),
    "something in what is only read": (
        put({"Til læsning!F4": "Vi er ikke enige."}),
        [("W910", "Til læsning!F4")],
    ),
    "a row for what is only read": (put({"Til læsning!C7": "Nej"}), [("E933", "Til læsning!C7")]),
    "a row that was deleted": (deleted("Milepæle", 5), [("W911", "Milepæle")]),
    "all rows that were deleted": (
        lambda book: book["Milepæle"].delete_rows(4, 9),
        [("W911", "Milepæle")] * 3,
    ),
    "another column": (
        put({"Status!I3": "Bemærkninger", "Status!I4": "Ring", "Status!I5": "Skriv"}),
        [("W912", "Status!I4")],
    ),
    "texts beside the table": (put({"Status!K20": "Ring"}), [("W912", "Status!K20")]),
    "a time beside a new promise": (
        put({**NEW_MILESTONE, ref(MILESTONES, "moved_to", 9): "2028"}),
        [("W912", "Milepæle!I12")],
    ),
    "another title beside a new promise": (
        put({**NEW_MILESTONE, ref(MILESTONES, "title", 9): "En anden"}),
        [("W912", "Milepæle!C12")],
    ),
    "another sheet": (with_sheet("Ark1", "Se her"), [("W913", "Ark1")]),
    "another sheet with a number": (with_sheet("Ark1", 0), [("W913", "Ark1")]),
    "a sheet that was deleted": (without_sheet("Milepæle"), [("E923", "")]),
    "a sheet that was renamed": (
        lambda book: setattr(book["Milepæle"], "title", "Mine milepæle"),
        [("E923", ""), ("W913", "Mine milepæle")],
    ),
    "ids that were deleted": (without_column("Dele", 1), [("E924", "Dele")]),
    "answers that were deleted": (without_column("Status", 7), [("E924", "Status")]),
    "numbers that were deleted": (without_column("Tilskud", 2), [("E924", "Tilskud")]),
    "headings that were deleted": (deleted("Dele", 3), [("E924", "Dele")] * 3),
    "a heading that was changed": (
        put({"Milepæle!I3": "Ny dato"}),
        [("E924", "Milepæle")],
    ),
    "a heading twice": (
        put({"Status!I3": "Status", "Status!I4": "ja"}),
        [("E925", "Status!I3"), ("W912", "Status!I4")],
    ),
}


@pytest.mark.parametrize(("edit", "expected"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_told_at_its_cell(
    edit: Callable[[Workbook], Any], expected: list[tuple[str, str]]
) -> None:
    found = wrong(changed(edit))
    assert [(code, "" if where == FILE else where) for code, where in found] == expected


def test_all_that_is_wrong_is_told_at_once_row_by_row() -> None:
    cells = {"Status!G12": "x", STATUS_CELL: "=A1", ACCOUNT: None, MET: True, "Status!F5": None}
    assert wrong(answered(cells)) == [
        ("E927", MET),
        ("E926", STATUS_CELL),
        ("E929", ACCOUNT),
        ("E929", "Status!F5"),
        ("E933", "Status!G12"),
    ]


def test_what_is_right_is_said_beside_what_is_wrong() -> None:
    answer, problems = reading.read(
        sheets.opened(answered({STATUS_CELL: "=A1", AMOUNT: 5}), FILE), PLAN
    )
    assert [each.code for each in problems] == ["E926"]
    assert [short(edit) for edit in answer.edits] == [grant(0, {"amount": "5"})]


def test_two_rows_of_one_id_name_each_other() -> None:
    _, (problem,) = reading.read(
        sheets.opened(changed(copied("Milepæle", 4, 9, H="ja")), FILE), PLAN
    )
    assert problem.other
    assert problem.other.file == f"{FILE}, Milepæle!H4"


def test_an_account_that_no_cell_can_hold_is_what_it_was() -> None:
    paragraphs = "".join(f"          - {'Det er gjort. ' * 600}{n}\n" for n in range(5))
    plan = loading.read(TEXT.replace("[Det er gjort.]", f"\n{paragraphs}"), "plan.yaml").plan
    content = answered({}, plan, "JM")
    assert accounts.TOO_LONG in str(sent_out(plan, "JM")["Status"]["G4"].value)
    answer, problems = reading.read(sheets.opened(content, FILE), plan)
    assert (answer.edits, problems) == ((), [])


def test_a_sheet_that_asked_nothing_may_be_empty_or_missing() -> None:
    book = sent_out(party="JM")
    for name in ("Dele", "Milepæle", "Til læsning"):
        book.remove(book[name])
    book.create_sheet("Dele")
    answer, problems = reading.read(sheets.opened(saved(book), FILE), PLAN)
    assert (answer.edits, problems) == ((), [])


def test_a_chart_is_no_sheet_with_answers() -> None:
    assert said(changed(lambda book: book.create_chartsheet("Diagram"))) == []


OWN = """\
statuses:
  Afsluttet: {means: done, sentence: "Initiativet er {}.", takes_date: true}
  Følger planen: on track
sections:"""


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Afsluttet 2026-07", None),
        ("afsluttet juli 2026.", None),
        ("følger planen", "Følger planen"),
        ("FØLGER PLANEN", "Følger planen"),
        ("afsluttet ultimo 2026", "Afsluttet ultimo 2026"),
        ("gennemført", "gennemført"),
    ],
)
def test_a_plan_may_have_statuses_of_its_own(written: str, expected: str | None) -> None:
    text = re.sub(": (igangværende|gennemført|afsluttes i .*)", ": Afsluttet juli 2026", TEXT)
    plan = loading.read(text.replace("sections:", OWN), "plan.yaml").plan
    answer, problems = reading.read(
        sheets.opened(answered({STATUS_CELL: written}, plan), FILE), plan
    )
    assert problems == []
    assert [dict(edit.values) for edit in answer.edits] == (
        [{"status": expected}] if expected else []
    )


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"statusnote!B1": "2"}, "E921"),
        ({"statusnote!B2": "abc"}, "E920"),
        ({"statusnote!B2": "x" * 64}, "E920"),
        ({"statusnote!B2": None}, "E920"),
        ({"statusnote!B3": None}, "E920"),
        ({"statusnote!B3": "XYZ"}, "E922"),
    ],
)
def test_a_workbook_that_does_not_know_what_it_is_is_refused(
    cells: dict[str, object], code: str
) -> None:
    assert refused(answered(cells)) == [code]


def test_a_workbook_of_somebody_else_is_refused() -> None:
    assert refused(changed(without_sheet("statusnote"))) == ["E920"]
    with pytest.raises(ProblemsFound):
        reading.record_of(sheets.opened(changed(without_sheet("statusnote")), FILE))


def test_a_workbook_knows_the_day_of_its_data_as_far_as_that_can_be_read() -> None:
    days = [reading.Record("SBM", "0" * 64, "", as_of, "").day for as_of in ("2026-05-01", "i går")]
    assert days == [date(2026, 5, 1), "i går"]
