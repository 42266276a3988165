"""What no program that makes the note by Pango can do without, each measured alone.

The data are read once, each paragraph of the note is laid out once, and the PDF is written once:
nothing is checked, styled, divided, put on pages, drawn or packed. Prints, as JSON, how many glyphs
there are, and how many seconds each of the three takes. Nothing before the first of them counts.

Usage: limit.py PLAN.yaml NOTE.txt NOTE.pdf STYLE.css FONTS.conf
"""

import json
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from floor_render import PackagedFonts
from weasyprint import CSS
from weasyprint.text.ffi import TO_UNITS, ffi, gobject, pango
from weasyprint.text.fonts import FontConfiguration

FONT, SIZE = b"Source Serif Pro", 14  # in pixels of CSS; 10.5 points
WIDTH = 379  # of the column of the statuses, which has most of the text; 59 % of 170 mm
REPEATED = 3


def main(plan: str, text: str, pdf: str, style: str, system_fonts: str) -> None:
    """Measure, and print what was found."""
    os.environ["FONTCONFIG_FILE"] = system_fonts
    fonts = FontConfiguration()
    CSS(string=Path(style).read_text("utf-8"), font_config=fonts, url_fetcher=PackagedFonts())
    column = Column(fonts)
    paragraphs = [line.encode() for line in Path(text).read_text("utf-8").splitlines()]
    content = Path(pdf).read_bytes()
    with TemporaryDirectory() as folder:
        seconds = {
            "reading": _seconds(Path(plan).read_bytes),
            "layout": _seconds(lambda: [column.lay_out(each) for each in paragraphs]),
            "writing": _seconds(lambda: Path(folder, "note.pdf").write_bytes(content)),
        }
    print(json.dumps({"glyphs": sum(map(column.glyphs, paragraphs)), **seconds}))


class Column:
    """A column of text in one of the packaged *fonts*, which Pango fills with a paragraph."""

    def __init__(self, fonts: FontConfiguration) -> None:
        self._fonts = fonts  # the context goes with them
        unref = gobject.g_object_unref
        context = ffi.gc(pango.pango_font_map_create_context(fonts.font_map), unref)
        font = ffi.gc(pango.pango_font_description_new(), pango.pango_font_description_free)
        pango.pango_font_description_set_family(font, FONT)
        pango.pango_font_description_set_absolute_size(font, SIZE * TO_UNITS)
        self._layout = ffi.gc(pango.pango_layout_new(context), unref)
        pango.pango_layout_set_font_description(self._layout, font)
        pango.pango_layout_set_width(self._layout, int(WIDTH * TO_UNITS))

    def lay_out(self, paragraph: bytes) -> Any:
        """The first line of a *paragraph*, for which Pango lays out all of it."""
        pango.pango_layout_set_text(self._layout, paragraph, len(paragraph))
        return pango.pango_layout_get_line_readonly(self._layout, 0)

    def glyphs(self, paragraph: bytes) -> int:
        """How many glyphs a *paragraph* has."""
        line, number = self.lay_out(paragraph), 0
        count = 0
        while line != ffi.NULL:
            count += sum(run.glyphs.num_glyphs for run in _runs(line))
            number += 1
            line = pango.pango_layout_get_line_readonly(self._layout, number)
        return count


def _runs(line: Any) -> Iterator[Any]:
    item = line.runs
    while item != ffi.NULL:
        yield item.data
        item = item.next


def _seconds(work: Callable[[], object]) -> float:
    return median(_once(work) for _ in range(REPEATED))


def _once(work: Callable[[], object]) -> float:
    begun = perf_counter()
    work()
    return perf_counter() - begun


if __name__ == "__main__":
    main(*sys.argv[1:])
