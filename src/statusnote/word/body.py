"""Content → the elements of a document's body (ECMA-376-1, 17.2 to 17.4 and 17.13.5)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import count, groupby
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from statusnote.changes.model import Fate
from statusnote.word.content import (
    Content,
    Look,
    Paragraph,
    Row,
    RowKind,
    Run,
    Style,
    Table,
)
from statusnote.word.elements import text, w
from statusnote.word.lists import Lists
from statusnote.word.styles import Styles

AUTHOR = "statusnote"
NARROWEST = 1_340  # twips of a column, in which the word `ministerie` finds room as a heading
MARGIN = 100  # twips between the rules of a table and its text, as its style has it
TRACKED = {Fate.ADDED: "ins", Fate.REMOVED: "del"}
SIGNS = {"\t": "tab", "\n": "br", "\xad": "softHyphen"}


@dataclass
class Writer:
    """Writes for a document: *part* holds its links, and *width* is that of its text, in twips.

    Its changes are of the *day*.
    """

    part: Any
    styles: Styles
    lists: Lists
    width: int
    day: date
    ids: Iterator[int] = field(default_factory=lambda: count(1))

    def body(self, content: Content) -> Iterator[Any]:
        """The elements of *content*, in their order."""
        for part in content.values():
            if isinstance(part, Table):
                yield self._table(part)
            else:
                yield from (self._paragraph(each, self.width) for each in part)

    def _table(self, table: Table) -> Any:
        widths = [max(self.width * share // 100, NARROWEST) for share in table.shares]
        widths[-1] += self.width - sum(widths)
        columns = w("tblGrid", *(w("gridCol", w=width) for width in widths))
        return w(
            "tbl", self._of_table(table), columns, *(self._row(row, widths) for row in table.rows)
        )

    def _of_table(self, table: Table) -> Any:
        shown = {"firstRow": 1, "lastRow": 0, "firstColumn": 1, "lastColumn": 0}
        return w(
            "tblPr",
            w("tblStyle", val=self.styles.table),
            w("tblW", w=self.width, type="dxa"),
            w("tblLayout", type="fixed"),
            w("tblLook", val="06A0", **shown, noHBand=1, noVBand=1),
            w("tblCaption", val=table.about.rstrip(".")),
            w("tblDescription", val=_described(table)),
        )

    def _row(self, row: Row, widths: list[int]) -> Any:
        properties = [] if row.breaks else [w("cantSplit")]
        properties += [w("tblHeader")] if row.kind is RowKind.HEAD else []
        properties += self._tracked(row.fate)
        spans = [len(widths)] if row.kind is RowKind.SECTION else [1] * len(row.cells)
        cells = (
            self._cell(cell, sum(widths[place : place + span]), span, row.kind)
            for place, (cell, span) in enumerate(zip(row.cells, spans, strict=True))
        )
        return w("tr", *([w("trPr", *properties)] if properties else []), *cells)

    def _cell(self, cell: Iterable[Paragraph], width: int, span: int, kind: RowKind) -> Any:
        properties = [w("tcW", w=width, type="dxa")]
        properties += [w("gridSpan", val=span)] if span > 1 else []
        shaded = w("shd", val="clear", color="auto", fill="F6F6F6")
        properties += [shaded] if kind is RowKind.SECTION else []
        inside = width - 2 * MARGIN
        return w("tc", w("tcPr", *properties), *(self._paragraph(each, inside) for each in cell))

    def _paragraph(self, paragraph: Paragraph, width: int) -> Any:
        properties = self._look(paragraph.look, width)
        end = self._tracked(paragraph.fate)
        properties += [w("rPr", *end)] if end else []
        if paragraph.was:
            before = w("pPr", *self._look(paragraph.was, width))
            properties.append(w("pPrChange", before, **self._change()))
        runs = list(self._runs(paragraph.runs))
        if paragraph.bookmark:
            id_ = next(self.ids)
            start = w("bookmarkStart", id=id_, name=paragraph.bookmark)
            runs = [start, *runs, w("bookmarkEnd", id=id_)]
        return w("p", w("pPr", *properties), *runs)

    def _look(self, look: Look, width: int) -> list[Any]:
        """The properties of a paragraph, in the order of CT_PPrBase."""
        properties = [w("pStyle", val=self.styles.paragraph(look.style))]
        properties += [w("keepNext")] if look.kept else []
        if list_ := self.lists.of(look.style, look.numbered):
            properties.append(w("numPr", w("ilvl", val=0), w("numId", val=list_)))
        if look.ruled:
            properties.append(w("pBdr", w("top", val="single", sz=4, space=1, color="555555")))
        if look.style is Style.AMOUNT:
            properties.append(w("tabs", w("tab", val="right", pos=width)))
        return properties

    def _runs(self, runs: Iterable[Run]) -> Iterator[Any]:
        for href, same in groupby(runs, lambda run: run.href):
            written = [self._run(run) for run in same]
            if href.startswith("#"):
                yield w("hyperlink", *written, anchor=href[1:], history=1)
            elif href:
                link = w("hyperlink", *written, history=1)
                kind = RELATIONSHIP_TYPE.HYPERLINK
                link.set(qn("r:id"), self.part.relate_to(href, kind, is_external=True))
                yield link
            else:
                yield from written

    def _run(self, run: Run) -> Any:
        looks = [w("rStyle", val=self.styles.link)] if run.href else []
        looks += [w("b")] if run.bold else []
        looks += [w("i")] if run.italic else []
        properties = [w("rPr", *looks)] if looks else []
        written = w("r", *properties, *_written(run))
        for track in self._tracked(run.fate):
            track.append(written)
            return track
        return written

    def _tracked(self, fate: Fate) -> list[Any]:
        """The element that says what became of something, where it wasn't kept."""
        return [] if fate is Fate.KEPT else [w(TRACKED[fate], **self._change())]

    def _change(self) -> dict[str, object]:
        return {"id": next(self.ids), "author": AUTHOR, "date": f"{self.day}T00:00:00Z"}


def _written(run: Run) -> Iterator[Any]:
    """The text of a *run*, and what Word has elements for."""
    tag = "delText" if run.fate is Fate.REMOVED else "t"
    for piece in re.split(r"([\t\n\xad])", run.text):
        if piece in SIGNS:
            yield w(SIGNS[piece])
        elif piece:
            yield text(piece, tag)


def _described(table: Table) -> str:
    """What is in a *table*, for those who don't see it."""
    head, *_ = table.rows
    columns = [cell[0].text for cell in head.cells]
    return f"{table.about} Kolonnerne er {', '.join(columns[:-1])} og {columns[-1]}."
