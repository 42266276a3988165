"""What a run costs is what was accepted: no module more is loaded, and no page takes more calls.

A second may be any machine's; these are counted, and the same on all of them.
"""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader
from support.costs import by_page, other_calls, other_modules, spent
from support.project import GOLDEN, REAL

Hold = Callable[[str, str, Callable[[str, str], list[str]]], None]

linux = pytest.mark.skipif(sys.platform != "linux", reason="WeasyPrint is loaded otherwise there")
AS_ACCEPTED = "statusnote   1000   500\nyaml   200   190\n"


@pytest.fixture
def hold(golden: Callable[[str, str], None], pytestconfig: pytest.Config) -> Hold:
    """Assert that what is *found* is no *other* than the golden file, or accept it as that."""

    def compare(name: str, found: str, other: Callable[[str, str], list[str]]) -> None:
        path = GOLDEN / name
        accepted = path.read_text("utf-8") if path.is_file() else ""
        differences = other(accepted, found)
        if differences and not pytestconfig.getoption("--update-golden"):
            told = [f"{name}, against what was accepted:", *differences, ACCEPT]
            pytest.fail("\n".join(told), pytrace=False)
        golden(name, found if differences else accepted)

    return compare


ACCEPT = (
    "If it has to be, accept it: .venv/bin/pytest --update-golden tests/whole/test_costs.py\n"
    "Where it is less, too: what was won would else be lost again without a word."
)


@linux
def test_a_summary_loads_what_it_did(tmp_path: Path, hold: Hold) -> None:
    loaded = spent(tmp_path, "summary", REAL).loaded
    hold("costs-summary-modules.txt", _lines(loaded), other_modules)


@linux
def test_a_note_loads_what_it_did_and_a_page_takes_no_more_calls(
    tmp_path: Path, hold: Hold
) -> None:
    note = tmp_path / "note.pdf"
    loaded, called = spent(tmp_path, "render", REAL, "--output", note)
    hold("costs-render-modules.txt", _lines(loaded), other_modules)
    hold("costs-render-calls.txt", by_page(called, len(PdfReader(note).pages)), other_calls)


def _lines(names: list[str]) -> str:
    return "".join(f"{name}\n" for name in names)


def test_a_module_that_comes_or_goes_is_told() -> None:
    assert other_modules("a\nb\n", "b\nc\n") == ["+ c", "- a"]
    assert other_modules("a\n", "a\n") == []


@pytest.mark.parametrize(
    ("found", "told"),
    [
        ("statusnote 1040 480\nyaml 215 190\n", []),
        ("statusnote 1100 500\nyaml 200 190\n", ["first run: 1000 → 1100 calls a page (+10%)"]),
        ("statusnote 1000 550\nyaml 200 190\n", ["second run: 500 → 550 calls a page (+10%)"]),
        ("statusnote 900 500\nyaml 200 190\n", ["first run: 1000 → 900 calls a page (-10%)"]),
    ],
)
def test_calls_that_are_a_tenth_off_are_told(found: str, told: list[str]) -> None:
    assert other_calls(AS_ACCEPTED, found) == [f"statusnote, {each}" for each in told]


def test_the_calls_of_a_package_that_comes_or_goes_are_told() -> None:
    assert other_calls(AS_ACCEPTED, f"{AS_ACCEPTED}mdurl 4 4\n") == []
    assert other_calls(AS_ACCEPTED, "statusnote 1000 500\nlxml 30 0\n") == [
        "lxml, first run: 0 → 30 calls a page",
        "yaml, first run: 200 → 0 calls a page (-100%)",
        "yaml, second run: 190 → 0 calls a page (-100%)",
    ]


def test_calls_are_counted_by_page_and_those_of_no_account_left_out() -> None:
    called = [{"yaml": 2004, "mdurl": 1, "typing_extensions": 900}, {"yaml": 80, "pypdf": 40}]
    assert by_page(called, 4).splitlines() == [
        "pypdf                      0      10",
        "yaml                     501      20",
    ]
