"""Whatever a text says, a cell that is given it holds it, and as a text."""

from io import BytesIO

from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.utils.escape import unescape

from statusnote.answers import looks
from statusnote.answers.pages import Page

SIGNS = st.sampled_from(["=", "+", "@", "_x0041_", "_x000d_", "#N/A", "1.200", "\n", "  ", "<&>"])
CHARACTERS = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")
TEXTS = st.lists(SIGNS | st.text(CHARACTERS, max_size=9), max_size=5).map("".join)


@settings(max_examples=40)
@given(st.lists(TEXTS, min_size=1, max_size=9))
def test_a_text_is_read_back_as_it_was(texts: list[str]) -> None:
    book = Workbook()
    page = Page(book.worksheets[0], looks.add_styles(book))
    page.add([(text, looks.OPEN) for text in texts], 20)
    content = BytesIO()
    book.save(content)
    row = load_workbook(BytesIO(content.getvalue())).worksheets[0][1]
    assert [unescape(str(cell.value or "")) for cell in row] == texts
    assert {cell.data_type for cell in row if cell.value} <= {"s"}
    assert {(cell.number_format, cell.protection.locked) for cell in row} == {("@", False)}
