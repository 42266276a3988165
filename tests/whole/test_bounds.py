"""What is bounded, so that a file that is made to take long, or much memory, does not."""

import pytest
from support.project import SMALL_PLAN

from statusnote.diagnostics.problem import MOST_PROBLEMS, ProblemsFound
from statusnote.diagnostics.suggestions import LONGEST_WORD, closest
from statusnote.plan import loading, model
from statusnote.reading.guards import LONGEST


def codes(text: str) -> list[str]:
    with pytest.raises(ProblemsFound) as found:
        loading.read(text, "plan.yaml")
    return [each.code for each in found.value.problems]


def test_what_stands_behind_enough_errors_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    text = SMALL_PLAN + "      - {}\n" * 10
    assert codes(text) == ["E322"] * 10
    monkeypatch.setattr(model, "ENOUGH", 10)
    assert codes(text) == ["E322"] * 3


@pytest.mark.parametrize("text", ["k" * LONGEST + ": 1\n", "a: >\n" + "  text\n" * LONGEST])
def test_a_line_or_a_text_may_not_be_endless(text: str) -> None:
    assert codes(text) == ["E321"]


def test_a_file_with_much_that_is_broken_is_not_read_around_it() -> None:
    anchors = "".join(f"      - number: {n}\n        title: &a T\n" for n in range(2, 24))
    assert codes(f"{SMALL_PLAN}{anchors}      - status: x\n") == ["E203"] * 22


def test_as_many_remarks_are_read_as_problems_are_reported() -> None:
    text = "# statusnote: nothing\n" * (MOST_PROBLEMS + 1)
    warnings = loading.read(text + SMALL_PLAN, "plan.yaml").warnings
    assert len(warnings) == MOST_PROBLEMS


def test_a_long_word_is_like_none() -> None:
    word = "a" * LONGEST_WORD
    assert (closest(word, [f"{word}b", word]), closest(f"{word}b", [word])) == (word, "")
