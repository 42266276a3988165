"""Where pages end, on plans made at random: no row starts with an empty cell, no title strands."""

import random
from collections.abc import Iterator
from typing import Any

import pytest
from conftest import REAL
from weasyprint import CSS, HTML
from weasyprint.formatting_structure import boxes

from statusnote import loading, note
from statusnote.model import Block, Grant, Initiative, Plan, Section
from statusnote.note import Note
from statusnote.render.html import html
from statusnote.render.hyphenation import use_house_divisions
from statusnote.render.pdf import FACES, STYLE, PackagedFonts, no_system_fonts
from statusnote.render.templates import Templates

PLAN = loading.load(str(REAL)).plan
PAGE_HEIGHT = 297 / 25.4 * 96
INITIATIVES = [initiative for section in PLAN.sections for initiative in section.initiatives]


@pytest.mark.parametrize("seed", range(4))
def test_a_plan_made_at_random(seed: int) -> None:
    assert _faults(note.derive(_shuffled(random.Random(seed)))) == []


def test_the_real_plan() -> None:
    assert _faults(note.derive(PLAN)) == []


def test_one_cell_that_is_longer_than_three_pages() -> None:
    long = INITIATIVES[0].model_copy(update={"account": INITIATIVES[1].account * 9})
    assert _faults(note.derive(_plan([[long, INITIATIVES[2]]]))) == []


def _shuffled(chance: random.Random) -> Plan:
    """A plan of the real plan's titles and paragraphs, and of lists of grants, in any order."""
    return _plan([[_any_initiative(chance) for _ in range(8)] for _ in range(4)] + [[]])


def _any_initiative(chance: random.Random) -> Initiative:
    blocks = [block for initiative in INITIATIVES for block in initiative.account]
    lists = [Block.model_construct(grants=_grants(count)) for count in (1, 2, 3, 5, 20)]
    account = chance.choices(blocks, k=chance.choice([0, 1, 2, 3, 5, 7])) + chance.choices(lists)
    chance.shuffle(account)
    return chance.choice(INITIATIVES).model_copy(update={"account": tuple(account)})


def _grants(count: int) -> tuple[Grant, ...]:
    known = [g for initiative in INITIATIVES for b in initiative.account for g in b.grants]
    return tuple((known * 2)[:count])


def _plan(sections: list[list[Initiative]]) -> Plan:
    titles = [section.title for section in PLAN.sections] * 2
    made = [
        Section.model_construct(title=title, initiatives=tuple(initiatives))
        for title, initiatives in zip(titles, sections, strict=False)
    ]
    return PLAN.model_copy(update={"sections": tuple(made)})


def _faults(shown: Note) -> list[str]:
    pages = _pages(shown)
    faults, begun = [], set()
    for number, page in enumerate(pages, start=1):
        rows = [box for box in page.descendants() if isinstance(box, boxes.TableRowBox)][1:]
        last = number == len(pages)
        if not last and rows[-1].element.get("class") == "section":
            faults.append(f"page {number} ends with a section title")
        if not last and _bottom(page) < 0.6 * PAGE_HEIGHT:
            faults.append(f"page {number} ends too early")
        for row in rows:
            lines = [_lines(cell) for cell in row.children]
            if row.element not in begun and 0 in lines:
                faults.append(f"page {number} has a row that begins with an empty cell")
            if row.element in begun and lines[-1] < 2:
                faults.append(f"page {number} begins with a single line")
            begun.add(row.element)
    return faults


def _pages(shown: Note) -> list[Any]:
    use_house_divisions()
    fonts, fetcher, templates = no_system_fonts(), PackagedFonts(), Templates.found(None)
    sheets = [
        CSS(string=sheet, font_config=fonts, url_fetcher=fetcher)
        for sheet in (FACES, templates.read(STYLE))
    ]
    document = HTML(string=html(shown, templates), url_fetcher=fetcher)
    return [page._page_box for page in document.render(stylesheets=sheets, font_config=fonts).pages]


def _bottom(page: Any) -> float:
    tables: Iterator[Any] = (box for box in page.descendants() if isinstance(box, boxes.TableBox))
    return max(float(table.position_y + table.height) for table in tables)


def _lines(box: Any) -> int:
    if isinstance(box, boxes.LineBox):
        return 1
    return sum(map(_lines, getattr(box, "children", ())))
