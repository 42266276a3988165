"""`render` of several plans: on all cores, in order, and whatever is wrong with one of them."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from support.project import PUBLISHED_PLAN, SMALL_PLAN
from support.repository import Repository, new_repository, use_git_of_its_own
from support.result import Result
from support.three_plans import PLANS, ROADS, WRONG, written_in

from statusnote.render import page

Run = Callable[..., Result]
NAMES = [f"{name}.yaml" for name in PLANS]
MD = ("--format", "md")
HTML = ("--format", "html")


@pytest.fixture
def one_core(monkeypatch: pytest.MonkeyPatch) -> None:
    """All is made in this process, which begins no others, and without fonts, which take long."""
    monkeypatch.setattr(os, "process_cpu_count", lambda: 1, raising=False)
    monkeypatch.setattr(page, "_faces", lambda _: "")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The present folder, with the three plans, and one that is wrong."""
    written_in(tmp_path, forkert=WRONG)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A repository of two plans, each in two versions, which is the present folder."""
    use_git_of_its_own(tmp_path, monkeypatch)
    made = new_repository(tmp_path / "projekt")
    monkeypatch.chdir(made.folder)
    for status in ("igangværende", "gennemført"):
        text = SMALL_PLAN.replace("gennemført", status)
        for name in ("a", "b"):
            made.commit(text.replace("lille", name), f"{name}/data/initiatives.yaml")
    return made


def test_all_are_made_at_once_in_their_order_and_a_mistake_in_one_stops_no_other(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "process_cpu_count", lambda: 2, raising=False)
    monkeypatch.setattr(page, "_faces", lambda _: "")  # here alone
    Path("build").mkdir()
    Path("build/forkert.html").write_text("old")
    named = ("veje.yaml", "forkert.yaml", "-")
    done = run("render", *named, *MD, *HTML, stdin=SMALL_PLAN.encode())
    assert done.code == 1
    names = ("veje", "statusnote")
    paths = [f"build/{name}.{ending}" for name in names for ending in ("md", "html")]
    assert done.out.splitlines() == [*paths, "build/index.html"]
    assert [path for path in paths if not Path(path).is_file()] == []
    assert Path("build/forkert.html").read_text() == "old"
    wrong = [line.partition(":")[0] for line in done.err.splitlines() if ".yaml:" in line]
    assert wrong == ["veje.yaml", "forkert.yaml"]
    assert done.err.endswith("\nUdeladt på grund af fejl: forkert.yaml.\n")
    index = Path("build/index.html").read_text("utf-8")
    assert "<li>forkert</li>" in index
    assert 'href="veje.html#initiativ-1"' in index


@pytest.mark.usefixtures("one_core")
def test_a_note_is_the_same_alone_and_among_others(run: Run, here: Path) -> None:
    run("render", "veje.yaml", *HTML, "--output", "alene.html")
    done = run("render", "lille.yaml", "veje.yaml", *HTML, "--output", "ny/mappe")
    paths = [Path("ny/mappe", f"{name}.html") for name in ("lille", "veje", "index")]
    assert (done.code, done.out.splitlines()) == (0, [*map(str, paths)])
    assert paths[1].read_bytes() == Path("alene.html").read_bytes()


@pytest.mark.usefixtures("one_core")
def test_without_pages_there_is_no_page_of_all(run: Run, here: Path) -> None:
    Path("index.yaml").write_text(SMALL_PLAN, "utf-8")
    done = run("render", "index.yaml", "lille.yaml", *MD)
    assert done == Result(0, "build/index.md\nbuild/lille.md\n", "")
    done = run("render", "index.yaml", "lille.yaml", *HTML)
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("index.yaml: fejl E607: ")
    assert not Path("build/lille.html").exists()


@pytest.mark.usefixtures("one_core")
def test_two_of_one_name_are_refused_before_anything_is_made(run: Run, here: Path) -> None:
    Path("lille").mkdir()
    Path("lille/veje.yaml").write_text(ROADS, "utf-8")
    done = run("render", "veje.yaml", "lille.yaml", "lille", *MD)
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith(f"{Path('lille/veje.yaml')}: fejl E606: To planers notater ville")
    assert not Path("build").exists()


@pytest.mark.usefixtures("one_core")
def test_where_all_are_wrong_the_page_of_all_stays_as_it_is(run: Run, here: Path) -> None:
    done = run("render", "forkert.yaml", "nowhere.yaml", *HTML)
    assert (done.code, done.out) == (1, "")
    assert "\n2 fejl.\n" in done.err
    assert not Path("build").exists()


@pytest.mark.usefixtures("one_core")
def test_quietly_only_what_is_wrong_is_said(run: Run, here: Path) -> None:
    assert run("render", "lille.yaml", "veje.yaml", *MD, "--quiet").out == ""
    done = run("render", "forkert.yaml", "lille.yaml", *MD, "--quiet")
    assert (done.code, done.out) == (1, "")
    assert done.err == run("validate", "forkert.yaml", "lille.yaml").out


@pytest.mark.usefixtures("one_core")
def test_what_cannot_be_written_stops_no_other(run: Run, here: Path) -> None:
    Path("build/veje.md").mkdir(parents=True)
    done = run("render", "veje.yaml", "lille.yaml", *MD)
    assert (done.code, done.out) == (1, "build/lille.md\n")
    assert done.err.startswith("build/veje.md: fejl E601: ")
    Path("build/index.html").mkdir()
    done = run("render", "lille.yaml", "lille.yaml", "nowhere.yaml", *HTML)
    assert (done.code, done.out) == (1, "build/lille.html\n")
    assert "build/index.html: fejl E601: " in done.err


@pytest.mark.usefixtures("one_core")
def test_templates_of_ones_own_are_for_all_and_for_the_page_of_all(run: Run, here: Path) -> None:
    Path("egne").mkdir()
    Path("egne/note.md.j2").write_text("{{ note.title }}")
    Path("egne/portfolio.html.j2").write_text("<main><h1>{{ page.title }}!</h1></main>")
    done = run("render", ".", *MD, *HTML, "--templates", "egne")
    assert done.code == 1
    assert Path("build/lille.md").read_text("utf-8") == "Status for en lille plan"
    assert "<h1>Overblik over 3 planer!</h1>" in Path("build/index.html").read_text("utf-8")
    Path("egne/portfolio.html.j2").write_text("{{ 'x' * 10 ** 10 }}")
    done = run("render", "lille.yaml", "skoler.yaml", *HTML, "--templates", "egne")
    assert (done.code, done.out) == (1, "build/lille.html\nbuild/skoler.html\n")
    assert "egne/portfolio.html.j2: fejl E508: " in done.err


@pytest.mark.usefixtures("one_core")
def test_what_is_to_be_said_of_a_note_is_said_of_each(run: Run, here: Path) -> None:
    for name, text in (("a", PUBLISHED_PLAN), ("b", f"approvals: required\n{SMALL_PLAN}")):
        Path(name, "data").mkdir(parents=True)
        Path(name, "data", "initiatives.yaml").write_text(text, "utf-8")
    Path("b/templates").mkdir()
    Path("b/templates/note.md.j2").write_text("{{ note.title }}!")
    done = run("render", "a", "b", *HTML, *MD)
    assert done.out.splitlines() == [
        *("build/a.html", "build/a.md", "build/b-udkast.html", "build/b-udkast.md"),
        "build/index-udkast.html",
    ]
    templates, draft, attached = done.err.splitlines()
    assert templates == f"Skabelonerne i {here / 'b' / 'templates'} er brugt."
    assert draft.startswith("Notatet er et udkast, for planen kræver, at alle godkender, og her")
    assert draft.endswith("»statusnote approve b/data/initiatives.yaml --status«.")
    assert attached.startswith("a/data/initiatives.yaml: Notatet har hele datafilen med")
    assert Path("build/b-udkast.md").read_text("utf-8") == "Status for en lille plan!"
    index = Path("build/index-udkast.html").read_text("utf-8")
    assert '<a href="b-udkast.html">Status for en lille plan (b)</a> (udkast)</th>' in index


@pytest.mark.usefixtures("one_core")
def test_what_git_knows_is_of_each_of_them(run: Run, repository: Repository) -> None:
    done = run("render", ".", *HTML, "--since", "HEAD~2", "--history", "git")
    assert (done.code, done.err) == (0, "")
    for name in "ab":
        content = Path(f"build/{name}.html").read_text("utf-8")
        assert '<h2 id="aendringer">Ændringer siden sidst</h2>' in content
        assert '<h2 id="udvikling">Udvikling</h2>' in content


@pytest.mark.usefixtures("one_core")
def test_what_is_left_out_of_the_history_is_said_of_each(
    run: Run, repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("statusnote.commands.MOST_VERSIONS", 1)
    done = run("render", "a", "b", *HTML, "--history", "git")
    assert done.code == 0
    said = " ".join(done.err.split())
    for name in "ab":
        assert f"{Path(name, 'data', 'initiatives.yaml')}: Udeladt af »Udvikling«" in said


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--output", "-"), "--output: is a folder where there are several plans"),
        (("--output", "notat.PDF"), "--output: is a folder where there are several plans"),
        (("--since", "lille.yaml"), "--since: lille.yaml is a file, which is of one plan;"),
        (("--since", "-"), "--since: - is a file, which is of one plan;"),
        (("--watch",), "--watch / --serve: is for one plan, named by its file"),
        (("--serve",), "--watch / --serve: is for one plan, named by its file"),
        (("--format", "html", "--history", "git", "--history", "lille.yaml"), "--history: lille"),
    ],
)
def test_what_is_for_one_plan_is_refused(
    run: Run, here: Path, options: tuple[str, ...], said: str
) -> None:
    done = run("render", "lille.yaml", "veje.yaml", *options)
    assert (done.code, done.out) == (2, "")
    assert f"Error: Invalid value for {said}" in done.err
