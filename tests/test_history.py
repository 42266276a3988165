"""The command that shows what each version of a plan says of each initiative."""

import base64
import csv
import hashlib
import io
import json
import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import browser
from support.gfm import PARSERS, Shown
from support.project import PUBLISHED_PLAN, REAL, SMALL_PLAN
from support.repository import Repository, new_repository, use_git_of_its_own
from support.result import Result

from statusnote import commands
from statusnote.diagnostics.problem import ProblemsFound
from statusnote.history import collect, files, page
from statusnote.history.model import History, Version
from statusnote.plan import loading

Run = Callable[..., Result]
DATA = commands.DATA
HEAD = """\
title: Status for en plan
as_of: {as_of}
period: 2023-2026
introduction:
  - Kort.
ministries:
  SBM: Social- og Boligministeriet
initiatives:
"""


def one(number: str, title: str, status: str = "igangværende", *more: str) -> str:
    """An initiative; *more* are lines below it, of its own indentation."""
    lines = (f"title: {title}", "ministries: [SBM]", f"status: {status}", *more)
    return "\n".join([f"  - number: {number}", *(f"    {line}" for line in lines), ""])


def milestone(what: str, due: str, moved_from: str = "", met: str = "") -> tuple[str, ...]:
    return (
        "milestones:",
        *(f"  - what: {what}", f"    due: {due}"),
        *([f"    moved_from: [{moved_from}]"] if moved_from else []),
        *([f"    met: {met}"] if met else []),
    )


def grant(amount: str) -> tuple[str, ...]:
    return ("account:", "  - grants:", f"      - Odense Kommune: {amount}")


def plan(as_of: str, *initiatives: str) -> str:
    return HEAD.format(as_of=as_of) + "".join(initiatives)


GUIDE = "Guide – Den rette hjælp til børn og pårørende"
RING = "Opkvalificeringsforløb af sundhedspersonale"
VERSIONS = [
    plan(
        "2024-04-10",
        one("1", GUIDE, "forløber planmæssigt", *grant("1.000.000")),
        one("2", RING, "igangværende", *milestone("Kurset er holdt", "2025", "2024")),
        one("3", "En hotline"),
    ),
    plan(
        "2024-10-01",
        one("1", GUIDE, "forløber planmæssigt", *grant("1.000.000")),
        one("2", RING, "igangværende", *milestone("Kurset er holdt", "ultimo 2025", "2024, 2025")),
    ),
    plan(
        "2025-04-10",
        one("1", GUIDE, "gennemført", *grant("1.500.000")),
        one("2", RING, "igangværende", *milestone("Kurset er holdt", "2026-12-31")),
        one("4", "Et nyt initiativ", "afsluttes i 2026"),
    ),
    plan(
        "2025-10-01",
        one("1", GUIDE, "gennemført", *grant("4,5 mio.")),
        one("3", RING, "delvist gennemført", *milestone("Kurset er holdt", "2026-12-31")),
        one("4", "Et nyt initiativ", "afsluttes i 2026"),
    ),
    plan(
        "2026-04-10",
        one("1", GUIDE, "gennemført", *grant("4,5 mio.")),
        one(
            *("3", RING, "gennemført"),
            *milestone("Kurset er holdt", "2026-12-31", "2024, 2025", met="2026-02-01"),
        ),
        one("4", "Et nyt initiativ", "afsluttes i 2027"),
    ),
]
WRONG = VERSIONS[2].replace("status: gennemført", "status: gennemfoert")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """An empty repository, which is the present folder."""
    use_git_of_its_own(tmp_path, monkeypatch)
    made = new_repository(tmp_path / "projekt")
    monkeypatch.chdir(made.folder)
    return made


@pytest.fixture
def recorded(repository: Repository) -> Repository:
    """The versions, each recorded on the day after that it speaks for."""
    for text in VERSIONS:
        record(repository, text)
    return repository


def record(repository: Repository, text: str, day: str = "", hour: int = 12) -> str:
    day = day or re.findall("as_of: (.*)", text)[0]
    return repository.commit(text, DATA, date=f"{day}T{hour}:00:00+0200")


def read(*texts: str) -> History:
    """The history of plans that are given as texts, none of which is an unreadable version."""
    versions = [
        Version(f"{place}.yaml", loading.read(text, "plan.yaml").plan if text else None)
        for place, text in enumerate(texts)
    ]
    return collect.history_of(versions)


def statuses(history: History) -> list[tuple[Any, ...]]:
    return [
        (each.number, each.title, *(said and said.status.phrase for said in each.said))
        for each in history.initiatives
    ]


def dates(*promises: tuple[str, str] | None) -> tuple[int, tuple[str, ...]]:
    """The moves and the dates of a milestone, by its date and what it was moved from each time."""
    texts = [
        plan(f"2025-01-{day:02}", one("1", "A", "igangværende", *milestone("Alt", *promise)))
        if promise
        else plan(f"2025-01-{day:02}", one("1", "A"))
        for day, promise in enumerate(promises, start=1)
    ]
    (told,) = read(*texts).initiatives[0].milestones
    return told.moves, told.dates


# Which initiative is which


def test_what_each_version_says_stands_side_by_side() -> None:
    assert statuses(read(*VERSIONS)) == [
        (1, GUIDE, *["forløber planmæssigt"] * 2, *["gennemført"] * 3),
        (3, "En hotline", "igangværende", None, None, None, None),
        (3, RING, *["igangværende"] * 3, "delvist gennemført", "gennemført"),
        (4, "Et nyt initiativ", None, None, *["afsluttes i 2026"] * 2, "afsluttes i 2027"),
    ]


def test_an_initiative_is_known_by_its_title_and_then_by_its_number() -> None:
    versions = (
        plan("2025-01-01", one("1", "A"), one("2", "B")),
        plan("2025-01-02", one("2", "A", "gennemført"), one("1", "B")),
        plan("2025-01-03", one("1", "B"), one("2", "Et nyt navn", "gennemført")),
    )
    assert statuses(read(*versions)) == [
        (1, "B", *["igangværende"] * 3),
        (2, "Et nyt navn", "igangværende", "gennemført", "gennemført"),
    ]


def test_what_was_gone_is_known_by_its_title_alone() -> None:
    versions = (
        plan("2025-01-01", one("1", "A"), one("2", "B"), one("3", "C")),
        plan("2025-01-02", one("1", "A")),
        plan("2025-01-03", one("1", "A"), one("2", "Noget nyt"), one("5", "C")),
    )
    assert statuses(read(*versions)) == [
        (1, "A", *["igangværende"] * 3),
        (2, "B", "igangværende", None, None),
        (2, "Noget nyt", None, None, "igangværende"),
        (5, "C", "igangværende", None, "igangværende"),
    ]


def test_sections_do_not_count(write: Callable[..., Path]) -> None:
    moved = SMALL_PLAN.replace("Den eneste del", "En anden").replace("2025-04-10", "2025-05-10")
    assert statuses(read(SMALL_PLAN, moved)) == [(1, "Et initiativ", "gennemført", "gennemført")]


# How often a milestone moved


@pytest.mark.parametrize(
    ("promises", "told"),
    [
        ([("2025", "")], ["2025"]),
        ([("2025", "2023, 2024")], ["2023", "2024", "2025"]),
        ([("2025", ""), ("2025", "")], ["2025"]),
        ([("2025", ""), ("2026", "")], ["2025", "2026"]),
        ([("2025", ""), ("2026", "2025")], ["2025", "2026"]),  # seen and listed: once
        ([("2025", "2024"), ("2026", "2024, 2025")], ["2024", "2025", "2026"]),
        ([("2025", "2024"), ("2026", "2025")], ["2024", "2025", "2026"]),  # not all is listed
        ([("2025", "2024"), ("2026", "")], ["2024", "2025", "2026"]),
        ([("2025", ""), ("2027", "2025, 2026")], ["2025", "2026", "2027"]),  # twice in between
        ([("2025", ""), ("2025", "2024")], ["2024", "2025"]),  # listed afterwards
        ([("2025", ""), ("2026", ""), ("2025", "")], ["2025", "2026", "2025"]),  # and back
        ([("2026", ""), ("ultimo 2026", "")], ["2026", "ultimo 2026"]),
        ([("2026-07-01", ""), ("1. juli 2026", "")], ["2026-07-01"]),
        ([None, ("2025", "2024"), None, ("2026", "")], ["2024", "2025", "2026"]),
    ],
)
def test_a_move_counts_once_whether_it_was_seen_or_listed(
    promises: list[tuple[str, str] | None], told: list[str]
) -> None:
    assert dates(*promises) == (len(told) - 1, tuple(told))


YEARS = st.integers(2000, 2099).map(str)


@given(st.lists(YEARS, min_size=1, max_size=6), st.integers(0, 5), st.sampled_from([True, False]))
def test_whoever_lists_all_moves_is_told_as_many_as_whoever_lists_none(
    years: list[str], first: int, lists: bool
) -> None:
    years = [year for place, year in enumerate(years) if years[place - 1 : place] != [year]]
    begun = min(first, len(years) - 1)
    promises = [
        (year, ", ".join(years[:place]) if lists or place == begun else "")
        for place, year in enumerate(years)
    ]
    assert dates(*promises[begun:]) == (len(years) - 1, tuple(years))


def test_a_milestone_that_is_reworded_is_another_one() -> None:
    texts = [
        plan(f"2025-01-0{day}", one("1", "A", "igangværende", *milestone(what, due)))
        for day, what, due in ((1, "Alt", "2025"), (2, "Alt", "2026"), (3, "Noget", "2027"))
    ]
    told = read(*texts).initiatives[0].milestones
    assert [(each.what, each.moves) for each in told] == [("Alt", 1), ("Noget", 0)]


# Which versions


def test_versions_in_git_are_headed_by_their_days(recorded: Repository, run: Run) -> None:
    (recorded.folder / DATA).write_text("ikke gemt", "utf-8")
    for arguments in ((), (DATA,), (recorded.folder / DATA,)):
        done = run("history", *arguments, "--format", "json")
        assert (done.code, done.err) == (0, "")
        told = json.loads(done.out)
        assert [each["as_of"] for each in told["versions"]] == [
            *("2024-04-10", "2024-10-01", "2025-04-10", "2025-10-01", "2026-04-10"),
        ]


def test_of_several_versions_for_one_day_the_last_is_shown(recorded: Repository, run: Run) -> None:
    last = record(recorded, VERSIONS[4].replace("afsluttes i 2027", "gennemført"), hour=13)
    done = run("history", "--format", "json")
    told = json.loads(done.out)
    assert [each["as_of"] for each in told["versions"]].count("2026-04-10") == 1
    assert told["versions"][-1]["name"] == last[:7]
    assert told["initiatives"][-1]["versions"][-1]["status"] == "gennemført"
    assert told["left_out"] == {"same_day": 1, "older": 0, "shallow": False}
    assert done.err == "Udeladt, fordi en senere udgave gælder den samme dag: 1.\n"


@pytest.mark.parametrize(
    ("options", "days"),
    [
        (("--since", "2025-04-10"), ["2025-04-10", "2025-10-01", "2026-04-10"]),
        (("--since", "11/4-2025"), ["2025-10-01", "2026-04-10"]),
        (("--every", "month", "--since", "2026-01-01"), ["2026-04-10"]),
    ],
)
def test_versions_are_chosen_by_the_days_of_their_commits(
    recorded: Repository, run: Run, options: tuple[str, ...], days: list[str]
) -> None:
    told = json.loads(run("history", *options, "--format", "json").out)
    assert [each["as_of"] for each in told["versions"]] == days


def test_versions_of_tags_have_their_names_and_are_all_shown(
    repository: Repository, run: Run
) -> None:
    repository.commit("andet", "README.md")
    repository.git("tag", "v0")
    record(repository, VERSIONS[0])
    repository.git("tag", "v1")
    record(repository, VERSIONS[0] + "# Rettet\n", hour=13)
    repository.git("tag", "v1.1")
    record(repository, VERSIONS[1])
    done = run("history", "--every", "v*", "--format", "md")
    assert (done.code, done.err) == (0, "")
    assert "| Nr. | Initiativ | 10. april 2024, v1 | 10. april 2024, v1.1 | Flyttet |" in done.out
    refused = run("history", "--every", "v0")
    assert (refused.code, refused.out) == (1, "")
    assert refused.err.startswith("data/initiatives.yaml: fejl E711: Git har ingen udgaver af")


def test_only_the_last_of_many_versions_are_read(
    recorded: Repository, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(commands, "MOST_VERSIONS", 2)
    done = run("history", "--format", "json")
    told = json.loads(done.out)
    assert [each["as_of"] for each in told["versions"]] == ["2025-10-01", "2026-04-10"]
    assert told["left_out"] == {"same_day": 0, "older": 3, "shallow": False}
    assert done.err == (
        "Udeladt, fordi højst 2 udgaver læses: 3 fra 2024-04-10 til 2025-04-10. Vælg med\n"
        "  --since eller --every, fx »--every month«.\n"
    )
    monkeypatch.setenv("STATUSNOTE_LANG", "en")
    assert run("history").err.startswith("Left out, since at most 2 versions are read: 3 from")


def test_a_clone_of_the_newest_part_is_told(
    recorded: Repository, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(recorded.cloned("--depth=2").folder)
    done = run("history", "--format", "json")
    assert json.loads(done.out)["left_out"]["shallow"]
    assert done.err.startswith("Der kan være ældre udgaver: Denne kopi")


def test_two_or_more_versions_are_shown_in_their_order(
    recorded: Repository, run: Run, write: Callable[..., Path]
) -> None:
    note = recorded.folder / "notat.pdf"
    published = plan("2023-12-01", one("1", GUIDE)).replace("as_of", "publish_source: true\nas_of")
    assert run("render", write(published), "--output", note).code == 0
    done = run("history", "HEAD", note, "@2025-04-30", "-", "--format=json", stdin=b"%PDF-1.7")
    told = json.loads(done.out)
    assert [(each["name"], each["as_of"], each["recorded"]) for each in told["versions"]] == [
        ("HEAD", "2026-04-10", None),
        (str(note), "2023-12-01", None),
        ("@2025-04-30", "2025-04-10", None),
        ("-", None, None),
    ]
    assert done.code == 0
    assert " ".join(done.err.split()).startswith(
        "advarsel: Udgaven - kan ikke læses. <stdin>: E803: Notatet kan ikke læses."
    )


def test_versions_in_git_are_those_of_the_last_file(
    repository: Repository, run: Run, write: Callable[..., Path]
) -> None:
    repository.commit(SMALL_PLAN, "anden.yaml")
    record(repository, VERSIONS[0])
    old, note = write(VERSIONS[1], "old.yaml"), repository.folder / "notat.PDF"
    assert run("render", write(PUBLISHED_PLAN), "--format", "pdf", "--output", note).code == 0

    def titles(*versions: str | Path) -> list[str]:
        told = json.loads(run("history", *versions, "--format", "json").out)
        return [each["title"] for each in told["initiatives"]]

    assert titles("HEAD", "anden.yaml") == ["Et initiativ"]
    assert GUIDE in titles("anden.yaml", "HEAD")
    assert RING in titles("HEAD", note)
    assert RING in titles(old, "HEAD")


def test_two_that_speak_for_one_day_show_their_names(run: Run, write: Callable[..., Path]) -> None:
    both = write(name="a.yaml"), write(name="b.yaml")
    done = run("history", *both, "--format", "csv")
    head, *_ = csv.reader(io.StringIO(done.out.removeprefix("\ufeff")), delimiter=";")
    assert head[3:5] == [f"2025-04-10 ({path})" for path in both]
    assert "\nUdviklingen i 2 udgaver, pr. 10. april 2025.\n" in run("history", *both).out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("-", "HEAD", "-"), "only one of them can be standard input"),
        (("HEAD", "HEAD~1", "--since", "2025-01-01"), "chooses among the versions in git alone"),
        (("HEAD", "HEAD~1", "--every", "month"), "chooses among the versions in git alone"),
        (("HEAD", "HEAD~1", "--every", ""), "chooses among the versions in git alone"),
        (("--since", "i går"), "'i går' is no day; write 2026-11-23"),
        (("--format", "pdf"), "'pdf' is not one of 'text', 'md', 'csv', 'json', 'html'."),
    ],
)
def test_wrong_usage_is_said(
    recorded: Repository, run: Run, arguments: tuple[str, ...], said: str
) -> None:
    done = run("history", *arguments)
    assert (done.code, done.out) == (2, "")
    assert said in " ".join(done.err.replace("│", "").split())


# What can't be read


def test_a_version_with_errors_has_a_column_and_a_warning(repository: Repository, run: Run) -> None:
    record(repository, VERSIONS[0])
    wrong = record(repository, WRONG)[:7]
    record(repository, VERSIONS[3])
    done = run("history", "--format", "md")
    assert done.code == 0
    assert " ".join(done.err.split()) == (
        f"advarsel: Udgaven {wrong} kan ikke læses. {wrong}:{DATA}:12:13: E304: »gennemfoert« er "
        "ikke en status."
    )
    assert f"| 10. april 2024 | {wrong}, kan ikke læses | 1. oktober 2025 | Flyttet |" in done.out
    assert "| → forløber planmæssigt | ? | ≠ ✓ gennemført |" in done.out
    assert "; ? udgaven kan ikke læses." in done.out
    told = json.loads(run("history", "--format", "json").out)
    assert told["versions"][1] == {
        "name": wrong,
        "recorded": "2025-04-10",
        "as_of": None,
        "grants": None,
        "problem": {"code": "E304", "file": f"{wrong}:{DATA}", "line": 12},
    }
    rows = run("history", "--format", "csv").out
    assert f";2024-04-10;{wrong} (kan ikke læses);2025-10-01;Flyttet" in rows
    assert "\nTilskud i alt" not in rows
    assert "\r\n;Tilskud i alt (kr.);;1000000;;4500000;\r\n;Afrundet;;nej;;ja;\r\n" in rows


def test_what_git_can_not_read_is_a_column_too(repository: Repository, run: Run) -> None:
    record(repository, VERSIONS[0])
    record(repository, VERSIONS[1])
    blob = repository.git("rev-parse", f"HEAD~1:{DATA}")
    (repository.folder / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    done = run("history", "--format", "json")
    assert done.code == 0
    assert [each["problem"] and each["problem"]["code"] for each in _versions(done)] == [
        "E709",
        None,
    ]


def _versions(done: Result) -> list[dict[str, Any]]:
    versions: list[dict[str, Any]] = json.loads(done.out)["versions"]
    return versions


def test_an_error_is_told_rather_than_a_warning_before_it(
    run: Run, write: Callable[..., Path]
) -> None:
    odd = SMALL_PLAN.replace("  SBM", "  JM: Justitsministeriet\n  SBM")
    wrong = write(odd.replace("status: gennemført", "status: færdig"), "wrong.yaml")
    done = run("history", wrong, write())
    assert (done.code, "E304" in done.err, "W402" in done.err) == (0, True, False)


def test_where_no_version_can_be_read_all_is_told(
    repository: Repository, run: Run, write: Callable[..., Path]
) -> None:
    record(repository, WRONG)
    record(repository, WRONG + "# Endnu en\n", hour=13)
    done = run("history")
    assert (done.code, done.out) == (1, "")
    assert done.err.count("fejl E304") == 2
    assert run("history", write(WRONG, "a.yaml"), write(WRONG, "b.yaml")).code == 1


@pytest.mark.parametrize(
    ("version", "code"), [("HAED", "E701"), ("findes ikke.yaml", "E701"), ("x" * 300, "E701")]
)
def test_a_version_that_is_not_found_ends_it(
    recorded: Repository, run: Run, version: str, code: str
) -> None:
    done = run("history", DATA, version)
    assert (done.code, done.out) == (1, "")
    assert f"fejl {code}" in done.err


def test_a_file_outside_of_git_has_no_versions(run: Run, write: Callable[..., Path]) -> None:
    done = run("history", write())
    assert (done.code, done.out) == (1, "")
    assert "filen ligger ikke i et git-projekt" in " ".join(done.err.split())


# What is shown


@pytest.mark.parametrize("width", [60, 80, 200])
def test_what_the_terminal_shows(
    recorded: Repository,
    run: Run,
    golden: Callable[[str, str], None],
    monkeypatch: pytest.MonkeyPatch,
    width: int,
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    done = run("history")
    golden(f"history-{width}.txt", done.out)
    assert (done.code, done.err) == (0, "")
    assert max(map(len, done.out.splitlines())) <= width


@pytest.mark.parametrize("width", [20, 30, 40])
def test_a_narrow_terminal_shows_all_of_the_texts(
    recorded: Repository, run: Run, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    out = run("history").out
    assert max(map(len, out.splitlines())) <= width
    assert out.count("Tilskud") == 5


def test_the_real_plan_by_itself_has_no_changes(run: Run) -> None:
    out = run("history", REAL, REAL).out
    assert "≠" not in out.replace("≠ andet", "")


def test_the_plan_s_own_words_are_used(run: Run, write: Callable[..., Path]) -> None:
    terms = "terms: {initiative: indsats, the_initiative: indsatsen, initiatives: indsatser}\n"
    both = write(SMALL_PLAN + terms, "a.yaml"), write(SMALL_PLAN + terms, "b.yaml")
    for format_ in ("text", "md", "csv", "html"):
        assert "Indsats" in run("history", *both, "--format", format_).out


@pytest.mark.parametrize("parse", PARSERS)
def test_markdown_says_the_same(
    recorded: Repository,
    run: Run,
    golden: Callable[[str, str], None],
    parse: Callable[[str], str],
) -> None:
    out = run("history", "--format", "md").out
    golden("history.md", out)
    rows = Shown(parse(out)).texts("td")
    assert rows[:8] == [
        *("1", GUIDE, "→ forløber planmæssigt", "→ forløber planmæssigt", "≠ ✓ gennemført"),
        *("✓ gennemført", "✓ gennemført", ""),
    ]


def test_csv_has_a_row_for_each_initiative_and_each_milestone(
    recorded: Repository, run: Run
) -> None:
    out = run("history", "--format", "csv").out
    assert out.startswith("\ufeffNr.;Initiativ;Milepæl;2024-04-10;")
    assert out.count("\r\n") == out.count("\n")
    rows = [*csv.reader(io.StringIO(out), delimiter=";")]
    assert rows[3] == ["3", RING, "", *["igangværende"] * 3, "delvist gennemført", "gennemført", ""]
    assert rows[4] == [
        *("3", RING, "Kurset er holdt", "2025", "ultimo 2025", "31. december 2026"),
        *("31. december 2026", "31. december 2026 (indfriet)", "3"),
    ]
    assert rows[-2:] == [
        ["", "Tilskud i alt (kr.)", "", "1000000", "1000000", "1500000", "4500000", "4500000", ""],
        ["", "Afrundet", "", "nej", "nej", "nej", "ja", "ja", ""],
    ]


def test_json_says_all(recorded: Repository, run: Run) -> None:
    told = json.loads(run("history", "--format", "json").out)
    assert [*told] == ["title", "versions", "initiatives", "left_out"]
    assert told["title"] == "Status for en plan"
    assert told["versions"][3] | {"name": ""} == {
        "name": "",
        "recorded": "2025-10-01",
        "as_of": "2025-10-01",
        "grants": {"kroner": 4_500_000, "rounded": True},
        "problem": None,
    }
    assert [*map(len, told["versions"])] == [5] * 5
    ring = told["initiatives"][2]
    assert ring["versions"][0] == {
        "number": 2,
        "title": RING,
        "status": "igangværende",
        "means": "under way",
        "grants": {"kroner": 0, "rounded": False},
    }
    (held,) = ring["milestones"]
    assert held | {"versions": None} == {
        "what": "Kurset er holdt",
        "moves": 3,
        "dates": ["2024", "2025", "ultimo 2025", "2026-12-31"],
        "versions": None,
    }
    assert held["versions"][4] == {
        "what": "Kurset er holdt",
        "due": "2026-12-31",
        "last_day": "2026-12-31",
        "met": "2026-02-01",
        "moved_from": ["2024", "2025"],
    }
    assert told["initiatives"][1]["versions"][1:] == [None] * 4


def test_the_page_asks_for_nothing_and_says_where_it_changed(
    recorded: Repository, run: Run, golden: Callable[[str, str], None]
) -> None:
    out = run("history", "--format", "html").out
    golden("history.html", out)
    (style,) = re.findall("(?s)<style>(.*?)</style>", out)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"content=\"default-src 'none'; style-src 'sha256-{digest}'; base-uri" in out
    assert not re.search(r"<script|https?:|url\(|style=|src=|href=", out)
    assert out.count('</strong> <span class="changed">(ændret)</span></td>') == 8


def test_a_browser_and_axe_find_nothing_wrong_with_the_page(
    recorded: Repository, run: Run, tmp_path: Path
) -> None:
    record(recorded, WRONG, day="2026-04-11")
    out = run("history", "--format", "html").out
    path = tmp_path / "side.html"
    path.write_text(out, "utf-8")
    for width in (320, 1280):
        with browser.shown(path, width) as shown:
            assert shown.found_by_axe() == []
            assert shown.said == []


HOSTILE = "=cmd|'/c calc'!A1 <script>alert(1)</script> | **x** & \"y\""


def hostile() -> list[str]:
    return [
        plan(
            f"2025-0{month}-10",
            one("1", json.dumps(HOSTILE), status, *milestone(json.dumps(HOSTILE), due)),
        )
        for month, status, due in ((1, "igangværende", "2025"), (2, "gennemført", "2026"))
    ]


def test_what_the_data_say_is_never_markup_or_a_formula() -> None:
    history = read(*hostile())
    rows = [*csv.reader(io.StringIO(files.as_csv(history)), delimiter=";")]
    assert rows[1][1] == rows[2][2] == f"'{HOSTILE}"
    shown = page.as_html(history)
    assert "<script" not in shown
    assert shown.count("&lt;script&gt;") == 2
    for parse in PARSERS:
        cells = Shown(parse(files.as_markdown(history))).texts("td")
        assert cells[:2] == ["1", HOSTILE]
        assert cells[6] == f"Milepæl: {HOSTILE}"
        assert len(cells) == 3 * 5


@pytest.mark.parametrize("name", ["=cmd()", "<script>", "a|b", "\x1b[31m.yaml"])
def test_a_name_is_never_markup_or_a_formula(
    run: Run, write: Callable[..., Path], name: str
) -> None:
    shutil.copy(write(), write().with_name(name))
    both = (write().with_name(name), write(WRONG, f"{name}2"))
    for format_ in ("text", "md", "csv", "html", "json"):
        done = run("history", *both, both[0], "--format", format_)
        assert done.code == 0
        assert "\x1b" not in done.out + done.err
        assert "<script>" not in done.out or format_ in ("text", "csv", "json")
    history = collect.history_of([Version(name, loading.read(SMALL_PLAN, "").plan)] * 2)
    rows = [*csv.reader(io.StringIO(files.as_csv(history)), delimiter=";")]
    assert {len(row) for row in rows} == {6}


def test_nothing_can_be_told_of_no_version_that_can_be_read(write: Callable[..., Path]) -> None:
    with pytest.raises(ProblemsFound):
        commands.history([str(write(WRONG, "a.yaml")), str(write(WRONG, "b.yaml"))], "")


@given(
    st.lists(
        st.dictionaries(
            st.integers(1, 5), st.sampled_from(["gennemført", "igangværende"]), min_size=1
        ),
        min_size=1,
        max_size=4,
    )
)
def test_nothing_that_is_said_is_lost_and_nothing_is_invented(
    versions: list[dict[int, str]],
) -> None:
    history = read(
        *(
            plan(
                date(2025, 1, day).isoformat(),
                *(one(str(number), f"Nr. {number}", said[number]) for number in sorted(said)),
            )
            for day, said in enumerate(versions, start=1)
        )
    )
    told = [
        {
            said.number: said.status.phrase
            for each in history.initiatives
            if (said := each.said[place])
        }
        for place in range(len(versions))
    ]
    assert told == versions
