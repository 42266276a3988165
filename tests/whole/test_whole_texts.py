"""No sign of a paragraph is lost on the way into any form of the note, but for its markup.

What counts as markup is said here in the simplest way, and not as the program says it: the signs
`*`, `[`, `]`, `(`, `)` and the backslash may go, and so may the target of a link.
"""

import json
import re
from collections.abc import Iterable, Iterator
from random import Random
from typing import Any
from unittest.mock import patch

import pytest
import yaml
from hypothesis import given, reject, settings
from hypothesis import strategies as st
from render.pdf.test_extraction import by_poppler, whole
from support.gfm import Shown, by_cmark
from support.project import SMALL_PLAN

from statusnote import danish
from statusnote.diagnostics.problem import ProblemsFound
from statusnote.note import Note, derive
from statusnote.plan import loading
from statusnote.render import markdown, note_json, page
from statusnote.render.forms import FORMS
from statusnote.render.html import html
from statusnote.render.templates import Templates

pytestmark = pytest.mark.no_cover  # much of everything, which other tests hold

TEMPLATES = Templates.found(None)
MARKUP_SIGNS = "* ** *** [ ] ( ) \\ \\* \\["
SIGNS = "_ __ @ : ; < > & &amp; | # ~ ~~ ` ! ? . , = + $ { } ^ ' \" ’ » « – - —"
WORDS = "vold børn-og unge Ærø 1 2.500 1. 25% *lov* **lov** [her] ]( [her](https://a.dk/x) <b>"
ADDRESSES = "www.a.dk HTTPS://A.dk/b_c*d* https://a.dk/b_(c)?d=1&e=2#f post@b.dk :tada: @c"
PIECES = [" ", *f"{MARKUP_SIGNS} {SIGNS} {WORDS} {ADDRESSES}".split()]
MARKUP = re.compile(r"[*\[\]()\\]")
TARGET = re.compile(r"\]\((https://[^\s()]*)\)")


def text_of(pieces: Iterable[str]) -> str:
    """A paragraph that is put together of *pieces*."""
    return " ".join("".join(pieces).split())


def is_right(paragraph: str) -> bool:
    try:
        loading.read(plan_of([paragraph]), "plan.yaml")
    except ProblemsFound:
        return False
    return True


def plan_of(paragraphs: Iterable[str]) -> str:
    written = (json.dumps(each, ensure_ascii=False) for each in paragraphs)
    return f"{SMALL_PLAN}        account:\n" + "".join(f"          - {each}\n" for each in written)


def note_of(paragraphs: Iterable[str]) -> Note:
    return derive(loading.read(plan_of(paragraphs), "plan.yaml").plan)


PARAGRAPHS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map(text_of)


@settings(max_examples=150)
@given(st.lists(PARAGRAPHS.filter(bool).filter(is_right), min_size=1, max_size=6))
def test_every_sign_but_markup_is_in_every_form(paragraphs: list[str]) -> None:
    shown = note_of(paragraphs)
    (section,) = json.loads(note_json.as_json(shown))["sections"]
    in_json = section["initiatives"][0]["account"]
    for paragraph, words in zip(paragraphs, in_json, strict=True):
        assert re.fullmatch(expected(paragraph), signs(words)), (paragraph, words)
    page = by_cmark(markdown.render(shown, TEMPLATES).decode())
    _status, *in_markdown = Shown(page).texts("td")[-1].split("\n\n")
    assert in_markdown == in_json
    _, _status, *in_html = Shown(html(shown, TEMPLATES)).texts("p")
    assert list(map(danish.plain, in_html)) == in_json


LABELS = ("del", "ansvarlig", "tegn", "modtager", "stykke", "mål", "enhed", "lovet", "til")
LABEL = st.lists(st.sampled_from(PIECES), min_size=1, max_size=8).map(text_of).filter(bool)


def plan_with(labels: dict[str, str]) -> str:
    """A plan of one initiative that has all there is, whose texts are these *labels*."""
    initiative = {
        "number": "1",
        "title": "Et initiativ",
        "parties": ["A", "B"],
        "marks": ["†"],
        "status": "gennemført",
        "account": [{"grants": [{labels["modtager"]: "5 mio."}]}],
        "parts": [{"title": labels["stykke"], "status": "gennemført"}],
        "indicators": [{"name": labels["mål"], "unit": labels["enhed"], "target": "5"}],
        "milestones": [{"what": labels["lovet"], "due": "2026"}],
    }
    plan = {
        "title": "Status",
        "head": {"recipient": labels["til"]},
        "as_of": "2025-04-10",
        "period": "2023-2026",
        "print_milestones": "true",
        "print_legend": "true",
        "introduction": ["Det er alt."],
        "parties": {"A": labels["ansvarlig"], "B": "B"},
        "marks": {"†": labels["tegn"]},
        "sections": [{"title": labels["del"], "initiatives": [initiative]}],
    }
    return yaml.safe_dump(plan, allow_unicode=True, width=10_000)


@settings(max_examples=60)
@given(st.fixed_dictionaries(dict.fromkeys(LABELS, LABEL)))
def test_every_sign_of_a_label_is_in_every_form(labels: dict[str, str]) -> None:
    try:
        plan = loading.read(plan_with(labels), "plan.yaml").plan
    except ProblemsFound:
        reject()
    shown = derive(plan)
    with patch.object(page, "_faces", return_value=""):  # which take the time
        web_page, _, _ = page.render(shown, TEMPLATES).decode().partition("<script")
    said = {
        "Markdown": in_blocks(by_cmark(markdown.render(shown, TEMPLATES).decode())),
        "HTML": in_blocks(html(shown, TEMPLATES)),
        "page": in_blocks(web_page),
        "JSON": "".join(strings_in(json.loads(note_json.as_json(shown)))),
    }
    wanted = {re.sub(r"\s", "", label) for label in labels.values()}
    lost = {
        form: [label for label in wanted if label not in re.sub(r"\s", "", danish.plain(text))]
        for form, text in said.items()
    }
    assert lost == {form: [] for form in said}


def in_blocks(page: str) -> str:
    return "".join(text for _, text in Shown(page).blocks)


def strings_in(told: Any) -> Iterator[str]:
    if isinstance(told, str):
        yield told
    for each in told.values() if isinstance(told, dict) else told if isinstance(told, list) else ():
        yield from strings_in(each)


def expected(paragraph: str) -> str:
    """A pattern of the signs that must be shown of *paragraph*; the target of a link may be."""
    pieces = TARGET.split(paragraph)
    targets = [f"(?:{re.escape(signs(target))})?" for target in pieces[1::2]]
    texts = [re.escape(signs(text)) for text in pieces[::2]]
    return "".join(part for pair in zip(texts, [*targets, ""], strict=True) for part in pair)


def signs(text: str) -> str:
    """*text* without what may be markup, and without the spaces that this leaves at its ends."""
    return "".join(MARKUP.sub("", text).split())


def test_every_sign_is_extracted_from_the_pdf() -> None:
    """Of so many paragraphs at once that one note is enough."""
    random = Random(0)
    tried = (text_of(random.choices(PIECES, k=random.randint(4, 20))) for _ in range(400))
    paragraphs = [each for each in tried if each and is_right(each)]
    assert len(paragraphs) > 100
    shown = note_of(paragraphs)
    (section,) = json.loads(note_json.as_json(shown))["sections"]
    words = "".join("".join(each.split()) for each in section["initiatives"][0]["account"])
    text = whole(by_poppler(FORMS["pdf"].render(shown, TEMPLATES)), "\u00ad")
    assert "".join(text.split()).endswith(words)
