"""Files that are right or wrong in ways of their own, found in `examples/` by themselves."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from statusnote import loading
from statusnote.problems import ProblemsFound, as_text

EXAMPLES = Path(__file__).parent / "examples"
VALID = sorted((EXAMPLES / "valid").glob("*.yaml"))
INVALID = sorted((EXAMPLES / "invalid").glob("*.yaml"))


@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.stem)
def test_an_invalid_file_is_reported_whole(
    path: Path, golden: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(path.parent)
    with pytest.raises(ProblemsFound) as found:
        loading.load(path.name)
    lines = "".join(f"{as_text(problem)}\n" for problem in found.value.problems)
    golden(str(path.with_suffix(".txt")), lines)


@pytest.mark.parametrize("path", VALID, ids=lambda path: path.stem)
def test_a_valid_file_is_read_as_it_is_meant(
    path: Path, golden: Callable[[str, str], None]
) -> None:
    values = loading.load(str(path)).model_dump(exclude_defaults=True)
    text = json.dumps(values, ensure_ascii=False, indent=2, default=date.isoformat)
    golden(str(path.with_suffix(".json")), f"{text}\n")


def test_no_expected_output_is_left_without_its_example() -> None:
    expected = {*EXAMPLES.glob("invalid/*.txt"), *EXAMPLES.glob("valid/*.json")}
    assert {path.with_suffix(".yaml") for path in expected} == {*VALID, *INVALID}


def test_the_examples_are_kept_byte_by_byte() -> None:
    kept = {
        "valid/byte-order-mark": b"\xef\xbb\xbftitle: Status",
        "valid/crlf": b"plan\r\nas_of",
        "invalid/windows-1252": b"gennemf\xf8rt",
        "invalid/nul-character": b"Et\0initiativ",
    }
    found = {name: (EXAMPLES / f"{name}.yaml").read_bytes() for name in kept}
    assert {name: kept[name] in found[name] for name in kept} == dict.fromkeys(kept, True)
