"""The real file, broken in thousands of ways. `make fuzz` takes more of them than `make test`."""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from random import Random

import pytest
from support import mutants
from support.project import REAL
from support.slips import OTHER_FORMS, SLIPS, Slip

from statusnote.diagnostics.problem import ProblemsFound
from statusnote.plan import loading

pytestmark = pytest.mark.no_cover  # much of everything, which other tests hold


def test_each_mutant_ends_in_a_sound_report(mutated: int, tmp_path: Path) -> None:
    """In a process of its own, so that a mutant that ends it is known, too."""
    spawning = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=spawning) as process:
        for number in range(mutated):
            if error := process.submit(mutants.read, number, tmp_path).exception():
                raise AssertionError(f"mutants.mutant({number})") from error


@pytest.mark.parametrize("kind", SLIPS)
def test_a_slip_is_reported_at_its_line(kind: str, mutated: int) -> None:
    slips = SLIPS[kind]
    chosen = Random(0).sample(slips, min(len(slips), mutated // 10))
    assert [slip for slip in chosen if slip.line not in lines_of_problems(slip)] == []


@pytest.mark.parametrize("kind", OTHER_FORMS)
def test_what_is_only_written_otherwise_is_the_same_plan(kind: str, mutated: int) -> None:
    real = loading.load(str(REAL))
    forms = OTHER_FORMS[kind]
    for form in Random(0).sample(forms, min(len(forms), mutated // 10)):
        assert loading.read(form.text, "plan.yaml") == real, form


def lines_of_problems(slip: Slip) -> set[int]:
    try:
        problems = loading.read(slip.text, "plan.yaml").warnings
    except ProblemsFound as found:
        problems = found.problems
    return {each.place.line for each in problems}


@pytest.fixture
def mutated(request: pytest.FixtureRequest) -> int:
    """How many mutants are read, and ten times the slips of each kind."""
    return int(request.config.getoption("--mutants"))
