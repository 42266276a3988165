"""What a file's text becomes when some of its values are changed: just that, and nothing else."""

import re
from pathlib import Path as File
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.edited_files import done, operations, paths, texts, whole
from support.project import EXAMPLES, REAL

from statusnote.plan import starter
from statusnote.plan.operations import (
    InsertItem,
    InsertKey,
    Operation,
    RemoveItem,
    RemoveKey,
    SetValue,
    at,
)
from statusnote.plan.patching import patched
from statusnote.plan.writing import InBrackets, Writer
from statusnote.reading import parser
from statusnote.reading.nodes import MappingNode, ScalarNode
from statusnote.reading.source import Source

EXAMPLES_OF_EACH = 4  # files, of which there are many


def read(text: str) -> MappingNode:
    return parser.parse(Source(text, "plan.yaml"))[0]


def plain(value: Any) -> Any:
    return done(value, [])


def text_of(path: File) -> str:
    return path.read_bytes().decode("utf-8-sig")


TEXTS = {
    **{path.name: text_of(path) for path in sorted((EXAMPLES / "valid").glob("*.yaml"))},
    **{name: text_of(EXAMPLES / "valid" / name) for name in ("little.json", "grants.json")},
    **{
        name: starter.contents(example=name)["data/initiatives.yaml"].decode()
        for name in starter.EXAMPLES
    },
    "starter": starter.contents()["data/initiatives.yaml"].decode(),
    "real": REAL.read_text("utf-8"),
}


@pytest.mark.parametrize("name", TEXTS)
@settings(max_examples=EXAMPLES_OF_EACH)
@given(data=st.data())
def test_any_operations_say_what_was_asked_for_and_leave_the_rest(
    name: str, data: st.DataObject
) -> None:
    check(name, data)


def check(name: str, data: st.DataObject) -> None:
    text = TEXTS[name]
    values = read(text)
    asked = data.draw(operations(values))
    made = patched(text, asked)
    assert plain(read(made.text)) == done(values, asked)
    for operation, span in zip(asked, made.spans, strict=True):
        written = made.text[span.start : span.end]
        assert written or not hasattr(operation, "value")
        assert written == written.strip(" \r\n")
    shuffled = data.draw(st.permutations(asked))
    if not at_one_place(asked):
        assert patched(text, shuffled).text == made.text
    assert_rest_is_left(text, values, asked, made.text)


@settings(max_examples=60)
@given(data=st.data())
def test_what_stands_before_and_behind_a_text_stays_byte_for_byte(data: st.DataObject) -> None:
    text = TEXTS[data.draw(st.sampled_from([name for name in TEXTS if name != "real"]))]
    values = read(text)
    scalars = [path for path in paths(values) if isinstance(at(values, path), ScalarNode)]
    path = data.draw(st.sampled_from(scalars))
    made = patched(text, [SetValue(path, data.draw(texts))])
    node, ((start, end),) = at(values, path), made.spans
    kept = text[node.start : node.end].rstrip() if text[node.start] in "|>" else None
    assert made.text[:start] == text[: node.start]
    assert made.text[end:] == text[node.end if kept is None else node.start + len(kept) :]


def at_one_place(asked: list[Operation]) -> bool:
    """Whether some are inserted at one place, where they stand in their order."""
    inserted = [
        (each.path, each.index if isinstance(each, InsertItem) else None)
        for each in asked
        if isinstance(each, InsertItem | InsertKey)
    ]
    return len({*inserted}) < len(inserted)


def assert_rest_is_left(text: str, values: MappingNode, asked: list[Operation], new: str) -> None:
    """Every text that nothing is asked of is written as it was, and so is every comment."""
    touched = [path for path in map(whole, asked) if path is not None]
    left = [
        (node.start, text[node.start : node.end])
        for path in paths(values)
        if isinstance(node := at(values, path), ScalarNode)
        and not any(path[: len(each)] == each for each in touched)
    ]
    if len(touched) == sum(isinstance(each, SetValue) for each in asked):
        texts = [path for path in paths(values) if isinstance(at(values, path), ScalarNode)]
        held = [(at(values, path).start, at(values, path).end) for path in (*touched, *texts)]
        left += [
            (comment.start(), comment[0])
            for comment in re.finditer(r"(?m)^ *# .*", text)
            if not any(start <= comment.start() < end for start, end in held)
        ]
    place = 0
    for _, written in sorted(left):
        place = new.index(written, place) + len(written)


A = ("a",)
FIRST = (
    "Et afsnit på mere end hundrede tegn, som derfor går videre på den næste linje, hvor det står"
)
REST = "længere inde."


@pytest.mark.parametrize(
    ("before", "operation", "after"),
    [
        ("a: b\nc: d\n", SetValue(A, "e"), "a: e\nc: d\n"),
        ("a: 'b' # c\n", SetValue(A, "e"), "a: 'e' # c\n"),
        ("a: | # c\n  b\n\nc: d\n", SetValue(A, "e"), "a: 'e' # c\n\nc: d\n"),
        ("a: >-\n  b\n  c\nc: d\n", SetValue(A, "e"), "a: e\nc: d\n"),
        (
            "a: b\r\n  c\r\nc: d\r\n",
            SetValue(A, f"{FIRST} {REST}"),
            f"a: {FIRST}\r\n  {REST}\r\nc: d\r\n",
        ),
        ("a: b", SetValue(A, ["c", "d"]), "a:\n  - c\n  - d"),
        ("a:\n- b\n- c\n", SetValue(A, {"d": "e"}), "a:\n  d: e\n"),
        ("a: # c\n- b\n- c\n", SetValue(A, "d"), "a: # c\n  'd'\n"),
        ("a:\n  - b\n", SetValue(A, "c"), "a: c\n"),
        ("a:\nb: c\n", SetValue(A, "d"), "a: d\nb: c\n"),
        ("a:\n  b: c\n  d: e\n", SetValue(A, {"f": {"g": "h"}}), "a:\n  f:\n    g: h\n"),
        ("a: b\n", SetValue(A, InBrackets(["c", "d, e"])), "a: [c, 'd, e']\n"),
        ("a: b\n", SetValue(A, {}), "a: {}\n"),
        # Items go where they stand in the list, and comments stay with what they are about.
        (
            "a:\n  - b\n  # om c\n  - c\n",
            InsertItem(A, 1, "x"),
            "a:\n  - b\n  - x\n  # om c\n  - c\n",
        ),
        ("a: # b\n  # om b\n  - b\n", InsertItem(A, 0, "x"), "a: # b\n  - x\n  # om b\n  - b\n"),
        ("a:\n    # om b\n  - b\n", InsertItem(A, 0, "x"), "a:\n    # om b\n  - x\n  - b\n"),
        ("a:\n-   b\n\n# om c\nc: d", InsertItem(A, 1, "x"), "a:\n-   b\n-   x\n\n# om c\nc: d"),
        ("a:\n  - b", InsertItem(A, 1, "x"), "a:\n  - b\n  - x"),
        ("a:\n  - 'b'\n    # om b\n", InsertItem(A, 1, "x"), "a:\n  - 'b'\n    # om b\n  - x\n"),
        ("a: []\nc: d\n", InsertItem(A, 0, "x"), "a:\n  - x\nc: d\n"),
        ("a:\n  # om b\n  - b\n  - c\n", RemoveItem(A, 0), "a:\n  # om b\n  - c\n"),
        ("a:\n  - b\n  - 'c'\n    # om c\n\nd: e\n", RemoveItem(A, 1), "a:\n  - b\n\nd: e\n"),
        ("a:\n  - b: c\nd: e\n", RemoveItem(A, 0), "d: e\n"),
        ("d: e\na:\n  - b\n  # om b\n", RemoveItem(A, 0), "d: e\n"),
        # Keys go behind those that they are to follow.
        ("a:\n  b: c\n  d: e\n", InsertKey(A, "x", "y", ("b",)), "a:\n  b: c\n  x: y\n  d: e\n"),
        ("a:\n  b: c\n", InsertKey(A, "x", ["y"]), "a:\n  b: c\n  x:\n    - y\n"),
        ("a:\n  - b: c\n    d: e\n", RemoveKey(("a", 0), "b"), "a:\n  - d: e\n"),
        ("a:\n  b: c\n  d: e\n", RemoveKey(A, "b"), "a:\n  d: e\n"),
        ("? a\n: b\n", InsertKey((), "k" * 1001, "x"), f'? a\n: b\n? "{"k" * 1001}"\n: x\n'),
        ("a:\n  b: c\n", InsertKey(A, "x: y", "null"), "a:\n  b: c\n  'x: y': 'null'\n"),
        # What is in brackets stays there.
        ("a: [b, c]\n", InsertItem(A, 1, "x, y"), "a: [b, 'x, y', c]\n"),
        ("a: [b, c]\n", InsertItem(A, 0, {"x": ["y"]}), "a: [{x: [y]}, b, c]\n"),
        ("a: [\n  b,\n  c,\n]\n", InsertItem(A, 2, "x"), "a: [\n  b,\n  c,\n  x,\n]\n"),
        ("a: [\n  b\n]\n", InsertItem(A, 1, "x"), "a: [\n  b,\n  x\n]\n"),
        ("a: ['b' # c\n]\n", InsertItem(A, 1, "x"), "a: ['b', 'x' # c\n]\n"),
        ("a: [b, c]\n", RemoveItem(A, 0), "a: [c]\n"),
        ("a: [b, c]\n", RemoveItem(A, 1), "a: [b]\n"),
        ("a: {b: c, d: e}\n", RemoveKey(A, "b"), "a: {d: e}\n"),
        ("a: {b: c, d: e}\n", InsertKey(A, "x", "y", ("b",)), "a: {b: c, x: y, d: e}\n"),
        ("a: [b: c]\n", InsertKey(("a", 0), "x", "y"), "a: [{b: c, x: y}]\n"),
        ('{"a": "b"}', SetValue(A, 'c "d"\n'), '{"a": "c \\"d\\"\\n"}'),
        ('{"a": ["b"]}', InsertItem(A, 1, {"c": "1.000"}), '{"a": ["b", {"c": "1.000"}]}'),
    ],
)
def test_an_operation_changes_what_it_is_about(
    before: str, operation: Operation, after: str
) -> None:
    made = patched(before, [operation])
    assert made.text == after


@pytest.mark.parametrize(
    ("before", "asked", "after"),
    [
        (
            "a:\n  - b\n  - c",
            [
                RemoveItem(A, 1),
                InsertItem(A, 2, "x"),
                InsertItem(A, 2, "y"),
                InsertKey((), "d", "e"),
            ],
            "a:\n  - b\n  - x\n  - y\nd: e",
        ),
        (
            "a: [b, c]\n",
            [RemoveItem(A, 0), RemoveItem(A, 1), InsertItem(A, 0, "x"), InsertItem(A, 1, "y")],
            "a: [x, y]\n",
        ),
        (
            "a:\n  - b: c\n    # om d\n    d: e\n    f: g\n",
            [
                RemoveKey(("a", 0), "b"),
                InsertKey(("a", 0), "x", "y", ("b",)),
                SetValue(("a", 0, "f"), "h"),
            ],
            "a:\n  - d: e\n    x: y\n    f: h\n",
        ),
        (
            "a:\n  - b: c\n    d: e\n",
            [RemoveKey(("a", 0), "b"), RemoveKey(("a", 0), "d"), InsertKey(("a", 0), "x", "y")],
            "a:\n  - x: y\n",
        ),
        ("a: [b: c]\nf: g\n", [RemoveKey(("a", 0), "b"), InsertKey((), "d", "e")], "f: g\nd: e\n"),
        ("a: {}\n", [InsertKey(A, "x", "y"), InsertKey(A, "z", "y")], "a:\n  x: y\n  z: y\n"),
    ],
)
def test_several_operations_do_not_disturb_each_other(
    before: str, asked: list[Operation], after: str
) -> None:
    made = patched(before, asked)
    assert made.text == after


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("a: b\nd: 'e'\n", "a: 'e'\nd: 'e'\n"),
        ("a: 'b' # c\nd: e\n", "a: 'e' # c\nd: e\n"),
        ("a: b\nd: |\n  e\n", 'a: "e\\n"\nd: |\n  e\n'),
    ],
)
def test_a_text_of_the_file_is_written_as_it_stands_there_if_it_can_be(
    text: str, after: str
) -> None:
    held = read(text).value("d")
    assert isinstance(held, ScalarNode)
    assert patched(text, [SetValue(A, held)]).text == after


def test_two_operations_on_one_value_are_refused() -> None:
    with pytest.raises(AssertionError, match="two operations"):
        patched("a: b\n", [SetValue(A, "c"), SetValue(A, "d")])


def test_what_no_file_may_hold_is_written_for_its_reader_to_refuse() -> None:
    made = patched("a: b\n", [SetValue(A, "c\u200bd")])
    assert made == ('a: "c\u200bd"\n', ((3, 8),))


def test_a_text_that_says_something_else_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Writer, "scalar", lambda *_, **__: ["e"])
    with pytest.raises(AssertionError, match="something else"):
        patched("a: b\n", [SetValue(A, "c")])
    monkeypatch.setattr(Writer, "scalar", lambda *_, **__: ["e: f"])
    with pytest.raises(AssertionError, match="cannot be read"):
        patched("a: b\n", [SetValue(A, "c")])
