"""`render --watch` and `--serve`, `validate --watch`, and `--quiet`: what is said, whole."""

import json
import os
import re
import socket
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import pytest
from support.project import PUBLISHED_PLAN, SMALL_PLAN
from support.result import Result
from support.wrong_plans import ODD, WRONG

from statusnote import commands, files, watching
from statusnote.render import templates
from statusnote.render.forms import FORMS
from statusnote.serving import server

Step = Callable[[], object]
FOLLOWED = "Ændringer i data og skabeloner følges; Ctrl-C standser.\n"
WRITTEN = "KL Dannet på N sek.: {}\n"
NOT_WRITTEN = "KL Intet er dannet; det seneste hele notat er urørt.\n"


class EndedError(Exception):
    """Raised where one would press Ctrl-C."""


@pytest.fixture
def followed(
    run: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Result]:
    """What a command says while steps are taken, one after each of its rounds."""
    monkeypatch.chdir(tmp_path)
    Path("plan.yaml").write_text(SMALL_PLAN, "utf-8")

    without_end = watching.rounds

    def follow(*arguments: str, steps: list[Step]) -> Result:
        waiting = iter([each for step in steps for each in (step, lambda: None)])

        def pause(_seconds: float) -> None:
            step = next(waiting, None)
            if step is None:
                raise EndedError
            step()

        def rounds(watched: Callable[[], Iterable[Path]]) -> Iterator[None]:
            with suppress(EndedError):
                yield from without_end(watched)

        monkeypatch.setattr(watching, "sleep", pause)
        monkeypatch.setattr(watching, "rounds", rounds)
        done = run(*arguments)
        return Result(done.code, done.out, without_time(done.err))

    return follow


def without_time(said: str) -> str:
    said = re.sub(r"^\d\d:\d\d:\d\d", "KL", said, flags=re.MULTILINE)
    return re.sub(r"\d+[,.]\d\d (sek\.|s)", r"N \1", said)


def saved(text: str, path: str = "plan.yaml") -> Step:
    def save() -> None:
        Path(path).parent.mkdir(exist_ok=True)
        Path(path).write_text(text, "utf-8")

    return save


def test_the_note_is_rendered_again_after_each_change(followed: Callable[..., Result]) -> None:
    titles = []

    def look() -> None:
        note = Path("build/statusnote.md").read_text("utf-8")
        titles.append("lille" in note)

    done = followed(
        *("render", "plan.yaml", "--watch", "--format", "md", "--format", "csv"),
        steps=[look, saved(SMALL_PLAN.replace("lille", "stor")), look],
    )
    written = WRITTEN.format("build/statusnote.md, build/statusnote.csv")
    assert done == Result(0, "", f"{FOLLOWED}{written}{written}")
    assert titles == [True, False]


def test_what_is_wrong_is_told_and_the_last_whole_note_stays(
    followed: Callable[..., Result],
) -> None:
    notes = []

    def look() -> None:
        notes.append(Path("note.md").read_bytes())

    done = followed(
        *("render", "plan.yaml", "--watch", "--output", "note.md"),
        steps=[look, saved(WRONG), look, saved(ODD)],
    )
    assert (done.code, done.out) == (0, "")
    before, wrong, between, odd = re.split(r"(?m)^(plan\.yaml:[\s\S]*?^1 .*\n)", done.err)[:4]
    assert before == f"{FOLLOWED}{WRITTEN.format('note.md')}"
    assert wrong.startswith("plan.yaml:2:1: fejl E301: Nøglen »asof« kendes ikke her.\n")
    assert wrong.endswith("\n1 fejl.\n")
    assert between == NOT_WRITTEN
    assert odd.startswith("plan.yaml:7:3: advarsel W402: ")
    assert done.err.endswith(f"1 advarsel.\n{WRITTEN.format('note.md')}")
    assert notes[0] == notes[1]


def test_data_that_are_missing_are_waited_for(followed: Callable[..., Result]) -> None:
    done = followed(
        *("render", "other.yaml", "--watch", "--output", "note.md"),
        steps=[saved(SMALL_PLAN, "other.yaml")],
    )
    assert done.code == 0
    assert "other.yaml: fejl E101: Filen findes ikke.\n" in done.err
    assert done.err.endswith(f"1 fejl.\n{NOT_WRITTEN}{WRITTEN.format('note.md')}")


def test_what_there_is_to_know_of_a_note_is_said_once(followed: Callable[..., Result]) -> None:
    Path("plan.yaml").write_text(PUBLISHED_PLAN, "utf-8")
    arguments = ("render", "plan.yaml", "--watch", "--format", "html")
    steps = [saved(PUBLISHED_PLAN.replace("lille", "stor"))]
    attached = "Notatet har hele datafilen med, også bemærkningerne; --no-source udelader den.\n"
    written = WRITTEN.format("build/statusnote.html")
    assert followed(*arguments, steps=steps).err == f"{FOLLOWED}{attached}{written}{written}"
    Path("plan.yaml").write_text(WRONG, "utf-8")
    quiet = followed(*arguments, "--quiet", steps=[saved(PUBLISHED_PLAN)])
    assert quiet.err.startswith("plan.yaml:2:1: fejl E301")
    assert quiet.err.endswith("\n1 fejl.\n")


def test_it_is_said_in_english_where_that_is_asked_for(
    followed: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STATUSNOTE_LANG", "en")
    done = followed("render", "plan.yaml", "--watch", "--format", "md", steps=[])
    assert done.err == (
        "Changes of data and templates are followed; Ctrl-C ends.\n"
        "KL Rendered in N s: build/statusnote.md\n"
    )


def test_nothing_is_left_of_a_round_while_the_next_one_is_waited_for(
    followed: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C ends the process at once, and leaves what is there."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    left: list[Path] = []
    followed("render", "plan.yaml", "--watch", steps=[lambda: left.extend(folder.iterdir())])
    assert Path("build/statusnote.pdf").is_file()
    assert left == []


def test_a_fault_of_ours_ends_it(
    followed: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("unthinkable")

    monkeypatch.setattr(commands, "render_note", broken)
    done = followed("render", "plan.yaml", "--watch", steps=[])
    assert done.code == 3
    assert "RuntimeError: unthinkable\n" in done.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["render", "-", "--watch"], "is for files, and not for -"),
        (["render", "--watch", "--output", "-"], "is for files, and not for -"),
        (["render", "--watch", "--output", "/dev/stdout", "--format", "md"], "and not for -"),
        (["render", "--watch", "--since", "-"], "is for files, and not for -"),
        (["render", "--serve", "--history", "-"], "is for files, and not for -"),
        (["render", "--serve", "--output", "note.pdf"], "but --format is html"),
        (["render", "--serve", "--format", "md", "--output", "a"], "takes one --format only"),
        (["render", "--port", "8000"], "Invalid value for --port: is for --serve"),
        (["render", "--serve", "--port", "80"], "Invalid value for '--port'"),
        (["validate", "a.yaml", "-", "--watch"], "is for files, and not for -"),
        (["validate", "--watch", "--format", "sarif"], "can't go on with --format sarif"),
    ],
)
def test_wrong_usage(run: Callable[..., Result], arguments: list[str], message: str) -> None:
    done = run(*arguments)
    assert (done.code, done.out) == (2, "")
    assert message in " ".join(done.err.split())


# What is followed


def test_all_that_makes_a_note_is_followed_but_not_the_note(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor what is hidden, in which editors keep what isn't saved."""
    monkeypatch.setattr(templates, "packaged_folder", lambda: tmp_path / "ours")
    own = ("note.css", "inner/part.j2", "build/statusnote-udkast.md", ".note.css.swp", ".x/y.css")
    for name in ("ours/page.css", "data/plan.yaml", *(f"templates/{name}" for name in own)):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    monkeypatch.chdir(tmp_path / "templates")

    def found(output: str | None = None, **more: Any) -> set[str]:
        wanted = commands.Wanted([FORMS["md"]], **more)
        paths = commands.made_of("../data/plan.yaml", wanted, output)
        return {os.path.relpath(path, tmp_path) for path in paths}

    always = {"data/plan.yaml", "data/approvals.yaml", "ours/page.css"}
    assert found() == {*always, "templates/note.css", "templates/inner/part.j2"}
    assert found("inner/part.j2") == {
        *always,
        *("templates/note.css", "templates/build/statusnote-udkast.md"),
    }
    assert found(templates=tmp_path / "templates/inner", since="old.yaml", earlier=["HEAD~3"]) == {
        *always,
        *("templates/inner/part.j2", "templates/old.yaml", "templates/HEAD~3"),
    }


# The page in a browser


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def _asked(port: int, name: str) -> tuple[int, bytes]:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", f"/TOKEN/{name}")
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def test_the_page_is_served_with_what_is_wrong_above_it(
    followed: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "token_urlsafe", lambda _bytes: "TOKEN")
    port, pages, versions = _free_port(), [], []

    def look() -> None:
        pages.append(_asked(port, "page"))
        versions.append(json.loads(_asked(port, "version")[1]))

    Path("plan.yaml").write_text(WRONG, "utf-8")
    done = followed(
        *("render", "plan.yaml", "--serve", "--port", str(port), "--format", "md", "--quiet"),
        steps=[look, saved(SMALL_PLAN), look, saved(WRONG), look, saved(SMALL_PLAN), look],
    )
    assert (done.code, done.out) == (0, f"http://127.0.0.1:{port}/TOKEN/\n")
    whole = (200, Path("build/statusnote.html").read_bytes())
    assert pages == [(404, b""), whole, whole, whole]
    assert Path("build/statusnote.md").is_file()
    lines = ["1 fejl.", "", "1 fejl. Her er det seneste hele notat.", ""]
    assert [each["line"] for each in versions] == lines
    assert versions[0]["details"].startswith("plan.yaml:2:1: fejl E301: Nøglen »asof« ")
    assert versions[0]["page"] == ""
    assert len({each["page"] for each in versions[1:]}) == 1


def test_by_itself_it_renders_the_page_alone(followed: Callable[..., Result]) -> None:
    done = followed("render", "plan.yaml", "--serve", steps=[])
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/[\w-]{22}/\n", done.out)
    assert done.err == f"{FOLLOWED}{WRITTEN.format('build/statusnote.html')}"


def test_a_port_that_is_taken_is_said_to_be(run: Callable[..., Result]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = run("render", "--serve", "--port", str(port))
    assert (done.code, done.out) == (2, "")
    assert f"Invalid value for --port: {port} can't be used: " in done.err


# What is wrong, again and again


def test_validate_reports_again_after_each_change(followed: Callable[..., Result]) -> None:
    done = followed("validate", "plan.yaml", "--watch", steps=[saved(WRONG), saved(SMALL_PLAN)])
    assert done.code == 0
    assert done.out.startswith("Ingen fejl.\nplan.yaml:2:1: fejl E301: ")
    assert done.out.endswith("\n1 fejl.\nIngen fejl.\n")
    assert done.err == "KL Kontrolleret på N sek.\n" * 3


def test_an_editor_is_given_a_line_each_time(followed: Callable[..., Result]) -> None:
    arguments = ("validate", "plan.yaml", "--watch", "--format", "json-lines")
    done = followed(*arguments, steps=[saved(WRONG), saved(SMALL_PLAN)])
    assert (done.code, done.err) == (0, "")
    first, wrong, last = map(json.loads, done.out.splitlines())
    assert first == last == []
    assert [(each["code"], each["line"], each["written"]) for each in wrong] == [
        ("E301", 2, "asof: 2025-04-10")
    ]


def test_a_line_is_ascii_and_says_what_json_says(followed: Callable[..., Result]) -> None:
    Path("plan.yaml").write_text(WRONG.replace("asof", "as\u2028of"), "utf-8")
    line, whole = (
        followed("validate", "plan.yaml", "--format", name, steps=[])
        for name in ("json-lines", "json")
    )
    assert (line.code, line.out.count("\n")) == (1, 1)
    assert line.out.isascii()
    assert json.loads(line.out) == json.loads(whole.out) != []


def test_it_ends_when_nobody_reads_any_more(
    followed: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(*_: object) -> None:
        raise BrokenPipeError

    monkeypatch.setattr(files, "_write_stream", closed)
    steps: list[Step] = [lambda: pytest.fail("it goes on")]
    done = followed("validate", "plan.yaml", "--watch", steps=steps)
    assert done == Result(0, "", "")


# Quietly


def test_quiet_says_nothing_but_what_is_wrong(followed: Callable[..., Result]) -> None:
    Path("plan.yaml").write_text(PUBLISHED_PLAN, "utf-8")
    render = ("render", "plan.yaml", "-q", "--format", "html")
    assert followed(*render, steps=[]) == Result(0, "", "")
    assert followed("ask", "plan.yaml", "--quiet", steps=[]) == Result(0, "", "")
    assert Path("build/runde/SBM.xlsx").is_file()
    Path("plan.yaml").write_text(ODD, "utf-8")
    done = followed(*render, steps=[])
    assert (done.code, done.out) == (0, "")
    assert done.err.endswith("1 advarsel.\n")
