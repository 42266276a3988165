"""docs/reference.md is as the model makes it, and its examples are right."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pydantic import BaseModel, TypeAdapter
from reference_page import KINDS, PARTS, holds_a_part, kind_of, page, written
from support.project import ROOT

from statusnote.plan import scalars, schema
from statusnote.plan.field_types import Code, Due, LineText
from statusnote.plan.model import Initiative
from statusnote.reading.parser import parse
from statusnote.reading.source import Source


def without_examples(*parts: type[BaseModel]) -> Iterator[str]:
    """What to do for each field of these *parts* that has none, but holds no part itself."""
    for part in parts:
        for name, field in part.model_fields.items():
            if not field.examples and not holds_a_part(kind_of(part, name)):
                yield f"give {part.__name__}.{name} in plan/model.py its Field(examples=[…])"


def read(text: str, kind: Any) -> object:
    """What the model reads in *text* where it has a field of this *kind*."""
    lines = "".join(f"  {line}\n" for line in text.splitlines())
    values, _ = parse(Source(f"key:\n{lines}", "plan.yaml"))
    return TypeAdapter(kind).validate_python(values.value("key"))


def test_the_page_of_keys_is_up_to_date(golden: Callable[[str, str], None]) -> None:
    golden(str(ROOT / "docs" / "reference.md"), page())


def test_each_field_has_an_example() -> None:
    assert list(without_examples(*PARTS)) == []


def test_a_field_that_is_added_without_an_example_is_missed() -> None:
    class WithRemark(Initiative):
        remark: LineText | None = None

    assert list(without_examples(WithRemark)) == [
        "give WithRemark.remark in plan/model.py its Field(examples=[…])"
    ]


@pytest.mark.parametrize(
    ("part", "name"),
    [(part, name) for part in PARTS for name in part.model_fields],
    ids=lambda value: value if isinstance(value, str) else value.__name__,
)
def test_each_example_is_what_the_model_reads(part: type[BaseModel], name: str) -> None:
    kind = kind_of(part, name)
    for example in part.model_fields[name].examples or ():
        read(written(example, kind), kind)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: KINDS[kind].word)
def test_each_way_to_write_a_kind_is_what_the_model_reads(kind: Any) -> None:
    for example in re.findall("`(.*?)`", KINDS[kind].said):
        read(f"'{example}'", kind)


def test_each_kind_of_text_and_each_vague_date_is_explained() -> None:
    assert KINDS.keys() == schema.TYPES.keys()
    said = KINDS[Due].said
    assert [words for words in scalars._BEFORE_YEAR if not re.search(f"`{words} ", said)] == []


def test_an_example_that_is_wrong_is_seen() -> None:
    with pytest.raises(ValueError, match="E303"):
        read("[VEJ]", Code)
