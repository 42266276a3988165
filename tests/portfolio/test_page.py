"""The page that leads to the pages of several plans: complete, silent, and fit for every reader."""

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from support import browser
from support.project import ROOT, SMALL_PLAN
from support.three_plans import PLANS, ROADS

from statusnote import danish, note
from statusnote.note import as_draft
from statusnote.plan import loading
from statusnote.portfolio import page
from statusnote.portfolio.page import Linked, Overview
from statusnote.render import page as note_page
from statusnote.render.templates import Templates

TEMPLATES = Templates.found(None)


def linked(name: str, text: str) -> Linked:
    return Linked(f"{name}.html", name, note.derive(loading.read(text, f"{name}.yaml").plan))


@pytest.fixture
def no_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages without their fonts, which take the most time."""
    monkeypatch.setattr(note_page, "_faces", lambda _: "")


without_fonts = pytest.mark.usefixtures("no_fonts")
THREE = [linked(name, text) for name, text in PLANS.items()]


def made(plans: list[Linked], *missing: str) -> str:
    return page.render(plans, missing, TEMPLATES).decode()


def text_of(content: str) -> str:
    body = re.split("<body.*?>", content)[1]
    return " ".join(unescape(danish.plain(re.sub("<.*?>", " ", body))).split())


def rows_under(content: str, heading: str) -> list[list[str]]:
    """The cells of the table in the section of a *heading*, row by row, without its head."""
    section = re.findall(rf'<h2 id="{heading}">.*?</section>', content, re.DOTALL)[0]
    rows = re.findall("<tr>.*?</tr>", section, re.DOTALL)[1:]
    return [[text_of(f"<body>{cell}") for cell in re.findall(CELL, row)] for row in rows]


CELL = "<t[hd].*?>(.*?)</t[hd]>"


@without_fonts
def test_plans_of_one_title_are_told_apart_by_their_files() -> None:
    later = ROADS.replace("2026-06-01", "2027-06-01")
    content = made([linked("veje", ROADS), linked("veje 2027", later), THREE[0]])
    assert [row[0] for row in rows_under(content, "planer")] == [
        "Status for planen for trygge veje (veje)",
        "Status for planen for trygge veje (veje 2027)",
        "Status for en lille plan",
    ]
    assert "trygge veje (veje 2027)</a></h3>" in content


def test_a_name_that_is_no_utf_8_is_shown_and_led_to() -> None:
    content = made([linked("b\udcf8lig", ROADS), THREE[0]], "v\udce6k")
    assert '<a href="b%F8lig.html">' in content
    assert "<li>v\\udce6k</li>" in content


@without_fonts
def test_it_says_of_each_plan_what_there_is_to_know() -> None:
    content = made(THREE)
    assert rows_under(content, "planer") == [
        ["Status for en lille plan", "10. april 2025", "1: 1 gennemført", "vises ikke", "0 kr."],
        [
            "Status for planen for trygge veje",
            *("1. juni 2026", "2: 1 gennemført, 1 i gang", "1", "ca. 4.500.000 kr."),
        ],
        [
            "Status for planen for gode skoler",
            *("15. januar 2026", "1: 1 stoppet", "vises ikke", "0 kr."),
        ],
    ]
    assert rows_under(content, "status") == [
        ["Gennemført", "2", "2"],
        ["I gang", "1", "1"],
        ["Stoppet", "1", "1"],
    ]
    assert re.findall('<rect width="([0-9]+)"', content) == ["100", "50", "50"]
    said = text_of(content)
    assert said.startswith("Gå til planerne Overblik over 3 planer 4 initiativer: 2 gennemført, 1")
    assert "1 stoppet. Tilskud i alt: ca. 4.500.000 kr. Planer" in said


@without_fonts
def test_a_party_is_known_by_its_name_in_all_plans() -> None:
    assert rows_under(made(THREE), "ansvarlige") == [
        [
            "Social- og Boligministeriet (SBM, SM)",
            *("2", "2: 1 gennemført, 1 i gang", "1"),
        ],
        ["Vejministeriet (VEJ)", "1", "2: 1 gennemført, 1 i gang", "1"],
        ["Børne- og Undervisningsministeriet (BUVM)", "1", "1: 1 stoppet", "vises ikke"],
    ]
    alone = SMALL_PLAN.replace("SBM: Social- og Boligministeriet", "KL: KL").replace("SBM", "KL")
    assert rows_under(made([linked("kl", alone)]), "ansvarlige")[0][0] == "KL"


@without_fonts
def test_what_is_overdue_leads_to_its_initiative_where_the_plan_shows_it() -> None:
    content = made(THREE)
    said = text_of(content)
    assert "1 milepæl er overskredet. 2 planer viser ikke milepæle." in said
    assert "Pr. 1. juni 2026: Flere stier (VEJ med SM): Stierne er åbne, marts 2026" in said
    assert 'href="veje.html#initiativ-1"' in content
    assert "Lyset er tændt" not in content  # in a plan that doesn't print its milestones
    later = made([linked("veje", ROADS.replace("as_of: 2026-06-01", "as_of: 2026-08-01"))])
    assert "<p>2 milepæle er overskredet.</p>" in danish.plain(later)
    before = made([linked("veje", ROADS.replace("as_of: 2026-06-01", "as_of: 2026-01-01"))])
    assert "<p>Ingen milepæle er overskredet.</p>" in danish.plain(before)


@without_fonts
def test_what_is_missing_is_named_and_a_draft_is_told() -> None:
    draft = Linked("a-udkast.html", "a", as_draft(THREE[0].note))
    content = made([draft], "klima & miljø", "veje")
    assert "Mangler" not in made(THREE)
    assert "<li>klima &amp; miljø</li>" in content
    assert "<li>veje</li>" in content
    assert '<a href="a-udkast.html">Status for en lille plan</a> (udkast)</th>' in content
    assert "Overblik over 1 plan</h1>" in danish.plain(content)
    assert '<p class="stamp">UDKAST</p>' in content
    assert "<title>UDKAST: Overblik over 1 plan</title>" in content
    assert "UDKAST" not in made(THREE).partition("<body")[2]


@without_fonts
def test_the_words_are_those_that_all_plans_have() -> None:
    assert '<th scope="col">Initiativer</th>' in made(THREE)
    assert '<th scope="col">Indsatser</th>' in made(THREE[2:])
    nothing = SMALL_PLAN[: SMALL_PLAN.index("    initiatives:")] + "    initiatives: []\n"
    assert Overview([linked("tom", nothing)], ()).sentence.startswith("0 initiativer. Tilskud i")


def test_it_asks_for_nothing_runs_nothing_and_is_the_same_every_time() -> None:
    content = made(THREE, "klima")
    assert content == page.render(THREE, ["klima"], Templates.found(None)).decode()
    assert "script" not in content
    assert {*re.findall("url\\((\\S{20})", content)} == {"data:font/woff2;base"}
    addresses = re.findall('(?:href|src)="(.*?)"', content)
    assert {each.partition("#")[0] for each in addresses} == {"", *(each.file for each in THREE)}
    assert str(ROOT) not in content


@without_fonts
@pytest.mark.parametrize("name", ["æ & ø", "a:b", "50%#?"])
def test_a_page_of_any_name_is_found(name: str, tmp_path: Path) -> None:
    one = Linked(f"{name}.html", name, THREE[1].note)
    (tmp_path / one.file).write_text("<title>fundet</title>", "utf-8")
    (tmp_path / "index.html").write_text(made([one]), "utf-8")
    with browser.shown(tmp_path / "index.html") as opened:
        opened.page.get_by_role("link", name="Flere stier").click()
        assert opened.page.title() == "fundet"
        assert opened.page.url.endswith("#initiativ-1")


def test_what_stands_in_the_data_is_text(tmp_path: Path) -> None:
    hostile = '</style><script>document.title="ud"</script><img src=x onerror=alert(1)>{{ page }}'
    text = ROADS.replace("Flere stier", json.dumps(hostile)).replace(
        "Status for planen for trygge veje", json.dumps(hostile)
    )
    plan = linked("veje", text.replace("Vejministeriet", json.dumps(hostile)))
    (tmp_path / "index.html").write_text(made([plan], hostile), "utf-8")
    with browser.shown(tmp_path / "index.html") as opened:
        assert opened.said == []
        assert opened.page.title() == "Overblik over 1 plan"
        assert opened.page.get_by_text(hostile).count() >= 4


LOOKS: dict[str, tuple[int, dict[str, Any]]] = {
    "narrow": (320, {}),
    "middle, dark": (768, {"color_scheme": "dark"}),
    "wide, forced colours": (1280, {"forced_colors": "active"}),
}


@pytest.mark.parametrize(("width", "look"), LOOKS.values(), ids=LOOKS)
def test_it_is_accessible(width: int, look: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(made(THREE, "klima"), "utf-8")
    with browser.shown(tmp_path / "index.html", width, **look) as opened:
        assert opened.found_by_axe() == []
        assert opened.said == []
