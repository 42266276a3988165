"""The bytes of a workbook → its sheets, with what stands in each cell."""

import posixpath
import re
import struct
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple
from xml.etree.ElementTree import Element, ParseError

from statusnote.answers import figures, xml_parts
from statusnote.answers.cell_references import Range, column_of, range_of
from statusnote.answers.package import Package, too_much
from statusnote.bounds import MB, Exhausted, bounded
from statusnote.diagnostics.problem import Place, Problem, ProblemsFound, problem

MOST_CELLS = 50_000  # that hold something; an answer has some thousands
LONGEST_TEXT = 40_000  # characters of a cell, of which Excel takes 32,767
SECONDS, MEMORY = 30, 512 * MB
# What is raised by what reads a package and XML, and in reading them, where they are damaged.
DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, struct.error, ParseError, OSError, EOFError),
    *(ValueError, LookupError, ArithmeticError, NotImplementedError, RuntimeError),
)


class Kind(StrEnum):
    """What a cell holds."""

    TEXT = "text"
    NUMBER = "number"
    TRUTH = "truth"
    ERROR = "error"
    FORMULA = "formula"


class Content(NamedTuple):
    """What stands in a cell: of a number or a date its text, of an error its name.

    Text is as it stands in the file. A formula has no value here: nobody wrote that.
    """

    kind: Kind
    text: str


@dataclass
class Sheet:
    """A sheet, and its cells that hold something, by their row and their column, from 1."""

    name: str
    hidden: bool
    rows: dict[int, dict[int, Content]] = field(default_factory=lambda: defaultdict(dict))
    merged: list[Range] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)  # the cells that somebody commented on
    drawn: bool = False  # whether pictures, shapes or boxes of text lie on it


@dataclass(frozen=True)
class Workbook:
    """The sheets of the workbook *file*, in their order."""

    file: str
    sheets: list[Sheet]


def opened(content: bytes, file: str) -> Workbook:
    """The workbook that *content* is; *file* is what problems are reported under.

    Raises ProblemsFound where it is no workbook, is damaged, or holds what no answer does.
    """
    try:
        with within_limits(file):
            package = Package(content, file)
            return Workbook(file, list(_sheets(package)))
    except DAMAGED as error:
        raise ProblemsFound([problem("E912", file)]) from error


@contextmanager
def within_limits(file: str) -> Iterator[None]:
    """Work on the workbook *file* that may take so long, and so much memory, and no more.

    It can't stand in other work that is bounded. Raises ProblemsFound.
    """
    try:
        with bounded(SECONDS, MEMORY):
            yield
    except Exhausted as error:
        raise too_much(file) from error


def _sheets(package: Package) -> Iterator[Sheet]:
    part = _main_part(package)
    relations = _relations(package, part)
    by_kind = {relation.kind: relation.part for relation in relations.values()}
    from_1904, listed = _listed(package.part(part))
    texts = _shared_texts(package, by_kind.get("sharedStrings", ""))
    forms = _forms(package, by_kind.get("styles", ""))
    for name, state, relation in listed:
        sheet = Sheet(name, hidden=state != "visible")
        if relations[relation].kind == "worksheet":
            _Reader(sheet, texts, forms, from_1904).read(package, relations[relation].part)
            _look_beside_cells(sheet, package, relations[relation].part)
        yield sheet


class _Relation(NamedTuple):
    """A part that another one leads to: `worksheet`, `styles`."""

    kind: str
    part: str


def _main_part(package: Package) -> str:
    relations = _relations(package, "").values()
    return next(each.part for each in relations if each.kind == "officeDocument")


def _relations(package: Package, part: str) -> dict[str, _Relation]:
    """The parts that *part*, or the package itself, leads to, by their ids (ECMA-376-2, 6.5)."""
    folder, name = posixpath.split(part)
    table = posixpath.join(folder, "_rels", f"{name}.rels")
    if table not in package:
        return {}
    return {
        element.attrib["Id"]: _Relation(
            posixpath.basename(element.attrib["Type"]),
            posixpath.normpath(posixpath.join("/", folder, element.attrib["Target"])).lstrip("/"),
        )
        for element in _elements(package.part(table), "Relationship")
        if element.get("TargetMode") != "External"  # as a link is that came with a text
    }


def _elements(text: str, name: str) -> Iterator[Element]:
    """The elements of this *name* in the *text* of a part, whole."""
    return (
        event.element
        for event in xml_parts.events(text, name)
        if event.name == name and not event.begins
    )


def _listed(text: str) -> tuple[bool, list[tuple[str, str, str]]]:
    """Whether days count from 1904, and each sheet's name, state, and id of its part."""
    from_1904, sheets = False, []
    for begins, name, element in xml_parts.events(text):
        if begins and name == "workbookPr":
            from_1904 = element.get("date1904") in TRUE
        elif begins and name == "sheet":
            state = element.get("state", "visible")
            sheets.append((element.attrib["name"], state, xml_parts.relation(element)))
    return from_1904, sheets


TRUE = ("1", "true", "on")


def _shared_texts(package: Package, part: str) -> list[str]:
    """The texts that cells refer to."""
    return [_text(item) for item in _elements(package.part(part), "si")] if part else []


def _text(item: Element) -> str:
    """The text of an *item*: of all of its runs, without how East Asian signs are spoken."""
    runs = (run for run in item if xml_parts.local(run) in ("t", "r"))
    pieces = (piece for run in runs for piece in run.iter() if xml_parts.local(piece) == "t")
    return _unescaped("".join(piece.text or "" for piece in pieces))


def _unescaped(text: str) -> str:
    """*text* with the signs that XML can't hold, of which `_x000D_` is one (ECMA-376-1, 22.9.2.19).

    An underscore that would begin one is itself written so.
    """
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda escape: chr(int(escape[1], 16)), text)


def _forms(package: Package, part: str) -> list[str]:
    """What each style of a cell shows of a number (figures.form)."""
    codes: dict[int, str] = {}
    forms: list[str] = []
    of_cells = False
    for begins, name, element in xml_parts.events(package.part(part)) if part else ():
        if name == "cellXfs":
            of_cells = begins
        elif begins and name == "numFmt" and "formatCode" in element.attrib:
            codes[int(element.get("numFmtId", 0))] = element.attrib["formatCode"]
        elif begins and name == "xf" and of_cells:
            number = int(element.get("numFmtId", 0))
            forms.append(figures.form(number, codes.get(number)))
    return forms


@dataclass
class _Reader:
    """Reads the cells of a *sheet*."""

    sheet: Sheet
    texts: list[str]
    forms: list[str]
    from_1904: bool
    row: int = 0
    column: int = 0
    cells: int = 0

    def read(self, package: Package, part: str) -> None:
        """Read the *part* of the sheet. Raises ProblemsFound where it holds too much."""
        for begins, name, element in xml_parts.events(package.part(part), "c"):
            if begins and name == "row":
                self.row, self.column = int(element.get("r", self.row + 1)), 0
            elif begins and name == "mergeCell":
                self.sheet.merged.append(range_of(element.attrib["ref"]))
            elif name == "c" and not begins:
                self._read_cell(element, package.file)

    def _read_cell(self, cell: Element, file: str) -> None:
        """Where a cell doesn't say where it stands, it is beside the one before it."""
        ref = cell.get("r")
        self.column = column_of(ref) if ref else self.column + 1
        content = self._content(cell)
        if content is None or not content.text.strip():
            return
        if len(content.text) > LONGEST_TEXT:
            raise too_much(file)
        self.sheet.rows[self.row][self.column] = content
        self.cells += 1
        if self.cells > MOST_CELLS:
            place = Place(f"{file}, {self.sheet.name}")
            raise ProblemsFound([Problem("E916", place, {"limit": MOST_CELLS})])

    def _content(self, cell: Element) -> Content | None:
        children: Mapping[str, Element] = {xml_parts.local(child): child for child in cell}
        value = children["v"].text or "" if "v" in children else ""
        kind = cell.get("t", "n")
        if "f" in children:
            return Content(Kind.FORMULA, f"={children['f'].text or '…'}")
        if kind == "inlineStr":
            return Content(Kind.TEXT, _text(children["is"])) if "is" in children else None
        if not value:
            return None
        if kind == "s":
            return Content(Kind.TEXT, self.texts[int(value)])
        if kind in OTHER_KINDS:
            return Content(OTHER_KINDS[kind], _unescaped(value))
        if kind == "d":
            return Content(Kind.NUMBER, value.partition("T")[0])
        style = int(cell.get("s", 0))
        form = self.forms[style] if style < len(self.forms) else ""
        return Content(Kind.NUMBER, figures.shown(value, form, self.from_1904))


OTHER_KINDS = {"str": Kind.TEXT, "b": Kind.TRUTH, "e": Kind.ERROR}


def _look_beside_cells(sheet: Sheet, package: Package, part: str) -> None:
    """What a *sheet* has of remarks on its cells, and of drawings."""
    for kind, beside in _relations(package, part).values():
        if kind in ("comments", "threadedComment"):
            events = xml_parts.events(package.part(beside))
            refs = (event.element.get("ref", "") for event in events if event.begins)
            sheet.remarks += [ref for ref in refs if ref and ref not in sheet.remarks]
        elif kind == "drawing":
            sheet.drawn |= "Anchor" in package.part(beside)
