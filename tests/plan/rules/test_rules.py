"""All rules: which there are, and what holds of each."""

import inspect
import pkgutil
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import plan_texts
from support.plan_fields import found, found_in
from support.project import EXAMPLES, REAL

from statusnote.diagnostics.messages.catalogue import MESSAGES
from statusnote.diagnostics.problem import ProblemsFound
from statusnote.plan import rules
from statusnote.plan.model import VOCABULARY
from statusnote.plan.rules import RULES
from statusnote.plan.rules.finding import Finding
from statusnote.plan.rules.raw_plan import RawPlan
from statusnote.reading.nodes import MappingNode
from statusnote.reading.parser import parse
from statusnote.reading.source import Source

CODES = defaultdict(set)
for code, rule in RULES.items():
    CODES[rule].add(code)


def test_each_code_of_what_a_plan_says_has_its_rule() -> None:
    assert RULES.keys() == {code for code in MESSAGES if code[:2] in ("E4", "W4", "W7")}


def test_each_rule_of_the_package_has_its_code() -> None:
    modules = [
        import_module(f"{rules.__name__}.{module.name}")
        for module in pkgutil.iter_modules(rules.__path__)
    ]
    functions = [
        function
        for module in modules
        for function in vars(module).values()
        if inspect.isfunction(function) and function.__module__ == module.__name__
    ]
    assert {function for function in functions if is_rule(function)} == CODES.keys()


def is_rule(function: Callable[..., object]) -> bool:
    """Whether *function* has the shape of a rule, whatever its name."""
    signature = inspect.signature(function)
    takes = [parameter.annotation for parameter in signature.parameters.values()]
    return takes == [RawPlan] and signature.return_annotation == Iterator[Finding]


def test_the_module_of_a_rule_names_its_codes_and_no_others() -> None:
    named = {
        rule.__module__: set(re.findall(r"[EW]\d{3}", import_module(rule.__module__).__doc__ or ""))
        for rule in CODES
    }
    codes: dict[str, set[str]] = defaultdict(set)
    for rule in CODES:
        codes[rule.__module__] |= CODES[rule]
    assert named == codes


def test_a_rule_finds_what_has_its_codes_and_nothing_else() -> None:
    plans = []
    for path in sorted(EXAMPLES.glob("invalid/*.yaml")):
        try:
            plans.append(parse(Source(path.read_text("utf-8"), path.name), VOCABULARY)[0])
        except (ProblemsFound, UnicodeDecodeError):
            continue
    assert {
        rule: {finding.code for plan in plans for finding in rule(RawPlan(plan))} for rule in CODES
    } == CODES


of_language = pytest.mark.parametrize("code", [code for code in RULES if code[:2] == "W7"])


@of_language
def test_a_rule_of_language_takes_and_leaves_what_its_docstring_says(code: str) -> None:
    docstring = inspect.getdoc(RULES[code]) or ""
    (taken,) = re.findall(r"^Takes: (.+)$", docstring, re.MULTILINE)
    (left,) = re.findall(r"^Leaves: (.+)$", docstring, re.MULTILINE)
    codes = {
        text: {finding.code for finding in RULES[code](RawPlan(plan_texts.plan(text)))}
        for text in (taken, left)
    }
    assert codes == {taken: {code}, left: set()}


@pytest.mark.parametrize("code", [code for code in RULES if code[:2] != "W7"])
def test_a_rule_across_fields_says_what_it_takes_and_leaves(code: str) -> None:
    docstring = inspect.getdoc(RULES[code]) or ""
    assert re.findall("^(Takes|Leaves): .", docstring, re.MULTILINE) == ["Takes", "Leaves"]


def test_nothing_is_found_in_the_real_plan() -> None:
    assert list(rules.check(parse(Source(REAL.read_text("utf-8"), REAL.name), VOCABULARY)[0])) == []


def test_nothing_is_found_where_there_is_nothing() -> None:
    assert list(rules.check(MappingNode())) == []


def test_nothing_is_found_in_a_plan_that_breaks_no_rule() -> None:
    assert found("", "ministries: JM") == []


def test_what_has_the_wrong_shape_is_passed_over() -> None:
    text = """\
as_of: [2025-04-10]
period: {2023: 2026}
introduction: [[26 initiativer], "", {26 initiativer: 26 initiativer}]
ministries: {JM: [Justitsministeriet]}
sections:
- 26 initiativer
- initiatives: 26 initiativer
- initiatives: [number, [number], {number: [1], ministries: {SBM: SBM}, title: {T: T}}]
- initiatives: [{number: "", ministries: [" ", [SBM], JM], status: [gennemført], title: ""}]
- initiatives:
  - {account: [a, [b], {grants: c}, {grants: [d, [e], {f: [g]}, {h: {}}]}]}
  - {status: gennemført, milestones: [a, [b], {c: [d]}, {what: e}, {due: 2020}, {what: [f]}]}
  - {status: gennemført, milestones: {a: 2020}, account: {grants: [{a: 1}, {a: 1}]}}
"""
    assert found_in(text) == []


PIECES = st.sampled_from(
    "2500 |5.400 |50.000. kr|mio |xx|[tekst]|](|https://|www.|@|.dk|f. eks.|fx|m.v.|mv.|*|\\|’|'|\""
    "|<b>|&amp;|..| ,|  |\xa0|\n|\u2003|\x00|\x01|(|)|[|]|null|~|æ|.|,|?".split("|")
)


@given(st.lists(st.one_of(st.text(), st.lists(PIECES).map("".join))), st.text())
def test_no_text_is_too_strange(paragraphs: list[str], title: str) -> None:
    assert all(code[:2] == "W7" for code, *_ in plan_texts.found(*paragraphs, title=title))
