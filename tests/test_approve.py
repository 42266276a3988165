"""The command with which parties approve their parts of a plan, and which shows who has."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from support.approving import FIRST, SECOND, THIRD, edited, text
from support.gfm import PARSERS, Shown
from support.repository import Repository, new_repository, use_git_of_its_own
from support.result import Result

from statusnote import commands
from statusnote.approvals import file
from statusnote.verify import attachments

Run = Callable[..., Result]
DATA, APPROVALS = "data/initiatives.yaml", "data/approvals.yaml"
REQUIRED = "approvals: required\n"
IDLE = "  SUM: Indenrigs- og Sundhedsministeriet\n"  # who has nothing to answer for
PLAN = text().replace(IDLE, "")
NEXT = text(
    edited(
        ((*SECOND, "status"), "igangværende"),
        ((*FIRST, "account", 0), "Der er givet tilskud til tre kommuner."),
        ((*THIRD, "title"), "En lov om nye straffe"),
    )
).replace(IDLE, "")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A repository with the plan in it, which is the present folder."""
    use_git_of_its_own(tmp_path, monkeypatch)
    made = new_repository(tmp_path / "projekt")
    monkeypatch.chdir(made.folder)
    made.commit(PLAN, DATA)
    return made


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the plan in it, in no repository, which is the present one."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    put(PLAN)
    return tmp_path


def put(plan: str) -> None:
    Path(DATA).parent.mkdir(exist_ok=True)
    Path(DATA).write_text(plan, "utf-8")


def kept() -> dict[str, str]:
    """Each party that has approved, and who did."""
    parties = {code: code for code in ("SBM", "JM")}
    found = file.read(APPROVALS, parties).by_party.items()
    return {code: approval.by for code, approval in found if approval}


def states(run: Run) -> dict[str, str]:
    told = json.loads(run("approve", "--status", "--format", "json").out)
    return {each["code"]: each["state"] for each in told["parties"]}


# Approving


@pytest.mark.usefixtures("here")
def test_a_party_approves_its_part(run: Run) -> None:
    done = run("approve", "--party", "SBM", "--by", "  Ida   Holm ")
    assert (done.code, done.out) == (0, f"{APPROVALS}\n")
    assert done.err == "SBM har godkendt sin del af planen pr. 10. april 2025, nr. 1, 2.\n"
    assert kept() == {"SBM": "Ida Holm"}
    assert states(run) == {"SBM": "approved", "JM": "missing"}


@pytest.mark.usefixtures("here")
def test_several_approve_at_once_by_code_or_name(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STATUSNOTE_LANG", "en")
    done = run("approve", DATA, "--party", "justitsministeriet", "--party", "sbm", "--party", "JM")
    assert done.err == (
        "JM has approved its part of the plan as of 10 April 2025, no. 1, 3.\n"
        "SBM has approved its part of the plan as of 10 April 2025, no. 1, 2.\n"
    )
    assert kept() == {"SBM": "", "JM": ""}


@pytest.mark.usefixtures("here")
def test_what_is_approved_already_is_not_written_again(run: Run) -> None:
    run("approve", "--party", "SBM", "--by", "Ida Holm")
    before = Path(APPROVALS).read_bytes(), Path(APPROVALS).stat().st_mtime_ns
    done = run("approve", "--party", "SBM", "--by", "Bo Lund")
    assert done == Result(0, "", "SBM har allerede godkendt sin del af planen, som den er nu.\n")
    assert (Path(APPROVALS).read_bytes(), Path(APPROVALS).stat().st_mtime_ns) == before
    put(NEXT)
    assert states(run) == {"SBM": "undone", "JM": "missing"}
    assert run("approve", "--party", "SBM", "--by", "Bo Lund").out == f"{APPROVALS}\n"
    assert (states(run)["SBM"], kept()) == ("approved", {"SBM": "Bo Lund"})


@pytest.mark.usefixtures("here")
def test_the_file_is_begun_with_a_line_for_each(run: Run) -> None:
    done = run("approve", "--begin")
    assert (done.code, done.out) == (0, f"{APPROVALS}\n")
    assert done.err.startswith("Filen har nu en linje til hver: SBM, JM. Gem den i git")
    assert Path(APPROVALS).read_text("utf-8").endswith("approvals:\n  SBM:\n  JM:\n")
    assert run("approve", "--begin") == Result(
        0, "", f"{APPROVALS} har allerede en linje til hver.\n"
    )


@pytest.mark.usefixtures("here")
def test_a_plan_with_errors_is_not_approved(run: Run) -> None:
    put(PLAN.replace("gennemført", "færdig"))
    done = run("approve", "--party", "SBM")
    assert (done.code, done.out, "fejl E304" in done.err) == (1, "", True)
    assert not Path(APPROVALS).exists()


@pytest.mark.usefixtures("here")
def test_warnings_are_told(run: Run) -> None:
    put(text())
    for arguments in (("--party", "SBM"), ("--status",)):
        assert run("approve", *arguments).err.startswith("1 advarsel. De ses med »statusnote val")


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--party", "SMB"), "'SMB' is unknown. Did you mean 'SBM'? There are: SBM (Social-"),
        (("--party", "KL"), "'KL' is unknown."),  # which takes part, and answers for nothing
        ((), "is what to give one of"),
        (("--party", "SBM", "--status"), "is what to give one of"),
        (("--begin", "--status"), "is what to give one of"),
        (("--begin", "--by", "Ida"), "is for --party"),
        (("--party", "SBM", "--by", " "), "is no name"),
        (("--party", "SBM", "--by", "Ida\x1b[31m"), "is no name"),
        (("--party", "SBM", "--by", "x" * 201), "is no name"),
        (("--party", "SBM", "--fail-missing"), "are for --status"),
        (("--party", "SBM", "--format", "md"), "are for --status"),
        (("--status", "--format", "csv"), "'csv' is not one of 'text', 'md', 'json'."),
        (("-", "--party", "SBM"), "approvals are kept beside a file"),
    ],
)
def test_wrong_usage_is_said(run: Run, arguments: tuple[str, ...], said: str) -> None:
    done = run("approve", *arguments)
    assert (done.code, done.out) == (2, "")
    assert said in " ".join(done.err.replace("│", "").split())
    assert not Path(APPROVALS).exists()


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("arguments", [("--party", "SBM"), ("--begin",), ("--status",)])
def test_what_is_wrong_with_the_file_ends_it(run: Run, arguments: tuple[str, ...]) -> None:
    run("approve", "--party", "SBM")
    wrong = Path(APPROVALS).read_text("utf-8").replace("  JM:", "  MJ:")
    Path(APPROVALS).write_text(wrong, "utf-8")
    done = run("approve", *arguments)
    assert (done.code, done.out) == (1, "")
    assert f"{APPROVALS}:10:3: fejl E960: Planen har ingen ansvarlig med forkortelsen\n" in done.err
    assert Path(APPROVALS).read_text("utf-8") == wrong


# Who has approved


@pytest.fixture
def undone(repository: Repository, run: Run) -> Repository:
    """Two have approved, and edits have undone that, one of which is not committed."""
    assert run("approve", "--party", "SBM", "--by", "Ida Holm", "--party", "JM").code == 0
    repository.git("add", APPROVALS)
    repository.commit(REQUIRED + PLAN, DATA)
    repository.commit(REQUIRED + NEXT, DATA)
    put(REQUIRED + NEXT.replace("afsluttes i 2025", "afsluttes i 2026"))
    return repository


def version(repository: Repository, name: str) -> str:
    return repository.git("rev-parse", "--short", name)


@pytest.mark.parametrize("width", [60, 80])
@pytest.mark.parametrize("plan", ["undone", "approved"])
def test_what_the_terminal_shows(
    undone: Repository,
    run: Run,
    golden: Callable[[str, str], None],
    monkeypatch: pytest.MonkeyPatch,
    width: int,
    plan: str,
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    if plan == "approved":
        run("approve", "--party", "JM", "--by", "Bo Lund")
    done = run("approve", "--status")
    golden(f"approve-{plan}-{width}.txt", named(undone, done.out))
    assert done.code == 0
    assert max(map(len, done.out.splitlines())) <= width


def named(repository: Repository, shown: str) -> str:
    """What is *shown*, with a name for the commit that was approved, which is another each time."""
    return shown.replace(version(repository, "HEAD~1"), "1234567")


@pytest.mark.parametrize("parse", PARSERS)
def test_markdown_says_the_same(
    undone: Repository,
    run: Run,
    golden: Callable[[str, str], None],
    parse: Callable[[str], str],
) -> None:
    out = run("approve", "--status", "--format", "md").out
    golden("approve.md", named(undone, out))
    assert Shown(parse(out)).texts("td")[:4] == [
        *("✗ Rettet efter godkendelsen", "SBM", "Social- og Boligministeriet"),
        "Ida Holm, pr. 10. april 2025",
    ]


def test_json_says_all(undone: Repository, run: Run) -> None:
    told = json.loads(run("approve", "--status", "--format", "json").out)
    assert (told["title"], told["as_of"], told["required"]) == ("Status for en plan", DAY, True)
    first, second = told["parties"]
    assert first | {"edited": None} == {
        "code": "SBM",
        "name": "Social- og Boligministeriet",
        "initiatives": 2,
        "state": "undone",
        "by": "Ida Holm",
        "of": DAY,
        "edited": None,
        "untold": None,
    }
    assert (second["by"], second["of"], second["untold"]) == ("Ida Holm", DAY, None)
    for party, numbers in ((first, [1, 2]), (second, [1, 3])):
        edited_since = party["edited"]
        assert edited_since["version"] == version(undone, "HEAD~1")
        assert edited_since["rearranged"] == []
        told_of = edited_since["changes"]["initiatives"]["changed"]
        assert [each["number"] for each in told_of] == numbers
        assert edited_since["changes"]["title"] is None


DAY = "2025-04-10"


def test_an_order_that_diff_passes_over_is_told(repository: Repository, run: Run) -> None:
    run("approve", "--party", "SBM")
    put(text(edited(((*FIRST, "ministries"), ["JM", "SBM"]))))
    assert "Initiativ 1\n  · De ansvarlige, eller redegørelsens" in run("approve", "--status").out
    told = json.loads(run("approve", "--status", "--format", "json").out)["parties"][0]
    assert told["edited"]["rearranged"] == [1]


def test_what_belongs_to_others_and_what_is_written_otherwise_undo_nothing(
    repository: Repository, run: Run
) -> None:
    run("approve", "--party", "SBM")
    put("# En bemærkning\n" + text(edited(((*THIRD, "title"), "En lov")), width=40))
    assert states(run) == {"SBM": "approved", "JM": "missing"}


def test_an_approval_of_a_version_that_can_not_be_read_is_looked_for_behind_it(
    repository: Repository, run: Run
) -> None:
    run("approve", "--party", "SBM")
    repository.commit(PLAN.replace("gennemført", "færdig"), DATA)
    repository.commit(NEXT, DATA)
    (told, _) = json.loads(run("approve", "--status", "--format", "json").out)["parties"]
    assert told["edited"]["version"] == version(repository, "HEAD~2")


UNTOLD = "  Hvad der er rettet, kan ikke siges: "


def test_what_was_never_recorded_can_not_be_told(repository: Repository, run: Run) -> None:
    put(NEXT)
    run("approve", "--party", "SBM")
    put(PLAN)
    said = " ".join(run("approve", "--status").out.split())
    assert f"{UNTOLD.strip()} den del, der blev godkendt, står ikke i nogen af de udgaver," in said
    shown = run("approve", "--status", "--format", "md").out
    assert f"\n\n{UNTOLD.strip()} den del, der blev godkendt" in shown


def test_only_the_last_of_many_versions_are_read(
    undone: Repository, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(commands, "MOST_VERSIONS", 1)
    assert (
        untold(run) == "den del, der blev godkendt, står ikke i nogen af de seneste udgaver i git"
    )
    monkeypatch.setattr(commands, "MOST_VERSIONS", 2)
    assert untold(run) is None


def untold(run: Run) -> Any:
    return json.loads(run("approve", "--status", "--format", "json").out)["parties"][0]["untold"]


def test_in_a_clone_of_the_newest_part_it_can_not_be_told(
    undone: Repository, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(undone.cloned("--depth=1").folder)
    assert untold(run) == "denne kopi af projektet har kun den nyeste del af historikken"


def test_outside_of_git_it_can_not_be_told(here: Path, run: Run) -> None:
    run("approve", "--party", "SBM")
    put(NEXT)
    assert untold(run) == "filen ligger ikke i et git-projekt"


def test_what_git_can_not_read_can_not_be_told(undone: Repository, run: Run) -> None:
    (undone.folder / ".git" / "config").write_text("[", "utf-8")
    assert untold(run) == "git kan ikke læse filens udgaver"


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(("parties", "code"), [(("SBM", "JM"), 0), (("SBM",), 4), ((), 4)], ids=str)
def test_a_missing_approval_fails_where_that_is_asked_for(
    run: Run, parties: tuple[str, ...], code: int
) -> None:
    for party in parties:
        run("approve", "--party", party)
    assert run("approve", "--status").code == 0
    assert run("approve", "--status", "--fail-missing").code == code


@pytest.mark.usefixtures("here")
def test_a_plan_that_asks_for_no_approvals_has_little_to_show(run: Run) -> None:
    assert run("approve", "--status").out == (
        "Status for en plan\nPlanen kræver ingen godkendelser, og ingen har godkendt.\n"
    )
    assert run("approve", "--status", "--format", "md").out == ""
    run("approve", "--party", "SBM")
    assert "1 af 2 har godkendt · planen kræver det ikke" in run("approve", "--status").out
    assert "planen kræver det ikke" in run("approve", "--status", "--format", "md").out


# The note


def rendered(run: Run, *arguments: str, stdin: bytes = b"") -> Result:
    return run("render", *arguments, "--format", "md", stdin=stdin)


@pytest.mark.usefixtures("here")
def test_a_note_is_a_draft_until_all_have_approved(run: Run) -> None:
    put(REQUIRED + PLAN)
    run("approve", "--party", "JM")
    done = rendered(run)
    assert (done.code, done.out) == (0, "build/statusnote-udkast.md\n")
    assert done.err.endswith(
        "Notatet er et udkast, for planen kræver, at alle godkender, og her mangler det: SBM. Se "
        "»statusnote approve data/initiatives.yaml --status«.\n"
    )
    assert Path("build/statusnote-udkast.md").read_text("utf-8").startswith("UDKAST\n")
    run("approve", "--party", "SBM")
    final = rendered(run)
    assert (final.out, "udkast" in final.err) == ("build/statusnote.md\n", False)
    put(REQUIRED + NEXT)
    assert "mangler det: SBM, JM." in rendered(run).err


@pytest.mark.usefixtures("here")
def test_a_draft_that_is_asked_for_needs_no_reason(run: Run) -> None:
    put(REQUIRED + PLAN)
    done = rendered(run, "--draft")
    assert (done.out, "Notatet er" in done.err) == ("build/statusnote-udkast.md\n", False)


@pytest.mark.usefixtures("here")
def test_the_output_that_is_named_gets_the_draft(run: Run) -> None:
    put(REQUIRED + PLAN)
    assert rendered(run, "--output", "-").out.startswith("UDKAST\n")


@pytest.mark.usefixtures("here")
def test_data_from_standard_input_have_no_approvals_beside_them(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("approve", "--party", "SBM", "--party", "JM")
    done = rendered(run, "-", "--output", "-", stdin=(REQUIRED + PLAN).encode())
    assert done.out.startswith("UDKAST\n")
    assert done.err.endswith("og her er data læst fra standard input.\n")
    assert rendered(run, "-", "--output", "-", stdin=PLAN.encode()).out.startswith("# Status")


@pytest.mark.usefixtures("here")
def test_what_is_wrong_with_the_approvals_ends_a_note_that_needs_them(run: Run) -> None:
    Path(APPROVALS).write_text("format: 1\n", "utf-8")
    assert rendered(run).code == 0
    put(REQUIRED + PLAN)
    done = rendered(run)
    assert (done.code, done.out) == (1, "")
    assert f"{APPROVALS}:1:1: fejl E962" in done.err


@pytest.mark.usefixtures("here")
def test_a_draft_for_want_of_approvals_is_verified_and_gives_its_data_back(run: Run) -> None:
    put(f"{REQUIRED}publish_source: true\n{PLAN}")
    assert run("render", "--format", "html").code == 0
    note = Path("build/statusnote-udkast.html")
    assert attachments.data_in(note.read_bytes(), str(note)) == Path(DATA).read_bytes()
    verdict = run("verify", note, DATA)
    assert verdict.code == 0
    assert verdict.out.startswith("UDKAST! Det er ikke det endelige notat.\n")
