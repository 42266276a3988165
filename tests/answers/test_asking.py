"""What is sent to whom, under which names."""

import re
import sys
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from support.result import Result
from support.round_plan import ROUND_PLAN, round_plan

from statusnote.answers import asking
from statusnote.diagnostics.problem import ProblemsFound
from statusnote.plan import loading

Run = Callable[..., Result]
DEADLINE = date(2026, 10, 1)


def sent(*parties: str, deadline: date | None = None, text: str = ROUND_PLAN) -> dict[str, bytes]:
    return asking.files_for(round_plan(text), text.encode(), parties, deadline)


def test_each_party_gets_a_workbook_a_mail_and_a_calendar() -> None:
    assert [*sent()] == [
        *("VEJ.xlsx", "VEJ.ics", "VEJ.eml"),
        *("A-B.xlsx", "A-B.ics", "A-B.eml"),
        *("LÆS.xlsx", "LÆS.ics", "LÆS.eml"),
    ]


def test_parties_are_chosen_by_code_or_name_and_come_in_the_order_of_the_plan() -> None:
    assert [*sent("a/b", "Vejministeriet", "VEJ")] == [
        *("VEJ.xlsx", "VEJ.ics", "VEJ.eml", "A-B.xlsx", "A-B.ics", "A-B.eml")
    ]


def test_a_workbook_holds_the_hash_of_the_data() -> None:
    content = sent("VEJ")["VEJ.xlsx"]
    digest = load_workbook(BytesIO(content))["statusnote"]["B2"].value
    assert digest == sha256(ROUND_PLAN.encode()).hexdigest()


def events(calendar: bytes) -> list[tuple[str, str]]:
    lines = calendar.decode().replace("\r\n ", "")
    return re.findall("DTSTART;VALUE=DATE:(.*)\r\n.*\r\nSUMMARY:(.*)\r\n", lines)


def test_a_calendar_has_the_deadline_and_what_is_open_and_has_a_last_day() -> None:
    promises = [
        ("20260626", "Frist: Stierne er åbne"),
        ("20261231", "Frist: Evalueringen foreligger"),
    ]
    assert events(sent("VEJ", deadline=DEADLINE)["VEJ.ics"]) == [
        ("20261001", "Svarfrist: Status for en plan om cykling"),
        *promises,
    ]
    assert events(sent("VEJ")["VEJ.ics"]) == promises
    assert events(sent("LÆS", deadline=DEADLINE)["LÆS.ics"]) == promises


def test_there_is_no_calendar_without_a_day() -> None:
    text = ROUND_PLAN.replace("[VEJ, A/B, LÆS]", "[VEJ, LÆS]")
    assert [*sent("A/B", text=text)] == ["A-B.xlsx", "A-B.eml"]
    assert [*sent("A/B", text=text, deadline=DEADLINE)] == ["A-B.xlsx", "A-B.ics", "A-B.eml"]


def test_without_openpyxl_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(ProblemsFound) as error:
        sent()
    assert [(problem.code, problem.place.file) for problem in error.value.problems] == [
        ("E901", "openpyxl")
    ]


# The names of the files


@pytest.mark.parametrize(
    ("codes", "names"),
    [
        (["SBM", "sbm", "Sbm"], ["SBM", "sbm-2", "Sbm-3"]),
        (["A/B", "A:B", "A\\B"], ["A-B", "A-B-2", "A-B-3"]),
        (["Børn & Unge", "R&D+", "1.1"], ["Børn-&-Unge", "R&D+", "1.1"]),
        (["con", "LPT1", "nul.x", "COM"], ["con-part", "LPT1-part", "nul.x-part", "COM"]),
        (["...", "*", "a. "], ["-part", "-part-2", "a"]),
        (["x" * 99], ["x" * 60]),
    ],
    ids=str,
)
def test_a_name_is_one_that_every_system_takes(codes: list[str], names: list[str]) -> None:
    assert asking.file_names(codes) == dict(zip(codes, names, strict=True))


@given(st.lists(st.text(max_size=80), unique=True, max_size=6))
def test_names_are_told_apart_and_hold_nothing_that_windows_refuses(codes: list[str]) -> None:
    names = asking.file_names(codes)
    assert [*names] == codes
    assert len({name.casefold() for name in names.values()}) == len(codes)
    for name in names.values():
        assert re.fullmatch(r'[^<>:"/\\|?*\x00-\x1f]*[^<>:"/\\|?*\x00-\x1f. ]', name)


# The command


@pytest.fixture
def plan(write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write(ROUND_PLAN).parent)


@pytest.mark.usefixtures("plan")
def test_the_command_writes_to_a_folder_and_prints_the_paths(run: Run) -> None:
    done = run("ask", "plan.yaml", "--party", "VEJ", "--deadline", "1. oktober 2026")
    paths = [f"build/runde/VEJ.{ending}" for ending in ("xlsx", "ics", "eml")]
    assert (done.code, done.out.splitlines()) == (0, [*paths, "build/runde/grundlag.yaml"])
    assert done.err == "1 advarsel. De ses med »statusnote validate plan.yaml«.\n"
    content = Path("plan.yaml").read_bytes()
    made = asking.files_for(loading.load("plan.yaml").plan, content, ["VEJ"], DEADLINE)
    assert [Path(path).read_bytes() for path in paths] == [*made.values()]


@pytest.mark.usefixtures("plan")
def test_a_deadline_before_the_day_of_the_plan_is_said(run: Run) -> None:
    done = run("ask", "plan.yaml", "--party", "VEJ", "--deadline", "1. oktober 2025")
    assert (done.code, len(done.out.splitlines())) == (0, 4)
    assert done.err.splitlines()[1:] == [
        "Svarfristen, 1. oktober 2025, er før den dag, planen er opgjort pr., 1. september 2026. "
        "Er det en fejl, så slet filerne i build/runde, og spørg igen."
    ]


@pytest.mark.usefixtures("plan")
def test_what_is_there_already_and_may_be_filled_in_is_not_replaced(run: Run) -> None:
    def ask(*more: str) -> Result:
        return run("ask", "plan.yaml", "--output", "ud", "--party", "LÆS", *more)

    assert ask().code == 0
    assert ask().code == 0  # the same
    before = Path("ud/LÆS.eml").read_bytes()
    Path("ud/LÆS.xlsx").write_bytes(b"svar")
    Path("ud/LÆS.ics").unlink()
    done = ask()
    assert (done.code, done.out) == (1, "")
    assert done.err == (
        "ud: fejl E940: Der er allerede filer, som er andre end dem, der ville blive\n"
        "    skrevet: LÆS.xlsx. De kan være udfyldt, så intet er skrevet.\n"
        "    Angiv en anden mappe efter --output, eller flyt eller slet filerne.\n"
        "1 fejl.\n"
    )
    left = sorted(path.name for path in Path("ud").iterdir())
    assert left == ["LÆS.eml", "LÆS.xlsx", "grundlag.yaml"]
    assert Path("ud/LÆS.eml").read_bytes() == before


@pytest.mark.usefixtures("plan")
@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--party", "VEI"], "Invalid value for --party: 'VEI' is unknown. Did you mean 'VEJ'?"),
        (["--deadline", "snart"], "Invalid value for --deadline: 'snart' is no day"),
        (["--output", "-"], "Invalid value for --output: is a folder, for several files"),
    ],
    ids=lambda value: str(value[0]),
)
def test_what_is_asked_wrongly(run: Run, options: list[str], said: str) -> None:
    done = run("ask", "plan.yaml", *options)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert not Path("build").exists()


def test_a_folder_is_no_plan(run: Run, tmp_path: Path) -> None:
    done = run("ask", tmp_path)
    assert (done.code, done.out) == (1, "")
    assert "fejl E102:" in done.err


def test_standard_input_is_read(run: Run, tmp_path: Path) -> None:
    done = run("ask", "-", "--output", tmp_path / "ud", stdin=ROUND_PLAN.encode())
    assert (done.code, len(done.out.splitlines())) == (0, 10)
