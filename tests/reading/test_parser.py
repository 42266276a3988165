"""YAML text → nodes that know where they stand; what can be no plan is refused."""

import pytest
from support.reading import parsed, refused, source

from statusnote.reading import parser
from statusnote.reading.nodes import MappingNode, Node, ScalarNode, SequenceNode
from statusnote.reading.source import Source


def placed(value: Node, found: Source) -> object:
    """*value* with the place of each part of it: `line:column text`."""
    place = found.place(value.start)
    where = f"{place.line}:{place.column}"
    if isinstance(value, ScalarNode):
        return f"{where} {value}"
    if isinstance(value, MappingNode):
        return where, {placed(key, found): placed(each, found) for key, each in value.items()}
    return where, [placed(each, found) for each in value]


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
    assert placed(parsed(text), source(text)) == (
        "2:1",
        {
            "2:1 title": "2:8 Æbler på øen",
            "3:1 tom": "3:5 ",
            "4:1 ministries": ("4:13", ["4:14 SBM", ("4:19", {"4:20 Ø": "4:23 æ"})]),
            "5:1 sections": ("6:3", [("6:5", {"6:5 title": "6:12 Foldet tekst\n"})]),
        },
    )


def test_columns_count_characters_and_not_bytes() -> None:
    text = "a: [æøå, 😀😀, her]"
    assert placed(parsed(text), source(text)) == (
        "1:1",
        {"1:1 a": ("1:4", ["1:5 æøå", "1:10 😀😀", "1:14 her"])},
    )


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_the_parser_ends_them(end: str) -> None:
    text = f"a: 1{end}{end}b: {end}  - c{end}"
    assert placed(parsed(text), source(text)) == (
        "1:1",
        {"1:1 a": "1:4 1", "3:1 b": ("4:3", ["4:5 c"])},
    )


SCALARS = """\
NO yes true null ~ 12:30 007 0x1F 1e3 2025-04-10 1_000 =
""".split()


@pytest.mark.parametrize("scalar", SCALARS)
def test_no_scalar_is_taken_for_anything_but_its_text(scalar: str) -> None:
    assert parsed(f"value: {scalar}") == {"value": scalar}
    assert parsed(f"{scalar}: key") == {scalar: "key"}


def test_a_second_plan_in_the_file_is_refused() -> None:
    assert refused("a: 1\n---\nb: 2\n") == [
        "plan.yaml:2:1: fejl E205: Linjen med --- deler filen i to planer; her begynder den "
        "anden.\n"
        "    Slet linjen, og behold kun én plan."
    ]


def test_twenty_levels_are_read_and_one_more_is_refused() -> None:
    deepest = "a: " + "[" * 19 + "x" + "]" * 19
    value: Node = parsed(deepest)["a"]  # type: ignore[index]
    for _ in range(19):
        assert isinstance(value, SequenceNode)
        value = value[0]
    assert value == "x"
    assert refused(f"a: [{deepest[3:]}]") == [
        "plan.yaml:1:23: fejl E206: Der er flere end 20 niveauer inden i hinanden.\n"
        "    Kontrollér parenteser og bindestreger."
    ]


def test_a_bomb_of_brackets_is_refused_before_it_is_read() -> None:
    assert refused("[\n" * 1_000_000) == [
        "plan.yaml:21:1: fejl E206: Der er flere end 20 niveauer inden i hinanden.\n"
        "    Kontrollér parenteser og bindestreger."
    ]


@pytest.mark.parametrize(("limit", "written"), [(5, "5"), (100_000, "100.000")])
def test_values_are_counted_before_they_are_built(
    monkeypatch: pytest.MonkeyPatch, limit: int, written: str
) -> None:
    monkeypatch.setattr(parser, "MAX_VALUES", limit)
    values = "\n- ".join(["a:", *"x" * (limit - 3)])
    assert parsed(values) == {"a": ["x"] * (limit - 3)}
    assert refused(f"{values}\n- x\n- x") == [
        f"plan.yaml:{limit - 1}:3: fejl E207: Filen har flere end {written} værdier.\n"
        "    Kontrollér, at det er den rigtige fil."
    ]


FILLERS = {
    "remark": f"# {'x' * 900}",
    "remark behind a value": f"b: '1' # {'x' * 900}",
    "spaces": " " * 900,
    "empty lines": "\n" * 900,
}


@pytest.mark.parametrize("filler", FILLERS.values(), ids=FILLERS)
def test_what_says_nothing_makes_no_room_for_values(
    monkeypatch: pytest.MonkeyPatch, filler: str
) -> None:
    monkeypatch.setattr(parser, "MAX_VALUES", 9)
    (problem,) = refused(f"{filler}\na:\n" + "- x\n" * 9)
    assert "fejl E207: Filen har flere end 9 værdier." in problem


def test_long_texts_make_room_for_values(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parser, "MAX_VALUES", 9)
    text = "x" * 300
    assert parsed(f"a: {text}\nb: [{'1, ' * 10}]") == {"a": text, "b": ["1"] * 10}


@pytest.mark.parametrize("key", ["[a, b]", "{a: b}", "? - a\n"])
def test_only_text_is_a_key(key: str) -> None:
    column = 3 if key.startswith("?") else 1
    assert refused(f"{key}: c\n") == [
        f"plan.yaml:1:{column}: fejl E208: Her skal der stå en nøgle, men der står en liste "
        "eller noget i parentes.\n"
        '    Begynder en tekst med [ eller {, så sæt hele teksten i lige anførselstegn (").'
    ]


@pytest.mark.parametrize("empty", ["", "\n\n", "# kun en bemærkning", "---", "---\n...\n", '""'])
def test_a_file_without_a_value_is_empty(empty: str) -> None:
    assert refused(empty) == [
        "plan.yaml:1:1: fejl E105: Filen er tom eller har kun bemærkninger.\n"
        "    Hent den seneste udgave af filen frem igen. En ny plan begyndes med »statusnote init«."
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
        f"plan.yaml:{place}: fejl E318: Her skal der stå nøgler med hver sin værdi.\n"
        "    Skriv »nøgle: værdi« på hver linje, med et mellemrum efter kolon."
    ]
