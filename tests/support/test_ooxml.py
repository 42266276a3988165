"""The check of packages finds what is wrong with them."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import pytest
from support.ooxml import faults
from support.round_plan import request

from statusnote.answers import workbook

Parts = dict[str, bytes]
SHEET = "xl/worksheets/sheet2.xml"
SOUND = workbook.made(request())


def changed(name: str, old: bytes, new: bytes) -> Callable[[Parts], None]:
    def change(parts: Parts) -> None:
        assert old in parts[name]
        parts[name] = parts[name].replace(old, new, 1)

    return change


def without(name: str) -> Callable[[Parts], None]:
    def change(parts: Parts) -> None:
        del parts[name]

    return change


def with_part(name: str, content: bytes = b"") -> Callable[[Parts], None]:
    def change(parts: Parts) -> None:
        parts[name] = content

    return change


TYPES = "[Content_Types].xml"
STYLED = b' s="'
MARGINS = b'<pageMargins left="0.5"/>'


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (changed(SHEET, b"</worksheet>", b"<worksheet>"), "not well-formed: "),
        (without(SHEET), f"{SHEET} is in {TYPES} and nowhere"),
        (without("xl/tables/table1.xml"), "leads to /xl/tables/table1.xml, which isn't there"),
        (with_part("xl/media/image1.png"), "xl/media/image1.png has no type"),
        (
            changed(TYPES, b"</Types>", b'<Override PartName="/xl/styles.xml" /></Types>'),
            "xl/styles.xml has two types",
        ),
        (with_part("xl/_rels/none.xml.rels", b"<Relationships />"), "none.xml.rels is of no part"),
        (changed("_rels/.rels", b'Id="rId2"', b'Id="rId1"'), "_rels/.rels has rId1 twice"),
        (changed(SHEET, b"<tablePart ", b"<tablePart r:id='rId9' x:y='' "), "not well-formed: "),
        (changed(SHEET, b"<sheetData>", b"<sheetData >"), ""),
        (changed(SHEET, b"<sheetData>", MARGINS + b"<sheetData>"), "elements in another order"),
        (changed("xl/tables/table2.xml", b'id="2"', b'id="1"'), "two tables have the id 1"),
        (
            changed("xl/tables/table2.xml", b'displayName="Dele"', b'displayName="Status"'),
            "two tables have the displayName Status",
        ),
        (changed("xl/tables/table2.xml", b'name="Del"', b'name="Titel"'), "has a heading twice"),
        (changed("xl/tables/table2.xml", b'ref="A3:F5"', b'ref=""'), "table2.xml is nowhere"),
        (changed(SHEET, b'<dataValidations count="2"', b'<dataValidations count="3"'), "not 3"),
        (changed(SHEET, STYLED, b' s="9'), "has a style that isn't there: 9"),
    ],
)
def test_what_is_wrong_is_found(change: Callable[[Parts], None], fault: str) -> None:
    with ZipFile(BytesIO(SOUND)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    change(parts)
    content = BytesIO()
    with ZipFile(content, "w") as made:
        for name, part in parts.items():
            made.writestr(name, part)
    found = faults(content.getvalue())
    assert any(fault in each for each in found) if fault else found == []


def test_what_names_no_relationship_is_found() -> None:
    relations = "xl/worksheets/_rels/sheet2.xml.rels"
    with ZipFile(BytesIO(SOUND)) as file:
        parts = {name: file.read(name) for name in file.namelist() if name != relations}
    content = BytesIO()
    with ZipFile(content, "w") as made:
        for name, part in parts.items():
            made.writestr(name, part)
    assert f"{SHEET} names rId1" in faults(content.getvalue())


def test_a_part_that_is_there_twice_is_found() -> None:
    content = BytesIO(SOUND)
    with ZipFile(content, "a") as file, pytest.warns(UserWarning, match="Duplicate name"):
        file.writestr("xl/styles.xml", file.read("xl/styles.xml"))
    assert "xl/styles.xml is there 2 times" in faults(content.getvalue())
