"""A row that breaks across pages says so: it isn't closed, and is named where it goes on."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from statusnote.render.pdf import weasyprint_internals
from statusnote.render.pdf.weasyprint_internals import Box

CONTINUED = "(fortsat)"


def reminders(pages: list[Box]) -> dict[int, list[Box]]:
    """The texts that name the rows which go on at the top of a page, by the page, from 0.

    They are the first words of the row's header, on one line, and a word below that the row is
    continued. Where the header itself goes on, there is none. As a side effect, a row that goes on
    has no rule below it.
    """
    texts: dict[int, list[Box]] = defaultdict(list)
    headers: dict[Any, Box] = {}
    for number, (page, following) in enumerate(pairwise(pages), start=1):
        before = {weasyprint_internals.source(row): row for row in weasyprint_internals.rows(page)}
        for row in weasyprint_internals.rows(following):
            source = weasyprint_internals.source(row)
            if source is not None and source in before:
                weasyprint_internals.leave_open(before[source])
                header = headers.setdefault(source, before[source].children[0])
                texts[number] += _reminder(header, row)
    return texts


def _reminder(header: Box, row: Box) -> Iterator[Box]:
    """What is to stand in the first cell of *row*, which goes on from a row with this *header*."""
    cell = row.children[0]
    lines = list(weasyprint_internals.lines(header))
    goes_on = any(weasyprint_internals.lines(cell))
    if goes_on or not lines or not weasyprint_internals.is_header_cell(header):
        return
    like, *_ = pieces = list(weasyprint_internals.texts(lines[0]))
    x = cell.content_box_x()
    y = cell.content_box_y() + like.position_y - header.content_box_y()
    words = "".join(map(weasyprint_internals.text, pieces)).strip(" ")
    named = weasyprint_internals.grey_text(like, words, x, y)
    if len(lines) > 1:
        named = _first_words(named, weasyprint_internals.hyphen(lines[0]), cell.width)
    yield named
    yield weasyprint_internals.grey_text(like, CONTINUED, x, y + lines[0].height)


def _first_words(line: Box, hyphen: str, width: float) -> Box:
    """The whole words of a *line* of which more follows, as many as find room in *width*."""
    words = weasyprint_internals.text(line).split(" ")
    if words[-1].endswith(hyphen) and len(words) > 1:
        del words[-1]
    while True:
        said = f"{' '.join(words).removesuffix(hyphen)} …"
        shortened = weasyprint_internals.grey_text(line, said, line.position_x, line.position_y)
        if shortened.width <= width or len(words) == 1:
            return shortened
        del words[-1]
