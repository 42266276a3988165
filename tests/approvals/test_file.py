"""The file of approvals: how it is read, what is wrong with it, how it is written, and merged."""

import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.approving import VALUES
from support.repository import Repository, new_repository, use_git_of_its_own

from statusnote.approvals import file
from statusnote.approvals.file import Approval, Approvals
from statusnote.diagnostics.problem import ProblemsFound
from statusnote.reading import parser
from statusnote.reading.source import Source

PARTIES: dict[str, str] = {code: VALUES["ministries"][code] for code in ("SBM", "JM", "SUM")}
DAY = date(2025, 4, 10)
ONE, OTHER = Approval("1" * 64, DAY, "Ida Holm"), Approval("2" * 64, DAY)
NONE = Approvals("", {})
BEGUN = file.written(NONE, {}, PARTIES)
WRITTEN = f"""\
{file.HEAD}
format: 1
approvals:
  SBM:
    hash: {"1" * 64}
    by: Ida Holm
    of: 2025-04-10
  JM:
  SUM:
    hash: {"2" * 64}
    of: 2025-04-10
"""


def read(text: str, folder: Path) -> Approvals:
    path = folder / "approvals.yaml"
    path.write_bytes(text.encode())
    return file.read(str(path), PARTIES)


def test_each_party_has_a_line_whether_it_has_approved_or_not(tmp_path: Path) -> None:
    written = file.written(NONE, {"SUM": OTHER, "SBM": ONE}, PARTIES)
    assert written == WRITTEN
    assert read(written, tmp_path) == (written, {"SBM": ONE, "JM": None, "SUM": OTHER})


def test_where_there_is_no_file_nobody_has_approved(tmp_path: Path) -> None:
    assert file.read(str(tmp_path / "approvals.yaml"), PARTIES) == NONE
    assert file.read(str(tmp_path / "nowhere" / "approvals.yaml"), PARTIES) == NONE


def test_what_cannot_be_read_is_no_file_without_approvals(tmp_path: Path) -> None:
    with pytest.raises(ProblemsFound, match="mappe"):
        file.read(str(tmp_path), PARTIES)


def test_it_stands_beside_the_data() -> None:
    assert file.beside("data/initiatives.yaml") == str(Path("data/approvals.yaml"))
    assert file.beside("plan.yaml") == "approvals.yaml"


REMARKED = """\
# En bemærkning.
format: 1
approvals:
    # Ringede den 3. maj.
    SBM: {hash: '%s', of: 10. april 2025}  # i hånden

    # Aftalt med JM.
    JM:
# Til sidst.
""" % ("3" * 64)


def test_what_others_have_written_stays(tmp_path: Path) -> None:
    old = read(REMARKED, tmp_path)
    assert old.by_party == {"SBM": Approval("3" * 64, DAY), "JM": None}
    one = REMARKED.replace(
        "    JM:\n", f"    JM:\n        hash: {'2' * 64}\n        of: 2025-04-10\n"
    )
    written = file.written(old, {"JM": OTHER}, PARTIES)
    assert written == f"{one}    SUM:\n"
    both = file.written(read(written, tmp_path), {"SBM": ONE}, PARTIES)
    assert "# Ringede den 3. maj.\n    SBM:\n        hash: 1111" in both
    assert "        of: 2025-04-10\n\n    # Aftalt med JM.\n    JM:\n" in both
    assert read(both, tmp_path).by_party == {"SBM": ONE, "JM": OTHER, "SUM": None}


def test_a_new_party_gets_its_line_in_the_order_of_the_plan(tmp_path: Path) -> None:
    old = read("format: 1\napprovals:\n  # Om JM.\n  JM:", tmp_path)
    assert file.written(old, {}, PARTIES) == (
        "format: 1\napprovals:\n  SBM:\n  # Om JM.\n  JM:\n  SUM:\n"
    )


@pytest.mark.parametrize(
    "laid_out",
    [
        '{"format": 1, "approvals": {"JM": {"hash": "%s", "of": "2025-04-10"}}}' % ("2" * 64),
        "format: 1\napprovals: {JM: {hash: '%s', of: 2025-04-10}}" % ("2" * 64),
        "format: 1\napprovals:\n",
    ],
)
def test_a_file_that_is_laid_out_otherwise_is_laid_out_anew(laid_out: str, tmp_path: Path) -> None:
    old = read(laid_out, tmp_path)
    held = {code: each for code, each in old.by_party.items() if each}
    assert file.written(old, {}, PARTIES) == file.written(NONE, held, PARTIES)


def test_the_ends_of_lines_stay_as_they_are(tmp_path: Path) -> None:
    old = read(BEGUN.replace("\n", "\r\n"), tmp_path)
    written = file.written(old, {"JM": OTHER}, PARTIES)
    assert written.count("\r\n") == written.count("\n")
    assert read(written, tmp_path).by_party["JM"] == OTHER


@given(
    st.dictionaries(
        st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"]), min_size=1).filter(
            lambda code: code == " ".join(code.split())
        ),
        st.one_of(st.none(), st.sampled_from(["Ida", "a: b", "# c", "'", '"', "- d", "null", "1"])),
        min_size=1,
        max_size=4,
    )
)
def test_what_is_written_is_read(by: dict[str, str | None]) -> None:
    parties = {code: code for code in by}
    new = {code: Approval("a" * 64, DAY, name) for code, name in by.items() if name}
    text = file.written(NONE, new, parties)
    again = file.written(Approvals(text, {}), new, parties)
    assert again == text
    held: Any = parser.parse(Source(text, ""))[0].value("approvals")
    assert {code: each and each.get("by") for code, each in held.items()} == {
        code: name or "" for code, name in by.items()
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (WRITTEN.replace("  SUM:", "  SMU:"), "12:3 E960"),
        (WRITTEN.replace("1111\n", "111\n"), "8:5 E961"),
        (WRITTEN.replace("1111\n", "111g\n"), "8:5 E961"),
        (WRITTEN.replace("    of: 2025-04-10\n", "", 1), "8:5 E961"),
        (WRITTEN.replace("of: 2025-04-10", "of: 2025-04-31", 1), "8:5 E961"),
        (WRITTEN.replace("by: Ida", "bye: Ida"), "8:5 E961"),
        (WRITTEN.replace("by: Ida Holm", "by: [Ida]"), "8:5 E961"),
        (WRITTEN.replace("  JM:\n", "  JM: ja\n"), "11:7 E961"),
        (WRITTEN.replace("  JM:\n", "  SBM:\n"), "11:3 E202"),
        (WRITTEN.replace("format: 1", "format: 2"), "5:1 E962"),
        (WRITTEN.replace("format: 1\n", ""), "5:1 E962"),
        (WRITTEN.replace("approvals:", "approved:"), "5:1 E962"),
        (WRITTEN + "title: T\n", "5:1 E962"),
        ("format: 1\napprovals: [SBM]\n", "1:1 E962"),
        ("- SBM\n", "1:1 E318"),
        ("", "1:1 E105"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(text: str, said: str, tmp_path: Path) -> None:
    assert text != WRITTEN
    with pytest.raises(ProblemsFound) as found:
        read(text, tmp_path)
    (problem,) = found.value.problems
    assert f"{problem.place.line}:{problem.place.column} {problem.code}" == said
    assert all(problem.worded())


def test_all_that_is_wrong_is_said_at_once(tmp_path: Path) -> None:
    wrong = (
        WRITTEN.replace("  SUM:", "  SMU:").replace("1111\n", "\n").replace("  JM:\n", "  JM: ja\n")
    )
    with pytest.raises(ProblemsFound) as found:
        read(wrong, tmp_path)
    assert [problem.code for problem in found.value.problems] == ["E961", "E961", "E960"]


# Merging


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    use_git_of_its_own(tmp_path, monkeypatch)
    return new_repository(tmp_path / "projekt")


@pytest.mark.parametrize("pair", [("SBM", "JM"), ("JM", "SUM"), ("SBM", "SUM")])
@pytest.mark.parametrize("old", [{}, {"SBM": OTHER, "JM": OTHER, "SUM": OTHER}])
def test_two_that_approve_on_two_branches_are_merged_by_git(
    repository: Repository, pair: tuple[str, str], old: dict[str, Approval], tmp_path: Path
) -> None:
    begun = file.written(NONE, old, PARTIES)
    repository.commit(begun, "approvals.yaml")
    for branch in pair:
        repository.git("switch", "--quiet", "--create", branch, "main")
        now = file.written(Approvals(begun, {}), {branch: ONE}, PARTIES)
        repository.commit(now, "approvals.yaml")
    repository.git("merge", "--quiet", "--no-edit", pair[0])
    merged = (repository.folder / "approvals.yaml").read_text("utf-8")
    expected = {**dict.fromkeys(PARTIES), **old, **dict.fromkeys(pair, ONE)}
    assert read(merged, tmp_path).by_party == expected


def test_what_one_party_approved_twice_is_for_people_to_settle(
    repository: Repository, tmp_path: Path
) -> None:
    repository.commit(BEGUN, "approvals.yaml")
    for branch, approval in (("a", ONE), ("b", OTHER)):
        repository.git("switch", "--quiet", "--create", branch, "main")
        repository.commit(
            file.written(Approvals(BEGUN, {}), {"JM": approval}, PARTIES), "approvals.yaml"
        )
    with pytest.raises(subprocess.CalledProcessError):
        repository.git("merge", "--quiet", "--no-edit", "a")
    with pytest.raises(ProblemsFound):
        read((repository.folder / "approvals.yaml").read_text("utf-8"), tmp_path)
