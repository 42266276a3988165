"""LibreOffice, a second reader, opens every workbook, saves it again, and prints it."""

import re
import shutil
import subprocess
from functools import cache
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from support.office import converted
from support.ooxml import faults
from support.project import REAL
from support.round_plan import round_plan

from statusnote.answers import asking, questions
from statusnote.plan import loading

PLANS = {"real": loading.load(str(REAL)).plan, "made-up": round_plan()}
FILES = {
    f"{name}-{stem}": (name, party)
    for name, plan in PLANS.items()
    for party, stem in asking.file_names(questions.parties(plan)).items()
}
PRINTED = ["real-SBM", "real-SUM", "real-UIM", "made-up-VEJ"]  # those with most in them
each_file = pytest.mark.parametrize("file", FILES)


@cache
def made() -> dict[str, bytes]:
    """The workbooks of both plans, by the name of the plan and that of the file."""
    return {
        f"{name}-{file}": content
        for name, plan in PLANS.items()
        for file, content in asking.files_for(plan, name.encode(), (), None).items()
        if file.endswith(".xlsx")
    }


def printed(file: str) -> str:
    """What can be read of that *file*, page by page, once LibreOffice has printed it."""
    program = shutil.which("pdftotext")
    assert program, "pdftotext is missing: tools/system-packages test"
    pdf = converted({f"{name}.xlsx": made()[f"{name}.xlsx"] for name in PRINTED}, "pdf")[file]
    done = subprocess.run([program, "-raw", "-", "-"], input=pdf, capture_output=True, check=True)
    return done.stdout.decode()


def cells(book: Workbook) -> dict[tuple[str, str], tuple[str, str, bool]]:
    """The text of each cell, the format of its figures, and whether it is locked."""
    return {
        (sheet.title, cell.coordinate): (
            str(cell.value or "").replace("_x005F_", "_"),  # which LibreOffice doesn't write
            cell.number_format,
            cell.protection.locked,
        )
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value or not cell.protection.locked
    }


@each_file
def test_saved_again_it_holds_the_same(file: str) -> None:
    content = made()[f"{file}.xlsx"]
    assert faults(content) == []
    ours, theirs = (
        load_workbook(BytesIO(each)) for each in (content, converted(made(), "xlsx")[file])
    )
    assert cells(theirs) == cells(ours)
    for before, after in zip(ours.worksheets, theirs.worksheets, strict=True):
        assert after.title == before.title
        assert after.protection.sheet
        assert (after.sheet_state == "visible") is (before.sheet_state == "visible")
        assert [table.ref for table in after.tables.values()] == [
            table.ref for table in before.tables.values()
        ]
        validations = (sheet.data_validations.dataValidation for sheet in (before, after))
        first, second = ({(v.type or "none", v.prompt) for v in each} for each in validations)
        assert first == {(type_ or "none", prompt) for type_, prompt in second}


@pytest.mark.parametrize("file", PRINTED)
def test_printed_each_text_is_seen_to_its_end(file: str) -> None:
    """What a cell is too small for isn't in the PDF."""
    name, party = FILES[file]
    read = printed(file)
    shown = squeezed(read)
    for rows in questions.asked(PLANS[name], party).values():
        for row in rows:
            for text in row.texts.values():
                assert squeezed(text)[-END:] in shown
    pages = read.count("\f")
    assert [*re.findall(r"Side (\d+) af (\d+)", read)] == [
        (str(page), str(pages)) for page in range(1, pages + 1)
    ]


END = 20  # characters, of which few fit on a line of their own


def squeezed(text: str) -> str:
    """*text* without spaces and line breaks, which are set as there is room."""
    return re.sub(r"\s", "", text)
