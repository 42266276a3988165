"""YAML text → values with their places; what a plan has no use for is refused."""

import pytest

from statusnote import source
from statusnote.problems import ProblemsFound, as_text
from statusnote.source import Mapping, Sequence, Text, Value


def parsed(text: str) -> Mapping:
    values, problems = source.parse(text, "plan.yaml")
    assert problems == []
    return values


def refused(text: str) -> list[str]:
    with pytest.raises(ProblemsFound) as found:
        source.parse(text, "plan.yaml")
    return [as_text(problem) for problem in found.value.problems]


def placed(value: Value) -> object:
    """*value* with the place of each part of it: `line:column text`."""
    place = f"{value.line}:{value.column}"
    if isinstance(value, Text):
        return f"{place} {value}"
    if isinstance(value, Mapping):
        return place, {placed(key): placed(each) for key, each in value.items()}
    return place, [placed(each) for each in value]


def test_every_value_and_key_knows_its_line_and_column() -> None:
    text = """\
# Først en bemærkning.
title: "Æbler på øen"
tom:
ministries: [SBM, {Ø: æ}]
sections:
  - title: >
      Foldet
      tekst
"""
    assert placed(parsed(text)) == (
        "2:1",
        {
            "2:1 title": "2:8 Æbler på øen",
            "3:1 tom": "3:5 ",
            "4:1 ministries": ("4:13", ["4:14 SBM", ("4:19", {"4:20 Ø": "4:23 æ"})]),
            "5:1 sections": ("6:3", [("6:5", {"6:5 title": "6:12 Foldet tekst\n"})]),
        },
    )


def test_columns_count_characters_and_not_bytes() -> None:
    values = parsed("a: [æøå, 😀😀, her]")
    assert placed(values) == ("1:1", {"1:1 a": ("1:4", ["1:5 æøå", "1:10 😀😀", "1:14 her"])})


@pytest.mark.parametrize(
    "scalar",
    [
        "NO",
        "yes",
        "true",
        "null",
        "~",
        "12:30",
        "007",
        "0x1F",
        "1e3",
        "2025-04-10",
        "1_000",
        "=",
        "<<",
    ],
)
def test_no_scalar_is_taken_for_anything_but_its_text(scalar: str) -> None:
    assert parsed(f"value: {scalar}") == {"value": scalar}
    assert parsed(f"{scalar}: key") == {scalar: "key"}


def test_a_key_is_found_as_it_stands_in_the_file() -> None:
    key = parsed("\n  title: En plan").key("title")
    assert (key, key.line, key.column) == ("title", 2, 3)


def test_the_value_of_a_key_that_stands_twice_is_the_first_one() -> None:
    values, problems = source.parse("a: 1\nb: 2\na: 3\n", "plan.yaml")
    assert values == {"a": "1", "b": "2"}
    assert [as_text(problem) for problem in problems] == [
        "plan.yaml:3:1: fejl E202: Nøglen »a« står to gange; den første står på linje 1.\n"
        "    Slet den ene, eller saml de to."
    ]


def test_the_same_key_in_two_parts_stands_once_in_each() -> None:
    assert parsed("a: {b: 1}\nc: {b: 2}") == {"a": {"b": "1"}, "c": {"b": "2"}}


def test_all_that_is_refused_is_reported_at_once_and_before_what_stops_the_parser() -> None:
    assert refused("a: &x 1\na: *x\nb: !t 2\nb: 3\n\n\nc: '\n") == [
        "plan.yaml:1:4: fejl E203: Teksten begynder med & eller * (»x«), og det læses som "
        "en henvisning.\n"
        "    Sæt hele teksten i anførselstegn. Henvisninger bruges ikke i denne fil.",
        "plan.yaml:2:1: fejl E202: Nøglen »a« står to gange; den første står på linje 1.\n"
        "    Slet den ene, eller saml de to.",
        "plan.yaml:2:4: fejl E203: Teksten begynder med & eller * (»x«), og det læses som "
        "en henvisning.\n"
        "    Sæt hele teksten i anførselstegn. Henvisninger bruges ikke i denne fil.",
        "plan.yaml:3:4: fejl E204: YAML-mærket »!t« bruges ikke i denne fil.\n"
        "    Slet det. Skal en tekst begynde med !, så sæt den i anførselstegn.",
        "plan.yaml:4:1: fejl E202: Nøglen »b« står to gange; den første står på linje 3.\n"
        "    Slet den ene, eller saml de to.",
        "plan.yaml:7:4: fejl E201: Filen kan ikke læses som YAML herfra "
        "(et anførselstegn, der begynder her, slutter aldrig).\n"
        "    Se på linjen her og den lige over: indrykning, kolon, anførselstegn og parenteser. "
        "Begynder en tekst med [, {, * eller et anførselstegn, så sæt hele teksten i "
        "anførselstegn.",
    ]


@pytest.mark.parametrize("collection", ["&x [1]", "&x {a: 1}", "&x\n  - 1", "&x\n  a: 1"])
def test_an_anchor_is_refused_on_lists_and_keys_too(collection: str) -> None:
    assert refused(f"a: {collection}") == [
        "plan.yaml:1:4: fejl E203: Teksten begynder med & eller * (»x«), og det læses som "
        "en henvisning.\n"
        "    Sæt hele teksten i anførselstegn. Henvisninger bruges ikke i denne fil."
    ]


def test_a_merge_is_an_alias_and_so_refused() -> None:
    assert refused("a: 1\n<<: *x\n") == [
        "plan.yaml:2:5: fejl E203: Teksten begynder med & eller * (»x«), og det læses som "
        "en henvisning.\n"
        "    Sæt hele teksten i anførselstegn. Henvisninger bruges ikke i denne fil."
    ]


def test_twenty_levels_are_read_and_one_more_is_refused() -> None:
    deepest = "a: " + "[" * 19 + "x" + "]" * 19
    value: Value = parsed(deepest)["a"]  # type: ignore[index]
    for _ in range(19):
        assert isinstance(value, Sequence)
        value = value[0]
    assert value == "x"
    assert refused(f"a: [{deepest[3:]}]") == [
        "plan.yaml:1:23: fejl E206: Der er flere end 20 niveauer inden i hinanden.\n"
        "    Kontrollér parenteserne."
    ]


def test_a_bomb_of_brackets_is_refused_before_it_is_read() -> None:
    assert refused("[" * 1_000_000) == [
        "plan.yaml:1:21: fejl E206: Der er flere end 20 niveauer inden i hinanden.\n"
        "    Kontrollér parenteserne."
    ]


def test_values_are_counted_before_they_are_built(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "MAX_VALUES", 5)
    assert parsed("a: [b, c]") == {"a": ["b", "c"]}
    assert refused("a: [b, c, d]") == [
        "plan.yaml:1:11: fejl E207: Filen har flere end 5 værdier.\n"
        "    Kontrollér, at det er den rigtige fil."
    ]


def test_each_of_many_keys_that_stand_twice_is_reported_with_the_first() -> None:
    names = [f"k{number}: 1\n" for number in range(1_000)]
    _, problems = source.parse("".join(names * 2), "plan.yaml")
    assert [problem.message for problem in problems] == [
        f"Nøglen »k{number}« står to gange; den første står på linje {number + 1}."
        for number in range(1_000)
    ]


@pytest.mark.parametrize("empty", ["", "\n\n", "# kun en bemærkning", "---", "---\n...\n", '""'])
def test_a_file_without_a_value_is_empty(empty: str) -> None:
    assert refused(empty) == [
        "plan.yaml:1:1: fejl E105: Filen er tom.\n    Hent den seneste udgave af filen frem igen."
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("- a", "1:1"),
        ("\n# b\n- a", "3:1"),
        ("[]", "1:1"),
        ("\n  kun tekst", "2:3"),
        ("--- |\n a", "1:5"),
    ],
)
def test_a_file_that_states_no_keys_is_refused_where_its_value_stands(
    text: str, place: str
) -> None:
    assert refused(text) == [
        f"plan.yaml:{place}: fejl E303: Her skal der stå nøgler med hver sin værdi "
        "(»nøgle: værdi«)."
    ]


@pytest.mark.parametrize("key", ["[a, b]", "{a: b}", "? - a\n"])
def test_only_text_is_a_key(key: str) -> None:
    column = 3 if key.startswith("?") else 1
    assert refused(f"{key}: c\n") == [
        f"plan.yaml:1:{column}: fejl E208: Her skal der stå en nøgle, men der står noget i "
        "parentes eller en liste.\n"
        "    Begynder en tekst med [ eller {, så sæt hele teksten i anførselstegn."
    ]


@pytest.mark.parametrize(
    ("character", "number"),
    [
        ("\0", "0000"),
        ("\b", "0008"),
        ("\x1b", "001B"),
        ("\x7f", "007F"),
        ("\x85", "0085"),
        ("\u2028", "2028"),
        ("\u2029", "2029"),
        ("\ufeff", "FEFF"),
        ("\uffff", "FFFF"),
    ],
)
def test_an_invisible_character_is_refused_where_it_stands(character: str, number: str) -> None:
    assert refused(f"title: En plan\r\nas_of: æø{character}å\n") == [
        f"plan.yaml:2:10: fejl E107: Her står et usynligt tegn, U+{number}, "
        "som ikke må stå i filen.\n"
        "    Slet tegnet, eller skriv linjen forfra."
    ]


@pytest.mark.parametrize(
    ("escape", "number"),
    [(r"\0", "0000"), (r"\e", "001B"), (r"\N", "0085"), (r"\L", "2028"), (r"\uFEFF", "FEFF")],
)
def test_an_invisible_character_is_refused_in_an_escape_too(escape: str, number: str) -> None:
    assert refused(f'a: 1\nb: "æ{escape}"\n') == [
        f"plan.yaml:2:4: fejl E107: Her står et usynligt tegn, U+{number}, "
        "som ikke må stå i filen.\n"
        "    Slet tegnet, eller skriv linjen forfra."
    ]


def test_tabs_accents_and_emoji_are_no_invisible_characters() -> None:
    assert parsed('a: "é\tß 漢 😀\u00a0\u00ad"') == {"a": "é\tß 漢 😀\u00a0\u00ad"}
