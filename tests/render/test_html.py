"""The HTML that the PDF is made from: escaped, and held together where a line must not end."""

import re
from collections.abc import Callable

from support.project import REAL, ROOT

from statusnote import danish, note
from statusnote.plan import loading
from statusnote.reading import inline
from statusnote.render import markdown
from statusnote.render.html import html
from statusnote.render.templates import Templates

TEMPLATES = Templates.found(None)
PLAN = """\
title: <b>Status</b> & mere
as_of: 2025-04-10
period: 2023-2026
introduction: [Det koster 5 mio. kr. den 2. april.]
ministries: {SBM: Social- og Boligministeriet}
sections:
  - title: "[red] {{ note.title }} [/x]"
    initiatives:
      - number: 1
        title: Et <script>alert(1)</script>
        ministries: [SBM]
        reserve_financed: true
        status: gennemført
        account:
          - Se [*den* her](https://a.dk/?a=1&b="2"), **nu** & <i>her</i>.
          - grants:
              - A & B: 4,5 mio.
"""


def test_the_real_note(golden: Callable[[str, str], None]) -> None:
    real = note.derive(loading.load(str(REAL)).plan)
    golden("note.html", html(real, TEMPLATES))
    golden("note.md", markdown.render(real, TEMPLATES).decode())


def test_what_stands_in_the_data_is_shown_as_text() -> None:
    page = html(note.derive(loading.read(PLAN, "plan.yaml").plan), TEMPLATES)
    assert page.splitlines()[9:28] == [
        "<h1>&lt;b&gt;Status&lt;/b&gt; &amp; mere</h1>",
        '<p class="introduction">Det koster 5\u00a0mio.\u00a0kr. den 2.\u00a0april.</p>',
        '<table class="short-codes">',
        '<colgroup><col class="initiative"><col class="ministry"><col class="status"></colgroup>',
        "<thead>",
        '<tr><th scope="col">Initiativ</th><th scope="col">Ansvarligt ministerie</th>'
        '<th scope="col">Status</th></tr>',
        "</thead>",
        '<tbody class="titled">',
        '<tr class="section"><td colspan="3"><h2>[red] {{ note.title }} [/x]</h2></td></tr>',
        '<tr class="short">',
        '<th scope="row" id="initiativ-1">Et &lt;script&gt;alert(1)&lt;/script&gt;\u00a0*</th>',
        '<td class="ministry"><abbr title="Social-\u2060\u00a0og Boligministeriet">SBM</abbr></td>',
        "<td>",
        '<p class="status">Initiativet er gennemført.</p>',
        '<p class="short">Se <a href="https://a.dk/?a=1&amp;b=%222%22" '
        'title="Link til https://a.dk/?a=1&amp;b=%222%22"><em>den</em> her</a>, '
        "<strong>nu</strong> &amp; &lt;i&gt;her&lt;/i&gt;.</p>",
        "<ul>",
        "<li>A &amp; B: 4,5\u00a0mio.\u00a0kr.</li>",
        "</ul>",
        "</td>",
    ]


PROMISES = """\
        milestones:
          - Loven *træder* i kraft: 2025-07-01
          - what: Rapporten foreligger
            due: 2026-06
            met: 2026-05-28
            moved_from: [2025]
"""


def test_milestones_are_printed_where_that_is_asked_for() -> None:
    printed = f"print_milestones: true\n{PLAN}{PROMISES}"
    shown = note.derive(loading.read(printed, "plan.yaml").plan)
    assert html(shown, TEMPLATES).splitlines()[27:33] == [
        '<p class="label">Milepæle:</p>',
        "<ul>",
        "<li>Loven *træder* i kraft: 1.\u00a0juli 2025</li>",
        "<li>Rapporten foreligger: juni 2026 (flyttet fra 2025; indfriet 28.\u00a0maj 2026)</li>",
        "</ul>",
        "</td>",
    ]
    *_, last = markdown.render(shown, TEMPLATES).decode().splitlines()
    assert last.endswith(
        "<br><br>Milepæle:<br>Loven \\*træder\\* i kraft: 1.\u00a0juli 2025"
        "<br>Rapporten foreligger: juni 2026 (flyttet fra 2025; "
        "indfriet 28.\u00a0maj 2026) |"
    )


def test_milestones_are_not_printed_unless_asked_for() -> None:
    silent = note.derive(loading.read(PLAN, "plan.yaml").plan)
    kept = note.derive(loading.read(PLAN + PROMISES, "plan.yaml").plan)
    assert html(kept, TEMPLATES) == html(silent, TEMPLATES)
    assert markdown.render(kept, TEMPLATES) == markdown.render(silent, TEMPLATES)


def test_every_paragraph_of_the_data_is_there() -> None:
    real = note.derive(loading.load(str(REAL)).plan)
    page = danish.plain(html(real, TEMPLATES))
    for row in real.rows:
        for part in row.account:
            for paragraph in part.paragraphs:
                for span in paragraph:
                    assert inline.plain((span,)) in page


def test_no_rule_asks_for_each_row_what_all_rows_hold() -> None:
    """`:has` walks through all that an element holds, for each element that the rule may be for."""
    style = (ROOT / "templates" / "note.css").read_text("utf-8")
    assert {*re.findall(r"([\w.]*):has\(", style)} == {"ol", "tr.long"}
