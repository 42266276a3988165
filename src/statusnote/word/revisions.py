"""The content of the old and of the new note → one content, in which each word has its fate.

To accept all of it gives the new note, and to reject all of it the old one. A word processor takes
the end of a paragraph for a character of it: where that goes, the paragraph runs on into the next
one and is set as that. The last end in a cell, in the document, and before a table, can't go.
"""

import re
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal, NamedTuple

from statusnote.changes.compare import pair_up
from statusnote.changes.model import Fate
from statusnote.changes.text_diff import Stretch, most_alike, repeats_too_much
from statusnote.word.content import SPACE, Cell, Content, Paragraph, Part, Row, RowKind, Run, Table

IN_NEW, IN_OLD = (Fate.KEPT, Fate.ADDED), (Fate.KEPT, Fate.REMOVED)


def revised(old: Content, new: Content) -> Content:
    """The *new* content with what the *old* one had, each with its fate."""
    parts: Content = {}
    for part in Part:
        before, after = old.get(part), new.get(part)
        if before is not None or after is not None:
            parts[part] = _part(before, after)
    return parts


def _part(before: Table | Cell | None, after: Table | Cell | None) -> Table | Cell:
    if isinstance(before, tuple) and isinstance(after, tuple):
        return paragraphs(before, after)
    if isinstance(before, Table) and isinstance(after, Table):
        return replace(after, rows=tuple(_rows(before.rows, after.rows)))
    whole, fate = (after, Fate.ADDED) if before is None else (before, Fate.REMOVED)
    if isinstance(whole, Table):
        return replace(whole, rows=tuple(_row_with(fate, row) for row in whole.rows))
    return tuple(_with(fate, paragraph) for paragraph in whole or ())


def _rows(old: Sequence[Row], new: Sequence[Row]) -> Iterator[Row]:
    """The rows of both, where a row that stands elsewhere now is removed there and added here."""
    usual_old, usual_new = (
        [row for row in rows if row.kind is RowKind.USUAL] for rows in (old, new)
    )
    same = pair_up(usual_old, usual_new, *ROW_KEYS)
    keys = {id(before): after.key for before, after in same.pairs}
    before = [_key_now(row, keys) for row in old]
    for change, i, i_end, j, j_end in _differences(before, [row.key for row in new]):
        if change == "equal":
            yield from map(_row, old[i:i_end], new[j:j_end])
        else:
            yield from (_row_with(Fate.REMOVED, row) for row in old[i:i_end])
            yield from (_row_with(Fate.ADDED, row) for row in new[j:j_end])


# As INITIATIVE_KEYS of changes.compare.
ROW_KEYS: tuple[Callable[[Row], Hashable], ...] = (
    lambda row: (row.key, row.title),
    lambda row: row.title or row.key,
    lambda row: row.key,
)


def _key_now(row: Row, keys: dict[int, Hashable]) -> Hashable:
    """What a *row* of the old note goes by in the new one."""
    return keys.get(id(row), ("gone", row.key)) if row.kind is RowKind.USUAL else row.key


def _row(old: Row, new: Row) -> Row:
    return replace(new, cells=tuple(map(paragraphs, old.cells, new.cells)))


def _row_with(fate: Fate, row: Row) -> Row:
    cells = tuple(tuple(_with(fate, paragraph) for paragraph in cell) for cell in row.cells)
    return replace(row, cells=cells, fate=fate)


def _with(fate: Fate, paragraph: Paragraph) -> Paragraph:
    runs = tuple(run._replace(fate=fate) for run in paragraph.runs)
    return replace(paragraph, runs=runs, fate=fate)


def paragraphs(old: Cell, new: Cell) -> Cell:
    """The paragraphs *old* and *new* of a cell, or of a part of the document, at least one each."""
    pairs = list(_pairs(old, new))
    if not any(before and after for before, after in pairs):
        pairs = [
            *((before, None) for before in old[:-1]),
            *((None, after) for after in new[:-1]),
            (old[-1], new[-1]),
        ]
    return tuple(_with_ends_that_can_go([_paragraph(*pair) for pair in pairs]))


Pair = tuple[Paragraph | None, Paragraph | None]


def _pairs(old: Cell, new: Cell) -> Iterator[Pair]:
    """What is which, in the order of both; None stands for what is not in the other one."""
    texts = [[paragraph.text for paragraph in each] for each in (old, new)]
    looks = [[(one.look.style, one.runs) for one in each] for each in (old, new)]
    for change, i, i_end, j, j_end in _differences(*looks):
        if change == "equal":
            yield from zip(old[i:i_end], new[j:j_end], strict=True)
            continue
        alike = most_alike(Stretch([*range(i, i_end)], [*range(j, j_end)]), *texts)
        for pair in sorted((pair.old or 0, pair.new or 0) for pair in alike):
            yield from ((before, None) for before in old[i : pair[0]])
            yield from ((None, after) for after in new[j : pair[1]])
            yield old[pair[0]], new[pair[1]]
            i, j = pair[0] + 1, pair[1] + 1
        yield from ((before, None) for before in old[i:i_end])
        yield from ((None, after) for after in new[j:j_end])


def _differences(
    old: Sequence[object], new: Sequence[object]
) -> list[tuple[Literal["replace", "delete", "insert", "equal"], int, int, int, int]]:
    return SequenceMatcher(None, old, new, autojunk=False).get_opcodes()


def _paragraph(old: Paragraph | None, new: Paragraph | None) -> Paragraph:
    if old and new:
        was = None if old.look == new.look else old.look
        return replace(new, runs=tuple(runs(old.runs, new.runs)), was=was)
    if new:
        return _with(Fate.ADDED, new)
    return _with(Fate.REMOVED, old or SPACE)


def _with_ends_that_can_go(merged: list[Paragraph]) -> Iterator[Paragraph]:
    """*merged*, in which the last end stays: the one before it goes or comes instead, and so on.

    Each is then set as the paragraph whose end its own has become.
    """
    last = max(place for place, each in enumerate(merged) if each.fate is Fate.KEPT)
    fates = [each.fate for each in merged]
    moved = [*fates[:last], *fates[last + 1 :], Fate.KEPT]
    looks_now = iter([each.look for each in merged if each.fate in IN_NEW])
    looks_before = iter([each.was or each.look for each in merged if each.fate in IN_OLD])
    for paragraph, fate in zip(merged, moved, strict=True):
        now = next(looks_now) if fate in IN_NEW else None
        before = next(looks_before) if fate in IN_OLD else None
        look = now or before or paragraph.look
        was = before if now and before and now != before else None
        yield replace(paragraph, fate=fate, look=look, was=was)


class _Word(NamedTuple):
    """A word as it looks, and the white space behind it."""

    text: str
    look: tuple[bool, bool, str]
    space: str

    @property
    def same(self) -> tuple[str, tuple[bool, bool, str]]:
        return self.text, self.look


def runs(old: Sequence[Run], new: Sequence[Run]) -> Iterator[Run]:
    """The runs of a paragraph, of which each word is kept, removed or added, as it looks."""
    before, after = ([word for run in each for word in _words(run)] for each in (old, new))
    if repeats_too_much([word.text for word in before], [word.text for word in after]):
        fated = [*_fated(Fate.REMOVED, before), *_fated(Fate.ADDED, after)]
    else:
        fated = [*_compared(before, after)]
    for (look, fate), same in groupby(fated, lambda run: (run.look, run.fate)):
        if text := "".join(run.text for run in same):
            yield Run(text, *look)._replace(fate=fate)


def _words(run: Run) -> Iterator[_Word]:
    for word in re.finditer(r"(\S*)(\s*)", run.text):
        if word[0]:
            yield _Word(word[1], run.look, word[2])


def _compared(before: list[_Word], after: list[_Word]) -> Iterator[Run]:
    same = [[word.same for word in words] for words in (before, after)]
    for change, i, i_end, j, j_end in _differences(*same):
        if change == "equal":
            for old, new in zip(before[i:i_end], after[j:j_end], strict=True):
                yield from _kept(old, new)
        else:
            yield from _fated(Fate.REMOVED, before[i:i_end])
            yield from _fated(Fate.ADDED, after[j:j_end])


def _kept(old: _Word, new: _Word) -> Iterator[Run]:
    """A word that stayed, behind which something may follow now, or no more."""
    yield Run(new.text, *new.look)
    if old.space == new.space:
        yield Run(new.space, *new.look)
    else:
        yield Run(old.space, *old.look, Fate.REMOVED)
        yield Run(new.space, *new.look, Fate.ADDED)


def _fated(fate: Fate, words: list[_Word]) -> Iterator[Run]:
    for word in words:
        yield Run(word.text + word.space, *word.look, fate)
