"""The catalogue says all of each code, and all that it holds in both languages alike."""

import re
from collections.abc import Iterator
from enum import Enum, EnumType
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from string import Formatter

import pytest

import statusnote
from statusnote.diagnostics import messages
from statusnote.diagnostics.language import Language, Wording
from statusnote.diagnostics.messages import answers, catalogue, reports, suppressions, yaml_syntax
from statusnote.diagnostics.messages.catalogue import KINDS, MESSAGES
from statusnote.diagnostics.messages.message import (
    ANY_KEY,
    ERROR,
    PLAIN,
    WARNING,
    Message,
    Traits,
)
from statusnote.diagnostics.messages.reasons import Reason
from statusnote.diagnostics.messages.verification import Outcome
from statusnote.diagnostics.problem import problem
from statusnote.diagnostics.severity import Severity
from statusnote.plan.model import Indicator, Initiative, Milestone, Plan

# The rows


def test_the_catalogue_holds_the_problems_that_are_reported_and_no_others() -> None:
    package = Path(statusnote.__file__).parent
    of_the_catalogue = package / "diagnostics" / "messages"
    modules = [path for path in package.rglob("*.py") if path.parent != of_the_catalogue]
    codes = [re.findall(r'"([EW]\d{3})"', path.read_text(encoding="utf-8")) for path in modules]
    assert sorted({code for found in codes for code in found}) == list(MESSAGES)


def test_every_kind_of_message_is_in_the_catalogue_and_no_code_is_in_two() -> None:
    with_codes = {module.__name__ for module in MODULES if hasattr(module, "MESSAGES")}
    assert with_codes == {module.__name__ for module in (catalogue, *KINDS)}
    assert sorted(code for kind in KINDS for code in kind.MESSAGES) == list(MESSAGES)


def test_a_row_that_says_nothing_of_its_severity_and_traits_cannot_be_made() -> None:
    """Nor would mypy let it: it reports an `ignore` here that is not needed."""
    said = Wording("Noget.", "Something.")
    with pytest.raises(TypeError, match="'severity' and 'traits'"):
        Message(what_is_wrong=said, what_to_do=said)  # type: ignore[call-arg] # that is the test
    with pytest.raises(TypeError, match="'keeps_shape', 'for_want_of', and 'quotes'"):
        Traits(False, False, False, False)  # type: ignore[call-arg] # that is the test
    with pytest.raises(TypeError, match="'english'"):
        Wording("Noget.")  # type: ignore[call-arg] # that is the test


@pytest.mark.parametrize("code", MESSAGES)
def test_a_row_does_not_contradict_itself(code: str) -> None:
    severity, traits, what_is_wrong, *_ = MESSAGES[code]
    assert severity is {"E": ERROR, "W": WARNING}[code[0]]
    if severity is ERROR:
        assert not traits.can_be_silenced
        assert not traits.waits_for_errors
    else:
        assert traits == PLAIN._replace(
            can_be_silenced=code not in suppressions.MESSAGES | answers.MESSAGES,
            waits_for_errors=traits.waits_for_errors,
        )
    assert code in yaml_syntax.MESSAGES or not traits.is_read_around
    assert traits.is_read_around or not traits.keeps_shape
    assert {*traits.for_want_of} <= {ANY_KEY, *Plan.model_fields}
    assert traits.quotes is None or placeholders(what_is_wrong.danish) == {traits.quotes}


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


# The words


def said(message: Message) -> list[Wording]:
    """All that is said of a code, somewhere or other."""
    return [text for text in message[2:] if text]


def wordings(where: str, value: object) -> Iterator[tuple[str, Wording]]:
    """All texts in *value*, and where they stand. Fails for a word that is in no language."""
    if isinstance(value, Wording):
        yield where, value
    elif isinstance(value, EnumType) and value is not Severity:
        member: Enum
        for member in value:
            yield from wordings(f"{where}.{member.name}", member.value)
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from wordings(f"{where}.{key}", inner)
    elif isinstance(value, tuple) and not isinstance(value, Traits):
        for number, inner in enumerate(value):
            yield from wordings(f"{where}.{number}", inner)
    else:
        assert type(value) is not str or not re.search(r"\w", value), where


MODULES = [
    import_module(f"{messages.__name__}.{module.name}")
    for module in iter_modules(messages.__path__)
]
TEXTS = {
    where: wording
    for module in MODULES
    for name, value in vars(module).items()
    if not name.startswith("__") and module is not catalogue
    for where, wording in wordings(f"{module.__name__.rpartition('.')[2]}.{name}", value)
}
everywhere = pytest.mark.parametrize("wording", TEXTS.values(), ids=TEXTS)


def test_all_that_is_said_is_looked_at() -> None:
    looked_at = {*TEXTS.values()}
    assert looked_at >= {text for message in MESSAGES.values() for text in said(message)}
    assert looked_at >= {outcome.wording for outcome in Outcome}
    assert looked_at >= {reason.value for reason in Reason}
    assert looked_at >= {*reports.LABELS.values(), *reports.COUNTS[ERROR], reports.OUR_FAULT}


def test_a_text_in_one_language_only_fails() -> None:
    with pytest.raises(AssertionError, match=r"^module\.NAME\.key"):
        list(wordings("module.NAME", {"key": "ordet"}))


@everywhere
def test_both_languages_say_the_same_about_the_same(wording: Wording) -> None:
    assert all(text.strip() == text != "" for text in wording)
    danish, english = wording
    assert placeholders(danish) == placeholders(english)
    assert danish[0].islower() == english[0].islower()
    assert re.findall("[.?:]$", danish) == re.findall("[.?:]$", english)


@everywhere
def test_each_language_has_its_own_quotation_marks(wording: Wording) -> None:
    for language, marks in {Language.DANISH: "»«", Language.ENGLISH: "“”"}.items():
        found = quotation_marks(wording.said_in(language))
        assert found == marks * (len(found) // 2)


def quotation_marks(text: str) -> str:
    """The quotation marks of *text*, without those that it speaks of."""
    spoken_of = re.compile("»« (?:eller|or) ’’")
    return "".join(re.findall("[»«“”„]", spoken_of.sub("", text)))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("code", MESSAGES)
def test_a_problem_is_worded_as_whole_sentences(code: str, language: Language) -> None:
    names = set().union(*(placeholders(wording.danish) for wording in said(MESSAGES[code])))
    for place in ("p", "VEJ.xlsx, Status!F4"):
        for sentence in problem(code, place, **dict.fromkeys(names, 7)).worded(language):
            assert re.fullmatch(r"[\dA-ZÆØÅ»“{].*[.?]", sentence)


# What an answer can break, and so is told of at a cell of a workbook.
OF_ANSWERS = (
    *("E304", "E305", "E306", "E308", "E314", "E315", "E321", "E332", "E335", "E343", "E406"),
    *("E407", "W404", "W405", "W406", "W407", "W408", "W409", "W411", "W413", "W416"),
    *(code for code in MESSAGES if code.startswith("W7")),
)


@pytest.mark.parametrize("code", OF_ANSWERS)
def test_at_a_cell_nobody_is_told_of_keys_and_hyphens(code: str) -> None:
    names = set().union(*(placeholders(wording.danish) for wording in said(MESSAGES[code])))
    _, hint = problem(code, "VEJ.xlsx, Status!F4", **dict.fromkeys(names, 7)).worded()
    keys = {*Milestone.model_fields, *Indicator.model_fields, *Initiative.model_fields} - {"status"}
    assert not keys & {*re.findall(r"\w+", hint)}
    assert not re.search("bindestreg|indryk|ryk|øverst i filen|UTF-8", hint)


@pytest.mark.parametrize("outcome", Outcome)
def test_an_outcome_is_worded_as_whole_sentences(outcome: Outcome) -> None:
    assert all(re.fullmatch(r"[A-ZÆØÅ{].*\.", text) for text in outcome.wording)


@pytest.mark.parametrize("reason", Reason)
def test_a_reason_is_worded_as_the_end_of_a_sentence(reason: Reason) -> None:
    assert all(re.fullmatch(r"[a-zæøå].*[^.]", text) for text in reason.value)
