"""Workbooks that people and programs make odd: harmless, damaged, something else, and hostile."""

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date
from functools import cache

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font, PatternFill, Protection
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from support.workbooks import answered, members, packed, repacked, saved, sent_out, write

from statusnote.answers.package import MOST_MEMBERS

Parts = dict[str, bytes]
Made = Callable[[], bytes]
MB = 2**20
ROWS = 1_048_576
ENOUGH, LARGE = 4 * MB, 6 * MB  # what is unpacked in the tests, and what is more than that
ANSWERS: dict[str, object] = {
    "Status!F4": "gennemført",
    "Status!G4": "Puljen er »fordelt« – &c.\n\n[Tilskud 1: se arket »Tilskud«]\n\n• Kurser & råd.",
    "Dele!F4": "afsluttes i 2027",
    "Milepæle!H4": date(2026, 6, 12),
    "Milepæle!I6": "ultimo 2026",
    "Milepæle!B8": "1.10",
    "Milepæle!D8": "Noget nyt er sket",
    "Milepæle!E8": "2028",
    "Tilskud!F4": 2_000_000,
    "Tilskud!F5": "udgår",
    "Indikatorer!J4": 90.5,
    "Indikatorer!K4": "juni 2027",
}
SHEETS = [f"xl/worksheets/sheet{number}.xml" for number in range(1, 8)]
SHARED = "xl/sharedStrings.xml"
BOOK = "xl/workbook.xml"
RELATIONS = "xl/_rels/workbook.xml.rels"
STYLES = "xl/styles.xml"


@cache
def plain() -> bytes:
    """The workbook with ANSWERS as Excel saves it: its texts in a part of their own."""
    return repacked(_shared, answered(ANSWERS))


def _shared(parts: Parts) -> None:
    texts: list[bytes] = []

    def refer(match: re.Match[bytes]) -> bytes:
        texts.append(match[1])
        return b't="s"><v>%d</v>' % (len(texts) - 1)

    for name in SHEETS:
        parts[name] = re.sub(rb'(?s)t="inlineStr"><is>(.*?)</is>', refer, parts[name])
    items = b"".join(b"<si>%s</si>" % text for text in texts)
    parts[SHARED] = b'<sst xmlns="%s">%s</sst>' % (SPREADSHEET, items)
    relation = b'<Relationship Id="rS" Type="%s" Target="sharedStrings.xml"/>' % SHARED_KIND
    parts[RELATIONS] = parts[RELATIONS].replace(b"</R", relation + b"</R")
    known = b'<Override PartName="/xl/sharedStrings.xml" ContentType="%s"/>' % SHARED_TYPE
    parts[TYPES] = parts[TYPES].replace(b"</Types>", known + b"</Types>")


SPREADSHEET = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHARED_KIND = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
SHARED_TYPE = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
TYPES = "[Content_Types].xml"


def by_program(edit: Callable[[Workbook], object]) -> Made:
    """A workbook with ANSWERS that a program was used on."""

    def make() -> bytes:
        book = sent_out()
        write(book, ANSWERS)
        edit(book)
        return saved(book)

    return make


def in_parts(edit: Callable[[Parts], object]) -> Made:
    """A workbook with ANSWERS whose parts were edited."""
    return lambda: repacked(edit, plain())


def in_sheets(pattern: bytes, new: bytes | Callable[[re.Match[bytes]], bytes]) -> Made:
    """A workbook with ANSWERS in whose sheets a pattern was replaced."""

    def edit(parts: Parts) -> None:
        for name in SHEETS:
            parts[name], count = re.subn(pattern, new, parts[name])
            assert count or name != SHEETS[0]

    return in_parts(edit)


def in_part(name: str, pattern: bytes, new: bytes) -> Made:
    """A workbook with ANSWERS in one of whose parts a pattern was replaced."""

    def edit(parts: Parts) -> None:
        parts[name], count = re.subn(pattern, new, parts[name])
        assert count

    return in_parts(edit)


def added(**parts: bytes) -> Made:
    """A workbook with ANSWERS and other parts, in whose names `__` stands for a slash."""
    named = {name.replace("__", "/").replace("_xml", ".xml"): part for name, part in parts.items()}
    return in_parts(lambda before: before.update(named))


# What changes nothing that is answered.


def _sorted(book: Workbook) -> None:
    """The rows of each sheet from the last one up."""
    for sheet in book.worksheets[:5]:
        last = max(row for row in range(4, 12) if sheet.cell(row, 1).value)
        rows = [[cell.value for cell in sheet[row]] for row in range(last, 3, -1)]
        for row, values in enumerate(rows, start=4):
            for column, value in enumerate(values, start=1):
                sheet.cell(row, column).value = value


def _filtered(book: Workbook) -> None:
    for sheet in book.worksheets[:5]:
        sheet.auto_filter.ref = "A3:K9"
        sheet.auto_filter.add_filter_column(1, ["1"])
        sheet.row_dimensions[5].hidden = True


def _columns_moved(book: Workbook) -> None:
    """The status and the account before all else but the id."""
    sheet = book["Status"]
    for row in sheet.iter_rows(min_row=3, max_row=6):
        values = [cell.value for cell in row]
        for cell, value in zip(
            row, [values[0], *values[5:7], *values[1:5], *values[7:]], strict=True
        ):
            cell.value = value


def _coloured(book: Workbook) -> None:
    for row in book["Status"]["A4:H6"]:
        for cell in row:
            cell.fill, cell.font = PatternFill("solid", "FFFF00"), Font(bold=True, strike=True)
    rule = Rule("cellIs", operator="equal", formula=['"gennemført"'])
    book["Status"].conditional_formatting.add("F4:F9", rule)


def _protected(book: Workbook) -> None:
    book["Status"].protection.sheet = True
    book["Status"]["F4"].protection = Protection(locked=False)
    rule = DataValidation("list", formula1='"gennemført,igangværende"')
    rule.add("F4:F9")
    book["Status"].add_data_validation(rule)


def _row_copied(book: Workbook) -> None:
    for cell in book["Milepæle"][4]:
        book["Milepæle"].cell(11, cell.column or 1).value = cell.value


def _with_hidden_sheet(book: Workbook) -> None:
    """As of what can be chosen from."""
    made = book.create_sheet("x")
    made["A1"], made.sheet_state = "gennemført", "hidden"


def _with_remark(book: Workbook) -> None:
    book["Status"]["F5"].comment = Comment("Hvorfor?", "Ida")


def _with_names(book: Workbook) -> None:
    book.defined_names["Status"] = DefinedName("Status", attr_text="Status!$A$1:$B$9")
    book["Status"].print_title_rows = "1:3"
    book["Status"].freeze_panes = "C4"


def _strict(parts: Parts) -> None:
    """As Excel saves a »Strict Open XML Spreadsheet«."""
    for name in parts:
        for transitional, strict in (
            (b"http://schemas.openxmlformats.org/spreadsheetml/2006/main", b"spreadsheetml/main"),
            (b"http://schemas.openxmlformats.org/officeDocument/2006", b"officeDocument"),
        ):
            parts[name] = parts[name].replace(transitional, b"http://purl.oclc.org/ooxml/" + strict)


def _prefixed(parts: Parts) -> None:
    """As some programs write it: each element with the prefix of its namespace."""
    for name in (*SHEETS, SHARED):
        part = re.sub(rb"<(/?)(?=[a-zA-Z])", rb"<\1x:", parts[name])
        parts[name] = part.replace(b" xmlns=", b" xmlns:x=")


def _utf_16(parts: Parts) -> None:
    for name in (*SHEETS, SHARED, STYLES, BOOK):
        text = re.sub(r"^<\?xml.*?\?>", "", parts[name].decode())
        parts[name] = text.encode("utf-16")


def _in_runs(parts: Parts) -> None:
    """Each shared text in runs, with how East Asian signs are spoken."""
    parts[SHARED] = re.sub(
        "<si><t(?: [^>]*)?>(&[^;]*;|.)(.*?)</t></si>",
        r'<si><r><rPr><b/></rPr><t>\1</t></r><r><t xml:space="preserve">\2</t></r>'
        '<rPh sb="0" eb="1"><t>udtale</t></rPh><phoneticPr fontId="1"/></si>',
        parts[SHARED].decode(),
        flags=re.DOTALL,
    ).encode()


def _absolute(parts: Parts) -> None:
    parts[RELATIONS] = parts[RELATIONS].replace(b'Target="/xl/', b'Target="')
    parts[RELATIONS] = parts[RELATIONS].replace(b'Target="w', b'Target="../xl/./w')


def _in_capitals(parts: Parts) -> None:
    for name in list(parts):
        if name.startswith("xl/worksheets/"):
            parts[name.upper()] = parts.pop(name)


def _elsewhere(parts: Parts) -> None:
    """The main part under another name, as some programs have it."""
    parts["xl/book.xml"] = parts.pop(BOOK)
    parts["xl/_rels/book.xml.rels"] = parts.pop(RELATIONS)
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"xl/workbook.xml", b"xl/book.xml")
    parts["xl/workbook.old"] = b""


def _dates_as_text(parts: Parts) -> None:
    """A date as text, as a strict workbook can have it."""
    parts[SHEETS[2]], count = re.subn(
        rb'(<c r="H4"[^>]*?)(?: t="n")?><v>46185</v>',
        rb'\1 t="d"><v>2026-06-12T00:00:00</v>',
        parts[SHEETS[2]],
    )
    assert count == 1


def _from_1904(parts: Parts) -> None:
    parts[BOOK] = parts[BOOK].replace(b"<workbookPr/>", b'<workbookPr date1904="1"/>')
    assert b"<v>46185</v>" in parts[SHEETS[2]]
    parts[SHEETS[2]] = parts[SHEETS[2]].replace(b"<v>46185</v>", b"<v>44723</v>")


def _formatted_to_the_end(parts: Parts) -> None:
    """Rows that were formatted, but not written in, to the last one that there is."""
    rows = b"".join(b'<row r="%d" s="1"/>' % row for row in range(ROWS - 50_000, ROWS + 1))
    parts[SHEETS[0]] = parts[SHEETS[0]].replace(b"</sheetData>", rows + b"</sheetData>")


def _with_links(parts: Parts) -> None:
    """A link that came with a text, and leads out of the package."""
    parts["xl/worksheets/_rels/sheet1.xml.rels"] = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'relationships/hyperlink" Target="https://www.example.dk/" TargetMode="External"/>'
        b"</Relationships>"
    )


def drawn_on(parts: Parts) -> None:
    """A box of text that lies on a sheet."""
    kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing"
    parts["xl/worksheets/_rels/sheet1.xml.rels"] = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="r1" Type="%s" Target="../drawings/drawing1.xml"/></Relationships>'
        % kind
    )
    parts["xl/drawings/drawing1.xml"] = b"<wsDr><twoCellAnchor><t>Ring</t></twoCellAnchor></wsDr>"


def _drawn_on_by_nobody(parts: Parts) -> None:
    drawn_on(parts)
    parts["xl/drawings/drawing1.xml"] = b"<wsDr/>"


def _of_other_kinds(parts: Parts) -> None:
    """Elements of other kinds of documents among those of a sheet, by the same names."""
    other = b'<o:c xmlns:o="urn:andet" r="F4" t="str"><o:v>andet</o:v></o:c>'
    parts[SHEETS[0]] = parts[SHEETS[0]].replace(b"<sheetData>", b"<sheetData>" + other, 1)


def stored(parts: Parts) -> bytes:
    """A package of *parts* that aren't packed."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_STORED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()


def _streamed() -> bytes:
    """As what can't go back in a file writes it: the size of each part behind it."""

    class Forward(io.BytesIO):
        def seekable(self) -> bool:
            return False

    content = Forward()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in members(plain()).items():
            archive.writestr(name, part)
    return content.getvalue()


HARMLESS: dict[str, Made] = {
    "as it was saved": plain,
    "sorted": by_program(_sorted),
    "filtered": by_program(_filtered),
    "with other columns first": by_program(_columns_moved),
    "with empty columns": by_program(lambda book: book["Status"].insert_cols(3, 2)),
    "with empty rows": by_program(lambda book: book["Milepæle"].insert_rows(6, 3)),
    "with rows above the headings": by_program(lambda book: book["Status"].insert_rows(1, 5)),
    "without rows above the headings": by_program(lambda book: book["Status"].delete_rows(1, 2)),
    "without a column to read": by_program(lambda book: book["Status"].delete_cols(8)),
    "without what is only read": by_program(lambda book: book.remove(book["Til læsning"])),
    "with its sheets in another order": by_program(lambda book: book.move_sheet("Status", 4)),
    "with a sheet in capitals": by_program(lambda book: setattr(book["Dele"], "title", " DELE ")),
    "with a heading in capitals": by_program(
        lambda book: write(book, {"Status!G3": "REDEGØRELSE :"})
    ),
    "with a heading on two lines": by_program(
        lambda book: write(book, {"Status!E3": "Status\nsidst"})
    ),
    "with an empty sheet": by_program(lambda book: book.create_sheet("Ark1")),
    "with a hidden sheet": by_program(_with_hidden_sheet),
    "with hidden columns": by_program(
        lambda book: setattr(book["Status"].column_dimensions["G"], "hidden", True)
    ),
    "with its answers hidden": by_program(
        lambda book: setattr(book["Dele"], "sheet_state", "hidden")
    ),
    "coloured and struck out": by_program(_coloured),
    "protected": by_program(_protected),
    "with names and panes": by_program(_with_names),
    "with a row twice": by_program(_row_copied),
    "with numbers for ids": by_program(lambda book: write(book, {"Status!A4": 1, "Status!B4": 1})),
    "with figures for amounts": by_program(lambda book: write(book, {"Tilskud!E4": 1_250_000})),
    "with dates for words": by_program(
        lambda book: write(book, {"Milepæle!E4": date(2026, 12, 31), "Indikatorer!H4": 84})
    ),
    "with points behind numbers": by_program(lambda book: write(book, {"Milepæle!B4": "1."})),
    "with spaces around ids": by_program(lambda book: write(book, {"Tilskud!A4": " 1#0\n"})),
    "strict": in_parts(_strict),
    "with prefixes": in_parts(_prefixed),
    "with each text in its cell": lambda: answered(ANSWERS),
    "in UTF-16": in_parts(_utf_16),
    "with a byte order mark": in_part(SHARED, rb"^", b"\xef\xbb\xbf"),
    "with texts in runs": in_parts(_in_runs),
    "with paths from the root": in_parts(_absolute),
    "with parts in capitals": in_parts(_in_capitals),
    "with the main part elsewhere": in_parts(_elsewhere),
    "with dates as text": in_parts(_dates_as_text),
    "with days from 1904": in_parts(_from_1904),
    "formatted to the last row": in_parts(_formatted_to_the_end),
    "with links": in_parts(_with_links),
    "with an empty drawing": in_parts(_drawn_on_by_nobody),
    "with elements of other kinds": in_parts(_of_other_kinds),
    "without places of cells": in_part(SHEETS[0], rb'<c r="[A-Z]+\d+"', b"<c"),
    "with spans": in_sheets(rb"<row ", b'<row spans="1:99" '),
    "with styles that aren't there": in_sheets(rb' s="(\d+)" t="s"', rb' s="9\1" t="s"'),
    "with comments of XML": in_sheets(rb"<sheetData>", b"<sheetData><!-- <c/> --><?x y?>"),
    "with lists that a later Excel knows": in_sheets(
        rb"</sheetData>",
        b'</sheetData><extLst><ext uri="{x}"><x14:c xmlns:x14="urn:x14"/></ext></extLst>',
    ),
    "with broken rules": in_sheets(
        rb"</sheetData>", b'</sheetData><autoFilter ref="?"/><dataValidations count="x"/>'
    ),
    "without a theme": in_parts(lambda parts: parts.pop("xl/theme/theme1.xml")),
    "without properties": in_parts(lambda parts: parts.pop("docProps/core.xml")),
    "with broken properties": in_part("docProps/core.xml", rb"20\d\d-", b"tyve-"),
    "with broken colours": in_part(STYLES, rb"<fills.*</fills>", b"<fills><fill>x</fill></fills>"),
    "with broken names": in_part(
        BOOK,
        rb"</sheets>",
        b'</sheets><definedNames><definedName name="?">#REF!</definedName></definedNames>',
    ),
    "with a picture": added(xl__media__image1_png=b"\x89PNG"),
    "with settings of a printer": added(xl__printerSettings__printerSettings1_bin=b"\x00" * 999),
    "with data of a form": added(customXml__item1_xml=b"<!DOCTYPE a><a/>"),
    "with a chain of formulas": added(xl__calcChain_xml=b"<x"),
    "with a folder of its own": in_parts(lambda parts: parts.update({"xl/": b""})),
    "unpacked": lambda: stored(members(plain())),
    "written in one go": _streamed,
    "with a remark behind it": lambda: plain()[:-2] + b"\x04\x00mere",
}
# Those that say something beside the answers, which is told.
TOLD: dict[str, tuple[Made, list[str]]] = {
    "with a remark on a cell": (by_program(_with_remark), ["W914"]),
    "with a box of text": (in_parts(drawn_on), ["W915"]),
    "with a sheet twice": (in_part(BOOK, rb'name="Til l', b'name="Status" x="'), ["W913"]),
    "with a formula below": (
        by_program(lambda book: write(book, {"Status!G9": "=SUM(1,2)"})),
        ["E933"],
    ),
}


# What is no workbook, is damaged, or is made to do harm.


def other_package(part: str, **parts: bytes) -> Made:
    return lambda: packed({part: b"<x/>", **parts})


def compound(*streams: str) -> Made:
    """As the older Office has it: with streams of these names."""
    names = b"".join(name.encode("utf-16-le") for name in streams)
    return lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99) + names + bytes(999)


def cut(kept: float) -> Made:
    return lambda: plain()[: int(len(plain()) * kept)]


def _flipped() -> bytes:
    """One bit of what is packed of a sheet is another."""
    content = bytearray(plain())
    with zipfile.ZipFile(io.BytesIO(plain())) as archive:
        content[archive.getinfo(SHEETS[0]).header_offset + 120] ^= 8
    return bytes(content)


def _with_password() -> bytes:
    """Each part is said to need a password."""
    content = bytearray(plain())
    for beginning, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(beginning)
        while at >= 0:
            content[at + flags] |= 1
            at = content.find(beginning, at + 1)
    return bytes(content)


def _twice(name: str) -> Made:
    """One part is there twice, so that two programs may see two workbooks."""

    def make() -> bytes:
        content = io.BytesIO(plain())
        with zipfile.ZipFile(content, "a") as archive:
            archive.writestr(name.upper(), b"<x/>")
        return content.getvalue()

    return make


def _packed_otherwise(method: int) -> Made:
    def make() -> bytes:
        content = io.BytesIO()
        with zipfile.ZipFile(content, "w", method) as archive:
            for name, part in members(plain()).items():
                archive.writestr(name, part)
        return content.getvalue()

    return make


def _bomb(part: str, size: int, filling: bytes = b" ") -> Made:
    """A part that becomes very large when it is unpacked."""
    return in_parts(
        lambda parts: parts.update({part: parts[part] + filling * (size // len(filling))})
    )


def _lying_bomb() -> bytes:
    """A part that says it is small, and isn't."""
    content = bytearray(_bomb(SHARED, LARGE)())
    at = content.rfind(SHARED.encode()) - 46
    assert content[at : at + 4] == b"PK\x01\x02"
    content[at + 24 : at + 28] = (1_000).to_bytes(4, "little")
    return bytes(content)


def rows(count: int, cell: bytes) -> Made:
    """A sheet of so many rows, in each of which a *cell* stands."""

    def edit(parts: Parts) -> None:
        rows = b"<row>%s</row>" % cell * count
        parts[SHEETS[0]] = parts[SHEETS[0]].replace(b"</sheetData>", rows + b"</sheetData>")

    return in_parts(edit)


def _entity(declared: bytes) -> Made:
    """A text that a declaration in the part of the shared texts would make."""

    def edit(parts: Parts) -> None:
        texts = re.sub(rb"^<\?xml.*?\?>", b"", parts[SHARED]).replace(b"gennemf", b"&a;gennemf")
        parts[SHARED] = b"<!DOCTYPE sst [%s]>" % declared + texts

    return in_parts(edit)


def _entity_in_utf_16() -> bytes:
    def edit(parts: Parts) -> None:
        text = "<!DOCTYPE sst [<!ENTITY a 'x'>]>" + re.sub(
            r"^<\?xml.*?\?>", "", parts[SHARED].decode()
        )
        parts[SHARED] = text.encode("utf-16")

    return repacked(edit, plain())


LAUGHS = (
    b"<!ENTITY a0 'ha'>"
    + b"".join(b"<!ENTITY a%d '%s'>" % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 10))
    + b"<!ENTITY a '&a9;'>"
)
DEEP = b"<x>" * 100_000
UNREAD: dict[str, tuple[Made, str]] = {
    "a file of text": (lambda: "Nr.;Status\n1;gennemført\n".encode(), "E910"),
    "a file of text of Windows": (lambda: "Nr.;Status\n1;gennemført\n".encode("cp1252"), "E910"),
    "a PDF": (lambda: b"%PDF-1.7\n", "E910"),
    "a web page": (lambda: b"<!DOCTYPE html><table/>", "E910"),
    "a table of Excel 2003": (lambda: b"<?xml version='1.0'?><Workbook/>", "E910"),
    "rich text": (lambda: b"{\\rtf1 x}", "E910"),
    "a workbook of Excel 97": (compound("Workbook"), "E910"),
    "a document of Word 97": (compound("WordDocument"), "E910"),
    "a document of Word": (other_package("word/document.xml"), "E910"),
    "slides": (other_package("ppt/presentation.xml"), "E910"),
    "a binary workbook": (other_package("xl/workbook.bin"), "E910"),
    "a workbook of OpenDocument": (
        lambda: stored({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}),
        "E910",
    ),
    "a workbook with a password": (compound("EncryptionInfo", "EncryptedPackage"), "E911"),
    "parts with a password": (_with_password, "E911"),
    "nothing": (lambda: b"", "E912"),
    "zeros": (lambda: bytes(9_999), "E912"),
    "the beginning of a package": (lambda: b"PK\x03\x04", "E912"),
    "a workbook cut off early": (cut(0.1), "E912"),
    "a workbook cut in the middle": (cut(0.5), "E912"),
    "a workbook cut at the end": (cut(0.99), "E912"),
    "a workbook without its beginning": (
        lambda: b"PK\x03\x04" + plain()[len(plain()) // 2 :],
        "E912",
    ),
    "a bit that is another": (_flipped, "E912"),
    "an empty package": (lambda: packed({"readme.txt": b"x"}), "E912"),
    "no relations": (in_parts(lambda parts: parts.pop("_rels/.rels")), "E912"),
    "no workbook": (
        in_parts(lambda parts: parts.pop(BOOK) and parts.update({"xl/workbook.x": b""})),
        "E912",
    ),
    "no relations of the workbook": (in_parts(lambda parts: parts.pop(RELATIONS)), "E912"),
    "a sheet that is missing": (in_parts(lambda parts: parts.pop(SHEETS[3])), "E912"),
    "shared texts that are missing": (in_parts(lambda parts: parts.pop(SHARED)), "E912"),
    "too few shared texts": (in_part(SHARED, rb"<si>.*?</si>", b""), "E912"),
    "a text by no number": (in_sheets(rb't="s"><v>\d+<', b't="s"><v>x<'), "E912"),
    "a number that is none": (in_sheets(rb't="s"><v>\d+<', b"><v>x<"), "E912"),
    "a number without end": (in_sheets(rb't="s"><v>\d+<', b"><v>1e999<"), "E912"),
    "a cell without a name": (in_sheets(rb' r="F4"', b' r="F4x"'), "E912"),
    "a row without a number": (in_sheets(rb'<row r="4"', b'<row r="x"'), "E912"),
    "cells merged with nothing": (
        in_sheets(rb"</sheetData>", b'</sheetData><mergeCells><mergeCell ref="A"/></mergeCells>'),
        "E912",
    ),
    "a sheet that ends early": (in_part(SHEETS[0], rb"</sheetData>.*", b""), "E912"),
    "a sheet that isn't XML": (in_part(SHEETS[0], rb"(?s)^.*$", b"nej"), "E912"),
    "an empty sheet part": (in_part(SHEETS[0], rb"(?s)^.+$", b""), "E912"),
    "a sheet in Windows-1252": (
        in_part(SHARED, rb"(?s)^.*$", "<sst>gennemført</sst>".encode("cp1252")),
        "E912",
    ),
    "a part twice": (_twice(BOOK), "E912"),
    "packed by bzip2": (_packed_otherwise(zipfile.ZIP_BZIP2), "E912"),
    "packed by LZMA": (_packed_otherwise(zipfile.ZIP_LZMA), "E912"),
    "elements without end": (in_part(SHEETS[0], rb"<sheetData>", b"<sheetData>" + DEEP), "E912"),
    "an entity": (_entity(b"<!ENTITY a 'x'>"), "E912"),
    "entities of entities": (_entity(LAUGHS), "E912"),
    "an entity of another file": (_entity(b"<!ENTITY a SYSTEM 'file:///etc/passwd'>"), "E912"),
    "an entity of the web": (_entity(b"<!ENTITY a SYSTEM 'http://192.0.2.1/'>"), "E912"),
    "parameters of a declaration": (_entity(b"<!ENTITY % b SYSTEM 'file:///dev/zero'>%b;"), "E912"),
    "an entity in UTF-16": (_entity_in_utf_16, "E912"),
    "a declaration elsewhere": (
        in_part(STYLES, rb"<styleSheet", b"<!DOCTYPE x><styleSheet"),
        "E912",
    ),
    "a bomb of texts": (_bomb(SHARED, LARGE), "E913"),
    "a bomb of a sheet": (_bomb(SHEETS[1], LARGE), "E913"),
    "a bomb in two parts": (
        in_parts(lambda p: p.update({name: p[name] + b" " * (LARGE // 2) for name in SHEETS[:2]})),
        "E913",
    ),
    "very many parts": (
        in_parts(lambda parts: parts.update({f"x/{n}": b"" for n in range(MOST_MEMBERS)})),
        "E913",
    ),
    "a cell of very many signs": (in_part(SHARED, rb"gennemf", b"g" * 200_000), "E913"),
    "a bomb that says it is small": (_lying_bomb, "E912"),
    "macros": (added(xl__vbaProject_bin=b"x"), "E914"),
    "macros of Excel 4": (added(xl__macrosheets__sheet1_xml=b"<x/>"), "E914"),
    "controls": (added(xl__activeX__activeX1_xml=b"<x/>"), "E914"),
    "a document inside": (added(xl__embeddings__x_docx=b"x"), "E914"),
    "links to other workbooks": (added(xl__externalLinks__externalLink1_xml=b"<x/>"), "E915"),
    "connections to databases": (added(xl__connections_xml=b"<x/>"), "E915"),
    "queries": (added(xl__queryTables__queryTable1_xml=b"<x/>"), "E915"),
}
REAL_BOMB = _bomb(SHARED, 80 * MB)
ALL_ROWS = rows(ROWS - 10, b'<c t="str"><v>x</v></c>')
