"""What must be true of the structure of a note's PDF: one function for each property."""

import re
from collections.abc import Callable, Iterator
from itertools import zip_longest
from typing import Any

from support.tags import Element, Mark, ObjectReference, Tagged

from statusnote.note import Note, Row
from statusnote.plan.scalars import Number
from statusnote.reading import inline


def check_the_parts(pdf: Tagged, note: Note) -> None:
    """One document, and in it the parts of the note, of which the plan is one table."""
    news = [part for news in note.news for part in ["H2", "P", *["Table"] * len(news.tables)]]
    head = ["P"] * len((*note.stamps, *note.head))
    before = [*head, "H1", *["P"] * len(note.introduction), *news]
    legends = ["P", "L"] * len(note.legends)
    parts = [*before, *["H2", "Table"] * len(note.overviews), "Table", *legends]
    found = [(top.role, [element.role for element in top.elements]) for top in pdf.tops]
    assert found == [("Document", parts)]


def check_the_rows(pdf: Tagged, note: Note) -> None:
    """One head, one body for each section, and in it one row for its title and each initiative."""
    row = [("TH", 1), ("TD", 1), ("TD", 1)]
    head = ("THead", [[("TH", 1)] * 3])
    expected = [head] + [
        ("TBody", [*[[("TD", 3)]] * len(section.titles), *[row] * len(section.rows)])
        for section in note.sections
    ]
    assert _skeleton(_plan(pdf, note)) == expected
    news = [
        [("THead", [[("TH", 1)] * 2]), ("TBody", [[("TH", 1), ("TD", 1)]] * len(rows))]
        for news in note.news
        for rows in news.tables
    ]
    overviews = [[head, ("TBody", [row] * len(rows))] for rows in note.overviews]
    before = _tables(pdf)[: _count_before(note)]
    assert [_skeleton([table]) for table in before] == news + overviews


def _skeleton(tables: list[Element]) -> list[Any]:
    return [
        (group.role, [[(cell.role, cell.span) for cell in row.elements] for row in group.elements])
        for table in tables
        for group in table.elements
    ]


def _tables(pdf: Tagged) -> list[Element]:
    return [element for element in pdf.elements if element.role == "Table"]


def _plan(pdf: Tagged, note: Note) -> list[Element]:
    """The table of the plan, or the tables where it is split."""
    return _tables(pdf)[_count_before(note) :]


def _count_before(note: Note) -> int:
    """How many tables stand before that of the plan."""
    return sum(len(news.tables) for news in note.news) + len(note.overviews)


def check_the_grid(pdf: Tagged, _: Note) -> None:
    """Every row has as many columns as its table, spans counted (ISO 14289-1, 7.5)."""
    wrong = [
        (row.text, columns)
        for table in _tables(pdf)
        for row in table.having("TR")
        if (columns := sum(cell.span for cell in row.elements)) != _columns(table)
    ]
    assert wrong == []


def _columns(table: Element) -> int:
    return max(len(row.elements) for row in table.having("TR"))


def check_the_text(pdf: Tagged, note: Note) -> None:
    """Each paragraph, title, item and cell says what the note says, and in its order."""
    found = [block for top in pdf.tops for block in _blocks(top)]
    said = [
        (role, text if follows(text or "", pieces or []) else "".join(pieces or []))
        for (role, pieces), (_, text) in zip_longest(found, _texts(note), fillvalue=("", None))
    ]
    assert said == list(_texts(note))


def _blocks(element: Element) -> Iterator[tuple[str, list[str]]]:
    """The role of what holds text and is no part of a paragraph, and the pieces of its text."""
    holds_text = any(isinstance(kid, Mark) or _is_span(kid) for kid in element.kids)
    if holds_text or element.role in ("P", "TH", "LBody", "H1", "H2"):
        yield element.role, [mark.text for mark in element.marks]
    else:
        for each in element.elements:
            yield from _blocks(each)


def _is_span(kid: object) -> bool:
    return isinstance(kid, Element) and kid.role == "Span"


def _texts(note: Note) -> Iterator[tuple[str, str]]:
    yield from (("P", stamp) for stamp in note.stamps)
    yield from (("P", f"{line.label}: {line.text}") for line in note.head)
    yield "H1", note.title
    yield from (("P", inline.plain(paragraph)) for paragraph in note.introduction)
    yield from _texts_of_news(note)
    yield from _texts_of_overviews(note)
    yield from (("TH", title) for title in note.terms.columns)
    for section in note.sections:
        yield from (("H2", title) for title in section.titles)
        for row in section.rows:
            yield from [("TH", _heading(row)), ("TD", row.ministry_codes)]
            yield from _texts_of_status(row)
    for legend in note.legends:
        yield "P", f"{legend.label}:"
        yield from (("LBody", line) for line in legend.lines)


def _texts_of_overviews(note: Note) -> Iterator[tuple[str, str]]:
    for rows in note.overviews:
        yield "H2", "Overblik"
        yield from (("TH", title) for title in _overview_head(note))
        for row in rows:
            yield from [("TH", row.status), ("TD", str(row.count)), ("TD", row.parties)]


def _overview_head(note: Note) -> tuple[str, ...]:
    return "Status", note.terms.counted, note.terms.columns[1]


NEWS_HEAD = ("Initiativ", "Ændring")
NEWS = "Ændringer siden sidst"


def _texts_of_news(note: Note) -> Iterator[tuple[str, str]]:
    for news in note.news:
        yield from [("H2", NEWS), ("P", news.sum)]
        for rows in news.tables:
            yield from (("TH", title) for title in NEWS_HEAD)
            for row in rows:
                yield from [("TH", row.heading), ("P", row.sentence)]
                yield from (("P", sentence) for sentence in row.more)


def _heading(row: Row) -> str:
    return " ".join([row.heading, *(f"({mark})" for mark in row.marks)])


def _texts_of_status(row: Row) -> Iterator[tuple[str, str]]:
    yield from (("P", sentence) for sentence in row.status_sentences)
    for part in row.account:
        yield from (("P", inline.plain(paragraph)) for paragraph in part.paragraphs)
        for items in part.bullet_lists:
            for item in items:
                yield from (("Lbl", "•"), ("LBody", inline.plain(item)))
        for items in part.numbered_lists:
            for number, item in enumerate(items, start=1):
                yield from (("Lbl", f"{number}."), ("LBody", inline.plain(item)))
        for grants in (*part.grant_lists, *part.summed_lists):
            yield from (("LBody", f"{grant.recipient}: {grant.amount}") for grant in grants)
    for listed in row.lists:
        yield "P", f"{listed.label}:"
        yield from (("LBody", line) for line in listed.lines)


def follows(text: str, pieces: list[str]) -> bool:
    """Whether *pieces*, between which a line may end, say *text*."""
    rest = _plain(text)
    for piece in map(_plain, pieces):
        if not rest.startswith(piece):
            return False
        rest = rest[len(piece) :].lstrip()
    return not rest


def _plain(text: str) -> str:
    """A text with ordinary spaces, and without what says that a word goes on, or may be broken."""
    return re.sub("[\u00ad\u2060]", "", text).replace("\u00a0", " ").strip()


def check_the_ministries(pdf: Tagged, note: Note) -> None:
    """Each code says what it stands for."""
    names = [[(code, note.ministries[code]) for code in row.parties] for row in note.rows]
    found = [
        [
            ("".join(_plain(mark.text) for mark in each.marks), _plain(each.expansion))
            for each in cell.elements
        ]
        for _, cell, _ in _initiatives(pdf, note)
    ]
    assert found == names
    assert {each.role for _, cell, _ in _initiatives(pdf, note) for each in cell.elements} <= {
        "Span"
    }


def _initiatives(pdf: Tagged, note: Note) -> list[tuple[Element, ...]]:
    """The cells of the rows of initiatives."""
    rows = [row for table in _plan(pdf, note) for row in table.having("TR")]
    return [
        row.elements for row in rows if [cell.role for cell in row.elements] == ["TH", "TD", "TD"]
    ]


def check_the_cells(pdf: Tagged, note: Note) -> None:
    """A section's cell holds its title; an initiative's last one, paragraphs and lists."""
    sections = [
        [each.role for each in row.elements[0].elements]
        for table in _plan(pdf, note)
        for row in table.having("TR")
        if len(row.elements) == 1
    ]
    assert sections == [["H2"] for section in note.sections for _ in section.titles]
    found = [list(map(_content, cell.elements)) for _, _, cell in _initiatives(pdf, note)]
    assert found == [list(_expected_content(row)) for row in note.rows]


def _content(element: Element) -> object:
    if element.role != "L":
        return element.role
    items = [(item.role, [body.role for body in item.elements]) for item in element.elements]
    return (element.numbering or "None", items)


def _expected_content(row: Row) -> Iterator[object]:
    yield from ["P"] * len(row.status_sentences)
    for part in row.account:
        yield from ["P"] * len(part.paragraphs)
        yield from (_items(len(items), "Disc") for items in part.bullet_lists)
        yield from (_items(len(items), "Decimal") for items in part.numbered_lists)
        lists = (*part.grant_lists, *part.summed_lists)
        yield from (_items(len(grants)) for grants in lists)
    for listed in row.lists:
        yield from ["P", _items(len(listed.lines))]


def _items(count: int, numbering: str = "None") -> object:
    parts = ["LBody"] if numbering == "None" else ["Lbl", "LBody"]
    return (numbering, [("LI", parts)] * count)


def check_the_links(pdf: Tagged, note: Note) -> None:
    """Each link is one element of a text or a header, whose annotations all lead where it does."""
    targets = {each.number: each.uri for each in pdf.annotations}
    links = [
        link
        for element in pdf.elements
        if element.role in ("P", "LBody", "TH")
        for link in element.descendants()
        if link.role == "Link"
    ]
    assert len(links) == len([element for element in pdf.elements if element.role == "Link"])
    found = [
        {targets.get(kid.number, "") for kid in link.kids if isinstance(kid, ObjectReference)}
        for link in links
    ]
    assert found == [{href} for href in _hrefs(note)]


def _hrefs(note: Note) -> Iterator[str]:
    accounts = [
        text
        for row in note.rows
        for part in row.account
        for texts in (part.paragraphs, *part.bullet_lists, *part.numbered_lists)
        for text in texts
    ]
    yield from (href for paragraph in note.introduction for href in _hrefs_in(paragraph))
    for rows in (rows for news in note.news for rows in news.tables):
        yield from (f"#{_place(number)}" for row in rows for number in row.places)
    yield from (href for paragraph in accounts for href in _hrefs_in(paragraph))


def _hrefs_in(paragraph: inline.Paragraph) -> Iterator[str]:
    return (span.href for span in paragraph if span.kind == "link_open")


def _place(number: Number) -> str:
    return f"initiativ-{number}"


def check_the_places(pdf: Tagged, note: Note) -> None:
    """Each initiative has a name that leads where its bookmark does, and nothing else has one.

    The names are in order (ISO 32000-1, 7.9.6).
    """
    sections = pdf.outline[len(note.news) + len(note.overviews) :]
    with_titles = any(section.titles for section in note.sections)
    entries = [[*section.below] if with_titles else [section] for section in sections]
    pages = [entry.page for section in entries for entry in section]
    names = [_place(row.number) for row in note.rows]
    assert list(pdf.places) == sorted(zip(names, pages, strict=True))


def check_the_scopes(pdf: Tagged, _: Note) -> None:
    """Each header cell says whether it heads a column or a row."""
    groups = [group for table in _tables(pdf) for group in table.elements]
    scopes = {group.number: "Column" if group.role == "THead" else "Row" for group in groups}
    wrong = [
        (cell.text, cell.scope)
        for group in groups
        for cell in group.having("TH")
        if cell.scope != scopes[group.number]
    ]
    assert wrong == []


def check_the_ids(pdf: Tagged, _: Note) -> None:
    """The IDTree leads, in order, to each header cell, and nowhere else (ISO 32000-1, 14.7.2)."""
    cells = [(each.id, each.number) for each in pdf.elements if each.role == "TH" or each.id]
    assert [cell for cell in cells if not cell[0]] == []
    assert len({each for each, _ in cells}) == len(cells)
    assert list(pdf.ids) == sorted(cells)


def check_the_headers(pdf: Tagged, _: Note) -> None:
    """Each cell names its headers: its row's, and its columns' (ISO 32000-1, 14.8.5.7)."""
    wrong = [
        (cell.text, cell.headers, expected)
        for table in _tables(pdf)
        for row in table.having("TR")
        for cell, expected in _headers(row, _column_ids(table))
        if cell.headers != expected
    ]
    assert wrong == []


def _column_ids(table: Element) -> list[str]:
    heads = [group for group in table.elements if group.role == "THead"]
    return [cell.id for group in heads for cell in group.having("TH")]


def _headers(row: Element, columns: list[str]) -> Iterator[tuple[Element, tuple[str, ...]]]:
    names, place = [cell.id for cell in row.elements if cell.role == "TH"], 0
    for cell in row.elements:
        above = columns[place : place + cell.span]
        place += cell.span
        in_head = cell.id in columns and cell.role == "TH"
        beside = names if cell.role == "TD" else []
        yield cell, () if in_head else (*beside, *above)


def check_parts_are_in_order(pdf: Tagged, _: Note) -> None:
    """What breaks across lines and pages has its parts in the order in which they are painted."""
    places = _places(pdf)
    wrong = [
        (element.role, element.text)
        for element in pdf.elements
        if element.role not in ("Document", "Table", "TBody", "TR")
        and (order := [places[mark[:2]] for mark in element.marks if mark[:2] in places])
        != sorted(order)
    ]
    assert wrong == []


def _places(pdf: Tagged) -> dict[tuple[int, int], int]:
    return {mark[:2]: place for place, mark in enumerate(pdf.painted)}


def check_pages_are_painted_in_order(pdf: Tagged, _: Note) -> None:
    """What is read of a page stands in its content in the same order."""
    places = _places(pdf)
    read = [(mark.page, places[mark[:2]]) for mark in pdf.marks if mark[:2] in places]
    for page in range(1, len(pdf.pages) + 1):
        order = [place for number, place in read if number == page]
        assert order == sorted(order), f"page {page}"


def check_each_mark_is_read_once(pdf: Tagged, _: Note) -> None:
    """What is marked and no artifact is in one element (ISO 14289-1, 7.1), and has its own MCID."""
    painted = [mark[:2] for mark in pdf.painted]
    assert len(set(painted)) == len(painted), "an MCID is used twice on a page"
    read = [mark[:2] for mark in pdf.marks]
    assert sorted(set(painted) - set(read)) == []
    assert len(set(read)) == len(read), "an MCID is in two elements"


def check_each_mark_is_painted(pdf: Tagged, _: Note) -> None:
    """What an element holds is on the page that it says."""
    painted = {mark[:2] for mark in pdf.painted}
    assert [mark for mark in pdf.marks if mark[:2] not in painted] == []


def check_the_parent_tree(pdf: Tagged, _: Note) -> None:
    """It leads from the marks of each page to their elements (ISO 32000-1, 14.7.4.4)."""
    keys = [key for key, _ in pdf.parent_tree]
    assert keys == sorted(set(keys))
    entries, owners = dict(pdf.parent_tree), _owners(pdf)
    for number, page in enumerate(pdf.pages, start=1):
        entry = entries.get(-1 if page.parents is None else page.parents)
        assert isinstance(entry, tuple), f"page {number} has no entry"
        painted = {mark.mcid for mark in page.marks}
        expected = {mcid: owners.get((number, mcid)) for mcid in range(len(entry))}
        assert all((number, mcid) not in owners or mcid < len(entry) for mcid in painted)
        wrong = [
            mcid
            for mcid, owner in expected.items()
            if entry[mcid] != owner and (owner or mcid not in painted)
        ]
        assert wrong == [], f"page {number}"


def _owners(pdf: Tagged) -> dict[tuple[int, int], int]:
    return {
        kid[:2]: element.number
        for element in pdf.elements
        for kid in element.kids
        if isinstance(kid, Mark)
    }


def check_the_annotations(pdf: Tagged, _: Note) -> None:
    """Each leads to a link that refers to it, on its page (ISO 14289-1, 7.18.5)."""
    links = {element.number: element for element in pdf.elements if element.role == "Link"}
    entries = dict(pdf.parent_tree)
    for each in pdf.annotations:
        owner = entries.get(-1 if each.parent is None else each.parent)
        assert isinstance(owner, int), f"annotation {each.number} has no entry"
        assert owner in links, f"annotation {each.number} leads to no link"
        references = [kid for kid in links[owner].kids if isinstance(kid, ObjectReference)]
        assert ObjectReference(each.number, each.page) in references


def check_the_parents(pdf: Tagged, _: Note) -> None:
    """Each kid says whose it is."""
    wrong = [
        (element.role, kid.role)
        for element in pdf.elements
        for kid in element.elements
        if kid.parent != element.number
    ]
    assert wrong == []


def check_nothing_is_left_over(pdf: Tagged, _: Note) -> None:
    """No structure element of the file is out of reach, and none is reached twice."""
    reached = [element.number for element in pdf.elements]
    assert sorted(reached) == sorted(pdf.elements_in_file)


def check_nothing_is_unmarked(pdf: Tagged, _: Note) -> None:
    """All that is painted is content or an artifact (ISO 14289-1, 7.1)."""
    assert [(n, page.stray) for n, page in enumerate(pdf.pages, start=1) if page.stray] == []


def check_marks_are_nested(pdf: Tagged, _: Note) -> None:
    """Each mark ends where it must, and none is in another (ISO 32000-1, 14.6.1 and 14.8.2.2)."""
    wrong = [(n, page.misnested) for n, page in enumerate(pdf.pages, start=1) if page.misnested]
    assert wrong == []


def check_the_artifacts(pdf: Tagged, note: Note) -> None:
    """What stands on a page beside the text of the note is an artifact, and no other text.

    That is its label, the repeated head of a table, a draft's mark, and the names of rows that go
    on there, which come last.
    """
    for number, page in enumerate(pdf.pages, start=1):
        texts = [artifact for artifact in page.artifacts if artifact.text]
        assert {artifact.kind for artifact in texts} <= {"Pagination"}, f"page {number}"
        for title in reversed([*_going_on(pdf, number)]):
            *texts, named, continued = texts
            words = _plain(named.text).removesuffix(" …")
            assert words
            assert f"{title} ".startswith(f"{words} "), f"page {number} names {words}"
            assert _plain(continued.text) == "(fortsat)"
        said = re.sub(r"\s", "", _plain("".join(artifact.text for artifact in texts)))
        expected = [re.sub(r"\s", "", text) for text in _repeated(pdf, note, number)]
        assert sorted(said) == sorted("".join(expected)), f"page {number} says {said}"
        assert [text for text in expected if text not in said] == []


def _repeated(pdf: Tagged, note: Note, number: int) -> Iterator[str]:
    """What stands on a page beside the text of the note."""
    if note.draft:
        yield from ["UDKAST"] * min(number, 2)  # across the page, and above it but on the first
    if number > 1:
        yield f"Side {number}/{len(pdf.pages)}"
    plan = _plan(pdf, note)
    for table in _tables(pdf):
        first, last = table.marks[0].page, table.marks[-1].page
        if first < number <= last:
            yield "".join(note.terms.columns if table in plan else NEWS_HEAD)


def _going_on(pdf: Tagged, number: int) -> Iterator[str]:
    """The titles of the rows that go on at the top of a page, and whose title doesn't."""
    for row in (element for element in pdf.elements if element.role == "TR"):
        cells = list(row.elements)
        goes_on = {number - 1, number} <= {mark.page for mark in row.marks}
        named = cells[0].role == "TH" and number not in {mark.page for mark in cells[0].marks}
        if goes_on and named:
            yield _plain(cells[0].text)


def check_the_running_heads(pdf: Tagged, note: Note) -> None:
    """Each page label says that it is a header, and a draft's mark what it is (ISO 14289-1, 7.8).

    A table's repeated head is neither.
    """
    for number, page in enumerate(pdf.pages, start=1):
        kinds: dict[tuple[str, tuple[str, ...]], str] = {}
        for artifact in page.artifacts:
            kind = artifact.subtype, artifact.edges
            kinds[kind] = kinds.get(kind, "") + re.sub(r"\s", "", _plain(artifact.text))
        label = "".join(["UDKAST"] * note.draft + [f"Side{number}/{len(pdf.pages)}"])
        assert kinds.pop(("Header", ("Top",)), "") == (label if number > 1 else ""), (
            f"page {number}"
        )
        assert kinds.pop(("Watermark", ()), "") == ("UDKAST" if note.draft else "")
        assert set(kinds) <= {("", ())}


def check_the_catalog(pdf: Tagged, note: Note) -> None:
    """The language, the title and the order of tabbing (ISO 14289-1, 7.1, 7.2 and 7.18.3)."""
    found = (pdf.language, pdf.marked, pdf.title_is_shown, pdf.title)
    title = f"UDKAST: {note.title}" if note.draft else note.title
    assert found == ("da", True, True, title)
    assert {page.tabs for page in pdf.pages} == {"S"}


def check_the_outline(pdf: Tagged, note: Note) -> None:
    """Sections and, below each, initiatives, with the pages on which they begin."""
    news = sum(len(news.tables) for news in note.news)
    overviews = _tables(pdf)[news : _count_before(note)]
    unlisted = {each.number for table in overviews for each in table.descendants()}
    pages = [
        (each.role, each.marks[0].page)
        for each in pdf.elements
        if _is_listed(each) and each.number not in unlisted
    ]
    titles = [entry for section in _outline(note) for entry in section]
    expected = [(title, page) for (_, page), title in zip(pages, titles, strict=False)]
    assert len(pages) == len(titles)
    found = [[entry, *entry.below] for entry in pdf.outline]
    assert [(_plain(each.title), each.page) for section in found for each in section] == expected
    assert list(map(len, found)) == list(map(len, _outline(note)))


def _is_listed(element: Element) -> bool:
    return element.role == "H2" or element.scope == "Row"


def _outline(note: Note) -> list[list[str]]:
    news = [[NEWS, *(row.heading for rows in each.tables for row in rows)] for each in note.news]
    parts = ([*part.titles, *map(_heading, part.rows)] for part in note.sections)
    without_titles = ([_heading(row)] for part in note.sections for row in part.rows)
    overviews = [["Overblik"]] * len(note.overviews)
    return [
        *news,
        *overviews,
        *(parts if any(part.titles for part in note.sections) else without_titles),
    ]


def check_links_say_where_they_lead(pdf: Tagged, note: Note) -> None:
    """Each annotation has a description (ISO 14289-1, 7.18.5), and is printed (ISO 19005-3)."""
    titles = {f"#{_place(row.number)}": row.title for row in note.rows}
    wrong = [
        each
        for each in pdf.annotations
        if titles.get(each.uri, each.uri.removeprefix("mailto:")) not in each.contents
        or not each.uri
        or each.flags != 4
    ]
    assert wrong == []


def check_no_element_is_empty(pdf: Tagged, _: Note) -> None:
    """Each element holds something."""
    assert [element.role for element in pdf.elements if not element.kids] == []


def check_the_lengths(pdf: Tagged, _: Note) -> None:
    """Each stream is as long as it says (ISO 32000-1, 7.3.8.2; ISO 19005-3, 6.1.7)."""
    streams = [found for place in pdf.offsets if (found := STREAM.match(pdf.data, place))]
    assert len(streams) > len(pdf.pages)
    wrong = [
        found[1]
        for found in streams
        if not pdf.data.startswith(b"\nendstream", found.end() + _length(found[2]))
    ]
    assert wrong == []


STREAM = re.compile(rb"(\d+) 0 obj\s*(<<(?:(?!endobj).)*?>>)\s*stream\r?\n", re.DOTALL)


def _length(dictionary: bytes) -> int:
    found = re.search(rb"/Length (\d+)", dictionary)
    return int(found[1]) if found else -1


Check = Callable[[Tagged, Note], None]
CHECKS: dict[str, Check] = {
    name.removeprefix("check_"): check
    for name, check in list(globals().items())
    if name.startswith("check_")
}
