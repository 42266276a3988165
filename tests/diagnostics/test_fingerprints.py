"""By what a service tells a new problem from an old one."""

from dataclasses import replace
from pathlib import Path

import pytest

from statusnote.diagnostics.fingerprints import below_here, fingerprints
from statusnote.diagnostics.problem import Place, Problem, problem

PLACE = Place("data/plan.yaml", 7, 3, 5, "  JM: Justitsministeriet")
FOUND = Problem("W402", PLACE, {"code": "JM"})


def test_it_stays_where_lines_are_written_above() -> None:
    moved = replace(FOUND, place=replace(PLACE, line=99))
    indented = replace(FOUND, place=Place("./data/plan.yaml", 9, 5, 7, "    JM: Justits"))
    assert fingerprints([FOUND]) == fingerprints([moved]) == fingerprints([indented])


@pytest.mark.parametrize(
    "other",
    [
        replace(FOUND, code="W801"),
        replace(FOUND, place=replace(PLACE, file="plan.yaml")),
        replace(FOUND, place=replace(PLACE, end_column=6)),
        replace(FOUND, details={"code": "UM"}),
    ],
)
def test_it_is_another_for_another_problem(other: Problem) -> None:
    assert fingerprints([FOUND]) != fingerprints([other])


def test_no_two_are_the_same_of_problems_that_are_alike() -> None:
    whole = problem("E105", "\udce6.yaml")
    made = fingerprints([FOUND, whole, FOUND, FOUND])
    assert len({*made}) == 4
    assert made[:1] == fingerprints([FOUND])


def test_a_path_is_told_from_the_folder_in_which_it_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert below_here(str(tmp_path / "data" / "plan.yaml")) == "data/plan.yaml"
    assert below_here("./data//plan.yaml") == "data/plan.yaml"
    assert below_here("../plan.yaml") == "../plan.yaml"
    elsewhere = tmp_path.parent / "plan.yaml"
    assert below_here(str(elsewhere)) == elsewhere.as_posix()
