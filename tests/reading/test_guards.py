"""What a text is refused for before it is parsed."""

import pytest
from support.reading import coded, parsed, refused, source
from support.shown import shown

from statusnote.diagnostics.problem import ProblemsFound
from statusnote.reading import guards, parser
from statusnote.reading.guards import CHARACTERS_OF_LINK, LONGEST, MAX_LINKS

KEEP_ONE = (
    "\n    Behold den rigtige, og slet den anden og linjerne med <<<<<<<, ======= og >>>>>>>."
)


LINE_TOO_LONG = (
    "fejl E321: Teksten er længere end 20.000 tegn.\n"
    "    Del den i flere afsnit, hvert med sin egen bindestreg."
)


def test_each_line_that_is_too_long_is_refused() -> None:
    assert refused(f"a: 1\n{'x' * (LONGEST + 1)}\n\n#{'x' * LONGEST}\n") == [
        f"plan.yaml:2:1: {LINE_TOO_LONG}",
        f"plan.yaml:4:1: {LINE_TOO_LONG}",
    ]


@pytest.mark.parametrize(
    ("character", "number"),
    [
        *(("\0", "0000"), ("\b", "0008"), ("\x0b", "000B"), ("\x1b", "001B"), ("\x7f", "007F")),
        *(("\x85", "0085"), ("\u200b", "200B"), ("\u200e", "200E"), ("\u200f", "200F")),
        *(("\u2028", "2028"), ("\u2029", "2029"), ("\u202e", "202E"), ("\u2060", "2060")),
        *(("\u2066", "2066"), ("\u034f", "034F"), ("\u061c", "061C"), ("\u180e", "180E")),
        *(("\u2064", "2064"), ("\u206f", "206F"), ("\U0001d173", "1D173")),
        *(("\ufeff", "FEFF"), ("\ud800", "D800"), ("\uffff", "FFFF")),
    ],
)
def test_an_invisible_character_is_refused_where_it_stands(character: str, number: str) -> None:
    assert refused(f"title: En plan\r\nas_of: æø{character}å\n") == [
        f"plan.yaml:2:10: fejl E107: Her står et usynligt tegn, U+{number}, "
        "som ikke må stå i filen.\n"
        "    Slet tegnet, eller skriv linjen forfra."
    ]


def test_every_invisible_character_is_refused_and_what_follows_from_them_is_not_said() -> None:
    assert coded("a: \0\u2028b\n\x7f'") == [
        *(("E107", "1:4 \0"), ("E107", "1:5 \u2028"), ("E107", "2:1 \x7f"))
    ]


def test_tabs_accents_and_emoji_are_no_invisible_characters() -> None:
    assert parsed('a: "é\tß 漢 😀\u00a0\u00ad"') == {"a": "é\tß 漢 😀\u00a0\u00ad"}


OURS, BASE, THEIRS, END = "<<<<<<< HEAD\n", "||||||| a1b2c3d\n", "=======\n", ">>>>>>> topic\n"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (f"{OURS}a: 1\n{THEIRS}a: 2\n{END}", [(1, 5)]),
        (f"{OURS}a: 1\n{BASE}a: 0\n{THEIRS}a: 2\n{END}b: 3\n", [(1, 7)]),
        (f"a: 1\n{OURS}{THEIRS}{END}b: 2\n{OURS}c: 3\n{THEIRS}{END}", [(2, 4), (6, 9)]),
        (f"{OURS}a: 1\n".replace("\n", "\r\n"), [(1, None)]),
        (f"a: 1\n{THEIRS}b: 2\n".replace("\n", "\r\n"), [(2, None)]),
        (f"a: 1\n{END}", [(2, None)]),
        (f"a: 1\n{BASE}", [(2, None)]),
        (f"{OURS}a: 1\n{OURS}b: 2\n{END}", [(1, None), (3, 5)]),
    ],
)
def test_what_git_leaves_of_a_conflict_is_refused(
    text: str, places: list[tuple[int, int | None]]
) -> None:
    with pytest.raises(ProblemsFound) as found:
        parser.parse(source(text))
    problems = found.value.problems
    assert [(each.place.line, each.other and each.other.line) for each in problems] == places
    assert [shown(each) for each in problems] == [
        f"plan.yaml:{line}:1: fejl E110: Her er to udgaver af teksten stødt sammen, og git har "
        f"ladet dem begge stå.{KEEP_ONE}"
        for line, _ in places
    ]


@pytest.mark.parametrize("row", ["=======a", "========", "<<<<<<<<", "<<<<<<<a", ">>>>>>>>"])
def test_other_rows_of_signs_are_no_conflict(row: str) -> None:
    assert parsed(f'a: "\n{row}"') == {"a": f" {row}"}


@pytest.mark.parametrize("row", ["=======", "<<<<<<< HEAD", ">>>>>>> topic"])
def test_what_git_does_not_write_at_the_start_of_a_line_is_no_conflict(row: str) -> None:
    assert parsed(f"a: |\n {row}") == {"a": row}


def test_links_are_counted_before_they_are_read() -> None:
    text = "a: 1\nb: >\n" + "  [](\n" * MAX_LINKS
    parsed(text)
    assert refused(f"{text}  [](") == [
        "plan.yaml:2003:4: fejl E323: Filen har flere end 2000 links.\n"
        "    Kontrollér, at det er den rigtige fil."
    ]


def test_a_large_file_may_have_more_links() -> None:
    long = f"- {'x' * (LONGEST - 3)}\n" * (MAX_LINKS * CHARACTERS_OF_LINK // LONGEST + 2)
    parsed(f"b:\n{long}a: >\n" + "  [](\n" * (MAX_LINKS + 1))


def test_a_remark_makes_no_room_for_links(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guards, "MAX_LINKS", 2)
    (problem,) = refused(f"# {'x' * 900}\na: '[a](b) [a](b) [a](b)'")
    assert "fejl E323: " in problem
