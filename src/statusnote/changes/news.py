"""What is new in a plan since the one before it, as its note says it."""

from collections.abc import Iterator
from dataclasses import replace

from statusnote import danish
from statusnote.changes.compare import compare
from statusnote.changes.describe import Sentence, in_one_line, of_initiative
from statusnote.changes.model import Changes, Fate, InitiativeChange
from statusnote.note import News, NewsRow, Note, Row, numbered
from statusnote.plan.model import Plan, Terms
from statusnote.plan.scalars import Number

SAID = {Fate.KEPT: "{}", Fate.REMOVED: "»{}« er udgået", Fate.ADDED: "»{}« er kommet til"}
REWORDED = "Redegørelsen er ændret."
NEW, CHANGED = "ny", "ændret"


def with_news(note: Note, before: Plan, plan: Plan) -> Note:
    """The *note* on a *plan*, which says what has changed since the plan *before* it."""
    changes = compare(before, plan)
    return _with_news(note, changes, tuple(_rows(changes, before, plan)))


def _with_news(note: Note, changes: Changes, rows: tuple[NewsRow, ...]) -> Note:
    """*note* with a section on *changes*, of these *rows*, and marks on what is new or changed."""
    marks = {placed.initiative.number: NEW for placed in changes.initiatives.added}
    marks |= {change.number: CHANGED for change in changes.initiatives.changed}
    news = News(f"{in_one_line(changes)}.", (rows,) if rows else ())
    sections = tuple(
        replace(section, rows=tuple(_with_mark(row, marks) for row in section.rows))
        for section in note.sections
    )
    return replace(note, news=(news,), sections=sections)


def _with_mark(row: Row, marks: dict[Number, str]) -> Row:
    return replace(row, marks=(marks[row.number],)) if row.number in marks else row


def _rows(changes: Changes, before: Plan, plan: Plan) -> Iterator[NewsRow]:
    """What has changed, each under the title that it has in the note on *plan*, or had *before*."""
    added = "Nyt initiativ" if changes.called == Terms() else "Kommet til"
    for placed in changes.initiatives.added:
        new = placed.initiative
        sentence = f"{added}: {new.status.phrase}."
        heading = numbered(new.title, new.number, plan)
        yield NewsRow(new.title, heading, sentence, (), (new.number,))
    for placed in changes.initiatives.removed:
        old = placed.initiative
        gone = f"{danish.capitalized(changes.called.the_initiative)} er udgået."
        yield NewsRow(old.title, numbered(old.title, old.number, before), gone)
    for change in changes.initiatives.changed:
        sentence, *more = _sentences(change)
        heading = numbered(change.title, change.number, plan)
        yield NewsRow(change.title, heading, sentence, tuple(more), (change.number,))


def _sentences(change: InitiativeChange) -> Iterator[str]:
    """What changed, in short: of a new title the old one, of a new account that it is one."""
    if change.retitled:
        yield f"Titlen var før »{change.retitled.old}«."
    for sentence in of_initiative(replace(change, retitled=None, account=())):
        yield f"{_said(sentence)}."
    if change.account:
        yield REWORDED


def _said(sentence: Sentence) -> str:
    return " ".join(SAID[words.fate].format(words.text.strip()) for words in sentence).rstrip(".")
