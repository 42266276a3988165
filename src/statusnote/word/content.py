"""Note → the paragraphs and tables that a word processor has of it, before any is written."""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import count, zip_longest
from typing import NamedTuple

from statusnote import danish
from statusnote.changes.model import Fate
from statusnote.note import CODE_LINE, LINE, AccountPart, News, NewsRow, Note, OverviewRow
from statusnote.note import Row as NoteRow
from statusnote.plan.scalars import Number
from statusnote.reading import inline

DRAFT_LINE = (
    "Udkast til klarering. Rettelser i dette dokument kommer ikke med i notatet af sig selv. Skriv "
    "dem i regnearket, hvis I har fået et, eller send dem til den, der samler notatet og retter i "
    "dets datafil."
)
NEWS = "Ændringer siden sidst"
LONG_CODE_LINE = 16  # characters on a line of the wider column of codes, about; see CODE_LINE
# Lines of a row that stay together, about. A page of the PDF ends in no row before six lines of it,
# which Word can't be told; so that it seldom comes to that, some more rows than there stay whole.
WHOLE = 12
LINE_BREAK, TAB = "\n", "\t"


class Style(StrEnum):
    """The styles of paragraphs, by the names that Word keeps them under in every language."""

    TITLE = "Title"
    HEADING = "heading 1"
    BODY = "Body Text"
    BULLET = "List Bullet"
    NUMBERED = "List Number"
    HEADER = "header"
    DRAFT = "Notat udkast"
    STAMP = "Notat stempel"
    HEAD = "Notat hoved"
    COLUMN = "Notat kolonne"
    SECTION = "Notat del"
    INITIATIVE = "Notat initiativ"
    CODES = "Notat forkortelser"
    TEXT = "Notat tekst"
    LINE = "Notat linje"
    AMOUNT = "Notat beløb"
    LABEL = "Notat etiket"
    SPACE = "Notat mellemrum"


class Run(NamedTuple):
    """Text of one look. *href* is where it leads, on the web or, behind a `#`, in the document."""

    text: str
    italic: bool = False
    bold: bool = False
    href: str = ""
    fate: Fate = Fate.KEPT

    @property
    def look(self) -> tuple[bool, bool, str]:
        """All but what it says."""
        return self.italic, self.bold, self.href


class Look(NamedTuple):
    """How a paragraph is set: *numbered* by the list of that name, *ruled* above, or *kept*.

    A kept one stands on the page of what follows it.
    """

    style: Style
    numbered: str = ""
    ruled: bool = False
    kept: bool = False


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, to which a *bookmark* may lead.

    *fate* is that of its end, which sets it apart from the next; *was* is how it was set before.
    """

    look: Look
    runs: tuple[Run, ...] = ()
    bookmark: str = ""
    fate: Fate = Fate.KEPT
    was: Look | None = None

    @property
    def text(self) -> str:
        """What it says now."""
        return "".join(run.text for run in self.runs if run.fate is not Fate.REMOVED)


Cell = tuple[Paragraph, ...]


class RowKind(StrEnum):
    """What a row of a table is."""

    HEAD = "head"
    SECTION = "section"
    USUAL = "usual"


@dataclass(frozen=True)
class Row:
    """A row: *key* says which it is, *title* is what it is about, and *breaks* if it may break."""

    key: Hashable
    cells: tuple[Cell, ...]
    kind: RowKind = RowKind.USUAL
    title: str = ""
    breaks: bool = False
    fate: Fate = Fate.KEPT


@dataclass(frozen=True)
class Table:
    """A table: the *shares* of its width in per cent, and what it is *about*, for the blind."""

    shares: tuple[int, ...]
    about: str
    rows: tuple[Row, ...]


class Part(StrEnum):
    """The parts of the document, in their order."""

    OPENING = "opening"
    NEWS = "news"
    BEHIND_NEWS = "behind news"
    BEFORE_OVERVIEW = "before overview"
    OVERVIEW = "overview"
    BEHIND_OVERVIEW = "behind overview"
    INITIATIVES = "initiatives"
    CLOSING = "closing"


Content = dict[Part, Table | Cell]
OVERVIEW = "Overblik"
SPACE = Paragraph(Look(Style.SPACE))  # between two tables, which else were one


def content(note: Note) -> Content:
    """All that the *note* says, part by part, without the parts that it lacks."""
    parts: Content = {Part.OPENING: tuple(_opening(note))}
    for news in note.news:
        for rows in news.tables:
            parts[Part.NEWS] = _news(note, rows)
            parts[Part.BEHIND_NEWS] = (SPACE,)
    for overview in note.overviews:
        parts[Part.BEFORE_OVERVIEW] = (_paragraph(Style.HEADING, OVERVIEW),)
        parts[Part.OVERVIEW] = _overview(note, overview)
        parts[Part.BEHIND_OVERVIEW] = (SPACE,)
    parts[Part.INITIATIVES] = _initiatives(note)
    parts[Part.CLOSING] = tuple(_closing(note))
    return parts


def _opening(note: Note) -> Iterator[Paragraph]:
    if note.draft:
        yield _paragraph(Style.DRAFT, DRAFT_LINE)
    for stamp in note.stamps:
        yield _paragraph(Style.STAMP, stamp)
    for line in note.head:
        yield _paragraph(Style.HEAD, f"{line.label}: {line.text}")
    yield _paragraph(Style.TITLE, note.title)
    for introduction in note.introduction:
        yield Paragraph(Look(Style.BODY), _runs(introduction))
    for news in note.news:
        yield from _news_heading(news)


def _news_heading(news: News) -> Iterator[Paragraph]:
    yield _paragraph(Style.HEADING, NEWS)
    yield _paragraph(Style.BODY, news.sum)


def _closing(note: Note) -> Iterator[Paragraph]:
    """What stands below the last table, behind which no document ends."""
    yield SPACE
    for legend in note.legends:
        yield _label(legend.label)
        yield from (_paragraph(Style.LINE, line) for line in legend.lines)


def _news(note: Note, rows: Sequence[NewsRow]) -> Table:
    columns = note.terms.columns[0], "Ændring"
    bookmarks = _bookmarks(note)
    body = (_news_row(row, bookmarks) for row in rows)
    return Table((40, 60), f"{NEWS}.", (_head(columns), *body))


def _news_row(row: NewsRow, bookmarks: dict[Number, str]) -> Row:
    said = row.sentence, *row.more
    cells = (_leading(row, bookmarks),), tuple(_paragraph(Style.TEXT, each) for each in said)
    lines = sum(max(1, len(each) / LINE) for each in said)
    return Row(("news", row.heading), cells, breaks=lines > WHOLE)


def _leading(row: NewsRow, bookmarks: dict[Number, str]) -> Paragraph:
    """The heading of a *row* of what is new, which leads to the row that it is about."""
    href = "".join(f"#{bookmarks[number]}" for number in row.places)
    return Paragraph(Look(Style.TEXT), _text(row.heading, href=href))


def _overview(note: Note, rows: Sequence[OverviewRow]) -> Table:
    columns = "Status", note.terms.counted, note.terms.columns[1]
    body = (
        Row(
            ("overview", row.status),
            tuple(
                (_paragraph(Style.TEXT, text),)
                for text in (row.status, str(row.count), row.parties)
            ),
        )
        for row in rows
    )
    about = f"Hvor mange {note.terms.initiatives} der har hver status, og hvem der er ansvarlig."
    return Table((34, 28, 38), about, (_head(columns), *body))


def _initiatives(note: Note) -> Table:
    shares = (26, 24, 50) if note.codes == "long" else (27, 14, 59)
    about = f"Alle {note.terms.initiatives} med {note.terms.party} og status."
    return Table(shares, about, (_head(note.terms.columns), *_rows(note)))


def _rows(note: Note) -> Iterator[Row]:
    bookmarks = _bookmarks(note)
    code_line = LONG_CODE_LINE if note.codes == "long" else CODE_LINE
    for section in note.sections:
        for title in section.titles:
            cells = ((_paragraph(Style.SECTION, title),),)
            yield Row(("section", title), cells, RowKind.SECTION, title)
        for row in section.rows:
            yield _row(row, bookmarks[row.number], code_line)


def _bookmarks(note: Note) -> dict[Number, str]:
    """What leads to each initiative: Word takes letters, digits and `_`, and numbers hold more."""
    return {row.number: f"initiativ_{place}" for place, row in enumerate(note.rows, start=1)}


def _head(columns: Sequence[str]) -> Row:
    cells = tuple((_paragraph(Style.COLUMN, column),) for column in columns)
    return Row(RowKind.HEAD, cells, RowKind.HEAD)


def _row(row: NoteRow, bookmark: str, code_line: int) -> Row:
    marks = (run for mark in row.marks for run in (Run(" "), *_text(f"({mark})", italic=True)))
    title = Paragraph(Look(Style.INITIATIVE), (*_text(row.heading), *marks), bookmark)
    codes = Paragraph(Look(Style.CODES), (Run(LINE_BREAK.join(_code_lines(row, code_line))),))
    account = tuple(_account(row)) or (Paragraph(Look(Style.TEXT)),)
    cells = (title,), (codes,), account
    return Row(("row", row.number), cells, title=row.title, breaks=row.lines > WHOLE)


def _code_lines(row: NoteRow, width: int) -> Iterator[str]:
    """The codes of who is responsible, and of who takes part below them, line by line.

    A line ends behind a slash, where Word ends none by itself.
    """
    line = ""
    for place, code in enumerate(row.parties):
        first = place == len(row.ministries)
        last = place in (len(row.ministries) - 1, len(row.parties) - 1)
        piece = f"{'med ' if first else ''}{code}{'' if last else '/'}"
        if line and (first or len(line + piece) > width):
            yield line
            line = ""
        line += piece
    yield line


def _account(row: NoteRow) -> Iterator[Paragraph]:
    for sentence in row.status_sentences:
        yield Paragraph(Look(Style.TEXT, kept=bool(row.account)), _text(sentence))
    lists = count(1)
    for part, following in zip_longest(row.account, row.account[1:]):
        name = f"{row.number} {next(lists)}" if part.numbered_lists else ""
        yield from _part(part, name, before_list=following is not None and _is_list(following))
    for each in row.lists:
        yield _label(each.label)
        yield from (_paragraph(Style.LINE, line) for line in each.lines)


def _is_list(part: AccountPart) -> bool:
    return not part.paragraphs


def _part(part: AccountPart, name: str, *, before_list: bool) -> Iterator[Paragraph]:
    """The paragraphs of a *part*, of which a list that is numbered goes by its *name*."""
    for paragraph in part.paragraphs:
        yield Paragraph(Look(Style.TEXT, kept=before_list), _runs(paragraph))
    for items in part.bullet_lists:
        yield from (Paragraph(Look(Style.BULLET), _runs(item)) for item in items)
    for items in part.numbered_lists:
        yield from (Paragraph(Look(Style.NUMBERED, name), _runs(item)) for item in items)
    for grants in part.grant_lists:
        for grant in grants:
            yield _paragraph(Style.LINE, f"{grant.recipient}: {grant.amount}")
    for grants in part.summed_lists:
        for place, grant in enumerate(grants, start=1):
            runs = (*_text(f"{grant.recipient}:"), Run(TAB), *_text(grant.amount))
            yield Paragraph(Look(Style.AMOUNT, ruled=place == len(grants)), runs)


def _label(label: str) -> Paragraph:
    return Paragraph(Look(Style.LABEL, kept=True), _text(f"{label}:"))


def _paragraph(style: Style, text: str) -> Paragraph:
    return Paragraph(Look(style), _text(text))


def _runs(paragraph: inline.Paragraph) -> tuple[Run, ...]:
    """The texts of a *paragraph* with what its markup makes of them."""
    runs: list[Run] = []
    italic = bold = 0
    for span in paragraph:
        step = {"open": 1, "close": -1}.get(span.kind.rpartition("_")[2], 0)
        italic += step if span.kind.startswith("em_") else 0
        bold += step if span.kind.startswith("strong_") else 0
        runs += _text(span.text, italic=italic > 0, bold=bold > 0, href=span.href)
    return tuple(runs)


def _text(
    text: str, *, italic: bool = False, bold: bool = False, href: str = ""
) -> tuple[Run, ...]:
    """*text* as it is set: with no-break spaces, and as one line whatever white space it holds."""
    kept = danish.keep_words_together(text.translate(_AS_SPACE))
    return (Run(kept, italic, bold, href),) if text else ()


_AS_SPACE = dict.fromkeys(map(ord, "\t\n\r"), " ")
