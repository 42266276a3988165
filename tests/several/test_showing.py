"""What `summary`, `due` and `validate` show of several plans."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from support.gfm import PARSERS, Shown
from support.project import SMALL_PLAN
from support.result import Result
from support.three_plans import ROADS, WRONG, written_in

Run = Callable[..., Result]
NAMES = ["lille.yaml", "veje.yaml", "skoler.yaml"]
TOLD = """\
advarsel: Social- og Boligministeriet har flere forkortelser: SBM i lille.yaml,
  SM i veje.yaml. --ministry med navnet tager dem alle med.
advarsel: Forkortelsen SBM står for flere: Social- og Boligministeriet i
  lille.yaml, Skatteministeriet i skoler.yaml.
"""
WARNED = "3 advarsler. De ses med »statusnote validate veje.yaml skoler.yaml«.\n"


@pytest.fixture(autouse=True)
def _plans(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written_in(tmp_path)
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("command", [("summary",), ("due", "--as-of", "2026-06-10")])
@pytest.mark.parametrize("columns", [60, 80])
@pytest.mark.parametrize("party", ["", "Social- og boligministeriet"])
def test_what_the_terminal_shows(
    run: Run,
    golden: Callable[[str, str], None],
    monkeypatch: pytest.MonkeyPatch,
    command: tuple[str, ...],
    columns: int,
    party: str,
) -> None:
    Path("forkert.yaml").write_text(WRONG)
    monkeypatch.setenv("COLUMNS", str(columns))
    done = run(*command, *NAMES, "forkert.yaml", *(["--ministry", party] if party else []))
    assert done.code == 1
    assert max(map(len, done.out.splitlines())) <= columns
    which = f"{columns}-party" if party else columns
    golden(f"several-{command[0]}-{which}.txt", done.out)


@pytest.mark.parametrize("command", [("summary",), ("due", "--as-of", "2026-06-10")])
def test_markdown_shows_the_same(
    run: Run, golden: Callable[[str, str], None], command: tuple[str, ...]
) -> None:
    Path("forkert.yaml").write_text(WRONG)
    done = run(*command, *NAMES, "forkert.yaml", "--format", "md")
    assert done.code == 1
    golden(f"several-{command[0]}.md", done.out)
    done = run(*command, *NAMES, "forkert.yaml", "--format", "md", "--ministry", "VEJ")
    golden(f"several-{command[0]}-party.md", done.out)
    for parser in PARSERS:
        page = Shown(parser(done.out))
        assert "Status for planen for trygge veje" in page.texts("td")
        assert page.texts("p")[-1] == "Udeladt på grund af fejl: forkert.yaml"


@pytest.mark.parametrize("format_", ["text", "md"])
def test_plans_of_one_title_are_told_apart_by_their_files(run: Run, format_: str) -> None:
    Path("nye veje.yaml").write_text(ROADS)
    files = ("veje.yaml", "nye veje.yaml")
    headings = {f"Status for planen for trygge veje ({file})" for file in files}
    for command in (("summary", "--ministry", "VEJ"), ("due", "--as-of", "2026-06-10")):
        lines = run(*command, *files, "lille.yaml", "--format", format_).out.splitlines()
        assert headings <= {line.strip("*") for line in lines}


def test_a_name_moves_no_cursor(run: Run) -> None:
    Path("v\x1b[2Jk.yaml").write_text(ROADS)
    for command in ("summary", "due"):
        done = run(command, "v\x1b[2Jk.yaml", "lille.yaml")
        assert "v\\x1b[2Jk.yaml" in done.out
        assert "\x1b" not in done.out + done.err


def test_what_is_called_differently_is_told(run: Run) -> None:
    for command in ("summary", "due"):
        done = run(command, *NAMES)
        assert (done.code, done.err) == (0, WARNED + TOLD)
    told = json.loads(run("summary", *NAMES, "--json").out)["unclear"]
    assert [[use["code"] for use in each["uses"]] for each in told] == [["SBM", "SM"], ["SBM"] * 2]


def test_in_english(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STATUSNOTE_LANG", "en")
    Path("fjerde.yaml").write_text(ROADS)
    Path("forkert.yaml").write_text(WRONG)
    said = " ".join(run("due", *NAMES, "fjerde.yaml", "forkert.yaml").err.split())
    assert "several codes: SBM in lille.yaml, SM in veje.yaml and others. --ministry with" in said
    assert said.endswith("Left out because of errors: forkert.yaml.")


def test_the_name_of_a_ministry_takes_all_its_codes(run: Run) -> None:
    by_name = json.loads(
        run("summary", *NAMES, "--json", "--ministry", "Social- og Boligministeriet").out
    )
    assert [(each["file"], each["shown"], each["total"]) for each in by_name["plans"]] == [
        ("lille.yaml", 1, 1),
        ("veje.yaml", 1, 2),
    ]
    assert (by_name["shown"], by_name["total"]) == (2, 4)
    by_code = json.loads(run("summary", *NAMES, "--json", "--ministry", "sm").out)
    assert [each["file"] for each in by_code["plans"]] == ["veje.yaml"]
    assert by_code["means"] == [{"means": "under way", "count": 1}]
    assert by_code["grants"] == {"kroner": 4_500_000, "rounded": True}


@pytest.mark.parametrize(
    ("options", "files"),
    [
        ((), NAMES),
        (("--status", "gennemført"), ["lille.yaml", "veje.yaml"]),
        (("--status", "standset"), ["skoler.yaml"]),
        (("--status", "delvist gennemført"), []),
        (("--ministry", "BUVM", "--status", "gennemført"), []),
        (("--ministry", "BUVM", "--ministry", "VEJ"), ["veje.yaml", "skoler.yaml"]),
    ],
)
def test_a_plan_that_has_nothing_of_what_is_chosen_is_left_out(
    run: Run, options: tuple[str, ...], files: list[str]
) -> None:
    done = run("summary", ".", *options, "--json")
    assert done.code == 0
    assert sorted(each["file"] for each in json.loads(done.out)["plans"]) == sorted(files)


def test_where_nothing_is_chosen_that_is_said(run: Run) -> None:
    none = "0 af 3 planer"
    wanted = ("--status", "ikke gennemført i 2025")
    assert run("summary", *NAMES, *wanted).out == f"{none} · 0 af 4 initiativer\n"
    md = run("summary", *NAMES, *wanted, "--format", "md").out
    assert md == f"### Overblik\n\n{none} · 0 af 4 initiativer\n"
    of_nobody = ("--ministry", "KL", "--as-of", "2026-06-10")
    text = Path("veje.yaml").read_text("utf-8").replace("  SM:", "  KL: KL\n  SM:")
    Path("veje.yaml").write_text(text, "utf-8")
    heading = f"Milepæle pr. 10. juni 2026 · {none}\n"
    assert run("due", *NAMES, *of_nobody).out == heading
    md = run("due", *NAMES, *of_nobody, "--format", "md").out
    assert md == f"### Milepæle\n\n{heading}"


@pytest.mark.parametrize(
    ("option", "meant", "known"),
    [
        (("--ministry", "VEJEN"), "VEJ", ("Skatteministeriet", "Vejministeriet")),
        (("--status", "standsett"), "Standset", ("gennemført", "Standset")),
    ],
)
def test_what_no_plan_knows_is_answered_with_what_all_know(
    run: Run, option: tuple[str, str], meant: str, known: tuple[str, ...]
) -> None:
    done = run("summary", *NAMES, *option)
    assert (done.code, done.out) == (2, "")
    assert f"{option[1]!r} is unknown. Did you mean {meant!r}? There are:" in done.err
    assert all(each in done.err for each in known)


def test_a_party_that_no_plan_has_can_have_nothing_due(run: Run) -> None:
    done = run("due", *NAMES, "--ministry", "VEJEN")
    assert (done.code, done.out) == (2, "")
    assert "'VEJEN' is unknown. Did you mean 'VEJ'? There are:" in done.err


def test_sections_are_those_of_one_plan(run: Run) -> None:
    done = run("summary", *NAMES, "--section", "1")
    assert (done.code, done.out) == (2, "")
    assert "Invalid value for --section: is for one plan, named by its file" in done.err


@pytest.mark.parametrize("command", ["summary", "due"])
def test_a_plan_that_cannot_be_read_stops_no_other(run: Run, command: str) -> None:
    Path("forkert.yaml").write_text(WRONG)
    done = run(command, "forkert.yaml", "nowhere.yaml", "veje.yaml", "--format", "json")
    assert done.code == 1
    told = json.loads(done.out)
    assert [each["file"] for each in told["plans"]] == ["veje.yaml"]
    assert told["missing"] == [
        {"file": "forkert.yaml", "code": "E301"},
        {"file": "nowhere.yaml", "code": "E101"},
    ]
    assert done.err.startswith("forkert.yaml:2:1: fejl E301: ")
    assert "\nnowhere.yaml: fejl E101: " in done.err
    assert "\n2 fejl.\n1 advarsel." in done.err
    assert done.err.endswith("\nUdeladt på grund af fejl: forkert.yaml, nowhere.yaml.\n")


def test_where_no_plan_can_be_read_only_that_is_said(run: Run) -> None:
    Path("forkert.yaml").write_text(WRONG)
    done = run("summary", "forkert.yaml", "nowhere.yaml", "--ministry", "SBM")
    assert (done.code, done.out) == (1, "")
    assert done.err.endswith("\n2 fejl.\n")


def test_one_plan_is_shown_alone_and_a_folder_of_it_is_not(run: Run) -> None:
    Path("mappe").mkdir()
    Path("mappe/lille.yaml").write_text(SMALL_PLAN, "utf-8")
    for command in ("summary", "due"):
        alone, beside_itself, folder = (
            run(command, *named, "--format", "json")
            for named in (["lille.yaml"], ["lille.yaml"] * 2, ["mappe"])
        )
        assert alone == beside_itself
        (plan,) = json.loads(folder.out)["plans"]
        assert plan == {"file": str(Path("mappe/lille.yaml")), **json.loads(alone.out)}
    assert run("due", "mappe", "--as-of", "2026-06-10").out == (
        "Milepæle pr. 10. juni 2026 · 1 plan\n"
        "\n"
        "Plan                                                                 Overskredet\n"
        "Status for en lille plan                                                       0\n"
        "  mappe/lille.yaml\n"
    )
    assert run("summary", "mappe").out == (
        "1 plan · 1 initiativ\n"
        "\n"
        "Plan                                                          Antal  Overskredet\n"
        "Status for en lille plan                                          1            0\n"
        "  ✓ 1 gennemført\n"
        "  mappe/lille.yaml, pr. 10. april 2025 · tilskud 0 kr.\n"
    )


def test_standard_input_is_one_of_them(run: Run) -> None:
    done = run("summary", "-", "veje.yaml", "--json", stdin=SMALL_PLAN.encode())
    assert [each["file"] for each in json.loads(done.out)["plans"]] == ["<stdin>", "veje.yaml"]


def test_what_is_overdue_fails_where_that_is_asked_for(run: Run) -> None:
    late = ("--as-of", "2026-06-10", "--fail-overdue")
    assert run("due", *NAMES, *late).code == 4
    assert run("due", *NAMES, "nowhere.yaml", *late).code == 1
    assert run("due", *NAMES, "--as-of", "2025-06-10", "--fail-overdue").code == 0


def test_one_calendar_has_what_is_open_in_all_of_them(run: Run) -> None:
    done = run("due", *NAMES, "--as-of", "2026-06-10", "--format", "ics")
    assert "X-WR-CALNAME:Milepæle i 3 planer\r\n" in done.out
    assert done.out.count("BEGIN:VEVENT") == 4
    alone = run("due", "veje.yaml", "--as-of", "2026-06-10", "--format", "ics").out
    events = alone.partition("BEGIN:VEVENT")[2].rpartition("END:VCALENDAR")[0]
    assert events in done.out


def test_a_hundred_plans_are_read_at_once(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "hundrede"
    folder.mkdir()
    for number in range(100):
        text = SMALL_PLAN.replace("en lille plan", f"plan {number}")
        (folder / f"plan-{number:03}.yaml").write_text(text, "utf-8")
    (folder / "plan-050.yaml").write_text(WRONG, "utf-8")
    checked = run("validate", folder)
    assert (checked.code, checked.out.splitlines()[-1]) == (1, "1 fejl.")
    assert "plan-050.yaml:2:1: fejl E301: " in " ".join(checked.out.split())
    shown = json.loads(run("summary", folder, "--json").out)
    assert (len(shown["plans"]), shown["total"]) == (99, 99)
    assert [Path(each["file"]).name for each in shown["missing"]] == ["plan-050.yaml"]
