"""Where pages end, on plans of all kinds: nothing stands alone, and no page is left half empty."""

import random
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from support import layout
from support.project import REAL
from weasyprint.formatting_structure import boxes

from statusnote import note
from statusnote.note import Note
from statusnote.plan import loading, starter
from statusnote.plan.model import Block, Grant, Initiative, Plan, Section

pytestmark = pytest.mark.no_cover  # much of everything, which other tests hold

PLAN = loading.load(str(REAL)).plan
INITIATIVES = [initiative for section in PLAN.sections for initiative in section.initiatives]


# With 35, a row began with lists alone; with 70, with a paragraph of four lines and a list.
@pytest.mark.parametrize("seed", [*range(4), 35, 70])
def test_a_plan_made_at_random(seed: int) -> None:
    assert _faults(note.derive(_shuffled(random.Random(seed)))) == []


def test_the_real_plan() -> None:
    assert _faults(note.derive(PLAN)) == []


@pytest.mark.parametrize("turned", [5, 11, 18, 24])
def test_the_real_plan_in_another_order(turned: int) -> None:
    order = INITIATIVES[turned:] + INITIATIVES[:turned]
    assert _faults(note.derive(_plan([order[:9], order[9:18], order[18:]]))) == []


@pytest.mark.parametrize("step", [2, 3, 7])
def test_the_real_plan_without_some_initiatives(step: int) -> None:
    kept = [each for place, each in enumerate(INITIATIVES) if place % step]
    assert _faults(note.derive(_plan([kept[:8], kept[8:]]))) == []


@pytest.mark.parametrize("lines", range(8, 16))
def test_a_list_of_one_grant_that_ends_a_long_row(lines: int) -> None:
    lists = [Block.model_construct(grants=_grants(count)) for count in (20, lines, 1)]
    long = INITIATIVES[0].model_copy(update={"account": tuple(lists)})
    assert _faults(note.derive(_plan([[long, INITIATIVES[2]]]))) == []


@pytest.mark.parametrize("lines", range(12, 22))
@pytest.mark.parametrize("lead_ins", [0, 1])
def test_a_row_that_begins_with_a_list_of_long_items(lines: int, lead_ins: int) -> None:
    said = "Kommuner og regioner får råd om, hvordan de kan opspore og håndtere vold. " * 2
    begun = (
        *(Block.model_construct(paragraph=said),) * lead_ins,
        Block.model_construct(list=(said,) * 3),
    )
    filled = (Block.model_construct(grants=_grants(lines)),)
    rows = [
        INITIATIVES[2].model_copy(update={"account": filled}),
        INITIATIVES[0].model_copy(update={"account": begun + INITIATIVES[0].account}),
    ]
    assert _faults(note.derive(_plan([rows]))) == []


def test_one_cell_that_is_longer_than_three_pages() -> None:
    long = INITIATIVES[0].model_copy(update={"account": INITIATIVES[1].account * 9})
    assert _faults(note.derive(_plan([[long, INITIATIVES[2]]]))) == []


def test_a_list_of_milestones_stays_with_its_heading() -> None:
    told = PLAN.model_copy(update={"print_milestones": True})
    assert _faults(note.derive(told)) == []


def test_what_explains_the_codes_stands_on_one_page() -> None:
    text = starter.contents(example="action-plan")["data/initiatives.yaml"].decode()
    blocks = layout.blocks(layout.pages(note.derive(loading.read(text, "plan.yaml").plan)))
    lines = [block[0] for block in blocks]
    first = next(place for place, line in enumerate(lines) if line.text == "Forkortelser:")
    assert len({line.page for line in lines[first : first + 6]}) == 1


def test_a_title_that_is_longer_than_a_page_leaves_no_page_empty() -> None:
    long = INITIATIVES[0].model_copy(update={"title": "Et forsøg med rådgivning " * 60})
    pages = layout.pages(note.derive(_plan([[long, *INITIATIVES[1:3]]])))
    assert [page for page in pages[:-1] if _fill(page) < 2 / 3] == []


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
    pages = layout.pages(shown)
    faults, begun = [*_single_lines(pages), *_lists_apart(pages)], set()
    for number, page in enumerate(pages, start=1):
        rows = [box for box in page.descendants() if isinstance(box, boxes.TableRowBox)][1:]
        last = number == len(pages)
        if not last and rows[-1].element.get("class") == "section":
            faults.append(f"page {number} ends with a section title")
        if not last and _fill(page) < 2 / 3:
            faults.append(f"page {number} ends too early")
        for row in rows:
            lines = [_lines(cell) for cell in row.children]
            if row.element not in begun and 0 in lines:
                faults.append(f"page {number} has a row that begins with an empty cell")
            if row.element in begun and lines[-1] < 2:
                faults.append(f"page {number} begins with a single line")
            begun.add(row.element)
    return faults


def _single_lines(pages: list[Any]) -> list[str]:
    """Widows and orphans: single lines of a paragraph that the rest is on another page of."""
    faults = []
    for lines in layout.blocks(pages):
        counts = Counter(line.page for line in lines)
        if len(counts) > 1:
            alone = [page for page, count in counts.items() if count == 1]
            faults += [f"page {page} has a single line of »{lines[0].text}«" for page in alone]
    return faults


def _lists_apart(pages: list[Any]) -> Iterator[str]:
    """Lists that begin on another page than the paragraph before them ends on."""
    blocks = layout.blocks(pages)
    for before, block in pairwise(blocks):
        tags = before[-1].element.tag, block[0].element.tag
        if tags == ("p", "li") and before[-1].page != block[0].page:
            yield f"page {block[0].page} begins with the list of »{before[-1].text}«"


def _fill(page: Any) -> float:
    """How much of the room between the margins of *page* is used."""
    tables: Iterator[Any] = (box for box in page.descendants() if isinstance(box, boxes.TableBox))
    bottom = max(float(table.position_y + table.height) for table in tables)
    return (bottom - float(page.margin_top)) / float(page.height)


def _lines(box: Any) -> int:
    if isinstance(box, boxes.LineBox):
        return 1
    return sum(map(_lines, getattr(box, "children", ())))
