"""What a program can build on: it says what the commands say, and leaves all else as it was."""

import json
import logging
import multiprocessing
import os
import pickle
import resource
import signal
import subprocess
import sys
import warnings
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from datetime import date, datetime
from importlib import import_module
from pathlib import Path
from types import FunctionType
from typing import Any

import pyphen
import pytest
from pikepdf.settings import get_qpdf_limits
from support.closed import close
from support.library_use import told
from support.project import PUBLISHED_PLAN, REAL, SMALL_PLAN

import statusnote
from statusnote import files
from statusnote.render.forms import FORMS

PLAN = PUBLISHED_PLAN.encode()
LATER = PLAN.replace("gennemført".encode(), "igangværende".encode())
WRONG = b"title: Status\n"
DAY = date(2025, 4, 10)
FUNCTIONS = [name for name in statusnote.__all__ if name[0].islower()]


# What is there


def test_all_that_is_public_is_there_and_nothing_else() -> None:
    assert all(getattr(statusnote, name) for name in statusnote.__all__)
    assert {*statusnote.__all__, "__path__"} <= {*dir(statusnote)}
    with pytest.raises(AttributeError, match="module 'statusnote' has no attribute 'rendre'"):
        statusnote.rendre  # type: ignore[attr-defined] # noqa: B018 - that is what is tried


def test_to_import_it_loads_nothing() -> None:
    code = "import statusnote, sys; print(*[n for n in sys.modules if 'statusnote.' in n])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "\n"


@pytest.mark.parametrize("name", ["render", "verify"])
def test_a_function_is_one_whether_its_package_was_loaded_or_not(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = import_module(f"statusnote.{name}")
    assert isinstance(getattr(statusnote, name), FunctionType)
    setattr(statusnote, name, package)  # as Python does when it has loaded it
    assert isinstance(getattr(statusnote, name), FunctionType)
    monkeypatch.setattr(statusnote, "other", package, raising=False)
    assert vars(statusnote)["other"] is package


def test_a_program_that_is_typed(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_bytes(PLAN + b"        milestones: [Evalueringen: 2025]\n")
    assert told(path, LATER) == [
        "Evalueringen: 2025",
        "1",
        *("INTACT", "SAME_BYTES", "SAME_DATA"),
        "<plan>:1:1 True E322",
    ]


# What it says


def test_it_says_of_a_plan_what_the_commands_say(run: Callable[..., Any], tmp_path: Path) -> None:
    older = tmp_path / "older.yaml"
    older.write_bytes(REAL.read_bytes().replace("gennemført\n".encode(), b"on track\n", 1))

    def printed(*arguments: str | Path) -> object:
        return json.loads(run(*arguments, "--format", "json").out)

    summary = statusnote.summarize(REAL, ministries=["jm"], sections=[2])
    chosen = ("--ministry", "JM", "--section", "2")
    assert statusnote.as_dict(summary) == printed("summary", REAL, *chosen)
    due = statusnote.due(REAL, DAY, 30, ministries=["JM"])
    on_day = ("--as-of", "2025-04-10", "--within", "30", "--ministry", "JM")
    assert statusnote.as_dict(due) == printed("due", REAL, *on_day)
    problems = statusnote.validate(older)
    assert problems
    assert [*map(statusnote.as_dict, problems)] == printed("validate", older)
    assert statusnote.load(REAL).plan.title == statusnote.as_dict(summary)["title"]


def test_it_says_what_has_changed_as_diff_does(run: Callable[..., Any], tmp_path: Path) -> None:
    old, new = tmp_path / "old.yaml", tmp_path / "new.yaml"
    old.write_bytes(LATER)
    new.write_bytes(PLAN)
    changes = statusnote.compare(old, PLAN)
    assert (bool(changes), changes.counts.completed) == (True, 1)
    assert statusnote.as_dict(changes) == json.loads(run("diff", old, new, "--format", "json").out)
    assert not statusnote.compare(statusnote.render(PLAN, "html"), PLAN)


@pytest.mark.parametrize("form", FORMS)
def test_a_note_is_the_one_that_the_command_writes(
    run: Callable[..., Any], tmp_path: Path, form: str
) -> None:
    plan, note = tmp_path / "plan.yaml", tmp_path / "note"
    plan.write_bytes(PLAN)
    run("render", plan, "--format", form, "--output", note)
    assert statusnote.render(plan, form) == note.read_bytes()


def test_a_note_can_be_a_draft_and_say_what_has_changed() -> None:
    note = statusnote.render(PLAN, "md", draft=True, since=LATER).decode()
    assert "UDKAST" in note
    assert "## Ændringer siden sidst" in note


@pytest.mark.parametrize(("attach", "carries"), [(None, True), (True, True), (False, False)])
def test_a_note_carries_the_data_where_it_is_to(attach: bool | None, carries: bool) -> None:
    note = statusnote.render(PLAN, "html", attach=attach)
    assert (b'id="initiatives.yaml"' in note) is carries
    assert statusnote.verify(note, PLAN).sign == "✓"


def test_a_note_waits_for_the_approvals_beside_its_file(
    run: Callable[..., Any], tmp_path: Path
) -> None:
    path, asking = tmp_path / "plan.yaml", b"approvals: required\n" + PLAN
    path.write_bytes(asking)
    run("approve", path, "--party", "SBM")
    assert "UDKAST" not in statusnote.render(path, "md").decode()
    assert "UDKAST" in statusnote.render(asking, "md").decode()


# What it takes


def test_a_plan_is_a_path_or_bytes_and_has_a_name(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_bytes(WRONG)

    def name_of(plan: str | Path | bytes, name: str | None = None) -> str:
        return statusnote.validate(plan, name=name)[0].place.file

    assert (name_of(path), name_of(str(path)), name_of(WRONG)) == (str(path), str(path), "<plan>")
    assert (name_of(path, "Udkast"), name_of(WRONG, "Udkast")) == ("Udkast", "Udkast")


def test_a_path_is_never_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (problem,) = statusnote.validate("-")
    assert (problem.code, problem.place) == ("E101", statusnote.Place("-"))
    Path("-").write_bytes(PLAN)
    assert statusnote.validate("-") == []


def test_what_is_wrong_goes_under_the_argument_that_it_was() -> None:
    def name_of(call: Callable[[], object]) -> str:
        with pytest.raises(statusnote.ProblemsFound) as found:
            call()
        return found.value.problems[0].place.file

    assert name_of(lambda: statusnote.render(PLAN, since=WRONG)) == "<since>"
    assert name_of(lambda: statusnote.compare(WRONG, PLAN)) == "<old>"
    assert name_of(lambda: statusnote.compare(PLAN, WRONG)) == "<new>"
    assert name_of(lambda: statusnote.verify(WRONG)) == "<note>"


def test_bytes_are_refused_where_a_file_of_that_size_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LIMIT", len(PLAN) - 1)
    assert [problem.code for problem in statusnote.validate(PLAN)] == ["E106"]


def test_what_there_is_none_of_is_said() -> None:
    with pytest.raises(statusnote.UnknownValue, match="Did you mean 'pdf'") as found:
        statusnote.render(PLAN, "pdff")
    assert (found.value.value, [*found.value.known]) == ("pdff", [*FORMS])
    with pytest.raises(statusnote.UnknownValue) as found:
        statusnote.summarize(PLAN, ministries=["SBN"])
    assert found.value.known == {"SBM": "Social- og Boligministeriet"}
    with pytest.raises(NotADirectoryError):
        statusnote.render(PLAN, "md", templates="nowhere")


def test_one_string_is_no_list_of_one() -> None:
    with pytest.raises(TypeError, match=r"ministries takes several, as in ministries=\['SBM'\]"):
        statusnote.due(PLAN, DAY, ministries="SBM")
    with pytest.raises(TypeError, match="statuses takes several"):
        statusnote.summarize(PLAN, statuses="gennemført")


def test_a_datetime_stands_for_its_day() -> None:
    assert statusnote.due(PLAN, datetime(2025, 4, 10, 23, 59)) == statusnote.due(PLAN, DAY)


def test_templates_that_cannot_be_read_are_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    close(tmp_path, monkeypatch)
    with pytest.raises(statusnote.ProblemsFound, match="Mappen kan ikke læses: du har ikke adgang"):
        statusnote.render(PLAN, "md", templates=tmp_path)


# What it leaves behind


def own_templates(folder: Path) -> Path:
    (folder / "note.md.j2").write_text("{{ note.title }}\n")
    return folder


def pdf(plan: bytes = PLAN) -> bytes:
    return statusnote.render(plan)


# By the name of each function, some calls of it; each gets a folder of its own.
CALLS: dict[str, list[Callable[[Path], object]]] = {
    "as_dict": [lambda _: statusnote.as_dict(statusnote.summarize(PLAN))],
    "compare": [lambda _: statusnote.compare(LATER, pdf())],
    "due": [lambda _: statusnote.due(PLAN, DAY)],
    "load": [lambda _: statusnote.load(PLAN)],
    "render": [
        lambda _: pdf(),
        lambda folder: statusnote.render(PLAN, "md", templates=own_templates(folder)),
        lambda _: statusnote.render(PLAN, "docx", since=LATER),
    ],
    "summarize": [lambda _: statusnote.summarize(PLAN)],
    "validate": [lambda _: statusnote.validate(PLAN), lambda _: statusnote.validate(WRONG)],
    "verify": [lambda _: statusnote.verify(pdf(), PLAN)],
}


def state_of_the_process() -> dict[str, object]:
    """What other code in a process would meet, were it left behind."""
    limits = {name: getattr(resource, name) for name in dir(resource) if name[:7] == "RLIMIT_"}
    loggers = {name: logging.getLogger(name) for name in [*logging.root.manager.loggerDict]}
    return {
        "environment": dict(os.environ),
        "folder": Path.cwd(),
        "handlers of signals": {each: signal.getsignal(each) for each in signal.valid_signals()},
        "timer": signal.getitimer(signal.ITIMER_PROF),
        "limits": {name: resource.getrlimit(limit) for name, limit in limits.items()},
        "limits of qpdf": get_qpdf_limits(),
        "filters of warnings": [*warnings.filters],
        "streams": (sys.stdin, sys.stdout, sys.stderr),
        "root": (logging.root.level, [*logging.root.handlers]),
        "loggers": {
            name: {**vars(logger), "handlers": handlers, "_cache": None}
            for name, logger in loggers.items()
            if (handlers := [h for h in logger.handlers if type(h) is not logging.NullHandler])
            or logger.disabled
            or logger.level
            or not logger.propagate
        },
        "divisions": {path: type(divisions) for path, divisions in pyphen.hdcache.items()},
        "recursion": sys.getrecursionlimit(),
    }


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_function_prints_nothing_and_leaves_the_process_as_it_was(
    name: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    before = state_of_the_process()
    for call in CALLS[name]:
        call(tmp_path)
    assert state_of_the_process() == before
    assert capfd.readouterr() == ("", "")


# In threads and processes


def test_threads_make_what_one_makes(tmp_path: Path) -> None:
    plans = [SMALL_PLAN.replace("lille plan", f"plan {n}").encode() for n in range(4)]
    jobs = [(plan, form) for plan in plans for form in ("md", "html")]
    jobs += [(plan, "pdf") for plan in plans[:2]]
    expected = [statusnote.render(*job) for job in jobs]
    before = state_of_the_process()
    with ThreadPoolExecutor(4) as threads:
        made = [*threads.map(lambda job: statusnote.render(*job), [*jobs, *reversed(jobs)])]
        own = threads.submit(statusnote.render, PLAN, "md", templates=own_templates(tmp_path))
    assert made == [*expected, *reversed(expected)]
    assert own.result() == b"Status for en lille plan\n"
    assert state_of_the_process() == before


def test_threads_can_verify(tmp_path: Path) -> None:
    note = pdf()
    before = state_of_the_process()
    with ThreadPoolExecutor(2) as threads:
        verdicts = [*threads.map(statusnote.verify, [note, note, pdf(LATER)])]
    assert [verdict.sign for verdict in verdicts] == ["✓"] * 3
    assert state_of_the_process() == before


def test_threads_can_be_the_first_to_load_it() -> None:
    code = (
        "import statusnote, sys\n"
        "from concurrent.futures import ThreadPoolExecutor\n"
        "out, plan = sys.stdout, sys.stdin.buffer.read()\n"
        "with ThreadPoolExecutor(4) as threads:\n"
        "    made = {*threads.map(lambda form: statusnote.render(plan, form)[:5], ['pdf'] * 4)}\n"
        "print(made, sys.stdout is out)"
    )
    done = subprocess.run([sys.executable, "-c", code], input=PLAN, capture_output=True, check=True)
    assert (done.stdout, done.stderr) == (b"{b'%PDF-'} True\n", b"")


@pytest.mark.parametrize("name", FUNCTIONS)
def test_what_a_function_gives_can_be_sent_elsewhere(name: str, tmp_path: Path) -> None:
    for call in CALLS[name]:
        given = call(tmp_path)
        assert pickle.loads(pickle.dumps(given)) == given  # noqa: S301 - our own


def test_what_a_function_raises_comes_from_another_process() -> None:
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as processes:
        wrong = processes.submit(statusnote.load, WRONG).exception()
        unknown = processes.submit(statusnote.render, PLAN, "pdff").exception()
    assert isinstance(wrong, statusnote.ProblemsFound)
    assert wrong.problems == statusnote.validate(WRONG)
    assert isinstance(unknown, statusnote.UnknownValue)
    assert [*unknown.known] == [*FORMS]
