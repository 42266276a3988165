"""Stops, spaces, quotation marks and asterisks that are found, and those that are left alone."""

import pytest
from support.plan_texts import Found, found, plan

from statusnote.plan.rules.punctuation import emphasis_is_closed
from statusnote.plan.rules.raw_plan import RawPlan
from statusnote.reading.nodes import Fragment, ScalarNode


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Det er sket.. Nu er det slut.", ".."),
        ("Læger mv..", ".."),
        ("Læger,, og andre.", ",,"),
        ("Læger ,og andre.", " ,"),
        ("Læger , og andre.", " ,"),
        ("Det er sket .", " ."),
        ("Det er sket. . Nu er det slut.", " ."),
        ("Se www.sst.dk.. Den er ny.", ".."),
    ],
)
def test_stray_stops_are_found(text: str, written: str) -> None:
    assert found(text) == [("W704", written, {"written": written}, None)]


@pytest.mark.parametrize(
    "text",
    [
        "Læger mv., sygeplejersker m.fl., og andre ...",
        "Det … og så ... og .... og ord…",
        "De fik en adresse på .dk og ,5 procent.",
        "Se https://sst.dk/a..b,,c og [her](https://sst.dk/a..b).",
    ],
)
def test_other_stops_are_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "ending"),
    [
        ("Det er sket", "sket"),
        ("Det er sket,", "sket,"),
        ("Det er sket (se bilag)", "bilag"),
        ("Det kaldes (»vold«)", "vold"),
        ("Det hedder *Lov om x*", "x"),
        ("Det hedder _Lov_ *", "Lov"),
        ("Det er sket \\*", "sket"),
        ("Det ligger [i (mappen)](https://sst.dk)", "mappen"),
        ("Det ligger på https://sst.dk", "https://sst.dk"),
        ("Det ligger [her](på en hylde)", "hylde"),
        ("Det er sket\n", "sket"),
        ("Det er sket\u2003", "sket"),
        ("Tilskud", "Tilskud"),
    ],
)
def test_paragraphs_without_an_end_are_found(text: str, ending: str) -> None:
    assert found(text) == [("W705", ending, {"ending": ending}, None)]


@pytest.mark.parametrize(
    "text",
    [
        "Der er givet tilskud til følgende projekter:",
        "Er det sket?",
        "Det er sket!",
        "Det er sket …",
        "Det ligger på [www](https://x.dk).",
        "Det ligger på [www.](https://x.dk)",
        "Det ligger på [www.](https://x.dk/a_(b))",
        "Det hedder *Lov om x*.",
        "Det hedder *Lov om x m.v.*",
        "Det er sket (se bilag).",
        "Det er sket. (Se bilag.)",
        "Hun sagde: »Det er sket.«",
        "Det er sket. *",
        "Det er sket. \\*",
        "Det er sket.\n",
        "*",
        "\u2003*",
    ],
)
def test_paragraphs_with_an_end_are_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "spaces"),
    [
        ("Det  er sket.", ["  "]),
        ("Det   er  sket.", ["   ", "  "]),
        ("Det \xa0er sket.", [" \xa0"]),
        ("Det\xa0 er sket.", ["\xa0 "]),
        ("Det\xa0\xa0er \xa0 sket.", [" \xa0 ", "\xa0\xa0"]),
    ],
)
def test_more_spaces_than_one_are_found(text: str, spaces: list[str]) -> None:
    assert found(text) == [("W706", each, {}, None) for each in spaces]


def test_spaces_at_the_ends_of_lines_are_left_alone() -> None:
    assert found("  Det er  \n  sket.\xa0 ", "  Her.  ", title="Et\xa0ord  ") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Det er ’vold’ og 'vold'.", [("W707", "'", {"written": "'"}, "’")] * 2),
        ('»Vold« er "vold".', [("W707", '"', {"written": '"'}, "»")] * 2),
        ("PLO's og PLO’s læger.", [("W707", "'", {"written": "'"}, "’")]),
        ('PLO\'s "læger".', []),
        ("PLO’s »læger«.", []),
        ("Se https://sst.dk/'a' og PLO’s læger.", []),
    ],
)
def test_quotes_of_two_kinds_are_found(text: str, expected: list[Found]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "offsets"),
    [
        ("Se *Lov om social service.", [3]),
        ("Se **Lov* om *social service.", [3, 13]),
        ("Planen har *{antal} initiativer.", [11]),
        ("Planen har *{antal}* initiativer og *i alt {antal}*.", []),
        ("Se *Lov om social\nservice* og [*Vejledning*](https://sst.dk/*a).", []),
        ("Det er 2*500 kr., elev*er, (*), »*« og 5**2.", []),
        (r"Se \*Lov om social service.", []),
    ],
)
def test_an_asterisk_that_opens_what_nothing_closes_is_found(text: str, offsets: list[int]) -> None:
    findings = list(emphasis_is_closed(RawPlan(plan(text))))
    assert [(finding.code, finding.where) for finding in findings] == [
        ("W713", Fragment(ScalarNode(text), offset, offset + 1)) for offset in offsets
    ]


def test_asterisks_of_a_title_and_of_a_paragraph_that_is_too_long_are_left_alone() -> None:
    assert found("Og *så" + " videre" * 1430 + ".", title="En *titel") == []
