"""Where what is compared comes from, on real repositories."""

import io
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.project import SMALL_PLAN
from support.repository import (
    PLAN,
    Repository,
    new_repository,
    problems_of,
    text_of,
    use_git_of_its_own,
)
from support.result import Result

from statusnote import files, revisions
from statusnote.diagnostics.problem import ProblemsFound
from statusnote.plan import loading

NOON = "2025-05-01T12:00:00+0200"


@pytest.fixture(autouse=True)
def _git_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use_git_of_its_own(tmp_path, monkeypatch)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return new_repository(tmp_path / "projekt")


# What is typed where a file is meant


@pytest.mark.parametrize("command", ["validate", "summary", "due", "render"])
@pytest.mark.parametrize("version", ["HEAD~1", "main^", "v1.0", "@~1"])
def test_a_version_where_a_file_is_meant_is_told_how_it_is_read(
    repository: Repository, run: Callable[..., Result], command: str, version: str
) -> None:
    number = repository.commit(SMALL_PLAN, "plan.yaml")
    repository.git("tag", "v1.0")
    repository.rename("plan.yaml", "data/initiatives.yaml")
    os.chdir(repository.folder)
    for name in (version, number):
        done = run(command, name)
        quoted = shlex.quote(f"{name}:plan.yaml")
        assert done.code == 1
        assert f"{name}: fejl E113: Der er ingen fil" in done.out + done.err
        said = " ".join((done.out + done.err).split())
        assert f"Skriv »git show {quoted} | statusnote {command} -«." in said
    shown = repository.git("show", f"{version}:plan.yaml")
    assert run("validate", "-", stdin=shown.encode()).code == 0


@pytest.mark.parametrize(
    "name", ["HAED", "data/plam.yaml", "@2025-05-01", "--upload-pack=x", "HEAD -1", "a" * 101]
)
def test_what_is_no_version_is_a_file_that_does_not_exist(
    repository: Repository, name: str
) -> None:
    repository.commit(SMALL_PLAN)
    assert revisions.name_in_git(name, str(repository.folder / PLAN)) == ""


def test_git_is_not_asked_about_the_name_of_a_file(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.commit(SMALL_PLAN)
    assert revisions.name_in_git("HEAD", str(repository.folder / PLAN)) == f"HEAD:{PLAN}"
    monkeypatch.setattr(revisions, "_git", None)
    for name in ("HEAD.yaml", "old.yml", "notat.pdf", "plan.json", "-", "@2025-05-01"):
        assert revisions.name_in_git(name, str(repository.folder / PLAN)) == ""


# A file, and standard input


def test_a_file_is_a_version(tmp_path: Path) -> None:
    path = tmp_path / "gammel æ plan.yaml"
    path.write_bytes(b"\xef\xbb\xbftitle: \xc3\x86\r\n")
    assert text_of(str(path), "data/findes ikke.yaml") == ("title: Æ\r\n", str(path))


def test_standard_input_is_a_version(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("-").write_text("en fil")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("title: Æ".encode())))
    assert text_of("-", PLAN) == ("title: Æ", "<stdin>")


def test_a_pipe_is_a_version() -> None:
    reading, writing = os.pipe()
    os.write(writing, b"title: T")
    os.close(writing)
    name = f"/dev/fd/{reading}"
    assert text_of(name, PLAN) == ("title: T", name)
    os.close(reading)


@pytest.mark.parametrize("name", ["v1", "HEAD", "@2025-05-01", "@2025-02-30", "main~1"])
def test_a_file_wins_over_a_revision_or_a_date_of_its_name(
    repository: Repository, name: str
) -> None:
    repository.commit("title: I git")
    repository.git("tag", "v1")
    Path(name).write_text("title: I filen")
    assert repository.text_of(name) == ("title: I filen", name)


def test_a_folder_does_not_win_over_a_revision_of_its_name(repository: Repository) -> None:
    repository.commit("title: I git")
    repository.git("tag", "v1")
    Path("v1").mkdir()
    assert repository.text_of("v1") == ("title: I git", f"v1:{PLAN}")


def test_a_version_need_not_be_a_text(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = b"%PDF-1.7\n%\xe2\xe3"
    Path("note").write_bytes(content)
    repository.commit(content)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
    for version, name in (("note", "note"), ("-", "<stdin>"), ("HEAD", f"HEAD:{PLAN}")):
        assert revisions.content_of(version, str(repository.folder / PLAN)) == (content, name)


def test_a_file_that_cannot_be_read_is_a_problem_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_bytes(b"title: \x90")
    assert problems_of(str(path), PLAN) == [
        f"{path}:1:8: fejl E104: Filen er ikke gemt som UTF-8; det første tegn, "
        "der ikke kan læses, står her (byte 0x90).\n"
        "    Vælg »Gem som« i dit program, og vælg tegnkodningen UTF-8."
    ]


# A revision


def test_a_revision_is_whatever_git_knows(repository: Repository) -> None:
    first = repository.commit("title: 1")
    repository.git("tag", "v1")
    repository.git("tag", "--annotate", "--message=Sendt", "sendt/maj")
    repository.git("branch", "rundskriv")
    repository.commit("title: 2")
    repository.git("commit", "--quiet", "--allow-empty", "--message=Kun ord på æøå")
    repository.git("update-ref", "refs/remotes/origin/main", first)
    for version in (
        *("HEAD~2", "@~2", "HEAD^^", "main~2", "v1", "sendt/maj", "refs/tags/v1"),
        *("rundskriv", "heads/rundskriv", "origin/main", first, first[:8], "v1^{}", "HEAD@{2}"),
    ):
        assert repository.text_of(version) == ("title: 1", f"{version}:{PLAN}")
    for version in ("HEAD", "@", "main", "HEAD~1", ":/Kun ord", ":/æøå", "HEAD^{/En ændring}"):
        assert repository.text_of(version) == ("title: 2", f"{version}:{PLAN}")


def test_of_a_tag_and_a_branch_of_one_name_it_is_the_tag(repository: Repository) -> None:
    repository.commit("title: Mærket")
    repository.git("tag", "maj")
    repository.commit("title: Grenen")
    repository.git("branch", "maj")
    assert repository.text_of("maj") == ("title: Mærket", f"maj:{PLAN}")
    assert repository.text_of("heads/maj") == ("title: Grenen", f"heads/maj:{PLAN}")


def test_the_branch_that_another_follows_is_a_revision(repository: Repository) -> None:
    repository.commit("title: 1")
    copy = repository.cloned()
    copy.commit("title: 2")
    assert copy.text_of("@{u}") == ("title: 1", f"@{{u}}:{PLAN}")
    assert copy.text_of("main@{upstream}") == ("title: 1", f"main@{{upstream}}:{PLAN}")


NEITHER = (
    "fejl E701: Der er hverken en fil eller en udgave i git af det navn.\n"
    "    Angiv en fil, en dato som @2025-05-01 eller en udgave i git, fx HEAD~3 eller et tag."
)


@pytest.mark.parametrize(
    "version",
    [
        *("HAED", "HEAD~9", "", " ", "gammel.yaml", "0" * 39 + "1", "0123456", "\0", "é\udce9"),
        *("--output=x", "--all", "--", "-n1", "--end-of-options", "^HEAD", "HEAD^!", "HEAD^@"),
        *("HEAD..main", "HEAD...main", "HEAD main", "HEAD\nmain", "HEAD:", f"HEAD:{PLAN}"),
        *("HEAD^{tree}", "$(echo HEAD)", "HEAD; ls", "*", ":/findes ikke", "HEAD@{99}", "x" * 500),
        "x" * 300_000,
    ],
    ids=lambda version: repr(version[:20]),
)
def test_what_is_neither_a_file_nor_one_revision_is_a_problem(
    repository: Repository, version: str
) -> None:
    repository.commit("title: 1")
    repository.commit("title: 2")
    before = sorted(repository.folder.rglob("*"))
    assert repository.problems_of(version) == [f"{version}: {NEITHER}"]
    assert (sorted(repository.folder.rglob("*")), os.listdir()) == (before, [])  # noqa: PTH208


def test_a_repository_without_a_commit_has_no_versions(repository: Repository) -> None:
    assert repository.problems_of("HEAD") == [f"HEAD: {NEITHER}"]
    assert repository.problems_of("@2025-05-01") == [f"@2025-05-01: {TOO_OLD}"]


MISSING = (
    "fejl E702: Filen findes ikke i den udgave.\n"
    "    Angiv en nyere udgave eller en fil med de gamle data."
)


def test_a_file_that_was_not_there_yet_is_a_problem(repository: Repository) -> None:
    repository.commit("andet", "README.md")
    repository.commit("title: 1")
    assert repository.problems_of("HEAD~1") == [f"HEAD~1:{PLAN}: {MISSING}"]


def test_what_was_a_folder_or_a_link_is_a_problem(repository: Repository) -> None:
    repository.commit("title: 1", f"{PLAN}/1.yaml")
    shutil.rmtree(repository.folder / PLAN)
    (repository.folder / PLAN).symlink_to("nowhere.yaml")
    repository.git("add", ".")
    repository.git("commit", "--quiet", "--message=En henvisning")
    (repository.folder / PLAN).unlink()
    repository.commit("title: 2")
    for version in ("HEAD~1", "HEAD~2"):
        assert repository.problems_of(version) == [f"{version}:{PLAN}: {MISSING}"]


def test_data_that_git_does_not_keep_are_a_problem(repository: Repository) -> None:
    repository.commit("title: 1")
    (repository.folder / "data" / "udkast.yaml").write_text("title: 1")
    assert repository.problems_of("HEAD", "data/udkast.yaml") == [
        f"HEAD:data/udkast.yaml: {MISSING}"
    ]


def test_a_file_that_is_gone_has_its_versions(repository: Repository) -> None:
    repository.commit("title: 1")
    shutil.rmtree(repository.folder / "data")
    assert repository.text_of("HEAD") == ("title: 1", f"HEAD:{PLAN}")


# What is wrong in an old version


def test_a_version_that_is_no_plan_is_reported_under_its_name(repository: Repository) -> None:
    repository.commit(SMALL_PLAN.replace("number: 1", "number: et"))
    repository.commit(SMALL_PLAN)
    assert loading.read(*repository.text_of("HEAD")).warnings == []
    with pytest.raises(ProblemsFound) as found:
        loading.read(*repository.text_of("HEAD~1"))
    assert [(each.code, each.place.file, each.place.line) for each in found.value.problems] == [
        ("E311", f"HEAD~1:{PLAN}", 11)
    ]


def test_a_version_that_is_not_utf_8_is_reported_under_its_name(repository: Repository) -> None:
    repository.commit(b"\xef\xbb\xbftitle: 1\ntitle: \x90")
    assert repository.problems_of("HEAD") == [
        f"HEAD:{PLAN}:2:8: fejl E104: Filen er ikke gemt som UTF-8; det første tegn, "
        "der ikke kan læses, står her (byte 0x90).\n"
        "    Vælg »Gem som« i dit program, og vælg tegnkodningen UTF-8."
    ]


def test_a_version_up_to_the_limit_is_read_and_a_larger_one_is_a_problem(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "LIMIT", 2**20)
    repository.commit("x" * 2**20)
    repository.commit("x" * (2**20 + 1))
    assert repository.text_of("HEAD~1") == ("x" * 2**20, f"HEAD~1:{PLAN}")
    assert repository.problems_of("HEAD") == [
        f"HEAD:{PLAN}: fejl E106: Filen fylder mere end 1 MB.\n"
        "    Kontrollér, at det er den rigtige fil."
    ]


# A file of another name


def plan(year: int) -> str:
    return "".join(f"punkt {number} i {year if number > 6 else 0}\n" for number in range(12))


def test_a_file_is_found_under_each_name_it_had(repository: Repository) -> None:
    repository.commit(plan(1), "plan.yaml")
    repository.rename("plan.yaml", "data/handlingsplan.yaml")
    repository.commit(plan(2), "data/handlingsplan.yaml")
    repository.rename("data/handlingsplan.yaml", PLAN)
    assert [repository.text_of(f"HEAD~{number}") for number in range(4)] == [
        (plan(2), f"HEAD~0:{PLAN}"),
        (plan(2), "HEAD~1:data/handlingsplan.yaml"),
        (plan(1), "HEAD~2:data/handlingsplan.yaml"),
        (plan(1), "HEAD~3:plan.yaml"),
    ]
    assert repository.text_of("@2025-05-01") == (plan(2), f"@2025-05-01:{PLAN}")


def test_a_file_is_followed_though_nothing_of_it_is_left(repository: Repository) -> None:
    repository.commit(plan(1), "plan.yaml")
    repository.rename("plan.yaml", PLAN)
    repository.commit("noget\nhelt\nandet\n")
    assert repository.text_of("HEAD~2") == (plan(1), "HEAD~2:plan.yaml")


def test_a_file_is_followed_through_a_branch_that_was_merged(repository: Repository) -> None:
    repository.commit(plan(1), "plan.yaml")
    repository.git("checkout", "--quiet", "-b", "omdøb")
    repository.rename("plan.yaml", PLAN)
    repository.git("checkout", "--quiet", "main")
    repository.commit("andet", "README.md")
    repository.git("merge", "--quiet", "--no-ff", "--message=Flet", "omdøb")
    repository.commit("noget\nhelt\nandet\n")
    assert repository.text_of("HEAD~2") == (plan(1), "HEAD~2:plan.yaml")


def test_a_file_that_is_renamed_on_another_branch_is_found_there(repository: Repository) -> None:
    repository.commit(plan(1))
    repository.git("checkout", "--quiet", "-b", "omdøb")
    repository.rename(PLAN, "plan.yaml")
    repository.commit(plan(2), "plan.yaml")
    repository.git("checkout", "--quiet", "main")
    repository.commit("andet", "README.md")
    assert repository.text_of("omdøb") == (plan(2), "omdøb:plan.yaml")


def test_a_name_that_is_not_recorded_yet_is_followed_too(repository: Repository) -> None:
    repository.commit(plan(1), "plan.yaml")
    (repository.folder / "data").mkdir()
    repository.git("mv", "plan.yaml", PLAN)
    assert repository.text_of("HEAD") == (plan(1), "HEAD:plan.yaml")


def test_a_file_of_the_same_name_is_taken_before_one_that_it_was_renamed_from(
    repository: Repository,
) -> None:
    repository.commit("title: Samme navn")
    repository.commit(plan(1), "plan.yaml")
    repository.git("rm", "--quiet", PLAN)
    repository.rename("plan.yaml", PLAN)
    assert repository.text_of("HEAD~1") == ("title: Samme navn", f"HEAD~1:{PLAN}")


def test_a_copy_is_not_a_version(repository: Repository) -> None:
    repository.commit(plan(1), "plan.yaml")
    repository.commit(plan(1))
    assert repository.problems_of("HEAD~1") == [f"HEAD~1:{PLAN}: {MISSING}"]


# A date


TOO_OLD = (
    "fejl E706: Projektet har ingen udgave, der er så gammel.\n"
    "    Angiv en senere dato eller en fil med de gamle data."
)


@pytest.mark.parametrize(
    ("day", "last", "next_day"),
    [
        ("2025-05-01", "2025-05-01T23:59:59+0200", "2025-05-02T00:00:00+0200"),
        ("2025-05-01", "2025-05-01T21:59:59+0000", "2025-05-01T22:00:00+0000"),
        ("2025-05-01", "2025-05-02T09:59:59+1200", "2025-05-01T11:00:00-1100"),
        ("2024-12-31", "2024-12-31T23:59:59+0100", "2025-01-01T00:00:00+0100"),
        ("2025-03-29", "2025-03-29T22:59:59+0000", "2025-03-29T23:00:00+0000"),
        ("2025-03-30", "2025-03-30T21:59:59+0000", "2025-03-30T22:00:00+0000"),
        ("2025-10-25", "2025-10-25T21:59:59+0000", "2025-10-25T22:00:00+0000"),
        ("2025-10-26", "2025-10-26T22:59:59+0000", "2025-10-26T23:00:00+0000"),
        ("2024-03-31", "2024-03-31T21:59:59+0000", "2024-03-31T22:00:00+0000"),
        ("2024-10-27", "2024-10-27T22:59:59+0000", "2024-10-27T23:00:00+0000"),
        ("2024-02-29", "2024-02-29T23:59:59+0100", "2024-03-01T00:00:00+0100"),
    ],
)
@pytest.mark.parametrize("zone", ["UTC", "Pacific/Kiritimati", "America/Los_Angeles"])
def test_a_day_ends_at_midnight_in_denmark(
    repository: Repository,
    monkeypatch: pytest.MonkeyPatch,
    zone: str,
    day: str,
    last: str,
    next_day: str,
) -> None:
    repository.commit("title: Dagen", date=last)
    repository.commit("title: Dagen efter", date=next_day)
    monkeypatch.setenv("TZ", zone)
    assert repository.text_of(f"@{day}") == ("title: Dagen", f"@{day}:{PLAN}")


def test_before_the_first_commit_is_too_old(repository: Repository) -> None:
    repository.commit("title: 1", date="2025-05-02T00:00:00+0200")
    repository.commit("title: 2", date="2025-05-02T00:00:01+0200")
    assert repository.text_of("@2025-05-02") == ("title: 2", f"@2025-05-02:{PLAN}")
    for day in ("@2025-05-01", "@1970-01-01", "@1969-12-31", "@1900-02-28", "@0001-01-01"):
        assert repository.problems_of(day) == [f"{day}: {TOO_OLD}"]


@pytest.mark.parametrize("day", ["@2025-06-01", "@2038-01-20", "@2100-01-01", "@9999-12-31"])
def test_after_the_last_commit_it_is_the_last(repository: Repository, day: str) -> None:
    repository.commit("title: 1", date=NOON)
    repository.commit("title: 2", date=NOON)
    assert repository.text_of(day) == ("title: 2", f"{day}:{PLAN}")


def test_before_the_file_was_there_it_is_missing(repository: Repository) -> None:
    repository.commit("andet", "README.md", date="2025-04-01T12:00:00+0200")
    repository.commit("title: 1", date=NOON)
    assert repository.problems_of("@2025-04-30") == [f"@2025-04-30:{PLAN}: {MISSING}"]


def test_what_was_merged_later_counts_from_then(repository: Repository) -> None:
    repository.commit("title: 1", date="2025-04-01T12:00:00+0200")
    repository.git("checkout", "--quiet", "-b", "udkast")
    repository.commit("title: Udkast", date="2025-04-30T12:00:00+0200")
    repository.git("checkout", "--quiet", "main")
    merge = ("merge", "--quiet", "--no-ff", "--message=Flet", "udkast")
    repository.git(*merge, date="2025-05-05T12:00:00+0200")
    assert repository.text_of("@2025-05-04") == ("title: 1", f"@2025-05-04:{PLAN}")
    assert repository.text_of("@2025-05-05") == ("title: Udkast", f"@2025-05-05:{PLAN}")


def test_it_is_the_day_of_the_commit_and_not_that_of_the_author(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.commit("title: 1", date="2025-04-01T12:00:00+0200")
    repository.commit("title: 2", date="2025-04-02T12:00:00+0200")
    amend = ("commit", "--quiet", "--amend", "--no-edit", "--date=2020-01-01T12:00:00+0200")
    repository.git(*amend, date="2025-05-05T12:00:00+0200")
    assert repository.text_of("@2025-05-04") == ("title: 1", f"@2025-05-04:{PLAN}")


def test_a_clone_gives_the_same_of_a_day_as_the_original(repository: Repository) -> None:
    for day in range(1, 10):
        repository.commit(f"title: {day}", date=f"2025-05-{day:02}T12:00:00+0200")
    copy = repository.cloned()
    days = [f"@2025-05-{day:02}" for day in range(1, 10)]
    expected = [(f"title: {day}", f"@2025-05-{day:02}:{PLAN}") for day in range(1, 10)]
    assert list(map(repository.text_of, days)) == expected
    assert list(map(copy.text_of, days)) == expected


NO_DATE = (
    "fejl E707: Det er ikke en dato, der findes.\n"
    "    Skriv @ og så datoen med år, måned og dag, fx @2025-05-01."
)


@pytest.mark.parametrize(
    "version",
    [
        *("@2025-02-30", "@2025-13-01", "@0000-01-01", "@2025-02-29", "@2025-5-1", "@20250501"),
        *("@2025-W18-4", "@2025", "@2025-05", "@yesterday", "@1. maj 2025", "@2025-05-01T12:00"),
        *("@ 2025-05-01", "@2025-05-01 ", "@2025-05-01\n", "@٢٠٢٥-٠٥-٠١", "@-1", "@@", "@\n"),
        *("@{2025-05-01}", "@{yesterday}", "HEAD@{2025-05-01}", "main@{1 week ago}", "@{}"),
    ],
)
def test_what_is_no_date_is_a_problem(repository: Repository, version: str) -> None:
    repository.commit("title: 1", date=NOON)
    assert repository.problems_of(version) == [f"{version}: {NO_DATE}"]


# Where the data lie


@pytest.mark.parametrize(
    "name",
    [
        *("en plan.yaml", "æøå/plan.yaml", "'anførsel' \"plan\".yaml", "-plan.yaml", "--/-/--all"),
        *(":(top)plan.yaml", ":plan.yaml", "*.yaml", "[a].yaml", "a\\b.yaml", "a\tb\nc.yaml\n"),
        *("$HOME.yaml", "😀.yaml", "a/b/c/d.yaml", "\udce6.yaml", ".yaml", "HEAD"),
    ],
)
def test_a_name_may_be_any(
    repository: Repository, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    repository.commit(plan(1), "[b].yaml")
    repository.commit(plan(2), "gammel plan.yaml")
    repository.rename("gammel plan.yaml", name)
    (repository.folder / name).write_text("title: Ikke gemt")
    assert repository.text_of("@~0", name) == (plan(2), f"@~0:{name}")
    assert repository.text_of("HEAD~1", name) == (plan(2), "HEAD~1:gammel plan.yaml")
    monkeypatch.chdir((repository.folder / name).parent)
    assert text_of("@~0", Path(name).name) == (plan(2), f"@~0:{name}")


@pytest.mark.parametrize("folder", ["en mappe", "-mappe", "mappe\n", "mappe: æøå", "'"])
def test_a_repository_may_lie_anywhere(tmp_path: Path, folder: str) -> None:
    made = new_repository(tmp_path / folder)
    made.commit("title: 1")
    assert made.text_of("HEAD") == ("title: 1", f"HEAD:{PLAN}")


@pytest.mark.parametrize(
    ("folder", "data"),
    [
        (".", PLAN),
        (".", f"./data/../{PLAN}"),
        ("data", "plan.yaml"),
        ("..", f"projekt/{PLAN}"),
        ("../elsewhere", f"../projekt/{PLAN}"),
    ],
)
def test_data_may_be_named_from_any_folder(
    repository: Repository, monkeypatch: pytest.MonkeyPatch, folder: str, data: str
) -> None:
    repository.commit("title: 1")
    repository.commit("title: 2")
    monkeypatch.chdir(repository.folder / folder)
    assert text_of("HEAD~1", data) == ("title: 1", f"HEAD~1:{PLAN}")


def test_links_to_the_data_are_followed(repository: Repository) -> None:
    repository.commit("title: 1")
    Path("mappe").symlink_to(repository.folder / "data")
    Path("fil.yaml").symlink_to(repository.folder / PLAN)
    for data in ("mappe/plan.yaml", "fil.yaml"):
        assert text_of("HEAD", data) == ("title: 1", f"HEAD:{PLAN}")


def test_a_worktree_has_the_versions_and_its_own_head(repository: Repository) -> None:
    repository.commit("title: 1")
    repository.git("branch", "andet")
    repository.commit("title: 2")
    repository.git("worktree", "add", "--quiet", "../træ", "andet")
    tree = Repository(repository.folder.with_name("træ"))
    assert tree.text_of("HEAD") == ("title: 1", f"HEAD:{PLAN}")
    assert tree.text_of("main") == ("title: 2", f"main:{PLAN}")


def test_a_detached_head_is_where_dates_and_names_are_counted_from(repository: Repository) -> None:
    repository.commit("title: 1", "plan.yaml", date="2025-04-01T12:00:00+0200")
    repository.rename("plan.yaml", PLAN)
    repository.commit("title: 2", date="2025-05-02T12:00:00+0200")
    repository.commit("title: 3", date="2025-05-03T12:00:00+0200")
    repository.git("checkout", "--quiet", "--detach", "HEAD~1")
    assert repository.text_of("HEAD") == ("title: 2", f"HEAD:{PLAN}")
    assert repository.text_of("HEAD~2") == ("title: 1", "HEAD~2:plan.yaml")
    assert repository.text_of("@2025-05-09") == ("title: 2", f"@2025-05-09:{PLAN}")
    assert repository.text_of("main") == ("title: 3", f"main:{PLAN}")


def test_git_may_know_the_repository_by_another_path(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a drive of Windows that stands for a folder on a server.

    No path there can be told from the other: Python says so by a ValueError.
    """
    repository.commit("a: 1\n", "plan/plan.yaml")
    repository.commit("a: 2\n", "plan/plan.yaml")
    repository.rename("plan/plan.yaml", "data/den store plan.yaml")
    mapped = repository.folder.with_name("drev")
    mapped.symlink_to(repository.folder)
    asked = revisions._git

    def answered(folder: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        done = asked(folder, *arguments)
        if "--show-toplevel" in arguments:
            done.stdout = done.stdout.replace(bytes(repository.folder), bytes(mapped))
            assert bytes(mapped) in done.stdout
        return done

    def on_two_drives(*_: str) -> str:
        raise ValueError("path is on mount '\\\\server\\plan', start on mount 'P:'")

    monkeypatch.setattr(revisions, "_git", answered)
    monkeypatch.setattr(os.path, "relpath", on_two_drives)
    path = "data/den store plan.yaml"
    assert repository.text_of("HEAD", path) == ("a: 2\n", f"HEAD:{path}")
    assert repository.text_of("HEAD~2", path) == ("a: 1\n", "HEAD~2:plan/plan.yaml")
    found = revisions.recorded(str(repository.folder / path)).revisions
    assert [each.content()[0] for each in found] == [b"a: 1\n", b"a: 2\n", b"a: 2\n"]


def test_a_repository_inside_another_is_that_of_its_data(repository: Repository) -> None:
    repository.commit("title: Udenom")
    inside = new_repository(repository.folder / "data" / "inde")
    inside.commit("title: Inde")
    assert inside.text_of("HEAD") == ("title: Inde", f"HEAD:{PLAN}")


# What surrounds git


def test_the_repository_is_that_of_the_data_in_a_git_hook_too(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.commit("title: 1")
    other = new_repository(tmp_path / "andet")
    monkeypatch.setenv("GIT_DIR", str(other.folder / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other.folder))
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/index")
    monkeypatch.setenv("GIT_PREFIX", "x/")
    assert repository.text_of("HEAD") == ("title: 1", f"HEAD:{PLAN}")


def test_the_environment_may_be_next_to_empty(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.commit("title: 1")
    path = os.environ["PATH"]
    for name in os.environ:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PATH", path)
    assert repository.text_of("HEAD") == ("title: 1", f"HEAD:{PLAN}")


def test_the_user_s_settings_of_git_change_nothing(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.commit(plan(1), "gammel plan.yaml")
    repository.rename("gammel plan.yaml", PLAN)
    repository.commit("noget\nhelt\nandet\n", date="2025-05-03T12:00:00+0200")
    (tmp_path / "gitconfig").write_text(
        "[color]\nui = always\n[core]\nquotePath = true\npager = false\n"
        "[diff]\nrenames = false\nrelative = true\n"
        "[log]\nshowSignature = true\ndiffMerges = off\ndate = relative\nfollow = false\n"
        "[format]\npretty = fuller\n[alias]\nlog = !false\nls-tree = !false\n"
    )
    monkeypatch.setenv("GIT_TRACE", "1")
    monkeypatch.setenv("LC_ALL", "da_DK.UTF-8")
    assert repository.text_of("HEAD~2") == (plan(1), "HEAD~2:gammel plan.yaml")
    assert repository.text_of("@2025-05-02") == (plan(1), f"@2025-05-02:{PLAN}")


def test_nothing_is_run_that_the_repository_names(repository: Repository) -> None:
    repository.commit(plan(1), "gammel plan.yaml")
    repository.rename("gammel plan.yaml", PLAN)
    repository.commit("noget\nhelt\nandet\n", date="2025-05-03T12:00:00+0200")
    trap = repository.folder / "trap"
    trap.write_text(f"#!/bin/sh\ntouch '{repository.folder}/sprung'\n")
    trap.chmod(0o755)
    hooks = repository.folder / ".git" / "hooks"
    for hook in ("post-index-change", "reference-transaction", "post-checkout"):
        (hooks / hook).write_bytes(trap.read_bytes())
        (hooks / hook).chmod(0o755)
    (repository.folder / ".git" / "info" / "attributes").write_text("* diff=trap filter=trap\n")
    for setting in (
        *("core.fsmonitor", "core.pager", "core.sshCommand", "core.askPass", "core.editor"),
        *("diff.external", "diff.trap.textconv", "diff.trap.command", "gpg.program", "pager.log"),
        *("filter.trap.clean", "filter.trap.smudge", "filter.trap.process", "alias.log"),
        *("remote.origin.uploadpack", "credential.helper", "core.alternateRefsCommand"),
    ):
        repository.git("config", setting, str(trap))
    repository.git("config", "log.showSignature", "true")
    (repository.folder / "sprung").unlink(missing_ok=True)
    assert repository.text_of("HEAD~2") == (plan(1), "HEAD~2:gammel plan.yaml")
    assert repository.text_of("@2025-05-02") == (plan(1), f"@2025-05-02:{PLAN}")
    assert repository.problems_of("HAED") != []
    assert not (repository.folder / "sprung").exists()
    subprocess.run(["git", "-C", repository.folder, "status"], check=False, capture_output=True)
    assert (repository.folder / "sprung").exists()  # so that it is a trap


def test_git_writes_nothing_and_reads_no_input(
    repository: Repository, capfd: pytest.CaptureFixture[str]
) -> None:
    repository.commit(plan(1), "plan.yaml")
    repository.rename("plan.yaml", PLAN)
    (repository.folder / PLAN).write_text("title: Ikke gemt")
    before = {path: path.stat().st_mtime_ns for path in repository.folder.rglob("*")}
    for version in ("HEAD~1", "@2025-05-01"):
        repository.text_of(version)
    assert {path: path.stat().st_mtime_ns for path in repository.folder.rglob("*")} == before
    repository.problems_of("HAED")
    assert capfd.readouterr() == ("", "")


NO_REPOSITORY = (
    "fejl E703: Der er ingen fil af det navn, og {} ligger ikke i et git-projekt, som kunne have "
    "den udgave.\n"
    "    Angiv en fil, eller hent projektet med »git clone«."
)


def test_data_outside_a_repository_have_no_versions(tmp_path: Path) -> None:
    for data in (tmp_path / "plan.yaml", tmp_path / "findes" / "ikke" / "plan.yaml"):
        for version in ("HEAD", "@2025-05-01", "gammel.yaml"):
            assert problems_of(version, str(data)) == [f"{version}: {NO_REPOSITORY.format(data)}"]


def test_data_in_a_repository_without_files_have_no_versions(repository: Repository) -> None:
    repository.commit("title: 1")
    data = repository.cloned("--bare").folder / PLAN
    assert problems_of("HEAD", str(data)) == [f"HEAD: {NO_REPOSITORY.format(data)}"]


@pytest.mark.parametrize("path", ["", "/findes/ikke"])
def test_git_that_is_not_installed_is_a_problem(
    repository: Repository, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    repository.commit("title: 1")
    monkeypatch.setenv("PATH", path)
    for version in ("HEAD", "@2025-05-01"):
        assert repository.problems_of(version) == [
            f"{version}: fejl E704: Der er ingen fil af det navn, og git, som har de tidligere "
            "udgaver, er ikke installeret.\n"
            "    Angiv en fil, eller installér git, fx med »apt-get install git« eller »brew "
            "install git«."
        ]


def unread(version: str, command: str) -> list[str]:
    return [
        f"{version}: fejl E709: Git kan ikke læse den udgave.\n"
        f"    Kør »{command}« i den mappe, hvor data ligger, og følg det, git skriver."
    ]


def test_a_repository_of_another_user_is_a_problem(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.commit("title: 1")
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    assert repository.problems_of("HEAD") == unread("HEAD", "git status")


def test_a_git_that_cannot_be_run_is_a_problem(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "git").write_bytes(b"\0")
    (tmp_path / "git").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert repository.problems_of("HEAD") == unread("HEAD", "git status")


# A clone that is not complete


SHALLOW = (
    "fejl E705: Udgaven er ikke i denne kopi af projektet, som kun har den nyeste del af "
    "historikken.\n"
    "    Er navnet rigtigt, så hent resten med »git fetch --unshallow --tags«, eller skriv "
    "»fetch-depth: 0« under actions/checkout, hvis det er et CI-job."
)


def test_a_shallow_clone_has_what_it_reaches_and_says_what_it_does_not(
    repository: Repository,
) -> None:
    numbers = [
        repository.commit(f"title: {day}", date=f"2025-05-0{day}T12:00:00+0200")
        for day in range(1, 5)
    ]
    repository.git("tag", "v1", numbers[0])
    copy = repository.cloned("--depth=2", "--no-tags")
    assert copy.text_of("HEAD~1") == ("title: 3", f"HEAD~1:{PLAN}")
    assert copy.text_of("@2025-05-03") == ("title: 3", f"@2025-05-03:{PLAN}")
    for version in ("HEAD~2", "v1", numbers[0], "@2025-05-02"):
        assert copy.problems_of(version) == [f"{version}: {SHALLOW}"]
    copy.git("fetch", "--quiet", "--unshallow", "--tags")
    for version in ("HEAD~3", "v1", numbers[0], "@2025-05-01"):
        assert copy.text_of(version) == ("title: 1", f"{version}:{PLAN}")


def test_a_file_is_followed_between_the_ends_of_a_shallow_clone(repository: Repository) -> None:
    repository.commit(plan(1), "plan.yaml")
    repository.git("branch", "sendt")
    repository.rename("plan.yaml", PLAN)
    repository.commit(plan(2))
    copy = repository.cloned("--depth=1", "--no-single-branch")
    assert copy.text_of("origin/sendt") == (plan(1), "origin/sendt:plan.yaml")


def partial_clone(repository: Repository, what: str) -> Repository:
    """A clone that lacks what is only in older commits, and is given it by who is asked for it."""
    repository.git("config", "uploadpack.allowFilter", "true")
    return repository.cloned(f"--filter={what}")


@pytest.mark.parametrize("what", ["blob:none", "tree:0"])
def test_what_a_partial_clone_lacks_is_not_fetched(repository: Repository, what: str) -> None:
    first = repository.commit("title: 1")
    repository.commit("title: 2")
    copy = partial_clone(repository, what)
    command = f"git show {first[:12]}:{PLAN}"
    for version in ("HEAD~1", "HEAD~1"):
        assert copy.problems_of(version) == unread(version, command)
    copy.git(*command.split()[1:])
    assert copy.text_of("HEAD~1") == ("title: 1", f"HEAD~1:{PLAN}")


def test_a_version_that_is_damaged_is_a_problem(repository: Repository) -> None:
    number = repository.commit("title: 1", "data/en plan.yaml")
    blob = repository.git("rev-parse", "HEAD:data/en plan.yaml")
    damaged = repository.folder / ".git" / "objects" / blob[:2] / blob[2:]
    damaged.unlink()
    assert repository.problems_of("HEAD", "data/en plan.yaml") == unread(
        "HEAD", f"git show '{number[:12]}:data/en plan.yaml'"
    )


# The answer is the same wherever it is asked for


@pytest.mark.parametrize("made", [Repository.cloned, lambda each: each.cloned("--depth=3")])
def test_a_clone_without_a_reflog_gives_the_same(
    repository: Repository, made: Callable[[Repository], Repository]
) -> None:
    repository.commit("title: 1", "plan.yaml", date="2025-05-01T12:00:00+0200")
    repository.rename("plan.yaml", PLAN)
    repository.commit("title: 2", date="2025-05-02T12:00:00+0200")
    copy = made(repository)
    shutil.rmtree(copy.folder / ".git" / "logs")
    for version in ("HEAD", "HEAD~1", "HEAD~2", "@2025-05-01", "@2025-05-02"):
        assert copy.text_of(version) == repository.text_of(version)


# All versions of a file


def listed(
    repository: Repository,
    path: str = PLAN,
    since: str | None = None,
    every: str | None = None,
) -> list[tuple[str, str, str]]:
    """The name, the day and the content of each version that is found."""
    day = date.fromisoformat(since) if since else None
    found, _ = revisions.recorded(str(repository.folder / path), day, every)
    return [(each.name, each.day.isoformat(), each.content()[0].decode()) for each in found]


def contents(repository: Repository, path: str = PLAN, every: str | None = None) -> list[str]:
    return [content for _, _, content in listed(repository, path, every=every)]


def refused(repository: Repository, *, since: str | None = None, every: str | None = None) -> str:
    with pytest.raises(ProblemsFound) as found:
        listed(repository, since=since, every=every)
    (problem,) = found.value.problems
    assert problem.code == "E711"
    return str(problem.details["reason"]).removeprefix("Reason.")


def test_each_commit_that_changed_the_file_is_a_version(repository: Repository) -> None:
    first = repository.commit("title: 1", date="2025-01-31T23:30:00+0100")
    repository.commit("andet", "README.md")
    last = repository.commit("title: 2", date="2025-05-31T23:59:59+0200")
    (repository.folder / PLAN).write_text("title: Ikke gemt")
    names = [repository.git("rev-parse", "--short", number) for number in (first, last)]
    assert listed(repository) == [
        (names[0], "2025-01-31", "title: 1"),
        (names[1], "2025-05-31", "title: 2"),
    ]
    (version, _), shallow = revisions.recorded(str(repository.folder / PLAN))
    assert version.content() == (b"title: 1", f"{names[0]}:{PLAN}")
    assert not shallow


def test_versions_are_followed_through_each_name(repository: Repository) -> None:
    repository.commit(plan(1), "plan.yaml")
    repository.rename("plan.yaml", "data/handlingsplan.yaml")
    repository.commit(plan(2), "data/handlingsplan.yaml")
    repository.rename("data/handlingsplan.yaml", PLAN)
    repository.commit("noget\nhelt\nandet\n")
    assert contents(repository) == [plan(1), plan(1), plan(2), plan(2), "noget\nhelt\nandet\n"]
    repository.git("mv", PLAN, "ny.yaml")  # which isn't recorded yet
    repository.git("reset", "--quiet", "--hard", "HEAD~1")
    repository.git("mv", PLAN, "ny.yaml")
    assert contents(repository, "ny.yaml") == [plan(1), plan(1), plan(2), plan(2)]


def test_a_merged_branch_is_one_version(repository: Repository) -> None:
    repository.commit("title: 1")
    repository.git("checkout", "--quiet", "-b", "udkast")
    repository.commit("title: Udkast")
    repository.commit("title: 2")
    repository.git("checkout", "--quiet", "main")
    repository.commit("andet", "README.md")
    repository.git("merge", "--quiet", "--no-ff", "--message=Flet", "udkast")
    assert contents(repository) == ["title: 1", "title: 2"]


def test_what_was_gone_a_folder_or_a_link_is_no_version(repository: Repository) -> None:
    repository.commit("title: 0", f"{PLAN}/1.yaml")
    shutil.rmtree(repository.folder / PLAN)
    repository.commit("title: 1")
    repository.git("rm", "--quiet", PLAN)
    repository.git("commit", "--quiet", "--message=Væk")
    repository.commit("title: 2")
    (repository.folder / PLAN).unlink()
    (repository.folder / PLAN).symlink_to("nowhere.yaml")
    repository.git("add", ".")
    repository.git("commit", "--quiet", "--message=En henvisning")
    (repository.folder / PLAN).unlink()
    repository.commit("title: 3")
    assert contents(repository) == ["title: 1", "title: 2", "title: 3"]


def test_versions_of_a_file_that_is_gone_are_there(repository: Repository) -> None:
    repository.commit("title: 1")
    repository.git("rm", "--quiet", PLAN)
    repository.git("commit", "--quiet", "--message=Væk")
    assert contents(repository) == ["title: 1"]


def test_a_day_leaves_out_what_was_recorded_before_it(repository: Repository) -> None:
    repository.commit("title: 1", date="2025-04-30T23:59:59+0200")
    repository.commit("title: 2", date="2025-05-01T00:00:00+0200")
    assert [row[2] for row in listed(repository, since="2025-05-01")] == ["title: 2"]
    assert refused(repository, since="2025-05-02") == "NONE_SO_NEW"


def test_every_month_has_its_last_version(repository: Repository) -> None:
    for number, day in enumerate(("2024-05-31", "2025-04-01", "2025-04-30", "2025-05-01")):
        repository.commit(f"title: {number}", date=f"{day}T12:00:00+0200")
    assert contents(repository, every="month") == ["title: 0", "title: 2", "title: 3"]


def test_tags_of_a_pattern_name_what_they_point_to(repository: Repository) -> None:
    repository.commit("andet", "README.md", date="2025-01-01T12:00:00+0100")
    repository.git("tag", "v0")
    repository.commit("title: 1", "plan.yaml", date="2025-02-01T12:00:00+0100")
    repository.git("tag", "v1")
    repository.git("tag", "--annotate", "--message=Sendt", "v1.0")
    repository.rename("plan.yaml", PLAN)
    repository.commit("title: 2", date="2025-06-01T12:00:00+0200")
    repository.git("tag", "--annotate", "--message=Sendt", "v10", date="2025-12-01T12:00:00+0100")
    repository.git("tag", "udkast")
    repository.commit("title: 3", date="2025-07-01T12:00:00+0200")
    repository.git("tag", "-a", "-m", "Igen", "v9", "v10", date="2025-12-02T12:00:00+0100")
    repository.git("checkout", "--quiet", "-b", "gren", "HEAD~1")
    repository.commit("title: 4")
    repository.git("tag", "v4")
    repository.git("checkout", "--quiet", "main")
    found, _ = revisions.recorded(str(repository.folder / PLAN), None, "v*")
    assert [(each.name, each.day.isoformat()) for each in found] == [
        ("v0", "2025-01-01"),
        ("v1, v1.0", "2025-02-01"),
        ("v10", "2025-06-01"),
        ("v9", "2025-12-02"),
    ]
    assert [each.content()[0] for each in found[1:]] == [b"title: 1", b"title: 2", b"title: 2"]
    assert [row[0] for row in listed(repository, every="v1")] == ["v1"]
    for pattern in ("x*", "", "--all", "-d", "V*"):
        assert refused(repository, every=pattern) == "NO_TAG"


def test_why_git_has_no_versions_is_said(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert refused(repository) == "NOT_IN_GIT"  # nothing was recorded yet
    repository.commit("andet", "README.md")
    assert refused(repository) == "NOT_IN_GIT"
    assert refused(Repository(tmp_path / "elsewhere")) == "NO_REPOSITORY"
    monkeypatch.setenv("PATH", "")
    assert refused(repository) == "NO_GIT"


def test_a_clone_of_the_newest_part_says_that_it_is_one(repository: Repository) -> None:
    for number in range(3):
        repository.commit(f"title: {number}")
    copy = repository.cloned("--depth=2")
    found, shallow = revisions.recorded(str(copy.folder / PLAN))
    assert ([each.content()[0] for each in found], shallow) == ([b"title: 1", b"title: 2"], True)


def test_what_git_can_not_tell_is_a_problem(repository: Repository) -> None:
    repository.commit(plan(1), "plan.yaml")
    repository.rename("plan.yaml", PLAN)
    repository.commit(plan(2))
    number = repository.git("rev-parse", f"HEAD~1:{PLAN}")
    tree = repository.git("rev-parse", "HEAD~2^{tree}")
    blob, folder = (
        repository.folder / ".git" / "objects" / each[:2] / each[2:] for each in (number, tree)
    )
    blob.chmod(0o600)
    blob.unlink()
    with pytest.raises(ProblemsFound) as found:
        listed(repository)
    assert [each.code for each in found.value.problems] == ["E709"]
    folder.chmod(0o600)
    folder.unlink()
    with pytest.raises(ProblemsFound) as found:
        listed(repository)
    (problem,) = found.value.problems
    assert (problem.code, problem.details["detail"]) == ("E709", f"git log --follow -- {PLAN}")
    (repository.folder / ".git" / "config").write_text("[")
    with pytest.raises(ProblemsFound) as found:
        listed(repository)
    assert [each.details["detail"] for each in found.value.problems] == ["git status"]


@given(st.dates(date(1970, 1, 2), date(9999, 12, 31)))
def test_a_day_is_found_by_its_first_and_its_last_second(day: date) -> None:
    last, next_day = revisions._end(day), revisions._end(day) + 1
    assert revisions._danish_day(last) == day
    assert revisions._danish_day(next_day) == min(day, date(9999, 12, 30)) + timedelta(1)
    assert revisions._end(revisions._danish_day(last)) == last


def test_a_time_beyond_the_calendar_is_its_last_day() -> None:
    assert revisions._danish_day(10**15) == date(9999, 12, 31)


def test_what_a_file_was_copied_from_is_no_version_of_it(repository: Repository) -> None:
    repository.commit(plan(1), "plan.yaml")
    repository.commit(plan(2), "plan.yaml")
    repository.commit(plan(2))
    assert contents(repository) == [plan(2)]
