"""The lines that WeasyPrint has divided texts into, kept for when it is to divide them again.

A note is made time and again, most of whose texts are as they were, and has many of them twice.
A quarter of the time for a note that is made again would go into having Pango set them anew.

By private parts of WeasyPrint 70.0: `split_first_line`, which gives the first line of a text, and
what that depends on.
"""

from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy
from hashlib import blake2b
from typing import Any

from weasyprint.css.functions import check_math
from weasyprint.layout import inline, preferred
from weasyprint.text.fonts import FontConfiguration

MOST = 10_000  # lines that are kept, which take some 7 MB; the oldest are left out

# What a line depends on, of its style.
PROPERTIES = (
    *("direction", "font_family", "font_feature_settings", "font_kerning"),
    *("font_language_override", "font_size", "font_stretch", "font_style"),
    *("font_variant_alternates", "font_variant_caps", "font_variant_east_asian"),
    *("font_variant_ligatures", "font_variant_numeric", "font_variant_position"),
    *("font_variation_settings", "font_weight", "hyphenate_character", "hyphenate_limit_chars"),
    *("hyphenate_limit_zone", "hyphens", "lang", "letter_spacing", "overflow_wrap", "tab_size"),
    *("text_decoration_line", "white_space", "word_break", "word_spacing"),
)


class Fonts(FontConfiguration):  # type: ignore[misc] # WeasyPrint has no types
    """The fonts of one note, which knows what it was told of their faces."""

    def __init__(self) -> None:
        super().__init__()
        self.faces: list[str] = []

    def add_font_face(self, rule_descriptors: Any, url_fetcher: Any) -> None:
        """Add a face, as a rule of a style sheet describes it."""
        super().add_font_face(rule_descriptors, url_fetcher)
        self.faces.append(str(rule_descriptors))


@contextmanager
def kept(fonts: Fonts) -> Iterator[None]:
    """While it lasts, a text in these *fonts* is divided once; others are divided as ever."""

    def first_line(text: str, style: Any, *others: Any, **named: Any) -> tuple[Any, ...]:
        if style.font_config is not fonts or _decisive(style) is None:
            return tuple(divided(text, style, *others, **named))
        layout, *measures = _first_line(text, style, *others, **named)
        return copy(layout), *measures  # which is written to, where a line is cut off

    before = inline.split_first_line
    inline.split_first_line = preferred.split_first_line = first_line
    try:
        yield
    finally:
        inline.split_first_line = preferred.split_first_line = before


divided = inline.split_first_line
_lines: OrderedDict[tuple[Any, ...], tuple[Any, ...]] = OrderedDict()


def _first_line(
    text: str,
    style: Any,
    context: Any,
    width: float | None,
    spacing: float,
    is_line_start: bool = True,
    minimum: bool = False,
) -> tuple[Any, ...]:
    """What `split_first_line` gives, with the same arguments, or gave at an earlier time."""
    key = (_hash(text), _decisive(style), width, spacing, is_line_start, minimum)
    if key not in _lines:
        _lines[key] = divided(text, style, context, width, spacing, is_line_start, minimum)
        if len(_lines) > MOST:
            _lines.popitem(last=False)
    return _lines[key]


def forget() -> None:
    """Keep no line, as of a note with which something was wrong, perhaps with its fonts."""
    _lines.clear()


def _decisive(style: Any) -> Any:
    """A hash of what a line depends on of its *style* and its fonts, made once for each style.

    None where a value is yet to be worked out from others that aren't among these.
    """
    if not hasattr(style, "decisive"):
        values = [style[name] for name in PROPERTIES]
        is_open = any(map(check_math, values))
        style.decisive = None if is_open else _hash(str([style.font_config.faces, *values]))
    return style.decisive


def _hash(text: str) -> bytes:
    return blake2b(text.encode(), digest_size=16).digest()
