"""Any operations on any file, and what the file holds after them."""

from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

from statusnote.plan.operations import (
    InsertItem,
    InsertKey,
    Operation,
    Path,
    RemoveItem,
    RemoveKey,
    SetValue,
    at,
)
from statusnote.plan.writing import InBrackets
from statusnote.reading.nodes import MappingNode, Node, ScalarNode, SequenceNode

NASTY = (
    *("null", "~", "ja", "NO", "true", "2025-07", "12:30", "010", "1e3", "- x", "-", "--", "-x"),
    *("a: b", "a:", ":", ": a", "#x", "a #x", "#", "'", '"', "'a'", '"a', "it's", "[Tilskud", "]"),
    *("{a", "}", "a, b", "*a", "&a", "!a", "%a", "@a", "`a", "|", ">", "? a", "?", "= a", "<<"),
    *("<<<<<<< HEAD", "=======", "---", "--- a", "...", " a", "a ", "  ", "a  b", "\ta", "a\tb"),
    *(
        "a\nb",
        "\\",
        "C:\\mappe",
        "\\u0041",
        "🎉",
        "é",
        "e\u0301",
        "\u00a0a",
        "a\u00a0b",
        "漢字",
        "«»",
    ),
    *("# statusnote: ignore W709", "a # statusnote: ignore W709", "[a](https://a.dk)", "", "a,"),
)
WORDS = (
    *("Vejledningen", "er", "udsendt", "til", "kommunerne", "-", "#1", "og:", "*lovens", "titel*"),
    *(
        "[www.sst.dk](https://www.sst.dk)",
        "–",
        "50",
        "pct.",
        "(se",
        "nedenfor)",
        "’os’",
        "?",
        "a:b",
    ),
)
texts = (
    st.sampled_from(NASTY)
    | st.lists(st.sampled_from(WORDS), min_size=1, max_size=60).map(" ".join)
    | st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), max_size=12)
)
keys = texts.filter(lambda text: text.strip() and "\n" not in text and text.strip() != "<<")
pairs = st.dictionaries(keys, texts, min_size=1, max_size=3).filter(
    lambda pairs: len({key.strip() for key in pairs}) == len(pairs)
)
values = (
    texts
    | pairs
    | st.lists(texts, max_size=3)
    | st.lists(texts, min_size=1, max_size=2).map(InBrackets)
    | st.lists(pairs, max_size=2)
    | st.dictionaries(keys, st.lists(pairs | texts, max_size=2), min_size=1, max_size=1)
)


def paths(node: Node, path: Path = ()) -> Iterator[Path]:
    """All paths in *node*."""
    yield path
    if isinstance(node, MappingNode):
        for key, held in node.items():
            yield from paths(held, (*path, str(key)))
    elif isinstance(node, SequenceNode):
        for index, held in enumerate(node):
            yield from paths(held, (*path, index))


@st.composite
def operations(draw: st.DrawFn, node: MappingNode, most: int = 4) -> list[Operation]:
    """Some operations on *node*, of which none is about what another one sets or removes."""
    everywhere = [*paths(node)]
    found: list[Operation] = []
    for _ in range(draw(st.integers(1, most))):
        operation = draw(_operation(node, draw(st.sampled_from(everywhere))))
        if operation and _is_compatible(operation, found):
            found.append(operation)
    return found


@st.composite
def _operation(draw: st.DrawFn, node: MappingNode, path: Path) -> Operation | None:
    held, kind = at(node, path), draw(st.sampled_from(("set", "insert", "remove")))
    if kind == "set" or isinstance(held, ScalarNode):
        return SetValue(path, draw(values)) if path else None
    if isinstance(held, SequenceNode):
        if kind == "insert":
            return InsertItem(path, draw(st.integers(0, len(held))), draw(values))
        return RemoveItem(path, draw(st.integers(0, len(held) - 1))) if held else None
    if kind == "remove":
        removed = RemoveKey(path, str(draw(st.sampled_from([*held])))) if held else None
        return removed if path or len(held) > 1 else None
    key = draw(keys.filter(lambda key: key.strip() not in {each.strip() for each in held}))
    after = draw(st.lists(st.sampled_from([*map(str, held)]), max_size=2)) if held else []
    return InsertKey(path, key, draw(values), tuple(after))


def whole(operation: Operation) -> Path | None:
    """The path of what *operation* sets or removes, if it does."""
    match operation:
        case SetValue(path, _):
            return path
        case RemoveItem(path, index):
            return (*path, index)
        case RemoveKey(path, key):
            return (*path, key)
    return None


def _is_compatible(operation: Operation, others: list[Operation]) -> bool:
    return all(_is_apart(operation, other) and _is_apart(other, operation) for other in others)


def _is_apart(one: Operation, other: Operation) -> bool:
    """Whether *other* is not about what *one* sets or removes, nor inserts the same key."""
    if isinstance(one, InsertKey) and isinstance(other, InsertKey) and one.path == other.path:
        return one.key.strip() != other.key.strip()
    path = whole(one)
    own = whole(other) or other.path
    return path is None or own[: len(path)] != path


def done(values: MappingNode, operations: list[Operation]) -> Any:
    """What *values* hold after *operations*, those furthest in first."""
    tree: Any = [_plain(values)]
    for path in sorted({each.path for each in operations}, key=len, reverse=True):
        *above, last = (0, *path)
        holder = tree
        for step in above:
            holder = holder[step]
        holder[last] = _edited(holder[last], [each for each in operations if each.path == path])
    return _trimmed(_without_gone(tree[0]))


GONE = object()


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return str(value)
    if isinstance(value, dict):
        return {str(key): _plain(held) for key, held in value.items()}
    return [*map(_plain, value)]


def _edited(value: Any, operations: list[Operation]) -> Any:
    for each in operations:
        if isinstance(each, SetValue):
            return _plain(each.value)
        if isinstance(each, RemoveKey):
            value[each.key] = GONE
        if isinstance(each, InsertKey):
            value = value or {}
            value[each.key] = _plain(each.value)
        if isinstance(each, RemoveItem):
            value[each.index] = GONE
    for index in range(len(value), -1, -1):
        fresh = [each for each in operations if isinstance(each, InsertItem)]
        if these := [_plain(each.value) for each in fresh if each.index == index]:
            value = [*value[:index], *these, *value[index:]]
    return value


def _without_gone(value: Any) -> Any:
    if isinstance(value, dict):
        kept: Any = {key: _without_gone(held) for key, held in value.items()}
        kept = {key: held for key, held in kept.items() if held is not GONE}
    elif isinstance(value, list):
        kept = [held for held in map(_without_gone, value) if held is not GONE]
    else:
        return value
    return kept if kept or not value else GONE


def _trimmed(value: Any) -> Any:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, dict):
        return {key.strip(): _trimmed(held) for key, held in value.items()}
    return [*map(_trimmed, value)]
