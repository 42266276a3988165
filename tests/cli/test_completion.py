"""What the shells are answered, by the protocol in which their scripts ask."""

import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from support.project import SMALL_PLAN
from support.result import Result

from statusnote import cli
from statusnote.cli import completion
from statusnote.plan.starter import EXAMPLES
from statusnote.render.forms import FORMS

Run = Callable[..., Result]
PLAN = SMALL_PLAN.replace("  SBM", "  JM: Justitsministeriet\n  SBM").replace(
    "        status: gennemført\n",
    "        status: gennemført\n"
    "      - number: 2\n        title: Et andet\n        ministries: [JM]\n"
    "        status: delvist gennemført\n        account: [En del er nået.]\n",
)


@pytest.fixture(autouse=True)
def _at_a_plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("data").mkdir()
    Path("data/initiatives.yaml").write_text(PLAN, "utf-8")
    Path("other.yaml").write_text(PLAN.replace("SBM", "XY"), "utf-8")


@pytest.fixture
def completed(run: Run, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], Result]:
    """What a *shell* is answered where a line was typed up to its end."""

    def ask(shell: str, line: str) -> Result:
        words = shlex.split(line) + [""] * line.endswith(" ")
        monkeypatch.setenv("_STATUSNOTE_COMPLETE", f"complete_{shell}")
        monkeypatch.setenv("COMP_WORDS", "\n".join(map(shlex.quote, words)))
        monkeypatch.setenv("COMP_CWORD", str(len(words) - 1))
        monkeypatch.setenv("_TYPER_COMPLETE_ARGS", line)
        monkeypatch.setenv("_TYPER_COMPLETE_FISH_ACTION", "get-args")
        monkeypatch.setenv("_TYPER_COMPLETE_WORD_TO_COMPLETE", words[-1])
        return run()

    return ask


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("statusnote val", ["validate"]),
        ("statusnote summary --ministry ", ["JM", "SBM"]),
        ("statusnote due --ministry S", ["SBM"]),
        ("statusnote summary other.yaml --ministry ", ["JM", "XY"]),
        ("statusnote summary --status gennemført other.yaml --ministry X", ["XY"]),
        ("statusnote summary --section ", ["1"]),
        ("statusnote summary --status g", ["gennemført"]),
        ("statusnote render --format ", [*FORMS]),
        ("statusnote render --draft --for", ["--format"]),
        ("statusnote init --example ", [*EXAMPLES]),
        ("statusnote schema --of hist", ["history"]),
        ("statusnote --show-completion ", [*cli.SHELLS]),
    ],
)
def test_bash_is_told_values_alone(
    completed: Callable[[str, str], Result], line: str, values: list[str]
) -> None:
    assert completed("bash", line) == Result(0, "".join(f"{each}\n" for each in values), "")


@pytest.mark.parametrize(
    ("shell", "status", "party"),
    [
        ("bash", "delvist\\ gennemført", "SBM"),
        (
            "zsh",
            """_arguments '*: :(("delvist gennemført"))'""",
            """_arguments '*: :(("SBM":"Social- og Boligministeriet"))'""",
        ),
        ("fish", "delvist gennemført", "SBM\tSocial- og Boligministeriet"),
        ("powershell", "'delvist gennemført'::: ", "SBM:::Social- og Boligministeriet"),
    ],
)
def test_each_shell_is_told_what_is_in_the_data_in_its_own_way(
    completed: Callable[[str, str], Result], shell: str, status: str, party: str
) -> None:
    assert completed(shell, "statusnote summary --status d") == Result(0, f"{status}\n", "")
    assert completed(shell, "statusnote summary --ministry S") == Result(0, f"{party}\n", "")


@pytest.mark.parametrize("shell", cli.SHELLS)
def test_data_that_are_wrong_or_missing_are_no_matter(
    completed: Callable[[str, str], Result], shell: str
) -> None:
    nothing = "_files\n" if shell == "zsh" else "\n"
    for text in ("title: [", "asof: 1\n", PLAN.replace("status: delvist", "status: del")):
        Path("data/initiatives.yaml").write_text(text, "utf-8")
        assert completed(shell, "statusnote summary --ministry ") == Result(0, nothing, "")
    Path("data/initiatives.yaml").write_text(PLAN, "utf-8")
    for file in ("nowhere.yaml", "data", "-"):
        assert completed(shell, f"statusnote due {file} --ministry ") == Result(0, nothing, "")


@pytest.mark.parametrize("shell", cli.SHELLS)
def test_a_shell_is_given_nothing_that_it_would_run(
    completed: Callable[[str, str], Result], shell: str
) -> None:
    """The script for zsh evaluates what it is answered, and a plan may be anybody's."""
    hostile = "  \"S'M\": Et navn\n  SBM: '[/red] \\\" $(touch owned) `touch owned` ; $x'\n"
    text = PLAN.replace("  SBM: Social- og Boligministeriet\n", hostile)
    Path("data/initiatives.yaml").write_text(text, "utf-8")
    answer = completed(shell, "statusnote summary --ministry ")
    assert (answer.code, answer.err) == (0, "")
    assert "SBM" in answer.out or answer.out in ("\n", "_files\n")
    told = answer.out.removeprefix("_arguments '*: :((").removesuffix("))'\n")
    assert {*told}.isdisjoint("$`\\[]'")


def test_only_what_every_shell_takes_for_itself_is_told() -> None:
    choices = [("SBM", 'a [b] $(c) "d" e\\'), ("J;M", "f"), ("J'M", "g"), ("", "h")]
    assert completion._plain(choices) == [("SBM", "a b (c) d e"), ("J;M", "f")]


def test_what_goes_wrong_ends_without_a_word(
    completed: Callable[[str, str], Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_data: str) -> Any:
        raise RuntimeError("unthinkable")

    monkeypatch.setattr(completion, "in_plan", broken)
    assert completed("bash", "statusnote summary --ministry ") == Result(1, "", "")


@pytest.mark.parametrize("shell", cli.SHELLS)
def test_each_shell_is_given_its_script(run: Run, shell: str) -> None:
    done = run("--show-completion", shell)
    assert (done.code, done.err) == (0, "")
    assert f"complete_{shell}" in done.out
    assert "_STATUSNOTE_COMPLETE" in done.out


def test_a_shell_that_is_not_known_is_wrong_usage(run: Run) -> None:
    done = run("--show-completion", "tcsh")
    assert (done.code, done.out) == (2, "")
    assert "'tcsh' is not one of 'bash', 'zsh', 'fish', 'powershell'" in done.err


def test_bash_completes_by_the_script(tmp_path: Path) -> None:
    """As after a tab: the function that the script sets up fills COMPREPLY."""
    bash = shutil.which("bash")
    assert bash, "bash is missing: apt-get install bash"
    program = Path(sys.executable).with_name("statusnote")
    shell = f"""
        eval "$('{program}' --show-completion bash)"
        COMP_WORDS=('{program}' summary --status del) COMP_CWORD=3
        _statusnote_completion '{program}'
        printf '%s|' "${{COMPREPLY[@]}}"
    """
    done = subprocess.run([bash, "-c", shell], capture_output=True, check=True)
    assert done.stdout.decode() == "delvist\\ gennemført|"
