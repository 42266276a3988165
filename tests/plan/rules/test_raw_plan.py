"""Each text that the model has is one that the rules of language see, or is excepted by name."""

from collections.abc import Iterator
from typing import get_args, get_origin

from pydantic import BaseModel

from statusnote.plan.field_types import LineText, ParagraphText
from statusnote.plan.model import Block, Grant, Initiative, Plan, Section
from statusnote.plan.rules import RULES
from statusnote.plan.rules.raw_plan import RawPlan
from statusnote.reading.nodes import Fragment, MappingNode, Node, ScalarNode, SequenceNode

Path = tuple[str, ...]

EXCEPTED = {
    "format": "a number",
    "head.date": "a day",
    "as_of": "a day",
    "period": "years",
    "print_numbers": "true or false",
    "print_milestones": "true or false",
    "print_overview": "true or false",
    "print_legend": "true or false",
    "publish_source": "true or false",
    "approvals": "`required`",
    "statuses.means": "one of the meanings",
    "statuses.takes_date": "true or false",
    "statuses.sign": "a sign",
    "sections.initiatives.number": "a number",
    "sections.initiatives.ministries": "codes, of which E402 says whether they are right",
    "sections.initiatives.participants": "codes, of which E402 says whether they are right",
    "sections.initiatives.marks": "signs, of which E409 says whether they are right",
    "sections.initiatives.reserve_financed": "true or false",
    "sections.initiatives.status": "one of the fixed phrases, or E304",
    "sections.initiatives.parts.number": "a number",
    "sections.initiatives.parts.status": "one of the fixed phrases, or E304",
    "sections.initiatives.budget": "amounts",
    "sections.initiatives.indicators.baseline": "a figure",
    "sections.initiatives.indicators.target": "a figure",
    "sections.initiatives.indicators.latest": "a figure",
    "sections.initiatives.indicators.measured": "a date",
    "sections.initiatives.account.grants.amount": "an amount",
    "sections.initiatives.milestones.due": "a date",
    "sections.initiatives.milestones.met": "a day",
    "sections.initiatives.milestones.moved_from": "dates",
}
# A plan without sections has its initiatives where they would be.
EXCEPTED |= {
    key.removeprefix("sections."): why
    for key, why in EXCEPTED.items()
    if key.startswith("sections.")
}


def fields(part: type[BaseModel], path: Path = ()) -> Iterator[Path]:
    """The way to each field; one that holds another part is the way to the fields of that."""
    for name, field in part.model_fields.items():
        inner = part_in(field.annotation)
        yield from fields(inner, (*path, name)) if inner else [(*path, name)]


def part_in(annotation: object) -> type[BaseModel] | None:
    """The part of the model that is listed there."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(part_in, get_args(annotation))), None)


def nodes(part: type[BaseModel], to_do: Path) -> MappingNode:
    """*part* as it is read from a file that has a word in each field, and `TODO` in one."""
    values = MappingNode()
    for name, field in part.model_fields.items():
        rest = to_do[1:] if to_do[:1] == (name,) else ("elsewhere",)
        value: Node = ScalarNode("Ord" if rest else "TODO")
        if inner := part_in(field.annotation):
            whole = item(inner, rest)
            value = whole if field.annotation is inner else SequenceNode([whole])
            if get_origin(field.annotation) is dict:
                value = MappingNode({ScalarNode("Ord"): whole})
        elif get_origin(field.annotation) is dict:
            value = MappingNode({ScalarNode("Ord"): value})
        values[ScalarNode(name)] = value
    return values


def item(part: type[BaseModel], to_do: Path) -> Node:
    """*part* as an item of its list, where some have no keys, but a short form alone."""
    values = nodes(part, to_do)
    if part is Block and to_do == ("paragraph",):
        return values.pop(ScalarNode("paragraph"))
    if part is Block:
        del values[ScalarNode("paragraph")]
    if part is Grant:
        recipient, amount = values.values()
        assert isinstance(recipient, ScalarNode)
        return MappingNode({recipient: amount})
    return values


def unseen(plan: type[BaseModel]) -> set[str]:
    """The fields in which no rule of language finds what is left to fill in."""
    to_do = Fragment(ScalarNode("TODO"), 0, 4)
    return {
        ".".join(path)
        for path in fields(plan)
        if to_do not in [finding.where for finding in RULES["W709"](RawPlan(nodes(plan, path)))]
    }


def test_each_text_of_the_model_is_seen_or_excepted_with_a_reason() -> None:
    assert unseen(Plan) == EXCEPTED.keys()


def test_a_text_that_is_added_to_the_model_is_missed_here() -> None:
    class WithRemark(Initiative):
        remark: LineText | None = None

    class OfThem(Section):
        initiatives: tuple[WithRemark, ...]

    class New(Plan):
        sections: tuple[OfThem, ...]
        initiatives: tuple[WithRemark, ...]
        footnotes: tuple[ParagraphText, ...] = ()

    missed = ("sections.initiatives.remark", "initiatives.remark", "footnotes")
    assert unseen(New) == {*EXCEPTED, *missed}
