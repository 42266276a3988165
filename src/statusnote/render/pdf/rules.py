"""The rules of the tables: thin lines, of one weight wherever they stand on a screen.

WeasyPrint fills them as rectangles, of which viewers make one or two pixels, light or dark, as they
come. They are stroked instead, and lie on the pixels of a page that is shown at 100 %.
"""

from collections.abc import Iterator
from math import floor

from statusnote.render.pdf import weasyprint_internals
from statusnote.render.pdf.weasyprint_internals import Box, Frame, Rule

WIDEST = 1.4  # pixels of CSS, about a point; what is wider looks the same everywhere


def taken_over(page: Box) -> list[Rule]:
    """The rules of the tables on a *page*, which WeasyPrint then doesn't draw any more."""
    frames = weasyprint_internals.take_frames(page, WIDEST)
    return [rule for frame in frames for rule in _rules(frame)]


def _rules(frame: Frame) -> Iterator[Rule]:
    """The sides of *frame* that have a width, from corner to corner.

    A side without one ends where the rule of a neighbour is: of the cell at the left or above, or,
    for a whole table, of the cells in it.
    """
    top, right, bottom, left = frame.widths
    width = max(frame.widths)
    missing = width / 2 if frame.is_table else -width / 2
    x_left = _on_pixel(frame.x + (left / 2 or missing))
    x_right = _on_pixel(frame.x + frame.width - (right or width) / 2)
    y_top = _on_pixel(frame.y + (top / 2 or missing))
    y_bottom = _on_pixel(frame.y + frame.height - (bottom or width) / 2)
    corners = ((x_left, y_top), (x_right, y_top), (x_right, y_bottom), (x_left, y_bottom))
    for side, thick in enumerate(frame.widths):
        if thick:
            start, end = sorted((corners[side], corners[(side + 1) % 4]))
            yield Rule(start, end, thick, frame.colours[side])


def _on_pixel(place: float) -> float:
    """The middle of the pixel that *place* is on."""
    return floor(place) + 0.5
