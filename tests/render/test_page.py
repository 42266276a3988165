"""The web page: complete, the same every time, silent, and fit for every reader."""

import json
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from support import awkward, browser
from support.project import REAL, SMALL_PLAN

from statusnote import danish, note
from statusnote.changes.whats_new import note_on
from statusnote.note import Note, Row
from statusnote.plan import loading, starter
from statusnote.reading import inline
from statusnote.render import note_json, page
from statusnote.render.templates import Templates

TEMPLATES = Templates.found(None)
BEGUN = starter.contents()["data/initiatives.yaml"].decode()
BEFORE = loading.read(BEGUN.replace("igangværende", "gennemført"), "-").plan
PLAN = BEGUN.replace("print_overview: false", "print_overview: true")
PLAN = PLAN.replace("print_legend: false", "print_legend: true")
ALL = note_on(loading.read(PLAN, "-").plan, BEFORE, draft=True)
REAL_NOTE = note.derive(loading.load(str(REAL)).plan)
NOTES = {
    "the real note": REAL_NOTE,
    "all there is": ALL,
    "no sections": awkward.NOTES["no sections"],
}
each_note = pytest.mark.parametrize("shown", NOTES.values(), ids=NOTES)


def made(shown: Note) -> str:
    return page.render(shown, TEMPLATES).decode()


class Text(HTMLParser):
    """The words of a page's body, and the elements that it has."""

    def __init__(self, content: str) -> None:
        super().__init__()
        self.said: list[str] = []
        self.elements: list[str] = []
        self.addresses: list[str] = []
        self.feed(content)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.addresses += [value or "" for name, value in attrs if name in ("src", "href", "data")]

    def handle_data(self, data: str) -> None:
        if self.elements and self.elements[-1] not in ("style", "script", "title"):
            self.said.append(data)

    @property
    def text(self) -> str:
        return " ".join(danish.plain("".join(self.said)).split())


@each_note
def test_it_says_what_the_note_says_in_its_order(shown: Note) -> None:
    text, at = Text(made(shown)).text, 0
    for said in words_of(shown):
        plain = " ".join(danish.plain(said).split())
        assert plain in text[at:], plain
        at += text[at:].index(plain) + len(plain)


def words_of(shown: Note) -> Iterator[str]:
    yield from shown.stamps
    yield from (f"{line.label}: {line.text}" for line in shown.head)
    yield shown.title
    yield from map(inline.plain, shown.introduction)
    for news in shown.news:
        yield news.sum
        for row in (row for rows in news.tables for row in rows):
            yield from (row.heading, row.sentence, *row.more)
    for overview in (row for rows in shown.overviews for row in rows):
        yield from (overview.status, str(overview.count), overview.parties)
    for section in shown.sections:
        yield from section.titles
        for one in section.rows:
            yield from words_of_row(one, shown)
    yield from (text for each in shown.legends for text in (each.label, *each.lines))


def words_of_row(row: Row, shown: Note) -> Iterator[str]:
    yield row.heading
    yield from map(shown.party, row.parties)
    yield from row.status_sentences
    for part in row.account:
        items = (item for items in (*part.bullet_lists, *part.numbered_lists) for item in items)
        yield from map(inline.plain, (*part.paragraphs, *items))
        grants = (grant for lines in (*part.grant_lists, *part.summed_lists) for grant in lines)
        yield from (f"{grant.recipient}: {grant.amount}" for grant in grants)
    yield from (text for each in row.lists for text in (each.label, *each.lines))


@each_note
def test_its_headings_are_in_order_and_each_initiative_has_an_address(shown: Note) -> None:
    content = made(shown)
    levels = [int(level) for level in re.findall(r"<h([1-6])", content)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert re.findall(r'<article id="(\S+?)"', content) == [
        f"initiativ-{row.number}" for row in shown.rows
    ]


@each_note
def test_it_asks_for_nothing_and_holds_the_note_as_data(shown: Note) -> None:
    content = made(shown)
    assert {*re.findall("url\\((\\S{20})", content)} == {"data:font/woff2;base"}
    links = ("#", "http://", "https://", "mailto:")
    assert [each for each in Text(content).addresses if not each.startswith(links)] == []
    assert not {"img", "link", "iframe", "object", "form", "base"} & {*Text(content).elements}
    (told,) = re.findall(r'<script type="application/json" id="note">(.*?)</script>', content)
    assert json.loads(told) == json.loads(note_json.as_json(shown))
    assert content.count("<script") == 1


def test_it_is_small_and_the_same_every_time() -> None:
    once, again = (page.render(REAL_NOTE, Templates.found(None)) for _ in range(2))
    assert once == again
    assert len(once) < 150_000


HOSTILE = (
    '</script><script>document.title="ud"</script>',
    "<!-- ]]> &lt;/style&gt; <img src=x onerror=alert(1)>",
    "javascript:alert(1) {{ note.title }} &amp;",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_what_stands_in_the_data_is_text(text: str, tmp_path: Path) -> None:
    plan = SMALL_PLAN.replace("Et initiativ", json.dumps(text))
    shown = note.derive(loading.read(plan, "-").plan)
    content = made(shown)
    assert content.count("<script") == content.count("</script>") == 1
    assert " ".join(text.split()) in Text(content).text
    path = tmp_path / "page.html"
    path.write_text(content, "utf-8")
    assert browser.said_on_console(path) == []


def test_a_style_of_ones_own_stays_inside_of_its_element(tmp_path: Path) -> None:
    (tmp_path / "page.css").write_text("p::after { content: '</style><script>' }")
    content = page.render(REAL_NOTE, Templates.found(tmp_path)).decode()
    assert content.count("</style>") == 1
    assert r"<\/style><script>" in content


def test_a_draft_says_so_at_the_top_and_in_the_title() -> None:
    content = made(ALL)
    assert f"<title>UDKAST: {ALL.title}</title>" in content
    assert '<body class="draft">' in content
    assert '<p class="stamp">UDKAST</p>' in content


@each_note
def test_it_is_accessible_at_every_width(shown: Note) -> None:
    found = browser.found_by_axe(page.render(shown, TEMPLATES))
    fonts = 3 if "<em>" in made(shown) else 2  # the italic one comes where it is used
    assert found == {"320": [], "768": [], "1280": [], "fonts": fonts}


def test_axe_finds_what_is_wrong() -> None:
    worse = made(REAL_NOTE).replace('lang="da"', "").replace("<main>", "<main><img src=x>")
    found = browser.found_by_axe(worse.replace("<h1>", '<h1 style="width: 900px">').encode())
    assert [each.split(":")[0] for each in found["320"]] == [
        "html-has-lang",
        "image-alt",
        "too wide",
    ]


def test_a_browser_has_nothing_to_say_of_it(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(page.render(ALL, TEMPLATES))
    assert browser.said_on_console(path) == []
    path.write_bytes(path.read_bytes().replace(b"<main>", b"<main><img src='https://a.dk/x.png'>"))
    assert "Content Security Policy" in " ".join(browser.said_on_console(path))


def test_it_is_rendered_by_its_name(run: Callable[..., Any], tmp_path: Path) -> None:
    out = tmp_path / "note.html"
    assert run("render", REAL, "--output", out).code == 0
    assert out.read_bytes() == page.render(REAL_NOTE, TEMPLATES)
