"""What versions of a plan say → a web page: one file that asks for nothing and runs nothing."""

from markupsafe import Markup, escape

from statusnote.danish import keep_words_together
from statusnote.history.model import History
from statusnote.history.table import MOVED, Cell, Line, grants, heading, legend, lines, sentence
from statusnote.render.record import in_policy

STYLE = """
:root { color-scheme: light dark; --ink: #1a1a1a; --paper: #fff; --rule: #767676; --shade: #f2f2f2 }
@media (prefers-color-scheme: dark) {
  :root { --ink: #ececec; --paper: #16181c; --rule: #8c8c8c; --shade: #23262c }
}
body { margin: 1.5rem 1rem 4rem; color: var(--ink); background: var(--paper) }
body { font: 1rem/1.5 Georgia, serif; overflow-wrap: break-word }
h1 { font-size: 1.6rem; line-height: 1.25 }
.scroll { overflow-x: auto }
.scroll:focus-visible { outline: 3px solid; outline-offset: 2px }
table { border-collapse: collapse }
caption { text-align: left; padding-bottom: 0.75rem }
caption span { display: inline-block; position: sticky; left: 0; max-width: calc(100vw - 4rem) }
th, td { border: 1px solid var(--rule); padding: 0.4rem 0.5rem; font-weight: 400 }
th, td { text-align: left; vertical-align: top }
thead th, tfoot th, .initiative th { font-weight: 700 }
thead th, tfoot th, tfoot td { background: var(--shade) }
tbody th { min-width: 14rem }
@media (max-width: 40rem) { tbody th { min-width: 9rem } }
tbody tr:not(.initiative) th { padding-left: 1.5rem }
td { min-width: 7rem }
td.number { min-width: 0; text-align: right }
.changed { white-space: nowrap }
@page { size: A4 landscape; margin: 15mm }
@media print {
  :root { --ink: #000; --paper: #fff }
  body { margin: 0; font-size: 9pt }
  .scroll { overflow: visible }
  tbody th, td { min-width: 0 }
  tbody tr { break-inside: avoid }
  tfoot { display: table-row-group }
}
"""
CHANGED = "(ændret)"  # the word that stands behind what changed, in place of a sign


def as_html(history: History) -> str:
    """The history as a whole HTML page, in Danish, in which what the data say is no markup.

    Its Content-Security-Policy lets it ask for nothing and run nothing.
    """
    digest = in_policy(STYLE)
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    rows = Markup("").join(map(_row, lines(history)))
    return f"""\
<!DOCTYPE html>
<html lang="da">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Udvikling: {escape(history.title)}</title>
<style>{STYLE}</style>
</head>
<body>
<main>
<h1>{escape(history.title)}</h1>
<div class="scroll" role="region" aria-labelledby="about" tabindex="0">
<table>
<caption id="about"><span>{escape(sentence(history))}</span></caption>
<thead>
{_head(history)}
</thead>
<tbody>
{rows}</tbody>
<tfoot>
{_row(grants(history))}</tfoot>
</table>
</div>
<p>{escape(legend(history, CHANGED))}</p>
</main>
</body>
</html>
"""


def _head(history: History) -> Markup:
    versions = (Markup("<br>").join(heading(column)) for column in history.columns)
    titles = ("Nr.", history.terms.columns[0], *versions, MOVED)
    cells = (Markup('<th scope="col">{}</th>').format(title) for title in titles)
    return Markup("<tr>{}</tr>").format(Markup("").join(cells))


def _row(line: Line) -> Markup:
    is_initiative = bool(line.number) and not line.owner
    return Markup(
        '<tr{}><td class="number">{}</td><th scope="row">{}</th>{}<td class="number">{}</td></tr>\n'
    ).format(
        Markup(' class="initiative"') if is_initiative else "",
        line.number if is_initiative else "",
        keep_words_together(f"Milepæl: {line.title}" if line.owner else line.title),
        Markup("").join(map(_cell, line.cells)),
        "" if line.moves is None else line.moves,
    )


def _cell(cell: Cell) -> Markup:
    """The sign of a status is not read aloud, since its phrase says it."""
    sign = Markup('<span aria-hidden="true">{} </span>').format(cell.sign) if cell.sign else ""
    text = Markup("{}{}").format(sign, cell.text)
    if not cell.changed:
        return Markup("<td>{}</td>").format(text)
    return Markup('<td><strong>{}</strong> <span class="changed">{}</span></td>').format(
        text, CHANGED
    )
