"""The Markdown form says exactly what the data says, to every parser."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.gfm import PARSERS, Shown

from statusnote.note import AccountPart, GrantLine, Note, NoteSection, Row
from statusnote.plan.statuses import USUAL
from statusnote.reading import inline
from statusnote.reading.inline import Span
from statusnote.render import markdown
from statusnote.render.templates import Templates

TEMPLATES = Templates.found(None)
SPECIAL = st.sampled_from(list("\\`*_[](){}<>&|~#$^!+-=.:;'\"/@1a æ\u00a0—"))
TEXT = (
    st.text(SPECIAL | st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=40)
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)


@pytest.mark.parametrize("parse", PARSERS)
@settings(max_examples=150)
@given(title=TEXT, paragraph=TEXT, recipient=TEXT)
def test_any_text_comes_back(
    parse: Callable[[str], str], title: str, paragraph: str, recipient: str
) -> None:
    spans = inline.parse(paragraph)
    account = (
        AccountPart(paragraphs=(spans,)),
        AccountPart(grant_lists=((GrantLine(recipient, "1 kr."),),)),
    )
    shown = Shown(parse(markdown.render(_note(title, account, (spans,)), TEMPLATES).decode()))
    words = inline.plain(spans)
    assert shown.texts("h1") == [title]
    assert shown.texts("h2") == [title]
    assert shown.texts("p") == [title, words]
    assert shown.texts("td") == [
        title,
        "SBM/JM",
        f"Initiativet er gennemført.\n\n{words}\n\n{recipient}: 1 kr.",
    ]


@pytest.mark.parametrize("parse", PARSERS)
@pytest.mark.parametrize(
    "words", [":tada: og :heavy_check_mark:", "Spørg @org/team, (@nogen) og @1.", "kl. 10:30:00"]
)
def test_what_platforms_look_for_in_the_finished_text_is_not_there(
    parse: Callable[[str], str], words: str
) -> None:
    page = parse(markdown.render(_note(words, (), (inline.parse(words),)), TEMPLATES).decode())
    assert Shown(page).texts("h1") == [words]
    pieces = re.split("<[^>]*>", page)
    assert [piece for piece in pieces if re.search(r":[\w+-]+:|(?<!\w)@\w", piece)] == []


@pytest.mark.parametrize("parse", PARSERS)
@pytest.mark.parametrize(
    "words",
    ["Se https://www.ft.dk/a_b?x=1&y=2.", "WWW.x.dk/a_b*c*", "Mere!", "ftp://x.dk/~a", "2. april"],
)
def test_bare_addresses_and_marks_before_links_come_back(
    parse: Callable[[str], str], words: str
) -> None:
    spans = (Span("text", words), *inline.parse("[b](https://x.dk/y.png)"))
    account = (AccountPart(paragraphs=(spans,)),)
    shown = Shown(parse(markdown.render(_note(words, account, (spans,)), TEMPLATES).decode()))
    assert (shown.texts("h1"), shown.texts("p")) == ([words], [words, f"{words}b"])
    assert shown.links == ["https://x.dk/y.png"] * 2


def _note(
    title: str, account: tuple[AccountPart, ...], introduction: tuple[inline.Paragraph, ...]
) -> Note:
    row = Row(
        number=1,
        title=title,
        heading=title,
        reserve_financed=False,
        ministries=("SBM", "JM"),
        ministry_codes="SBM/JM",
        status=USUAL.read("gennemført"),
        status_sentence="Initiativet er gennemført.",
        account=account,
        grants=(),
        milestones=(),
        signs=(),
        participants=(),
        parts=(),
        budget={},
        indicators=(),
        lists=(),
        more={},
    )
    return Note(
        title=title,
        stamps=(title,),
        as_of=date(2025, 4, 10),
        introduction=introduction,
        ministries={},
        sections=(NoteSection(title, (row,)),),
    )


@pytest.mark.parametrize("parse", PARSERS)
def test_an_account_that_no_sentence_opens_begins_its_cell(parse: Callable[[str], str]) -> None:
    paragraphs = tuple((Span("text", text),) for text in ("| <br> er et tegn.", "To."))
    account = (AccountPart(paragraphs=paragraphs),)
    note = _note("Titel", account, ())
    (section,) = note.sections
    rows = (replace(section.rows[0], status_sentence=""),)
    text = markdown.render(replace(note, sections=(replace(section, rows=rows),)), TEMPLATES)
    shown = Shown(parse(text.decode()))
    assert shown.texts("td")[-1] == "| <br> er et tegn.\n\nTo."
    assert b"| \\| \\<br\\> er et tegn.<br><br>To. |" in text
