"""Old and new paragraphs → one text of which each word has its fate, and what Word makes of it."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import word

from statusnote.changes.model import Fate
from statusnote.word import house
from statusnote.word.body import Writer
from statusnote.word.content import Look, Paragraph, Part, Row, RowKind, Run, Style, Table
from statusnote.word.elements import w
from statusnote.word.lists import Lists
from statusnote.word.revisions import paragraphs, revised, runs
from statusnote.word.styles import Styles

K, R, A = Fate.KEPT, Fate.REMOVED, Fate.ADDED


STYLES = Styles(house.root("styles.xml"))


def writer() -> Writer:
    lists = Lists(house.root("numbering.xml"), STYLES)
    return Writer(None, STYLES, lists, 9000, date(2025, 4, 10))


def plain(text: str) -> Paragraph:
    return Paragraph(Look(Style.TEXT), (Run(text),) if text else ())


def fates(old: str, new: str) -> list[tuple[str, Fate]]:
    return [(run.text, run.fate) for run in runs(plain(old).runs, plain(new).runs)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("ens", "ens", [("ens", K)]),
        ("", "ny", [("ny", A)]),
        ("væk", "", [("væk", R)]),
        ("det er gjort", "det blev gjort", [("det ", K), ("er ", R), ("blev ", A), ("gjort", K)]),
        ("det er", "det er gjort", [("det er", K), (" gjort", A)]),
        ("det er gjort", "det er", [("det er", K), (" ", R), ("gjort", R)]),
        ("1 mio.", "1\u00a0mio.", [("1", K), (" ", R), ("\u00a0", A), ("mio.", K)]),
    ],
)
def test_words_are_kept_removed_and_added(
    old: str, new: str, expected: list[tuple[str, Fate]]
) -> None:
    joined = [(text, fate) for text, fate in fates(old, new)]
    assert _together(joined) == _together(expected)


def _together(pieces: list[tuple[str, Fate]]) -> list[tuple[str, Fate]]:
    """*pieces*, of which those side by side with one fate are one."""
    found: list[tuple[str, Fate]] = []
    for text, fate in pieces:
        if found and found[-1][1] is fate:
            found[-1] = (found[-1][0] + text, fate)
        else:
            found.append((text, fate))
    return found


def test_a_word_that_looks_otherwise_is_another_one() -> None:
    old, new = (Run("loven"),), (Run("loven", italic=True),)
    assert list(runs(old, new)) == [Run("loven", fate=R), Run("loven", italic=True, fate=A)]


def test_a_text_that_repeats_itself_without_end_is_replaced_as_a_whole() -> None:
    assert [fate for _, fate in fates("og " * 300, "og " * 301)] == [R, A]


# What is set, and the paragraphs of a cell before and now.
RUN = st.builds(
    Run,
    st.lists(st.sampled_from(["a", "b", "c", "d"]), min_size=1, max_size=6).map(" ".join),
    italic=st.booleans(),
    bold=st.just(False),
    href=st.sampled_from(["", "", "#her"]),
    fate=st.just(K),
)
LOOK = st.sampled_from(
    [
        Look(Style.TEXT),
        Look(Style.TEXT, kept=True),
        Look(Style.BULLET),
        Look(Style.NUMBERED, "1"),
        Look(Style.AMOUNT, ruled=True),
    ]
)
PARAGRAPH = st.builds(Paragraph, LOOK, st.lists(RUN, max_size=2).map(tuple))
CELL = st.lists(PARAGRAPH, min_size=1, max_size=5).map(tuple)


@settings(max_examples=60)
@given(CELL, CELL)
def test_to_accept_all_gives_the_new_cell_and_to_reject_all_the_old_one(
    old: Sequence[Paragraph], new: Sequence[Paragraph]
) -> None:
    merged = paragraphs(tuple(old), tuple(new))
    assert merged[-1].fate is K
    for accept, expected in ((True, new), (False, old)):
        cell = w("tc", *(writer()._paragraph(each, 3000) for each in merged))
        wanted = w("tc", *(writer()._paragraph(each, 3000) for each in expected))
        assert word.shown(word.decided(cell, accept=accept)) == word.shown(wanted)


HEAD = Row("head", ((plain("Hoved"),),), RowKind.HEAD)
KEY = st.integers(1, 4)
ROW = st.builds(
    lambda key, title, cell: Row(key, (cell,), title=title),
    *(KEY, st.sampled_from(["", "x", "y", "z"]), st.tuples(PARAGRAPH)),
)
TABLE = st.lists(ROW, max_size=4, unique_by=lambda row: row.key).map(
    lambda rows: Table((100,), "Om.", (HEAD, *rows))
)


@settings(max_examples=40)
@given(TABLE, TABLE)
def test_to_accept_all_gives_the_new_table_and_to_reject_all_the_old_one(
    old: Table, new: Table
) -> None:
    merged = revised({Part.INITIATIVES: old}, {Part.INITIATIVES: new})
    for accept, expected in ((True, new), (False, old)):
        body = w("body", *writer().body(merged))
        wanted = w("body", *writer().body({Part.INITIATIVES: expected}))
        assert word.shown(word.decided(body, accept=accept)) == word.shown(wanted)
