"""Files that are right or wrong in ways of their own, found in `examples/` by themselves."""

import json
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from pydantic import BaseModel
from support.project import EXAMPLES

from statusnote import commands
from statusnote.diagnostics.language import Language
from statusnote.diagnostics.messages.catalogue import MESSAGES
from statusnote.diagnostics.problem import ProblemsFound
from statusnote.diagnostics.reporters import Display, as_text
from statusnote.plan import loading
from statusnote.plan.statuses import Status

VALID = sorted((EXAMPLES / "valid").glob("*.yaml"))
INVALID = sorted((EXAMPLES / "invalid").glob("*.yaml"))


@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.stem)
def test_an_invalid_file_is_reported_whole_in_both_languages(
    path: Path, golden: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(path.parent)
    problems = commands.validate([path.name])
    assert problems
    reports = (as_text(problems, Display(language, 80)) for language in Language)
    golden(str(path.with_suffix(".txt")), "\n".join(reports))


@pytest.mark.parametrize("path", [*INVALID, *VALID], ids=lambda path: path.stem)
def test_letters_and_accents_that_were_typed_apart_change_no_report(path: Path) -> None:
    text = path.read_bytes().decode("utf-8-sig", errors="replace")
    together = unicodedata.normalize("NFC", text)
    assert found_in(unicodedata.normalize("NFD", text)) == found_in(together)


def found_in(text: str) -> list[tuple[int, str]]:
    """The line and the code of each problem with *text*."""
    try:
        problems = loading.read(text, "plan.yaml").warnings
    except ProblemsFound as found:
        problems = found.problems
    return [(problem.place.line, problem.code) for problem in problems]


@pytest.mark.parametrize("path", VALID, ids=lambda path: path.stem)
def test_a_valid_file_is_read_as_it_is_meant(
    path: Path, golden: Callable[[str, str], None]
) -> None:
    plan, warnings = loading.load(str(path))
    assert warnings == []
    text = json.dumps(plain(plan), ensure_ascii=False, indent=2, default=str)
    golden(str(path.with_suffix(".json")), f"{text}\n")


def plain(value: object) -> object:
    """*value* as JSON has it, without what is as it is where nothing is said."""
    match value:
        case Status():
            when = int(value.when) if value.when.isdigit() else value.when or None
            return [value.kind.phrase, when]
        case BaseModel():
            defaults = {
                name: field.get_default(call_default_factory=True)
                for name, field in type(value).model_fields.items()
            }
            return {name: plain(each) for name, each in value if each != defaults[name]}
        case dict():
            return {key: plain(each) for key, each in value.items()}
        case tuple():
            return list(map(plain, value))
    return value


def test_no_expected_output_is_left_without_its_example() -> None:
    expected = {*EXAMPLES.glob("invalid/*.txt"), *EXAMPLES.glob("valid/*.json")}
    assert {path.with_suffix(".yaml") for path in expected} == {*VALID, *INVALID}


def test_every_problem_with_the_data_has_an_example() -> None:
    found = {each.code for path in INVALID for each in commands.validate([str(path)])}
    of_the_data = {
        code for code in MESSAGES if code[1] != "9" and (code[0] == "W" or code[1] in "1234")
    }  # those of 9 are about a workbook
    assert of_the_data - found == WITHOUT_EXAMPLE


# Of a file that is missing, a folder, unreadable or too large (see test_files.py), of a folder
# without plans (see several/test_paths.py) or in git alone (see test_revisions.py), and of one with
# more values than a file of the tests should have (see test_source.py).
WITHOUT_EXAMPLE = {"E101", "E102", "E103", "E106", "E113", "E114", "E115", "E207"}


def test_the_examples_are_kept_byte_by_byte() -> None:
    kept = {
        "valid/byte-order-mark": b"\xef\xbb\xbftitle: Status",
        "valid/crlf": b"plan\r\nas_of",
        "invalid/windows-1252": b"gennemf\xf8rt",
        "invalid/nul-character": b"Et\0initiativ",
    }
    found = {name: (EXAMPLES / f"{name}.yaml").read_bytes() for name in kept}
    assert {name: kept[name] in found[name] for name in kept} == dict.fromkeys(kept, True)
