"""`statusnote collect`: what is shown, what is written, and what is refused."""

from collections.abc import Callable
from pathlib import Path

import pytest
from answers.test_collecting import ALL_EDITS, EVERYTHING, filled_in, sent
from support.repository import Repository
from support.result import Result

from statusnote import commands, files
from statusnote.answers.questions import STATUS
from statusnote.diagnostics.problem import ProblemsFound

Run = Callable[..., Result]


@pytest.fixture
def round_(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the data, and with what all parties have sent back in `svar`."""
    monkeypatch.chdir(tmp_path)
    Path("plan.yaml").write_bytes(EVERYTHING)
    Path("svar").mkdir()
    for name, content in sent(EVERYTHING).items():
        Path("svar", name).write_bytes(content)
    Path("svar/VEJ.xlsx").write_bytes(filled_in(EVERYTHING, "VEJ.xlsx", ALL_EDITS))
    return tmp_path


def test_what_would_change_is_shown_and_nothing_is_written(
    round_: Path, run: Run, golden: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    done = run("collect", "svar", "plan.yaml")
    assert (done.code, Path("plan.yaml").read_bytes()) == (0, EVERYTHING)
    assert done.err.endswith("Intet er skrevet endnu. Med »--write« skrives det i plan.yaml.\n")
    golden("collected-80.txt", done.out)
    monkeypatch.setenv("COLUMNS", "60")
    golden("collected-60.txt", run("collect", "svar", "plan.yaml").out)


def test_it_is_written_where_that_is_asked_and_is_there_the_next_time(
    round_: Path, run: Run
) -> None:
    done = run("collect", "svar", "plan.yaml", "--write")
    assert (done.code, done.out.splitlines()[-1]) == (0, "plan.yaml")
    assert b"met: 28/8-2026" in Path("plan.yaml").read_bytes()
    Path("base.yaml").write_bytes(EVERYTHING)
    again = run("collect", "svar", "plan.yaml", "--base", "base.yaml", "--write")
    assert "Svar, som data allerede rummer: 9" in again.out
    assert "Intet er skrevet" not in again.err


def test_a_conflict_is_shown_with_all_sides_and_the_rest_is_written(
    round_: Path, run: Run, golden: Callable[[str, str], None]
) -> None:
    repository = Repository(round_)
    repository.git("init", "--quiet", "--initial-branch=main")
    repository.git("config", "user.name", "Ida")
    repository.git("config", "user.email", "ida@example.dk")
    repository.commit(EVERYTHING, "plan.yaml")
    now = EVERYTHING.replace("status: igangværende".encode(), b"status: afsluttes i 2026")
    repository.commit(now, "plan.yaml")
    done = run("collect", "svar/VEJ.xlsx", "plan.yaml", "--write")
    assert done.code == 4
    assert done.err.endswith("Det, der er modstrid om (1), er ikke skrevet.\n")
    golden("collected-conflict.txt", done.out)
    written = Path("plan.yaml").read_bytes()
    assert b"status: afsluttes i 2026" in written
    assert b"met: 28/8-2026" in written


def test_data_that_nobody_has_any_more_are_asked_for(round_: Path, run: Run) -> None:
    Path("plan.yaml").write_bytes(EVERYTHING.replace(b"Notatet viser", b"Her ses"))
    done = run("collect", "svar/VEJ.xlsx", "plan.yaml")
    assert (done.code, done.out) == (1, "")
    assert "svar/VEJ.xlsx: fejl E942" in done.err
    assert "opgjort pr. 1. september 2026." in " ".join(done.err.split())


def test_an_empty_folder_and_what_excel_leaves_in_one(round_: Path, run: Run) -> None:
    Path("tom").mkdir()
    assert "E944" in run("collect", "tom", "plan.yaml").err
    assert "E944" in run("collect", "findes ikke", "plan.yaml").err
    Path("svar/~$VEJ.xlsx").write_bytes(b"laas")
    Path("svar/VEJ.eml").write_bytes(b"en mail")
    assert run("collect", "svar", "plan.yaml").code == 0
    Path("svar/VEJ.ods").write_bytes(b"PK\x03\x04application/vnd.oasis.opendocument")
    assert "svar/VEJ.ods: fejl E910" in run("collect", "svar", "plan.yaml").err


def test_a_name_is_needed(run: Run) -> None:
    done = run("collect", "plan.yaml")
    assert (done.code, done.out) == (2, "")
    assert "name a workbook that came back" in done.err


def test_data_that_change_while_the_answers_are_read_are_left(
    round_: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, reads = files.read_bytes, []

    def changing(path: str) -> bytes:
        reads.append(path)
        return read(path) + b"# rettet\n" * (reads.count("plan.yaml") > 1)

    monkeypatch.setattr(files, "read_bytes", changing)
    with pytest.raises(ProblemsFound) as found:
        commands.collect(["svar"], "plan.yaml", write=True)
    assert [each.code for each in found.value.problems] == ["E943"]
    assert Path("plan.yaml").read_bytes() == EVERYTHING


def test_a_warning_about_a_workbook_is_said(round_: Path, run: Run) -> None:
    odd = filled_in(EVERYTHING, "VEJ.xlsx", {(STATUS, 0, "title"): "Færre stier"})
    Path("svar/VEJ.xlsx").write_bytes(odd)
    done = run("collect", "svar", "plan.yaml")
    assert done.code == 0
    assert "svar/VEJ.xlsx, Status!C4: advarsel W910" in done.err


def test_an_older_round_and_a_second_answer_are_said(
    round_: Path, run: Run, golden: Callable[[str, str], None]
) -> None:
    once = {(STATUS, 0, "status"): "gennemført"}
    Path("svar/grundlag.yaml").write_bytes(EVERYTHING)
    Path("svar/VEJ.xlsx").write_bytes(
        filled_in(EVERYTHING, "VEJ.xlsx", once | {(STATUS, 1, "account"): "Stien er åben."})
    )
    Path("svar/VEJ igen.xlsx").write_bytes(filled_in(EVERYTHING, "VEJ.xlsx", once))
    newer = EVERYTHING.replace(b"as_of: 2026-09-01", b"as_of: 2026-10-01")
    Path("plan.yaml").write_bytes(newer)
    golden("collected-twice.txt", run("collect", "svar", "plan.yaml").out)


def test_what_was_asked_of_is_kept_beside_the_workbooks(round_: Path, run: Run) -> None:
    assert run("ask", "plan.yaml", "--output", "runde").code == 0
    assert Path("runde/grundlag.yaml").read_bytes() == EVERYTHING
    Path("plan.yaml").write_bytes(EVERYTHING.replace(b"Notatet viser", b"Her ses"))
    Path("runde/VEJ.xlsx").write_bytes(Path("svar/VEJ.xlsx").read_bytes())
    assert run("collect", "runde", "plan.yaml", "--write").code == 0
    assert "met: 28/8-2026" in Path("plan.yaml").read_text("utf-8")


WITH_ACCOUNT = """\
        account:
          - Der er bygget 12 stier i fire kommuner, og de er alle taget i brug af dem, der bor der.
          - Kommunerne melder tilbage om efteråret.
"""


def test_two_accounts_show_what_each_side_has_changed(
    round_: Path, run: Run, golden: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = EVERYTHING + WITH_ACCOUNT.encode()
    Path("grundlag.yaml").write_bytes(asked)
    first, second = (line.strip(" -") for line in WITH_ACCOUNT.splitlines()[1:])
    said = {
        "VEJ": f"{first.replace('12', '14')}\n\n{second}\n\n• et punkt",
        "VEJ igen": f"{first.replace('12', '13')}\n\n{second}",
    }
    for name, text in said.items():
        content = filled_in(asked, "VEJ.xlsx", {(STATUS, 1, "account"): text})
        Path(f"{name}.xlsx").write_bytes(content)
    Path("plan.yaml").write_bytes(asked.replace(b"i fire kommuner", b"i fem kommuner"))
    command = ("collect", "VEJ.xlsx", "VEJ igen.xlsx", "plan.yaml")
    done = run(*command)
    assert done.code == 4
    golden("collected-accounts-80.txt", done.out)
    monkeypatch.setenv("COLUMNS", "60")
    golden("collected-accounts-60.txt", run(*command).out)


def test_an_account_that_is_gone_or_was_answered_in_two_ways(round_: Path, run: Run) -> None:
    asked = EVERYTHING + WITH_ACCOUNT.encode()
    Path("grundlag.yaml").write_bytes(asked)
    for name in ("VEJ", "VEJ igen"):
        cells = {(STATUS, 1, "account"): f"Kun {name}."}
        Path(f"{name}.xlsx").write_bytes(filled_in(asked, "VEJ.xlsx", cells))
    command = ("collect", "VEJ.xlsx", "VEJ igen.xlsx", "plan.yaml")
    Path("plan.yaml").write_bytes(asked)
    found = run(*command).out
    assert "Ændret i data:" not in found
    assert "{+Kun VEJ igen.+}" in found
    Path("plan.yaml").write_bytes(asked[: asked.index(b"      - number: 3a")])
    assert "I data nu:  (findes ikke længere)" in run(*command).out
