"""The note as Typst markup: the same content, paper, font and columns."""

from collections.abc import Iterable

from statusnote import danish
from statusnote.note import AccountPart, Note, Row
from statusnote.reading.inline import Paragraph, Span

SETTINGS = """\
#set page(
  paper: "a4",
  margin: (top: 24mm, x: 20mm, bottom: 20mm),
  header: context if here().page() > 1 {
    align(right, text(9pt, [Side #here().page()/#counter(page).final().first()]))
  },
)
#set text(font: "Source Serif Pro", size: 10.5pt, lang: "da", hyphenate: true)
#set par(leading: 7.5pt, spacing: 12.5pt)
#set table(columns: (28%, 13%, 59%), stroke: 0.5pt + luma(85), inset: (x: 6pt, y: 6pt))
"""
HEADER = "table.header([*Initiativ*], [*Ansvarligt ministerie*], [*Status*]),"


def typst_source(note: Note) -> str:
    """The whole *note* as one Typst file."""
    return "\n".join(
        [
            SETTINGS,
            *(f"#align(right)[{_text(stamp)}]" for stamp in note.stamps),
            f"#heading[{_text(note.title)}]",
            *(f"\n{_paragraph(paragraph)}" for paragraph in note.introduction),
            f"#table({HEADER}",
            *(line for section in note.sections for line in _section(section.title, section.rows)),
            ")",
        ]
    )


def _section(title: str, rows: Iterable[Row]) -> list[str]:
    heading = f"table.cell(colspan: 3, fill: luma(246))[#heading(level: 2)[{_text(title)}]],"
    return [heading, *map(_row, rows)]


def _row(row: Row) -> str:
    account = [_text(row.status_sentence), *(text for part in row.account for text in _part(part))]
    status = "\n\n".join(account)
    return f"[{_text(row.heading)}], [{_text(row.ministry_codes)}], [{status}],"


def _part(part: AccountPart) -> list[str]:
    return [
        *map(_paragraph, part.paragraphs),
        *(
            " \\\n".join(_text(f"{grant.recipient}: {grant.amount}") for grant in grants)
            for grants in part.grant_lists
        ),
    ]


def _paragraph(paragraph: Paragraph) -> str:
    return "".join(map(_span, paragraph))


def _span(span: Span) -> str:
    if span.kind == "link_open":
        return f"#link({_string(span.href)})["
    return TAGS.get(span.kind) or _text(span.text)


TAGS = {
    "em_open": "#emph[",
    "em_close": "]",
    "strong_open": "#strong[",
    "strong_close": "]",
    "link_close": "]",
}


def _text(text: str) -> str:
    """*text* with nothing in it that Typst could take for markup."""
    return f"#{_string(danish.keep_together(text))};"


def _string(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
