"""Lets the PDF tell of each font what the font itself says."""

from functools import lru_cache, partial
from hashlib import sha256
from io import BytesIO
from typing import Any

import fontTools
import pydyf
from fontTools.ttLib import TTFont, newTable

from statusnote import cache
from statusnote.render.pdf.weasyprint_internals import object_at


def correct_font_descriptors(pdf: Any) -> None:
    """Give each font of *pdf* its own name and measures, for who shows or edits it without them.

    Its name there is PostScript's, behind the six letters that say that it is a part of the font.
    Sources: ISO 32000-1, 9.6.4 and 9.8.1; ascents are without accents, and measures in thousandths.
    """
    for font in [entry for entry in pdf.objects if _is_composite(entry)]:
        descendant = object_at(pdf, font["DescendantFonts"][0])
        descriptor = object_at(pdf, descendant["FontDescriptor"])
        file = object_at(pdf, descriptor["FontFile2"])
        with TTFont(BytesIO(b"".join(file.stream)), lazy=True) as tables:
            part, _, _ = descriptor["FontName"].partition(b"+")
            name = part + b"+" + _postscript_name(tables.reader["name"])
            font["BaseFont"] = descendant["BaseFont"] = descriptor["FontName"] = name
            descriptor |= _measures(tables)


def _is_composite(entry: Any) -> bool:
    return isinstance(entry, dict) and "DescendantFonts" in entry


@lru_cache(maxsize=12)
def _postscript_name(names: bytes) -> bytes:
    """The name that a font has in PostScript, of its table of *names*, as UTF-8.

    fontTools loads half of itself to read that, so that it is kept for the next start.
    """
    of = (fontTools.version, sha256(names).hexdigest())
    return cache.made("name", of, partial(_read_name, names))


def _read_name(names: bytes) -> bytes:
    table = newTable("name")
    table.decompile(names, None)
    return bytes(table.getDebugName(POSTSCRIPT).encode())


POSTSCRIPT = 6  # the number of that name (OpenType 1.9.1, »name«, Name IDs)


def _measures(font: TTFont) -> dict[str, Any]:
    head, metrics = font["head"], font["OS/2"]
    in_thousandths = 1000 / head.unitsPerEm
    ascent, descent, capital, *corners = (
        round(measure * in_thousandths)
        for measure in (
            *(metrics.sTypoAscender, metrics.sTypoDescender, metrics.sCapHeight),
            *(head.xMin, head.yMin, head.xMax, head.yMax),
        )
    )
    return {
        "Ascent": ascent,
        "Descent": descent,
        "CapHeight": capital,
        "FontBBox": pydyf.Array(corners),
        "ItalicAngle": round(font["post"].italicAngle),
    }
