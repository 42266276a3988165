"""The note that says itself what has changed since the last one."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from support.project import EXAMPLES, SMALL_PLAN

from statusnote import danish, note
from statusnote.changes import describe
from statusnote.changes.compare import compare
from statusnote.changes.whats_new import note_on
from statusnote.note import News, NewsRow
from statusnote.plan import loading
from statusnote.render import markdown
from statusnote.render.html import html
from statusnote.render.note_json import as_json
from statusnote.render.templates import Templates

TEMPLATES = Templates.found(None)
TWO = f"""\
{SMALL_PLAN}        account:
          - Det første afsnit.
          - grants:
              - Odense Kommune: 1.000
      - number: 2
        title: Et andet initiativ
        ministries: [SBM]
        status: igangværende
"""
NEWER = (
    TWO.replace("title: Et initiativ", "title: Et *nyt* navn")
    .replace("status: gennemført", "status: delvist gennemført")
    .replace("første", "nye")
    .replace("- Odense Kommune: 1.000", "- Danner: 2.000")
    .replace("number: 2", "number: 3")
    .replace("Et andet", "Et tredje")
)


def news_of(old: str, new: str) -> note.Note:
    before, now = (loading.read(text, "plan.yaml").plan for text in (old, new))
    return note_on(now, before, draft=False)


def told(old: str, new: str) -> list[str]:
    changes = compare(*(loading.read(text, "plan.yaml").plan for text in (old, new)))
    sentences = (sentence for topic in describe.topics(changes) for sentence in topic.sentences)
    return ["|".join(part.text for part in sentence) for sentence in sentences]


def test_a_recipient_who_is_written_in_another_way_is_told() -> None:
    (said,) = told(TWO, TWO.replace("Odense Kommune", "Odense kommune"))
    assert danish.plain(said) == "Tilskud:|Odense Kommune: 1.000 kr.|Odense kommune: 1.000 kr."


def test_a_line_above_the_title_that_is_gone_or_new_is_told() -> None:
    other = TWO.replace("introduction:", "head:\n  sender: Socialministeriet\nintroduction:")
    assert told(other, TWO) == told(TWO, other) == ["Fra:|Socialministeriet"]


def test_what_has_changed_is_said_in_short_and_marked() -> None:
    found = news_of(TWO, NEWER)
    assert found.news == (
        News(
            "1 ny siden sidst, 1 udgået, 1 ændret.",
            (
                (
                    NewsRow(
                        "Et tredje initiativ",
                        "Et tredje initiativ",
                        "Nyt initiativ: igangværende.",
                        places=(3,),
                    ),
                    NewsRow("Et andet initiativ", "Et andet initiativ", "Initiativet er udgået."),
                    NewsRow(
                        "Et *nyt* navn",
                        "Et *nyt* navn",
                        "Titlen var før »Et initiativ«.",
                        (
                            "Status: fra gennemført til delvist gennemført.",
                            "Tilskud: »Odense Kommune: 1.000\u00a0kr.« er udgået.",
                            "Tilskud: »Danner: 2.000\u00a0kr.« er kommet til.",
                            "Tilskud i alt: fra 1.000\u00a0kr. til 2.000\u00a0kr.",
                            "Redegørelsen er ændret.",
                        ),
                        (1,),
                    ),
                ),
            ),
        ),
    )
    assert [row.marks for row in found.rows] == [("ændret",), ("ny",)]


def test_a_single_change_is_a_single_sentence() -> None:
    newer = SMALL_PLAN.replace("status: gennemført", "status: igangværende")
    sentence = "Status: fra gennemført til igangværende."
    row = NewsRow("Et initiativ", "Et initiativ", sentence, places=(1,))
    assert news_of(SMALL_PLAN, newer).news == (News("1 ændret siden sidst.", ((row,),)),)


def test_titles_have_their_numbers_where_the_note_prints_these() -> None:
    plain, newer = (text.replace("number: 1", "number: A.1") for text in (TWO, NEWER))
    old, new = (f"print_numbers: true\n{text}" for text in (plain, newer))
    printed = ["3. Et tredje initiativ", "2. Et andet initiativ", "A.1 Et *nyt* navn"]
    assert headings_of(news_of(old, new)) == printed
    assert headings_of(news_of(plain, new)) == [printed[0], "Et andet initiativ", printed[2]]
    page = html(news_of(old, new), TEMPLATES)
    text = markdown.render(news_of(old, new), TEMPLATES).decode()
    assert all(f">{heading}<" in page for heading in printed)
    assert "| 2\\. Et andet initiativ | Initiativet er udgået. |" in text
    json = as_json(news_of(old, new)).decode()
    assert '"title": "Et andet initiativ"' in json


def headings_of(shown: note.Note) -> list[str]:
    return [row.heading for news in shown.news for rows in news.tables for row in rows]


def test_all_forms_show_it() -> None:
    found = news_of(TWO, NEWER)
    page = html(found, TEMPLATES)
    assert '<h2 class="news">Ændringer siden sidst</h2>' in page
    assert (
        '<th scope="row" id="initiativ-1">Et *nyt* navn <span class="mark">(ændret)</span></th>'
        in page
    )
    titles = re.findall('<th scope="row">(.*)</th>', page)
    assert titles == [
        '<a href="#initiativ-3" title="Til initiativet i tabellen: Et tredje initiativ">'
        "Et tredje initiativ</a>",
        "Et andet initiativ",
        '<a href="#initiativ-1" title="Til initiativet i tabellen: Et *nyt* navn">'
        "Et *nyt* navn</a>",
    ]
    assert page.count("<table") == 2
    text = markdown.render(found, TEMPLATES).decode()
    assert "## Ændringer siden sidst\n\n1 ny siden sidst, 1 udgået, 1 ændret.\n\n| Init" in text
    assert "| Et tredje initiativ | Nyt initiativ: igangværende. |" in text
    assert "| Et \\*nyt\\* navn (ændret) | SBM |" in text


def test_where_nothing_has_changed_there_is_no_table() -> None:
    found = news_of(TWO, TWO)
    assert found.news == (News("Ingen ændringer."),)
    assert html(found, TEMPLATES).count("<table") == 1
    assert markdown.render(found, TEMPLATES).decode().count("| --- | --- |\n") == 1


@pytest.mark.parametrize("form", ["md", "pdf"])
def test_the_older_version_is_named_by_an_option(
    run: Callable[..., Any], write: Callable[..., Path], form: str
) -> None:
    old, new = write(TWO, "old.yaml"), write(NEWER, "new.yaml")
    with_it, without = new.with_name(f"with.{form}"), new.with_name(f"without.{form}")
    assert run("render", new, "--since", old, "--output", with_it).code == 0
    assert run("render", new, "--output", without).code == 0
    assert with_it.read_bytes() != without.read_bytes()
    assert run("render", new, "--since", "HEAD", "--output", "-").code == 1


def test_a_plan_is_told_of_in_its_own_words() -> None:
    own = loading.load(str(EXAMPLES / "valid" / "own-words.yaml")).plan
    (section,) = own.sections
    (initiative,) = section.initiatives
    other = initiative.model_copy(update={"number": 2, "title": "Nye stier"})
    now = own.model_copy(
        update={"sections": (section.model_copy(update={"initiatives": (other,)}),)}
    )
    (news,) = note_on(now, own, draft=False).news
    assert [(row.title, row.sentence) for rows in news.tables for row in rows] == [
        ("Nye stier", "Kommet til: gennemført."),
        ("Nye bænke", "Indsatsen er udgået."),
    ]
    found = compare(own, now)
    headings = [topic.heading for topic in describe.topics(found)]
    assert headings == ["Nye indsatser", "Udgåede indsatser"]
    stamped = own.model_copy(update={"stamp": "Offentligt"})
    assert describe.in_one_line(compare(own, stamped)) == "Ingen indsatser ændret siden sidst"
