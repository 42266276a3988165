"""Lets the text of the PDF be extracted as it was written.

The hyphen of a division stands for U+002D, and is replaced by U+00AD (`ActualText`), for who knows
of that: pdf.js doesn't, and finds a divided word by the hyphen alone. Where a line ends inside a
word without one, its last glyph stands for U+00AD too. A copy of the glyph, under a number of its
own, says so. What is a hyphen in the text stays U+002D.
"""

import re
from collections.abc import Iterator
from typing import Any

import pydyf

from statusnote import danish
from statusnote.render.pdf import weasyprint_internals
from statusnote.render.pdf.weasyprint_internals import Box, Page, object_at

HYPHEN, SOFT_HYPHEN = "-", "\u00ad"
# A glyph that is drawn for two characters is extracted as the one that was drawn first.
EXTRACTED_AS: dict[int, str | None] = {
    **dict.fromkeys((0x200B, 0x2060)),
    0x00A0: " ",
    0x00AD: "-",
    0x2010: "-",
}


def correct_extraction(pdf: Any, pages: list[Page]) -> None:
    """Tell divisions from hyphens in *pdf*, of which these are the painted *pages*.

    The bookmarks, which no line ends in, have ordinary spaces.
    """
    first = object_at(pdf, pdf.page_references[0])
    references = object_at(pdf, object_at(pdf, first["Resources"])["Font"])
    fonts = {name: _Font(pdf, reference) for name, reference in references.items()}
    endings = _endings(pages)
    for page in pages:
        _mark_endings(page, endings, fonts)
    for font in fonts.values():
        font.write()
    for entry in pdf.objects:
        if isinstance(entry, dict) and "Dest" in entry and "Title" in entry:
            entry["Title"] = pydyf.String(danish.plain(entry["Title"].string))


def _endings(pages: list[Page]) -> dict[Box, bool]:
    """The last boxes of the lines that end inside a word, and whether a hyphen was added there."""
    endings: dict[Box, bool] = {}
    paragraphs: dict[Any, _Paragraph] = {}
    for page in pages:
        for line in weasyprint_internals.lines(page.box):
            element = weasyprint_internals.element(line)
            if element not in paragraphs:
                paragraphs[element] = _Paragraph(_text(element))
            endings |= paragraphs[element].follow(line)
    return endings


class _Paragraph:
    """The text of an element, and how far the lines that it was laid out in were followed."""

    def __init__(self, text: str) -> None:
        self._text, self._end = text, 0
        self._last: Box = None
        self._hyphenated = False

    def follow(self, line: Box) -> dict[Box, bool]:
        """The end of the line before *line*, if that was inside a word, and whether hyphenated.

        What CSS has changed, as by `text-transform`, isn't followed any further.
        """
        if not (pieces := list(weasyprint_internals.texts(line))):
            return {}
        shown = "".join(map(weasyprint_internals.text, pieces))
        hyphen = weasyprint_internals.hyphen(line)
        start = self._end + self._text.startswith(" ", self._end)
        inside = {self._last: self._hyphenated} if 0 < start == self._end else {}
        self._hyphenated = not self._text.startswith(shown, start)
        shown = shown.removesuffix(hyphen) if self._hyphenated else shown
        if not self._text.startswith(shown, start):
            self._text, self._end = "", 0
            return {}
        self._end, self._last = start + len(shown), pieces[-1]
        return inside


def _text(element: Any) -> str:
    """The text of an HTML element in one line."""
    return re.sub(r"[ \t\n\r\f]+", " ", "".join(_pieces(element))).strip(" ")


def _pieces(element: Any) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        around = "" if child.tag in INLINE else " "
        yield from (around, *_pieces(child), around, child.tail or "")


INLINE = frozenset(
    "a abbr b cite code del dfn em i ins kbd mark q s samp small span strong".split()
)


def _mark_endings(page: Page, endings: dict[Box, bool], fonts: dict[str, "_Font"]) -> None:
    """Let the last glyph of each line of *page* that ends inside a word say so."""
    inside = {mcid: endings[box] for box, mcid in page.marks.items() if box in endings}
    for mcid, places in weasyprint_internals.text_places(page).items():
        for place, font in reversed(places if mcid in inside else ()):
            if len(parts := _LAST_GLYPH.split(page.stream[place])) == 3:
                before, glyph, after = parts
                copy = fonts[font].copy(int(glyph, 16), hyphen=inside[mcid])
                shown = _REPLACED if inside[mcid] else b"%s%04x%s"
                page.stream[place] = shown % (before, copy, after)
                break


# The last glyph that an operator shows, as four digits: `[<0024003a> -20 <0011>] TJ`. Behind it are
# numbers and empty strings at most.
_LAST_GLYPH = re.compile(rb"([0-9a-f]{4})(?=>[^<]*(?:<>[^<]*)*\] TJ$)")
# The same operator in two, of which the second shows that glyph, and says that it is a U+00AD
# (ISO 32000-1, 14.9.4).
_REPLACED = b"%s>] TJ\n/Span <</ActualText <feff00ad>>> BDC\n[<%04x%s\nEMC"


class _Font:
    """A font of the PDF, whose glyphs can have copies that stand for another text."""

    def __init__(self, pdf: Any, reference: bytes) -> None:
        font = object_at(pdf, reference)
        self._pdf = pdf
        self._descendant = object_at(pdf, font["DescendantFonts"][0])
        self._to_unicode = object_at(pdf, font["ToUnicode"])
        matches = filter(None, map(_BFCHAR.fullmatch, self._to_unicode.stream))
        self._texts = {
            int(match[1], 16): bytes.fromhex(match[2].decode()).decode("utf-16-be")
            for match in matches
        }
        self._widths = _widths(self._descendant["W"])
        self._first_copy = max(self._widths, default=0) + 1
        self._copies: dict[tuple[int, str], int] = {}

    def copy(self, glyph: int, *, hyphen: bool) -> int:
        """The number of a copy of *glyph*, for a *hyphen* or, if it is none, for it and U+00AD."""
        text = HYPHEN if hyphen else self._texts[glyph] + SOFT_HYPHEN
        return self._copies.setdefault((glyph, text), self._first_copy + len(self._copies))

    def write(self) -> None:
        """Write what each glyph stands for, and which is a copy of which (ISO 32000-1, 9.7.4.2)."""
        self._write_to_unicode()
        if not self._copies:
            return
        glyphs = {copy: glyph for (glyph, _), copy in self._copies.items()}
        for copy, glyph in glyphs.items():
            self._descendant["W"] += (copy, pydyf.Array([self._widths[glyph]]))
        numbers = (glyphs.get(cid, cid).to_bytes(2, "big") for cid in range(max(glyphs) + 1))
        mapping = pydyf.Stream([b"".join(numbers)], compress=self._to_unicode.compress)
        self._pdf.add_object(mapping)
        self._descendant["CIDToGIDMap"] = mapping.reference

    def _write_to_unicode(self) -> None:
        """Write the map to Unicode anew, in lists of 100 at most (Adobe's Technical Note 5014)."""
        lines = self._to_unicode.stream
        start = next(n for n, line in enumerate(lines) if line.endswith(b"beginbfchar"))
        end = lines.index(b"endcmap")
        texts = {glyph: text.translate(EXTRACTED_AS) for glyph, text in self._texts.items()}
        texts |= {copy: text for (_, text), copy in self._copies.items()}
        written = [
            b"<%04x> <%s>" % (glyph, text.encode("utf-16-be").hex().encode())
            for glyph, text in texts.items()
        ]
        batches = (written[n : n + 100] for n in range(0, len(written), 100))
        lines[start:end] = [
            line
            for batch in batches
            for line in (b"%d beginbfchar" % len(batch), *batch, b"endbfchar")
        ]


# A line of the map to Unicode: the number of a glyph, and its text in UTF-16.
_BFCHAR = re.compile(rb"<([0-9a-f]{4})> <([0-9a-f]*)>")


def _widths(written: Any) -> dict[int, Any]:
    """The width of each glyph, from lists that each begin with the number of their first."""
    starts = zip(written[::2], written[1::2], strict=True)
    return {start + n: width for start, widths in starts for n, width in enumerate(widths)}
