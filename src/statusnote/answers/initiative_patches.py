"""What is to be done to an initiative's part of the file for what was answered of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from statusnote.answers.counterparts import Counterpart
from statusnote.answers.edits import Cell, Of
from statusnote.answers.wishes import GONE, Wish
from statusnote.plan.model import Initiative, Milestone
from statusnote.plan.operations import (
    InsertItem,
    InsertKey,
    Operation,
    Path,
    RemoveItem,
    SetValue,
    at,
)
from statusnote.plan.scalars import Number, read_amount
from statusnote.plan.writing import WIDTH, InBrackets, Value
from statusnote.reading.nodes import MappingNode, Node, ScalarNode, SequenceNode

BEFORE_ACCOUNT = tuple([*Initiative.model_fields][: [*Initiative.model_fields].index("account")])
BESIDE = 24  # columns before the words of a promise, and of signs between and behind them


@dataclass(frozen=True)
class Wanted:
    """An *operation* on the present data, and the *wishes* that it fulfils.

    It changes the initiative of this *number*. *cells* are where what it writes was read, by the
    keys of the data, as far as it writes several.
    """

    operation: Operation
    number: Number
    wishes: tuple[Wish, ...]
    cells: Mapping[str, Cell]


def wanted(
    counterpart: Counterpart, wishes: Sequence[Wish], account: Sequence[Operation]
) -> Iterator[Wanted]:
    """What fulfils all *wishes* about an initiative; those on its account by the operations.

    Each of them is about something else.
    """
    said = [wish for wish in wishes if wish.edit.of is Of.ACCOUNT]
    done = [
        *((operation, said) for operation in account),
        *_operations(
            counterpart, [wish for wish in wishes if wish.edit.of is not Of.ACCOUNT], account
        ),
    ]
    for operation, those in _with_new_key(counterpart, done):
        cells = {key: cell for wish in those for key, cell in wish.edit.cells.items()}
        if "due" in cells:
            cells["moved_from"] = cells["due"]
        yield Wanted(operation, counterpart.now.number, tuple(those), cells)


Done = tuple[Operation, list[Wish]]


def _operations(
    counterpart: Counterpart, wishes: Sequence[Wish], account: Sequence[Operation]
) -> Iterator[Done]:
    items: dict[tuple[Of, int | None], list[Wish]] = {}
    for wish in wishes:
        items.setdefault((wish.edit.of, wish.edit.index), []).append(wish)
    for (of, index), those in items.items():
        if of is Of.STATUS:
            yield SetValue((*counterpart.path, "status"), those[0].edit.values["status"]), those
        elif index is not None:
            yield from _of_item(counterpart, of, counterpart.places[of][index], those)
        elif of is Of.MILESTONE:
            yield from _new_milestones(counterpart, sorted(those, key=_as_answered))
        else:
            yield from _new_grants(counterpart, sorted(those, key=_as_answered), account)


def _as_answered(wish: Wish) -> tuple[str, str, int]:
    return wish.party, wish.file, wish.row


def _of_item(counterpart: Counterpart, of: Of, place: int, wishes: list[Wish]) -> Iterator[Done]:
    """What fulfils the *wishes* about the thing that stands at *place* now."""
    inside = _inside(counterpart, of, place)
    path, node = (*counterpart.path, *inside), cast("MappingNode", at(counterpart.node, inside))
    if any(wish.key == GONE for wish in wishes):
        yield RemoveItem(path[:-1], cast("int", path[-1])), wishes
        return
    said = {key: text for wish in wishes for key, text in wish.values.items()}
    for operation in PATCHES[of](path, node, said):
        yield operation, wishes


def _inside(counterpart: Counterpart, of: Of, place: int) -> Path:
    """The path in the initiative that leads to its thing at *place*."""
    if of is not Of.GRANT:
        return of.value, place
    lists = [
        (number, index)
        for number, block in enumerate(counterpart.now.account)
        for index in range(len(block.grants))
    ]
    number, index = lists[place]
    return "account", number, "grants", index


def _part(path: Path, node: MappingNode, said: Mapping[str, str]) -> Iterator[Operation]:
    is_long = {"number", "title", "status"} & node.keys()
    yield SetValue((*path, "status" if is_long else str(next(iter(node)))), said["status"])


def _milestone(path: Path, node: MappingNode, said: Mapping[str, str]) -> Iterator[Operation]:
    """In the long form: what the short one has no place for makes it a long one."""
    if not {"what", "due"} & node.keys():
        ((what, due),) = node.items()
        long: dict[str, Value] = {"what": what, "due": cast("ScalarNode", due), **said}
        if "due" in said:
            long["moved_from"] = _listed(due)
        yield SetValue(path, long)
        return
    for key in ("due", "met"):
        if key in said:
            yield _set(path, node, key, said[key], ("what", "due"))
    if "due" in said:
        yield _moved(path, node)


def _moved(path: Path, node: MappingNode) -> Operation:
    """The time that something was promised to last becomes the last one that it was moved from."""
    before, due = node.value("moved_from"), cast("Node", node.value("due"))
    if isinstance(before, SequenceNode):
        return InsertItem((*path, "moved_from"), len(before), cast("ScalarNode", due))
    times = _listed(due) if before is None else _listed(before, due)
    return _set(path, node, "moved_from", times, ("what", "due", "met"))


def _listed(*texts: Node) -> InBrackets:
    return InBrackets(cast("ScalarNode", text) for text in texts)


def _grant(path: Path, node: MappingNode, said: Mapping[str, str]) -> Iterator[Operation]:
    ((recipient, amount),) = node.items()
    if "recipient" in said:
        held = said.get("amount", cast("ScalarNode", amount))
        yield SetValue(path, {said["recipient"]: held})
    else:
        yield SetValue((*path, str(recipient)), _as_in_data(said["amount"]))


def _as_in_data(amount: str) -> str:
    """*amount* with its points and without its kroner, as it is written in the data, if it is one.

    A cell may hold it as a bare number, or as `kr. 4.600.000` and `4,6 mio`.
    """
    try:
        return read_amount(amount).figure
    except ValueError:  # which is told at its cell
        return amount


def _indicator(path: Path, node: MappingNode, said: Mapping[str, str]) -> Iterator[Operation]:
    for key in said:
        yield _set(path, node, key, said[key], ("name", "unit", "baseline", "target", "latest"))


PATCHES = {Of.PART: _part, Of.MILESTONE: _milestone, Of.GRANT: _grant, Of.INDICATOR: _indicator}


def _set(
    path: Path, node: MappingNode, key: str, value: Value, after: tuple[str, ...]
) -> Operation:
    if key in node:
        return SetValue((*path, key), value)
    return InsertKey(path, key, value, after)


# What is new


def _new_milestones(counterpart: Counterpart, wishes: Sequence[Wish]) -> Iterator[Done]:
    for wish in wishes:
        what, due = wish.edit.values["what"], wish.edit.values["due"]
        is_short = len(what) + len(due) + BESIDE <= WIDTH and what not in Milestone.model_fields
        value: Value = {what: due} if is_short else {"what": what, "due": due}
        place = len(counterpart.now.milestones)
        yield InsertItem((*counterpart.path, "milestones"), place, value), [wish]


def _new_grants(
    counterpart: Counterpart, wishes: Sequence[Wish], account: Sequence[Operation]
) -> Iterator[Done]:
    """Behind the last one of the last list, or in a list of their own behind the account."""
    path, blocks = (*counterpart.path, "account"), counterpart.now.account
    values: list[dict[str, str]] = [
        {wish.edit.values["recipient"]: _as_in_data(wish.edit.values["amount"])} for wish in wishes
    ]
    going = {_whole(operation) for operation in account}
    left = [
        (place, block)
        for place, block in enumerate(blocks)
        if block.grants and (*path, place) not in going
    ]
    if left:
        place, block = left[-1]
        for value, wish in zip(values, wishes, strict=True):
            yield InsertItem((*path, place, "grants"), len(block.grants), value), [wish]
    else:
        yield InsertItem(path, len(blocks), {"grants": values}), [*wishes]


def _whole(operation: Operation) -> Path:
    return (
        (*operation.path, operation.index) if isinstance(operation, RemoveItem) else operation.path
    )


def _with_new_key(counterpart: Counterpart, done: Sequence[Done]) -> Iterator[Done]:
    """*done*, where what is for a list that the file doesn't have yet comes with its key."""
    missing: dict[str, tuple[list[Value], list[Wish]]] = {}
    for operation, wishes in done:
        key = operation.path[-1]
        is_new = isinstance(operation, InsertItem) and operation.path[:-1] == counterpart.path
        if isinstance(operation, InsertItem) and is_new and key not in counterpart.node:
            values, those = missing.setdefault(str(key), ([], []))
            values.append(operation.value)
            those += [wish for wish in wishes if wish not in those]
        else:
            yield operation, wishes
    for key, (values, those) in missing.items():
        after = BEFORE_ACCOUNT if key == "account" else ()
        yield InsertKey(counterpart.path, key, values, after), those
