"""What a file's text becomes when some of its values are changed: just that, and nothing else."""

import re
from pathlib import Path as File
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.edited_files import done, operations, paths, whole
from support.project import EXAMPLES, REAL

from statusnote.plan import starter
from statusnote.plan.operations import (
    InsertItem,
    InsertKey,
    Operation,
    SetValue,
    at,
)
from statusnote.plan.patching import patched
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
