"""The web page: complete, the same every time, silent, and fit for every reader."""

import json
import os
import re
import subprocess
import sys
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
from statusnote.history import collect, files
from statusnote.history.model import Version
from statusnote.note import Note, Row
from statusnote.plan import loading, starter
from statusnote.reading import inline
from statusnote.render import page
from statusnote.render.forms import Sources
from statusnote.render.page_figures import Page
from statusnote.render.templates import Templates

TEMPLATES = Templates.found(None)
BEGUN = starter.contents()["data/initiatives.yaml"].decode()
BEFORE = loading.read(BEGUN.replace("igangværende", "gennemført"), "-").plan
PLAN = BEGUN.replace("print_overview: false", "print_overview: true")
PLAN = PLAN.replace("print_legend: false", "print_legend: true")
ALL = note_on(loading.read(PLAN, "-").plan, BEFORE, draft=True)
HISTORY = collect.history_of([Version("før", BEFORE), Version("nu", loading.read(PLAN, "-").plan)])
CARRIED = files.as_json(collect.published(HISTORY, with_milestones=True)).encode()
REAL_NOTE = note.derive(loading.load(str(REAL)).plan)
NOTES = {
    "the real note": REAL_NOTE,
    "all there is": ALL,
    "no sections": awkward.NOTES["no sections"],
}
each_note = pytest.mark.parametrize("shown", NOTES.values(), ids=NOTES)


def made(shown: Note) -> str:
    sources = Sources(b"", attached=False, history=CARRIED) if shown is ALL else None
    return page.render(shown, TEMPLATES, sources).decode()


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
    for overview in (row for rows in Page(shown).overviews for row in rows):
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
def test_it_asks_for_nothing(shown: Note) -> None:
    content = made(shown)
    assert {*re.findall("url\\((\\S{20})", content)} == {"data:font/woff2;base"}
    links = ("#", "http://", "https://", "mailto:")
    assert [each for each in Text(content).addresses if not each.startswith(links)] == []
    assert not {"img", "link", "iframe", "object", "form", "base"} & {*Text(content).elements}
    assert content.count("<script") == (3 if shown is ALL else 2)
    assert content.count("<script>") == 1


def test_it_is_small_and_the_same_every_time() -> None:
    once, again = (page.render(REAL_NOTE, Templates.found(None)) for _ in range(2))
    assert once == again
    assert len(once) < 150_000


def test_it_is_the_same_in_another_folder_zone_and_locale(tmp_path: Path) -> None:
    code = "import sys; from statusnote import cli; sys.argv[0] = 'statusnote'; cli.main()"
    command = (sys.executable, "-c", code, "render", REAL, "--format", "html", "--output", "-")
    for zone, locale in (("Pacific/Apia", "C"), ("Europe/Copenhagen", "C.UTF-8")):
        environment = os.environ | {"TZ": zone, "LC_ALL": locale, "PYTHONHASHSEED": "7"}
        done = subprocess.run(
            command, cwd=tmp_path, env=environment, capture_output=True, check=True
        )
        assert done.stdout == page.render(REAL_NOTE, TEMPLATES, Sources(REAL.read_bytes()))


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
    assert content.count("<script") == content.count("</script>") == 2
    assert " ".join(text.split()) in Text(content).text
    with browser.shown(written(tmp_path, content)) as opened:
        assert opened.said == []
        assert opened.page.title() == shown.title
        opened.page.get_by_label("Søg efter ord").fill(text)
        opened.page.wait_for_url("**#?ord=*")
        assert opened.page.locator("article").count() == 1
        assert opened.page.locator("article:visible").count() == 1
        assert opened.said == []


def test_a_style_of_ones_own_stays_inside_of_its_element(tmp_path: Path) -> None:
    (tmp_path / "page.css").write_text("p::after { content: '</style><script>' }")
    content = page.render(REAL_NOTE, Templates.found(tmp_path)).decode()
    assert content.count("</style>") == 1
    assert r"<\/style><script>" in content


def test_several_who_are_responsible_are_called_so() -> None:
    several = SMALL_PLAN.replace("[SBM]", "[SBM, KL]").replace("sections:", "  KL: KL\nsections:")
    content = made(note.derive(loading.read(several, "-").plan))
    assert "Ansvarlige: Social- og Boligministeriet (SBM), KL</p>" in danish.plain(content)
    assert '<p class="parties">Ansvarligt ministerie: ' in made(REAL_NOTE)


def test_whom_to_ask_can_be_written_to() -> None:
    address = "ida.holm@example.dk"
    assert f'Kontakt: Ida Holm, <a href="mailto:{address}">{address}</a></p>' in made(ALL)


def test_no_line_ends_in_a_range_of_years(tmp_path: Path) -> None:
    with browser.shown(written(tmp_path, made(REAL_NOTE)), 320) as opened:
        lines = "all => all.map(one => one.getClientRects().length)"
        counts = opened.page.locator(".whole").evaluate_all(lines)
    assert len(counts) > 3
    assert {*counts} == {1}


def test_a_draft_says_so_at_the_top_and_in_the_title() -> None:
    content = made(ALL)
    assert f"<title>UDKAST: {ALL.title}</title>" in content
    assert '<body class="draft">' in content
    assert '<p class="stamp">UDKAST</p>' in content


def written(folder: Path, content: str) -> Path:
    path = folder / "note.html"
    path.write_text(content, "utf-8")
    return path


LOOKS: dict[str, tuple[int, dict[str, Any]]] = {
    "narrow": (320, {}),
    "middle, dark": (768, {"color_scheme": "dark"}),
    "middle, forced colours": (768, {"forced_colors": "active", "reduced_motion": "reduce"}),
    "wide": (1280, {}),
}


@each_note
@pytest.mark.parametrize(("width", "look"), LOOKS.values(), ids=LOOKS)
def test_it_is_accessible(shown: Note, width: int, look: dict[str, Any], tmp_path: Path) -> None:
    with browser.shown(written(tmp_path, made(shown)), width, **look) as opened:
        assert opened.found_by_axe() == []
        assert opened.said == []
        opened.page.locator("#fold-sammen").click()
        opened.page.get_by_label("Søg efter ord").fill("intet har disse ord")
        opened.page.wait_for_url("**#?ord=*")
        assert opened.page.locator("article:visible").count() == 0
        assert opened.found_by_axe() == []


@each_note
def test_it_is_complete_without_its_script(shown: Note, tmp_path: Path) -> None:
    content = re.sub("<script>.*?</script>", "", made(shown), flags=re.DOTALL)
    with browser.shown(written(tmp_path, content), 320) as opened:
        assert opened.found_by_axe() == []
        assert opened.page.locator("article:visible").count() == len(shown.rows)
        assert opened.page.locator("#udvalg").is_hidden()
        fonts = "[...document.fonts].filter((font) => font.status === 'loaded').length"
        assert opened.page.evaluate(fonts) == (3 if "<em>" in content else 2)


def test_axe_finds_what_is_wrong(tmp_path: Path) -> None:
    worse = made(REAL_NOTE).replace('lang="da"', "").replace("<main>", "<main><img src=data:,>")
    worse = worse.replace("<h1>", f"<h1>{'W' * 60}")
    worse = worse.replace("overflow-wrap: break-word", "")
    worse = re.sub('<meta http-equiv="Content-Security-Policy".*', "", worse)
    with browser.shown(written(tmp_path, worse), 320) as opened:
        found = [each.split(":")[0] for each in opened.found_by_axe()]
    assert found == ["html-has-lang", "image-alt", "too wide"]


def test_a_browser_says_what_it_is_not_allowed(tmp_path: Path) -> None:
    worse = made(ALL).replace("<main>", "<main><img src='https://a.dk/x.png'>")
    with browser.shown(written(tmp_path, worse)) as opened:
        assert any("Content Security Policy" in each for each in opened.said)


@pytest.fixture
def real(tmp_path: Path) -> Iterator[browser.Shown]:
    with browser.shown(written(tmp_path, made(REAL_NOTE))) as opened:
        yield opened
        assert opened.said == []


def numbers(opened: browser.Shown) -> list[str]:
    """The numbers of the initiatives that are to be seen, in their order."""
    ids = opened.page.locator("article:visible").evaluate_all("all => all.map(one => one.id)")
    return [each.removeprefix("initiativ-") for each in ids]


def expected(shown: Callable[[Row], bool]) -> list[str]:
    return [str(row.number) for row in REAL_NOTE.rows if shown(row)]


def test_initiatives_are_chosen_by_what_they_have_and_the_address_says_so(
    real: browser.Shown,
) -> None:
    real.page.get_by_label("Ansvarligt ministerie").select_option("SBM")
    real.page.wait_for_url("**#?ansvar=SBM")
    assert numbers(real) == expected(lambda row: "SBM" in row.parties)
    real.page.get_by_label("Status").select_option("gennemført")
    real.page.wait_for_url("**#?ansvar=SBM&status=*")
    both = expected(lambda row: "SBM" in row.parties and row.status.phrase == "gennemført")
    assert numbers(real) == both
    assert real.page.locator("#antal").inner_text() == f"Viser {len(both)} af 26 initiativer."
    address = real.page.url
    real.page.locator("#vis-alle").click()
    assert len(numbers(real)) == 26
    real.page.goto("about:blank")
    real.page.goto(address)
    assert numbers(real) == both
    assert real.page.get_by_label("Status").input_value() == "gennemført"
    real.page.get_by_label("Tegn").select_option("*")
    real.page.wait_for_url("**&tegn=*")
    assert numbers(real) == [
        str(row.number) for row in REAL_NOTE.rows if str(row.number) in both and row.signs
    ]


def test_each_option_says_how_many_it_leaves(real: browser.Shown) -> None:
    for field in real.page.locator("#udvalg select").all()[:3]:
        for option in field.locator("option").all()[1:]:
            field.select_option(option.get_attribute("value"))
            real.page.wait_for_url(f"**{field.get_attribute('name')}=*")
            count = option.inner_text().rsplit(": ", 1)[1]
            real.page.wait_for_function(
                "count => document.getElementById('antal').textContent.startsWith(count)",
                arg=f"Viser {count} af",
            )
            assert len(numbers(real)) == int(count)
        real.page.locator("#vis-alle").click()


def test_words_are_found_in_any_case_and_order(real: browser.Shown) -> None:
    real.page.get_by_label("Søg efter ord").fill("GRAVIDE   håndbøger")
    real.page.wait_for_url("**#?ord=*")
    assert numbers(real) == ["1"]


def test_initiatives_are_put_in_order_and_back(real: browser.Shown) -> None:
    before = numbers(real)
    real.page.get_by_label("Rækkefølge").select_option("bevilling")
    real.page.wait_for_url("**#?orden=bevilling")
    grants = {str(row.number): sum(each.kroner for each in row.grants) for row in REAL_NOTE.rows}
    assert numbers(real) == sorted(before, key=lambda number: -grants[number])
    real.page.get_by_label("Rækkefølge").select_option("frist")
    real.page.wait_for_url("**#?orden=frist")
    assert numbers(real)[:2] != before[:2]
    assert real.page.locator("h2:visible").all_inner_texts() == ["Overblik", "Initiativer"]
    real.page.locator("#vis-alle").click()
    assert numbers(real) == before
    assert len(real.page.locator("h2:visible").all()) == 1 + len(REAL_NOTE.sections)


def test_an_address_shows_its_initiative_whatever_was_chosen(real: browser.Shown) -> None:
    real.page.get_by_label("Ansvarligt ministerie").select_option("LIGE")
    real.page.wait_for_url("**#?ansvar=LIGE")
    real.page.locator("#fold-sammen").click()
    assert "1" not in numbers(real)
    real.page.evaluate("location.hash = '#initiativ-1'")
    real.page.wait_for_function("document.querySelector('#initiativ-1 details').open")
    assert real.page.locator("#initiativ-1").is_visible()
    assert real.page.locator("details[open]").count() == 1


def test_the_way_past_the_head_changes_nothing(real: browser.Shown) -> None:
    real.page.get_by_label("Ansvarligt ministerie").select_option("LIGE")
    real.page.wait_for_url("**#?ansvar=LIGE")
    chosen = numbers(real)
    real.page.evaluate("location.hash = '#initiativer'")
    real.page.wait_for_url("**#initiativer")
    assert numbers(real) == chosen


@pytest.mark.parametrize("view", ["?status=opfundet&andet=1", "?ord=%", "%", "initiativ-99", "?"])
def test_a_view_of_what_is_not_there_shows_all(view: str, real: browser.Shown) -> None:
    address = real.page.url
    real.page.goto("about:blank")
    real.page.goto(f"{address}#{view}")
    assert real.page.locator("#antal").inner_text().startswith("Viser ")
    assert len(numbers(real)) == (0 if view == "?ord=%" else 26)


def test_the_keyboard_reaches_and_works_everything(real: browser.Shown) -> None:
    reached: list[str] = []
    key = "() => { const at = document.activeElement; return at.id || at.name || at.tagName }"
    for _ in range(16):
        real.page.keyboard.press("Tab")
        reached.append(real.page.evaluate(key))
        if reached[-1] == "fold-sammen":
            real.page.keyboard.press("Enter")
            assert real.page.locator("details[open]").count() == 0
        if reached[-1] == "fold-ud":
            real.page.keyboard.press(" ")
        if reached[-1] == "ord":
            real.page.keyboard.type("gravide")
            real.page.wait_for_url("**#?ord=gravide")
            assert 0 < len(numbers(real)) < 26
        if reached[-1] == "SUMMARY":
            real.page.keyboard.press("Enter")
            assert real.page.locator("details[open]").count() == 1
            break
    in_order = ["ord", "ansvar", "status", "tegn", "orden", "fold-ud", "fold-sammen", "vis-alle"]
    assert [each for each in reached if each in in_order] == in_order
    assert reached[0] == "A"
    assert reached[-2:] == ["A", "SUMMARY"]


def test_an_address_leads_to_its_initiative_at_once_however_far_down(tmp_path: Path) -> None:
    """What is out of sight has no height of its own yet, so that who scrolls there goes too far."""
    far_down = REAL_NOTE.rows[len(REAL_NOTE.rows) * 3 // 4].number
    address = f"{written(tmp_path, made(REAL_NOTE)).as_uri()}#initiativ-{far_down}"
    with browser.shown_at(address) as opened:
        box = opened.page.locator(f"#initiativ-{far_down}").bounding_box()
        assert box
        assert 0 <= box["y"] < 50


def test_all_is_unfolded_on_paper(real: browser.Shown) -> None:
    real.page.locator("#fold-sammen").click()
    assert real.page.locator("details[open]").count() == 0
    real.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert real.page.locator("details:not([open])").count() == 0
    real.page.emulate_media(media="print")
    assert real.page.locator("#udvalg").is_hidden()
    assert real.page.locator(".skip").is_hidden()


@each_note
def test_its_targets_are_large_enough(shown: Note, tmp_path: Path) -> None:
    with browser.shown(written(tmp_path, made(shown)), 320) as opened:
        targets = opened.page.locator("summary, button, select, input, article > :is(h2, h3) > a")
        for box in (each.bounding_box() for each in targets.all()):
            assert box
            assert min(box["width"], box["height"]) >= 24  # WCAG 2.2, 2.5.8


def test_it_is_rendered_by_its_name(run: Callable[..., Any], tmp_path: Path) -> None:
    out = tmp_path / "note.html"
    assert run("render", REAL, "--output", out).code == 0
    sources = Sources(REAL.read_bytes())
    assert out.read_bytes() == page.render(REAL_NOTE, TEMPLATES, sources)


def test_where_no_sentence_tells_the_status_its_phrase_does() -> None:
    declared = "statuses:\n  standset: {means: stopped, sentence: none}\nministries:"
    plan = SMALL_PLAN.replace("ministries:", declared, 1).replace("gennemført", "standset")
    for account, element in (("", "p"), ("        account: [Det gik i stå.]\n", "summary")):
        shown = made(note.derive(loading.read(plan + account, "-").plan))
        assert f'<{element} class="status">Standset</{element}>' in shown


def test_its_fonts_are_the_same_where_they_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    shown = []
    for _ in range(2):
        page._part.cache_clear()
        shown.append(made(ALL))
    assert shown[0] == shown[1]
    assert len([*tmp_path.joinpath("statusnote").glob("face-*")]) == 3
