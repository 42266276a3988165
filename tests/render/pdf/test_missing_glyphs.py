"""Characters that the fonts lack are problems with a place; all others are in the PDF."""

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from support.project import SMALL_PLAN
from support.shown import shown

from statusnote import commands
from statusnote.danish import composed
from statusnote.diagnostics.language import Language
from statusnote.diagnostics.problem import MOST_PROBLEMS, Problem, ProblemsFound
from statusnote.render.forms import FORMS

LACKING = """{file}: fejl E507: Notatets skrifttyper har ikke »{characters}«, som derfor ikke kan \
vises i PDF-filen.
    Skriv det med bogstaver og tegn, som de har, fx et navn med latinske bogstaver; en emoji kan \
udelades."""
# Each of the places in which a text is printed, in a face of its own or with rules of its own.
EVERYWHERE = """\
title: "Title {0}"
as_of: 2025-04-10
period: 2023-2026
introduction:
  - "Der er {{antal}} initiativ. {0}"
ministries:
  "Code {0}": Et ministerium
sections:
  - title: "Section {0}"
    initiatives:
      - number: 1
        title: "Initiative {0}"
        ministries: ["Code {0}"]
        status: gennemført
        account:
          - "Account {0}"
          - "*Italic {0} ends*, **Bold {0} ends**, ***Both {0} end***"
          - grants:
              - "Recipient {0}": 1.000
"""
PRINTED_PLACES = 10
WRITTEN_PLACES = PRINTED_PLACES + 1  # the code is declared, too
MISSING = {
    "an emoji": "😀",
    "an emoji with a selector": "❤\ufe0f",
    "an emoji of several": "👨\u200d👩\u200d👧",
    "a flag": "🇩🇰",
    "a flag of tags": "🏴\U000e0067\U000e0062\U000e007f",
    "a keycap": "1\ufe0f\u20e3",
    "a Chinese name": "中国人",
    "a Hebrew word": "שלום",
    "an Arabic word": "سلام",
    "a mark that encloses": "a\u20dd",
    "a letter of two glyphs": "Ḱ",
    "a mark that no letter takes in": "x\u0301",
    "a letter of two glyphs, written so": "K\u0301",
    "a replacement character": "\ufffd",
    "private use": "\ue000",
    "private use above the first plane": "\U000f0000",
    "unassigned": "\u0378",
    "no character": "\ufdd0",
    "an empty letter": "\u3164",
    "a ballot box": "□",
}
PRINTED = (
    *("e\u0301y", "e\u0323\u0302y", "A\u030a", "Nguyễn", "Привет", "αβγ", "Łódź", "İstanbul"),
    *("✓", "→", "≥", "−", "€", "½", "‰", "№", "ﬁ"),
)
UNSEEN = {
    "a tab": "x\\ty",
    "a soft hyphen": "x\u00ady",
    "a no-break space": "x\u00a0y",
    "a narrow space": "x\u202fy",
    "a joiner": "x\u200dy",
    "a selector": "x\ufe0fy",
}


@pytest.mark.parametrize("text", MISSING.values(), ids=MISSING)
def test_what_the_fonts_lack_is_a_problem_wherever_it_stands(
    write: Callable[..., Path], text: str
) -> None:
    problems = _problems(write(EVERYWHERE.format(text)))
    assert [(each.code, each.details) for each in problems] == [
        ("E507", {"characters": text})
    ] * WRITTEN_PLACES
    assert {_marked(each) for each in problems} == {text}


def _problems(
    data: Path, templates: Path | None = None, since: Path | None = None
) -> list[Problem]:
    output = data.with_suffix(".pdf")
    wanted = commands.Wanted([FORMS["pdf"]], templates, str(since) if since else None)
    with pytest.raises(ProblemsFound) as found:
        commands.render_note(str(data), wanted, str(output))
    assert not output.exists()
    return found.value.problems


def _marked(problem: Problem) -> str:
    place = problem.place
    return place.written[place.column - 1 : place.end_column - 1]


def test_what_the_fonts_have_is_printed_wherever_it_stands(write: Callable[..., Path]) -> None:
    text = " ".join(PRINTED)
    printed = _text(write(EVERYWHERE.format(text)))
    counts = {each: _bare(printed).count(composed(_bare(each))) for each in PRINTED}
    assert counts == dict.fromkeys(PRINTED, PRINTED_PLACES)


def _text(data: Path) -> str:
    output = data.with_suffix(".pdf")
    commands.render_note(str(data), commands.Wanted([FORMS["pdf"]]), str(output))
    program = shutil.which("pdftotext")
    assert program, "pdftotext is missing: tools/system-packages test"
    command = [program, "-raw", str(output), "-"]
    return subprocess.run(command, capture_output=True, check=True).stdout.decode()


def _bare(text: str) -> str:
    """*text* without white space, which pdftotext adds to around a mark, or a divided word."""
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("text", UNSEEN.values(), ids=UNSEEN)
def test_what_has_no_look_of_its_own_takes_nothing_else_away(
    write: Callable[..., Path], text: str
) -> None:
    printed = re.sub(r"[\s\u00ad\u200d\ufe0f-]", "", _text(write(EVERYWHERE.format(text))))
    assert printed.count("xy") == PRINTED_PLACES


def test_a_hyphen_at_which_no_line_may_end_is_printed_as_any_other(
    write: Callable[..., Path],
) -> None:
    text = _text(write(EVERYWHERE.format("a\u2011b")))
    assert (text.count("a-b"), text.count("\u2011")) == (PRINTED_PLACES, 0)


def test_a_space_of_another_width_is_one_when_the_text_is_copied(
    write: Callable[..., Path],
) -> None:
    text = _text(write(EVERYWHERE.format("1\u202f000 2\u2009000")))
    assert len(re.findall(r"1\s000\s2\s000", text)) == PRINTED_PLACES


def _with_account(text: str) -> str:
    return f'{SMALL_PLAN}        account:\n          - "x{text}"\n'


def test_each_place_is_reported_with_its_line(
    run: Callable[..., Any], write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    text = 'title: "\\u4e2d 國"\n# 國\n' + SMALL_PLAN.partition("\n")[2]
    monkeypatch.chdir(write(text).parent)
    expected = """\
plan.yaml:1:8: fejl E507: Notatets skrifttyper har ikke »中«, som derfor ikke kan
    vises i PDF-filen.
    1 | title: "\\u4e2d 國"
      |        ^^^^^^^^^^^
    Skriv det med bogstaver og tegn, som de har, fx et navn med latinske
    bogstaver; en emoji kan udelades.
plan.yaml:1:8: fejl E507: Notatets skrifttyper har ikke »國«, som derfor ikke kan
    vises i PDF-filen.
    1 | title: "\\u4e2d 國"
      |        ^^^^^^^^^^^
    Skriv det med bogstaver og tegn, som de har, fx et navn med latinske
    bogstaver; en emoji kan udelades.
2 fejl.
"""
    done = run("render", "plan.yaml", "--output", "-")
    assert (done.code, done.out, done.err) == (1, "", expected)


def test_what_is_drawn_in_parts_hides_nothing_that_is_missing(write: Callable[..., Path]) -> None:
    problems = _problems(write(_with_account("Ḱ, 國")))
    assert [_marked(each) for each in problems] == ["Ḱ", "國"]


def test_the_data_on_standard_input(run: Callable[..., Any]) -> None:
    done = run("render", "-", "--output", "-", stdin=_with_account("國").encode())
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("<stdin>:16:15: fejl E507: ")


def test_an_older_version_is_named_where_the_data_are_not_to_blame(
    write: Callable[..., Path],
) -> None:
    old = write(SMALL_PLAN.replace("Et initiativ", "Et 國 🎈"), "old.yaml")
    new = write(SMALL_PLAN.replace("Et initiativ", "Noget nyt 🎈"), "new.yaml")
    problems = _problems(new, since=old)
    assert [(each.code, each.place.file, _marked(each)) for each in problems] == [
        ("E507", str(new), "🎈"),
        ("E710", str(old), "國"),
    ]
    assert problems[1].worded(Language.ENGLISH) == (
        "The note's fonts do not have “國” of the older version, which the PDF therefore cannot "
        "show.",
        "Save the older version as a new file, write it there with letters and signs that they "
        "have, and give that file to “--since”.",
    )


@pytest.mark.parametrize(
    ("template", "text", "places"),
    [
        (
            "note.html.j2",
            "<html lang=da>\n中国 og 中",
            [("note.html.j2:2:1", "中国"), ("note.html.j2:2:7", "中")],
        ),
        ("note.css", "h1::before { content: '中国' }", [("note.css:1:24", "中国")]),
        (
            "note.css",
            "h1::before { content: '\\4e2d\\56fd' }",
            [("note.css", "中"), ("note.css", "国")],
        ),
    ],
)
def test_a_character_of_a_template(
    write: Callable[..., Path],
    tmp_path: Path,
    template: str,
    text: str,
    places: list[tuple[str, str]],
) -> None:
    data = write()
    own = tmp_path / "own"
    own.mkdir()
    (own / template).write_text(text, "utf-8")
    problems = [shown(each).replace(f"{own}/", "") for each in _problems(data, own)]
    assert problems == [LACKING.format(file=where, characters=each) for where, each in places]


def test_what_else_is_wrong_with_a_template_is_said_too(
    write: Callable[..., Path], tmp_path: Path
) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "note.css").write_text("h1 { colour: red }")
    problems = _problems(write(_with_account("國")), own)
    assert sorted(each.code for each in problems) == ["E506", "E507"]


def test_of_very_many_the_first_are_reported(write: Callable[..., Path]) -> None:
    problems = _problems(write(_with_account("國 " * (MOST_PROBLEMS + 1))))
    assert len(problems) == MOST_PROBLEMS
